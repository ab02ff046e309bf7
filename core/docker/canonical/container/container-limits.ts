import {
  append,
  at,
  type Draft,
  given,
  last,
  put,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { countOf } from "#core/docker/canonical/draft/lower-flags";
import { readBytes, readSwap } from "#core/docker/values/numbers";
import { readUlimit } from "#core/docker/values/typed-values";

/** The engine takes no less than this, in bytes. */
const leastMemory = 6 * 1024 * 1024;

/** The most memory, alone and with swap. */
export function putMemory(draft: Draft): void {
  const memory = last(draft.command, "memory");
  const read = memory === undefined ? null : readBytes(memory.value);
  const bytes = read?.ok ? read.value : 0;
  if (memory !== undefined && bytes !== 0) {
    if (bytes < leastMemory) {
      refuse(draft, "engine", "Minimum memory limit allowed is 6MB", memory.span);
      return;
    }
    put(draft, "memory", bytes, at(memory.span));
  }
  const swap = last(draft.command, "memory-swap");
  const limit = swap === undefined ? null : readSwap(swap.value);
  if (swap === undefined || !limit?.ok || limit.value === 0) return;
  // The engine gives as much swap as memory when nothing is said.
  if (bytes === 0 || limit.value !== 2 * bytes)
    put(draft, "memory-swap", limit.value, at(swap.span));
}

/** What a container may use, and what the engine takes of it. */
export function putLimits(draft: Draft): void {
  const swappiness = last(draft.command, "memory-swappiness");
  const share = countOf(draft, "memory-swappiness") ?? -1;
  if (swappiness !== undefined && (share < -1 || share > 100)) {
    const message = `invalid value: ${share}. Valid memory swappiness range is 0-100`;
    refuse(draft, "client", message, swappiness.span);
  }
  for (const { value, span } of given(draft.command, "ulimit")) {
    const read = readUlimit(value);
    if (read.ok && Array.isArray(read.value)) {
      const [name, ...limits] = read.value;
      put(draft, `ulimit ${String(name)}`, limits, at(span));
    }
  }
  for (const { value, span } of given(draft.command, "security-opt")) {
    if (!/^(?:[^=]*=.|[^=:]*:.)|^no-new-privileges(?:[=:]|$)/s.test(value)) {
      refuse(draft, "client", `Invalid --security-opt: "${value}"`, span);
      return;
    }
    append(draft, "security-opt", value, at(span));
  }
  sortAspect(draft, "security-opt");
  const wrong = given(draft.command, "storage-opt").find((flag) => !flag.value.includes("="));
  if (wrong !== undefined) refuse(draft, "client", "invalid storage option", wrong.span);
}
