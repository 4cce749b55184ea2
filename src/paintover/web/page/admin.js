// What whoever looks after the server sees of it: the queue, everybody's tasks, the engines, the process. It follows
// while it is looked at. Of others' tasks the server tells ids, sizes and states, never words or pictures.

import { html, useEffect, useRef, useState } from "./vendor/preact.js";
import { UsageReport } from "./consumption.js";
import { Ledger, follow, nameOf } from "./ledger.js";
import { bytes, money, plain, share, span } from "./measures.js";
import { Icon, dotted, isNarrow } from "./parts.js";
import * as server from "./server.js";
import { say as announce } from "./state.js";
import { close } from "./views.js";
import { clock, moment, t } from "./words.js";

const LOOK_MS = 2000, FEW = 20, MANY = 100;
const SHAPES = {
  up: "M10 4.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11", unasked: "M10 4.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11",
  doubtful: "M10 4 17 16H3z", resting: "M5 4.5h3.5v11H5zM11.5 4.5H15v11h-3.5z",
};

function Who({ task, names }) {
  const owner = nameOf(task.owner, names), key = task.key_id && task.key_id !== task.owner ? nameOf(task.key_id, names) : "";
  return html`<span class="who" title=${task.owner}>${owner}${key && html`<small>${key}</small>`}</span>`;
}

const asked = task => dotted([t(`does_${task.action}`), task.size ?? task.ratio, task.n > 1 && t("pictures", { n: task.n }), task.model !== "paintover" && task.model]);
const drawers = task => task.engine ?? task.engines.join(", ");
const codeSaid = code => { const said = t(`code_${code}`); return said === `code_${code}` ? html`<code>${code}</code>` : html`<span title=${code}>${said}</span>`; };

/** Two presses: what is taken from somebody else should not hang on one. */
function StopButton({ task, names, then }) {
  const [isArmed, arm] = useState(false), [isBusy, work] = useState(false);
  const press = async () => {
    if (!isArmed) { arm(true); return; }
    work(true);
    try { await server.stopTask(task.id); announce(t("stoppedFor", { name: nameOf(task.owner, names) })); } catch (problem) { announce(problem.message || t("offline")); }
    work(false);
    arm(false);
    then();
  };
  return html`<button type="button" class=${isArmed ? "chip sure" : "chip"} disabled=${isBusy} aria-label=${t(isArmed ? "stopReally" : "stopThis", { name: nameOf(task.owner, names), id: task.id })} onClick=${press}
    onBlur=${() => arm(false)} onKeyDown=${event => { if (event.key === "Escape" && isArmed) { event.preventDefault(); arm(false); } }}><${Icon} name="stop" small />${t(isArmed ? "sureStop" : "stop")}</button>`;
}

function Standing({ task }) {
  if (task.state === "running") return html`<span class="stands"><span class="bar" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${task.progress} aria-label=${t("drawing", { n: task.progress })}><i style=${{ width: `${task.progress}%` }}></i></span><span>${task.progress ? t("drawing", { n: task.progress }) : t("begun")}</span></span>`;
  return html`<span class="stands"><i class="queuedmark" aria-hidden="true"></i><span>${t(task.attempts ? "waitsAgain" : "waits")}</span></span>`;
}

function Tasks({ told, more, look }) {
  const { names, now } = told, { unfinished, more_unfinished: others, failed } = told.tasks, heading = useRef(null);
  const gone = async () => { await look(); requestAnimationFrame(() => { if (document.activeElement === document.body) heading.current?.focus(); }); };
  return html`<section><h3 tabindex="-1" ref=${heading}>${t("tasksNow")} <small>${unfinished.length + others}</small></h3>
    ${unfinished.length ? html`<${Ledger} label=${t("tasksNow")} className="tasks" heads=${[t("whose"), t("how"), t("what"), t("byEngine"), t("since_"), t("tries"), ""]} rows=${unfinished.map(task => ({ key: task.id, cells: [
      html`<${Who} task=${task} names=${names} />`, html`<${Standing} task=${task} />`, asked(task), drawers(task), span(now - task.created_at), task.attempts, html`<${StopButton} task=${task} names=${names} then=${gone} />`] }))} />` : html`<p class="none">${t("noTasks")}</p>`}
    ${others > 0 && html`<p class="rest">${t("moreTasks", { n: others })} ${more && html`<button type="button" class="chip" onClick=${more}>${t("showMore")}</button>`}</p>`}
    <h3>${t("tasksFailed")}</h3>
    ${failed.length ? html`<${Ledger} label=${t("tasksFailed")} className="tasks" heads=${[t("whose"), t("why"), t("what"), t("byEngine"), t("ago"), t("tries")]} rows=${failed.map(task => ({ key: task.id, cells: [
      html`<${Who} task=${task} names=${names} />`, html`<span class="stands"><${Icon} name="struck" small />${codeSaid(task.error_code)}</span>`, asked(task), drawers(task), html`<time title=${moment(1000 * task.finished_at)}>${span(now - task.finished_at)}</time>`, task.attempts] }))} />` : html`<p class="none">${t("noFailed")}</p>`}
  </section>`;
}

