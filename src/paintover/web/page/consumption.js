// What was used over time: small plots of bars, a table behind them, and which key and which engine it was.

import { html, useEffect, useState } from "./vendor/preact.js";
import { Ledger, follow, nameOf } from "./ledger.js";
import { bucketName, money, plain } from "./measures.js";
import * as server from "./server.js";
import { t } from "./words.js";

const ASK_MS = 60_000, HIGH = 48;
const WIDTHS = { "1h": { s: 3600, count: 24, name: "lastDay" }, "1d": { s: 86_400, count: 30, name: "lastMonth" } };
const NOTHING = { pictures: 0, failed: 0, cost: 0, tokens: 0 };
const MEASURES = [["pictures", "usedPictures"], ["failed", "usedFailed"], ["cost", "usedCost"], ["tokens", "usedTokens"]];

const amounts = result => ({ pictures: result.pictures, failed: result.requests.failed, cost: result.cost.value, tokens: result.planner_tokens });
const added = (all, one) => Object.fromEntries(Object.keys(all).map(name => [name, all[name] + one[name]]));
const summed = results => results.map(amounts).reduce(added, NOTHING);

/** One measure over time. The last bar is of an hour or a day that is not over. */
function Plot({ title, total, values, names, say }) {
  const most = Math.max(...values), at = value => most ? Math.max(value ? 2 : 0, value / most * HIGH) : 0, wide = 10 * values.length;
  return html`<figure class="plot"><figcaption>${title} <b>${total}</b></figcaption>
    <svg viewBox=${`0 0 ${wide} ${HIGH + 2}`} preserveAspectRatio="none" role="img" aria-label=${t("plotSaid", { title, total, most: say(most) })}>
      ${values.map((value, place) => html`<g key=${names[place]} class=${place === values.length - 1 ? "open" : ""}><title>${`${names[place]}: ${say(value)}`}</title><rect class="slot" x=${10 * place} y="0" width="10" height=${HIGH} /><rect x=${10 * place + 1} y=${HIGH - at(value)} width="8" height=${at(value)} /></g>`)}
      <path d=${`M0 ${HIGH + .5}H${wide}`} vector-effect="non-scaling-stroke" /></svg>
    <p aria-hidden="true"><span>${names[0]}</span><span>${most ? t("atMost", { n: say(most) }) : ""}</span><span>${t("nowMark")}</span></p></figure>`;
}

export function UsageReport() {
  const [width, choose] = useState("1h"), [told, tell] = useState(null), [error, fail] = useState(null), [only, pick] = useState(null);
  useEffect(() => {
    const ask = signal => { const { s, count } = WIDTHS[width]; return server.adminUsage({ bucket_width: width, group_by: "key,engine", start_time: (Math.floor(Date.now() / 1000 / s) - count + 1) * s }, signal); };
    return follow(ask, answer => tell({ ...answer, width }), fail, ASK_MS).end;
  }, [width]);

  const section = inside => html`<section class="usage"><header><h3>${t("usage")}</h3><div class="seg" role="group" aria-label=${t("usage")}>${Object.entries(WIDTHS).map(([key, { name }]) => html`<button type="button" key=${key} aria-pressed=${String(width === key)} onClick=${() => choose(key)}>${t(name)}</button>`)}</div></header>${inside}</section>`;
  if (!told) return section(error && html`<p class="none">${error.message || t("offline")}</p>`);

  const currency = told.total.cost.currency, say = { pictures: plain, failed: plain, tokens: plain, cost: value => money(value, currency) };
  const fits = result => !only || result[only.field] === only.name;
  const sums = told.data.map(bucket => summed(bucket.results.filter(fits))), names = told.data.map(bucket => bucketName(bucket.start_time, told.width)), total = sums.reduce(added, NOTHING);
  const busy = sums.map((sum, place) => ({ sum, name: names[place], start: told.data[place].start_time })).filter(({ sum }) => MEASURES.some(([name]) => sum[name])).reverse();
  const groups = field => {
    const by = new Map();
    for (const result of told.data.flatMap(bucket => bucket.results)) by.set(result[field], added(by.get(result[field]) ?? NOTHING, amounts(result)));
    return [...by].sort(([, a], [, b]) => b.pictures - a.pictures || b.failed - a.failed);
  };
  const called = (field, name) => field === "key_id" ? nameOf(name, told.names) : name;
  const heads = MEASURES.map(([, head]) => t(head)), cells = sum => MEASURES.map(([name]) => say[name](sum[name]));
  const table = (field, head) => html`<${Ledger} label=${head} className="sums" heads=${[head, ...heads]} rows=${groups(field).map(([name, sum]) => ({ key: name, cells: [
    html`<button type="button" class="pickone" aria-pressed=${String(only?.field === field && only.name === name)} title=${t("onlyThis")} onClick=${() => pick(only?.field === field && only.name === name ? null : { field, name })}>${called(field, name)}</button>`, ...cells(sum)] }))} />`;
  return section(html`
    ${only && html`<p class="rest">${t("onlyOf", { name: called(only.field, only.name) })} <button type="button" class="chip" onClick=${() => pick(null)}>${t("ofAll")}</button></p>`}
    <div class="plots">${MEASURES.map(([name, title]) => html`<${Plot} key=${name} title=${t(title)} total=${say[name](total[name])} values=${sums.map(sum => sum[name])} names=${names} say=${say[name]} />`)}</div>
    ${busy.length ? html`<details><summary><span class="link">${t("asTable")}</span></summary><${Ledger} label=${t("asTable")} className="sums" heads=${[t("when"), ...heads]} rows=${busy.map(({ sum, name, start }) => ({ key: start, cells: [name, ...cells(sum)] }))} /></details>
      ${table("key_id", t("byKey"))}${table("engine", t("byEngineSum"))}` : html`<p class="none">${t("nothingUsed")}</p>`}`);
}
