import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, expectAccessible, test } from "./fixtures";
import type { Learner } from "./learner-log";

const root = path.join(import.meta.dirname, "..");

/** What whoever runs the server gets for somebody who lost their password; the part that is ours. */
async function resetLink({ email }: Learner): Promise<string> {
  const script = ["--import", "tsx", "--conditions=react-server", "scripts/account.ts"];
  const args = [...script, "reset", email];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return /^http:\/\/localhost:\d+(\/link#[\w-]+)$/m.exec(stdout)?.[1] ?? stdout;
}

test("whoever lost their password chooses a new one by a link, once", async ({
  page,
  elsewhere,
  account,
  enter,
  complaints,
}) => {
  complaints.expect(/status of (400|401|410)/);
  const learner = await account();
  await enter(elsewhere, learner);
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByText("npm run account -- reset ADDRESS")).toBeVisible();
  await expectAccessible(page);

  const link = await resetLink(learner);
  await page.goto(link);
  await page.getByRole("link", { name: "Skip to the content" }).press("Enter");
  await page.getByLabel("New password").fill("password123");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByLabel("New password")).toBeFocused();
  await expect(page.getByText(/one of the commonest passwords/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("New password").fill("another quay by night");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is changed" })).toBeFocused();
  await expect(page).toHaveURL("/link");
  await expectAccessible(page);
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL("/login");
  await elsewhere.goto(link);
  await elsewhere.getByLabel("New password").fill("a third quay by night");
  await elsewhere.getByRole("button", { name: "Set the password" }).click();
  await expect(elsewhere.getByText(/This link does not work any more/)).toBeVisible();
  await expect(elsewhere.getByRole("link", { name: "Ask for a new link" })).toBeVisible();
});
