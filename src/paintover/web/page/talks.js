// Conversations: what was said and drawn, sent turn by turn, kept on the server and in the browser. A request that may have arrived is
// only ever repeated with the same bytes and the same Idempotency-Key: it stays one task, drawn once, over broken
// connections, reloads and switches to another conversation.

import * as keep from "./keep.js";
import * as server from "./server.js";
import { changed, say as announce, state } from "./state.js";
import * as sync from "./sync.js";
import { answerOf, onThisOrigin, read } from "./transcript.js";
import { maskOf } from "./marks.js";
import { isBusy, isMasked, picturesOf, startOf } from "./pictures.js";
import { ASKED, forget } from "./previews.js";
import { askedOf, onlyNew } from "./settings.js";
import { lang, t } from "./words.js";

const LONGEST_READ = 5_000;                            // of longer words the planner reads the ends only
const BACKOFF_S = [0.5, 1, 2, 4, 8, 8], STEADY_MS = 10_000, STOPPED_MS = 2_000, LONGEST_REST_S = 60;
const LOOK_MS = 15_000, GLANCE_MS = 2_500, AGREE_MS = 5_000;                // between looks at what other browsers said; for one text of an answer
const KEPT_BY_SERVER_MS = 20 * 3600_000;               // for so long a repeated request is surely known as the same

const live = new Map();      // every conversation that was opened since the page was loaded
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("paintover") : null;

const newName = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;   // pages from plain http have no randomUUID
const blank = (id, turns = []) => ({ id, turns, name: "", revision: 0, unsent: new Set(), isRenamed: false, version: 0, source: null, uploads: [], draft: "", lent: {}, only: null, control: null });

// ---- opening and keeping -------------------------------------------------------------------------------------

/** Load what was kept; conversations that were drawing when the page closed go on, whichever is open. */
export async function restore() {
  await takeOver();
  state.talks = sorted(await ours());
  const last = keep.chosen("open");
  await open(state.talks.some(one => one.id === last) ? last : null);
  for (const one of state.talks) if (one.isBusy) load(one.id).then(pump);
  channel?.addEventListener("message", event => refresh(event.data));
  keepUp().then(() => {
    // A browser that has shown none yet shows what is being drawn.
    const drawn = last === null && !state.talk.turns.length && !state.talk.draft && state.talks.find(one => one.isBusy);
    if (drawn) open(drawn.id);
  });
  addEventListener("online", keepUp);
  addEventListener("focus", keepUp);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) keepUp(); });
  setInterval(() => { if (!document.hidden) keepUp(); }, LOOK_MS);
  setInterval(glance, GLANCE_MS);
}

/** Ask for the one conversation that was touched last, which costs next to nothing: where it is news, look at all of them. */
async function glance() {
  if (document.hidden || looking || state.locked) return;
  const found = await sync.list({ limit: 1 }).catch(() => null), newest = found?.talks[0];
  if (!newest || live.get(newest.id)?.unsent.size) return;
  const revision = live.get(newest.id)?.revision ?? state.talks.find(one => one.id === newest.id)?.revision;
  if (revision !== newest.revision) keepUp();
}

/** The summaries of whoever's key the browser keeps; what was said before there was one, and never sent, is theirs too. */
async function ours() {
  const owner = keep.owner(), found = [];
  for (const one of await keep.summaries()) {
    const isFree = one.owner === undefined || one.owner === "" && !one.revision;
    if (one.owner !== owner && !isFree) continue;
    if (one.owner !== owner || one.unsent === undefined) {
      const turns = await keep.turnsOf(one.id);
      Object.assign(one, { owner, revision: 0, unsent: turns.map(turn => turn.id) });
      await keep.putTalk(one, turns);
    }
    found.push(one);
  }
  return found;
}

// ---- the server ----------------------------------------------------------------------------------------------

let looking = null;
/** Bring this browser and the server together: send what is unsent, list what there is, read what is newer. */
export function keepUp() {
  looking ??= together().catch(error => { state.locked ||= error.status === 401; }).finally(() => { looking = null; changed(); });
  return looking;
}

