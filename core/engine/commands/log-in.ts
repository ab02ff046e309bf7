import type { Json } from "#core/docker/types";
import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { hostOf, put } from "#core/engine/state/machine";

const text = (value: Json | undefined): string =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "text" in value
    ? String((value as { text: Json }).text)
    : String(value ?? "");

/** Accounts that the registry knows. */
const accounts: Readonly<Record<string, string>> = { ada: "secret" };

function logIn(ctx: Ctx): number {
  const user = ctx.text("username") ?? "";
  const password = text(ctx.get("password"));
  const server = ctx.args[0] ?? "docker.io";
  if (ctx.flags("password").length > 0)
    ctx.err("WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n");
  if (user === "" || password === "") {
    return refuseClient("Error: Cannot perform an interactive login from a non TTY device");
  }
  if (accounts[user] !== password.trim()) {
    return refuseClient(
      `Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password`,
    );
  }
  put(ctx.m, ["hosts", ctx.host, "logins", server], user, `log in ${user}`);
  ctx.err(
    "\nWARNING! Your credentials are stored unencrypted in '/home/ada/.docker/config.json'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n",
  );
  ctx.out("Login Succeeded\n");
  return 0;
}

function logOut(ctx: Ctx): number {
  const server = ctx.args[0] ?? "docker.io";
  const shown = server === "docker.io" ? "https://index.docker.io/v1/" : server;
  const known = hostOf(ctx.m, ctx.host).logins[server] !== undefined;
  ctx.out(known ? `Removing login credentials for ${shown}\n` : `Not logged in to ${shown}\n`);
  put(ctx.m, ["hosts", ctx.host, "logins", server], null);
  return 0;
}

addHandlers({ "log in": logIn, "log out": logOut });
