// The conversations: found by their words, renamed, deleted.

import { Component, html } from "./vendor/preact.js";
import { Icon, dotted } from "./parts.js";
import { picturesOf } from "./pictures.js";
import { changed, say as announce, state } from "./state.js";
import { drop, listTalks, open, rename } from "./talks.js";
import { Thumb } from "./thumbs.js";
import { onThisOrigin } from "./transcript.js";
import { focusWords } from "./tray.js";
import { home, show } from "./views.js";
import { clock, day, t } from "./words.js";

const PATIENCE_MS = 160;

export const goTo = (id, shut) => { shut(); open(id).then(() => { home(); focusWords(); }); };

const when = ms => Date.now() - ms < 86_400_000 && new Date(ms).getDate() === new Date().getDate() ? clock(ms) : day(ms);

/** What lists say of a conversation; of the open one what is true this moment. */
function facts(one) {
  if (one.isBusy) return t("begun");
  const count = one.id === state.talk.id ? picturesOf(state.talk).length : one.count;
  return count ? t("pictures", { n: count }) : t("noPictures");
}

export class Shelf extends Component {
  state = { words: "", found: null, more: null, further: [], renaming: null, deleting: null, name: "" };
  box = { current: null };

  /** Those to show: the latest, or those that the server finds; without it those of this browser in which the words occur. */
  shown() {
    const wanted = this.state.words.trim().toLowerCase();
    if (wanted && this.state.found) return this.state.found;
    if (wanted) return state.talks.filter(one => `${one.title}\n${one.words ?? ""}`.toLowerCase().includes(wanted));
    const first = new Set(state.talks.map(one => one.id));
    return [...state.talks, ...this.state.further.filter(one => !first.has(one.id))];
  }

  find(words) {
    clearTimeout(this.due);
    this.setState({ words, found: null, more: null, further: [] });
    if (!words.trim()) return;
    this.due = setTimeout(async () => {
      const answer = await listTalks({ words: words.trim() }).catch(() => null);
      if (!answer || this.state.words !== words) return;
      this.setState({ found: answer.talks, more: answer.next });
      announce(answer.talks.length ? t("foundTalks", { n: answer.talks.length }) : t("noneFound"));
    }, PATIENCE_MS);
  }

  async reachOn() {
    const { words, found, more, further } = this.state, after = words.trim() ? more : more ?? (further.length ? null : state.moreTalks);
    if (!after || this.isReaching) return;
    this.isReaching = true;
    const answer = await listTalks({ words: words.trim(), after }).catch(() => null);
    this.isReaching = false;
    if (!answer || this.state.words !== words) return;
    this.setState(words.trim() ? { found: [...found, ...answer.talks], more: answer.next } : { further: [...further, ...answer.talks], more: answer.next ?? "" });
  }

  componentDidMount() { this.panel = this.box.current.closest(".panel"); this.panel?.addEventListener("scroll", this.scrolled); }
  componentWillUnmount() { clearTimeout(this.due); this.panel?.removeEventListener("scroll", this.scrolled); }
  scrolled = ({ currentTarget: box }) => { if (box.scrollHeight - box.scrollTop - box.clientHeight < 300) this.reachOn(); };

