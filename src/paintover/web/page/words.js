// The page's own words, from words/zh.json and words/en.json. `t(name, values)` is a sentence, `told(name, parts)` one
// with elements in it. A sentence is a text with {names}, or one for a
// number ("1"), a plural or an ordinal category ("one", "other").

const CODES = { zh: "zh-Hans", en: "en" };
const tables = {};
export let lang = document.documentElement.lang === "en" ? "en" : "zh";

const parts = [""];   // of the page, with words of their own

async function load(name) {
  const all = await Promise.all(parts.map(async part => {
    const response = await fetch(new URL(`words/${part}${name}.json`, import.meta.url));
    if (!response.ok) throw new Error(`no words for ${part}${name}`);
    return response.json();
  }));
  tables[name] = Object.assign({}, ...all);
}

/** Have the words of another part of the page, below `words/`, from now on. */
export async function learn(part) {
  if (parts.includes(part)) return;
  parts.push(part);
  try { await load(lang); } catch (problem) { parts.pop(); throw problem; }
  for (const name of Object.keys(tables)) if (name !== lang) delete tables[name];
}

/** Make the page speak a language; the words of both are there for whoever switches. */
export async function speak(name) {
  if (!tables[name]) await load(name);
  lang = name;
  document.documentElement.lang = CODES[name];
}

function sentence(name, { n, nth } = {}) {
  const said = tables[lang][name];
  if (typeof said !== "object" || Array.isArray(said)) return said ?? name;
  const rules = new Intl.PluralRules(CODES[lang], { type: nth === undefined ? "cardinal" : "ordinal" });
  return said[n] ?? said[rules.select(nth ?? n)] ?? said.other;
}

export const t = (name, values = {}) => sentence(name, values).replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
export const list = name => tables[lang][name];
export const told = (name, parts) => sentence(name, parts).split(/\{(\w+)\}/).map((piece, at) => at % 2 ? parts[piece] : piece);

/** Several things as the language joins them, elements or texts: "a, b and c". */
export function joined(things) {
  const format = new Intl.ListFormat(CODES[lang], { type: "conjunction" });
  return format.formatToParts(things.map((_, at) => String(at))).map(({ type, value }) => type === "element" ? things[Number(value)] : value);
}

export const round = seconds => seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds));
export const whole = number => new Intl.NumberFormat(CODES[lang]).format(number);
export const moment = ms => new Intl.DateTimeFormat(CODES[lang], { dateStyle: "medium", timeStyle: "short" }).format(ms);
export const clock = ms => new Intl.DateTimeFormat(CODES[lang], { timeStyle: "short" }).format(ms);

/** "today", "yesterday", or the date. */
export function day(ms) {
  const midnight = new Date().setHours(0, 0, 0, 0);
  const ago = Math.round((midnight - new Date(ms).setHours(0, 0, 0, 0)) / 86_400_000);
  if (ago < 2) return new Intl.RelativeTimeFormat(CODES[lang], { numeric: "auto" }).format(-ago, "day");
  return new Intl.DateTimeFormat(CODES[lang], { dateStyle: "long" }).format(ms);
}
