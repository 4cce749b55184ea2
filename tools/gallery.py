"""Draw the prompts of `tools/gallery.txt` with the built-in illustrator into one page: `build/gallery/index.html`.

For each: prompt, picture, what stands in the scene and on which rung, notes, time, and whether it shows what the data file
says that it must, in the scene, the boxes and the pixels. Look at all of them, in the page or in the sheets of forty beside
it. With `--docs` only those with a star are drawn, small, into `docs/gallery.md`.
"""

from __future__ import annotations

import html
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pyvips

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.engines.illustrator.expected import drawn_faults, expected

from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.protocol import Picture, SourceImage, Work

ROOT = Path(__file__).resolve().parent.parent
PROMPTS = Path(__file__).with_suffix(".txt")
_OPTION = re.compile(r"\s([@#%])(\S+)$")
DOCS = ROOT / "docs" / "gallery.md"
FIRST_SEED = 7
SMALL, LARGEST_BYTES = 400, 25_000
"""Sides and bytes of the docs' pictures, at most."""
_PAGE = """<!doctype html><meta charset="utf-8"><title>Gallery</title>
<style>body{{font:15px/1.45 system-ui,sans-serif;margin:24px;background:#f6f4ef;color:#222}}
main{{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:20px}}
figure{{margin:0;background:#fff;border-radius:10px;overflow:hidden;box-shadow:0 1px 4px #0002}}
img{{width:100%;display:block}}figcaption{{padding:10px 14px 14px}}small{{color:#666;display:block}}
i,b b{{color:#a33;font-style:normal;display:block}}.wrong{{outline:4px solid #d33}}</style>
<h1>{count} prompts, median {median:.0f} ms, {right} as they must be</h1><main>{figures}</main>
"""


@dataclass(slots=True)
class Entry:
    """One line of the data file and what came of it."""

    prompts: list[str]
    ratio: str = "1:1"
    seed: int = FIRST_SEED
    is_in_docs: bool = False
    starts_from_photo: bool = False
    must: str = ""
    """What the picture must show."""
    faults: list[str] = field(default_factory=list)
    picture: Picture | None = None
    notes: list[str] = field(default_factory=list)
    took_ms: float = 0.0
    """Of the last step."""


