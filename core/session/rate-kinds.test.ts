import { describe, expect, it } from "vitest";
import { canJudge, canOverrule, ratingsFor } from "./step-session";
import { answer, answeredIn, at, begin, choice, cloze, play, rate, reveal } from "./study-story";

describe("a typed answer", () => {
  const typed = (text: string) => answer("cloze", { kind: "cloze", text });

  it("that is right: good is preselected, all may be chosen", () => {
    const current = answeredIn(play(begin(["cloze"]), typed("Kernel")).session);
    expect(ratingsFor(current)).toEqual({
      allowed: ["again", "hard", "good", "easy"],
      preselected: "good",
    });
    expect(canOverrule(current)).toBe(false);
  });

  it("that is wrong can only be again", () => {
    const wrong = play(begin(["cloze", "one"]), typed("image"));
    expect(ratingsFor(answeredIn(wrong.session))).toEqual({
      allowed: ["again"],
      preselected: "again",
    });
    expect(play(wrong.session, rate("cloze", "good", 2)).session).toBe(wrong.session);
    const rated = play(wrong.session, rate("cloze", "again", 2));
    expect(rated.effect?.draft).toMatchObject({ verdict: "wrong", overruled: false });
  });

  it("that was right all the same is overruled: it counts as good, both verdicts are kept", () => {
    const insisted = play(begin(["cloze"]), typed("image"), { type: "overrule", card: cloze });
    expect(ratingsFor(answeredIn(insisted.session))).toEqual({
      allowed: ["good"],
      preselected: "good",
    });
    const rated = play(insisted.session, rate("cloze", "good", 2));
    const draft = { verdict: "wrong", overruled: true, rating: "good" };
    expect(rated.effect?.draft).toMatchObject(draft);
  });

  it("that cannot be read is no review: it is mended, or the learner rates it", () => {
    const unread = play(begin(["cloze"]), typed("  "));
    expect(unread.effect).toBeNull();
    expect(unread.session.current).toMatchObject({
      phase: "asked",
      verdict: { outcome: "unreadable" },
    });
    const mended = answeredIn(play(unread.session, typed("kernel")).session);
    expect(mended.verdict?.outcome).toBe("correct");

    const { current } = unread.session;
    expect(current && canJudge(current)).toBe(true);
    const judged = play(unread.session, { type: "judge", card: cloze, now: at(2) });
    const { allowed, preselected } = ratingsFor(answeredIn(judged.session));
    expect([allowed.length, preselected]).toEqual([4, "again"]);
    const rated = play(judged.session, rate("cloze", "hard", 3));
    expect(rated.effect?.draft).toMatchObject({ verdict: "unreadable", rating: "hard" });
  });

  it("that is not given: 'I do not know' is again", () => {
    const { session } = play(begin(["cloze"]), reveal("cloze", 1));
    expect(ratingsFor(answeredIn(session)).allowed).toEqual(["again"]);
    const { effect } = play(session, rate("cloze", "again", 2));
    expect(effect?.draft).toMatchObject({ answer: { kind: "none", asked: "cloze" } });
  });
});

describe("other kinds", () => {
  it("a wrong choice is again and cannot be overruled", () => {
    const given = answer("choice", { kind: "choice", option: 1 });
    const { session } = play(begin(["choice"]), given, { type: "overrule", card: choice });
    expect(answeredIn(session)).toMatchObject({ overruled: false, verdict: { outcome: "wrong" } });
    expect(canOverrule(answeredIn(session))).toBe(false);
    expect(ratingsFor(answeredIn(session)).allowed).toEqual(["again"]);
  });

  it("a choice that is not among the options is asked again, and nobody may rate it", () => {
    const { session } = play(begin(["choice"]), answer("choice", { kind: "choice", option: 9 }), {
      type: "judge",
      card: choice,
      now: at(1),
    });
    expect(session.current?.phase).toBe("asked");
  });

  it("a list is revealed, ticked, and rated by the learner; all said proposes good", () => {
    const ticking = play(begin(["list"]), reveal("list", 1));
    expect(ticking.session.current?.phase).toBe("ticking");
    const proposed = (said: number[]) => {
      const { session } = play(ticking.session, answer("list", { kind: "list", said }, 2));
      const { allowed, preselected } = ratingsFor(answeredIn(session));
      return [allowed.length, preselected];
    };
    expect([proposed([0, 1]), proposed([1]), proposed([])]).toEqual([
      [4, "good"],
      [4, "again"],
      [4, "again"],
    ]);
  });
});
