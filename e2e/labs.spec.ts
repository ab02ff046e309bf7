import { expect, expectAccessible, type Page, test } from "./fixtures";

const line = (page: Page) => page.getByRole("textbox", { name: "Type a command" });
const reached = (page: Page) => page.getByRole("heading", { name: "Goal reached" });

/** Types a line into the lab's terminal, by keys alone. */
async function type(page: Page, text: string): Promise<void> {
  await line(page).fill(text);
  await line(page).press("Enter");
  await expect(line(page)).toHaveValue("");
}

test("a lab is found, done by keyboard with undo and a hint, and kept over a reload", async ({
  page,
}) => {
  await page.goto("/deck");
  await page.getByRole("link", { name: /^Labs/ }).press("Enter");
  await page.getByRole("link", { name: "A web server on port 8080" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A web server on port 8080");

  await type(page, "docker run -d --name web nginx");
  await expect(page.getByText(/publishes no port/)).toBeVisible();
  await type(page, "undo");
  await expect(page.getByText("Taken back: docker run -d --name web nginx")).toBeVisible();
  await page.getByRole("button", { name: "Give me a hint" }).press("Enter");
  await expect(page.getByText("fetches the image, makes a container of it")).toBeVisible();
  await line(page).fill("docker ru");
  await line(page).press("Tab");
  await expect(line(page)).toHaveValue("docker run ");
  await type(page, "docker run -d --name web -p 8080:80 nginx");
  await expect(reached(page)).toBeVisible();
  await expect(page.getByText("host port 8080 to 80")).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(reached(page)).toBeVisible();
  await line(page).press("ArrowUp");
  await expect(line(page)).toHaveValue("docker run -d --name web -p 8080:80 nginx");
  await line(page).fill("");
  await page.getByRole("button", { name: "Start over" }).press("Enter");
  await expect(page.getByText("The host is as it was at the beginning.")).toBeVisible();
  await expect(page.getByText("No containers.")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("something broken is mended with all of a hint, and a host of one's own is there", async ({
    page,
  }) => {
    await page.goto("/labs/lab-keep-running");
    await type(page, "docker ps -a");
    await expect(page.getByText(/Exited \(0\)/).first()).toBeVisible();
    await page.getByRole("button", { name: "Give me a hint" }).tap();
    await expect(page.getByText("Look with docker ps -a.")).toBeVisible();
    await type(page, "docker rm tools");
    await type(page, "docker run -d --name tools alpine sleep 1000");
    await expect(reached(page)).toBeVisible();
    await expectAccessible(page);

    await page.goto("/labs/free");
    await type(page, "docker run --rm alpine echo hello from inside");
    const screen = page.getByLabel("What the terminal shows");
    await expect(screen).toContainText(
      /Downloaded newer image for alpine:latest\s*hello from inside/,
    );
    await type(page, "docker swarmify");
    await expect(screen).toContainText("unknown command: docker swarmify");
  });
});
