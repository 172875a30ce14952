// The fonts of a browser that a test starts: one family and no other, whatever this machine has. Lines then wrap where
// they do on every machine, and a test can ask how a page fares with a wide family and with a narrow one.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { XDG_CACHE_HOME: cache = join(homedir(), ".cache"), MERIDIAN_TOOLS: tools = join(cache, "meridian-tools") } = process.env;

/** Families by how much room they take: folder, and the font of each kind. A line of DejaVu is a seventh longer. */
const FAMILIES = {
  narrow: { folder: "liberation", "sans-serif": "Liberation Sans", serif: "Liberation Serif", monospace: "Liberation Mono" },
  wide: { folder: "dejavu", "sans-serif": "DejaVu Sans", serif: "DejaVu Serif", monospace: "DejaVu Sans Mono" },
};

/** The environment of a browser that has the "narrow" family alone, or the "wide" one. */
export function fontsOf(width) {
  const { folder, ...kinds } = FAMILIES[width];
  const fonts = join(tools, "fonts/usr/share/fonts/truetype", folder);
  if (!existsSync(fonts)) throw new Error(`There is no ${fonts}; \`tools/setup.sh test\` brings it.`);
  const made = join(root, "target/fonts");
  mkdirSync(made, { recursive: true });
  const path = join(made, `${width}.conf`);
  writeFileSync(path, configuration(fonts, join(made, "cache"), { ...kinds, "system-ui": kinds["sans-serif"] }));
  return { FONTCONFIG_FILE: path };
}

// For fontconfig: where the fonts are, which of them is meant by what a stylesheet asks for, and how they are drawn.
function configuration(fonts, cache, kinds) {
  const aliases = Object.entries(kinds).map(
    ([kind, family]) => `<alias binding="same"><family>${kind}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  const drawn = { antialias: "<bool>true</bool>", hintstyle: "<const>hintslight</const>", rgba: "<const>none</const>" };
  const edits = Object.entries(drawn).map(([name, value]) => `<edit name="${name}" mode="assign">${value}</edit>`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
<cachedir>${cache}</cachedir>
${aliases.join("\n")}
<match><edit name="family" mode="append_last"><string>${kinds["sans-serif"]}</string></edit></match>
<match target="font">${edits.join("")}</match>
</fontconfig>
`;
}
