// What a page needs once it is at rest.
export { draw } from "./code.js";
export { deleteData, start } from "./offline.js";
