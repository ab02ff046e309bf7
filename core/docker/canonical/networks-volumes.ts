import { at, type Draft, given, last, put, refuse } from "#core/docker/canonical/draft/draft";
import { later } from "#core/docker/later";
import type { Json, Span } from "#core/docker/types";
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

/** One text of a comma list, with the columns of the whole. */
export type Ranged = { text: string; span: Span };

/** All texts of a flag that takes lists. */
export const listed = (draft: Draft, name: string): Ranged[] =>
  given(draft.command, name).flatMap(({ value, span }) => {
    const read = readCommaList(value);
    return (read.ok ? read.value : [value]).map((text) => ({ text, span }));
  });

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

/** What places the addresses of a network under its subnets. */
export const addressing = later<(draft: Draft) => void>();

const addresses = ["subnet", "ip-range", "gateway", "aux-address"];

/** `docker network create`: addresses by subnet. */
export function createNetwork(draft: Draft): void {
  refuseSecond(draft);
  const isPlaced = draft.command.flags.some(({ name }) => addresses.includes(name));
  if (draft.refusal === null && isPlaced) addressing.get()(draft);
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
