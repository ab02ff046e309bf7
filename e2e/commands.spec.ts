import { randomUUID } from "node:crypto";
import { drawnOn, goOn, questionOf } from "./answering";
import { cardById } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { dueLog, openQuizLog } from "./learner-log";

const prompt = (page: Page) => page.getByRole("textbox", { name: "Your command" });

async function run(page: Page, command: string) {
  await prompt(page).fill(command);
  await page.keyboard.press("Enter");
}

test("a command is right by an unusual road, and shown in the house's style", async ({
  page,
  deck,
  login,
}) => {
  const card = cardById(deck, "net-cmd-run-on-network");
  await login(dueLog(deck, [card]));
  await page.goto("/study");
  await expect(prompt(page)).toBeFocused();
  const { drawn, answer } = await drawnOn(page, card);
  await page.keyboard.type(`docker container run --net=${drawn.net} --detach=true \\`);
  await page.keyboard.press("Enter");
  await page.keyboard.type(`--name "${drawn.box}" docker.io/library/redis:7`);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
  await expect(page.getByText(answer, { exact: true })).toBeVisible();
  await expect(page.getByText("Creates a container and starts it.")).toBeVisible();
  await page.getByText("Your command, part by part").click();
  await expect(page.getByRole("row", { name: `"${drawn.box}"` })).toBeVisible();
  await expectAccessible(page);
});

/** What is typed for a card as it was drawn, and what is said of it. */
const slips = [
  {
    id: "cmd-type-run-web",
    typed: (answer: string) => answer.replace(/(\d+):80/, "80:$1"),
    says: "the task wants it the other way round",
  },
  {
    id: "net-cmd-run-on-network",
    typed: (answer: string) => answer.replace(/run (.*) (redis:7)/, "run $2 $1"),
    says: "Options stand before the image",
  },
  {
    id: "net-cmd-network-alias",
    typed: (answer: string) => answer.replace("--name", "-name"),
    says: "A long option takes two dashes: --name.",
  },
  {
    id: "net-cmd-volume-mount",
    typed: (answer: string) => answer.replace("run", "run --rm false"),
    says: "A switch takes no value after a space: false became the image",
  },
  {
    id: "net-cmd-bind-site",
    // The card's author has a sentence of their own where nothing else differs.
    typed: (answer: string) => answer.replace("./", "").replace("run", "run --rm"),
    says: "A bare name is a volume",
  },
  {
    id: "cmd-type-exec-shell",
    typed: (answer: string) => answer.replace(/ \S+$/, ""),
    says: "needs the command to run after the container's name",
  },
  {
    id: "cmd-type-rmi-two",
    typed: (answer: string) => answer.replace("rmi", "rm"),
    says: "docker rm removes containers",
  },
  {
    id: "cmd-type-rm-force",
    typed: (answer: string) => answer.replace("rm -fv", "rmi -f"),
    says: "docker rmi removes images",
  },
];

test("each classic slip gets its sentence", async ({ page, deck, login }) => {
  await login(
    dueLog(
      deck,
      slips.map(({ id }) => cardById(deck, id)),
    ),
  );
  await page.goto("/study");
  for (const { id, typed, says } of slips) {
    await test.step(id, async () => {
      const card = cardById(deck, id);
      await expect(questionOf(page, card)).toBeVisible();
      const { answer } = await drawnOn(page, card);
      await run(page, typed(answer));
      await expect(
        page.getByRole("heading", { name: /^(Not yet|The client refuses this)$/ }),
      ).toBeFocused();
      await expect(page.getByText(says).first()).toBeVisible();
      // The underlined place says so to those who do not see it.
      await expect(page.getByText(/\((?:differs|refused here): /).first()).toBeAttached();
      await goOn(page);
    });
  }
});

test("a quiz asks for commands, and its result shows them marked", async ({
  page,
  deck,
  login,
}) => {
  const [wrong, right] = [
    cardById(deck, "cmd-type-run-web"),
    cardById(deck, "net-cmd-volume-create"),
  ];
  const quiz = randomUUID();
  await login(openQuizLog(quiz, [wrong, right]));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(questionOf(page, wrong)).toBeVisible();
  const first = await drawnOn(page, wrong);
  await run(page, first.answer.replace(/(\d+):80/, "80:$1"));
  await expect(page.getByRole("heading", { name: "Not yet" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(questionOf(page, right)).toBeVisible();
  const second = await drawnOn(page, right);
  await run(page, second.answer);
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { name: "1 of 2" })).toBeFocused();
  await expect(page.getByText("the task wants it the other way round")).toBeVisible();
  await expect(page.getByText(first.answer, { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("a command that is not modelled is no review and can be mended", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const card = cardById(deck, "net-cmd-volume-create");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await run(page, "docker volume ls && docker volume create x");
  await expect(page.getByText("Mooring cannot judge this")).toBeVisible();
  const { answer } = await drawnOn(page, card);
  await prompt(page).press("ArrowUp");
  await expect(prompt(page)).toHaveValue("docker volume ls && docker volume create x");
  await run(page, answer);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("status")).toHaveText("all saved");
  const reviews = (await logOf(learner)).filter((entry) => entry.type === "review");
  expect(reviews.map(({ verdict }) => verdict)).toEqual(["correct", "correct"]);
});

test("'I was right' is logged with both verdicts", async ({ page, deck, login, logOf }) => {
  const card = cardById(deck, "net-cmd-volume-create");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await run(page, "docker volume ls");
  await expect(page.getByRole("heading", { name: "Not yet" })).toBeFocused();
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { name: "Counted as right" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status")).toHaveText("all saved");
  const latest = (await logOf(learner)).find((entry) => entry.type === "review" && entry.overruled);
  expect(latest).toMatchObject({
    answer: { kind: "command", text: "docker volume ls" },
    verdict: "wrong",
    rating: "good",
  });
});
