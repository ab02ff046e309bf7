import { gapsOf } from "#core/content/cloze-gap";
import { didYouMean } from "#core/content/nearest";
import type { Path } from "#core/content/problem";
import type { AuthoredCard } from "#core/content/shapes";
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

/** A text card accepts an answer, or a number. */
export const textHasAnswer: CardRule = (card) => {
  if (card.value.kind !== "text" || card.value.accept || card.value.number) return [];
  const hint = 'Give it "accept" or "number".';
  return [cardProblem(card, [], { message: "there is no right answer.", hint })];
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
    case "cloze":
      return [
        ...gapsOf(card.front).map((text) => ({ path: ["accept"], text })),
        ...(card.accept ?? []).map((text, i) => ({ path: ["accept", i], text })),
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
