// Small copies of pictures for the tree, the strip and the gallery, as the server makes them: hundreds of full pictures
// would fill the memory and hold up every frame.

import { html, useState } from "./vendor/preact.js";

const SIDE = 320;   // pixels; the largest print that shows one has 240, most have half of that

/** Where the small copy of a picture is; of one from the person's own files there is none, it is in memory already. */
export const smallOf = src => /^\/cdn\/(?!small\/|download\/)/.test(src ?? "") ? src.replace("/cdn/", `/cdn/small/${SIDE}/`) : src;

/** A picture's small copy, fetched when it comes near the view; `gone` when it cannot be had. One that `comes` fades in. */
export function Thumb({ src, alt = "", gone = null, comes = false }) {
  const [failed, fail] = useState("");
  if (!src || failed === src) return gone;
  return html`<img key=${src} src=${smallOf(src)} alt=${alt} class=${comes ? "coming" : null} loading="lazy" draggable="false" decoding="async" onLoad=${event => event.currentTarget.classList.remove("coming")} onError=${() => fail(src)} />`;
}
