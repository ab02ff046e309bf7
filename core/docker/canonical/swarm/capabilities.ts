import { type Draft, given, put } from "#core/docker/canonical/draft/draft";
import { capability } from "#core/docker/canonical/draft/lower-flags";

/** A right that is added is not dropped, and ALL stands for every other one. */
export function putCapabilities(draft: Draft): void {
  const { command } = draft;
  const rights = (flag: string) =>
    new Set(given(command, flag).map(({ value }) => capability(value.trim())));
  const added = rights("cap-add");
  const whole = (names: ReadonlySet<string>) => (names.has("ALL") ? ["ALL"] : [...names].sort());
  for (const [flag, names] of [
    ["cap-add", added],
    ["cap-drop", rights("cap-drop")],
  ] as const) {
    // Only a service that has rights already can be reset.
    if (command.verb === "service create" || command.world.measured) names.delete("RESET");
    const kept = whole(names).filter((name) => flag === "cap-add" || !added.has(name));
    const spans = given(command, flag).map(({ span }) => span);
    if (kept.length > 0) put(draft, flag, kept, { spans });
  }
}
