// The first page: one conversation, its pictures, and the composer. It keeps what was said and drawn in
// localStorage and resends the whole list of messages, each answer as the very text that arrived. A request that may
// have arrived is only ever repeated with the same bytes and the same Idempotency-Key: it stays one task, drawn once.

const COPY = {
  zh: {
    code: "zh-Hans", change: "说说怎么改", draw: "说说画什么", send: "送出", attach: "放一张图进来", ratio: "画幅", key: "钥匙", locked: "这台服务器要一把钥匙",
    picture: n => `图 ${n}`, pictures: n => `${n} 张图`, strip: "所有的图", talk: "对话", table: "桌面",
    from: n => `接着图 ${n}`, fromUploads: n => n > 1 ? `用你放的 ${n} 张图` : "用你放的图", fromNew: "画一张新的", first: "第一张图",
    hintAuto: "说“第二张”就会换过去", hintChosen: "是你点的这张", hintNew: "不接着任何图", hintFirst: "中文、英文都行", hintUpload: "也可以再放几张",
    newPicture: "新图", back: "回到最新的图", editFrom: n => `从图 ${n} 改`, here: "从这里改",
    editOf: "改自", mergeOf: "合自", and: "和", lost: "更早的图", yours: "你放的图", fresh: "新画的",
    seconds: s => `${s} 秒`, queue: s => `排队 ${s} 秒`, queued: "排队中", place: n => `排队第 ${n} 位`, waiting: "等前一张画完", drawing: p => p ? `正在画 ${p} %` : "正在画",
    stop: "停下", stopping: "正在停下", stopped: "停下了", again: "再试一次", failed: "没画成", download: "下载", original: "看原图", gone: "这张图打不开了",
    cut: "连接断了，画没有送到", rejoining: "连接断了，正在接回来", busy: s => `服务器在忙，${s} 秒后再试`, busyNow: s => `服务器在忙，${s} 秒后接着画`, short: n => `有 ${n} 张没画成`, offline: "连不上服务器，看看它是不是开着", refused: n => `服务器没有接（${n}）`, badFile: "这个文件不是能用的图",
    newTalk: "新对话", undo: "拿回刚才的对话", other: "Switch to English",
    ready: n => `图 ${n} 画好了`, sample: "或者从这里开始", samples: ["画个牛马", "海边一只猫和两只狗", "桌子上放着三个苹果"], empty: ["说一句，画一张。", "再说一句，就在上面改。", "点哪张，就从哪张改。"],
  },
  en: {
    code: "en", change: "Say what to change", draw: "Say what to draw", send: "Send", attach: "Add a picture", ratio: "Shape", key: "Key", locked: "This server asks for a key",
    picture: n => `Picture ${n}`, pictures: n => n === 1 ? "1 picture" : `${n} pictures`, strip: "All pictures", talk: "Conversation", table: "Table",
    from: n => `From picture ${n}`, fromUploads: n => n > 1 ? `From your ${n} pictures` : "From your picture", fromNew: "A new picture", first: "First picture",
    hintAuto: "Name another to switch", hintChosen: "The one you clicked", hintNew: "From no other picture", hintFirst: "English or Chinese", hintUpload: "Add more if you like",
    newPicture: "New", back: "Back to the latest picture", editFrom: n => `Edit from picture ${n}`, here: "Edit from here",
    editOf: "From ", mergeOf: "From ", and: " and ", lost: "an earlier picture", yours: "your picture", fresh: "Drawn anew",
    seconds: s => `${s} s`, queue: s => `${s} s in the queue`, queued: "In the queue", place: n => `${["Second", "Third", "Fourth", "Fifth"][n - 2] ?? `Number ${n}`} in the queue`, waiting: "After the one before", drawing: p => p ? `Drawing ${p} %` : "Drawing",
    stop: "Stop", stopping: "Stopping", stopped: "Stopped", again: "Try again", failed: "Not drawn", download: "Download", original: "Open the picture", gone: "This picture does not open any more",
    cut: "The connection broke before the picture came", rejoining: "Connecting again", busy: s => `The server is busy: try again in ${s} s`, busyNow: s => `The server is busy: on again in ${s} s`, short: n => n === 1 ? "1 picture was not drawn" : `${n} pictures were not drawn`, offline: "The server does not answer: see whether it runs", refused: n => `The server did not take it (${n})`, badFile: "This file is no picture that can be used",
    newTalk: "New talk", undo: "Bring the last talk back", other: "换成中文",
    ready: n => `Picture ${n} is ready`, sample: "Or start from one of these", samples: ["Draw an ox and a horse", "A cat and two dogs on the beach", "Three apples on a table"], empty: ["Say a thing, and it is drawn.", "Say what to change: it is painted over.", "Pick any picture to go on from there."],
  },
};
const ICONS = {
  stop: "M5.5 7A1.5 1.5 0 0 1 7 5.5h6A1.5 1.5 0 0 1 14.5 7v6a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 13z",
  close: "m6 6 8 8m0-8-8 8",
  plus: "M10 5v10M5 10h10",
  down: "M10 3v9.5m0 0L6.5 9m3.5 3.5L13.5 9M4 15.5h12",
  branch: "M6 6.5v7M14.5 9c0 3-8.5 1.5-8.5 4.5M6 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4m0 11a2 2 0 1 0 0 4 2 2 0 0 0 0-4M14.5 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  struck: "M3.5 5.5A1 1 0 0 1 4.5 4.5h11a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1zM2.5 17.5l15-15",
  again: "M15.8 8.5A6 6 0 1 0 16 11.5M16 4v4.5h-4.5",
};
const KEPT = "paintover.talk", LAST = "paintover.talk.last", LANG = "paintover.lang", KEY = "paintover.key";
const MAX_UPLOADS = 16, AS_IT_IS_BYTES = 1_500_000, LONGEST_SIDE = 2048;
const LONGEST_READ = 5_000;                            // of longer words the planner reads the ends only
const BACKOFF_S = [0.5, 1, 2, 4, 8, 8], STEADY_MS = 10_000, STOPPED_MS = 2_000, LONGEST_REST_S = 60;

