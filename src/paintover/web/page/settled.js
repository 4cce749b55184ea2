// What a person settles for every page: its language and its light.

import { choose } from "./keep.js";
import { changed } from "./state.js";
import { lang, speak } from "./words.js";

export async function switchLanguage() {
  const other = lang === "zh" ? "en" : "zh";
  await speak(other);
  choose("lang", other);
  changed();
}

export function switchLight() {
  const root = document.documentElement, isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const shown = root.dataset.theme === "auto" ? (isDark ? "dark" : "light") : root.dataset.theme, next = shown === "dark" ? "light" : "dark";
  root.dataset.theme = (next === "dark") === isDark ? "auto" : next;
  choose("theme", root.dataset.theme);
  changed();
}
