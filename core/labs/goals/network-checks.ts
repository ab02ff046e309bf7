import { askHttp } from "#core/engine/network/http";
import { publishedAt, reach } from "#core/engine/network/reach";
import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { goalText } from "#core/text/labs/goal-text";
import type { Checked, Condition } from "./condition";
import { notRunning } from "./container-checks";
import { containerNamed, labHost, networksOf } from "./look";

type Of<Is extends Condition["is"]> = Extract<Condition, { is: Is }>;

/** The ports of the host at which a container's port is reached. */
const hostPorts = ({ ports }: Container, port: number): string[] => [
  ...new Set((ports[`${port}/tcp`] ?? []).map((one) => one.port)),
];

const hasBindings = ({ ports }: Container): boolean =>
  Object.values(ports).some((bindings) => (bindings ?? []).length > 0);

/** A container's port at a port of the host. */
export function checkPublished(m: Machine, condition: Of<"published">): Checked {
  const wanted = goalText().published(condition.container, condition.port, condition.at);
  const trouble = notRunning(m, condition.container);
  const found = containerNamed(m, condition.container);
  return { wanted, missing: trouble ?? (found ? notPublished(m, found, condition) : null) };
}

function notPublished(
  m: Machine,
  found: Container,
  { container, port, at }: Of<"published">,
): string | null {
  const text = goalText();
  const ports = hostPorts(found, port);
  if (ports.includes(String(at))) return null;
  if (ports[0] !== undefined) return text.otherPort(container, port, ports[0], at);
  const there = publishedAt(m, labHost, at, true);
  if (there?.container.id === found.id)
    return text.otherInner(container, at, String(there.port), port);
  if (there !== null) return text.takenBy(container, at, there.container.name);
  const [other] = Object.entries(found.ports).filter(([, to]) => (to ?? []).length > 0);
  const [inner, bindings] = other ?? [];
  if (inner !== undefined && bindings?.[0]) {
    return text.otherPort(container, Number.parseInt(inner, 10), bindings[0].port, at);
  }
  return text.unpublished(container);
}

/** Someone who publishes a port, and which: the nearest where nobody answers. */
function anyPublished(m: Machine): { name: string; where: string } | null {
  for (const one of Object.values(hostOf(m).containers)) {
    if (one.status !== "running" || !hasBindings(one)) continue;
    const bindings = Object.values(one.ports).flatMap((list) => list ?? []);
    return { name: one.name, where: bindings[0]?.port ?? "" };
  }
  return null;
}

/** What a page says in a few words: its text without marks. */
export function pageWords(body: string): string {
  const words = body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

/** A web server at a port of the host, by what it answers. */
export function checkAnswers(m: Machine, condition: Of<"answers">): Checked {
  const { at, path = "/", with: words } = condition;
  const text = goalText();
  const wanted = text.answers(at, words);
  const found = reach(m, { host: labHost, container: null }, "localhost", at);
  if (found.kind === "reset") {
    const there = publishedAt(m, labHost, at, true);
    return { wanted, missing: text.reset(at, there?.container.name ?? "", there?.port ?? at) };
  }
  if (found.kind !== "service") {
    const other = anyPublished(m);
    return {
      wanted,
      missing: other ? text.nobodyButAt(at, other.name, other.where) : text.nobody(at),
    };
  }
  const { body } = askHttp(m, found.place, found.service, path);
  return { wanted, missing: body.includes(words) ? null : text.saysElse(at, pageWords(body)) };
}

/** One container reaches another by its name. */
export function checkReaches(m: Machine, { from, name, port }: Of<"reaches">): Checked {
  const text = goalText();
  const wanted = text.reaches(from, name, port);
  const trouble = notRunning(m, from);
  const own = containerNamed(m, from);
  if (trouble !== null || own === undefined) return { wanted, missing: trouble };
  const { kind } = reach(m, { host: labHost, container: own.id }, name, port);
  if (kind === "service") return { wanted, missing: null };
  if (kind === "refused" || kind === "reset") return { wanted, missing: text.refuses(name, port) };
  const other = containerNamed(m, name);
  if (other === undefined) return { wanted, missing: text.unknownName(from, name) };
  return { wanted, missing: notRunning(m, name) ?? whyUnknown(own, other) };
}

function whyUnknown(own: Container, other: Container): string {
  const text = goalText();
  const [mine, its] = [networksOf(own), networksOf(other)];
  const shared = mine.filter((network) => its.includes(network));
  if (shared.length === 0) return text.noNetworkShared(own.name, other.name, mine, its);
  if (shared.every((network) => network === "bridge"))
    return text.defaultBridge(own.name, other.name);
  return text.unknownName(own.name, other.name);
}

/** One container does not reach another. */
export function checkCutOff(m: Machine, { from, name, port }: Of<"cut-off">): Checked {
  const text = goalText();
  const wanted = text.cutOff(from, name, port);
  const trouble = notRunning(m, from);
  const own = containerNamed(m, from);
  if (trouble !== null || own === undefined) return { wanted, missing: trouble };
  const { kind } = reach(m, { host: labHost, container: own.id }, name, port);
  return { wanted, missing: kind === "service" ? text.stillReaches(from, name) : null };
}

/** A container is on a network. */
export function checkJoined(m: Machine, { container, network }: Of<"joined">): Checked {
  const text = goalText();
  const wanted = text.joined(container, network);
  const found = containerNamed(m, container);
  if (found === undefined) return { wanted, missing: text.noContainer(container) };
  const own = networksOf(found);
  const isOn = own.includes(network);
  return { wanted, missing: isOn ? null : text.otherNetworks(container, network, own) };
}