const HOVERS = matchMedia("(hover: hover)").matches;   // elsewhere a focus brings up the keyboard and hides the picture

const $ = id => document.getElementById(id);
const stored = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const put = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; } };
let lang = COPY[stored(LANG)] ? stored(LANG) : navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
let copy = COPY[lang];
let turns = revive(KEPT);
let source = null;      // what the next words start from: null (the latest picture), "new", or a gen_id
let uploads = [];       // data URLs that go out with the next words
let running = null;     // the AbortController of the answer that is being read

/** The turns kept under `key`; one that was being drawn when the page closed is asked for again. */
function revive(key) {
  return (stored(key) ?? []).map(turn => turn.state === "drawing" ? { ...turn, state: "waiting" } : turn);
}

const newName = () => crypto.randomUUID?.() ?? String(Math.random());   // pages from plain http have no randomUUID

// ---- what an answer says -------------------------------------------------------------------------------------

/** Read an answer's text, whole or cut: its call, task, progress, pictures, failure and plain words. */
function read(text) {
  const answer = { call: null, task: null, place: 0, running: false, percent: 0, pictures: [], failed: false, code: "", reason: "", words: "" };
  const fence = /^\s*```(?:json)?\r?\n([\s\S]*?)(?:\r?\n```|$)/.exec(text);
  if (fence) try { answer.call = JSON.parse(fence[1]); } catch { /* the echo has not arrived whole */ }
  const words = [];
  let found, gen = null;
  for (const line of text.slice(fence ? fence[0].length : 0).split(/\r?\n/)) {
    if ((found = /^> ID: `(\w+)`/.exec(line))) answer.task = found[1];
    else if ((found = /^> gen_id: `(\w+)`/.exec(line))) gen = found[1];
    else if ((found = /^> (?:排队中|Queuing)(?:\D+(\d+))?/.exec(line))) answer.place = Number(found[1] ?? 0);
    else if (/^> (生成中|Generating)/.test(line)) answer.running = true;
    else if ((found = /^> (?:进度|Progress) (\d+)%/.exec(line))) { answer.running = true; answer.percent = Number(found[1]); }
    else if (/^> (生成失败|Generation failed)/.test(line)) answer.failed = true;
    else if ((found = /^> (?:失败原因：|Reason: )(?:([a-z_]+)(?: |$))?(.*)/.exec(line))) [, answer.code, answer.reason] = found;
    else if ((found = /^!\[([^\]]*)\]\(([^)\s]+)\)/.exec(line))) { answer.pictures.push({ gen: gen ?? found[1], src: onThisOrigin(found[2]), file: null }); gen = null; }
    else if ((found = /^\[(?:点击下载|Click to download)\]\(([^)\s]+)\)/.exec(line))) { if (answer.pictures.length) answer.pictures.at(-1).file = onThisOrigin(found[1]); }
    else if (!/^(> |$)/.test(line)) words.push(line);
  }
  answer.words = words.join("\n");
  return answer;
}

/** A link's path when it is one of ours, whatever public name the server gave it; "" for any other link. */
function onThisOrigin(link) {
  try {
    const { pathname, protocol } = new URL(link, location.href);
    return /^https?:$/.test(protocol) && pathname.startsWith("/cdn/") ? pathname : "";
  } catch { return ""; }
}

/** Every picture of the conversation in order, numbered from 1. */
function pictures() {
  return turns
    .flatMap(turn => read(turn.text).pictures.map(picture => ({ ...picture, turn })))
    .map((picture, index) => ({ ...picture, number: index + 1, facts: picture.turn.facts[picture.gen] }));
}

/** The gen_ids that a turn's pictures are made from: as kept, else as the call says. */
function parents(turn) {
  const answer = read(turn.text);
  const kept = turn.facts[answer.pictures[0]?.gen]?.sources;
  return kept ?? [answer.call ? answer.call.gen_ids ?? answer.call.gen_id ?? [] : turn.chosen ?? []].flat();
}

