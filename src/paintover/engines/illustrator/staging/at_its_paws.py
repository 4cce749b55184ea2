"""What a cat or a dog plays with: on the ground before its forepaws, and not before its nose."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.staging.held import SAID_SIZE

_PLAYERS = frozenset({"cat", "kitten", "black-cat", "tiger", "leopard", "cheetah", "dog", "puppy"})
_ROUND = frozenset({"ball", "yarn", "tennis-ball", "soccer-ball", "basketball", "volleyball", "baseball"})
_AS_HIGH = 0.36
"""How high it is, in heights of who plays with it."""
_OUT = 0.42
"""How much of it is further out than any of its player, as a share of its breadth."""


def is_at_its_paws(thing: Thing, bearer: Thing) -> bool:
    """Whether it is a ball that such an animal has for itself, and was not told to have in the mouth."""
    held = thing.rel is not None and (thing.rel.type, thing.rel.part) == ("hold", "hand")
    plays = bearer.pose in (None, "stand", "sit", "lie", "sleep", "run", "play", "throw")
    return held and plays and thing.kind in _ROUND and bearer.kind in _PLAYERS


def at_its_paws(thing: Thing, figure: Figure, under: Figure, frame: Frame) -> Frame:
    """Where that is. `under` and `frame` are its player's."""
    high = _AS_HIGH * min(under.tall, under.height) * SAID_SIZE.get(thing.size, 1.0)
    broad = high * figure.width / figure.height
    at = frame.point((under.extent[0] + (0.5 - _OUT) * broad, under.extent[3]))
    return Frame(*at, high * frame.factor / figure.height * UNIT, figure.foot, frame.flip, 0.0)
