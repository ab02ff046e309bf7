import { canonicalCommand } from "#core/docker/canonical-command";
import { parseCommand } from "#core/docker/parse-command";
import { describeEffect } from "#core/docker/say/describe-effect";
import { code } from "#core/docker/say/words";
import type {
  Canonical,
  GivenFlag,
  Parsed,
  ParseOptions,
  Part,
  Span,
  Unknown,
} from "#core/docker/types";
import { shellSigns, symbolicWorld } from "#core/docker/world";
import { shellText } from "#core/text/grading/shell-text";

/*
 * What a variable holds, or a command in `$(…)` prints, only the shell knows. Such a value is kept
 * as it was typed; where a check would refuse that, a value that the check takes stands in for it,
 * and is told again as it was typed. So the client never refuses what only the value decides.
 */

/** What may stand in for a part of a word: each is told from all else in a sentence. */
const standIns: readonly ((place: number, around: Around) => [standIn: string, told: string])[] = [
  (place) => same(String(4097 + 2 * place)),
  (place) => same(String(613 + place)),
  (place) => same(`shellq${"abcdefghijklmnop".charAt(place)}`),
  (place) => same(`/shellq${"abcdefghijklmnop".charAt(place)}`),
  (place) => same(`10.249.7.${10 + place}`),
  (place) => same(`10.249.${10 + place}.0/24`),
  (_, { before, after }) => ["7", `${before}7${after}`],
];

const same = (text: string): [string, string] => [text, text];

/** What some option takes as its whole value; the option is then told without it. */
const wholeValues =
  "4097s 1:2 linux/amd64 always host a=b type=tmpfs,dst=/x 02:42:ac:11:00:02 none all TERM worker a:1.2.3.4 x:/y nofile=5 512m 9t true 1.5 label=x".split(
    " ",
  );

/** More are in no command that anybody types. */
const mostUnknown = 12;

type Around = { before: string; after: string };
type Reading = { parsed: Parsed; read: ReturnType<typeof canonicalCommand>; unknowns: Unknown[] };

/** As parseCommand; the values that only a shell knows are in the world of the command it gives. */
export function parseUnknown(text: string, options: ParseOptions = {}): Parsed {
  const plain = parseCommand(text, { ...options, world: opaqueWorld });
  let reading = tryRead(text, options, []);
  if (reading.unknowns.length === 0 || reading.unknowns.length > mostUnknown) return plain;
  const choices: number[] = reading.unknowns.map(() => 0);
  for (let round = 0; round < mostUnknown && reading.read.kind !== "canonical"; round++) {
    const next = settle({ text, options, choices }, reading);
    if (next === null) break;
    reading = next;
  }
  return withoutWholes(reading) ?? undecided(plain, reading.unknowns);
}

/** The world of the shell's own values, each kept as it was typed. */
export const opaqueWorld = { ...symbolicWorld, opaque: (raw: string) => raw };

