"""From words to a new scene.

Ids are o1, o2, ... in the order in which things were first drawn. They are never given twice and never renumbered.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.aboard_their_bus import aboard_their_bus
from paintover.engines.illustrator.editing.aloft import (
    carried_aloft,
    come_down,
    in_the_sky,
    on_the_ground_before_the_moon,
    stands_below,
)
from paintover.engines.illustrator.editing.ashore import parasol_in_the_sand
from paintover.engines.illustrator.editing.at_a_film import seated_at_the_film
from paintover.engines.illustrator.editing.at_its_tables import at_its_tables
from paintover.engines.illustrator.editing.at_the_cake import at_the_cake
from paintover.engines.illustrator.editing.at_the_feet import beside_the_seat
from paintover.engines.illustrator.editing.beds import tuck_in
from paintover.engines.illustrator.editing.before_a_building import all_before_the_building
from paintover.engines.illustrator.editing.between_trunks import between_the_trunks
from paintover.engines.illustrator.editing.board_on_the_wall import board_on_the_wall
from paintover.engines.illustrator.editing.brought import taken_once, used_as_it_is_there
from paintover.engines.illustrator.editing.combed import told_of_the_comb
from paintover.engines.illustrator.editing.corners import in_corners
from paintover.engines.illustrator.editing.curtained import at_its_windows
from paintover.engines.illustrator.editing.editor import Composed, Editor
from paintover.engines.illustrator.editing.first_wishes import as_read, as_typed, in_plain_words
from paintover.engines.illustrator.editing.for_babies import up_beside_it
from paintover.engines.illustrator.editing.formations import in_line, stand_so, unlike_the_rest
from paintover.engines.illustrator.editing.hideouts import behind_a_tall_trunk
from paintover.engines.illustrator.editing.hung_up import hang_up
from paintover.engines.illustrator.editing.in_company import in_company
from paintover.engines.illustrator.editing.in_its_water import of_the_water
from paintover.engines.illustrator.editing.in_play import one_ball_in_play
from paintover.engines.illustrator.editing.in_their_midst import in_their_midst
from paintover.engines.illustrator.editing.indoors import furnish, without_its_front
from paintover.engines.illustrator.editing.looking_away import looking_away, shows_backs
from paintover.engines.illustrator.editing.looking_out import turned_to_the_window
from paintover.engines.illustrator.editing.many_coloured import many_coloured
from paintover.engines.illustrator.editing.neighbours import on_its_board
from paintover.engines.illustrator.editing.on_a_table import (
    at_the_same_table,
    no_second_one,
    one_for_each,
    set_on_a_table,
    with_a_table_below,
)
from paintover.engines.illustrator.editing.on_mars import in_its_colour, on_the_moon_instead
from paintover.engines.illustrator.editing.on_the_path import on_the_path
from paintover.engines.illustrator.editing.on_the_roof import on_its_roof
from paintover.engines.illustrator.editing.one_apiece import (
    light_ones_on_the_fence,
    one_apiece,
)
from paintover.engines.illustrator.editing.only_one import as_no_other
from paintover.engines.illustrator.editing.owning_up import owning_up
from paintover.engines.illustrator.editing.parts_painted import told_with_parts, with_parts
from paintover.engines.illustrator.editing.picnic import one_picnic
from paintover.engines.illustrator.editing.putting import put_down
from paintover.engines.illustrator.editing.regions import (
    POND,
    in_the_background,
    in_the_water,
    under_covers,
    watered,
)
from paintover.engines.illustrator.editing.setting import (
    afloat,
    by_the_sea,
    laid_on_tables,
    on_the_wing,
    put_on_the_table,
    seasonal_place,
    served,
    to_the_horizon,
    usual_place,
    usual_time,
    with_a_path,
    with_its_snow,
    with_its_track,
    with_leaves,
)
from paintover.engines.illustrator.editing.smeared import without_smears
from paintover.engines.illustrator.editing.toppings import as_cutlery, top_dishes
from paintover.engines.illustrator.editing.trailing import at_their_heels
from paintover.engines.illustrator.editing.worded_cakes import with_words_on_the_cake
from paintover.engines.illustrator.emoji import in_words
from paintover.engines.illustrator.grammar.apart import told_apart
from paintover.engines.illustrator.grammar.clauses import apart_in_clauses, spaces_as_commas
from paintover.engines.illustrator.grammar.compared import compared
from paintover.engines.illustrator.grammar.framing import Framing, framed_as
from paintover.engines.illustrator.grammar.labours import doing, with_people
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.grammar.mediums import in_own_style
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.plain_words import in_simplified
from paintover.engines.illustrator.grammar.quotations import beside_quotations
from paintover.engines.illustrator.grammar.scenery import (
    SHOWS_PEAKS,
    Wishes,
    of_the_scenery,
    room_for,
    with_scenery,
)
from paintover.engines.illustrator.grammar.sheets import (
    Ordered,
    asks_for_a_photograph,
    looks_of,
    occasions_in,
    paper_of,
    sheet_of,
    with_its_colours,
    with_words,
    without_boilerplate,
)
from paintover.engines.illustrator.grammar.tagged import worn_by_the_only_one
from paintover.engines.illustrator.grammar.tokenise import MAX_TEXT
from paintover.engines.illustrator.grammar.turns import anew
from paintover.engines.illustrator.grammar.unquoted import in_double_quotes
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.kinds import BEDS, RUGS, kinds
from paintover.engines.illustrator.letters.corner_words import (
    told_of_the_corner,
    with_words_in_the_corner,
)
from paintover.engines.illustrator.retelling.by_the_window import without_its_window
from paintover.engines.illustrator.retelling.chained import unchained
from paintover.engines.illustrator.retelling.formations import in_formation
from paintover.engines.illustrator.retelling.gatherings import told_by_guests
from paintover.engines.illustrator.retelling.in_other_words import told_in_other_words, told_of_a_museum
from paintover.engines.illustrator.retelling.kin import told_by_kind
from paintover.engines.illustrator.retelling.leaves import told_of_the_leaves
from paintover.engines.illustrator.retelling.lines import titled_where_told
from paintover.engines.illustrator.retelling.looking_out import looks_out
from paintover.engines.illustrator.retelling.namely import told_once
from paintover.engines.illustrator.retelling.notions import notion
from paintover.engines.illustrator.retelling.paths import told_of_the_path
from paintover.engines.illustrator.retelling.speech import hear, named_shops, spoken
from paintover.engines.illustrator.retelling.whole import asked_of, of_the_whole
from paintover.engines.illustrator.retelling.written import with_words_of_signs
from paintover.engines.illustrator.scene import Environment, Scene, Scenery, Thing
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.spots import ALONG_THE_WALL
from paintover.engines.illustrator.staging.standing import BRIDGES, hangs
from paintover.engines.illustrator.wording import Pattern

_FEASTS = {
    "new-year": "a boy holding a lantern and a girl holding a red envelope",
    "mid-autumn": "a girl, a rabbit, a moon cake and the moon at night",
    "christmas": "santa claus, a christmas tree and a gift in the snow",
}
"""Who keeps a feast that alone was named."""


_NOTHING = re.compile(r"\bnothing(?: at all)?\b|什么(?:都|也)(?:没有|不画|不要)|空无一[物人]", re.IGNORECASE)
"""A picture of nothing, which is not one of whatever one likes."""


def compose_scene(prompt: str, *, ratio: str, seed: int, language: Language) -> Composed:
    """A new scene. A wish without a content gets one of the lexicon's ideas, chosen by `seed`."""

    def composed(words: str) -> Composed:
        return new_scene(words, ratio=ratio, seed=seed, language=language)

    said = in_simplified(prompt[:MAX_TEXT])
    typed = told_of_a_museum(told_in_other_words(said))
    plain, parts = told_with_parts(typed)
    if parts:
        done = compose_scene(plain, ratio=ratio, seed=seed, language=language)
        if (painted := with_parts(done.scene, parts)) is not None:
            return replace(done, scene=painted)
    looking, typed = looks_out(typed), as_typed(typed)
    prompt, manners = in_own_style(as_read(typed))
    prompt, smears = without_smears(on_the_moon_instead(prompt))
    prompt, leaves = told_of_the_leaves(in_plain_words(prompt))
    if (unseen := notion(prompt, seed, language)) is not None:
        drawn = composed(unseen.words)
        told = (notes.stands_for(unseen.name, language),) if unseen.name else ()
        return replace(drawn, notes=(*told, *drawn.notes))
    done = owning_up(composed(prompt), prompt, (), composed, language, typed=typed)
    scene = as_no_other(with_leaves(done.scene) if leaves else done.scene, prompt)
    scene = with_words_on_the_cake(turned_to_the_window(scene) if looking else scene, typed)
    scene = titled_where_told(typed, None, seated_at_the_film(looking_away(scene, said), language))
    excuse = notes.seen_from_the_side(language) if shows_backs(scene, typed) else None
    kept = (one for one in done.notes if one != excuse)
    scene, mars = in_its_colour(scene, typed, language)
    unmet = (notes.left_out(smears, language),) if smears else ()
    scene = at_their_heels(in_their_midst(many_coloured(at_the_cake(scene, said)), said))
    return replace(done, scene=scene, notes=(*said_of_styles(manners, language), *mars, *kept, *unmet))


