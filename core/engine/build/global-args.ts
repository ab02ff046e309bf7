import { substituted } from "./dockerfile";
import type { KitBuild } from "./kit-build";

/** Values of ARGs before the first FROM. */
export function globalArgs(build: KitBuild): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { text } of build.file.args) {
    const [, name = text, preset] = /^(\w+)(?:=(.*))?$/s.exec(text) ?? [];
    values[name] = build.args[name] ?? substituted(unquoted(preset ?? ""), values);
  }
  return values;
}

export const unquoted = (text: string) => text.replace(/^(["'])(.*)\1$/s, "$2");
