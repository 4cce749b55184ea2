// Talking to the server: the same origin, and nothing but its public API.

import { chosen } from "./keep.js";

/** The server's own no. `after` is the seconds that it wants to be left alone for, if it says so. */
export class Refusal extends Error {
  constructor(message, { status = 0, after = 0, newest = "" } = {}) { super(message); Object.assign(this, { status, after, newest }); }
}

/** Who is asking, where the server wants to know. */
export const credentials = () => chosen("key") ? { Authorization: `Bearer ${chosen("key")}` } : {};

async function refusal(response) {
  const said = await response.json().catch(() => null);
  return new Refusal(said?.error?.message ?? "", { status: response.status, after: Number(response.headers.get("Retry-After")) || 0, newest: response.headers.get("ETag") ?? "" });
}

/** The JSON at a path; throws a Refusal, or a TypeError when nobody answers. */
export async function ask(path, signal) {
  const response = await fetch(path, { headers: credentials(), signal });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** A picture as the drawing that it is, an SVG. Throws as `ask` does. */
export async function drawing(name) {
  const response = await fetch(`/v1/generations/${encodeURIComponent(name)}/file?format=svg`, { headers: credentials() });
  if (!response.ok) throw await refusal(response);
  return response.blob();
}

export const models = () => ask("/v1/models");
export const task = name => ask(`/v1/tasks/${encodeURIComponent(name)}`);
export const generation = name => ask(`/v1/generations/${encodeURIComponent(name)}`);
export const lineage = name => ask(`/v1/generations/${encodeURIComponent(name)}/lineage`);
export const dependents = name => ask(`/v1/generations/${encodeURIComponent(name)}/dependents`);
async function change(name, method, body) {
  const headers = { ...(body && { "Content-Type": "application/json" }), ...credentials() };
  const response = await fetch(`/v1/generations/${encodeURIComponent(name)}`, { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) throw await refusal(response);
  return response.json();
}
export const mark = (name, favourite) => change(name, "PATCH", { favourite });
export const remove = name => change(name, "DELETE");
/** A page of the pictures; of those alone for which everything holds that `wanted` says. */
export const generations = (after, wanted = {}, signal) => ask(`/v1/generations?${new URLSearchParams(Object.entries({ limit: 60, ...wanted, after }).filter(([, value]) => value))}`, signal);
export const cancel = name => fetch(`/v1/tasks/${encodeURIComponent(name)}/cancel`, { method: "POST", headers: credentials() });

/** Send JSON, or nothing but the method; the JSON that comes back. Throws as `ask` does. */
export async function send(method, path, body, headers = {}) {
  const told = body === undefined ? {} : { "Content-Type": "application/json" };
  const response = await fetch(path, { method, headers: { ...told, ...headers, ...credentials() }, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

export const shares = subject => ask(`/v1/shares?limit=100&${new URLSearchParams(subject)}`);
export const share = what => send("POST", "/v1/shares", what);
export const revoke = id => send("DELETE", `/v1/shares/${encodeURIComponent(id)}`);

export const me = () => ask("/v1/me");
export const admin = (limit, signal) => ask(`/v1/admin?limit=${limit}`, signal);
export const adminUsage = (asked, signal) => ask(`/v1/admin/usage?${new URLSearchParams(asked)}`, signal);
export const stopTask = id => send("POST", `/v1/admin/tasks/${encodeURIComponent(id)}/cancel`);

const talkPath = id => `/v1/conversations/${encodeURIComponent(id)}`;
export const talks = ({ after = "", words = "", limit = 50 } = {}) => ask(`/v1/conversations?limit=${limit}${after ? `&after=${encodeURIComponent(after)}` : ""}${words ? `&q=${encodeURIComponent(words)}` : ""}`);
export const talk = (id, since) => ask(`${talkPath(id)}?since=${since}`);
/** Keep a change that was made from a revision (0: it is new); throws a Refusal with the `newest` ETag when there is a newer one. */
export const keepTalk = (id, change, revision) => revision ? send("PATCH", talkPath(id), change, { "If-Match": `"${revision}"` }) : send("PUT", talkPath(id), change, { "If-None-Match": "*" });
export const dropTalk = id => send("DELETE", talkPath(id));

/** The lines of an answer, as they arrive, until it ends. */
async function* linesOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ""; ;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split(/\r?\n/);
    rest = lines.pop();
    yield* lines;
  }
}

/** What happens to a task behind the event `after`, with what is unfinished; each with its `id`. Throws as `ask` does. */
export async function* events(name, after, signal) {
  const headers = { ...(after && { "Last-Event-ID": after }), ...credentials() };
  const response = await fetch(`/v1/tasks/${encodeURIComponent(name)}/events?previews=1`, { headers, signal });
  if (!response.ok) throw await refusal(response);
  let id = after;
  for await (const line of linesOf(response)) {
    if (line.startsWith("id: ")) id = line.slice(4);
    else if (line.startsWith("data: ")) yield { ...JSON.parse(line.slice(6)), id };
  }
}

/**
 * The deltas of one connection's answer. `onTask` is told the task's id before the first of them. Throws a Refusal with
 * the server's own sentence when it says no, a TypeError when the connection breaks.
 */
export async function* deltas(body, key, onTask, signal) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key, ...credentials() };
  const response = await fetch("/v1/chat/completions", { method: "POST", headers, body, signal });
  if ([502, 504].includes(response.status)) throw new TypeError("nobody behind the proxy");
  if (!response.ok) throw await refusal(response);
  onTask(response.headers.get("X-Task-Id"));
  for await (const line of linesOf(response)) {
    if (!line.startsWith("data:")) continue;
    const payload = line.slice(5).trim();
    if (payload === "[DONE]") return;
    const chunk = JSON.parse(payload);
    if (chunk.error) throw new Refusal(chunk.error.message);
    yield chunk.choices?.[0]?.delta?.content ?? "";
  }
  throw new TypeError("the answer has no end");
}
