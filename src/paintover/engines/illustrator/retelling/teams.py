"""Teams, told by who is in them: "the red team and the blue team play football" is two boys in red shirts and two in blue."""

from __future__ import annotations

import re

from paintover.engines.illustrator.retelling.talk import is_colour
from paintover.engines.illustrator.wording import Pattern

_CLOTHES = r"(?:shirts?|jerseys?|kits?|uniforms?|vests?|clothes|t-shirts?|outfits?)"
_TEAM = Pattern(
    rf"\b(?:the|an?|one) (?P<c>[a-z]+) team\b(?: (?:is |are )?(?:wear(?:s|ing)?|in|dressed in|with) (?P<d>[a-z]+)(?: {_CLOTHES})?)?"
)
_IN_COLOURS = Pattern(
    rf"\btwo (?:[a-z]+ )?teams\b(?P<play>[^,.;]*?),? (?:with )?(?:(?:the )?one (?:team )?(?:is |are )?(?:in|wear(?:s|ing)?|dressed in) (?P<c>[a-z]+)(?: {_CLOTHES})?,? (?:and )?(?:the )?other (?:one |team )?(?:is |are )?(?:in|wear(?:s|ing)?|dressed in) (?P<d>[a-z]+)(?: {_CLOTHES})?)"
)
_TEAM_ZH = re.compile(
    r"(?P<c>[红蓝黄绿白黑紫橙粉灰])[色]?队(?:的?(?:队员|球员|选手)们?)?(?:都|全)?(?:身)?(?:(?:穿着?|身穿)(?P<d>[红蓝黄绿白黑紫橙粉灰])色?的?(?:衣服|球衣|队服|上衣|T恤|球服|衫))?"
)
_BETWEEN_ZH = re.compile(r"(?<=男孩)[，,、]?(?:和|与|跟|对|对阵|大战|vs)?[，,、]?(?=两个穿)", re.IGNORECASE)
_PLAY = re.compile(r"(?<=shirts) play (?=[a-z])")
_THEN_ZH = re.compile(r"(?<=男孩)[，,](?=(?:正?在|一起)?(?:踢|打|拔|比|跑|进行))")


def told_of_the_teams(prompt: str) -> str:
    """The wish with the members of teams that are known by their colours; others are what they are called."""
    if "队" in prompt:
        told = _TEAM_ZH.sub(lambda team: f"两个穿{team['d'] or team['c']}色球衣的男孩", prompt)
        return prompt if told == prompt else _THEN_ZH.sub("", _BETWEEN_ZH.sub("和", told))
    prompt = told_of_the_sport(prompt)
    told = _TEAM.sub(_members, _IN_COLOURS.sub(_both, prompt))
    return prompt if told == prompt else _PLAY.sub(" are playing ", told)


_SPORTS = {
    "football": "footballer", "soccer": "footballer", "basketball": "basketball player", "volleyball": "volleyball player",
    "tennis": "tennis player", "badminton": "badminton player", "baseball": "baseball player", "cricket": "cricket player",
    "rugby": "rugby player", "hockey": "hockey player", "table tennis": "table tennis player", "ping pong": "table tennis player",
}  # fmt: skip
_SPORT = r"(?P<sport>football|soccer|basketball|volleyball|table tennis|ping pong|tennis|badminton|baseball|cricket|rugby|(?:ice )?hockey)"
_GAME = Pattern(
    rf"\b(?P<game>(?:an? |the )?(?:[a-z]+ )?{_SPORT} (?:match|game|final)(?: (?:with|between|of|where|in which))?,? ?)|\b{_SPORT.replace('sport', 'at')} (?:court|pitch|team|field|training|practice)\b"
)
_PLAYERS = Pattern(
    r"(?<!ball )(?<!soccer )(?<!tennis )(?<!hockey )(?<!cricket )(?<!rugby )(?<!minton )(?<!pong )\b(?:players?|athletes?)\b(?! (?:piano|card))"
)


def told_of_the_sport(prompt: str) -> str:
    """The wish with players told by the game that is named: "a football match, two players running" is two footballers."""
    game = _GAME.search(prompt)
    if game is None:
        return prompt
    if _PLAYERS.search(prompt) is None:
        return _without_players(prompt, game)
    noun = _SPORTS[(game["sport"] or game["at"]).lower().removeprefix("ice ")]
    told = _PLAYERS.sub(lambda who: f"{noun}s" if who[0].endswith("s") else noun, prompt)
    return told.replace(game["game"], "in the stadium, ") if game["game"] else told


_PLAYS = Pattern(
    r"\b(?:is |are )?(?:serving|hitting|playing|returning|competing)\b(?! (?:a |the |with )?[a-z])"
)


def _without_players(prompt: str, game: re.Match[str]) -> str:
    """ "A tennis match, a woman serving" is a woman who plays tennis."""
    sport = (game["sport"] or game["at"]).lower()
    if not game["game"] or _PLAYS.search(prompt) is None:
        return prompt
    return _PLAYS.sub(f"playing {sport}", prompt.replace(game["game"], ""))


def _members(match: re.Match[str]) -> str:
    colour = match["d"] or match["c"]
    return f"two boys in {colour} shirts" if is_colour(colour) else match[0]


def _both(match: re.Match[str]) -> str:
    if not (is_colour(match["c"]) and is_colour(match["d"])):
        return match[0]
    return f"two boys in {match['c']} shirts and two boys in {match['d']} shirts{match['play']}"
