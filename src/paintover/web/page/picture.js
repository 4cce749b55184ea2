// One picture, as large as the table: zoomed and moved by hand, all that is known of it, and the line that led to it.

import { html, Component, useEffect, useRef, useState } from "./vendor/preact.js";
import { select, zoom, zoomIdentity } from "./vendor/d3.js";
import { Fact, learnt, useShown } from "./facts.js";
import { fresh } from "./gallery.js";
import { Copy, Gone, Icon, Menu, isStill } from "./parts.js";
import { lineTo, nodesOf, pictureOf, picturesOf, startOf } from "./pictures.js";
import * as server from "./server.js";
import { abilitiesOf, askedOf, keepSeed, settingsOf } from "./settings.js";
import { Share } from "./sharing.js";
import { say as announce } from "./state.js";
import { Film } from "./strip.js";
import { choose, say } from "./talks.js";
import { onThisOrigin } from "./transcript.js";
import { focusWords, putWords } from "./tray.js";
import { close, home, show, showInstead } from "./views.js";
import { joined, moment, round, t, told, whole } from "./words.js";

const VARIATIONS = 3;

/** A picture that fits its sheet, and can be brought closer. */
class Sheet extends Component {
  componentDidMount() {
    this.zoom = zoom().scaleExtent([1, 8]).on("zoom", ({ transform }) => {
      this.image.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
      this.box.classList.toggle("close", transform.k > 1);
      this.props.onScale(transform.k);
    });
    select(this.box).call(this.zoom).on("dblclick.zoom", null).on("dblclick", () => this.toggle());
    this.sizes = new ResizeObserver(() => {
      const { clientWidth: w, clientHeight: h } = this.box;
      this.zoom.extent([[0, 0], [w, h]]).translateExtent([[0, 0], [w, h]]);
    });
    this.sizes.observe(this.box);
    this.props.hold(this);
  }

  componentWillUnmount() { this.sizes.disconnect(); }
  componentDidUpdate(before) { if (before.src !== this.props.src) select(this.box).call(this.zoom.transform, zoomIdentity); }

  by(factor) {
    const box = select(this.box);
    (isStill() ? box : box.transition().duration(160)).call(this.zoom.scaleBy, factor);
  }

  toggle() {
    const box = select(this.box), isClose = this.box.classList.contains("close");
    const full = this.image.naturalWidth / this.image.clientWidth;
    if (isClose) (isStill() ? box : box.transition().duration(160)).call(this.zoom.transform, zoomIdentity);
    else this.by(full > 1.2 ? full : 2);
  }

  render({ src, alt, aspect }, { failed }) {
    return html`<div class="sheet" style=${{ "--ar": aspect }}><div class="view" ref=${element => { this.box = element; }}>
      ${!src || failed === src ? html`<${Gone} />` : ""}
      <img key="picture" src=${src || null} alt=${alt} hidden=${!src || failed === src} draggable="false" ref=${element => { this.image = element; }} onError=${() => this.setState({ failed: src })} /></div></div>`;
  }
}

/** The picture in another format, made in the browser. */
async function save(src, name, type) {
  try {
    const bitmap = await createImageBitmap(await (await fetch(src)).blob());
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    const blob = await new Promise(resolve => { canvas.toBlob(resolve, `image/${type}`, 0.92); });
    if (blob?.type !== `image/${type}`) throw new Error("not written");
    hand(blob, `${name}.${type === "jpeg" ? "jpg" : type}`);
  } catch { announce(t("gone")); }
}

/** The drawing itself, where the engine has one, as the server writes it down. */
async function saveDrawing(gen) {
  try { hand(await server.drawing(gen), `${gen}.svg`); } catch (problem) { announce(problem.message || t("gone")); }
}

