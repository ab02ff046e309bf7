import type { QuizQuestion } from "#core/log/types";
import { question } from "#core/quiz/build/build-quiz";
import { msPerMinute } from "#core/scheduling/study-day";
import { between, checkOf, noSeed, shareMark, shareVersion } from "./share-link";
import { mostShared, type SharedQuiz, type SharedStyle, sharedStyles } from "./shared-quiz";

/** What is wrong with a link; `question` counts from 1. */
export type ShareProblem =
  | { what: "empty" | "long" | "version" | "damaged" | "style" | "time" | "seed" | "count" }
  | { what: "question" | "twice"; question: number };

export type ReadShare = { ok: true; shared: SharedQuiz } | { ok: false; problem: ShareProblem };

/** Characters of a link at most: its questions with the longest ids that an entry may name. */
const longestText = mostShared * 160;
const longestId = 128;
/** Of a day, in which an exam with all its extra time fits as well. */
const mostMinutes = 720;
/** Of an entry of the log. */
const most = { level: 100, round: 1000 };

const cardId = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const base36 = /^[0-9a-z]{1,11}$/;

/** What stands behind the mark of a shared quiz in an address's fragment; null where there is none. */
export function shareIn(hash: string): string | null {
  return hash.startsWith(shareMark) ? hash.slice(shareMark.length) : null;
}

/** Reads what a link holds. Whatever the text is, the answer is a quiz or what is wrong. */
export function readShare(raw: string): ReadShare {
  if (raw.trim() === "") return wrong("empty");
  if (raw.length > longestText * 2) return wrong("long");
  // A sentence's full stop or bracket that was taken for a part of the link.
  const text = decoded(raw).replace(/[^0-9a-z]+$/, "");
  if (text.length > longestText) return wrong("long");
  const fields = text.split(between.fields);
  const [version = "", style = "", asks = "", minutes = "", seed = "", questions = ""] = fields;
  if (/^[1-9][0-9]*$/.test(version) && version !== shareVersion) return wrong("version");
  const whole = fields.slice(0, -1).join(between.fields);
  if (version !== shareVersion || fields.length !== 7) return wrong("damaged");
  if (checkOf(whole) !== fields[6] || !/^[01]$/.test(asks)) return wrong("damaged");
  return readFields({ style, asksConfidence: asks === "1", minutes, seed, questions });
}

type Fields = Record<"style" | "minutes" | "seed" | "questions", string> & {
  asksConfidence: boolean;
};

function readFields({ style, asksConfidence, minutes, seed, questions }: Fields): ReadShare {
  const known: SharedStyle | undefined = sharedStyles.find((one) => one === style);
  if (!known) return wrong("style");
  const limit = readMinutes(minutes, known);
  if (limit === undefined) return wrong("time");
  const of = seed === noSeed ? null : numberIn(seed);
  if (of === undefined) return wrong("seed");
  const texts = questions === "" ? [] : questions.split(between.questions);
  if (texts.length === 0 || texts.length > mostShared) return wrong("count");
  const asked: QuizQuestion[] = [];
  for (const [place, text] of texts.entries()) {
    const one = readQuestion(text, of);
    if (!one) return { ok: false, problem: { what: "question", question: place + 1 } };
    if (asked.some(({ card }) => card === one.card)) {
      return { ok: false, problem: { what: "twice", question: place + 1 } };
    }
    asked.push(one);
  }
  return { ok: true, shared: { style: known, limit, asksConfidence, seed: of, questions: asked } };
}

/** Milliseconds; null of what is not timed, undefined of what cannot be. An exam is timed. */
function readMinutes(text: string, style: SharedStyle): number | null | undefined {
  if (style !== "exam") return text === "0" ? null : undefined;
  const minutes = /^[1-9][0-9]{0,3}$/.test(text) ? Number(text) : 0;
  return minutes > 0 && minutes <= mostMinutes ? minutes * msPerMinute : undefined;
}

function readQuestion(text: string, of: number | null): QuizQuestion | undefined {
  const [card = "", ...parts] = text.split(between.parts);
  if (card.length > longestId || !cardId.test(card) || parts.length > 3) return undefined;
  const numbers = parts.map(numberIn);
  if (numbers.includes(undefined)) return undefined;
  const [level = 0, round = 0, own = 0] = numbers;
  if (level > most.level || round > most.round) return undefined;
  if (own > 0) return { card, seed: own - 1, level, round };
  return of === null ? undefined : { ...question(card, of), level, round };
}

function numberIn(text: string): number | undefined {
  const number = base36.test(text) ? Number.parseInt(text, 36) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    // Not encoded, then, or broken, which the check tells.
    return raw;
  }
}

function wrong(what: Exclude<ShareProblem["what"], "question" | "twice">): ReadShare {
  return { ok: false, problem: { what } };
}
