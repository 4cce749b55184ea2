"""From words to a scene: a new one, or the stored one changed by no more than was asked.

Ids are o1, o2, ... in the order in which things were first drawn. They are never given twice and never renumbered, and
the layout of what an edit does not touch is kept to the number: what is missing from the layout is to be placed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import PAPERS, place_of
from paintover.engines.illustrator.editing.corners import in_corners
from paintover.engines.illustrator.editing.editor import LUMINARIES, Composed, Editor
from paintover.engines.illustrator.editing.putting import in_the_water, on_its_board, put_down
from paintover.engines.illustrator.editing.ranks import of_the_ranks, stand
from paintover.engines.illustrator.editing.reach import out_of_reach
from paintover.engines.illustrator.editing.setting import (
    afloat,
    seasonal_place,
    served,
    to_the_horizon,
    usual_place,
    usual_time,
)
from paintover.engines.illustrator.editing.traceless import traceless
from paintover.engines.illustrator.emoji import in_words
from paintover.engines.illustrator.grammar.apart import told_apart
from paintover.engines.illustrator.grammar.dealing import counted_out
from paintover.engines.illustrator.grammar.flavours import untasted
from paintover.engines.illustrator.grammar.framing import framed_as
from paintover.engines.illustrator.grammar.labours import one_by_one, with_people
from paintover.engines.illustrator.grammar.lexicon import MAX_TEXT, corrections, in_simplified, vocabulary
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.reading import MAX_LEFT_OUT
from paintover.engines.illustrator.grammar.relatives import with_relatives
from paintover.engines.illustrator.grammar.scenery import PLAIN, of_the_scenery, room_for, with_scenery
from paintover.engines.illustrator.grammar.sheets import (
    Ordered,
    asks_for_a_photograph,
    looks_of,
    occasions_in,
    paper_of,
    sheet_of,
    with_its_colours,
    without_boilerplate,
)
from paintover.engines.illustrator.grammar.unquoted import in_double_quotes
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.letters.titling import sizes_of
from paintover.engines.illustrator.retelling.borrow import (
    Origins,
    borrowing,
    in_its_style,
    lent,
    loan,
    merges,
    origins,
    pictures_named,
    without_pictures,
)
from paintover.engines.illustrator.retelling.called import part_of_a_drawing, told_by_name, unknown_noun
from paintover.engines.illustrator.retelling.chained import unchained
from paintover.engines.illustrator.retelling.colloquial import in_plain_chinese
from paintover.engines.illustrator.retelling.former_colours import with_first_colours
from paintover.engines.illustrator.retelling.idioms import told_in_full, with_somebody_meant
from paintover.engines.illustrator.retelling.kin import told_by_kind
from paintover.engines.illustrator.retelling.loosely import told_exactly, told_plainly
from paintover.engines.illustrator.retelling.others import with_the_other
from paintover.engines.illustrator.retelling.resheet import asks_of_the_words, with_its_sheet
from paintover.engines.illustrator.retelling.rewording import with_other_words
from paintover.engines.illustrator.retelling.speech import hear, spoken
from paintover.engines.illustrator.retelling.whole import asked_of, of_the_whole
from paintover.engines.illustrator.scene import Environment, Scene, Scenery
from paintover.engines.illustrator.sprites.stock import look_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.layout import bearer_of, floats
from paintover.engines.illustrator.staging.reframe import reframed, without_shape

__all__ = ["Composed", "compose_scene", "edit_scene"]

_FEASTS = {
    "new-year": "a boy holding a lantern and a girl holding a red envelope",
    "mid-autumn": "a girl, a rabbit, a moon cake and the moon at night",
    "christmas": "santa claus, a christmas tree and a gift in the snow",
}
"""Who keeps a feast that alone was named."""


_TABLEFUL = re.compile(r"(?:满满)?一大?桌子?的?([^，。,]{0,2}(?:美食|食物|饭菜|菜|水果|蔬菜|甜点|点心|饮料))")
"""A table laid with as many as there is room for: 一桌子美食."""
_POTTED = re.compile(
    r"\b(?P<plant>cactus(?:es)?|cacti|succulents?|(?:house)?plants?|flowers?|roses?|tulips?|daisy|daisies|sunflowers?|orchids?|lilies|lily|lavender|herbs?|basil|mint|seedlings?|sprouts?|fern|bonsai|palm|tree|bush|bouquet)(?P<between> (?:growing |planted |sitting )?in (?:an? |the |its |their )?(?:(?!cooking\b|soup\b)[a-z]+ ){0,2})pot(?P<many>s?)\b",
    re.IGNORECASE,
)
"""A plant in a pot, which is no pan."""
_NOTHING = re.compile(r"\bnothing(?: at all)?\b|什么(?:都|也)(?:没有|不画|不要)|空无一[物人]", re.IGNORECASE)
"""A picture of nothing, which is not one of whatever one likes."""


def compose_scene(prompt: str, *, ratio: str, seed: int, language: Language) -> Composed:
    """A new scene. A wish without a content gets one of the lexicon's ideas, chosen by `seed`."""

    def composed(words: str) -> Composed:
        return _new_scene(words, ratio=ratio, seed=seed, language=language)

    prompt = in_simplified(prompt[:MAX_TEXT])
    return _owning_up(composed(prompt), prompt, (), composed, language)


