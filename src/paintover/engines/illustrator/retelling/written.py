"""Words that are to be written, told with their quotation marks and their place: "write 2+2=4 on it" is on the only board that
is there, "write Happy Birthday above the cake" stands at the top, 蛋糕下方写生日快乐 at the bottom.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.letters.boards import WRITABLE
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_QUOTED = r"[“\"「『](?P<quoted>[^”\"」』\n]{1,120})[”\"」』]"
_WRITTEN = Pattern(
    rf"(?:please )?(?:(?:write|put|print|chalk|add)(?: the (?:words?|text|numbers?|letters?))? {_QUOTED}|(?:write|print|chalk) (?P<bare>(?-i:[A-Z0-9])[^“”\",.;\n]{{0,60}}?))"
    r",? (?P<where>on|onto|over|above|below|under|underneath|beneath) (?P<noun>it|that|them|there|(?:the|his|her|its|their) [a-z ]{2,24})(?: please)?"
)
_WRITTEN_ZH = Pattern(
    rf"(?:请)?(?:在)?(?P<noun>[\u4e00-\u9fff]{{0,6}}?)的?(?P<where>上面|上方|上边|顶上|头顶上方|上|下面|下方|下边|底下)(?:再)?(?:写上?|写着|加上|印上?)(?:几个)?(?:大|小)?字?[:：]?(?:{_QUOTED}|(?P<bare>[^“”\"，。；,;\n\s的个几一有画放贴挂站坐着上：:][^“”\"，。；,;\n]{{1,30}}))",
    re.NOFLAG,
)
_NAMED_SIGN = Pattern(
    r"\b(?:an?|the) (?P<how>(?:(?:big|small|red|wooden|little|white|yellow|neon) )?)(?P<words>sale|open|closed|exit|welcome|no smoking|no parking|no entry|no swimming|for sale|for rent|sold out|danger|wet floor|keep out|now hiring)[ -]sign(?:board)?s?\b(?! (?:that|which|saying|says|reading|with))"
    r"|(?P<zh>打折|促销|营业中|欢迎光临|禁止吸烟|禁止停车|禁止入内|请勿打扰|出口|入口|休息中|特价|大减价|出租|出售)的?(?:标志牌|告示牌|指示牌|牌子|招牌|标牌)"
)
_IN_CAPITALS = Pattern(
    r"\b(?P<lead>(?:with|and|saying|has) )(?:the )?words? (?P<words>(?-i:[A-Z][\w’'!]*)(?: (?-i:[A-Z0-9][\w’'!]*))*)(?=$|[,.;]| (?:on|at|in|above|below|under)\b)"
)
"""A cake with the words Happy Birthday Emma."""
_SUM = re.compile(r"[+=×÷]")
_ABOVE = frozenset({"above", "over", "上方", "顶上", "头顶上方"})
_BELOW = frozenset({"below", "under", "underneath", "beneath", "下面", "下方", "下边", "底下"})


def with_words_of_signs(prompt: str) -> str:
    """A wish with signs that go by what stands on them told with their words: "a sale sign", 营业中的牌子; and words told by
    their capitals in quotation marks."""
    prompt = _IN_CAPITALS.sub(r"\g<lead>the words “\g<words>”", prompt)
    return _NAMED_SIGN.sub(
        lambda match: (
            f"写着“{match['zh']}”的牌子"
            if match["zh"]
            else f"a {match['how']}sign that says “{match['words'].upper()}”"
        ),
        prompt,
    )


_OF_A_SIGN = re.compile(
    r"(?<![写着有上])(?P<words>“[^”]{1,40}”|\"[^\"]{1,40}\"|「[^」]{1,40}」|『[^』]{1,40}』)(?:字样|几个字)?的(?P<what>(?:标语|指示|告示|广告|欢迎|提示|警示|警告|门|路|木|灯|大|小)?牌子?|招牌|横幅|条幅|标语|灯箱|旗子)"
)
"""“欢迎光临”的牌子: what it says."""


def told_as_written(prompt: str, base: Scene) -> str:
    """The wish for words on a picture with their marks and their place; as it is where it is no such wish."""
    prompt = _OF_A_SIGN.sub(r"写着\g<words>的\g<what>", with_words_of_signs(prompt))
    bare = prompt.strip(" .。")
    chinese = _WRITTEN_ZH.fullmatch(bare)
    if (match := chinese or _WRITTEN.fullmatch(bare)) is None:
        return prompt
    words, noun, where = (
        (match["quoted"] or match["bare"]).strip(),
        match["noun"].lower(),
        match["where"].lower(),
    )
    zh = chinese is not None
    words = _SO_MANY_LETTERS.sub("", words) if zh and match["bare"] is not None else words
    if where in _BELOW or where in _ABOVE:
        top = where in _ABOVE
        if zh:
            return f"在画面{'顶' if top else '底'}部写“{words}”"
        return f"write “{words}” at the {'top' if top else 'bottom'}"
    unnamed = noun in ("it", "that", "there", "")
    board = (_only_board(base) or _spoken_of(base)) if unnamed else _of_that_name(noun, base) if zh else None
    if board is not None:
        name = called_apart(base, board.id, chinese=zh)
        return f"{name}上写着“{words}”" if zh else f"write “{words}” on {name}"
    is_sum = not zh and match["bare"] is not None and _SUM.search(words) is not None
    return f"write “{words}” {where} {noun}" if is_sum else prompt


def _only_board(base: Scene) -> Thing | None:
    """The only thing there that is for words."""
    boards = [one for one in base.objects if one.kind in _FOR_WORDS]
    return boards[0] if len(boards) == 1 else None


def _spoken_of(base: Scene) -> Thing | None:
    """What was spoken of last, or came last and lies on something, where words can stand on it: a mug on a desk."""
    about = base.thing(base.focus) if base.focus is not None else None
    if about is None and base.objects and (rel := base.objects[-1].rel) is not None and rel.type == "on":
        about = base.objects[-1]
    return about if about is not None and about.kind in WRITABLE and not base.sheet else None


def _of_that_name(noun: str, base: Scene) -> Thing | None:
    """杯子上写爸爸: the only thing of that name on which words can stand."""
    named = [one for one in base.objects if one.label in (noun, f"{noun}子") and one.kind in WRITABLE]
    return named[0] if len(named) == 1 else None


_SO_MANY_LETTERS = re.compile(r"(?<=.)(?:这?[一两二三四五六几]个大?字|字样)$")
_FOR_WORDS = frozenset({"blackboard", "whiteboard", "signpost", "billboard", "banner"})
