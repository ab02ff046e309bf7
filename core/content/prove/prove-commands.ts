import { type DrawnCommandCard, drawCard } from "#core/content/draw-card";
import type { CardPlace, Path, Problem } from "#core/content/read/problem";
import type { CommandCard } from "#core/content/types";
import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { type Judgement, judgeCommand } from "#core/grading/command/judge-command";
import { boundOf } from "#core/grading/command/within-range";

/** A card with places is tried under so many seeds. */
const seeds = 20;

type Fault = { path: Path; message: string; hint?: string };

/**
 * Judges every command that a command card itself calls its answer, right or wrong, under several
 * seeds, and tells where the judgement is another. Each command is told of once.
 */
export function proveCommands(card: CommandCard, placeOf: CardPlace): Problem[] {
  const told = new Map<string, Fault>();
  const tries = Object.keys(card.draw).length === 0 ? 1 : seeds;
  for (let seed = 0; seed < tries; seed++) {
    for (const fault of faultsOf(drawCard(card, seed))) {
      const key = fault.path.join(".");
      if (!told.has(key)) told.set(key, fault);
    }
  }
  return [...told.values()].map(({ path, message, hint }) => ({
    ...placeOf(card.id, path),
    message: `${card.id}: ${message}`,
    hint,
  }));
}

function faultsOf(card: DrawnCommandCard): Fault[] {
  const unsound = [
    ...answerFaults(["answer"], card.answer),
    ...card.also.flatMap((also, i) => answerFaults(["also", i], also)),
  ];
  // Nothing can be judged against an answer that is none.
  if (unsound.length > 0) return unsound;
  const rights = card.right.map((text) => judgeCommand(card, text));
  const wrongs = card.wrong.map(({ text }) => judgeCommand(card, text));
  return [
    ...rights.flatMap((found, i) =>
      rightLayers.has(found.layer) ? [] : [fault(["right", i], found, "It should be right.")],
    ),
    ...wrongs.flatMap((found, i) => {
      const { verdict } = card.wrong[i] ?? {};
      return found.layer === verdict
        ? []
        : [fault(["wrong", i], found, `It should be ${verdict}.`)];
    }),
    ...unusedNames(card, { rights, wrongs }),
  ];
}

const rightLayers = new Set<Judgement["layer"]>(["same", "same-effect", "allowed"]);

function answerFaults(path: Path, text: string): Fault[] {
  const found = canonicalCommand(parseCommand(text));
  if (found.kind === "canonical") return [];
  const why = found.kind === "refused" ? found.message : found.kind === "empty" ? "" : found.why;
  return [{ path, message: `\`${text}\` is ${found.kind} (${why}).` }];
}

function fault(path: Path, found: Judgement, hint: string): Fault {
  return { path, message: `\`${found.typed}\` is judged ${found.layer}${whyOf(found)}.`, hint };
}

function whyOf(found: Judgement): string {
  if (found.layer === "refused") return ` (${found.refused.message})`;
  if (found.layer === "unmodelled") return ` (${found.unmodelled.why})`;
  if (!("differences" in found) || found.differences.length === 0) return "";
  const said = found.differences.map(
    ({ aspect, a, b }) => `${aspect}: ${JSON.stringify(a)} in the task, ${JSON.stringify(b)} here`,
  );
  return ` (${said.join("; ")})`;
}

type Judged = { rights: Judgement[]; wrongs: Judgement[] };

/** A name of an aspect that no example needs is misspelled, or not needed. */
function unusedNames(card: DrawnCommandCard, { rights, wrongs }: Judged): Fault[] {
  const allowed = aspectsOf(rights);
  const forbidden = aspectsOf(wrongs);
  const lacking = (field: "may" | "mustNot", seen: readonly string[], example: string) =>
    card[field].flatMap((name, i) =>
      seen.some((aspect) => aspect === name || aspect.startsWith(`${name} `))
        ? []
        : [{ path: [field, i], message: `no ${example} answer differs in "${name}".` }],
    );
  return [
    ...lacking("may", allowed, "right"),
    ...lacking("mustNot", forbidden, "wrong"),
    ...Object.keys(card.range ?? {}).flatMap((name) =>
      rangeFaults(card, name, { allowed, forbidden }),
    ),
  ];
}

type Seen = { allowed: readonly string[]; forbidden: readonly string[] };

/** A range needs numbers, a right answer that makes use of it and a wrong one beyond it. */
function rangeFaults(card: DrawnCommandCard, name: string, { allowed, forbidden }: Seen): Fault[] {
  const path = ["range", name];
  const { from, to, or = [] } = card.range?.[name] ?? {};
  const answer = canonicalCommand(parseCommand(card.answer));
  const aspects = answer.kind === "canonical" ? answer.aspects : [];
  const own = aspects.find((aspect) => aspect.name === name)?.value ?? null;
  const odd = [from, to, ...or].find((one) => one !== undefined && Number.isNaN(boundOf(one, own)));
  if (odd !== undefined) return [{ path, message: `"${odd}" is no number for "${name}".` }];
  if (from === undefined && to === undefined) return [{ path, message: `"${name}" has no bound.` }];
  if (!allowed.includes(name)) {
    return [{ path, message: `no right answer has another value of "${name}".` }];
  }
  return forbidden.includes(name)
    ? []
    : [{ path, message: `no wrong answer has a value of "${name}" out of its range.` }];
}

const aspectsOf = (found: readonly Judgement[]) =>
  found.flatMap((one) => ("differences" in one ? one.differences : []).map(({ aspect }) => aspect));
