import { beforeAll, describe, expect, it } from "vitest";
import { decodeIndex } from "#core/content/decode-index";
import { deckCatalog } from "#server/base/catalog";
import { GET, generateStaticParams } from "./route";

// Compiling the whole deck takes a second or more.
beforeAll(async () => {
  await deckCatalog();
}, 60_000);

const get = (file: string) =>
  GET(new Request("http://localhost:3000"), { params: Promise.resolve({ file }) });

describe("/deck-data", () => {
  it("serves an index that names every part that it serves, for ever", async () => {
    const files = (await generateStaticParams()).map(({ file }) => file);
    const { addresses } = await deckCatalog();
    const response = await get(addresses.index.replace("/deck-data/", ""));
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const index = decodeIndex(await response.json());
    const parts = Object.entries(index.parts).map(([topic, hash]) => `${topic}-${hash}.json`);
    expect(files.filter((file) => !file.startsWith("index-")).sort()).toEqual(parts.sort());
    for (const part of parts) expect((await get(part)).status).toBe(200);
  });

  it("serves nothing else", async () => {
    for (const name of ["index.json", "lxc.json", "../package.json"]) {
      expect((await get(name)).status).toBe(404);
    }
  });
});
