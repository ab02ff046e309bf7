import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#server/base/env";
import { developmentHeaders, type PageHeaders, pageHeaders } from "#server/http/page-headers";
import { scriptHashes } from "#server/http/script-hashes";

/**
 * Gives every page the headers that protect it; next.config.mjs has those that never vary. It is no
 * lock: whoever asks is let through, and each read and write is authorised beside its data.
 */
export function proxy(request: NextRequest): NextResponse {
  const added = headersFor(request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(added.request)) headers.set(name, value);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(added.response)) response.headers.set(name, value);
  return response;
}

// What runs no scripts is left alone: passing here costs an API request half of its time.
export const config = { matcher: "/((?!_next/static/|api/|deck-data/).*)" };

function headersFor(path: string): PageHeaders {
  if (process.env.NODE_ENV === "development") return developmentHeaders();
  const nonce = randomBytes(16).toString("base64");
  return pageHeaders({ path, scriptHashes: scriptHashes(), nonce, secure: env().secure });
}