def _new_scene(prompt: str, *, ratio: str, seed: int, language: Language) -> Composed:
    asked = prompt
    prompt = in_double_quotes(_POTTED.sub(r"\g<plant>\g<between>flower pot\g<many>", prompt[:MAX_TEXT]))
    heard = hear(told_by_kind(without_boilerplate(in_words(prompt, language))), new=True)
    ordered = with_its_colours(sheet_of(heard.prompt, language))
    whole = of_the_whole(ordered.rest, new=True)
    framing = framed_as(whole.rest)
    wishes = of_the_scenery(framing.rest, new=True)
    idea = None if ordered.occasion is None else parse(ordered.occasion.idea(language))
    corners = in_corners(unchained(wishes.rest), new=True)
    prompt = told_apart(with_people(_TABLEFUL.sub(r"五种\1在桌子上", corners.rest)))
    said = parse(prompt)
    blank = asked_of(
        Scene(seed=seed, ratio=ratio, sheet=ordered.sheet, shot=framing.shot),
        (*dict.fromkeys((*looks_of(asked), *whole.steps)),),
    )
    editor = Editor(blank, said, language, new=True)
    editor.apply()
    if not ordered.sheet:
        editor.put_up_signs()
    else:
        subjects = ordered.subjects
        if ordered.trade and _shows_its_shop(editor):
            editor.things.clear()
            subjects = [ordered.trade]
        for other in (idea, *(parse(words) for words in subjects)):
            if other is not None and not editor.things:
                apart, undrawn = editor.said.left_out, editor.undrawn
                said = _with_settings(other, said)
                editor = Editor(blank, said, language, new=True)
                editor.apply()
                editor.said, editor.undrawn = replace(editor.said, left_out=apart), undrawn
    if not editor.things and said.festival in _FEASTS and not said.place:
        said = _with_settings(parse(_FEASTS[said.festival]), said)
        editor = Editor(blank, said, language, new=True)
        editor.apply()
    placed = bool(ordered.sheet) and any(value is not None for value in (said.place, said.time, said.weather))
    worded = bool(ordered.sheet) and bool(ordered.title or heard.caption)
    if (placed or worded) and not editor.things:
        said = replace(said, operations=())
        editor = Editor(blank, replace(said, operations=()), language, new=True)
    elif _NOTHING.search(prompt) and all(thing.rung == "signpost" for thing in editor.things.values()):
        editor = Editor(blank, replace(said, operations=()), language, new=True)  # the place alone
    elif not editor.things and (said.empty or said.wish or (said.operations and not said.place)):
        puzzled = not said.wish and any(character.isalnum() for character in prompt)
        ideas = vocabulary(language).ideas
        said = _with_settings(parse(ideas[seed % len(ideas)]), said)
        editor = Editor(blank, said, language, new=True)
        editor.puzzled = puzzled
        editor.apply()
    served(editor)
    on_its_board(editor, prompt)
    put_down(editor)
    in_the_water(editor, prompt)
    corners.put(editor)
    ranges = to_the_horizon(editor, said)
    scene = editor.scene()
    named = said.place or room_for(wishes)
    place = afloat(named or seasonal_place(usual_place(scene.objects), said), scene.objects)
    env = Environment(
        place=place,
        time=said.time or usual_time(scene.objects, prompt),
        weather=said.weather or "clear",
        season=said.season or "",
        festival=said.festival or "",
        luminary=not any(thing.kind in LUMINARIES for thing in scene.objects),
        camera=framing.camera,
    )
    env, lacking = with_scenery(env, wishes, language)
    if said.peaks or ranges:
        env = msgspec.structs.replace(env, scenery=msgspec.structs.replace(env.scenery, peaks=1))
    if place == "bedroom" and any(thing.kind == "bed" for thing in scene.objects):
        env = msgspec.structs.replace(env, scenery=msgspec.structs.replace(env.scenery, bed=Scenery.NONE))
    scene = _on_its_sheet(msgspec.structs.replace(scene, env=env), ordered, said.place)
    lacking = (*lacking, *([notes.drawn(language)] if asks_for_a_photograph(asked) else ()))
    if framing.unseen or framing.camera == "high":
        lacking = (*lacking, notes.seen_from_the_side(language))
    if ordered.sheet:
        editor.undrawn = [one for one in editor.undrawn if not _is_told_by_words(one.label, asked)]
    composed = editor.composed(spoken(scene, heard))
    left_out = tuple(
        one for one in composed.left_out if not (ordered.sheet and _is_told_by_words(one, asked))
    )
    return replace(composed, notes=(*lacking, *composed.notes), left_out=left_out)


