// What several views are made of: icons, pictures in their states, menus, and copying to the clipboard.

import { Component, html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/preact.js";
import { answerOf } from "./transcript.js";
import { parentsOf, picturesOf, promptOf } from "./pictures.js";
import { sketchesOf } from "./previews.js";
import { Thumb, smallOf } from "./thumbs.js";
import { lang, t } from "./words.js";

const ICONS = {
  stop: "M5.5 7A1.5 1.5 0 0 1 7 5.5h6A1.5 1.5 0 0 1 14.5 7v6a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 13z",
  close: "m5.5 5.5 9 9m0-9-9 9",
  plus: "M10 5v10M5 10h10",
  minus: "M5 10h10",
  fit: "M3.5 7.5v-4h4M16.5 7.5v-4h-4M3.5 12.5v4h4M16.5 12.5v4h-4",
  down: "M10 3v9.5m0 0L6.5 9m3.5 3.5L13.5 9M4 15.5h12",
  branch: "M6 6.5v7M14.5 9c0 3-8.5 1.5-8.5 4.5M6 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4m0 11a2 2 0 1 0 0 4 2 2 0 0 0 0-4M14.5 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  struck: "M3.5 5.5A1 1 0 0 1 4.5 4.5h11a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1zM2.5 17.5l15-15",
  again: "M15.8 8.5A6 6 0 1 0 16 11.5M16 4v4.5h-4.5",
  clip: "m14.8 9.3-5.4 5.4a3.2 3.2 0 0 1-4.5-4.5l5.8-5.9a2.1 2.1 0 0 1 3 3l-5.7 5.8a1 1 0 0 1-1.5-1.4l5-5.1",
  send: "M10 16V4.5M5 9.5l5-5 5 5",
  more: "m5.5 8 4.5 4.5L14.5 8",
  compare: "M10 2.5v15M3.5 5H8v10H3.5zM12 5h4.5v10H12",
  grip: "M7.5 6 3.5 10l4 4M12.5 6l4 4-4 4",
  gallery: "M3.5 3.5h5.5V9H3.5zM11 3.5h5.5V9H11zM3.5 11h5.5v5.5H3.5zM11 11h5.5v5.5H11z",
  moon: "M16.5 11.6A6.8 6.8 0 1 1 8.4 3.5a5.4 5.4 0 0 0 8.1 8.1Z",
  sun: "M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1",
  key: "M12.5 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8M9.7 10.3l-6.2 6.2M5.5 14.5l2 2",
  copy: "M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4",
  link: "M8.5 11.5a3 3 0 0 0 4.3 0l2.9-3a3 3 0 0 0-4.2-4.2l-.8.8M11.5 8.5a3 3 0 0 0-4.3 0l-2.9 3a3 3 0 0 0 4.2 4.2l.8-.8",
  pencil: "M13.2 3.6 16.4 6.8 7 16.2l-4 .8.8-4zM11.2 5.6l3.2 3.2",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l3.5 3.5",
  trash: "M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5",
  tree: "M7.5 3h5v4h-5zM3 13h5v4H3zM12 13h5v4h-5zM10 7v3M5.5 13v-3h9v3",
  merge: "M5 3v3.5c0 3.5 5 3.5 5 7V17M15 3v3.5c0 3.5-5 3.5-5 7M7.5 14.5 10 17l2.5-2.5",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  shape: "M4 5.5A1.5 1.5 0 0 1 5.5 4h9A1.5 1.5 0 0 1 16 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 14.5z",
  several: "M3.5 8A1.5 1.5 0 0 1 5 6.5h7A1.5 1.5 0 0 1 13.5 8v7a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15zM7 3.5h8A1.5 1.5 0 0 1 16.5 5v8",
  star: "m10 3 2.2 4.5 4.9.7-3.6 3.5.9 4.9L10 14.3l-4.4 2.3.9-4.9L2.9 8.2l4.9-.7z",
  lasso: "M8.5 13.5C5 13 3 11 3 8.6 3 5.8 6.1 3.5 10 3.5s7 2.3 7 5.1-3.1 5.1-7 5.1M8.3 12.2a1.8 1.8 0 1 0-.6 2.9M7.6 15c.4 1 .2 1.9-.9 2.5",
  eraser: "m4 12 7.3-7.3a1.5 1.5 0 0 1 2.1 0l2.9 2.9a1.5 1.5 0 0 1 0 2.1L10.5 15.5h-3zM8 8l5 5M10.5 15.5H17",
  hand: "M10 3v14M3 10h14M10 3 8 5M10 3l2 2M10 17l-2-2M10 17l2-2M3 10l2-2M3 10l2 2M17 10l-2-2M17 10l-2 2",
  undo: "M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5",
  redo: "M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5",
  invert: "M3.5 3.5h13v13h-13zM3.5 10h13M10 3.5v13M12.5 6h2M12.5 8h2M6 12.5h2M6 14.5h2",
  numbers: "M6.5 6.5h7v7h-7zM6.5 3.5v1M6.5 15.5v1M13.5 3.5v1M13.5 15.5v1M3.5 6.5h1M15.5 6.5h1M3.5 13.5h1M15.5 13.5h1",
  share: "M14 2.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M5.5 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M14 12.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M7.5 9l4.6-2.8M7.5 11l4.6 2.8",
  gauge: "M4.2 15.5a7.5 7.5 0 1 1 11.6 0M10 11.5l3.2-4.2M10 10a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3",
  tune: "M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7M12.5 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M7.5 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  left: "M12 5.5 7.5 10l4.5 4.5",
};

export const Icon = ({ name, small = false }) => html`<svg class=${small ? "i s" : "i"} viewBox="0 0 20 20" aria-hidden="true"><path d=${ICONS[name]} /></svg>`;

/** A component that is painted again only when `keyOf(props)` or the language has changed. It must use no hooks. */
export function still(view, keyOf) {
  return class extends Component {
    shouldComponentUpdate(next) { return this.key !== `${lang}${keyOf(next)}`; }
    render(props) {
      this.key = `${lang}${keyOf(props)}`;
      return view(props);
    }
  };
}

export const Gone = ({ words = true }) => html`<span class="gone"><${Icon} name="struck" />${words && t("gone")}</span>`;

/** A picture at full size; whoever sees it come for the first time sees it fade in. */
export class Picture extends Component {
  render({ src, alt, turn, eager }, { failed }) {
    if (!src || failed === src) return html`<${Gone} />`;
    const shown = event => { event.currentTarget.classList.remove("coming"); if (turn) turn.fresh = false; };
    return html`<img key=${src} src=${src} alt=${alt} class=${turn?.fresh ? "coming" : ""} loading=${eager ? "eager" : "lazy"} decoding="async" draggable="false" onLoad=${shown} onError=${() => this.setState({ failed: src })} />`;
  }
}

/** What is unfinished of a picture: each rendering fades in over the one before, and the picture over the last. */
const Sketches = ({ of, isUnder }) => of.map(({ id, image, step, isDone }) => html`<img key=${id} class=${isUnder ? "sketch" : "sketch coming"} style=${{ "--rough": isDone ? "0px" : `${Math.max(1, 3 - step)}px` }} src=${image} alt="" decoding="sync" draggable="false" onLoad=${event => event.currentTarget.classList.remove("coming")} />`);

/** The inside of a print of the talk: the picture number `at` of the turn's, or what stands in its place while there is none. */
export function Clip({ talk, turn, picture, at = 0 }) {
  const all = picturesOf(talk), sources = parentsOf(turn), sketches = picture || turn.state === "drawing" ? sketchesOf(turn, at) : [];
  const under = turn.fresh || !picture ? all.find(each => sources.includes(each.gen))?.src ?? turn.uploads[0] : null;
  const { running, percent } = answerOf(turn), isDrawing = turn.state === "drawing";
  return html`<span class=${`clip ${picture ? "" : isDrawing && !running ? "queued" : turn.state}`}>
    ${under && html`<img class="under" src=${smallOf(under)} alt="" />`}
    <${Sketches} of=${picture ? sketches.slice(-1) : sketches} isUnder=${Boolean(picture)} />
    ${picture && html`<${Picture} src=${picture.src} alt=${promptOf(turn)} turn=${turn} />`}
    ${!picture && !isDrawing && turn.state !== "waiting" && html`<${Icon} name="struck" />`}
    ${!picture && isDrawing && running && !sketches.at(-1)?.isDone && html`<${Bar} percent=${percent} />`}
  </span>`;
}

export const Bar = ({ percent }) => html`<span class="bar" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent} aria-label=${t("drawing", { n: percent })}><i style=${{ width: `${percent}%` }}></i></span>`;

/** The inside of a small print of the tree or the strip. */
export function SmallClip({ talk, node }) {
  const isPicture = node.kind === "picture" || node.kind === "guest";
  const under = isPicture ? null : picturesOf(talk).find(each => node.parents.includes(each.gen))?.src ?? node.turn.uploads[0];
  const answer = isPicture ? null : answerOf(node.turn), sketches = node.kind === "picture" || node.kind === "drawing" ? sketchesOf(node.turn, node.at) : [];
  return html`<span class=${`clip ${isPicture ? "" : node.kind === "drawing" && !answer.running ? "queued" : node.kind}`}>
    ${under && html`<span class="under"><${Thumb} src=${under} /></span>`}
    <${Sketches} of=${isPicture ? sketches.slice(-1) : sketches} isUnder=${isPicture} />
    ${isPicture && html`<${Thumb} src=${node.src} comes=${sketches.length > 0} gone=${html`<${Gone} words=${false} />`} />`}
    ${(node.kind === "failed" || node.kind === "stopped") && html`<${Icon} name="struck" />`}
    ${node.kind === "drawing" && answer.running && html`<span class="bar"><i style=${{ width: `${answer.percent}%` }}></i></span>`}
  </span>`;
}

/** How far a turn that is being drawn has come, in words. */
export function standing(turn) {
  const { running, percent, place } = answerOf(turn);
  if (turn.stopping) return t("stopping");
  if (turn.pause) return turn.pause.busy ? t("busyNow", { n: Math.ceil(turn.pause.left) }) : t("rejoining");
  if (running) return percent ? t("drawing", { n: percent }) : t("begun");
  return place ? t("place", { n: place, nth: place }) : t("queued");
}

/** Parts of one line with small dots between them. */
export const dotted = parts => parts.filter(Boolean).map(part => html`<span class="fact">${part}</span>`);

/** A button that opens a panel beside itself: light dismissal, Escape and the focus's way back are the browser's. */
export function Menu({ name, label, title, className = "tool", panel, children, side = "start" }) {
  const [isOpen, open] = useState(false), button = useRef(null), box = useRef(null);
  useEffect(() => {
    const element = box.current, moved = event => open(event.newState === "open");
    element.addEventListener("toggle", moved);
    return () => element.removeEventListener("toggle", moved);
  }, []);
  // Only once its inside is there, its size is known; and some of it comes later, from the server.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const element = box.current, watch = new ResizeObserver(() => place(element, button.current, side));
    watch.observe(element);
    place(element, button.current, side);
    element.querySelector("[autofocus]")?.focus();
    return () => watch.disconnect();
  }, [isOpen, side]);
  const close = () => box.current?.hidePopover();
  return html`<button type="button" class=${className} ref=${button} popovertarget=${`menu-${name}`} aria-haspopup="dialog" aria-expanded=${String(isOpen)} aria-label=${label} title=${title}>${children}</button>
    <div popover="auto" id=${`menu-${name}`} class=${`panel ${name}`} role="dialog" aria-label=${label ?? title} ref=${box}>${isOpen && panel(close)}</div>`;
}

/** Below its button, or above it where there is no room, and always in the window. */
function place(element, button, side) {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const width = element.offsetWidth, height = element.offsetHeight;
  const x = Math.max(8, Math.min(innerWidth - width - 8, side === "end" ? right - width : left));
  const y = bottom + 6 + height < innerHeight ? bottom + 6 : Math.max(8, top - 6 - height);
  Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
}

/** A button that copies a text and says so. */
export function Copy({ text, children, label }) {
  const [isDone, done] = useState(false);
  useEffect(() => {
    if (!isDone) return undefined;
    const later = setTimeout(() => done(false), 1600);
    return () => clearTimeout(later);
  }, [isDone]);
  return html`<button type="button" class="chip" aria-label=${label} onClick=${async () => done(await copied(text))}><${Icon} name=${isDone ? "check" : "copy"} small />${isDone ? t("copied") : children}</button>`;
}

async function copied(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* no clipboard on plain http: the old way */ }
  const field = Object.assign(document.createElement("textarea"), { value: text, className: "hide" });
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  return isDone;
}

export const isNarrow = () => matchMedia("(max-width: 760px)").matches;
export const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
export { useEffect, useLayoutEffect, useRef, useState };
