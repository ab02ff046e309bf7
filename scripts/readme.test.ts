import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv, settingNames } from "#server/base/env";
import { inProject, packageJson } from "./project.mjs";

const readme = readFileSync(inProject("README.md"), "utf8");

/** The rows of the table of settings: each variable with its default, as they are printed. */
const rows = new Map(
  [...readme.matchAll(/^\| `([A-Z_0-9]+)` \| (.+?) \|/gm)].map(([, name, usual]) => [name, usual]),
);

/** Read by the commands, not by the server. */
const ofCommands = ["MOORING_CHROMIUM", "MOORING_CHROMIUM_SHELL", "MOORING_POSTGRES", "E2E_PORT"];
/** Of the system, of Docker's client, of Node, npm and Next, or set for them by us: nobody's to choose. */
const notSettings = new Set([
  ...[
    "AUTH_TRUST_HOST",
    "CI",
    "DOCKER_CONFIG",
    "HOSTNAME",
    "INIT_CWD",
    "NEXTAUTH_URL",
    "NEXT_PHASE",
  ],
  ...["NEXT_RUNTIME", "NODE_ENV", "PATH", "__NEXT_PRIVATE_STANDALONE_CONFIG"],
]);

describe("README's table of settings", () => {
  it("has every variable that the server checks or a command reads, and no other", () => {
    expect([...rows.keys()].sort()).toEqual([...settingNames, ...ofCommands].sort());
  });

  it("has every variable that the code reads anywhere", () => {
    const read = ["app", "db", "scripts", "server"].flatMap(sourcesIn).flatMap((file) => {
      const text = readFileSync(file, "utf8");
      return [...text.matchAll(/\b(?:process\.)?env\.([A-Z][A-Z_0-9]+)\b/g)].map(
        ([, name]) => name,
      );
    });
    const unnamed = [...new Set(read)].filter(
      (name) => !rows.has(name) && !notSettings.has(name ?? ""),
    );
    expect(unnamed).toEqual([]);
  });

  it("tells the defaults that hold", () => {
    const dataDir = path.join(tmpdir(), "mooring-readme");
    const { host, port } = readEnv({ DATA_DIR: dataDir, AUTH_SECRET: "s".repeat(32) });
    expect(rows.get("HOST")).toBe(`\`${host}\``);
    expect(rows.get("PORT")).toBe(`\`${port}\``);
    const usual = readEnv({ AUTH_SECRET: "s".repeat(32) }).dataDir;
    expect(rows.get("DATA_DIR")).toBe(`\`./${path.relative(process.cwd(), usual)}\``);
  });
});

describe("README", () => {
  it("names commands that there are", () => {
    const { scripts } = packageJson();
    const named = [...readme.matchAll(/npm (?:run (\w+)|(start|test))/g)].map(
      ([, run, own]) => run ?? own,
    );
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it("leads to files that there are", () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = ""]) => link);
    const files = links.filter((link) => !link.startsWith("http"));
    for (const file of files) expect(() => readFileSync(inProject(file))).not.toThrow("ENOENT");
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
