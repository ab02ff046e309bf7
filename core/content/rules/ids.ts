import type { Draft, Mention } from "#core/content/read/draft";
import type { Problem } from "#core/content/read/problem";

/** Topics, concepts, cards and points: no id twice in the deck. */
export function idsAreUnique(draft: Draft): Problem[] {
  const { topics, concepts, cards, points } = draft.mentions;
  return [
    ...repeated("topic", topics),
    ...repeated("concept", concepts),
    ...repeated("card", cards),
    ...repeated("point", points),
  ];
}

function repeated(what: string, mentions: Mention[]): Problem[] {
  const first = new Map<string, Mention>();
  const problems: Problem[] = [];
  for (const mention of mentions) {
    const before = first.get(mention.id);
    if (before === undefined) {
      first.set(mention.id, mention);
      continue;
    }
    problems.push({
      file: mention.file,
      line: mention.line,
      message: `The ${what} id "${mention.id}" is taken: ${before.file}:${before.line}.`,
      hint: "Give this one another id; an id that learners have met never changes.",
    });
  }
  return problems;
}

const fileName = /(?:^|\/)([0-9]{2})-([a-z0-9-]+)\.yaml$/;

/** A file is called NN-slug.yaml after its topic, and no number is given twice. */
export function filesAreNamedForTopics(draft: Draft): Problem[] {
  const numbers = new Map<string, string>();
  return draft.files.flatMap((file): Problem[] => {
    const [, number, slug] = fileName.exec(file) ?? [];
    if (number === undefined) {
      return [{ file, line: 1, message: "The file's name is not NN-slug.yaml." }];
    }
    const problems: Problem[] = [];
    const other = numbers.get(number);
    if (other !== undefined) {
      problems.push({ file, line: 1, message: `The number ${number} is taken by ${other}.` });
    }
    numbers.set(number, other ?? file);
    const topic = draft.mentions.topics.find((mention) => mention.file === file);
    if (topic !== undefined && topic.id !== slug) {
      const message = `The topic's id is "${topic.id}", but the file is called "${slug}".`;
      const hint = "The two must be the same. Rename the file, unless learners never met the id.";
      problems.push({ file, line: topic.line, message, hint });
    }
    return problems;
  });
}
