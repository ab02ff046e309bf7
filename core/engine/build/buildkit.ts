import type { Ctx } from "#core/engine/client/context";
import { refuseClient } from "#core/engine/client/words";
import { fileAt, readText } from "#core/engine/files/file-system";
import { fullPath, joined, nameOf } from "#core/engine/files/paths";
import { changedConfig, commandForm, pairsOf } from "#core/engine/image-commands/changes";
import { knownLayers } from "#core/engine/images/catalog";
import { emptyConfig, imageIdOf } from "#core/engine/images/layers";
import {
  familiar,
  findImage,
  fullName,
  inRegistry,
  putTag,
  readReference,
  shortName,
  tagsInRegistry,
} from "#core/engine/images/store";
import { digestOf, swarmIdOf } from "#core/engine/state/ids";
import {
  hostOf,
  now,
  put,
  putImage,
  putLayer,
  Refusal,
  setClock,
} from "#core/engine/state/machine";
import type { CacheEntry, HistoryLine, Image, ImageConfig } from "#core/engine/types";
import {
  BuildTrouble,
  type Dockerfile,
  excerpt,
  type Instruction,
  readDockerfile,
  type Stage,
  substituted,
} from "./dockerfile";
import { type Context, contextAt, copyFiles, folderFiles, layerFor, runIn } from "./work";

/** A stage that was built. */
type Built = {
  layers: string[];
  config: ImageConfig;
  history: HistoryLine[];
  key: string;
  /** Under which its base is known to the cache; empty for another stage or nothing. */
  baseKey: string;
  created: number;
};

type Build = {
  ctx: Ctx;
  file: Dockerfile;
  fileName: string;
  context: Context;
  args: Record<string, string>;
  noCache: boolean;
  /** The number of the next step that is shown. */
  number: number;
  say: (text: string) => void;
  stages: Map<number, Built>;
  bases: Map<string, Image>;
  /** Stages whose FROM was shown, by its number there. */
  shown: Map<number, number>;
  /** The stage that was asked for. */
  target: Stage | null;
  cachedBases: Set<number>;
  /** How many layers were made anew. */
  made: number;
};

const done = (number: number) => `#${number} DONE 0.0s\n\n`;

function sayInternal(build: Build, title: string, transfer: string): void {
  const n = build.number++;
  build.say(`#${n} [internal] ${title}\n${transfer === "" ? "" : `#${n} ${transfer}\n`}${done(n)}`);
}

const isStep = ({ word }: Instruction) => ["RUN", "COPY", "ADD", "WORKDIR"].includes(word);

/** "[2/5]", or "[two 2/5]" where there are several stages. */
function label({ file }: Build, stage: Stage, n: number): string {
  const total = 1 + stage.steps.filter(isStep).length;
  const name = file.stages.length > 1 ? `${stage.name || `stage-${stage.index}`} ` : "";
  return `[${name}${n}/${total}]`;
}

const stageNamed = ({ file }: Build, name: string): Stage | undefined =>
  file.stages.find((one) => one.name.toLowerCase() === name.toLowerCase() && name !== "") ??
  (/^\d+$/.test(name) ? file.stages[Number(name)] : undefined);

/** Values of ARGs before the first FROM. */
function globalArgs(build: Build): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { text } of build.file.args) {
    const [, name = text, preset] = /^(\w+)(?:=(.*))?$/s.exec(text) ?? [];
    values[name] = build.args[name] ?? substituted(unquoted(preset ?? ""), values);
  }
  return values;
}

