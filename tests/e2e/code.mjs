// The text of a shared schedule as the description of the format has it (src/agenda/share/mod.rs), written
// without a look at our code: what it writes, the app has to read.
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const mask = (1n << 64n) - 1n;

const fnv = (text) =>
  [...Buffer.from(text)].reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask, 0xcbf29ce484222325n);

function hash(text, seed, width) {
  let mixed = (fnv(text) + BigInt(seed + 1) * 0x9e3779b97f4a7c15n) & mask;
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
  return (mixed ^ (mixed >> 31n)) >> BigInt(64 - width);
}

const digits = (number, width) => (width === 0 ? "" : number.toString(2).padStart(width, "0").slice(-width));
const log2 = (number) => number.toString(2).length - 1;

function check(bits) {
  let crc = 0xffff;
  for (const bit of bits) crc = ((crc << 1) & 0xffff) ^ ((crc >> 15) ^ Number(bit) ? 0x1021 : 0);
  return digits(crc, 16);
}

/** The anchor of a link, mark and all, with those session ids. */
export function anchorOf(ids, { event = "gnm2021", version = 1, width = 1, seed = 0 } = {}) {
  const own = 18 + 2 * width;
  const hashes = ids.map((id) => hash(id, seed, own)).sort((a, b) => (a < b ? -1 : 1));
  const count = hashes.length + 1;
  const rice = log2((1n << BigInt(own)) / BigInt(count));
  let bits = digits(version, 3) + digits(width, 3) + digits(seed, 4) + digits(hash(event, 0, 16), 16);
  bits += "0".repeat(log2(count)) + count.toString(2);
  let next = 0n;
  for (const each of hashes) {
    bits += `${"0".repeat(Number((each - next) >> BigInt(rice)))}1${digits(each - next, rice)}`;
    next = each + 1n;
  }
  while ((bits.length + 16) % 6) bits += "0";
  bits += check(bits);
  return `#~${bits.match(/.{6}/g).map((six) => LETTERS[parseInt(six, 2)]).join("")}`;
}
