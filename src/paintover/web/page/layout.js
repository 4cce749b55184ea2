// Where the prints of a tree lie and how the ink runs between them. A tidy tree (d3-hierarchy) over each picture's
// deepest source; the other sources of a merge reach it through lanes that the layout keeps free for them. Nothing
// here knows which picture is current, so choosing another moves nothing.

import { hierarchy, tree } from "./vendor/d3.js";

export const CARD = 144, MAT = 6, PITCH_X = 224, PITCH_Y = 216;
const LANE = 0.3, PORT = 36, BEAM = 20, RING = 4, CORNER = 10, MARGIN = 96, LABEL_ROOM = 36, WORDS = 208;

/** Width and height of a print: its picture, as large as fits a square, and the mat around it. */
export function print(aspect, side = CARD, mat = MAT) {
  const room = side - 2 * mat;
  const width = Math.max(room * Math.min(1, aspect), room / 4), height = Math.max(room * Math.min(1, 1 / aspect), room / 4);
  return [Math.round(width) + 2 * mat, Math.round(height) + 2 * mat];
}

/**
 * `nodes` ({id, parents, aspect, prompt, isNamed}) in the order in which they came, so that parents come first.
 * Returns places (by id: x, y of the centre, width, height, depth), edges ({from, to, d}), rings and labels
 * ({id, x, y, kind, text}), and the bounds [left, top, right, bottom].
 */
export function arrange(nodes) {
  const known = new Map(nodes.map(node => [node.id, node])), depth = new Map(), branches = new Map(nodes.map(node => [node.id, []]));
  const lanes = new Map(), top = [];
  const sourcesOf = node => [...new Set(node.parents)].filter(id => depth.has(id));
  for (const node of nodes) {
    const sources = sourcesOf(node);
    depth.set(node.id, sources.length ? Math.max(...sources.map(id => depth.get(id))) + 1 : 0);
    const trunk = sources.find(id => depth.get(id) === depth.get(node.id) - 1);
    (trunk === undefined ? top : branches.get(trunk)).push({ id: node.id });
    for (const source of sources) {
      if (source === trunk) continue;
      let from = source;
      const lane = [];
      for (let row = depth.get(source) + 1; row < depth.get(node.id); row += 1) {
        const id = `${source}>${node.id}:${row}`;
        branches.get(from).push({ id, isLane: true });
        branches.set(id, []);
        lane.push(id);
        from = id;
      }
      lanes.set(`${source}>${node.id}`, lane);
    }
  }
  const width = each => each.data.isLane ? LANE : 1;
  const root = hierarchy({ id: null }, ({ id }) => id === null ? top : branches.get(id));
  tree().nodeSize([PITCH_X, PITCH_Y]).separation((a, b) => (width(a) + width(b)) / 2)(root);

  const at = new Map();
  for (const each of root.descendants()) if (each.data.id !== null) at.set(each.data.id, { x: Math.round(each.x), top: (each.depth - 1) * PITCH_Y });
  const places = new Map(nodes.map(node => {
    const [w, h] = print(node.aspect);
    const { x, top: upper } = at.get(node.id);   // prints hang from the upper edge of their row
    return [node.id, { x, y: upper + h / 2, width: w, height: h, depth: depth.get(node.id) }];
  }));
  const edges = [], rings = [], labels = [];
  for (const node of nodes) {
    const child = places.get(node.id), sources = sourcesOf(node), over = child.y - child.height / 2;
    if (sources.length > 1) rings.push({ id: node.id, x: child.x, y: over - BEAM, d: `M${child.x} ${over - BEAM + RING}V${over}` });
    for (const source of sources) {
      const parent = places.get(source);
      const lane = (lanes.get(`${source}>${node.id}`) ?? []).map(id => at.get(id));
      edges.push({ from: source, to: node.id, d: sources.length > 1 ? beam(parent, child, over, lane) : branch(parent, child, over) });
    }
    if (node.isNamed && node.prompt) labels.push(label(node, child, over, sources, places, branches));
  }
  return { places, edges, rings, labels, bounds: bounds([...places.values()]) };
}

const below = place => place.y - place.height / 2 + CARD;   // the lower edge of a print's row, however low the print

/** From a print's lower edge to the child's upper one; the end runs straight, so that words can break it. */
function branch(parent, child, over) {
  const start = below(parent), from = `M${parent.x} ${parent.y + parent.height / 2}`;
  if (Math.abs(parent.x - child.x) < 1) return `${from}V${over}`;
  const end = Math.max(over - LABEL_ROOM, start + 12), middle = (start + end) / 2;
  return `${from}V${start}C${parent.x} ${middle + 6} ${child.x} ${middle - 6} ${child.x} ${end}V${over}`;
}

