import { changedConfig, commandForm } from "#core/engine/image-commands/changes";
import { digestOf } from "#core/engine/state/ids";
import { hostOf, now, put, setClock } from "#core/engine/state/machine";
import type { CacheEntry, Files } from "#core/engine/types";
import { foundBase } from "./base-of";
import { BuildTrouble, type Stage } from "./dockerfile";
import { type Built, done, type KitBuild } from "./kit-build";
import { stepWords } from "./kit-history";
import { type AskedStep, type KitStep, kitStep } from "./kit-step";
import { folderFiles, layerFor, runIn } from "./work";

/** Runs one step of a stage, or takes its result from the cache. */
export function runKitStep(build: KitBuild, stage: Stage, built: Built, asked: AskedStep): void {
  const step = kitStep(build, stage, built, asked);
  const cached = known(build, step);
  const number = build.number++;
  if (cached !== undefined) {
    build.say(`#${number} ${step.title}\n#${number} CACHED\n\n`);
    take(built, step, cached);
    return;
  }
  if (asked.n === 2 && built.baseKey !== "") noteBase(build, stage, built);
  build.say(`#${number} ${step.title}\n`);
  take(built, step, made(build, step, number));
}

const cacheOf = ({ ctx }: KitBuild) => hostOf(ctx.m, ctx.host).cache;

function remember({ ctx }: KitBuild, key: string, entry: CacheEntry): void {
  put(ctx.m, ["hosts", ctx.host, "cache", key], entry);
}

/** What is known of a step's result from an earlier build. */
function known(build: KitBuild, { one, key }: KitStep): CacheEntry | undefined {
  if (build.noCache && one.word !== "WORKDIR") return undefined;
  return cacheOf(build)[key];
}

/** The first step that is made lays its stage's base out, or finds it so. */
function noteBase(build: KitBuild, stage: Stage, { baseKey: id, created }: Built): void {
  if (cacheOf(build)[id] !== undefined) foundBase(build, stage);
  else remember(build, id, { id, layer: null, size: 0, created });
}

/** Makes a step's layer anew, and remembers it. */
function made(build: KitBuild, step: KitStep, number: number): CacheEntry {
  const { m, host } = build.ctx;
  const { draft } = step;
  const files = filesOf(build, step, number);
  build.say(done(number));
  setClock(m, now(m) + 20);
  const layer = layerFor(m, host, files, draft);
  const size = hostOf(m, host).layers[layer]?.size ?? 0;
  const id = digestOf(`chain/${[...draft.layers, layer].join("/")}`);
  const entry: CacheEntry = { id, layer, size, created: now(m) };
  remember(build, step.key, entry);
  build.made++;
  return entry;
}

function filesOf(build: KitBuild, step: KitStep, number: number): Files {
  const { one, copied, draft, args } = step;
  const { m, host } = build.ctx;
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
  build.say(`#${number} ERROR: ${why}\n------\n > ${step.title}:\n${lines.join("")}------\n`);
  throw new BuildTrouble(why, one.from, one.to);
}

/** Adds a step's result to the stage. */
function take(built: Built, { one, args, key }: KitStep, result: CacheEntry): void {
  const { layer, size, created } = result;
  if (layer !== null) built.layers.push(layer);
  if (one.word === "WORKDIR") built.config = changedConfig(built.config, "WORKDIR", one.text);
  built.history.push({
    by: stepWords(one, built.config, args),
    created,
    comment: "buildkit.dockerfile.v0",
    layer: layer !== null,
    size,
  });
  built.key = key;
  built.created = Math.max(built.created, created);
}
