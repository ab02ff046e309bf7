import { expect, it } from "vitest";
import type { Topic } from "#core/content/types";
import { isMoreAsked, readAsked } from "./asked-topic";

const topic: Topic = {
  id: "lxc",
  title: "LXC",
  short: "LXC",
  section: "lxc",
  slides: [1, 2],
  summary: "It.",
};

it("reads which topic is asked for, and does not take a wrong name for none", () => {
  const read = (search: string) => readAsked({ topics: [topic] }, search);
  expect(read("?topic=lxc")).toEqual({ about: "topic", topic });
  expect(read("?topic=LXC")).toEqual({ about: "unknown", named: "LXC" });
  expect(read("?topic=nowhere")).toEqual({ about: "unknown", named: "nowhere" });
  for (const none of ["", "?", "?topic=", "?other=lxc"])
    expect(read(none)).toEqual({ about: "all" });
});

it("reads whether more new cards are asked for than the day has", () => {
  expect(isMoreAsked("?more")).toBe(true);
  expect(isMoreAsked("?topic=lxc")).toBe(false);
});
