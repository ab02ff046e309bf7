import type { Ctx } from "#core/engine/client/context";
import { ClientRefusal, refuseClient } from "#core/engine/client/words";
import { usualHost } from "#core/engine/containers/usual-host";
import { fileAt, readText } from "#core/engine/files/file-system";
import { fullPath, joined } from "#core/engine/files/paths";
import { changedConfig, commandForm, pairsOf } from "#core/engine/image-commands/changes";
import { pullFor } from "#core/engine/image-commands/pull";
import { emptyConfig, imageIdOf } from "#core/engine/images/layers";
import { findImage, fullName, putTag, shortName } from "#core/engine/images/store";
import { madeName, shortId } from "#core/engine/state/ids";
import {
  hostOf,
  newId,
  now,
  put,
  putImage,
  putUpper,
  Refusal,
  setClock,
} from "#core/engine/state/machine";
import type { Container, Files, Image, ImageConfig } from "#core/engine/types";
import { BuildTrouble, type Instruction, readDockerfile, substituted } from "./dockerfile";
import { contextAt, copyFiles, folderFiles, layerFor, runIn } from "./work";

export const deprecated =
  "DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0\n            environment-variable.\n\n";

type Build = {
  ctx: Ctx;
  say: (text: string) => void;
  args: Record<string, string>;
  given: Record<string, string>;
};

/** What the history and the container of a step are called by. */
function stepWords(one: Instruction, config: ImageConfig, text: string, hash: string): string {
  const list = (words: readonly string[] | null) =>
    `[${(words ?? []).map((word) => JSON.stringify(word)).join(" ")}]`;
  switch (one.word) {
    case "CMD":
      return ` CMD ${list(config.cmd)}`;
    case "ENTRYPOINT":
      return ` ENTRYPOINT ${list(config.entrypoint)}`;
    case "ENV":
    case "LABEL":
      return ` ${one.word} ${pairsOf(text)
        .map(([name, value]) => `${name}=${value}`)
        .join(" ")}`;
    case "COPY":
    case "ADD":
      return `${one.word} file:${hash} in ${text.split(/\s+/).at(-1)} `;
    case "WORKDIR":
      return `WORKDIR ${text}`;
    default:
      return ` ${one.word} ${text}`;
  }
}

/** An image made of the same parent by the same step before. */
function cachedImage({ ctx }: Build, parent: string, by: string): Image | undefined {
  return Object.values(hostOf(ctx.m, ctx.host).images).find(
    (one) => one.parent === parent && one.history.at(-1)?.by === by,
  );
}

type Worked = { files: Files | null; config: ImageConfig; cmd: string[]; by: string };

function stepContainer(
  { ctx }: Build,
  parent: Image,
  config: ImageConfig,
  cmd: readonly string[],
  exit: number | null,
): Container {
  const { m } = ctx;
  const id = newId(m);
  const ran = exit !== null;
  return {
    id,
    name: madeName(id, 0),
    created: now(m),
    image: `sha256:${parent.id}`,
    imageId: parent.id,
    platform: "linux",
    config: {
      ...config,
      cmd,
      entrypoint: null,
      hostname: id.slice(0, 12),
      tty: false,
      stdin: false,
      stopTimeout: null,
      healthcheck: ran ? { Test: ["NONE"] } : config.healthcheck,
    },
    host: { ...usualHost, restart: { name: "", max: 0 }, logDriver: "none" },
    mounts: [],
    networks: {
      bridge: { network: "", aliases: [], dns: [], links: [], ip: "", fixedIp: "", endpoint: "" },
    },
    ports: {},
    status: ran ? "exited" : "created",
    pid: 0,
    exit: exit ?? 0,
    error: "",
    oom: false,
    started: ran ? now(m) : 0,
    finished: ran ? now(m) : 0,
    restarts: 0,
    stopped: false,
    restartAt: null,
    health: null,
    thread: null,
    extras: [],
  };
}

