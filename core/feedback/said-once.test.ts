import { expect, it } from "vitest";
import { saidOnce, sentencesOf } from "./said-once";

it("gives back what was not said before", () => {
  const say = saidOnce("There is one kernel.");
  expect(say("There is *one* kernel. It is the host's.")).toBe("It is the host's.");
  expect(say("It is the host's! Each image has its own files.")).toBe(
    "Each image has its own files.",
  );
  expect(say("There is one kernel")).toBe("");
});

it("leaves a text as it is that says nothing twice", () => {
  const text = "Use `docker build .` here. Version 1.13 did it, e.g. with `ls -l`.";
  expect(saidOnce()(text)).toBe(text);
});

it("cuts sentences, not commands, versions and shortened words", () => {
  expect(
    sentencesOf("It ran `docker build .` once. `-t` names it. (Since 1.13.) 2 hosts."),
  ).toEqual(["It ran `docker build .` once.", "`-t` names it.", "(Since 1.13.)", "2 hosts."]);
});
