import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What `npm run reports` prints for the author, from the data of the server under test. */
export async function authorReads(...args: string[]): Promise<string> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/reports.ts"];
  const cwd = path.join(import.meta.dirname, "..");
  const { stdout } = await run(process.execPath, [...script, ...args], {
    cwd,
    maxBuffer: 50_000_000,
  });
  return stdout;
}
