import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { fileAt, readText } from "#core/engine/files/file-system";
import { fullPath, joined } from "#core/engine/files/paths";
import { pullFor } from "#core/engine/image-commands/pull";
import { emptyConfig } from "#core/engine/images/empty-config";
import { findImage, fullName, putTag, shortName } from "#core/engine/images/store";
import { shortId } from "#core/engine/state/ids";
import { now, Refusal } from "#core/engine/state/machine";
import type { Image } from "#core/engine/types";
import type { ClassicBuild } from "./classic-build";
import { BuildTrouble, type Instruction, readDockerfile, substituted } from "./dockerfile";
import { runClassicStep } from "./run-classic-step";
import { contextAt } from "./work";

export const deprecated =
  "DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0\n            environment-variable.\n\n";

/** `docker build` with DOCKER_BUILDKIT=0: one image after each step. */
export function buildClassic(ctx: Ctx): number {
  ctx.err(deprecated);
  const { root, text } = sourceOf(ctx);
  const say = ctx.has("quiet") ? () => {} : ctx.out;
  const given = Object.fromEntries(
    ctx
      .under("build-arg")
      .map(([name, value]) => [name, value === null ? (ctx.call.env[name] ?? "") : String(value)]),
  );
  const build: ClassicBuild = { ctx, say, args: {}, given };
  try {
    return finish(build, runAll(build, root, text));
  } catch (error) {
    if (error instanceof Refusal || error instanceof BuildTrouble)
      return refuseClient(error.message);
    throw error;
  }
}

/** The folder that is built from, and the text of its Dockerfile. */
function sourceOf(ctx: Ctx): { root: string; text: string } {
  const [typed = "."] = ctx.args;
  const { cwd } = ctx.call.thread;
  const root = fullPath(typed, cwd);
  if (fileAt(ctx.m, ctx.place, root)?.t !== "d")
    refuseClient(`unable to prepare context: path "${typed}" not found`);
  const named = ctx.flags("file").at(-1);
  const file = named === undefined ? joined(root, "Dockerfile") : fullPath(named, cwd);
  const text = readText(ctx.m, ctx.place, file);
  if (text !== null) return { root, text };
  return refuseClient(
    `unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${joined(root, named ?? "Dockerfile")}: no such file or directory`,
  );
}

/** Runs all instructions, and gives the last image. */
function runAll(build: ClassicBuild, root: string, text: string): Image | null {
  const { ctx, say } = build;
  const steps = readDockerfile(text).stages.flatMap(({ from, steps: list }) => [from, ...list]);
  const context = contextAt(ctx.m, ctx.place, root);
  say("Sending build context to Docker daemon  2.048kB\n");
  let image: Image | null = null;
  for (const [i, one] of steps.entries()) {
    say(`Step ${i + 1}/${steps.length} : ${one.raw}\n`);
    if (one.word === "FROM") image = begin(build, one);
    else if (one.word === "ARG") noteArg(build, one);
    if (one.word !== "FROM" && image !== null) image = runClassicStep(build, image, one, context);
  }
  return image;
}

function noteArg({ args, given }: ClassicBuild, { text }: Instruction): void {
  const [, name = text, preset] = /^(\w+)(?:=(.*))?$/s.exec(text) ?? [];
  const value = given[name] ?? preset;
  if (value !== undefined) args[name] = value;
}

function begin(build: ClassicBuild, one: Instruction): Image {
  const { ctx, say } = build;
  const [base = ""] = substituted(one.text, build.given).split(/\s+/);
  if (base === "scratch") {
    say(" ---> \n");
    return {
      id: "",
      created: now(ctx.m),
      layers: [],
      config: emptyConfig,
      history: [],
      parent: "",
      comment: "",
      author: "",
    };
  }
  const image = findImage(ctx.m, ctx.host, base) ?? pullFor(ctx, fullName(base), say);
  say(` ---> ${shortId(image.id)}\n`);
  return image;
}

function finish({ ctx, say }: ClassicBuild, image: Image | null): number {
  if (image === null) return refuseClient("No image was generated. Is your Dockerfile empty?");
  say(`Successfully built ${shortId(image.id)}\n`);
  for (const tag of ctx.list("tag")) {
    putTag(ctx.m, ctx.host, shortName(tag), image.id);
    say(`Successfully tagged ${shortName(tag)}\n`);
  }
  if (ctx.has("quiet")) ctx.out(`sha256:${image.id}\n`);
  return 0;
}
