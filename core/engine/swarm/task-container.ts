import type { Spec, Task } from "#core/engine/cluster-types";
import { createContainer } from "#core/engine/containers/create-container";
import type { MountWish } from "#core/engine/containers/wish";
import { fileAt } from "#core/engine/files/file-system";
import { findImage, fullName, inRegistry, takeIn } from "#core/engine/images/store";
import { changeContainer, hostOf, type Machine, Refusal } from "#core/engine/state/machine";
import { taskName } from "./tasks";

function mountsFor(spec: Spec): MountWish[] {
  return spec.mounts.map(({ type, source, target, ro }) => ({
    type: type === "bind" || type === "tmpfs" ? type : "volume",
    target,
    ro,
    strict: true,
    ...(source === "" ? {} : { source }),
  }));
}

/** The ports of a task that its node opens by itself. */
const publishedBy = ({ ports }: Spec) =>
  Object.fromEntries(
    ports
      .filter(({ mode }) => mode === "host")
      .map(({ target, protocol, published: port }) => [
        `${target}/${protocol}`,
        [{ ip: "", port: port === 0 ? "" : String(port) }],
      ]),
  );

const labelsFor = ({ spec, node, service, id }: Task, name: string): Record<string, string> => ({
  ...spec.containerLabels,
  "com.docker.swarm.node.id": node,
  "com.docker.swarm.service.id": service,
  "com.docker.swarm.service.name": spec.name,
  "com.docker.swarm.task": "",
  "com.docker.swarm.task.id": id,
  "com.docker.swarm.task.name": name,
});

function networksFor(m: Machine, { ports, networks }: Spec): { name: string }[] {
  const ingress = ports.some(({ mode }) => mode === "ingress");
  return Object.values(m.state.cluster?.networks ?? {})
    .filter(({ id, ingress: mesh }) => (mesh ? ingress : networks.includes(id)))
    .map(({ name }) => ({ name }));
}

/** Fetches the image of a task from its registry where the node has it not. */
function takeImage(m: Machine, host: string, name: string): void {
  const full = fullName(name);
  const image = findImage(m, host, name) ?? inRegistry(m, full);
  if (!image) throw new Refusal(`No such image: ${name}`);
  if (hostOf(m, host).images[image.id] === undefined) takeIn(m, host, full, image);
}

/** Creates the container of a task on its node; refuses what the engine there refuses. */
export function createForTask(m: Machine, host: string, task: Task): string {
  const { spec } = task;
  takeImage(m, host, spec.image);
  const name = taskName(task);
  const container = createContainer(m, host, {
    name,
    image: spec.digest === "" ? spec.image : `${spec.image}@sha256:${spec.digest}`,
    ...(spec.command.length > 0 ? { entrypoint: spec.command } : {}),
    ...(spec.args.length > 0 ? { cmd: spec.args } : {}),
    env: spec.env,
    labels: labelsFor(task, name),
    ...(spec.user === "" ? {} : { user: spec.user }),
    ...(spec.workdir === "" ? {} : { workdir: spec.workdir }),
    ...(spec.hostname === "" ? {} : { hostname: spec.hostname }),
    host: {
      memory: spec.memory,
      memorySwap: spec.memory * 2,
      nanoCpus: spec.cpus,
      restart: { name: "", max: 0 },
      publish: publishedBy(spec),
      init: spec.init,
    },
    mounts: mountsFor(spec),
    networks: networksFor(m, spec),
    task: task.id,
  });
  changeContainer(m, host, container.id, {
    host: { ...container.host, network: "bridge", restart: { name: "no", max: 0 } },
  });
  return container.id;
}

export function bindTrouble(m: Machine, host: string, { mounts }: Spec): string | null {
  const missing = mounts.find(
    ({ type, source }) => type === "bind" && fileAt(m, { host, container: null }, source) === null,
  );
  return missing
    ? `invalid mount config for type "bind": bind source path does not exist: ${missing.source}`
    : null;
}
