// Every picture of whoever asks, the newest first, as the server lists them.

import { html, useEffect, useRef, useState } from "./vendor/preact.js";
import { choose as keepChoice } from "./keep.js";
import { Gone, Icon } from "./parts.js";
import * as server from "./server.js";
import { changed, state } from "./state.js";
import { choose } from "./talks.js";
import { onThisOrigin } from "./transcript.js";
import { Thumb } from "./thumbs.js";
import { focusWords } from "./tray.js";
import { close, home, show } from "./views.js";
import { day, t } from "./words.js";

const KINDS = { all: null, drawn: ["drawn"], uploaded: ["uploaded"], fetched: ["fetched", "replayed"] };
/** Have the gallery read anew: a picture was marked or is gone. */
export function fresh() { Object.assign(kept, { items: [], next: null, isWhole: false }); }
const kept = { items: [], next: null, isWhole: false, top: 0, kind: "all", words: "", ratio: "", engine: "", favourite: false };   // as it was left

export function GalleryView({ talk }) {
  const [, again] = useState(0), [error, fail] = useState(null), end = useRef(null), box = useRef(null), title = useRef(null), loading = useRef(null);
  const repaint = () => again(count => count + 1);

  const load = async () => {
    if (kept.isWhole) return;
    try {
      const page = await server.generations(kept.next, kept);
      const known = new Set(kept.items.map(item => item.gen_id));
      kept.items.push(...page.data.filter(item => !known.has(item.gen_id)));
      kept.next = page.next_cursor;
      kept.isWhole = !page.has_more;
      fail(null);
    } catch (problem) {
      if (problem.status === 401) { state.locked = true; changed(); }
      fail(problem);
    }
  };
  const more = () => loading.current ??= load().finally(() => { loading.current = null; repaint(); });
  /** What has been drawn since the list was read comes before it. */
  const renew = async () => {
    if (!kept.items.length) { await more(); return; }
    try {
      const page = await server.generations(null, kept), known = new Set(kept.items.map(item => item.gen_id));
      const late = page.data.filter(item => !known.has(item.gen_id));
      if (late.length === page.data.length && page.has_more) Object.assign(kept, { items: page.data, next: page.next_cursor, isWhole: false });
      else kept.items.unshift(...late);
      repaint();
    } catch { /* the list as it was is better than none */ }
  };

  const wanted = kept.words.trim().toLowerCase(), kinds = KINDS[kept.kind];
  const shown = kept.items.filter(item => (!kinds || kinds.includes(item.origin)) && (!kept.ratio || item.ratio === kept.ratio) && (!kept.engine || item.engine === kept.engine) && (!wanted || item.prompt.toLowerCase().includes(wanted)));

  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    renew().then(() => { if (box.current) box.current.scrollTop = kept.top; });
  }, []);
  useEffect(() => {
    const near = new IntersectionObserver(([entry]) => { if (entry.isIntersecting) more(); }, { root: box.current, rootMargin: "600px" });
    near.observe(end.current);
    return () => near.disconnect();
  }, [shown.length, kept.items.length]);

  const days = Map.groupBy ? Map.groupBy(shown, item => day(item.created_at * 1000)) : new Map([["", shown]]);
  const unlock = async event => {
    event.preventDefault();
    keepChoice("key", new FormData(event.target).get("key").trim());
    await loading.current;   // it was asked for without the key
    Object.assign(kept, { items: [], next: null, isWhole: false });
    more();
  };
  const use = item => { choose(talk, item.gen_id, { lent: { src: onThisOrigin(item.url) } }); home(); focusWords(); };
  return html`<section class="over gallery" aria-label=${t("gallery")}>
    <header class="headl"><h2 tabindex="-1" ref=${title}>${t("gallery")}</h2>
      <div class="seg" role="group" aria-label=${t("kinds")}>${Object.keys(KINDS).map(kind => html`<button type="button" key=${kind} aria-pressed=${String(kept.kind === kind)} onClick=${() => { kept.kind = kind; repaint(); }}>${t(`kind_${kind}`)}</button>`)}</div>
      <button type="button" class="tool star" aria-pressed=${String(kept.favourite)} aria-label=${t("favourites")} title=${t("favourites")} onClick=${() => { kept.favourite = !kept.favourite; fresh(); repaint(); more(); }}><${Icon} name="star" /></button>
      ${[["ratio", t("anyRatio")], ["engine", t("anyEngine")]].map(([name, any]) => { const all = [...new Set(kept.items.map(item => item[name]).filter(Boolean))].sort(); return (all.length > 1 || kept[name]) && html`<label class="chip pick" title=${any}><select aria-label=${any} value=${kept[name]} onChange=${event => { kept[name] = event.currentTarget.value; repaint(); }}><option value="">${any}</option>${all.map(each => html`<option value=${each}>${name === "engine" ? t(`engine_${each}`).replace(/^engine_/, "") : each}</option>`)}</select></label>`; })}
      <label class="find"><${Icon} name="search" small /><input type="search" aria-label=${t("findPicture")} placeholder=${t("findPicture")} value=${kept.words} onInput=${event => { kept.words = event.currentTarget.value; repaint(); }} /></label>
      <span class="gap"></span>
      <button type="button" class="tool" onClick=${close} title=${`${t("shut")} (Esc)`} aria-label=${t("shut")}><${Icon} name="close" /><span>${t("shut")}</span></button></header>
    <div class="wall" ref=${box} tabindex="0" role="group" aria-label=${t("gallery")} onScroll=${event => { kept.top = event.currentTarget.scrollTop; }}>
      ${[...days].map(([name, items]) => html`<section key=${name} class="day">${name && html`<h3>${name} <small>${items.length}</small></h3>`}<ul>${items.map(item => html`<li key=${item.gen_id} class="hung" style=${{ "--ar": item.width / item.height }}>
        <button type="button" class="look" aria-label=${t("lookAtThis", { words: item.prompt || t(item.origin) })} onClick=${() => show("picture", item.gen_id)}><span class="clip"><${Thumb} src=${onThisOrigin(item.url)} gone=${html`<${Gone} />`} /></span></button>
        ${item.favourite && html`<i class="starred" role="img" aria-label=${t("favourite")}><${Icon} name="star" small /></i>`}<p title=${item.prompt}>${item.prompt || t(item.origin)}</p><button type="button" class="act" aria-label=${t("hereOf", { words: item.prompt || t(item.origin) })} onClick=${() => use(item)}><${Icon} name="branch" small />${t("here")}</button></li>`)}</ul></section>`)}
      ${error && html`<div class="trouble"><${Icon} name="struck" small /><p>${error.status === 401 ? t("locked") : error.message || t("offline")}</p>${error.status === 401
        ? html`<form onSubmit=${unlock}><input name="key" type="password" autocomplete="off" required placeholder="po_…" aria-label=${t("key")} /><button class="chip">${t("again")}</button></form>`
        : html`<button type="button" class="chip" onClick=${more}><${Icon} name="again" small />${t("again")}</button>`}</div>`}
      ${!error && kept.isWhole && !shown.length && html`<p class="none">${kept.items.length ? t("noneFound") : t("noneYet")}</p>`}
      <div class="end" ref=${end}></div>
    </div>
  </section>`;
}
