export { openLocalDatabase } from "#local/browser/local-database";
export { appendEntries } from "#local/store/append-entries";
export {
  readAll,
  readCursor,
  readGap,
  readStates,
  readUnsent,
  takeIn,
} from "#local/store/local-log";
export { compareHeld } from "#local/sync/compare-held";
export { readDigests } from "#local/sync/held-digests";
