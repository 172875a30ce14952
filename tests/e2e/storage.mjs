// What the specs about storage share: two stars and their keys, what is said of a storage that will not play along, and
// looks into it.
import { expect } from "@playwright/test";
import { keptIn, ready } from "./helpers.mjs";

export const OBIS = "OBIS marine data mobilization session";
export const PANEL = "Theme 1 panel: The role of nodes in GBIF’s next strategic period";
export const STAR_OBIS = "meridian/gnm2021/star/thu-obis";
export const STAR_PANEL = "meridian/gnm2021/star/mon-theme-1";
export const ASIDE_OBIS = "meridian/gnm2021/aside/star/thu-obis";

export const BLOCKED = /stores nothing for this site, so your stars last only until you close this page/;
export const FULL = /has no room left/;
export const UNREADABLE = /could not be read/;
export const NEWER = /newer version of the app/;
export const REMOVED = /were removed from this browser/;

export const main = (page) => page.getByRole("main");
export const starOf = (page, title) => page.getByRole("button", { name: `My schedule: ${title}`, exact: true });
export const notice = (page, words) => page.getByRole("status").getByText(words);
export const nav = (page, name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });

/** The app shows it so; before, no star is on. */
export async function isStarred(page, title, starred = true) {
  await ready(page);
  await expect(starOf(page, title)).toHaveAttribute("aria-pressed", String(starred));
}

/** Everything in localStorage, by key. */
export const kept = keptIn;
export const textOf = (page, key) => page.evaluate((key) => localStorage.getItem(key), key);

/** Looks again, as when the visitor comes back to the tab. */
export const comeBack = (page) => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));

/** Fills localStorage to the last character. */
export const fill = (page) =>
  page.evaluate(() => {
    let text = "";
    for (let size = 8 * 1024 * 1024; size >= 1; size /= 2) {
      try {
        localStorage.setItem("filler", text + "x".repeat(size));
        text += "x".repeat(size);
      } catch {
        // Half as much may fit.
      }
    }
  });
