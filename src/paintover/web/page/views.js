// Which view lies on the table: the tree, a picture, where it may change, two compared, or the gallery. The address holds it (after #), so
// the browser's Back leads where one came from.

import { changed, state } from "./state.js";

const NAMES = { tree: 0, picture: 1, compare: 2, gallery: 0, mask: 1, admin: 0 };
const opener = [];

function read() {
  const [name, ...gens] = location.hash.slice(1).split("/").map(part => { try { return decodeURIComponent(part); } catch { return ""; } });
  return Object.hasOwn(NAMES, name) && gens.length === NAMES[name] && gens.every(Boolean) ? { name, gens, isAsked: name === "tree" } : { name: "tree", gens: [], isAsked: false };
}

const address = (name, gens) => `#${[name, ...gens].map(encodeURIComponent).join("/")}`;

/** Lay a view on the table; with `instead` it takes the place of the one before in the browser's history. */
export function show(name, ...gens) { go(name, gens, false); }
export function showInstead(name, ...gens) { go(name, gens, true); }

function go(name, gens, instead) {
  const depth = history.state?.depth ?? 0;
  if (name === "tree" && state.view.name === "tree") {
    if (!matchMedia("(max-width: 760px)").matches || state.view.isAsked) return;
  }
  if (address(name, gens) === location.hash) return;
  if (instead) history.replaceState({ depth }, "", address(name, gens));
  else {
    opener[depth] = document.activeElement;
    history.pushState({ depth: depth + 1 }, "", address(name, gens));
  }
  arrive();
}

/** Back to where the view was opened from. */
export function close() {
  if (history.state?.depth) history.back();
  else {
    history.replaceState(null, "", location.pathname);
    arrive();
  }
}

/** Straight back to the conversation and its tree. */
export function home() {
  if (state.view.name === "tree" && !state.view.isAsked) return;
  history.pushState({ depth: 0 }, "", location.pathname);
  arrive();
}

function arrive() {
  state.view = read();
  changed();
}

addEventListener("popstate", () => {
  arrive();
  const back = opener[history.state?.depth ?? 0];
  requestAnimationFrame(() => { if (back?.isConnected && document.activeElement === document.body) back.focus({ preventScroll: true }); });
});
state.view = read();
