"""Who is there, and where, in a first wish that tells it loosely: "three musicians", "a team", "at home", "with a dog in the back
seat", 长椅上坐着两个戴帽子的女孩.

Each is told by those who can be drawn, and what they have in their hands, so that nothing has to stand in for a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.labours import kind_of
from paintover.engines.illustrator.grammar.quotations import beside_quotations
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern, Told

_STOP = r"(?=$|[,.;]| (?:in|on|at|for|by|near|under|outside|while|and)\b)"
_PLAY = r"(?: (?:are |is )?(?:playing(?: music| together)?|performing|busking|rehearsing))?"
_YOUNG = r"(?:(?:happy|young|old|street|jazz|rock|folk|little|chinese|mexican) )*"
_FRIENDS = r"(?:(?:good|old|best|close|young) )*friends\b"
_SPORT = r"(?:soccer|football|basketball|volleyball|baseball|rugby|hockey|sports)"
_VEHICLE = r"(?:an?|the|his|her|their) (?:[a-z]+ ){0,2}(?:car|taxi|truck|van|bus|jeep|pickup|convertible)"
_PLAYERS = (
    "a person holding a guitar",
    "a person holding a violin",
    "a person holding a drum",
    "a person holding a trumpet",
)
_SO_MANY = {"a": 1, "an": 1, "the": 1, "two": 2, "four": 4}


def _musicians(match: re.Match[str]) -> str:
    """Each with an instrument of their own."""
    single = match["noun"].lower() == "musician"
    several = _SO_MANY.get((match["many"] or "").strip().lower(), 3)
    return " and ".join(_PLAYERS[: 1 if single else max(2, several) if several != 1 else 3])


def _holding(match: re.Match[str]) -> str:
    """Somebody with a sign has it in the hand."""
    kind = kind_of(match["who"])
    return f"{match['who']} holding {match['x']} " if kind is not None and is_somebody(kind) else match[0]


_CAVE = r"(?P<d>an?|the|its|his|her|their) (?P<how>(?:(?:dark|big|small|deep|old|rocky|secret|huge) )?)cave\b"


def _before_the_cave(match: re.Match[str]) -> str:
    """Who is in front of a cave, or guards one, is out of doors, before its mouth; all others are in it."""
    said = match[0][: match.start("d") - match.start()].strip()
    if not said:
        return match[0]
    stands = "standing " if match["g"] else ""
    return f"{stands}in front of {match['d']} {match['how']}cave entrance"


def _in_the_pram(match: re.Match[str]) -> str:
    """Who is with a pram lies in it."""
    who = match["b"]
    return f"{'two babies' if who.lower().endswith('twins') else who} in {match['d']} {match['x']}"


_PRAM = r"(?:(?:[a-z]+ )?(?:stroller|pram|pushchair|buggy|baby carriage|wheelbarrow|shopping cart))"
_BEARS = (
    r"(?:(?:[a-z]+ )?table|desk|(?:picnic )?(?:blanket|mat|rug)|bench|cart|tray|shelf|counter|windowsill)"
)
_BEASTS = "elephant|bear|polar bear|panda|penguin|giraffe|lion|tiger|monkey|zebra|rabbit|fox|wolf|deer|whale|dolphin|hippo|rhino|koala|kangaroo|owl|bird|duck|swan|turtle|dinosaur|dragon|goat|seal|hedgehog|squirrel|mouse|camel|crocodile"
_GROWN_UP = {
    "kitten": "cat", "puppy": "dog", "calf": "cow", "foal": "horse", "lamb": "sheep", "chick": "hen", "duckling": "duck",
    "piglet": "pig", "fawn": "deer",
}  # fmt: skip
"""What the young of some animals become."""


def _grown(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


_SHOP_OF = {
    "shoe": "shoe", "boot": "shoe", "sneaker": "shoe", "sandal": "shoe", "toy": "toy", "doll": "toy", "teddy bear": "toy",
    "book": "book", "bread": "bakery", "cake": "bakery", "flower": "flower", "rose": "flower", "tulip": "flower",
}  # fmt: skip
"""Which shop it is where somebody buys that; clothes where it is none of them."""
_SAID: Sequence[tuple[Pattern, Told]] = (
    (  # a teacher at the blackboard with two pupils at their desks: the board hangs in the room
        Pattern(
            r"\b(?P<t>(?:[a-z]+ )?teacher)(?: (?:standing |is |stands )*(?:in front of|at|by|near|beside) (?:a|the|her|his) (?:black|chalk|white)?board)?,? (?:with|and|in front of|before) (?P<n>(?:two|three|four|five|some|her|his|the) )(?P<w>pupils|students|kids|children)(?:(?: sitting| who sit| seated)? (?:at|behind) (?:a|their|the|some )?\s?(?:school )?desks?\b|(?= *[.!]?$))"
        ),
        r"\g<t> standing, \g<n>\g<w> behind a school desk, in a classroom",
    ),
    (  # a car driving past a castle
        Pattern(
            r"(?P<car>\b(?:car|bus|truck|lorry|taxi|van|train|tram|tractor|jeep|motorcycle|carriage)s?) (?:is |are )?(?:driving|going|passing|rolling|speeding|rushing|racing) (?:past|by) (?=(?:an?|the|some|two|three|several) [a-z]+)"
        ),
        r"\g<car> in front of ",
    ),
    (  # a cyclist riding past a bakery; a man riding past a church on his bike
        Pattern(
            r"(?P<who>\b(?:cyclist|biker|motorcyclist|scooter rider)s?) (?:is |are )?(?:rid(?:es|ing)|cycl(?:es|ing)|pedal(?:s|ling|ing)|rac(?:es|ing)|speed(?:s|ing)|go(?:es|ing)) past (?=(?:an?|the|some|two|three|several) [a-z]+)"
        ),
        r"\g<who> in front of ",
    ),
    (
        Pattern(
            r"\b(?P<does>(?:rid(?:es|ing)|cycl(?:es|ing))) past (?P<x>(?:an?|the|some|two|three|several) (?:[a-z]+ )?[a-z]+) (?P<on>on (?:an?|his|her|their|the) (?:[a-z]+ )?[a-z]+)\b"
        ),
        r"\g<on> in front of \g<x>",
    ),
    (
        Pattern(
            r"\b(?P<at>(?:on|up|down|on top of|onto|at the top of) (?:an?|the) )(?P<how>windy|rainy|snowy|foggy|stormy|cloudy|misty|sunny) (?P<x>(?:green |grassy |little |small |big |high )?(?:hill|hilltop|mountain|mountaintop|hillside|bridge|rooftop|roof|rock|cliff))\b"
        ),
        r"\g<at>\g<x> on a \g<how> day",
    ),
    (  # on the roof of a car, in which they would sit
        Pattern(
            r"\b(?:(?:standing|stands) )?on (?:the )?(?:roof|top) of (?P<x>(?:an?|the|his|her|their) (?:[a-z]+ )?(?:car|taxi|van|bus|truck|jeep))\b(?<=[a-z])"
        ),
        r"standing on \g<x>",
    ),
    (
        Pattern(
            r"\b(?:is |are )?bounc(?:es|ing|e)(?: up and down| around| about| high)? on (?=(?:an?|the|his|her|their|my) (?:[a-z]+ )?(?:trampoline|bed|sofa|couch|mattress)\b)"
        ),
        r"jumping on ",
    ),
    (  # a cabin in the snow with a man chopping wood: it is not the cabin that has the axe
        Pattern(
            r"^(?P<x>(?:an?|the|my) (?:[a-z]+ ){0,2}(?:house|cabin|cottage|castle|farmhouse|barn|hut|church|school|shop|tent|lighthouse|windmill|palace|bakery|garage|tree)(?: (?:in|on|by|at|near|beside) (?:[a-z]+ ){0,2}[a-z]+)?),? with (?=(?:an?|the|two|three|four|some|several) (?:(?:old|young|little|small|happy|fat|tall) )?(?:man|men|wom[ae]n|boys?|girls?|kids?|child|children|people|lady|couple|family|father|mother|dad|mom|grandma|grandpa|[a-z]{3,}(?:er|man|men)s?|lumberjacks?|guys?) (?!peek|peep|look|lean|standing|sitting|lying|waiting|living|coming|going)[a-z]+ing\b)"
        ),
        r"\g<x> and ",
    ),
    (  # a boy swimming in the lake with his dog, which swims, too
        Pattern(
            r"\b(?P<who>(?:an?|the|my) (?:[a-z]+ )?[a-z]+) (?:is )?swimming(?P<at> (?:in|across) (?:the|an?) (?:[a-z]+ )?[a-z]+)? with (?P<x>(?:his|her|an?|the|two|three|some|their) (?:[a-z]+ )?(?:dogs?|pupp(?:y|ies)|ducks?|ducklings?|dolphins?|turtles?|friends?|sister|brother|dad|mom|mum|father|mother|seals?|otters?|penguins?|whale|fish|swans?))\b(?P<late> (?:in|across) (?:the|an?) (?:[a-z]+ )?[a-z]+)?"
        ),
        lambda match: f"{match['who']} and {match['x']} swimming{match['at'] or match['late'] or ''}",
    ),
    (Pattern(r"\bballs? of (?:wool|string|thread)\b"), "ball of yarn"),
    (
        Pattern(
            r"\b(?:brewing|boiling|mixing|concocting|cooking(?: up)?|making)(?: up)? (?:an? |some |the |his |her )?(?:[a-z]+ )?(?:potions?|brew|poison|magic|spells?|soup|stew) in (?=(?:an?|the|his|her) (?:[a-z]+ )?cauldron\b)"
        ),
        "stirring ",
    ),
    (Pattern(r"\bstuck in (?=(?:the |some |thick |deep )*mud\b)"), "in "),
    (
        Pattern(
            r"\b(?:eating|nibbling|munching|browsing|chewing)(?: on)? (?:the |some |green )*leaves (?:from|off|of) (?P<x>(?:an?|the) (?:[a-z]+ )?tree)\b"
        ),
        r"eating leaves beside \g<x>",
    ),
    (
        Pattern(
            r"(?P<does>\b[a-z]+ing\b[^,.;]{0,30}?) in (?:their|his|her|our|my) (?:(?:new|old|own|first|big|little) )*(?:house|home|apartment|flat)\b(?! (?:garden|yard))"
        ),
        r"\g<does> in the living room",
    ),
    (
        Pattern(
            r"\bwith (?P<x>(?:an?|the|his|her|their) (?:[a-z]+ )?[a-z]+)(?:'s|’s) help\b|\bwith the help of (?P<y>(?:an?|the|his|her|their) (?:[a-z]+ )?[a-z]+)"
        ),
        lambda match: f"with {match['x'] or match['y']}",
    ),
    (
        Pattern(
            r"\bbeavers? (?:is |are )?(?:building|making|working on|mending|repairing)(?: up)? (?:an?|their|its|the|his) dams?\b(?! (?:in|on|across|at) )"
        ),
        "beaver holding a branch beside some logs at a river",
    ),
    (
        Pattern(
            r"\b(?P<who>cats?|kittens?|dogs?|pupp(?:y|ies)) (?:is |are )?(?:watching|looking at|observing|staring at) (?P<x>(?:the |some |two |three )?(?!tv\b|television\b)[a-z]+) (?:through|from|out of|outside|at) (?P<w>(?:the|an?|her|his|its) (?:[a-z]+ )?window)\b"
        ),
        r"\g<who> sitting on the window sill, \g<x> outside \g<w>",
    ),
    (
        Pattern(
            r"\b(?P<does>(?:trying on|buying|choosing|picking out|looking at|shopping for|selling) (?:an? |some |the |new |her |his )*(?:[a-z]+ )?)(?P<x>shoes|boots|sneakers|sandals|dress(?:es)?|skirts?|coats?|shirts?|clothes|hats?|toys?|dolls?|teddy bears?|books?|bread|cakes?|flowers?|roses|tulips) (?P<in>in|at) (?:an?|the) (?:shop|store)\b"
        ),
        lambda match: (
            f"{match['does']}{match['x']} {match['in']} a {_SHOP_OF.get(match['x'].rstrip('s'), 'clothes')} shop"
        ),
    ),
    (
        Pattern(
            r"\b(?P<does>(?:serv(?:es|ing)|handing out|pouring|bringing) (?:[a-z]+ ){0,3}?[a-z]+) (?:on|in|aboard) (?:an?|the) (?:air|aero)?plane\b(?! cabin)"
        ),
        r"\g<does> in the plane cabin",
    ),
    (
        Pattern(
            r"\bselling (?P<x>(?:[a-z]+ ){0,2}?[a-z]+) (?:from|at|out of) (?:an?|his|her|the) (?:(?:food|street|little|small|hot dog) )*(?:cart|stall|stand|kiosk|booth)\b"
        ),
        r"selling \g<x> at a market stall",
    ),
    (
        Pattern(
            r",? (?:because|since|after|as) (?:his|her|their|the) (?P<x>[a-z]+(?: [a-z]+)?) (?:has |had |just )*(?:fell|fallen|dropped|landed)(?: down| off)?(?: (?:on|onto|to) the (?:ground|floor|street|grass|sand))?\b"
        ),
        r", \g<x> on the ground",
    ),
    (
        Pattern(
            r"\b(?:sticking|poking|hanging|putting|leaning) (?:its|his|her|their) heads? out of (?:the )?(?:windows? of )?(?P<x>(?:an?|the|his|her|their) (?:[a-z]+ )?(?:car|train|bus|truck|van|taxi))(?: window)?\b"
        ),
        r"looking out of \g<x>",
    ),
    (
        Pattern(
            r"(?P<b>\b(?:an?|the) (?:school |yellow |big )*bus) (?:is )?(?:picking up|collecting|fetching|stopping for) (?P<who>(?:(?:the|some|two|three|four|five|a group of) )?(?:school)?(?:children|kids|pupils|students|passengers|people))\b"
        ),
        r"\g<who> getting on \g<b>",
    ),
    (
        Pattern(
            r"\b(?:splashing|playing|sitting)(?: about| around| happily)? in (?:the|an?|his|her) (?:bath ?tub|bath|tub)\b(?! of)"
        ),
        "taking a bath",
    ),
    (
        Pattern(
            r"(?P<b>\b(?:an?|the) (?:[a-z]+ )?hot[- ]air balloon)(?P<at>(?: (?:flying|floating|drifting|rising))?(?: (?:over|above|in|across) (?:the |an? )?[a-z]+)?) with (?P<who>(?:an?|two|three|the) (?:[a-z]+ )?(?:people|person|persons|men|women|man|woman|kids|children|boys?|girls?|passengers|couple|friends|family|dogs?|cats?|bears?))(?: (?:in|inside|on board|aboard)(?: it| the basket)?)?(?=$|[,.;!])"
        ),
        r"\g<who> in \g<b>\g<at>",
    ),
    (
        Pattern(
            r"(?P<x>\b(?:an?|the) (?:[a-z]+ )?(?:horse|camel|donkey|pony|elephant|motorcycle|motorbike|bike|bicycle|scooter))(?P<at>(?: (?:in|on|through|across) (?:the|an?) [a-z]+)?) with (?:an?|its|the) rider\b"
        ),
        r"a man riding \g<x>\g<at>",
    ),
    (  # there is no room below it
        Pattern(
            r"\b(?P<who>(?:boys?|girls?|kids?|children|child|man|woman|family|brothers?|sisters?|twins|toddler|baby|cousins)(?: and (?:an? |his |her )?[a-z]+)?) (?P<does>(?:is |are )?[a-z]+ing\b[^,.;]{0,30}?) (?:under|underneath|beneath) (?P<x>(?:an?|the|their) (?:[a-z]+ )?christmas tree)\b"
        ),
        r"\g<who> \g<does> beside \g<x>",
    ),
    (  # a baby elephant and its mother, who is no woman
        Pattern(
            rf"(?P<b>\b(?:an?|the|my|two|three) (?:[a-z]+ )?(?:(?:baby|little|tiny|young|small) (?P<x>{_BEASTS})|(?P<y>{'|'.join(_GROWN_UP)})))(?P<s>s?) (?P<how>(?:[a-z]+ing )?(?:and|with|behind|beside|next to|near|by)|following|hugging|cuddling) (?:its|their|his|her) (?:mother|mom|mum|mommy|mummy|mama|father|dad|daddy|parent)\b"
        ),
        lambda match: (
            f"{match['b']}{match['s']} {match['how']} {_grown(match['x'] or _GROWN_UP[match['y']])}"
        ),
    ),
    (  # a girl riding her bike past houses
        Pattern(
            r"(?P<does>\b(?:rid(?:es|ing)|cycl(?:es|ing)|walk(?:s|ing)|run(?:s|ning)|jog(?:s|ging)|stroll(?:s|ing)|skat(?:es|ing)|march(?:es|ing)|go(?:es|ing))\b[^,.;]{0,40}?) past (?=(?:an?|the|some|two|three|several|rows? of)?\s?[a-z]+)"
        ),
        r"\g<does> in front of ",
    ),
    (  # an elephant with a monkey in a tree: it is the monkey that is up there
        Pattern(
            r",? with (?P<who>(?:an?|two|three|some) (?:[a-z]+ )?[a-z]+) (?P<up>(?:sitting |sleeping |hanging |up |high |hiding |perched )*(?:in|on|up in) (?:an?|the|its|their) (?:[a-z]+ )?(?:tree|treetop|branch|nest|palm))\b"
        ),
        r", \g<who> \g<up>",
    ),
    (  # a table with a cake and two cups under a tree: all that is on the table
        Pattern(
            rf"(?P<host>\b(?:an?|the|one) (?:[a-z]+ )?{_BEARS}) (?P<with>with|full of|set with) (?P<x>[^.;]*?(?:,| and ) ?[^,.;]*?) (?P<at>(?:under|beneath|by|beside|next to|in front of|near) (?:an?|the) (?:[a-z]+ ){{0,2}}(?:tree|oak|willow|window|fireplace|lake|pond|river|pool|fence|house|bed|sofa|couch|bookshelf|door|wall|sea|tent|campfire))(?=$|[.;])"
        ),
        r"\g<host> \g<at> \g<with> \g<x>",
    ),
    (
        Pattern(
            r"(?:,? (?:and|while|as)|,)? ?\b(?P<c>(?:an?|the|two|her|his) (?:[a-z]+ )?[a-z]+) (?:is |are )?(?:watching|looking on|staring|looking)(?: (?:her|him|them|it))? from (?P<a>an?|the) (?P<x>(?:[a-z]+ )?(?:counter|table|chair|sofa|couch|shelf|bed|windowsill|roof|fence|bench|branch))\b"
        ),
        r", \g<c> on \g<a> \g<x>",
    ),
    (
        Pattern(
            r"\b(?:her|his|their|my) (?:whole |entire )?family (?:is |are )?(?P<does>clap(?:s|ping)?|cheer(?:s|ing)?|watch(?:es|ing)?|sing(?:s|ing)?|laugh(?:s|ing)?|smil(?:es|ing)?|wav(?:es|ing)?)\b"
        ),
        r"a man and a woman \g<does>",
    ),
    (
        Pattern(
            r"\b(?P<who>an? (?:brave )?firefighter|the firefighter) (?:is )?(?:rescuing|saving|carrying) (?P<x>(?:an?|the|two) (?:[a-z]+ )?(?:child|kid|girl|boy|baby|cat|dog|woman|man|puppy|kitten)) (?:out of|from) (?P<h>an?|the) (?P<b>burning (?:house|building))\b"
        ),
        r"\g<who> holding \g<x> in the arms, beside \g<h> \g<b>",
    ),
    (
        Pattern(
            r"(?P<who>消防员)(?:正?在)?从(?P<b>(?:着火|燃烧)的(?:房子|房屋|楼|大楼|屋子))里?(?:面)?(?:正)?(?:救出|抱出|背出|救下)(?:来)?(?:了)?(?P<x>[^，。,；;]{1,6})",
            re.NOFLAG,
        ),
        r"\g<who>抱着\g<x>，旁边是\g<b>",
    ),
    (
        Pattern(
            r"(?P<a>[^，。,；;]{1,8}?)(?:正?在)?骑着?(?P<b>自行车|单车|电动车|摩托车|车)[，,]?(?:车)?后[座面](?:上)?(?:坐着|坐的是|载着|带着|有)(?:她的?|他的?)?(?P<c>[^，。,；;]{1,6})(?=$|[，。；;])",
            re.NOFLAG,
        ),
        r"\g<a>骑\g<b>带着\g<c>",
    ),
    (Pattern(r"(?:过年|春节|过节)(?:时候?|的时候)(?=[，,]|[\u4e00-\u9fff])", re.NOFLAG), "过年"),
    (
        Pattern(r"给(?:鸟)?笼(?:子)?里的(?P<x>小?[鸟兔鹦鹉仓鼠]{1,2}子?)(?:喂食|喂吃的|喂东西)", re.NOFLAG),
        r"在鸟笼右边喂\g<x>",
    ),
    (  # a tree with a bench under the tree: the same one
        Pattern(
            r"(?P<lead>\b(?:an?|the|one) (?:[a-z]+ )?(?P<noun>[a-z]+)\b[^,.;]*?) with (?P<x>(?:an?|two|three|some) (?:[a-z]+ ){0,2}?[a-z]+ (?:under|below|behind|in front of|next to|beside|near|by|on|on top of|above|over|inside|to the (?:left|right) of) the (?P=noun)\b)"
        ),
        r"\g<lead>, \g<x>",
    ),
    (  # a frog to a girl who covers her eyes: she does
        Pattern(
            r"(?P<lead>ing [^,.;]{0,40}?\b(?:to|for) (?:an?|the|his|her)) (?P<who>(?:[a-z]+ )?[a-z]+) who (?P<does>[^,.;]+)"
        ),
        r"\g<lead> \g<who>, the \g<who> \g<does>",
    ),
    (
        Pattern(
            rf"(?:(?<! at )\b(?P<many>an?|the|two|three|four|some|several|a group of|a pair of) |^\W*){_YOUNG}(?P<noun>musicians?){_PLAY}{_STOP}"
        ),
        _musicians,
    ),
    (
        Pattern(rf"\b(?:an?|the|our|my) {_YOUNG}band(?= (?:on|in|at) )"),
        "a person holding a guitar and a person holding a drum and a singer",
    ),
    (
        Pattern(r"\b(?:an?|the) (?:school |church |gospel |children's )?choir (?:is )?singing\b"),
        "five children singing",
    ),
    (
        Pattern(
            rf"\b(?P<who>kids|children|boys|girls|students) (?:who are |are )?(?:on|in|from|of) (?:an?|the|their|our) (?:[a-z]+ )?{_SPORT} team\b"
        ),
        r"five \g<who> in red t-shirts and shorts",
    ),
    (
        Pattern(
            rf"(?:\b(?:an?|the|our|my) |^\W*)(?:(?:winning|proud|happy|whole|victorious) )*(?P<s>{_SPORT} )?team(?= (?:is |are )?(?:celebrating|cheering|training|posing|lined|lining|holding|standing|with an? (?:cup|trophy|medal)))"
        ),
        "five people in red t-shirts and shorts",
    ),
    (
        Pattern(
            r"\b(?:is |are )?(?:(?:standing )?lined up|lining up|posing|standing in line) for (?:an?|the|their) (?:[a-z]+ )?(?:photo|photograph|picture|portrait|selfie|shot)\b"
        ),
        "standing side by side",
    ),
    (
        Pattern(
            r"\b(?:an?|the) (?:big |peaceful |angry )?(?:protest|demonstration|protest march|rally) (?:with|of) (?:some |many |lots of |a lot of |angry )?(?=people\b)"
        ),
        "",
    ),
    (Pattern(r"\b(?:back |safely )?at home\b(?! (?:depot|with|on|in|base))"), "in the living room"),
    (
        Pattern(r"\bon the (?P<r>kitchen|bathroom|classroom|bedroom|library|office) floor\b"),
        r"in the \g<r>",
    ),
    (Pattern(rf"\ba (?:pair|couple) of {_FRIENDS}"), "two people"),
    (Pattern(rf"\b(?:an?|the|my) (?:big |whole |happy )?(?:bunch|gang|circle) of {_FRIENDS}"), "five people"),
    (
        Pattern(
            r"\b(?:is |are )?sharing (?P<x>(?:an? |some |the |his |her )?(?:[a-z]+ )?[a-z]+) with (?P<who>(?:his|her|their|an?|the) (?:[a-z]+ ){0,2}?[a-z]+)(?=$|[,.;]| (?:in|on|at|by|under)\b)"
        ),
        r"proffering \g<x> beside \g<who>",
    ),
    (
        Pattern(
            rf"\b(?:is |are )?driving (?P<x>{_VEHICLE}) with (?P<who>(?:(?:an?|the|his|her|two|three) )?(?:[a-z]+ ){{0,2}}?[a-z]+) (?:in it\b|(?:in|on) the (?:back|front|passenger|rear)(?: ?seats?)?\b|(?:in|on) the seat (?:next to|beside|behind) (?:him|her|them)\b)"
        ),
        r"and \g<who> in \g<x>",
    ),
    (
        Pattern(
            r"(?<=ing )(?<!flying )(?<!soaring )(?P<x>[^,.;]{0,40}?)\b(?:across|over) (?P<b>an?|the) (?P<how>(?:[a-z]+ )?)bridge\b"
        ),
        r"\g<x>on \g<b> \g<how>bridge",
    ),
    (
        Pattern(
            r"\b(?P<n>(?:(?!soccer|football|sports|basketball|music|team)[a-z]+ )?)(?:(?:soccer|football|sports|basketball|music|team) )?fans (?=(?:are )?(?:holding|waving|cheering|watching|in (?:the|a) stadium|at (?:the|a) (?:game|match|stadium|concert)|wearing|celebrating|clapping|singing|shouting|standing|sitting|with (?:signs|flags|scarves|painted)))"
        ),
        r"\g<n>people ",
    ),
    (
        Pattern(
            rf"\b(?P<g>(?:is |are )?(?:guarding|guards?|leaving|leaves) )?(?:(?:just )?(?:in front of|outside(?: of)?|before|at the (?:mouth|entrance) (?:of|to)|by the (?:mouth|entrance) of|beside|near|next to|(?:coming|peeking|walking|crawling|stepping|looking) out of) )?(?<=[a-z] ){_CAVE}"
        ),
        _before_the_cave,
    ),
    (
        Pattern(
            r"(?:(?P<how>站|坐|趴|睡|躺|蹲)(?:着)?)?在(?P<x>山洞|洞穴|岩洞)的?(?:前面|前|门口|洞口|口|外面|外|旁边|旁)(?:边)?|(?:守|看守)(?:护)?着?(?P<y>山洞|洞穴|岩洞)",
            re.NOFLAG,
        ),
        lambda match: f"{match['how'] or ('站' if match['y'] else '')}在洞口前面",
    ),
    (
        Pattern(
            r"(?P<x>小?(?:猪|熊|兔|鸭|鸡|猫|狗|猴|鼠|羊|狼|狐狸|企鹅|刺猬|老鼠|松鼠)子?)(?P<n>[两三四五六七])(?:兄弟|姐妹|姊妹|兄妹|姐弟)",
            re.NOFLAG,
        ),
        r"\g<n>只\g<x>",
    ),
    (
        Pattern(
            r"\bhaving a picnic(?P<at>(?: (?:under|by|on|in|near|at|beside) (?:an?|the) (?:[a-z]+ ){0,2}?[a-z]+)?) with (?P<who>(?:an?|their|his|her|the|two|three) (?:(?:[a-z]+ )?(?:dogs?|puppy|puppies|cats?|kittens?|rabbits?|ponies|pony|ducks?)))\b"
        ),
        r"having a picnic\g<at>, \g<who>",
    ),
    (
        Pattern(
            r"^\W*an? (?:[a-z]+ )?picnic(?P<at>(?: (?:by|in|at|on|under|near|beside) (?:the|an?) (?:[a-z]+ ){0,2}?[a-z]+)?) with (?P<who>(?:two|three|four|five|some|an?|the|my) (?:[a-z]+ )?(?:kids|children|friends|people|girls|boys|family|couple))\b"
        ),
        r"\g<who> having a picnic\g<at>",
    ),
    (Pattern(r"\b(?P<d>an?|the|our|my) family picnic\b"), r"\g<d> family having a picnic"),
    (  # which one of them holds
        Pattern(
            r"\b(?:holding|carrying|raising|with) (?:up )?(?P<a>an?|the|their) (?P<how>(?:(?:big|large|huge|long|red|white|yellow|blue) )?)banner\b(?! (?:ad|image|on|over|above|behind)\b)"
        ),
        r"holding \g<a> \g<how>sign",
    ),
    (
        Pattern(
            r"(?P<who>\b[a-z]+) with (?P<x>(?:an? |two |three )?(?:[a-z]+ )?(?:signs?|placards?|posters?)) (?=(?:that |which )?(?:says?|saying|reads?|reading)\b)"
        ),
        _holding,
    ),
    (
        Pattern(
            rf"\b(?:(?:her|his|their|the|a pair of) )?(?:baby )?twins (?=(?:(?:are )?(?:sitting|sleeping|asleep|lying) )?in (?:an?|the|her|his|their) {_PRAM}\b)"
        ),
        "two babies ",
    ),
    (
        Pattern(
            rf"\b(?P<d>an?|the) (?P<x>{_PRAM}) with (?:her |his |their )?(?P<b>(?:an? |the )?(?:[a-z]+ )?(?:baby|toddler|puppy|kitten)|(?:two|three) (?:babies|toddlers|puppies|kittens)|(?:baby )?twins)\b(?: in it| inside)?(?=$|[,.;])"
        ),
        _in_the_pram,
    ),
    (
        Pattern(
            rf"\b(?P<p>pushing|pushes) (?:along )?(?P<b>(?:(?:an?|the|her|his|their|two|three) )?(?:[a-z]+ )?(?:baby|babies|toddlers?|child|son|daughter|puppy|dog|cat)) in (?P<x>(?:an?|the|her|his|their) {_PRAM})(?P<at>(?: (?:on|in|through|along|down|past|by|at|over|across) (?:an?|the) (?:[a-z]+ )?[a-z]+)?)\b"
        ),
        r"\g<p> \g<x>\g<at>, \g<b> in \g<x>",
    ),
    (
        Pattern(
            r"\bpushing (?P<x>(?:an?|the|her|his) (?:stroller|pram|pushchair|buggy)) with (?P<b>(?:(?:an?|the|her|his) (?:[a-z]+ )?(?:baby|toddler|child)|(?:(?:her|his|their) )?twins))(?! (?:on an?|riding|beside|next to|walking|running)\b)(?: (?:in|inside|sitting in|sleeping in) it)?(?P<at>(?: (?:on|in|through|along|down|past|by|at) (?:an?|the) (?:[a-z]+ )?[a-z]+)?)\b"
        ),
        lambda match: (
            f"pushing {match['x']}{match['at']}, {'two babies' if match['b'].lower().endswith('twins') else match['b']} in {match['x']}"
        ),
    ),
    (
        Pattern(
            r"\b(?:is |are )?having (?:a )?(?P<x>tea|cup of tea|tea party|coffee)(?: together)? (?P<w>(?:under|beneath|below) (?:an?|the|their) (?:[a-z]+ ){0,2}(?:tree|oak|willow|parasol))\b"
        ),
        lambda match: f"drinking {'coffee' if match['x'] == 'coffee' else 'tea'} {match['w']}",
    ),
    (
        Pattern(
            r"(?:爸爸|妈妈|爷爷|叔叔)(?:正?在)?开着?(?:小|汽)?车(?:带着?|载着?|拉着?)(?:全家|一家人|家人|家里人|全家人|一家)(?:去|出去|出门|出)?(?:旅游|旅行|出游|郊游|游玩|玩|兜风|春游|秋游)?(?=$|[，。,])",
            re.NOFLAG,
        ),
        "汽车里坐着爸爸、妈妈、一个女孩、一个男孩",
    ),
    (
        Pattern(r"(?<![个名位])(?P<t>足球|篮球|排球|棒球|橄榄球)(?:队员|运动员|球员|选手)们", re.NOFLAG),
        r"五个\g<t>运动员",
    ),
    (Pattern(r"在(?P<x>树枝|藤)上荡秋千", re.NOFLAG), r"挂在\g<x>上"),
    (Pattern(r"(?:学校的?|秋季|春季)?(?:运动会|体育节)(?:上|里)", re.NOFLAG), "操场上"),
    (
        Pattern(
            r",? while (?P<w>a man and a woman|(?:the|an?|his|her|their|two|three|some|other) (?:[a-z]+ ){0,2}?[a-z]+) (?:watch(?:es)?|looks? on|(?:is|are) (?:watching|looking on))(?=$|[,.;]| (?:in|on|at|from)\b)"
        ),
        r" and \g<w>",
    ),
    (  # who does one thing, and who does another
        Pattern(
            r"(?P<a>[一两二三四五六七八几2-9][个位名只群][^、，。,的]{1,5}?(?:正?在)?(?:踢|跳|跑|放|打|下|看|读|画|唱|骑|吹|拍|滑|荡|堆|追|喂|遛|扫|写|吃|喝|坐|站|躺|玩|弹|钓|聊)[^、，。,的]{0,4})、(?=[一两二三四五六七八几2-9][个位名只群])",
            re.NOFLAG,
        ),
        r"\g<a>，",
    ),
    (  # on whose wall the board is
        Pattern(
            r"(?P<who>\b(?:teachers?|pupils?|students?|schoolchildren|kids|children)\b[^,.;]{0,30}?)(?: standing)? (?:at|in front of|by|near|before) the board\b"
        ),
        r"\g<who> in the classroom",
    ),
    (
        Pattern(
            r"\b(?:is |are )?(?:taking|going for|having|enjoying) an? (?:(?:morning|evening|quiet|leisurely|long|short) )?(?:walk|stroll)\b"
        ),
        "walking",
    ),
    (  # what nobody does alone
        Pattern(
            r"(?<![个位名群们两三四五几些])(?P<who>小朋友|孩子|小孩|同学|学生)们?(?=[^，。,的]{0,6}(?:打雪仗|捉迷藏|拔河|丢手绢|玩老鹰捉小鸡|跳皮筋|做游戏|排着?队|排成一?[队排列]))",
            re.NOFLAG,
        ),
        r"三个\g<who>",
    ),
    (
        Pattern(
            r"(?<![只群个些条头匹])(?P<x>小?(?:蚂蚁|鸭子?|企鹅|大雁|鹅|鸡|大象|猴子?|老鼠|兔子?))(?=[^。；;只个]{0,8}?排(?:成|着|了)(?:一?[队排列]|长队|队))",
            re.NOFLAG,
        ),
        r"五只\g<x>",
    ),
    (
        Pattern(
            r"(?P<p>^|[，,。；;]|(?<=[节天晚日夜里上]))大家(?=(?:正?在|都|一起|围|猜|聚|举|唱|跳|欢|高兴|开心)(?![^，。,]*(?:龙舟|龙船)))",
            re.NOFLAG,
        ),
        r"\g<p>五个人",
    ),
    (
        Pattern(
            r"(?P<w>\b(?:an?|the|his|her|two|three|my) (?:[a-z]+ )?[a-z]+) with (?P<x>an? (?:broken|bandaged|hurt|injured|sprained) (?:arm|leg|foot|wrist|ankle)) (?P<b>(?:lying |resting |sitting )?in (?:an?|the|his|her) (?:hospital )?bed)\b"
        ),
        r"\g<w> \g<b> with \g<x>",
    ),
    (Pattern(r"刮?(?:台风|飓风)天(?:气|里)?", re.NOFLAG), "暴风雨"),
    (
        Pattern(
            r"(?:(?<=^)|(?<=[，,。；;]))(?:在)?(?P<where>[^，。,；;着有的]{1,6}?(?:[上下里旁中边前后](?:面|边)?|中间))(?P<how>坐|站|躺|趴|蹲|睡|跪|有)(?:着|了)?(?P<many>[两二三四五六七八九十几2-9]+[个位名只])(?P<does>[^，。,；;的]{2,8})的(?P<who>[\u4e00-\u9fff]{1,4})(?=$|[，。,；;])",
            re.NOFLAG,
        ),
        lambda match: (
            f"{match['many']}{match['does']}的{match['who']}{'' if match['how'] == '有' else match['how']}在{match['where']}"
        ),
    ),
)


def told_by_who_is_there(prompt: str) -> str:
    """The first wish with such people and places told plainly; else as it was. What stands in quotation marks stays."""
    return beside_quotations(prompt, _told)


def _told(prompt: str) -> str:
    for pattern, told in _SAID:
        prompt = pattern.sub(told, prompt)
    return prompt
