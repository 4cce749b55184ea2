// The tree of pictures on the table: panned and zoomed by hand, wheel, fingers or keys; the current line lit.

import { html, Component } from "./vendor/preact.js";
import { select, zoom, zoomIdentity } from "./vendor/d3.js";
import { CARD, arrange, neighbour } from "./layout.js";
import { Icon, SmallClip, isStill, still } from "./parts.js";
import { nodesOf, pathTo, picturesOf, startOf } from "./pictures.js";
import { changed, state } from "./state.js";
import { sketchKey } from "./previews.js";
import { again, choose, say } from "./talks.js";
import { answerOf } from "./transcript.js";
import { show } from "./views.js";
import { t } from "./words.js";

const SMALLEST = 0.25, FARTHEST = 0.1, LARGEST = 2, READABLE = 0.7, REST_MS = 180;
const MANY = 120;   // of more prints only those in view, and half a view around it, are on the page

/** Say a turn's words again, from another picture: the same wish on another branch. */
function resource(talk, gen) {
  const { said, ratio, n, model, quality, seed } = state.resourcing;
  state.resourcing = null;
  say(talk, said, { ratio, n, settings: { model, quality, seed }, from: { kind: "picture", chosen: true, gens: [gen] } });
}

function look(talk, node) {
  if (!node.gen) return;
  if (state.resourcing) resource(talk, node.gen); else show("picture", node.gen);
}

const nameOf = node => node.kind === "guest" ? (node.origin === "uploaded" ? t("yours") : t("earlier")) : node.number ? t("picture", { n: node.number }) : t("failed");

function drawNode({ talk, node, place, isOn, isCurrent, isFocus, isPicking }) {
  const percent = node.kind === "drawing" ? answerOf(node.turn).percent : 0;
  const words = [nameOf(node), node.prompt, isCurrent && t("current")].filter(Boolean).join(", ");
  const act = node.kind === "failed" || node.kind === "stopped"
    ? html`<button type="button" class="act" tabindex=${isFocus ? 0 : -1} onClick=${event => { event.stopPropagation(); again(talk, node.turn); }}><${Icon} name="again" small />${t("again")}</button>`
    : node.gen && !state.isShared && html`<button type="button" class="act" tabindex=${isFocus ? 0 : -1} aria-label=${node.number ? t("editFrom", { n: node.number }) : t("editFromYours")} onClick=${event => {
        event.stopPropagation();
        if (isPicking) resource(talk, node.gen); else choose(talk, node.gen, { add: event.shiftKey, lent: node.kind === "guest" ? { src: node.src } : null });
      }}><${Icon} name="branch" small />${t("here")}</button>`;
  return html`<div class=${`node ${node.kind} ${isOn ? "on" : "off"} ${isCurrent ? "cur" : ""}`} id=${`node-${node.id}`} data-id=${node.id} role="treeitem" aria-level=${place.depth + 1} aria-label=${words} aria-selected=${String(isCurrent)} tabindex=${isFocus ? 0 : -1}
      style=${{ left: `${place.x - place.width / 2}px`, top: `${place.y - place.height / 2}px`, width: `${place.width}px`, height: `${place.height}px` }}
      onClick=${() => look(talk, node)}>
    <span class="card"><${SmallClip} talk=${talk} node=${node} /></span>${act}
    <span class="tag"><b>${node.number || ""}</b>${node.kind === "drawing" && percent ? html`<span>${percent} %</span>` : ""}</span>
  </div>`;
}

const Node = still(drawNode, ({ node, place, isOn, isCurrent, isFocus, isPicking }) => {
  const { percent, running } = node.turn ? answerOf(node.turn) : {};
  return JSON.stringify([node.id, node.kind, node.src, node.number, node.prompt, place, isOn, isCurrent, isFocus, isPicking, node.kind === "drawing" && [percent, running], sketchKey(node.turn)]);
});

