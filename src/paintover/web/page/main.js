// The page: a talk beside the table on which its pictures lie.

import { html, render } from "./vendor/preact.js";
import { CompareView } from "./compare.js";
import { GalleryView } from "./gallery.js";
import { MaskView } from "./mask.js";
import { Later } from "./later.js";
import { Icon } from "./parts.js";
import { PictureView } from "./picture.js";
import { follow } from "./previews.js";
import { me } from "./server.js";
import { learnModels } from "./settings.js";
import { changed, onChange, state } from "./state.js";
import { Strip } from "./strip.js";
import { Talk } from "./talk.js";
import { restore, titleOf } from "./talks.js";
import { Top } from "./top.js";
import { Samples, Tray, take } from "./tray.js";
import { Tree, treeProps } from "./tree.js";
import { close } from "./views.js";
import { lang, speak, t } from "./words.js";

function Page() {
  const { talk, view } = state, isEmpty = !talk.turns.length;
  return html`<${Top} />
    <main class="desk">${!isEmpty && html`<${Strip} talk=${talk} /><${Talk} />`}
    <section class="table" aria-label=${t("table")}>
      ${isEmpty && view.name === "tree" ? html`<${Samples} talk=${talk} />` : html`<${Tree} ...${treeProps(talk)} />`}
      ${view.name === "tree" && view.isAsked && html`<button type="button" class="tool back" onClick=${close}><${Icon} name="left" small />${t("shutTree")}</button>`}
      ${view.name === "picture" && html`<${PictureView} key="picture" talk=${talk} gen=${view.gens[0]} />`}
      ${view.name === "mask" && html`<${MaskView} key=${view.gens[0]} talk=${talk} gen=${view.gens[0]} />`}
      ${view.name === "compare" && html`<${CompareView} key="compare" talk=${talk} gens=${view.gens} />`}
      ${view.name === "gallery" && html`<${GalleryView} key="gallery" talk=${talk} />`}
      ${view.name === "admin" && html`<${Later} key="admin" />`}
    </section></main>
    <${Tray} talk=${talk} />
    <p class="hide" id="news" role="status">${state.news}</p>`;
}

const page = document.getElementById("page");
function paint() {
  const { talk, view } = state, over = view.name !== "tree" || view.isAsked;
  page.className = [talk.turns.length ? "" : "empty", over ? "covered" : ""].filter(Boolean).join(" ");
  page.dataset.view = view.name;
  document.title = talk.turns.length ? `${titleOf(talk)} · Paintover` : "Paintover";
  render(html`<${Page} />`, page);
  follow(talk);
}

const hasFiles = event => event.dataTransfer?.types.includes("Files");
document.addEventListener("paste", event => { if (event.clipboardData.files.length) { event.preventDefault(); take([...event.clipboardData.files]); } });
document.addEventListener("dragover", event => { if (hasFiles(event)) { event.preventDefault(); page.classList.add("dropping"); } });
document.addEventListener("dragleave", event => { if (!event.relatedTarget) page.classList.remove("dropping"); });
document.addEventListener("drop", event => { page.classList.remove("dropping"); if (event.dataTransfer.files.length) { event.preventDefault(); take([...event.dataTransfer.files]); } });
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || document.querySelector("[popover]:popover-open")) return;
  if (state.resourcing) { state.resourcing = null; changed(); }
  else if (state.view.name !== "tree" || state.view.isAsked) close();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);

await speak(lang);
await restore();
onChange(paint);
paint();
me().then(told => { state.me = told; changed(); }, () => { /* an older server, or one that wants a key: nothing of what it could tell is shown */ });
learnModels();
