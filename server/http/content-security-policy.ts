import "server-only";

/** How a page's inline scripts are told from injected ones. */
type InlineScripts = {
  /** Sources of the kind `'sha256-...'`, without the quotes. */
  hashes: readonly string[];
  /** Base64, or null for a page that was rendered before there was a request. */
  nonce: string | null;
};

/**
 * The policy of one page. Scripts of this origin are allowed by `'self'` and not by
 * `'strict-dynamic'`, which would switch `'self'` off and leave a prerendered page, whose external
 * scripts carry no nonce, with none of them.
 */
export function contentSecurityPolicy({ hashes, nonce }: InlineScripts): string {
  const inline = [...hashes, ...(nonce === null ? [] : [`nonce-${nonce}`])];
  return policy(inline.map((source) => ` '${source}'`).join(""));
}

/** The policy of what is no page: a worker of ours asks this origin, nothing else does anything. */
export const plainPolicy = contentSecurityPolicy({ hashes: [], nonce: null });

function policy(script: string): string {
  return [
    "default-src 'self'",
    `script-src 'self'${script}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
