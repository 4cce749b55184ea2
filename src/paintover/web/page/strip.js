// The tree on its side, above the talk of a narrow page; and the line from the root as a filmstrip under a picture.

import { html, useEffect, useRef } from "./vendor/preact.js";
import { SMALL, lay } from "./layout.js";
import { Icon, SmallClip } from "./parts.js";
import { nodesOf, pathTo, startOf } from "./pictures.js";
import { state } from "./state.js";
import { choose } from "./talks.js";
import { show } from "./views.js";
import { t } from "./words.js";

const HOLD_MS = 450;
const lookAt = node => node.number ? t("lookAt", { n: node.number, words: node.prompt }) : t("lookAtThis", { words: node.prompt || t("yours") });

export function Strip({ talk }) {
  const nodes = nodesOf(talk), from = startOf(talk), lit = pathTo(nodes, from.gens), box = useRef(null), held = useRef(0);
  const { places, edges, width, height } = lay(nodes, lit);
  const current = from.gens.find(id => places.has(id));
  useEffect(() => {
    const place = places.get(current ?? nodes.at(-1)?.id);
    if (place) box.current?.scrollTo({ left: place.x - box.current.clientWidth + SMALL + 40, top: 0 });
  }, [current, nodes.length]);
  // Held for long, a print becomes the source of the next words; tapped, it is looked at.
  const press = node => { held.current = state.isShared ? 1 : setTimeout(() => { held.current = 0; choose(talk, node.gen); navigator.vibrate?.(10); }, HOLD_MS); };
  const release = () => clearTimeout(held.current);
  const isLit = edge => lit.has(edge.from) && lit.has(edge.to);
  const point = node => ({
    onPointerDown: () => press(node), onPointerUp: release, onPointerLeave: release, onPointerCancel: release,
    onContextMenu: event => event.preventDefault(),
    onClick: () => { if (held.current) show("picture", node.gen); },
    onKeyDown: event => { if (event.key === "Enter" || event.key === " ") held.current = 1; },
  });
  if (!nodes.length) return null;
  return html`<nav class="strip" aria-label=${t("tree")}>
    <div class="run" ref=${box} tabindex="-1"><div class="bed" style=${{ width: `${width}px`, height: `${height}px` }}>
      <svg class="ink" aria-hidden="true">${edges.toSorted((a, b) => isLit(a) - isLit(b)).map(edge => html`<path key=${`${edge.from}>${edge.to}`} class=${isLit(edge) ? "e lit" : "e"} d=${edge.d} />`)}</svg>
      ${nodes.map(node => {
        const { x, y, size } = places.get(node.id);
        const name = `small ${node.kind} ${lit.has(node.id) ? "on" : "off"} ${from.gens.includes(node.id) ? "cur" : ""}`, style = { left: `${x}px`, top: `${y}px`, width: `${size}px`, height: `${size}px` };
        const inside = html`<${SmallClip} talk=${talk} node=${node} />${node.number ? html`<b>${node.number}</b>` : ""}`;
        return node.gen
          ? html`<button type="button" key=${node.id} class=${name} style=${style} aria-current=${from.gens.includes(node.id) ? "true" : null} aria-label=${lookAt(node)} ...${point(node)}>${inside}</button>`
          : html`<span key=${node.id} class=${name} style=${style}>${inside}</span>`;
      })}
    </div></div>
    <button type="button" class="tool whole" aria-label=${t("wholeTree")} title=${t("wholeTree")} onClick=${() => show("tree")}><${Icon} name="tree" /></button>
  </nav>`;
}

/** Pictures in a row, joined by the red line; a click goes to one. */
export function Film({ talk, line, current, go, label }) {
  const row = useRef(null);
  useEffect(() => row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }), [current]);
  if (line.length < 2) return null;
  return html`<nav class="film" aria-label=${label}><div class="frames" ref=${row}>
    ${line.map(node => html`<button type="button" key=${node.id} class=${node.id === current ? "frame cur" : "frame"} aria-current=${node.id === current ? "true" : null} aria-label=${lookAt(node)} title=${node.prompt} onClick=${() => go(node.gen)}>
      <${SmallClip} talk=${talk} node=${node} />${node.number ? html`<b>${node.number}</b>` : ""}</button>`)}
  </div></nav>`;
}
