// What a page needs once it is at rest.
import { start as startOffline } from "./offline.js";
import { followTranslator } from "./translation.js";

export { draw } from "./code.js";
export { deleteData } from "./offline.js";

/** Starts what goes on beside the app, on the site at `base`. Rejects where the site cannot work offline. */
export async function start(base) {
  followTranslator();
  await startOffline(base);
}
