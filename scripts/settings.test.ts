import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./project.mjs";
import { localUrl, probeUrl, readListening } from "./settings.mjs";

const env = (variables: Record<string, string>) => ({ NODE_ENV: "test" as const, ...variables });

describe("readListening", () => {
  it("listens on this machine only, and keeps the data beside the program", () => {
    const value = { host: "127.0.0.1", port: 3000, dataDir: path.join(root, "data") };
    expect(readListening(env({}))).toEqual({ ok: true, value });
    expect(readListening(env({ HOST: "", PORT: "", DATA_DIR: "" }))).toEqual({ ok: true, value });
  });

  it("takes a relative data folder from the project's folder, and an absolute one as it is", () => {
    const absolute = path.resolve("/srv/mooring");
    expect(readListening(env({ DATA_DIR: absolute }))).toMatchObject({
      value: { dataDir: absolute },
    });
    const beside = path.join(root, "other");
    expect(readListening(env({ DATA_DIR: "./other" }))).toMatchObject({
      value: { dataDir: beside },
    });
  });

  it.each(["1", "65535"])("takes port %s", (port) => {
    expect(readListening(env({ PORT: port }))).toMatchObject({ value: { port: Number(port) } });
  });

  it.each(["0", "65536", "-1", "80a", "3000 "])("names PORT when it is %s", (port) => {
    const problems = [expect.stringMatching(/^PORT must .* "/)];
    expect(readListening(env({ PORT: port }))).toEqual({ ok: false, problems });
  });

  it("names all that is wrong at once", () => {
    const problems = [expect.stringMatching(/^PORT /), expect.stringMatching(/^HOST /)];
    expect(readListening(env({ PORT: "x", HOST: "http://a/" }))).toEqual({ ok: false, problems });
  });
});

describe("localUrl and probeUrl", () => {
  it.each([
    ["127.0.0.1", "http://localhost:80", "http://127.0.0.1:80"],
    ["0.0.0.0", "http://localhost:80", "http://127.0.0.1:80"],
    ["::", "http://localhost:80", "http://[::1]:80"],
    ["192.0.2.7", "http://192.0.2.7:80", "http://192.0.2.7:80"],
    ["2001:db8::1", "http://[2001:db8::1]:80", "http://[2001:db8::1]:80"],
    ["study.example", "http://study.example:80", "http://study.example:80"],
  ])("of %s", (host, local, probe) => {
    expect(localUrl({ host, port: 80 })).toBe(local);
    expect(probeUrl({ host, port: 80 })).toBe(probe);
  });
});
