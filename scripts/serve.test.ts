import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { endChild, startChild } from "./child.mjs";
import { freePort } from "./free-port.mjs";
import { inProject } from "./project.mjs";

const dir = mkdtempSync(path.join(tmpdir(), "mooring-serve-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Answers with its process id, and ends at once when it is told to. */
const program = path.join(dir, "server.mjs");
writeFileSync(
  program,
  `import { createServer } from "node:http";
   createServer((request, response) => {
     if (request.url === "/crash") process.exit(7);
     response.end(String(process.pid));
   }).listen(Number(process.env.PORT), "127.0.0.1");`,
);

it("starts a server again that crashed, says so once, and ends with it when asked to", async () => {
  const port = await freePort();
  const options = { host: "127.0.0.1", port, dataDir: dir, program };
  const script = path.join(dir, "run.mjs");
  writeFileSync(
    script,
    `import { endWithSignals } from ${JSON.stringify(inProject("scripts", "child.mjs"))};
     import { serve } from ${JSON.stringify(inProject("scripts", "serve.mjs"))};
     endWithSignals(() => 0);
     const pause = { firstMs: 10, longestMs: 20, wellMs: 60_000 };
     await serve({ ...${JSON.stringify(options)}, pause, onReady: () => console.log("ready") });`,
  );
  const { npm_lifecycle_event: _, ...env } = process.env;
  const parent = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [parent.stdout, parent.stderr]) {
    stream.on("data", (chunk) => said.push(String(chunk)));
  }
  const url = `http://127.0.0.1:${port}`;
  const pid = async () => {
    const answer = await fetch(url).catch(() => null);
    return answer ? answer.text() : null;
  };
  await expect.poll(() => said.join(""), { timeout: 20_000 }).toBe("ready\n");
  const seen = new Set<string>();
  for (let crash = 0; crash < 3; crash += 1) {
    const running = await expect.poll(pid, { timeout: 20_000 }).not.toBeNull().then(pid);
    seen.add(running ?? "");
    await fetch(`${url}/crash`).catch(() => {});
  }
  await expect.poll(pid, { timeout: 20_000 }).not.toBeNull();
  expect(seen.size).toBe(3);
  expect(said.join("")).toBe("ready\nThe server ended by itself (7) and is started again.\n");
  parent.kill("SIGTERM");
  const [code] = await once(parent, "exit");
  expect(code).toBe(0);
  expect(await pid()).toBeNull();
});

/** Starts this server, ends it when it is ready, and tells what was said. */
async function runUntilReady(program: string, start: { slowMs: number; longestMs: number }) {
  const port = await freePort();
  const options = { host: "127.0.0.1", port, dataDir: dir, program, start };
  const script = path.join(dir, "until-ready.mjs");
  writeFileSync(
    script,
    `import { endWithSignals } from ${JSON.stringify(inProject("scripts", "child.mjs"))};
     import { serve } from ${JSON.stringify(inProject("scripts", "serve.mjs"))};
     endWithSignals(() => 0);
     const onReady = () => { console.error("ready"); process.kill(process.pid, "SIGTERM"); };
     process.exitCode = await serve({ ...${JSON.stringify(options)}, onReady });`,
  );
  const { npm_lifecycle_event: _, ...env } = process.env;
  const parent = spawn(process.execPath, [script], { env, stdio: ["ignore", "ignore", "pipe"] });
  const said = text(parent.stderr);
  const [code] = await once(parent, "exit");
  return { code, said: (await said).replace(/ at http.*/, "") };
}

it("waits for a server that takes long to start, and says so, but not for ever", async () => {
  const late = path.join(dir, "late.mjs");
  writeFileSync(late, `setTimeout(() => import(${JSON.stringify(program)}), 1000);`);
  const slow = "The server is still starting. A new version first changes a large database.\n";
  expect(await runUntilReady(late, { slowMs: 1, longestMs: 60_000 })).toEqual({
    code: 0,
    said: `${slow}ready\n`,
  });
  const never = await runUntilReady(late, { slowMs: 1, longestMs: 100 });
  expect(never.said).toBe(`${slow}The server does not answer\n`);
  expect(never.code).not.toBe(0);
});

it("leaves a server to run that answers and cannot store, and says so", async () => {
  const full = path.join(dir, "full.mjs");
  writeFileSync(
    full,
    `import { createServer } from "node:http";
     createServer((_, response) => response.writeHead(503).end())
       .listen(Number(process.env.PORT), "127.0.0.1");`,
  );
  expect(await runUntilReady(full, { slowMs: 100, longestMs: 20_000 })).toEqual({
    code: 0,
    said: expect.stringMatching(
      /^(The server is still.*\n)?The server answers and cannot store anything\. Its log says why\.\nready\n$/,
    ),
  });
});

it("a child that hears nothing is ended", async () => {
  const deaf = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000);';
  const child = startChild(process.execPath, ["-e", deaf], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout ?? expect.fail(), "data");
  await endChild(child, "SIGTERM", 100);
  expect(child.signalCode).toBe("SIGKILL");
});

it("a server whose starter was gone before it could look ends by itself", async () => {
  const starter = spawn(process.execPath, ["-e", ""]);
  await once(starter, "exit");
  const watch = `${pathToFileURL(inProject("scripts", "end-with-parent.mjs"))}?parent=${starter.pid}`;
  const args = ["--import", watch, "-e", "setInterval(() => {}, 1000)"];
  const child = startChild(process.execPath, args, { stdio: "ignore" });
  await once(child, "exit");
  expect(child.signalCode).toBe("SIGTERM");
});
