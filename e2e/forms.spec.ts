import { expect, expectAccessible, type Locator, type Page, test } from "./fixtures";

/** What a screen reader hears at once. */
const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /./ });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The first wrong field has the focus, and says itself what is wrong with it. */
async function expectLedTo(field: Locator, why: string): Promise<void> {
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(why);
}

test("a form that is not taken says so, and leads to the first wrong field", async ({
  page,
  complaints,
}) => {
  complaints.expect(/status of (400|401|409)/);
  await test.step("to make an account", async () => {
    await page.goto("/register");
    await page.getByLabel("E-mail").fill("not an address");
    await press(page, "Make the account");
    await expect(alert(page)).toHaveText("Please correct the fields marked below.");
    await expectLedTo(page.getByLabel("E-mail"), "This is not an e-mail address.");
    await page.getByLabel("E-mail").fill(`${crypto.randomUUID()}@mooring.example`);
    await press(page, "Make the account");
    await expectLedTo(page.getByLabel("Password"), "Use at least 8 characters.");
    await expectAccessible(page);
  });
  await test.step("to log in", async () => {
    await page.goto("/login");
    await press(page, "Log in");
    await expectLedTo(page.getByLabel("E-mail"), "Enter your e-mail address.");
    await page.getByLabel("E-mail").fill("nobody@mooring.example");
    await press(page, "Log in");
    await expectLedTo(page.getByLabel("Password"), "Enter your password.");
    await page.getByLabel("Password").fill("not the password");
    await press(page, "Log in");
    await expect(alert(page)).toHaveText("The e-mail address or the password is wrong.");
    await expectLedTo(page.getByLabel("E-mail"), "The e-mail address or the password is wrong.");
    await expectAccessible(page);
  });
  await test.step("to settle how much a day", async () => {
    await page.goto("/settings");
    await page.getByLabel(/^Cards you want to remember/).fill("100");
    await press(page, "Save");
    await expect(alert(page)).toHaveText("Please correct the field marked below.");
    await expectLedTo(
      page.getByLabel(/^Cards you want to remember/),
      "Enter a whole number from 70 to 97.",
    );
    await expectAccessible(page);
  });
});

test("so do the forms of an account", async ({ page, login, complaints }) => {
  complaints.expect(/status of (400|403)/);
  const learner = await login();
  await page.goto("/account");
  await page.getByLabel("Current password").fill(learner.password);
  await press(page, "Change the password");
  await expectLedTo(page.getByLabel("New password"), "Use at least 8 characters.");
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("long enough for one");
  await press(page, "Change the password");
  await expectLedTo(page.getByLabel("Current password"), "This is not your password.");
  await press(page, "Delete the account");
  await expectLedTo(page.getByLabel("Your password"), "Enter your password.");
  await page.getByLabel("Your password").fill("not the password");
  await press(page, "Delete the account");
  await expectLedTo(page.getByLabel("Your password"), "This is not your password.");
  await expectAccessible(page);
});

test("a form that cannot be sent keeps the focus where it was, and says why", async ({
  page,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  await page.goto("/register");
  await page.route("**/api/account/register", (route) => route.abort());
  await page.getByLabel("E-mail").fill(`${crypto.randomUUID()}@mooring.example`);
  await page.getByLabel("Password").fill("moored at the quay");
  await press(page, "Make the account");
  await expect(alert(page)).toContainText("The server could not be reached.");
  await expect(page.getByRole("button", { name: "Make the account" })).toBeFocused();

  await page.goto("/login");
  await page.route("**/api/auth/**", (route) => route.abort());
  await page.getByLabel("E-mail").fill("somebody@mooring.example");
  await page.getByLabel("Password").fill("moored at the quay");
  await press(page, "Log in");
  await expect(alert(page)).toContainText("The server could not be reached.");
  await expect(page.getByLabel("E-mail")).toHaveValue("somebody@mooring.example");
  await expect(page.getByRole("button", { name: "Log in", exact: true })).toBeFocused();
});

test("whoever made an account sees that it is made, and what comes next", async ({ page }) => {
  const email = `${crypto.randomUUID()}@mooring.example`;
  await page.goto("/register");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("moored at the quay");
  await press(page, "Make the account");
  await expect(page.getByRole("heading", { name: "Your account is made" })).toBeFocused();
  await expect(page.getByText(`You are logged in as ${email}.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start studying" }).click();
  await expect(page.getByRole("img", { name: /^Card 1 of/ })).toBeVisible();
});
