import { expect, it } from "vitest";
import { answerRouter, type KeptForRouter } from "./answer-router";

const html = `<script>self.__next_f.push(${JSON.stringify([1, "0:{}\n"])})</script>`;

const kept: KeptForRouter = {
  page: async (path) => (path.startsWith("/study") ? new Response(html) : undefined),
  ahead: async () => ({ "/study": { "/_tree": "the tree" } }),
};

const ask = (path: string, headers: Record<string, string>) =>
  answerRouter(new Request(`https://mooring.example${path}?_rsc=x`, { headers }), path, kept);

const ahead = (segment: string) => ({
  "Next-Router-Prefetch": "1",
  "Next-Router-Segment-Prefetch": segment,
});

it("gives a click the payload of a kept page", async () => {
  const answer = await ask("/study", {});
  expect(await answer?.text()).toBe("0:{}\n");
  expect(answer?.headers.get("content-type")).toBe("text/x-component");
});

it("gives a link in view what it asks for, and says that there is more of the kind", async () => {
  const answer = await ask("/study", ahead("/_tree"));
  expect(await answer?.text()).toBe("the tree");
  expect(Object.fromEntries(answer?.headers ?? [])).toEqual({
    "content-type": "text/x-component",
    "x-nextjs-postponed": "2",
  });
});

it.each([
  ["a segment that is not kept", "/study", ahead("/_head")],
  ["a page of which nothing is kept to be fetched ahead", "/study/other", ahead("/_tree")],
  ["a prefetch that names no segment", "/study", { "Next-Router-Prefetch": "1" }],
])("gives no payload for %s", async (_, path, headers) => {
  const answer = await ask(path, headers);
  expect(answer?.status).toBe(204);
  expect(await answer?.text()).toBe("");
});

it("leaves to the server what is not kept", async () => {
  expect(await ask("/progress", {})).toBeNull();
  expect(await ask("/progress", ahead("/_tree"))).toBeNull();
});
