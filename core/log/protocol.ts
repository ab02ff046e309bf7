/**
 * The number of what this version reads, compares and answers. It goes up with each version that
 * knows one kind of entry or one value more (docs/sync.md, "Two versions at once"). Every exchange
 * between a device and the server carries it; one without is of 0.
 */
export const protocol = 2;

/** The first number whose digests (./digest) say the same as ours of the same log. */
const comparable = 2;

/** Whether what somebody of that number holds can be compared with ours; of a later one nobody knows. */
export function canCompareWith(theirs = 0): boolean {
  return theirs >= comparable && theirs <= protocol;
}
