import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { showObject } from "./show-object";

/** The version of the engine and of its client. */
export const version = "28.5.2+dfsg4";
const build = "9cc6dea35e9a963f281434761c656fba4ac43aed";

function clientVersion(ctx: Ctx): number {
  ctx.out(`Docker version ${version}, build ${build}\n`);
  return 0;
}

function showVersion(ctx: Ctx): number {
  const both = {
    Version: version,
    APIVersion: "1.51",
    GitCommit: build,
    GoVersion: "go1.24.9",
    Os: "linux",
    Arch: "amd64",
    BuildTime: "Thu Nov 20 10:00:00 2025",
  };
  const value = {
    Client: { ...both, ApiVersion: "1.51", Context: "default" },
    Server: { ...both, ApiVersion: "1.51", MinAPIVersion: "1.24" },
  };
  return showObject(ctx, value, () =>
    [
      "Client:",
      ` Version:           ${version}`,
      " API version:       1.51",
      " Go version:        go1.24.9",
      ` Git commit:        ${build}`,
      ` Built:             ${both.BuildTime}`,
      " OS/Arch:           linux/amd64",
      " Context:           default",
      "",
      "Server:",
      " Engine:",
      `  Version:          ${version}`,
      "  API version:      1.51 (minimum version 1.24)",
      "  Go version:       go1.24.9",
      `  Git commit:       ${build}`,
      `  Built:            ${both.BuildTime}`,
      "  OS/Arch:          linux/amd64",
      "  Experimental:     false",
      "",
    ].join("\n"),
  );
}

addHandlers({ "show client version": clientVersion, "show version": showVersion });
