"""Short answers in words to questions about the pictures of a conversation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from paintover.domain.call import Language, Question, Topic
from paintover.domain.conversation import Conversation, PastPicture
from paintover.domain.generation import Generation

MOST_LISTED = 6
"""Pictures that one answer lists, and steps by which it tells how a picture came to be."""
PROMPT_SHOWN = 120

_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("count", re.compile(r"几张|多少张|几幅|几版|how many (?:\w+ ){0,2}(?:pictures|images|pics|photos|versions|drawings|times|edits|ones)|何枚|몇 ?장|wie viele (?:bilder|fotos)|combien d'images|cuántas (?:imágenes |fotos )?(?:has|llev|hay|hiciste)|quantas (?:imagens|fotos)|quante (?:immagini|foto)|сколько (?:картинок|изображений|рисунков)", re.I)),
    ("ratio", re.compile(r"比例|宽高比|横的还是竖|画幅|aspect|\bratio\b|landscape or portrait", re.I)),
    ("size", re.compile(r"多大|尺寸|分辨率|像素|多宽|多高|大小|how (?:big|large|wide|tall|high)|\bsize\b|resolution|pixels|dimensions|what format|png|jpe?g", re.I)),
    ("prompt", re.compile(r"提示词|描述词|咒语|prompt|what did i (?:ask|say|write|type)|我(?:当时|刚才)?(?:说|写)(?:的|了)(?:是)?(?:什么|啥)", re.I)),
    ("change", re.compile(r"改了|变了|做了什么|加了什么|区别|不同|差别|what (?:did|have|has) (?:you|it|been|we) ?(?:change|do|add|edit|alter|modif|remove)|what(?:'s| is| was) (?:different|changed|new)|difference|changed", re.I)),
    ("list", re.compile(r"有哪些(?:图|张|版)|列(?:一下|出)|which (?:pictures|images) (?:do|have)|list (?:all|the|my|every)|what (?:pictures|images) (?:do|have)", re.I)),
    ("about", re.compile(r"你是谁|你(?:能|会)(?:做|干|画)?(?:什么|啥)|怎么用|何ができ|あなたは誰|뭐 ?할 수|누구(?:야|니|세요)|was kannst du|wer bist du|(?:que|qu'est-ce que tu) sais(?:-tu)?|qui es-tu|qué (?:sabes|puedes) hacer|quién eres|o que você (?:sabe|consegue|pode)|quem é você|cosa sai fare|chi sei|что ты умеешь|кто ты|who are you|what (?:are|can) you|what do you do|how do(?:es)? (?:this|it|i|you) work|help", re.I)),
    ("contents", re.compile(r"(?:你|刚才?|上一?张)?(?:都|给我)?画(?:了|的是?)(?:些)?(?:什么|啥)|what (?:did|have) (?:you|we|u)(?: just)? (?:draw|drawn|paint|painted|make|made)|what (?:is|was) (?:drawn|painted)|describe (?:it|the|this|that)|(?:图|张|幅|版|画)(?:片|面)?(?:里|中|上)|里面|有没有|什么颜色|啥颜色|是什么|画的(?:是)?(?:什么|啥)|[几多少](?:只|头|匹|个|条|朵|棵|座|辆|人)|是不是|in (?:the|my|your|that|this) (?:\w+ )?(?:picture|image|photo|drawing|one)|(?:picture|image|photo|drawing|one) (?:show|contain|have|has)|is there|are there|what colou?r|how many|what(?:'s| is| was) (?:in|on|the|that|it)|^\W*(?:is|are|does|do|did|has|have) (?:the|it|he|she|they)\b", re.I)),
)  # fmt: skip


def topic_of(question: str) -> Topic:
    """What a question asks; ``other`` when it is about nothing that this server knows."""
    return next((topic for topic, cue in _TOPICS if cue.search(question)), "other")


def answer_question(
    question: Question, conversation: Conversation, facts: Mapping[str, Generation], language: Language
) -> str:
    """One or two sentences in `language`. `facts` maps gen_ids to what the store knows and may be empty: then only
    what the conversation itself tells is said, and what it does not tell is called unknown. No link is ever in it.
    """
    known = conversation.pictures()
    about = [picture for picture in known if picture.name in question.about] or list(known[-1:])
    return _plain(_SAYS[question.topic](known, about, facts, language == "zh"))


Pictures = tuple[PastPicture, ...]
Says = Callable[[Pictures, list[PastPicture], Mapping[str, Generation], bool], str]


def _size(known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool) -> str:
    if not about:
        return _none_yet(chinese)
    return " ".join(_size_of(picture, facts.get(picture.name), chinese) for picture in about[:MOST_LISTED])


def _size_of(picture: PastPicture, fact: Generation | None, chinese: bool) -> str:
    place, ratio = picture.ordinal, picture.call.ratio if picture.call else None
    if fact is not None:
        shape = f"{fact.width} × {fact.height}"
        return (
            f"第 {place} 张是 {shape} 像素，比例 {fact.ratio}。" if chinese
            else f"Picture {place} is {shape} pixels, ratio {fact.ratio}."
        )  # fmt: skip
    if ratio:
        return (
            f"第 {place} 张的比例是 {ratio}，具体像素我这里没有记录。" if chinese
            else f"Picture {place} has the ratio {ratio}; its pixels are not on record here."
        )  # fmt: skip
    return (
        f"第 {place} 张的大小我这里没有记录。"
        if chinese
        else f"The size of picture {place} is not on record here."
    )


def _count(known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool) -> str:
    count = len(known)
    if not count:
        return _none_yet(chinese)
    if chinese:
        return f"这段对话里一共有 {count} 张图。"
    return f"There {'is one picture' if count == 1 else f'are {count} pictures'} in this conversation so far."


def _prompt(known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool) -> str:
    if not about:
        return _none_yet(chinese)
    picture = about[0]
    words = _words_of(picture, facts)
    return (
        f"第 {picture.ordinal} 张的提示词是：{words}。"
        if chinese
        else f"The prompt of picture {picture.ordinal} was: {words}"
    )


def _change(known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool) -> str:
    if not about:
        return _none_yet(chinese)
    picture = about[-1]
    fact, words = facts.get(picture.name), _words_of(picture, facts)
    sources = fact.sources if fact is not None else picture.call.sources if picture.call else ()
    before = next((one.ordinal for one in known if one.name in sources), None)
    if before is not None:
        return (
            f"第 {picture.ordinal} 张是在第 {before} 张上改的：{words}。" if chinese
            else f"Picture {picture.ordinal} was made from picture {before}: {words}"
        )  # fmt: skip
    if sources:
        return (
            f"第 {picture.ordinal} 张是在更早的一张图上改的：{words}。" if chinese
            else f"Picture {picture.ordinal} was made from an earlier picture: {words}"
        )  # fmt: skip
    return (
        f"第 {picture.ordinal} 张是新画的：{words}。"
        if chinese
        else f"Picture {picture.ordinal} was drawn anew: {words}"
    )


def _contents(
    known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool
) -> str:
    """Nobody looks at the picture: what is known is what it was drawn from, step by step."""
    if not about:
        return _none_yet(chinese)
    picture = about[-1]
    steps = [_words_of(step, facts) for step in _steps_to(picture, known, facts)]
    told = steps if len(steps) <= MOST_LISTED else [steps[0], "…", *steps[2 - MOST_LISTED :]]
    if chinese:
        return f"第 {picture.ordinal} 张我只知道是照什么画的：{' → '.join(told)}。"
    return f"Of picture {picture.ordinal} I only know what it was drawn from: {' → '.join(told)}"


def _steps_to(picture: PastPicture, known: Pictures, facts: Mapping[str, Generation]) -> list[PastPicture]:
    """A picture and those that it was made from, along first sources, the oldest first."""
    by_name = {one.name: one for one in known}
    steps, seen = [picture], {picture.name}
    while True:
        fact, call = facts.get(steps[0].name), steps[0].call
        sources = fact.sources if fact is not None else call.sources if call is not None else ()
        before = by_name.get(sources[0]) if sources else None
        if before is None or before.name in seen:
            return steps
        seen.add(before.name)
        steps.insert(0, before)


def _list(known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool) -> str:
    if not known:
        return _none_yet(chinese)
    shown = known[-MOST_LISTED:]
    if chinese:
        steps = "；".join(f"第 {one.ordinal} 张 {_words_of(one, facts)}" for one in shown)
        return f"一共 {len(known)} 张。{'最近的是：' if len(shown) < len(known) else ''}{steps}。"
    steps = "; ".join(f"{one.ordinal}: {_words_of(one, facts)}" for one in shown)
    return f"{len(known)} in all. {'The latest: ' if len(shown) < len(known) else ''}{steps}."


def _about(known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool) -> str:
    if chinese:
        return "我按你说的话画图、改图：说出想画什么，或者说要改哪一张、怎么改。"
    return "I draw and edit pictures from what you say: tell me what to draw, or which picture to change and how."


def _pleasantry(
    known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool
) -> str:
    if chinese:
        return "好的。还想画什么，或者想改哪一张，说就行。"
    return "My pleasure. Tell me what to draw next, or which picture to change and how."


def _other(known: Pictures, about: list[PastPicture], facts: Mapping[str, Generation], chinese: bool) -> str:
    if chinese:
        return "这个我答不上来。我会画图和改图，也能告诉你每张图的大小、提示词和改动。"
    return "I cannot answer that. I draw and edit pictures, and can tell you each one's size, prompt and changes."


_SAYS: dict[Topic, Says] = {
    "size": _size, "ratio": _size, "count": _count, "prompt": _prompt, "change": _change, "list": _list,
    "contents": _contents,
    "about": _about, "pleasantry": _pleasantry, "other": _other,
}  # fmt: skip


def _none_yet(chinese: bool) -> str:
    return "这段对话里还没有图。" if chinese else "There is no picture in this conversation yet."


def _words_of(picture: PastPicture, facts: Mapping[str, Generation]) -> str:
    fact = facts.get(picture.name)
    words = (
        (fact.prompt if fact is not None else "")
        or (picture.call.prompt if picture.call else "")
        or picture.said
    )
    words = " ".join(words.split())
    return words if len(words) <= PROMPT_SHOWN else words[: PROMPT_SHOWN - 1] + "…"


_LINKS = re.compile(r"(?:https?://|www\.)\S+|!\[|[`<>]")


def _plain(sentence: str) -> str:
    """Without links or marks that a client would read as an answer's own lines: prompts are other people's words."""
    return _LINKS.sub("", sentence)
