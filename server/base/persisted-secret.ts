import "server-only";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** 32 random bytes in hexadecimal, so that a truncated file is noticed. */
const pattern = /^[0-9a-f]{64}$/;

/**
 * The secret that signs cookies, kept in the data folder so that a restart signs nobody out. It is
 * made at the first call, readable by its owner only; of several processes that start at once, all
 * take the one that came first. Throws when the file cannot be made, or is not a secret.
 */
export function persistedSecret(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  try {
    // Where the folder is made here, nobody else on the machine may look into it.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    makeIfAbsent(file);
    return read(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `DATA_DIR ${dataDir} cannot keep the secret (${why}). Take a folder that can be written to, or set AUTH_SECRET.`,
      { cause: error },
    );
  }
}

/** Written whole under another name and then linked, which fails if the file is there. */
function makeIfAbsent(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`;
  try {
    readFileSync(file);
    return;
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(file: string): string {
  const secret = readFileSync(file, "utf8").trim();
  if (!pattern.test(secret)) throw new Error(`${file} is not 64 hexadecimal digits`);
  return secret;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
