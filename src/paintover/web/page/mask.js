// Where a picture may change: painted over it with brush, lasso, rectangle and eraser, by mouse, pen, touch or keys. What
// is painted is a list of marks, drawn anew from the first whenever one is taken back; it goes with the next words.

import { Component, html } from "./vendor/preact.js";
import { select, zoom, zoomIdentity } from "./vendor/d3.js";
import { useShown } from "./facts.js";
import { Gone, Icon, Menu, isNarrow, isStill } from "./parts.js";
import { paint, partOf } from "./marks.js";
import { say as announce } from "./state.js";
import { only } from "./talks.js";
import { focusWords } from "./tray.js";
import { close, home } from "./views.js";
import { t } from "./words.js";

const TOOLS = { brush: ["pencil", "tool_brush"], lasso: ["lasso", "tool_lasso"], rectangle: ["shape", "tool_rectangle"], eraser: ["eraser", "tool_eraser"], hand: ["hand", "tool_hand"] };   // their icons and names; each has its initial as its key
const SMALLEST = 0.01, LARGEST = 0.4, CLOSEST = 16, STEPS = 1000;   // sizes as parts of the picture's shorter side

class Easel extends Component {
  constructor(props) {
    super(props);
    const kept = props.talk.only?.gen === props.gen ? props.talk.only : null;
    this.state = { tool: "brush", size: 0.08, marks: kept?.marks ?? [], undone: [], part: kept?.part ?? 0, scale: 1, at: null };
    this.box = { current: null };
    this.sheet = { current: null };
    this.stage = { current: null };
    this.cursor = { current: null };
    this.title = { current: null };
    this.touches = new Map();
    this.transform = zoomIdentity;
  }

  componentDidMount() {
    // Drags paint; the wheel zooms, the middle button and the hand move. Touches are told apart below.
    this.zoom = zoom().scaleExtent([1, CLOSEST])
      .filter(event => event.type === "wheel" || event.type === "mousedown" && (event.button === 1 || this.state.tool === "hand" && event.button === 0))
      .on("zoom", ({ transform }) => {
        this.transform = transform;
        this.stage.current.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
        if (transform.k !== this.state.scale) this.setState({ scale: transform.k });
      });
    select(this.box.current).call(this.zoom).on("dblclick.zoom", null);
    this.sizes = new ResizeObserver(() => {
      const { clientWidth: w, clientHeight: h } = this.box.current;
      this.zoom.extent([[0, 0], [w, h]]).translateExtent([[0, 0], [w, h]]);
      this.setState({});
    });
    this.sizes.observe(this.box.current);
    addEventListener("keydown", this.shortcut);
    this.redraw();
    this.title.current.focus({ preventScroll: true });
  }

  componentWillUnmount() {
    this.sizes.disconnect();
    removeEventListener("keydown", this.shortcut);
  }

  componentDidUpdate(_, before) { if (before.marks !== this.state.marks) this.redraw(); }

  get shorter() { return Math.min(this.props.width, this.props.height); }
  get pixels() { return Math.max(1, this.state.size * this.shorter); }
  get paper() { return this.sheet.current.getContext("2d", { willReadFrequently: true }); }

  /** Draw what is painted, and have it go with the next words. */
  redraw() {
    const { talk, gen, width, height } = this.props, { marks } = this.state, context = this.paper;
    context.fillStyle = context.strokeStyle = "#E0452A";
    paint(context, this.drawn ? [...marks, this.drawn] : marks);
    if (this.drawn) return;
    const part = marks.length ? partOf(context) : 0;
    if (part !== this.state.part) this.setState({ part });
    only(talk, part ? { gen, marks, width, height, part, lent: this.props.lent } : null);
  }

  add(mark) { this.setState(({ marks }) => ({ marks: [...marks, mark], undone: [] })); }
  undo = () => this.setState(({ marks, undone }) => marks.length ? { marks: marks.slice(0, -1), undone: [...undone, marks.at(-1)] } : null);
  redo = () => this.setState(({ marks, undone }) => undone.length ? { marks: [...marks, undone.at(-1)], undone: undone.slice(0, -1) } : null);
  pick(tool) { this.setState({ tool }); }
  resize(by) { this.setState(({ size }) => ({ size: Math.max(SMALLEST, Math.min(LARGEST, size * by)) })); }

