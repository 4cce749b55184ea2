"""From words to the stored scene changed by no more than was asked.

Ids are never given twice and never renumbered, and the layout of what an edit does not touch is kept to the number: what
is missing from the layout is to be placed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.abroad import with_own_words
from paintover.engines.illustrator.backdrops import PAPERS, place_of
from paintover.engines.illustrator.backdrops.home import has_mirror
from paintover.engines.illustrator.backdrops.path_line import BROOK
from paintover.engines.illustrator.editing.about_words import about_its_words, told_of_the_words
from paintover.engines.illustrator.editing.all_of_a_kind import of_all_of_a_kind
from paintover.engines.illustrator.editing.aloft import come_down, hovering, in_the_sky, spanning
from paintover.engines.illustrator.editing.amid_them import amid_them
from paintover.engines.illustrator.editing.at_the_kerb import at_the_kerb
from paintover.engines.illustrator.editing.at_windows import at_windows
from paintover.engines.illustrator.editing.back_again import as_it_was_there, remembering
from paintover.engines.illustrator.editing.belonging import to_what_it_belongs
from paintover.engines.illustrator.editing.between_seats import seated_between
from paintover.engines.illustrator.editing.brought import used_as_it_is_there
from paintover.engines.illustrator.editing.coloured_alike import told_in_its_colour
from paintover.engines.illustrator.editing.compose import new_scene, said_of_styles, without_its_like
from paintover.engines.illustrator.editing.corners import in_corners
from paintover.engines.illustrator.editing.curtained import at_its_windows
from paintover.engines.illustrator.editing.editor import Composed, Editor
from paintover.engines.illustrator.editing.elbow_room import with_elbow_room, with_room_at_the_table
from paintover.engines.illustrator.editing.evenly import stand_evenly, without_symmetry
from paintover.engines.illustrator.editing.exchanged_gear import gear_exchanged
from paintover.engines.illustrator.editing.gathered import sit_with_them
from paintover.engines.illustrator.editing.hideouts import (
    behind_a_tall_trunk,
    behind_a_tree_that_comes,
)
from paintover.engines.illustrator.editing.hosting import Arrival, arrived, in_order, is_of_all, told_of_all
from paintover.engines.illustrator.editing.hung_up import hang_up
from paintover.engines.illustrator.editing.in_its_water import of_the_water
from paintover.engines.illustrator.editing.looking_away import never_faces_us, only_turning, turned_to_us
from paintover.engines.illustrator.editing.looking_out import turn_to_the_window
from paintover.engines.illustrator.editing.luminary import with_the_light_apart
from paintover.engines.illustrator.editing.moved_out import moved_out
from paintover.engines.illustrator.editing.not_up_there import own_up_to_the_ground
from paintover.engines.illustrator.editing.on_its_haunches import on_their_haunches, told_to_stand
from paintover.engines.illustrator.editing.on_the_path import on_the_path
from paintover.engines.illustrator.editing.on_the_roof import on_its_roof
from paintover.engines.illustrator.editing.only_one import as_no_other
from paintover.engines.illustrator.editing.owning_up import owning_up
from paintover.engines.illustrator.editing.parts_painted import Painted, told_of_parts
from paintover.engines.illustrator.editing.perched import on_pieces
from paintover.engines.illustrator.editing.pieces import told_of_pieces
from paintover.engines.illustrator.editing.putting import put_down
from paintover.engines.illustrator.editing.ranks import Rank, of_the_ranks, stand
from paintover.engines.illustrator.editing.rather_meant import rather_meant
from paintover.engines.illustrator.editing.reach import out_of_reach
from paintover.engines.illustrator.editing.regions import at_its_own_water, in_the_water, watered
from paintover.engines.illustrator.editing.rewordings import reworded
from paintover.engines.illustrator.editing.served import as_on_the_cake
from paintover.engines.illustrator.editing.set_down import set_down
from paintover.engines.illustrator.editing.setting import with_a_path, without_stray_place
from paintover.engines.illustrator.editing.several import pictures_of
from paintover.engines.illustrator.editing.switching import switch, without_switching
from paintover.engines.illustrator.editing.table_tops import told_of_the_top, with_a_top
from paintover.engines.illustrator.editing.told_nowhere import lacks_a_window, told_nowhere
from paintover.engines.illustrator.editing.toppings import as_cutlery, top_the_dish
from paintover.engines.illustrator.editing.undrawn import undrawn_of
from paintover.engines.illustrator.editing.unmet import as_cut, idle_clauses, looks_same, unmet
from paintover.engines.illustrator.editing.unnamed import changed_unnamed
from paintover.engines.illustrator.emoji import in_words
from paintover.engines.illustrator.grammar.dealing import counted_out
from paintover.engines.illustrator.grammar.labours import one_by_one
from paintover.engines.illustrator.grammar.mediums import in_own_style, told_as_a_work
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.plain_words import in_simplified
from paintover.engines.illustrator.grammar.scenery import (
    PLAIN,
    Wishes,
    of_the_scenery,
    with_scenery,
)
from paintover.engines.illustrator.grammar.tokenise import MAX_TEXT, tokenise
from paintover.engines.illustrator.grammar.typed import in_full
from paintover.engines.illustrator.grammar.unquoted import in_double_quotes
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.letters.corner_words import (
    told_of_the_corner,
    with_words_in_the_corner,
)
from paintover.engines.illustrator.letters.titling import sizes_of
from paintover.engines.illustrator.retelling.asked_softly import told_as_asked_softly
from paintover.engines.illustrator.retelling.away_with_it import (
    told_with_one_verb,
    without_former_places,
)
from paintover.engines.illustrator.retelling.borrow import (
    borrowing,
    in_its_style,
    lent,
)
from paintover.engines.illustrator.retelling.called import (
    part_of_the_backdrop,
    told_by_name,
    told_of_its_whole,
    unknown_noun,
)
from paintover.engines.illustrator.retelling.chalkboard import with_its_board
from paintover.engines.illustrator.retelling.colloquial import in_plain_chinese
from paintover.engines.illustrator.retelling.forbidden import without_what_is_forbidden
from paintover.engines.illustrator.retelling.former_colours import with_first_colours
from paintover.engines.illustrator.retelling.genders import told_by_gender
from paintover.engines.illustrator.retelling.going_inside import told_of_the_house
from paintover.engines.illustrator.retelling.idioms import told_in_full
from paintover.engines.illustrator.retelling.in_short_abroad import (
    said_abroad,
    told_in_english,
    with_english_names,
    with_former_names,
    with_somebody_in_mind,
)
from paintover.engines.illustrator.retelling.kin import told_by_kind
from paintover.engines.illustrator.retelling.lines import titled_where_told
from paintover.engines.illustrator.retelling.look_by_look import told_look_by_look
from paintover.engines.illustrator.retelling.looking_out import without_looking_out
from paintover.engines.illustrator.retelling.loosely import (
    told_exactly,
    told_plainly,
)
from paintover.engines.illustrator.retelling.manyfold import Factors, told_by_how_much
from paintover.engines.illustrator.retelling.meant import with_somebody_meant, with_the_pair_apart
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.retelling.of_the_field import told_of_the_field
from paintover.engines.illustrator.retelling.of_the_shop import told_of_the_shop
from paintover.engines.illustrator.retelling.on_signs import how_it_glows, told_on_signs
from paintover.engines.illustrator.retelling.others import named_in, with_whom_is_meant
from paintover.engines.illustrator.retelling.parts_apart import without_parts
from paintover.engines.illustrator.retelling.paths import (
    brook_told,
    told_of_the_path,
    told_of_the_road_there,
)
from paintover.engines.illustrator.retelling.resheet import asks_of_the_words, with_its_sheet
from paintover.engines.illustrator.retelling.rewording import with_other_words
from paintover.engines.illustrator.retelling.second_thoughts import on_second_thoughts
from paintover.engines.illustrator.retelling.sky_news import told_by_the_sky
from paintover.engines.illustrator.retelling.speech import (
    Heard,
    hear,
    spoken,
    with_other_boards,
    written_nowhere,
)
from paintover.engines.illustrator.retelling.title_room import with_room_for_its_words
from paintover.engines.illustrator.retelling.turned import told_the_right_way_round
from paintover.engines.illustrator.retelling.undrawable import without_undrawable
from paintover.engines.illustrator.retelling.unless_there import told_unless_there
from paintover.engines.illustrator.retelling.whole import Whole, asked_of, of_the_whole
from paintover.engines.illustrator.scene import Environment, Scene, Thing
from paintover.engines.illustrator.sprites.complexion import lot
from paintover.engines.illustrator.sprites.stock import look_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.layout import bearer_of, floats
from paintover.engines.illustrator.staging.outlook import off_its_piece, openings
from paintover.engines.illustrator.staging.reframe import reframed, without_shape


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
    prompt = _SAME_PICTURE.sub("", prompt)

    if len(sources) > 1:
        prompt, order = in_order(prompt[:MAX_TEXT], sources)
        sources = [sources[number] for number in order]
        painted = told_in_its_colour(prompt, *sources)
        if painted != prompt:
            prompt, sources = painted, sources[:1]
        elif is_of_all(prompt, sources):
            merged = edit_scene(_MERGE[language], sources, ratio=ratio, seed=seed, language=language).scene
            together = Arrival(merged, told_of_all(prompt))
            return _done_there(together, ratio=ratio, seed=seed, language=language)
        elif (arrival := arrived(prompt, sources, language)) is not None:
            return _done_there(arrival, ratio=ratio, seed=seed, language=language)
    came_back = rather_meant(prompt[:MAX_TEXT], sources[0]) if language == "en" else None
    came_back = came_back or as_it_was_there(on_second_thoughts(prompt[:MAX_TEXT]), sources[0])
    if (
        came_back.scene is sources[0]
        and (short := told_in_english(prompt[:MAX_TEXT], sources[0])) is not None
    ):
        english = [with_english_names(sources[0]), *sources[1:]]
        try:
            done = edit_scene(short, english, ratio=ratio, seed=seed, language="en")
        except NotDrawable as refused:
            if refused.message != notes.not_understood("en"):
                raise NotDrawable(said_abroad(refused.message, prompt)) from refused
        else:
            return replace(done, scene=with_former_names(done.scene, sources[0], prompt))
    before, prompt = sources[0], came_back.rest
    sources = [with_somebody_in_mind(prompt, came_back.scene), *sources[1:]]
    if not prompt:
        return Composed(scene=_at_ratio(came_back.scene, ratio))
    prompt = told_of_the_words(prompt, sources[0])
    if (swapped := gear_exchanged(prompt, sources[0], language)) is not None:
        return Composed(scene=_at_ratio(swapped, ratio))
    try:
        done = _in_its_manner(prompt, sources, ratio=ratio, seed=seed, language=language)
    except NotDrawable as refused:
        if came_back.scene is before:
            raise
        done = Composed(scene=_at_ratio(came_back.scene, ratio), notes=(str(refused),))
    if language == "en" and len(sources) == 1 and changed_unnamed(prompt, sources[0], done.scene):
        raise NotDrawable(notes.not_understood(language))
    scene = about_its_words(with_own_words(remembering(done.scene, before), before, prompt), before)
    return replace(done, scene=scene)


_SAME_PICTURE = re.compile(
    r"^\s*(?:(?:now|and|ok|please|draw|make|show),? )*(?:the |exactly the )?same (?:picture|image|drawing|scene|photo|one)(?: again)?,?(?: but)? (?=(?:in|at|with|without|as|by|on|during)\b)",
    re.IGNORECASE,
)
"""What is to be otherwise of it is the wish."""
_HELP_AFTER = re.compile(r"\s*[;；：:]\s*(?:I can|可以|请说出).*$", re.DOTALL)


def _done_there(arrival: Arrival, *, ratio: str, seed: int, language: Language) -> Composed:
    """What is asked of those who came from another picture, done in the one into which they came."""
    come = Composed(scene=_at_ratio(arrival.scene, ratio))
    if not arrival.rest:
        return come
    try:
        return edit_scene(arrival.rest, [arrival.scene], ratio=ratio, seed=seed, language=language)
    except NotDrawable as refused:
        said = _HELP_AFTER.sub("", str(refused))
        return come if said == notes.already_so(language) else replace(come, notes=(said,))


_MERGE: Mapping[Language, str] = {"en": "merge the pictures", "zh": "把这些图合并"}
"""Brings several pictures into one before those in them are put somewhere."""


def _in_its_manner(
    prompt: str, sources: Sequence[Scene], *, ratio: str, seed: int, language: Language
) -> Composed:
    """The edit with the styles that it names, and without what is said of where the picture was before."""
    glow = how_it_glows(prompt[:MAX_TEXT])
    prompt = told_on_signs(prompt[:MAX_TEXT], sources[0])
    prompt, manners = in_own_style(told_as_a_work(in_full(in_simplified(prompt))))
    prompt = told_as_asked_softly(prompt, sources[0])
    said = said_of_styles(manners, language)
    if glow is not None:
        said = (*said, notes.left_out([glow], language))
    prompt, former_place = without_former_places(prompt, sources[0])
    if former_place is not None:
        said = (*said, notes.left_out([former_place], language))
    try:
        done = _of_the_backdrop(prompt, sources, ratio=ratio, seed=seed, language=language)
    except NotDrawable as refused:
        if not said:
            raise
        raise NotDrawable(("；" if language == "zh" else "; ").join((*said, str(refused)))) from refused
    return replace(done, notes=(*said, *done.notes))


def _of_the_backdrop(
    prompt: str, sources: Sequence[Scene], *, ratio: str, seed: int, language: Language
) -> Composed:
    """The edit with what it asks of pieces of the backdrop, if it asks any such thing."""
    prompt = told_of_the_field(told_with_one_verb(prompt, sources[0]), sources[0])
    prompt = told_of_the_shop(prompt, sources[0])
    prompt = told_unless_there(prompt, sources[0])
    painted = told_of_parts(prompt, sources[0], language)
    if painted.done:
        return _with_its_parts(painted, sources, ratio=ratio, seed=seed, language=language)
    told = told_of_pieces(prompt, sources[0], language)
    if not (told.done or told.said):
        return _owned_up(prompt, sources, ratio=ratio, seed=seed, language=language)
    if told.rest:
        try:
            done = _owned_up(told.rest, [told.scene, *sources[1:]], ratio=ratio, seed=seed, language=language)
        except NotDrawable as refused:
            if not told.done:
                raise NotDrawable(told.said[0]) from refused
            done = Composed(scene=_at_ratio(told.scene, ratio), notes=(str(refused),))
    elif told.done or ratio != sources[0].ratio:
        done = Composed(scene=_at_ratio(told.scene, ratio))
    else:
        raise NotDrawable(told.said[0])
    return replace(done, notes=(*told.said, *done.notes))


def _with_its_parts(
    painted: Painted, sources: Sequence[Scene], *, ratio: str, seed: int, language: Language
) -> Composed:
    """The edit with parts of drawings painted, and what else it asks."""
    if not painted.rest:
        return Composed(scene=_at_ratio(painted.scene, ratio))
    try:
        return _of_the_backdrop(
            painted.rest, [painted.scene, *sources[1:]], ratio=ratio, seed=seed, language=language
        )
    except NotDrawable as refused:
        return Composed(scene=_at_ratio(painted.scene, ratio), notes=(str(refused),))


def _owned_up(
    prompt: str, sources: Sequence[Scene], *, ratio: str, seed: int, language: Language
) -> Composed:
    def composed(words: str) -> Composed:
        return _edited(words, sources, ratio=ratio, seed=seed, language=language)

    prompt, forbidden = without_what_is_forbidden(prompt)
    if forbidden and not prompt:
        raise NotDrawable(notes.no_effect(forbidden, language))
    named = {one.id for one in named_in(prompt, sources[0])}
    if turned := only_turning(sources[0], prompt, named):
        if turned.objects == sources[0].objects:
            aside = never_faces_us(turned, prompt, named)
            raise NotDrawable(notes.no_face_to_us(aside, language) if aside else notes.already_so(language))
        return Composed(scene=_at_ratio(turned, ratio))
    sky = told_by_the_sky(prompt, sources[0], language)
    if sky.said and not sky.rest:
        raise NotDrawable(sky.said[0])
    prompt = sky.rest
    if language == "zh" and lacks_a_window(prompt, sources[0]):
        raise NotDrawable(notes.not_in_picture("窗户", language))
    told = reworded(prompt, sources[0], language)
    if pictures_of(told.prompt, sources).alone:
        return composed(told.prompt)
    done = owning_up(composed(told.prompt), told.prompt, sources, composed, language, asked=told.asked)
    done = replace(done, scene=turned_to_us(as_no_other(done.scene, told.counted), prompt, named))
    done = replace(done, scene=on_the_path(at_the_kerb(done.scene, prompt), prompt))
    if told.doorless:
        word = "门" if language == "zh" else "door"
        done = replace(done, notes=(*done.notes, notes.not_in_picture(word, language)))
    if language == "zh":
        done = replace(done, notes=(*done.notes, *told_nowhere(prompt, sources[0], done.scene)))
    idle = idle_clauses(told.prompt, done, sources, " ".join(done.notes), composed)
    idle = tuple(clause for clause in idle if not clause.startswith("去掉") or "去掉" in prompt)  # 别看报了
    if not done.notes and told_to_stand(sources[0], done.scene, prompt):
        sitting = on_their_haunches(done.scene)
        raise NotDrawable(notes.pose_not_drawn(sitting, language) if sitting else notes.already_so(language))
    if idle or forbidden:
        done = replace(done, notes=(*done.notes, notes.no_effect((*idle, *forbidden), language)))
    return replace(done, notes=tuple(dict.fromkeys(done.notes)))


def _edited(prompt: str, sources: Sequence[Scene], *, ratio: str, seed: int, language: Language) -> Composed:
    if (shown := in_its_style(prompt)) is not None:
        return _in_the_style_of(sources[0], new_scene(shown, ratio=ratio, seed=seed, language=language))
    prompt, cornered = told_of_the_corner(prompt)
    prompt, evenly = without_symmetry(prompt)
    prompt, lit = without_switching(prompt, sources[0])
    prompt, looker = without_looking_out(prompt)
    prompt, top = told_of_the_top(prompt, sources[0], language)
    place, trodden = sources[0].env.place, sources[0].env.scenery.path
    if (path := brook_told(prompt, place, trodden) or 0) != 0:
        prompt = ""
    else:
        prompt, path = told_of_the_path(told_of_the_road_there(prompt, place), new=False)
    prompt, is_shaped = without_shape(in_double_quotes(in_words(prompt[:MAX_TEXT], language, new=False)))
    prompt = told_look_by_look(prompt)
    base = with_the_light_apart(prompt, with_somebody_meant(prompt, with_the_pair_apart(prompt, sources[0])))
    reshaped = ratio != base.ratio
    outlook = at_windows(prompt, base)
    perched = on_pieces(outlook.rest, base)
    wish = _read(perched.rest, base, seed, language, alone=not reshaped)
    pictures = pictures_of(wish.rest, [base, *sources[1:]])
    corners = in_corners(pictures.rest, new=False)
    said = without_stray_place(corners.rest, parse(corners.rest))
    said = at_its_own_water(said, corners.rest, base)
    if (why_not := out_of_reach(corners.rest, said, base, language)) is not None:
        raise NotDrawable(why_not)
    if pictures.borrowed is not None and not pictures.merging:
        return Composed(scene=_at_ratio(lent(pictures.borrowed, pictures.sources), ratio))
    numbered, nouns = pictures.host_first(said)
    first, *others = [(number, wish.lettered if one is base else one) for number, one in numbered]
    said = of_all_of_a_kind(as_on_the_cake(said, base), base, corners.rest)
    editor = Editor(_at_ratio(first[1], ratio), said, language, new=False)
    editor.factors, editor.typed = wish.factors, corners.rest
    brought = editor.bring(others, nouns)
    editor.apply()
    used_as_it_is_there(editor, prompt)
    for rank in wish.ranks:
        stand(editor, rank)
    sit_with_them(editor, pictures.rest)
    put_down(editor)
    on_its_roof(editor)
    with_elbow_room(editor)
    seated_between(editor)
    with_room_at_the_table(editor)
    behind_a_tree_that_comes(editor)
    behind_a_tall_trunk(editor)
    amid_them(editor, corners.rest)
    top_the_dish(editor)
    as_cutlery(editor)
    outlook.put(editor)
    perched.put(editor)
    hang_up(editor, prompt)
    set_down(editor, prompt)
    own_up_to_the_ground(editor, prompt)
    to_what_it_belongs(editor, prompt)
    in_the_water(editor, corners.rest)
    corners.put(editor)
    switch(editor, lit)
    if (why_not := turn_to_the_window(editor, looker)) is not None:
        raise NotDrawable(why_not)
    if evenly:
        stand_evenly(editor)
    if "mirror" in wish.whole.steps:
        editor.mirror()
    plain, lacking = _in_its_setting(editor, corners.rest, wish.scenery, language)
    undrawn = undrawn_of(editor.things, editor.base, plain.env)
    plain = undrawn.without(plain, editor.base)
    plain, left_behind = moved_out(plain, editor.base, language)
    lacking = (*lacking, *left_behind)
    plain, lacking = _with_a_path(editor, off_its_piece(plain), path, lacking)
    plain = with_words_in_the_corner(with_a_top(plain, top), cornered)
    editor.changed = editor.changed or bool(top) or cornered is not None
    scene = asked_of(_spoken_of(plain, prompt, wish.whole.steps), wish.whole.steps)
    if pictures.borrowed is not None and pictures.lender is not None:
        scene = borrowing(scene, pictures.borrowed, pictures.lender)
    if brought:
        scene = msgspec.structs.replace(scene, layout={})
    if said.redo and not restyled(said):
        scene = _drawn_anew(scene, seed)
        editor.changed = True
    as_asked, scene = scene, titled_where_told(prompt, base, spoken(scene, wish.heard))
    scene = with_room_for_its_words(prompt, base, scene)
    why_not = _unseen(wish.whole.steps, plain, scene, language)
    if why_not is not None and scene.objects == base.objects:
        raise NotDrawable(why_not)
    seen = (
        reshaped
        or wish.lettered != base
        or scene != as_asked
        or (bool(wish.whole.steps) and as_asked != plain)
    )
    short = unmet(editor, scene)
    scene = as_cut(scene, base)
    differs = editor.changed and not looks_same(scene, first[1])
    if not (differs or seen or "mirror" in wish.whole.steps or said.keep):
        if why := (*lacking, *short, *undrawn.said(language)):
            raise NotDrawable(why[0])
        done = bool(wish.whole.steps or wish.scenery or wish.ranks or is_shaped) and not editor.missing
        refused = notes.already_so(language) if done else editor.refusal()
        vague = refused == notes.already_so(language) and _says_more(corners.rest, said)
        refused = notes.not_understood(language) if vague else refused
        if said.left_out and refused == notes.already_so(language):  # "make it a dragon kite" is of no other
            refused = notes.undrawn(said.left_out, language)
        raise NotDrawable(("；" if language == "zh" else "; ").join((*wish.refused, refused)))
    composed = editor.composed(scene)
    stands = () if seen or not _sits_so(scene, first[1]) else (notes.already_so(language),)
    return replace(composed, notes=(*wish.refused, *lacking, *composed.notes, *short, *stands))


def _says_more(prompt: str, said: Utterance) -> bool:
    """Whether a wish that only names what is there says something of it that nobody understood: 蜂蜜罐打翻了, "he spins her"."""
    if said.language not in ("zh", "en") or not said.operations:
        return False
    named = all(
        one.action == "add" and not one.fresh and one.target not in _linked(said) for one in said.operations
    )
    again = any(one.fresh for one in said.operations) and "再" in prompt
    tokens = tokenise(prompt)
    if said.language == "en":
        labels = {word for one in said.mentions for word in one.label.lower().split()}
        return named and any(token.unknown and token.text.lower() not in labels for token in tokens)
    unread = any(token.unknown or token.get("actions") for token in tokens)
    return (named and unread) or again


def _linked(said: Utterance) -> frozenset[int]:
    return frozenset(link.figure for link in said.links)


def _sits_so(after: Scene, before: Scene) -> bool:
    """Whether all that the edit does is to say of somebody how they sit already, by their look."""
    return after.objects != before.objects and looks_same(
        msgspec.structs.replace(after, layout=before.layout), before
    )


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked of a picture, each part read by whoever knows it."""

    rest: str
    """What the grammar is to read, told so that it can."""
    lettered: Scene
    """The picture with the sheet, the words and the first colours that are asked for."""
    refused: tuple[str, ...]
    """Why some of it cannot be done."""
    ranks: tuple[Rank, ...]
    heard: Heard
    whole: Whole
    scenery: Wishes
    factors: Factors
    """How many times as large or small what is named there is to be."""


