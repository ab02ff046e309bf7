import { hashSeed } from "#core/random";
import type { Bounds, Card, CommandCard, WrongCommand } from "./types";

/** A command card whose places are filled in. */
export type DrawnCommandCard = Omit<CommandCard, "draw"> & { drawn: Record<string, string> };
/** A card as a learner sees it at one review. */
export type DrawnCard = Exclude<Card, CommandCard> | DrawnCommandCard;

const place = /\{\{([a-z][a-z0-9]*)\}\}/g;

/** Fills in what a card leaves to chance; the same seed gives the same card. */
export function drawCard(card: CommandCard, seed: number): DrawnCommandCard;
export function drawCard(card: Card, seed: number): DrawnCard;
export function drawCard(card: Card, seed: number): DrawnCard {
  if (card.kind !== "command") return card;
  const { draw, ...rest } = card;
  const drawn = Object.fromEntries(
    Object.entries(draw).map(([name, values]) => {
      const at = hashSeed(`${seed}:${card.id}:${name}`) % values.length;
      return [name, values[at] ?? ""];
    }),
  );
  const fill = (text: string) => fillPlaces(text, drawn);
  const fillWrong = ({ text, why, ...wrong }: WrongCommand): WrongCommand => ({
    ...wrong,
    text: fill(text),
    ...(why === undefined ? {} : { why: fill(why) }),
  });
  return {
    ...rest,
    drawn,
    front: fill(card.front),
    explain: fill(card.explain),
    answer: fill(card.answer),
    also: card.also.map(fill),
    must: card.must?.map(fill) ?? null,
    may: card.may.map(fill),
    mustNot: card.mustNot.map(fill),
    ...(card.range === undefined ? {} : { range: mapBounds(card.range, fill) }),
    right: card.right.map(fill),
    wrong: card.wrong.map(fillWrong),
  };
}

function mapBounds(
  range: Readonly<Record<string, Bounds>>,
  fill: (text: string) => string,
): Record<string, Bounds> {
  const filled = ({ from, to, or }: Bounds): Bounds => ({
    ...(from === undefined ? {} : { from: fill(from) }),
    ...(to === undefined ? {} : { to: fill(to) }),
    ...(or === undefined ? {} : { or: or.map(fill) }),
  });
  return Object.fromEntries(Object.entries(range).map(([name, one]) => [name, filled(one)]));
}

/** The names of a text's places, each once. */
export function placesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(place), ([, name = ""]) => name))];
}

/** A place that has no value stays as it is: a docker template has braces, too. */
function fillPlaces(text: string, drawn: Readonly<Record<string, string>>): string {
  // Most texts have none.
  if (!text.includes("{{")) return text;
  return text.replace(place, (whole, name: string) => drawn[name] ?? whole);
}
