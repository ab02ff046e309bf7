import { usualRestart, usualRollout } from "#core/docker/canonical/swarm/usual-plans";
import type { Json } from "#core/docker/types";
import { list, object, plain } from "./phrase-parts";
import { code, valueWords } from "./words";

const conditions: Readonly<Record<string, string>> = {
  any: " whenever they end",
  "on-failure": " when they fail",
};

/** The policy of a container is a word and a count, that of a service has fields. */
export function restartPolicy(value: Json): string {
  const fields = object(value);
  if (Object.keys(fields).length === 0) {
    const words = list(value).filter((one) => one !== 0);
    if (words[0] === "no") return "never restart it by itself";
    return `restart it by the policy ${code(words.map(plain).join(":"))}`;
  }
  const { condition, delay, window, "max-attempts": attempts } = saidOf(fields, usualRestart);
  if (condition === "none") return "never restart its tasks";
  const told = [
    delay === undefined ? "" : `after ${valueWords(delay)} seconds`,
    attempts === undefined ? "" : `at most ${valueWords(attempts)} times`,
    Number(window) > 0 ? `counting attempts over ${valueWords(window ?? null)} seconds` : "",
  ].filter((part) => part !== "");
  return [`restart its tasks${conditions[plain(condition ?? "")] ?? ""}`, ...told].join(", ");
}

type Fields = Readonly<Record<string, Json>>;

/** Of a whole plan what is not as usual, of a part of it all: an update leaves the rest as it is. */
function saidOf(fields: Fields, usual: Fields): Fields {
  const isPart = Object.keys(fields).length < Object.keys(usual).length;
  const said = Object.entries(fields).filter(([name, one]) => isPart || one !== usual[name]);
  return Object.fromEntries(said);
}

/** How a container's health is checked; without a test, that it is not. */
export function healthCheck(value: Json): string {
  const { test, interval, timeout, retries, ...start } = object(value);
  if (test === null) return "run no health check, whatever the image says";
  const seconds = (name: string, told: Json | undefined, end = "") =>
    told === undefined ? [] : [`${name} ${valueWords(told)} seconds${end}`];
  const told = [
    test === undefined ? "as the image says" : `by ${code(plain(test))}`,
    ...seconds("every", interval),
    ...seconds("letting a check take at most", timeout),
    ...(retries === undefined
      ? []
      : [`calling it unhealthy after ${valueWords(retries)} failures in a row`]),
    ...seconds("counting no failure in the first", start["start-period"], " until a check passes"),
    ...seconds("every", start["start-interval"], " while it starts"),
  ].join(", ");
  return `check its health ${told}`;
}

/** The program that is started; an empty one takes the image's own away, from a service it does not. */
export function entrypoint(program: string): string {
  if (program === "") return "start with the image's own program";
  return program === "``"
    ? "start without the image's own program"
    : `start with ${program} in place of the image's own program`;
}

/** How long is waited, where -1 sets no end. */
export const patience = (seconds: Json): string =>
  seconds === -1 ? "wait as long as it takes" : `wait at most ${valueWords(seconds)} seconds`;

/** How long it has to stop before it is killed, where -1 sets no end. */
export const grace = (seconds: Json, whom: string): string =>
  seconds === -1 ? patience(seconds) : `give ${whom} ${valueWords(seconds)} seconds to stop`;

const reactions: Readonly<Record<string, string>> = {
  pause: "pausing on failure",
  continue: "going on in spite of failures",
  rollback: "going back on failure",
};

/** How a service's tasks are changed, one after another. */
export function rollOut(value: Json, sets: string): string {
  const { parallelism, delay, monitor, order, ...failure } = saidOf(object(value), usualRollout);
  const { "failure-action": action, "max-failure-ratio": ratio } = failure;
  const told = [
    parallelism === undefined ? "" : `${atOnce(Number(parallelism))}`,
    delay === undefined ? "" : `${valueWords(delay)} seconds between tasks`,
    monitor === undefined ? "" : `watching each task for ${valueWords(monitor)} seconds`,
    order === "start-first" ? "starting the new task before the old one stops" : "",
    order === "stop-first" ? "stopping the old task before the new one starts" : "",
    action === undefined ? "" : (reactions[plain(action)] ?? valueWords(action)),
    ratio === undefined ? "" : `a share of ${valueWords(shareOf(ratio))} may fail`,
  ].filter((part) => part !== "");
  return `${sets}: ${told.length === 0 ? "as usual" : told.join(", ")}`;
}

const shareOf = (ratio: Json) => Number(Number(ratio).toPrecision(6));

function atOnce(tasks: number): string {
  if (tasks === 0) return "all tasks at once";
  return tasks === 1 ? "one task at a time" : `${code(String(tasks))} tasks at a time`;
}
