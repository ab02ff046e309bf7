import { gapsOf } from "#core/content/build/cloze-gap";
import { placesIn } from "#core/content/draw-card";
import { didYouMean } from "#core/content/read/nearest";
import type { Path, Problem } from "#core/content/read/problem";
import type { AuthoredCard, AuthoredCardOf } from "#core/content/read/shapes";
import { type CardRule, cardProblem } from "./authored-texts";

/** A cloze has one gap with an answer in it; no other kind has braces' gaps in mind. */
export const clozeHasOneGap: CardRule = (card) => {
  if (card.value.kind !== "cloze") return [];
  const gaps = gapsOf(card.value.front);
  const say = (message: string, hint?: string) => [cardProblem(card, ["front"], { message, hint })];
  if (gaps.length !== 1) {
    const hint = "Put the answer in double braces: A container is a {{process}}.";
    return say(`a cloze has exactly one gap, this one has ${gaps.length}.`, hint);
  }
  const [gap = ""] = gaps;
  if (gap === "") return say("the gap is empty.", "The answer stands between the braces.");
  if (/[`*\\]/.test(gap)) {
    return say("a mark stands inside the gap.", "Put the marks around the braces: `{{ps}}`.");
  }
  return [];
};

/** A text card accepts an answer, or a number; an output card may have options instead. */
export const textHasAnswer: CardRule = (card) => {
  const { value } = card;
  if (value.kind === "output") return outputAsksOneWay(card, value);
  if (value.kind !== "text" || value.accept || value.number) return [];
  const hint = 'Give it "accept" or "number".';
  return [cardProblem(card, [], { message: "there is no right answer.", hint })];
};

function outputAsksOneWay(
  card: Parameters<CardRule>[0],
  { options, accept, number, refuse }: AuthoredCardOf<"output">,
): Problem[] {
  const typed = accept ?? number ?? refuse;
  if ((options === undefined) !== (typed === undefined)) return [];
  const message = "an output is asked about either by options or by typing.";
  const hint = 'Give it "options", or "accept" or "number".';
  return [cardProblem(card, [], { message, hint })];
}

/** Every place of a command card has values to draw from, and every value a place. */
export const placesAreDrawn: CardRule = (card) => {
  const { value } = card;
  if (value.kind !== "command") return [];
  const { draw = {}, front, explain, answer, also = [], right, wrong } = value;
  const texts = [front, explain, answer, ...also, ...right, ...wrong.map(({ text }) => text)];
  const used = new Set(texts.flatMap(placesIn));
  const lacking = [...used].filter((name) => !(name in draw));
  const unused = Object.keys(draw).filter((name) => !used.has(name));
  const told = placesIn(front);
  const untold = placesIn(answer).filter((name) => name in draw && !told.includes(name));
  return [
    ...untold.map((name) => {
      const message = `the answer needs {{${name}}}, which the front does not tell.`;
      return cardProblem(card, ["front"], { message });
    }),
    ...lacking.map((name) => {
      const hint = didYouMean(name, Object.keys(draw));
      return cardProblem(card, [], { message: `{{${name}}} has nothing to draw from.`, hint });
    }),
    ...unused.map((name) => {
      return cardProblem(card, ["draw", name], { message: `"${name}" stands nowhere.` });
    }),
  ];
};

/** Every item of a classify card goes to a bin that exists, and no bin stays empty. */
export const binsAreUsed: CardRule = (card) => {
  const { value } = card;
  if (value.kind !== "classify") return [];
  const unknown = value.items.flatMap((item, i) => {
    if (value.bins.includes(item.bin)) return [];
    const said = {
      message: `there is no bin "${item.bin}".`,
      hint: didYouMean(item.bin, value.bins),
    };
    return [cardProblem(card, ["items", i, "bin"], said)];
  });
  const used = new Set(value.items.map((item) => item.bin));
  const empty = value.bins.flatMap((bin, i) => {
    if (used.has(bin)) return [];
    return [cardProblem(card, ["bins", i], { message: `no item belongs to the bin "${bin}".` })];
  });
  return [...unknown, ...empty];
};

/** Nothing that a learner tells apart is there twice. */
export const partsDiffer: CardRule = (card) => {
  const seen = new Set<string>();
  const exact = "exact" in card.value && card.value.exact;
  return partsOf(card.value).flatMap(({ path, text }) => {
    const key = `${path[0]}:${exact ? text : text.toLowerCase().replace(/\s+/g, " ")}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `"${text}" is there twice in "${String(path[0])}".`;
    return [cardProblem(card, path, { message })];
  });
};

function partsOf(card: AuthoredCard): { path: Path; text: string }[] {
  switch (card.kind) {
    case "recall":
      return [];
    case "command":
      return [
        ...[card.answer, ...(card.also ?? [])].map((text) => ({ path: ["answer"], text })),
        ...card.right.map((text, i) => ({ path: ["right", i], text })),
        ...card.wrong.map(({ text }, i) => ({ path: ["wrong", i, "text"], text })),
      ];
    case "output":
      return [
        ...(card.accept ?? []).map((text, i) => ({ path: ["accept", i], text })),
        ...(card.options ?? []).map(({ text }, i) => ({ path: ["options", i, "text"], text })),
      ];
    case "cloze":
      return [
        ...gapsOf(card.front).map((text) => ({ path: ["accept"], text })),
        ...(card.accept ?? []).map((text, i) => ({ path: ["accept", i], text })),
      ];
    case "diagram":
      return [
        ...card.places.map(({ part: text }, i) => ({ path: ["places", i, "part"], text })),
        ...(card.extra ?? []).map(({ text }, i) => ({ path: ["extra", i, "text"], text })),
      ];
    case "text":
      return (card.accept ?? []).map((text, i) => ({ path: ["accept", i], text }));
    case "choice":
    case "multi":
      return card.options.map(({ text }, i) => ({ path: ["options", i, "text"], text }));
    case "match":
      return card.pairs.map(({ left: text }, i) => ({ path: ["pairs", i, "left"], text }));
    case "classify":
      return [
        ...card.bins.map((text, i) => ({ path: ["bins", i], text })),
        ...card.items.map(({ text }, i) => ({ path: ["items", i, "text"], text })),
      ];
    case "list":
    case "order":
      return card.items.map(({ text }, i) => ({ path: ["items", i, "text"], text }));
  }
}
