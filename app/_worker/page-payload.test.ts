import { expect, it } from "vitest";
import { payloadOf } from "./page-payload";

const piece = (value: unknown) => `<script>self.__next_f.push(${JSON.stringify(value)})</script>`;

it("joins the pieces of a page's payload, whatever stands in them", async () => {
  const html = `<p>[1,"no"]</p>${piece([0])}${piece([1, '0:{"a":"])"}\n'])}<b></b>${piece([1, "1:é\n"])}`;
  const headers = { "content-type": "text/html", etag: "x", "x-nextjs-stale-time": "300" };
  const payload = await payloadOf(new Response(html, { headers }));
  expect(await payload?.text()).toBe('0:{"a":"])"}\n1:é\n');
  expect(Object.fromEntries(payload?.headers ?? [])).toEqual({
    "content-type": "text/x-component",
    "x-nextjs-stale-time": "300",
  });
});

it("says so of a page that has none", async () => {
  expect(await payloadOf(new Response("<p>Plain</p>"))).toBeNull();
});
