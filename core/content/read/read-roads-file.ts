import type { Draft } from "./draft";
import { entriesOf, isGroup, onlyFields, type Reader, take, tell } from "./reader";
import { roadShape } from "./shapes";

/** Reads the roads into the draft. */
export function readRoadsFile(reader: Reader, draft: Draft): void {
  const { value, broken } = reader.yaml;
  if (broken) return;
  if (!isGroup(value)) {
    tell(reader, [], "The file of the roads holds roads.");
    return;
  }
  onlyFields(reader, value, ["roads"]);
  for (const path of entriesOf(reader, ["roads"])) {
    const road = take(reader, path, roadShape);
    if (road !== null) draft.roads.push(road);
  }
}