function tryRead(text: string, options: ParseOptions, choices: readonly number[]): Reading {
  const unknowns: Unknown[] = [];
  const opaque = (raw: string, span: Span) => {
    const choice = choices[unknowns.length] ?? 0;
    const around = {
      before: /\w*$/.exec(text.slice(0, span.start))?.[0] ?? "",
      after: /^\w*/.exec(text.slice(span.end))?.[0] ?? "",
    };
    const signs = raw.replace(/[$`]/g, (sign) => shellSigns.get(sign) ?? sign);
    const whole = wholeValues[choice - 1 - standIns.length];
    const [standIn, told] =
      choice === 0
        ? same(signs)
        : (standIns[choice - 1]?.(unknowns.length, around) ?? same(whole ?? ""));
    const typed = told === standIn ? raw : `${around.before}${raw}${around.after}`;
    unknowns.push({
      ...span,
      raw,
      standIn,
      told,
      typed,
      is: choice === 0 ? "typed" : whole === undefined ? "part" : "whole",
    });
    return standIn;
  };
  const parsed = parseCommand(text, { ...options, world: { ...symbolicWorld, opaque, unknowns } });
  return { parsed, read: canonicalCommand(parsed), unknowns };
}

type Search = { text: string; options: ParseOptions; choices: number[] };

/** Finds values for what was refused, so that it is refused no more; null where there are none. */
function settle({ text, options, choices }: Search, { read, unknowns }: Reading): Reading | null {
  if (read.kind !== "refused") return null;
  const refused = unknowns.flatMap((one, i) => (overlap(one, read.span) ? [i] : []));
  const [first, second] = refused;
  if (first === undefined) return null;
  const most = standIns.length + (refused.length === 1 ? wholeValues.length : 0);
  for (let one = 1; one <= most; one++) {
    for (let other = 0; other < (refused.length === 2 ? most : 1); other++) {
      for (const place of refused) choices[place] = one;
      // Two that stand together may be of two kinds: the same is tried first, then each other.
      if (second !== undefined && refused.length === 2)
        choices[second] = ((one + other - 1) % most) + 1;
      const next = tryRead(text, options, choices);
      if (next.read.kind === "canonical") return next;
      const { read: again } = next;
      if (again.kind === "refused" && !refused.some((i) => overlap(next.unknowns[i], again.span))) {
        return next;
      }
    }
  }
  return null;
}

const overlap = (one: Span | undefined, span: Span) =>
  one !== undefined && one.start < Math.max(span.end, span.start + 1) && one.end > span.start;

const counts = /requires|accepts no arguments|at most| takes /;

/** A refusal stands, unless the value decides it: by what it is, or by how many words it makes. */
function undecided(plain: Parsed, unknowns: readonly Unknown[]): Parsed {
  const read = canonicalCommand(plain);
  if (read.kind === "empty") return plain;
  const { parts, repairs } = read.kind === "canonical" ? read.command : read;
  const span = read.kind === "canonical" ? read.actionSpan : read.span;
  const message = read.kind === "refused" ? read.message : "";
  const names = parts.filter(({ role }) =>
    /^(?:argument|image|container|command|unread)$/.test(role),
  );
  const isOfCount = read.kind === "canonical" || counts.test(message);
  const decides = unknowns.find(
    (one) => overlap(one, span) || (isOfCount && names.some((part) => overlap(one, part))),
  );
  if (decides === undefined) return plain;
  return { kind: "unmodelled", why: shellText().decides(decides.raw), span, repairs, parts };
}

/**
 * An option whose whole value is unknown asks for more than a value that stands in can tell, so it
 * is left out, and named alone. Null where the command cannot be read for all that.
 */
function withoutWholes({ parsed, read, unknowns }: Reading): Parsed | null {
  if (parsed.kind !== "command" || parsed.parts.some(isManyWords(unknowns))) return null;
  const isGood = read.kind === "canonical";
  const wholeOf = ({ value }: GivenFlag) =>
    unknowns.find(({ standIn, is }) => standIn === value && !(isGood && is === "typed"));
  const open = parsed.flags.flatMap((flag) => {
    const whole = wholeOf(flag);
    return whole === undefined ? [] : [{ flag: flag.name, raw: whole.raw }];
  });
  const flags = parsed.flags.filter((flag) => wholeOf(flag) === undefined);
  const isTold = unknowns.every(
    ({ is, raw }) => is !== "whole" || open.some((one) => one.raw === raw),
  );
  const without = { ...parsed, flags, world: { ...parsed.world, open } };
  return isTold && canonicalCommand(without).kind === "canonical" ? without : null;
}

/** `"$@"` and `$OPTIONS` are any number of words, options too, where a name should stand. */
const isManyWords =
  (unknowns: readonly Unknown[]) =>
  ({ role, start, end }: Part): boolean =>
    (role === "image" || role === "container" || role === "argument") &&
    unknowns.some(
      (one) =>
        one.start <= start + 1 &&
        one.end >= end - 1 &&
        /^\$(?:[@*]|\{?\w*(?:OPT|ARG|FLAG|PARAM)|\{\w+\[@\])/i.test(one.raw),
    );

/** What a command does, as describeEffect tells it, with what only the shell knows as it was typed. */
export function describeUnknown(canonical: Canonical): string[] {
  const { unknowns = [], open = [] } = canonical.command.world;
  const chosen = unknowns.filter(({ is }) => is !== "typed");
  const told = describeEffect(canonical).map((sentence) => asTyped(sentence, unknowns));
  const words = shellText();
  const whole = new Set(open.map(({ raw }) => raw));
  const others = [...new Set(chosen.map(({ raw }) => raw))].filter((raw) => !whole.has(raw));
  return [
    ...told,
    ...open.map(({ flag, raw }) => words.setTo(code(`--${flag}`), code(raw))),
    ...(others.length === 0 ? [] : [words.standFor(others.map(code))]),
  ];
}

/** A sentence with the values that stand in told as they were typed, as code wherever they are. */
function asTyped(sentence: string, unknowns: readonly Unknown[]): string {
  let said = sentence;
  for (const { told, typed, is } of unknowns) {
    if (is === "typed") continue;
    const shown = code(typed);
    said = said.replace(/`(?:\\.|[^`\\])*`|[^`]+/gs, (run) =>
      run.startsWith("`")
        ? run.replaceAll(told, () => shown.slice(1, -1))
        : run.replaceAll(told, () => shown),
    );
  }
  // A name or a folder: the value decides which.
  return said.replace(/^(Mounts) the (?:volume|folder) (`.*)/s, (all, mounts, what: string) =>
    unknowns.some(({ raw }) => what.startsWith(code(raw).slice(0, -1))) ? `${mounts} ${what}` : all,
  );
}
