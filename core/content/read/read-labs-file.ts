import type { Lab } from "#core/labs/types";
import { id as idShape } from "./field-shapes";
import { type AuthoredLab, labShape } from "./lab-shape";
import type { ContentFile, Problem } from "./problem";
import { type Authored, entriesOf, isGroup, onlyFields, type Reader, take, tell } from "./reader";
import { readYamlFile } from "./yaml-file";

/** A lab with the place of each of its fields. */
export type PlacedLab = Authored<Lab>;

const built = (topic: string, lab: AuthoredLab): Lab => ({
  ...lab,
  topic,
  demo: lab.demo ?? null,
  broken: lab.broken ?? false,
  prepared: lab.prepared ?? [],
  fails: lab.fails ?? [],
  others: lab.others ?? [],
  hints: lab.hints.map((hint) => ({
    ...hint,
    while: hint.while ?? [],
    until: hint.until ?? null,
  })),
});

/** Reads a file of labs, all of one topic; tells of what has no sound shape. */
export function readLabsFile(file: ContentFile): { labs: PlacedLab[]; problems: Problem[] } {
  const yaml = readYamlFile(file);
  const reader: Reader = { file: file.path, yaml, problems: yaml.problems };
  const nothing = { labs: [], problems: reader.problems };
  if (yaml.broken) return nothing;
  if (!isGroup(yaml.value)) {
    tell(reader, [], "A file of labs holds a topic and labs.");
    return nothing;
  }
  onlyFields(reader, yaml.value, ["topic", "labs"]);
  const topic = idShape.safeParse(yaml.value.topic);
  if (!topic.success) {
    tell(reader, ["topic"], "A file of labs names its topic.", 'Write "topic: commands".');
    return nothing;
  }
  const labs = entriesOf(reader, ["labs"]).flatMap((path) => {
    const lab = take(reader, path, labShape);
    return lab === null ? [] : [{ ...lab, value: built(topic.data, lab.value) }];
  });
  return { labs, problems: reader.problems };
}
