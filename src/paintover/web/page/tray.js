// The one composer: what the next words start from, the person's own pictures, shape and number.

import { html, Component } from "./vendor/preact.js";
import { Icon } from "./parts.js";
import { activeTurn, isMasked, picturesOf, startOf } from "./pictures.js";
import { changed, say as announce, state } from "./state.js";
import { sketchesOf } from "./previews.js";
import { Settings, draws, obstacle, onlyNew } from "./settings.js";
import { bring, choose, say } from "./talks.js";
import { smallOf } from "./thumbs.js";
import { home } from "./views.js";
import { joined, list, t } from "./words.js";

const MAX_UPLOADS = 16, AS_IT_IS_BYTES = 1_500_000, LONGEST_SIDE = 2048, MOST = 4;
export const RATIOS = ["1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9"];
const HOVERS = matchMedia("(hover: hover)").matches;   // elsewhere a focus brings up the keyboard and hides the picture

export const focusWords = () => { if (HOVERS) document.getElementById("words")?.focus({ preventScroll: true }); };

/** Add words to those being written, with the cursor before them. */
export function putWords(talk, words) {
  const said = talk.draft.trim();
  if (!said.endsWith(words)) talk.draft = said + words;
  const field = document.getElementById("words"), at = talk.draft.length - words.length;
  field.value = talk.draft;
  field.setSelectionRange(at, at);
  changed();
  focusWords();
}

/** Take files as pictures for the next words; what is no picture is turned away. */
export async function take(files) {
  const talk = state.talk, urls = [];
  for (const file of files) {
    if (talk.uploads.length + urls.length >= MAX_UPLOADS) { announce(t("tooMany", { n: MAX_UPLOADS })); break; }
    try { urls.push(await asDataUrl(file)); } catch { announce(t("badFile")); }
  }
  if (urls.length) bring(talk, urls);
  focusWords();
}

/** The file as it is while small, otherwise drawn again with its longest side at 2048 px. */
async function asDataUrl(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  if (file.size > AS_IT_IS_BYTES) {
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width * scale, height: bitmap.height * scale });
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", 0.9);
  }
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

const DIGITS = "一二三四五六七八九";
/** The picture that words name by its number alone ("第二张", "picture 2"), so that it can be lit while they are typed. */
export function named(words, all) {
  const found = /第\s*([一二三四五六七八九]|\d{1,3})\s*[张幅个]|图\s*(\d{1,3})|picture\s+(\d{1,3})/i.exec(words);
  if (!found) return null;
  const said = found[1] ?? found[2] ?? found[3];
  return all[(DIGITS.indexOf(said) + 1 || Number(said)) - 1] ?? null;
}

function From({ talk, words }) {
  const all = picturesOf(talk), found = startOf(talk), isNew = onlyNew(talk, found), start = isNew ? { kind: "new", gens: [], srcs: [] } : found;
  const barred = obstacle(talk, found), spoken = start.kind === "picture" && !start.chosen ? named(words, all) : null;
  const from = spoken ? { kind: "picture", spoken, srcs: [spoken.src], numbers: [spoken.number] } : start;
  const sketch = from.coming && sketchesOf(from.coming).at(-1)?.image;
  const n = from.srcs.length, numbers = (from.numbers ?? []).map(number => number ? t("picture", { n: number }) : t("otherPicture"));
  const [name, hint] = {
    uploads: () => [t("fromUploads", { n }), t("hintUpload")], new: () => [t("fromNew"), t(isNew ? "drawsNew" : "hintNew")], first: () => [t("first"), t("hintFirst")],
    picture: () => [n > 1 ? t("fromSeveral", { pictures: joined(numbers).join("") }) : from.numbers[0] ? t("from", { n: from.numbers[0] }) : t("fromOther"), spoken ? t("hintSpoken") : from.chosen ? t(isMasked(talk, start) ? "hintMask" : "hintChosen") : t("hintAuto")],
  }[from.kind]();
  const back = () => { choose(talk, null); focusWords(); };
  return html`<div class="from" id="from">
    <span class=${`thumbs ${isMasked(talk, start) ? "masked" : ""} ${from.coming ? "coming" : ""} ${from.kind}`}>${(sketch ? [sketch] : from.srcs.length ? from.srcs.slice(-3) : [null]).map(src => html`<span class="thumb">${src && html`<img src=${smallOf(src)} alt="" />`}</span>`)}</span>
    <p id="start" class=${barred ? "barred" : ""}><b>${name}</b><small>${barred || hint}</small></p>
    ${from.kind === "picture" && !from.chosen && html`<button type="button" class="chip" aria-label=${t("fromNew")} title=${t("fromNew")} onClick=${() => { choose(talk, "new"); focusWords(); }}><${Icon} name="plus" small /><span>${t("newPicture")}</span></button>`}
    ${(from.chosen || from.kind === "new" && !isNew || from.kind === "uploads") && html`<button type="button" class="tool" aria-label=${t("back")} title=${t("back")} onClick=${back}><${Icon} name="close" small /></button>`}
  </div>`;
}