function hand(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const Download = ({ shown }) => html`<span class="split"><a class="wide" href=${shown.file || shown.src} download="" aria-label=${t("getThis", { n: shown.number ?? "" })}><${Icon} name="down" small />${t("download")}</a>
  <${Menu} name="formats" className="tool" side="end" label=${t("formats")} title=${t("formats")} panel=${shut => html`<div class="rows">
    <a class="row" href=${shown.file || shown.src} download="" onClick=${shut}>PNG<small>${t("asDrawn")}</small></a>
    ${["webp", "jpeg"].map(type => html`<button type="button" class="row" onClick=${() => { shut(); save(shown.src, shown.gen, type); }}>${type === "webp" ? "WebP" : "JPEG"}<small>${t("smaller")}</small></button>`)}
    ${shown.facts?.scene && html`<button type="button" class="row" onClick=${() => { shut(); saveDrawing(shown.gen); }}>SVG<small>${t("svgNote")}</small></button>`}
  </div>`}><${Icon} name="more" small /></${Menu}></span>`;

/** The line from the root, from the conversation, else as the server tells it. */
function useLine(talk, gen) {
  const nodes = nodesOf(talk), mine = lineTo(nodes, gen), isMine = mine.length > 0;
  const [told, tell] = useState({});
  useEffect(() => {
    if (isMine) return undefined;
    let isHere = true;
    server.lineage(gen).then(({ nodes: found, edges }) => {
      const all = found.map(one => ({ id: one.gen_id, gen: one.gen_id, kind: "picture", src: one.url && onThisOrigin(one.url), prompt: one.prompt, parents: edges.filter(edge => edge.child === one.gen_id).map(edge => edge.parent) }));
      if (isHere) tell({ gen, line: lineTo(all, gen) });
    }, () => { /* the picture is shown without its line */ });
    return () => { isHere = false; };
  }, [gen, isMine]);
  return isMine ? mine : told.gen === gen ? told.line : [];
}

/** Mark or unmark a picture. */
function Favourite({ facts }) {
  const [isOn, put] = useState(facts.favourite);
  const turn = async () => {
    put(!isOn);
    try { learnt(facts.gen_id, { favourite: (await server.mark(facts.gen_id, !isOn)).favourite }); fresh(); } catch (problem) { put(isOn); announce(problem.message || t("offline")); }
  };
  return html`<button type="button" class="tool star" aria-pressed=${String(isOn)} aria-label=${t("favourite")} title=${t("favourite")} onClick=${turn}><${Icon} name="star" /></button>`;
}

/** Delete a picture, once it was said what would miss it. */
function Deletion({ facts, shut }) {
  const [held, hold] = useState(null), [problem, fail] = useState("");
  useEffect(() => { server.dependents(facts.gen_id).then(hold, error => fail(error.message || t("offline"))); }, [facts.gen_id]);
  const remove = async () => {
    try {
      await server.remove(facts.gen_id);
      learnt(facts.gen_id, null);
      fresh();
      shut();
      announce(t("deleted"));
      close();
    } catch (error) { fail(error.message || t("offline")); }
  };
  const misses = held && [held.edits.length && t("missEdits", { n: held.edits.length }), held.conversations.length && t("missTalks", { n: held.conversations.length }), held.shares?.length && t("missLinks", { n: held.shares.length })].filter(Boolean);
  return html`<div class="sure-of"><p>${t("deleteSaid")}</p>${misses?.map(line => html`<p>${line}</p>`)}${problem && html`<p role="alert">${problem}</p>`}
    <button type="button" class="chip sure" disabled=${!held} onClick=${remove}><${Icon} name="trash" small />${t("sure")}</button></div>`;
}

function Lineage({ talk, shown }) {
  const sources = shown.facts?.sources ?? nodesOf(talk).find(node => node.gen === shown.gen)?.parents ?? [];
  const link = gen => { const mine = pictureOf(talk, gen); return html`<button type="button" class="link" onClick=${() => showInstead("picture", gen)}>${mine ? t("source", { n: mine.number }) : t("earlier")}</button>`; };
  const children = nodesOf(talk).filter(node => node.gen && node.parents.includes(shown.gen));
  const because = (shown.turn?.because ?? shown.facts?.task?.evidence?.because ?? "").replace(/[。.]$/, "");
  return html`<p class="lead">${sources.length ? told(sources.length > 1 ? "mergeOf" : "editOf", { of: joined(sources.map(link)) }) : shown.facts && shown.facts.origin !== "drawn" ? t(shown.facts.origin) : t("anew")}</p>
    ${because && sources.length > 0 && html`<p class="evidence">${because}</p>`}
    ${children.length > 0 && html`<p class="evidence">${told("ledTo", { to: joined(children.map(node => link(node.gen))) })}</p>`}`;
}

export function PictureView({ talk, gen }) {
  const shown = useShown(talk, gen), { facts } = shown, line = useLine(talk, gen);
  const [scale, scaled] = useState(1), sheet = useRef(null), title = useRef(null), from = startOf(talk);
  const others = picturesOf(talk).filter(each => each.gen !== gen), lent = shown.number ? null : { src: shown.src };
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const pressed = event => {
      if (event.target.closest?.("input, textarea, select, [popover]") || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = line.findIndex(node => node.gen === gen), step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const ahead = step === 1 && at === line.length - 1 ? nodesOf(talk).find(node => node.gen && node.parents.includes(gen)) : line[at + step];
      if (step && ahead) { event.preventDefault(); showInstead("picture", ahead.gen); }
      if (event.key === "+" || event.key === "=") sheet.current?.by(1.25);
      if (event.key === "-") sheet.current?.by(0.8);
      if (event.key === "e") edit();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
  const edit = (add = false) => { choose(talk, gen, { add, lent }); home(); focusWords(); };
  /** A new picture in this one's manner: words that the planner reads, so that they can be changed before they are sent. */
  const alike = () => { if (talk.source) choose(talk, null); home(); putWords(talk, t("alikeWords", { n: shown.number })); };
  /** The same call again, several times, from other seeds. */
  const vary = () => {
    const { sources } = facts, { seed, ...settings } = askedOf(talk);
    say(talk, shown.prompt, { n: VARIATIONS, ratio: facts.ratio, settings, from: sources.length ? { kind: "picture", chosen: true, gens: sources } : { kind: "new", gens: [] } });
    home();
  };
  const other = others.find(each => (facts?.sources ?? []).includes(each.gen)) ?? others.at(-1);
  const name = shown.number ? t("picture", { n: shown.number }) : facts?.origin === "uploaded" ? t("yours") : t("otherPicture");
  const task = facts?.task, keepable = Number.isSafeInteger(facts?.seed) && facts.origin === "drawn" && abilitiesOf(talk)?.seeds !== false;
  return html`<section class="over looking" aria-label=${name}>
    <header class="headl"><h2 tabindex="-1" ref=${title}>${name}</h2><p class="cap" title=${shown.prompt}>${shown.prompt}</p>
      ${facts?.gen_id && html`<${Favourite} key=${gen} facts=${facts} />`}
      <div class="float still" role="group" aria-label=${t("zoom")}><button type="button" class="tool" aria-label=${t("zoomOut")} disabled=${scale <= 1} onClick=${() => sheet.current.by(0.8)}><${Icon} name="minus" small /></button><output class="percent">${Math.round(scale * 100)} %</output><button type="button" class="tool" aria-label=${t("zoomIn")} disabled=${scale >= 8} onClick=${() => sheet.current.by(1.25)}><${Icon} name="plus" small /></button></div>
      <button type="button" class="tool" onClick=${close} title=${`${t("shut")} (Esc)`} aria-label=${t("shut")}><${Icon} name="close" /><span>${t("shut")}</span></button></header>
    <div class="stand"><${Sheet} src=${shown.src} alt=${shown.prompt || name} aspect=${facts ? facts.width / facts.height : 1} onScale=${scaled} hold=${element => { sheet.current = element; }} /></div>
    <aside class="facts">
      <${Lineage} talk=${talk} shown=${shown} />
      <div class="deeds"><button type="button" class="wide main" onClick=${() => edit()}><${Icon} name="branch" small />${t("here")}</button>
        <button type="button" class="wide" onClick=${() => show("mask", gen)}><${Icon} name="pencil" small />${t("onlyHere")}</button>
        ${from.kind === "picture" && !from.coming && !from.gens.includes(gen) && html`<button type="button" class="wide" onClick=${() => edit(true)}><${Icon} name="merge" small />${t("also", { pictures: joined(from.numbers.map(n => n ? t("source", { n }) : t("otherPicture"))).join("") })}</button>`}
        ${facts?.engine && shown.prompt && html`<button type="button" class="wide" title=${t("varyWords")} onClick=${vary}><${Icon} name="several" small />${t("vary")}</button>`}
        ${shown.number && html`<button type="button" class="wide" onClick=${alike}><${Icon} name="plus" small />${t("alike")}</button>`}
        ${other && html`<button type="button" class="wide" onClick=${() => show("compare", other.gen, gen)}><${Icon} name="compare" small />${t("compareWith", { n: other.number })}</button>`}
        ${shown.src && html`<${Download} shown=${shown} />`}</div>
      ${shown.error && html`<p class="evidence">${shown.error.status === 404 ? t("unknown") : t("noFacts")}</p>`}
      <dl class="fact"><${Fact} name=${t("factShape")}>${facts && `${facts.ratio}`}</${Fact}><${Fact} name=${t("factSize")}>${facts && `${facts.width} × ${facts.height}`}</${Fact}>
        <${Fact} name=${t("factFile")}>${facts && t("kilobytes", { n: whole(Math.round(facts.byte_length / 1000)) })}</${Fact}>
        <${Fact} name=${t("factEngine")}>${facts?.engine && `${t(`engine_${facts.engine}`).replace(/^engine_/, "")} ${facts.engine_version ?? ""}`}</${Fact}><${Fact} name=${t("factSeed")}>${facts?.seed != null && html`${String(facts.seed)}${keepable && html`<button type="button" class="link keep" aria-pressed=${String(settingsOf(talk).seed === facts.seed)} onClick=${() => keepSeed(talk, facts.seed)}>${t(settingsOf(talk).seed === facts.seed ? "seedIsKept" : "keepSeed")}</button>`}`}</${Fact}>
        <${Fact} name=${t("factTime")}>${task?.finished_at && t("seconds", { s: round(task.finished_at - task.started_at) })}</${Fact}><${Fact} name=${t("factQueue")}>${task?.started_at && task.started_at - task.created_at >= 0.1 && t("seconds", { s: round(task.started_at - task.created_at) })}</${Fact}>
        <${Fact} name=${t("factMade")}>${facts && moment(facts.created_at * 1000)}</${Fact}></dl>
      ${(facts?.changes || facts?.notes?.length > 0) && html`<p class="evidence">${[facts.changes, ...facts.notes].filter(Boolean).join(" · ")}</p>`}
      <div class="copies">${facts?.gen_id && html`<${Menu} name="delete" className="chip" label=${t("deleteIt")} panel=${shut => html`<${Deletion} facts=${facts} shut=${shut} />`}><${Icon} name="trash" small />${t("deleteIt")}</${Menu}>`}${shown.src && html`<${Copy} text=${new URL(shown.src, location.href).href} label=${t("copyThis", { what: t("link") })}>${t("link")}</${Copy}>`}<${Copy} text=${gen} label=${t("copyThis", { what: "gen_id" })}>gen_id</${Copy}>
        ${shown.prompt && html`<${Copy} text=${shown.prompt} label=${t("copyThis", { what: t("prompt") })}>${t("prompt")}</${Copy}>`}${shown.src && html`<${Share} key=${gen} gen=${gen} side="start" />`}</div>
    </aside>
    <${Film} talk=${talk} line=${line} current=${gen} go=${to => showInstead("picture", to)} label=${t("line")} />
  </section>`;
}
