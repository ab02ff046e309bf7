import "server-only";

type Headers = Readonly<Record<string, string>>;

/** In seconds. */
const yearS = 31_536_000;

/**
 * What every answer of the server carries, of whatever kind and also when it refuses.
 * `secure`: browsers reach the app by https.
 */
export function standingHeaders({ secure }: { secure: boolean }): Headers {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
    ...(secure && { "Strict-Transport-Security": `max-age=${yearS}; includeSubDomains` }),
  };
}
