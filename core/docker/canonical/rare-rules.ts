import { at, type Draft, last, lastSaid, put, refuse } from "#core/docker/canonical/draft/draft";
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

/** A context that is made of others' settings takes none of its own, and only known ones. */
export function createContext(draft: Draft): void {
  checkContextName(draft);
  const { command } = draft;
  const from = lastSaid(command, "from");
  const own = last(command, "docker");
  if (from !== undefined && own !== undefined) {
    refuse(draft, "client", "cannot use --docker flag when --from is set", own.span);
  }
}

/** The name of a context that is written out, which may be the default one. */
export function exportContext(draft: Draft): void {
  const [name, file] = draft.command.args;
  if (name?.text !== "default") checkContextName(draft);
  if (file?.text !== "-" || draft.command.output !== null) return;
  const message = "cowardly refusing to export to a terminal, specify a file path";
  refuse(draft, "client", message, file.span);
}

export function removeContexts(draft: Draft): void {
  const usual = draft.command.args.find(({ text }) => text === "default");
  if (usual === undefined) return;
  refuse(draft, "client", 'context "default" cannot be removed', usual.span);
}

const keyName = /^[a-z0-9][a-z0-9_-]*$/;
const likeKeys =
  'must start with lowercase alphanumeric characters and can include "-" or "_" after the first character';

export function generateKey(draft: Draft): void {
  const [name] = draft.command.args;
  if (name === undefined || keyName.test(name.text)) return;
  refuse(draft, "client", `key name "${name.text}" ${likeKeys}`, name.span);
}

export function addSigner(draft: Draft): void {
  const { args, verbSpan } = draft.command;
  const [name] = args;
  if (name === undefined) return;
  if (!keyName.test(name.text)) {
    refuse(draft, "client", `signer name "${name.text}" ${likeKeys}`, name.span);
  } else if (name.text === "releases") {
    const message = "releases is a reserved keyword, use a different signer name";
    refuse(draft, "client", message, name.span);
  } else if (last(draft.command, "key") === undefined) {
    const message = "path to a public key must be provided using the `--key` flag";
    refuse(draft, "client", message, verbSpan);
  }
}

/** What is signed is one tag. */
export function signImage(draft: Draft): void {
  const [image] = draft.command.args;
  if (image === undefined) return;
  if (image.text.includes("@")) {
    refuse(draft, "client", "cannot use a digest reference for IMAGE:TAG", image.span);
  } else if (!/:[^/]*$/.test(image.text)) {
    refuse(draft, "client", `no tag specified for ${image.text}`, image.span);
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
