import { expect, expectAccessible, test } from "./fixtures";
import { type Mailbox, openMailbox } from "./mailbox";
import { ownServer } from "./own-server";

/** Anew for each time the server starts: one worker may take the stories one by one. */
let mailbox: Mailbox;
const server = await ownServer((url) => ({
  APP_URL: url,
  SMTP_URL: mailbox.url,
  MAIL_FROM: "Mooring <mooring@mooring.example>",
}));

test.use({ baseURL: server.url });
test.beforeAll(async () => {
  mailbox = await openMailbox();
  await server.start();
});
test.afterAll(async () => {
  await server.kill();
  mailbox.close();
});

/** The link of the letter that comes to an address. */
async function linkTo(address: string): Promise<string> {
  const letter = await mailbox.letterTo(address);
  return letter.split(/\r?\n/).find((line) => line.startsWith(`${server.url}/link#`)) ?? letter;
}

test("a link to a new password comes by mail", async ({ page, account }) => {
  const { email } = await account();
  await page.goto("/forgot");
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Mail me the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeFocused();
  await expect(page.getByText(`If ${email} has an account`)).toBeVisible();
  await expectAccessible(page);

  await page.goto(await linkTo(email));
  await page.getByLabel("New password").fill("another quay by night");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is changed" })).toBeFocused();
});

test("where mail is sent an account is made by a link, of which no log tells", async ({ page }) => {
  const email = `${crypto.randomUUID()}@mooring.example`;
  await page.goto("/register");
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Mail me the link" }).click();
  await expect(page.getByText(`A mail is on its way to ${email}.`)).toBeVisible();

  const link = await linkTo(email);
  await page.goto(link);
  await page.getByLabel("New password").fill("another quay by night");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { name: "Your account is made" })).toBeFocused();
  await expect(page.getByText(`You are logged in as ${email}.`)).toBeVisible();

  await expect.poll(server.log).toContain('"registered"');
  const cookies = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly);
  const secrets = [
    email,
    "another quay",
    link.slice(link.indexOf("#") + 1),
    ...cookies.map(({ value }) => value),
  ];
  expect(secrets.length).toBeGreaterThan(4);
  for (const secret of secrets) expect(server.log()).not.toContain(secret);
});
