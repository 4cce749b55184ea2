// The bar above everything: which conversation, the gallery, the language, the light, the key.

import { html } from "./vendor/preact.js";
import { choose as keepChoice, chosen, forget } from "./keep.js";
import { Icon, Menu } from "./parts.js";
import { picturesOf } from "./pictures.js";
import { changed, state } from "./state.js";
import { titleOf } from "./talks.js";
import { switchLanguage, switchLight } from "./settled.js";
import { Share } from "./sharing.js";
import { Shelf, goTo } from "./shelf.js";
import { home, show } from "./views.js";
import { lang, speak, t } from "./words.js";

/** With another key the page begins anew, so that nothing learnt under the one before is shown. */
function KeyForm() {
  const isKept = Boolean(chosen("key"));
  const unlock = event => { event.preventDefault(); keepChoice("key", new FormData(event.target).get("key").trim()); location.reload(); };
  return html`<form class="keys" onSubmit=${unlock}><p>${isKept ? t("keyKept") : t("locked")}</p><div><input name="key" type="password" autocomplete="off" required placeholder="po_…" aria-label=${t("key")} /><button class="chip">${t("save")}</button></div>
    ${isKept && html`<button type="button" class="chip" onClick=${() => { forget("key"); location.reload(); }}>${t("forgetKey")}</button>`}</form>`;
}

export function Top() {
  const talk = state.talk, all = picturesOf(talk), name = titleOf(talk) || t("newTalk");
  const isDark = document.documentElement.dataset.theme === "dark" || document.documentElement.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches;
  return html`<header class="top">
    <h1 class="name"><button type="button" onClick=${home} aria-label="Paintover"><svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round" aria-hidden="true"><rect x="3" y="3" width="12" height="12" rx="2" /><path d="M18 9h1a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-1" /></svg><span>Paintover</span></button></h1>
    <${Menu} name="talks" className="title" label=${`${t("talks")}: ${name}`} panel=${shut => html`<${Shelf} shut=${shut} switchLanguage=${switchLanguage} />`}><span id="title">${name}</span><${Icon} name="more" small /></${Menu}>
    <small id="count">${all.length ? t("pictures", { n: all.length }) : ""}</small>
    <span class="gap"></span>
    ${talk.turns.length > 0 && html`<button type="button" class="tool" id="fresh" title=${t("newTalk")} aria-label=${t("newTalk")} onClick=${() => goTo(null, () => {})}><${Icon} name="plus" /><span>${t("newTalk")}</span></button>`}
    ${all.length > 0 && html`<${Share} />`}
    <button type="button" class="tool" id="gallery" aria-pressed=${String(state.view.name === "gallery")} aria-label=${t("gallery")} title=${t("gallery")} onClick=${() => show("gallery")}><${Icon} name="gallery" /><span>${t("gallery")}</span></button>
    ${state.me?.scopes.includes("admin") && html`<button type="button" class="tool" id="admin" aria-pressed=${String(state.view.name === "admin")} aria-label=${t("admin")} title=${t("admin")} onClick=${() => show("admin")}><${Icon} name="gauge" /></button>`}
    ${(state.locked || chosen("key")) && html`<${Menu} name="key" side="end" label=${t("key")} title=${t("key")} panel=${() => html`<${KeyForm} />`}><${Icon} name="key" /></${Menu}>`}
    <button type="button" class=${`tool lang ${lang}`} id="lang" aria-label=${t("other")} onClick=${switchLanguage}><span lang="zh-Hans">中文</span><i aria-hidden="true">/</i><span lang="en">EN</span></button>
    <button type="button" class="tool" id="light" aria-label=${t(isDark ? "lightOn" : "lightOff")} title=${t(isDark ? "lightOn" : "lightOff")} onClick=${switchLight}><${Icon} name=${isDark ? "sun" : "moon"} /></button>
  </header>`;
}
