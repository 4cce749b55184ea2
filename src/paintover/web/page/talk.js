// The conversation: words in the margin, and a print under each.

import { html } from "./vendor/preact.js";
import { Clip, Icon, dotted, standing, still, useLayoutEffect, useRef, useState } from "./parts.js";
import { choose as keepChoice } from "./keep.js";
import { activeTurn, parentsOf, pictureOf, picturesOf, shapeOf, startOf } from "./pictures.js";
import { sketchKey } from "./previews.js";
import { state, changed } from "./state.js";
import { again, bring, choose, problem, stop } from "./talks.js";
import { answerOf } from "./transcript.js";
import { show } from "./views.js";
import { joined, round, t, told } from "./words.js";

const AT_ONCE = 60, NEAR_TOP = 400;   // turns of a talk; pixels
const MOST_PLACES = 16;

/** The names of a turn's sources: a click looks, pointing at one lights its print on the tree. */
function sources(talk, turn) {
  const parents = parentsOf(turn);
  const names = parents.map(gen => {
    const picture = pictureOf(talk, gen);
    const light = isOn => document.getElementById(`node-${gen}`)?.classList.toggle("lifted", isOn);
    if (picture) return html`<button type="button" class="link" onClick=${() => show("picture", gen)} onPointerEnter=${() => light(true)} onPointerLeave=${() => light(false)}>${t("source", { n: picture.number })}</button>`;
    const name = turn.guests?.[gen]?.origin === "uploaded" || turn.uploads.length ? t("yours") : t("earlier");
    return turn.guests?.[gen] ? html`<button type="button" class="link" onClick=${() => show("picture", gen)}>${name}</button>` : name;
  });
  if (!names.length) return turn.uploads.length ? told("editOf", { of: t("yours") }) : [t("anew")];
  return told(names.length > 1 ? "mergeOf" : "editOf", { of: joined(names) });
}

/** The planner's sentence, without the description of the one source, which is named before it already. */
function evidenceOf(turn) {
  const said = (turn.because ?? "").replace(/[。.]$/, "");
  return parentsOf(turn).length === 1 ? said.replace(/^(第 ?\d+ ?张：[^。]*。|picture \d+: [^.]*\. )/i, "").replace(/^[A-Z]/, letter => letter.toLowerCase()) : said;
}

/** Where a picture comes from, and why: the person's click, else the server's own sentence. */
function Why({ talk, turn }) {
  const parents = parentsOf(turn), hasSource = parents.length + turn.uploads.length > 0;
  const isChosen = turn.chosen?.length && turn.chosen.every(gen => parents.includes(gen));
  const because = isChosen ? t("chosen") : turn.alone ? t("fromNone") : evidenceOf(turn);
  return html`${hasSource || !because ? sources(talk, turn) : because}${hasSource && because && html`<span class="because">${t("because", { because })}</span>`}`;
}

/** Start from another picture than the one that was found; offered where there is another. */
function Swap({ talk, turn }) {
  if (state.isShared || turn.state !== "done" || !picturesOf(talk).some(picture => picture.turn !== turn)) return null;
  return html`<button type="button" class="link swap" aria-label=${t("swapThis", { words: turn.said })} onClick=${() => { state.resourcing = turn; show("tree"); changed(); }}>${t("swap")}</button>`;
}

/** A picture of a turn, or the place where it is going to be. */
function Print({ talk, turn, picture, at, from }) {
  if (!picture) return html`<div class="pic" style=${{ "--ar": shapeOf(turn) }}><${Clip} talk=${talk} turn=${turn} at=${at} /></div>`;
  const isHere = from.gens.includes(picture.gen);
  return html`<div class=${`pic ${isHere ? "here" : ""}`} style=${{ "--ar": shapeOf(turn, picture.facts) }}>
    <button type="button" class="look" aria-label=${t("lookAt", { n: picture.number, words: picture.prompt })} onClick=${() => show("picture", picture.gen)}><${Clip} talk=${talk} turn=${turn} picture=${picture} at=${at} /></button>
    ${!state.isShared && html`<button type="button" class="act" aria-pressed=${String(isHere)} aria-label=${t("editFrom", { n: picture.number })} onClick=${event => choose(talk, picture.gen, { add: event.shiftKey })}><${Icon} name="branch" small />${t("here")}</button>`}
  </div>`;
}