export class Tray extends Component {
  componentDidMount() { this.grow(); if (HOVERS && state.view.name === "tree") this.words.focus(); }
  componentDidUpdate() {
    if (this.words.value !== this.props.talk.draft) this.words.value = this.props.talk.draft;
    this.grow();
  }

  grow() {
    this.words.style.height = "auto";
    this.words.style.height = `${Math.min(this.words.scrollHeight, 152)}px`;
  }

  sent = event => {
    event.preventDefault();
    const { talk } = this.props;
    if (!talk.draft.trim()) { this.words.focus(); return; }
    const barred = obstacle(talk, startOf(talk));
    if (barred) { announce(barred); this.words.focus(); return; }
    say(talk, talk.draft, { ratio: draws(talk, this.ratio.value) ? this.ratio.value : "", n: Number(this.number.value) });
    this.ratio.value = this.number.value = "";
    this.setState({ ratio: "", number: "" });
    if (!state.view.isAsked && state.view.name !== "compare") home();
    focusWords();
  };

  pressed = event => {
    const composing = event.isComposing || event.keyCode === 229;   // Enter then ends a word of an input method
    if (event.key === "Enter" && !event.shiftKey && !composing) { event.preventDefault(); event.currentTarget.form.requestSubmit(); }
    if (event.key === "Escape" && !composing) {
      const { talk } = this.props;
      if (talk.source || talk.uploads.length) { event.stopPropagation(); choose(talk, null); }
    }
  };

  typed = event => {
    const { talk } = this.props;
    talk.draft = event.currentTarget.value;
    this.grow();
    this.setState({});
  };

  render({ talk }, { ratio = "", number = "" }) {
    const holder = picturesOf(talk).length || activeTurn(talk) ? t("change") : t("draw");
    const [w, h] = (ratio || "1:1").split(":").map(Number), side = 14 / Math.max(w, h);
    return html`<form class="tray" id="tray" aria-label=${t("composer")} onSubmit=${this.sent}>
      <${From} talk=${talk} words=${talk.draft} />
      <div class="say">
        <input type="file" id="file" accept="image/png,image/jpeg,image/webp,image/gif,image/avif" multiple hidden ref=${element => { this.file = element; }} onChange=${event => { take([...event.currentTarget.files]); event.currentTarget.value = ""; }} />
        <button type="button" class="tool" id="attach" aria-label=${t("attach")} title=${t("attach")} onClick=${() => this.file.click()}><${Icon} name="clip" /></button>
        <textarea id="words" rows="1" enterkeyhint="send" autocomplete="off" aria-label=${holder} aria-describedby="start" placeholder=${holder} ref=${element => { this.words = element; }} onInput=${this.typed} onKeyDown=${this.pressed}></textarea>
        <label class="chip pick" title=${t("ratio")}><svg class="i s" viewBox="0 0 20 20" aria-hidden="true"><rect x=${10 - w * side / 2} y=${10 - h * side / 2} width=${w * side} height=${h * side} rx="1.5" /></svg>
          <select id="ratio" aria-label=${t("ratio")} ref=${element => { this.ratio = element; }} onChange=${event => this.setState({ ratio: event.currentTarget.value })}><option value="">${t("ratio")}</option>${RATIOS.map(each => html`<option disabled=${!draws(talk, each)}>${each}</option>`)}</select></label>
        <label class="chip pick" title=${t("number")}><${Icon} name="several" small /><b aria-hidden="true">${number}</b>
          <select id="number" aria-label=${t("number")} ref=${element => { this.number = element; }} onChange=${event => this.setState({ number: event.currentTarget.value })}><option value="">${t("pictures", { n: 1 })}</option>${Array.from({ length: MOST - 1 }, (_, at) => html`<option value=${at + 2}>${t("pictures", { n: at + 2 })}</option>`)}</select></label>
        <${Settings} talk=${talk} />
        <button type="submit" class="send" id="send" disabled=${Boolean(obstacle(talk, startOf(talk)))} aria-label=${t("send")} title=${obstacle(talk, startOf(talk)) || t("send")}><${Icon} name="send" /></button>
      </div>
    </form>`;
  }
}

/** What to begin with, on an empty table. */
export const Samples = ({ talk }) => html`<div class="welcome">
  <div class="blank">${list("empty").map(line => html`<p>${line}</p>`)}</div>
  <div class="samples"><p>${t("sample")}</p>${list("samples").map(words => html`<button type="button" class="chip" onClick=${() => { say(talk, words); changed(); }}>${words}</button>`)}</div>
</div>`;
