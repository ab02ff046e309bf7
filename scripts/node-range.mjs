/** @typedef {readonly [number, number, number]} Version */

/**
 * Whether a version of Node lies in a range as package.json's `engines` has it: alternatives
 * joined by `||`, each of `>=` and `<` bounds that all hold. Throws at any other notation.
 * @param {string} version `20.20.2`, with or without a leading v
 * @param {string} range `>=20.20 <21 || >=24`
 */
export function nodeInRange(version, range) {
  const found = parse(version.replace(/^v/, ""));
  return range.split("||").some((bounds) =>
    bounds
      .trim()
      .split(/\s+/)
      .every((bound) => holds(found, bound)),
  );
}

/**
 * @param {Version} version
 * @param {string} bound
 */
function holds(version, bound) {
  const parts = /^(>=|<)(\d+(?:\.\d+){0,2})$/.exec(bound);
  if (parts === null) throw new Error(`engines: "${bound}" is neither ">=" nor "<" a version`);
  const order = compare(version, parse(parts[2] ?? ""));
  return parts[1] === ">=" ? order >= 0 : order < 0;
}

/**
 * What is left out counts as 0, and a pre-release as its release.
 * @param {string} text
 * @returns {Version}
 */
function parse(text) {
  const [major = 0, minor = 0, patch = 0] = text.split("-", 1)[0]?.split(".").map(Number) ?? [];
  return [major, minor, patch];
}

/**
 * @param {Version} a
 * @param {Version} b
 */
function compare(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
