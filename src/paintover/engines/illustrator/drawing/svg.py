"""A scene as an SVG document of its own: no script, no style sheet, no address outside of it, letters as pictures.

It is the drawing with light, shadows and tone as SVG filters. What the other styles do to finished pixels (water colours, ink,
paper) is no part of it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from paintover.engines.illustrator.backdrops import backdrop, overlay, place_of
from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.drawing.filters import as_svg
from paintover.engines.illustrator.drawing.frame import WOOD
from paintover.engines.illustrator.drawing.lamps import glow_in_svg
from paintover.engines.illustrator.drawing.render import SHINING, SOFT, Drawing, lettered
from paintover.engines.illustrator.drawing.seasons import as_it_stands
from paintover.engines.illustrator.drawing.water import FLAT, RINGS
from paintover.engines.illustrator.letters.chalk import chalked
from paintover.engines.illustrator.letters.lettering import as_image
from paintover.engines.illustrator.letters.sheet_art import UNSHADOWED, under_the_actors
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame, Light, document
from paintover.engines.illustrator.sprites.shouldered import legs_on_shoulders
from paintover.engines.illustrator.sprites.stock import figure_of, in_season, stock_of
from paintover.engines.illustrator.staging.abed import covers, is_under_covers
from paintover.engines.illustrator.staging.aboard import above, hull_of, is_aboard
from paintover.engines.illustrator.staging.bearing import is_drape, is_filled
from paintover.engines.illustrator.staging.company import on_chair, sits_on_shoulders
from paintover.engines.illustrator.staging.drapes import drape
from paintover.engines.illustrator.staging.held import in_hands, is_shaded
from paintover.engines.illustrator.staging.held_abed import hand_at_it, is_held_abed
from paintover.engines.illustrator.staging.layout import bearer_of, floats
from paintover.engines.illustrator.staging.outlook import is_outside, pane_before, whole_picture
from paintover.engines.illustrator.staging.standing import carried, is_immersed, wades
from paintover.engines.illustrator.staging.windows import is_in_the_wall, looks_out, window_around

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image",
        "use", "symbol", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop", "filter",
        "feGaussianBlur", "feOffset", "feComposite", "feFlood", "feMerge", "feMergeNode", "feColorMatrix", "feBlend",
        "feComponentTransfer", "feFuncA", "feFuncR", "feFuncG", "feFuncB", "feTurbulence", "feDisplacementMap",
    }
)  # fmt: skip
"""What a document may hold; anything else is dropped with all that it holds."""
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|(?:java|vb)script:|expression\(|@import", re.IGNORECASE)
_ID = re.compile(r'\bid="([^"]+)"')

ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)


def svg_of(scene: Scene, width: int, height: int) -> bytes:
    """The document of a scene that has its layout."""
    return sanitised(document(width, height, _Sheet(scene, width, height).content()))


def sanitised(svg: bytes) -> bytes:
    """The document without anything that could run, load or style: only drawing elements stay, and of links only those
    to its own parts and to PNG pictures inside of it.

    Raises:
        ValueError: it is no XML, or declares entities.
    """
    if b"<!" in svg:
        raise ValueError("a drawing has neither a document type nor comments")
    try:
        root = ET.fromstring(svg)
    except ET.ParseError as exc:
        raise ValueError(f"no XML: {exc}") from exc
    _prune(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _prune(element: ET.Element) -> None:
    for name, value in list(element.attrib.items()):
        local = name.rsplit("}", 1)[-1].lower()
        is_link = local in ("href", "src")
        safe_link = value.startswith(("#", "data:image/png;base64,"))
        if local.startswith("on") or (is_link and not safe_link) or _ELSEWHERE.search(value):
            del element.attrib[name]
    for child in list(element):
        space, _, local = child.tag.rpartition("}") if isinstance(child.tag, str) else ("", "", "")
        if space.lstrip("{") != _SVG or local not in _ELEMENTS:
            element.remove(child)
        else:
            _prune(child)


_ALL = "M-500-500V500H500V-500Z"
"""Around any figure, the other way round than the paths that are cut out of it."""


class _Sheet(Drawing):
    """A drawing that is written down instead of painted."""

    def content(self) -> str:
        """Everything between the document's root tags."""
        scene = self.scene
        ground = "" if scene.clear else backdrop(scene.env, scene.seed, self.width, self.height, scene.style)
        if scene.soft:
            ground = f'<g filter="url(#soft)">{ground}</g>'
        if not scene.clear and (chalk := chalked(scene, self.width, self.height)) is not None:
            ground += as_image(chalk)
        parts = [ground, under_the_actors(scene, self.width, self.height), *self._cast_shadows()]
        if scene.sheet == "sticker":
            self._make_sprites()
            parts.extend(as_image(sprite) for sprite in self.edges())
        for group in self.painted():
            parts.extend(self._figure_with_all(group))
        self._bubbles_need_sprites()
        parts.extend(as_image(sprite) for sprite in self._bubbles())
        if not scene.clear:
            parts.append(overlay(scene.env, scene.seed, self.width, self.height))
        if scene.caption or scene.in_corners:
            parts.extend(as_image(sprite) for sprite in self.words())
        if scene.grade:
            parts = ['<g filter="url(#grade)">', *parts, "</g>"]
        if scene.frame is not None:
            parts.append(self._border(scene.frame))
        return "".join([self._filters(), *parts])

    def _filters(self) -> str:
        soft = self._soft
        shining = any(stock_of(thing).shines for thing in self.scene.objects)
        return (
            f"<defs>{self._lit('lit', self._light)}{self._lit('shine', SHINING) if shining else ''}"
            f'<filter id="shadow" x="-30%" y="-60%" width="160%" height="220%"><feGaussianBlur stdDeviation="{soft * 1.6:.2f}"/></filter>'
            f'<filter id="soft"><feGaussianBlur stdDeviation="{max(self.width, self.height) / SOFT:.2f}"/></filter>'
            f'<filter id="grade" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">{as_svg(self.scene.grade)}</filter></defs>'
        )

    @property
    def _soft(self) -> float:
        return min(self.width, self.height) * 0.006

    def _lit(self, name: str, light: Light) -> str:
        """The light on a figure, as a filter of that name."""
        soft = self._soft
        aside = soft * (-0.8 if light.mirrored else 0.8)
        return (
            f'<filter id="{name}" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB">'
            f'<feColorMatrix in="SourceGraphic" type="matrix" result="t" values="{light.tint[0]:g} 0 0 0 0 0 {light.tint[1]:g} 0 0 0 0 0 {light.tint[2]:g} 0 0 0 0 0 1 0"/>'
            f'<feGaussianBlur in="SourceAlpha" stdDeviation="{soft:.2f}" result="b"/>'
            f'<feOffset in="b" dx="{-aside:.2f}" dy="{-soft * 1.3:.2f}" result="u"/>'
            f'<feOffset in="b" dx="{aside:.2f}" dy="{soft * 1.3:.2f}" result="d"/>'
            f'<feFlood flood-color="rgb{light.shade}" flood-opacity="{light.shade_strength:g}" result="sc"/>'
            f'<feComposite in="SourceAlpha" in2="u" operator="out" result="se"/><feComposite in="sc" in2="se" operator="in" result="s"/>'
            f'<feFlood flood-color="rgb{light.glow}" flood-opacity="{light.glow_strength:g}" result="gc"/>'
            f'<feComposite in="SourceAlpha" in2="d" operator="out" result="ge"/><feComposite in="gc" in2="ge" operator="in" result="g"/>'
            f'<feMerge><feMergeNode in="t"/><feMergeNode in="s"/><feMergeNode in="g"/></feMerge></filter>'
        )

    def _cast_shadows(self) -> Iterator[str]:
        where = place_of(self.scene.env)
        if where.floats or self.scene.sheet in UNSHADOWED:
            return
        aside = -0.12 if self._light.mirrored else 0.12
        for thing in self._roots():
            above = thing.rel is not None and thing.rel.type == "above"
            if self._depth(thing) <= 0 or above or floats(thing, where):
                continue
            figure = figure_of(thing)
            frame = self._frame(thing, figure)
            x0, _, x1, _ = frame.bounds(figure.extent)
            ground = frame.y + self.scene.layout[thing.id].lift * self._factor
            half = (x1 - x0) / 2
            if is_in_the_wall(self.scene, thing, ground / self.height):
                continue
            yield (
                f'<ellipse cx="{(x0 + x1) / 2 + half * aside:.1f}" cy="{ground:.1f}" rx="{half:.1f}" ry="{half * 0.16:.1f}" '
                f'fill="#10203a" fill-opacity=".38" filter="url(#shadow)"/>'
            )

    def _figure_with_all(self, group: Sequence[Thing]) -> Iterator[str]:
        root, *borne = group
        hidden = [
            t for t in borne if self._before(t) or ((b := self._bearer(t)) is not None and is_shaded(t, b))
        ]
        for thing in hidden:
            yield self._body(thing)
        yield self._body(root)
        for thing in hidden:
            bearer = self._bearer(thing)
            if bearer is not None and sits_on_shoulders(thing, bearer):
                under = figure_of(bearer)
                legs = legs_on_shoulders(figure_of(thing), under)[0] + under.hands
                yield self._placed(bearer, legs, self._frame(bearer, under), again=f"-legs-{thing.id}")
        for thing in borne:
            if thing not in hidden:
                yield self._body(thing)

    def _bearer(self, thing: Thing) -> Thing | None:
        return bearer_of(self.scene, thing)

    def _body(self, thing: Thing) -> str:
        body, root, place = self._whole_body(thing), self._root_of(thing), place_of(self.scene.env)
        if thing.lit:
            body = glow_in_svg(thing, self.scene.layout[thing.id], self._factor) + body
        if root == thing or not (is_immersed(root, place) or wades(self.scene, root)):
            return body
        level = f"M0 0H{self.width}V{self._line(root).level:.1f}H0Z"
        return f'<clipPath id="{thing.id}-water"><path d="{level}"/></clipPath><g clip-path="url(#{thing.id}-water)">{body}</g>'

    def _whole_body(self, thing: Thing) -> str:
        bearer = self._bearer(thing) if thing not in self._roots() else None
        thing = thing if bearer is None else carried(self.scene, thing)
        if bearer is not None and is_drape(thing):
            body, _ = drape(thing, bearer)
            return self._placed(thing, body, self._frame(bearer, figure_of(bearer)))
        env = self.scene.env
        figure = as_it_stands(thing, env) if bearer is None else figure_of(in_season(thing, env))
        frame = self._frame(thing, figure)
        if bearer is None:
            _, body = lettered(thing, figure)
            placed = self._placed(thing, body, frame)
            if is_outside(thing) and (own := pane_before(self.scene, self.scene.layout[thing.id])):
                return self._clipped(thing, placed, own.path, whole_picture(self._factor).transform(0, 0))
            return self._waded(thing, figure, frame, placed)
        under = figure_of(bearer)
        bearer_frame = self._frame(bearer, under)
        _, body = lettered(thing, on_chair(thing, figure, frame, bearer, under, bearer_frame))
        placed = self._placed(thing, body, frame)
        if is_under_covers(thing, bearer):
            quilt, _, under_it = covers(thing, bearer)
            moved = bearer_frame.transform(0, 0)
            return self._clipped(thing, placed, f"{_ALL}{under_it}", moved) + self._placed(
                bearer, quilt, bearer_frame, again=f"-covers-{thing.id}"
            )
        if sits_on_shoulders(thing, bearer) and figure.anchors.seat is not None:
            hips = frame.point(figure.anchors.seat)[1]
            return self._clipped(thing, placed, f"M0 0H{self.width}V{hips:.1f}H0Z")
        if looks_out(thing, bearer) and (window := window_around(figure, frame, bearer, bearer_frame)):
            pane = self._placed(thing, window.pane, bearer_frame, again="-pane") if window.pane else ""
            return pane + self._clipped(thing, placed, window.path, bearer_frame.transform(0, 0))
        if is_aboard(thing, bearer) and (hull := hull_of(bearer)) is not None:
            return (
                placed
                if hull.flat
                else self._clipped(thing, placed, above(hull), bearer_frame.transform(0, 0))
            )
        if is_filled(thing, bearer):
            return self._clipped(thing, placed, _rim(under, bearer_frame, self.width))
        if is_held_abed(thing, bearer):
            hand = hand_at_it(thing, figure, frame, under, bearer_frame)
            if hand is not None:
                placed += self._placed(bearer, hand[0], bearer_frame, again=f"-hand-{thing.id}")
        elif in_hands(thing, bearer):
            placed += self._placed(bearer, under.hands, bearer_frame, again=f"-hands-{thing.id}")
        elif thing.rel is not None and thing.rel.part == "head" and under.over:
            placed += self._placed(bearer, under.over, bearer_frame, again="-over")
        return placed

    def _waded(self, thing: Thing, figure: Figure, frame: Frame, placed: str) -> str:
        """What floats is cut off where it enters the water."""
        place, shallow = place_of(self.scene.env), wades(self.scene, thing)
        if not (floats(thing, place) or shallow) or self._depth(thing) != 1:
            return placed
        line = self._line(thing)
        cut = self._clipped(thing, placed, f"M0 0H{self.width}V{line.level:.1f}H0Z")
        if not (shallow or is_immersed(thing, place)):
            return cut
        left, _, right, _ = frame.bounds(figure.extent)
        rings = "".join(
            f'<ellipse cx="{(left + right) / 2:.1f}" cy="{line.level:.1f}" rx="{half:.1f}" ry="{half * FLAT:.1f}" '
            f'stroke="#fff" stroke-opacity="{opacity}" stroke-width="{max(1.2, 0.011 * line.size):.1f}" fill="none"/>'
            for broad, opacity in RINGS
            for half in (broad * 0.4 * (right - left),)
        )
        return rings + cut

    def _placed(self, thing: Thing, body: str, frame: Frame, again: str = "") -> str:
        own = _renamed(body, f"{thing.id}{again}-")
        light = "lit" if self.light_on(thing) == self._light else "shine"
        return f'<g id="{thing.id}{again}" filter="url(#{light})"><g transform="{frame.transform(0, 0)}">{own}</g></g>'

    def _clipped(self, thing: Thing, placed: str, path: str, moved: str = "") -> str:
        name = f"{thing.id}-clip"
        return f'<clipPath id="{name}"><path d="{path}" transform="{moved}"/></clipPath><g clip-path="url(#{name})">{placed}</g>'

    def _bubbles_need_sprites(self) -> None:
        """Bubbles keep off the sprites, so those are made where somebody speaks."""
        if any(thing.says for thing in self.scene.objects):
            self._make_sprites()

    def _make_sprites(self) -> None:
        for thing in [one for root in self._roots() for one in (root, *self._borne_by(root))]:
            self._prepare(thing)

    def _border(self, paint: str) -> str:
        least = min(self.width, self.height)
        parts = (
            ((0.045, "#8a5a32"), (0.04, "#f0f0ec"))
            if paint == WOOD
            else ((0.05, PAINTS.get(paint, "#ffffff")),)
        )
        drawn, inset = "", 0.0
        for share, colour in parts:
            thick = least * share
            edge = inset + thick / 2
            drawn += (
                f'<rect x="{edge:.1f}" y="{edge:.1f}" width="{self.width - 2 * edge:.1f}" '
                f'height="{self.height - 2 * edge:.1f}" fill="none" stroke="{colour}" stroke-width="{thick:.1f}"/>'
            )
            inset += thick
        return drawn


def _rim(under: Figure, frame: Frame, width: int) -> str:
    """All that is above the near rim of a bowl."""
    x, y = frame.point(under.rest)
    half = under.rest_width / UNIT * frame.scale / 2
    return f"M0 0H{width}V{y:.1f}H{x + half:.1f}A{half:.1f} {half * 0.16:.1f} 0 0 1 {x - half:.1f} {y:.1f}H0Z"


def _renamed(body: str, prefix: str) -> str:
    """The body with ids of its own, so that two of them can stand in one document."""
    for name in set(_ID.findall(body)):
        quoted = re.escape(name)
        body = re.sub(rf'\bid="{quoted}"', f'id="{prefix}{name}"', body)
        body = re.sub(rf"(url\(['\"]?|href=\")#{quoted}(?=['\")])", rf"\1#{prefix}{name}", body)
    return body
