import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { hasLabels } from "#core/engine/client/has-labels";
import { showListing } from "#core/engine/client/listing";
import { cutTo } from "#core/engine/client/table";
import { byAge, findContainer } from "#core/engine/containers/find-container";
import { filesSize, imageSize } from "#core/engine/images/layers";
import { findImage } from "#core/engine/images/store";
import { commandWords, portWords, statusWords } from "#core/engine/inspect/container-words";
import { shortId } from "#core/engine/state/ids";
import { hostOf, type Machine, refuse } from "#core/engine/state/machine";
import { agoWords, clientTime, decimalSize } from "#core/engine/state/words";
import type { Container } from "#core/engine/types";

/** The image's name as it was asked for; its id where the name means another image by now. */
export function imageWords(
  m: Machine,
  host: string,
  { image, imageId }: Container,
  whole: boolean,
): string {
  const named = findImage(m, host, image.replace(/@sha256:.*$/, ""));
  if (image.includes("@sha256:")) return whole ? image : image.replace(/@sha256:.*$/, "");
  if (named?.id === imageId) return image;
  return whole ? `sha256:${imageId}` : shortId(imageId);
}

type Filter = (container: Container) => boolean;

type Test = (ctx: Ctx, value: string) => Filter;

const hasPort =
  (inside: boolean): Test =>
  (_, value) =>
  (one) =>
    Object.entries(one.ports).some(([target, list]) =>
      inside
        ? target.split("/")[0] === value.split("/")[0]
        : list?.some(({ port }) => port === value.split("/")[0]),
    );

/** Containers that are older, or younger, than another. */
const byMoment =
  (older: boolean): Test =>
  ({ m, host }, value) => {
    const other = findContainer(m, host, value) ?? refuse(`No such container: ${value}`);
    return (one) => (older ? one.created < other.created : one.created > other.created);
  };

const tests: Readonly<Record<string, Test>> = {
  name: (_, value) => {
    const test = new RegExp(value.replace(/^\//, "").replace(/^\^\//, "^"));
    return (one) => test.test(one.name);
  },
  id: (_, value) => (one) => one.id.startsWith(value),
  status: (_, value) => (one) => one.status === value,
  exited: (_, value) => (one) => one.status === "exited" && one.exit === Number(value),
  health: (_, value) => (one) => (one.health?.status ?? "none") === value,
  ancestor: ({ m, host }, value) => {
    const image = findImage(m, host, value);
    return (one) =>
      one.image === value || (image !== undefined && isFrom(m, host, one, image.layers, image.id));
  },
  network: (_, value) => (one) =>
    Object.entries(one.networks).some(
      ([name, end]) => name === value || end.network.startsWith(value),
    ),
  volume: (_, value) => (one) =>
    one.mounts.some(
      ({ name, target, source }) => name === value || target === value || source === value,
    ),
  before: byMoment(true),
  since: byMoment(false),
  publish: hasPort(false),
  expose: hasPort(true),
};

/** What a filter lets through: any of its values, but all of its labels. */
function filterFor(ctx: Ctx, key: string, values: readonly string[]): Filter {
  if (key === "label") return (one) => hasLabels(one.config.labels, values);
  const test = tests[key];
  if (test === undefined) return () => true;
  const each = values.map((value) => test(ctx, value));
  return (one) => each.some((fits) => fits(one));
}

function isFrom(
  m: Machine,
  host: string,
  container: Container,
  layers: readonly string[],
  id: string,
): boolean {
  if (container.imageId === id) return true;
  const own = hostOf(m, host).images[container.imageId]?.layers ?? [];
  return layers.length > 0 && layers.every((layer, i) => own[i] === layer);
}

/** One container as a row of a listing. */
export function containerRow(
  m: Machine,
  host: string,
  container: Container,
  whole: boolean,
): Record<string, unknown> {
  const at = m.state.now;
  const { labels } = container.config;
  const image = hostOf(m, host).images[container.imageId];
  const own = filesSize(hostOf(m, host).upper[container.id] ?? {});
  const size = `${decimalSize(own)} (virtual ${decimalSize(own + (image ? imageSize(m, host, image) : 0))})`;
  return {
    ID: whole ? container.id : shortId(container.id),
    Names: container.name,
    Image: imageWords(m, host, container, whole),
    Command: commandWords(container, whole),
    CreatedAt: clientTime(container.created),
    RunningFor: agoWords(container.created, at),
    Ports: portWords(container.ports),
    State: container.status,
    Status: statusWords(container, at),
    Size: size,
    Labels: Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join(","),
    Mounts: container.mounts
      .map(({ name, source }) => cutTo(name ?? source, whole ? 999 : 15))
      .join(","),
    LocalVolumes: String(container.mounts.filter(({ type }) => type === "volume").length),
    Networks: Object.keys(container.networks).join(","),
    Platform: null,
  };
}

export const containerHeads = {
  ID: "CONTAINER ID",
  Names: "NAMES",
  Image: "IMAGE",
  Command: "COMMAND",
  CreatedAt: "CREATED AT",
  RunningFor: "CREATED",
  Ports: "PORTS",
  State: "STATE",
  Status: "STATUS",
  Size: "SIZE",
  Labels: "LABELS",
  Mounts: "MOUNTS",
  LocalVolumes: "LOCAL VOLUMES",
  Networks: "NETWORKS",
};

function list(ctx: Ctx): number {
  const { m, host } = ctx;
  const filters = ctx
    .under("filter")
    .map(([key, value]) =>
      filterFor(ctx, key, Array.isArray(value) ? value.map(String) : [String(value)]),
    );
  const last = ctx.number("last") ?? (ctx.has("latest") ? 1 : 0);
  const byStatus = ["status", "exited"].some((key) => ctx.has(`filter ${key}`));
  const before = ["before", "since"].some((key) => ctx.has(`filter ${key}`));
  let all = byAge(m, host).filter((one) => filters.every((test) => test(one)));
  if (last > 0) all = all.slice(0, last);
  else if (!ctx.has("all") && !byStatus) {
    all = all.filter(
      ({ status }) =>
        ["running", "paused", "restarting"].includes(status) || (before && ctx.has("all")),
    );
  }
  const whole = ctx.has("no-trunc");
  const rows = all.map((one) => containerRow(m, host, one, whole));
  const columns = [
    "ID",
    "Image",
    "Command",
    "RunningFor",
    "Status",
    "Ports",
    "Names",
    ...(ctx.has("size") ? ["Size"] : []),
  ];
  const format = ctx.text("format");
  ctx.out(
    showListing({ context: "ContainerContext", heads: containerHeads, columns, rows }, format),
  );
  return 0;
}

addHandlers({ "list containers": list });
