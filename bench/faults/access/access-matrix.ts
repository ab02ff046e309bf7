import { createHash } from "node:crypto";
import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { inScratch } from "#bench/faults/parts/scratch";
import { type Figure, none } from "#bench/figures/figure";
import { closeDatabase, openDatabase, type SqliteDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { hashToken } from "#server/session/secret-token";
import { type Ask, accessTable, inAddress } from "./access-table";
import { type Ids, idsOfOwner, makePeople, marker, newCookie, shapes } from "./people";

type Who = "anonymous" | "other" | "deleted";
const askers: readonly Who[] = ["anonymous", "other", "deleted"];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Matrix = { url: string; database: SqliteDatabase; deletedCookie: string; session: string };

/** Every address, with every method, asked by everybody else for the owner's things. */
export function accessMatrix({ app }: Builds): Promise<Figure[]> {
  return inScratch((folder) => matrixOn(app, folder));
}

/** The same on a build in a folder. */
export async function matrixOn(app: string, folder: string): Promise<Figure[]> {
  const file = path.join(folder, "mooring.db");
  const database = openDatabase(file);
  migrate(database, "db/migrations");
  const { deletedCookie } = await makePeople(database);
  const server = await startApp(app, folder);
  try {
    const matrix = await withOwnersData({ url: server.url, database, deletedCookie, session: "" });
    return await figuresOf(matrix);
  } finally {
    await server.stop();
    closeDatabase(database);
  }
}

/** What the owner has: a log with the marker in it, and the session that the others want to end. */
async function withOwnersData(matrix: Matrix): Promise<Matrix> {
  const cookie = await newCookie(matrix.database, "owner");
  const setting = { type: "setting", id: "owner-entry", device: "owner-device", sequence: 1 };
  const entries = [{ ...setting, at: 1_700_000_000_000, key: "note", value: marker }];
  const body = { account: "owner", device: "owner-device", since: 0, entries };
  const { text } = await send(matrix, { path: "/api/sync", body }, { method: "POST", cookie });
  if (!text.includes('"stored"')) throw new Error(`The owner's log was not stored: ${text}`);
  return { ...matrix, session: hashToken(cookie.slice(cookie.indexOf("=") + 1)) };
}

async function figuresOf(matrix: Matrix): Promise<Figure[]> {
  const before = ownersRows(matrix.database);
  const problems: string[] = [];
  let cells = 0;
  for (const address of Object.keys(accessTable)) {
    for (const who of askers) {
      for (const method of methods) {
        const answers = new Map<string, string>();
        for (const shape of Object.keys(shapes)) {
          const told = await ask(matrix, { address, who, method, shape });
          cells += told.cells;
          for (const one of told.problems)
            problems.push(`${who} ${method} ${address} ${shape}: ${one}`);
          answers.set(shape, told.kind);
        }
        const difference = await steadyDifference(matrix, { address, who, method }, answers);
        if (difference !== null) {
          problems.push(`${who} ${method} ${address}: told from a missing one: ${difference}`);
        }
      }
    }
  }
  if (ownersRows(matrix.database) !== before) problems.push("the owner's rows are others now");
  for (const one of problems.slice(0, 50)) console.log(one);
  return [
    { name: "cells of the matrix of access", value: cells, unit: "cells" },
    {
      ...{ name: "leaks, differences and changes", value: problems.length, unit: "" },
      goal: none(problems.length),
    },
    {
      ...{ name: "addresses at which the owner sees the owner's", unit: "" },
      ...(await seenByOwner(matrix)),
    },
  ];
}

type Cell = { address: string; who: Who; method: (typeof methods)[number]; shape: string };

/** A page comes in pieces whose order is the moment's, and a busy server puts off: asked so often. */
const rounds = 3;

/**
 * Where the answers about the owner's and about a missing one part, if they do so each time that both
 * are asked for; else null.
 */
async function steadyDifference(
  matrix: Matrix,
  cell: Omit<Cell, "shape">,
  answers: ReadonlyMap<string, string>,
): Promise<string | null> {
  let [owners = "", missing = ""] = [answers.get("as it is"), answers.get("missing")];
  for (let round = 1; owners !== missing && round < rounds; round += 1) {
    owners = (await ask(matrix, { ...cell, shape: "as it is" })).kind;
    missing = (await ask(matrix, { ...cell, shape: "missing" })).kind;
  }
  if (owners === missing) return null;
  let from = 0;
  while (owners[from] === missing[from]) from += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, from - 40), from + 60));
  return `${around(owners)} and ${around(missing)}`;
}

