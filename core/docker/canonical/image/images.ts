import { putChanges } from "#core/docker/canonical/container/container-life";
import { at, type Draft, isOn, last, put, refuse } from "#core/docker/canonical/draft/draft";
import { fileContents, localPath, standardInput } from "#core/docker/canonical/draft/local-files";
import type { Json } from "#core/docker/types";
import {
  fullReference,
  fullRepository,
  readAnyReference,
  readReference,
} from "#core/docker/values/image-reference";

/** `docker pull` and `docker push`: one image, or all tags of a repository. */
export function transferImage(draft: Draft): void {
  const { command } = draft;
  const [image] = command.args;
  if (image === undefined) return;
  const read = readReference(image.text);
  if (!read.ok) {
    refuse(draft, "client", read.error, image.span);
    return;
  }
  const { tag, digest } = read.value;
  const all = isOn(command, "all-tags");
  const named = all && (tag !== null || digest !== null);
  if (named) {
    refuse(draft, "client", "tag can't be used with --all-tags/-a", image.span);
    return;
  }
  const push = command.verb === "image push";
  if (push && digest !== null) {
    refuse(draft, "client", "cannot push a digest reference", image.span);
    return;
  }
  const tagless =
    tag !== null && digest !== null ? image.text.replace(`:${tag}@`, "@") : image.text;
  put(draft, "image", all ? fullRepository(image.text) : fullReference(tagless), at(image.span));
  const flag = last(command, "all-tags");
  if (all && flag !== undefined) put(draft, "all-tags", true, at(flag.span));
  const trust = last(command, "disable-content-trust");
  if (trust !== undefined && !isOn(command, "disable-content-trust")) {
    put(draft, "content trust", true, at(trust.span, push ? "client" : "request"));
  }
}

export function tagImage(draft: Draft): void {
  const [source, target] = draft.command.args;
  if (source === undefined || target === undefined) return;
  const from = readAnyReference(source.text);
  const to = readReference(target.text);
  const wrong = (text: string, error: string) =>
    `Error parsing reference: ${JSON.stringify(text)} is not a valid repository/tag: ${error}`;
  if (!from.ok) {
    refuse(draft, "client", wrong(source.text, from.error), source.span);
    return;
  }
  if (!to.ok) {
    refuse(draft, "client", wrong(target.text, to.error), target.span);
    return;
  }
  if (to.value.digest !== null) {
    const message = "refusing to create a tag with a digest reference";
    refuse(draft, "client", message, target.span);
    return;
  }
  put(draft, "source image", fullReference(source.text), at(source.span));
  put(draft, "target image", fullReference(target.text), at(target.span));
}

/** `save` and `export` write to a file or to what the shell makes of their output. */
export function writeArchive(draft: Draft): void {
  const { command } = draft;
  const output = last(command, "output");
  if (output !== undefined && output.value !== "") {
    const path = localPath(output.value, command.world);
    if (command.world.measured && measuredFolders.has(path)) {
      refuse(draft, "client", "failed to save image: cannot write to a directory", output.span);
      return;
    }
    put(draft, `writes ${path}`, "archive", at(output.span, "client"));
    return;
  }
  if (command.output === null) {
    const message = "cowardly refusing to save to a terminal. Use the -o flag or redirect";
    refuse(draft, "client", message, command.verbSpan);
  }
}

const measuredFolders = new Set(["src", "docker", "."]);

export function loadImages(draft: Draft): void {
  const { command } = draft;
  const input = last(command, "input");
  if (input !== undefined && input.value !== "") {
    put(draft, "archive", fileContents(input.value, command.world), at(input.span));
    return;
  }
  const source = standardInput(command);
  if (source === null) {
    const message = "requested load from stdin, but stdin is empty";
    refuse(draft, "client", message, command.verbSpan);
    return;
  }
  put(draft, "archive", source.contents, at(source.span));
}

/** `docker import`: a file, an address or standard input becomes an image. */
export function importImage(draft: Draft): void {
  const { command } = draft;
  const [source, reference] = command.args;
  if (source === undefined) return;
  let contents: Json = fileContents(source.text, command.world);
  if (source.text === "-") contents = standardInput(command)?.contents ?? { text: "" };
  else if (/^https?:\/\//.test(source.text)) contents = { url: source.text };
  else if (command.world.measured && measuredFolders.has(localPath(source.text, command.world))) {
    refuse(draft, "client", `read ${source.text}: is a directory`, source.span);
    return;
  }
  put(draft, "source", contents, at(source.span));
  putChanges(draft);
  if (reference !== undefined && reference.text !== "") {
    const read = readReference(reference.text);
    if (!read.ok) {
      refuse(draft, "client", read.error, reference.span);
      return;
    }
    put(draft, "reference", fullReference(reference.text), at(reference.span));
  }
}