/** Width by height of a turn's pictures, as known so far. */
function shape(turn, picture) {
  const facts = turn.facts[picture?.gen];
  const [width, height] = facts ? [facts.width, facts.height] : (read(turn.text).call?.ratio ?? "1:1").split(":").map(Number);
  return width > 0 && height > 0 ? width / height : 1;
}

const active = () => turns.find(turn => turn.state === "drawing");

/** What the next words start from. */
function starting() {
  const all = pictures(), chosen = all.find(picture => picture.gen === source);
  if (uploads.length) return { kind: "uploads", src: uploads[0] };
  if (source === "new") return { kind: "new" };
  if (chosen) return { kind: "picture", chosen: true, ...chosen };
  const coming = active();
  if (coming && read(coming.text).call) {
    const parent = all.find(picture => parents(coming).includes(picture.gen));
    return { kind: "picture", coming: true, number: all.length + 1, src: parent?.src };
  }
  return all.length ? { kind: "picture", ...all.at(-1) } : { kind: "first" };
}

// ---- talking to the server -----------------------------------------------------------------------------------

/** What a user's turn says on the wire: words, words with pictures, or words behind the id of the picture chosen. */
function content(turn) {
  if (turn.uploads.length) return [{ type: "text", text: turn.said }, ...turn.uploads.map(url => ({ type: "image_url", image_url: { url } }))];
  if (!turn.chosen) return turn.said;
  return turn.said.length > LONGEST_READ ? JSON.stringify({ prompt: turn.said, gen_id: turn.chosen }) : `\`${turn.chosen}\` ${turn.said}`;
}

/** The conversation up to a turn; a picture that is to start from no other goes without what was before. */
function messagesUpTo(last) {
  if (last.alone) return [{ role: "user", content: content(last) }];
  return turns.slice(0, turns.indexOf(last) + 1).flatMap(turn => {
    const whole = turn !== last && (turn.state === "done" || read(turn.text).failed);
    return [{ role: "user", content: content(turn) }, ...(whole ? [{ role: "assistant", content: turn.text }] : [])];
  });
}

function say(words) {
  const said = words.trim();
  if (!said) return;
  const start = starting();
  turns.push(asked({ said, uploads, chosen: start.chosen ? start.gen : null, alone: start.kind === "new", ratio: $("ratio").value }));
  [source, uploads] = [null, []];
  $("words").value = $("ratio").value = "";
  keep();
  paint();
  $("talk").scrollTop = $("talk").scrollHeight;
  pump();
}

/** A turn that waits to be sent, as a request of its own. */
const asked = ({ said, uploads: sent, chosen, alone, ratio }) => ({ id: newName(), key: newName(), said, uploads: sent, chosen, alone, ratio, state: "waiting", text: "", facts: {} });

/** Send the oldest waiting turn; one at a time, because each request carries the answers before it. */
async function pump() {
  const turn = turns.find(each => each.state === "waiting");
  if (running || !turn) return;
  const control = running = new AbortController();
  Object.assign(turn, { state: "drawing", error: "", after: 0, locked: false, fresh: true, pause: null, stopping: false });
  keep();
  paint();
  let learnt = false;
  try {
    for await (turn.text of answerOf(turn, control.signal)) {
      turn.pause = null;
      if (!learnt && read(turn.text).running) learnt = Boolean(learn(turn));
      paint();
    }
    const { pictures: drawn, failed, code, reason } = read(turn.text);
    turn.state = drawn.length || !failed ? "done" : code === "cancelled" ? "stopped" : "failed";
    turn.error = reason || code;
  } catch (error) {
    turn.state = control.signal.aborted || turn.stopping ? "stopped" : "failed";
    turn.locked = error.status === 401;
    turn.after = error.after ?? 0;
    turn.error = error instanceof Refusal ? error.message : turn.task ? "cut" : "offline";
  }
  running = null;
  keep();
  paint();
  announce(turn);
  if (turn.state === "done") learn(turn);
  pump();
}

/** The server's own no. `after` is the seconds that it wants to be left alone for, if it says so. */
class Refusal extends Error {
  constructor(message, { status = 0, after = 0 } = {}) { super(message); Object.assign(this, { status, after }); }
}

/** Who is asking, where the server wants to know. */
const credentials = () => stored(KEY) ? { Authorization: `Bearer ${stored(KEY)}` } : {};

