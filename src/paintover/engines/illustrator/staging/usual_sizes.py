"""How large what has no usual measure is in a new picture: small ones beside grown ones, birds and boats before a landscape, the moon."""

from __future__ import annotations

YOUNG = 0.47
"""How high a small one is beside a grown one of its kind, in measures of what is called small."""
HATCHED, A_HEN = 0.3, 0.42
"""The same of a chick beside a hen; and how high the hen is at most, as a share of the picture's height."""
DWARFING = 0.76
"""How high a house is that is all there is but for who is small on it, as a share of the picture's height."""
DAINTY, GRAND_M = 0.52, 1.0
"""How many times as large as usual a small house or boat is that is alone, and how high in metres such things are at least."""
GLIMPSED, MOST_MARGIN = 0.25, 0.4
"""How much of its breadth what is far away may be hidden by, and how much of the picture those in front leave to it."""
A_BIRD = 0.16
"""How high a bird is at most above those who stand there, as a share of the picture's height."""
BIRD_M, OF_A_FLOCK = 0.9, 0.22
"""Who is no taller is a bird, and how high one of several is at most that are all there is above a landscape."""
BATHERS = 0.5
"""How broad all who swim in a lake are at most, with the rings around them, as a share of the picture's width."""
FROM_THE_SHORE, OVER_THOSE, A_FOWL = 0.62, 1.3, 0.75
"""How many times as high a boat is drawn as seen from the shore, and as the highest ashore at most; and a swan, beside a boat."""
OUT_AT_SEA = 0.12
"""How far below the horizon a boat is under which something swims, so that there is water to see it in."""
INSECT_M = 0.15
"""Who is no taller flies before the land, too: a bee."""
A_MOON, A_MOON_ABOVE = 0.24, 0.17
"""How high a sun or a moon over a landscape is at most, where it is all there is and where somebody is below it."""
A_STAR = 0.08
"""The same of one of several stars."""
ABOVE_THE_LAND = 0.95
"""How much of the room above the horizon is sky."""
BESIDE_A_WINDOW = 0.5
"""How broad somebody is at most beside a window through which something is seen, as a share of the picture's width."""
CREWED = 0.8
"""How high in the picture is what flies alone in it with somebody aboard, who is to be seen: a balloon."""
TOLD_SIDE = {"left": -1.0, "middle": 0.0, "right": 1.0}
LOOSE = 0.58
"""To which power the heights of low things are compared beside those who live: a jug as high as half a child would look like a mistake."""
ON_THE_ROAD = 0.62
"""To which power the heights of cars, buses and trucks are compared where there are no others: a truck is no toy."""