def said_of_styles(manners: Sequence[tuple[str, str]], language: Language) -> tuple[str, ...]:
    """What the answer says of mediums for which the nearest style stands in."""
    return (notes.nearest_style(manners, language),) if manners else ()


def new_scene(prompt: str, *, ratio: str, seed: int, language: Language) -> Composed:
    """The scene and what is said of it, before the answer owns up to what came to nothing."""
    asked = prompt
    prompt, windowed = without_its_window(prompt)
    prompt, cornered = told_of_the_corner(prompt)
    prompt, path = told_of_the_path(prompt)
    prompt, formed = in_formation(with_words_of_signs(in_double_quotes(prompt[:MAX_TEXT])))
    heard = hear(told_by_kind(apart_in_clauses(with_words(without_boilerplate(in_words(prompt, language))))))
    ordered = with_its_colours(sheet_of(heard.prompt, language))
    if not ordered.sheet:
        unnamed, names = named_shops(told_by_guests(ordered.rest))
        ordered = replace(ordered, rest=unnamed)
        heard = replace(heard, speeches=(*heard.speeches, *names))
    whole = of_the_whole(ordered.rest, new=True)
    framing = framed_as(whole.rest)
    wishes = of_the_scenery(framing.rest, new=True)
    if "sky" in wishes.paints and not any(letter.isalnum() for letter in wishes.rest):
        wishes = replace(
            wishes, rest="草地" if language == "zh" else "a meadow"
        )  # a red sky is over something
    corners = in_corners(unchained(wishes.rest), new=True)
    plain = beside_quotations(corners.rest, _by_people)
    prompt = told_apart(plain)
    formed = formed or (in_line(plain) if prompt != plain else ())
    blank = asked_of(
        Scene(seed=seed, ratio=ratio, sheet=ordered.sheet, shot=framing.shot),
        (*dict.fromkeys((*looks_of(asked), *whole.steps)),),
    )
    editor = _cast(prompt, blank, ordered, language, worded=bool(heard.caption))
    if ordered.sheet and ordered.trade:
        _leave_out_the_shop(editor)
    taken_once(editor, asked)
    used_as_it_is_there(editor, asked)
    served(editor)
    top_dishes(editor, prompt)
    as_cutlery(editor)
    laid_on_tables(editor, prompt)
    put_on_the_table(editor, prompt)
    on_its_board(editor, prompt)
    with_a_table_below(editor)
    parasol_in_the_sand(editor, asked)
    put_down(editor)
    on_its_roof(editor)
    at_its_tables(editor, asked)
    beside_the_seat(editor, asked)
    in_company(editor, asked)
    at_the_same_table(editor)
    behind_a_tall_trunk(editor)
    all_before_the_building(editor)
    one_picnic(editor, asked)
    one_ball_in_play(editor, asked)
    hang_up(editor, asked)
    if not ordered.sheet:
        set_on_a_table(editor, asked)
        furnish(editor, asked)
        aboard_their_bus(editor)
    up_beside_it(editor)
    board_on_the_wall(editor, asked)
    no_second_one(editor)
    one_for_each(editor)
    one_apiece(editor)
    light_ones_on_the_fence(editor)
    in_the_water(editor, asked)
    in_the_background(editor, asked)
    under_covers(editor, asked)
    tuck_in(editor, asked)
    stand_so(editor, formed)
    if prompt != plain:
        unlike_the_rest(editor)
    corners.put(editor)
    scene, lacking = _in_its_place(editor, prompt, wishes, framing, language, windowed=windowed)
    scene = with_its_track(on_the_path(with_a_path(scene, path), asked), asked)
    scene = _on_its_sheet(scene, ordered, editor.said.place)
    if asks_for_a_photograph(asked):
        lacking = (*lacking, notes.drawn(language))
    if framing.unseen or framing.camera == "high":
        lacking = (*lacking, notes.seen_from_the_side(language))
    lacking = (*lacking, *told_of_the_comb(editor, asked))
    if ordered.sheet:
        editor.undrawn = [one for one in editor.undrawn if not _is_told_by_words(one.label, asked)]
    composed = editor.composed(with_words_in_the_corner(spoken(scene, heard), cornered))
    left_out = tuple(
        one for one in composed.left_out if not (ordered.sheet and _is_told_by_words(one, asked))
    )
    return replace(composed, notes=(*lacking, *composed.notes), left_out=left_out)


