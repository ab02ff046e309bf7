import "server-only";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FrontResponse } from "./front-response";

type Coding = "br" | "gzip" | "identity";
type Coded = { body: Buffer; etag: string };

/** A file as it is sent, in each coding that the build made of it. */
export type StaticFile = {
  type: string;
  cacheControl: string;
  codings: Readonly<Record<"identity", Coded> & Partial<Record<Coding, Coded>>>;
};

/** Address -> file. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Its name holds a hash of what is in it, or it is asked for again each time. */
const forEver = "public, max-age=31536000, immutable";
const checked = "public, max-age=0, must-revalidate";

/**
 * Reads all files of a standalone build that are the same for everyone: a few megabytes, held once
 * however many ask for them.
 */
export function readStaticFiles(standalone: string): StaticFiles {
  const next = path.join(standalone, ".next");
  return new Map([
    ...filesBelow(path.join(standalone, "public"), "/", checked),
    ...filesBelow(path.join(next, "static"), "/_next/static/", forEver),
    ...deckFiles(path.join(next, "server", "app", "deck-data")),
  ]);
}

const codedName = /\.(?:br|gz)$/;

function filesBelow(dir: string, prefix: string, cacheControl: string): [string, StaticFile][] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !codedName.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const address = prefix + path.relative(dir, file).replaceAll(path.sep, "/");
      return [address, readFile(file, { extension: path.extname(file), cacheControl })];
    });
}

/** The deck, as the build has written the answers of its route. */
function deckFiles(dir: string): [string, StaticFile][] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(".json.body"))
    .map((name) => [
      `/deck-data/${name.replace(/\.body$/, "")}`,
      readFile(path.join(dir, name), { extension: ".json", cacheControl: forEver }),
    ]);
}

type How = { extension: string; cacheControl: string };

function readFile(file: string, { extension, cacheControl }: How): StaticFile {
  const body = readFileSync(file);
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const coded = (suffix: string): Coded | null =>
    existsSync(file + suffix)
      ? { body: readFileSync(file + suffix), etag: `"${hash}${suffix}"` }
      : null;
  const [br, gzip] = [coded(".br"), coded(".gz")];
  return {
    type: types[extension] ?? "application/octet-stream",
    cacheControl,
    codings: { identity: { body, etag: `"${hash}"` }, ...(br && { br }), ...(gzip && { gzip }) },
  };
}

/** Characters of a header: a browser sends some dozen. Each of its parts takes time to be looked at. */
const longest = 512;

/** What a header says; nothing where it is longer than any that is meant. */
const said = (header: string | undefined) =>
  header !== undefined && header.length <= longest ? header : undefined;

/** Sends a file in the smallest coding that the browser takes, or says that it has it. */
export function sendFile(response: FrontResponse, file: StaticFile): void {
  const { headers, method } = response.req;
  const coding = chooseCoding(said(headers["accept-encoding"]) ?? "", file);
  const { body, etag } = file.codings[coding] ?? file.codings.identity;
  response.setHeader("Cache-Control", file.cacheControl);
  response.setHeader("ETag", etag);
  if (Object.keys(file.codings).length > 1) response.setHeader("Vary", "Accept-Encoding");
  if (isKnown(said(headers["if-none-match"]), etag)) {
    response.writeHead(304).end();
    return;
  }
  if (coding !== "identity") response.setHeader("Content-Encoding", coding);
  response.writeHead(200, { "Content-Type": file.type, "Content-Length": body.length });
  response.end(method === "HEAD" ? undefined : body);
}

/** RFC 9110, 12.5.3, as far as it matters for codings that are better the later they came. */
function chooseCoding(accepted: string, { codings }: StaticFile): Coding {
  const weights = new Map(
    accepted
      .toLowerCase()
      .split(",")
      .map((part): [string, number] => {
        const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
        const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)];
      }),
  );
  const takes = (coding: Coding) => (weights.get(coding) ?? weights.get("*") ?? 0) > 0;
  for (const coding of ["br", "gzip"] as const) {
    if (codings[coding] && takes(coding)) return coding;
  }
  return "identity";
}

/** RFC 9110, 13.1.2: compared weakly. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
