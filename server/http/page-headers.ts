import "server-only";
import { contentSecurityPolicy, developmentPolicy } from "./content-security-policy";
import type { ScriptHashes } from "./script-hashes";

type Headers = Readonly<Record<string, string>>;

/** What Next gets to see beside the request's own headers, and what the browser gets. */
export type PageHeaders = { request: Headers; response: Headers };

type Page = {
  path: string;
  scriptHashes: ScriptHashes;
  /** Base64, never used before. */
  nonce: string;
  /** Browsers reach the app by https. */
  secure: boolean;
};

/** What Next answers with where there is no page, or where rendering one failed. */
const fallbacks = ["/_not-found", "/_global-error"];

/**
 * The headers of one page. A prerendered page is the same HTML for everyone: its inline scripts are
 * known by their hashes, and a cache may keep it if it asks each time whether it still holds. Any
 * other is rendered for its request: Next finds the nonce in the policy among the request's headers
 * and puts it on its scripts.
 */
export function pageHeaders({ path, scriptHashes, nonce, secure }: Page): PageHeaders {
  const transport: Headers = secure ? { "Strict-Transport-Security": `max-age=${yearS}` } : {};
  const hashes = scriptHashes.get(path);
  if (hashes !== undefined) {
    const response = {
      ...transport,
      "Content-Security-Policy": contentSecurityPolicy({ hashes, nonce: null }),
      "Cache-Control": "public, max-age=0, must-revalidate",
    };
    return { request: {}, response };
  }
  const fallback = fallbacks.flatMap((page) => scriptHashes.get(page) ?? []);
  const policy = contentSecurityPolicy({ hashes: [...new Set(fallback)], nonce });
  return {
    request: { "Content-Security-Policy": policy, "X-Nonce": nonce },
    response: { ...transport, "Content-Security-Policy": policy },
  };
}

/** In seconds. */
const yearS = 31_536_000;

/** The headers of any page of the development server. */
export function developmentHeaders(): PageHeaders {
  return { request: {}, response: { "Content-Security-Policy": developmentPolicy() } };
}
