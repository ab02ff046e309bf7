import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { inProject } from "./project.mjs";

/** Ways out of the process: to fetch, to make a request or a connection, to look a name up. */
const waysOut =
  /\bfetch\(|\bhttps?\.(?:request|get)\(|\bnew WebSocket\b|\bimport \{[^}]*\b(?:request|get|connect|createConnection|lookup|resolve\w*)\b[^}]*\} from "node:(?:https?|http2|net|tls|dns|dgram)/;

/** Sources that run in the server and nowhere else. */
function serverSources(): string[] {
  const all = ["server", "db"].flatMap((room) =>
    readdirSync(inProject(room), { recursive: true, withFileTypes: true }).map((entry) =>
      path.join(entry.parentPath, entry.name),
    ),
  );
  return all.filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|\/sample-[\w-]+\.ts$/.test(file));
}

it("the server asks no other server for anything, but the one that takes its mail", () => {
  const sources = serverSources().map((file) => [file, readFileSync(file, "utf8")] as const);
  expect(sources.length).toBeGreaterThan(100);
  const asking = sources.filter(([, text]) => waysOut.test(text)).map(([file]) => file);
  expect(asking).toEqual([]);
  const mailing = sources.filter(([, text]) => text.includes('"nodemailer"'));
  expect(mailing.map(([file]) => path.relative(inProject("."), file))).toEqual([
    "server/base/mail.ts",
  ]);
});

it.each([
  'await fetch("https://mooring.example")',
  'http.request({ host: "mooring.example" })',
  'import { connect } from "node:net";',
  'import { lookup } from "node:dns/promises";',
])("knows a way out: %s", (text) => {
  expect(text).toMatch(waysOut);
});
