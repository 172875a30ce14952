// What the measures come to: medians, and a verdict for each bar.

const MEASURES = [
  ["fcp", "first paint (FCP), ms", 0],
  ["lcp", "largest paint (LCP), ms", 0],
  ["ready", "app ready, ms", 0],
  ["stored", "star stored, ms", 0],
  ["tbt", "blocked (TBT), ms", 0],
  ["cls", "layout shift (CLS)", 4],
  ["kb", "page, KB", 1],
  ["workerKb", "service worker, KB", 1],
];
const VARIANTS = [
  ["plain", "plain HTML"],
  ["app", "as built"],
  ["bare", "not prerendered"],
  ["second", "second visit"],
];

/** Median, least and most of each measure of each variant; null where there is nothing to measure. */
export function summarise(rows) {
  const summary = (variant, measure) => {
    const all = rows.map((row) => ({ ...row[variant], ...kilobytes(row[variant]) })[measure]);
    const sorted = all.filter((value) => value !== null).sort((a, b) => a - b);
    if (sorted.length === 0) return null;
    const middle = (sorted.length - 1) / 2;
    const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
    return { median, min: sorted[0], max: sorted.at(-1) };
  };
  const measures = (variant) => Object.fromEntries(MEASURES.map(([measure]) => [measure, summary(variant, measure)]));
  return Object.fromEntries(VARIANTS.map(([variant]) => [variant, measures(variant)]));
}

const kilobytes = ({ bytes, workerBytes }) => ({ kb: bytes / 1000, workerKb: workerBytes / 1000 });

/** Each bar with what was measured, and whether it is met; without `most` it is only noted. */
export function judge({ plain, app, second }) {
  const bar = (words, found, most, digits = 0) => ({ words, found, most, digits, isMet: !most || found <= most });
  const ratio = (words, part, whole, most) => bar(words, part.median / whole.median, most, 2);
  return [
    ratio("largest paint, of plain HTML's", app.lcp, plain.lcp, 1.25),
    bar("star stored, ms", app.stored.median, 1900),
    bar("blocked, ms", app.tbt.median, 60),
    bar("layout shift", app.cls.median, 0.01, 4),
    bar("transferred for the page, KB", app.kb.median, undefined, 1),
    ratio("second visit: app ready, of the first's", second.ready, app.ready, 0.5),
    // The first visit paints as soon as plain HTML, and then half of it is the processor's time, not the network's. A
    // press is stored as soon as there is something to press.
    ratio("second visit: star stored, of the first's", second.stored, app.stored),
    ratio("second visit: largest paint, of the first's", second.lcp, app.lcp),
  ];
}

/** Prints tables for a person. */
export function print({ runs, load, results, verdicts }) {
  const cell = (one, digits) => {
    if (!one) return "–";
    const [median, min, max] = [one.median, one.min, one.max].map((value) => value.toFixed(digits));
    return min === max ? median : `${median} (${min}–${max})`;
  };
  const line = (first, rest, width) => console.log(first.padEnd(26) + rest.map((text) => text.padEnd(width)).join(""));
  line(`median of ${runs} (range)`, VARIANTS.map(([, words]) => words), 22);
  for (const [measure, words, digits] of MEASURES) {
    line(words, VARIANTS.map(([variant]) => cell(results[variant][measure], digits)), 22);
  }
  console.log(`\nload of this machine: ${load.start.toFixed(1)} at the start, ${load.end.toFixed(1)} at the end`);
  console.log(`this ran ${load.goesFirst ? "before" : "beside"} all else on it`);
  console.log("(a plain page that was blocked says how much of the rest is the machine's)\n");
  for (const { words, found, most, digits, isMet } of verdicts) {
    const verdict = !most ? "noted" : isMet ? "met" : "MISSED";
    const limit = most ? ` of at most ${most}` : "";
    console.log(`${verdict.padEnd(8)}${words.padEnd(44)}${found.toFixed(digits)}${limit}`);
  }
}