def _read(prompt: str, base: Scene, seed: int, language: Language, *, alone: bool) -> _Wish:
    """The wish read as far as no grammar is needed.

    Each pass leaves the words that it does not know to the next: first what is meant by the other one, then what is asked
    of the sheet and its words, then what people say in passing, and last what is asked of the picture as a whole.

    Raises:
        NotDrawable: the wish is about what the picture has not or cannot have. `alone` says that nothing else is asked.
    """
    prompt, factors = told_by_how_much(prompt)
    if factors.told:
        prompt = told_the_right_way_round(prompt, base, language)
    prompt = with_whom_is_meant(told_by_gender(told_of_its_whole(prompt, base), base), base)
    if (lettered := with_its_board(prompt, base) or with_other_boards(prompt, base)) is not None:
        prompt, base = "", lettered
    if not base.caption and asks_of_the_words(prompt, base):
        raise NotDrawable(notes.no_words(language))
    prompt, of_parts = without_parts(prompt, base, language)
    if (word := part_of_the_backdrop(prompt, base)) is not None:
        fixed = piece_called(word, base) is None
        said = notes.of_the_backdrop if fixed else notes.piece_of_the_backdrop
        raise NotDrawable(said(word, language))
    if (word := unknown_noun(prompt, base)) is not None:
        raise NotDrawable(notes.not_in_picture(word, language))
    prompt, lettered = with_its_sheet(prompt, base)
    prompt, lettered = with_other_words(prompt, lettered)
    prompt, lettered = with_first_colours(prompt, lettered)
    prompt, undrawable = without_undrawable(prompt, base, language)
    prompt, refused = in_plain_chinese(prompt, base, seed)
    prompt = told_of_the_house(prompt, base)
    refused = (*of_parts, *undrawable, *refused)
    if refused and not prompt and alone and lettered == base:
        raise NotDrawable(refused[0])
    prompt = told_by_name(with_whom_is_meant(told_in_full(prompt, base), base), base)
    prompt = told_by_kind(told_plainly(prompt, base, seed), base)
    prompt, ranks = of_the_ranks(prompt, base)
    heard = hear(prompt, base=base)
    whole = of_the_whole(heard.prompt, new=False)
    drawn = {name for one in base.objects for name in (one.kind, one.label.casefold())}
    scenery = of_the_scenery(whole.rest, new=False, shown=drawn, env=base.env)
    people = any(has_arms(stock_of(one)) for one in base.objects)
    rest = counted_out(one_by_one(scenery.rest, people=people), base.objects)
    if (bare := written_nowhere(prompt, base)) is not None:
        refused = (*refused, notes.written_below(bare, language))
    told = told_exactly(rest, base, seed)
    return _Wish(told, lettered, refused, ranks, heard, whole, scenery, factors)


