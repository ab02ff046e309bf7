import { type Draft, given, last, refuse } from "#core/docker/canonical/draft/draft";
import { typedValue } from "#core/docker/canonical/draft/lower-flags";
import { commandAt } from "#core/docker/tables/command-table";
import type { GivenFlag, Json } from "#core/docker/types";

/** How swarmkit's own objections reach the client. */
export const invalid = (description: string) =>
  `rpc error: code = InvalidArgument desc = ${description}`;

const quoted = (text: string) => JSON.stringify(text);

type Words = { values: string; says: (value: string) => string };

const failures: Words = {
  values: "pause continue rollback",
  says: (value) => `unrecognized update failure action ${value}`,
};
const orders: Words = {
  values: "start-first stop-first",
  says: (value) => `unrecognized update order ${value}`,
};

/** Options that take certain words (moby v28.5.2, daemon/cluster/convert/service.go). */
const ofWords: Readonly<Record<string, Words>> = {
  "restart-condition": {
    values: "none on-failure any",
    says: (value) => `invalid RestartCondition: ${quoted(value)}`,
  },
  "update-failure-action": failures,
  "update-order": orders,
  "rollback-failure-action": failures,
  "rollback-order": orders,
  "endpoint-mode": {
    values: "vip dnsrr",
    says: (value) => `invalid resolution mode: ${quoted(value)}`,
  },
};

type Range = { isOff: (value: number) => boolean; says: (value: number) => string };

const least = 4 * 1024 * 1024;
const memory: Range = {
  isOff: (bytes) => bytes !== 0 && bytes < least,
  says: (bytes) => `invalid memory value ${bytes}: Must be at least 4MiB`,
};
const processors: Range = {
  isOff: (billionths) => billionths !== 0 && billionths < 1e6,
  says: (billionths) => `invalid cpu value ${billionths / 1e9}: Must be at least 0.001`,
};
const time = (name: string): Range => ({
  isOff: (seconds) => seconds < 0,
  says: () => `TaskSpec: ${name} cannot be negative`,
});
const check = (name: string): Range => ({
  isOff: (seconds) => seconds !== 0 && seconds < 0.001,
  says: () => `ContainerSpec: ${name} in HealthConfig cannot be less than 1ms`,
});

/** Numbers that have a range (swarmkit v2.0.0, manager/controlapi/service.go). */
const ofNumbers: Readonly<Record<string, Range>> = {
  "limit-cpu": processors,
  "limit-memory": memory,
  "reserve-cpu": processors,
  "reserve-memory": memory,
  "restart-delay": time("restart-delay"),
  "restart-window": time("restart-window"),
  "health-interval": check("Interval"),
  "health-timeout": check("Timeout"),
  "health-start-period": check("StartPeriod"),
  "health-retries": {
    isOff: (count) => count < 0,
    says: () => "ContainerSpec: Retries in HealthConfig cannot be negative",
  },
  "update-delay": time("update-delay"),
  "update-monitor": time("update-monitor"),
  "update-max-failure-ratio": {
    isOff: (ratio) => ratio < 0 || ratio > 1,
    says: () => "TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1",
  },
};

/** What a manager refuses of a service whatever else it knows; none answered in the measured world. */
export function refuseService(draft: Draft): void {
  if (draft.command.world.measured) return;
  refuseWords(draft);
  refuseName(draft);
  refuseNumbers(draft);
  refuseMounts(draft);
  refusePorts(draft);
}

/** The names of services are labels of DNS. */
function refuseName(draft: Draft): void {
  const name = last(draft.command, "name");
  if (name === undefined || name.value === "") return;
  if (!/^[a-zA-Z0-9](?:[\w-]*[a-zA-Z0-9])?$/.test(name.value)) {
    refuse(draft, "engine", invalid("name must be valid as a DNS name component"), name.span);
  } else if (name.value.length > 63) {
    refuse(draft, "engine", invalid("name must be 63 characters or fewer"), name.span);
  }
}

function refuseWords(draft: Draft): void {
  const { command } = draft;
  for (const [name, { values, says }] of Object.entries(ofWords)) {
    const flag = last(command, name);
    const lowers = name === "endpoint-mode" && command.verb === "service create";
    const said = lowers ? flag?.value.toLowerCase() : flag?.value;
    if (flag === undefined || !said || values.split(" ").includes(said)) continue;
    refuse(draft, "engine", says(said), flag.span);
  }
}

/** A number as it is sent: seconds, bytes, billionths of processors. */
const numberOf = (draft: Draft, flag: GivenFlag): number => {
  const { verb } = draft.command;
  return Number(typedValue(verb, commandAt(verb)?.long.get(flag.name), flag.value));
};

function refuseNumbers(draft: Draft): void {
  for (const [name, { isOff, says }] of Object.entries(ofNumbers)) {
    const flag = last(draft.command, name);
    if (flag === undefined) continue;
    const value = numberOf(draft, flag);
    if (isOff(value)) refuse(draft, "engine", invalid(says(value)), flag.span);
  }
}

/** Two mounts at one place: of an update the client sees that itself. */
function refuseMounts(draft: Draft): void {
  for (const { name, value, spans } of draft.aspects.values()) {
    const span = spans.at(-1);
    if (!name.startsWith("mount ") || !Array.isArray(value) || value.length < 2 || !span) continue;
    const place = name.slice("mount ".length);
    if (draft.command.verb === "service update") {
      refuse(draft, "client", "duplicate mount target", span);
    } else {
      refuse(draft, "engine", invalid(`ContainerSpec: duplicate mount point: ${place}`), span);
    }
  }
}

/** Ports as lists of target, protocol, mode and published port, 0 for any. */
function refusePorts(draft: Draft): void {
  const { command } = draft;
  const ports = draft.aspects.get("ports");
  const span = ports?.spans.at(-1);
  if (ports === undefined || span === undefined || !Array.isArray(ports.value)) return;
  const list = ports.value.filter((port: Json): port is readonly Json[] => Array.isArray(port));
  const mode = last(command, "endpoint-mode")?.value.toLowerCase();
  if (mode === "dnsrr" && list.some(([, , how]) => how === "ingress")) {
    const says = "EndpointSpec: port published with ingress mode can't be used with dnsrr mode";
    refuse(draft, "engine", invalid(says), span);
  }
  // An update adds what is the same once.
  const isUpdate = command.verb === "service update";
  const told = list.map((port) => JSON.stringify(port));
  const kept = isUpdate ? list.filter((_, i) => told.indexOf(told[i] ?? "") === i) : list;
  const taken = kept.flatMap(([, protocol, , port]) => (port === 0 ? [] : [`${port}/${protocol}`]));
  if (new Set(taken).size < taken.length) {
    refuse(draft, "engine", invalid("EndpointSpec: duplicate published ports provided"), span);
  }
}

/** Files of secrets or configs that would stand at one place. */
export function refuseSameFiles(draft: Draft, kind: string, suffix: string): void {
  const files = draft.aspects.get(kind)?.value;
  const last = given(draft.command, `${kind}${suffix}`).at(-1);
  if (!Array.isArray(files) || last === undefined) return;
  const seen = new Set<string>();
  for (const file of files as readonly { source?: Json; target?: Json }[]) {
    const target = String(file.target);
    if (seen.has(target)) {
      const message = `duplicate ${kind} target for ${String(file.source)} not allowed`;
      refuse(draft, "client", message, last.span);
    }
    seen.add(target);
  }
}
