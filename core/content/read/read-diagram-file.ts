import { diagramShape } from "./diagram-shape";
import type { Draft } from "./draft";
import { isGroup, onlyFields, type Reader, take, tell } from "./reader";

/** Reads one drawing into the draft. */
export function readDiagramFile(reader: Reader, draft: Draft): void {
  const { value, broken } = reader.yaml;
  if (broken) return;
  if (!isGroup(value)) {
    tell(reader, [], "A drawing's file holds a diagram.");
    return;
  }
  onlyFields(reader, value, ["diagram"]);
  const { diagram } = value;
  if (isGroup(diagram) && typeof diagram.id === "string") {
    const line = reader.yaml.lineAt(["diagram", "id"]);
    draft.mentions.diagrams.push({ id: diagram.id, file: reader.file, line });
  }
  const taken = take(reader, ["diagram"], diagramShape);
  if (taken !== null) draft.diagrams.push(taken);
}
