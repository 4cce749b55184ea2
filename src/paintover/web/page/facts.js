// What the server knows of pictures and of the tasks that drew them, asked for once.

import { html, useEffect, useState } from "./vendor/preact.js";
import { nodesOf, pictureOf } from "./pictures.js";
import { changed, state } from "./state.js";
import * as server from "./server.js";
import { onThisOrigin } from "./transcript.js";

const known = new Map();

async function learn(gen) {
  const facts = await server.generation(gen);
  const task = facts.task_id ? await server.task(facts.task_id).catch(() => null) : null;
  return { ...facts, src: onThisOrigin(facts.url), file: onThisOrigin(facts.download_url), task };
}

/** A picture's facts: `{ facts }` once they are there, `{ error }` when the server has none, else `{}`. */
export function useFacts(gen) {
  const [found, find] = useState({});
  useEffect(() => {
    if (!gen || known.has(gen)) return undefined;
    let isHere = true;
    learn(gen).then(
      facts => { known.set(gen, facts); if (isHere) find({ gen, facts }); },
      error => { if (error.status === 401) { state.locked = true; changed(); } if (isHere) find({ gen, error }); },
    );
    return () => { isHere = false; };
  }, [gen]);
  return known.has(gen) ? { facts: known.get(gen) } : found.gen === gen ? found : {};
}

/** What is known has changed: take it over, or forget a picture that is gone. */
export function learnt(gen, facts) {
  if (facts) known.set(gen, { ...known.get(gen), ...facts }); else known.delete(gen);
  changed();
}

/** A picture as the views need it, from the conversation where it is part of it, else from the server. */
export function useShown(talk, gen) {
  const { facts, error } = useFacts(gen);
  const mine = pictureOf(talk, gen) ?? nodesOf(talk).find(node => node.gen === gen);
  return { gen, number: mine?.number, prompt: mine?.prompt ?? facts?.prompt ?? "", src: mine?.src || facts?.src || "", file: mine?.file || facts?.file || "", turn: mine?.turn, facts, error };
}

export const Fact = ({ name, children }) => children ? html`<dt>${name}</dt><dd>${children}</dd>` : null;
