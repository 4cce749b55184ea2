"""Draw the prompts of `tools/gallery.txt` with the built-in illustrator into one page: `build/gallery/index.html`.

For each: prompt, picture, what stands in the scene and on which rung, notes, time. Look at all of them.
"""

from __future__ import annotations

import html
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.protocol import Picture, SourceImage, Work

ROOT = Path(__file__).resolve().parent.parent
PROMPTS = Path(__file__).with_suffix(".txt")
_OPTION = re.compile(r"\s([@#])(\S+)$")
_PAGE = """<!doctype html><meta charset="utf-8"><title>Gallery</title>
<style>body{{font:15px/1.45 system-ui,sans-serif;margin:24px;background:#f6f4ef;color:#222}}
main{{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:20px}}
figure{{margin:0;background:#fff;border-radius:10px;overflow:hidden;box-shadow:0 1px 4px #0002}}
img{{width:100%;display:block}}figcaption{{padding:10px 14px 14px}}small{{color:#666;display:block}}
i{{color:#a33;font-style:normal;display:block}}</style>
<h1>{count} prompts, median {median:.0f} ms</h1><main>{figures}</main>
"""


@dataclass(slots=True)
class Entry:
    """One line of the data file and what came of it."""

    prompts: list[str]
    ratio: str = "1:1"
    seed: int = 7
    picture: Picture | None = None
    notes: list[str] = field(default_factory=list)
    took_ms: float = 0.0
    """Of the last step."""


def entries(text: str) -> Iterator[Entry]:
    """The lines of the data file that are no comments."""
    for line in text.splitlines():
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        options: dict[str, str] = {}
        while match := _OPTION.search(words):
            options[match[1]] = match[2]
            words = words[: match.start()].rstrip()
        yield Entry(
            prompts=[step.strip() for step in words.split("||")],
            ratio=options.get("@", "1:1"),
            seed=int(options.get("#", "7")),
        )


def draw(entry: Entry) -> None:
    """Draw the first prompt and each edit of it."""
    shape = parse_ratio(entry.ratio)
    width, height = shape.size()
    for prompt in entry.prompts:
        made = entry.picture
        sources = () if made is None else (_source(made),)
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
    return (
        f'<figure><img src="{name}" loading="lazy" alt=""><figcaption><b>{html.escape(" → ".join(entry.prompts))}</b>'
        f"<small>{html.escape(things)}</small><small>{where} · {entry.took_ms:.0f} ms</small>{notes}</figcaption></figure>"
    )


def main() -> None:
    """Draw everything and write the page; a path on the command line names another data file."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else PROMPTS
    folder = ROOT / "build" / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    figures, times = [], []
    for number, entry in enumerate(entries(source.read_text(encoding="utf-8"))):
        draw(entry)
        if entry.picture is not None:
            name = f"{number:03}.png"
            (folder / name).write_bytes(entry.picture.image)
            figures.append(figure(entry, name))
            times.append(entry.took_ms)
    page = _PAGE.format(count=len(figures), median=sorted(times)[len(times) // 2], figures="".join(figures))
    (folder / "index.html").write_text(page, encoding="utf-8")
    print(f"{len(figures)} pictures: {folder / 'index.html'}")


if __name__ == "__main__":
    main()
