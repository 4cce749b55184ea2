// Small copies of pictures for the tree, the strip and the gallery: made once in the browser, kept, and shown from
// memory. Hundreds of full pictures would fill the memory and hold up every frame.

import { html, useEffect, useState } from "./vendor/preact.js";
import { keptThumb, putThumb } from "./keep.js";

const SIDE = 320, AT_ONCE = 3;
const made = new Map();       // by address: the object URL, or a promise of it
const waiting = [];
let running = 0;

async function make(src) {
  const kept = await keptThumb(src).catch(() => null);
  if (kept) return URL.createObjectURL(kept);
  const response = await fetch(src);
  if (!response.ok) throw new Error(`no picture: ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.86 });
  putThumb(src, blob).catch(() => { /* it is made again next time */ });
  return URL.createObjectURL(blob);
}

function thumbOf(src) {
  if (!made.has(src)) {
    made.set(src, new Promise((resolve, reject) => { waiting.push({ src, resolve, reject }); next(); }));
    made.get(src).then(url => made.set(src, url), () => made.delete(src));
  }
  return made.get(src);
}

function next() {
  if (running >= AT_ONCE || !waiting.length) return;
  const { src, resolve, reject } = waiting.pop();   // the one asked for last is the one that is looked at
  running += 1;
  make(src).then(resolve, reject).finally(() => { running -= 1; next(); });
}

/** A picture's small copy, made when it comes near the view; `gone` when it cannot be had. */
export function Thumb({ src, alt = "", gone = null }) {
  const isOwn = src?.startsWith("data:");   // from the person's own files: in memory already
  const ready = isOwn ? src : typeof made.get(src) === "string" ? made.get(src) : null;
  const [shown, show] = useState(null);
  const [place, placed] = useState(null);
  useEffect(() => {
    if (!src || ready || !place) return undefined;
    let isHere = true;
    const near = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      near.disconnect();
      Promise.resolve(thumbOf(src)).then(url => { if (isHere) show({ src, url }); }, () => { if (isHere) show({ src, url: "" }); });
    }, { rootMargin: "200px" });
    near.observe(place);
    return () => { isHere = false; near.disconnect(); };
  }, [src, place, ready]);
  const url = ready ?? (shown?.src === src ? shown.url : null);
  if (!src || url === "") return gone;
  return url ? html`<img src=${url} alt=${alt} draggable="false" decoding="async" />` : html`<span class="soon" ref=${placed}></span>`;
}
