"""From a scene with its layout to pixels: one sprite an object, laid over the backdrop from far to near.

Every sprite is made from its own object (and, for what is borne, its bearer) alone, and laying one changes no pixel
outside its box. So an edit changes nothing outside the boxes of what it touched, to the bit; the shadow on the ground
under a standing figure is the one exception, and it is thrown by the bare figure, so clothes never change it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter

import msgspec
import numpy as np

from paintover.engines.illustrator.backdrops import (
    Place,
    backdrop,
    is_mirrored,
    light_of,
    overlay,
    own_style,
    place_of,
)
from paintover.engines.illustrator.drawing.arches import behind_the_roofs
from paintover.engines.illustrator.drawing.filters import blurred
from paintover.engines.illustrator.drawing.lamps import glow_sprite
from paintover.engines.illustrator.drawing.mount import paper
from paintover.engines.illustrator.drawing.photograph import ground_of, put_up
from paintover.engines.illustrator.drawing.photograph import is_behind as is_backdrop
from paintover.engines.illustrator.drawing.seasons import as_it_stands
from paintover.engines.illustrator.drawing.water import Waterline, afloat, submerged, wading
from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.letters.boards import board_words, is_sign
from paintover.engines.illustrator.letters.chalk import chalked
from paintover.engines.illustrator.letters.lettering import (
    BOARDS,
    bubble_sprite,
    sign_body,
    written_on,
    written_on_the_chest,
)
from paintover.engines.illustrator.letters.sheet_art import UNSHADOWED, cut_edge, under_the_actors
from paintover.engines.illustrator.letters.titling import words_sprites
from paintover.engines.illustrator.scene import Photograph, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.cache import SpriteCache
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.out_of_sorts import legible
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.raster import (
    Extent,
    Frame,
    Light,
    Pixels,
    Sprite,
    lay,
    lit,
    place,
    premultiplied,
    rasterise,
)
from paintover.engines.illustrator.sprites.shadow import contact, cut, darken, ground_shadow
from paintover.engines.illustrator.sprites.shouldered import legs_on_shoulders
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, in_season, stock_of
from paintover.engines.illustrator.sprites.tailor import LAYERS, kind_cut
from paintover.engines.illustrator.staging.abed import DOUBLE, covers, is_under_covers
from paintover.engines.illustrator.staging.aboard import hull_of, is_aboard, near_side
from paintover.engines.illustrator.staging.bearing import is_behind, is_drape, is_filled, is_pouch
from paintover.engines.illustrator.staging.company import (
    at_table,
    is_companion,
    on_chair,
    rides_piggyback,
    sits_on_shoulders,
)
from paintover.engines.illustrator.staging.dealings import dealing_of
from paintover.engines.illustrator.staging.distant import spans_the_sky
from paintover.engines.illustrator.staging.drapes import drape
from paintover.engines.illustrator.staging.held import in_hands, is_shaded
from paintover.engines.illustrator.staging.held_abed import hand_at_it, is_held_abed
from paintover.engines.illustrator.staging.layout import bearer_of, floats, frame_from, scene_size
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.on_heads import UNDER_A_HAT
from paintover.engines.illustrator.staging.on_water import spans_a_pond
from paintover.engines.illustrator.staging.outlook import is_outside, pane_before, whole_picture
from paintover.engines.illustrator.staging.sight import face_of, is_laid
from paintover.engines.illustrator.staging.standing import (
    HOUSE_M,
    carried,
    draught_of,
    in_the_air,
    is_immersed,
    is_under_water,
    wades,
)
from paintover.engines.illustrator.staging.windows import (
    Window,
    is_beyond,
    is_in_the_wall,
    looks_out,
    window_around,
)
from paintover.engines.protocol import SourceImage

PAPER = "studio"
"""The place where photographs lie on plain paper."""
SPRITES = SpriteCache(6 * 1024 * 1024)
BACKDROPS = SpriteCache(4 * 1024 * 1024)

_ORDER = {"back": 1, "neck": 2, "eyes": 3, "face": 3, "foot": 4, None: 5, "head": 6, "hand": 7}


@dataclass(slots=True)
class Drawing:
    """A picture in the making; `stages` fills it."""

    scene: Scene
    width: int
    height: int
    ground: Pixels | None = None
    """What is drawn upon, height x width x 3; the scene's backdrop if None."""
    photographs: Mapping[str, SourceImage] = field(default_factory=dict)
    """Those that the scene shows, by gen_id; without them it is drawn as if it showed none."""
    pixels: Pixels = field(init=False)
    """Height x width x 3, once the stages are through."""
    sprites: dict[str, Sprite] = field(default_factory=dict)
    shadows: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)
    """By id, the box of the shadow that a standing thing throws on the ground, in pixels of this picture."""

    def stages(self) -> Iterator[str]:
        """Draw; yields each stage's name when it is done. `scene` then holds the true boxes."""
        self.pixels = self._behind_all() if self.ground is None else self.ground.copy()
        if self.ground is None and self.scene.soft:
            self.pixels = blurred(self.pixels, SOFT)
        if self.ground is None and (chalk := chalked(self.scene, self.width, self.height)) is not None:
            lay(self.pixels, chalk)
        for one in self._shown():
            if not (is_backdrop(one) or one.before):
                put_up(self.pixels, one, self.photographs[one.source])
        if self.ground is None and (printed := under_the_actors(self.scene, self.width, self.height)):
            straight = rasterise(self.width, self.height, printed)
            lay(self.pixels, Sprite(premultiplied(straight), 0, 0))
        yield "backdrop"
        for thing in self._roots():
            self._prepare(thing)
        yield "actors"
        for root in self._roots():
            for thing in self._borne_by(root):
                self._prepare(thing)
        yield "details"
        self._shadows()
        yield "shadows"
        for sprite in self.edges():
            lay(self.pixels, sprite)
        for group in self.painted():
            for thing in group:
                if thing.lit:
                    lay(self.pixels, glow_sprite(thing, self.scene.layout[thing.id], self._factor))
                lay(self.pixels, self.sprites[thing.id])
        for one in self._shown():
            if one.before:
                put_up(self.pixels, one, self.photographs[one.source])
        self._finish()
        self._keep_boxes()
        yield "composition"

    def _shown(self) -> list[Photograph]:
        """The photographs of the scene, as far as they are here."""
        return [one for one in self.scene.photographs if one.source in self.photographs]

    def _behind_all(self) -> Pixels:
        """The backdrop: of the place, of paper where only photographs lie, or a photograph."""
        shown = self._shown()
        if grounds := [one for one in shown if is_backdrop(one)]:
            source = self.photographs[grounds[-1].source]
            return ground_of(grounds[-1], source, self.width, self.height)
        if shown and self.scene.env.place == PAPER:
            return paper(self.width, self.height, self.scene.seed)
        return faded(_backdrop(self.scene, self.width, self.height), self._fading())

    def so_far(self, stage: str) -> Pixels:
        """A copy of the unfinished picture as it stands at the end of that stage: with nobody on it, from ``actors`` on with
        those who stand for themselves, and at the ``composition`` with all they bear."""
        picture = self.pixels.copy()
        if stage == "actors":
            for root in self._roots():
                lay(picture, self.sprites[root.id])
        elif stage == "composition" and self._worded_last:
            for sprite in self.words():
                lay(picture, sprite)
        return picture

    @property
    def _worded_last(self) -> bool:
        """Whether its words are set when its style is done, so that they stay sharp: those of a sheet."""
        return bool(self.scene.sheet) and not self.scene.clear

    def edges(self) -> list[Sprite]:
        """What is laid under all actors together: the cut edge of a sticker."""
        if self.scene.sheet != "sticker":
            return []
        return cut_edge(self.sprites.values(), self.width, self.height)

    def words(self) -> list[Sprite]:
        """The words of the picture."""
        return words_sprites(self.scene, self.width, self.height, clear_of=self._not_to_write_over())

    def _not_to_write_over(self) -> list[Extent]:
        """Faces, and what hangs or flies, in pixels."""
        if self.scene.sheet or not self.scene.caption:
            return []
        factor = self.width / scene_size(self.scene)[0]
        found = []
        for one in self.scene.objects:
            placed = self.scene.layout[one.id]
            aloft = stock_of(one).habitat == "sky" or one.pose == CEILING
            box = placed.box if aloft else face_of(one, placed)
            if box is not None:
                found.append((box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor))
        return found

    def _roots(self) -> list[Thing]:
        """What stands by itself, from far to near."""
        roots = [thing for thing in self.scene.objects if bearer_of(self.scene, thing) is None]
        return sorted(roots, key=self._nearness)

    def _nearness(self, thing: Thing) -> tuple[int, bool, float]:
        placed = self.scene.layout[thing.id]
        ground = placed.base + placed.lift  # below who jumps
        if thing.rel is not None and spans_a_pond(self.scene, thing):
            ground = self.scene.layout[thing.rel.to].base + 1
        return self._depth(thing), not self._is_underfoot(thing), ground

    def _is_underfoot(self, thing: Thing) -> bool:
        """Whether it is a rug on the ground, which is behind all that stands there."""
        flat = is_laid(thing, place_of(self.scene.env))
        return flat and (thing.rel is None or thing.rel.type != "front")

    def painted(self) -> list[list[Thing]]:
        """What is painted together, from far to near: each root with all that it bears. Who is on a rug is painted where the
        near edge of the rug is, and not with it, so that no sofa hides them."""
        groups: list[tuple[tuple[int, bool, float], list[Thing]]] = []
        for root in self._roots():
            depth, apart, ground = self._nearness(root)
            borne = self._borne_by(root)
            if apart or not borne:
                groups.append(((depth, apart, ground), [root, *borne]))
            else:
                groups += [((depth, False, ground), [root]), ((depth, True, ground), borne)]
        return [group for _, group in sorted(groups, key=itemgetter(0))]

    def _depth(self, thing: Thing) -> int:
        """What flies is behind what stands; behind all that are the sun and the moon, what spans the sky, and, in a room, what is out of doors."""
        if is_outside(thing) or spans_the_sky(self.scene, thing):
            return -1
        if thing.kind in LUMINARIES and thing.rel is None:
            return -1  # nothing in the sky is beyond the moon
        return 0 if thing.where in ("sill", "piece") or in_the_air(thing, place_of(self.scene.env)) else 1

    def _borne_by(self, bearer: Thing) -> list[Thing]:
        """Everything that a thing carries, and what that carries, in the order in which it is painted."""
        borne = [thing for thing in self.scene.objects if bearer_of(self.scene, thing) == bearer]
        borne.sort(
            key=lambda t: (
                not is_beyond(t, bearer),
                not at_table(t, bearer),
                not is_drape(t),
                LAYERS.get(t.kind, 0) if is_drape(t) else 0,
                _ORDER.get(t.rel.part if t.rel else None, 5),
                t.kind not in UNDER_A_HAT,
            )
        )
        found = []
        for thing in borne:
            found += [thing, *self._borne_by(thing)]
        return found

    def _fading(self) -> str:
        """The style that makes the backdrop pale; none does where the backdrop is made for it."""
        return "" if own_style(self.scene.env, self.scene.style) else self.scene.style

    def labels(self) -> Pixels:
        """Height x width: 0 where the backdrop is seen, elsewhere the number of the thing that is, from 1."""
        found = np.zeros((self.height, self.width), np.uint8)
        number = 0
        for group in self.painted():
            for thing in group:
                number += 1
                sprite = self.sprites[thing.id]
                x0, y0 = max(0, sprite.left), max(0, sprite.top)
                part = sprite.rgba[y0 - sprite.top :, x0 - sprite.left :, 3] > 127
                part = part[: self.height - y0, : self.width - x0]
                found[y0 : y0 + part.shape[0], x0 : x0 + part.shape[1]][part] = number
        return found

    @property
    def _factor(self) -> float:
        """Pixels of this picture for one of the nominal size."""
        return self.width / scene_size(self.scene)[0]

    @property
    def _light(self) -> Light:
        """From the side that the backdrop has it on; from the left on what is not ours."""
        ours = self.ground is None and not any(map(is_backdrop, self._shown()))
        mirrored = ours and is_mirrored(self.scene.seed)
        return light_of(self.scene.env, self.scene.style, mirrored=mirrored)

    def light_on(self, thing: Thing) -> Light:
        """The light that a thing stands in: its own, if it shines, in the sky and after dark."""
        kind = stock_of(thing)
        if kind.shines and (thing.lit or kind.habitat == "sky" or self.scene.env.time == "night"):
            return replace(SHINING, mirrored=self._light.mirrored)
        return self._light

    def _frame(self, thing: Thing, figure: Figure) -> Frame:
        frame = frame_from(self.scene.layout[thing.id], figure)
        k = self._factor
        return frame if k == 1 else replace(frame, x=frame.x * k, y=frame.y * k, scale=frame.scale * k)

    def _prepare(self, thing: Thing) -> None:
        bearer = bearer_of(self.scene, thing)
        if bearer is None:
            self.sprites[thing.id] = self._standing(thing)
        else:
            sprite, root = self._borne(carried(self.scene, thing), bearer), self._root_of(bearer)
            in_it = is_immersed(root, place_of(self.scene.env)) or wades(self.scene, root)
            self.sprites[thing.id] = afloat(sprite, self._line(root), clear=True) if in_it else sprite

    def _root_of(self, thing: Thing) -> Thing:
        """What stands for itself and bears the thing, or it."""
        seen = {thing.id}
        while (bearer := bearer_of(self.scene, thing)) is not None and bearer.id not in seen:
            thing = bearer
            seen.add(thing.id)
        return thing

    def _standing(self, thing: Thing) -> Sprite:
        figure = as_it_stands(thing, self.scene.env)
        grounded = self._depth(thing) == 1
        name, body = lettered(thing, figure)
        frame = self._frame(thing, figure)
        sprite = _sprite(name, body, figure.extent, frame, self.light_on(thing), grounded=grounded)
        if is_outside(thing) and (pane := pane_before(self.scene, self.scene.layout[thing.id])):
            return _in_the_window(sprite, pane, whole_picture(self._factor), self.light_on(thing))
        if spans_the_sky(self.scene, thing) and not self.scene.clear:
            return behind_the_roofs(sprite, frame.y, self.scene.env, self.height)
        if is_under_water(self.scene, thing) and grounded:
            return submerged(sprite)
        if floats(thing, place_of(self.scene.env)) and grounded:
            line = self._line(thing)
            if not is_immersed(thing, place_of(self.scene.env)):
                return afloat(sprite, line)
            return wading(sprite, line, rippled=stock_of(thing).alive or height_of(thing) < HOUSE_M)
        return wading(sprite, self._line(thing)) if grounded and wades(self.scene, thing) else sprite

    def _seen_through(self, one: Thing) -> tuple[Window, Frame] | None:
        """The window at which somebody is, without its pane, and where what has it is; None for all who are at none."""
        host = bearer_of(self.scene, one)
        if host is None or not looks_out(one, host) or is_beyond(one, host):
            return None
        under = figure_of(one)
        frame = self._frame(host, figure_of(host))
        window = window_around(under, self._frame(one, under), host, frame)
        return None if window is None else (replace(window, pane=""), frame)

    def _line(self, thing: Thing) -> Waterline:
        """Where something that floats enters the water."""
        figure = figure_of(in_season(thing, self.scene.env))
        frame = self._frame(thing, figure)
        place = place_of(self.scene.env)
        deep = place.shallow if wades(self.scene, thing) else draught_of(thing, place)
        return Waterline(frame.y, figure.height * frame.factor, deep)

    def _borne(self, thing: Thing, bearer: Thing) -> Sprite:
        under, light = figure_of(bearer), self.light_on(thing)
        bearer_frame = self._frame(bearer, under)
        if is_drape(thing):
            body, extent = drape(thing, bearer)
            look = f"{kind_cut(thing)}/{thing.colour}/{thing.pattern}/{thing.second}/{thing.size}"
            name = f"drape/{look}/{thing.rel.part if thing.rel else ''}/{under.name}"
            if thing.says and (chest := chest_of(under)) is not None:
                body = written_on_the_chest(body, thing.says, chest, mirrored=bearer_frame.flip)
                name += f"/{thing.says}/{bearer_frame.flip}"
            sprite, frame = _sprite(name, body, extent, bearer_frame, light), bearer_frame
            if (inside := self._seen_through(bearer)) is not None:
                return _in_the_window(sprite, *inside, light)
            size = under.anchors.head * frame.factor
        else:
            figure = figure_of(in_season(thing, self.scene.env) if is_beyond(thing, bearer) else thing)
            frame = self._frame(thing, figure)
            figure = on_chair(thing, figure, frame, bearer, under, bearer_frame)
            name, body = lettered(thing, figure)
            sprite = _sprite(name, body, figure.extent, frame, light)
            size = min(figure.width, figure.height * 3) * frame.factor
        if not is_beyond(thing, bearer):
            sprite = contact(sprite, self.sprites[bearer.id], size, mirrored=light.mirrored)
        if looks_out(thing, bearer) and not is_drape(thing):
            window = window_around(figure_of(thing), frame, bearer, bearer_frame)
            if window is not None:
                return _in_the_window(sprite, window, bearer_frame, light)
        if is_aboard(thing, bearer) and (hull := hull_of(bearer)) is not None:
            if hull.flat:
                return sprite
            path, extent = near_side(hull)
            side, left, top = place(f'<path d="{path}" fill="#000"/>', bearer_frame, extent)
            return _behind(sprite, side[..., 3], left, top)
        if is_filled(thing, bearer) and is_pouch(bearer):
            whole = self.sprites[bearer.id]
            return _behind(sprite, whole.rgba[..., 3], whole.left, whole.top)
        if is_filled(thing, bearer):
            sunk = _sunk(sprite, under, bearer_frame)
            shown = np.count_nonzero(sunk.rgba[..., 3]) > 0.25 * np.count_nonzero(sprite.rgba[..., 3])
            return sunk if shown else sprite
        if (quilt := self._covers(thing, bearer)) is not None:
            tucked = self._tucked(sprite, thing, bearer)
            return tucked if bearer.pose == DOUBLE else _over(tucked, quilt)
        bed = bearer_of(self.scene, bearer)
        if is_held_abed(thing, bearer):
            hand = hand_at_it(thing, figure_of(thing), frame, under, bearer_frame)
            if hand is None:
                return sprite
            return _over(sprite, _sprite(f"{under.name}/at/{thing.id}/{hand[0]}", *hand, bearer_frame, light))
        if bed is not None and (quilt := self._covers(bearer, bed)) is not None:
            sprite = self._tucked(sprite, bearer, bed)
            return _behind(sprite, quilt.rgba[..., 3], quilt.left, quilt.top)
        for front in self._before(thing):
            whole = self.sprites[front.id]
            sprite = _behind(sprite, whole.rgba[..., 3], whole.left, whole.top)
        if thing.pose == "clasp" and rides_piggyback(thing, bearer):
            arms = figure_of(thing)
            hands = _sprite(f"{arms.name}/hands", arms.hands, arms.extent, frame, light)
            return _over(sprite, hands)
        if sits_on_shoulders(thing, bearer) and (hips := figure_of(thing).anchors.seat) is not None:
            sprite = _above(sprite, frame.point(hips)[1])
            legs = _sprite(
                f"{under.name}/under/{thing.id}/{figure_of(thing).name}",
                *legs_on_shoulders(figure_of(thing), under),
                bearer_frame,
                light,
            )
            hands = _sprite(f"{under.name}/hands", under.hands, under.extent, bearer_frame, light)
            return _over(_over(sprite, legs), hands)
        if is_behind(thing, bearer):
            return sprite
        if in_hands(thing, bearer):
            sprite = self._stirring(sprite, bearer)
            if is_shaded(thing, bearer):
                whole = self.sprites[bearer.id]
                sprite = _behind(sprite, whole.rgba[..., 3], whole.left, whole.top)
            over, left, top = place(under.hands, bearer_frame, under.extent)
            return _behind(sprite, over[..., 3], left, top)
        if thing.rel is not None and thing.rel.part == "head" and under.over:
            over, left, top = place(under.over, bearer_frame, under.extent)
            return _behind(sprite, over[..., 3], left, top)
        return sprite

    def _stirring(self, sprite: Sprite, actor: Thing) -> Sprite:
        """The spoon of who stirs, without what of it is in the pot."""
        dealing = dealing_of(self.scene, actor) if actor.pose == "stir" else None
        if dealing is None or dealing.other.id not in self.sprites:
            return sprite
        pot, figure = self.sprites[dealing.other.id], figure_of(dealing.other)
        surface = (
            self._frame(dealing.other, figure).point(figure.rest)[1]
            + 0.05 * figure.height * self._frame(dealing.other, figure).factor
        )
        hidden = pot.rgba[..., 3].copy()
        hidden[: max(0, round(surface) - pot.top)] = 0
        return _behind(sprite, hidden, pot.left, pot.top)

    def _covers(self, thing: Thing, bearer: Thing) -> Sprite | None:
        """What covers somebody who is in bed."""
        if not is_under_covers(thing, bearer):
            return None
        body, extent, _ = covers(thing, bearer)
        straight, left, top = place(body, self._frame(bearer, figure_of(bearer)), extent)
        return Sprite(lit(straight, self._light), left, top)

    def _tucked(self, sprite: Sprite, thing: Thing, bed: Thing) -> Sprite:
        """The sprite without what would stick out of the covers of who is in bed."""
        _, (left, top, right, bottom), path = covers(thing, bed)
        extent = (left - 100, top - 100, right + 100, bottom + 100)
        under, x, y = place(f'<path d="{path}"/>', self._frame(bed, figure_of(bed)), extent)
        return _behind(sprite, under[..., 3], x, y)

    def _before(self, thing: Thing) -> list[Thing]:
        """What hides a part of it: the table behind which it is, or behind which its bearer is."""
        found: list[Thing] = []
        while (bearer := bearer_of(self.scene, thing)) is not None and len(found) < 9:
            if is_behind(thing, bearer):
                found.append(bearer)
            thing = bearer
        return found

    def _companions(self) -> list[Thing]:
        """Those who stand on the ground beside who bears them."""
        return [
            thing
            for thing in self.scene.objects
            if (bearer := bearer_of(self.scene, thing)) is not None and is_companion(thing, bearer)
        ]

    def _shadows(self) -> None:
        """All ground shadows together: where two meet, the darker one counts."""
        where: Place = place_of(self.scene.env)
        if where.floats or self.scene.style in CAST_NONE or self.scene.sheet in UNSHADOWED:
            return
        darkness = np.zeros((self.height, self.width), np.uint8)
        for thing in (*self._roots(), *self._companions()):
            if (
                self._depth(thing) <= 0
                or thing.kind in RUGS
                or (thing.rel is not None and thing.rel.type == "above")
            ):
                continue
            if floats(thing, where) or wades(self.scene, thing):
                continue
            frame = self._frame(thing, figure_of(thing))
            ground = frame.y + self.scene.layout[thing.id].lift * self._factor
            if self.ground is None and ground < _NO_GROUND * where.horizon * self.height:
                continue
            if is_in_the_wall(self.scene, thing, ground / self.height):
                continue
            shadow = ground_shadow(self.sprites[thing.id], ground, frame.scale, mirrored=self._light.mirrored)
            self.shadows[thing.id] = shadow.box()
            seen = cut(shadow.rgba[..., 3], shadow.left, shadow.top, 0, 0, darkness.shape)
            np.maximum(darkness, seen, out=darkness)
        darken(self.pixels, darkness)

    def _finish(self) -> None:
        """What falls in front of everything, and the words under the picture."""
        for sprite in self._bubbles():
            lay(self.pixels, sprite)
        env = self.scene.env
        if any(map(is_backdrop, self._shown())):
            env = msgspec.structs.replace(env, place="meadow")  # a photograph is taken for one out of doors
        falling = overlay(env, self.scene.seed, self.width, self.height, self.scene.style)
        if falling and not self.scene.clear:
            straight = rasterise(self.width, self.height, falling)
            lay(self.pixels, Sprite(premultiplied(straight), 0, 0))
        if (self.scene.caption or self.scene.in_corners) and not self._worded_last:
            for sprite in self.words():
                lay(self.pixels, sprite)

    def _bubbles(self) -> list[Sprite]:
        """What is said, each bubble by its speaker's head, clear of everybody's faces as far as there is room."""
        speakers = [t for t in self.scene.objects if t.says and not is_sign(t)]
        taken = [self.sprites[thing.id].box() for thing in self.scene.objects] if speakers else []
        made = []
        for thing in speakers:
            figure = figure_of(thing)
            mouth = self._frame(thing, figure).point(figure.anchors.nose)
            top = self.sprites[thing.id].box()[1]
            bubble = bubble_sprite(
                thing.says or "", mouth, top, self.width, self.height, taken, self._own(thing)
            )
            taken.append(bubble.box())
            made.append(bubble)
        return made

    def _own(self, thing: Thing) -> list[Sprite]:
        return [self.sprites[one.id] for one in (thing, *self._borne_by(thing))]

    def _keep_boxes(self) -> None:
        layout = {}
        for name, placement in self.scene.layout.items():
            shadow = self.shadows.get(name)
            layout[name] = msgspec.structs.replace(
                placement,
                box=self._nominal(self.sprites[name].box()),
                shadow=None if shadow is None else self._nominal(shadow),
            )
        self.scene = msgspec.structs.replace(self.scene, layout=layout)

    def _nominal(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = (
            min(max(box[0], 0), self.width),
            min(max(box[1], 0), self.height),
            min(max(box[2], 0), self.width),
            min(max(box[3], 0), self.height),
        )
        k = self._factor
        if k == 1:
            return x0, y0, x1, y1
        return int(x0 / k), int(y0 / k), int(x1 / k) + 1, int(y1 / k) + 1


def draw(scene: Scene, width: int | None = None, height: int | None = None) -> Drawing:
    """Draw a scene that has its layout, at its nominal size unless another is given."""
    nominal = scene_size(scene)
    drawing = Drawing(scene, width or nominal[0], height or nominal[1])
    for _ in drawing.stages():
        pass
    return drawing


_NO_GROUND = 0.97
"""Above that share of the horizon's height there is no ground on which a shadow could fall."""
SHINING = Light(glow_strength=0.25, shade_strength=0.06, roundness=0.05)
"""The light of what shines: nearly as it is drawn."""
FADED = {"papercut": 62, "ink": 58, "line": 46, "sketch": 42}
"""By how many hundredths the backdrop goes to white in styles that draw with one ink, so that the actors carry it."""


SOFT = 150
"""How fine a backdrop out of focus is: the longer side through this is its blur in pixels."""
CAST_NONE = frozenset({"papercut", "line"})
"""Styles in which nothing throws a shadow on the ground."""


def faded(backdrop_: Pixels, style: str) -> Pixels:
    """A copy of the backdrop, as pale as the style wants it."""
    pale = FADED.get(style, 0)
    if not pale:
        return backdrop_.copy()
    return ((backdrop_.astype(np.uint16) * (100 - pale) + 255 * pale) // 100).astype(np.uint8)


_CHEST = (0.62, 0.42)
"""How broad and how high words on a chest are at most, in heads."""


def chest_of(wearer: Figure) -> tuple[float, float, float, float] | None:
    """Where words stand on what somebody wears: left, top, width and height on their drawing; None where no chest is seen."""
    anchors = wearer.anchors
    if not anchors.front:
        return None
    width, height = (share * anchors.head for share in _CHEST)
    return anchors.neck[0] - width / 2, anchors.neck[1] + 0.1 * anchors.head, width, height


def lettered(thing: Thing, figure: Figure) -> tuple[str, str]:
    """The name and the body of a figure, with the words on its board if it has one."""
    words = board_words(thing)
    if words is None:
        return f"{figure.name}/", figure.body
    body = (
        written_on(thing.kind, figure.body, words) if thing.kind in BOARDS else sign_body(figure.body, words)
    )
    return f"{figure.name}/{words}", body


def _backdrop(scene: Scene, width: int, height: int) -> Pixels:
    """Height x width x 3; the same for every picture of that place, hour, weather, seed and size."""
    environment, style = scene.env, own_style(scene.env, scene.style)
    key = (environment, scene.seed, width, height, style)

    def make() -> Sprite:
        content = backdrop(environment, scene.seed, width, height, style)
        return Sprite(rasterise(width, height, content, channels=3), 0, 0)

    return BACKDROPS.get(key, make).rgba


def _sprite(
    name: str, body: str, extent: Extent, frame: Frame, light: Light, *, grounded: bool = False
) -> Sprite:
    """The lit pixels of a body; from memory if they were made before at the same place within a pixel."""
    whole_x, whole_y = int(frame.x), int(frame.y)
    local = replace(frame, x=frame.x - whole_x, y=frame.y - whole_y)
    key = (name, local, light, grounded)

    def make() -> Sprite:
        straight, left, top = place(legible(body) if local.flip else body, local, extent)
        return Sprite(lit(straight, light, grounded=grounded), left, top)

    found = SPRITES.get(key, make)
    return Sprite(found.rgba, found.left + whole_x, found.top + whole_y)


def _behind(sprite: Sprite, front: Pixels, left: int, top: int, *, kept: bool = False) -> Sprite:
    """The sprite with what stands in front of it cut out, so that it shows through; or with that alone `kept`."""
    mask = cut(front, left, top, sprite.left, sprite.top, sprite.rgba.shape)
    clear = (mask if kept else 255 - mask).astype(np.uint16)[..., None]
    return Sprite(((sprite.rgba * clear + 127) // 255).astype(np.uint8), sprite.left, sprite.top)


def _above(sprite: Sprite, line: float) -> Sprite:
    """What of the sprite is above that line of the picture."""
    rgba = sprite.rgba.copy()
    rgba[max(0, round(line) - sprite.top) :] = 0
    return Sprite(rgba, sprite.left, sprite.top)


def _in_the_window(sprite: Sprite, window: Window, frame: Frame, light: Light) -> Sprite:
    """What of the sprite is seen in a window, on the pane that is drawn for it; `frame` is that of what has the window."""
    opening, left, top = place(f'<path d="{window.path}" fill="#000"/>', frame, window.box)
    seen = _behind(sprite, opening[..., 3], left, top, kept=True)
    if not window.pane:
        return seen
    x0, y0, x1, y1 = window.box
    straight, left, top = place(window.pane, frame, (x0 - 4, y0 - 4, x1 + 4, y1 + 4))
    pane = lit(straight, light)
    rows, columns = pane.shape[:2]
    over = np.zeros_like(pane)
    y, x = seen.top - top, seen.left - left
    part = seen.rgba[max(0, -y) : rows - y, max(0, -x) : columns - x]
    over[max(0, y) : max(0, y) + part.shape[0], max(0, x) : max(0, x) + part.shape[1]] = part
    shown = pane.astype(np.uint16) * (255 - over[..., 3:4].astype(np.uint16)) + 127
    return Sprite((over + shown // 255).astype(np.uint8), left, top)


def _over(sprite: Sprite, upper: Sprite) -> Sprite:
    """Both in one, the second over the first."""
    both = (sprite, upper)
    left, top = min(one.left for one in both), min(one.top for one in both)
    right = max(one.left + one.rgba.shape[1] for one in both)
    bottom = max(one.top + one.rgba.shape[0] for one in both)
    rgba = np.zeros((bottom - top, right - left, 4), np.uint8)
    for one in both:
        rows, columns = one.rgba.shape[:2]
        part = rgba[one.top - top : one.top - top + rows, one.left - left : one.left - left + columns]
        clear = 255 - one.rgba[..., 3:4].astype(np.uint16)
        part[:] = one.rgba + (part * clear + 127) // 255
    return Sprite(rgba, left, top)


def _sunk(sprite: Sprite, bearer: Figure, frame: Frame) -> Sprite:
    """The sprite cut off below the rim of what it is inside of; the rim's near edge bends towards us."""
    rows, columns = sprite.rgba.shape[:2]
    x, y = frame.point(bearer.rest)
    half = bearer.rest_width / UNIT * frame.scale / 2
    across = np.clip((np.arange(columns) + sprite.left + 0.5 - x) / max(1.0, half), -1, 1)
    edge = y + 0.16 * half * np.sqrt(1 - across**2)
    depth = np.arange(rows)[:, None] + sprite.top + 0.5
    keep = np.clip((edge[None, :] - depth + 0.5) * 255, 0, 255).astype(np.uint16)[..., None]
    return Sprite(((sprite.rgba * keep + 127) // 255).astype(np.uint8), sprite.left, sprite.top)
