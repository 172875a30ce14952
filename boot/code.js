/*! QR codes by uqr 0.1.3, MIT License, Copyright (c) Project Nayuki, Copyright (c) 2023 Anthony Fu */
// QR codes, which a library makes: in the app's own language they would be a fiftieth of the app.
import { encode } from "uqr";

// Modules of the quiet zone on each side (ISO/IEC 18004:2015, section 6.3.8).
const QUIET = 4;

// The largest version, as the standard calls sizes, at which the stronger correction is worth its
// room: with 93 modules a code still has 3 pixels for each on a phone 360 pixels wide.
const LARGEST_STRONG = 19;

/**
 * The code of a text: how many modules a side has, quiet zone and all, a space, and the SVG path of
 * the dark ones, one unit each. Of level M up to version 19, beyond it of level L; nothing for a text
 * that is too long for a code.
 */
export function draw(text) {
  const { data, size } = code(text, { ecc: "M", maxVersion: LARGEST_STRONG }) ?? code(text, { ecc: "L" }) ?? {};
  return data && `${size} ${data.map(row).join("")}`;
}

function code(text, options) {
  try {
    return encode(text, { border: QUIET, boostEcc: false, ...options });
  } catch {
    return undefined;
  }
}

function row(modules, y) {
  let path = "";
  for (let x = 0, end; x < modules.length; x = end + 1) {
    for (end = x; modules[end]; ) end += 1;
    if (end > x) path += `M${x} ${y}h${end - x}v1h-${end - x}z`;
  }
  return path;
}
