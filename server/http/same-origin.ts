import "server-only";

type Asked = {
  /** Sec-Fetch-Site and Origin, as sent. */
  site: string | undefined;
  origin: string | undefined;
  /** The origin under which browsers reach the app. */
  own: string;
};

/**
 * Whether a request that changes something was made by a page of ours. Every current browser says
 * where a request comes from, in both ways; one that says nothing comes from no browser, so that
 * nobody's cookie is being abused. A page of this host by another scheme is another site's.
 */
export function isSameOrigin({ site, origin, own }: Asked): boolean {
  if (site !== undefined && site !== "same-origin") return false;
  return origin === undefined || origin === own;
}
