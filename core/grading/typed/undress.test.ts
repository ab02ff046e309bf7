import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeOutput } from "#core/grading/kinds/grade-output";
import { gradeText } from "#core/grading/kinds/grade-text";
import { gradeTyped, type Typed } from "./grade-typed";
import { likeForm } from "./like-form";
import { normaliseTyped } from "./normalise-typed";
import { undressed } from "./undress";

const why = "Not that.";
const card = (accept: string[], rest: Partial<Typed> & { wrong?: string[] } = {}): Typed => ({
  accept,
  refuse: (rest.wrong ?? []).map((text) => ({ text, why })),
  exact: false,
  ...rest,
});
const outcome = (asked: Typed, text: string) => gradeTyped(asked, text).outcome;

describe("likeForm", () => {
  it("changes nothing the second time", () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.constantFrom("one", "-d", "--rm", "service", "start", "2", "a-b", "x=y", ".service"),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom(" ", "-", ""), (words, by) => {
        const once = likeForm(normaliseTyped(words.join(by), false));
        expect(likeForm(once)).toBe(once);
      }),
    );
  });

  it.each([
    ["time-share", "timeshare"],
    ["user namespaces", "user namespace"],
    ["PID one", "pid 1"],
    ["boot-2-docker", "boot2docker"],
    ["service docker start", "systemctl start docker"],
    ["/etc/init.d/docker start", "systemctl start docker.service"],
    ["--mode=global", "--mode global"],
  ])("takes %j and %j for one", (one, other) => {
    const form = (text: string) => likeForm(normaliseTyped(text, false));
    expect(form(one)).toBe(form(other));
  });

  it.each([
    ["1 9", "19"],
    ["1.9", "19"],
    ["--user-ns", "--userns"],
    ["ps -a", "psa"],
  ])("keeps %j and %j apart", (one, other) => {
    expect(likeForm(one)).not.toBe(likeForm(other));
  });
});

