// The words by which people look for a time zone: countries, their capitals and largest cities, and abbreviations, from
// `@vvo/tzdb` and `city-timezones`. The app fetches them when its panel is opened, and reads them in
// `agenda::zone::Gazetteer`.
import { brotliCompressSync } from "node:zlib";
import cities from "city-timezones";
import { getTimeZones, timeZonesNames } from "@vvo/tzdb";

/** From so many people on a city is listed; of each zone and of each country the largest are, however small. */
const LARGE = 200_000;
const OF_ZONE = 6;
const OF_COUNTRY = 3;

/** What may be fetched for it, compressed. */
const BUDGET = 25_000;

// What the sources do not have: names that people still use.
const ALSO = {
  "Asia/Kolkata": ["Bangalore", "Bombay", "Madras"],
  "Asia/Shanghai": ["Peking", "Canton"],
  "America/New_York": ["US", "USA", "ET"],
  "America/Chicago": ["US", "USA", "CT"],
  "America/Denver": ["US", "USA", "MT"],
  "America/Los_Angeles": ["US", "USA", "PT"],
  "Europe/London": ["UK", "England", "Scotland", "Wales", "Great Britain"],
  "Europe/Amsterdam": ["Holland"],
  "Europe/Prague": ["Czech Republic"],
  "Europe/Istanbul": ["Turkey", "Türkiye"],
  "Asia/Dubai": ["UAE"],
  "Africa/Abidjan": ["Côte d’Ivoire"],
  "Asia/Gaza": ["Palestine"],
  "Asia/Hebron": ["Palestine"],
  "Asia/Dili": ["East Timor"],
};

/** A line for each zone, those of many people first: its name, countries, abbreviations, and other names, by tabs. */
export function places() {
  const groups = getTimeZones();
  const names = Object.fromEntries(groups.map(({ countryCode, countryName }) => [countryCode, countryName]));
  // A zone that is the first of no group has that of its clocks, which may be another country's.
  const group = (name) => groups.find((group) => group.name === name) ?? groups.find((group) => group.group.includes(name));
  const zones = new Map(timeZonesNames.map((name) => [name, { name, group: group(name), cities: [] }]));
  const known = cities.cityMapping.filter(({ timezone }) => timezone).sort((a, b) => b.pop - a.pop);
  const ranks = {};
  for (const city of known) {
    // Some are said to be in a zone that is a mere name by now.
    const zone = zones.get(city.timezone) ?? zones.get(group(city.timezone).name);
    const rank = (ranks[city.iso2] = (ranks[city.iso2] ?? 0) + 1);
    if (city.pop >= LARGE || zone.cities.length < OF_ZONE || rank <= OF_COUNTRY) zone.cities.push(city);
  }
  const all = [...zones.values()];
  const people = ({ cities }) => cities.reduce((sum, { pop }) => sum + pop, 0);
  const utc = "UTC\t\tGMT\t\n";
  const text = utc + all.sort((a, b) => people(b) - people(a)).map((zone) => `${line(zone, names)}\n`).join("");
  const size = brotliCompressSync(text).length;
  if (size > BUDGET) throw new Error(`the places take ${size} bytes, more than ${BUDGET}`);
  return text;
}

function line({ name, group, cities }, names) {
  const isOwn = name === group.name;
  const countries = cities.map(({ iso2, country }) => names[iso2] ?? country);
  if (isOwn) countries.push(group.countryName);
  const towns = [...(ALSO[name] ?? []), ...cities.map(({ city }) => city), ...(isOwn ? group.mainCities : [])];
  const short = [group.abbreviation, group.dstAbbreviation].filter((word) => /^[A-Z]{2,5}$/.test(word));
  const parts = [[name], unique(countries), unique(short), unique(towns)];
  return parts.map((part) => part.join(";")).join("\t");
}

/** Each word once, however it is accented. */
function unique(words) {
  const seen = new Map();
  for (const word of words.filter(Boolean)) {
    const plain = word.normalize("NFD").replace(/\p{M}|[‘’']/gu, "").toLowerCase();
    if (!seen.has(plain)) seen.set(plain, word.replaceAll(/[;\t\n]/g, " "));
  }
  return [...seen.values()];
}
