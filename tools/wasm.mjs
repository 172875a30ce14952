// Reads as much of a WebAssembly module as it takes to say where its bytes are.
const NAMES = [
  "custom", "type", "import", "function", "table", "memory", "global",
  "export", "start", "element", "code", "data", "data count", "tag",
];

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  // An unsigned LEB128 number.
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  text() {
    return this.take(this.number()).toString("utf8");
  }
}

/** The sections of a module, largest first: name and content. */
export function sections(module) {
  const reader = new Reader(module, 8);
  const found = [];
  while (reader.at < module.length) {
    const id = module[reader.at++];
    const bytes = reader.take(reader.number());
    const name = id === 0 ? `custom: ${new Reader(bytes).text()}` : NAMES[id];
    found.push({ name, bytes });
  }
  return found.sort((a, b) => b.bytes.length - a.bytes.length);
}

/** Bytes of code by crate, largest first; needs a module with its name section. */
export function crates(module) {
  const content = Object.fromEntries(sections(module).map(({ name, bytes }) => [name, bytes]));
  const names = functionNames(content["custom: name"]);
  const code = new Reader(content.code);
  const imported = importedFunctions(content.import);
  const sums = new Map();
  for (let count = code.number(), i = 0; i < count; i++) {
    const size = code.number();
    code.take(size);
    const crate = crateOf(names.get(imported + i) ?? "?");
    sums.set(crate, (sums.get(crate) ?? 0) + size);
  }
  return [...sums].sort((a, b) => b[1] - a[1]);
}

// "<alloc::vec::Vec<T> as core::fmt::Debug>::fmt" is alloc's; closures belong to their crate.
function crateOf(name) {
  return name.match(/^[<&*\s(\[]*(?:mut |dyn |const )*([A-Za-z_]\w*)(?:\[[0-9a-f]+\])?::/)?.[1] ?? "(no crate)";
}

function functionNames(bytes) {
  const names = new Map();
  const reader = new Reader(bytes ?? Buffer.alloc(0));
  if (bytes) reader.text();
  while (reader.at < reader.bytes.length) {
    const id = reader.number();
    const part = new Reader(reader.take(reader.number()));
    if (id !== 1) continue;
    for (let left = part.number(); left > 0; left--) names.set(part.number(), part.text());
  }
  return names;
}

function importedFunctions(bytes) {
  const reader = new Reader(bytes);
  let functions = 0;
  const limits = () => {
    const bounded = reader.number() & 1;
    reader.number();
    if (bounded) reader.number();
  };
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.number();
    if (kind === 0) {
      functions++;
      reader.number();
    } else if (kind === 2) {
      limits();
    } else {
      // A table's type, a global's type and mutability, or a tag's kind and type.
      reader.number();
      if (kind === 1) limits();
      else reader.number();
    }
  }
  return functions;
}
