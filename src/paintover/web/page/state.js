// What the page shows, in one place, and the one way to have it painted again.

export const state = {
  talks: [],        // summaries, the one touched last first
  moreTalks: null,  // where the server's list goes on
  talk: null,       // the open conversation
  view: { name: "tree" },
  resourcing: null, // the turn for which another source is being chosen on the tree
  isShared: false,  // whether it is another's, for looking only
  me: null,         // what the key is good for, as the server says it
  locked: false,    // whether the server has asked for a key
  news: "",         // said aloud by screen readers
};

let paint = () => {}, isDue = false;
export const onChange = then => { paint = then; };
/** Have the page painted once all that happens now has happened. */
export function changed() {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => { isDue = false; paint(); });
}

export function say(news) { state.news = news; changed(); }
