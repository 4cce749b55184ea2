"""What is put where, so that it can be drawn so: one pass after another over what the wish has put into the picture."""

from __future__ import annotations

from paintover.engines.illustrator.editing.at_desks import beside_full_hands, on_that_desk
from paintover.engines.illustrator.editing.at_its_door import at_its_door
from paintover.engines.illustrator.editing.beds import as_they_are_called
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.fenced import behind_a_fence
from paintover.engines.illustrator.editing.gathered import behind_its_table
from paintover.engines.illustrator.editing.in_a_vase import in_a_vase
from paintover.engines.illustrator.editing.in_flames import in_flames
from paintover.engines.illustrator.editing.in_use import (
    afloat,
    at_what_is_used,
    before_who_pushes,
    in_the_crown,
    leaning,
    on_a_broom,
    on_the_back_seat,
    one_at_the_handle,
    over_water,
    seated_up_there,
    slung,
    under_its_rider,
    upside_down,
    with_a_hull,
    with_room_below,
    with_seats,
)
from paintover.engines.illustrator.editing.loads import as_animals_carry
from paintover.engines.illustrator.editing.neighbours import (
    beside_the_bearer,
    beside_the_dish,
    beside_the_pot,
    listed_together,
    on_either_side,
    what_is_small_beside,
)
from paintover.engines.illustrator.editing.on_a_table import at_the_bedside
from paintover.engines.illustrator.editing.on_boards import wiped_for_it
from paintover.engines.illustrator.editing.on_the_body import on_the_body
from paintover.engines.illustrator.editing.on_the_land import on_the_same_land
from paintover.engines.illustrator.editing.on_the_wall import on_the_wall, where_it_belongs
from paintover.engines.illustrator.editing.served import (
    by_the_handful,
    candles_on_the_cake,
    cooked,
    shown_already,
    with_sticks_of_their_own,
)
from paintover.engines.illustrator.editing.set_before import at_the_piano, before_a_full_seat, set_before
from paintover.engines.illustrator.editing.shaded_tables import (
    at_the_shaded_table,
    under_the_parasol,
    under_the_tree,
)
from paintover.engines.illustrator.editing.sitting_with import (
    who_comes_sits_at_their_table,
    who_comes_sits_down,
    who_is_behind_a_picnic,
)
from paintover.engines.illustrator.editing.sized import sized_by_name, told_apart
from paintover.engines.illustrator.editing.spread_out import over_a_table, spread_out, underfoot
from paintover.engines.illustrator.editing.umbrellas import under_an_umbrella
from paintover.engines.illustrator.editing.which_drawing import (
    before_a_stage,
    hat_of_everybody,
    in_the_aquarium,
    in_the_goal,
    in_the_tub,
    light_of_the_hour,
    of_the_feast,
    on_the_ears,
    under_one_moon,
    without_antlers,
)
from paintover.engines.illustrator.editing.window_sills import through_the_window, with_a_sill


def put_down(editor: Editor) -> None:
    """Put things where they can be drawn as the wish says. What an earlier picture shows stays as it is drawn there."""
    as_they_are_called(editor)
    at_its_door(editor)
    under_the_tree(editor)
    under_the_parasol(editor)
    behind_its_table(editor)
    at_the_shaded_table(editor)
    on_that_desk(editor)
    beside_full_hands(editor)
    set_before(editor)
    before_a_full_seat(editor)
    at_the_piano(editor)
    sized_by_name(editor)
    told_apart(editor)
    over_a_table(editor)
    underfoot(editor)
    behind_a_fence(editor)
    spread_out(editor)
    with_room_below(editor)
    over_water(editor)
    afloat(editor)
    leaning(editor)
    slung(editor)
    on_the_back_seat(editor)
    under_its_rider(editor)
    on_a_broom(editor)
    at_what_is_used(editor)
    under_an_umbrella(editor)
    with_sticks_of_their_own(editor)
    hat_of_everybody(editor)
    by_the_handful(editor)
    as_animals_carry(editor)
    shown_already(editor)
    candles_on_the_cake(editor)
    of_the_feast(editor)
    in_a_vase(editor)
    in_the_aquarium(editor)
    in_the_goal(editor)
    with_a_hull(editor)
    without_antlers(editor)
    under_one_moon(editor)
    light_of_the_hour(editor)
    cooked(editor)
    on_the_ears(editor)
    with_a_sill(editor)
    through_the_window(editor)
    on_the_wall(editor)
    upside_down(editor)
    in_the_tub(editor)
    with_seats(editor)
    listed_together(editor)
    what_is_small_beside(editor)
    in_the_crown(editor)
    beside_the_pot(editor)
    beside_the_dish(editor)
    beside_the_bearer(editor)
    on_the_same_land(editor)
    one_at_the_handle(editor)
    before_who_pushes(editor)
    on_either_side(editor)
    on_the_body(editor)
    at_the_bedside(editor)
    before_a_stage(editor)
    seated_up_there(editor)
    who_comes_sits_down(editor)
    who_comes_sits_at_their_table(editor)
    who_is_behind_a_picnic(editor)
    where_it_belongs(editor)
    wiped_for_it(editor)
    in_flames(editor)
