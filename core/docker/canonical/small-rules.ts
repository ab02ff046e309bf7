import { type Draft, last, refuse } from "#core/docker/canonical/draft/draft";
import { putMoment } from "#core/docker/canonical/draft/moments";
import { putLook } from "#core/docker/canonical/look/look";

export function showEvents(draft: Draft): void {
  putLook(draft);
  const streams = last(draft.command, "until") === undefined;
  // A stream without end was not measured for what it prints.
  if (streams && draft.command.world.measured) draft.aspects.delete("format");
  putMoment(draft, "since");
  putMoment(draft, "until");
}

export function removeFirst(draft: Draft): void {
  const nameless = draft.command.args.find((name) => name.text === "");
  if (nameless !== undefined) {
    refuse(draft, "client", "container name cannot be empty", nameless.span);
  }
}