async function together() {
  for (const id of keep.chosen("gone")?.[keep.owner()] ?? []) await forgetThere(id);
  const mine = await ours();
  // The oldest first, so that the server's order is that of the browser.
  for (const one of sorted(mine.filter(each => each.unsent.length || each.isRenamed)).reverse()) await deliver(await load(one.id));
  const found = await sync.list();
  if (!found) return;
  const there = new Set(found.talks.map(one => one.id)), last = found.talks.at(-1)?.touched ?? 0;
  const kept = await ours();
  for (const one of kept) {
    const isGone = one.revision && !one.unsent.length && !there.has(one.id) && (!found.next || one.touched > last + 1000);
    if (isGone && !live.get(one.id)?.control) await lose(one.id, one.touched);
  }
  state.talks = sorted([...found.talks, ...(await ours()).filter(one => !there.has(one.id) && one.unsent.length)]);
  state.moreTalks = found.next;
  if (state.talk.revision) await catchUp(state.talk);
  for (const one of found.talks) if (one.isBusy && one.id !== state.talk.id) load(one.id).then(catchUp).catch(() => { /* at the next look */ });
}

/** Read what another window or browser has said in a conversation. */
async function catchUp(talk) {
  const news = await sync.pull(talk);
  if (news === "gone") return lose(talk.id);
  if (news) { touch(talk); await store(talk); }
  return pump(talk);
}

/** A conversation that was deleted elsewhere leaves this browser too, if the server says so itself. */
async function lose(id, touched) {
  if (touched !== undefined) {
    const is = await server.talk(id, 0).then(() => true, error => error.status !== 404);
    if (is) return;
  }
  await leave(id);
}

/** Send what the server does not have of a conversation, one change after the other; when it is there, or cannot be. */
function deliver(talk) {
  talk.delivering = (talk.delivering ?? Promise.resolve()).then(async () => {
    const before = talk.revision;
    try {
      const end = await sync.settle(talk);
      if (end === "gone") await leave(talk.id);
      if (end === "refused") announce(`${t("notKeptThere")} ${talk.refused}`);
      if (end !== "gone" && talk.revision !== before) { touch(talk); await store(talk); }
    } catch (error) {
      state.locked ||= error.status === 401;
      if (!state.locked) later();
    }
  });
  return talk.delivering;
}

/** When the server has all of a conversation; throws when it cannot have it now. */
export async function sent(talk) {
  await deliver(talk);
  if (talk.refused) throw new server.Refusal(talk.refused);
  if (talk.unsent.size || !talk.revision) throw new TypeError("not there");
}

let due = null, wait = 1_000;
/** Try once more after a while, longer each time. */
function later() {
  due ??= setTimeout(() => { due = null; wait = Math.min(30_000, wait * 2); keepUp().then(() => { if (!due) wait = 1_000; }); }, wait);
}

async function forgetThere(id) {
  try { if (sync.isKept) await server.dropTalk(id); } catch (error) { if (!(error instanceof server.Refusal) || error.status >= 500) { later(); return; } }
  const gone = keep.chosen("gone") ?? {};
  keep.choose("gone", { ...gone, [keep.owner()]: (gone[keep.owner()] ?? []).filter(each => each !== id) });
}

/** A further page of the server's conversations, or of those in which words occur; null where there is no server. */
export const listTalks = options => sync.list(options);

export async function rename(id, name) {
  const talk = await load(id);
  Object.assign(talk, { name: name.trim().slice(0, 200), isRenamed: true });
  await kept(talk);
}

const sorted = talks => talks.sort((a, b) => b.touched - a.touched);

/** The one conversation that an earlier version of the page kept elsewhere. */
async function takeOver() {
  for (const name of ["talk.last", "talk"]) {
    const old = keep.chosen(name);
    if (Array.isArray(old) && old.length) {
      const talk = blank(newName(), old.map(turn => ({ id: newName(), ...turn, chosen: turn.chosen ? [turn.chosen].flat() : null, at: Date.now() })));
      talk.unsent = new Set(talk.turns.map(turn => turn.id));
      await keep.putTalk(summary(talk), talk.turns);
    }
    keep.forget(name);
  }
}

