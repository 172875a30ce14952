// Times as cards of the programme show them, in places all over the world.
import { expect } from "@playwright/test";
import { hours, line } from "./oracle.mjs";

export const VENUE = "Europe/Copenhagen";

/** Zones with the name people know them by, the locale they are read in, and how it counts hours. */
export const PLACES = [
  { zone: "Pacific/Kiritimati", city: "Kiritimati", locale: "en-US", twelve: true },
  { zone: "Pacific/Pago_Pago", city: "Pago Pago", locale: "en-GB", twelve: false },
  { zone: "Asia/Kathmandu", city: "Kathmandu", locale: "th-TH", twelve: false },
  { zone: "Australia/Lord_Howe", city: "Lord Howe", locale: "de-DE", twelve: false },
  { zone: "America/Bogota", city: "Bogotá", locale: "ar-EG", twelve: true },
  { zone: "America/St_Johns", city: "St Johns", locale: "en-US", twelve: true },
  { zone: "Africa/Casablanca", city: "Casablanca", locale: "ar-EG", twelve: true },
  { zone: VENUE, city: "Copenhagen", locale: "en-GB", twelve: false },
];

/** What each card of the programme should say about its time, by session. */
export function linesOf(agenda, { zone, city, twelve, venue = VENUE, whose = "your time" }) {
  const here = hours(agenda, [zone])[zone];
  if (zone === venue) return mapLines(here, (times) => [line(times, `${city} · venue and you`, { twelve })]);
  const there = hours(agenda, [venue])[venue];
  const lines = (times, id) => [
    line(times, `${city} · ${whose}`, { twelve }),
    line(there[id], "Copenhagen · venue", { twelve, own: false }),
  ];
  return mapLines(here, lines);
}

export function mapLines(by, change) {
  return Object.fromEntries(Object.entries(by).map(([id, value]) => [id, change(value, id)]));
}

/** Each session has one card, and its lines of time read exactly so. */
export async function expectCards(page, agenda, expected) {
  const byTitle = Object.fromEntries(agenda.sessions.map(({ id, title }) => [title, expected[id]]));
  await expect.poll(() => readCards(page)).toEqual(byTitle);
}

/** The lines of each card that hold a time, by the card's heading; the parts of a line stand a space apart. */
export function readCards(page) {
  return page.getByRole("article").evaluateAll((cards) => {
    const parts = (line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
      return texts.filter(Boolean).join(" ");
    };
    const entries = cards.map((card) => {
      const lines = [...card.querySelectorAll("p")].filter((line) => line.querySelector("time"));
      return [card.querySelector("h3").textContent, lines.map(parts)];
    });
    return Object.fromEntries(entries);
  });
}

export async function openPanel(page) {
  await page.getByRole("button", { name: /^Times/ }).click();
  const panel = page.getByRole("dialog", { name: "Times and colours" });
  await expect(panel).toBeVisible();
  return panel;
}
