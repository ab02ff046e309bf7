import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { linkTree } from "./link-tree";
import { runToEnd } from "./run-to-end";

/** Two built apps in a folder of their own. */
export type Builds = {
  /** The app as it ships, with a route that does nothing and with source maps. */
  app: string;
  /** One page with a root layout that holds html and body and nothing else. */
  empty: string;
  /** For databases and whatever else a part writes. */
  scratch: string;
};

const noopRoute = `export const dynamic = "force-dynamic";

export async function POST(): Promise<Response> {
  return Response.json({ ok: true });
}
`;

const emptyLayout = `import type { ReactNode } from "react";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`;

const emptyPage = `export default function Page() {
  return <p>Empty</p>;
}
`;

/** The shipped settings, and where each part of a chunk comes from. Types are for the tests. */
const mappedConfig = `import shipped from "./shipped.config.mjs";

export default {
  ...shipped,
  productionBrowserSourceMaps: true,
  typescript: { ignoreBuildErrors: true },
};
`;

/** What a build needs; neither tests nor stories nor this folder. */
const copied = [
  "app",
  "content",
  "core",
  "db",
  "public",
  "scripts",
  "server",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.mjs",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/**
 * Copies the project into a temporary folder, adds what only the bench needs, and builds it there:
 * nothing of it ever ships. The folder goes when this process ends.
 */
export async function buildCopies(parts: { empty: boolean }): Promise<Builds> {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const builds = {
    app: path.join(folder, "app"),
    empty: path.join(folder, "empty"),
    scratch: path.join(folder, "scratch"),
  };
  mkdirSync(builds.scratch);
  await buildApp(builds.app);
  if (parts.empty) await buildEmpty(builds.empty);
  return builds;
}

async function buildApp(dir: string): Promise<void> {
  copySources(dir, copied);
  write(dir, "app/api/bench-noop/route.ts", noopRoute);
  knowRoute(dir);
  renameSync(path.join(dir, "next.config.mjs"), path.join(dir, "shipped.config.mjs"));
  write(dir, "next.config.mjs", mappedConfig);
  await runToEnd({ dir, args: ["scripts/build.mjs"], what: "The app's copy could not be built" });
}

/** The front answers 404 to what it does not know, before Next is asked. */
function knowRoute(dir: string): void {
  const file = path.join(dir, "server", "front", "route.ts");
  const shipped = readFileSync(file, "utf8");
  const known = shipped.replace('"/api/exam": sent,', '$& "/api/bench-noop": sent,');
  if (known === shipped) throw new Error(`${file} has no place for a route of the bench.`);
  writeFileSync(file, known);
}

async function buildEmpty(dir: string): Promise<void> {
  copySources(dir, ["next.config.mjs", "package.json", "package-lock.json", "tsconfig.json"]);
  write(dir, "app/layout.tsx", emptyLayout);
  write(dir, "app/page.tsx", emptyPage);
  const args = ["node_modules/next/dist/bin/next", "build"];
  await runToEnd({ dir, args, what: "The empty page could not be built" });
  const standalone = path.join(dir, ".next", "standalone", ".next", "static");
  cpSync(path.join(dir, ".next", "static"), standalone, { recursive: true });
}

function copySources(dir: string, names: readonly string[]): void {
  mkdirSync(dir);
  for (const name of names) {
    const filter = (file: string) => !/\.test\.tsx?$/.test(file);
    try {
      cpSync(path.resolve(name), path.join(dir, name), { recursive: true, filter });
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }
  linkTree(path.resolve("node_modules"), path.join(dir, "node_modules"));
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function write(dir: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), text);
}
