import { expect, type Page, test } from "./fixtures";

/** Opens a page whose scripts are on their way until they are let in. */
async function openEarly(page: Page, path: string): Promise<() => void> {
  let letIn = () => {};
  const isLetIn = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await isLetIn;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return letIn;
}

test("what is typed before the scripts are in stands and counts", async ({ page }) => {
  const letIn = await openEarly(page, "/commands");
  const [first, second] = [
    page.getByRole("textbox", { name: "A command" }),
    page.getByRole("textbox", { name: "Another command" }),
  ];
  await second.focus();
  await page.keyboard.type("docker container ls -a");
  await first.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("docker ps");
  await page.keyboard.press("ArrowLeft");
  letIn();
  await expect(page.getByText("Different", { exact: true })).toBeVisible();
  await expect(second).toHaveValue("docker container ls -a");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(" -a");
  await expect(first).toHaveValue("docker ps -a");
  await expect(page.getByText("The same command")).toBeVisible();
});

test("a form that is handed in before the scripts are in keeps what was filled in", async ({
  page,
}) => {
  const letIn = await openEarly(page, "/login");
  const [email, password] = [page.getByLabel("E-mail"), page.getByLabel("Password")];
  await email.fill("somebody@mooring.example");
  await email.press("Enter");
  letIn();
  // Until the form is alive it takes nothing, and nothing is lost.
  await expect(async () => {
    await email.press("Enter");
    await expect(password).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(email).toHaveValue("somebody@mooring.example");
});

test("who was never here reads the first card before the scripts are in", async ({ page }) => {
  const letIn = await openEarly(page, "/study");
  const question = page.getByRole("heading", { level: 1 });
  const options = page.getByRole("article").getByRole("listitem");
  await expect(options).toHaveCount(3);
  await expect(options.getByRole("button").first()).toBeDisabled();
  const early = { question: await question.innerText(), options: await options.allInnerTexts() };
  await page.keyboard.press("1");
  letIn();
  // It is the same card in the same order, and the key that was pressed answers it.
  await expect(page.getByRole("article").locator("[data-verdict]")).toBeFocused();
  await expect(question).toHaveText(early.question);
  await page.reload();
  await expect(options.getByRole("button").first()).toBeEnabled();
  await expect(question).toHaveText(early.question);
  expect(await options.allInnerTexts()).toEqual(early.options);
});

test("who was here before is not shown the first card of a newcomer", async ({ page }) => {
  await page.goto("/study");
  const question = page.getByRole("heading", { level: 1 });
  const first = await question.innerText();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(question).not.toHaveText(first);
  await page.reload({ waitUntil: "commit" });
  const letIn = await openEarly(page, "/study");
  await expect(question).toHaveText("Study");
  letIn();
  await expect(page.getByRole("article")).toBeVisible();
  await expect(question).not.toHaveText("Study");
});
