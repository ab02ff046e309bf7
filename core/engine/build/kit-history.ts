import { pairsOf } from "#core/engine/image-commands/changes";
import type { HistoryLine, ImageConfig } from "#core/engine/types";
import type { Instruction } from "./dockerfile";

/** The history's line of an instruction that changes no files. */
export const wordLine = (by: string, created: number): HistoryLine => ({
  by,
  created,
  comment: "buildkit.dockerfile.v0",
  layer: false,
  size: 0,
});

/** What a step that may change files says in the history. */
export function stepWords(
  one: Instruction,
  { shell }: ImageConfig,
  args: Readonly<Record<string, string>>,
): string {
  if (one.word === "WORKDIR") return `WORKDIR ${one.text}`;
  if (one.word === "RUN") {
    const names = Object.entries(args);
    const given = names.map(([name, value]) => `${name}=${value}`).join(" ");
    const prefix = names.length > 0 ? `|${names.length} ${given} ` : "";
    return `RUN ${prefix}${(shell ?? ["/bin/sh", "-c"]).join(" ")} ${one.text} # buildkit`;
  }
  const flags = Object.entries(one.flags)
    .filter(([name]) => name !== "from")
    .map(([name, value]) => `--${name}=${value} `)
    .join("");
  return `${one.word} ${flags}${one.text} # buildkit`;
}

/** What an instruction that changes no files says in the history. */
export function historyWords(one: Instruction, config: ImageConfig): string {
  switch (one.word) {
    case "CMD":
      return `CMD ${list(config.cmd)}`;
    case "ENTRYPOINT":
      return `ENTRYPOINT ${list(config.entrypoint)}`;
    case "EXPOSE":
      return `EXPOSE ${portMaps(one.text)}`;
    case "ENV":
    case "LABEL":
      return `${one.word} ${pairsOf(one.text)
        .map(([name, value]) => `${name}=${value}`)
        .join(" ")}`;
    case "VOLUME":
      return `VOLUME [${wordsOf(one.text.replace(/[[\]",]/g, " ")).join(" ")}]`;
    default:
      return `${one.word} ${one.text}`;
  }
}

const list = (words: readonly string[] | null) =>
  `[${(words ?? []).map((word) => JSON.stringify(word)).join(" ")}]`;

const wordsOf = (text: string) => text.trim().split(/\s+/);

function portMaps(text: string): string {
  const ports = wordsOf(text).map((port) => [port.includes("/") ? port : `${port}/tcp`, 1]);
  return Object.keys(Object.fromEntries(ports))
    .map((port) => `map[${port}:{}]`)
    .join(" ");
}
