import { expect, expectAccessible, test } from "./fixtures";

test("the playground takes a command apart and compares two, by keyboard on a small screen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/");
  await page.getByRole("link", { name: "Commands" }).press("Enter");
  const first = page.getByRole("textbox", { name: "A command" });
  await first.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("docker run -d -p 8080:80 --name web nginx");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Creates a container and starts it.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^--name/ })).toContainText("name");
  await expect(page.getByText("POST /containers/create?name=web")).toBeVisible();
  await expectAccessible(page);

  const second = page.getByRole("textbox", { name: "Another command" });
  await second.focus();
  await page.keyboard.type(
    "docker container run --publish=8080:80 --detach --name=web nginx:latest",
  );
  await expect(page.getByText("The same command")).toBeVisible();
  await second.fill("docker run nginx -d");
  await expect(page.getByText("Different", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await first.fill("docker run -name web nginx");
  await expect(page.getByText("unknown shorthand flag: 'n' in -name").first()).toBeVisible();
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test("a pasted script is taken apart piece by piece, each part by what it is", async ({ page }) => {
  await page.goto("/commands");
  const field = page.getByRole("textbox", { name: "A command" });
  await field.fill(
    "$ docker ps -aq && docker rm -f $(docker ps -aq)\n# then\ndocker logs web | grep error",
  );
  await expect(page.getByText("Left out: the prompt $.")).toBeVisible();
  for (const command of ["docker ps -aq", "docker rm -f $(docker ps -aq)", "docker logs web"]) {
    await expect(page.getByRole("heading", { name: command, exact: true }).first()).toBeVisible();
  }
  await expect(page.getByText("goes on only if that succeeded")).toBeVisible();
  await expect(page.getByText("keeps the lines that match")).toBeVisible();
  await expect(page.getByText("a comment, which the shell ignores")).toBeVisible();
  await expectAccessible(page);

  await field.fill("docker compose \u2013f shop.yml up \u2014build \u2013d");
  await expect(page.getByText("Creates what is missing of the project")).toBeVisible();
  await expect(page.getByRole("row", { name: "\u2013f shop.yml the Compose file" })).toBeVisible();

  await field.fill("docker scout cves nginx");
  await expect(page.getByText("docker scout is a plug-in of the client")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});

test("a mistyped command is met with what was meant, and one key takes that", async ({ page }) => {
  await page.goto("/commands");
  const field = page.getByRole("textbox", { name: "A command" });
  await field.fill("docker rnu -d --name web nginx");
  await expect(page.getByText("Did you mean docker run -d --name web nginx?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take that" }).press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("docker run -d --name web nginx");
  await expect(page.getByText("Creates a container and starts it.")).toBeVisible();

  await field.fill("$ docker ps &amp;&amp; docker rnu nginx\n$ docker images");
  await page.getByRole("button", { name: "Take that" }).press("Enter");
  await expect(field).toHaveValue("$ docker ps &amp;&amp; docker run nginx\n$ docker images");
  await field.fill("docker run -d --name web nginx");

  const other = page.getByRole("textbox", { name: "Another command" });
  await other.fill("docker container run --detach --name=web nginx");
  await expect(page.getByText("The same command")).toBeVisible();
  // Beside the first, with nothing between them.
  const [one, two] = [await field.boundingBox(), await other.boundingBox()];
  expect(Math.abs((one?.y ?? 0) - (two?.y ?? 1_000))).toBeLessThan(8);
});

test("a long request goes on in the next line between its parts", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/commands");
  const field = page.getByRole("textbox", { name: "A command" });
  await field.fill("docker logs --follow --timestamps --tail 100 --since 10m web");
  const request = page.getByRole("row", { name: /^GET / }).locator("code");
  await expect(request).toHaveText(/^GET .containers.web.logs\?.*&/);
  const cut = await request.locator("span").evaluateAll((pieces) => {
    const isCut = (piece: Element) =>
      new Set([...piece.getClientRects()].map(({ top }) => top)).size > 1;
    return pieces.filter(isCut).map(({ textContent }) => textContent);
  });
  expect(cut).toEqual([]);
  expect((await request.boundingBox())?.height).toBeGreaterThan(30);
});
