import { test, expect } from "@playwright/test";
for (const z of ["Asia/Kathmandu","America/Bogota","Europe/Copenhagen"]) test.describe(z, () => { test.use({ timezoneId: z });
test("dump", async ({ page }) => {
  const t=Date.now();
  page.on("console", m => console.log("CONSOLE", m.type(), m.text()));
  await page.goto("/programme/");
  await expect(page.getByRole("article")).toHaveCount(18);
  console.log(Date.now()-t, await page.evaluate(() => [navigator.language, new Intl.DateTimeFormat().resolvedOptions().timeZone]));
  console.log(await page.locator("body").ariaSnapshot().then(s=>s.slice(0,z.includes("Kath")?9000:2500)));
}); });
