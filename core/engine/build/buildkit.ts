import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { fileAt, readText } from "#core/engine/files/file-system";
import { fullPath, joined, nameOf } from "#core/engine/files/paths";
import { now, setClock } from "#core/engine/state/machine";
import { buildStages } from "./build-stages";
import { BuildTrouble, type Dockerfile, excerpt, readDockerfile } from "./dockerfile";
import { type Held, holdBack } from "./hold-back";
import type { KitBuild } from "./kit-build";
import { contextAt } from "./work";
import { tellExport, writeImage } from "./write-image";

type Source = { root: string; file: string; fileName: string };

function sourceOf(ctx: Ctx): Source {
  const [typed = "."] = ctx.args;
  const { thread } = ctx.call;
  if (typed === "-") return { root: "/dev/null", file: "", fileName: "Dockerfile" };
  const root = fullPath(typed, thread.cwd);
  if (fileAt(ctx.m, ctx.place, root)?.t !== "d")
    refuseClient(`ERROR: failed to build: unable to prepare context: path "${typed}" not found`);
  const named = ctx.flags("file").at(-1);
  const file = named === undefined ? joined(root, "Dockerfile") : fullPath(named, thread.cwd);
  return { root, file, fileName: named === undefined ? "Dockerfile" : nameOf(file) };
}

function newBuild(
  ctx: Ctx,
  file: Dockerfile,
  root: string,
  fileName: string,
  held: Held,
): KitBuild {
  const given = ctx.under("build-arg");
  const argOf = (name: string, value: unknown) =>
    value === null ? (ctx.call.env[name] ?? "") : String(value);
  return {
    ctx,
    file,
    fileName,
    context: contextAt(ctx.m, ctx.place, root),
    args: Object.fromEntries(given.map(([name, value]) => [name, argOf(name, value)])),
    noCache: ctx.has("no-cache"),
    number: 2,
    say: held.say,
    stages: new Map(),
    bases: new Map(),
    shown: new Map(),
    target: null,
    cachedBases: held.cachedBases,
    made: 0,
  };
}

/** `docker build` by BuildKit: says each step, writes the image and names it. */
export function buildByKit(ctx: Ctx): number {
  const { m } = ctx;
  const { root, file, fileName } = sourceOf(ctx);
  const quiet = ctx.has("quiet");
  const say = (text: string) => {
    if (!quiet) ctx.err(text);
  };
  say('#0 building with "default" instance using docker driver\n\n');
  setClock(m, now(m) + 150);
  const text = root === "/dev/null" ? ctx.call.stdin.text : readText(m, ctx.place, file);
  const size = text === null ? 2 : text.length + 20;
  say(
    `#1 [internal] load build definition from ${fileName}\n#1 transferring dockerfile: ${size}B done\n#1 DONE 0.0s\n`,
  );
  const held = holdBack(say);
  let parsed: Dockerfile = { lines: (text ?? "").split("\n"), args: [], stages: [] };
  try {
    if (text === null)
      throw new BuildTrouble(
        `failed to read dockerfile: open ${fileName}: no such file or directory`,
      );
    parsed = readDockerfile(text);
    const build = newBuild(ctx, parsed, root, fileName, held);
    const built = buildStages(build);
    held.flush();
    const image = writeImage(build, built);
    tellExport(build, image, say);
    if (quiet) ctx.out(`sha256:${image.id}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof BuildTrouble)) throw error;
    held.flush();
    if (error.from > 0) ctx.err(excerpt(fileName, parsed, error.from, error.to));
    ctx.err(`ERROR: failed to build: failed to solve: ${error.message}\n`);
    return 1;
  }
}
