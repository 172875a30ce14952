// Settings: they survive, and those that mean nothing fall back.
import { expect, test } from "@playwright/test";
import { plant } from "../built.mjs";
import { visit } from "../helpers.mjs";
import { fill, main } from "../storage.mjs";

test.describe("settings", () => {
  const open = (page) => page.getByRole("button", { name: /^Times:/ }).click();
  const radio = (page, name) => page.getByRole("radio", { name });

  test("survive a reload, a chosen zone too", async ({ page }) => {
    await page.goto("/programme/");
    await open(page);
    await radio(page, "2:00 pm").check();
    await radio(page, "Dark").check();
    await radio(page, /^Venue/).check();
    await page.reload();
    await expect(page.getByRole("time").or(main(page).locator("time")).first()).toHaveText(/am|pm/);
    await open(page);
    await expect(radio(page, "2:00 pm")).toBeChecked();
    await expect(radio(page, "Dark")).toBeChecked();
    await expect(radio(page, /^Venue/)).toBeChecked();
    await page.getByRole("searchbox", { name: "Another place" }).fill("kathm");
    await page.getByRole("button", { name: /Kathmandu|Katmandu/ }).click();
    await page.reload();
    await open(page);
    await expect(radio(page, /(Kathmandu|Katmandu), beside the venue/)).toBeChecked();
  });

  test("words that mean nothing fall back", async ({ page }) => {
    const crashes = [];
    page.on("pageerror", (error) => crashes.push(error.message));
    const edited = {
      "meridian/gnm2021/set/colours": "purple",
      "meridian/gnm2021/set/hours": "thirteen",
      "meridian/gnm2021/set/clock": "sundial",
    };
    await plant(page, edited);
    await page.goto("/programme/");
    await open(page);
    await expect(radio(page, "As my device")).toBeChecked();
    await expect(radio(page, "Automatic")).toBeChecked();
    await expect(radio(page, "Mine and the venue’s")).toBeChecked();
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(scheme, "as the device").toBe("light dark");
    expect(crashes).toEqual([]);
  });

  test("a zone that does not exist falls back", async ({ page }) => {
    await plant(page, { "meridian/gnm2021/set/clock": "zone:Mars/Base" });
    await visit(page, "/programme/2021-07-01/");
    await expect(main(page).locator("time").first()).toHaveText("14:00 to 15:30");
    await open(page);
    await expect(radio(page, "Mine and the venue’s")).toBeChecked();
    await expect(page.getByText(/Base/)).toHaveCount(0);
  });
});
