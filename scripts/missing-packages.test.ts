import { describe, expect, it } from "vitest";
import { missingPackages } from "./missing-packages.mjs";

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
});
