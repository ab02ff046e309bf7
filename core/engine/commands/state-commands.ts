import type { Ctx } from "#core/engine/client/context";
import { addEarly, addHandlers } from "#core/engine/client/docker";
import { forEach } from "#core/engine/client/for-each";
import { ClientRefusal, refuseClient } from "#core/engine/client/words";
import { waitUntil } from "#core/engine/containers/clock";
import { ended } from "#core/engine/containers/ended";
import { findByName, findContainer, needContainer } from "#core/engine/containers/find-container";
import { isUp } from "#core/engine/containers/is-up";
import { removeContainer } from "#core/engine/containers/remove-container";
import {
  killContainer,
  pauseContainer,
  restartContainer,
  stopContainer,
  unpauseContainer,
} from "#core/engine/containers/stop";
import { tellOf } from "#core/engine/containers/tell-of";
import {
  changeContainer,
  hostOf,
  now,
  Refusal,
  refuse,
  setClock,
} from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";

const seconds = (ctx: Ctx) => ctx.number("timeout") ?? null;

function stop(ctx: Ctx): number {
  const { m, host } = ctx;
  const found: Container[] = [];
  const missing: string[] = [];
  for (const name of ctx.args) {
    const container = findContainer(m, host, name);
    if (container) found.push(container);
    else missing.push(name);
  }
  const signal = ctx.text("signal") ?? "";
  const from = now(m);
  // They are stopped at once: none waits for another.
  const longest = Math.max(0, ...found.map((one) => (isUp(one) ? 1 : 0)));
  if (longest > 0) setClock(m, from + 100);
  for (const { id } of found) stopContainer(m, host, id, seconds(ctx), signal);
  return forEach(ctx, ctx.args, (name) => {
    if (missing.includes(name)) refuse(`No such container: ${name}`);
    ctx.out(`${name}\n`);
  });
}

function kill(ctx: Ctx): number {
  const { m, host } = ctx;
  const signal = (ctx.text("signal") ?? "KILL").toUpperCase().replace(/^SIG/, "");
  return forEach(ctx, ctx.args, (name) => {
    const container =
      findContainer(m, host, name) ??
      refuse(`cannot kill container: ${name}: No such container: ${name}`);
    if (!isUp(container))
      refuse(`cannot kill container: ${name}: container ${container.id} is not running`);
    killContainer(m, host, container.id, signal);
    setClock(m, now(m) + 30);
    ctx.out(`${name}\n`);
  });
}

function restart(ctx: Ctx): number {
  const { m, host } = ctx;
  return forEach(ctx, ctx.args, (name) => {
    const container = needContainer(m, host, name);
    try {
      restartContainer(m, host, container.id, seconds(ctx));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(`Cannot restart container ${name}: ${error.message}`);
    }
    ctx.out(`${name}\n`);
  });
}

const pause = (ctx: Ctx): number =>
  forEach(ctx, ctx.args, (name) => {
    pauseContainer(ctx.m, ctx.host, needContainer(ctx.m, ctx.host, name));
    ctx.out(`${name}\n`);
  });

const unpause = (ctx: Ctx): number =>
  forEach(ctx, ctx.args, (name) => {
    unpauseContainer(ctx.m, ctx.host, needContainer(ctx.m, ctx.host, name));
    ctx.out(`${name}\n`);
  });