def entries(text: str) -> Iterator[Entry]:
    """The lines of the data file that are no comments."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    wishes = [at for at, line in enumerate(lines) if not line.startswith("=")]
    for number, at in enumerate(wishes):
        words = lines[at]
        told = at + 1 < len(lines) and lines[at + 1].startswith("=")
        is_in_docs = words.startswith("* ")
        words = words.removeprefix("* ")
        options: dict[str, str] = {}
        while match := _OPTION.search(words):
            options[match[1]] = match[2]
            words = words[: match.start()].rstrip()
        yield Entry(
            prompts=[step.strip() for step in words.split("||")],
            ratio=options.get("@", "1:1"),
            seed=int(options.get("#", FIRST_SEED + number)),
            is_in_docs=is_in_docs,
            starts_from_photo="%" in options,
            must=lines[at + 1].removeprefix("=").strip() if told else "",
        )


def draw(entry: Entry) -> None:
    """Draw the first prompt and each edit of it."""
    shape = parse_ratio(entry.ratio)
    width, height = shape.size()
    uploaded = (_photograph(),) if entry.starts_from_photo else ()
    for prompt in entry.prompts:
        made = entry.picture
        sources = uploaded if made is None else (_source(made),)
        work = Work(
            task_id="task_gallery",
            prompt=prompt,
            ratio=shape,
            width=width,
            height=height,
            n=1,
            seed=entry.seed,
            language=language_of(prompt),
            sources=sources,
        )
        started = time.perf_counter()
        try:
            *_, last = picture_steps(work, 0)
        except NotDrawable as refusal:
            entry.notes.append(f"{prompt}: {refusal}")
            continue
        entry.took_ms = (time.perf_counter() - started) * 1000
        if isinstance(last, Picture):
            entry.picture = last
            entry.notes.extend(last.notes)


def check(entry: Entry) -> None:
    """Note what of the expectation is not so in the picture."""
    want = expected(entry.must)
    if entry.picture is None:
        entry.faults.append("no picture")
    elif not want.photo:
        scene = Scene.from_json(entry.picture.scene or {})
        drawing = Drawing(scene, entry.picture.width, entry.picture.height)
        for _stage in drawing.stages():
            pass
        entry.faults.extend(drawn_faults(want, drawing))


@cache
def _photograph() -> SourceImage:
    """A picture without a scene, as an uploaded one is."""
    stand_in = Entry(["two swans and a sailboat on a lake at sunset"], ratio="3:2", seed=3)
    draw(stand_in)
    assert stand_in.picture is not None
    return replace(_source(stand_in.picture), scene=None)


def _source(made: Picture) -> SourceImage:
    return SourceImage(
        gen_id="gen_gallery",
        image=made.image,
        media_type=made.media_type,
        width=made.width,
        height=made.height,
        scene=made.scene,
        seed=made.seed,
    )


def _name(thing: Thing) -> str:
    words = [thing.colour, thing.size, thing.pose, thing.kind if thing.rung != "signpost" else thing.label]
    relation = f" {thing.rel.type} {thing.rel.to}" if thing.rel else ""
    rung = "" if thing.rung in ("sprite", "prop") else f" [{thing.rung}]"
    return " ".join(word for word in words if word) + relation + rung


def figure(entry: Entry, name: str) -> str:
    """One entry as HTML; its picture stands beside the page."""
    scene = Scene.from_json(entry.picture.scene) if entry.picture and entry.picture.scene else None
    things = ", ".join(_name(thing) for thing in scene.objects) if scene else ""
    where = f"{scene.env.place}, {scene.env.time}, {scene.env.weather}, {scene.style}" if scene else ""
    notes = "".join(f"<i>{html.escape(note)}</i>" for note in entry.notes)
    wrong = "".join(f"<b>{html.escape(fault)}</b>" for fault in entry.faults)
    return (
        f'<figure class="{"wrong" if wrong else "right"}"><img src="{name}" loading="lazy" alt=""><figcaption><b>{html.escape(" → ".join(entry.prompts))}</b>'
        f"<small>{html.escape(things)}</small><small>{where} · {entry.took_ms:.0f} ms</small>{notes}<b>{wrong}</b></figcaption></figure>"
    )


def webp(entry: Entry, side: int | None = None) -> bytes:
    """The picture as WebP; with a `side`, at most so large and never more than `LARGEST_BYTES`."""
    assert entry.picture is not None
    if side is None:
        return bytes(pyvips.Image.pngload_buffer(entry.picture.image).webpsave_buffer(Q=85, effort=2))
    small = pyvips.Image.thumbnail_buffer(entry.picture.image, side, height=side)
    for quality in range(84, 20, -8):
        file = bytes(small.webpsave_buffer(Q=quality, effort=6, keep="none"))
        if len(file) <= LARGEST_BYTES:
            break
    return file


def docs_page(chosen: list[Entry]) -> str:
    """docs/gallery.md: the entries with a star."""
    rows = [chosen[at : at + 2] for at in range(0, len(chosen), 2)]
    cells = [
        " | ".join(
            f"![{_told(entry)}](pictures/gallery_{2 * row + column:02}.webp)<br>{_told(entry)}"
            for column, entry in enumerate(pair)
        )
        for row, pair in enumerate(rows)
    ]
    return (
        "# Gallery\n\nDrawn by the built-in illustrator as its code stands, from these words alone; an arrow begins an edit of "
        "the picture before it. `make gallery` draws these and many more, each with its scene and its time, into "
        "`build/gallery/index.html`.\n\n| | |\n|---|---|\n"
        + "\n".join(f"| {cell} |" for cell in cells)
        + "\n"
    )


def _told(entry: Entry) -> str:
    words = " → ".join(entry.prompts).replace("|", "\\|")
    return f"(a photo) → {words}" if entry.starts_from_photo else words


def chosen_for_docs() -> dict[Path, Entry]:
    """The entries with a star, by the files of their pictures."""
    starred = [entry for entry in entries(PROMPTS.read_text(encoding="utf-8")) if entry.is_in_docs]
    return {DOCS.parent / "pictures" / f"gallery_{number:02}.webp": one for number, one in enumerate(starred)}


def is_up_to_date() -> bool:
    """Whether the docs tell of these prompts, and each has its small picture."""
    chosen = chosen_for_docs()
    there = set((DOCS.parent / "pictures").glob("gallery_*.webp"))
    told = DOCS.read_text(encoding="utf-8") == docs_page(list(chosen.values()))
    return told and there == set(chosen) and all(path.stat().st_size <= LARGEST_BYTES for path in there)


def write_docs() -> None:
    """Draw the entries with a star for the docs."""
    chosen = chosen_for_docs()
    for path in (DOCS.parent / "pictures").glob("gallery_*.webp"):
        path.unlink()
    for path, entry in chosen.items():
        draw(entry)
        path.write_bytes(webp(entry, SMALL))
    DOCS.write_text(docs_page(list(chosen.values())), encoding="utf-8")


def write_sheets(folder: Path, images: list[bytes]) -> None:
    """Forty pictures each, numbered in their order, left to right and down."""
    for first in range(0, len(images), 40):
        tiles = [
            pyvips.Image.thumbnail_buffer(image, 300, height=300) for image in images[first : first + 40]
        ]
        plain = [tile.flatten(background=[255, 0, 255]) if tile.hasalpha() else tile for tile in tiles]
        sheet = pyvips.Image.arrayjoin(plain, across=8, shim=4, background=[255, 255, 255])
        sheet.pngsave(str(folder / f"sheet_{first // 40}.png"))


def main() -> None:
    """Draw everything and write the page; a path on the command line names another data file."""
    if "--check" in sys.argv:
        raise SystemExit(not is_up_to_date())
    if "--docs" in sys.argv:
        write_docs()
        return
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else PROMPTS
    folder = ROOT / "build" / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    figures, times, images, wrong = [], [], [], 0
    for number, entry in enumerate(entries(source.read_text(encoding="utf-8"))):
        draw(entry)
        check(entry)
        wrong += bool(entry.faults)
        for fault in entry.faults:
            print(f"{number:03} {' → '.join(entry.prompts)}: {fault}", flush=True)
        if entry.picture is not None:
            name = f"{number:03}.webp"
            images.append(webp(entry))
            (folder / name).write_bytes(images[-1])
            figures.append(figure(entry, name))
            times.append(entry.took_ms)
    page = _PAGE.format(
        count=len(figures),
        median=sorted(times)[len(times) // 2],
        right=len(figures) - wrong,
        figures="".join(figures),
    )
    (folder / "index.html").write_text(page, encoding="utf-8")
    write_sheets(folder, images)
    print(f"{len(figures)} pictures, {len(figures) - wrong} of them as they must be: {folder / 'index.html'}")


if __name__ == "__main__":
    main()
