import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The folder of the build, which holds what `npm run reports` does in one file. */
const cwd = path.join(import.meta.dirname, "../.next/standalone");

/** What the build's reports print for the author, from the data of the server under test. */
export async function authorReads(...args: string[]): Promise<string> {
  const options = { cwd, maxBuffer: 50_000_000 };
  const { stdout } = await run(process.execPath, ["scripts/reports.mjs", ...args], options);
  return stdout;
}
