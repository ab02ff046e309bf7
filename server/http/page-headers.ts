import "server-only";
import { contentSecurityPolicy } from "./content-security-policy";
import type { ScriptHashes } from "./script-hashes";

type Headers = Readonly<Record<string, string>>;

/** What Next gets to see beside the request's own headers, and what the browser gets. */
export type PageHeaders = { request: Headers; response: Headers };

type Page = {
  path: string;
  scriptHashes: ScriptHashes;
  /** Base64, never used before. */
  nonce: string;
};

/** What Next answers with where there is no page, or where rendering one failed. */
const fallbacks = ["/_not-found", "/_global-error"];

/**
 * The headers of one page. A prerendered page is the same HTML for everyone: its inline scripts are
 * known by their hashes, and a cache may keep it if it asks each time whether it still holds. Any
 * other is rendered for its request: Next finds the nonce in the policy among the request's headers
 * and puts it on its scripts.
 */
export function pageHeaders({ path, scriptHashes, nonce }: Page): PageHeaders {
  const hashes = scriptHashes.get(path);
  if (hashes !== undefined) {
    const response = {
      "Content-Security-Policy": contentSecurityPolicy({ hashes, nonce: null }),
      "Cache-Control": "public, max-age=0, must-revalidate",
    };
    return { request: {}, response };
  }
  const fallback = fallbacks.flatMap((page) => scriptHashes.get(page) ?? []);
  const policy = contentSecurityPolicy({ hashes: [...new Set(fallback)], nonce });
  return {
    request: { "Content-Security-Policy": policy, "X-Nonce": nonce },
    response: { "Content-Security-Policy": policy },
  };
}
