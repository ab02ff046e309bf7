import { expect, it } from "vitest";
import type { DrawnCommandCard } from "#core/content/draw-card";
import { sampleCard } from "#core/content/sample-card";
import { gradeAnswer } from "#core/grading/grade";

const card = (answer: string, wrong: DrawnCommandCard["wrong"]): DrawnCommandCard => ({
  ...sampleCard,
  ...{ kind: "command", drawn: {}, answer, also: [], must: null },
  ...{ may: [], mustNot: [], right: [], wrong },
});
const reasons = (asked: DrawnCommandCard, text: string) =>
  gradeAnswer(asked, { kind: "command", text })?.reasons;

it("says an author's sentence on what stands before docker to whoever typed it", () => {
  const why = "`sudo` is about the client.";
  const text = "sudo docker exec web apt-get update";
  const asked = card("docker exec -u root web apt-get update", [{ text, verdict: "wrong", why }]);
  expect(reasons(asked, "sudo docker container exec web apt-get update")).toEqual([why]);
  expect(reasons(asked, "docker exec web apt-get update")).not.toContain(why);
  const variable = card("docker run -e A=1 nginx", [
    { text: "A=1 docker run nginx", verdict: "wrong", why },
  ]);
  expect(reasons(variable, "A=2 docker run nginx")).toEqual([why]);
  expect(reasons(variable, "docker run nginx")).not.toContain(why);
});

it.each([
  ["docker volumes create data", "docker volume create data", "it is `docker volume create`"],
  ["docker volumes x", "docker volume ls", "it is `docker volume ls`"],
  ["docker run --add-host db:web nginx", "docker run nginx", "stands an address"],
  ["docker run --pull never nginx", "docker run nginx", "Yours never pulls the image"],
])("%s for %s: %s", (text, answer, said) => {
  expect(reasons(card(answer, []), text)?.[0]).toContain(said);
});

it("does not say that a shell refuses what runs docker somewhere", () => {
  const verdict = gradeAnswer(card("docker ps", []), {
    kind: "command",
    text: "ssh ana@host docker ps",
  });
  expect(verdict).toMatchObject({ outcome: "unreadable" });
});
