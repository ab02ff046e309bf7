import type { Service, Spec } from "#core/engine/cluster-types";
import { apiTime } from "#core/engine/state/words";

type Fields = Record<string, unknown>;

const portsJson = ({ ports }: Spec) =>
  ports.map((port) => ({
    Protocol: port.protocol,
    TargetPort: port.target,
    PublishedPort: port.published,
    PublishMode: port.mode,
  }));

/** A field that is left out where it has nothing to say. */
const some = (name: string, value: unknown, isThere: boolean): Fields =>
  isThere ? { [name]: value } : {};

const listed = (name: string, values: readonly unknown[]): Fields =>
  some(name, values, values.length > 0);

const modeJson = ({ mode, replicas }: Spec): unknown =>
  ({
    replicated: { Replicated: { Replicas: replicas } },
    global: { Global: {} },
    replicatedjob: { ReplicatedJob: { MaxConcurrent: replicas, TotalCompletions: replicas } },
    globaljob: { GlobalJob: {} },
  })[mode];

const updateJson = (config: Spec["update"]): Fields => ({
  Parallelism: config?.parallelism ?? 1,
  ...(config?.delay ? { Delay: config.delay } : {}),
  FailureAction: config?.failure ?? "pause",
  Monitor: config?.monitor ?? 5e9,
  MaxFailureRatio: config?.ratio ?? 0,
  Order: config?.order ?? "stop-first",
});

const containerJson = (spec: Spec): Fields => ({
  Image: spec.digest === "" ? spec.image : `${spec.image}@sha256:${spec.digest}`,
  ...listed("Command", spec.command),
  ...listed("Args", spec.args),
  ...listed("Env", spec.env),
  ...listed(
    "Mounts",
    spec.mounts.map((one) => ({ Type: one.type, Source: one.source, Target: one.target })),
  ),
  ...listed(
    "Secrets",
    spec.secrets.map((name) => ({ SecretName: name })),
  ),
  Init: spec.init,
  Isolation: "default",
});

const taskJson = (spec: Spec): Fields => ({
  ContainerSpec: containerJson(spec),
  Resources: {
    Limits: {
      ...some("NanoCPUs", spec.cpus, spec.cpus > 0),
      ...some("MemoryBytes", spec.memory, spec.memory > 0),
    },
    Reservations: some("MemoryBytes", spec.reserveMemory, spec.reserveMemory > 0),
  },
  RestartPolicy: {
    Condition: spec.restart.condition,
    Delay: spec.restart.delay < 0 ? 5e9 : spec.restart.delay,
    MaxAttempts: spec.restart.max,
  },
  Placement: listed("Constraints", spec.constraints),
  ...listed(
    "Networks",
    spec.networks.map((Target) => ({ Target })),
  ),
  ForceUpdate: spec.force,
  Runtime: "container",
});

function specJson(spec: Spec): Fields {
  return {
    Name: spec.name,
    Labels: spec.labels,
    TaskTemplate: taskJson(spec),
    Mode: modeJson(spec),
    UpdateConfig: updateJson(spec.update),
    RollbackConfig: updateJson(spec.rollback),
    EndpointSpec: { Mode: spec.endpoint, ...listed("Ports", portsJson(spec)) },
  };
}

/** A service as `inspect` prints it. */
export function serviceJson(service: Service): Fields {
  return {
    ID: service.id,
    Version: { Index: 10 + service.version },
    CreatedAt: apiTime(service.created),
    UpdatedAt: apiTime(service.updated),
    Spec: specJson(service.spec),
    ...(service.previous ? { PreviousSpec: specJson(service.previous) } : {}),
    Endpoint: {
      Spec: {
        Mode: service.spec.endpoint,
        ...listed("Ports", portsJson(service.spec)),
      },
      ...listed("Ports", portsJson(service.spec)),
    },
    ...(service.update
      ? {
          UpdateStatus: {
            State: service.update.state,
            StartedAt: apiTime(service.updated),
            Message: service.update.message,
          },
        }
      : {}),
  };
}
