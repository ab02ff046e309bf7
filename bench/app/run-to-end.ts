import { spawn } from "node:child_process";

type Run = { dir: string; args: string[]; what: string };

/** Runs a Node program in a folder; what it printed is shown only if it fails. */
export function runToEnd({ dir, args, what }: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, args, {
      cwd: dir,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${what}:\n${Buffer.concat(output).toString()}`));
    });
  });
}
