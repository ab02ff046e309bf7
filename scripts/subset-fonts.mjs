import { readFileSync, writeFileSync } from "node:fs";
// @ts-expect-error The package brings no types.
import subsetFont from "subset-font";
import { inProject } from "./project.mjs";

const fonts = inProject("app", "_fonts");
const modules = inProject("node_modules");

const between = (/** @type {number} */ first, /** @type {number} */ last) =>
  Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)).join("");

/** What English and its neighbours are written with, and the signs that the app's words use. */
const written = `${between(0x20, 0x7e)}${between(0xa0, 0xff)}–—‘’‚“”„†•…‹›€™←↑→↓↵−×÷≤≥≈≠½✓✗⌘`;

/** The weights that the styles ask for. */
const weights = { wght: { min: 400, max: 700 } };

/** The fonts as their packages have them, and what of them is kept. */
const kept = [
  {
    from: "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    to: "text.woff2",
    characters: written,
    variationAxes: weights,
  },
  {
    from: "@fontsource/barlow-condensed/files/barlow-condensed-latin-600-normal.woff2",
    to: "heading.woff2",
    characters: written,
  },
  {
    from: "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
    to: "mono.woff2",
    characters: written,
    variationAxes: weights,
  },
  {
    from: "@fontsource-variable/big-shoulders-stencil/files/big-shoulders-stencil-latin-wght-normal.woff2",
    to: "wordmark.woff2",
    characters: "Mooring",
    variationAxes: { wght: 700 },
  },
];

/**
 * The files of app/_fonts: of each font the characters and weights that the app shows, a third of
 * what its package has. Ligatures go, too: commands are shown as they are typed.
 * @returns {Promise<{ file: string, bytes: Buffer }[]>}
 */
export function subsetFonts() {
  return Promise.all(
    kept.map(async ({ from, to, characters, variationAxes }) => ({
      file: `${fonts}/${to}`,
      bytes: await subsetFont(readFileSync(`${modules}/${from}`), characters, {
        targetFormat: "woff2",
        noLayoutClosure: true,
        variationAxes,
      }),
    })),
  );
}

/** Writes them. */
export async function writeFonts() {
  for (const { file, bytes } of await subsetFonts()) writeFileSync(file, bytes);
}
