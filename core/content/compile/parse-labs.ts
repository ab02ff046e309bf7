import {
  type ContentFile,
  inReadingOrder,
  isLabsFile,
  type Problem,
} from "#core/content/read/problem";
import { type PlacedLab, readLabsFile } from "#core/content/read/read-labs-file";
import type { Deck } from "#core/content/types";
import type { LabTrouble } from "#core/labs/prove-lab";
import type { Lab } from "#core/labs/types";

export type ParsedLabs = { ok: true; labs: Lab[] } | { ok: false; problems: Problem[] };

/**
 * Makes the labs of all content files, in the order of the files and in them, or tells every
 * problem at once. Where `prove` is given each lab is played, too.
 */
export function parseLabs(
  files: readonly ContentFile[],
  deck: Pick<Deck, "topics" | "concepts">,
  prove: ((lab: Lab) => LabTrouble[]) | null = null,
): ParsedLabs {
  const read = files
    .filter(({ path }) => isLabsFile(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(readLabsFile);
  const placed = read.flatMap(({ labs }) => labs);
  const problems = [
    ...read.flatMap((file) => file.problems),
    ...placed.flatMap((lab, place) => labProblems(lab, placed.slice(0, place), deck)),
    ...placed.flatMap(({ value, file, lineAt }) =>
      (prove?.(value) ?? []).map(({ path, message }) => ({
        file,
        line: lineAt(path),
        message: `${value.id}: ${message}`,
      })),
    ),
  ];
  if (problems.length > 0) return { ok: false, problems: inReadingOrder(problems) };
  return { ok: true, labs: placed.map(({ value }) => value) };
}

/** What a lab owes the deck and the labs before it. */
function labProblems(
  { value: lab, file, lineAt }: PlacedLab,
  before: readonly PlacedLab[],
  { topics, concepts }: Pick<Deck, "topics" | "concepts">,
): Problem[] {
  const tell = (path: (string | number)[], message: string): Problem => ({
    file,
    line: lineAt(path),
    message: `${lab.id}: ${message}`,
  });
  const problems: Problem[] = [];
  if (!topics.some(({ id }) => id === lab.topic))
    problems.push({ file, line: 1, message: `There is no topic "${lab.topic}".` });
  for (const [place, idea] of lab.ideas.entries()) {
    if (!concepts.some(({ id }) => id === idea))
      problems.push(tell(["ideas", place], `There is no idea "${idea}".`));
  }
  for (const { value: other } of before) {
    if (other.id === lab.id) problems.push(tell(["id"], "Another lab has this id."));
    else if (other.title === lab.title) problems.push(tell(["title"], "Another lab has it."));
    else if (same(other.solution, lab.solution) && same(other.prepared, lab.prepared))
      problems.push(tell(["solution"], `It begins and ends as ${other.id} does.`));
  }
  return problems;
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.join("\n") === other.join("\n");
