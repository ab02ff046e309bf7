import "server-only";

/** What the page may use of the device: nothing. */
const denied = ["camera", "geolocation", "gyroscope", "microphone", "payment", "usb"];

const always: readonly (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", denied.map((feature) => `${feature}=()`).join(", ")],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** One year. */
const https: readonly [string, string] = ["Strict-Transport-Security", "max-age=31536000"];

/** Headers that every answer carries; `secure` when browsers reach the app by https. */
export function securityHeaders(secure: boolean): readonly (readonly [string, string])[] {
  return secure ? [...always, https] : always;
}
