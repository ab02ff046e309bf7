import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { addEarly, addHandlers } from "#core/engine/client/docker";
import { forEach } from "#core/engine/client/for-each";
import { hasLabels } from "#core/engine/client/has-labels";
import { showListing } from "#core/engine/client/listing";
import { needContainer } from "#core/engine/containers/find-container";
import {
  connectNetwork,
  createNetwork,
  disconnectNetwork,
  findNetwork,
  isBuiltin,
  membersOf,
  networksOf,
  removeNetwork,
} from "#core/engine/network/networks";
import { shortId } from "#core/engine/state/ids";
import { hostOf, Refusal } from "#core/engine/state/machine";
import { clientTime } from "#core/engine/state/words";
import { createVolume, removeVolume, usersOf } from "#core/engine/volumes/volumes";

const pairs = (list: readonly [string, Json][]): Record<string, string> =>
  Object.fromEntries(list.map(([key, value]) => [key, value === null ? "" : String(value)]));

function create(ctx: Ctx): number {
  const [subnet] = ctx.under("subnet");
  const more = (subnet?.[1] ?? {}) as { gateway?: Json; range?: Json };
  const network = createNetwork(ctx.m, ctx.host, {
    name: ctx.args[0] ?? "",
    driver: ctx.text("driver") ?? "bridge",
    ...(subnet === undefined ? {} : { subnet: subnet[0] }),
    ...(typeof more.gateway === "string" ? { gateway: more.gateway } : {}),
    ...(typeof more.range === "string" ? { range: more.range } : {}),
    internal: ctx.has("internal"),
    attachable: ctx.has("attachable"),
    labels: pairs(ctx.under("label")),
    options: pairs(ctx.under("opt")),
  });
  ctx.out(`${network.id}\n`);
  return 0;
}

