import {
  append,
  at,
  type Draft,
  given,
  last,
  put,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { putLook } from "#core/docker/canonical/look/look";
import type { Json, Sourced } from "#core/docker/types";

/**
 * `docker node promote` and `demote` are updates of a role; a node that has the role already is
 * only looked at.
 */
export const setRole =
  (role: string) =>
  (draft: Draft): void => {
    const { command } = draft;
    for (const node of command.args) {
      const before = command.world.node(node.text);
      if (before.role === role) append(draft, "already so", node.text, at(node.span));
      else putNode(draft, node, { role });
    }
    sortAspect(draft, "already so");
  };

/** What a node is after the update, one aspect a node. */
function putNode(draft: Draft, node: Sourced, change: { [key: string]: Json }): void {
  const before = draft.command.world.node(node.text);
  const spans = [draft.command.verbSpan, node.span];
  append(draft, `node ${node.text}`, { ...before, ...change }, { spans });
}

const known: Readonly<Record<string, ReadonlySet<string>>> = {
  role: new Set(["worker", "manager"]),
  availability: new Set(["active", "pause", "drain"]),
};

export function updateNode(draft: Draft): void {
  const { command } = draft;
  const [node] = command.args;
  if (node === undefined) return;
  const change: { [key: string]: Json } = {};
  for (const [name, values] of Object.entries(known)) {
    const flag = last(command, name);
    if (flag === undefined) continue;
    const said = flag.value.toLowerCase();
    if (!values.has(said)) {
      const field = name === "role" ? "Role" : "Availability";
      const message = `invalid ${field}: ${JSON.stringify(flag.value)}`;
      refuse(draft, "engine", message, flag.span);
      return;
    }
    change[name] = said;
  }
  for (const { value } of given(command, "label-add")) {
    const equals = value.indexOf("=");
    change[`label ${equals < 0 ? value : value.slice(0, equals)}`] =
      equals < 0 ? "" : value.slice(equals + 1);
  }
  const before = command.world.node(node.text);
  const removed: string[] = [];
  for (const { value, span } of given(command, "label-rm")) {
    const label = `label ${value}`;
    if (command.world.measured && !(label in before)) {
      refuse(draft, "client", `key ${value} doesn't exist in node's labels`, span);
      return;
    }
    if (command.world.measured) delete change[label];
    else change[label] = null;
    removed.push(label);
  }
  putNode(draft, node, change);
  if (command.world.measured) forget(draft, node.text, removed);
  const span = command.flags.map((flag) => flag.span);
  const made = draft.aspects.get(`node ${node.text}`);
  if (made !== undefined) put(draft, made.name, made.value, { spans: [...span, node.span] });
}

/** Takes labels away that a known node had. */
function forget(draft: Draft, node: string, labels: readonly string[]): void {
  const old = draft.aspects.get(`node ${node}`);
  if (old === undefined || !Array.isArray(old.value)) return;
  const kept = old.value.map((state: Json): Json => {
    if (typeof state !== "object" || state === null || Array.isArray(state)) return state;
    return Object.fromEntries(Object.entries(state).filter(([name]) => !labels.includes(name)));
  });
  put(draft, old.name, kept, { spans: old.spans });
}

/** `docker node ps`: of this node unless others are named. */
export function listNodeTasks(draft: Draft): void {
  const { command } = draft;
  putLook(draft);
  const nodes = command.args.length > 0 ? command.args : [{ text: "self", span: command.verbSpan }];
  for (const { text, span } of nodes) append(draft, "nodes", text, at(span));
}
