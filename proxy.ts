import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, developmentPolicy } from "#server/content-security-policy";
import { env } from "#server/env";
import { scriptHashes } from "#server/script-hashes";
import { securityHeaders } from "#server/security-headers";

/**
 * Gives every answer the headers that protect it. It is no lock: whoever asks is let through, and
 * each read and write is authorised beside its data.
 */
export function proxy(request: NextRequest): NextResponse {
  const response = answer(request);
  for (const [name, value] of securityHeaders(env().secure)) response.headers.set(name, value);
  return response;
}

// Files with a hash in their name are not documents, and are read far more often.
export const config = { matcher: "/((?!_next/static/).*)" };

function answer(request: NextRequest): NextResponse {
  if (process.env.NODE_ENV === "development") {
    const response = NextResponse.next();
    response.headers.set("Content-Security-Policy", developmentPolicy());
    return response;
  }
  const hashes = scriptHashes().get(request.nextUrl.pathname);
  return hashes === undefined ? rendered(request) : prerendered(hashes);
}

/** The same HTML for everyone: a cache may keep it, and asks each time whether it still holds. */
function prerendered(hashes: readonly string[]): NextResponse {
  const response = NextResponse.next();
  response.headers.set("Content-Security-Policy", contentSecurityPolicy({ hashes, nonce: null }));
  response.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
  return response;
}

/** Pages that Next answers with where there is no page, or where rendering failed. */
const fallbacks = ["/_not-found", "/_global-error"];

/** Next takes the nonce for its own scripts from the policy in the request's headers. */
function rendered(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const hashes = fallbacks.flatMap((page) => scriptHashes().get(page) ?? []);
  const policy = contentSecurityPolicy({ hashes: [...new Set(hashes)], nonce });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}