/** An answer's text as it grows, to its end, over several connections where one breaks. Each begins it anew. */
async function* answerOf(turn, signal) {
  const body = JSON.stringify({ model: "paintover", stream: true, messages: messagesUpTo(turn), ...(turn.ratio && { ratio: turn.ratio }) });
  for (let breaks = 0, wasBusy = false; ;) {
    const since = performance.now();
    try {
      let text = "";
      for await (const delta of deltas(turn, body, signal)) yield text += delta;
      const { pictures: drawn, failed, words } = read(text);
      if (drawn.length || failed || words) return;
      throw new TypeError("the answer is not whole");
    } catch (error) {
      if (performance.now() - since > STEADY_MS) breaks = 0;
      const again = error instanceof Refusal ? error.status === 503 && error.after <= LONGEST_REST_S && !wasBusy : breaks < BACKOFF_S.length;
      if (!again || signal.aborted || turn.stopping) throw error;
      wasBusy ||= error instanceof Refusal;
      await rest(turn, error instanceof Refusal ? { busy: true, seconds: error.after || 3 } : { seconds: BACKOFF_S[breaks++] }, signal);
    }
  }
}

/** Wait before the next connection, and say so. */
async function rest(turn, { busy, seconds }, signal) {
  for (let left = seconds; left > 0; left -= 1) {
    turn.pause = { busy, left };
    paint();
    await new Promise((resolve, reject) => {
      setTimeout(resolve, Math.min(left, 1) * 1000);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }
}

/** The deltas of one connection; throws a Refusal with the server's own sentence when it says no, a TypeError when it breaks. */
async function* deltas(turn, body, signal) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": turn.key, ...credentials() };
  const response = await fetch("/v1/chat/completions", { method: "POST", headers, body, signal });
  if ([502, 504].includes(response.status)) throw new TypeError("nobody behind the proxy");
  if (!response.ok) throw new Refusal((await response.json().catch(() => null))?.error?.message ?? copy.refused(response.status), { status: response.status, after: Number(response.headers.get("Retry-After")) || 0 });
  turn.task = response.headers.get("X-Task-Id");
  if (turn.stopping && turn.task) cancel(turn);
  keep();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ""; ;) {
    const { value, done } = await reader.read();
    if (done) throw new TypeError("the answer has no end");
    const lines = (rest + value).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) {
      if (!line.startsWith("data:")) continue;
      const payload = line.slice(5).trim();
      if (payload === "[DONE]") return;
      const chunk = JSON.parse(payload);
      if (chunk.error) throw new Refusal(chunk.error.message);
      yield chunk.choices?.[0]?.delta?.content ?? "";
    }
  }
}

/** Stop a turn: its task is cancelled as soon as it is known, and the answer then ends by itself; if not, hang up. */
function stop(turn) {
  const control = running;
  turn.stopping = true;
  paint();
  if (turn.task) cancel(turn);
  setTimeout(() => control?.abort(), turn.pause ? 0 : STOPPED_MS);
}

const cancel = turn => fetch(`/v1/tasks/${turn.task}/cancel`, { method: "POST", headers: credentials() }).catch(() => { /* the hanging up follows */ });

/** Ask why the picture starts where it does, how long it took, and how large it became. */
async function learn(turn) {
  const answer = read(turn.text);
  const ask = async path => { const response = await fetch(path, { headers: credentials() }); return response.ok ? response.json() : null; };
  try {
    const task = answer.task ? await ask(`/v1/tasks/${answer.task}`) : null;
    if (task) {
      turn.because = task.evidence?.because ?? "";
      turn.queued = task.started_at && task.started_at - task.created_at;
      turn.seconds = task.finished_at && task.finished_at - task.created_at;
    }
    for (const { gen } of answer.pictures) {
      const facts = turn.facts[gen] || !gen.startsWith("gen_") ? null : await ask(`/v1/generations/${encodeURIComponent(gen)}`);
      if (facts) turn.facts[gen] = { width: facts.width, height: facts.height, sources: facts.sources };
    }
  } catch { /* the picture is here; what is known of it can be missing */ }
  keep();
  paint();
}

/** Ask once more: for the same task where nobody knows what became of it, else for a new one. */
function again(turn) {
  if (turn.error === "cut" || turn.error === "offline") turn.state = "waiting";
  else if (turn === turns.at(-1)) Object.assign(turn, asked(turn), { id: turn.id });
  else turns.push(asked(turn));
  paint();
  pump();
}

// ---- keeping -------------------------------------------------------------------------------------------------

function keep() {
  const kept = turns.map(({ fresh, pause, stopping, ...turn }) => turn);
  // Uploads outgrow the few megabytes that a browser keeps: the words and the drawn pictures matter more.
  put(KEPT, kept) || put(KEPT, kept.map(turn => ({ ...turn, uploads: [] })));
}

async function take(files) {
  for (const file of files) {
    if (uploads.length >= MAX_UPLOADS) break;
    try { uploads = [...uploads, await asDataUrl(file)]; } catch { $("news").textContent = copy.badFile; }
  }
  paint();
  $("words").focus();
}

/** The file as it is while small, otherwise drawn again with its longest side at 2048 px. */
async function asDataUrl(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  if (file.size > AS_IT_IS_BYTES) {
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width * scale, height: bitmap.height * scale });
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", 0.9);
  }
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

// ---- painting ------------------------------------------------------------------------------------------------

