import { type Draft, last, refuse } from "#core/docker/canonical/draft/draft";
import { typedValue } from "#core/docker/canonical/draft/lower-flags";
import { commandAt } from "#core/docker/tables/command-table";
import type { Json, Span } from "#core/docker/types";
import { invalid } from "./service-limits";

/** What a flag is worth as it is sent, and where it stands; null where it is not given. */
function sent({ command }: Draft, name: string): { value: Json; span: Span } | null {
  const flag = last(command, name);
  const spec = commandAt(command.verb)?.long.get(name);
  return flag === undefined
    ? null
    : { value: typedValue(command.verb, spec, flag.value), span: flag.span };
}

const hour = 3600;

/**
 * What the engine refuses of a swarm's settings (moby v28.5.2, daemon/cluster; swarmkit v2.0.0,
 * manager/controlapi/cluster.go); none answered in the measured world.
 */
export function refuseSwarm(draft: Draft): void {
  const { verb, world } = draft.command;
  if (world.measured) return;
  if (verb === "swarm init") refuseNetworks(draft);
  const whole = (says: string) =>
    verb === "swarm init" ? `error updating cluster settings: ${invalid(says)}` : invalid(says);
  const expiry = sent(draft, "cert-expiry");
  // None is not sent.
  if (expiry !== null && expiry.value !== 0 && Number(expiry.value) < hour) {
    refuse(draft, "engine", whole("minimum certificate expiry time is: 1h0m0s"), expiry.span);
  }
  const heartbeat = sent(draft, "dispatcher-heartbeat");
  if (heartbeat !== null && Number(heartbeat.value) < 0) {
    const says = "heartbeat time period cannot be a negative duration";
    refuse(draft, "engine", whole(says), heartbeat.span);
  }
}

/** The port and the addresses of a new swarm's own networks. */
function refuseNetworks(draft: Draft): void {
  const port = sent(draft, "data-path-port");
  if (port !== null && port.value !== 0 && !isBetween(Number(port.value), 1024, 49151)) {
    const says = `Datapath port number is not in valid range (1024-49151) : ${port.value}`;
    refuse(draft, "engine", says, port.span);
  }
  const pool = sent(draft, "default-addr-pool");
  if (pool === null) return;
  const length = sent(draft, "default-addr-pool-mask-length");
  const size = Number(length?.value ?? 24) || 24;
  const span = length?.span ?? pool.span;
  if (size > 29) {
    refuse(draft, "engine", `subnet size is out of range: ${size}`, span);
    return;
  }
  const small = [pool.value].flat().find((one) => size < Number(String(one).split("/")[1]));
  if (small !== undefined) {
    const says = `invalid CIDR: ${JSON.stringify(small)}. Subnet size is too small for pool: ${size}`;
    refuse(draft, "engine", says, span);
  }
}

const isBetween = (value: number, low: number, high: number) => low <= value && value <= high;

/** The name of a secret or a config. */
export function refuseSecretName(draft: Draft): void {
  const [name] = draft.command.args;
  if (name === undefined || draft.command.world.measured) return;
  if (name.text.length <= 64 && /^[a-zA-Z0-9](?:[\w.-]*[a-zA-Z0-9])?$/.test(name.text)) return;
  const says =
    name.text === ""
      ? "name must be provided"
      : "invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]";
  refuse(draft, "engine", invalid(says), name.span);
}

/** A root certificate that is given comes with its key, or with who signs by it. */
export function refuseAuthority(draft: Draft): void {
  const { command } = draft;
  const cert = last(command, "ca-cert");
  const key = last(command, "ca-key");
  if (cert !== undefined && key === undefined && last(command, "external-ca") === undefined) {
    const message =
      "the --ca-cert flag requires that a --ca-key flag and/or --external-ca flag be provided as well";
    refuse(draft, "client", message, cert.span);
  } else if (key !== undefined && cert === undefined && !command.world.measured) {
    const says = "if a signing CA key is provided, the signing CA cert must also be provided";
    refuse(draft, "engine", invalid(says), key.span);
  }
}

/** The name of a stack is more than spaces and quotes. */
export function refuseStackNames(draft: Draft): void {
  const empty = draft.command.args.find(({ text }) => /^[\s"']*$/.test(text));
  if (empty === undefined) return;
  refuse(draft, "client", `invalid stack name: ${JSON.stringify(empty.text)}`, empty.span);
}
