import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showListing } from "#core/engine/client/listing";
import { table } from "#core/engine/client/table";
import { refuseClient } from "#core/engine/client/words";
import { hostOf, put } from "#core/engine/state/machine";

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
  "create context": createContext,
  "use context": useContext,
  "list contexts": listContexts,
  "remove contexts": removeContexts,
});
