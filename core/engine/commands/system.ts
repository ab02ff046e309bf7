import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { table } from "#core/engine/client/table";
import { readTemplate, TemplateTrouble } from "#core/engine/client/template";
import { refuseClient } from "#core/engine/client/words";
import { isUp } from "#core/engine/containers/is-up";
import { filesSize, imageSize } from "#core/engine/images/layers";
import { hostOf, now, put } from "#core/engine/state/machine";
import { apiTime, decimalSize } from "#core/engine/state/words";
import type { Told } from "#core/engine/types";
import { usersOf } from "#core/engine/volumes/volumes";
import { momentOf } from "./look";

const version = "28.5.2+dfsg4";
const build = "9cc6dea35e9a963f281434761c656fba4ac43aed";

/** One object by a template or as the client lays it out. */
export function showObject(ctx: Ctx, value: Record<string, unknown>, usual: () => string): number {
  const format = ctx.text("format");
  if (format === undefined) ctx.out(usual());
  else if (format === "json") ctx.out(`${JSON.stringify(value)}\n`);
  else {
    try {
      const template = readTemplate(
        format.replace(/\\t/g, "\t").replace(/\\n/g, "\n"),
        (at, path, field) => {
          throw new TemplateTrouble(
            `template: :1:${at}: executing "" at <${path}>: can't evaluate field ${field} in type system.dockerInfo`,
          );
        },
      );
      ctx.out(`${template.run(value)}\n`);
    } catch (error) {
      if (!(error instanceof TemplateTrouble)) throw error;
      return refuseClient(error.message);
    }
  }
  return 0;
}

function clientVersion(ctx: Ctx): number {
  ctx.out(`Docker version ${version}, build ${build}\n`);
  return 0;
}

function showVersion(ctx: Ctx): number {
  const both = {
    Version: version,
    APIVersion: "1.51",
    GitCommit: build,
    GoVersion: "go1.24.9",
    Os: "linux",
    Arch: "amd64",
    BuildTime: "Thu Nov 20 10:00:00 2025",
  };
  const value = {
    Client: { ...both, ApiVersion: "1.51", Context: "default" },
    Server: { ...both, ApiVersion: "1.51", MinAPIVersion: "1.24" },
  };
  return showObject(ctx, value, () =>
    [
      "Client:",
      ` Version:           ${version}`,
      " API version:       1.51",
      " Go version:        go1.24.9",
      ` Git commit:        ${build}`,
      ` Built:             ${both.BuildTime}`,
      " OS/Arch:           linux/amd64",
      " Context:           default",
      "",
      "Server:",
      " Engine:",
      `  Version:          ${version}`,
      "  API version:      1.51 (minimum version 1.24)",
      "  Go version:       go1.24.9",
      `  Git commit:       ${build}`,
      `  Built:            ${both.BuildTime}`,
      "  OS/Arch:          linux/amd64",
      "  Experimental:     false",
      "",
    ].join("\n"),
  );
}

function infoOf(ctx: Ctx): Record<string, unknown> {
  const { m, host } = ctx;
  const own = hostOf(m, host);
  const containers = Object.values(own.containers);
  const count = (status: string) => containers.filter((one) => one.status === status).length;
  const node = Object.values(m.state.cluster?.nodes ?? {}).find((one) => one.host === host);
  const nodes = Object.values(m.state.cluster?.nodes ?? {});
  return {
    ID: `${own.name}-engine`,
    Containers: containers.length,
    ContainersRunning: count("running"),
    ContainersPaused: count("paused"),
    ContainersStopped: containers.filter((one) => !isUp(one)).length,
    Images: Object.keys(own.images).length,
    Driver: "overlay2",
    LoggingDriver: "json-file",
    CgroupDriver: "cgroupfs",
    CgroupVersion: "1",
    KernelVersion: "6.12.8",
    OperatingSystem: "Debian GNU/Linux forky/sid",
    OSType: "linux",
    OSVersion: "",
    Architecture: "x86_64",
    NCPU: 2,
    MemTotal: 8_337_690_624,
    DockerRootDir: "/var/lib/docker",
    Name: own.name,
    ServerVersion: version,
    Swarm: {
      NodeID: node?.id ?? "",
      NodeAddr: node?.address ?? "",
      LocalNodeState: node ? "active" : "inactive",
      ControlAvailable: node?.role === "manager",
      Error: "",
      Managers: nodes.filter(({ role }) => role === "manager").length,
      Nodes: nodes.length,
    },
    Runtimes: { runc: {} },
    DefaultRuntime: "runc",
    LiveRestoreEnabled: false,
    IndexServerAddress: "https://index.docker.io/v1/",
    Warnings: null,
  };
}