def _in_its_setting(
    editor: Editor, prompt: str, wishes: Wishes, language: Language
) -> tuple[Scene, tuple[str, ...]]:
    """The scene with its backdrop as wished, and what the backdrop has not."""
    came = _newcomers_aloft(editor, editor.scene(), prompt)
    scene = at_its_windows(came, editor.base)
    hung = scene is not came and scene.env.scenery.curtains == editor.base.env.scenery.curtains
    env, lacking = with_scenery(scene.env, wishes, language)
    env = watered(_on_paper(env, scene.env, editor.said), scene.objects, told=True)
    env, bare = _furnished_anew(scene, env, editor.base, language)
    lacking = (*lacking, *bare, *([notes.already_so(language)] if hung else []))
    if env != scene.env:
        scene = msgspec.structs.replace(scene, env=env)
        editor.changed = True
    there = frozenset(one.id for one in editor.base.objects)
    return msgspec.structs.replace(scene, objects=of_the_water(scene.objects, env, prompt, there)), lacking


def _furnished_anew(
    scene: Scene, env: Environment, base: Scene, language: Language
) -> tuple[Environment, tuple[str, ...]]:
    """The room without its own bed, hearth or rug where another came, and what is to be said of curtains without a window."""
    came = {one.kind for one in scene.objects if base.thing(one.id) is None}
    said: tuple[str, ...] = ()
    scenery = env.scenery if env.place == "classroom" else without_its_like(env.scenery, env.place, came)
    same = env.place == base.env.place
    if same and not has_mirror(base.seed, base.env.scenery):  # what else is on the wall stays there
        scenery = msgspec.structs.replace(scenery, panes=base.env.scenery.panes)
    told = scenery.curtains != base.env.scenery.curtains
    if told and not openings(msgspec.structs.replace(scene, env=env)):
        scenery = msgspec.structs.replace(scenery, curtains=base.env.scenery.curtains)
        said = (notes.not_in_picture("窗户" if language == "zh" else "window", language),)
    return msgspec.structs.replace(env, scenery=scenery), said


