import type { Aspect, Command, GivenFlag, Json, Level, RefusedBy, Span } from "#core/docker/types";

/** A canonical command in the making. The first refusal stands. */
export type Draft = {
  command: Command;
  action: string;
  aspects: Map<string, Aspect>;
  /** The lists that still grow, by the aspect they belong to. */
  lists: Map<string, { values: Json[]; spans: Span[] }>;
  /** Aspects whose list has no order; true where equal entries count once. */
  unordered: Map<string, boolean>;
  refusal: { by: RefusedBy; message: string; span: Span } | null;
  unmodelled: { why: string; span: Span } | null;
};

export const startDraft = (command: Command, action: string): Draft => ({
  command,
  action,
  aspects: new Map(),
  lists: new Map(),
  unordered: new Map(),
  refusal: null,
  unmodelled: null,
});

export type Placed = { spans: readonly Span[]; level?: Level };

export const at = (span: Span, level: Level = "request"): Placed => ({ spans: [span], level });

/** Sets an aspect; a later value replaces an earlier one. */
export function put(draft: Draft, name: string, value: Json, placed: Placed): void {
  const { spans, level = "request" } = placed;
  draft.aspects.set(name, { name, value, level, spans });
}

/** Adds a value to an aspect that is a list, keeping where each came from. */
export function append(draft: Draft, name: string, value: Json, placed: Placed): void {
  const old = draft.aspects.get(name);
  let list = draft.lists.get(name);
  if (list === undefined || list.values !== old?.value) {
    const values = Array.isArray(old?.value) ? [...old.value] : [];
    list = { values, spans: [...(old?.spans ?? [])] };
    draft.lists.set(name, list);
  }
  list.values.push(value);
  list.spans.push(...placed.spans);
  put(draft, name, list.values, { spans: list.spans, level: placed.level });
}

/** Says that the order of an aspect's list means nothing; it is sorted once, at the end. */
export function sortAspect(draft: Draft, name: string, once = false): void {
  draft.unordered.set(name, once || draft.unordered.get(name) === true);
}

/** All aspects by name, their lists in order. */
export function finishAspects(draft: Draft): Aspect[] {
  for (const [name, once] of draft.unordered) {
    const aspect = draft.aspects.get(name);
    if (aspect === undefined || !Array.isArray(aspect.value)) continue;
    draft.aspects.set(name, { ...aspect, value: sortList(aspect.value, once) });
  }
  const aspects = [...draft.aspects.values()];
  return aspects.length < 2 ? aspects : aspects.sort(byName);
}

const byName = (a: Aspect, b: Aspect) => (a.name < b.name ? -1 : 1);

function sortList(values: readonly Json[], once: boolean): readonly Json[] {
  if (values.length < 2) return values;
  // Nearly all lists are of words, which need no key to be sorted by.
  if (values.every((value) => typeof value === "string")) {
    return (once ? [...new Set(values)] : [...values]).sort();
  }
  const keyed = values.map((value) => ({ value, key: JSON.stringify(value) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const kept = once ? keyed.filter((entry, i) => entry.key !== keyed[i - 1]?.key) : keyed;
  return kept.map((entry) => entry.value);
}

/** The end of a command that asks for more than is taken apart here. */
export function setAside(draft: Draft, why: string, span: Span): void {
  draft.unmodelled ??= { why: `not modelled: ${why}`, span };
}

export function refuse(draft: Draft, by: RefusedBy, message: string, span: Span): void {
  draft.refusal ??= { by, message, span };
}

/** All that was given for a flag, in order. */
export const given = (command: Command, name: string): GivenFlag[] =>
  command.flags.filter((flag) => flag.name === name);

/** What counts for a flag that is worth one value: the last. */
export function last(command: Command, name: string): GivenFlag | undefined {
  for (let i = command.flags.length - 1; i >= 0; i--) {
    const flag = command.flags[i];
    if (flag?.name === name) return flag;
  }
  return undefined;
}

/** The last of a flag, unless it says nothing. */
export function lastSaid(command: Command, name: string): GivenFlag | undefined {
  const flag = last(command, name);
  return flag?.value === "" ? undefined : flag;
}

/** Sets an aspect of the name of a switch that is on. */
export function putSwitch(draft: Draft, name: string, level?: Level, as = name): void {
  const flag = last(draft.command, name);
  if (flag !== undefined && truths.has(flag.value)) put(draft, as, true, at(flag.span, level));
}

const truths = new Set(["1", "t", "T", "true", "TRUE", "True"]);

/** Whether a switch is on in the end. */
export function isOn(command: Command, name: string): boolean {
  const flag = last(command, name);
  return flag !== undefined && truths.has(flag.value);
}
