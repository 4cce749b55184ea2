// What the views of the server's own affairs share: asking again and again, and tables that become cards.

import { html } from "./vendor/preact.js";
import { changed, state } from "./state.js";
import { t } from "./words.js";

/**
 * Ask again and again for as long as the page is visible, `everyMs` after each answer; a hidden page asks nothing. What was
 * refused for want of a key is not asked again. Returns how to ask at once, and how to end.
 */
export function follow(ask, tell, fail, everyMs) {
  let due = 0, asking = null;
  const look = async () => {
    clearTimeout(due);
    asking?.abort();
    const mine = asking = new AbortController();
    let wait = everyMs;
    try {
      const told = await ask(mine.signal);
      if (mine.signal.aborted) return;
      tell(told);
      fail(null);
    } catch (problem) {
      if (mine.signal.aborted) return;
      fail(problem);
      if (problem.status === 401) { state.locked = true; changed(); }
      if (problem.status === 401 || problem.status === 403) return;
      wait = Math.max(everyMs, 1000 * (problem.after || 4));
    }
    if (document.visibilityState === "visible") due = setTimeout(look, wait);
  };
  const seen = () => { if (document.visibilityState === "visible") look(); else { clearTimeout(due); asking?.abort(); } };
  document.addEventListener("visibilitychange", seen);
  seen();
  return { look, end: () => { document.removeEventListener("visibilitychange", seen); clearTimeout(due); asking?.abort(); } };
}

/** Rows under heads; where there is little room each row is a card, in which every cell names its head. */
export const Ledger = ({ label, heads, rows, className = "" }) => html`<table class=${`ledger ${className}`} role="table" aria-label=${label}>
  <thead role="rowgroup"><tr role="row">${heads.map(head => html`<th role="columnheader" scope="col">${head || html`<span class="hide">${t("deed")}</span>`}</th>`)}</tr></thead>
  <tbody role="rowgroup">${rows.map(({ key, cells }) => html`<tr role="row" key=${key}>${cells.map((cell, at) => at ? html`<td role="cell" data-head=${heads[at]}>${cell}</td>` : html`<th role="rowheader" scope="row">${cell}</th>`)}</tr>`)}</tbody></table>`;

/** Who is meant by an id: the name that the key was given. */
export const nameOf = (id, names) => names[id] ?? (id === "local" ? t("thisMachine") : id);
