import { at, type Draft, last, put, refuse } from "#core/docker/canonical/draft/draft";
import { fullReference } from "#core/docker/values/image-reference";

/** An engine has its experimental features only where they are turned on; no option tells. */
export function refuseCheckpoint(draft: Draft): void {
  const { verb, verbSpan } = draft.command;
  const message = `docker ${verb} is only supported on a Docker daemon with experimental features enabled`;
  draft.refusal = { by: "client", message, span: verbSpan };
}

/** The manifest list may stand before the manifest. */
export function inspectManifest(draft: Draft): void {
  const [first, second] = draft.command.args;
  if (first === undefined) return;
  const manifest = second ?? first;
  put(draft, "manifest", fullReference(manifest.text), at(manifest.span));
  if (second !== undefined) put(draft, "manifest-list", fullReference(first.text), at(first.span));
}

const contextName = /^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/;

/** The name of a context that is made or changed. */
export function checkContextName(draft: Draft): void {
  const [name] = draft.command.args;
  if (name === undefined) return;
  if (name.text === "default") {
    refuse(draft, "client", '"default" is a reserved context name', name.span);
  } else if (!contextName.test(name.text)) {
    const message = `context name ${JSON.stringify(name.text)} is invalid, names are validated against regexp ${JSON.stringify(contextName.source)}`;
    refuse(draft, "client", message, name.span);
  }
}

/** The client leaves it to its library to count the names. */
export function useContext(draft: Draft): void {
  const { args, verbSpan } = draft.command;
  if (args.length !== 1) {
    const message = `accepts 1 arg(s), received ${args.length}`;
    refuse(draft, "client", message, args[1]?.span ?? verbSpan);
  } else if (args[0]?.text !== "default") checkContextName(draft);
}

export function enablePlugin(draft: Draft): void {
  const timeout = last(draft.command, "timeout");
  if (Number(timeout?.value) < 0) {
    const message = `negative timeout ${timeout?.value} is invalid`;
    refuse(draft, "client", message, timeout?.span ?? draft.command.verbSpan);
  }
}
