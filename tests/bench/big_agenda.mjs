// Prints an agenda as large as one can be expected to get; every word of it is made up, and the same each time.
import { parseArgs } from "node:util";

const ROOMS = 40;
const THEMES = 30;
const PEOPLE_PER_SESSION = 0.75;
const FIRST_DAY = Date.UTC(2027, 4, 3);
const HOUR = 3600 * 1000;
// Copenhagen in May.
const OFFSET = "+02:00";
// Hours of the day at which sessions begin, at the venue.
const SLOTS = [9, 11, 13.5, 15.5, 17.5];
const MOTIFS = ["meridians", "wings", "leaves", "waves"];
const KINDS = ["Panel", "Workshop", "Lecture", "Demonstration", "Round table", "Reception"];
const ROLES = ["moderator", "panellist", "facilitator"];
const SYLLABLES = ["ba", "cor", "del", "fin", "ga", "hel", "is", "jo", "ka", "lum", "mer", "no", "or", "pan", "qui", "ra", "sol", "ta", "ul", "ve"];

const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "2000" },
    days: { type: "string", default: "10" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const count = Number(values.sessions);
const DAYS = Number(values.days);
if (values.help || !Number.isInteger(count) || count < 1) {
  console.log(`node tests/bench/big_agenda.mjs [--sessions 2000] [--days 10]

Prints an agenda of so many days, ${ROOMS} rooms and ${THEMES} themes with that many sessions, three people for every four
of them, and talks in a third.`);
  process.exit(values.help ? 0 : 1);
}

// Numbers that look like chance (xorshift), always the same.
let state = 0x9e3779b9;
function below(limit) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
}
const pick = (list) => list[below(list.length)];
const times = (number, make) => Array.from({ length: number }, (_, index) => make(index));

const word = () => times(1 + below(3), () => pick(SYLLABLES)).join("");
const words = (number) => times(number, word).join(" ");
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const title = () => capital(words(3 + below(6)));
const sentence = () => `${capital(words(8 + below(12)))}.`;
const text = (sentences) => times(sentences, sentence).join(" ");
const several = (most, list) => [...new Set(times(1 + below(most), () => pick(list)))];

const themes = times(THEMES, (index) => ({
  id: `theme-${index + 1}`,
  number: index + 1,
  title: title(),
  summary: `${text(3)}\n\n- ${sentence()}\n- *${word()}* and [${word()}](/about/)`,
  hue: (index * 360) / THEMES,
  motif: MOTIFS[index % MOTIFS.length],
}));
const kinds = KINDS.map((name, index) => ({
  id: `kind-${index + 1}`,
  title: name,
  hue: index * 60,
  goal: text(2),
  format: text(2),
}));
const rooms = times(ROOMS, (index) => ({ id: `room-${index + 1}`, title: `${capital(word())} Hall ${index + 1}` }));
const people = times(Math.ceil(count * PEOPLE_PER_SESSION), (index) => ({
  id: `person-${index + 1}`,
  name: `${capital(word())} ${capital(word())}${index % 5 ? "" : "-Ångström"}`,
  affiliation: `${capital(word())} Institute of ${capital(word())}`,
}));
const ids = (list) => list.map(({ id }) => id);
const [themeIds, kindIds, roomIds, personIds] = [themes, kinds, rooms, people].map(ids);

const video = () =>
  below(2)
    ? { provider: "vimeo", id: String(100_000_000 + below(900_000_000)), duration: `${5 + below(50)}:${10 + below(50)}` }
    : { provider: "youtube", id: times(11, () => pick("abcdefghijkABCDEFGHIJK0123456789-_".split(""))).join("") };

function session(index) {
  const place = index % (DAYS * SLOTS.length);
  const start = FIRST_DAY + Math.floor(place / SLOTS.length) * 24 * HOUR + SLOTS[place % SLOTS.length] * HOUR;
  const wall = (time) => new Date(time).toISOString().slice(0, 19) + OFFSET;
  const own = several(2, themeIds);
  const talk = (number) => ({
    id: `talk-${index + 1}-${number + 1}`,
    title: title(),
    theme: own[0],
    speakers: several(2, personIds),
    video: video(),
    links: [{ label: "Slides", href: `https://slides.example/${index}-${number}`, kind: "slides" }],
  });
  return {
    id: `session-${index + 1}`,
    title: title(),
    kind: pick(kindIds),
    themes: own,
    room: roomIds[index % ROOMS],
    start: wall(start),
    end: wall(start + 1.5 * HOUR),
    ...(index % 97 === 0 && { status: "cancelled" }),
    summary: text(3),
    goal: text(2),
    topics: times(3, sentence),
    questions: times(2, () => `${capital(words(9))}?`),
    people: several(3, personIds).map((person) => ({ person, role: pick(ROLES) })),
    ...(index % 3 === 0 && { talks: times(1 + below(3), talk) }),
    ...(index % 10 === 0 && {
      recordings: [{ video: video(), chapters: times(4, (at) => ({ at: `${at * 9}:00`, title: title() })) }],
    }),
    links: [{ label: title(), href: `https://documents.example/${index}`, kind: "document" }],
    ...(index % 20 === 0 && { notes: [{ kind: "information", text: text(1) }] }),
    ...(index >= 50 && index % 25 === 0 && { repeats: [`session-${index - 49}`] }),
  };
}

const day = (number) => new Date(FIRST_DAY + number * 24 * HOUR).toISOString().slice(0, 10);
const sessions = times(count, session);
const agenda = {
  format: 1,
  event: {
    id: "big",
    title: "A Very Large Meeting",
    tagline: sentence(),
    start: day(0),
    end: day(DAYS - 1),
    timezone: "Europe/Copenhagen",
    language: "en",
    mode: "hybrid",
    organiser: "Nobody in particular",
    site_url: "https://big.example/agenda/",
    sections: times(3, () => ({ heading: title(), text: text(6) })),
    cities: [{ name: "Kathmandu", zone: "Asia/Kathmandu" }],
  },
  revision: {
    number: 7,
    published: "2027-04-01T08:00:00Z",
    changes: times(Math.min(50, count), (index) => ({
      at: "2027-03-01",
      sessions: [sessions[(index * 37) % count].id],
      text: sentence(),
    })),
  },
  themes,
  kinds,
  rooms,
  people,
  sessions,
};
process.stdout.write(`${JSON.stringify(agenda, null, 2)}\n`);