describe("undressed", () => {
  it("begins with the answer itself, says nothing twice, and never makes a longer word", () => {
    const word = fc.constantFrom(..."the version v1.9 docker (php) by ibm or 2 of 5 +".split(" "));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.join(" ");
        const [[first] = [], ...rest] = undressed(text, card(["1.9"], { front: "Which version?" }));
        const forms = rest.flat();
        expect(first).toBe(text);
        expect(new Set([text, ...forms]).size).toBe(forms.length + 1);
        for (const form of forms) expect(form.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("leaves every digit of an answer in its order, or takes a whole number away", () => {
    const dressed = fc.record({
      number: fc.nat(99),
      other: fc.nat(99),
      by: fc.constantFrom(".", "-", ":", "/", " ", " to ", ", "),
    });
    fc.assert(
      fc.property(dressed, ({ number, other, by }) => {
        fc.pre(number !== other);
        const given = `${number}${by}${other}`;
        const asked = { ...card([`${number}`]), front: "How many?" };
        expect([given, gradeText(asked, { text: given }).outcome]).not.toEqual([given, "correct"]);
      }),
    );
  });
});

describe("what a teacher passes over", () => {
  const php = card(["5.4", "PHP 5.4"], {
    front: "From which PHP version on may it be written so?",
    wrong: ["5.3", "5", "7.0"],
  });

  it.each(
    "PHP 5.4+|PHP5.4|PHP v5.4|v 5.4|PHP version 5.4|5.4.x|5.4.0|since 5.4|from 5.4 on|the 5.4 version|5.4 or later|>= 5.4|PHP 5.4.0+".split(
      "|",
    ),
  )("around a version: %s", (text) => {
    expect(outcome(php, text)).toBe("correct");
  });

  it.each("5.3+|PHP 5|version 7.0|7.x|5.x|5.40|5.4.1|Docker 5.4|54|5 4".split("|"))(
    "but no other version: %s",
    (text) => {
      expect(outcome(php, text)).toBe("wrong");
    },
  );

  it.each([
    ["BuildKit", "Docker BuildKit"],
    ["mbstring", "PHP's mbstring"],
    ["Vagrant", "Vagrant by HashiCorp"],
    ["control groups", "control groups (cgroups)"],
    ["Linux Foundation", "at the Linux Foundation (LF)"],
    ["Windows Server 2016", "MS Windows Server (2016)"],
    ["docker commit", "sudo docker commit"],
    ["dockerd", "sudo /usr/bin/dockerd &"],
    ["docs.docker.com", "https://www.docs.docker.com/"],
    ["lift", "to lift"],
  ])("%s: %s", (answer, given) => {
    expect(outcome(card([answer], { wrong: ["Windows Server"] }), given)).toBe("correct");
  });

  it("what the sentence says beside its gap, or asks for by name", () => {
    const gap = card(["user"], { before: "A ", after: " namespace makes root powerless." });
    expect(outcome(gap, "user namespace")).toBe("correct");
    expect(outcome(gap, "namespace user")).toBe("wrong");
    const tag = card(["latest"], { before: "Docker takes the tag ", after: "." });
    expect(outcome(tag, "the tag latest")).toBe("correct");
    expect(outcome(tag, "the image latest")).toBe("wrong");
    const which = card(["search"], { front: "Which container was killed?", wrong: ["web"] });
    expect(outcome(which, "the container search (killed)")).toBe("correct");
    expect(gradeTyped(which, "the web container").reasons).toEqual([why]);
  });

  it("two right answers at once, but not a right and a wrong one", () => {
    const both = card(["-t", "--tty"], { exact: true, wrong: ["-d"] });
    for (const text of ["-t, --tty", "-t or --tty", "-t (--tty)", '"-t"', "-t=true"]) {
      expect([text, outcome(both, text)]).toEqual([text, "correct"]);
    }
    for (const text of ["-t or -d", "-t (-d)", "-T", "t"]) {
      expect([text, outcome(both, text)]).toEqual([text, "wrong"]);
    }
  });

  it("never what takes the answer back, or a wrong answer in brackets", () => {
    const asked = card(["VMware"], { wrong: ["Intel"] });
    for (const text of ["Intel (VMware)", "VMware (Intel)", "VMware (or not)", "not VMware"]) {
      expect([text, outcome(asked, text)]).toEqual([text, "wrong"]);
    }
  });

  it("never a word without its end turned round, nor one letter of an address", () => {
    expect(outcome(card(["service_healthy"]), "service_unhealthy")).toBe("wrong");
    expect(outcome(card(["docs.docker.com"]), "doc.docker.com")).toBe("wrong");
    expect(outcome(card(["boot2docker"]), "boot2dokcer")).toBe("correct");
    expect(outcome(card(["boot2docker"]), "boot3docker")).toBe("wrong");
  });
});

describe("a number", () => {
  const lost = {
    ...card(["2", "two"]),
    front: "A swarm has five managers. How many of them can it lose at most?",
    number: { value: 2, tolerance: 0 },
  };

  it.each("at most 2|max two|2 of 5|two of the five|2 managers|2 of them|exactly 2".split("|"))(
    "%s",
    (text) => {
      expect(gradeText(lost, { text }).outcome).toBe("correct");
    },
  );

  it.each("at least 2|2 of 7|2 minutes|2f|2 or 3|3 of 5|2 %".split("|"))("not %s", (text) => {
    expect(gradeText(lost, { text }).outcome).not.toBe("correct");
  });

  it("is taken out of a date where a year is asked", () => {
    const year = { ...card(["1972"]), number: { value: 1972, tolerance: 0 } };
    for (const text of ["August 1972", "2 August 1972", "August 2, 1972", "the year 1972"]) {
      expect([text, gradeText(year, { text }).outcome]).toEqual([text, "correct"]);
    }
  });

  it("takes a size in any unit of memory", () => {
    const size = { ...card(["500 MB"]), number: { value: 500, tolerance: 25, unit: "MB" } };
    for (const text of ["500M", "500 MiB", "0,5 GB", "five hundred megabytes", "up to 500 MB"]) {
      expect([text, gradeText(size, { text }).outcome]).toEqual([text, "correct"]);
    }
    expect(gradeText(size, { text: "500 kB" }).outcome).toBe("wrong");
    expect(gradeText(size, { text: "500 s" }).outcome).toBe("unreadable");
  });

  it("may be said to be one of so many of the output", () => {
    const shown = { front: "How many were sent?", output: "layers: 4" };
    const asked = { as: "text" as const, ...card(["1"]), number: { value: 1, tolerance: 0 } };
    const output = { kind: "output", ...shown, asked } as unknown as Parameters<
      typeof gradeOutput
    >[0];
    expect(gradeOutput(output, { kind: "output", text: "1 of 4" }).outcome).toBe("correct");
    expect(gradeOutput(output, { kind: "output", text: "1 of 3" }).outcome).not.toBe("correct");
  });
});