def _by_people(prompt: str) -> str:
    """The wish with what is done told by who does it, and with what."""
    return with_people(doing(told_once(anew(compared(worn_by_the_only_one(spaces_as_commas(prompt)))))))


def _cast(prompt: str, blank: Scene, ordered: Ordered, language: Language, *, worded: bool) -> Editor:
    """Who and what is in the picture: those named; else those whom its sheet or its feast is known by; else an idea.

    `worded` says that the sheet has words without a title.
    """
    said = parse(prompt)
    editor = _applied(blank, said, language)
    if not ordered.sheet:
        editor.put_up_signs()
    else:
        subjects = [] if ordered.occasion is None else [ordered.occasion.idea(language)]
        if ordered.trade and _shows_its_shop(editor):
            editor.things.clear()
            subjects.append(ordered.trade)
        else:
            subjects += ordered.subjects
        for words in subjects:
            if not editor.things:
                left_out, undrawn = editor.said.left_out, editor.undrawn
                said = _with_settings(parse(words), said)
                editor = _applied(blank, said, language)
                editor.said, editor.undrawn = replace(editor.said, left_out=left_out), undrawn
    if not editor.things and said.festival in _FEASTS and not said.place:
        said = _with_settings(parse(_FEASTS[said.festival]), said)
        editor = _applied(blank, said, language)
    placed = any(value is not None for value in (said.place, said.time, said.weather))
    speaks_for_itself = bool(ordered.sheet) and (placed or worded or bool(ordered.title))
    of_nothing = _NOTHING.search(prompt) is not None
    if (speaks_for_itself and not editor.things) or (
        of_nothing and all(thing.rung == "signpost" for thing in editor.things.values())
    ):
        return Editor(blank, replace(said, operations=()), language, new=True)  # the place alone
    if not editor.things and not said.place and (named := _named_in(said)):
        unknown = tuple(one.label for one in said.mentions if one.kind is None)
        editor = _applied(blank, _with_settings(parse(named), said), language)  # 兔子给月亮刷油漆
        editor.said = replace(editor.said, left_out=(*said.left_out, *unknown))
    if not editor.things and (said.empty or said.wish or (said.operations and not said.place)):
        puzzled = not said.wish and any(character.isalnum() for character in prompt)
        ideas = vocabulary(language).ideas
        editor = _applied(blank, _with_settings(parse(ideas[blank.seed % len(ideas)]), said), language)
        editor.puzzled = puzzled
    return editor


