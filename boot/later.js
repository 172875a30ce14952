// What a page needs once it is at rest.
export { draw } from "./code.js";
export { forget, start } from "./offline.js";
