// What is unfinished of the picture that is being drawn. It is looked at and forgotten: nothing of it is kept with the
// conversation. Of all that is drawn only what is on the page is followed, so that it takes one connection.

import { activeTurn } from "./pictures.js";
import * as server from "./server.js";
import { changed, state } from "./state.js";
import { answerOf, onThisOrigin } from "./transcript.js";

const FADED_MS = 4_000, BACKOFF_S = [0.5, 1, 2, 4, 8];
/** How many renderings of each picture a turn asks for. Some vendors bill each of them. */
export const ASKED = 2;

const seen = new Map();   // by the turn's id: { task, after, pictures: the renderings of each picture, the newest last }
let followed = null;      // { task, control }

/** What there is to look at of a turn's picture: the newest rendering and the one before, under which it fades in. */
export const sketchesOf = (turn, at = 0) => seen.get(turn?.id)?.pictures[at] ?? [];
/** Changes whenever that of any of the turn's pictures does. */
export const sketchKey = turn => seen.get(turn?.id)?.pictures.map(each => each?.at(-1)?.id).join() ?? "";

/** Follow what is being drawn in the open conversation, and nothing else any more. */
export function follow(talk) {
  const turn = activeTurn(talk), task = turn?.previews && !state.isShared ? answerOf(turn).task : null;
  if ((followed?.task ?? null) === task) return;
  followed?.control.abort();
  followed = task && { task, control: new AbortController() };
  if (task) look(turn, task, followed.control.signal);
}

async function look(turn, task, signal) {
  if (seen.get(turn.id)?.task !== task) seen.set(turn.id, { task, after: 0, pictures: [] });
  const kept = seen.get(turn.id);
  for (let breaks = 0; breaks < BACKOFF_S.length && !signal.aborted;) {
    try {
      for await (const event of server.events(task, kept.after, signal)) {
        breaks = 0;
        kept.after = event.id;
        if (event.type === "preview") show(kept, event.index, { id: event.id, image: event.image, step: event.step });
        if (event.type === "picture") show(kept, event.index, { id: event.id, image: onThisOrigin(event.url), isDone: true });
        if (["succeeded", "failed", "cancelled"].includes(event.type)) return;
      }
    } catch (error) {
      // Whoever may not follow, or asks a server without previews, sees the picture when it is there.
      if (signal.aborted || error instanceof server.Refusal) return;
    }
    const pause = BACKOFF_S[breaks++];
    await new Promise(resolve => { setTimeout(resolve, pause * 1000); });
  }
}

function show(kept, at, sketch) {
  kept.pictures[at] = [...kept.pictures[at] ?? [], sketch].slice(-2);
  changed();
}

/** The answer is there: the picture fades in over what was unfinished, which is forgotten then. */
export function forget(turn) {
  if (!seen.has(turn.id)) return;
  setTimeout(() => { seen.delete(turn.id); changed(); }, FADED_MS);
}
