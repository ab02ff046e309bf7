import { usualRestart } from "#core/docker/canonical/swarm/usual-plans";
import type { Json } from "#core/docker/types";
import { list, object, plain } from "./phrase-parts";
import { code, valueWords } from "./words";

/** The policy of a container is a word and a count, that of a service has fields. */
export function restartPolicy(value: Json): string {
  const { condition, delay, window, "max-attempts": attempts } = object(value);
  if (condition === "none") return "never restart its tasks";
  if (condition === undefined) {
    const words = list(value).filter((one) => one !== 0);
    if (words[0] === "no") return "never restart it by itself";
    return `restart it by the policy ${code(words.map(plain).join(":"))}`;
  }
  const told = [
    Number(delay) > 0 && Number(delay) !== usualRestart.delay
      ? `after ${valueWords(delay ?? null)} seconds`
      : "",
    attempts === null || attempts === undefined ? "" : `at most ${valueWords(attempts)} times`,
    Number(window) > 0 ? `counting attempts over ${valueWords(window ?? null)} seconds` : "",
  ].filter((part) => part !== "");
  // What is as usual goes without saying: an update leaves it as it is.
  const on =
    condition === usualRestart.condition ? "" : ` on the condition ${valueWords(condition)}`;
  return [`restart its tasks${on}`, ...told].join(", ");
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

/** How a service's tasks are changed, one after another; what is as usual goes without saying. */
export function rollOut(value: Json, verb: string): string {
  const { parallelism, delay, monitor, order, ...failure } = object(value);
  const action = failure["failure-action"];
  const ratio = failure["max-failure-ratio"];
  const told = [
    Number(parallelism ?? 1) === 0 ? "all at once" : "",
    Number(parallelism ?? 1) > 1 ? `${valueWords(parallelism ?? null)} at a time` : "",
    Number(delay ?? 0) > 0 ? `with ${valueWords(delay ?? null)} seconds between them` : "",
    Number(monitor ?? 5) === 5 ? "" : `watching each for ${valueWords(monitor ?? null)} seconds`,
    order === "start-first" ? "starting the new one before the old one stops" : "",
    (action ?? "pause") === "pause" ? "" : `with ${valueWords(action ?? null)} on failure`,
    Number(ratio ?? 0) > 0
      ? `where a share of ${valueWords(Number(Number(ratio).toPrecision(6)))} may fail`
      : "",
  ].filter((part) => part !== "");
  return `${verb} its tasks ${told.length === 0 ? "one by one" : told.join(", ")}`;
}
