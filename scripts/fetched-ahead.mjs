import { existsSync, readFileSync } from "node:fs";

/** One of many pages of a route: too many to keep what links fetch ahead of each, and none does. */
const oneOfMany = /\[/;

/**
 * What links fetch ahead of a page, as the build has written it: by the page's address and the name
 * that the router asks for, such as "/_tree".
 * @typedef {Record<string, Record<string, string>>} FetchedAhead
 */

/**
 * @param {readonly { url: string, file: string }[]} pages their addresses and files of HTML
 * @returns {FetchedAhead} of those that have a route to themselves
 */
export function fetchedAhead(pages) {
  return Object.fromEntries(pages.flatMap(({ url, file }) => ofPage(url, file)));
}

/**
 * @param {string} url
 * @param {string} file
 * @returns {[string, Record<string, string>][]} one, or none
 */
function ofPage(url, file) {
  const base = file.replace(/\.html$/, "");
  if (!existsSync(`${base}.meta`)) return [];
  const { segmentPaths = [], routeCache } = JSON.parse(readFileSync(`${base}.meta`, "utf8"));
  if (oneOfMany.test(routeCache?.owner?.sourceRoute ?? "")) return [];
  /** @type {string[]} */
  const names = segmentPaths.filter((/** @type {string} */ name) => name !== wholePage);
  const read = (/** @type {string} */ name) =>
    readFileSync(`${base}.segments${name}.segment.rsc`, "utf8");
  return [[url, Object.fromEntries(names.map((name) => [name, read(name)]))]];
}

/** The payload once more, which the page's HTML has. */
const wholePage = "/_full";
