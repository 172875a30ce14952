// What several specs need: the programme as it is in the repository, a page
// that is served another one, and the list of requests that leave the site.
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../../public/agenda.json", import.meta.url), "utf8");

/** A fresh copy of public/agenda.json. */
export function readAgenda() {
  return JSON.parse(source);
}

/**
 * Serves the page a changed copy of the programme; call it before `goto`.
 * `change` edits the copy in place, or returns another. Returns what is served.
 */
export async function withAgenda(page, change) {
  const copy = readAgenda();
  const agenda = change(copy) ?? copy;
  await page.route("**/agenda.json", (route) => route.fulfill({ json: agenda }));
  return agenda;
}

/** Requests of this page and its frames that go to anyone but the site; it fills as they are made. */
export function watchOrigin(page) {
  const leaving = [];
  page.context().on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1") leaving.push(request.url());
  });
  return leaving;
}
