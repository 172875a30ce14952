// Pictures of every page, for looking at and for the README: `make screenshots`.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config.mjs";

export default defineConfig(base, {
  testDir: "./screenshots",
});