function info(ctx: Ctx): number {
  const value = infoOf(ctx);
  const line = (name: string, key: string) => ` ${name}: ${String(value[key])}\n`;
  const swarm = value.Swarm as { LocalNodeState: string };
  return showObject(ctx, value, () =>
    [
      `Client:\n Version:    ${version}\n Context:    default\n Debug Mode: false\n\nServer:\n`,
      line("Containers", "Containers"),
      ` ${line("Running", "ContainersRunning")} ${line("Paused", "ContainersPaused")} ${line("Stopped", "ContainersStopped")}`,
      line("Images", "Images"),
      line("Server Version", "ServerVersion"),
      line("Storage Driver", "Driver"),
      line("Logging Driver", "LoggingDriver"),
      ` Swarm: ${swarm.LocalNodeState}\n`,
      line("Kernel Version", "KernelVersion"),
      line("Operating System", "OperatingSystem"),
      line("OSType", "OSType"),
      line("Architecture", "Architecture"),
      line("CPUs", "NCPU"),
      " Total Memory: 7.765GiB\n",
      line("Name", "Name"),
      line("Docker Root Dir", "DockerRootDir"),
    ].join(""),
  );
}

function diskUse(ctx: Ctx): number {
  const { m, host } = ctx;
  const own = hostOf(m, host);
  const containers = Object.values(own.containers);
  const images = Object.values(own.images);
  const used = images.filter(({ id }) => containers.some(({ imageId }) => imageId === id));
  const volumes = Object.values(own.volumes);
  const mounted = volumes.filter(({ name }) => usersOf(m, host, name).length > 0);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const sizes = images.map((one) => imageSize(m, host, one));
  const upper = containers.map(({ id }) => filesSize(own.upper[id] ?? {}));
  const cached = Object.values(own.cache);
  const share = (part: number, whole: number) =>
    `${decimalSize(part)} (${whole === 0 ? 0 : Math.floor((part / whole) * 100)}%)`;
  const whole = sum(sizes);
  const usedSize = sum(used.map((one) => imageSize(m, host, one)));
  const stopped = sum(containers.map((one, i) => (isUp(one) ? 0 : (upper[i] ?? 0))));
  const volumeSize = sum(volumes.map(({ files }) => filesSize(files)));
  const rows = [
    {
      Type: "Images",
      TotalCount: images.length,
      Active: used.length,
      Size: decimalSize(whole),
      Reclaimable: share(whole - usedSize, whole),
    },
    {
      Type: "Containers",
      TotalCount: containers.length,
      Active: containers.filter(isUp).length,
      Size: decimalSize(sum(upper)),
      Reclaimable: share(stopped, sum(upper)),
    },
    {
      Type: "Local Volumes",
      TotalCount: volumes.length,
      Active: mounted.length,
      Size: decimalSize(volumeSize),
      Reclaimable: share(
        volumeSize - sum(mounted.map(({ files }) => filesSize(files))),
        volumeSize,
      ),
    },
    {
      Type: "Build Cache",
      TotalCount: cached.length === 0 ? 0 : cached.length + 2,
      Active: 0,
      Size: decimalSize(sum(cached.map(({ size }) => size))),
      Reclaimable: decimalSize(sum(cached.map(({ size }) => size))),
    },
  ];
  const heads = {
    Type: "TYPE",
    TotalCount: "TOTAL",
    Active: "ACTIVE",
    Size: "SIZE",
    Reclaimable: "RECLAIMABLE",
  };
  ctx.out(
    showListing(
      {
        context: "diskUsageContext",
        heads,
        columns: ["Type", "TotalCount", "Active", "Size", "Reclaimable"],
        rows,
      },
      ctx.text("format"),
    ),
  );
  return 0;
}