function removeOne(ctx: Ctx, name: string): void {
  const { m, host } = ctx;
  const container = needContainer(m, host, name);
  const plain = name.replace(/^\//, "");
  if (ctx.has("link")) refuse(`Cannot get parent / name for ${plain}`);
  if (!ctx.has("force")) {
    const why = {
      running: "container is running: stop the container before removing or force remove",
      paused: "container is paused and must be unpaused first",
      restarting: "container is restarting: stop the container before removing or force remove",
    };
    const trouble = why[container.status as keyof typeof why];
    if (trouble !== undefined)
      refuse(
        `cannot remove container "${/^[0-9a-f]{12,}$/.test(plain) ? plain : container.name}": ${trouble}`,
      );
  }
  if (isUp(container)) {
    changeContainer(m, host, container.id, { stopped: true });
    ended(m, host, container.id, 137);
    setClock(m, now(m) + 100);
  }
  if (hostOf(m, host).containers[container.id])
    removeContainer(m, host, container.id, ctx.has("volumes"));
  ctx.out(`${plain}\n`);
}

function remove(ctx: Ctx): number {
  const force = ctx.has("force");
  const { m, host } = ctx;
  let status = 0;
  for (const name of ctx.args) {
    const known = findContainer(m, host, name) !== undefined;
    const code = forEach(ctx, [name], (one) => {
      if (!known && ctx.has("link")) refuse(`No such container: ${one}`);
      removeOne(ctx, one);
    });
    if (code !== 0 && !(force && !known)) status = 1;
  }
  return status;
}

const nameRule = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

function rename(ctx: Ctx): number {
  const { m, host, args } = ctx;
  const [old = "", wanted = ""] = args;
  const plain = wanted.replace(/^\//, "");
  if (old.trim() === "" || plain === "")
    refuseClient("Error: Neither old nor new names may be empty");
  try {
    const container = needContainer(m, host, old);
    if (container.name === plain)
      refuse("Renaming a container with the same name as its current name");
    if (!nameRule.test(plain)) {
      refuse(
        `Error when allocating new name: Invalid container name (/${plain}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
      );
    }
    const taken = findByName(m, host, plain);
    if (taken) {
      refuse(
        `Error when allocating new name: Conflict. The container name "/${plain}" is already in use by container "${taken.id}". You have to remove (or rename) that container to be able to reuse that name.`,
      );
    }
    const networks = Object.fromEntries(
      Object.entries(container.networks).map(([network, end]) => {
        const known = end.dns.map((one) => (one === container.name ? plain : one));
        // On the default bridge, too, the engine notes the new name.
        const dns = network === "bridge" && end.ip !== "" ? [plain] : known;
        return [network, { ...end, dns }];
      }),
    );
    changeContainer(
      m,
      host,
      container.id,
      { name: plain, networks },
      `rename container ${container.name} to ${plain}`,
    );
    tellOf(m, host, { ...container, name: plain }, "rename", { oldName: `/${container.name}` });
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ctx.err(
      `Error response from daemon: ${error.message}\nError: failed to rename container named ${old}\n`,
    );
    return 1;
  }
}

function wait(ctx: Ctx): number {
  const { m, host } = ctx;
  return forEach(ctx, ctx.args, (name) => {
    const container = needContainer(m, host, name);
    const isOver = () => {
      const one = hostOf(m, host).containers[container.id];
      return one === undefined || !["running", "paused", "restarting"].includes(one.status);
    };
    const limit = m.deadline === Number.POSITIVE_INFINITY ? now(m) + 90_000 : m.deadline;
    if (!waitUntil(m, isOver, limit)) throw new ClientRefusal("", 130);
    const after = hostOf(m, host).containers[container.id];
    const told = hostOf(m, host)
      .told.filter((one) => one.id === container.id && one.action === "die")
      .at(-1);
    ctx.out(`${after?.exit ?? told?.attributes.exitCode ?? 0}\n`);
  });
}

function update(ctx: Ctx): number {
  const { m, host } = ctx;
  return forEach(ctx, ctx.args, (name) => {
    const container = needContainer(m, host, name);
    const restart = ctx.get("restart");
    const [policy, max] = Array.isArray(restart) ? restart : [restart, 0];
    const { host: before } = container;
    const memory = ctx.number("memory") ?? before.memory;
    const swap = ctx.number("memory-swap") ?? before.memorySwap;
    if (ctx.has("memory") && !ctx.has("memory-swap") && swap > 0 && memory > swap) {
      refuse(
        "Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time",
      );
    }
    const restarted =
      policy === undefined
        ? before.restart
        : { name: String(policy), max: typeof max === "number" ? max : 0 };
    const changed = {
      ...before,
      memory,
      memorySwap: swap,
      nanoCpus: ctx.number("cpus") ?? before.nanoCpus,
      cpuShares: ctx.number("cpu-shares") ?? before.cpuShares,
      cpuset: ctx.text("cpuset-cpus") ?? before.cpuset,
      pids: ctx.number("pids-limit") ?? before.pids,
      restart: restarted,
    };
    changeContainer(m, host, container.id, { host: changed }, `update container ${container.name}`);
    tellOf(m, host, container, "update");
    ctx.out(`${name}\n`);
  });
}

addHandlers({
  "stop containers": stop,
  "kill containers": kill,
  "restart containers": restart,
  "pause containers": pause,
  "unpause containers": unpause,
  "remove containers": remove,
  "rename container": rename,
  "wait for containers": wait,
  "update containers": update,
});
addEarly({
  "container rename": rename,
  "container kill": (ctx) =>
    ctx.args.every((name) => findContainer(ctx.m, ctx.host, name)) ? null : kill(ctx),
});
