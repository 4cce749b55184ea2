// What an answer's text says, whole or cut, in both dialects of the transcript.

const answers = new WeakMap();

/**
 * A turn's answer: its first call, task, progress, pictures (each with the call that it answers), failure and plain
 * words. Read once for each text.
 */
export function answerOf(turn) {
  const kept = answers.get(turn);
  if (kept?.text === turn.text) return kept.answer;
  const answer = read(turn.text);
  answers.set(turn, { text: turn.text, answer });
  return answer;
}

export function read(text) {
  const answer = { call: null, task: null, place: 0, running: false, percent: 0, pictures: [], failed: false, code: "", reason: "", words: "" };
  const fence = /^\s*```(?:json)?\r?\n([\s\S]*?)(?:\r?\n```|$)/.exec(text);
  if (fence) try { answer.call = JSON.parse(fence[1]); } catch { /* the echo has not arrived whole */ }
  const words = [];
  let found, gen = null, call = answer.call, echo = null;
  for (const line of text.slice(fence ? fence[0].length : 0).split(/\r?\n/)) {
    if (echo) { // a further call of the same request
      if (line !== "```") { echo.push(line); continue; }
      try { call = JSON.parse(echo.join("\n")); Object.assign(answer, { running: false, percent: 0 }); } catch { words.push("```", ...echo, "```"); }
      echo = null;
    } else if (line === "```" && answer.call) echo = [];
    else if ((found = /^> ID: `(\w+)`/.exec(line))) answer.task = found[1];
    else if ((found = /^> gen_id: `(\w+)`/.exec(line))) gen = found[1];
    else if ((found = /^> (?:排队中|Queuing)(?:\D+(\d+))?/.exec(line))) answer.place = Number(found[1] ?? 0);
    else if (/^> (生成中|Generating)/.test(line)) answer.running = true;
    else if ((found = /^> (?:进度|Progress) (\d+)%/.exec(line))) { answer.running = true; answer.percent = Number(found[1]); }
    else if (/^> (生成失败|Generation failed)/.test(line)) answer.failed = true;
    else if ((found = /^> (?:失败原因：|Reason: )(?:([a-z_]+)(?: |$))?(.*)/.exec(line))) [, answer.code = "", answer.reason] = found;
    else if ((found = /^!\[([^\]]*)\]\(([^)\s]+)\)/.exec(line))) { answer.pictures.push({ gen: gen ?? found[1], call, src: onThisOrigin(found[2]), file: "" }); gen = null; }
    else if ((found = /^\[(?:点击下载|Click to download)\]\(([^)\s]+)\)/.exec(line))) { if (answer.pictures.length) answer.pictures.at(-1).file = onThisOrigin(found[1]); }
    else if (!/^(> |$)/.test(line)) words.push(line);
  }
  answer.words = words.join("\n").trim();
  return answer;
}

/** A link's path when it is one of ours, whatever public name the server gave it; "" for any other link. */
export function onThisOrigin(link) {
  try {
    const { pathname, protocol } = new URL(link, location.href);
    return /^https?:$/.test(protocol) && (pathname.startsWith("/cdn/") || pathname.startsWith("/s/")) ? pathname : "";
  } catch { return ""; }
}