async function load(id) {
  if (live.has(id)) return live.get(id);
  const talk = blank(id, revived(await keep.turnsOf(id)));
  const known = (await keep.summaries()).find(one => one.id === id);
  Object.assign(talk, { name: known?.name ?? "", revision: known?.revision ?? 0, unsent: new Set(known?.unsent), isRenamed: known?.isRenamed ?? false, touched: known?.touched });
  if (!talk.turns.length) await sync.pull(talk).catch(() => { /* what is not here is shown when the server answers */ });
  if (live.has(id)) return live.get(id);
  talk.turns = revived(talk.turns);
  live.set(id, talk);
  return talk;
}

const revived = turns => turns.map(turn => turn.state === "drawing" ? { ...turn, state: "waiting" } : turn);

/** Open a conversation, or a new one without an id. */
export async function open(id) {
  const talk = id ? await load(id) : blank(newName());
  live.set(talk.id, talk);
  state.talk = talk;
  state.resourcing = null;
  keep.choose("open", talk.id);
  changed();
  pump(talk);
  if (talk.revision) catchUp(talk).catch(() => { /* at the next look */ });
}

/** Delete a conversation, here and on the server; its pictures stay. */
export async function drop(id) {
  const gone = keep.chosen("gone") ?? {}, mine = keep.owner();
  keep.choose("gone", { ...gone, [mine]: [...(gone[mine] ?? []), id] });
  await leave(id);
  await forgetThere(id);
}

async function leave(id) {
  const talk = live.get(id);
  talk?.control?.abort();
  live.delete(id);
  state.talks = state.talks.filter(one => one.id !== id);
  await keep.dropTalk(id);
  channel?.postMessage(id);
  if (state.talk.id === id) await open(null);
  changed();
}

/** What a conversation is called: its name, or its first words. */
export const titleOf = talk => talk.name || sync.firstWords(talk.turns);

function summary(talk) {
  const all = picturesOf(talk), title = talk.name || (talk.turns.find(turn => turn.said)?.said ?? "");
  return {
    id: talk.id, title, name: talk.name, words: [title, ...talk.turns.map(turn => turn.said)].join("\n").slice(0, 4_000), count: all.length, turns: talk.turns.length, cover: all.at(-1)?.src ?? "",
    touched: talk.touched ?? Date.now(), isBusy: isBusy(talk), owner: keep.owner(), revision: talk.revision, unsent: [...talk.unsent], isRenamed: talk.isRenamed,
  };
}

/** Keep a conversation, of which these turns are not as the server has them; on the disk when this returns. */
async function kept(talk, ...turns) {
  turns.forEach(turn => talk.unsent.add(turn.id));
  talk.touched = Date.now();
  touch(talk);
  if (!live.has(talk.id)) return;
  await store(talk);
  deliver(talk);
}

async function store(talk) {
  if (!live.has(talk.id)) return;
  const one = summary(talk);
  state.talks = sorted([one, ...state.talks.filter(other => other.id !== talk.id)]);
  const turns = talk.turns.map(({ fresh, pause, stopping, settled, ...turn }) => turn);
  try { await keep.putTalk(one, turns); } catch { announce(t("notKept")); }
  channel?.postMessage(talk.id);
  changed();
}

/** Another window of this browser has changed a conversation. */
async function refresh(id) {
  const all = await ours(), one = all.find(each => each.id === id), talk = live.get(id);
  state.talks = sorted([...(one ? [one] : []), ...state.talks.filter(other => other.id !== id)]);
  if (talk && one && !talk.control) {
    talk.turns = await keep.turnsOf(id);
    Object.assign(talk, { name: one.name ?? "", revision: one.revision, unsent: new Set(one.unsent), isRenamed: one.isRenamed });
    touch(talk);
  }
  changed();
}

function touch(talk) {
  talk.version += 1;
  changed();
}

// ---- saying --------------------------------------------------------------------------------------------------

