import { hostOf } from "#core/engine/state/machine";
import type { Container, State } from "#core/engine/types";
import { labHost, lookInto } from "./goals/look";

/** A container as the picture shows it. */
export type ContainerView = {
  name: string;
  image: string;
  status: Container["status"];
  exit: number;
  /** "8080:80", the host's port first. */
  ports: string[];
  /** "data:/data"; a folder of the host by its path, a volume without a name as "". */
  mounts: string[];
  networks: string[];
};

export type ImageView = { names: string[]; layers: number };

/** What is on the host, as the picture shows it: no ids, no times. */
export type HostView = {
  containers: ContainerView[];
  networks: string[];
  volumes: { name: string; files: string[] }[];
  images: ImageView[];
};

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

function portsOf({ ports }: Container): string[] {
  const pairs = Object.entries(ports).flatMap(([inner, bindings]) =>
    (bindings ?? []).map(({ port }) => `${port}:${Number.parseInt(inner, 10)}`),
  );
  return [...new Set(pairs)];
}

const mountsOf = ({ mounts }: Container): string[] =>
  mounts.map((mount) => {
    const source = mount.type === "bind" ? mount.source : mount.anonymous ? "" : mount.name;
    return `${source ?? ""}:${mount.target}`;
  });

/** What stands on the lab's host in a state. */
export function hostView(state: State): HostView {
  const { containers, networks, volumes, images, tags } = hostOf(lookInto(state), labHost);
  const all = Object.values(containers).map((one) => ({
    name: one.name,
    image: one.image.replace(/^sha256:([0-9a-f]{12}).*$/, "$1"),
    status: one.status,
    exit: one.exit,
    ports: portsOf(one),
    mounts: mountsOf(one),
    networks: Object.keys(one.networks).sort(),
  }));
  const used = new Set(all.flatMap((one) => one.networks));
  const shown = Object.values(networks)
    .map(({ name }) => name)
    .filter((name) => used.has(name) || !["bridge", "host", "none"].includes(name));
  return {
    containers: all.sort(byName),
    networks: shown.sort(),
    volumes: Object.values(volumes)
      .filter(({ anonymous }) => !anonymous)
      .map(({ name, files }) => ({
        name,
        files: Object.keys(files).filter((path) => files[path]?.t === "f"),
      }))
      .sort(byName),
    images: Object.values(images)
      .map(({ id, layers }) => ({
        names: Object.keys(tags).filter((tag) => tags[tag] === id),
        layers: layers.length,
      }))
      .sort((a, b) => ((a.names[0] ?? "~") < (b.names[0] ?? "~") ? -1 : 1)),
  };
}

/** What is there now and was not, or was otherwise, before; and the names of what is gone. */
export type Changes = { changed: ReadonlySet<string>; gone: string[] };

type Thing = "container" | "network" | "volume" | "image";

/** What a thing on a host is called in `Changes`: "container web". */
export const thingKey = (kind: Thing, name: string): string => `${kind} ${name}`;

const keysOf = (view: HostView): Map<string, string> =>
  new Map([
    ...view.containers.map(
      (one) => [thingKey("container", one.name), JSON.stringify(one)] as const,
    ),
    ...view.networks.map((name) => [thingKey("network", name), name] as const),
    ...view.volumes.map((one) => [thingKey("volume", one.name), JSON.stringify(one)] as const),
    ...view.images.map(
      ({ names, layers }) => [thingKey("image", names.join(", ")), `${layers}`] as const,
    ),
  ]);

/** What is different between two looks at a host, by kind and name: "container web". */
export function changesBetween(before: HostView, after: HostView): Changes {
  const [was, is] = [keysOf(before), keysOf(after)];
  return {
    changed: new Set([...is].flatMap(([key, value]) => (was.get(key) === value ? [] : [key]))),
    gone: [...was.keys()].filter((key) => !is.has(key)),
  };
}