/** Who has how much in the queue, the most first. */
function Owners({ told }) {
  const { owners, more_owners: others, running, waiting } = told.queue, most = Math.max(1, ...owners.map(one => one.waiting + one.running));
  if (owners.length < 2 && !others) return null;
  return html`<section><h3>${t("queueBy")} <small>${t("queueSum", { running, waiting })}</small></h3>
    <ul class="owners">${owners.map(one => html`<li key=${one.owner}><span class="who" title=${one.owner}>${nameOf(one.owner, told.names)}</span>
      <span class="load" aria-hidden="true"><i class="on" style=${{ width: `${100 * one.running / most}%` }}></i><i style=${{ width: `${100 * one.waiting / most}%` }}></i></span>
      <span>${dotted([one.running > 0 && t("drawsN", { n: one.running }), (one.waiting > 0 || !one.running) && t("waitsN", { n: one.waiting }), one.waiting_since && t("longest", { time: span(told.now - one.waiting_since) })])}</span></li>`)}</ul>
    ${others > 0 && html`<p class="rest">${t("moreOwners", { n: others })}</p>`}</section>`;
}

/** Which models lead to an engine: with their part of a shared first choice, or with its place behind others. */
function ways(engine, engines) {
  return engine.models.map(({ model, place, weight }) => {
    const named = model === "*" ? t("otherModels") : model;
    if (weight === null) return place === 1 ? named : t("laterChoice", { model: named, n: place, nth: place });
    const all = engines.flatMap(each => each.models).filter(way => way.model === model).reduce((sum, way) => sum + (way.weight ?? 0), 0);
    return `${named} ${share(weight / all)}`;
  });
}

function priceOf({ model, quality, size, picture, megapixel }, currency) {
  const parts = [picture && t("aPicture", { cost: money(picture, currency) }), megapixel && t("aMegapixel", { cost: money(megapixel, currency) })].filter(Boolean);
  const only = [model, quality, size].filter(each => each !== "*");
  return `${parts.join(" + ") || t("free")}${only.length ? ` (${only.join(", ")})` : ""}`;
}

function EngineState({ engine, now }) {
  const { state: fares, rest_s: rest, failures, last_failure: failure, last_drawn_at: drawn } = engine;
  return html`<span class="fares"><svg class=${`i s ${fares}`} viewBox="0 0 20 20" aria-hidden="true"><path d=${SHAPES[fares]} /></svg><span><b>${fares === "resting" ? t("fares_resting", { time: span(Math.ceil(rest)) }) : t(`fares_${fares}`)}</b>
    <small>${dotted([drawn && t("drewAgo", { time: span(Math.max(1, now - drawn)) }), failure && html`${codeSaid(failure.code)}, ${t("timeAgo", { time: span(now - failure.at) })}`, failures > 1 && t("inARow", { n: failures })])}</small></span></span>`;
}

function Engines({ told }) {
  return html`<section><h3>${t("engines")} <small>${told.engines.length}</small></h3>
    <${Ledger} label=${t("engines")} className="engines" heads=${[t("factEngine"), t("how"), t("worksOn"), t("models"), t("price")]} rows=${told.engines.map(engine => ({ key: engine.name, cells: [
      html`<span class="who">${engine.name}<small>${dotted([engine.engine !== engine.name && engine.engine, engine.is_loaded === null ? engine.warm && t("warmed") : t(engine.is_loaded ? "loaded" : "notLoaded")])}</small></span>`,
      html`<${EngineState} engine=${engine} now=${told.now} />`,
      engine.concurrency ? t("ofMost", { n: engine.in_flight, most: engine.concurrency }) : String(engine.in_flight),
      html`<span class="several">${ways(engine, told.engines).map(way => html`<span>${way}</span>`)}</span>`,
      html`<span class="several">${engine.prices.length ? engine.prices.map(price => html`<span>${priceOf(price, told.currency)}</span>`) : t("free")}</span>`] }))} /></section>`;
}

