import type { Ctx } from "#core/engine/client/context";
import type { HistoryLine, Image, ImageConfig } from "#core/engine/types";
import type { Dockerfile, Instruction, Stage } from "./dockerfile";
import type { Context } from "./work";

/** A stage that was built. */
export type Built = {
  layers: string[];
  config: ImageConfig;
  history: HistoryLine[];
  key: string;
  /** Under which its base is known to the cache; empty for another stage or nothing. */
  baseKey: string;
  created: number;
};

/** A build by BuildKit, as it goes on. */
export type KitBuild = {
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

export const done = (number: number) => `#${number} DONE 0.0s\n\n`;

export function sayInternal(build: KitBuild, title: string, transfer: string): void {
  const n = build.number++;
  build.say(`#${n} [internal] ${title}\n${transfer === "" ? "" : `#${n} ${transfer}\n`}${done(n)}`);
}

export const isStep = ({ word }: Instruction) => ["RUN", "COPY", "ADD", "WORKDIR"].includes(word);

/** "[2/5]", or "[two 2/5]" where there are several stages. */
export function label({ file }: KitBuild, stage: Stage, n: number): string {
  const total = 1 + stage.steps.filter(isStep).length;
  const name = file.stages.length > 1 ? `${stage.name || `stage-${stage.index}`} ` : "";
  return `[${name}${n}/${total}]`;
}
