// End-to-end tests on the release build in dist/, in the Chromium of the machine.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { fontsOf } from "./fonts.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Another site or port, for runs beside one another; and an app that is so many milliseconds late, for
// finding tests that take the page for the app.
const { E2E_DIST: dist = "dist", E2E_PORT: port = "4173", E2E_LATE: late = "0" } = process.env;
// The shell draws no windows, which halves the time. E2E_BROWSER names another browser.
const { CHROMIUM = "/usr/bin/chromium", CHROMIUM_SHELL: shell = "/usr/bin/chromium-headless-shell" } = process.env;
const { E2E_BROWSER: browser = existsSync(shell) ? shell : CHROMIUM } = process.env;

/** How to start Chromium, with the fonts of that width alone. */
const launch = (width) => ({
  executablePath: browser,
  env: { ...process.env, ...fontsOf(width) },
  // No sandbox, as tests may run as root; the rest keeps Chromium from calling home.
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

export default defineConfig({
  testDir: "./specs",
  outputDir: `${root}target/e2e`,
  reporter: "line",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Twice to three times the defaults: a machine that others use too is slow, and not wrong.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  webServer: {
    command: `node tools/serve.mjs ${dist} --port ${port} --late ${late}`,
    cwd: root,
    port: Number(port),
    reuseExistingServer: false,
  },
  projects: [
    { name: "narrow" },
    // What is about moving and size must hold with wide letters too: for visitors the fonts of their device count.
    { name: "wide", use: { launchOptions: launch("wide") }, grep: /@fonts/ },
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/Copenhagen",
    viewport: { width: 1280, height: 800 },
    // `page.route` does not see what a service worker fetches. Specs about the worker allow it.
    serviceWorkers: "block",
    // A trace of each test costs a third more time: E2E_TRACE=1 keeps those of tests that fail.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    video: "off",
    launchOptions: launch("narrow"),
  },
});
