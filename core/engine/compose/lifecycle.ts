import { buildFor } from "#core/engine/build/build";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { isUp } from "#core/engine/containers/is-up";
import { removeContainer } from "#core/engine/containers/remove-container";
import { startContainer } from "#core/engine/containers/start-container";
import {
  killContainer,
  pauseContainer,
  restartContainer,
  stopContainer,
  unpauseContainer,
} from "#core/engine/containers/stop";
import { removeImage } from "#core/engine/image-commands/remove";
import { findImage } from "#core/engine/images/store";
import { findNetwork, removeNetwork } from "#core/engine/network/networks";
import { hostOf, Refusal } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { dropVolume, usersOf } from "#core/engine/volumes/volumes";
import { attachUp } from "./attach-up";
import { bringUp, orphansOf } from "./bring-up";
import { containersOf, imageOf, inOrder, serviceOf } from "./containers";
import { stopAndRemove } from "./converge-service";
import { loadName, loadProject } from "./load";
import { pullService } from "./prepare";
import { type Say, sayer } from "./sayer";
import { startServices } from "./start-services";
import type { Project, UpWish } from "./types";

function scaleOf(words: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    words.map((word) => {
      const [name = "", count = ""] = word.split("=");
      if (!/^\d+$/.test(count)) refuseClient(`invalid scale specifier: ${word}`);
      return [name, Number(count)];
    }),
  );
}

function upWish(ctx: Ctx): UpWish {
  return {
    names: ctx.list("arguments"),
    scale: scaleOf(ctx.list("scale")),
    forceRecreate: ctx.has("force-recreate"),
    noRecreate: ctx.has("no-recreate"),
    noDeps: ctx.has("no-deps"),
    removeOrphans: ctx.has("remove-orphans"),
    build: ctx.has("build"),
    noStart: ctx.has("no-start"),
    wait: ctx.has("wait"),
    dryRun: ctx.has("dry-run") || ctx.has("project dry-run"),
    pull: ctx.text("pull") ?? "missing",
  };
}

function up(ctx: Ctx): number {
  const project = loadProject(ctx);
  const wish = upWish(ctx);
  const attached = !ctx.has("detach") && !ctx.has("wait") && !wish.noStart && !wish.dryRun;
  const services = bringUp(ctx, project, wish, attached);
  return attached ? attachUp(ctx, project, services) : 0;
}

function create(ctx: Ctx): number {
  bringUp(ctx, loadProject(ctx), { ...upWish(ctx), noStart: true }, false);
  return 0;
}

function scale(ctx: Ctx): number {
  const project = loadProject(ctx);
  const wanted = scaleOf(ctx.list("arguments"));
  const wish = { ...upWish(ctx), names: Object.keys(wanted), scale: wanted };
  bringUp(ctx, project, wish, false);
  return 0;
}

/** Containers of the project that a command is about; each service that is named has to be there. */
export function chosen(ctx: Ctx): { name: string; project: Project | null; own: Container[] } {
  const { name, project } = loadName(ctx);
  const names = ctx.list("arguments");
  const all = containersOf(ctx.m, ctx.host, name);
  for (const one of names) {
    const known =
      project === null
        ? all.some((each) => serviceOf(each) === one)
        : project.services[one] !== undefined || project.disabled[one] !== undefined;
    if (!known) refuseClient(`no such service: ${one}`);
  }
  return {
    name,
    project,
    own: names.length === 0 ? all : all.filter((one) => names.includes(serviceOf(one))),
  };
}

/** Those that depend on others first, so that nothing loses what it needs. */
function backwards(project: Project | null, own: readonly Container[]): Container[] {
  const services =
    project === null
      ? [...new Set(own.map(serviceOf))]
      : inOrder(project, Object.keys(project.services)).map(({ name }) => name);
  const place = (one: Container) => services.indexOf(serviceOf(one));
  return [...own].sort((a, b) => place(b) - place(a));
}

const seconds = (ctx: Ctx) => ctx.number("timeout") ?? null;

function stop(ctx: Ctx): number {
  const { project, own } = chosen(ctx);
  const say = sayer(ctx);
  for (const { id, name } of backwards(project, own).filter(isUp)) {
    say(`Container ${name}`, "Stopping");
    stopContainer(ctx.m, ctx.host, id, seconds(ctx));
    say(`Container ${name}`, "Stopped");
  }
  return 0;
}

function start(ctx: Ctx): number {
  const { project, own } = chosen(ctx);
  const say = sayer(ctx);
  if (project !== null) {
    const names = new Set(own.map(serviceOf));
    startServices(
      ctx,
      project,
      inOrder(project, Object.keys(project.services)).filter(({ name }) => names.has(name)),
      say,
    );
    return 0;
  }
  for (const { id, name } of own.filter((one) => !isUp(one))) {
    say(`Container ${name}`, "Starting");
    startContainer(ctx.m, ctx.host, id);
    say(`Container ${name}`, "Started");
  }
  return 0;
}

function restart(ctx: Ctx): number {
  const { own } = chosen(ctx);
  const say = sayer(ctx);
  for (const { id, name } of own) {
    say(`Container ${name}`, "Restarting");
    restartContainer(ctx.m, ctx.host, id, seconds(ctx));
    say(`Container ${name}`, "Started");
  }
  return 0;
}