  /** The picture's pixel under a pointer. */
  point({ clientX, clientY }) {
    const { left, top, width, height } = this.sheet.current.getBoundingClientRect();
    return [(clientX - left) / width * this.props.width, (clientY - top) / height * this.props.height];
  }

  begin(mark) { this.drawn = mark; }
  go(point) {
    const { drawn } = this;
    if (drawn.kind === "area" && drawn.from) { const [x, y] = drawn.from; drawn.points = [[x, y], [point[0], y], point, [x, point[1]]]; } else drawn.points.push(point);
    this.due ??= requestAnimationFrame(() => { this.due = null; if (this.drawn) this.redraw(); });
  }
  end(isKept = true) {
    const { drawn } = this;
    this.drawn = null;
    if (!drawn) return;
    if (isKept && (drawn.kind === "line" || drawn.points.length > 2)) this.add(drawn); else this.redraw();
  }

  pressed = event => {
    if (event.pointerType === "touch") {
      this.touches.set(event.pointerId, event);
      if (this.touches.size === 2) { this.end(false); this.pinched = this.spread(); return; }   // two fingers move the sheet
      if (this.touches.size > 2) return;
    }
    const { tool } = this.state, isEraser = tool === "eraser" || event.pointerType === "pen" && event.buttons & 32;
    if (tool === "hand" && event.pointerType === "touch") { this.held = event; return; }
    if (tool === "hand" || event.button !== 0 && !isEraser) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = this.point(event);
    this.begin(tool === "lasso" || tool === "rectangle" ? { kind: "area", points: [point], erases: event.altKey, ...(tool === "rectangle" && { from: point }) } : { kind: "line", points: [point], size: this.pixels, erases: Boolean(isEraser || event.altKey) });
    this.go(point);
  };

  moved = event => {
    this.show(this.point(event));
    if (event.pointerType === "touch" && this.touches.has(event.pointerId)) {
      const before = this.touches.get(event.pointerId);
      this.touches.set(event.pointerId, event);
      if (this.pinched) { this.pinch(); return; }
      if (this.held) { select(this.box.current).call(this.zoom.translateBy, (event.clientX - before.clientX) / this.transform.k, (event.clientY - before.clientY) / this.transform.k); return; }
    }
    if (this.drawn) for (const each of event.getCoalescedEvents?.().length ? event.getCoalescedEvents() : [event]) this.go(this.point(each));
  };

  released = event => {
    this.touches.delete(event.pointerId);
    if (!this.touches.size) this.pinched = this.held = null;
    this.end(event.type === "pointerup");
  };

  /** The middle of two fingers on the box, and how far they are apart. */
  spread() {
    const [a, b] = [...this.touches.values()], { left, top } = this.box.current.getBoundingClientRect();
    return { x: (a.clientX + b.clientX) / 2 - left, y: (a.clientY + b.clientY) / 2 - top, far: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1 };
  }

  pinch() {
    if (this.touches.size < 2) return;
    const before = this.pinched, now = this.pinched = this.spread(), box = select(this.box.current);
    box.call(this.zoom.scaleBy, now.far / before.far, [before.x, before.y]);
    box.call(this.zoom.translateBy, (now.x - before.x) / this.transform.k, (now.y - before.y) / this.transform.k);
  }

  by(factor) {
    const box = select(this.box.current);
    (isStill() ? box : box.transition().duration(160)).call(this.zoom.scaleBy, factor);
  }

  /** Show where the brush is and how large. */
  show([x, y]) {
    this.at = [x, y];
    const { width, height } = this.props, { current: ring } = this.cursor;
    if (ring) Object.assign(ring.style, { left: `${x / width * 100}%`, top: `${y / height * 100}%` });
  }

