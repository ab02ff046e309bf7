import type { Draft } from "#core/docker/canonical/draft/draft";
import { later } from "#core/docker/later";
import type { OtherProgram } from "#core/docker/tables/other-programs";
import type { parseOther } from "./parse-other";

/** What reads the programs beside docker, and says what their commands mean. */
type OtherPrograms = {
  programs: ReadonlyMap<string, OtherProgram>;
  parseOther: typeof parseOther;
  canonicalOther: (draft: Draft) => void;
};

export const otherPrograms = later<OtherPrograms>();

const names = new Set(["docker compose", "docker-compose", "docker-machine", "crane", "azk"]);

/** The program that these words start. */
export function programNamed(words: string): OtherProgram | undefined {
  return names.has(words) ? otherPrograms.get().programs.get(words) : undefined;
}