/** What a user's turn says on the wire: words, words with pictures, or words behind the ids of the pictures chosen. */
function content(turn) {
  if (turn.uploads.length) return [{ type: "text", text: turn.said }, ...turn.uploads.map(url => ({ type: "image_url", image_url: { url } }))];
  if (!turn.chosen?.length) return turn.said;
  if (turn.said.length > LONGEST_READ) return JSON.stringify({ prompt: turn.said, ...(turn.chosen.length > 1 ? { gen_ids: turn.chosen } : { gen_id: turn.chosen[0] }) });
  return `${turn.chosen.map(gen => `\`${gen}\``).join(" ")} ${turn.said}`;
}

/** The conversation up to a turn; a picture that is to start from no other goes without what was before. */
function messagesUpTo(talk, last) {
  if (last.alone) return [{ role: "user", content: content(last) }];
  return talk.turns.slice(0, talk.turns.indexOf(last) + 1).flatMap(turn => {
    const whole = turn !== last && (turn.state === "done" || answerOf(turn).failed);
    return [{ role: "user", content: content(turn) }, ...(whole ? [{ role: "assistant", content: turn.text }] : [])];
  });
}

/** A turn that waits to be sent, as a request of its own. */
const asked = ({ said, uploads, chosen, alone, ratio, n, mask, model, quality, seed }) => ({ id: newName(), key: newName(), at: Date.now(), said, uploads, chosen, alone, ratio, n, ...(mask && { mask }), ...(model && { model }), ...(quality && { quality }), ...(seed != null && { seed }), previews: ASKED, state: "waiting", text: "", facts: {}, guests: {} });

/** Say something in a conversation, from where it stands, or from the given sources. */
export async function say(talk, words, { ratio = "", n = 0, from, settings = askedOf(talk) } = {}) {
  const said = words.trim();
  if (!said) return;
  const start = from ?? startOf(talk), mask = isMasked(talk, start) ? maskOf(talk.only) : "";
  talk.turns.push(asked({ said, uploads: start.kind === "uploads" ? start.srcs : [], chosen: start.chosen ? start.gens : null, alone: start.kind === "new" || onlyNew(talk, start), ratio, n, mask, ...settings }));
  Object.assign(talk, { only: null, source: null, uploads: [], draft: "" });
  touch(talk);
  await kept(talk, talk.turns.at(-1));
  pump(talk);
  keepUp();
}

/** Ask once more: for the same task where nobody knows what became of it, else for a new one. */
export function again(talk, turn) {
  if (turn.error === "cut" || turn.error === "offline") turn.state = "waiting";
  else if (turn === talk.turns.at(-1)) Object.assign(turn, asked(turn), { id: turn.id });
  else talk.turns.push(asked(turn));
  touch(talk);
  pump(talk);
}

const isOpen = turn => ["waiting", "drawing"].includes(turn.state);

/** Send the oldest waiting turn; one at a time, because each request carries the answers before it. */
async function pump(talk) {
  // What is being drawn, and not by this window, is joined: it was asked for from elsewhere, or before the page was loaded.
  const turn = talk.turns.find(isOpen);
  if (talk.control || !turn || !live.has(talk.id)) return;
  const control = talk.control = new AbortController();
  Object.assign(turn, { state: "drawing", error: "", after: 0, locked: false, fresh: true, pause: null, stopping: false });
  await kept(talk, turn);
  let isAsked = false;
  try {
    for await (turn.text of told(talk, turn, control.signal)) {
      turn.pause = null;
      if (!isAsked && answerOf(turn).running) { isAsked = true; learn(talk, turn); }
      touch(talk);
    }
    const { pictures: drawn, failed, code, reason } = answerOf(turn);
    turn.state = drawn.length || !failed ? "done" : code === "cancelled" ? "stopped" : "failed";
    turn.error = reason || code;
  } catch (error) {
    turn.state = control.signal.aborted || turn.stopping ? "stopped" : "failed";
    turn.locked = error.status === 401;
    state.locked ||= turn.locked;
    turn.after = error.after ?? 0;
    turn.error = error instanceof server.Refusal ? error.message || t("refused", { n: error.status }) : turn.task ? "cut" : "offline";
  }
  talk.control = null;
  forget(turn);
  if (turn.settled) { const { settled } = turn; delete turn.settled; Object.assign(turn, settled); await store(talk); } else await kept(talk, turn);
  tell(talk, turn);
  if (turn.state === "done") learn(talk, turn);
  // The next request resends this answer; where two browsers heard it, they agree on its text before.
  if (talk.turns.some(each => each.state === "waiting")) await Promise.race([talk.delivering, new Promise(resolve => { setTimeout(resolve, AGREE_MS); })]);
  pump(talk);
}

/** An answer's text as it grows, to its end, over several connections where one breaks. Each begins it anew. */
async function* told(talk, turn, signal) {
  if (turn.task && Date.now() - (turn.at ?? 0) > KEPT_BY_SERVER_MS) { yield await retold(turn.task, signal); return; }
  const body = JSON.stringify({ model: turn.model ?? "paintover", stream: true, messages: messagesUpTo(talk, turn), ...(turn.ratio && { ratio: turn.ratio }), ...(turn.n > 1 && { n: turn.n }), ...(turn.mask && { mask: turn.mask }), ...(turn.quality && { quality: turn.quality }), ...(turn.seed != null && { seed: turn.seed }), ...(turn.previews && { previews: turn.previews }) });
  const onTask = name => {
    turn.task = name;
    if (turn.stopping && name) server.cancel(name).catch(() => { /* the hanging up follows */ });
    kept(talk, turn);
  };
  for (let breaks = 0, wasBusy = false; ;) {
    const since = performance.now();
    try {
      let text = "";
      for await (const delta of server.deltas(body, turn.key, onTask, signal)) yield text += delta;
      const { pictures: drawn, failed, words } = read(text);
      if (drawn.length || failed || words) return;
      throw new TypeError("the answer is not whole");
    } catch (error) {
      if (performance.now() - since > STEADY_MS) breaks = 0;
      const isRefusal = error instanceof server.Refusal;
      // Another browser sent this turn with an answer of which it heard other words: its task is the one.
      if (error.status === 409 && !turn.stopping) { await sync.pull(talk); if (turn.settled?.text) yield turn.settled.text; else if (turn.task) yield await retold(turn.task, signal); else throw error; return; }
      const more = isRefusal ? error.status === 503 && error.after <= LONGEST_REST_S && !wasBusy : breaks < BACKOFF_S.length;
      if (!more || signal.aborted || turn.stopping) throw error;
      wasBusy ||= isRefusal;
      await rest(talk, turn, isRefusal ? { busy: true, seconds: error.after || 3 } : { seconds: BACKOFF_S[breaks++] }, signal);
    }
  }
}

/** The answer of a task of which the server no longer knows the request, written anew from its record. */
async function retold(name, signal) {
  let told = await server.task(name);
  while (["queued", "running"].includes(told.state) && !signal.aborted) {
    await new Promise(resolve => { setTimeout(resolve, 1_000); });
    told = await server.task(name);
  }
  const { state: ended, call, gen_ids: gens, error } = told;
  const echo = { prompt: call.prompt, ratio: call.ratio, ...(call.n > 1 && { n: call.n }), ...(call.sources.length > 1 ? { gen_ids: call.sources } : call.sources.length && { gen_id: call.sources[0] }) };
  const lines = ["```", JSON.stringify(echo, null, 2), "```", "", "", "", `> ID: \`${name}\``];
  const chinese = lang === "zh";
  if (gens.length) lines.push(chinese ? "> 生成完成 ✅" : "> Generation complete ✅");
  for (const gen of gens) {
    const facts = await server.generation(gen);
    lines.push("", `> gen_id: \`${gen}\``, "", `![${gen}](${facts.url})`, "", `[${chinese ? "点击下载" : "Click to download"}](${facts.download_url})`);
  }
  if (error || !gens.length) lines.push(chinese ? "> 生成失败 ❌" : "> Generation failed ❌", `${chinese ? "> 失败原因：" : "> Reason: "}${error?.code ?? ended} ${error?.message ?? ""}`);
  return lines.join("\n");
}

