import { type Stage, substituted } from "./dockerfile";
import { globalArgs } from "./global-args";
import type { KitBuild } from "./kit-build";

export const stageNamed = ({ file }: KitBuild, name: string): Stage | undefined =>
  file.stages.find((one) => one.name.toLowerCase() === name.toLowerCase() && name !== "") ??
  (/^\d+$/.test(name) ? file.stages[Number(name)] : undefined);

/** Stages that the target needs, itself last. */
export function neededStages(build: KitBuild, target: Stage): Stage[] {
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