function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter(child => child != null && child !== false && child !== ""));
  return element;
}

function svg(tag, props, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const icon = name => svg("svg", { class: "i s", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
const round = seconds => seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds));

/** What of a turn can be seen, for a key: the text is read apart, and growing fresh must not cut the fade short. */
const looks = ({ text, fresh, pause, uploads: sent, ...turn }) => ({ ...turn, sent: sent.length });

const painted = new WeakMap();
/** Rebuild `element` only when `key` has changed (true then); the focus stays on the control of the same `data-spot`. */
function show(element, key, build) {
  const text = JSON.stringify([lang, key]);
  if (painted.get(element) === text) return false;
  painted.set(element, text);
  const held = document.activeElement !== element && element.contains(document.activeElement);
  const spot = document.activeElement.dataset.spot ?? "";
  element.replaceChildren(...build().filter(Boolean));
  if (held) (element.querySelector(`[data-spot="${CSS.escape(spot)}"]`) ?? $("words")).focus({ preventScroll: true });
  return true;
}

function image(src, alt, turn) {
  const gone = () => h("span", { class: "gone" }, icon("struck"), copy.gone);
  if (!src) return gone();
  const element = h("img", { src, alt, class: turn?.fresh ? "coming" : null, decoding: "async", draggable: "false" });
  element.addEventListener("load", () => { element.classList.remove("coming"); if (turn) turn.fresh = false; });
  element.addEventListener("error", () => element.replaceWith(gone()));
  return element;
}

/** The inside of a print: the picture, or what stands in its place while there is none. */
function clip(turn, picture, all) {
  const parent = all.find(each => parents(turn).includes(each.gen));
  const under = turn.fresh || !picture ? parent?.src ?? turn.uploads[0] : null;
  const runs = turn.state === "drawing" && read(turn.text).running;
  return h("span", { class: `clip ${picture ? "" : turn.state === "drawing" && !runs ? "waiting" : turn.state}` },
    under && h("img", { class: "under", src: under, alt: "" }),
    picture && image(picture.src, said(picture), turn),
    !picture && turn.state !== "drawing" && turn.state !== "waiting" && icon("struck"),
    !picture && runs && h("span", { class: "bar" }, h("i")));
}

const download = (picture, ...inside) => h("a", { class: "link get", "data-spot": `get${picture.gen}`, href: picture.file || picture.src, download: true, "aria-label": `${copy.download} ${copy.picture(picture.number)}` }, inside);
const said = picture => read(picture.turn.text).call?.prompt ?? picture.turn.said;
const problem = turn => turn.after ? copy.busy(turn.after) : copy[turn.error] ?? turn.error;
const dotted = parts => parts.filter(Boolean).map(part => h("span", { class: "fact" }, part));

/** Where a picture comes from, and why: the person's click, else the server's own sentence. */
function reason(turn, all) {
  const because = turn.chosen && parents(turn).includes(turn.chosen) ? copy.hintChosen : turn.alone ? copy.hintNew : (turn.because ?? "").replace(/[。.]$/, "");
  return parents(turn).length || turn.uploads.length || !because ? [sourceButtons(turn, all), because] : [because];
}

function sourceButtons(turn, all) {
  const names = parents(turn).map(gen => all.find(picture => picture.gen === gen)).map(picture => picture
    ? h("button", { type: "button", class: "link", "data-spot": `of${turn.id}${picture.gen}`, onclick: () => choose(picture.gen) }, lang === "zh" ? copy.picture(picture.number) : copy.picture(picture.number).toLowerCase())
    : turn.uploads.length ? copy.yours : copy.lost);
  if (!names.length) return turn.uploads.length ? [copy.editOf, copy.yours] : [copy.fresh];
  return [names.length > 1 ? copy.mergeOf : copy.editOf, ...names.flatMap((name, index) => index ? [copy.and, name] : [name])];
}

function nowLine(turn) {
  if (turn.state === "waiting") return h("p", { class: "now" }, copy.waiting);
  return h("p", { class: "now" }, h("b", { class: "pct" }), turn.queued >= 0.1 && h("span", { class: "fact" }, copy.queue(round(turn.queued))),
    !turn.stopping && h("button", { type: "button", class: "stop", "data-spot": "stop", onclick: () => stop(turn) }, icon("stop"), copy.stop));
}

/** How far a turn that is being drawn has come, in words. */
function standing(turn) {
  const { running: runs, percent, place } = read(turn.text);
  if (turn.stopping) return copy.stopping;
  if (turn.pause) return turn.pause.busy ? copy.busyNow(Math.ceil(turn.pause.left)) : copy.rejoining;
  return runs ? copy.drawing(percent) : place ? copy.place(place) : copy.queued;
}

function failure(turn, brief) {
  const words = turn.state === "stopped" ? copy.stopped : [h("b", {}, copy.failed), turn.locked ? copy.locked : problem(turn)];
  const unlock = event => { event.preventDefault(); put(KEY, new FormData(event.target).get("key").trim()); again(turn); };
  const retry = props => h("button", { class: "chip", "data-spot": `again${turn.id}`, ...props }, icon("again"), copy.again);
  return h("div", { class: brief ? "trouble brief" : "trouble" }, icon("struck"), h("p", {}, words),
    turn.locked && !brief
      ? h("form", { onsubmit: unlock }, h("input", { name: "key", type: "password", autocomplete: "off", required: true, placeholder: "po_…", "aria-label": copy.key }), retry({ type: "submit" }))
      : retry({ type: "button", onclick: () => again(turn) }));
}

function paintTurn(element, turn, all) {
  const { percent, place, ...answer } = read(turn.text);
  const drawn = all.filter(picture => picture.turn === turn);
  const from = starting();
  const numbers = drawn.map(picture => picture.number);
  const missing = drawn.length > 0 && answer.failed ? `${copy.short(Math.max(1, (answer.call?.n ?? 0) - drawn.length))}: ${turn.error}` : "";
  const remarks = [answer.words.trim(), missing].filter(Boolean).join("\n");
  const key = [looks(turn), numbers, from.gen, from.kind, parents(turn).map(gen => all.find(picture => picture.gen === gen)?.number), answer];
  show(element, key, () => [
    h("span", { class: numbers.length > 1 ? "n range" : "n" }, numbers.length ? [...new Set([numbers[0], numbers.at(-1)])].join("–") : turn.state === "drawing" && answer.call ? String(all.length + 1) : ""),
    h("div", {},
      h("p", { class: "said" }, turn.said),
      turn.uploads.length > 0 && h("p", { class: "sent" }, turn.uploads.map(url => h("img", { src: url, alt: copy.yours }))),
      (drawn.length || answer.call || turn.state === "drawing" && !answer.words) && h("div", { class: "answer" },
        h("div", { class: `pics ${drawn.length > 1 ? "many" : ""}` }, drawn.length ? drawn.map(picture => printButton(picture, from, all, "pic")) : pic(turn, all)),
        h("div", { class: "notes" },
          answer.call && h("p", { class: "why" }, dotted(reason(turn, all))),
          answer.call && h("p", {}, dotted([answer.call.ratio, drawn.length > 0 && turn.seconds && copy.seconds(round(turn.seconds)), ...drawn.map((picture, place) => picture.src && download(picture, [!place && copy.download, drawn.length > 1 && String(picture.number)].filter(Boolean).join(" ")))])),
          ["drawing", "waiting"].includes(turn.state) && nowLine(turn))),
      turn.state === "waiting" && !answer.call && nowLine(turn),
      remarks && h("p", { class: "words" }, remarks),
      ["failed", "stopped"].includes(turn.state) && failure(turn)),
  ]);
  element.className = `turn ${turn.state} ${numbers.includes(from.number) || (from.coming && turn.state === "drawing") ? "here" : ""}`;
}

function pic(turn, all) {
  const element = h("div", { class: "pic" }, clip(turn, null, all));
  element.style.setProperty("--ar", shape(turn));
  return element;
}

function printButton(picture, from, all, name) {
  const pressed = picture.gen === from.gen;
  const label = `${copy.editFrom(picture.number)}: ${said(picture)}`;
  const element = h("button", { type: "button", class: name, "aria-pressed": String(pressed), "aria-label": label, title: name === "small" ? said(picture) : null, "data-spot": `${name}${picture.gen}`, onclick: () => choose(picture.gen) },
    clip(picture.turn, picture, all), name === "pic" ? h("span", { class: "act" }, icon("branch"), copy.here) : h("b", {}, String(picture.number)));
  element.style.setProperty("--ar", shape(picture.turn, picture));
  return element;
}

/** The large print on the table: the chosen source, what is being drawn, what failed, or the latest picture. */
function paintDesk(all) {
  const from = starting(), last = turns.at(-1), coming = active();
  const open = !source && !uploads.length;
  const turn = open && coming && !read(coming.text).words ? coming : open && (last?.state === "failed" || last?.state === "stopped" && !all.length) && !read(last.text).words ? last : null;
  const picture = turn ? null : from.kind === "picture" && from.gen ? from : null;
  const owner = turn ?? picture?.turn;
  const { percent, place, ...answer } = turn ? read(turn.text) : {};
  show($("desk"), [turn && looks(turn), answer, picture && [picture.gen, picture.facts], from.kind, all.length], () => {
    const inside = turn || picture ? clip(owner, picture, all)
      : h("span", { class: "clip blank" }, from.kind === "uploads" ? h("img", { src: uploads[0], alt: copy.yours }) : from.kind === "new" ? h("p", {}, copy.fromNew) : copy.empty.map(line => h("p", {}, line)));
    const sheet = h("figure", { class: `sheet ${turn?.state ?? ""}` },
      picture?.src ? h("a", { "data-spot": "open", href: picture.src, target: "_blank", rel: "noopener", "aria-label": `${copy.original}: ${copy.picture(picture.number)}` }, inside) : inside,
      picture && h("b", { class: "shoulder" }, String(picture.number)),
      turn && answer.call && turn.state === "drawing" && h("b", { class: "shoulder" }, String(all.length + 1)),
      (turn || picture) && h("figcaption", {},
        turn?.state === "drawing" ? nowLine(turn) : turn ? failure(turn, true) : [
          h("span", { class: "cap" }, said(picture)),
          picture.facts && h("span", { class: "fact px" }, `${picture.facts.width} × ${picture.facts.height}`),
          picture.src && download(picture, icon("down"), copy.download)]));
    sheet.style.setProperty("--ar", owner ? shape(owner, picture) : 1);
    return [sheet, !turns.length && h("div", { class: "samples" }, h("p", {}, copy.sample), copy.samples.map(text => h("button", { type: "button", class: "chip", onclick: () => say(text) }, text)))];
  });
}

/** All pictures in a row in order of time; a line from each to what was made from it, red where the source lies. */
function paintStrip(all) {
  const from = starting(), turn = active();
  const row = turn && read(turn.text).call ? [...all, { turn, gen: "", number: all.length + 1 }] : all;
  const lit = new Set();
  const climb = gen => { const picture = row.find(each => each.gen === gen); if (picture && !lit.has(gen)) { lit.add(gen); parents(picture.turn).forEach(climb); } };
  if (from.kind === "picture") climb(from.coming ? "" : from.gen);
  $("strip").hidden = !row.length;
  show($("strip"), [row.map(picture => [picture.gen, picture.src, parents(picture.turn), picture.facts]), [...lit], from.gen], () => {
    const lines = svg("svg", { width: row.length * PITCH, height: STRIP_HEIGHT, "aria-hidden": "true" });
    const edges = row.flatMap((child, to) => parents(child.turn).map(gen => [row.findIndex(each => each.gen === gen), to]).filter(([at]) => at >= 0));
    const shines = ([at, to]) => lit.has(row[at].gen) && lit.has(row[to].gen);
    for (const edge of edges.sort((a, b) => shines(a) - shines(b))) lines.append(svg("path", { d: curve(...edge), class: shines(edge) ? "e lit" : "e" }));
    const prints = row.map(picture => picture.gen ? printButton(picture, from, all, "small") : h("div", { class: "small" }, clip(picture.turn, null, all), h("b", {}, String(picture.number))));
    prints.forEach((print, index) => print.classList.toggle("off", !lit.has(row[index].gen)));
    prints.forEach((print, index) => print.classList.toggle("current", row[index].gen === (from.gen ?? "")));
    return [h("div", { class: "row" }, lines, prints)];
  }) && $("strip").querySelector(".current, .row > :last-child")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const PITCH = 96, SMALL = 64, STRIP_TOP = 44, STRIP_HEIGHT = 124;
function curve(at, to) {
  const [x1, x2, y] = [at * PITCH + SMALL / 2, to * PITCH + SMALL / 2, STRIP_TOP];
  if (to === at + 1) return `M${x1 + SMALL / 2} ${y + SMALL / 2}H${x2 - SMALL / 2}`;
  const lift = y - Math.min(40, 16 + 10 * (to - at)) * 1.3;
  return `M${x1 + 8} ${y}C${x1 + 8} ${lift} ${x2 - 8} ${lift} ${x2 - 8} ${y}`;
}

function paintFrom(all) {
  const from = starting();
  const [name, hint] = {
    uploads: [copy.fromUploads(uploads.length), copy.hintUpload], new: [copy.fromNew, copy.hintNew], first: [copy.first, copy.hintFirst],
    picture: [copy.from(from.number), from.chosen ? copy.hintChosen : copy.hintAuto],
  }[from.kind];
  show($("from"), [from.kind, from.src, from.number, from.coming, from.chosen, uploads.length], () => [
    h("span", { class: `thumb ${from.coming ? "coming" : ""} ${from.kind}` }, from.src && h("img", { src: from.src, alt: "" })),
    h("p", { id: "start" }, h("b", {}, name), h("small", {}, hint)),
    from.kind === "picture" && !from.chosen && h("button", { type: "button", class: "chip", "data-spot": "start", onclick: () => choose("new"), "aria-label": copy.fromNew }, icon("plus"), copy.newPicture),
    (from.chosen || from.kind === "new" || from.kind === "uploads") && h("button", { type: "button", class: "tool", "data-spot": "start", "aria-label": copy.back, title: copy.back, onclick: () => { uploads = []; choose(null); } }, icon("close")),
  ]);
  $("words").placeholder = all.length || active() ? copy.change : copy.draw;
  $("words").setAttribute("aria-label", $("words").placeholder);
}

/** Take a picture as the source of the next words; the latest one needs no choosing, the next words follow it anyway. */
function choose(gen) {
  const latest = pictures().at(-1);
  source = gen === latest?.gen && !active() ? null : gen;
  uploads = [];
  paint();
  const picked = pictures().find(picture => picture.gen === gen);
  if (picked) articles.get(picked.turn.id).scrollIntoView({ block: "nearest" });
  if (HOVERS) $("words").focus({ preventScroll: true });
}

function announce(turn) {
  const mine = pictures().filter(picture => picture.turn === turn);
  $("news").textContent = mine.length ? copy.ready(mine.at(-1).number) : turn.state === "failed" ? `${copy.failed}: ${problem(turn)}` : turn.state === "stopped" ? copy.stopped : read(turn.text).words;
}

const articles = new Map();
function paint() {
  const all = pictures(), talk = $("talk");
  const atEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 80;
  document.documentElement.lang = copy.code;
  document.body.classList.toggle("empty", !turns.length);
  for (const [id, element] of articles) if (!turns.some(turn => turn.id === id)) { element.remove(); articles.delete(id); }
  for (const turn of turns) {
    if (!articles.has(turn.id)) { articles.set(turn.id, h("article", {})); talk.append(articles.get(turn.id)); }
    paintTurn(articles.get(turn.id), turn, all);
  }
  paintDesk(all);
  paintStrip(all);
  paintFrom(all);
  paintProgress();
  paintChrome(all);
  if (atEnd) talk.scrollTop = talk.scrollHeight;
}

/** The parts that move with every line of an answer, without rebuilding anything. */
function paintProgress() {
  const turn = active();
  if (!turn) return;
  const { percent } = read(turn.text);
  for (const place of [articles.get(turn.id), $("desk")]) {
    for (const bar of place.querySelectorAll(".bar")) {
      bar.firstChild.style.width = `${percent}%`;
      for (const [name, value] of Object.entries({ role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": percent, "aria-label": copy.drawing(percent) })) bar.setAttribute(name, value);
    }
    for (const line of place.querySelectorAll(".pct")) {
      line.textContent = standing(turn);
      line.classList.toggle("held", Boolean(turn.pause || turn.stopping));
    }
  }
}

function paintChrome(all) {
  $("title").textContent = turns[0]?.said ?? "";
  document.title = turns.length ? `${turns[0].said} · Paintover` : "Paintover";
  $("count").textContent = all.length ? copy.pictures(all.length) : "";
  $("fresh").hidden = !turns.length && !stored(LAST)?.length;
  $("fresh").textContent = turns.length ? copy.newTalk : copy.undo;
  $("ratio").options[0].textContent = copy.ratio;
  $("lang").className = `tool lang ${lang}`;
  for (const [id, label] of Object.entries({ lang: copy.other, attach: copy.attach, ratio: copy.ratio, send: copy.send, talk: copy.talk, table: copy.table, strip: copy.strip })) $(id).setAttribute("aria-label", label);
  for (const id of ["attach", "ratio", "send"]) $(id).title = $(id).getAttribute("aria-label");
}

function grow() {
  const words = $("words");
  words.style.height = "auto";
  words.style.height = `${Math.min(words.scrollHeight, 152)}px`;
}

// ---- what the person does ------------------------------------------------------------------------------------

$("tray").addEventListener("submit", event => { event.preventDefault(); say($("words").value); grow(); $("words").focus(); });
$("words").addEventListener("input", grow);
$("words").addEventListener("keydown", event => {
  const composing = event.isComposing || event.keyCode === 229;   // Enter then ends a word of an input method
  if (event.key === "Enter" && !event.shiftKey && !composing) { event.preventDefault(); $("tray").requestSubmit(); }
  if (event.key === "Escape" && !composing) { uploads = []; choose(null); }
});
$("strip").addEventListener("keydown", event => {
  const step = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[event.key];
  const next = step && event.target.closest("button")?.[step];
  if (next?.matches("button")) { event.preventDefault(); next.focus(); }
});
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", event => { take([...event.target.files]); event.target.value = ""; });
document.addEventListener("paste", event => { if (event.clipboardData.files.length) { event.preventDefault(); take([...event.clipboardData.files]); } });
document.addEventListener("dragover", event => { if (event.dataTransfer.types.includes("Files")) { event.preventDefault(); document.body.classList.add("dropping"); } });
document.addEventListener("dragleave", event => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
document.addEventListener("drop", event => { document.body.classList.remove("dropping"); if (event.dataTransfer.files.length) { event.preventDefault(); take([...event.dataTransfer.files]); } });
$("lang").addEventListener("click", () => {
  lang = lang === "zh" ? "en" : "zh";
  copy = COPY[lang];
  put(LANG, lang);
  paint();
});
$("fresh").addEventListener("click", () => {
  running?.abort();
  if (turns.length) { keep(); put(LAST, stored(KEPT)); turns = []; } else turns = revive(LAST);
  [source, uploads] = [null, []];
  keep();
  paint();
  pump();
  $("words").focus();
});

paint();
$("talk").scrollTop = $("talk").scrollHeight;
if (HOVERS) $("words").focus();
pump();
