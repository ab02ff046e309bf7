import { readFileSync } from "node:fs";
import { fetchedAhead } from "./fetched-ahead.mjs";
import { packTexts } from "./pack-texts.mjs";

/** How Next writes a page's payload into its HTML, for the first load. */
const pieces = /<script>self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs;

/**
 * All that is kept of pages, as one text: their HTML and payloads, and what links fetch ahead of
 * them. Much in it is the same for all, and what a payload says the HTML says, too.
 * app/_worker/kept-pages.ts puts the pages together again.
 * @param {readonly { url: string, file: string }[]} pages their addresses and files of HTML
 * @returns {string}
 */
export function packPages(pages) {
  const ofPages = pages.flatMap(({ url, file }) => {
    const { html, payload, cuts } = splitPage(readFileSync(file, "utf8"), url);
    return [
      [`${url} html`, html],
      [`${url} payload`, payload],
      [`${url} cuts`, cuts],
    ];
  });
  const ahead = Object.entries(fetchedAhead(pages)).flatMap(([url, segments]) =>
    Object.entries(segments).map(([name, text]) => [`${url} ${name}`, text]),
  );
  return JSON.stringify(packTexts(Object.fromEntries([...ofPages, ...ahead])));
}

/** Stands in the HTML for each piece; it can be in none. */
const piece = "\0";

/**
 * Throws where a page's payload is not written as it is put there again.
 * @param {string} whole
 * @param {string} url
 */
function splitPage(whole, url) {
  const texts = [...whole.matchAll(pieces)].map(([, json = ""]) => String(JSON.parse(json)[1]));
  const html = whole.replace(pieces, piece);
  const scripts = texts.map(
    (text) => `<script>self.__next_f.push(${inScript([1, text])})</script>`,
  );
  const again = html.split(piece).flatMap((part, n) => [part, scripts[n] ?? ""]);
  if (texts.length === 0 || again.join("") !== whole) {
    throw new Error(`${url}: its payload does not stand in it as it would be put there again.`);
  }
  return { html, payload: texts.join(""), cuts: texts.map(({ length }) => length).join() };
}

/** As Next writes JSON into a script; app/_worker/kept-pages.ts does the same. @param {unknown} value */
function inScript(value) {
  return JSON.stringify(value).replace(
    /[&<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
