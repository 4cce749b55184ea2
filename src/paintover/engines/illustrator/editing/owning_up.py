"""What the answer owns up to: misspelt words, near relatives drawn, and what came to nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, PAPERS
from paintover.engines.illustrator.editing.borne_out import not_borne_out
from paintover.engines.illustrator.editing.corners import in_corners
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.editing.evenly import is_even, without_symmetry
from paintover.engines.illustrator.editing.quoting import as_written, phrase_of
from paintover.engines.illustrator.editing.switching import without_switching
from paintover.engines.illustrator.editing.traceless import is_no_loss, seen_in, traceless
from paintover.engines.illustrator.grammar.flavours import untasted
from paintover.engines.illustrator.grammar.framing import framed_as
from paintover.engines.illustrator.grammar.reading import MAX_LEFT_OUT
from paintover.engines.illustrator.grammar.relatives import with_relatives
from paintover.engines.illustrator.grammar.sheets import (
    without_boilerplate,
)
from paintover.engines.illustrator.grammar.tokenise import MAX_TEXT, corrections, tokenise
from paintover.engines.illustrator.letters.corner_words import told_of_the_corner
from paintover.engines.illustrator.retelling.formations import in_formation
from paintover.engines.illustrator.retelling.looking_out import without_looking_out
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.boards import is_mark
from paintover.engines.illustrator.staging.outlook import openings


def owning_up(
    composed: Composed,
    prompt: str,
    before: Sequence[Scene],
    again: Callable[[str], Composed],
    language: Language,
    *,
    typed: str | None = None,
    asked: str | None = None,
) -> Composed:
    """Say which words were taken for misspelt ones, for what a near relative was drawn, which facts do not hold, and what
    came to nothing. Notes quote the wish as it was `typed`, before slips of the hand were mended. Words of which nothing stands in the wish as it was `asked`, before it was told
    in other words, are nobody's loss."""
    typed = prompt if typed is None else typed
    prompt = without_looking_out(without_switching(prompt, before[0])[0]).rest if before else prompt
    prompt, said = told_of_the_corner(prompt[:MAX_TEXT])[0], list(composed.notes)
    read = in_corners(framed_as(without_boilerplate(prompt)).rest, new=not before).rest
    if before and is_even(composed.scene):
        prompt, _ = without_symmetry(prompt)
    if not before:
        read = in_formation(read)[0]
    if related := with_relatives(read)[1]:
        said.insert(0, notes.relatives(related, language))
    if pairs := corrections(read):
        said.insert(0, notes.read_as(pairs, language))
    there = {one.label for scene in before for one in scene.objects}
    said = [note for one in said if (note := as_written(one, typed, there)) is not None]
    touched = None if not before else composed.touched
    said += not_borne_out(
        prompt, composed.scene, " ".join([*said, *composed.left_out]), language, touched=touched
    )
    told = " ".join([*said, *composed.left_out])
    missed = (*composed.left_out, *traceless(prompt, untasted(read), composed, before, told, again))
    shown = seen_in(composed.scene)
    missed = tuple(word for word in missed if word.lower() not in shown)
    left_out = tuple(word for word in missed if not is_no_loss(word, prompt if before else ""))[:MAX_LEFT_OUT]
    if any(_is_printed(one, composed.scene) for one in composed.scene.objects):
        left_out = tuple(word for word in left_out if word.lower() not in _PRINTS)
    if before and _written_in(composed.scene) - _written_in(before[0]):
        left_out = tuple(word for word in left_out if word.lower() not in _SAYS)
    if asked is not None:
        left_out = tuple(word for word in left_out if phrase_of(word, asked, tokenise(asked)))
    labels = [one.label for one in composed.scene.objects if len(one.label) > 1]
    by_the_last = [(one, one[-1:]) for one in dict.fromkeys(labels) if one[:-1] in left_out and one in prompt]
    if by_the_last:
        said.append(notes.relatives(by_the_last, language))
    left_out = tuple(
        word for word in left_out if word.isascii() or not any(word in one[:-1] for one in labels)
    )  # 公主裙 is drawn, and no princess is lacking
    if left_out and (note := as_written(notes.left_out(left_out, language), typed)) is not None:
        said.append(note)
    if before and _falls_unseen(composed.scene, before[0]):
        said.append(notes.not_in_picture("窗户" if language == "zh" else "window", language))
        composed = _with_the_weather_of(before[0], composed, said[-1])
    return replace(composed, notes=tuple(said), left_out=left_out)


_PRINTS = frozenset({"painted", "printed", "drawn", "embroidered", "stamped"})


_SAYS = frozenset({"say", "says", "read", "reads", "write"})


def _written_in(scene: Scene) -> frozenset[str]:
    """The words that can be read in a picture."""
    written = [scene.caption, *(one.says for one in scene.objects)]
    boards = [one.label for one in scene.objects if one.rung == "signpost"]
    return frozenset(word for word in (*written, *boards) if word)


def _is_printed(thing: Thing, scene: Scene) -> bool:
    """Whether it is a picture on what bears it."""
    bearer = scene.thing(thing.rel.to) if thing.rel is not None else None
    return bearer is not None and is_mark(thing, bearer)


def _with_the_weather_of(before: Scene, composed: Composed, why: str) -> Composed:
    """What was composed in the weather that it was, since none is seen.

    Raises:
        NotDrawable: nothing else was asked.
    """
    scene, was = composed.scene, before.env
    dry = msgspec.structs.replace(scene.env, weather=was.weather)
    same = msgspec.structs.replace(dry, season=was.season, scenery=was.scenery) == was
    if same and (scene.objects, scene.style, scene.caption) == (before.objects, before.style, before.caption):
        raise NotDrawable(why)
    return replace(composed, scene=msgspec.structs.replace(scene, env=dry))


def _falls_unseen(scene: Scene, before: Scene) -> bool:
    """Whether it rains or snows now outside a room in which no window is seen."""
    env = scene.env
    if env.weather == before.env.weather or env.weather not in ("rain", "snow"):
        return False
    windowed = any(one.kind in ("bay-window", "window") for one in scene.objects) or openings(scene)
    return env.place in INDOORS - _WINDOWLESS and not windowed


_WINDOWLESS = frozenset({*PAPERS, "tabletop", "studio", "stage"})
"""Grounds that are no rooms."""
