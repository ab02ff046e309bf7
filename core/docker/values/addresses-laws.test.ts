import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMacAddress, networkOf, readAddress } from "./addresses";
import { readCommaList } from "./comma-list";
import { readPlatform } from "./platforms";

/** The platform's own reader of IPv6; it writes an IPv4 address within IPv6 as groups. */
function viaUrl(text: string): string | null {
  try {
    return new URL(`http://[${text}]/`).hostname.slice(1, -1);
  } catch {
    return null;
  }
}

const groups = fc.array(fc.constantFrom("0", "0000", "1", "db8", "FFFF", "00a", "", "12345"), {
  minLength: 1,
  maxLength: 9,
});

describe("addresses", () => {
  test("IPv6 in every spelling comes out as URLs have it", () => {
    fc.assert(
      fc.property(groups, (parts) => {
        const text = parts.join(":");
        fc.pre(text.includes(":"));
        const read = readAddress(text);
        const mapped = read !== null && !read.includes(":");
        if (!mapped) expect(read).toBe(viaUrl(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test("what comes out is read as itself", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.ipV4()), (text) => {
        const read = readAddress(text);
        expect(read).not.toBeNull();
        expect(readAddress(read ?? "")).toBe(read);
      }),
    );
  });

  test("an IPv4 address has four numbers without zeros in front", () => {
    for (const text of ["1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4 ", "1.2.3.", ""]) {
      expect(readAddress(text), text).toBeNull();
    }
    expect(readAddress("::ffff:10.0.0.1")).toBe("10.0.0.1");
    expect(readAddress("64:ff9b::192.0.2.33")).toBe("64:ff9b::c000:221");
  });

  test("a network holds its own addresses and is its own network", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, bits) => {
        const network = networkOf(`${address}/${bits}`);
        expect(network).not.toBeNull();
        expect(networkOf(network ?? "")).toBe(network);
      }),
    );
    expect(networkOf("10.0.1.5/23")).toBe("10.0.0.0/23");
    expect(networkOf("2001:DB8:0:1::5/48")).toBe("2001:db8::/48");
    expect(networkOf("10.0.0.0/33")).toBeNull();
  });

  test("hardware addresses have two digits a byte and one kind of sign between them", () => {
    for (const text of ["02:32:1c:23:00:04", "02-32-1C-23-00-04", "0232.1c23.0004"]) {
      expect(isMacAddress(text), text).toBe(true);
    }
    for (const text of ["2:32:1c:23:00:04", "02:32-1c:23:00:04", "02:32:1c:23:00", "0232:1c23"]) {
      expect(isMacAddress(text), text).toBe(false);
    }
  });
});

describe("rows between commas", () => {
  test("fields that are quoted come out as they went in", () => {
    const field = fc.string({ unit: fc.constantFrom("a", '"', ",", " ", "=") });
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), (fields) => {
        const row = fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
        expect(readCommaList(row)).toEqual({ ok: true, value: fields });
      }),
    );
  });
});

describe("platforms", () => {
  test("what comes out is read as itself", () => {
    const part = fc.constantFrom(
      "linux",
      "macos",
      "amd64",
      "x86_64",
      "aarch64",
      "armhf",
      "v8",
      "7",
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const read = readPlatform(parts.join("/"));
        if (read !== null) expect(readPlatform(read)).toBe(read);
      }),
    );
  });
});
