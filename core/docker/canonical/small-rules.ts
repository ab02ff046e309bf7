import { at, type Draft, last, put, refuse } from "#core/docker/canonical/draft/draft";
import { putMoment } from "#core/docker/canonical/draft/moments";
import { putLook } from "#core/docker/canonical/look/look";
import { fullReference } from "#core/docker/values/image-reference";

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

/** The measured engine has no experimental features; another may. */
export function refuseCheckpoint(draft: Draft): void {
  const { world, verb, verbSpan } = draft.command;
  if (!world.measured) return;
  const message = `docker ${verb} is only supported on a Docker daemon with experimental features enabled`;
  refuse(draft, "client", message, verbSpan);
}

/** The manifest list may stand before the manifest. */
export function inspectManifest(draft: Draft): void {
  const [first, second] = draft.command.args;
  if (first === undefined) return;
  const manifest = second ?? first;
  put(draft, "manifest", fullReference(manifest.text), at(manifest.span));
  if (second !== undefined) put(draft, "manifest-list", fullReference(first.text), at(first.span));
}
