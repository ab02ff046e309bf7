import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleFront, startFront } from "./sample-front";
import { readStaticFiles } from "./static-files";

const dir = mkdtempSync(path.join(tmpdir(), "mooring-files-"));
const script = "const mooring = 'mooring';\n".repeat(100);
let front: SampleFront;

function write(file: string, text: string, isPacked = true) {
  const place = path.join(dir, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  if (!isPacked) return;
  writeFileSync(`${place}.br`, brotliCompressSync(text));
  writeFileSync(`${place}.gz`, gzipSync(text));
}

beforeAll(async () => {
  write(".next/static/chunks/a.js", script);
  write(".next/static/media/a.woff2", "font", false);
  write("public/worker.js", script);
  write(".next/server/app/deck-data/index-1.json.body", `{"cards":"${script.length}"}`);
  front = await startFront({ files: readStaticFiles(dir) });
});

afterAll(async () => {
  await front.stop();
  rmSync(dir, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer };

/** Without what fetch unpacks by itself. */
function ask(file: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(front.url + file, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const { statusCode = 0 } = answer;
        resolve({ status: statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
      });
    });
    asked.on("error", reject).end();
  });
}

const chunk = "/_next/static/chunks/a.js";

describe("a file that is the same for everyone", () => {
  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["*", "br"],
    [`br${",".repeat(511)}`, undefined],
    ["*;q=0", undefined],
    ["identity", undefined],
    ["", undefined],
    ["x;q=%, gzip;q=foo", undefined],
  ])("comes in the best coding that the browser takes: %j", async (accepted, coding) => {
    const { headers, body } = await ask(chunk, { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(coding);
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "content-length": String(body.length),
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ""];
    expect((unpack?.(body) ?? body).toString()).toBe(script);
  });

  it("is not sent again to whoever has it, in the same coding", async () => {
    const br = { "accept-encoding": "br" };
    const { etag } = (await ask(chunk, br)).headers;
    const known = await ask(chunk, { ...br, "if-none-match": `"x", W/${etag}` });
    expect(known).toMatchObject({ status: 304, headers: { etag, vary: "Accept-Encoding" } });
    expect(known.body).toHaveLength(0);
    expect((await ask(chunk, { "if-none-match": String(etag) })).status).toBe(200);
  });

  it("has a head of its own", async () => {
    const { status, headers, body } = await ask(chunk, {}, "HEAD");
    expect([status, headers["content-length"], body.length]).toEqual([
      200,
      String(script.length),
      0,
    ]);
  });

  it("is asked for again each time where its name has no hash, and is itself", async () => {
    const { headers } = await ask("/worker.js?x=1");
    expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect((await ask("/deck-data/index-1.json")).headers["content-type"]).toBe("application/json");
    expect((await ask("/_next/static/media/a.woff2")).headers.vary).toBeUndefined();
  });

  it.each(["/_next/static/chunks/a.js.br", "/_next/static/chunks/b.js", "/deck-data/x"])(
    "is all that is there: not %s",
    async (file) => {
      const { status, headers } = await ask(file);
      expect(status).toBe(404);
      expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    },
  );
});