function list(ctx: Ctx): number {
  const { m, host } = ctx;
  const names = ctx.list("filter name");
  const drivers = ctx.list("filter driver");
  const scopes = ctx.list("filter scope");
  const types = ctx.list("filter type");
  const ids = ctx.list("filter id");
  const shown = networksOf(m, host)
    .filter((one) => names.length === 0 || names.some((name) => one.name.includes(name)))
    .filter((one) => drivers.length === 0 || drivers.includes(one.driver))
    .filter((one) => scopes.length === 0 || scopes.includes(one.scope))
    .filter((one) => ids.length === 0 || ids.some((id) => one.id.startsWith(id)))
    .filter((one) => types.length === 0 || types.includes(isBuiltin(one) ? "builtin" : "custom"))
    .filter((one) => hasLabels(one.labels, ctx.list("filter label")))
    .filter(
      (one) =>
        !ctx.list("filter dangling").includes("true") ||
        (!isBuiltin(one) && membersOf(m, host, one).length === 0),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const whole = ctx.has("no-trunc");
  const rows = shown.map((one) => ({
    ID: whole ? one.id : shortId(one.id),
    Name: one.name,
    Driver: one.driver,
    Scope: one.scope,
    IPv4: "true",
    IPv6: "false",
    Internal: String(one.internal),
    Labels: Object.entries(one.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(","),
    CreatedAt: clientTime(one.created),
  }));
  const heads = {
    ID: "NETWORK ID",
    Name: "NAME",
    Driver: "DRIVER",
    Scope: "SCOPE",
    IPv6: "IPV6",
    Internal: "INTERNAL",
    Labels: "LABELS",
    CreatedAt: "CREATED AT",
  };
  ctx.out(
    showListing(
      { context: "networkContext", heads, columns: ["ID", "Name", "Driver", "Scope"], rows },
      ctx.text("format"),
    ),
  );
  return 0;
}

function removeAll(ctx: Ctx): number {
  const { m, host } = ctx;
  if (ctx.args.some((name) => findNetwork(m, host, name)?.ingress) && !ctx.has("force")) {
    ctx.out(
      "WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may not be effective and functionality of newly create ingress networks will be impaired.\nAre you sure you want to continue? [y/N] ",
    );
    if (!/^y/i.test(m.typed ?? "")) return 0;
  }
  const status = forEach(ctx, ctx.args, (name) => {
    const known = findNetwork(m, host, name) !== undefined;
    if (!known && ctx.has("force")) return;
    removeNetwork(m, host, name);
    ctx.out(`${name}\n`);
  });
  if (status !== 0) ctx.err("exit status 1\n");
  return status;
}

function connect(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const [name = "", typed = ""] = args;
  const container = needContainer(m, host, typed);
  connectNetwork(m, host, name, container, {
    aliases: ctx.list("alias"),
    ip: ctx.text("ip") ?? "",
    links: ctx.list("link"),
  });
  return 0;
}

function disconnect(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const [name = "", typed = ""] = args;
  const container = needContainer(m, host, typed);
  disconnectNetwork(m, host, name, container);
  return 0;
}

function newVolume(ctx: Ctx): number {
  const labels = pairs(ctx.under("label"));
  const options = pairs(ctx.under("opt"));
  const name = ctx.args[0] ?? ctx.flags("name").at(-1);
  const volume = createVolume(ctx.m, ctx.host, {
    ...(name === undefined ? {} : { name }),
    driver: ctx.flags("driver").at(-1) ?? "local",
    labels: Object.keys(labels).length > 0 ? labels : null,
    options: Object.keys(options).length > 0 ? options : null,
  });
  ctx.out(`${volume.name}\n`);
  return 0;
}

function listVolumes(ctx: Ctx): number {
  const { m, host } = ctx;
  const names = ctx.list("filter name");
  const dangling = ctx.list("filter dangling").at(-1);
  const drivers = ctx.list("filter driver");
  const all = Object.values(hostOf(m, host).volumes)
    .filter((one) => names.length === 0 || names.some((name) => one.name.includes(name)))
    .filter((one) => drivers.length === 0 || drivers.includes(one.driver))
    .filter((one) => hasLabels(one.labels, ctx.list("filter label")))
    .filter(
      (one) =>
        dangling === undefined ||
        (usersOf(m, host, one.name).length === 0) === /^(?:true|1)$/.test(dangling),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = all.map((one) => ({
    Name: one.name,
    Driver: one.driver,
    Scope: "local",
    Mountpoint: `/var/lib/docker/volumes/${one.name}/_data`,
    Labels: Object.entries(one.labels ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .join(","),
    Links: "N/A",
    Size: "N/A",
    Availability: "N/A",
    Group: "N/A",
    Status: "N/A",
  }));
  const heads = {
    Name: "VOLUME NAME",
    Driver: "DRIVER",
    Scope: "SCOPE",
    Mountpoint: "MOUNTPOINT",
    Labels: "LABELS",
    Links: "LINKS",
    Size: "SIZE",
  };
  ctx.out(
    showListing(
      { context: "volumeContext", heads, columns: ["Driver", "Name"], rows },
      ctx.text("format"),
    ),
  );
  return 0;
}

function removeVolumes(ctx: Ctx): number {
  const { m, host } = ctx;
  return forEach(ctx, ctx.args, (name) => {
    if (ctx.has("force") && hostOf(m, host).volumes[name] === undefined) {
      ctx.out(`${name}\n`);
      return;
    }
    removeVolume(m, host, name);
    ctx.out(`${name}\n`);
  });
}

/** The daemon looks for the driver before it looks at the name. */
function earlyVolume(ctx: Ctx): number | null {
  const driver = ctx.flags("driver").at(-1) ?? "local";
  if (driver === "local") return null;
  try {
    return newVolume(ctx);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ctx.err(`Error response from daemon: ${error.message}\n`);
    return 1;
  }
}

addHandlers({
  "create network": create,
  "list networks": list,
  "remove networks": removeAll,
  "connect network": connect,
  "disconnect network": disconnect,
  "create volume": newVolume,
  "list volumes": listVolumes,
  "remove volumes": removeVolumes,
});
addEarly({ "volume create": earlyVolume });
