import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { routeOf } from "./route";

const app = path.join(import.meta.dirname, "..", "..", "app");
const routes = readdirSync(path.join(app, "api"), { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => ({
    address: `/api/${path.dirname(file).replaceAll(path.sep, "/")}`,
    text: readFileSync(path.join(app, "api", file), "utf8"),
  }));

it.each(routes)("no body that $address takes is refused before it comes there", (route) => {
  const bounds = [...route.text.matchAll(/maxBytes: ([\d_]+)/g)].map(([, bytes = ""]) =>
    Number(bytes.replaceAll("_", "")),
  );
  for (const bytes of bounds) {
    expect(routeOf(route.address).maxBytes).toBeGreaterThanOrEqual(bytes);
  }
});

it.each(routes.filter(({ address }) => !address.includes("[")))(
  "$address is let in by the methods that it takes",
  ({ address, text }) => {
    const taken = [...text.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm)];
    // Where a route says nothing of HEAD, Next answers it by GET.
    const named = (all: readonly (string | undefined)[]) => all.filter((one) => one !== "HEAD");
    expect(named(taken.map(([, method]) => method))).toEqual(named(routeOf(address).methods));
  },
);

it("every route that takes a body says how large it may be, next-auth's aside", () => {
  const silent = routes.filter(({ text }) => text.includes("POST") && !text.includes("maxBytes: "));
  expect(silent.map(({ address }) => address)).toEqual(["/api/auth/[...nextauth]"]);
});
