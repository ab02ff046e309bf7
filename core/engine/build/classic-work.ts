import { changedConfig, commandForm, pairsOf } from "#core/engine/image-commands/changes";
import type { Files, Image, ImageConfig } from "#core/engine/types";
import type { ClassicBuild } from "./classic-build";
import { type Instruction, substituted } from "./dockerfile";
import { type Context, copyFiles, folderFiles } from "./work";

/** What a step is to do: its command, its line of the history, and what it changes without running. */
export type Worked = { files: Files | null; config: ImageConfig; cmd: string[]; by: string };

/** What a step is to do to the image before it. */
export function workOf(
  build: ClassicBuild,
  parent: Image,
  one: Instruction,
  context: Context,
): Worked {
  const { ctx, args } = build;
  const { m, host } = ctx;
  if (one.word === "RUN") return runWork(parent.config, one.text, args);
  const draft = { layers: parent.layers, config: parent.config };
  const env = Object.fromEntries(
    parent.config.env.map((pair) => [
      pair.slice(0, pair.indexOf("=")),
      pair.slice(pair.indexOf("=") + 1),
    ]),
  );
  const keeps = ["CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL", "ONBUILD"].includes(one.word);
  const text = keeps ? one.text : substituted(one.text, { ...args, ...env });
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

function runWork(config: ImageConfig, text: string, args: ClassicBuild["args"]): Worked {
  const cmd = commandForm(text, config.shell);
  const names = Object.entries(args);
  const given = names.map(([name, value]) => `${name}=${value}`).join(" ");
  const prefix = names.length > 0 ? `|${names.length} ${given} ` : "";
  return { files: {}, config, cmd, by: `${prefix}${cmd.join(" ")}` };
}

const nop = (words: string): Pick<Worked, "cmd" | "by"> => ({
  cmd: ["/bin/sh", "-c", "#(nop) ", words.trim()],
  by: `/bin/sh -c #(nop) ${words}`,
});

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
