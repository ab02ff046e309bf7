import { advance } from "#core/engine/containers/clock";
import type { Hooks, Outcome, Tool } from "#core/engine/process/call";
import { hostOf, notModelled, now, Refusal, setClock } from "#core/engine/state/machine";
import { type Ctx, contextOf, readCommand } from "./context";
import { sayByEngine, sayRefused } from "./say-refusal";
import { ClientRefusal } from "./words";

/** What a verb does; its exit code. */
export type Handler = (ctx: Ctx) => number;

const handlers = new Map<string, Handler>();
/** Verbs whose own order of checks is not the grader's: they are asked before a refusal is said. */
const early = new Map<string, (ctx: Ctx) => number | null>();

/** Adds verbs by what they ask for, as the command language names it ("run container"). */
export function addHandlers(list: Readonly<Record<string, Handler>>): void {
  for (const [action, handler] of Object.entries(list)) handlers.set(action, handler);
}
export function addEarly(list: Readonly<Record<string, (ctx: Ctx) => number | null>>): void {
  for (const [verb, check] of Object.entries(list)) early.set(verb, check);
}

/** How long the client and the engine take to answer, in milliseconds. */
const answerMs = 40;

/** The docker client at a host's shell. */
export const dockerTool: Tool = (call): Outcome => {
  const { m, place, err } = call;
  setClock(m, now(m) + answerMs);
  try {
    return perform(call);
  } catch (error) {
    if (!(error instanceof ClientRefusal)) throw error;
    err(`${error.message}\n`);
    return error.exit;
  } finally {
    if (hostOf(m, place.host).frozen) notModelled("the engine of this host does not answer");
  }
};

const perform = (call: Parameters<Tool>[0]): number => {
  const { m, place } = call;
  const read = readCommand(call, !m.tty);
  if (read.kind === "empty") return 0;
  if (read.kind === "unmodelled") return unread(call, read.why);
  if (read.kind === "refused") {
    const { parsed, refused } = read;
    const check =
      parsed.kind === "command" && refused.by === "engine" ? early.get(parsed.verb) : undefined;
    if (check !== undefined && parsed.kind === "command") {
      const none = {
        kind: "canonical",
        program: parsed.program,
        action: "",
        actionSpan: parsed.verbSpan,
        aspects: [],
        command: parsed,
      } as const;
      const code = check(contextOf(call, place.host, parsed, none));
      if (code !== null) return code;
    }
    throw sayRefused(refused, parsed);
  }
  const { parsed, canonical } = read;
  const handler = handlers.get(canonical.action);
  if (handler === undefined) return notModelled(`${canonical.action} is not modelled`);
  try {
    return handler(contextOf(call, place.host, parsed, canonical));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const exit = error.exit === 1 || error.exit === 128 ? 125 : error.exit;
    throw sayByEngine(error.message, parsed.typedVerb, exit);
  }
};

/** What the grader does not model: some of it has an answer of the client's own. */
function unread(call: Parameters<Tool>[0], why: string): number {
  const fallback = handlers.get("unread");
  if (fallback === undefined) return notModelled(why);
  const own = unreadWords.get(call.args[0] === "docker" ? (call.args[1] ?? "") : "compose");
  return own ? own(call, why) : notModelled(why);
}

/** Answers to words that the command language does not read, by their first word. */
export const unreadWords = new Map<string, (call: Parameters<Tool>[0], why: string) => number>();
addHandlers({ unread: () => 0 });

/** What programs of a host need: time, and the client. */
export const hostHooks: Hooks = { advance, docker: dockerTool };