/** Asks all that there is to ask at an address; `kind` is what the answers are like. */
async function ask(matrix: Matrix, { address, who, method, shape }: Cell) {
  const [problems, kinds]: [string[], string[]] = [[], []];
  const ids = shaped(matrix, { who, shape });
  for (const one of accessTable[address]?.(ids) ?? []) {
    const cookie = await cookieOf(matrix, who);
    const { status, text } = await send(matrix, one, { method, cookie });
    if (text.includes(marker)) problems.push("tells what is the owner's");
    if (status >= 500 && status !== 503) problems.push(`answers ${status}`);
    kinds.push(`${status} ${plain(text, ids)}`);
  }
  return { cells: kinds.length, problems, kind: kinds.join("\n") };
}

function shaped({ session }: Matrix, { who, shape }: Pick<Cell, "who" | "shape">): Ids {
  const make = shapes[shape];
  const made = Object.entries(idsOfOwner(session)).map(([name, id]) => [name, make?.(id)]);
  const email = shape === "missing" ? "none@example.com" : make?.(`${marker}@example.com`);
  const nonce = createHash("sha256").update(`${who} ${shape}`).digest("hex").slice(0, 12);
  return { ...Object.fromEntries(made), email, asker: who, nonce } as Ids;
}

/** What is left of an answer when numbers, random values and the ids that were asked for are gone. */
function plain(text: string, ids: Ids): string {
  // The owner's, too: a word of the deck may be one of them.
  const asked = [...Object.values(ids), ...Object.values(idsOfOwner(ids.session))]
    .filter((id) => typeof id === "string" && id.length > 3)
    // One may begin as another does.
    .sort((one, another) => another.length - one.length);
  return asked
    .reduce((left, id) => left.replaceAll(id, "ID").replaceAll(inAddress(id), "ID"), text)
    .replace(/nonce[\\":=]+[\w+/=]+|none-[\w-]+|[0-9a-f]{32,}|[\w-]{43}/g, "")
    .replace(/\d+/g, "N");
}

async function cookieOf({ database, deletedCookie }: Matrix, who: Who): Promise<string | null> {
  if (who === "anonymous") return null;
  if (who === "deleted") return deletedCookie;
  // What is told of one's own sessions is the same each time.
  database.$client.prepare("delete from sessions where user_id = ?").run(who);
  return newCookie(database, who);
}

type Sending = { method: string; cookie: string | null };

async function send({ url }: Matrix, one: Ask, { method, cookie }: Sending) {
  const isForm = one.form !== undefined;
  const headers: Record<string, string> = { origin: url, ...one.headers };
  if (cookie !== null) headers.cookie = cookie;
  headers["content-type"] = isForm ? "application/x-www-form-urlencoded" : "application/json";
  const body = method === "GET" ? undefined : (one.form ?? JSON.stringify(one.body ?? {}));
  const redirect = "manual" as const;
  const asking = { method, headers, redirect, ...(body && { body }) };
  const response = await fetch(url + one.path, asking);
  const { pathname, search } = new URL(response.headers.get("location") ?? "/", url);
  // Next sends a payload only where the address carries a sum of the headers, which it tells.
  const again = response.status === 307 && search.includes("_rsc=");
  const told = again ? await fetch(url + pathname + search, asking) : response;
  return { status: told.status, text: await told.text() };
}

/** All that the database has of the owner. */
function ownersRows(database: SqliteDatabase): string {
  const of = (table: string, column: string) =>
    database.$client.prepare(`select * from ${table} where ${column} = 'owner'`).all();
  return JSON.stringify([
    ...[of("users", "id"), of("sessions", "user_id"), of("entries", "learner")],
    ...[of("card_states", "learner"), of("daily_totals", "learner"), of("reports", "learner")],
  ]);
}

/** That the matrix would find what leaks: the owner does see it. */
async function seenByOwner(matrix: Matrix): Promise<Pick<Figure, "value" | "goal">> {
  const seen = new Set<string>();
  for (const address of [
    "/account",
    "/api/account/export",
    "/api/sync",
    "/api/auth/[...nextauth]",
  ]) {
    const ids = { ...shaped(matrix, { who: "other", shape: "as it is" }), asker: "owner" };
    for (const one of accessTable[address]?.(ids) ?? []) {
      const cookie = await newCookie(matrix.database, "owner");
      const method = one.body === undefined ? "GET" : "POST";
      const { text } = await send(matrix, one, { method, cookie });
      if (text.includes(marker)) seen.add(address);
    }
  }
  return { value: seen.size, goal: { words: "4", met: seen.size === 4 } };
}
