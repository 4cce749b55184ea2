// The page of a shared link: the studio's talk, tree and prints, for looking only.

import { html, render } from "./vendor/preact.js";
import { lineTo, nodesOf, parentsOf, pictureOf, picturesOf } from "./pictures.js";
import { Icon, dotted } from "./parts.js";
import { changed, onChange, state } from "./state.js";
import { Film, Strip } from "./strip.js";
import { switchLanguage, switchLight } from "./settled.js";
import { Talk } from "./talk.js";
import { Tree, treeProps } from "./tree.js";
import { close, showInstead } from "./views.js";
import { joined, lang, speak, t, told } from "./words.js";

const page = document.getElementById("page"), address = location.pathname.replace(/\/$/, "");
let shared = { title: "", kind: "conversation" };

function Top({ talk }) {
  const count = picturesOf(talk).length, isDark = document.documentElement.dataset.theme === "dark" || document.documentElement.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches;
  return html`<header class="top">
    <h1 class="name"><a href="/" aria-label="Paintover"><svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round" aria-hidden="true"><rect x="3" y="3" width="12" height="12" rx="2" /><path d="M18 9h1a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-1" /></svg><span>Paintover</span></a></h1>
    <p class="title"><span id="title">${shared.title}</span></p>
    <small id="count">${shared.kind === "conversation" && count ? t("pictures", { n: count }) : ""}</small><span class="gap"></span>
    <small class="lookonly">${t("sharedNote")}</small>
    <button type="button" class=${`tool lang ${lang}`} id="lang" aria-label=${t("other")} onClick=${switchLanguage}><span lang="zh-Hans">中文</span><i aria-hidden="true">/</i><span lang="en">EN</span></button>
    <button type="button" class="tool" id="light" aria-label=${t(isDark ? "lightOn" : "lightOff")} title=${t(isDark ? "lightOn" : "lightOff")} onClick=${switchLight}><${Icon} name=${isDark ? "sun" : "moon"} /></button>
  </header>`;
}

/** Where a picture comes from, in words. */
function origin(talk, picture) {
  const parents = parentsOf(picture.turn, picture);
  const names = parents.map(gen => pictureOf(talk, gen) ? t("source", { n: pictureOf(talk, gen).number }) : t("yours"));
  return names.length ? told(names.length > 1 ? "mergeOf" : "editOf", { of: joined(names) }) : t("anew");
}

const entered = element => element?.querySelector("button")?.focus({ preventScroll: true });

function Look({ talk, gen }) {
  const node = nodesOf(talk).find(each => each.gen === gen), picture = pictureOf(talk, gen), all = nodesOf(talk).filter(each => each.gen), at = all.indexOf(node);
  if (!node) return html`<section class="over seen"><p class="none">${t("gone")}</p></section>`;
  const facts = picture?.facts, go = by => { const next = all[at + by]; if (next) showInstead("picture", next.gen); };
  const keys = event => { if (event.key === "ArrowLeft") go(-1); else if (event.key === "ArrowRight") go(1); };
  return html`<section class="over seen" ref=${entered} aria-label=${node.number ? t("picture", { n: node.number }) : t("yours")} onKeyDown=${keys}>
    <header>${shared.kind !== "picture" && html`<button type="button" class="tool" onClick=${close}><${Icon} name="left" small />${t("shut")}</button>`}
      <h2>${node.number && shared.kind !== "picture" ? t("picture", { n: node.number }) : node.prompt || t("yours")}</h2>
      <a class="tool" href=${node.src} download=${`${gen}`} aria-label=${node.number ? t("getThis", { n: node.number }) : t("download")} title=${t("download")}><${Icon} name="down" /><span>${t("download")}</span></a></header>
    <div class="frame1"><img src=${node.src} alt=${node.prompt || t("yours")} /></div>
    <footer>${shared.kind !== "picture" && picture && html`<p class="prompt">${picture.turn.said}</p>`}
      <p class="meta">${dotted([picture && shared.kind !== "picture" && origin(talk, picture), facts && `${facts.width} × ${facts.height}`])}</p></footer>
    <${Film} talk=${talk} line=${lineTo(nodesOf(talk), node.id)} current=${node.id} go=${to => showInstead("picture", to)} label=${t("line")} />
  </section>`;
}

function Page() {
  const { talk, view } = state, isPicture = shared.kind === "picture";
  if (isPicture) return html`<${Top} talk=${talk} /><main class="desk one"><section class="table"><${Look} talk=${talk} gen=${picturesOf(talk)[0]?.gen} /></section></main>`;
  return html`<${Top} talk=${talk} />
    <main class="desk"><${Strip} talk=${talk} /><${Talk} />
    <section class="table" aria-label=${t("table")}><${Tree} ...${treeProps(talk)} />
      ${view.name === "tree" && view.isAsked && html`<button type="button" class="tool back" onClick=${close}><${Icon} name="left" small />${t("shutTree")}</button>`}
      ${view.name === "picture" && html`<${Look} key="picture" talk=${talk} gen=${view.gens[0]} />`}</section></main>
    <p class="hide" id="news" role="status">${state.news}</p>`;
}

function paint() {
  const { view } = state, over = view.name === "picture" || view.isAsked;
  page.className = ["shared", shared.kind === "picture" ? "alone" : "", over ? "covered" : ""].filter(Boolean).join(" ");
  page.dataset.view = shared.kind === "picture" ? "picture" : view.name;
  document.title = `${shared.title} · Paintover`;
  render(html`<${Page} />`, page);
}

document.addEventListener("keydown", event => { if (event.key === "Escape" && !event.defaultPrevented && shared.kind !== "picture" && (state.view.name !== "tree" || state.view.isAsked)) close(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);

await speak(lang);
const response = await fetch(`${address}/talk.json`);
// Taken back since the page came: it says so itself when it is loaded again.
if (!response.ok) location.reload();
else {
  shared = await response.json();
  state.isShared = true;
  state.talk = { id: address, turns: shared.turns, version: 0, source: null, uploads: [], draft: "", lent: {}, control: null };
  onChange(paint);
  paint();
}
