import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { missingPackages } from "./missing-packages.mjs";
import { inProject } from "./project.mjs";

const a = "node_modules/a";
const b = "node_modules/b";

describe("missingPackages", () => {
  it("finds nothing where all is installed in its version", () => {
    const wanted = { packages: { "": {}, [a]: { version: "1.0.0" } } };
    expect(missingPackages({ wanted, found: { packages: { [a]: { version: "1.0.0" } } } })).toEqual(
      [],
    );
  });

  it("names what is absent or in another version", () => {
    const wanted = { packages: { [a]: { version: "1.0.0" }, [b]: { version: "1.0.0" } } };
    const found = { packages: { [b]: { version: "1.0.1" } } };
    expect(missingPackages({ wanted, found })).toEqual([a, b]);
  });

  it("lets packages for another system be absent, but not be in another version", () => {
    const wanted = { packages: { [a]: { version: "1.0.0", optional: true } } };
    expect(missingPackages({ wanted, found: { packages: {} } })).toEqual([]);
    const other = { packages: { [a]: { version: "2.0.0" } } };
    expect(missingPackages({ wanted, found: other })).toEqual([a]);
  });

  it("passes over what npm lists and never installs", () => {
    const wanted = { packages: { [a]: { version: "1.0.0", extraneous: true } } };
    expect(missingPackages({ wanted, found: { packages: {} } })).toEqual([]);
  });

  it("finds nothing missing here", () => {
    const read = (file: string) => JSON.parse(readFileSync(inProject(file), "utf8"));
    const locks = {
      wanted: read("package-lock.json"),
      found: read("node_modules/.package-lock.json"),
    };
    expect(missingPackages(locks)).toEqual([]);
  });
});
