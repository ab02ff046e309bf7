import { expect, expectAccessible, type Page, test } from "./fixtures";

const menu = (page: Page) => page.getByRole("button", { name: "Account", exact: true });
const settings = (page: Page) => page.getByRole("link", { name: "Settings", exact: true });

test("a guest comes to the settings from the header's menu, by keyboard", async ({ page }) => {
  await page.goto("/deck");
  await expect(menu(page)).toHaveAttribute("aria-expanded", "false");
  await expect(settings(page)).toBeHidden();
  await test.step("opens it, and closes it by Escape", async () => {
    await menu(page).press("Enter");
    await expect(menu(page)).toHaveAttribute("aria-expanded", "true");
    await expect(page.getByText("You are not logged in.")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect(settings(page)).toBeHidden();
    await expect(menu(page)).toBeFocused();
  });
  await test.step("finds it closed where the focus has gone on", async () => {
    await menu(page).press("Space");
    await expect(settings(page)).toBeVisible();
    await settings(page).focus();
    await page.keyboard.press("Tab");
    await expect(settings(page)).toBeHidden();
    await expect(menu(page)).toHaveAttribute("aria-expanded", "false");
  });
  await test.step("goes to the settings, where the menu says so", async () => {
    await menu(page).click();
    await settings(page).press("Enter");
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
    await expect(settings(page)).toBeHidden();
    await menu(page).click();
    await expect(settings(page)).toHaveAttribute("aria-current", "page");
  });
});

test("the menu of an account says whose it is, and closes by a tap beside it", async ({
  page,
  login,
}) => {
  const learner = await login();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/commands");
  await expect(page.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
  await menu(page).click();
  await expect(page.getByText(learner.email)).toBeVisible();
  await expectAccessible(page);
  // The list lies over what is at the top of a phone.
  await page.getByRole("button", { name: "Take it apart" }).click();
  await expect(page.getByText(learner.email)).toBeHidden();
  await menu(page).click();
  await page.getByRole("link", { name: "Your account" }).click();
  await expect(page.getByText(`Logged in as ${learner.email}.`)).toBeVisible();
});

test("the menu opens without scripts, too", async ({ page }) => {
  await page.route("**/_next/static/**/*.js", (route) => route.fulfill({ body: "" }));
  // No script comes that could make the page alive.
  await page.goto("/", { waitUntil: "load" });
  await menu(page).click();
  await settings(page).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});
