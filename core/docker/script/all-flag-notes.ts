import { ignoredByBuildKit } from "#core/docker/say/build-phrases";
import { flagNotes } from "#core/docker/tables/flag-notes";
import { clientFlagNotes } from "./client-flag-notes";
import { pluginFlagNotes } from "./plugin-flag-notes";

const read = (text: string): [string, string][] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const bar = line.indexOf("|");
      return [line.slice(0, bar), line.slice(bar + 1)];
    });

/** A line on every option of every command, by its name or by command and name. */
export const allFlagNotes: Readonly<Record<string, string>> = Object.fromEntries([
  ...read(pluginFlagNotes),
  ...read(clientFlagNotes),
  ...Object.entries(flagNotes),
  ...[...ignoredByBuildKit, "rm"].flatMap((name) =>
    ["image build", "docker buildx debug build", "docker buildx dap build"].map((verb) => [
      `${verb} ${name}`,
      "ignored by BuildKit",
    ]),
  ),
]);
