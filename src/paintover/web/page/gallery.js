// Every picture of whoever asks, the newest first, as the server lists them.

import { html, useEffect, useRef, useState } from "./vendor/preact.js";
import { choose as keepChoice } from "./keep.js";
import { Gone, Icon } from "./parts.js";
import * as server from "./server.js";
import { changed, state } from "./state.js";
import { choose } from "./talks.js";
import { onThisOrigin } from "./transcript.js";
import { Thumb } from "./thumbs.js";
import { RATIOS, focusWords } from "./tray.js";
import { close, home, show } from "./views.js";
import { day, t } from "./words.js";

const KINDS = { all: "", drawn: "drawn", uploaded: "uploaded", fetched: "fetched,replayed" };
const DAYS = { today: 1, week: 7, month: 30 };   // of so many days, today among them
const NOTHING = { kind: "all", words: "", ratio: "", engine: "", favourite: false, made: "", first: "", last: "" };
const PATIENCE_MS = 200;
/** Have the gallery read anew: a picture was marked or is gone. */
export function fresh() { Object.assign(kept, { items: [], next: null, isWhole: false, reading: null }); }
const kept = { items: [], next: null, isWhole: false, reading: null, top: 0, ...NOTHING };   // as it was left
const engines = new Set();   // that have drawn any picture which was listed

/** The first second of a day, `ago` days before today or as a date field has it. */
const midnight = (ago, date = "") => {
  const day = date ? new Date(`${date}T00:00:00`) : new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ago);
  return Math.max(0, Math.floor(day / 1000)) || "";
};

/** What the server is asked for. */
function wanted() {
  const { kind, words, ratio, engine, favourite, made, first, last } = kept, isRange = made === "range";
  return {
    origin: KINDS[kind], q: words.trim(), ratio, engine, favourite: favourite && "true",
    since: DAYS[made] ? midnight(DAYS[made] - 1) : isRange && first ? midnight(0, first) : "", until: isRange && last ? midnight(-1, last) : "",
  };
}
const isNarrowed = () => Object.values(wanted()).some(Boolean);

