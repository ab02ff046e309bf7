import { describe, expect, it } from "vitest";
import type { DrawnCommandCard } from "#core/content/draw-card";
import { sampleCard } from "#core/content/sample-card";
import type { Verdict } from "#core/grading/types";
import { withVerdict } from "./command-grader";

const cardOf = (answer: string): DrawnCommandCard => ({
  ...sampleCard,
  explain: "So it is done.",
  kind: "command",
  drawn: {},
  answer,
  also: [],
  must: null,
  may: [],
  mustNot: [],
  right: [],
  wrong: [],
});

const verdictOn = (answer: string, text: string) =>
  new Promise<Verdict | null>((resolve) =>
    withVerdict(cardOf(answer), { kind: "command", text }, resolve),
  );

describe("the grader of commands in the browser", () => {
  it("grades what is usual and right, and then loads what anything else needs", async () => {
    expect(await verdictOn("docker ps -a", "docker ps --all")).toMatchObject({
      outcome: "correct",
    });
    expect(await verdictOn("docker service ls", "docker service ls")).toMatchObject({
      outcome: "correct",
    });
    const wrong = await verdictOn("docker ps -a", "docker ps");
    expect(wrong).toMatchObject({ outcome: "wrong" });
    expect(wrong?.reasons[0]).toContain("`-a`");
  });
});