def _shows_its_shop(editor: Editor) -> bool:
    """Whether only the shop is there whose sheet it is: a tea shop's logo shows tea."""
    return {thing.kind for thing in editor.things.values()} == {"shop"}


def _is_told_by_words(word: str, asked: str) -> bool:
    """Whether a word only says what a sheet is for, as its title does."""
    return any(word in asked[start:end] for start, end in occasions_in(asked))


def edit_scene(
    prompt: str, sources: Sequence[Scene], *, ratio: str, seed: int, language: Language
) -> Composed:
    """`sources[0]` changed as the prompt says; things of the other sources come along, those named or else all.

    Where things come along, all are composed anew, so that nobody stands on another; "in the style of the second" takes
    the style alone; "the horse beside the ox of the second" goes into the second. An empty prompt changes the ratio only.
    Another ratio frames the same actors again and moves none against another.

    Raises:
        NotDrawable: nothing of what is asked can be done.
        ValueError: there are no sources.
    """
    if not sources:
        raise ValueError("an edit needs a source")

    def composed(words: str) -> Composed:
        return _edited(words, sources, ratio=ratio, seed=seed, language=language)

    prompt = in_simplified(prompt[:MAX_TEXT])
    return _owning_up(composed(prompt), prompt, sources, composed, language)


