import { changedConfig } from "#core/engine/image-commands/changes";
import { emptyConfig } from "#core/engine/images/empty-config";
import { Refusal } from "#core/engine/state/machine";
import { baseOf, sayFrom } from "./base-of";
import { buildStage } from "./build-stage";
import { BuildTrouble, type Stage } from "./dockerfile";
import { type Built, isStep, type KitBuild, sayInternal } from "./kit-build";
import { loadBases } from "./load-bases";
import { neededStages, stageNamed } from "./needed-stages";

/** Builds the stage that was asked for, after those that it needs. */
export function buildStages(build: KitBuild): Built {
  const { ctx, file } = build;
  const target = ctx.text("target");
  const last = target === undefined ? file.stages.at(-1) : stageNamed(build, target);
  if (!last) throw new BuildTrouble(`target stage "${target}" could not be found`);
  const stages = neededStages(build, last);
  build.target = last;
  loadBases(build, stages);
  sayInternal(build, "load .dockerignore", "transferring context: 2B done");
  checkConfig(stages);
  for (const stage of [...stages].reverse()) sayFrom(build, stage);
  if (stages.some(usesContext)) loadContext(build, last);
  let result: Built | null = null;
  for (const stage of stages) {
    result = buildStage(build, stage);
    build.stages.set(stage.index, result);
  }
  return result ?? baseOf(build, last);
}

const usesContext = ({ steps }: Stage) =>
  steps.some(({ word, flags }) => /^(?:COPY|ADD)$/.test(word) && flags.from === undefined);

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

function loadContext(build: KitBuild, last: Stage): void {
  const late = build.noCache && last.steps.find(isStep)?.word === "WORKDIR";
  if (late) lateContext(build);
  else sayInternal(build, "load build context", "transferring context: 64B done");
}

/** With --no-cache a first WORKDIR comes before the context, which nothing waits for. */
function lateContext(build: KitBuild): void {
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
