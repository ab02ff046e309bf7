import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { inProject } from "./project.mjs";

/**
 * For whoever raises the protocol number (core/log/protocol.ts), just before: writes the code of
 * syncing as it is into bench/devices/protocol-N, so that tests can play this version against those
 * that follow. Packages, grading and words stay outside: they are what the later version has.
 */

/** What the frozen files give, by name. */
const kept = {
  server: [
    'export { closeDatabase, openDatabase } from "#db/client";',
    'export { readLog } from "#db/entries";',
    'export { migrate } from "#db/migrate";',
    'export { addUser } from "#db/users";',
    'export { makePace } from "#server/base/give-way";',
    'export { compare, compareRequest, readHeld } from "#server/log/compare";',
    'export { sync, syncRequest } from "#server/log/sync";',
  ],
  page: [
    'export { openLocalDatabase } from "#local/browser/local-database";',
    'export { appendEntries } from "#local/store/append-entries";',
    'export { readAll, readCursor, readGap, readStates, readUnsent, takeIn } from "#local/store/local-log";',
    'export { compareHeld } from "#local/sync/compare-held";',
    'export { readDigests } from "#local/sync/held-digests";',
  ],
};

const outside = /^#core\/(?:grading|text|docker|content\/(?!canonical-json))/;

/** @type {import("esbuild").Plugin} */
const inside = {
  name: "inside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^#/ }, ({ path: asked }) => {
      if (outside.test(asked)) return { path: asked, external: true };
      const file = asked.replace(/^#local\//, "app/_local/").replace(/^#/, "");
      return { path: `${inProject(file)}.ts` };
    }),
};

const source = readFileSync(inProject("core", "log", "protocol.ts"), "utf8");
const number = /^export const protocol = (\d+);$/m.exec(source)?.[1];
if (number === undefined) throw new Error("core/log/protocol.ts names no number.");
for (const [name, lines] of Object.entries(kept)) {
  const built = await build({
    stdin: { contents: lines.join("\n"), resolveDir: inProject() },
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    conditions: ["react-server"],
    minify: true,
    write: false,
    plugins: [inside],
  });
  const says = `// Mooring's own ${name} code of protocol ${number}, as scripts/freeze-protocol.mjs wrote it out: what an earlier version does, for tests. Never to be changed.`;
  const folder = inProject("bench", "devices", `protocol-${number}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.mjs`), `${says}\n${built.outputFiles[0]?.text}`);
}
