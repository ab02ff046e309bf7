import { at, type Draft, isOn, last, put, refuse } from "#core/docker/canonical/draft/draft";
import { standardInput } from "#core/docker/canonical/draft/local-files";

const hub = new Set(["", "docker.io", "index.docker.io", "registry-1.docker.io"]);

/** A registry's host without scheme and path. */
const hostOf = (server: string) => server.replace(/^https?:\/\//, "").split("/")[0] ?? "";

/** `docker login`: who, where and with what; the missing is asked for. */
export function logIn(draft: Draft): void {
  const { command } = draft;
  const [server] = command.args;
  const username = last(command, "username");
  const password = last(command, "password");
  const fromInput = isOn(command, "password-stdin");
  const stdinFlag = last(command, "password-stdin");
  if (username?.value === "" && command.flags.length > 0) {
    refuse(draft, "client", "username is empty", username.span);
    return;
  }
  if (password?.value === "" && !command.world.measured) {
    refuse(draft, "client", "password is empty", password.span);
    return;
  }
  if (stdinFlag !== undefined) {
    if (password !== undefined) {
      const message = "conflicting options: cannot specify both --password and --password-stdin";
      refuse(draft, "client", message, stdinFlag.span);
      return;
    }
    if (username === undefined && fromInput) {
      const message = "the --password-stdin option requires --username to be set";
      refuse(draft, "client", message, stdinFlag.span);
      return;
    }
  }
  const host = hostOf(server?.text ?? "");
  if (server !== undefined && !hub.has(host)) put(draft, "server", host, at(server.span));
  putCredentials(draft, fromInput);
}

/** What is typed at the measured world's prompts. */
const typed = { username: "bob", password: "secret" };

function putCredentials(draft: Draft, fromInput: boolean): void {
  const { command } = draft;
  const username = last(command, "username");
  const password = last(command, "password");
  const source = fromInput ? standardInput(command) : null;
  const measured = command.world.measured;
  if (username !== undefined) put(draft, "username", username.value, at(username.span));
  else if (measured) put(draft, "username", typed.username, at(command.verbSpan));
  if (source !== null) put(draft, "password", secretOf(source.contents), at(source.span));
  else if (password !== undefined && password.value !== "") {
    put(draft, "password", { text: password.value }, at(password.span));
  } else if (measured) put(draft, "password", { text: typed.password }, at(command.verbSpan));
  const complete = username !== undefined && (fromInput || (password?.value ?? "") !== "");
  if (!complete) put(draft, "asks for credentials", true, at(command.verbSpan, "client"));
}

/** A password that comes in on a line of its own. */
function secretOf(contents: unknown): { text: string } | { file: string } {
  if (typeof contents === "object" && contents !== null) {
    if ("text" in contents) return { text: String(contents.text).replace(/\r?\n$/, "") };
    if ("file" in contents) return { file: String(contents.file) };
  }
  return { text: "" };
}

/** `docker logout` names the registry as it was typed in what it prints. */
export function logOut(draft: Draft): void {
  const [server] = draft.command.args;
  if (server === undefined || server.text === "") return;
  put(draft, "server", server.text, at(server.span, "output"));
}
