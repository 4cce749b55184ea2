"""Whose something is who is not in the picture: a teddy on "a child's bed", 猫睡在奶奶的椅子上.

Furniture, rooms, vehicles and what things are kept in have owners in words only. Read as somebody who is there, the owner took
for himself what was told of the chair. What is on somebody's head or knee has them in the picture, and is left alone.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.wording import Pattern

_OWNED = (
    r"(?:(?:living |dining |bath|bed|class|sitting |sewing |play)?rooms?|beds?|cots?|cribs?|(?:rocking |arm|high)? ?chairs?|sofas?|couch(?:es)?|desks?|(?:kitchen |coffee )?tables?|shel(?:f|ves)"
    r"|wardrobes?|closets?|(?:knitting |laundry |picnic |sewing |shopping )?baskets?|tool ?box(?:es)?|kitchens?|houses?|cottages?|cabins?|apartments?|flats?|gardens?|(?:back ?)?yards?|garages?"
    r"|sheds?|barns?|farms?|fields?|orchards?|shops?|stalls?|offices?|stud(?:y|io)|workshops?|porch(?:es)?|balcon(?:y|ies)|roofs?|windows?|windowsills?|doorsteps?|doors?|cars?|trucks?|vans?"
    r"|tractors?|boats?|bikes?|bicycles?|pillows?|suitcases?|backpacks?|handbags?|bath ?tubs?|fireplaces?)"
)
_LOOKED = r"(?:(?:old|new|big|little|small|red|blue|green|white|black|brown|yellow|pink|favou?rite|cosy|cozy|wooden|empty) )*"
_OF_THE_ABSENT = re.compile(
    r"(?P<at>^|\b(?:on|in|under|at|beside|near|by|behind|inside|into|onto|against|next to|in front of|from|outside|around|over|of) )"
    rf"(?:(?:an?|the|my|his|her|their|our|your) )?(?:(?:old|little|young|small|new|best) )?(?P<owner>[a-z]+)(?:['’]s|(?<=s)['’]) (?P<what>{_LOOKED}{_OWNED})\b(?!['’-])",
    re.IGNORECASE,
)
_KIN_ZH = (
    r"(?:爸爸妈妈|爷爷奶奶|外公外婆|爸妈|爸爸|妈妈|爷爷|奶奶|外婆|外公|姥姥|姥爷|叔叔|阿姨|哥哥|姐姐|弟弟|妹妹|小朋友|孩子们?|小孩|宝宝|女儿|儿子|孙子|孙女|主人|邻居"
    r"|老师|医生|朋友|同学|农夫|农民|老[奶爷]爷?奶?|老人|小?女孩|小?男孩|国王|公主|王子)"
)
_YOUNG_ZH = r"(?:孩子们?|小朋友|小孩|宝宝|女儿|儿子|孙子|孙女|哥哥|姐姐|弟弟|妹妹|小?女孩|小?男孩)"
"""Whose room is a bedroom."""
_OWNED_ZH = (
    r"(?:[大小旧新老红蓝绿白黑木]?色?的?)(?:摇椅|躺椅|藤椅|轮椅|椅子|板凳|凳子|沙发|小?床|书桌|餐桌|饭桌|桌子|衣柜|书柜|柜子|书架|抽屉|枕头|被窝|被子|房间|卧室|书房|客厅|厨房"
    r"|院子|后院|前院|菜园|菜地|花园|果园|农场|田里|地里|办公室|房子|屋子|屋里|屋顶|窗台|窗前|阳台|门口|家门口|篮子|菜篮|竹篮|书包|背包|行李箱|工具箱|自行车|电动车|摩托车|三轮车|卡车|拖拉机|汽车|小?船|车[里上后])"
)
_OF_THE_ABSENT_ZH = Pattern(
    rf"(?P<at>^|在|[到进])(?:我|你|他|她)?(?:们)?(?:的|家)?(?!{_YOUNG_ZH}的房间){_KIN_ZH}(?:家)?(?:的|家)(?={_OWNED_ZH})"
)


def told_without_who_is_absent(prompt: str) -> str:
    """The wish for a new picture with what is owned, and without its owner."""
    words = vocabulary("en").words

    def told(match: re.Match[str]) -> str:
        owner, what = match["owner"].lower(), match["what"].lower()
        if f"{owner}'s {what}" in words or f"{owner} {what}" in words or owner in _ONES_OWN:
            return match[0]
        return f"{match['at']}{'' if what.endswith('s') else 'the '}{_HANDIWORK.sub('', match['what'])}"

    return _OF_THE_ABSENT_ZH.sub(r"\g<at>", _OF_THE_ABSENT.sub(told, prompt))


_HANDIWORK = re.compile(r"^(?:knitting|sewing|laundry) ", re.IGNORECASE)
"""What would be read as somebody at work."""
_ONES_OWN = frozenset(
    {
        "it",
        "that",
        "there",
        "here",
        "who",
        "he",
        "she",
        "one",
        "let",
        "today",
        "doctor",
        "dentist",
        "barber",
        "santa",
        "men",
        "women",
        "ladies",
        "gents",
    }
)
"""What an apostrophe follows in other senses, and whose room is a place of its own."""
