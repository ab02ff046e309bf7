import {
  at,
  type Draft,
  given,
  last,
  put,
  refuse,
  setAside,
} from "#core/docker/canonical/draft/draft";
import type { Json, Span } from "#core/docker/types";
import { networkOf } from "#core/docker/values/addresses";
import { readCommaList } from "#core/docker/values/comma-list";
import { cut } from "#core/docker/values/cut";
import { isName, wrongName } from "#core/docker/values/mounts";
import { readBytes } from "#core/docker/values/numbers";

/** Flags of cluster volumes; one of them makes a volume such a one. */
const cluster = ["availability", "group", "limit-bytes", "required-bytes", "scope", "sharing"];

export function createVolume(draft: Draft): void {
  const { command } = draft;
  const [argument] = command.args;
  const flag = last(command, "name");
  if (argument !== undefined && flag !== undefined && flag.value !== "") {
    const message =
      "conflicting options: cannot specify a volume-name through both --name and as a positional arg";
    refuse(draft, "client", message, argument.span);
    return;
  }
  const name = argument?.text ?? flag?.value ?? "";
  const span = argument?.span ?? flag?.span ?? command.verbSpan;
  if (name !== "") {
    if (!isName(name)) {
      refuse(draft, "engine", wrongName(name), span);
      return;
    }
    put(draft, "volume", name, at(span));
  }
  putClusterVolume(draft);
}

const usualCluster: Readonly<Record<string, string>> = {
  availability: "active",
  scope: "single",
  sharing: "none",
};

function putClusterVolume(draft: Draft): void {
  const flags = draft.command.flags.filter(
    (flag) => flag.name === "type" || cluster.includes(flag.name),
  );
  if (flags.length === 0) return;
  const detail: { [key: string]: Json } = { ...usualCluster };
  for (const { name, value } of flags) {
    const bytes = name.endsWith("-bytes") ? readBytes(value) : null;
    if (name !== "type") detail[name] = bytes?.ok ? bytes.value : value;
  }
  put(draft, "cluster volume", detail, { spans: flags.map((flag) => flag.span) });
}

type Ranged = { text: string; span: Span };

const listed = (draft: Draft, name: string): Ranged[] =>
  given(draft.command, name).flatMap(({ value, span }) => {
    const read = readCommaList(value);
    return (read.ok ? read.value : [value]).map((text) => ({ text, span }));
  });

/** Whether an address, or a range's first, lies in a subnet. */
function contains(subnet: string, address: string): boolean {
  const bits = subnet.split("/")[1] ?? "";
  const network = networkOf(subnet);
  return network !== null && network === networkOf(`${address.split("/")[0]}/${bits}`);
}

/** Each subnet is held against all others, so there is an end to how many. */
const mostSubnets = 32;

/** The networks that an engine has from the start. */
const predefined = /^(?:bridge|host|none|default)$/;

/** What an engine makes no second one of; no engine answered in the measured world. */
function refuseSecond(draft: Draft): void {
  const { args, world } = draft.command;
  const [name] = args;
  const driver = last(draft.command, "driver");
  if (world.measured) return;
  if (name !== undefined && predefined.test(name.text)) {
    const message = `operation is not permitted on predefined ${name.text} network`;
    refuse(draft, "engine", message, name.span);
  } else if (driver?.value === "host") {
    refuse(draft, "engine", 'only one instance of "host" network is allowed', driver.span);
  }
}

/** `docker network create`: addresses by subnet. */
export function createNetwork(draft: Draft): void {
  const { command } = draft;
  refuseSecond(draft);
  if (draft.refusal !== null) return;
  const subnets = listed(draft, "subnet");
  const ranges = listed(draft, "ip-range");
  const gateways = listed(draft, "gateway");
  const surplus = subnets[mostSubnets];
  if (surplus !== undefined) {
    setAside(draft, `more than ${mostSubnets} subnets`, surplus.span);
    return;
  }
  const lonely = ranges[subnets.length] ?? gateways[subnets.length];
  if (lonely !== undefined) {
    const message = "every ip-range or gateway must have a corresponding subnet";
    refuse(draft, "client", message, lonely.span);
    return;
  }
  for (const [i, subnet] of subnets.entries()) {
    if (networkOf(subnet.text) === null) {
      const message = `invalid network config: invalid subnet ${subnet.text}: invalid CIDR block notation`;
      refuse(draft, "engine", message, subnet.span);
      return;
    }
    const network = networkOf(subnet.text);
    if (network !== subnet.text && !command.world.measured && !subnet.text.includes(":")) {
      const message = `invalid network config: invalid subnet ${subnet.text}: it should be ${network}`;
      refuse(draft, "engine", message, subnet.span);
      return;
    }
    const clash = subnets
      .slice(0, i)
      .some((other) => contains(other.text, subnet.text) || contains(subnet.text, other.text));
    if (clash) {
      const message = "multiple overlapping subnet configuration is not supported";
      refuse(draft, "client", message, subnet.span);
      return;
    }
    put(draft, `subnet ${subnet.text}`, {}, at(subnet.span));
  }
  place(draft, subnets, { field: "range", words: "range", entries: ranges });
  place(draft, subnets, { field: "gateway", words: "gateway", entries: gateways });
  place(draft, subnets, {
    field: "aux",
    words: "aux-address",
    entries: given(command, "aux-address").map(({ value, span }) => ({ text: value, span })),
  });
}

type Placing = { field: string; words: string; entries: readonly Ranged[] };

/** Puts each range, gateway or reserved address under the subnet that holds it. */
function place(draft: Draft, subnets: readonly Ranged[], { field, words, entries }: Placing): void {
  for (const { text, span } of entries) {
    const [name, said] = field === "aux" ? cut(text, "=") : ["", text];
    const address = said ?? "";
    if (field === "range" && networkOf(address) === null) {
      refuse(draft, "client", `invalid CIDR address: ${address}`, span);
      return;
    }
    const home = subnets.find((subnet) => contains(subnet.text, address));
    if (home === undefined) {
      refuse(draft, "client", `no matching subnet for ${words} ${address}`, span);
      return;
    }
    const aspect = `subnet ${home.text}`;
    const old = draft.aspects.get(aspect);
    const detail = typeof old?.value === "object" && old.value !== null ? old.value : {};
    const key = field === "aux" ? `aux ${name}` : field;
    if (key === field && key in detail) {
      const message = `cannot configure multiple ${words}s (${address}) on the same subnet (${home.text})`;
      refuse(draft, "client", message, span);
      return;
    }
    put(draft, aspect, { ...detail, [key]: address }, { spans: [...(old?.spans ?? []), span] });
  }
}

/** `docker network rm`: the networks that an engine has from the start stay. */
export function removeNetworks(draft: Draft): void {
  const { args, world } = draft.command;
  const fixed = args.find(({ text }) => predefined.test(text));
  if (fixed === undefined || world.measured) return;
  const message = `${fixed.text} is a pre-defined network and cannot be removed`;
  refuse(draft, "engine", message, fixed.span);
}

export function connectNetwork(draft: Draft): void {
  for (const { text, span } of listed(draft, "driver-opt")) {
    const [name, value] = cut(text, "=");
    if (value === null || name.trim() === "") {
      refuse(draft, "client", "invalid key/value pair format in driver options", span);
      return;
    }
    put(draft, `driver-opt ${name.trim()}`, value.trim(), at(span));
  }
}
