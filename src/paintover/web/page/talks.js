// Conversations: what was said and drawn, sent turn by turn, kept in the browser. A request that may have arrived is
// only ever repeated with the same bytes and the same Idempotency-Key: it stays one task, drawn once, over broken
// connections, reloads and switches to another conversation.

import * as keep from "./keep.js";
import * as server from "./server.js";
import { changed, say as announce, state } from "./state.js";
import { answerOf, onThisOrigin, read } from "./transcript.js";
import { isBusy, picturesOf, startOf } from "./pictures.js";
import { lang, t } from "./words.js";

const LONGEST_READ = 5_000;                            // of longer words the planner reads the ends only
const BACKOFF_S = [0.5, 1, 2, 4, 8, 8], STEADY_MS = 10_000, STOPPED_MS = 2_000, LONGEST_REST_S = 60;
const KEPT_BY_SERVER_MS = 20 * 3600_000;               // for so long a repeated request is surely known as the same

const live = new Map();      // every conversation that was opened since the page was loaded
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("paintover") : null;

const newName = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;   // pages from plain http have no randomUUID
const blank = (id, turns = []) => ({ id, turns, version: 0, source: null, uploads: [], draft: "", lent: {}, control: null });

// ---- opening and keeping -------------------------------------------------------------------------------------

/** Load what was kept; conversations that were drawing when the page closed go on, whichever is open. */
export async function restore() {
  await takeOver();
  state.talks = sorted(await keep.summaries());
  const last = keep.chosen("open");
  await open(state.talks.some(one => one.id === last) ? last : null);
  for (const one of state.talks) if (one.isBusy) load(one.id).then(pump);
  channel?.addEventListener("message", event => refresh(event.data));
}

const sorted = talks => talks.sort((a, b) => b.touched - a.touched);

/** The one conversation that an earlier version of the page kept elsewhere. */
async function takeOver() {
  for (const name of ["talk.last", "talk"]) {
    const old = keep.chosen(name);
    if (Array.isArray(old) && old.length) {
      const talk = blank(newName(), old.map(turn => ({ ...turn, chosen: turn.chosen ? [turn.chosen].flat() : null, at: Date.now() })));
      await keep.putTalk(summary(talk), talk.turns);
    }
    keep.forget(name);
  }
}

async function load(id) {
  if (live.has(id)) return live.get(id);
  const talk = blank(id, revived(await keep.turnsOf(id)));
  if (live.has(id)) return live.get(id);
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
}

export async function drop(id) {
  const talk = live.get(id);
  talk?.control?.abort();
  live.delete(id);
  state.talks = state.talks.filter(one => one.id !== id);
  await keep.dropTalk(id);
  channel?.postMessage(id);
  if (state.talk.id === id) await open(null);
  changed();
}

function summary(talk) {
  const all = picturesOf(talk);
  return { id: talk.id, title: talk.turns[0]?.said ?? "", words: talk.turns.map(turn => turn.said).join("\n").slice(0, 4_000), count: all.length, cover: all.at(-1)?.src ?? "", touched: Date.now(), isBusy: isBusy(talk) };
}

/** Keep a conversation; on the disk when this returns. */
async function kept(talk) {
  touch(talk);
  if (!live.has(talk.id)) return;
  const one = summary(talk);
  state.talks = sorted([one, ...state.talks.filter(other => other.id !== talk.id)]);
  const turns = talk.turns.map(({ fresh, pause, stopping, ...turn }) => turn);
  try { await keep.putTalk(one, turns); } catch { announce(t("notKept")); }
  channel?.postMessage(talk.id);
}

/** Another window of this browser has changed a conversation. */
async function refresh(id) {
  state.talks = sorted(await keep.summaries());
  const talk = live.get(id);
  if (talk && !talk.control && state.talks.some(one => one.id === id)) {
    talk.turns = await keep.turnsOf(id);
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
const asked = ({ said, uploads, chosen, alone, ratio, n }) => ({ id: newName(), key: newName(), at: Date.now(), said, uploads, chosen, alone, ratio, n, state: "waiting", text: "", facts: {}, guests: {} });

/** Say something in a conversation, from where it stands, or from the given sources. */
export async function say(talk, words, { ratio = "", n = 0, from } = {}) {
  const said = words.trim();
  if (!said) return;
  const start = from ?? startOf(talk);
  talk.turns.push(asked({ said, uploads: start.kind === "uploads" ? start.srcs : [], chosen: start.chosen ? start.gens : null, alone: start.kind === "new", ratio, n }));
  Object.assign(talk, { source: null, uploads: [], draft: "" });
  touch(talk);
  await kept(talk);
  pump(talk);
}

/** Ask once more: for the same task where nobody knows what became of it, else for a new one. */
export function again(talk, turn) {
  if (turn.error === "cut" || turn.error === "offline") turn.state = "waiting";
  else if (turn === talk.turns.at(-1)) Object.assign(turn, asked(turn), { id: turn.id });
  else talk.turns.push(asked(turn));
  touch(talk);
  pump(talk);
}

/** Send the oldest waiting turn; one at a time, because each request carries the answers before it. */
async function pump(talk) {
  const turn = talk.turns.find(each => each.state === "waiting");
  if (talk.control || !turn) return;
  const control = talk.control = new AbortController();
  Object.assign(turn, { state: "drawing", error: "", after: 0, locked: false, fresh: true, pause: null, stopping: false });
  await kept(talk);
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
  await kept(talk);
  tell(talk, turn);
  if (turn.state === "done") learn(talk, turn);
  pump(talk);
}

/** An answer's text as it grows, to its end, over several connections where one breaks. Each begins it anew. */
async function* told(talk, turn, signal) {
  if (turn.task && Date.now() - (turn.at ?? 0) > KEPT_BY_SERVER_MS) { yield await retold(turn.task); return; }
  const body = JSON.stringify({ model: "paintover", stream: true, messages: messagesUpTo(talk, turn), ...(turn.ratio && { ratio: turn.ratio }), ...(turn.n > 1 && { n: turn.n }) });
  const onTask = name => {
    turn.task = name;
    if (turn.stopping && name) server.cancel(name).catch(() => { /* the hanging up follows */ });
    kept(talk);
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
      const more = isRefusal ? error.status === 503 && error.after <= LONGEST_REST_S && !wasBusy : breaks < BACKOFF_S.length;
      if (!more || signal.aborted || turn.stopping) throw error;
      wasBusy ||= isRefusal;
      await rest(talk, turn, isRefusal ? { busy: true, seconds: error.after || 3 } : { seconds: BACKOFF_S[breaks++] }, signal);
    }
  }
}

/** The answer of a task of which the server no longer knows the request, written anew from its record. */
async function retold(name) {
  const { state: ended, call, gen_ids: gens, error } = await server.task(name);
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
  await kept(talk);
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
  touch(talk);
}

/** Put pictures from the person's own files with the next words. */
export function bring(talk, urls) {
  talk.uploads = [...talk.uploads, ...urls];
  touch(talk);
}