def _named_in(said: Utterance) -> str:
    """Those who are named in a wish that asks for nothing but a change, so that they are drawn at least."""
    if any(one.action == "remove" for one in said.operations):
        return ""
    labels = [one.label for one in said.mentions if one.kind is not None]
    return ("、" if said.language == "zh" else " and ").join(dict.fromkeys(labels))


def _applied(blank: Scene, said: Utterance, language: Language) -> Editor:
    editor = Editor(blank, said, language, new=True)
    editor.apply()
    return editor


def _in_its_place(
    editor: Editor, prompt: str, wishes: Wishes, framing: Framing, language: Language, *, windowed: bool
) -> tuple[Scene, tuple[str, ...]]:
    """The scene where it plays, as said or as is usual for who is in it, and what such a place has not; `windowed` says that it
    is by a window."""
    said = editor.said
    ranges = to_the_horizon(editor, said)
    scene = editor.scene()
    named = by_the_sea(said.place or room_for(wishes), prompt)
    if named == "sky" and stands_below(prompt, scene.objects):
        named = None
    place = afloat(named or seasonal_place(usual_place(scene.objects), said), scene.objects, prompt)
    if place == "castle" and not named and any(one.kind == "castle" for one in scene.objects):
        place = "meadow"  # the castle itself is there, and one is enough
    env = Environment(
        place=place,
        time=said.time or usual_time(scene.objects, prompt),
        weather=said.weather or "clear",
        season=said.season or "",
        festival=said.festival or "",
        luminary=not any(thing.kind in LUMINARIES for thing in scene.objects),
        camera=framing.camera,
    )
    scene, env = between_the_trunks(scene, env)
    env = with_its_snow(_among_the_animals(env, scene.objects), scene.objects, said)
    env, lacking = with_scenery(
        watered(env, scene.objects, told=bool(said.place), prompt=prompt), wishes, language
    )
    if said.peaks or ranges:
        env = msgspec.structs.replace(env, scenery=msgspec.structs.replace(env.scenery, peaks=1))
    if said.peaks and env.place not in SHOWS_PEAKS and (told := _MOUNTAINS.search(prompt)) is not None:
        lacking = (*lacking, notes.undrawn([told[0]], language))
    if env.place == "river" and any(one.kind in BRIDGES and one.rel is None for one in scene.objects):
        env = msgspec.structs.replace(env, scenery=msgspec.structs.replace(env.scenery, spans=1))
    if said.wooded and not env.scenery.trees:
        env = msgspec.structs.replace(env, scenery=msgspec.structs.replace(env.scenery, trees=2))
    scene = at_its_windows(without_its_front(msgspec.structs.replace(scene, env=env)))
    scenery = _without_seconds(scene.env.scenery, place, scene)
    if place in INDOORS and not scenery.panes and (windowed or _OUT_OF_A_WINDOW.search(prompt)):
        scenery = msgspec.structs.replace(scenery, panes=1)
    env = msgspec.structs.replace(scene.env, scenery=scenery)
    grounded = any(kinds()[one.kind].habitat != "sky" or kinds()[one.kind].alive for one in scene.objects)
    if not grounded and not env.camera and env.place not in INDOORS:
        env = msgspec.structs.replace(env, camera="wide")
    things = of_the_water(on_the_ground_before_the_moon(scene.objects), env, prompt)
    objects = come_down(prompt, carried_aloft(on_the_wing(place, in_the_sky(prompt, things))))
    return msgspec.structs.replace(scene, env=env, objects=objects), lacking


