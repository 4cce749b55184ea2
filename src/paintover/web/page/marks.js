// What is painted over a picture, as a list of marks: how it is drawn, how much it is, and the mask that it makes.

/** Draw marks on a canvas: opaque where the picture may change. Points are pixels of the picture. */
export function paint(context, marks) {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  context.lineCap = context.lineJoin = "round";
  for (const { kind, points, size, erases } of marks) {
    context.globalCompositeOperation = kind === "invert" ? "source-out" : erases ? "destination-out" : "source-over";
    if (kind === "clear") context.clearRect(0, 0, width, height);
    else if (kind === "invert") context.fillRect(0, 0, width, height);
    else {
      context.beginPath();
      points.forEach(([x, y], at) => context[at ? "lineTo" : "moveTo"](x, y));
      if (kind === "area") context.fill("evenodd");
      else { context.lineTo(...points.at(-1)); context.lineWidth = size; context.stroke(); }
    }
  }
  context.globalCompositeOperation = "source-over";
}

/** How much of the picture is painted, 0 to 1. A pixel counts from half on, as in the mask. */
export function partOf(context) {
  const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  let painted = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] > 127) painted += 1;
  return painted / (data.length / 4);
}

/** The mask as the server takes it, a PNG as a data URL: transparent where the picture may change, white elsewhere. */
export function maskOf({ marks, width, height }) {
  const sheet = Object.assign(document.createElement("canvas"), { width, height }), context = sheet.getContext("2d", { willReadFrequently: true });
  paint(context, marks);
  const pixels = context.getImageData(0, 0, width, height), { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    data[at] = data[at + 1] = data[at + 2] = 255;
    data[at + 3] = data[at + 3] > 127 ? 0 : 255;
  }
  context.putImageData(pixels, 0, 0);
  return sheet.toDataURL("image/png");
}
