import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { forEach } from "#core/engine/client/for-each";
import { showListing } from "#core/engine/client/listing";
import { refuseClient } from "#core/engine/client/words";
import type { Secret } from "#core/engine/cluster-types";
import { readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import { showInspected } from "#core/engine/inspect/show";
import { newSwarmId, now, put, refuse } from "#core/engine/state/machine";
import { agoWords, apiTime } from "#core/engine/state/words";
import { managed } from "./cluster";

/** Secrets and configs are kept and shown alike. */
type Kind = "secret" | "config";

const tableOf = (ctx: Ctx, kind: Kind) =>
  managed(ctx.m, ctx.host)[kind === "secret" ? "secrets" : "configs"];

function contentsOf(ctx: Ctx): string {
  const file = ctx.args[1] ?? "-";
  if (file === "-") return ctx.call.stdin.text;
  const text = readText(ctx.m, ctx.place, fullPath(file, ctx.call.thread.cwd));
  return (
    text ?? refuseClient(`error reading from ${file}: open ${file}: no such file or directory`)
  );
}

const create =
  (kind: Kind) =>
  (ctx: Ctx): number => {
    const data = contentsOf(ctx);
    const name = ctx.args[0] ?? "";
    if (Object.values(tableOf(ctx, kind)).some((one) => one.name === name))
      refuse(`rpc error: code = AlreadyExists desc = ${kind} ${name} already exists`);
    const labels = Object.fromEntries(
      ctx.under("label").map(([key, value]) => [key, String(value ?? "")]),
    );
    const made: Secret = { id: newSwarmId(ctx.m), name, data, created: now(ctx.m), labels };
    put(ctx.m, ["cluster", `${kind}s`, made.id], made, `create ${kind} ${name}`);
    ctx.out(`${made.id}\n`);
    return 0;
  };

const list =
  (kind: Kind) =>
  (ctx: Ctx): number => {
    const at = now(ctx.m);
    const rows = Object.values(tableOf(ctx, kind))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((one) => ({
        ID: one.id,
        Name: one.name,
        Driver: "",
        CreatedAt: agoWords(one.created, at),
        UpdatedAt: agoWords(one.created, at),
      }));
    const columns =
      kind === "secret"
        ? ["ID", "Name", "Driver", "CreatedAt", "UpdatedAt"]
        : ["ID", "Name", "CreatedAt", "UpdatedAt"];
    const heads = {
      ID: "ID",
      Name: "NAME",
      Driver: "DRIVER",
      CreatedAt: "CREATED",
      UpdatedAt: "UPDATED",
    };
    ctx.out(showListing({ context: `${kind}Context`, heads, columns, rows }, ctx.text("format")));
    return 0;
  };

const remove =
  (kind: Kind) =>
  (ctx: Ctx): number =>
    forEach(ctx, ctx.args, (name) => {
      const cluster = managed(ctx.m, ctx.host);
      const one =
        Object.values(tableOf(ctx, kind)).find((each) => each.name === name || each.id === name) ??
        refuse(`${kind} ${name} not found`);
      const users = Object.values(cluster.services).filter(({ spec }) =>
        kind === "secret"
          ? spec.secrets.includes(one.name)
          : spec.configs.some((each) => each.name === one.name),
      );
      if (users.length > 0) {
        const words = users.length === 1 ? "the following service" : "the following services";
        refuse(
          `rpc error: code = InvalidArgument desc = ${kind} '${one.name}' is in use by ${words}: ${users.map(({ spec }) => spec.name).join(", ")}`,
        );
      }
      put(ctx.m, ["cluster", `${kind}s`, one.id], null, `remove ${kind} ${one.name}`);
      ctx.out(`${name}\n`);
    });

const inspect =
  (kind: Kind) =>
  (ctx: Ctx): number => {
    const all = Object.values(tableOf(ctx, kind));
    const find = (name: string) => {
      const one = all.find((each) => each.name === name || each.id.startsWith(name));
      if (!one) return null;
      const data = kind === "config" ? { Data: btoa(one.data) } : {};
      return {
        ID: one.id,
        Version: { Index: 11 },
        CreatedAt: apiTime(one.created),
        UpdatedAt: apiTime(one.created),
        Spec: { Name: one.name, Labels: one.labels, ...data },
      };
    };
    return showInspected(
      ctx,
      ctx.args,
      find,
      (name) => `Error response from daemon: ${kind} ${name} not found`,
    );
  };

addHandlers({
  "create secret": create("secret"),
  "list secrets": list("secret"),
  "remove secrets": remove("secret"),
  "inspect secrets": inspect("secret"),
  "create config": create("config"),
  "list configs": list("config"),
  "remove configs": remove("config"),
  "inspect configs": inspect("config"),
});
