"""Things that no emoji shows, drawn as small functions from a paint to SVG."""

from paintover.engines.illustrator.props import clothing, home, kitchen, outdoors
from paintover.engines.illustrator.props.shape import Prop

PROPS: dict[str, Prop] = {**kitchen.PROPS, **home.PROPS, **outdoors.PROPS, **clothing.PROPS}
"""By the name that follows ``prop:`` in kinds.toml."""

__all__ = ["PROPS", "Prop"]
