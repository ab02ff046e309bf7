import { expect, it } from "vitest";
import { answerRouter } from "./answer-router";

const texts = new Map([
  ["/study payload", "0:{}\n"],
  ["/study /_tree", "the tree"],
]);

const ask = (path: string, headers: Record<string, string>) => {
  const sample = new Response("<p></p>", { headers: { "content-type": "text/html" } });
  const request = new Request(`https://mooring.example${path}?_rsc=x`, { headers });
  return answerRouter(request, path, { texts, sample });
};

const ahead = (segment: string) => ({
  "Next-Router-Prefetch": "1",
  "Next-Router-Segment-Prefetch": segment,
});

it("gives a click the payload of a kept page", async () => {
  const answer = ask("/study", {});
  expect(await answer?.text()).toBe("0:{}\n");
  expect(answer?.headers.get("content-type")).toBe("text/x-component");
});

it("gives a link in view what it asks for, and says that there is more of the kind", async () => {
  const answer = ask("/study", ahead("/_tree"));
  expect(await answer?.text()).toBe("the tree");
  expect(Object.fromEntries(answer?.headers ?? [])).toEqual({
    "content-type": "text/x-component",
    "x-nextjs-postponed": "2",
  });
});

it.each([
  ["a segment that is not kept", ahead("/_head")],
  ["what is kept of it and no segment", ahead("payload")],
  ["a prefetch that names no segment", { "Next-Router-Prefetch": "1" }],
])("gives no payload for %s", async (_, headers) => {
  const answer = ask("/study", headers);
  expect(answer?.status).toBe(204);
  expect(await answer?.text()).toBe("");
});

it("leaves to the server what is not kept", () => {
  expect(ask("/progress", {})).toBeNull();
  expect(ask("/progress", ahead("/_tree"))).toBeNull();
});
