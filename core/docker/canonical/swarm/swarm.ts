import {
  append,
  at,
  type Draft,
  given,
  isOn,
  last,
  put,
  putSwitch,
  refuse,
} from "#core/docker/canonical/draft/draft";
import type { GivenFlag } from "#core/docker/types";
import { readListenAddress } from "#core/docker/values/listen-address";
import { readAuthority } from "#core/docker/values/rare-values";
import { refuseAuthority, refuseSwarm } from "./swarm-limits";

const port = ":2377";
const everywhere = "0.0.0.0:2377";

/** An address with its port, 2377 unless said. */
const withPort = (address: string) => (/^[^:]+$/.test(address) ? `${address}${port}` : address);

const availabilities = new Set(["active", "pause", "drain"]);

/** What starting and joining a swarm share: where this node listens and is reached. */
function putAddresses(draft: Draft): void {
  const { command } = draft;
  const listen = last(command, "listen-addr");
  const listens = readListenAddress(listen?.value ?? "");
  const where = listens.ok ? listens.value : everywhere;
  if (listen !== undefined && where !== everywhere)
    put(draft, "listen-addr", where, at(listen.span));
  const advertise = last(command, "advertise-addr");
  if (advertise !== undefined && advertise.value !== "") {
    const said = where.endsWith(port) ? withPort(advertise.value) : advertise.value;
    put(draft, "advertise-addr", said, at(advertise.span));
  }
  const availability = last(command, "availability");
  if (availability !== undefined) putAvailability(draft, availability);
}

function putAvailability(draft: Draft, flag: GivenFlag): void {
  const said = flag.value.toLowerCase();
  if (!availabilities.has(said)) {
    const message = `invalid availability ${JSON.stringify(flag.value)}, only active, pause and drain are supported`;
    refuse(draft, "client", message, flag.span);
    return;
  }
  put(draft, "availability", said, at(flag.span));
}

export function startSwarm(draft: Draft): void {
  putAddresses(draft);
  putAuthorities(draft);
  refuseSwarm(draft);
}

function putAuthorities(draft: Draft): void {
  for (const { value, span } of given(draft.command, "external-ca")) {
    const read = readAuthority(value);
    if (read.ok) append(draft, "external-ca", read.value, at(span));
  }
}

export function joinSwarm(draft: Draft): void {
  putAddresses(draft);
  const [manager] = draft.command.args;
  if (manager !== undefined) put(draft, "manager", withPort(manager.text), at(manager.span));
}

const roles = new Set(["worker", "manager"]);

/** `docker swarm join-token`: shown, or made anew; of the measured swarm then always in full. */
export function showJoinToken(draft: Draft): void {
  const { command } = draft;
  const [role] = command.args;
  if (role === undefined) return;
  if (!roles.has(role.text)) {
    refuse(draft, "client", `unknown role ${role.text}`, role.span);
    return;
  }
  const rotates = isOn(command, "rotate");
  putSwitch(draft, "rotate");
  put(draft, "role", role.text, at(role.span, rotates ? "request" : "output"));
  if (!rotates) putSwitch(draft, "quiet");
  else if (!command.world.measured) putSwitch(draft, "quiet", "output");
}

export function showUnlockKey(draft: Draft): void {
  const { command } = draft;
  putSwitch(draft, "rotate");
  if (!isOn(command, "rotate") || !command.world.measured) putSwitch(draft, "quiet", "output");
}

/** With no flag at all the client only prints its help. */
export function updateSwarm(draft: Draft): void {
  const { command } = draft;
  if (command.flags.length === 0) draft.action = "help for swarm update";
  const lock = last(command, "autolock");
  if (lock !== undefined) put(draft, "autolock", isOn(command, "autolock"), at(lock.span));
  putAuthorities(draft);
  refuseSwarm(draft);
}

/** A measured swarm is not locked, so it cannot be unlocked. */
export function unlockSwarm(draft: Draft): void {
  if (!draft.command.world.measured) return;
  refuse(draft, "client", "Error: swarm is not locked", draft.command.verbSpan);
}

const needRotation = ["ca-cert", "ca-key", "cert-expiry", "external-ca"];

export function showAuthority(draft: Draft): void {
  const { command } = draft;
  if (isOn(command, "rotate")) {
    putSwitch(draft, "rotate");
    putAuthorities(draft);
    const outside = last(command, "external-ca");
    if (outside !== undefined && last(command, "ca-cert") === undefined) {
      const message =
        "rotating to an external CA requires the `--ca-cert` flag to specify the external CA's cert - to add an external CA with the current root CA certificate, use the `update` command instead";
      refuse(draft, "client", message, outside.span);
    }
    refuseAuthority(draft);
    refuseSwarm(draft);
    return;
  }
  const lonely = command.flags.find((flag) => needRotation.includes(flag.name));
  if (lonely === undefined) return;
  const message = `\`--${lonely.name}\` flag requires the \`--rotate\` flag to update the CA`;
  refuse(draft, "client", message, lonely.span);
}