const Ink = still(({ layout, lit, isNear }) => {
  const isLit = (from, to) => lit.has(from) && lit.has(to);
  const isSeen = ({ from, to }) => { const [a, b] = [layout.places.get(from), layout.places.get(to)]; return isNear({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) }, { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y) }); };
  const edges = layout.edges.filter(isSeen).sort((a, b) => isLit(a.from, a.to) - isLit(b.from, b.to));
  return html`<svg class="ink" aria-hidden="true">
    ${edges.map(({ from, to, d }) => html`<path key=${`${from}>${to}`} class=${isLit(from, to) ? "e lit" : "e"} data-from=${from} data-to=${to} d=${d} />`)}
    ${layout.rings.filter(ring => isNear(ring)).map(({ id, x, y, d }) => html`<g key=${id} class=${lit.has(id) ? "e lit" : "e"}><path d=${d} /><circle cx=${x} cy=${y} r="4" /></g>`)}
  </svg>
  ${layout.labels.filter(words => isNear(words)).map(({ id, kind, x, y, width, text, said }) => html`<span key=${id} class=${`says ${kind} ${lit.has(id) ? "on" : ""}`} aria-hidden="true" style=${{ left: `${x}px`, top: `${y}px`, ...(width && { width: `${width}px`, marginLeft: `${-width / 2}px` }) }} title=${said && said !== text ? said : text}><span>${text}</span></span>`)}`;
}, ({ lit, laid }) => JSON.stringify([arranged.key, [...lit], laid]));

let arranged = { key: null, layout: null };
function layoutOf(nodes) {
  const key = JSON.stringify(nodes.map(({ id, parents, aspect, prompt, isNamed }) => [id, parents, aspect, prompt, isNamed]));
  if (arranged.key !== key) arranged = { key, layout: arrange(nodes) };
  return arranged.layout;
}

