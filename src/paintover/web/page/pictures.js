// The pictures of a conversation: their numbers, where each comes from, and the tree that they make.

import { answerOf } from "./transcript.js";

const cached = new WeakMap();
function once(talk, name, make) {
  const kept = cached.get(talk) ?? {};
  if (kept.version !== talk.version) for (const key of Object.keys(kept)) delete kept[key];
  kept.version = talk.version;
  cached.set(talk, kept);
  return kept[name] ??= make();
}

/** Every picture of the conversation in order, numbered from 1. */
export const picturesOf = talk => once(talk, "pictures", () => talk.turns
  .flatMap(turn => answerOf(turn).pictures.map(picture => ({ ...picture, turn })))
  .map((picture, at) => ({ ...picture, number: at + 1, facts: picture.turn.facts[picture.gen], prompt: picture.call?.prompt ?? promptOf(picture.turn) })));

export const pictureOf = (talk, gen) => picturesOf(talk).find(picture => picture.gen === gen);
export const promptOf = turn => answerOf(turn).call?.prompt ?? turn.said;

/**
 * The gen_ids that a picture of a turn (its first, unless told) is made from: as kept, else as the call says, else as
 * the person chose.
 */
export function parentsOf(turn, picture = answerOf(turn).pictures[0]) {
  const call = picture?.call ?? answerOf(turn).call;
  return turn.facts[picture?.gen]?.sources ?? [call ? call.gen_ids ?? call.gen_id ?? [] : turn.chosen ?? []].flat();
}

/** Width by height of a turn's pictures, as far as they are known. */
export function shapeOf(turn, facts) {
  const [width, height] = facts ? [facts.width, facts.height] : String(answerOf(turn).call?.ratio ?? "1:1").split(":").map(Number);
  return width > 0 && height > 0 ? width / height : 1;
}

export const activeTurn = talk => talk.turns.find(turn => turn.state === "drawing");
export const isBusy = talk => talk.turns.some(turn => ["drawing", "waiting"].includes(turn.state));

/** What the next words of a conversation start from. */
export function startOf(talk) {
  const all = picturesOf(talk);
  if (talk.uploads.length) return { kind: "uploads", gens: [], srcs: talk.uploads };
  if (talk.source === "new") return { kind: "new", gens: [], srcs: [] };
  if (talk.source?.length) {
    const of = talk.source.map(gen => pictureOf(talk, gen) ?? { gen, ...talk.lent[gen] });
    return { kind: "picture", chosen: true, gens: talk.source, srcs: of.map(each => each.src), numbers: of.map(each => each.number) };
  }
  const coming = activeTurn(talk);
  if (coming && answerOf(coming).call) {
    const parent = all.find(picture => parentsOf(coming).includes(picture.gen));
    return { kind: "picture", coming, gens: [coming.id], srcs: [parent?.src ?? coming.uploads[0]], numbers: [all.length + 1] };
  }
  const last = all.at(-1);
  return last ? { kind: "picture", gens: [last.gen], srcs: [last.src], numbers: [last.number] } : { kind: "first", gens: [], srcs: [] };
}

/** Whether what comes next may change the painted part of its one source only. */
export const isMasked = (talk, start) => Boolean(talk.only) && start.kind === "picture" && start.gens.length === 1 && start.gens[0] === talk.only.gen;

/**
 * The nodes of the tree in the order in which they came: pictures, what is being drawn or was not drawn, and before
 * their first child the sources from elsewhere (uploads, pictures of other conversations).
 */
export const nodesOf = talk => once(talk, "nodes", () => {
  const nodes = [], all = picturesOf(talk), known = new Set(all.map(picture => picture.gen)), byTurn = new Map();
  for (const picture of all) byTurn.set(picture.turn, [...byTurn.get(picture.turn) ?? [], picture]);
  const welcome = (turn, gen) => {
    if (known.has(gen)) return;
    const guest = turn.guests?.[gen];
    if (!guest) return;
    known.add(gen);
    nodes.push({ id: gen, kind: "guest", gen, src: guest.src, prompt: guest.prompt, origin: guest.origin, aspect: guest.width / guest.height || 1, parents: [] });
  };
  for (const turn of talk.turns) {
    const answer = answerOf(turn), parents = parentsOf(turn);
    const mine = byTurn.get(turn) ?? [];
    parents.forEach(gen => welcome(turn, gen));
    for (const [at, picture] of mine.entries()) {
      const parents = parentsOf(turn, picture);
      parents.forEach(gen => welcome(turn, gen));
      nodes.push({ id: picture.gen, kind: "picture", gen: picture.gen, src: picture.src, number: picture.number, prompt: picture.prompt, said: turn.said, turn, parents, aspect: shapeOf(turn, picture.facts), at, isNamed: at === 0 });
    }
    if (!mine.length && (turn.state === "drawing" && answer.call || (turn.state === "failed" || turn.state === "stopped") && turn === talk.turns.at(-1)))
      nodes.push({ id: turn.id, kind: turn.state, turn, number: turn.state === "drawing" ? all.length + 1 : 0, prompt: promptOf(turn), said: turn.said, parents, aspect: shapeOf(turn), isNamed: true });
  }
  return nodes;
});

/** The ids on the way from the roots to some nodes. */
export function pathTo(nodes, ids) {
  const byId = new Map(nodes.map(node => [node.id, node])), lit = new Set();
  const waiting = ids.filter(id => byId.has(id));
  while (waiting.length) {
    const id = waiting.pop();
    if (lit.has(id)) continue;
    lit.add(id);
    waiting.push(...byId.get(id).parents.filter(parent => byId.has(parent)));
  }
  return lit;
}

/** One line of pictures from a root to a picture: where it was merged, along its first source. */
export function lineTo(nodes, id) {
  const byId = new Map(nodes.map(node => [node.id, node])), line = [];
  for (let node = byId.get(id); node && !line.includes(node); node = node.parents.map(parent => byId.get(parent)).find(Boolean)) line.unshift(node);
  return line;
}
