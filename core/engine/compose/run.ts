import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { waitUntil } from "#core/engine/containers/clock";
import { createContainer } from "#core/engine/containers/create-container";
import { execIn } from "#core/engine/containers/exec";
import { isUp } from "#core/engine/containers/is-up";
import { listen } from "#core/engine/containers/process";
import { removeContainer } from "#core/engine/containers/remove-container";
import { startContainer } from "#core/engine/containers/start-container";
import { hostOf, newId, notModelled, now, Refusal } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { bringUp } from "./bring-up";
import { numberOf, serviceOf, wishFor, withDependencies } from "./containers";
import { chosen } from "./lifecycle";
import { loadProject } from "./load";
import { prepareOne } from "./prepare";
import type { UpWish } from "./types";

function indexed(ctx: Ctx, service: string): Container {
  const { own } = chosen({ ...ctx, list: (name) => (name === "arguments" ? [] : ctx.list(name)) });
  const index = ctx.number("index");
  const mine = own.filter((one) => serviceOf(one) === service && isUp(one));
  const found =
    index === undefined || index === 0 ? mine[0] : mine.find((one) => numberOf(one) === index);
  return (
    found ??
    refuseClient(
      `service "${service}" is not running${index !== undefined && mine.length > 0 ? ` container #${index}` : ""}`,
    )
  );
}

function exec(ctx: Ctx): number {
  const { m, host } = ctx;
  const container = indexed(ctx, ctx.text("service") ?? "");
  const tty = !ctx.has("no terminal") && m.tty;
  try {
    const done = execIn(m, host, container, {
      argv: ctx.list("command"),
      env: ctx.list("env"),
      detached: ctx.has("detach"),
      stdin: tty ? "" : ctx.call.stdin.text,
      tty,
      ...(ctx.has("user") ? { user: ctx.text("user") ?? "" } : {}),
      ...(ctx.has("workdir") ? { workdir: ctx.text("workdir") ?? "/" } : {}),
    });
    ctx.out(done.out);
    ctx.err(done.err);
    return done.exit;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuseClient(`Error response from daemon: ${error.message}`);
  }
}

const noUp: UpWish = {
  names: [],
  scale: {},
  forceRecreate: false,
  noRecreate: true,
  noDeps: false,
  removeOrphans: false,
  build: false,
  noStart: false,
  wait: false,
  dryRun: false,
  pull: "missing",
};

function runOnce(ctx: Ctx): number {
  const { m, host } = ctx;
  const project = loadProject(ctx);
  const name = ctx.text("service") ?? "";
  const service =
    project.services[name] ?? project.disabled[name] ?? refuseClient(`no such service: ${name}`);
  const others = withDependencies(project, [name]).filter((one) => one !== name);
  if (others.length > 0 && !ctx.has("no-deps")) {
    bringUp(ctx, project, { ...noUp, names: others }, false);
  }
  prepareOne(ctx, project, service, noUp);
  const made = ctx.text("name") ?? `${project.name}-${name}-run-${newId(m).slice(0, 12)}`;
  const wish = wishFor(
    m,
    host,
    project,
    { ...service, containerName: "" },
    { number: 1, oneOff: true, name: made },
  );
  const words = ctx.list("command");
  const entrypoint = ctx.text("entrypoint");
  try {
    const container = createContainer(m, host, {
      ...wish,
      ...(words.length > 0 ? { cmd: words } : {}),
      ...(entrypoint === undefined ? {} : { entrypoint: [entrypoint] }),
      env: [...(wish.env ?? []), ...ctx.list("env")],
      host: {
        ...wish.host,
        autoRemove: false,
        ...(ctx.has("service-ports")
          ? { publish: wishFor(m, host, project, service, { number: 1 }).host?.publish ?? {} }
          : {}),
      },
    });
    if (ctx.has("detach")) ctx.out(`${made}\n`);
    else listen(m, container.id, (from, text) => (from === "o" ? ctx.out(text) : ctx.err(text)));
    startContainer(m, host, container.id, ctx.call.stdin.text);
    if (ctx.has("detach")) return 0;
    const current = () => hostOf(m, host).containers[container.id];
    const over = waitUntil(
      m,
      () => !isUp(current() ?? container) || current() === undefined,
      Math.min(m.deadline, now(m) + 90_000),
    );
    listen(m, container.id, null);
    if (!over && m.deadline === Number.POSITIVE_INFINITY && !m.tty)
      return notModelled("the program runs until it is stopped, and nobody stops it");
    const exit = current()?.exit ?? 0;
    if (ctx.has("rm") && current()) removeContainer(m, host, container.id, true);
    return exit;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuseClient(`Error response from daemon: ${error.message}`);
  }
}

addHandlers({
  "docker compose exec": exec,
  "docker compose run": runOnce,
});