def _edited(prompt: str, sources: Sequence[Scene], *, ratio: str, seed: int, language: Language) -> Composed:
    if (shown := in_its_style(prompt)) is not None:
        return _in_the_style_of(sources[0], _new_scene(shown, ratio=ratio, seed=seed, language=language))
    base = sources[0]
    prompt = in_double_quotes(in_words(prompt[:MAX_TEXT], language, new=False))
    prompt = _POTTED.sub(r"\g<plant>\g<between>flower pot\g<many>", prompt)
    prompt, shaped = without_shape(prompt)
    sources = [with_somebody_meant(prompt, base), *sources[1:]]
    base = sources[0]
    prompt = with_the_other(prompt, base)
    if not base.caption and asks_of_the_words(prompt, base):
        raise NotDrawable(notes.no_words(language))
    if (word := part_of_a_drawing(prompt)) is not None:
        raise NotDrawable(notes.part_of_a_drawing(word, language))
    if (word := unknown_noun(prompt, base)) is not None:
        raise NotDrawable(notes.not_in_picture(word, language))
    prompt, resheeted = with_its_sheet(prompt, base)
    prompt, reworded = with_other_words(prompt, resheeted)
    prompt, relettered = with_first_colours(prompt, reworded)
    prompt, refused = in_plain_chinese(prompt, base, seed)
    if refused and not prompt and ratio == base.ratio and relettered == base:
        raise NotDrawable(refused[0])
    prompt = told_by_name(told_in_full(prompt, base), base)
    prompt = told_by_kind(told_plainly(prompt, base, seed), base)
    prompt, ranks = of_the_ranks(prompt, base)
    heard = hear(prompt, new=False)
    whole = of_the_whole(heard.prompt, new=False)
    drawn = {name for one in base.objects for name in (one.kind, one.label.casefold())}
    wishes = of_the_scenery(whole.rest, new=False, shown=drawn, env=base.env)
    people = any(has_arms(stock_of(one)) for one in base.objects)
    rest = one_by_one(wishes.rest, people=people)
    prompt = told_exactly(counted_out(rest, base.objects), base, seed)
    named = origins(prompt, len(sources), _kinds_in)
    borrowed, merging = loan(prompt, len(sources)), len(sources) > 1 and merges(prompt)
    if merging:
        first = dict.fromkeys(one.source for one in pictures_named(prompt, len(sources)))
        order = [*first, *(number for number in range(len(sources)) if number not in first)]
        lender = None if borrowed is None else sources[borrowed.source]
        if lender is not None and len(first) < 2:
            order = list(range(len(sources)))
        sources = [sources[number] for number in order]
        prompt = _BORROWED.sub("", prompt)
    if len(sources) > 1:
        prompt = without_pictures(prompt)
    corners = in_corners(prompt, new=False)
    prompt = corners.rest
    said = parse(prompt)
    if (why_not := out_of_reach(prompt, said, base, language)) is not None:
        raise NotDrawable(why_not)
    another_shape = ratio != base.ratio
    if borrowed is not None and not merging:
        return Composed(scene=_at_ratio(lent(borrowed, sources), ratio))
    if not merging:
        named = _inferred(said, sources, named)
    numbered = list(enumerate(sources)) if merging else _host_first(said, sources, named)
    sources = [source for _, source in numbered]
    sources = [relettered if source is base else source for source in sources]
    editor = Editor(_at_ratio(sources[0], ratio), said, language, new=False)
    brought = editor.bring(numbered[1:], () if merging else named.nouns)
    editor.apply()
    for rank in ranks:
        stand(editor, rank)
    put_down(editor)
    in_the_water(editor, prompt)
    corners.put(editor)
    if "mirror" in whole.steps:
        editor.mirror()
    plain = editor.scene()
    env, lacking = with_scenery(plain.env, wishes, language)
    env = _on_paper(env, plain.env, said)
    if env != plain.env:
        plain = msgspec.structs.replace(plain, env=env)
        editor.changed = True
    scene = asked_of(plain, whole.steps)
    if merging and borrowed is not None and lender is not None:
        scene = borrowing(scene, borrowed, lender)
    if brought:
        scene = msgspec.structs.replace(scene, layout={})
    if said.redo and not restyled(said):
        anew = [msgspec.structs.replace(one, look=look_of(seed, one.kind, one.id)) for one in scene.objects]
        scene = msgspec.structs.replace(scene, seed=seed, layout={}, objects=tuple(anew))
        editor.changed = True
    as_asked, scene = scene, spoken(scene, heard)
    if (
        why_not := _unseen(whole.steps, plain, scene, language)
    ) is not None and scene.objects == base.objects:
        raise NotDrawable(why_not)
    changed = editor.changed or another_shape or relettered != base or scene != as_asked
    changed = changed or (bool(whole.steps) and as_asked != plain) or "mirror" in whole.steps
    if not changed and not said.keep:
        if lacking:
            raise NotDrawable(lacking[0])
        done = bool(whole.steps or wishes or ranks or shaped) and not editor.missing
        raise NotDrawable(notes.already_so(language) if done else editor.refusal())
    composed = editor.composed(scene)
    return replace(composed, notes=(*refused, *lacking, *composed.notes))


