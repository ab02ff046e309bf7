import type { ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import { problemText } from "#core/text/site/problem-text";
import { PostgresError } from "#db/postgres/postgres-error";
import type { Noted } from "#server/base/app-hooks";
import { forPage } from "#server/base/for-page";
import { type SampleFront, startFront } from "./sample-front";

let front: SampleFront | null = null;
afterEach(() => front?.stop());

async function ask(path: string, answer: (response: ServerResponse) => unknown) {
  const noted: Noted[] = [];
  front = await startFront({
    handle: async (_, response) => answer(response),
    note: (one) => noted.push(one),
  });
  const response = await fetch(front.url + path);
  return { response, text: await response.text(), noted };
}

const internal = problemText().internal;

it.each<[string, (response: ServerResponse) => unknown]>([
  [
    "at once",
    (response) => Object.assign(response, { statusCode: 500 }).end("Internal Server Error"),
  ],
  [
    "in pieces",
    (response) => {
      response.statusCode = 502;
      response.setHeader("Content-Type", "text/x-component");
      response.setHeader("Content-Encoding", "gzip");
      response.setHeader("ETag", "x");
      response.write("half");
      response.write("more");
      response.end("rest");
    },
  ],
  ["by a head of its own", (response) => response.writeHead(500, { "X-Own": "1" }).end("Oh.")],
])("a failure without our words is told in them and is one line: %s", async (_, answer) => {
  const { response, text, noted } = await ask("/progress", answer);
  expect(response.status).toBe(500);
  expect(text).toBe(`${internal}\n`);
  expect(response.headers.get("cache-control")).toBe("no-store");
  for (const name of ["etag", "content-encoding", "x-own"]) {
    expect(response.headers.get(name)).toBeNull();
  }
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(noted).toEqual([{ event: "failed", status: 500 }]);
});

it.each([
  ["/progress", "text/html; charset=utf-8", "<p>Our error page."],
  ["/api/account/export", "application/json", "{}"],
])("a failure in our words is left, kept by nobody, and one line: %s", async (path, type, body) => {
  const { response, text, noted } = await ask(path, (answer) => {
    answer.statusCode = 503;
    answer.setHeader("Content-Type", type);
    answer.setHeader("Cache-Control", "public");
    answer.end(body);
  });
  expect([response.status, text]).toEqual([503, body]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(noted).toEqual([{ event: "failed", status: 503 }]);
});

it.each([
  ["cannot be reached now is put off", new PostgresError("AWAY", "It is gone."), 503, "5"],
  ["does what it should not is broken", new PostgresError("42601", "syntax error"), 500, null],
])("a page whose database %s", async (_, error, status, pause) => {
  const { response, text, noted } = await ask("/progress", async (answer) => {
    await forPage(Promise.reject(error)).catch(() => undefined);
    answer.statusCode = 500;
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end("<p>Our error page.");
  });
  expect([response.status, response.headers.get("retry-after")]).toEqual([status, pause]);
  expect(text).toBe("<p>Our error page.");
  expect(noted).toEqual([{ event: "failed", status }]);
});
