"""What the sky does, told as it is said of it: "the rain has stopped", 雪停了, "the sun comes out", 月亮出来了, "add the sun".

Whether it rains or a sun shines the picture tells, so that the weather changes, or the answer says that it is so already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH, luminary_in
from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.scene import Environment, Scene
from paintover.engines.illustrator.staging.standing import scene_size
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!\n]+(?:\s*(?:and|then)\s+)?|\.(?=\s|$)|\s+(?:and|then)\s+|然后|并且)")
_IS = r"(?:(?:has|have|is|are)(?: now| finally)? )?"
_ENDS = r"(?:stops?|stopped|ends?|ended|over|gone|gone away|lets? up|let up)"
_OVER = Pattern(
    rf"(?:and |then )?(?:the |this )?(?P<what>snow(?:fall|storm)?|rain(?:fall)?|storm|thunderstorm|fog|mist|wind) {_IS}(?:{_ENDS}|lifts?|lifted|clears?(?: up)?|cleared(?: up)?|dies down|died down)(?: now)?"
    r"|it (?:has )?(?:stops?|stopped) (?P<ing>snowing|raining|storming|blowing)"
    r"|(?:please )?(?:make |let |have )(?:the |it )?(?P<made>snow(?:ing)?|rain(?:ing)?|storm|fog|wind|snowing) (?:stop|go away|end|lift)"
    r"|(?:please )?(?:make it |have it )?stop (?:the )?(?P<stop>snow(?:ing|fall)?|rain(?:ing)?|storm|fog|wind)"
    r"|(?P<no>no (?:more )?(?:snow(?:fall|ing)?|rain(?:ing)?|storm|fog|mist|wind)(?: (?:any ?more|please|now))?)"
    r"|(?:现在|外面|外头|天上)?(?:大|小|暴)?(?P<zh>雪|雨|雾|风|暴风雨|雷雨)(?:终于|已经)?(?:停|散|过去|小下来)了?"
    r"|(?:不要|不|别|让它别)(?:再)?(?:下|刮|起|有)(?P<not>雪|雨|雾|风)了?(?:吧|啦)?|(?:把)?(?P<halt>雪|雨|雾|风)(?:停掉|停下来?|散掉)"
)
_FALLS = {
    "snow": "snow", "雪": "snow", "rain": "rain", "雨": "rain", "fog": "fog", "mist": "fog", "雾": "fog", "wind": "wind", "blow": "wind",
    "风": "wind", "storm": "storm", "thun": "storm", "暴风": "storm", "雷雨": "storm",
}  # fmt: skip
_STORMY = frozenset({"rain", "wind", "storm"})
"""What a storm has of all."""
_CLEARS = Pattern(
    rf"(?:the )?(?:sky|weather) (?:{_IS}(?:clears?(?: up)?|cleared(?: up)?|brightens?(?: up)?|clear now)|improves?|gets (?:better|nicer))|clear up the (?:weather|sky)|(?:make|give (?:it|us|me)) (?:the )?(?:nice|good|better|fine|lovely) weather|make the weather (?:nice|good|better|fine|lovely)|天气?(?:变好|转好|好转|放晴)了?"
)
_SUN_OUT = Pattern(
    r"(?:let |make |have )?(?:the )?sun (?:(?:has |is )?(?:comes?|came|coming|is|be) out(?: again)?|shines?|shining|is shining|shine(?: again)?)|太阳(?:又|再)?(?:出来|露出来|露脸)了?"
)
_MOON_UP = Pattern(
    r"(?:let |make |have )?(?:the )?(?:full )?moon (?:(?:has |is )?(?:comes?|came|coming|is|be) (?:out|up)|rises?|rose|risen|shines?|is shining)|月亮(?:又|再)?(?:出来|升起来?|升上来|爬上来)了?"
)
_MELTS = Pattern(
    rf"(?:the |all the |let the )?snow {_IS}(?:melts?|melted|melting|melts away|melted away)(?: away)?|melt the snow|(?:积?雪|冰雪)(?:都|全|开始)?(?:化|融化|融|消融)(?:了|掉)*"
)
_SEASON = Pattern(
    r"(?P<season>spring|summer|autumn|fall|winter) (?:has )?(?:come|comes|came|arrives?|arrived|is here|begins|began|is coming)"
)
_BEGINS = Pattern(
    r"(?:the |some )?(?P<what>snow|rain|fog|mist)(?:fall)? (?:(?:is |has |starts?|started|begins?|began)(?: to)? ?)?(?:fall(?:s|ing|en)?|com(?:e|es|ing) down|set(?:s|ting)? in|roll(?:s|ing)? in)?"
)
_THUNDER = Pattern(r"(?:天上|外面)?(?:开始)?(?:打雷|打闪|电闪雷鸣)(?:下雨|闪电)?了?")
_NO_SUN = Pattern(
    r"(?:please )?(?:hide|cover|get rid of) the (?P<what>sun|moon)(?: (?:behind|in) the clouds)?"
)
_LIGHT = Pattern(
    r"(?:please |can you |could you |now |also )*(?:add|put|draw|place|show|paint|give me|let there be|i want)(?: in| me)? (?:the|an?|some) (?P<look>(?:[a-z]+ )?)(?P<en>sun|moon)(?: (?:up |high )?(?:in|to|into|on) the sky| up there| please| shining)*"
    r"|(?:请|帮我|再|在?天上|天空中?|给我)*(?:加|添|画|来|放)(?:上|一)*[个轮颗]?(?P<dye>[红橙黄蓝绿紫白粉黑金]色?的?)?(?P<zh>太阳|月亮)(?:吧|呗|上去|在天上)?"
)
_STARS = Pattern(
    r"(?:please |can you |could you |now |also )*(?:add|put|draw|show|i want)(?: in| me)? (?:(?:a )?(?:some|more|many|few|lots? of|lot of|bunch of)(?: more)? |the )?(?:(?:twinkling|shining|bright|little|tiny) )?(?:stars|milky way)(?: (?:up |high )?(?:in|to|into|all over|across) the (?:night )?sky| up there| please)*"
    r"|(?:请|帮我|再|多|在?天上|天空中?|给我)*(?:加|添|画|来|放|撒)(?:上|点|些)*(?:一些|几颗|很多|许多|好多|满天的?|无数)?(?:小|闪亮的|亮晶晶的)?星星(?:吧|呗|上去|在天上)?|(?:天上)?(?:要|有)?满天(?:都是)?的?(?:星星|繁星)|(?:请|帮我|再|在?天上|天空中?)*(?:加|添|画|来)(?:上|一|个|条)*银河"
)
"""Stars of the night sky, and no number of them."""
_MILKY = Pattern(r"\bmilky way\b|银河")
_UP_THERE = Pattern(
    r"(?:please |can you |could you |now |also )*(?:add|put|draw|place|show)(?: in| me)? (?:the|an?|some|a few|more) (?:[a-z]+ )?(?P<en>rainbow|clouds?)(?: (?:up |high )?(?:in|to|into|on|across) the sky| up there| please)*"
    r"|(?:请|帮我|再|在?天上|天空中?|给我)*(?:加|添|画|来|放)(?:上|一|几|些)*[个道朵条片]?(?:白|乌|彩)?(?P<zh>彩虹|虹|云朵?|云彩)(?:吧|呗|上去|在天上)?"
)
"""What else is in a sky alone."""
_SHADED = frozenset({"forest", "bamboo-grove", "jungle", "cave", "underwater"})
"""Places out of doors that show no sky."""
_OWN_LIGHT = frozenset({"forest"})
"""Of those, where the moon is between the trunks at night."""


@dataclass(frozen=True, slots=True)
class SkyNews:
    """A wish with what the sky does told plainly."""

    rest: str
    said: tuple[str, ...] = ()
    """Why something of it is not done."""


def told_by_the_sky(prompt: str, base: Scene, language: Language) -> SkyNews:
    """The wish with each clause that is about the sky told as the weather or the hour that it means."""
    if base.photographs or base.sheet:
        return SkyNews(prompt)
    said: list[str] = []
    clauses = []
    for clause in _CLAUSES.split(prompt):
        plain = _plainly(clause.strip(), base, language, said)
        clauses.append(clause if plain is None else plain)
    rest = "".join(clauses)
    return (
        SkyNews("" if not any(letter.isalnum() for letter in rest) else rest, tuple(said))
        if rest != prompt
        else SkyNews(prompt)
    )


def _plainly(clause: str, base: Scene, language: Language, said: list[str]) -> str | None:
    """The clause told plainly, "" where the answer says why nothing comes of it; None where it is about something else."""
    env, chinese = base.env, not clause.isascii()
    sunny, night, day = (
        ("晴天", "改成晚上", "改成白天") if chinese else ("make it sunny", "make it night", "make it day")
    )
    if match := _fits(_OVER, clause):
        word = next(text for text in match.groupdict().values() if text)
        what = next(weather for start, weather in _FALLS.items() if start in word)
        if what == env.weather or ({what, env.weather} <= _STORMY and "storm" in (what, env.weather)):
            if what == "snow":  # what has fallen lies there
                return f"{'改成冬天' if chinese else 'make it winter'}{'，' if chinese else ', '}{sunny}"
            return sunny
        if what == "snow" and match["no"] and _has_snow(env):
            return None  # the snow that lies there
        said.append(notes.not_that_weather(what, language))
        return ""
    if _fits(_CLEARS, clause):
        return sunny if env.weather != "clear" else _already(language, said)
    if _fits(_SUN_OUT, clause):
        if env.time == "night":
            return day
        return sunny if env.weather != "clear" else _already(language, said)
    if _fits(_MOON_UP, clause):
        return night if env.time != "night" else _already(language, said)
    if _fits(_MELTS, clause):
        if _has_snow(env):
            return "改成春天" if chinese else "make it spring"
        said.append(notes.not_in_picture("雪" if chinese else "snow", language))
        return ""
    if match := _fits(_SEASON, clause):
        return f"make it {match['season']}"
    if (match := _fits(_BEGINS, clause)) and " " in clause.removeprefix("the ").removeprefix("some "):
        return f"make it {match['what']}y"
    if env.weather == "rain" and _fits(_THUNDER, clause):
        return "改成雷雨"
    if match := _fits(_NO_SUN, clause):
        return f"remove the {match['what']}"
    if _fits(_STARS, clause) and env.place in _SHADED:
        said.append(notes.no_sky_here("星星" if language == "zh" else "stars", language))
        return ""
    if _fits(_STARS, clause) and _has_a_starry_sky(base):
        return "星星多一点" if chinese else "more stars"
    if _fits(_STARS, clause) and _MILKY.search(clause) and env.place not in INDOORS | OFF_EARTH:
        return "改成晚上" if chinese else "make it night"
    if (match := _fits(_UP_THERE, clause)) and env.place in _SHADED:
        said.append(notes.no_sky_here(match["en"] or match["zh"], language))
        return ""
    return _lit(clause, base, language, said)


def _has_a_starry_sky(base: Scene) -> bool:
    shown = any("star" in one.kind for one in base.objects)
    return base.env.time == "night" and base.env.place not in INDOORS | OFF_EARTH and not shown


def _lit(clause: str, base: Scene, language: Language, said: list[str]) -> str | None:
    """A sun or moon that is to come where it shines already, or where no sky is to be seen."""
    match = _fits(_LIGHT, clause)
    if match is None:
        return None
    env, moon = base.env, (match["en"] or match["zh"]).endswith(("moon", "月亮"))
    kinds = ("moon", "crescent-moon") if moon else ("sun",)
    there = any(one.kind in kinds for one in base.objects)
    own = moon == (env.time == "night") and env.luminary and env.place not in INDOORS
    if own and (env.place in _OWN_LIGHT or luminary_in(env, base.seed, *scene_size(base), base.style)):
        there = True
    look = (match["look"] or match["dye"] or "").strip()
    if look in PAINTS and own and there:
        return f"make the {match['en']} {look}"
    if match["dye"] and own and there:
        return f"{match['zh']}改成{look[0]}色"
    if look not in ("", "full", "bright"):
        return None
    if there:
        return _already(language, said)
    if env.place in _SHADED and not (moon and env.place in _OWN_LIGHT and env.time == "night"):
        said.append(
            notes.no_sky_here(("月亮" if moon else "太阳") if language == "zh" else match["en"], language)
        )
        return ""
    return None


def _already(language: Language, said: list[str]) -> str:
    said.append(notes.already_so(language))
    return ""


def _fits(pattern: Pattern, clause: str) -> re.Match[str] | None:
    """The match of the whole clause."""
    if pattern.search(clause) is None:
        return None
    return pattern.compiled.fullmatch(clause.rstrip(" .!。！"))


def _has_snow(env: Environment) -> bool:
    return env.weather == "snow" or env.season == "winter" or env.place == "snow"
