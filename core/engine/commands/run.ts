import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { forEach } from "#core/engine/client/for-each";
import { sayByEngine } from "#core/engine/client/say-refusal";
import { refuseClient } from "#core/engine/client/words";
import { createContainer } from "#core/engine/containers/create-container";
import { checkExec, execIn } from "#core/engine/containers/exec";
import { needContainer } from "#core/engine/containers/find-container";
import { isUp } from "#core/engine/containers/is-up";
import { removeContainer } from "#core/engine/containers/remove-container";
import { startContainer } from "#core/engine/containers/start-container";
import { tellOf } from "#core/engine/containers/tell-of";
import { pullFor } from "#core/engine/image-commands/pull";
import { findImage, shortName } from "#core/engine/images/store";
import { hostOf, Refusal, refuse } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { converse, hear, waitAttached } from "./attached";
import { containerWish, variablesOf } from "./container-wish";

const noTerminal = "the input device is not a TTY";

function checkTerminal(ctx: Ctx): void {
  if (ctx.has("tty") && ctx.has("interactive") && !ctx.has("detached") && !ctx.m.tty)
    refuseClient(noTerminal);
}

/** Gets the image that a container needs, as --pull says. */
function fetchImage(ctx: Ctx): void {
  const { m, host } = ctx;
  const typed = ctx.args[0] ?? "";
  const full = ctx.text("image") ?? typed;
  const policy = ctx.text("pull") ?? "missing";
  const platform = ctx.text("platform");
  const there = findImage(m, host, typed) !== undefined;
  const fits = platform === undefined || platform.startsWith("linux/amd64");
  if (policy === "never") {
    if (!there) refuse(`No such image: ${shortName(full)}`, 125);
    return;
  }
  if (policy !== "always" && there && fits) return;
  if (policy !== "always") ctx.err(`Unable to find image '${shortName(full)}' locally\n`);
  pullFor(ctx, full, ctx.err);
  if (platform !== undefined && !fits) {
    const shown = platform.includes("/") ? platform : `${platform}/amd64`;
    ctx.err(
      `WARNING: image with reference ${shortName(full)} was found but its platform (linux/amd64) does not match the specified platform (${shown})\n`,
    );
    refuse(
      `image with reference ${typed} was found but its platform (linux/amd64) does not match the specified platform (${shown})`,
      125,
    );
  }
}

function create(ctx: Ctx): Container {
  const wish = containerWish(ctx);
  fetchImage(ctx);
  return createContainer(ctx.m, ctx.host, wish);
}

function runContainer(ctx: Ctx): number {
  const { m, host } = ctx;
  checkTerminal(ctx);
  const detached = ctx.has("detached");
  const container = create(ctx);
  if (detached) ctx.out(`${container.id}\n`);
  else tellOf(m, host, container, "attach");
  const stop = detached ? () => {} : hear(ctx, container.id);
  try {
    const stdin = ctx.has("interactive") && !ctx.has("tty") ? ctx.call.stdin.text : "";
    startContainer(m, host, container.id, stdin);
    return detached ? 0 : waitAttached(ctx, container.id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (container.host.autoRemove) dropFailed(ctx, container);
    const exit = error.exit === 1 || error.exit === 128 ? 125 : error.exit;
    throw sayByEngine(error.message, ctx.command.typedVerb, exit);
  } finally {
    stop();
  }
}

/** With --rm a container that did not start goes at once. */
function dropFailed({ m, host }: Ctx, { id }: Container): void {
  if (hostOf(m, host).containers[id] !== undefined) removeContainer(m, host, id, true);
}

function createOnly(ctx: Ctx): number {
  const container = create(ctx);
  ctx.out(`${container.id}\n`);
  return 0;
}

function start(ctx: Ctx): number {
  const { m, host, args } = ctx;
  if (ctx.has("attach") || ctx.has("attached") || ctx.has("interactive")) return startAttached(ctx);
  const failed: string[] = [];
  forEach(ctx, args, (name) => {
    try {
      const container = needContainer(m, host, name);
      if (container.status === "paused")
        refuse("cannot start a paused container, try unpause instead");
      if (!isUp(container)) startContainer(m, host, container.id);
      ctx.out(`${name}\n`);
    } catch (error) {
      failed.push(name);
      throw error;
    }
  });
  if (failed.length > 0) ctx.err(`Error: failed to start containers: ${failed.join(", ")}\n`);
  return failed.length > 0 ? 1 : 0;
}

function startAttached(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const [name = ""] = args;
  const container = needContainer(m, host, name);
  if (container.config.tty && container.config.stdin && !m.tty && ctx.has("interactive"))
    refuseClient(noTerminal);
  const stop = hear(ctx, container.id);
  try {
    tellOf(m, host, container, "attach");
    if (!isUp(container))
      startContainer(m, host, container.id, container.config.tty ? "" : ctx.call.stdin.text);
    return waitAttached(ctx, container.id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ctx.err(`Error response from daemon: ${error.message}\n`);
    return 1;
  } finally {
    stop();
  }
}

function attach(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const container = needContainer(m, host, args[0] ?? "");
  if (container.status === "paused")
    refuseClient("You cannot attach to a paused container, unpause it first");
  if (container.status === "restarting")
    refuseClient("You cannot attach to a restarting container, wait until it is running");
  if (container.status !== "running")
    refuseClient("You cannot attach to a stopped container, start it first");
  const stop = hear(ctx, container.id);
  tellOf(m, host, container, "attach");
  const code = waitAttached(ctx, container.id);
  stop();
  return code;
}

function exec(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const [name = "", ...argv] = args;
  const container = needContainer(m, host, name);
  checkExec(container);
  const interactive = ctx.flags("interactive").at(-1) === "true";
  const tty = ctx.has("tty");
  if (tty && interactive && !ctx.has("detached") && !m.tty) refuseClient(noTerminal);
  const wish = {
    argv,
    env: variablesOf(ctx),
    detached: ctx.has("detached"),
    stdin: interactive ? ctx.call.stdin.text : "",
    tty,
    ...(ctx.has("workdir") ? { workdir: ctx.text("workdir") ?? "/" } : {}),
    ...(ctx.has("user") ? { user: ctx.text("user") ?? "" } : {}),
  };
  const done = execIn(m, host, container, wish, tty && interactive && m.tty);
  ctx.out(done.out);
  if (tty) ctx.out(done.err);
  else ctx.err(done.err);
  if (done.thread?.reads && done.thread.done === null) {
    const fresh = hostOf(m, host).containers[container.id];
    const pid = fresh?.extras.at(-1)?.pid;
    if (fresh && pid !== undefined) return converse(ctx, fresh, pid);
  }
  return done.exit;
}

addHandlers({
  "run container": runContainer,
  "create container": createOnly,
  "start containers": start,
  "attach to container": attach,
  "execute in container": exec,
});
