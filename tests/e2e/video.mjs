// Recordings as pages show them, and a stub for everybody outside.

/** A recording of today's shape. */
export const WIDE = { page: "/sessions/mon-theme-1/", title: "16th Global Nodes Meeting 2021 Welcome", id: "566492345" };
/** One with chapters. */
export const BATTLE = { page: "/sessions/fri-battle/", title: "Nodes vs. helpdesk battle", id: "571521342" };

export const main = (page) => page.getByRole("main");
export const poster = (page, title) => page.getByRole("button", { name: `Play: ${title}.` });
export const player = (page, title) => page.locator("iframe, video").and(page.getByTitle(title, { exact: true }));

export const article = (page, title) =>
  main(page).getByRole("article").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** Answers for everybody outside, so that nothing reaches the network; returns what was asked of whom. */
export async function stubOthers(page) {
  const asked = [];
  await page.context().route(
    (url) => url.hostname !== "127.0.0.1",
    async (route) => {
      asked.push(route.request().url());
      const body = `<!doctype html><title>Stub</title><button>Stub of the player</button>
        <p id="hash"></p><script>document.getElementById("hash").textContent = location.hash;</script>`;
      await route.fulfill({ contentType: "text/html", body });
    },
  );
  return asked;
}
