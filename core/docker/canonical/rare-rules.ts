import { at, type Draft, put, refuse } from "#core/docker/canonical/draft/draft";
import { fullReference } from "#core/docker/values/image-reference";

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