_MOUNTAINS = Pattern(r"\b(?:mountains?|peaks)\b|(?:雪|高|大|群|远|青)?山(?:峰|脉)?")


def _among_the_animals(env: Environment, things: Sequence[Thing]) -> Environment:
    """The environment; of a zoo with nobody but its animals, their enclosure."""
    alive = [one for one in things if kinds()[one.kind].alive]
    alone = alive and not any(is_somebody(one.kind) for one in alive)
    return msgspec.structs.replace(env, place="enclosure") if env.place == "zoo" and alone else env


_OUT_OF_A_WINDOW = Pattern(
    r"窗外|窗户外|\b(?:outside|through|out of|behind|beyond|in|on) (?:the|a|its|her|his) windows?\b|\b(?:rain|snow)\w* outside\b"
)


def _without_seconds(scenery: Scenery, place: str, scene: Scene) -> Scenery:
    """The scenery without what is among the objects: one bed, one rug, one window in a room, and a bare wall for what hangs."""
    scenery = without_its_like(scenery, place, {thing.kind for thing in scene.objects})
    if place == "room" and any(thing.kind in ALONG_THE_WALL for thing in scene.objects):
        scenery = msgspec.structs.replace(scenery, bed=Scenery.NONE)  # no bookshelf stands before a hearth
    if any(thing.kind == POND for thing in scene.objects):
        scenery = msgspec.structs.replace(scenery, pieces=((POND, Scenery.GONE), *scenery.pieces))
    if sum(thing.kind == "lantern" for thing in scene.objects) > 1:  # which can be counted
        scenery = msgspec.structs.replace(scenery, pieces=(("lanterns", Scenery.GONE), *scenery.pieces))
    twice = sorted({_SEEN_ONCE[thing.kind] for thing in scene.objects if thing.kind in _SEEN_ONCE})
    if twice:
        gone = tuple((piece, Scenery.GONE) for piece in twice)
        scenery = msgspec.structs.replace(scenery, pieces=(*gone, *scenery.pieces))
    windowed = any(thing.kind == "bay-window" or hangs(thing) for thing in scene.objects)
    if place in INDOORS and windowed:
        scenery = msgspec.structs.replace(scenery, panes=Scenery.NONE)
    return scenery