const each =
  (doing: string, done: string, act: (ctx: Ctx, one: Container) => void) =>
  (ctx: Ctx): number => {
    const say = sayer(ctx);
    for (const one of chosen(ctx).own) {
      if (doing !== "") say(`Container ${one.name}`, doing);
      act(ctx, one);
      say(`Container ${one.name}`, done);
    }
    return 0;
  };

function kill(ctx: Ctx): number {
  const say = sayer(ctx);
  const signal = (ctx.text("signal") ?? "KILL").replace(/^SIG/, "");
  for (const { id, name } of chosen(ctx).own.filter(isUp)) {
    say(`Container ${name}`, "Killing");
    killContainer(ctx.m, ctx.host, id, signal);
    say(`Container ${name}`, "Killed");
  }
  return 0;
}

function remove(ctx: Ctx): number {
  const { own } = chosen(ctx);
  const say = sayer(ctx);
  const gone = ctx.has("stop") ? own : own.filter((one) => !isUp(one));
  if (gone.length === 0) {
    ctx.err("No stopped containers\n");
    return 0;
  }
  if (!ctx.has("force")) {
    ctx.out(`? Going to remove ${gone.map(({ name }) => name).join(", ")} Yes\n`);
    if (ctx.m.typed === null && !ctx.m.tty) return 0;
  }
  for (const one of gone) {
    if (isUp(one)) stopContainer(ctx.m, ctx.host, one.id);
    say(`Container ${one.name}`, "Removing");
    if (hostOf(ctx.m, ctx.host).containers[one.id])
      removeContainer(ctx.m, ctx.host, one.id, ctx.has("volumes"));
    say(`Container ${one.name}`, "Removed");
  }
  return 0;
}

function dropNetworks(ctx: Ctx, project: string, say: Say): void {
  const { m, host } = ctx;
  const own = Object.values(hostOf(m, host).networks).filter(
    ({ labels }) => labels["com.docker.compose.project"] === project,
  );
  for (const { name } of own) {
    say(`Network ${name}`, "Removing");
    try {
      if (findNetwork(m, host, name)) removeNetwork(m, host, name);
      say(`Network ${name}`, "Removed");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(`Network ${name}`, "Resource is still in use");
    }
  }
}

function dropImages(
  ctx: Ctx,
  project: Project | null,
  own: readonly Container[],
  which: string,
  say: Say,
): void {
  const { m, host } = ctx;
  const wanted =
    project === null
      ? own.map(({ image }) => image)
      : Object.values(project.services)
          .filter((one) => which === "all" || one.image === "")
          .map((one) => imageOf(project, one));
  for (const image of new Set(wanted)) {
    if (!findImage(m, host, image)) continue;
    const shown = /:[^/]*$/.test(image) ? image : `${image}:latest`;
    say(`Image ${shown}`, "Removing");
    try {
      removeImage(m, host, image, false);
      say(`Image ${shown}`, "Removed");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(`Image ${shown}`, "Resource is still in use");
    }
  }
}

function down(ctx: Ctx): number {
  const { m, host } = ctx;
  const { name, project, own } = chosen(ctx);
  const say = sayer(ctx);
  const orphans = project === null ? [] : orphansOf(ctx, project);
  const mine = own.filter((one) => ctx.has("remove-orphans") || !orphans.includes(one));
  for (const one of containersOf(m, host, name, true)) stopAndRemove(ctx, one, say);
  for (const one of backwards(project, mine)) stopAndRemove(ctx, one, say, ctx.has("volumes"));
  if (ctx.list("arguments").length > 0) return 0;
  const images = ctx.text("rmi");
  if (images !== undefined) dropImages(ctx, project, own, images, say);
  if (ctx.has("volumes")) {
    for (const volume of Object.values(hostOf(m, host).volumes).filter(
      ({ labels }) => labels?.["com.docker.compose.project"] === name,
    )) {
      say(`Volume ${volume.name}`, "Removing");
      if (usersOf(m, host, volume.name).length > 0)
        say(`Volume ${volume.name}`, "Resource is still in use");
      else {
        dropVolume(m, host, volume);
        say(`Volume ${volume.name}`, "Removed");
      }
    }
  }
  dropNetworks(ctx, name, say);
  return 0;
}

function pull(ctx: Ctx): number {
  const project = loadProject(ctx);
  const names = ctx.list("arguments");
  for (const service of Object.values(project.services)) {
    if (names.length > 0 && !names.includes(service.name)) continue;
    if (service.image === "") ctx.err(` ${service.name} Skipped - No image to be pulled\n`);
    else pullService(ctx, service);
  }
  return 0;
}

function build(ctx: Ctx): number {
  const project = loadProject(ctx);
  const names = ctx.list("arguments");
  for (const service of Object.values(project.services)) {
    if (service.build === null || (names.length > 0 && !names.includes(service.name))) continue;
    const image = imageOf(project, service);
    buildFor(ctx, { ...service.build, root: project.folder, tag: image });
    ctx.err(` ${image}  Built\n`);
  }
  return 0;
}

addHandlers({
  "docker compose up": up,
  "docker compose create": create,
  "docker compose scale": scale,
  "docker compose down": down,
  "docker compose stop": stop,
  "docker compose start": start,
  "docker compose restart": restart,
  "docker compose kill": kill,
  "docker compose rm": remove,
  "docker compose pull": pull,
  "docker compose build": build,
  "docker compose pause": each("", "Paused", ({ m, host }, one) => pauseContainer(m, host, one)),
  "docker compose unpause": each("", "Unpaused", ({ m, host }, one) =>
    unpauseContainer(m, host, one),
  ),
});
