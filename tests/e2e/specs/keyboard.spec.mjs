// By keyboard: everything is reached in the order in which it reads, can be seen, and works.
import { expect, test } from "@playwright/test";
import { readAgenda, visit } from "../helpers.mjs";

const agenda = readAgenda();
const h1 = (page) => page.getByRole("heading", { level: 1 });

/** Marks the document, so that a reload can be told from a change of page inside the app. */
async function markDocument(page) {
  await page.evaluate(() => {
    window.sameDocument = true;
  });
  return () => page.evaluate(() => window.sameDocument === true);
}

test.describe("by keyboard", () => {
  /** What has the focus: its role or element, and its name. */
  const focused = (page) =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return (at.getAttribute("aria-label") ?? at.innerText).replace(/\s+/g, " ").trim() || at.localName;
    });

  test("the skip link is the first stop, leads to the content, and Tab goes on from there", async ({ page }) => {
    await visit(page, "/programme/");
    await expect(h1(page)).toHaveText("Programme");
    const isSame = await markDocument(page);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "All days" })).toBeFocused();
    expect(await isSame()).toBe(true);
    await expect(h1(page)).toHaveText("Programme");
  });

  test("everything is reached with Tab in the order in which it reads, and the focus can be seen", async ({ page }) => {
    await page.goto("/programme/2021-07-02/");
    await expect(page.getByRole("article")).toHaveCount(3);
    const own = agenda.sessions.filter(({ start }) => start.startsWith("2021-07-02"));
    const expected = [
      "Skip to content", "Nodes 2021", "Programme", "Watch", "People", "My schedule", /^Times: /, "List", "Grid",
      "All days", "Mon 28", "Tue 29", "Wed 30", "Thu 1", "Fri 2",
      "input", /^Every theme/, /^Every kind/, "input", "input", "input",
      ...own.flatMap(({ title }) => [title, `My schedule: ${title}`]),
      "Add to calendar",
      "About, privacy and data",
    ];
    const seen = [];
    for (let stop = 0; stop < expected.length; stop += 1) {
      await page.keyboard.press("Tab");
      seen.push(await focused(page));
      const shown = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      });
      expect(shown, `the focus can be seen: ${seen.at(-1)}`).toBe(true);
    }
    expect(seen).toEqual(expected.map((name) => (name instanceof RegExp ? expect.stringMatching(name) : name)));
  });

  test("no stop is out of sight or hidden", async ({ page }) => {
    await visit(page, "/sessions/mon-theme-1/");
    await expect(h1(page)).toHaveText(/^Theme 1 panel/);
    const stops = await page.getByRole("main").locator("a[href], button, summary, input, select").filter({ visible: true }).count();
    expect(stops).toBeGreaterThan(15);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press("Tab");
      const at = page.locator(":focus");
      await expect(at, `stop ${stop + 1}`).toBeInViewport();
      expect(await at.evaluate((element) => !!element.closest("main")), await focused(page)).toBe(true);
    }
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "About, privacy and data" })).toBeFocused();
  });

  test("a session is starred with Space, and found in my schedule with Enter", async ({ page }) => {
    await page.goto("/programme/2021-07-02/");
    const star = page.getByRole("button", { name: "My schedule: Nodes vs. helpdesk battle" });
    await expect(star).toHaveAttribute("aria-pressed", "false");
    const target = "My schedule: Nodes vs. helpdesk battle";
    const stops = [];
    while (stops.at(-1) !== target && stops.length < 40) {
      await page.keyboard.press("Tab");
      stops.push(await focused(page));
    }
    await expect(star).toBeFocused();
    await page.keyboard.press("Space");
    await expect(star).toHaveAttribute("aria-pressed", "true");
    await expect(star).toBeFocused();
    const entry = page.getByRole("navigation", { name: "Main" }).getByRole("listitem").filter({ hasText: "My schedule" });
    await expect(entry).toHaveText(/^My schedule\s*1$/);
    const mine = entry.getByRole("link");
    await mine.focus();
    await page.keyboard.press("Enter");
    await expect(h1(page)).toHaveText("My schedule");
    await expect(h1(page)).toBeFocused();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article").getByRole("link", { name: "Nodes vs. helpdesk battle" })).toBeVisible();
    await page.getByRole("button", { name: target }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: target })).toHaveAttribute("aria-pressed", "false");
  });

  test("links of the days work with Enter, and filters with the arrows", async ({ page }) => {
    await visit(page, "/programme/");
    await page.getByRole("link", { name: "Tue 29" }).focus();
    await page.keyboard.press("Enter");
    await expect(h1(page)).toHaveText("Tuesday 29 June");
    await expect(h1(page)).toBeFocused();
    await page.getByRole("combobox", { name: "Kind" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(page).toHaveURL("/programme/2021-06-29/?kind=networking");
    await expect(page.getByRole("article").getByRole("heading", { level: 3 })).toHaveText([/^Icebreaker/]);
    await expect(page.getByRole("combobox", { name: "Kind" })).toBeFocused();
  });
});
