// What axe finds, in light and in dark: one visit for both.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const COLOURS = ["color-contrast", "color-contrast-enhanced"];
const RULES = Object.fromEntries(["color-contrast-enhanced", "label-content-name-mismatch", "target-size"].map((rule) => [rule, { enabled: true }]));

/** Axe finds nothing on the page as it is, nor in the part of it that a selector names. */
export async function expectAccessible(page, { part } = {}) {
  const all = new AxeBuilder({ page }).options({ rules: RULES }).withTags(TAGS);
  expect(await found(part ? all.include(part) : all, COLOURS[1])).toEqual([]);
}

/** The same in light and in dark. Only what is about colours is asked twice: the rest does not hang on them. */
export async function expectAccessibleInBoth(page, { part } = {}) {
  // A colour that is on its way to another one is nobody's.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectAccessible(page, { part });
  await page.emulateMedia({ colorScheme: "dark" });
  const colours = new AxeBuilder({ page }).withRules(COLOURS);
  expect(await found(part ? colours.include(part) : colours, COLOURS[1]), "in dark").toEqual([]);
}

/** What is wrong, each with its rule; that rule must have had something to look at. */
async function found(axe, rule) {
  const { violations, passes, incomplete } = await axe.analyze();
  const asked = [...passes, ...incomplete, ...violations].map(({ id }) => id);
  expect(asked).toContain(rule);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);
}
