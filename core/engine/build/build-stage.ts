import { changedConfig, pairsOf } from "#core/engine/image-commands/changes";
import { digestOf } from "#core/engine/state/ids";
import { Refusal } from "#core/engine/state/machine";
import { baseOf } from "./base-of";
import { BuildTrouble, type Instruction, type Stage, substituted } from "./dockerfile";
import { globalArgs, unquoted } from "./global-args";
import { type Built, isStep, type KitBuild } from "./kit-build";
import { historyWords, wordLine } from "./kit-history";
import { runKitStep } from "./run-kit-step";

/** What a stage's instructions know by name. */
type Known = { args: Record<string, string>; env: Record<string, string> };

/** Builds one stage, instruction by instruction. */
export function buildStage(build: KitBuild, stage: Stage): Built {
  const built = baseOf(build, stage);
  const known: Known = { args: {}, env: {} };
  for (const one of built.config.env)
    known.env[one.slice(0, one.indexOf("="))] = one.slice(one.indexOf("=") + 1);
  let n = 1;
  for (const one of stage.steps) {
    if (one.word === "ARG") {
      noteArg(build, built, one, known);
    } else if (isStep(one)) {
      n++;
      const values = one.word === "RUN" ? known.args : { ...known.args, ...known.env };
      runKitStep(build, stage, built, { one, n, values });
    } else {
      change(stage, built, one, known);
    }
  }
  return built;
}

function noteArg(build: KitBuild, built: Built, { text }: Instruction, { args, env }: Known): void {
  const [, name = text, preset] = /^(\w+)(?:=(.*))?$/s.exec(text) ?? [];
  const value =
    build.args[name] ??
    (preset === undefined
      ? globalArgs(build)[name]
      : substituted(unquoted(preset), { ...env, ...args }));
  if (value !== undefined) args[name] = value;
  const by = `ARG ${name}${value === undefined ? "" : `=${value}`}`;
  built.history.push(wordLine(by, built.created));
}

/** Follows an instruction that changes only the configuration. */
function change({ steps }: Stage, built: Built, one: Instruction, { args, env }: Known): void {
  const keeps = ["CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL", "ONBUILD"].includes(one.word);
  const text = keeps ? one.text : substituted(one.text, { ...args, ...env });
  try {
    built.config = changedConfig(built.config, one.word, text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new BuildTrouble(error.message, one.from, one.to);
  }
  if (one.word === "ENTRYPOINT" && !steps.some(({ word }) => word === "CMD"))
    built.config = { ...built.config, cmd: null };
  if (one.word === "ENV") for (const [name, value] of pairsOf(text)) env[name] = value;
  if (one.word === "ENV" || one.word === "SHELL")
    built.key = digestOf(`${built.key}|${one.word}|${text}`);
  built.history.push(wordLine(historyWords({ ...one, text }, built.config), built.created));
}