function keepContainer({ ctx }: Build, container: Container): void {
  put(
    ctx.m,
    ["hosts", ctx.host, "containers", container.id],
    container,
    `create container ${container.name}`,
  );
  putUpper(ctx.m, ctx.host, container.id, {});
}

function workOf(
  build: Build,
  parent: Image,
  one: Instruction,
  context: ReturnType<typeof contextAt>,
): Worked {
  const { ctx, args } = build;
  const { m, host } = ctx;
  const draft = { layers: parent.layers, config: parent.config };
  const env = Object.fromEntries(
    parent.config.env.map((pair) => [
      pair.slice(0, pair.indexOf("=")),
      pair.slice(pair.indexOf("=") + 1),
    ]),
  );
  const all = { ...args, ...env };
  const keeps = ["CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL", "ONBUILD", "RUN"].includes(one.word);
  const text = keeps ? one.text : substituted(one.text, all);
  const nop = (words: string): Pick<Worked, "cmd" | "by"> => ({
    cmd: ["/bin/sh", "-c", "#(nop) ", words.trim()],
    by: `/bin/sh -c #(nop) ${words}`,
  });
  if (one.word === "RUN") {
    const cmd = commandForm(text, parent.config.shell);
    const names = Object.entries(args);
    const prefix =
      names.length > 0
        ? `|${names.length} ${names.map(([name, value]) => `${name}=${value}`).join(" ")} `
        : "";
    return { files: {}, config: parent.config, cmd, by: `${prefix}${cmd.join(" ")}` };
  }
  if (one.word === "COPY" || one.word === "ADD") {
    const { files, hash } = copyFiles(m, host, draft, context, { ...one, text });
    return { files, config: parent.config, ...nop(stepWords(one, parent.config, text, hash)) };
  }
  const config = changedConfig(parent.config, one.word, text);
  const files = one.word === "WORKDIR" ? folderFiles(m, host, draft, config.workdir) : null;
  return {
    files: files && Object.keys(files).length > 0 ? files : null,
    config,
    ...nop(stepWords(one, config, text, "")),
  };
}