/** Wait before the next connection, and say so. */
async function rest(talk, turn, { busy, seconds }, signal) {
  for (let left = seconds; left > 0; left -= 1) {
    turn.pause = { busy, left };
    touch(talk);
    await new Promise((resolve, reject) => {
      setTimeout(resolve, Math.min(left, 1) * 1000);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }
}

/** Stop a turn: its task is cancelled as soon as it is known, and the answer then ends by itself; if not, hang up. */
export function stop(talk, turn) {
  const control = talk.control;
  turn.stopping = true;
  touch(talk);
  if (turn.task) server.cancel(turn.task).catch(() => { /* the hanging up follows */ });
  setTimeout(() => control?.abort(), turn.pause ? 0 : STOPPED_MS);
}

/** Ask why the picture starts where it does, how long it took, how large it became, and what it was made from. */
async function learn(talk, turn) {
  const answer = answerOf(turn);
  try {
    const task = answer.task ? await server.task(answer.task) : null;
    if (task) {
      turn.because = task.evidence?.because ?? "";
      turn.runnerUp = task.evidence?.runner_up?.source ?? "";
      turn.queued = task.started_at && task.started_at - task.created_at;
      turn.seconds = task.finished_at && task.finished_at - task.created_at;
    }
    for (const { gen } of answer.pictures) {
      const facts = turn.facts[gen] || !gen.startsWith("gen_") ? null : await server.generation(gen);
      if (facts) turn.facts[gen] = { width: facts.width, height: facts.height, sources: facts.sources };
    }
    const all = picturesOf(talk);
    for (const gen of new Set(answer.pictures.flatMap(({ gen }) => turn.facts[gen]?.sources ?? []))) {
      if (!gen.startsWith("gen_") || turn.guests?.[gen] || all.some(picture => picture.gen === gen)) continue;
      const guest = await server.generation(gen);
      turn.guests = { ...turn.guests, [gen]: { src: onThisOrigin(guest.url), width: guest.width, height: guest.height, prompt: guest.prompt, origin: guest.origin } };
    }
  } catch { /* the picture is here; what is known of it can be missing */ }
  await kept(talk, turn);
}

function tell(talk, turn) {
  if (talk !== state.talk) return;
  const mine = picturesOf(talk).filter(picture => picture.turn === turn);
  announce(mine.length ? t("ready", { n: mine.at(-1).number }) : turn.state === "failed" ? `${t("failed")}: ${problem(turn)}` : turn.state === "stopped" ? t("stopped") : answerOf(turn).words);
}

/** What went wrong with a turn, in words. */
export const problem = turn => turn.after ? t("busy", { n: turn.after }) : ["cut", "offline"].includes(turn.error) ? t(turn.error) : turn.error;

// ---- choosing ------------------------------------------------------------------------------------------------

/** Take a picture as the source of the next words; the latest one needs no choosing, the next words follow it anyway. */
export function choose(talk, gen, { add = false, lent = null } = {}) {
  const latest = picturesOf(talk).at(-1);
  if (lent) talk.lent[gen] = lent;
  if (gen === null || gen === "new") talk.source = gen;
  else if (add) {
    const held = startOf(talk).coming ? [] : startOf(talk).gens;
    talk.source = held.includes(gen) ? held.filter(each => each !== gen) : [...held, gen];
    if (!talk.source.length) talk.source = null;
  } else talk.source = gen === latest?.gen && !isBusy(talk) ? null : [gen];
  talk.uploads = [];
  if (talk.source?.length !== 1 || talk.source[0] !== talk.only?.gen) talk.only = null;
  touch(talk);
}

/** Let the next words change only the painted part of a picture; null for no such part any more. */
export function only(talk, mask) {
  if (!mask && !talk.only) return;
  talk.only = mask;
  if (mask?.lent) talk.lent[mask.gen] = mask.lent;
  if (mask) Object.assign(talk, { source: [mask.gen], uploads: [] });
  touch(talk);
}

/** Put pictures from the person's own files with the next words. */
export function bring(talk, urls) {
  talk.uploads = [...talk.uploads, ...urls];
  touch(talk);
}
