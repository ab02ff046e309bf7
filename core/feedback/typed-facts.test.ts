import { describe, expect, it } from "vitest";
import { gradeText } from "#core/grading/kinds/grade-text";
import { typedFacts } from "./typed-facts";

const kernel = { accept: ["kernel", "the kernel", "Linux kernel"], refuse: [], exact: false };
const factsOf = (text: string, shown?: string) =>
  typedFacts(kernel, { text, shown, verdict: gradeText(kernel, { text }) });

describe("beside the verdict on a typed answer stands", () => {
  it("once right, what was typed and what else is right, each spelling once", () => {
    expect(factsOf("Kernel")).toEqual({ typed: "Kernel", right: [], also: ["Linux kernel"] });
    expect(factsOf("linux kernel")).toEqual({ typed: "linux kernel", right: [], also: ["kernel"] });
  });

  it("with a slip, not what the reason spells", () => {
    expect(factsOf("kernal")).toEqual({ typed: "kernal", right: [], also: ["Linux kernel"] });
  });

  it("once wrong, what is right", () => {
    expect(factsOf("image")).toEqual({
      typed: "image",
      right: ["kernel", "Linux kernel"],
      also: [],
    });
  });

  it("where nothing was typed, what is right alone", () => {
    expect(factsOf(" ")).toMatchObject({ typed: null, right: ["kernel", "Linux kernel"] });
  });

  it("not what the sentence around the gap shows", () => {
    expect(factsOf("kernel", "kernel")).toEqual({ typed: null, right: [], also: ["Linux kernel"] });
    expect(factsOf("image", "kernel")).toEqual({
      typed: "image",
      right: [],
      also: ["Linux kernel"],
    });
  });

  it("of a number that may be near, the number with its unit", () => {
    const asked = {
      accept: [],
      refuse: [],
      exact: false,
      number: { value: 4, tolerance: 1, unit: "GB" },
    };
    const given = (text: string) => ({ text, verdict: gradeText(asked, { text }) });
    expect(typedFacts(asked, given("9")).right).toEqual(["4 GB"]);
    expect(typedFacts(asked, given("4")).also).toEqual([]);
  });
});