/** busybox writes a message in pieces, and the client colours each. */
const coloured = (text: string): string => {
  const [, name = "", line = "", rest = text] = /^(\S+: )(line \d+: )?(.*)\n$/s.exec(text) ?? [];
  const parts = [name, line, rest].filter((part) => part !== "");
  return `${parts.map((part) => `\u001b[91m${part}\u001b[0m`).join("")}\u001b[91m\n\u001b[0m`;
};

function runStep(
  build: Build,
  parent: Image,
  one: Instruction,
  context: ReturnType<typeof contextAt>,
  last: Files | null,
): Image {
  const { ctx, say } = build;
  const { m, host } = ctx;
  const work = workOf(build, parent, one, context);
  const known = ctx.has("no-cache") ? undefined : cachedImage(build, parent.id, work.by);
  if (known) {
    say(` ---> Using cache\n ---> ${shortId(known.id)}\n`);
    return known;
  }
  let files = last ?? work.files;
  const keeps = ctx.flags("rm").at(-1) === "false";
  if (one.word === "RUN") {
    const ran = runIn(
      m,
      host,
      { layers: parent.layers, config: parent.config },
      work.cmd,
      build.args,
    );
    const container = stepContainer(build, parent, parent.config, work.cmd, ran.exit);
    say(` ---> Running in ${shortId(container.id)}\n`);
    for (const { from, text } of ran.out) say(from === "o" ? text : coloured(text));
    if (ran.exit !== 0) {
      keepContainer(build, container);
      throw new ClientRefusal(
        `The command '${work.cmd.join(" ")}' returned a non-zero code: ${ran.exit}`,
        ran.exit,
      );
    }
    if (keeps) keepContainer(build, container);
    else say(` ---> Removed intermediate container ${shortId(container.id)}\n`);
    files = ran.files;
  } else if (one.word !== "COPY" && one.word !== "ADD") {
    const container = stepContainer(build, parent, work.config, work.cmd, null);
    say(` ---> Running in ${shortId(container.id)}\n`);
    if (keeps) keepContainer(build, container);
    else say(` ---> Removed intermediate container ${shortId(container.id)}\n`);
  }
  setClock(m, now(m) + 30);
  const hasFiles =
    files !== null &&
    (one.word === "COPY" ||
      one.word === "ADD" ||
      one.word === "WORKDIR" ||
      Object.keys(files).length > 0);
  const layer =
    hasFiles && files !== null
      ? layerFor(m, host, files, { layers: parent.layers, config: parent.config })
      : null;
  const line = { by: work.by, created: now(m), comment: "", layer: layer !== null, size: 0 };
  const draft = {
    created: now(m),
    layers: layer === null ? [...parent.layers] : [...parent.layers, layer],
    config: work.config,
    history: [...parent.history, line],
    parent: parent.id,
    comment: "",
    author: "",
  };
  const image: Image = { id: imageIdOf(draft), ...draft };
  putImage(m, host, image, "build image");
  say(` ---> ${shortId(image.id)}\n`);
  return image;
}

/** `docker build` with DOCKER_BUILDKIT=0: one image after each step. */
export function buildClassic(ctx: Ctx): number {
  const { m } = ctx;
  const [typed = "."] = ctx.args;
  const root = fullPath(typed, ctx.call.thread.cwd);
  ctx.err(deprecated);
  if (fileAt(m, ctx.place, root)?.t !== "d")
    refuseClient(`unable to prepare context: path "${typed}" not found`);
  const named = ctx.flags("file").at(-1);
  const text = readText(
    m,
    ctx.place,
    named === undefined ? joined(root, "Dockerfile") : fullPath(named, ctx.call.thread.cwd),
  );
  if (text === null) {
    return refuseClient(
      `unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${joined(root, named ?? "Dockerfile")}: no such file or directory`,
    );
  }
  const quiet = ctx.has("quiet");
  const say = quiet ? () => {} : ctx.out;
  const given = Object.fromEntries(
    ctx
      .under("build-arg")
      .map(([name, value]) => [name, value === null ? (ctx.call.env[name] ?? "") : String(value)]),
  );
  const build: Build = { ctx, say, args: {}, given };
  try {
    const file = readDockerfile(text);
    const steps = file.stages.flatMap(({ from, steps: list }) => [from, ...list]);
    const context = contextAt(m, ctx.place, root);
    say("Sending build context to Docker daemon  2.048kB\n");
    let image: Image | null = null;
    steps.forEach((one, i) => {
      say(`Step ${i + 1}/${steps.length} : ${one.raw}\n`);
      if (one.word === "FROM") image = begin(build, one);
      else if (one.word === "ARG") noteArg(build, one);
      if (one.word !== "FROM" && image !== null) image = runStep(build, image, one, context, null);
    });
    return finish(build, image);
  } catch (error) {
    if (error instanceof Refusal) return refuseClient(error.message);
    if (!(error instanceof BuildTrouble)) throw error;
    return refuseClient(error.message);
  }
}

function noteArg({ args, given }: Build, { text }: Instruction): void {
  const [, name = text, preset] = /^(\w+)(?:=(.*))?$/s.exec(text) ?? [];
  const value = given[name] ?? preset;
  if (value !== undefined) args[name] = value;
}

function begin(build: Build, one: Instruction): Image {
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

function finish({ ctx, say }: Build, image: Image | null): number {
  if (image === null) return refuseClient("No image was generated. Is your Dockerfile empty?");
  say(`Successfully built ${shortId(image.id)}\n`);
  for (const tag of ctx.list("tag")) {
    putTag(ctx.m, ctx.host, shortName(tag), image.id);
    say(`Successfully tagged ${shortName(tag)}\n`);
  }
  if (ctx.has("quiet")) ctx.out(`sha256:${image.id}\n`);
  return 0;
}