export class Tree extends Component {
  componentDidMount() {
    this.zoom = zoom().scaleExtent([SMALLEST, LARGEST]).filter(event => !event.button && event.type !== "dblclick" && !(event.type === "wheel" && !event.ctrlKey && !event.metaKey))
      .on("zoom", ({ transform, sourceEvent }) => this.moved(transform, sourceEvent));
    select(this.box).call(this.zoom);
    this.box.addEventListener("wheel", event => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const scale = event.deltaMode ? 24 : 1, { k } = this.transform;
      const [dx, dy] = event.shiftKey && !event.deltaX ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      this.isHeld = true;
      select(this.box).call(this.zoom.translateBy, -dx * scale / k, -dy * scale / k);
    }, { passive: false });
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(this.box);
    this.componentDidUpdate();
  }

  componentWillUnmount() { this.sizes.disconnect(); clearTimeout(this.resting); }

  transform = zoomIdentity;

  moved(transform, sourceEvent) {
    this.transform = transform;
    if (sourceEvent) this.isHeld = true;
    const { x, y, k } = transform;
    this.stage.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    // The dots are a sheet of their own, moved by less than one dot's distance: nothing is painted while panning.
    const size = 24 * k * 2 ** Math.max(0, Math.ceil(Math.log2(0.6 / k)));
    this.dots.style.transform = `translate(${((x % size) + size) % size}px, ${((y % size) + size) % size}px)`;
    if (this.dotted !== size) this.dots.style.backgroundSize = `${size}px ${size}px`;
    this.dotted = size;
    const far = k < 0.3 ? "2" : k < 0.5 ? "1" : "0";
    if (this.stage.dataset.far !== far) this.stage.dataset.far = far;
    if (this.percent) this.percent.firstChild.data = `${Math.round(k * 100)} %`;
    // While it moves the stage is one layer; when it has come to rest it is painted sharply again.
    this.stage.classList.add("moving");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.stage.classList.remove("moving"), REST_MS);
    if (this.props.nodes.length > MANY && !this.isInside(this.laid, this.seen())) this.setState({});
  }

  /** The part of the stage that is in view. */
  seen(around = 0) {
    const { x, y, k } = this.transform, { clientWidth: w = 0, clientHeight: h = 0 } = this.box ?? {};
    return [(-x - around * w) / k, (-y - around * h) / k, (w - x + around * w) / k, (h - y + around * h) / k];
  }

  /** Whether what is laid out covers what is in view, and not much more. */
  isInside(outer, inner) { return Boolean(outer) && outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3] && outer[2] - outer[0] < 4 * (inner[2] - inner[0]); }

  /** Stay within reach of the prints: at least a part of the tree is always in view. */
  bound() {
    const [left, top, right, bottom] = this.layout.bounds, { clientWidth: w, clientHeight: h } = this.box;
    if (!w) return;
    const smallest = Math.min(SMALLEST, this.fitting());
    this.zoom.scaleExtent([Math.max(FARTHEST, smallest), LARGEST]).translateExtent([[left - w, top - h], [right + w, bottom + h]]);
  }

  fitting() {
    const [left, top, right, bottom] = this.layout.bounds, { clientWidth: w, clientHeight: h } = this.box;
    return Math.min(Math.max(1, Math.min(LARGEST, w / 1600)), w / Math.max(1, right - left), h / Math.max(1, bottom - top));
  }

  go(transform) {
    const box = select(this.box);
    if (isStill() || !this.isPlaced) box.call(this.zoom.transform, transform);
    else box.transition().duration(240).call(this.zoom.transform, transform);
    this.isPlaced = true;
  }

  /** The whole tree, when that leaves the prints readable; else at that size, with the current print in the middle. */
  place() {
    const { clientWidth: w, clientHeight: h } = this.box, [left, top, right, bottom] = this.layout.bounds;
    if (!w || !this.props.nodes.length) return;
    this.isHeld = false;
    const k = this.fitting();
    if (k >= (w < 600 ? 0.5 : READABLE)) this.go(zoomIdentity.translate((w - (left + right) * k) / 2, Math.min((h - (top + bottom) * k) / 2, h * 0.08 - top * k)).scale(k));
    else this.center(this.current() ?? [...this.layout.places.values()].at(-1), READABLE);
  }

  fit() {
    const { clientWidth: w, clientHeight: h } = this.box, [left, top, right, bottom] = this.layout.bounds, k = this.fitting();
    if (k < FARTHEST) this.center(this.current() ?? [...this.layout.places.values()].at(-1), FARTHEST);
    else this.go(zoomIdentity.translate((w - (left + right) * k) / 2, (h - (top + bottom) * k) / 2).scale(k));
  }

  center({ x, y }, k = this.transform.k) {
    const { clientWidth: w, clientHeight: h } = this.box, [left, top, right, bottom] = this.layout.bounds;
    const within = (at, size, low, high) => high - low <= size ? (size - low - high) / 2 : Math.min(-low, Math.max(size - high, at));
    this.go(zoomIdentity.translate(within(w / 2 - x * k, w, left * k, right * k), within(h * 0.56 - y * k, h, top * k, bottom * k)).scale(k));
  }

  /** Bring a print into view when it is not. */
  reveal(place) {
    if (!place || !this.box.clientWidth) return;
    const { x, y, k } = this.transform, { clientWidth: w, clientHeight: h } = this.box, gap = 24;
    const left = (place.x - place.width / 2) * k + x, right = left + place.width * k, top = (place.y - place.height / 2) * k + y, bottom = top + place.height * k;
    if (left >= gap && right <= w - gap && top >= gap && bottom <= h - gap) return;
    this.center(place);
  }

  current() { return this.layout.places.get(this.currentId); }

  resized() {
    this.bound();
    if (!this.isHeld) this.place(); else this.reveal(this.current());
  }

  componentDidUpdate() {
    const { talk } = this.props, shown = `${talk.id}`, key = arranged.key;
    if (this.shown !== shown) { this.isPlaced = this.isHeld = false; this.focused = null; }
    if (this.shown !== shown || this.key !== key) {
      this.bound();
      if (this.shown !== shown || !this.isHeld) this.place(); else this.reveal(this.current());
    } else if (this.revealed !== this.currentId) this.reveal(this.current());
    [this.shown, this.key, this.revealed] = [shown, key, this.currentId];
  }

  pressed = event => {
    const id = event.target.closest?.("[data-id]")?.dataset.id, { talk, nodes } = this.props;
    const node = nodes.find(each => each.id === id);
    if (["+", "=", "-", "0", "1"].includes(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (event.key === "0") this.fit(); else if (event.key === "1") this.scale(1 / this.transform.k); else this.scale(event.key === "-" ? 0.8 : 1.25);
      return;
    }
    if (!node || event.target.closest("button") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      this.focused = neighbour(this.layout, nodes, id, event.key);
      this.reveal(this.layout.places.get(this.focused));
      this.setState({}, () => document.getElementById(`node-${this.focused}`)?.focus({ preventScroll: true }));
    } else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); look(talk, node); }
    else if (state.isShared) return;
    else if (event.key === "e" && node.gen) choose(talk, node.gen, { lent: node.kind === "guest" ? { src: node.src } : null });
    else if (event.key === "m" && node.gen) choose(talk, node.gen, { add: true, lent: node.kind === "guest" ? { src: node.src } : null });
  };

  scale(by) {
    this.isHeld = true;
    const box = select(this.box);
    (isStill() ? box : box.transition().duration(160)).call(this.zoom.scaleBy, by);
  }

  render({ talk, nodes }) {
    const from = startOf(talk), lit = pathTo(nodes, from.gens), isPicking = Boolean(state.resourcing);
    this.layout = layoutOf(nodes);
    this.currentId = from.gens.find(id => this.layout.places.has(id));
    const focus = this.layout.places.has(this.focused) ? this.focused : this.currentId ?? nodes[0]?.id;
    this.laid = nodes.length > MANY ? this.isInside(this.laid, this.seen()) && this.laidOut === arranged.key ? this.laid : this.seen(0.5) : null;
    this.laidOut = arranged.key;
    const [left, top, right, bottom] = this.laid ?? [-Infinity, -Infinity, Infinity, Infinity];
    const isNear = (low, high = low) => high.x > left - CARD && low.x < right + CARD && high.y > top - CARD && low.y < bottom + CARD;
    const seen = event => { const id = event.target.closest("[data-id]")?.dataset.id; if (id && id !== this.focused) { this.focused = id; this.setState({}); this.reveal(this.layout.places.get(id)); } };
    const point = event => { const id = event.target.closest?.("[data-id]")?.dataset.id; for (const path of this.box.querySelectorAll(".e.near")) path.classList.remove("near"); if (id) for (const path of this.box.querySelectorAll(`.e[data-from="${CSS.escape(id)}"], .e[data-to="${CSS.escape(id)}"]`)) path.classList.add("near"); };
    return html`<div class=${`tree ${isPicking ? "picking" : ""}`} id="tree" onKeyDown=${this.pressed}>
      <div class="ground" ref=${element => { this.box = element; }} onPointerOver=${point} onPointerLeave=${point}>
        <div class="dots" ref=${element => { this.dots = element; }}></div>
        <div class="stage" ref=${element => { this.stage = element; }} role=${nodes.length ? "tree" : null} aria-label=${nodes.length ? t("tree") : null} aria-multiselectable=${nodes.length ? "true" : null} onFocusIn=${seen}>
          <${Ink} layout=${this.layout} lit=${lit} isNear=${isNear} laid=${this.laid} />
          ${nodes.filter(node => node.id === focus || isNear(this.layout.places.get(node.id))).map(node => html`<${Node} key=${node.id} talk=${talk} node=${node} place=${this.layout.places.get(node.id)} isOn=${lit.has(node.id)} isCurrent=${from.gens.includes(node.id)} isFocus=${focus === node.id} isPicking=${isPicking} />`)}
        </div>
      </div>
      ${isPicking && html`<div class="banner" role="status"><p>${t("picking", { words: state.resourcing.said })}</p><button type="button" class="chip" onClick=${() => { state.resourcing = null; changed(); }}>${t("never")}</button></div>`}
      ${picturesOf(talk).length > 1 && !isPicking && !state.isShared && html`<div class="float tr"><button type="button" class="tool" onClick=${() => compareHere(talk, nodes, from)}><${Icon} name="compare" /><span>${t("compare")}</span></button></div>`}
      <div class="float br" role="group" aria-label=${t("zoom")}>
        <button type="button" class="tool" aria-label=${t("zoomOut")} title=${`${t("zoomOut")} (-)`} onClick=${() => this.scale(0.8)}><${Icon} name="minus" small /></button>
        <output class="percent" ref=${element => { this.percent = element; }}>${`${Math.round(this.transform.k * 100)} %`}</output>
        <button type="button" class="tool" aria-label=${t("zoomIn")} title=${`${t("zoomIn")} (+)`} onClick=${() => this.scale(1.25)}><${Icon} name="plus" small /></button>
        <button type="button" class="tool" aria-label=${t("fit")} title=${`${t("fit")} (0)`} onClick=${() => this.fit()}><${Icon} name="fit" small /></button>
      </div>
    </div>`;
  }
}

/** Compare the current picture with what it was made from, else with the one before it. */
export function compareHere(talk, nodes, from) {
  const all = nodes.filter(node => node.gen), here = all.find(node => from.gens.includes(node.id)) ?? all.at(-1);
  const other = all.find(node => here.parents.includes(node.id)) ?? all.filter(node => node !== here).at(-1);
  show("compare", other.gen, here.gen);
}

export const treeProps = talk => ({ talk, nodes: nodesOf(talk) });
