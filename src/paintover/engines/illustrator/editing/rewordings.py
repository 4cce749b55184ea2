"""An edit in plain words, ahead of all reading: one pass after another, each of which tells plainly what people say in one way.

A pass leaves as it is whatever is no such wish, or is about nothing that the picture has, and raises `NotDrawable` where it
knows that nothing of the kind can be done. Where two know the same words the first has its way; the notes beside the passes
say which those are. A pass with no note may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.at_windows import told_of_the_hour_outside
from paintover.engines.illustrator.editing.coloured_alike import told_in_its_colour
from paintover.engines.illustrator.grammar.likened import likened
from paintover.engines.illustrator.grammar.unquoted import quoted_on_things
from paintover.engines.illustrator.retelling.above_them import told_above_them
from paintover.engines.illustrator.retelling.afar import told_from_afar
from paintover.engines.illustrator.retelling.also_given import told_also_given
from paintover.engines.illustrator.retelling.amounts import told_by_amount
from paintover.engines.illustrator.retelling.arriving import told_who_arrives
from paintover.engines.illustrator.retelling.as_a_whole import told_of_them_all
from paintover.engines.illustrator.retelling.as_one_asks import told_as_one_asks
from paintover.engines.illustrator.retelling.as_ordered import told_as_ordered
from paintover.engines.illustrator.retelling.as_seen import told_as_seen
from paintover.engines.illustrator.retelling.as_talked import told_as_talked
from paintover.engines.illustrator.retelling.as_typed import told_as_typed, told_as_wanted
from paintover.engines.illustrator.retelling.at_the_door import at_no_door, told_at_the_door
from paintover.engines.illustrator.retelling.at_the_pool import told_of_the_pool
from paintover.engines.illustrator.retelling.at_their_side import told_at_their_side
from paintover.engines.illustrator.retelling.at_us import told_at_us
from paintover.engines.illustrator.retelling.at_what import told_at_what
from paintover.engines.illustrator.retelling.back_seats import told_of_the_back_seat
from paintover.engines.illustrator.retelling.banners import told_of_banners
from paintover.engines.illustrator.retelling.between_them import told_of_what_passes
from paintover.engines.illustrator.retelling.beyond_the_last import told_of_one_more
from paintover.engines.illustrator.retelling.bringing import told_who_brings
from paintover.engines.illustrator.retelling.by_deed import told_of_who_does_so
from paintover.engines.illustrator.retelling.by_degree import told_by_degree
from paintover.engines.illustrator.retelling.by_instrument import told_by_instrument
from paintover.engines.illustrator.retelling.by_its_doer import told_of_what_is_done
from paintover.engines.illustrator.retelling.by_place import told_by_place
from paintover.engines.illustrator.retelling.by_side import told_by_side
from paintover.engines.illustrator.retelling.by_the_vessel import told_by_the_vessel
from paintover.engines.illustrator.retelling.by_whom import told_of_who_stands_by
from paintover.engines.illustrator.retelling.called import told_with_the_whole_name
from paintover.engines.illustrator.retelling.candles import told_of_its_icing
from paintover.engines.illustrator.retelling.casual import told_casually
from paintover.engines.illustrator.retelling.ceased import told_of_what_ends
from paintover.engines.illustrator.retelling.chased import told_of_who_is_chased
from paintover.engines.illustrator.retelling.complaints import told_of_what_is_wrong
from paintover.engines.illustrator.retelling.covered import told_of_the_covers
from paintover.engines.illustrator.retelling.curtly import told_curtly
from paintover.engines.illustrator.retelling.dealt_out import told_as_dealt_out
from paintover.engines.illustrator.retelling.deeds_asked import told_of_the_deed
from paintover.engines.illustrator.retelling.each_of_them import told_of_each
from paintover.engines.illustrator.retelling.edges import told_of_edges
from paintover.engines.illustrator.retelling.everyday import told_every_day
from paintover.engines.illustrator.retelling.excepted import told_of_that_one, told_of_the_others
from paintover.engines.illustrator.retelling.exchanged import told_of_who_comes
from paintover.engines.illustrator.retelling.faces import told_of_looks
from paintover.engines.illustrator.retelling.friends import told_of_friends
from paintover.engines.illustrator.retelling.furnished import told_of_the_room
from paintover.engines.illustrator.retelling.going_inside import gone_inside, gone_outdoors
from paintover.engines.illustrator.retelling.hair_told import told_of_their_hair
from paintover.engines.illustrator.retelling.handed_out import told_as_handed_out
from paintover.engines.illustrator.retelling.held_instead import told_held_instead
from paintover.engines.illustrator.retelling.helped import told_of_who_is_helped
from paintover.engines.illustrator.retelling.holidays import told_of_the_holiday
from paintover.engines.illustrator.retelling.how_many import told_of_how_many
from paintover.engines.illustrator.retelling.impatiently import told_impatiently
from paintover.engines.illustrator.retelling.in_all import told_in_all
from paintover.engines.illustrator.retelling.in_hand import told_whose_hand
from paintover.engines.illustrator.retelling.in_passing import told_in_passing
from paintover.engines.illustrator.retelling.in_short import told_at_length
from paintover.engines.illustrator.retelling.in_size import told_in_size
from paintover.engines.illustrator.retelling.in_turn import told_in_turn
from paintover.engines.illustrator.retelling.joining import told_who_joins
from paintover.engines.illustrator.retelling.just_come import told_of_what_just_came
from paintover.engines.illustrator.retelling.laid_down import told_laid_down
from paintover.engines.illustrator.retelling.leaning import told_of_leaning
from paintover.engines.illustrator.retelling.leaves import in_autumn
from paintover.engines.illustrator.retelling.leaving import told_who_leaves
from paintover.engines.illustrator.retelling.lights import told_of_the_light
from paintover.engines.illustrator.retelling.likewise import told_likewise
from paintover.engines.illustrator.retelling.loosely import at_their_board, at_their_candles, planted
from paintover.engines.illustrator.retelling.main_thing import told_of_the_main_thing
from paintover.engines.illustrator.retelling.more_alike import told_of_more_alike
from paintover.engines.illustrator.retelling.moved_in_short import told_where_it_goes
from paintover.engines.illustrator.retelling.nearby import told_nearby
from paintover.engines.illustrator.retelling.not_worn import told_of_what_is_not_worn
from paintover.engines.illustrator.retelling.numbered import told_with_numbers
from paintover.engines.illustrator.retelling.of_people import told_of_people
from paintover.engines.illustrator.retelling.of_persons import told_of_persons
from paintover.engines.illustrator.retelling.of_somebody import told_of_somebody
from paintover.engines.illustrator.retelling.offhand import told_offhand
from paintover.engines.illustrator.retelling.on_the_clothes import told_of_the_chest
from paintover.engines.illustrator.retelling.one_to_another import comes_no_second_time, told_of_one_another
from paintover.engines.illustrator.retelling.open_air import told_of_the_open
from paintover.engines.illustrator.retelling.other_grounds import told_of_the_ground
from paintover.engines.illustrator.retelling.outfits import told_of_outfits
from paintover.engines.illustrator.retelling.plastered import told_by_whom_it_is_stuck, told_where_it_sticks
from paintover.engines.illustrator.retelling.pointed_abroad import told_with_the_noun
from paintover.engines.illustrator.retelling.poured import strewn_on_the_dish, told_by_the_glass
from paintover.engines.illustrator.retelling.pronouns import with_pronouns_named
from paintover.engines.illustrator.retelling.put_and_taken import told_as_put
from paintover.engines.illustrator.retelling.rather_the_other import told_of_the_other
from paintover.engines.illustrator.retelling.roundly import told_roundly
from paintover.engines.illustrator.retelling.seated import told_who_reaches, told_with_the_seat
from paintover.engines.illustrator.retelling.steps import told_by_steps
from paintover.engines.illustrator.retelling.taken_over import told_of_what_is_taken
from paintover.engines.illustrator.retelling.the_rest import told_of_the_rest
from paintover.engines.illustrator.retelling.the_two import told_of_both
from paintover.engines.illustrator.retelling.them import with_them_named
from paintover.engines.illustrator.retelling.tinged import told_of_its_shade
from paintover.engines.illustrator.retelling.to_be_so import told_to_be_so
from paintover.engines.illustrator.retelling.to_whom import told_to_whom
from paintover.engines.illustrator.retelling.turned import told_the_right_way_round
from paintover.engines.illustrator.retelling.unquoted_abroad import quoted_abroad
from paintover.engines.illustrator.retelling.whereabouts import told_of_whereabouts
from paintover.engines.illustrator.retelling.which_abroad import told_which
from paintover.engines.illustrator.retelling.which_of_them import told_of_which
from paintover.engines.illustrator.retelling.while_speaking import told_while_speaking
from paintover.engines.illustrator.retelling.who_wears import told_of_who_wears
from paintover.engines.illustrator.retelling.whom_they_are import told_of_whom_they_are
from paintover.engines.illustrator.retelling.whose import told_whose
from paintover.engines.illustrator.retelling.whose_own import told_whose_own
from paintover.engines.illustrator.retelling.written import told_as_written
from paintover.engines.illustrator.scene import Scene

Pass = Callable[[str, Scene], str]
"""A wish for a change of that picture, told plainly."""


def _whatever_is_there(tell: Callable[[str], str]) -> Pass:
    """A pass that needs no picture."""
    return lambda prompt, base: tell(prompt)


_NAMING: Sequence[Pass] = (
    _whatever_is_there(told_as_wanted),
    told_in_its_colour,
    told_also_given,  # ahead of all that take what somebody has for what another is to have
    told_in_all,  # ahead of all that read a number of people as those to come, or to come instead
    told_at_us,  # ahead of all that know a camera for a thing
    told_roundly,
    told_where_it_goes,  # ahead of all that read "closer" as everybody's
    with_them_named,
    _whatever_is_there(told_where_it_sticks),
    told_by_whom_it_is_stuck,
    told_as_dealt_out,  # ahead of whose turn it is: "the others" of one wish are all but its own
    told_in_turn,  # ahead of all that know "another one" for one that comes, or somebody by name
    told_of_who_does_so,  # ahead of all that read what they do as what is to be done
    told_whose_own,  # ahead of all that know a thing by its name alone: 她的咖啡 is one of two
    told_who_leaves,  # behind whose turn it is: "the other two leave" are told by name
    told_as_one_asks,  # ahead of all that read what one wants as things to come, or to be replaced
    told_of_each,
    _whatever_is_there(quoted_on_things),
    told_of_the_other,  # ahead of second thoughts, which take 不对 off and lose what it is about
    _whatever_is_there(quoted_abroad),
    told_which,  # ahead of all that read the words of other languages
    told_with_the_noun,
    told_impatiently,  # ahead of all that read who leaves as leaves, or what is said of "it" as a thing's
    told_of_them_all,  # ahead of all that look for somebody by name
    told_of_whom_they_are,  # ahead of all that take "they" for all who live
    told_of_what_passes,
    told_as_ordered,
    told_of_what_just_came,  # ahead of all that know somebody by name
    told_of_whereabouts,  # ahead of all that read where something is
    told_of_somebody,  # ahead of deeds: "he shouts STOP" is about a word, and no stop
    told_of_the_rest,  # ahead of who is meant, which takes 其他人 for people
    told_of_which,  # ahead of all that know somebody by name, or by the kind of which there are most
    told_at_their_side,
    told_to_whom,  # ahead of all that know what is given and made: it is there already, and so is who has it
    told_who_arrives,
    told_held_instead,
    told_who_brings,
    told_who_joins,  # ahead of all that know somebody by name: who joins is yet to come
    told_of_their_hair,
    told_of_outfits,
    told_of_persons,  # ahead of all that know what is given and made: "make him push a cart" makes him none
    told_of_people,  # ahead of all that take 去 for a removal, and 加 for a thing that comes
    told_of_what_is_taken,  # ahead of what is taken off: "she takes his hat" is hers from then on
    told_of_what_is_not_worn,
    told_as_handed_out,
    told_by_the_vessel,  # ahead of how many there are to be: 减到一盆 is about what is in the pots
    told_as_put,
    told_casually,  # ahead of all that know "put" and "add"
    _whatever_is_there(told_while_speaking),
    told_likewise,
    told_of_one_more,
    told_of_who_stands_by,
    told_of_leaning,
    told_of_who_is_helped,
    told_of_one_another,  # ahead of deeds: "have her sing with him" is what both of them do
    told_of_what_is_done,
    _whatever_is_there(likened),
    in_autumn,
    told_by_degree,
    told_of_friends,
    told_of_the_holiday,
    _whatever_is_there(told_in_size),
    told_of_the_pool,
    told_at_what,
    told_of_the_deed,
    told_of_its_shade,
    told_to_be_so,  # behind what a colour is likened to: 碗要青花瓷那种蓝色的
    told_by_instrument,
    told_of_what_is_wrong,
    told_as_typed,
    told_of_what_ends,  # behind second thoughts: "he shouldn't look so sad" is how he looks instead
    told_of_its_icing,
    told_of_the_covers,
    told_of_the_back_seat,
    told_whose_hand,
    told_of_who_is_chased,
    told_with_numbers,
    told_of_the_main_thing,
    told_in_passing,
    _whatever_is_there(told_of_banners),
    told_from_afar,
    told_of_the_ground,
    gone_inside,
    gone_outdoors,
    told_curtly,
    _whatever_is_there(told_whose),
    told_with_the_whole_name,
    told_of_more_alike,
    strewn_on_the_dish,
)
"""Things by the names that all passes behind know them by."""
_SAYING: Sequence[Pass] = (
    told_of_the_chest,
    told_of_who_wears,
    _whatever_is_there(
        told_of_who_comes
    ),  # ahead of looks: 换成女孩，扎马尾 is about who comes, not about who goes
    told_with_the_seat,
    told_who_reaches,
    told_by_amount,
    told_of_looks,  # ahead of what is near: "give her back her hair" is her hair, which grows again
    told_as_written,
    told_offhand,  # ahead of what is seen: "make her dress red and his suit white" dresses each of them
    told_of_the_hour_outside,
    told_laid_down,
    told_of_how_many,  # ahead of second thoughts: 气球多一点，大概十个 is a number of balloons in all
    _whatever_is_there(told_of_edges),
    told_by_steps,
    told_above_them,
    told_nearby,  # ahead of the door: lanterns 门两边 are left and right of a door that is there, and not on it
    told_of_the_open,
    told_of_the_room,  # behind looks: 换件紫色的毛衣 is one that somebody has on
    told_as_seen,
    told_as_talked,  # ahead of every day: 两个都要笑 is about both who are there, and brings nobody
)
"""What is said, before what hangs at a door goes to its house."""
_TELLING: Sequence[Pass] = (
    told_at_the_door,
    at_their_candles,
    at_their_board,
    told_every_day,  # ahead of pronouns: 加个外星人跟他握手 knows by itself who "he" is
    told_at_length,
    told_by_side,
    _whatever_is_there(planted),
    told_by_place,
)
"""What is said, before "only one" becomes that one."""
_POINTING: Sequence[Pass] = (
    told_of_the_others,
    _whatever_is_there(told_of_that_one),
    told_of_both,
    with_pronouns_named,  # ahead of what is said the other way round: "she is walking it" is a lead for the dog
    told_of_the_light,
    comes_no_second_time,
)
"""Who is meant, once all that is to be done is told."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """An edit in plain words, and what is to be known of how it was said."""

    prompt: str
    asked: str
    """The wish with things by their names, and otherwise as it was said."""
    counted: str
    """The wish before "only one" became that one."""
    doorless: bool
    """Whether something is to hang at the door of a room that shows none."""


def reworded(prompt: str, base: Scene, language: Language) -> Reworded:
    """The wish for a change of that picture in plain words.

    Raises:
        NotDrawable: it asks what no drawing here shows, or what is so already.
    """
    asked = _through(_NAMING, prompt, base)
    said = _through(_SAYING, asked, base)
    counted = _through(_TELLING, said, base)
    pointed = told_the_right_way_round(_through(_POINTING, counted, base), base, language)
    return Reworded(told_by_the_glass(pointed, base), asked, counted, at_no_door(said, base))


def _through(passes: Sequence[Pass], prompt: str, base: Scene) -> str:
    for tell in passes:
        prompt = tell(prompt, base)
    return prompt
