import { type Draft, given, last, put, refuse } from "#core/docker/canonical/draft/draft";
import type { Json, Span } from "#core/docker/types";
import { isMacAddress } from "#core/docker/values/addresses";
import { readNetwork } from "#core/docker/values/networks";

type End = { name: string; end: { [key: string]: Json }; spans: Span[] };

const predefined = new Set(["default", "bridge", "host", "none", ""]);
const isPredefined = (name: string) => predefined.has(name) || name.startsWith("container:");

/** The networks of a container, with what is asked of its end of each; the first is primary. */
export function putNetworks(draft: Draft): void {
  const ends = readEnds(draft);
  if (draft.refusal !== null || ends === null) return;
  const [first] = ends;
  if (first === undefined) return;
  const mode = first.name === "bridge" ? "default" : first.name;
  if (mode !== "default") put(draft, "network", mode, { spans: first.spans });
  for (const { name, end, spans } of ends) {
    const key = name === "bridge" ? "default" : name;
    const empty = Object.keys(end).length === 0;
    if (!empty || (ends.length > 1 && key !== "default")) {
      put(draft, `network ${key}`, end, { spans });
    }
  }
}

function readEnds(draft: Draft): End[] | null {
  const { command } = draft;
  const ends: End[] = [];
  const seen = new Set<string>();
  for (const flag of given(command, "network")) {
    const read = readNetwork(flag.value);
    if (!read.ok) continue;
    const { name, end } = read.value;
    if (name === "") {
      refuse(draft, "client", "no name set for network", flag.span);
      return null;
    }
    if (seen.has(name)) {
      const message = `network ${JSON.stringify(name)} is specified multiple times`;
      refuse(draft, "client", message, flag.span);
      return null;
    }
    seen.add(name);
    ends.push({ name, end: { ...end }, spans: [flag.span] });
  }
  if (ends.length === 0) ends.push({ name: "default", end: {}, spans: [] });
  const ownNames = ends.filter((end) => !isPredefined(end.name)).length;
  if (ownNames > 0 && ownNames < ends.length) {
    const message =
      "conflicting options: cannot attach both user-defined and non-user-defined network-modes";
    refuse(draft, "client", message, ends[1]?.spans[0] ?? command.verbSpan);
    return null;
  }
  for (const [i, end] of ends.entries()) {
    if (i === 0) addOwnFlags(draft, end);
    checkEnd(draft, end);
  }
  return ends;
}

const own = [
  ["ip", "ip", "IPv4 address"],
  ["ip6", "ip6", "IPv6 address"],
  ["mac-address", "mac", "MAC address"],
] as const;

/** Flags of the container that speak of its first network. */
function addOwnFlags(draft: Draft, { end, name, spans }: End): void {
  const { command } = draft;
  const aliases = given(command, "network-alias");
  if (aliases.length > 0) {
    if (end.aliases !== undefined) {
      conflict(draft, "network-alias", "alias");
      return;
    }
    end.aliases = aliases.map((flag) => flag.value).sort();
    spans.push(...aliases.map((flag) => flag.span));
  }
  for (const [flagName, field, words] of own) {
    const flag = last(command, flagName);
    if (flag === undefined || flag.value === "") continue;
    if (end[field] !== undefined) {
      conflict(draft, flagName, words);
      return;
    }
    end[field] = flag.value;
    spans.push(flag.span);
  }
  const local = given(command, "link-local-ip");
  if (local.length > 0) {
    end["link-local"] = local.map((flag) => flag.value);
    spans.push(...local.map((flag) => flag.span));
  }
  const links = given(command, "link");
  if (links.length > 0 && !isPredefined(name)) {
    end.links = links.map((flag) => flag.value).sort();
    spans.push(...links.map((flag) => flag.span));
  }
}

function conflict(draft: Draft, flag: string, words: string): void {
  const message = `conflicting options: cannot specify both --${flag} and per-network ${words}`;
  refuse(draft, "client", message, last(draft.command, flag)?.span ?? draft.command.verbSpan);
}

function checkEnd(draft: Draft, { name, end, spans }: End): void {
  const span = spans[spans.length - 1] ?? draft.command.verbSpan;
  if (isPredefined(name) && end.aliases !== undefined) {
    const message = "network-scoped aliases are only supported for user-defined networks";
    refuse(draft, "client", message, span);
  }
  if (typeof end.mac === "string" && !isMacAddress(end.mac.trim())) {
    refuse(draft, "client", `${end.mac} is not a valid mac address`, span);
  }
  if ((end.ip !== undefined || end.ip6 !== undefined) && predefined.has(name)) {
    const known = name === "host" || name === "none" ? name : "bridge";
    const message = `invalid config for network ${known}: invalid endpoint settings: user specified IP address is supported on user defined networks only`;
    refuse(draft, "engine", message, span);
  }
}
