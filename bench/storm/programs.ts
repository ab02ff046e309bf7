import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { debians, newestPostgres } from "#scripts/postgres-programs";

/** Where each program is; `postgres` is the folder of PostgreSQL's own. */
export type Programs = { patroni: string; haproxy: string; etcd: string; postgres: string };

/** Where programs are looked for; PostgreSQL's stand in a folder for each version. */
export type Places = { folders: readonly string[]; versions: string };

export type Found = { programs: Partial<Programs>; lacking: (keyof Programs)[] };

/** Debian keeps what serves in sbin, which is not in everyone's path. */
export const systemsPlaces: Places = {
  folders: [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin", "/usr/sbin"],
  versions: debians,
};

/** What Patroni asks of a PostgreSQL: to make one, to serve, to copy it and to lead it back. */
const ofPostgres = ["initdb", "postgres", "pg_basebackup", "pg_rewind", "pg_controldata"];

/** What is there of the programs, and what is not. PostgreSQL's newest version is taken. */
export function findPrograms({ folders, versions }: Places): Found {
  const inFolders = (name: string) =>
    folders.map((folder) => path.join(folder, name)).find(isProgram) ?? null;
  const found: Partial<Programs> = {};
  const lacking: (keyof Programs)[] = [];
  const take = (name: keyof Programs, place: string | null) => {
    if (place === null) lacking.push(name);
    else found[name] = place;
  };
  for (const name of ["patroni", "haproxy", "etcd"] as const) take(name, inFolders(name));
  take("postgres", newestPostgres(versions, ofPostgres));
  return { programs: found, lacking };
}

/** What each program says of itself. */
export function versionsOf({ patroni, haproxy, etcd, postgres }: Programs): string[] {
  const asked = [
    [path.join(postgres, "postgres"), "--version"],
    [patroni, "--version"],
    [haproxy, "-v"],
    [etcd, "--version"],
  ] as const;
  return asked.map(([program, argument]) => {
    const said = execFileSync(program, [argument], { encoding: "utf8" });
    return said.split("\n")[0]?.replace(/ (?:- https?:|\d{4}\/).*/, "") ?? "";
  });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
