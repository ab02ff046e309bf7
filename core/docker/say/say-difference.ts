import type { Canonical, Difference, Json } from "#core/docker/types";
import { actionPhrase } from "./action-phrases";
import { aspectPhrase } from "./aspect-phrases";
import { list, object } from "./phrase-parts";
import { code, infinitive, thirdPerson, valueWords } from "./words";

/** How a sentence ends on what is there and is not asked for. */
export const surplus = "which is not part of the task.";

type Sides = { wanted: Canonical; given: Canonical };

/** A difference of `differencesOf(wanted, given)` in a sentence for a beginner. */
export function sayDifference(difference: Difference, { wanted, given }: Sides): string {
  const { aspect } = difference;
  const [a, b] = [asTyped(difference.a, aspect, wanted), asTyped(difference.b, aspect, given)];
  if (aspect === "action") {
    return `Yours would ${infinitive(actionPhrase(given))}; the task wants you to ${infinitive(actionPhrase(wanted))}.`;
  }
  if (aspect === "asks first") return asking(has(wanted, aspect));
  if (aspect === "asks for credentials") return leaving(has(wanted, aspect));
  if (!has(given, aspect)) {
    const phrase = asks(aspect, a, wanted);
    const end = isOn(given, aspect) ? "joins it without that" : not(phrase);
    return `The task wants you to ${infinitive(phrase)}; yours ${end}.`;
  }
  const phrase = asks(aspect, b, given);
  const mine = thirdPerson(phrase);
  if (!has(wanted, aspect)) return `Yours ${mine}, ${surplus}`;
  const asked = asks(aspect, a, wanted);
  if (phrase !== asked) return `Yours ${mine}; the task wants you to ${infinitive(asked)}.`;
  if (bindsFolder(a) && bindsFolder(b)) {
    return `Yours ${mine} ${ifMissing(b)}; the task wants you to ${infinitive(asked)} ${ifMissing(a)}.`;
  }
  // What the phrases do not tell apart is told by its values.
  return `Yours has ${valueWords(b)} as ${aspect}; the task wants ${valueWords(a)}.`;
}

/** What an aspect asks for; `docker inspect` alone finds what has the name, be it no container. */
function asks(aspect: string, value: Json, canonical: Canonical): string {
  return aspect === "containers" && has(canonical, "looks for")
    ? `look for ${valueWords(value)}`
    : aspectPhrase(aspect, value, canonical.action);
}

const not = (phrase: string) => (phrase.startsWith("be ") ? "is not" : "does not");

const bindsFolder = (value: Json) => object(list(value)[0] ?? null).type === "bind";

/** What becomes of a folder that is not there, which only `-v` makes. */
function ifMissing(value: Json): string {
  const { source, createSource } = object(list(value)[0] ?? null);
  return `(a missing ${code(String(source))} is ${createSource ? "made" : "refused"})`;
}

/** Whether a container is on the network whose end there is asked for: `network shop`. */
const isOn = ({ aspects }: Canonical, aspect: string) =>
  aspect ===
  `network ${String(aspects.find(({ name }) => name === "network")?.value ?? "default")}`;

/** What goes without saying, and a template's fields, as they were typed. */
const asTyped = (value: Json, aspect: string, { aspects }: Canonical): Json =>
  value === null || aspect === "format"
    ? (aspects.find(({ name }) => name === aspect)?.value ?? null)
    : value;

const asking = (isWanted: boolean) =>
  isWanted
    ? "The task wants you to be asked first: leave `-f` out."
    : "The task wants no question asked: add `-f`.";

const leaving = (isWanted: boolean) => {
  const what = "the name or the password to be asked for";
  return isWanted ? `The task leaves ${what}.` : `Yours leaves ${what}, ${surplus}`;
};

/** A difference of `differencesOf(first, second)` where neither of the two is asked for. */
export function sayContrast(
  { aspect, a, b }: Difference,
  { first, second }: { first: Canonical; second: Canonical },
): string {
  if (aspect === "action") {
    return `The first ${thirdPerson(actionPhrase(first))}; the second ${thirdPerson(actionPhrase(second))}.`;
  }
  const [one, other] = [asks(aspect, a, first), asks(aspect, b, second)];
  const [ofFirst, ofSecond] = [thirdPerson(one), thirdPerson(other)];
  if (!has(second, aspect)) return `The first ${ofFirst}; the second ${not(one)}.`;
  if (!has(first, aspect)) return `The second ${ofSecond}; the first ${not(other)}.`;
  if (one !== other) return `The first ${ofFirst}; the second ${ofSecond}.`;
  if (bindsFolder(a) && bindsFolder(b)) {
    return `The first ${ofFirst} ${ifMissing(a)}; the second ${ofSecond} ${ifMissing(b)}.`;
  }
  return `The first has ${valueWords(a)} as ${aspect}; the second has ${valueWords(b)}.`;
}

/** A value may be null and there: `-e NAME` passes on what is set here. */
const has = ({ aspects }: Canonical, name: string) => aspects.some((one) => one.name === name);

/** What matters most, in this order; what prints comes last. */
const order =
  "action image images command container containers service services node nodes network networks volumes port ports mount name tag reference environment detached interactive tty rm".split(
    " ",
  );

function rank({ aspect, level }: Difference): number {
  const place = order.findIndex((name) => aspect === name || aspect.startsWith(`${name} `));
  const late = { request: 0, client: 100, output: 200 }[level];
  return late + (place < 0 ? order.length : place);
}

/** The difference to tell first, of at least one. */
export function firstDifference(differences: readonly Difference[]): Difference {
  const [first, ...others] = differences;
  if (first === undefined) throw new Error("There is no difference to tell.");
  return others.reduce((best, one) => (rank(one) < rank(best) ? one : best), first);
}
