import { plainText } from "#core/content/inline";
import type { AuthoredDiagram } from "#core/content/read/diagram-shape";
import { type Draft, problemAt } from "#core/content/read/draft";
import { didYouMean } from "#core/content/read/nearest";
import type { Path, Problem } from "#core/content/read/problem";
import type { Authored } from "#core/content/read/reader";
import type { AuthoredCardOf } from "#core/content/read/shapes";
import { diagramText } from "#core/diagram/words";
import { cardProblem } from "./authored-texts";
import { givesAway } from "./giveaway";

type DiagramEntry = Authored<AuthoredCardOf<"diagram">>;

/** What cards and lessons show is drawn, and the parts that a card asks for are in it. */
export function shownDiagramsExist(draft: Draft): Problem[] {
  const known = draft.mentions.diagrams.map(({ id }) => id);
  const missing = (id: string) => ({
    message: `there is no drawing "${id}".`,
    hint: didYouMean(id, known),
  });
  const lessons = draft.lessons.flatMap((lesson) =>
    lesson.value.parts.flatMap((part, i) => {
      if (!("diagram" in part) || known.includes(part.diagram)) return [];
      const { message, hint } = missing(part.diagram);
      const path = ["parts", i, "diagram"];
      return [problemAt(lesson, path, { message: `T${message.slice(1)}`, hint })];
    }),
  );
  const cards = diagramCards(draft).flatMap((card) => {
    const { diagram: id, places } = card.value;
    if (!known.includes(id)) return [cardProblem(card, ["diagram"], missing(id))];
    const parts = diagramOf(draft, id)?.parts.map((part) => part.id);
    return places.flatMap(({ part }, i) => {
      if (parts === undefined || parts.includes(part)) return [];
      const message = `"${id}" has no part "${part}".`;
      const path: Path = ["places", i, "part"];
      return [cardProblem(card, path, { message, hint: didYouMean(part, parts) })];
    });
  });
  return [...lessons, ...cards];
}

/** What a card leaves open stands nowhere in what it shows; what belongs nowhere belongs nowhere. */
export function diagramsKeepAnswers(draft: Draft): Problem[] {
  return diagramCards(draft).flatMap((card) => {
    const drawing = diagramOf(draft, card.value.diagram);
    if (drawing === undefined) return [];
    const open = new Set(card.value.places.map(({ part }) => part));
    const shown = [card.value.front, ...shownTexts(drawing, open)];
    const labels = card.value.places.map(({ part, label }) => {
      return label ?? drawing.parts.find(({ id }) => id === part)?.label ?? "";
    });
    const told = labels.flatMap((label, i) => {
      const where = shown.find((text) => givesAway(plainText(text), label));
      if (where === undefined) return [];
      const message = `the card gives "${plainText(label)}" away: "${plainText(where).slice(0, 60)}".`;
      return [cardProblem(card, ["places", i], { message })];
    });
    const belonging = (card.value.extra ?? []).flatMap(({ text }, i) => {
      if (!labels.includes(text)) return [];
      return [cardProblem(card, ["extra", i], { message: `"${text}" belongs to a place.` })];
    });
    return [...told, ...belonging];
  });
}

/** All that a learner reads in the drawing while some of its parts have no name. */
function shownTexts({ parts, lines = [], text }: AuthoredDiagram, open: Set<string>): string[] {
  const labelOf = (id: string) => parts.find((part) => part.id === id)?.label ?? "";
  return [
    ...parts.flatMap(({ id, label, note }) => [...(open.has(id) ? [] : [label]), note ?? ""]),
    ...lines.map(({ label }) => label ?? ""),
    diagramText(text, (id, other) => (open.has(id) ? "…" : (other ?? labelOf(id)))),
  ];
}

function diagramCards(draft: Draft): DiagramEntry[] {
  return draft.cards.filter((card): card is DiagramEntry => card.value.kind === "diagram");
}

function diagramOf(draft: Draft, id: string): AuthoredDiagram | undefined {
  return draft.diagrams.find(({ value }) => value.id === id)?.value;
}
