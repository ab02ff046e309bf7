import { questionOf } from "./answering";
import { cardOf, shown } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog } from "./learner-log";

test("the parts of a drawing are named in the drawing itself, and its words tell none of them", async ({
  page,
  deck,
  login,
}) => {
  const card = cardOf(deck, "diagram");
  const [first, second] = card.places;
  const labels = card.places.map((place) => shown(place.label));
  const drawing = page.getByRole("group", { name: "The drawing, with" });
  const words = page.getByRole("group").filter({ hasText: "The drawing in words" });
  await login(dueLog(deck, [card]));
  await page.goto("/study");
  await expect(questionOf(page, card)).toBeVisible();

  await test.step("says them by their numbers only", async () => {
    await page.getByText("The drawing in words").click();
    await expect(words.getByRole("paragraph")).toContainText("(1)");
    for (const label of labels) {
      await expect(words.getByRole("paragraph")).not.toContainText(label);
      await expect(drawing).not.toContainText(label);
    }
    await expectAccessible(page);
  });
  await test.step("takes a label for the part that was tapped", async () => {
    // A box around others is tapped where its own label stands.
    const corner = { position: { x: 12, y: 12 } };
    await drawing.getByRole("button", { name: "Part (2)" }).click(corner);
    await page
      .getByRole("group", { name: "Part 2 is" })
      .getByRole("button", { name: shown(second?.label ?? ""), exact: true })
      .click();
    const named = `Part (2: ${shown(second?.label ?? "")})`;
    await expect(drawing.getByRole("button", { name: named })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "is next" })).toContainText("Part 3");
  });
  await test.step("or chosen by keys", async () => {
    await drawing.getByRole("button", { name: "Part (1)" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("group", { name: "Part 1 is" })).toBeVisible();
    await page
      .getByRole("group", { name: "Part 1 is" })
      .getByRole("button", { name: shown(first?.label ?? ""), exact: true })
      .press("Space");
  });
  await test.step("waits for all of them", async () => {
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page.getByRole("alert").first()).toContainText(`2 of ${labels.length} placed`);
  });
  await test.step("tells all of it to who does not know", async () => {
    await page.getByRole("button", { name: "I do not know" }).click();
    await page.getByText("The drawing in words").click();
    for (const label of labels) {
      await expect(words.getByRole("paragraph")).toContainText(label, { ignoreCase: true });
    }
    await expectAccessible(page);
  });
});