const Figure = ({ name, value, note }) => html`<div><dt>${name}</dt><dd><b>${value}</b>${note && html`<small>${note}</small>`}</dd></div>`;

function Figures({ told }) {
  const { queue, server: process, now } = told, { data, memory } = process;
  return html`<dl class="figures">
    <${Figure} name=${t("figureDrawing")} value=${queue.running} note=${t("ofWorkers", { n: queue.workers })} />
    <${Figure} name=${t("figureWaiting")} value=${queue.waiting} note=${queue.paused ? t("pausedN", { n: queue.paused }) : t("roomFor", { n: plain(queue.limit) })} />
    <${Figure} name=${t("figureOldest")} value=${queue.waiting_since ? span(now - queue.waiting_since) : "–"} />
    <${Figure} name=${t("figureMemory")} value=${bytes(memory.own + memory.below)} note=${memory.below ? t("below", { size: bytes(memory.below) }) : ""} />
    <${Figure} name=${t("figureData")} value=${data.taken === null ? t("measuring") : bytes(data.taken)} note=${t("left_", { size: bytes(data.free) })} />
    <${Figure} name=${t("figureUp")} value=${span(process.uptime_s)} note=${process.is_ready ? "" : t("notReady")} /></dl>`;
}

function Process({ told }) {
  const { versions, data, configuration, started_at: started } = told.server;
  const facts = [["Paintover", versions.paintover], ["Python", versions.python], ["SQLite", versions.sqlite], ["libvips", versions.libvips], [t("system"), versions.system], [t("begunAt"), moment(1000 * started)],
    [t("database"), bytes(data.database)], [t("files"), data.files === null ? t("measuring") : plain(data.files)], [t("disk"), t("ofSize", { free: bytes(data.free), total: bytes(data.total) })],
    configuration && [t("settingsFile"), configuration.refused_because !== null ? t("notFollowed") : configuration.read_at ? t("followedAt", { time: moment(1000 * configuration.read_at) }) : t("followed")]];
  return html`<section><h3>${t("process")}</h3><dl class="fact">${facts.filter(Boolean).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>`;
}

function Refused({ configuration }) {
  if (!configuration || configuration.refused_because === null) return null;
  return html`<div class="notice" role="alert"><${Icon} name="struck" /><p><b>${t("configRefused")}</b> <small>${moment(1000 * configuration.refused_at)}</small><span lang="en">${configuration.refused_because}</span></p></div>`;
}

export function AdminView() {
  const [told, tell] = useState(null), [error, fail] = useState(null), [limit, reach] = useState(isNarrow() ? FEW / 2 : FEW), title = useRef(null), following = useRef(null);
  useEffect(() => { title.current?.focus({ preventScroll: true }); }, []);
  useEffect(() => {
    following.current = follow(signal => server.admin(limit, signal), tell, fail, LOOK_MS);
    return following.current.end;
  }, [limit]);
  const look = () => following.current.look(), isBarred = error?.status === 403 || error?.status === 401;
  return html`<section class="over admin" aria-label=${t("admin")}>
    <header class="headl"><h2 tabindex="-1" ref=${title}>${t("admin")}</h2>
      ${told && !isBarred && html`<p class=${error ? "cap" : "cap live"}>${t(error ? "seenAt" : "followsSince", { time: clock(1000 * told.now) })}</p>`}<span class="gap"></span>
      <button type="button" class="tool" onClick=${close} title=${`${t("shut")} (Esc)`} aria-label=${t("shut")}><${Icon} name="close" /><span>${t("shut")}</span></button></header>
    <div class="wall" tabindex="0" role="group" aria-label=${t("admin")}>
      ${error && html`<div class="notice" role="alert"><${Icon} name="struck" /><p><b>${error.status === 403 ? t("notAdmin") : error.status === 401 ? t("locked") : t("offline")}</b>${error.message && error.status && html`<span lang="en">${error.message}</span>`}</p>
        ${!isBarred && html`<button type="button" class="chip" onClick=${look}><${Icon} name="again" small />${t("again")}</button>`}</div>`}
      ${told && !isBarred && html`<${Refused} configuration=${told.server.configuration} /><${Figures} told=${told} />
        <div class="halves"><div><${Engines} told=${told} /><${Owners} told=${told} /></div><div><${Tasks} told=${told} more=${limit < MANY && (() => reach(MANY))} look=${look} /></div>
        <div><${UsageReport} /><${Process} told=${told} /></div></div>`}
    </div></section>`;
}