  /** Up and down go from one to the next, as in any list; F2 renames, Delete asks whether to delete. */
  key = event => {
    if (event.isComposing || event.target.closest("form, .asking")) return;
    const rows = [...this.box.current.querySelectorAll(".row")], at = rows.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: at < 0 ? null : 0, End: at < 0 ? null : rows.length - 1 }[event.key];
    const id = rows[at]?.dataset.id;
    if (to !== undefined && to !== null && rows.length) {
      event.preventDefault();
      if (to < 0) this.box.current.querySelector("input").focus(); else rows[Math.min(to, rows.length - 1)].focus();
    } else if (id && event.key === "F2") { event.preventDefault(); this.ask(id); }
    else if (id && event.key === "Delete") { event.preventDefault(); this.setState({ deleting: id, renaming: null }); }
  };

  /** For another name; what is typed is the field's own, whatever is painted meanwhile. */
  ask(id) { this.setState({ renaming: id, deleting: null, name: this.shown().find(one => one.id === id)?.title ?? "" }); }

  /** Back to the row that the question was about. */
  settled(id) {
    this.setState({ renaming: null, deleting: null }, () => this.box.current?.querySelector(`.row[data-id="${CSS.escape(id)}"]`)?.focus());
  }

  async renamed(one, form) {
    const name = new FormData(form).get("name").trim();
    this.settled(one.id);
    if (name === one.title) return;
    const named = each => each.id === one.id && name ? { ...each, title: name } : each;
    this.setState(({ found, further }) => ({ found: found?.map(named) ?? null, further: further.map(named) }));
    await rename(one.id, name);
  }

  async deleted(one) {
    this.setState(({ found, further }) => ({ deleting: null, found: found?.filter(each => each.id !== one.id) ?? null, further: further.filter(each => each.id !== one.id) }));
    this.box.current.querySelector("input").focus();
    await drop(one.id);
    announce(t("dropped", { title: one.title }));
    changed();
  }

  line(one, shut) {
    const isOpen = one.id === state.talk.id, title = one.title || t("newTalk");
    if (this.state.renaming === one.id) return html`<form class="naming" onSubmit=${event => { event.preventDefault(); this.renamed(one, event.currentTarget); }}
        onKeyDown=${event => { if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); this.settled(one.id); } }}>
        <input name="name" maxlength="200" autocomplete="off" aria-label=${t("newName")} ref=${this.nameField ??= field => { if (!field) return; field.value = this.state.name; field.focus(); field.select(); }} />
        <button class="chip"><${Icon} name="check" small />${t("save")}</button></form>`;
    if (this.state.deleting === one.id) return html`<div class="asking" role="group" aria-label=${t("dropThis", { title })}><p><b>${title}</b><span>${t("whatGoes", { n: one.count })}</span></p>
        <p><button type="button" class="chip sure" ref=${button => { if (button && !this.asked) { this.asked = true; button.focus(); } if (!button) this.asked = false; }} onClick=${() => this.deleted(one)}>${t("sure")}</button>
        <button type="button" class="chip" onClick=${() => this.settled(one.id)}>${t("never")}</button></p></div>`;
    const cover = one.cover && onThisOrigin(one.cover);
    return html`<button type="button" class="row" data-id=${one.id} aria-current=${isOpen ? "true" : null} onClick=${() => goTo(one.id, shut)}><span class="clip">${cover && html`<${Thumb} src=${cover} />`}</span><span><b>${title}</b><small>${dotted([facts(one), when(one.touched)])}</small></span></button>
      <button type="button" class="tool" aria-label=${t("renameThis", { title })} title=${t("rename")} onClick=${() => this.ask(one.id)}><${Icon} name="pencil" small /></button>
      <button type="button" class="tool" aria-label=${t("dropThis", { title })} title=${t("drop")} onClick=${() => this.setState({ deleting: one.id, renaming: null })}><${Icon} name="trash" small /></button>`;
  }

  render({ shut, switchLanguage }, { words }) {
    const shown = this.shown();
    return html`<div class="shelf" ref=${this.box} onKeyDown=${this.key}>
      <div class="first"><label class="find"><${Icon} name="search" small /><input type="search" autofocus aria-label=${t("findTalk")} placeholder=${t("findTalk")} onInput=${event => this.find(event.currentTarget.value)} /></label>
        <button type="button" class="chip" onClick=${() => goTo(null, shut)}><${Icon} name="plus" small />${t("newTalk")}</button></div>
      ${shown.length ? html`<ul aria-label=${t("talks")}>${shown.map(one => html`<li key=${one.id} class=${one.id === state.talk.id ? "cur" : ""}>${this.line(one, shut)}</li>`)}</ul>`
        : html`<p class="none">${words.trim() ? t("noneFound") : t("noTalks")}</p>`}
      <p class="foot">${t("keptHere")}</p>
      <div class="narrow">${state.me?.scopes.includes("admin") && html`<button type="button" class="chip" onClick=${() => { shut(); show("admin"); }}><${Icon} name="gauge" small />${t("admin")}</button>`}<button type="button" class="chip" onClick=${switchLanguage}>${t("other")}</button></div>
    </div>`;
  }
}
