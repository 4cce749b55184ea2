// Two pictures over each other: slid, blinked, or only what differs between them.

import { html, useEffect, useRef, useState } from "./vendor/preact.js";
import { Fact, useShown } from "./facts.js";
import { Icon, Menu, Picture, dotted } from "./parts.js";
import { nodesOf, pictureOf } from "./pictures.js";
import { choose } from "./talks.js";
import { Thumb } from "./thumbs.js";
import { focusWords } from "./tray.js";
import { close, home, show, showInstead } from "./views.js";
import { t } from "./words.js";

const WAYS = ["slide", "blink", "difference"], BLINK_MS = 700, TOLERANCE = 6;

/** What differs between two pictures, drawn on a canvas, and how much of the area that is; the second is fitted to the first. */
async function differ(a, b, canvas) {
  const [one, two] = await Promise.all([a, b].map(async src => createImageBitmap(await (await fetch(src)).blob())));
  const [w, h] = [one.width, one.height];
  const pixels = bitmap => {
    const sheet = Object.assign(document.createElement("canvas"), { width: w, height: h });
    const context = sheet.getContext("2d", { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0, w, h);
    return context.getImageData(0, 0, w, h);
  };
  const before = pixels(one).data, after = pixels(two), seen = after.data;
  let changed = 0;
  for (let at = 0; at < seen.length; at += 4) {
    const far = (Math.abs(before[at] - seen[at]) + Math.abs(before[at + 1] - seen[at + 1]) + Math.abs(before[at + 2] - seen[at + 2])) / 3;
    if (far > TOLERANCE) changed += 1;
    else {   // what is the same recedes to a pale grey
      const grey = 0.3 * seen[at] + 0.59 * seen[at + 1] + 0.11 * seen[at + 2];
      seen[at] = seen[at + 1] = seen[at + 2] = 205 + grey * 0.18;
    }
  }
  if (canvas) { [canvas.width, canvas.height] = [w, h]; canvas.getContext("2d").putImageData(after, 0, 0); }
  return changed / (w * h);
}

function Pick({ talk, shown, side, put }) {
  const choices = nodesOf(talk).filter(node => node.gen);
  return html`<${Menu} name=${`pick-${side}`} className="pick" label=${t("changeThis", { side: t(side) })} panel=${shut => html`<div class="choices">${choices.map(node => html`<button type="button" key=${node.id} class=${node.gen === shown.gen ? "frame cur" : "frame"} title=${node.prompt} aria-label=${`${node.number ? t("picture", { n: node.number }) : t("yours")}: ${node.prompt}`} onClick=${() => { shut(); put(node.gen); }}><span class="clip"><${Thumb} src=${node.src} /></span>${node.number ? html`<b>${node.number}</b>` : ""}</button>`)}</div>`}>
    <span class="clip"><${Thumb} src=${shown.src} /></span><span class="k"><b>${shown.number ? t("picture", { n: shown.number }) : t("otherPicture")}</b><small>${dotted([t(side), t("another")])}</small></span></${Menu}>`;
}

/** The words that lie between two pictures, when one was made from the other, over however many steps. */
function between(talk, a, b) {
  const nodes = nodesOf(talk), steps = [];
  for (let node = nodes.find(each => each.gen === b); node; node = nodes.find(each => node.parents.includes(each.id))) {
    if (node.gen === a) return steps;
    steps.unshift(node.prompt);
  }
  return null;
}

export function CompareView({ talk, gens: [a, b] }) {
  const left = useShown(talk, a), right = useShown(talk, b), canvas = useRef(null), title = useRef(null), pair = useRef(null);
  const [way, go] = useState("slide"), [cut, slide] = useState(50), [isSecond, blink] = useState(true), [isRunning, run] = useState(true), [area, measure] = useState(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    measure(null);
    if (!left.src || !right.src) return undefined;
    let isHere = true;
    differ(left.src, right.src, way === "difference" ? canvas.current : null).then(part => { if (isHere) measure(part); }, () => { /* one of them does not open, and says so */ });
    return () => { isHere = false; };
  }, [left.src, right.src, way]);
  useEffect(() => {
    if (way !== "blink" || !isRunning) return undefined;
    const each = setInterval(() => blink(is => !is), BLINK_MS);
    return () => clearInterval(each);
  }, [way, isRunning]);
  // Under reduced motion nothing blinks by itself.
  useEffect(() => { if (way === "blink") run(!matchMedia("(prefers-reduced-motion: reduce)").matches); }, [way]);
  const put = (one, two) => showInstead("compare", one, two);
  const steps = between(talk, a, b) ?? between(talk, b, a);
  const names = [left, right].map(shown => shown.number ? t("picture", { n: shown.number }) : t("otherPicture"));
  const pressed = event => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    slide(Math.max(0, Math.min(100, cut + step * (event.shiftKey ? 10 : 1))));
  };
  const aspect = left.facts ? left.facts.width / left.facts.height : pictureOf(talk, a)?.facts ? pictureOf(talk, a).facts.width / pictureOf(talk, a).facts.height : 1;
  return html`<section class="over comparing" aria-label=${t("compare")}>
    <header class="headl"><h2 tabindex="-1" ref=${title}>${t("compare")}</h2>
      <div class="seg" role="group" aria-label=${t("way")}>${WAYS.map(each => html`<button type="button" key=${each} aria-pressed=${String(way === each)} onClick=${() => go(each)}>${t(each)}</button>`)}</div>
      <span class="gap"></span>
      <button type="button" class="tool" onClick=${close} title=${`${t("shut")} (Esc)`} aria-label=${t("shut")}><${Icon} name="close" /><span>${t("shut")}</span></button></header>
    <div class="stand"><div class="sheet" style=${{ "--ar": aspect }}><div class=${`pair ${way}`} ref=${pair} style=${{ "--cut": `${cut}%` }}>
      <${Picture} src=${left.src} alt=${`${names[0]}: ${left.prompt}`} eager />
      ${way !== "difference" && html`<span class=${way === "blink" && !isSecond ? "second out" : "second"}><${Picture} src=${right.src} alt=${`${names[1]}: ${right.prompt}`} eager /></span>`}
      <canvas ref=${canvas} hidden=${way !== "difference"} role="img" aria-label=${area === null ? t("difference") : t("areaSaid", { n: percent(area) })}></canvas>
      ${way === "slide" && html`<i class="rule"></i><span class="lab one">${names[0]}</span><span class="lab two">${names[1]}</span><i class="grip"><${Icon} name="grip" /></i>
        <input type="range" min="0" max="100" value=${cut} aria-label=${t("slideOver", { a: names[0], b: names[1] })} aria-valuetext=${`${cut} %`} onInput=${event => slide(Number(event.currentTarget.value))} onKeyDown=${pressed} />`}
      ${way === "blink" && html`<button type="button" class="lab one" aria-label=${t("swapBlink")} onClick=${() => { run(false); blink(!isSecond); }}>${names[isSecond ? 1 : 0]}</button>`}
    </div></div></div>
    <aside class="facts"><${Pick} talk=${talk} shown=${left} side="leftSide" put=${gen => put(gen, b)} />
      <div class="step">${steps?.length ? steps.slice(-4).map(words => html`<p>${words}</p>`) : html`<p class="none">${t("unrelated")}</p>`}</div>
      <${Pick} talk=${talk} shown=${right} side="rightSide" put=${gen => put(a, gen)} />
      <dl class="fact"><${Fact} name=${t("area")}>${area !== null && `${percent(area)} %`}</${Fact}><${Fact} name=${t("factSize")}>${right.facts && `${right.facts.width} × ${right.facts.height}`}</${Fact}></dl>
      ${way === "blink" && html`<button type="button" class="wide" aria-pressed=${String(isRunning)} onClick=${() => run(!isRunning)}>${isRunning ? t("holdStill") : t("blinkOn")}</button>`}
      <button type="button" class="wide" onClick=${() => show("picture", b)}>${right.number ? t("lookAtIt", { n: right.number }) : t("lookAtThis", { words: right.prompt || t("yours") })}</button>
      <button type="button" class="wide main" onClick=${() => { choose(talk, b, { lent: right.number ? null : { src: right.src } }); home(); focusWords(); }}><${Icon} name="branch" small />${right.number ? t("editFrom", { n: right.number }) : t("here")}</button>
    </aside>
  </section>`;
}

const percent = part => (part * 100).toFixed(part < 0.1 ? 1 : 0);
