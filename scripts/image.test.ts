import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { settingNames } from "#server/base/env";
import { nodeInRange } from "./node-range.mjs";
import { inProject, packageJson } from "./project.mjs";
import { sources } from "./source-stamp.mjs";

const read = (name: string): string => readFileSync(inProject(name), "utf8");

type Instruction = { word: string; rest: string };

/** The instructions of a Dockerfile, each on one line; of heredocs ours has none. */
function instructionsOf(text: string): Instruction[] {
  const lines = text.replace(/^\s*#.*\n/gm, "").replace(/\\\s*\n\s*/g, "");
  return lines.split("\n").flatMap((line) => {
    const [, word = "", rest = ""] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? [];
    return word === "" ? [] : [{ word: word.toUpperCase(), rest }];
  });
}

/** What is wrong with a Dockerfile, by rules of hadolint's and of ours; empty for a good one. */
function faultsOf(text: string): string[] {
  const all = instructionsOf(text);
  const args = new Map(
    all.flatMap(({ word, rest }) => (word === "ARG" ? [rest.split("=") as [string, string]] : [])),
  );
  const filled = (rest: string) => rest.replace(/\$\{(\w+)\}/g, (_, name) => args.get(name) ?? "");
  const last = all.slice(all.findLastIndex(({ word }) => word === "FROM"));
  const the = (word: string) => last.filter((one) => one.word === word).map(({ rest }) => rest);
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const images = all.flatMap(({ word, rest }) => (word === "FROM" ? [filled(rest)] : []));
  for (const image of images) {
    must(/^[\w./-]+:\d+\.\d+\.\d+[\w.-]*( AS \w+)?$/.test(image), `${image} is not pinned`);
  }
  must(images.length > 1, "there is one stage only");
  for (const { word, rest } of all) {
    must(word !== "ADD", "ADD is used where COPY does");
    must(word !== "MAINTAINER", "MAINTAINER is no more");
    if (word === "WORKDIR") must(rest.startsWith("/"), `WORKDIR ${rest} is not absolute`);
    if (word === "RUN") must(!/\bsudo\b|apt-get (dist-)?upgrade/.test(rest), `RUN ${rest}`);
    if (word === "ENV" || word === "ARG") must(!/SECRET|PASSWORD|TOKEN|KEY/.test(rest), rest);
  }
  must(the("CMD").length === 1 && /^\["/.test(the("CMD")[0] ?? ""), "CMD is no list");
  must(/ CMD \["/.test(the("HEALTHCHECK").join()), "there is no health check, or it is no list");
  must(/^[1-9]\d*(:[1-9]\d*)?$/.test(the("USER").at(-1) ?? ""), "it runs as root");
  must(the("VOLUME").length === 1, "its data is in no volume");
  must(!the("COPY").some((rest) => !rest.startsWith("--from=")), "it copies from outside");
  return faults;
}

describe("the Dockerfile", () => {
  it("has no fault", () => {
    expect(faultsOf(read("Dockerfile"))).toEqual([]);
  });

  it.each([
    [/FROM node:\S+-slim/, "FROM node", /not pinned/],
    ["USER 1000:1000", "USER root", /root/],
    ["USER 1000:1000\n", "", /root/],
    ['CMD ["node", "scripts/start.mjs"]', "CMD node scripts/start.mjs", /CMD is no list/],
    [/HEALTHCHECK.*\n/, "", /health check/],
    ["WORKDIR /app\nCOPY --from", "WORKDIR app\nCOPY --from", /not absolute/],
    ["COPY --from=build /app/.next/standalone ./", "COPY . .", /from outside/],
    ["DATA_DIR=/data", "DATA_DIR=/data AUTH_SECRET=x", /SECRET/],
  ])("is found at fault with %s as %s", (right, wrong, fault) => {
    const text = read("Dockerfile");
    expect(text.replace(right, wrong)).not.toBe(text);
    expect(faultsOf(text.replace(right, wrong)).join()).toMatch(fault);
  });

  it("takes a Node that the app runs on, and whose headers better-sqlite3 bears", () => {
    const [, version = ""] = /^ARG NODE=(\S+)$/m.exec(read("Dockerfile")) ?? [];
    expect(nodeInRange(version, packageJson().engines.node)).toBe(true);
    expect(nodeInRange(version, ">=24.19")).toBe(false);
  });
});

describe("the context of the image", () => {
  const [everything, ...allowed] = read(".dockerignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const isIn = (file: string) => allowed.some((line) => line === `!${file}`);

  it("is what a build is made of, and its settings for npm", () => {
    expect(everything).toBe("*");
    const needed = sources
      .map((source) => source.split("/")[0] ?? "")
      .filter((source) => existsSync(inProject(source)) && !source.startsWith(".env"));
    expect([...new Set([...needed, "scripts", ".npmrc"])].filter((name) => !isIn(name))).toEqual(
      [],
    );
  });

  it("has nothing else: no data, no history, no secret", () => {
    const others = readdirSync(inProject(".")).filter((name) => !isIn(name));
    expect(others).toEqual(expect.arrayContaining(["docs", "node_modules", "e2e"]));
    for (const name of ["data", ".env", ".git", ".next", "node_modules"]) {
      expect([name, isIn(name)]).toEqual([name, false]);
    }
  });
});

const service = z.strictObject({
  build: z.literal("."),
  image: z.string(),
  restart: z.literal("unless-stopped"),
  ports: z.tuple([z.string().regex(/^127\.0\.0\.1:\$\{PORT:-3000\}:3000$/)]),
  environment: z.record(z.string(), z.string()),
  volumes: z.tuple([z.literal("data:/data")]),
  init: z.literal(true),
  read_only: z.literal(true),
  tmpfs: z.tuple([z.string().regex(/^\/tmp:size=\d+m,.*noexec,nosuid,nodev$/)]),
  cap_drop: z.tuple([z.literal("ALL")]),
  security_opt: z.tuple([z.literal("no-new-privileges:true")]),
  mem_limit: z.string().regex(/^\d+[mg]$/),
  pids_limit: z.int().max(256),
  cpus: z.number(),
  stop_grace_period: z.string(),
  logging: z.strictObject({
    driver: z.literal("json-file"),
    options: z.strictObject({ "max-size": z.string(), "max-file": z.string() }),
  }),
});

describe("compose.yaml", () => {
  const compose = z
    .strictObject({
      services: z.strictObject({ mooring: service }),
      volumes: z.strictObject({ data: z.null() }),
    })
    .parse(parse(read("compose.yaml")));

  it("gives the server each setting that is not the image's own, and no other", () => {
    const { environment } = compose.services.mooring;
    const own = new Set(["HOST", "PORT", "DATA_DIR"]);
    const names = settingNames.filter((name) => !own.has(name));
    expect(environment).toEqual(Object.fromEntries(names.map((name) => [name, `\${${name}:-}`])));
  });

  it("leaves the server longer to stop than it takes at most", () => {
    // 8 s until what hangs is killed (scripts/child.mjs).
    expect(Number.parseInt(compose.services.mooring.stop_grace_period, 10)).toBeGreaterThan(10);
  });
});