const Now = ({ talk, turn }) => html`<p class="now"><b class=${turn.pause || turn.stopping ? "pct held" : "pct"}>${standing(turn)}</b>
  ${turn.queued >= 0.1 && html`<span class="fact">${t("waited", { s: round(turn.queued) })}</span>`}
  ${!turn.stopping && html`<button type="button" class="stop" onClick=${() => stop(talk, turn)}><${Icon} name="stop" small />${t("stop")}</button>`}</p>`;

function Trouble({ talk, turn }) {
  const words = turn.state === "stopped" ? t("stopped") : [html`<b>${t("failed")}</b>`, turn.locked ? t("locked") : problem(turn)];
  const unlock = event => {
    event.preventDefault();
    keepChoice("key", new FormData(event.target).get("key").trim());
    again(talk, turn);
  };
  const inside = [html`<${Icon} name="again" small />`, t("again")];
  return html`<div class="trouble"><${Icon} name="struck" small /><p>${words}</p>
    ${turn.locked
      ? html`<form onSubmit=${unlock}><input name="key" type="password" autocomplete="off" required placeholder="po_…" aria-label=${t("key")} /><button type="submit" class="chip">${inside}</button></form>`
      : html`<button type="button" class="chip" onClick=${() => again(talk, turn)}>${inside}</button>`}</div>`;
}

/** Put a turn's words back into the composer, from where they started: saying them differently makes a branch. */
function reword(talk, turn) {
  talk.draft = turn.said;
  choose(talk, null);
  const parents = parentsOf(turn).filter(gen => pictureOf(talk, gen) || turn.guests?.[gen]);
  if (turn.uploads.length) bring(talk, turn.uploads);
  else if (parents.length) {
    parents.forEach(gen => { if (turn.guests?.[gen]) talk.lent[gen] = turn.guests[gen]; });
    talk.source = parents;
  } else if (talk.turns[0] !== turn || picturesOf(talk).length) talk.source = "new";
  talk.version += 1;
  changed();
  requestAnimationFrame(() => { const words = document.getElementById("words"); words.focus(); words.setSelectionRange(words.value.length, words.value.length); });
}

