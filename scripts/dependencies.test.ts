import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { nodeInRange } from "./node-range.mjs";
import { inProject, packageJson } from "./project.mjs";

const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(inProject("package-lock.json"), "utf8")));

/** Every version of a package that is installed, also inside other packages. */
function versionsOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(
      ([folder]) => folder === `node_modules/${name}` || folder.endsWith(`/node_modules/${name}`),
    )
    .map(([, { version }]) => version ?? "0.0.0");
}

describe("the packages", () => {
  // Older ones have published holes; `npm audit` does not answer everywhere.
  it.each([
    ["next", "16.2.6"],
    ["react", "19.2.6"],
    ["react-dom", "19.2.6"],
    ["next-auth", "4.24.15"],
  ])("have %s at %s or newer", (name, floor) => {
    const versions = versionsOf(name);
    expect(versions).not.toEqual([]);
    for (const version of versions)
      expect([version, nodeInRange(version, `>=${floor}`)]).toEqual([version, true]);
  });

  it("have nodemailer, where something brings it, at 7.0.7 or newer", () => {
    expect(versionsOf("nodemailer").filter((version) => !nodeInRange(version, ">=7.0.7"))).toEqual(
      [],
    );
  });

  it("are pinned to one version each", () => {
    const { dependencies, devDependencies } = packageJson();
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("are the ones that package-lock.json has", () => {
    const { dependencies, devDependencies } = packageJson();
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });
});
