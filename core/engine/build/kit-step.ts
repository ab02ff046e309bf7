import { digestOf, swarmIdOf } from "#core/engine/state/ids";
import type { ImageConfig } from "#core/engine/types";
import { copyFrom } from "./copy-from";
import { BuildTrouble, type Instruction, type Stage, substituted } from "./dockerfile";
import { type Built, type KitBuild, label } from "./kit-build";
import type { Copied, Draft } from "./work";

/** An instruction that is to be run: which of its stage's steps, and the values that it knows. */
export type AskedStep = { one: Instruction; n: number; values: Record<string, string> };

/** A step made ready: all that tells whether it was made before. */
export type KitStep = {
  one: Instruction;
  title: string;
  /** ARGs that its program gets. */
  args: Record<string, string>;
  draft: Draft;
  copied: Copied | null;
  /** Under which the cache knows its result. */
  key: string;
};

/** Makes a step ready; what it copies is looked up. */
export function kitStep(build: KitBuild, stage: Stage, built: Built, asked: AskedStep): KitStep {
  const { n, values } = asked;
  const isRun = asked.one.word === "RUN";
  const text = isRun ? asked.one.text : substituted(asked.one.text, values);
  const one: Instruction = { ...asked.one, text };
  const isSet = (name: string) => built.config.env.some((env) => env.startsWith(`${name}=`));
  const args = Object.fromEntries(
    Object.entries(isRun ? values : {}).filter(([name]) => !isSet(name)),
  );
  const flags = Object.entries(one.flags)
    .map(([name, value]) => `--${name}=${value} `)
    .join("");
  const shown = isRun ? withKnown(text, values, built.config) : text;
  const title = `${label(build, stage, n)} ${one.word} ${flags}${shown}`;
  const draft = { layers: built.layers, config: built.config };
  const copies = one.word === "COPY" || one.word === "ADD";
  const copied = copies ? copiedBy(build, draft, one, title) : null;
  const { user, workdir } = built.config;
  const key = digestOf(
    `${built.key}|${one.word}|${text}|${copied?.hash ?? ""}|${JSON.stringify(args)}|${user}|${workdir}`,
  );
  return { one, title, args, draft, copied, key };
}

function copiedBy(build: KitBuild, draft: Draft, one: Instruction, title: string): Copied {
  const { seed } = build.ctx.m.state;
  try {
    return copyFrom(build, draft, one);
  } catch (error) {
    if (!(error instanceof BuildTrouble)) throw error;
    const number = build.number++;
    const refs = `${swarmIdOf(`${seed}/ref`)}::${swarmIdOf(`${seed}/ref2`)}`;
    const why = `failed to calculate checksum of ref ${refs}: ${error.message}`;
    build.say(`#${number} ${title}\n#${number} ERROR: ${why}\n------\n > ${title}:\n------\n`);
    throw new BuildTrouble(`failed to compute cache key: ${why}`, one.from, one.to);
  }
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
