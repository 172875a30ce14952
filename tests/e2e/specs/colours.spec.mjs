// Colours, forced colours, motion, and the panel in which the visitor sets them.
import { expect, test } from "@playwright/test";
import { visit } from "../helpers.mjs";

// Far from the venue, so that both clocks, other days and the night are shown.
test.use({ timezoneId: "Asia/Kathmandu" });

const OBIS = "OBIS marine data mobilization session";
const h1 = (page) => page.getByRole("heading", { level: 1 });
const panel = (page) => page.getByRole("dialog", { name: "Times and colours" });
const clockButton = (page) => page.getByRole("button", { name: /^Times:/ });

test.describe("forced colours", () => {
  const look = (button) =>
    button.evaluate((it) => {
      const icon = getComputedStyle(it.querySelector("svg"));
      const own = getComputedStyle(it);
      return { fill: icon.fill, stroke: icon.stroke, opacity: icon.opacity, border: own.borderColor };
    });

  test("a pressed star and a watched talk can be told from others, light and dark", async ({ page }) => {
    const star = page.getByRole("button", { name: `My schedule: ${OBIS}`, exact: true });
    const tick = page.getByRole("button", { name: "Watched: OBIS-GBIF introduction", exact: true });
    for (const [place, mark] of [["/programme/2021-07-01/", star], ["/watch/", tick]]) {
      await visit(page, place);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ forcedColors: "active", colorScheme, reducedMotion: "reduce" });
        await expect(mark).toHaveAttribute("aria-pressed", "false");
        const before = await look(mark);
        await mark.click();
        await expect(mark).toHaveAttribute("aria-pressed", "true");
        await expect.poll(() => look(mark), `${place} ${colorScheme}`).not.toEqual(before);
        const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        if (mark === star) {
          const after = await look(mark);
          expect(after.fill).not.toBe(before.fill);
          expect(after.fill, "it is not the colour of the paper").not.toBe(paper);
        }
        await mark.click();
        // Focus and pointer lend a button the edge that a pressed one has.
        await mark.blur();
        await page.mouse.move(0, 0);
      }
    }
  });

  test("controls keep an edge", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await visit(page, "/sessions/thu-obis/");
    const edges = await page.getByRole("button").evaluateAll((all) =>
      all
        .filter((button) => button.checkVisibility() && !button.matches(".poster"))
        .filter((button) => getComputedStyle(button).borderStyle === "none" && !getComputedStyle(button).textDecoration.includes("underline"))
        .map((button) => button.outerHTML.slice(0, 100)),
    );
    expect(edges).toEqual([]);
  });
});

test.describe("without a wish for less motion", () => {
  test("nothing runs for ever, and nothing for longer than half a second", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    for (const place of ["/", "/programme/", "/sessions/fri-battle/"]) {
      await visit(page, place);
      const long = await page.evaluate(() =>
        document.getAnimations().filter((animation) => animation.effect.getComputedTiming().endTime > 500).length,
      );
      expect(long, place).toBe(0);
    }
  });
});

test.describe("colours", () => {
  const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const choose = (page, name) => page.getByRole("radio", { name, exact: true }).check();

  test("follow the device, light and dark, until chosen; the choice is remembered", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/");
    await expect(h1(page)).toBeVisible();
    const light = await paper(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => paper(page)).not.toBe(light);
    const dark = await paper(page);
    await clockButton(page).click();
    await expect(page.getByRole("radio", { name: "As my device" })).toBeChecked();
    await choose(page, "Light");
    await expect.poll(() => paper(page)).toBe(light);
    await page.reload();
    await expect.poll(() => paper(page), "remembered, though the device is dark").toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await clockButton(page).click();
    await expect(page.getByRole("radio", { name: "Light", exact: true })).toBeChecked();
    await choose(page, "Dark");
    await expect.poll(() => paper(page)).toBe(dark);
    await page.reload();
    await expect.poll(() => paper(page), "remembered, though the device is light").toBe(dark);
    await clockButton(page).click();
    await choose(page, "As my device");
    await expect.poll(() => paper(page)).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => paper(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: "light" });
    await page.reload();
    await expect.poll(() => paper(page)).toBe(light);
  });
});

test.describe("the settings panel", () => {
  test("opens and closes by keyboard and by pointer, says which, and gives the focus back", async ({ page }) => {
    const client = await page.context().newCDPSession(page);
    const expanded = async () => {
      const { nodes } = await client.send("Accessibility.getFullAXTree");
      const button = nodes.find((node) => node.role?.value === "button" && /^Times:/.test(node.name?.value));
      return button?.properties.find((property) => property.name === "expanded")?.value.value;
    };
    await visit(page, "/programme/");
    await expect.poll(expanded).toBe(false);
    await clockButton(page).focus();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    await expect.poll(expanded).toBe(true);
    await page.keyboard.press("Tab");
    await expect(panel(page).locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
    await expect(clockButton(page)).toBeFocused();

    await clockButton(page).click();
    await panel(page).getByRole("button", { name: "Done" }).click();
    await expect(panel(page), "by “Done”").toBeHidden();
    await expect(clockButton(page)).toBeFocused();

    await clockButton(page).click();
    await expect(panel(page)).toBeVisible();
    await clockButton(page).click();
    await expect(panel(page), "by its own button").toBeHidden();
    await clockButton(page).click();
    await expect(panel(page)).toBeVisible();
    await h1(page).click();
    await expect(panel(page), "by a press outside").toBeHidden();

    await clockButton(page).click();
    await page.getByRole("radio", { name: "As my device" }).focus();
    await page.keyboard.press("ArrowDown");
    const light = page.getByRole("radio", { name: "Light", exact: true });
    await expect(light, "the arrows go through the choices of a group").toBeFocused();
    await expect(light).toBeChecked();
    await expect(page.locator("html")).toHaveAttribute("data-colours", "light");
    await expect(panel(page)).toBeVisible();
  });

  test("all of it can be reached on small screens", async ({ page }) => {
    await visit(page, "/programme/");
    for (const [width, height] of [[320, 480], [1280, 400]]) {
      await page.setViewportSize({ width, height });
      await clockButton(page).click();
      const box = await panel(page).boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      await page.getByRole("radio", { name: "Dark", exact: true }).check();
      await panel(page).getByRole("button", { name: "Done" }).click();
      await expect(panel(page)).toBeHidden();
    }
  });
});
