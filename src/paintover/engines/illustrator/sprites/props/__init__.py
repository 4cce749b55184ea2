"""Things that no emoji shows, drawn as small functions from a paint to SVG."""

from paintover.engines.illustrator.sprites.props import (
    boats,
    bouquets,
    clothing,
    crowds,
    festive,
    forms,
    heavens,
    home,
    household,
    kitchen,
    larder,
    legends,
    mishaps,
    outdoors,
    people,
    play,
    scenic,
    shopfronts,
    sketched,
    supports,
    tailored,
    wild,
    workshop,
)
from paintover.engines.illustrator.sprites.props.shape import Prop

PROPS: dict[str, Prop] = {
    name: prop
    for module in (
        kitchen,
        home,
        outdoors,
        clothing,
        forms,
        play,
        workshop,
        larder,
        household,
        festive,
        people,
        legends,
        wild,
        scenic,
        heavens,
        sketched,
        tailored,
        mishaps,
        boats,
        bouquets,
        shopfronts,
        supports,
        crowds,
    )
    for name, prop in module.PROPS.items()
}
"""By the name that follows ``prop:`` in kinds.toml."""

PEOPLE = frozenset({*people.PROPS, *legends.PROPS})
"""Those of them that are somebody, drawn whole."""

__all__ = ["PEOPLE", "PROPS", "Prop"]
