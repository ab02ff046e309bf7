import { typingText } from "#core/text/grading/typing-text";
import { normaliseTyped } from "./normalise-typed";

/** What a typed answer is held against, and the words around the question. */
export type Question = {
  accept: readonly string[];
  refuse: readonly { text: string; why: string }[];
  exact: boolean;
  front?: string;
  /** Of a cloze, what stands around its gap. */
  before?: string;
  after?: string;
  /** Of an output card, what the terminal shows. */
  output?: string;
};

/** The words of the question that an answer may repeat. */
type Context = {
  card: Question;
  words: ReadonlySet<string>;
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
  asksVersion: boolean;
  asksNumber: boolean;
  asksLeast: boolean;
};

type Step = (text: string, context: Context) => string | string[];

/** More than so many ways to undress an answer are not looked at. */
const most = 60;

/**
 * A typed answer (plain, in lower case) with what a teacher passes over taken off, step by step:
 * the answer itself first, then each way to take one thing off, then two, and so on. Nothing is
 * ever added, so that what is asked for cannot be left out.
 */
export function undressed(text: string, card: Question): string[][] {
  const steps = card.exact ? exactSteps : looseSteps;
  const context = contextOf(card);
  const seen = new Set([text]);
  const layers = [[text]];
  for (let layer = [text]; layer.length > 0 && seen.size < most; ) {
    const next = layer.flatMap((form) => steps.flatMap((step) => step(form, context)));
    layer = [...new Set(next.map((form) => form.trim()))].filter(
      (form) => form !== "" && !seen.has(form),
    );
    for (const form of layer) seen.add(form);
    if (layer.length > 0) layers.push(layer);
  }
  return layers;
}

/** The words of the question and of its output, numbers and their plurals included. */
export function wordsOf(card: Question): Set<string> {
  const { front, before, after, output } = card;
  return new Set(split([front, before, after, output].join(" ")));
}

const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

function contextOf(card: Question): Context {
  const { before = "", after = "", front = "", accept } = card;
  const beside = (text: string) => text.split(/[.,;:!?](?: |$)/);
  const numbers = accept.map((answer) => /^[\w ]*\d|^\p{L}+$/u.test(answer));
  return {
    card,
    words: wordsOf(card),
    before: new Set(split(beside(before.replace(/[:`*]+ ?`?$/, "")).at(-1) ?? "").slice(-3)),
    after: new Set(split(beside(after)[0] ?? "").slice(0, 1)),
    asksVersion: accept.some((answer) => /^v?\d+(?:\.\d+)+$/.test(answer)),
    asksNumber: numbers.includes(true),
    asksLeast: typingText().asksLeast.test(`${front} ${before} ${after}`.toLowerCase()),
  };
}

const cut =
  (pattern: RegExp): Step =>
  (text) =>
    text.replace(pattern, "");

/** What quotes, a full stop or a folder's dot around a name, and a switch that is said to be on add. */
const exactSteps: readonly Step[] = [
  (text) => text.replace(/^(["'])(.+)\1$/, "$2"),
  cut(/(?<=[^\s.])\.$/),
  cut(/^\.\//),
  (text) => text.replace(/^(--?[a-z][\w-]*)=true$/i, "$1"),
];

const isKnown = (word: string, known: ReadonlySet<string>): boolean =>
  known.has(word) || known.has(`${word}s`) || (word.endsWith("s") && known.has(word.slice(0, -1)));

/**
 * The words before a gap, the one behind it, and what kind of thing is asked may be said again:
 * `PHP version 5.4`, `number 1`, `latest tag`, `user namespace`.
 */
const repeated: Step = (text, { words, before, after }) => {
  const { kinds } = typingText();
  const isSaid = (word: string) =>
    isKnown(word, before) || (kinds.includes(word) && isKnown(word, words));
  const [, first = "", rest = ""] = /^(\p{L}+)[ :=-]+([^(].*)$/u.exec(text) ?? [];
  const [, start = "", last = ""] = /^(.+)[ -](\p{L}+)$/u.exec(text) ?? [];
  return [isSaid(first) ? rest : "", isSaid(last) || isKnown(last, after) ? start : ""];
};

/** A maker before or behind a product; before a number only one that the question names. */
const made: Step = (text, { words }) => {
  const { makers, madeBy } = typingText();
  const [, first = "", rest = ""] = /^(\w+?)(?:'s)?[ -]([^(].*)$/.exec(text) ?? [];
  const isMaker = makers.includes(first) && (words.has(first) || !/^v?\d/.test(rest));
  const behind = madeBy.exec(text);
  const isMadeBy = behind !== null && makers.includes(behind[1] ?? "");
  return [isMaker ? rest : "", isMadeBy ? text.slice(0, behind.index) : ""];
};

/** A remark in brackets, where it neither takes the answer back nor says another. */
const remark: Step = (text, { card }) => {
  const [all = "", said = ""] = / ?\(([^()]*)\)/.exec(text) ?? [];
  if (all === "") return "";
  const rest = text.replace(all, "");
  const isOne = (form: string, of: readonly string[]) =>
    of.some((one) => normaliseTyped(one, false) === normaliseTyped(form, false));
  const wrongs = card.refuse.map((one) => one.text);
  const isHeld = wrongs.some((one) => ` ${said} `.includes(` ${normaliseTyped(one, false)} `));
  if (isHeld || (isOne(rest, wrongs) && isOne(said, card.accept))) return "";
  const isKept = typingText().takesBack.test(said) || (/\d/.test(said) && /\d/.test(rest));
  return [isKept ? "" : rest, text.replace(all, ` ${said}`)];
};

const bounds: Step = (text, { asksLeast, asksVersion }) => {
  if (asksVersion) return "";
  const { atLeast, orMore, atMost, orLess } = typingText();
  return text.replace(asksLeast ? atLeast : atMost, "").replace(asksLeast ? orMore : orLess, "");
};

const version: Step = (text, { asksVersion }) => {
  if (!asksVersion) return "";
  const { beforeVersion, afterVersion } = typingText();
  return [
    text.replace(beforeVersion, ""),
    text.replace(afterVersion, ""),
    text.replace(/^(\d+\.\d+(?:\.\d+)?)\.0$/, "$1"),
  ];
};

const number: Step = (text, { asksNumber, words }) => {
  if (!asksNumber) return "";
  const { beforeNumber, ofMany, numbers, dated } = typingText();
  const [, few = "", many = ""] = ofMany.exec(text) ?? [];
  const isNumber = (word: string) => /^\d+$/.test(word) || numbers.includes(word);
  const inWords = (word: string) => numbers[Number(word)] ?? word;
  const isTold =
    words.has(many) || words.has(inWords(many)) || words.has(`${numbers.indexOf(many)}`);
  return [
    text.replace(beforeNumber, ""),
    isNumber(few) && isNumber(many) && isTold ? few : "",
    text.replace(dated, ""),
  ];
};

const looseSteps: readonly Step[] = [
  (text) => text.replace(typingText().lead, ""),
  (text) => text.replace(typingText().tail, ""),
  cut(/'s(?= |$)/g),
  cut(/^sudo (?:-\S+ )*(?=\S)/),
  cut(/^[$#] (?=\S)/),
  cut(/ ?&$/),
  cut(/^https?:\/\//),
  cut(/^www\.(?=\w)/),
  cut(/(?<=\w)\/$/),
  (text) => text.replace(/^\/usr\/(?:local\/)?s?bin\/(?=\w)/, ""),
  repeated,
  made,
  remark,
  bounds,
  version,
  number,
  ...exactSteps,
];
