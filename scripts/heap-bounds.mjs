import { totalmem } from "node:os";

/** Of the memory that there is, and in megabytes: what the app needs, and the most that it may take. */
const share = 0.25;
const [least, most] = [192, 384];

/**
 * V8 lets a heap grow towards its limit before it collects, and takes that from the machine's
 * memory: unbounded, some 300 MB after 10,000 reviews of which 42 are in use. What is held at once
 * is bounded by the front to a fraction of this limit.
 * @param {number} [memory] bytes that this process may use
 */
export function heapBounds(memory = usableMemory()) {
  const megabytes = Math.round(Math.min(Math.max((memory * share) / 2 ** 20, least), most));
  return [`--max-old-space-size=${megabytes}`, "--max-semi-space-size=4"];
}

/** The machine's, or a container's part of it. */
function usableMemory() {
  const bound = process.constrainedMemory?.() || Number.POSITIVE_INFINITY;
  return Math.min(totalmem(), bound);
}