export function GalleryView({ talk }) {
  const [, again] = useState(0), [error, fail] = useState(null), end = useRef(null), box = useRef(null), title = useRef(null), due = useRef(0);
  const repaint = () => again(count => count + 1);

  const load = async signal => {
    if (kept.isWhole) return;
    try {
      const page = await server.generations(kept.next, wanted(), signal);
      if (signal.aborted) return;
      const known = new Set(kept.next ? kept.items.map(item => item.gen_id) : []);
      kept.items = [...kept.next ? kept.items : [], ...page.data.filter(item => !known.has(item.gen_id))];
      kept.items.forEach(item => { if (item.engine) engines.add(item.engine); });
      kept.next = page.next_cursor;
      kept.isWhole = !page.has_more;
      fail(null);
    } catch (problem) {
      if (signal.aborted) return;
      if (problem.status === 401) { state.locked = true; changed(); }
      fail(problem);
    }
  };
  const more = () => {
    if (kept.reading) return kept.reading.end;
    const control = new AbortController(), reading = kept.reading = { control };
    return reading.end = load(control.signal).finally(() => { if (kept.reading === reading) { kept.reading = null; repaint(); } });
  };
  /** Other pictures are wanted: those that are shown stay until they are there. */
  const narrow = (change, { later = 0 } = {}) => {
    Object.assign(kept, change, { next: null, isWhole: false, top: 0 });
    kept.reading?.control.abort();
    kept.reading = null;
    clearTimeout(due.current);
    if (later) due.current = setTimeout(read, later); else read();
    repaint();
  };
  const read = () => more().then(() => { if (box.current) box.current.scrollTop = 0; });
  /** What has been drawn since the list was read comes before it. */
  const renew = async () => {
    if (!kept.items.length) { await more(); return; }
    try {
      const page = await server.generations(null, wanted()), known = new Set(kept.items.map(item => item.gen_id));
      const late = page.data.filter(item => !known.has(item.gen_id));
      if (late.length === page.data.length && page.has_more) Object.assign(kept, { items: page.data, next: page.next_cursor, isWhole: false });
      else kept.items.unshift(...late);
      repaint();
    } catch { /* the list as it was is better than none */ }
  };

  const shown = kept.items;
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    renew().then(() => { if (box.current) box.current.scrollTop = kept.top; });
  }, []);
  useEffect(() => {
    // What was near the end of a list that is longer by now tells nothing of the new one's.
    const near = new IntersectionObserver(([entry]) => { if (entry.isIntersecting && kept.items === shown) more(); }, { root: box.current, rootMargin: "600px" });
    near.observe(end.current);
    return () => near.disconnect();
  }, [shown, shown.length, kept.next]);

  const days = Map.groupBy ? Map.groupBy(shown, item => day(item.created_at * 1000)) : new Map([["", shown]]);
  const unlock = async event => {
    event.preventDefault();
    keepChoice("key", new FormData(event.target).get("key").trim());
    narrow({});   // it was asked for without the key
  };
  const use = item => { choose(talk, item.gen_id, { lent: { src: onThisOrigin(item.url) } }); home(); focusWords(); };
  return html`<section class="over gallery" aria-label=${t("gallery")}>
    <header class="headl"><h2 tabindex="-1" ref=${title}>${t("gallery")}</h2>
      <div class="seg" role="group" aria-label=${t("kinds")}>${Object.keys(KINDS).map(kind => html`<button type="button" key=${kind} aria-pressed=${String(kept.kind === kind)} onClick=${() => narrow({ kind })}>${t(`kind_${kind}`)}</button>`)}</div>
      <button type="button" class="tool star" aria-pressed=${String(kept.favourite)} aria-label=${t("favourites")} title=${t("favourites")} onClick=${() => narrow({ favourite: !kept.favourite })}><${Icon} name="star" /></button>
      <label class="find"><${Icon} name="search" small /><input type="search" aria-label=${t("findPicture")} placeholder=${t("findPicture")} value=${kept.words} onInput=${event => narrow({ words: event.currentTarget.value }, { later: PATIENCE_MS })} /></label>
      <span class="gap"></span>
      <button type="button" class="tool" onClick=${close} title=${`${t("shut")} (Esc)`} aria-label=${t("shut")}><${Icon} name="close" /><span>${t("shut")}</span></button></header>
    <div class="sieve" role="group" aria-label=${t("narrowed")}>
      <label class="chip pick" title=${t("made")}><select aria-label=${t("made")} value=${kept.made} onChange=${event => narrow({ made: event.currentTarget.value })}>${["", ...Object.keys(DAYS), "range"].map(each => html`<option value=${each}>${t(`made_${each || "any"}`)}</option>`)}</select></label>
      ${kept.made === "range" && html`<span class="range-of" role="group" aria-label=${t("made")}>${[["first", t("firstDay")], ["last", t("lastDay")]].map(([each, label]) => html`<input key=${each} type="date" aria-label=${label} max=${each === "first" ? kept.last : null} min=${each === "last" ? kept.first : null} value=${kept[each]} onChange=${event => narrow({ [each]: event.currentTarget.value })} />`)}</span>`}
      ${[["ratio", t("anyRatio"), RATIOS], ["engine", t("anyEngine"), [...engines].sort()]].map(([name, any, all]) => { return (all.length > 1 || kept[name]) && html`<label class="chip pick" title=${any}><select aria-label=${any} value=${kept[name]} onChange=${event => narrow({ [name]: event.currentTarget.value })}><option value="">${any}</option>${all.map(each => html`<option value=${each}>${name === "engine" ? t(`engine_${each}`).replace(/^engine_/, "") : each}</option>`)}</select></label>`; })}
    </div>
    <div class="wall" ref=${box} tabindex="0" role="group" aria-label=${t("gallery")} onScroll=${event => { kept.top = event.currentTarget.scrollTop; }}>
      ${[...days].map(([name, items]) => html`<section key=${name} class="day">${name && html`<h3>${name} <small>${items.length}</small></h3>`}<ul>${items.map(item => html`<li key=${item.gen_id} class="hung" style=${{ "--ar": item.width / item.height }}>
        <button type="button" class="look" aria-label=${t("lookAtThis", { words: item.prompt || t(item.origin) })} onClick=${() => show("picture", item.gen_id)}><span class="clip"><${Thumb} src=${onThisOrigin(item.url)} gone=${html`<${Gone} />`} /></span></button>
        ${item.favourite && html`<i class="starred" role="img" aria-label=${t("favourite")}><${Icon} name="star" small /></i>`}<p title=${item.prompt}>${item.prompt || t(item.origin)}</p><button type="button" class="act" aria-label=${t("hereOf", { words: item.prompt || t(item.origin) })} onClick=${() => use(item)}><${Icon} name="branch" small />${t("here")}</button></li>`)}</ul></section>`)}
      ${error && html`<div class="trouble"><${Icon} name="struck" small /><p>${error.status === 401 ? t("locked") : error.message || t("offline")}</p>${error.status === 401
        ? html`<form onSubmit=${unlock}><input name="key" type="password" autocomplete="off" required placeholder="po_…" aria-label=${t("key")} /><button class="chip">${t("again")}</button></form>`
        : html`<button type="button" class="chip" onClick=${more}><${Icon} name="again" small />${t("again")}</button>`}</div>`}
      ${!error && kept.isWhole && !shown.length && html`<div class="none" role="status"><p>${isNarrowed() ? t("noneSuch") : t("noneYet")}</p>${isNarrowed() && html`<button type="button" class="chip" onClick=${() => narrow(NOTHING)}>${t("everything")}</button>`}</div>`}
      <div class="end" ref=${end}></div>
    </div>
  </section>`;
}