_OF_WORDS = frozenset({"larger-text", "smaller-text", "text-top", "text-bottom"})


def _unseen(steps: Sequence[str], before: Scene, after: Scene, language: Language) -> str | None:
    """Why larger words would look the same, where nothing else is asked; None where they do not."""
    if steps and set(steps) <= _OF_WORDS and not after.caption:
        return notes.no_words(language)
    if set(steps) != {"larger-text"}:
        return None
    sizes = sizes_of(after)
    return notes.words_fill(language) if sizes and sizes == sizes_of(before) else None


def _on_paper(env: Environment, before: Environment, said: Utterance) -> Environment:
    """A sheet's paper stays paper in another colour; where it snows, it gives way to a place."""
    if before.place not in PAPERS or env.place not in (PLAIN, before.place):
        return env
    outdoors = said.weather or said.season or (said.time if said.time != "day" else None)
    place = (
        ("snow" if said.weather == "snow" or said.season == "winter" else "meadow")
        if outdoors
        else before.place
    )
    return msgspec.structs.replace(env, place=place)


def _on_its_sheet(scene: Scene, ordered: Ordered, place: str | None) -> Scene:
    """The scene with the words, the ground and the border that its sheet has."""
    env, frame = scene.env, scene.frame
    motif = "" if ordered.occasion is None else ordered.occasion.name
    ground = paper_of(ordered.sheet, place, env)
    wall = env.scenery.wall or ("white" if ordered.sheet == "meme" and ground else "")
    if ground is not None:
        env = msgspec.structs.replace(
            env, place=ground, scenery=msgspec.structs.replace(env.scenery, wall=wall)
        )
    env = msgspec.structs.replace(env, motif=motif)
    if frame is None and ordered.sheet in ("card", "postcard") and ground is None:
        frame = "white" if ordered.occasion is None else ordered.occasion.frame
    caption = ordered.title or scene.caption
    colour = ordered.letters or scene.caption_colour
    return msgspec.structs.replace(scene, env=env, frame=frame, caption=caption, caption_colour=colour)


def _owning_up(
    composed: Composed,
    prompt: str,
    before: Sequence[Scene],
    again: Callable[[str], Composed],
    language: Language,
) -> Composed:
    """Say which words were taken for misspelt ones, for what a near relative was drawn, and what came to nothing."""
    prompt, said = prompt[:MAX_TEXT], list(composed.notes)
    read = in_corners(framed_as(without_boilerplate(prompt)).rest, new=not before).rest
    if related := with_relatives(read)[1]:
        said.insert(0, notes.relatives(related, language))
    if pairs := corrections(read):
        said.insert(0, notes.read_as(pairs, language))
    told = " ".join([*said, *composed.left_out])
    left_out = (*composed.left_out, *traceless(prompt, untasted(read), composed, before, told, again))[
        :MAX_LEFT_OUT
    ]
    if left_out:
        said.append(notes.left_out(left_out, language))
    return replace(composed, notes=tuple(said), left_out=left_out)