_SEEN_ONCE = {
    "windmill": "windmill",
    "ferris-wheel": "ferris wheel",
    "roller-coaster": "roller coaster",
    "lighthouse": "lighthouse",
}
"""By a kind, the piece of a backdrop that would be a second one of it."""
_OF_ITS_OWN = {
    "bedroom": BEDS | {"bunk-bed"},
    "ward": BEDS,
    "classroom": {"blackboard", "whiteboard"},
    "bathroom": {"bathtub"},
    "room": {"fireplace"},
    "stadium": {"goal-net"},
    "palace": {"throne"},
    "chinese-court": {"throne"},
}
"""What a place shows one of by itself."""


def without_its_like(scenery: Scenery, place: str, came: Collection[str]) -> Scenery:
    """The scenery without the furniture, the mirror and the rug of its own of which one is among what came."""
    if not _OF_ITS_OWN.get(place, set()).isdisjoint(came):
        scenery = msgspec.structs.replace(scenery, bed=Scenery.NONE)
    if place == "bathroom" and "mirror" in came:
        scenery = msgspec.structs.replace(scenery, panes=Scenery.NONE)
    if not RUGS.isdisjoint(came):
        scenery = msgspec.structs.replace(scenery, rug=Scenery.NONE)
    return scenery


def _shows_its_shop(editor: Editor) -> bool:
    """Whether only the shop is there whose sheet it is: a tea shop's logo shows tea."""
    return len(editor.things) == 1 and all(
        thing.kind == "shop" or thing.kind in shops() for thing in editor.things.values()
    )


def _leave_out_the_shop(editor: Editor) -> None:
    """A coffee shop's logo with a cat shows the cat: whose sheet it is stands in its words."""
    borne = {thing.rel.to for thing in editor.things.values() if thing.rel is not None}
    for key, thing in list(editor.things.items()):
        is_shop = thing.kind == "shop" or thing.kind in shops()
        if is_shop and thing.rel is None and key not in borne and len(editor.things) > 1:
            editor.drop(key)


def _is_told_by_words(word: str, asked: str) -> bool:
    """Whether a word only says what a sheet is for, as its title does."""
    return any(word in asked[start:end] for start, end in occasions_in(asked))


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
