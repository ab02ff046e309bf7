import { expect, expectAccessible, type Page, test } from "./fixtures";
import { settingOf } from "./learner-log";

const light = "rgb(246, 242, 234)";
const dark = "rgb(14, 23, 38)";

/** The colour that the page is drawn on, and the one it asks the browser for around it. */
const paper = (page: Page) =>
  page.evaluate(() => {
    const metas = [...document.getElementsByTagName("meta")].filter(
      ({ name, media }) => name === "theme-color" && window.matchMedia(media).matches,
    );
    const around = document.createElement("i");
    around.style.color = metas[0]?.content ?? "";
    return {
      paper: getComputedStyle(document.body).backgroundColor,
      around: around.style.color,
    };
  });
const expectPaper = (page: Page, colour: string) =>
  expect.poll(() => paper(page)).toEqual({ paper: colour, around: colour });

async function choose(page: Page, theme: string): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("radio", { name: theme, exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

test("a guest's theme holds whatever the system asks, in every tab, and not on paper", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: "light" });
  await page.emulateMedia({ colorScheme: "light" });
  await other.goto("/deck");
  await expectPaper(other, light);
  await choose(page, "Dark");
  await expectPaper(page, dark);
  await expectPaper(other, dark);
  await expectAccessible(other);
  await page.emulateMedia({ media: "print" });
  await expect.poll(async () => (await paper(page)).paper).toBe("rgb(255, 255, 255)");

  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await choose(page, "Light");
  await expectPaper(page, light);
  await choose(page, "Same as the system");
  await expectPaper(page, dark);
  await page.emulateMedia({ colorScheme: "light" });
  await expectPaper(page, light);
});

test("an account's theme comes to a new device, and is there before any script is fetched", async ({
  page,
  login,
  complaints,
}) => {
  complaints.expect(/status of 404/);
  await page.emulateMedia({ colorScheme: "light" });
  await login([settingOf("theme", "dark")]);
  await page.goto("/deck");
  await expectPaper(page, dark);
  await page.route("**/_next/static/**/*.js", (route) => route.fulfill({ body: "" }));
  // Kept for everyone, made for the learner, and where there is no page.
  for (const path of ["/study", "/progress", "/no-such-page"]) {
    await page.goto(path, { waitUntil: "load" });
    await expectPaper(page, dark);
  }
});

test("whoever logs out leaves no theme behind", async ({ page, login }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await login([settingOf("theme", "dark")]);
  await page.goto("/account");
  await expectPaper(page, dark);
  await page.getByRole("button", { name: "Log out", exact: true }).click();
  await expect(page).toHaveURL("/");
  await expectPaper(page, light);
});