def restyled(said: Utterance) -> bool:
    """Whether "draw it again" asks for the same picture in another look ("redo it in ink"), not for another picture."""
    look = (said.place, said.time, said.weather, said.season, said.festival, said.style)
    return any(value is not None for value in look)


def _in_the_style_of(lender: Scene, composed: Composed) -> Composed:
    """A new picture in the style of another, unless its wish names one."""
    scene = composed.scene
    style = scene.style if scene.style != Scene(seed=0, ratio="1:1").style else lender.style
    return replace(composed, scene=msgspec.structs.replace(scene, style=style))


def _at_ratio(scene: Scene, ratio: str) -> Scene:
    """The scene at that ratio, nobody moved against another."""
    place = place_of(scene.env)
    afloat = [thing.id for thing in scene.objects if bearer_of(scene, thing) is None and floats(thing, place)]
    return reframed(scene, ratio, afloat=afloat)


_BORROWED = re.compile(
    r"[，,。;；]?\s*(?:并且|而且)?(?:背景|场景|风格|画风)[^，,。;；]*|[,;]?\s*\b(?:and\s+)?(?:with|use|using|keep|keeping|in|on|against)\s+(?:the\s+)?(?:background|backdrop|setting|style)\b[^,.;]*",
    re.IGNORECASE,
)
"""What a wish to merge says of the style or the place that is borrowed."""


def _kinds_in(words: str) -> list[str]:
    return [mention.kind for mention in parse(words).mentions if mention.kind is not None]


def _inferred(said: Utterance, sources: Sequence[Scene], named: Origins) -> Origins:
    """Where the nouns come from when the pictures are given in the order in which they were named and the wish no longer
    says so: "put the horse beside the ox", of a picture with a horse and one with an ox, and "add the wolf", of a picture
    with a wolf and one without."""
    if len(sources) != 2 or named.nouns or named.into is not None:
        return named
    shows = [{thing.kind for thing in scene.objects} for scene in sources]
    for link in said.links:
        if min(link.figure, link.ground) >= 0:
            guest, host = said.mentions[link.figure].kind, said.mentions[link.ground].kind
            if guest in shows[0] and host in shows[1] - shows[0]:
                return Origins(((str(guest), 0), (str(host), 1)), into=1)
    added = [said.mentions[op.target] for op in said.operations if op.action == "add" and op.target >= 0]
    known = [one for one in added if not one.counted and one.kind in shows[0] - shows[1]]
    if (
        not added
        or len(known) < len(added)
        or len(added) < len(said.mentions)
        or len(added) < len(said.operations)
    ):
        return named
    return Origins(tuple((str(one.kind), 0) for one in added), into=1)


def _host_first(said: Utterance, sources: Sequence[Scene], named: Origins) -> list[tuple[int, Scene]]:
    """The pictures with their numbers, the one first into which the things go: "the horse of the first beside the ox of
    the second" goes to the ox."""
    at = 0 if named.into is None else named.into
    shows = [{thing.kind for thing in scene.objects} for scene in sources]
    said_of = dict(named.nouns)
    for link in said.links:
        if min(link.figure, link.ground) < 0:
            continue
        guest, host = said.mentions[link.figure].kind, said.mentions[link.ground].kind
        if host is None or guest is None:
            continue
        if host in said_of and said_of.get(guest, 0) != said_of[host]:
            at = said_of[host]
            break
        if guest in shows[0] and host not in shows[0]:
            at = next((number for number, kinds_ in enumerate(shows) if host in kinds_), 0)
            break
    return [(at, sources[at]), *((number, scene) for number, scene in enumerate(sources) if number != at)]


def _with_settings(idea: Utterance, said: Utterance) -> Utterance:
    """The idea in the place, time and style that were wished for."""
    return replace(
        idea,
        place=said.place or idea.place,
        time=said.time or idea.time,
        weather=said.weather or idea.weather,
        season=said.season or idea.season,
        festival=said.festival or idea.festival,
        style=said.style,
    )