const unquoted = (text: string) => text.replace(/^(["'])(.*)\1$/s, "$2");

/** Stages that the target needs, itself last. */
function needed(build: Build, target: Stage): Stage[] {
  const list: Stage[] = [];
  const add = (stage: Stage) => {
    if (list.includes(stage)) return;
    const base = stageNamed(build, substituted(stage.base, globalArgs(build)));
    if (base !== undefined && base.index < stage.index) add(base);
    for (const { flags } of stage.steps) {
      const from = flags.from === undefined ? undefined : stageNamed(build, flags.from);
      if (from !== undefined) add(from);
    }
    list.push(stage);
  };
  add(target);
  return list;
}

const denied =
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";

/** Finds the images that stages begin with; says of each that its metadata was loaded. */
function loadBases(build: Build, stages: readonly Stage[]): void {
  const { ctx } = build;
  const values = globalArgs(build);
  const wanted = new Map<string, Stage>();
  for (const stage of stages) {
    const base = substituted(stage.base, values);
    if (base !== "scratch" && stageNamed(build, base) === undefined) wanted.set(base, stage);
  }
  const isKnown = (base: string) => findImage(ctx.m, ctx.host, base) !== undefined;
  for (const [base, stage] of [...wanted].sort(
    ([a], [b]) => Number(isKnown(b)) - Number(isKnown(a)),
  )) {
    const full = fullName(base);
    const reference = readReference(full);
    const n = build.number++;
    const title = `[internal] load metadata for ${full}`;
    const image = findImage(ctx.m, ctx.host, base) ?? inRegistry(ctx.m, full);
    if (image) {
      build.bases.set(base, image);
      build.say(`#${n} ${title}\n${done(n)}`);
      continue;
    }
    const exists = tagsInRegistry(ctx.m, familiar(reference)).length > 0;
    const why = exists ? `${full}: not found` : denied;
    build.say(`#${n} ${title}\n#${n} ERROR: ${why}\n------\n > ${title}:\n------\n`);
    throw new BuildTrouble(
      `${base}: failed to resolve source metadata for ${full}: ${why}`,
      stage.from.from,
      stage.from.to,
    );
  }
}

function baseOf(build: Build, stage: Stage): Built {
  const { ctx } = build;
  const base = substituted(stage.base, globalArgs(build));
  const other = stageNamed(build, base);
  const before =
    other === undefined || other.index >= stage.index ? undefined : build.stages.get(other.index);
  if (before)
    return { ...before, baseKey: "", layers: [...before.layers], history: [...before.history] };
  const image = build.bases.get(base);
  if (!image)
    return {
      layers: [],
      config: emptyConfig,
      history: [],
      key: "scratch",
      baseKey: "",
      created: now(ctx.m),
    };
  for (const layer of image.layers) {
    const known = ctx.m.state.pushed[shortName(fullName(base))]?.layers[layer];
    if (known && !knownLayers.has(layer) && hostOf(ctx.m, ctx.host).layers[layer] === undefined)
      putLayer(ctx.m, ctx.host, layer, known);
  }
  const key = digestOf(`base/${image.id}`);
  const { config, created } = image;
  return {
    layers: [...image.layers],
    config,
    history: [...image.history],
    key,
    baseKey: key,
    created,
  };
}

/** Stands for what becomes of a base: that shows only once its first step was looked up. */
const later = (index: number) => `\uE0F0${index}\uE0F0`;

function sayFrom(build: Build, stage: Stage): void {
  const base = substituted(stage.base, globalArgs(build));
  if (base === "scratch" || stageNamed(build, base) !== undefined) return;
  const n = build.number++;
  build.shown.set(stage.index, n);
  build.say(
    `#${n} ${label(build, stage, 1)} FROM ${fullName(base)}\n#${n} ${later(stage.index)}\n\n`,
  );
}

/** A base that an earlier build has laid out is found in the cache when a step needs it. */
function foundBase(build: Build, stage: Stage): void {
  const n = build.shown.get(stage.index);
  if (n === undefined) return;
  const isLast = stage === build.target && build.stages.size > 0;
  if (!isLast) build.cachedBases.add(stage.index);
  else {
    const base = substituted(stage.base, globalArgs(build));
    build.say(`#${n} ${label(build, stage, 1)} FROM ${fullName(base)}\n#${n} CACHED\n\n`);
  }
}

const cacheOf = ({ ctx }: Build) => hostOf(ctx.m, ctx.host).cache;

function remember({ ctx }: Build, key: string, entry: CacheEntry): void {
  put(ctx.m, ["hosts", ctx.host, "cache", key], entry);
}

/** What is known of a step's result from an earlier build. */
function known(build: Build, one: Instruction, key: string): CacheEntry | undefined {
  if (build.noCache && one.word !== "WORKDIR") return undefined;
  return cacheOf(build)[key];
}

/** A command as it is shown: with the values that the build knows. */
function withKnown(text: string, args: Record<string, string>, { env }: ImageConfig): string {
  const values: Record<string, string> = { ...args };
  for (const one of env) values[one.slice(0, one.indexOf("="))] = one.slice(one.indexOf("=") + 1);
  return text.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (whole, braced?: string, plain?: string) => values[braced ?? plain ?? ""] ?? whole,
  );
}

/** Runs one step of a stage, or takes its result from the cache. */
function runStep(
  build: Build,
  stage: Stage,
  built: Built,
  one: Instruction,
  n: number,
  values: Record<string, string>,
): void {
  const { ctx } = build;
  const { m, host } = ctx;
  const usesArgs = one.word === "RUN" ? values : {};
  const isRun = one.word === "RUN";
  const argsOnly = Object.fromEntries(
    Object.entries(usesArgs).filter(
      ([name]) => !built.config.env.some((env) => env.startsWith(`${name}=`)),
    ),
  );
  const shownText = isRun ? one.text : substituted(one.text, values);
  const shownFlags = Object.entries(one.flags)
    .map(([name, value]) => `--${name}=${value} `)
    .join("");
  const title = `${label(build, stage, n)} ${one.word} ${shownFlags}${isRun ? withKnown(one.text, values, built.config) : shownText}`;
  const draft = { layers: built.layers, config: built.config };
  const instruction: Instruction = { ...one, text: shownText };
  let hash = "";
  let copied: ReturnType<typeof copyFiles> | null = null;
  if (one.word === "COPY" || one.word === "ADD") {
    try {
      copied = copyFrom(build, draft, instruction);
    } catch (error) {
      if (!(error instanceof BuildTrouble)) throw error;
      const number = build.number++;
      const refs = `${swarmIdOf(`${m.state.seed}/ref`)}::${swarmIdOf(`${m.state.seed}/ref2`)}`;
      const why = `failed to calculate checksum of ref ${refs}: ${error.message}`;
      build.say(`#${number} ${title}\n#${number} ERROR: ${why}\n------\n > ${title}:\n------\n`);
      throw new BuildTrouble(`failed to compute cache key: ${why}`, one.from, one.to);
    }
    hash = copied.hash;
  }
  const key = digestOf(
    `${built.key}|${one.word}|${shownText}|${hash}|${JSON.stringify(argsOnly)}|${built.config.user}|${built.config.workdir}`,
  );
  const cached = known(build, one, key);
  const number = build.number++;
  if (cached !== undefined) {
    build.say(`#${number} ${title}\n#${number} CACHED\n\n`);
    take(built, instruction, key, cached.layer, cached.size, cached.created, argsOnly);
    return;
  }
  const isFirst = n === 2 && built.baseKey !== "";
  if (isFirst && cacheOf(build)[built.baseKey] !== undefined) foundBase(build, stage);
  if (isFirst && cacheOf(build)[built.baseKey] === undefined) {
    remember(build, built.baseKey, {
      id: built.baseKey,
      layer: null,
      size: 0,
      created: built.created,
    });
  }
  build.say(`#${number} ${title}\n`);
  const files = workOf(build, draft, instruction, copied, argsOnly, number, title);
  build.say(done(number));
  setClock(m, now(m) + 20);
  const layer = layerFor(m, host, files, draft);
  const size = hostOf(m, host).layers[layer]?.size ?? 0;
  const entry: CacheEntry = { id: chainOf([...built.layers, layer]), layer, size, created: now(m) };
  remember(build, key, entry);
  build.made++;
  take(built, instruction, key, layer, size, entry.created, argsOnly);
}

const chainOf = (layers: readonly string[]) => digestOf(`chain/${layers.join("/")}`);

function copyFrom(
  build: Build,
  draft: { layers: readonly string[]; config: ImageConfig },
  one: Instruction,
) {
  const { ctx } = build;
  const from = one.flags.from;
  if (from === undefined) return copyFiles(ctx.m, ctx.host, draft, build.context, one);
  const stage = stageNamed(build, from);
  const source = stage === undefined ? imageSource(build, from) : build.stages.get(stage.index);
  if (!source) throw new BuildTrouble(`"${from}": not found`, one.from, one.to);
  return withSource(build, source, (context) => copyFiles(ctx.m, ctx.host, draft, context, one));
}

function imageSource(
  { ctx }: Build,
  name: string,
): { layers: readonly string[]; config: ImageConfig } | undefined {
  return findImage(ctx.m, ctx.host, name) ?? inRegistry(ctx.m, fullName(name)) ?? undefined;
}

/** A finished stage as a place to copy from: a container of its own while it is looked at. */
function withSource<T>(
  { ctx }: Build,
  source: { layers: readonly string[]; config: ImageConfig },
  act: (context: Context) => T,
): T {
  const { m, host } = ctx;
  const id = "source";
  const image: Image = {
    id,
    created: 0,
    layers: source.layers,
    config: source.config,
    history: [],
    parent: "",
    comment: "",
    author: "",
  };
  const bare = {
    id,
    name: id,
    imageId: id,
    mounts: [],
    networks: {},
    ports: {},
    extras: [],
    status: "created",
    config: { ...source.config, hostname: id },
    host: { tmpfs: {}, readonly: false, extraHosts: [], links: [], network: "none", cpuset: "" },
  };
  put(m, ["hosts", host, "images", id], image);
  put(m, ["hosts", host, "containers", id], bare);
  try {
    return act({ place: { host, container: id }, root: "/", ignored: () => false });
  } finally {
    put(m, ["hosts", host, "containers", id], null);
    put(m, ["hosts", host, "images", id], null);
  }
}

function workOf(
  build: Build,
  draft: { layers: readonly string[]; config: ImageConfig },
  one: Instruction,
  copied: ReturnType<typeof copyFiles> | null,
  args: Record<string, string>,
  number: number,
  title: string,
) {
  const { ctx } = build;
  const { m, host } = ctx;
  if (copied !== null) return copied.files;
  if (one.word === "WORKDIR")
    return folderFiles(m, host, draft, changedConfig(draft.config, "WORKDIR", one.text).workdir);
  const argv = commandForm(one.text, draft.config.shell);
  const ran = runIn(m, host, draft, argv, args);
  const said = ran.out
    .map(({ text }) => text)
    .join("")
    .split("\n")
    .filter((line) => line !== "");
  const lines = said.map((line) => `0.${100 + ((number * 37) % 150)} ${line}\n`);
  for (const line of lines) build.say(`#${number} ${line}`);
  if (ran.exit === 0) return ran.files;
  const why = `process "${argv.join(" ")}" did not complete successfully: exit code: ${ran.exit}`;
  build.say(`#${number} ERROR: ${why}\n------\n > ${title}:\n${lines.join("")}------\n`);
  throw new BuildTrouble(why, one.from, one.to);
}

/** Adds a step's result to the stage. */
function take(
  built: Built,
  one: Instruction,
  key: string,
  layer: string | null,
  size: number,
  created: number,
  args: Record<string, string>,
): void {
  if (layer !== null) built.layers.push(layer);
  if (one.word === "WORKDIR") built.config = changedConfig(built.config, "WORKDIR", one.text);
  const names = Object.entries(args);
  const shell = (built.config.shell ?? ["/bin/sh", "-c"]).join(" ");
  const prefix =
    names.length > 0
      ? `|${names.length} ${names.map(([name, value]) => `${name}=${value}`).join(" ")} `
      : "";
  const flags = Object.entries(one.flags)
    .filter(([name]) => name !== "from")
    .map(([name, value]) => `--${name}=${value} `)
    .join("");
  const by =
    one.word === "RUN"
      ? `RUN ${prefix}${shell} ${one.text} # buildkit`
      : one.word === "WORKDIR"
        ? `WORKDIR ${one.text}`
        : `${one.word} ${flags}${one.text} # buildkit`;
  built.history.push({
    by,
    created,
    comment: "buildkit.dockerfile.v0",
    layer: layer !== null,
    size,
  });
  built.key = key;
  built.created = Math.max(built.created, created);
}

/** What an instruction that changes no files says in the history. */
function historyWords(one: Instruction, config: ImageConfig): string {
  if (one.word === "CMD")
    return `CMD [${(config.cmd ?? []).map((word) => JSON.stringify(word)).join(" ")}]`;
  if (one.word === "ENTRYPOINT")
    return `ENTRYPOINT [${(config.entrypoint ?? []).map((word) => JSON.stringify(word)).join(" ")}]`;
  if (one.word === "EXPOSE")
    return `EXPOSE ${Object.keys(
      Object.fromEntries(
        one.text
          .trim()
          .split(/\s+/)
          .map((port) => [port.includes("/") ? port : `${port}/tcp`, 1]),
      ),
    )
      .map((port) => `map[${port}:{}]`)
      .join(" ")}`;
  if (one.word === "ENV" || one.word === "LABEL")
    return `${one.word} ${pairsOf(one.text)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ")}`;
  if (one.word === "VOLUME")
    return `VOLUME [${one.text
      .replace(/[[\]",]/g, " ")
      .trim()
      .split(/\s+/)
      .join(" ")}]`;
  return `${one.word} ${one.text}`;
}

function buildStage(build: Build, stage: Stage): Built {
  const built = baseOf(build, stage);
  const values: Record<string, string> = {};
  for (const one of built.config.env)
    values[one.slice(0, one.indexOf("="))] = one.slice(one.indexOf("=") + 1);
  const globals = globalArgs(build);
  const args: Record<string, string> = {};
  let n = 1;
  for (const one of stage.steps) {
    if (one.word === "ARG") {
      const [, name = one.text, preset] = /^(\w+)(?:=(.*))?$/s.exec(one.text) ?? [];
      const value =
        build.args[name] ??
        (preset === undefined
          ? globals[name]
          : substituted(unquoted(preset), { ...values, ...args }));
      if (value !== undefined) args[name] = value;
      built.history.push({
        by: `ARG ${name}${value === undefined ? "" : `=${value}`}`,
        created: built.created,
        comment: "buildkit.dockerfile.v0",
        layer: false,
        size: 0,
      });
      continue;
    }
    const all = { ...args, ...values };
    if (isStep(one)) {
      n++;
      runStep(build, stage, built, one, n, one.word === "RUN" ? args : all);
      continue;
    }
    const keeps = ["CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL", "ONBUILD"].includes(one.word);
    const text = keeps ? one.text : substituted(one.text, all);
    try {
      built.config = changedConfig(built.config, one.word, text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new BuildTrouble(error.message, one.from, one.to);
    }
    if (one.word === "ENTRYPOINT" && !stage.steps.some(({ word }) => word === "CMD"))
      built.config = { ...built.config, cmd: null };
    if (one.word === "ENV") for (const [name, value] of pairsOf(text)) values[name] = value;
    if (one.word === "ENV" || one.word === "SHELL")
      built.key = digestOf(`${built.key}|${one.word}|${text}`);
    const line = historyWords({ ...one, text }, built.config);
    built.history.push({
      by: line,
      created: built.created,
      comment: "buildkit.dockerfile.v0",
      layer: false,
      size: 0,
    });
  }
  return built;
}

/** Instructions whose words are wrong are told before anything is built. */
function checkConfig(stages: readonly Stage[]): void {
  for (const { steps } of stages) {
    for (const one of steps) {
      if (one.word !== "EXPOSE" || one.text.includes("$")) continue;
      try {
        changedConfig(emptyConfig, "EXPOSE", one.text);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new BuildTrouble(error.message, one.from, one.to);
      }
    }
  }
}

function buildAll(build: Build): Built {
  const { ctx, file } = build;
  const target = ctx.text("target");
  const last = target === undefined ? file.stages.at(-1) : stageNamed(build, target);
  if (!last) throw new BuildTrouble(`target stage "${target}" could not be found`);
  const stages = needed(build, last);
  build.target = last;
  loadBases(build, stages);
  sayInternal(build, "load .dockerignore", "transferring context: 2B done");
  checkConfig(stages);
  const usesContext = stages.some(({ steps }) =>
    steps.some(({ word, flags }) => /^(?:COPY|ADD)$/.test(word) && flags.from === undefined),
  );
  for (const stage of [...stages].reverse()) sayFrom(build, stage);
  const late = build.noCache && last.steps.find(isStep)?.word === "WORKDIR";
  if (usesContext && !late)
    sayInternal(build, "load build context", "transferring context: 64B done");
  else if (usesContext) lateContext(build);
  let result: Built | null = null;
  for (const stage of stages) {
    result = buildStage(build, stage);
    build.stages.set(stage.index, result);
  }
  return result ?? baseOf(build, last);
}

/** With --no-cache a first WORKDIR comes before the context, which nothing waits for. */
function lateContext(build: Build): void {
  const { say } = build;
  let seen = 0;
  build.say = (text) => {
    say(text);
    if (/CACHED\n\n$/.test(text) || /DONE [\d.]+s\n\n$/.test(text)) {
      seen++;
      if (seen === 1) {
        build.say = say;
        sayInternal(build, "load build context", "transferring context: 64B done");
      }
    }
  };
}

function nameTags(build: Build, image: Image): string[] {
  const { ctx } = build;
  const lines: string[] = [];
  for (const tag of ctx.list("tag")) {
    putTag(ctx.m, ctx.host, shortName(tag), image.id);
    const reference = readReference(tag);
    lines.push(
      `naming to ${reference.domain}/${reference.path}${reference.tag === "latest" ? "" : `:${reference.tag}`}`,
    );
  }
  return lines;
}

function writeImage(build: Build, built: Built): Image {
  const { ctx } = build;
  const labels = Object.fromEntries(
    ctx.under("label").map(([name, value]) => [name, String(value ?? "")]),
  );
  const config = { ...built.config, labels: { ...built.config.labels, ...labels } };
  const comment = built.history.at(-1)?.comment ?? "";
  const draft = {
    created: built.created,
    layers: built.layers,
    config,
    history: built.history,
    parent: "",
    comment,
    author: "",
  };
  const image: Image = { id: imageIdOf(draft), ...draft };
  if (hostOf(ctx.m, ctx.host).images[image.id] === undefined)
    putImage(ctx.m, ctx.host, image, "build image");
  return image;
}

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

type Held = { say: (text: string) => void; cachedBases: Set<number>; flush: () => void };

/** Holds back what is said until it is known what became of the bases. */
function holdBack(say: (text: string) => void): Held {
  let held = "";
  const cachedBases = new Set<number>();
  const flush = () => {
    const known = (_: string, index: string) =>
      cachedBases.has(Number(index)) ? "CACHED" : "DONE 0.0s";
    say(held.replace(/\uE0F0(\d+)\uE0F0/g, known));
    held = "";
  };
  const hold = (words: string) => {
    if (held === "") held = "\n";
    held += words;
  };
  return { say: hold, cachedBases, flush };
}

function newBuild(ctx: Ctx, file: Dockerfile, root: string, fileName: string, held: Held): Build {
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

function tellExport(build: Build, image: Image, say: (text: string) => void): void {
  const n = build.number;
  const names = nameTags(build, image).map((line) => `#${n} ${line} done\n`);
  const exported = `#${n} exporting layers ${build.made > 2 ? "0.1s " : ""}done`;
  say(
    `#${n} exporting to image\n${exported}\n#${n} writing image sha256:${image.id} done\n${names.join("")}#${n} DONE 0.0s\n`,
  );
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
    const built = buildAll(build);
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
