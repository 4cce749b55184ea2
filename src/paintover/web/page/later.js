// The view of the server's own affairs, which few ever open: its modules, its style and its words come when it is asked for.

import { html } from "./vendor/preact.js";
import { Icon } from "./parts.js";
import { changed } from "./state.js";
import { close } from "./views.js";
import { learn, t } from "./words.js";

let View = null, coming = null, hasFailed = false;

const styled = name => new Promise((resolve, reject) => {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(name, import.meta.url).href, onload: resolve, onerror: reject }));
});

function fetchIt() {
  hasFailed = false;
  coming ??= Promise.all([import("./admin.js"), styled("admin.css"), learn("admin/")]).then(([module]) => { View = module.AdminView; }, () => { coming = null; hasFailed = true; }).then(changed);
}

export function Later() {
  if (View) return html`<${View} />`;
  if (!hasFailed) fetchIt();
  return html`<section class="over gallery" aria-label=${t("admin")}><header class="headl"><h2>${t("admin")}</h2><span class="gap"></span>
      <button type="button" class="tool" onClick=${close} title=${`${t("shut")} (Esc)`} aria-label=${t("shut")}><${Icon} name="close" /><span>${t("shut")}</span></button></header>
    <div class="wall">${hasFailed && html`<div class="trouble"><${Icon} name="struck" small /><p>${t("offline")}</p><button type="button" class="chip" onClick=${() => { fetchIt(); changed(); }}><${Icon} name="again" small />${t("again")}</button></div>`}</div></section>`;
}