/** One source of a merge: out at the side towards the child, down its lane, along the beam to the ring. */
function beam(parent, child, over, lane) {
  const level = over - BEAM;
  let x = parent.x + Math.sign((lane[0] ?? child).x - parent.x) * Math.min(PORT, parent.width / 2 - CORNER);
  let d = `M${x} ${parent.y + parent.height / 2}`;
  for (const { x: next, top: end } of lane) {
    const start = end - (PITCH_Y - CARD);
    d += `V${start}C${x} ${end - 6} ${next} ${start + 6} ${next} ${end}V${end + CARD}`;
    x = next;
  }
  const side = Math.sign(child.x - x), reach = Math.abs(child.x - x);
  if (reach < 1) return `${d}V${level - RING}`;
  const corner = Math.min(CORNER, reach - RING);
  return corner <= 0 ? `${d}V${level}` : `${d}V${level - corner}Q${x} ${level} ${x + side * corner} ${level}H${child.x - side * RING}`;
}

/** Where the words of an edit stand: over a root, beside a straight line, over the beam of a merge, or in a branch. */
function label(node, child, over, sources, places, branches) {
  const words = { id: node.id, text: node.prompt, said: node.said };
  if (!sources.length) return { ...words, kind: "root", x: child.x, y: over - 20 };
  if (sources.length > 1) {   // between the lines that come down on both sides
    const reach = sources.map(id => Math.abs(places.get(id).x - child.x) - PORT).filter(far => far > 40);
    return { ...words, kind: "merge", x: child.x, y: over - BEAM - 18, width: Math.min(WORDS, ...reach.map(far => 2 * far - 12)) };
  }
  const parent = places.get(sources[0]);
  if (branches.get(sources[0]).length === 1 && Math.abs(parent.x - child.x) < 1) return { ...words, kind: "beside", x: child.x, y: (parent.y + parent.height / 2 + over) / 2 };
  return { ...words, kind: "branch", x: child.x, y: over - 18 };
}

function bounds(all) {
  if (!all.length) return [0, 0, 0, 0];
  return [
    Math.min(...all.map(({ x, width }) => x - width / 2)) - MARGIN, Math.min(...all.map(({ y, height }) => y - height / 2)) - 56,
    Math.max(...all.map(({ x, width }) => x + width / 2)) + MARGIN, Math.max(...all.map(({ y, height }) => y + height / 2)) + 40,
  ];
}

/** The neighbour of a print in a direction, for the arrow keys: its source, its first child, or the next in its row. */
export function neighbour({ places }, nodes, id, key) {
  const here = places.get(id), node = nodes.find(each => each.id === id);
  if (!here) return nodes[0]?.id;
  if (key === "ArrowUp") return node.parents.find(parent => places.has(parent)) ?? id;
  if (key === "ArrowDown") return nodes.find(each => each.parents.includes(id))?.id ?? id;
  const side = key === "ArrowLeft" ? -1 : 1;
  const row = [...places].filter(([, place]) => place.depth === here.depth && (place.x - here.x) * side > 0);
  return row.sort(([, a], [, b]) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0]?.[0] ?? id;
}

export const SMALL = 64, SMALLER = 48, STRIP_PITCH = 96, STRIP_ROW = 60, STRIP_TOP = 16;

/** The tree on its side, for a narrow page: the lit path in one row, everything else below it, a column for each depth. */
export function lay(nodes, lit) {
  const depth = new Map(), filled = new Map(), places = new Map();
  for (const node of nodes) {
    const rows = node.parents.filter(id => depth.has(id)).map(id => depth.get(id));
    depth.set(node.id, rows.length ? Math.max(...rows) + 1 : 0);
  }
  const main = new Map();   // of several on the path in one column the first lies in the row
  for (const node of nodes) if (lit.has(node.id) && !main.has(depth.get(node.id))) main.set(depth.get(node.id), node.id);
  for (const node of nodes) {
    const column = depth.get(node.id), isMain = main.get(column) === node.id, size = isMain ? SMALL : SMALLER;
    const row = isMain ? 0 : (filled.get(column) ?? 0) + 1;
    if (!isMain) filled.set(column, row);
    places.set(node.id, { size, x: 16 + column * STRIP_PITCH + (SMALL - size) / 2, y: isMain ? STRIP_TOP : STRIP_TOP + SMALL + 14 + (row - 1) * STRIP_ROW });
  }
  const edges = nodes.flatMap(node => [...new Set(node.parents)].filter(id => places.has(id)).map(source => {
    const a = places.get(source), b = places.get(node.id);
    const [x1, y1, x2, y2] = [a.x + a.size, a.y + a.size / 2, b.x, b.y + b.size / 2], middle = Math.min((x2 - x1) / 2, 20);
    return { from: source, to: node.id, d: y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}C${x1 + middle} ${y1} ${x2 - middle} ${y2} ${x2} ${y2}` };
  }));
  const columns = Math.max(0, ...depth.values()) + 1, rows = Math.max(0, ...filled.values());
  return { places, edges, width: 32 + (columns - 1) * STRIP_PITCH + SMALL, height: STRIP_TOP + SMALL + 16 + rows * STRIP_ROW };
}
