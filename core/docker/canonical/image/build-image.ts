import {
  at,
  type Draft,
  given,
  last,
  lastSaid,
  put,
  refuse,
} from "#core/docker/canonical/draft/draft";
import { exportedValue } from "#core/docker/canonical/draft/environment";
import { isPlainFile, localPath, standardInput } from "#core/docker/canonical/draft/local-files";
import type { Json } from "#core/docker/types";
import { cleanPath } from "#core/docker/values/paths";
import { readUlimit } from "#core/docker/values/typed-values";

const isAddress = (text: string) =>
  /^(?:https?|git):\/\//.test(text) || /^git@/.test(text) || /^github\.com\//.test(text);

/** `docker build`: the context, the Dockerfile within it, arguments and tags. */
export function buildImage(draft: Draft): void {
  const { command } = draft;
  const [context] = command.args;
  if (context === undefined) return;
  putArguments(draft);
  const idFile = lastSaid(command, "iidfile");
  if (idFile !== undefined) {
    put(draft, `writes ${localPath(idFile.value, command.world)}`, "id", at(idFile.span, "client"));
  }
  putContext(draft, context);
}

function putContext(
  draft: Draft,
  context: { text: string; span: { start: number; end: number } },
): void {
  const { command } = draft;
  const file = last(command, "file");
  if (context.text === "-") {
    if (file?.value === "-") {
      const message = "invalid argument: can't use stdin for both build context and dockerfile";
      refuse(draft, "client", message, file.span);
      return;
    }
    const source = standardInput(command)?.contents ?? { text: "" };
    put(draft, "context", { standardInput: source }, at(context.span));
    if (file !== undefined) put(draft, "file", cleanPath(file.value), at(file.span));
    return;
  }
  if (isAddress(context.text)) {
    put(draft, "context", { url: context.text }, at(context.span));
    if (file !== undefined) put(draft, "file", cleanPath(file.value), at(file.span));
    return;
  }
  const folder = localPath(context.text, command.world);
  if (isPlainFile(context.text, command.world)) {
    const message = `failed to build: unable to prepare context: path ${JSON.stringify(context.text)} not found`;
    refuse(draft, "client", message, context.span);
    return;
  }
  put(draft, "context", { folder }, at(context.span));
  if (file === undefined || file.value === "") return;
  const value: Json =
    file.value === "-"
      ? { standardInput: standardInput(command)?.contents ?? null }
      : fileIn(folder, localPath(file.value, command.world));
  if (value !== "Dockerfile") put(draft, "file", value, at(file.span));
}

/** A file's path as seen from the context's folder. */
function fileIn(folder: string, file: string): string {
  if (folder === ".") return file;
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : `outside: ${file}`;
}

function putArguments(draft: Draft): void {
  const { command } = draft;
  for (const { value, span } of given(command, "build-arg")) {
    const equals = value.indexOf("=");
    const name = equals < 0 ? value : value.slice(0, equals);
    const worth = equals < 0 ? exportedValue(command, name) : value.slice(equals + 1);
    put(draft, `build-arg ${name}`, worth, at(span));
  }
  for (const { value, span } of given(command, "ulimit")) {
    const read = readUlimit(value);
    if (!read.ok || !Array.isArray(read.value)) continue;
    const [name, ...limits] = read.value;
    put(draft, `ulimit ${String(name)}`, limits, at(span));
  }
}
