// The agenda comes late: pages are there to be read meanwhile, and stay where they are.
import { expect, test } from "@playwright/test";
import { holdAgenda, ready, withAgenda } from "../helpers.mjs";

const EVENT = "Global Nodes Meeting 2021";
const OBIS = "OBIS marine data mobilization session";
const PANEL = "Theme 1 panel: The role of nodes in GBIF’s next strategic period";

// An address without a file, as of a session that was added after the site was built.
const UNKNOWN = "/sessions/not-built/";

const main = (page) => page.getByRole("main");
const h1 = (page) => page.getByRole("heading", { level: 1 });

// What is done meanwhile, and that nothing moves, is in hydration-input.spec.mjs and hydration-layout.spec.mjs.
test.describe("a slow agenda", () => {
  test("pages are there to be read meanwhile, and stay where they are", async ({ page }) => {
    for (const [place, heading, said] of [
      ["/programme/", "Programme", PANEL],
      ["/sessions/thu-obis/", OBIS, "Collaboration between OBIS and GBIF nodes"],
      ["/mine/", "My schedule", "Your schedule is stored in this browser"],
    ]) {
      const release = await holdAgenda(page);
      await page.goto(place);
      await expect(h1(page)).toHaveText(heading);
      await expect(main(page)).toContainText(said);
      await expect(page.getByText(/Loading/)).toHaveCount(0);
      await expect(page.locator("html")).not.toHaveAttribute("data-live");
      const waiting = await h1(page).boundingBox();
      release();
      await ready(page);
      await expect(h1(page)).toHaveText(heading);
      const shown = await h1(page).boundingBox();
      for (const side of ["x", "y", "width", "height"]) {
        expect(Math.abs(shown[side] - waiting[side]), `${place} ${side} of the heading`).toBeLessThanOrEqual(1);
      }
      await page.unrouteAll();
    }
  });

  test("the visitor may leave for another page meanwhile", async ({ page }) => {
    const release = await holdAgenda(page);
    await page.goto("/people/");
    await page.getByRole("link", { name: "Watch", exact: true }).click();
    await expect(h1(page)).toHaveText("Watch");
    await expect(page).toHaveURL("/watch/");
    release();
    await ready(page);
    await expect(h1(page)).toHaveText("Watch");
  });

  test("at an address without a file, links lead on meanwhile", async ({ page }) => {
    await holdAgenda(page);
    const response = await page.goto(UNKNOWN);
    expect(response.status()).toBe(404);
    await page.getByRole("main").getByRole("link", { name: "Find a session in the programme" }).click();
    await expect(page).toHaveURL("/programme/");
    await expect(h1(page)).toHaveText("Programme");
  });

  test("at an address without a file, a session that was added since is shown once it is there", async ({ page }) => {
    const { sessions } = await withAgenda(page, (agenda) => {
      agenda.sessions.push({ ...agenda.sessions[0], id: "not-built", title: "Added later", repeats: [] });
    });
    await page.goto(UNKNOWN);
    await expect(h1(page)).toHaveText("Added later");
    await expect(page).toHaveTitle(`Added later · ${EVENT}`);
    await expect(main(page)).toContainText(sessions[0].questions[0]);
    await page.getByRole("button", { name: "My schedule: Added later" }).click();
    await expect(page.getByRole("button", { name: "My schedule: Added later" })).toHaveAttribute("aria-pressed", "true");
  });
});