def _spoken_of(scene: Scene, prompt: str, steps: Sequence[str]) -> Scene:
    """The scene with whom a close-up names as the one who is meant."""
    named = [one for one in named_in(prompt, scene) if stock_of(one).alive] if _NEAR & {*steps} else []
    return msgspec.structs.replace(scene, focus=named[0].id) if len(named) == 1 else scene


_NEAR = frozenset({"face", "bust"})


_WAYS = (("path", "小路"), ("river", "小河"))


def _with_a_path(
    editor: Editor, scene: Scene, path: int, lacking: tuple[str, ...]
) -> tuple[Scene, tuple[str, ...]]:
    """The scene with the path that is to be added, or why it has none."""
    after = with_a_path(scene, path)
    came = len(after.objects) > len(editor.base.objects)
    if path and after == scene and scene.env.scenery.path == path and not came:
        return after, (*lacking, notes.already_so(editor.language))
    editor.changed = editor.changed or after != scene
    if path > 0 and after.env.scenery.path != path:
        return after, (
            *lacking,
            notes.undrawn([_WAYS[path == BROOK][editor.language == "zh"]], editor.language),
        )
    return after, lacking


def _newcomers_aloft(editor: Editor, scene: Scene, prompt: str) -> Scene:
    """The scene with the birds flying that are to come into its sky, and those on the ground that are to come there."""
    stood = {thing.id for thing in editor.base.objects}
    new = [one for one in scene.objects if one.id not in stood]
    flying = {one.id: one for one in come_down(prompt, hovering(spanning(in_the_sky(prompt, new))))}
    return msgspec.structs.replace(scene, objects=tuple(flying.get(one.id, one) for one in scene.objects))


def _drawn_anew(scene: Scene, seed: int) -> Scene:
    """The same things with other looks, in other places."""
    things: list[Thing] = []
    for one in scene.objects:
        new = msgspec.structs.replace(one, look=look_of(seed, one.kind, one.id))
        things.append(msgspec.structs.replace(new, complexion=lot(seed, new, things)))
    return msgspec.structs.replace(scene, seed=seed, layout={}, objects=tuple(things))


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
