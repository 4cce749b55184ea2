// Conversations on the server. What was said is on this browser's disk first; what the server does not have yet is sent
// as soon as it answers, turn by turn, onto the newest state: what another window said meanwhile is joined, not replaced.

import * as server from "./server.js";

const RANK = { waiting: 0, drawing: 1, stopped: 2, failed: 2, done: 3 };
const isFinal = turn => RANK[turn.state] >= 2;

/** Whether this server keeps conversations at all; an older one does not. */
export let isKept = true;

const body = turn => {
  const { fresh, pause, stopping, settled, ...told } = turn;
  return told;
};

/**
 * Bring a conversation and what the server has of it together. Sends what is unsent; reads what is newer. Returns "kept",
 * or "gone" when it was deleted elsewhere, or "refused" with the server's words in `talk.refused`. Throws when the server
 * cannot be reached.
 */
export async function settle(talk) {
  for (let tries = 0; isKept && tries < 8; tries += 1) {
    if (talk.refused || !talk.unsent.size && !talk.isRenamed) return "kept";
    const sending = new Set(talk.unsent), isRenamed = talk.isRenamed;
    const turns = talk.turns.filter(turn => sending.has(turn.id)).map(body);
    const change = { turns, ...(isRenamed && { title: talk.name }), ...(!talk.revision && { updated_at: Math.floor((talk.touched ?? Date.now()) / 1000) }) };
    talk.unsent = new Set();
    talk.isRenamed = false;
    const giveBack = () => { sending.forEach(id => talk.unsent.add(id)); talk.isRenamed ||= isRenamed; };
    try {
      talk.revision = (await server.keepTalk(talk.id, change, talk.revision)).revision;
    } catch (error) {
      giveBack();
      if (!(error instanceof server.Refusal)) throw error;
      if (error.status === 412 && error.newest) { await pull(talk); continue; }
      if (error.status === 412) {
        // Deleted elsewhere: only what is still being said brings it back.
        if (!talk.turns.some(turn => !isFinal(turn))) return "gone";
        talk.revision = 0;
        talk.turns.forEach(turn => talk.unsent.add(turn.id));
        continue;
      }
      if (error.status === 404 || error.status === 405) { isKept = false; return "kept"; }
      if ([400, 403, 413].includes(error.status)) { talk.refused = error.message; return "refused"; }
      throw error;
    }
  }
  return "kept";
}

/** Read what is newer on the server. Returns whether anything was, or "gone". */
export async function pull(talk) {
  if (!isKept || !talk.revision && talk.unsent.size) return false;
  const found = await server.talk(talk.id, talk.turns.length ? talk.revision : 0).catch(error => {
    if (error.status === 404) return null;
    throw error;
  });
  if (found === null) return talk.revision && !talk.unsent.size ? "gone" : false;
  if (found.revision <= talk.revision && talk.turns.length) return false;  // an answer that what was sent meanwhile has overtaken
  merge(talk, found);
  return true;
}

/** Of two states of a turn the later try is the newer, and of one try the one that came further. */
const isNewer = (theirs, ours) => theirs.key === ours.key ? isFinal(theirs) && RANK[theirs.state] >= RANK[ours.state] : (theirs.at ?? 0) > (ours.at ?? 0);

/** The words that stand for a conversation which has no name. */
export const firstWords = turns => (turns.find(turn => turn.said?.trim())?.said ?? "").trim().split(/\s+/).join(" ").slice(0, 200);

/** Join a conversation with what the server has of it. */
export function merge(talk, { revision, turn_ids: order, turns, title, updated_at: touched }) {
  const mine = new Map(talk.turns.map(turn => [turn.id, turn]));
  for (const theirs of turns) {
    const ours = mine.get(theirs.id);
    if (!ours) mine.set(theirs.id, theirs);
    else if (talk.control && ours.state === "drawing") {
      // It is being heard here as well. Whoever kept the answer first is right: it is what both resend.
      if (isFinal(theirs) && theirs.key === ours.key) ours.settled = theirs;
    } else if (!talk.unsent.has(theirs.id) || isNewer(theirs, ours)) {
      for (const key of Object.keys(ours)) if (!(key in theirs)) delete ours[key];
      Object.assign(ours, theirs);
      talk.unsent.delete(theirs.id);
    }
  }
  const known = new Set(order), ofOurs = talk.turns.filter(turn => !known.has(turn.id) && talk.unsent.has(turn.id));
  talk.turns = [...order.map(id => mine.get(id)).filter(Boolean), ...ofOurs];
  talk.revision = revision;
  talk.touched = Math.max(talk.touched ?? 0, touched * 1000);
  if (!talk.isRenamed) talk.name = title === firstWords(talk.turns) ? "" : title;
}

/** A conversation of the server's list, as the page lists it. */
export const listed = one => ({ id: one.id, title: one.title, count: one.picture_count, turns: one.turn_count, cover: one.cover, touched: one.updated_at * 1000, isBusy: one.is_open, revision: one.revision });

/** A page of the server's list; null where it keeps none. */
export async function list(options) {
  if (!isKept) return null;
  try {
    const { data, next_cursor: next } = await server.talks(options);
    return { talks: data.map(listed), next };
  } catch (error) {
    if (error.status !== 404) throw error;
    isKept = false;
    return null;
  }
}