function view({ talk, turn, all, from }) {
  const answer = answerOf(turn), drawn = all.filter(picture => picture.turn === turn);
  const numbers = drawn.map(picture => picture.number), isWaiting = turn.state === "waiting", isDrawing = turn.state === "drawing";
  const missing = drawn.length > 0 && answer.failed ? `${t("short", { n: Math.max(1, (answer.call?.n ?? 0) - drawn.length) })}: ${turn.error}` : "";
  const remarks = [answer.words, missing].filter(Boolean).join("\n");
  const isHere = from.gens.some(gen => gen === turn.id || drawn.some(picture => picture.gen === gen));
  // While it is drawn every picture has its place already, so that nothing moves when they are there.
  const places = drawn.length ? drawn : Array(isDrawing ? Math.min(answer.call?.n ?? 1, MOST_PLACES) : 1).fill(null);
  const hasPrint = drawn.length || answer.call || isDrawing && !answer.words;
  return html`<article class=${`turn ${turn.state} ${isHere ? "here" : ""}`} id=${`turn-${turn.id}`}>
    <span class=${numbers.length > 1 ? "n range" : "n"}>${numbers.length ? [...new Set([numbers[0], numbers.at(-1)])].join("–") : isDrawing && answer.call ? all.length + 1 : ""}</span>
    <div>
      <p class="said">${turn.said}</p>${!state.isShared && html`<button type="button" class="reword" title=${t("reword")} aria-label=${t("rewordThis", { words: turn.said })} onClick=${() => reword(talk, turn)}><${Icon} name="pencil" small /></button>`}
      ${turn.uploads.length > 0 && html`<p class="sent">${turn.uploads.map(url => html`<img src=${url} alt=${t("yours")} />`)}</p>`}
      ${hasPrint && html`<div class="answer">
        <div class=${places.length > 1 ? "pics many" : "pics"}>${places.map((picture, at) => html`<${Print} key=${at} talk=${talk} turn=${turn} picture=${picture} at=${at} from=${from} />`)}</div>
        <div class="notes">
          ${answer.call && html`<p class="why"><${Why} talk=${talk} turn=${turn} /></p>
            <p class="meta">${dotted([answer.call.ratio, drawn.length > 0 && turn.seconds && t("seconds", { s: round(turn.seconds) })])}
            ${drawn.map(picture => picture.src && html`<a class="get" href=${picture.file || picture.src} download="" aria-label=${t("getThis", { n: picture.number })} title=${t("download")}><${Icon} name="down" small />${drawn.length > 1 ? picture.number : ""}</a>`)}${drawn.length > 0 && html`<${Swap} talk=${talk} turn=${turn} />`}</p>`}
          ${isDrawing && html`<${Now} talk=${talk} turn=${turn} />`}
          ${isWaiting && html`<p class="now">${t("waiting")}</p>`}
        </div></div>`}
      ${isWaiting && !hasPrint && html`<p class="now">${t("waiting")}</p>`}
      ${remarks && html`<p class="words">${remarks}</p>`}
      ${["failed", "stopped"].includes(turn.state) && html`<${Trouble} talk=${talk} turn=${turn} />`}
    </div>
  </article>`;
}

const Turn = still(view, ({ turn, from, all, talk }) => {
  const { text, uploads, ...seen } = turn;
  const numbers = parentsOf(turn).map(gen => all.find(picture => picture.gen === gen)?.number);
  return JSON.stringify([seen, uploads.length, answerOf(turn), numbers, from.gens.filter(gen => gen === turn.id || answerOf(turn).pictures.some(each => each.gen === gen)), all.find(each => each.turn === turn)?.number, turn.state === "drawing" && all.length, all.length > 1, talk.id, sketchKey(turn)]);
});

export function Talk() {
  const talk = state.talk, box = useRef(null), atEnd = useRef(true), before = useRef({});
  const all = picturesOf(talk), from = startOf(talk), count = talk.turns.length;
  // Of a long talk only the end is on the page; what is older comes when one scrolls up to it, and nothing jumps.
  const [{ id, shown }, reach] = useState({ id: talk.id, shown: AT_ONCE }), height = useRef(0);
  if (id !== talk.id) reach({ id: talk.id, shown: AT_ONCE });
  useLayoutEffect(() => {
    const isNew = before.current.id !== talk.id || before.current.count !== count;
    before.current = { id: talk.id, count };
    if (isNew || atEnd.current) box.current.scrollTop = box.current.scrollHeight;
    else if (height.current) box.current.scrollTop += box.current.scrollHeight - height.current;
    height.current = 0;
  });
  const scrolled = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
    atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
    if (scrollTop < NEAR_TOP && count > shown && !atEnd.current && !height.current) {
      height.current = scrollHeight;
      reach({ id, shown: shown + AT_ONCE });
    }
  };
  // A picture that arrives makes the talk longer; whoever reads its end goes on reading its end.
  // It may arrive when the talk has left the page.
  const grown = ({ currentTarget: own }) => { if (atEnd.current) own.scrollTop = own.scrollHeight; };
  return html`<section class="talk" id="talk" tabindex="0" aria-label=${t("talk")} ref=${box} onScroll=${scrolled} onLoadCapture=${grown} aria-busy=${String(Boolean(activeTurn(talk)))}>
    ${talk.turns.slice(-shown).map(turn => html`<${Turn} key=${turn.id} talk=${talk} turn=${turn} all=${all} from=${from} />`)}
  </section>`;
}