function eventLine({ at, type, action, id, attributes }: Told): string {
  const list = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${apiTime(at)} ${type} ${action} ${id} (${list.map(([key, value]) => `${key}=${value}`).join(", ")})\n`;
}

function events(ctx: Ctx): number {
  const { m, host } = ctx;
  const since = momentOf(ctx, "since", now(m));
  const until = momentOf(ctx, "until", Number.POSITIVE_INFINITY);
  if (until === Number.POSITIVE_INFINITY && m.deadline === Number.POSITIVE_INFINITY && !m.tty) {
    refuseClient("the events of the future are not shown here");
  }
  const wants = (name: string) => ctx.list(`filter ${name}`);
  const fits = (list: readonly string[], test: (value: string) => boolean) =>
    list.length === 0 || list.some(test);
  const shown = hostOf(m, host).told.filter(
    (one) =>
      one.at >= since &&
      one.at <= until &&
      fits(
        wants("container"),
        (value) =>
          one.type === "container" && (one.attributes.name === value || one.id.startsWith(value)),
      ) &&
      fits(wants("event"), (value) => one.action === value || one.action.startsWith(`${value}:`)) &&
      fits(wants("type"), (value) => one.type === value) &&
      fits(
        wants("image"),
        (value) => one.attributes.image === value || one.attributes.name === value,
      ) &&
      fits(wants("label"), (value) => one.attributes[value.split("=")[0] ?? ""] !== undefined) &&
      fits(
        wants("network"),
        (value) => one.attributes.name === value || one.id.startsWith(value),
      ) &&
      fits(wants("volume"), (value) => one.id === value),
  );
  for (const one of shown) {
    const value = {
      status: one.action,
      id: one.id,
      Type: one.type,
      Action: one.action,
      Actor: { ID: one.id, Attributes: one.attributes },
      scope: "local",
      time: Math.floor(one.at / 1000),
      timeNano: one.at * 1_000_000,
      ID: one.id,
      Status: one.action,
      From: one.attributes.image ?? "",
      Scope: "local",
      Time: Math.floor(one.at / 1000),
    };
    showObject(ctx, value, () => eventLine(one));
  }
  return 0;
}

const text = (value: Json | undefined): string =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "text" in value
    ? String((value as { text: Json }).text)
    : String(value ?? "");

/** Accounts that the registry knows. */
const accounts: Readonly<Record<string, string>> = { ada: "secret" };

function logIn(ctx: Ctx): number {
  const user = ctx.text("username") ?? "";
  const password = text(ctx.get("password"));
  const server = ctx.args[0] ?? "docker.io";
  if (ctx.flags("password").length > 0)
    ctx.err("WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n");
  if (user === "" || password === "") {
    return refuseClient("Error: Cannot perform an interactive login from a non TTY device");
  }
  if (accounts[user] !== password.trim()) {
    return refuseClient(
      `Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password`,
    );
  }
  put(ctx.m, ["hosts", ctx.host, "logins", server], user, `log in ${user}`);
  ctx.err(
    "\nWARNING! Your credentials are stored unencrypted in '/home/ada/.docker/config.json'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n",
  );
  ctx.out("Login Succeeded\n");
  return 0;
}

function logOut(ctx: Ctx): number {
  const server = ctx.args[0] ?? "docker.io";
  const shown = server === "docker.io" ? "https://index.docker.io/v1/" : server;
  const known = hostOf(ctx.m, ctx.host).logins[server] !== undefined;
  ctx.out(known ? `Removing login credentials for ${shown}\n` : `Not logged in to ${shown}\n`);
  put(ctx.m, ["hosts", ctx.host, "logins", server], null);
  return 0;
}

const socket = "unix:///var/run/docker.sock";

function createContext(ctx: Ctx): number {
  const [name = ""] = ctx.args;
  const { contexts } = hostOf(ctx.m, ctx.host);
  if (contexts[name] !== undefined) refuseClient(`context "${name}" already exists`);
  const host = String(
    ctx.get("docker host") ?? ctx.under("docker").find(([key]) => key === "host")?.[1] ?? socket,
  );
  put(
    ctx.m,
    ["hosts", ctx.host, "contexts", name],
    { host, description: ctx.text("description") ?? "" },
    `create context ${name}`,
  );
  ctx.out(`${name}\n`);
  ctx.err(`Successfully created context "${name}"\n`);
  return 0;
}

function useContext(ctx: Ctx): number {
  const [name = ""] = ctx.args;
  if (name !== "default" && hostOf(ctx.m, ctx.host).contexts[name] === undefined) {
    refuseClient(
      `context "${name}": context not found: open /home/ada/.docker/contexts/meta/${name}/meta.json: no such file or directory`,
    );
  }
  put(ctx.m, ["hosts", ctx.host, "context"], name, `use context ${name}`);
  ctx.out(`${name}\n`);
  ctx.err(`Current context is now "${name}"\n`);
  return 0;
}

function listContexts(ctx: Ctx): number {
  const { contexts, context } = hostOf(ctx.m, ctx.host);
  const all = {
    default: { host: socket, description: "Current DOCKER_HOST based configuration" },
    ...contexts,
  };
  const names = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  if (ctx.flags("quiet").length > 0) ctx.out(names.map(([name]) => `${name}\n`).join(""));
  else if (ctx.text("format") !== undefined) {
    const rows = names.map(([name, one]) => ({
      Name: name,
      Current: name === context,
      Description: one.description,
      DockerEndpoint: one.host,
      Error: "",
    }));
    ctx.out(
      showListing(
        {
          context: "clientContextContext",
          heads: {
            Name: "NAME",
            Description: "DESCRIPTION",
            DockerEndpoint: "DOCKER ENDPOINT",
            Error: "ERROR",
          },
          columns: [],
          rows,
        },
        ctx.text("format"),
      ),
    );
  } else {
    const rows = names.map(([name, one]) => [
      name === context ? `${name} *` : name,
      one.description,
      one.host,
      "",
    ]);
    ctx.out(table([["NAME", "DESCRIPTION", "DOCKER ENDPOINT", "ERROR"], ...rows]));
  }
  return 0;
}

function removeContexts(ctx: Ctx): number {
  const { contexts, context } = hostOf(ctx.m, ctx.host);
  for (const name of ctx.args) {
    if (name === "default") refuseClient('context "default" cannot be removed');
    if (contexts[name] === undefined) refuseClient(`context "${name}": not found`);
    if (context === name && !ctx.has("force"))
      refuseClient(`context "${name}" is in use, set -f flag to force remove`);
    put(ctx.m, ["hosts", ctx.host, "contexts", name], null, `remove context ${name}`);
    if (context === name) put(ctx.m, ["hosts", ctx.host, "context"], "default");
    ctx.out(`${name}\n`);
  }
  return 0;
}

addHandlers({
  "show client version": clientVersion,
  "show version": showVersion,
  "show information": info,
  "show disk use": diskUse,
  "show disk usage": diskUse,
  "show events": events,
  "log in": logIn,
  "log out": logOut,
  "create context": createContext,
  "use context": useContext,
  "list contexts": listContexts,
  "remove contexts": removeContexts,
});
