// How the next pictures are drawn: model, quality, seed. They belong to the conversation, as what was said in it last tells;
// a new one begins with the model and the quality that this browser was told last, and with no seed of its own.

import { html } from "./vendor/preact.js";
import * as keep from "./keep.js";
import { Icon, Menu } from "./parts.js";
import * as server from "./server.js";
import { changed, say as announce, state } from "./state.js";
import { joined, t } from "./words.js";

const OWN = "paintover", LAST = Number.MAX_SAFE_INTEGER;
const QUALITIES = ["", "low", "medium", "high"];

let models = [];   // as the server lists them; none where it does not tell

/** Ask once which models there are, and what can be asked of each. */
export async function learnModels() {
  try {
    const { data } = await server.models();
    models = data.filter(one => one.capabilities && !one.same_as);
    changed();
  } catch (error) { if (error.status === 401) { state.locked = true; changed(); } }
}

/** What a conversation's next pictures are asked for with. */
export function settingsOf(talk) {
  if (talk.settings) return talk.settings;
  const last = talk.turns.at(-1), { model = "", quality = "", seed = null } = last ?? keep.chosen("drawing") ?? {};
  return { model, quality, seed: last ? seed : null };
}

const modelOf = talk => models.find(one => one.id === (settingsOf(talk).model || OWN)) ?? models.find(one => one.id === OWN);
/** What the conversation's model can do; null where nobody knows. */
export const abilitiesOf = talk => modelOf(talk)?.capabilities ?? null;

/** What is sent of it: nothing that is as it is anyway, and nothing that the model does not heed. */
export function askedOf(talk) {
  const { model, quality, seed } = settingsOf(talk), can = abilitiesOf(talk);
  const isKnown = model && (!models.length || models.some(one => one.id === model));
  return { ...(isKnown && model !== OWN && { model }), ...(quality && can?.quality !== false && { quality }), ...(seed !== null && can?.seeds !== false && { seed }) };
}

export function settle(talk, change) {
  talk.settings = { ...settingsOf(talk), ...change };
  const { model, quality } = talk.settings;
  keep.choose("drawing", { model, quality });
  changed();
}

export function keepSeed(talk, seed) {
  settle(talk, { seed });
  announce(t("seedKept", { n: seed }));
}

/** Why the next words cannot start from where they would, in words; "" where they can. */
export function obstacle(talk, start) {
  const edits = abilitiesOf(talk)?.edits;
  if (start.kind === "uploads" && (edits === "none" || edits === "own")) return t("noUploads");
  return start.kind === "picture" && start.chosen && edits === "none" ? t("noEdits") : "";
}
/** Whether the next words begin anew, since the model changes nothing. */
export const onlyNew = (talk, start) => abilitiesOf(talk)?.edits === "none" && start.kind === "picture" && !start.chosen;
/** Whether the model draws pictures of that shape. */
export const draws = (talk, ratio) => !ratio || !abilitiesOf(talk)?.ratios || abilitiesOf(talk).ratios.includes(ratio);

const nameOf = id => id === OWN ? t("usualModel") : id;

function Panel({ talk }) {
  const { model, quality, seed } = settingsOf(talk), can = abilitiesOf(talk), chosen = modelOf(talk);
  const typed = event => {
    const digits = event.currentTarget.value.replace(/\D/g, "").slice(0, 16);
    if (digits !== event.currentTarget.value) event.currentTarget.value = digits;
    settle(talk, { seed: digits === "" ? null : Math.min(Number(digits), LAST) });
  };
  const notes = can && [can.edits === "none" ? t("drawsNew") : can.edits === "own" ? t("editsOwn") : "", can.ratios && t("onlyRatios", { ratios: joined(can.ratios).join("") })].filter(Boolean);
  return html`<div class="drawn-so">
    ${models.length > 1 && html`<label class="line"><span>${t("model")}</span><select autofocus value=${chosen?.id ?? OWN} aria-describedby=${notes?.length ? "model-notes" : null} onChange=${event => settle(talk, { model: event.currentTarget.value === OWN ? "" : event.currentTarget.value })}>${models.map(one => html`<option key=${one.id} value=${one.id}>${nameOf(one.id)}</option>`)}</select></label>
      ${notes?.length > 0 && html`<p class="because" id="model-notes">${notes.map(note => html`<span>${note}</span>`)}</p>`}`}
    <div class="line"><span id="quality-name">${t("quality")}</span><div class="seg" role="group" aria-labelledby="quality-name" aria-describedby=${can?.quality === false ? "quality-not" : null}>${QUALITIES.map(each => html`<button type="button" key=${each} disabled=${can?.quality === false} aria-pressed=${String(can?.quality === false ? !each : quality === each)} onClick=${() => settle(talk, { quality: each })}>${t(`quality_${each || "auto"}`)}</button>`)}</div></div>
    ${can?.quality === false && html`<p class="because" id="quality-not">${t("noQuality")}</p>`}
    <label class="line"><span>${t("factSeed")}</span><span class="seed"><input id="seed" inputmode="numeric" autocomplete="off" maxlength="16" disabled=${can?.seeds === false} placeholder=${t("seedFree")} value=${can?.seeds === false || seed === null ? "" : String(seed)} aria-describedby="seed-says" onInput=${typed} />
      ${seed !== null && can?.seeds !== false && html`<button type="button" class="tool" aria-label=${t("seedForget")} title=${t("seedForget")} onClick=${() => { settle(talk, { seed: null }); document.getElementById("seed").focus(); }}><${Icon} name="close" small /></button>`}</span></label>
    <p class="because" id="seed-says">${t(can?.seeds === false ? "noSeed" : "seedSays")}</p>
  </div>`;
}

/** The button that opens them; it says what is not as usual. */
export function Settings({ talk }) {
  const { model, quality, seed } = askedOf(talk);
  const said = [model, quality && t(`quality_${quality}`), seed !== undefined && t("seedIs", { n: seed })].filter(Boolean);
  return html`<${Menu} name="settings" side="end" className=${`chip tune ${said.length ? "told" : ""}`} label=${[t("settings"), ...said].join(", ")} title=${[t("settings"), ...said].join(", ")} panel=${() => html`<${Panel} talk=${talk} />`}><${Icon} name="tune" small /><span>${said.join(" ")}</span></${Menu}>`;
}
