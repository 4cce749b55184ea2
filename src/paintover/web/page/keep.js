// What the browser keeps: the conversations in IndexedDB, the choices in localStorage.

const NAME = "paintover", VERSION = 2;
let opened = null;
const inMemory = { summaries: new Map(), turns: new Map() };   // where the browser keeps nothing

function open() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion) { asked.result.deleteObjectStore("thumbs"); return; }   // small pictures come from the server now
      asked.result.createObjectStore("summaries", { keyPath: "id" });
      asked.result.createObjectStore("turns");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  }).catch(() => null);
  return opened;
}

const ended = transaction => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = transaction.onerror = () => reject(transaction.error);
});
const answered = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Every conversation's summary: id, title, count of pictures, cover, when it was touched, whether it is drawing. */
export async function summaries() {
  const base = await open();
  return base ? answered(base.transaction("summaries").objectStore("summaries").getAll()) : [...inMemory.summaries.values()];
}

/** A mark of whose conversations these are, so that those of one key are never shown, nor sent, under another. */
export function owner() {
  let mark = 0;
  for (const letter of chosen("key") ?? "") mark = Math.imul(mark ^ letter.charCodeAt(0), 0x9e3779b1) + 0x85ebca6b | 0;
  return chosen("key") ? (mark >>> 0).toString(36) : "";
}

export async function turnsOf(id) {
  const base = await open();
  return (base ? await answered(base.transaction("turns").objectStore("turns").get(id)) : inMemory.turns.get(id)) ?? [];
}

/** Keep a conversation; it is on the disk when this returns. */
export async function putTalk(summary, turns) {
  const base = await open();
  if (!base) { inMemory.summaries.set(summary.id, summary); inMemory.turns.set(summary.id, turns); return; }
  const transaction = base.transaction(["summaries", "turns"], "readwrite");
  transaction.objectStore("summaries").put(summary);
  transaction.objectStore("turns").put(turns, summary.id);
  await ended(transaction);
}

export async function dropTalk(id) {
  const base = await open();
  if (!base) { inMemory.summaries.delete(id); inMemory.turns.delete(id); return; }
  const transaction = base.transaction(["summaries", "turns"], "readwrite");
  transaction.objectStore("summaries").delete(id);
  transaction.objectStore("turns").delete(id);
  await ended(transaction);
}

export const chosen = name => { try { return JSON.parse(localStorage.getItem(`paintover.${name}`)); } catch { return null; } };
export const choose = (name, value) => { try { localStorage.setItem(`paintover.${name}`, JSON.stringify(value)); } catch { /* it lasts until the page closes */ } };
export const forget = name => { try { localStorage.removeItem(`paintover.${name}`); } catch { /* nothing was kept */ } };
