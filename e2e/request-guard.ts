/** A request as Playwright hands it over. */
type Asked = {
  url: () => string;
  /** Whether it loads a document. */
  isNavigationRequest: () => boolean;
  /** The worker that makes it, if one does. */
  serviceWorker: () => object | null;
  /** Throws while its page is still being opened. */
  frame: () => { page: () => object };
};

/** How often one address may be asked for in how many milliseconds. */
const most = 10;
const spanMs = 60_000;

type Times = Map<string, number[]>;
type Asker = { documents: Times; rest: Times };

/**
 * Finds what is asked for again and again: an address, whatever stands after its "?", that one page
 * or one worker asks for more than ten times in a minute. A story may load pages as often as it
 * likes, and each loads its scripts: of a page they are counted from its present document on.
 */
export function requestGuard() {
  const askers = new WeakMap<object, Asker>();
  const found = new Set<string>();
  const note = (request: Asked, now: number): void => {
    const address = request.url().replace(/[?#].*/, "");
    const by = askerOf(request);
    if (!by || !address.startsWith("http")) return;
    const asker: Asker = askers.get(by) ?? { documents: new Map(), rest: new Map() };
    askers.set(by, asker);
    const isNavigation = request.isNavigationRequest();
    if (isNavigation) asker.rest.clear();
    const counted = isNavigation ? asker.documents : asker.rest;
    const times = (counted.get(address) ?? []).filter((time) => time > now - spanMs);
    counted.set(address, [...times, now]);
    if (times.length >= most) found.add(address);
  };
  return {
    note,
    /** The addresses that were asked for too often. */
    found: (): string[] => [...found],
  };
}

/** The worker or the page; null for the first request of a page, which is still being opened. */
function askerOf(request: Asked): object | null {
  const worker = request.serviceWorker();
  if (worker) return worker;
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}