  /** On the sheet: arrows move the brush, space paints, held down it draws a line. */
  typed = event => {
    const { width, height } = this.props, step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [x, y] = this.at ?? [width / 2, height / 2];
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      const far = event.shiftKey ? 1 : Math.max(1, this.pixels / 3);
      const point = [Math.max(0, Math.min(width, x + step[0] * far)), Math.max(0, Math.min(height, y + step[1] * far))];
      this.show(point);
      if (this.drawn) this.go(point);
    } else if (event.key === " " && !event.repeat) {
      event.preventDefault();
      this.show([x, y]);
      this.begin({ kind: "line", points: [[x, y]], size: this.pixels, erases: this.state.tool === "eraser" });
      this.go([x, y]);
    } else if (event.key === " ") event.preventDefault();
  };
  untyped = event => { if (event.key === " ") { event.preventDefault(); this.end(); } };

  shortcut = event => {
    if (event.target.closest?.("input:not([type=range]), textarea, select, [popover]") || event.altKey) return;
    const isMore = event.ctrlKey || event.metaKey, key = event.key.toLowerCase();
    if (isMore && key === "z") { event.preventDefault(); if (event.shiftKey) this.redo(); else this.undo(); return; }
    if (isMore && key === "y") { event.preventDefault(); this.redo(); return; }
    if (isMore) return;
    const tool = { b: "brush", l: "lasso", r: "rectangle", e: "eraser", h: "hand" }[key];
    if (tool) this.pick(tool);
    else if (key === "[") this.resize(1 / 1.25);
    else if (key === "]") this.resize(1.25);
    else if (key === "+" || key === "=") this.by(1.25);
    else if (key === "-") this.by(0.8);
    else if (key === "i") this.add({ kind: "invert" });
  };

  rectangle = (event, shut) => {
    event.preventDefault();
    const { width, height } = this.props, [left, top, wide, high] = ["left", "top", "wide", "high"].map(name => Number(new FormData(event.target).get(name)) / 100);
    const [x, y, w, h] = [left * width, top * height, Math.min(wide, 1 - left) * width, Math.min(high, 1 - top) * height];
    this.add({ kind: "area", points: [[x, y], [x + w, y], [x + w, y + h], [x, y + h]], erases: this.state.tool === "eraser" });
    shut();
  };

  render({ src, alt, name, words, width, height, talk }, { tool, size, marks, undone, part, scale }) {
    const across = size * this.shorter / width * 100, percent = part > 0 && part < 0.01 ? "< 1" : Math.round(part * 100);
    const number = (name, start) => html`<label>${t(name)}<input name=${name} type="number" min="0" max="100" step="any" required value=${start} /></label>`;
    return html`<header class="headl"><h2 tabindex="-1" ref=${this.title}>${t("maskOf", { name })}</h2><p class="cap" title=${words}>${words}</p>
      <div class="float still" role="group" aria-label=${t("zoom")}><button type="button" class="tool" aria-label=${t("zoomOut")} disabled=${scale <= 1} onClick=${() => this.by(0.8)}><${Icon} name="minus" small /></button><output class="percent">${Math.round(scale * 100)} %</output><button type="button" class="tool" aria-label=${t("zoomIn")} disabled=${scale >= CLOSEST} onClick=${() => this.by(1.25)}><${Icon} name="plus" small /></button></div>
      <${Shut} /></header>
      <div class="stand"><div class="sheet" style=${{ "--ar": width / height }}><div class=${`view masking ${tool}`} ref=${this.box} tabindex="0" role="application" aria-label=${t("maskOver", { words: alt })} aria-describedby="mask-keys"
          onPointerDown=${this.pressed} onPointerMove=${this.moved} onPointerUp=${this.released} onPointerCancel=${this.released} onKeyDown=${this.typed} onKeyUp=${this.untyped} onBlur=${() => this.end()} onContextMenu=${event => event.preventDefault()}>
        <div class="ply" ref=${this.stage}><img src=${src} alt="" draggable="false" /><canvas ref=${this.sheet} width=${width} height=${height}></canvas>
          <i class="ring" ref=${this.cursor} style=${{ width: `${across}%`, left: "50%", top: "50%", "--k": scale }}></i></div>
      </div></div></div>
      <div class="kit"><div class="tools" role="group" aria-label=${t("tools")}>
          ${Object.entries(TOOLS).map(([name, [icon, word]]) => html`<button type="button" key=${name} class="tool" aria-pressed=${String(tool === name)} aria-label=${t(word)} title=${`${t(word)} (${name[0].toUpperCase()})`} onClick=${() => this.pick(name)}><${Icon} name=${icon} /></button>`)}</div>
        <label class="size"><span>${t("brushSize")}</span><input type="range" min="0" max=${STEPS} value=${Math.round(Math.log(size / SMALLEST) / Math.log(LARGEST / SMALLEST) * STEPS)} aria-label=${t("brushSize")} aria-valuetext=${`${Math.round(this.pixels)} px`} onInput=${event => this.setState({ size: SMALLEST * (LARGEST / SMALLEST) ** (event.currentTarget.value / STEPS) })} /></label>
        <div class="tools" role="group" aria-label=${t("marks")}>
          <button type="button" class="tool" aria-label=${t("undo")} title=${`${t("undo")} (Ctrl+Z)`} disabled=${!marks.length} onClick=${this.undo}><${Icon} name="undo" /></button>
          <button type="button" class="tool" aria-label=${t("redo")} title=${`${t("redo")} (Ctrl+Shift+Z)`} disabled=${!undone.length} onClick=${this.redo}><${Icon} name="redo" /></button>
          <button type="button" class="tool" aria-label=${t("invert")} title=${`${t("invert")} (I)`} onClick=${() => this.add({ kind: "invert" })}><${Icon} name="invert" /></button>
          <${Menu} name="box" side="end" label=${t("byNumbers")} title=${t("byNumbers")} panel=${shut => html`<form class="numbers" onSubmit=${event => this.rectangle(event, shut)}><p>${t("byNumbersHint")}</p><div>${number("left", 25)}${number("top", 25)}${number("wide", 50)}${number("high", 50)}</div><button class="chip">${t("addIt")}</button></form>`}><${Icon} name="numbers" /></${Menu}>
          <button type="button" class="tool" aria-label=${t("clear")} title=${t("clear")} disabled=${!part} onClick=${() => this.add({ kind: "clear" })}><${Icon} name="trash" /></button></div>
      </div>
      <aside class="facts"><p class="lead">${part ? t("maskPart", { n: percent }) : t("maskNone")}</p><p class="evidence">${t("maskHint")}</p>
        <div class="deeds"><button type="button" class="wide main" disabled=${!part} onClick=${() => { announce(t("maskReady")); if (isNarrow()) home(); focusWords(); }}><${Icon} name="pencil" small />${t("sayHere")}</button>
          ${part > 0 && html`<button type="button" class="wide" onClick=${() => { this.setState({ marks: [], undone: [] }); only(talk, null); home(); }}>${t("maskDrop")}</button>`}</div>
        <p class="evidence keysaid" id="mask-keys">${t("maskKeys")}</p></aside>`;
  }
}

const Shut = () => html`<button type="button" class="tool" onClick=${close} title=${`${t("shut")} (Esc)`} aria-label=${t("shut")}><${Icon} name="close" /><span>${t("shut")}</span></button>`;

export function MaskView({ talk, gen }) {
  const shown = useShown(talk, gen), { facts } = shown;
  const name = shown.number ? t("picture", { n: shown.number }) : t("otherPicture");
  return html`<section class="over painting" aria-label=${t("maskOf", { name })}>
    ${facts && shown.src ? html`<${Easel} key=${gen} talk=${talk} gen=${gen} src=${shown.src} alt=${shown.prompt || name} name=${name} words=${shown.prompt} width=${facts.width} height=${facts.height} lent=${shown.number ? null : { src: shown.src }} />`
      : html`<header class="headl"><h2>${t("maskOf", { name })}</h2><span class="gap"></span><${Shut} /></header><div class="stand">${shown.error && html`<${Gone} />`}</div>`}
  </section>`;
}
