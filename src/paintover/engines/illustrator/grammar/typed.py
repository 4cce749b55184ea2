"""Slips of the hand in a wish, and marks that stand for words: "acat", "bluehat", "w/ a hat", "cat/dog", 戴者帽子, spaces between
Chinese words. What is mended here is as clear as a slip can be; the rest is for the spelling of nouns in `lexicon`.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.engines.illustrator.grammar.dialects import dialect_of
from paintover.engines.illustrator.grammar.left_unsaid import told_of_what_bears
from paintover.engines.illustrator.grammar.lexicon import english_words, vocabulary
from paintover.engines.illustrator.grammar.roundabout import told_as_written, told_straight
from paintover.engines.illustrator.grammar.shades import in_plain_colours
from paintover.engines.illustrator.grammar.slips import misspelled
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\"|https?://\S+)")
_WORN_ZH = "帽子?|围巾|眼镜|墨镜|手套|口罩|头盔|项链|耳机|皇冠|王冠|发卡|发箍|面具|领结|领带|蝴蝶结|头巾|草帽"
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), told)
    for pattern, told in (
        (r"(?<![\w/])w/o(?= )", "without"),
        (r"(?<![\w/])w/(?= ?[a-z])(?! ?o )", "with "),
        (r"(?<=[a-z]{2})/(?=(?:an?|the|one|two|three) )", ", "),
        (r"(?<=[\u4e00-\u9fff])/(?=[\u4e00-\u9fff])", "、"),
        (r"\b(?P<n>[1-9])(?P<x>girls?|boys?|cats?|dogs?|womans?|mans?|persons?|peoples?|birds?|others?)\b", r"\g<n> \g<x>"),
        (r"(?<=[戴拿穿抱背举围提牵坐站躺握捧])者(?=[\u4e00-\u9fff一])", "着"),
        (rf"(?<![携佩])带(?:着|了|上)(?=(?:一?[顶条副个双])?(?:[红蓝黄绿紫粉黑白灰棕橙金银]色?的?|[大小新旧]的?)*(?:{_WORN_ZH}))", "戴着"),
        (r"(?<=[\u4e00-\u9fff])再(?=(?:沙发|桌子?|椅子?|床|草地|海边|公园|树|房间|厨房|沙滩|路|河|湖|山|花园)[\u4e00-\u9fff]?[上里下边旁])", "在"),
        (r"(?<=[a-z])\s*\+\s*(?=[a-z])", ", "),
        (r"\b(?P<x>his|her|its|their|my|our|your|[a-z]+['’]s) (?:brand[- ]?)?new (?=[a-z])(?!years?\b|york|zealand|moon)", r"\g<x> "),
        (r"(?P<x>(?<=[,，、;；:：])|^)(?P<y>[\u4e00-\u9fff]{1,6}) ?[xX×*](?P<n>[1-9])(?=$|[,，、;；。])", r"\g<x>\g<n>个\g<y>"),
        (r"\b(?P<n>[1-9]) ?[x×] (?=[a-z])", r"\g<n> "),
        (r"(?P<x>\b[a-z]+) [x×](?P<n>[1-9])\b", r"\g<n> \g<x>"),
        (r"(?P<x>\b[a-z]+)(?P<c>,|;)(?=[a-z])", r"\g<x>\g<c> "),
    )
)  # fmt: skip
_SHORT: tuple[tuple[Pattern, str], ...] = (
    (
        Pattern(
            r"(?<=[有放来加摆添倒端拿捧递举喝])(?=(?:杯|碗|盘|瓶|壶|罐|盆|束)(?![子里上中下边旁口底装])[\u4e00-\u9fff])|(?<=有)(?=家(?!人|长|庭|里|具|的)[\u4e00-\u9fff]{1,4}店)",
            re.NOFLAG,
        ),
        "一",
    ),
    (Pattern(r"\b(?P<d>an?|two|three) (?P<how>(?:(?:old|big|large|small|little|open|closed|locked|wooden|golden|gold|huge|buried) ){0,2})chest(?P<s>s?)\b(?! (?:of|hair|pain|pocket|plate|tattoo|bump|freezer)\b)"), r"\g<d> \g<how>treasure chest\g<s>"),
    (Pattern(r"\bsome (?=(?:birthday cake|wedding cake|cake|bread|cheese|pizza|pie|chocolate|soup|salad|meat|steak|popcorn|pasta|spaghetti|lasagna|yarn|toast|watermelon|cotton candy|sushi|porridge|curry|bacon|ham)(?:$|[,.;!?]| (?!(?:slices|pieces|boxes|rolls|bars|balls|stands?|shops?|stalls?|cakes?|pies?|makers?|trucks?)\b)))"), "a "),
    (Pattern(r"\b(?:under|beneath|below) (?:an?|the) (?:(?:wide |bright )?(?:open|sunny)|clear blue|bright blue|bright|summer) sky\b"), "on a sunny day"),
    (Pattern(r"\b(?:under|beneath|below) (?:an?|the) (?P<how>cloudy|overcast|stormy|rainy|snowy|foggy|windy) sky\b"), r"on a \g<how> day"),
    (Pattern(r"(?<=[蹲跪])下(?:来|身来|身子|身)?(?=[给帮为和跟对喂摸抱系捡看闻拍扶逗]|安慰)", re.NOFLAG), "着"),
    (Pattern(r"(?<=[\u4e00-\u9fff])举起(?:了)?(?:(?P<two>双)|右|左|小|一只)?手(?:来)?(?![\u4e00-\u9fff]*[里中]|[机电套指臂帕表])", re.NOFLAG), r"举\g<two>手"),
    (Pattern(r"(?<=[几两二三四五六七八九])张(?=(?:[\u4e00-\u9fff]{1,4}的)?(?:画|油画|水彩画|国画|风景画)(?!布|笔|面|架|家|得|上|好))", re.NOFLAG), "幅"),
    (Pattern(r"(?<=[加放来画添种摆挂])些(?![白乌小]?云|雀斑|胡|头发|皱纹|[大小细]?[雨雪雾风光水油糖盐茶汤酒饭沙土草]|咖啡|牛奶|奶油|酱|文字|字|颜色|背景|阳光|阴影|灯光|烟|火)(?=[\u4e00-\u9fff])", re.NOFLAG), "几个"),
    (
        Pattern(
            r"\bsay(?:s|ing)? (?:good ?bye|hello|hi|farewell|good ?night) to (?=(?:the|an?|his|her|their|its|my) )"
        ),
        "waving at ",
    ),
    (Pattern(r"(?<![坐站靠趴躺蹲])(?P<in>正?在)窗[边前](?=(?:正在?|正)?(?:织|缝|看|读|写|画|喝|吃|发呆|弹|听))", re.NOFLAG), "坐在窗边"),
    (Pattern(r"(?<![坐站靠趴躺蹲])在窗[边前](?=(?:正在?|正)?(?:睡|打盹|打瞌睡|打呼|晒太阳|趴|躺|卧|舔))", re.NOFLAG), "在窗台上"),
    (Pattern(r"窗[边台前]上?坐着(?P<who>[一两三][个位名只][^，。,看读织写画喝听弹]{1,8})(?=[看读织写画喝听弹在，。,]|$)", re.NOFLAG), r"\g<who>坐在窗边"),
    (Pattern(r"(?<![后手])背(?=(?:书包|双肩包|背包|小包|吉他|竹[篓筐]|行囊))", re.NOFLAG), "背着"),
    (Pattern(r"(?<=[站厅台口边里上])(?:排着?队)?(?:等车|等公交车?|等人|排队|下班|放学|上学)的(?=[\u4e00-\u9fff]{0,3}(?:人|学生|孩子|乘客|老人|男|女))", re.NOFLAG), "的"),
    (Pattern(r"(?:排队(?:买[\u4e00-\u9fff]{1,3}|等[\u4e00-\u9fff]{1,2}|的)?|逛街|逛公园|逛商场|路过|过路|散心|闲逛|看热闹|等人|等车|下班|放学|上学|遛弯)的(?=[\u4e00-\u9fff]{0,3}(?:人|孩|子|生|妈|爸|爷|奶|姨|叔|婶|哥|姐|娘|友))", re.NOFLAG), ""),
    (Pattern(r"(?:画得?)?像(?P<how>油画|水彩画?|水墨画|国画|素描|版画|剪纸|漫画|动画片?|卡通)(?:那样|一样|似的)(?:的)?", re.NOFLAG), r"\g<how>风格"),
    (Pattern(r"(?:美女|漂亮女)(?=教练|老师|医生|护士|主播|服务员|警察|司机|厨师|程序员|主持人|记者|导游|店员|歌手)", re.NOFLAG), "女"),
    (Pattern(r"帅哥(?=教练|老师|医生|护士|主播|服务员|警察|司机|厨师|程序员|主持人|记者|导游|店员|歌手)", re.NOFLAG), "男"),
    (Pattern(r"^(?P<where>[^，。,；;站]{0,6}(?:公交站|车站|地铁站|高铁站|门口))(?=[一两三][个位名只][^，。,；;]{1,8}[背拿提戴抱拖举拉拎]着?)", re.NOFLAG), r"\g<where>，"),
    (Pattern(r"(?P<v>[举拿抱握捧]着)(?P<n>一?[辆个台])?小(?P<x>汽车|火车)(?![站票尾头])", re.NOFLAG), r"\g<v>\g<n>玩具\g<x>"),
    (Pattern(r"(?:把|将)?(?:他的|她的|自己的)?(?:(?:两只|(?P<two>双))|左|右|一只)?手(?:都|高高地?)?举(?:起来|高|起)(?:了|点|一点)?(?=$|[，。,！!])", re.NOFLAG), r"举\g<two>手"),
    (Pattern(r"(?:把|将)?(?:他的|她的|自己的)?双手(?:高高地?)?举(?:过|到)头(?:顶上?|上)?(?=$|[，。,！!])", re.NOFLAG), "举双手"),
    (Pattern(r"(?<=[\u4e00-\u9fff])?(?:及|到|过)膝(?:盖)?的?(?=[\u4e00-\u9fff]{0,4}裙)", re.NOFLAG), ""),
    (Pattern(r"\b(?:long,? )?(?:floor|ankle|full)[- ]length,? (?P<how>(?:[a-z]+,? )?)(?:dress|gown)\b"), r"\g<how>long dress"),
    (Pattern(r"\blong,? (?P<how>(?!sleeved)[a-z]+,? )(?:dress|gown)\b"), r"\g<how>long dress"),
    (Pattern(r"毛绒(?:玩具)?小?熊", re.NOFLAG), "玩具熊"),
    (Pattern(r"毛绒(?:玩具)?小?(?=兔|狗|猫|猪|象|鸭|企鹅|熊猫|娃娃)", re.NOFLAG), ""),
    (Pattern(r"(?:我|咱|俺)们?家?(?P<k>[妈爸爷奶哥姐弟妹])(?P=k)?(?![咪的])", re.NOFLAG), r"\g<k>\g<k>"),
    (Pattern(r"(?P<v>[挥招拍握鼓点摇伸眨踢跳唱跑扭])(?P=v)(?=[手掌头腰眼舞歌步球])", re.NOFLAG), r"\g<v>"),
    (Pattern(r"(?P<x>^|[\u4e00-\u9fff]|[，,。；;] ?)(?P<v>[放摆搁挪移搬])回?(?=(?![学假心羊牛风烟鞭大到在进回入上下了着个得向往去来给开出])[^，。,；;一两三几个只把到]{1,5}(?:[上里下]面?|旁边?|[左右]边|后面|前面|中间)(?:去|来)?(?:吧|了)?(?:$|[，。,；;！!]))", re.NOFLAG), r"\g<x>\g<v>到"),
    (Pattern(r"(?<=[前后边旁面里侧])排(?:着|了|上|满|起)?队?(?=[一两三四五六七八九几]?[个位名只])", re.NOFLAG), "站"),
    (Pattern(r"(?P<v>[拖拉](?:着|起|了))(?P<n>一?[个只])?(?P<h>(?:[大小红蓝粉黄绿黑白紫]色?的?)?)箱子", re.NOFLAG), r"\g<v>\g<n>\g<h>行李箱"),
    (Pattern(r"(?<![男女老])(?P<x>[他她它])俩(?!的|人|中间|之间|当中)", re.NOFLAG), r"\g<x>们俩"),
    (Pattern(r"喂(?:着)?(?P<who>[^，。,给喂吃的在着]{1,5}?)(?:吃)?(?P<x>(?:一?[个根片块把点些])?(?:新鲜的?|小|大|红|绿)?(?:胡萝卜|萝卜|树叶|叶子|菜叶|青草|干草|草|苹果|香蕉|骨头|肉|小鱼|鱼干|面包|饼干|花生|竹子|竹叶|玉米|白菜|虫子|蛋糕|冰淇淋|西瓜|糖果?|坚果|松果))(?=$|[，。,])", re.NOFLAG), r"给\g<who>喂\g<x>"),
    (Pattern(r"^(?:在)?[屋房](?P<s>[前后])(?:面|边)?(?=[再又还也]*(?:堆|放|加|种|来|停|有|站|坐|画|摆|添|趴|养|长|挂))", re.NOFLAG), r"房子\g<s>面"),
    (Pattern(r"(?:再)?多(?:种|栽)(?=(?:一?[点些]|几[棵株朵盆片])[\u4e00-\u9fff])", re.NOFLAG), "再加"),
    (Pattern(r"(?:再)?多(?P<v>[放来加摆画添插挂])(?=几[个只棵朵本盏张条把颗块片串盆瓶件辆栋座艘架匹头位名][\u4e00-\u9fff])", re.NOFLAG), r"再\g<v>"),
    (Pattern(r"(?:再)?多(?P<v>[放来加摆画添插挂])一?[点些](?![白乌小]?云|雀斑|胡|头发|皱纹|[大小细]?[雨雪雾风光水油糖盐茶汤酒饭沙土草]|咖啡|牛奶|奶油|酱|文字|字|颜色|背景|阳光|阴影|灯光|烟|火|人|时间|东西|装饰|细节|内容)(?=[\u4e00-\u9fff])", re.NOFLAG), r"再\g<v>几个"),
    (Pattern(r"(?<![\u4e00-\u9fff])草(?=(?:再|更|要)*[绿黄青](?:一?[点些]))", re.NOFLAG), "草地"),
    (Pattern(r"(?<![\u4e00-\u9fff])天(?=(?:再|更|要)*蓝(?:一?[点些]))", re.NOFLAG), "天空"),
    (Pattern(r"(?<=[\u4e00-\u9fff])抱起(?=[\u4e00-\u9fff])(?!来)", re.NOFLAG), "抱着"),
    (Pattern(r"(?:别|不要)(?:离|隔|站)(?:得|那么|这么|太)+远(?:了)?", re.NOFLAG), "靠近一点"),
    (Pattern(r"(?<=[\u4e00-\u9fff])(?<![放移挪搬摆换])(?:[换去走跑站放挪]?到|去)另一边(?:去)?(?=$|[，。,])", re.NOFLAG), "移到另一边"),
    (Pattern(r"[加写](?:上)?一?句话[:：]?$", re.NOFLAG), "写"),
    (Pattern(r"写(?:上|个|下)?(?:他|她|它)?的?名字(?P<n>[\u4e00-\u9fff]{2,4})(?=$|[，。,])", re.NOFLAG), r"写上“\g<n>”"),
    (Pattern(r"换(?:一)?[件身](?=衣服(?:$|[，。,吧]))", re.NOFLAG), "换套"),
    (Pattern(r"(?:一人|人手)(?=一[顶个把支根本条朵只束盏面块])", re.NOFLAG), "每人"),
    (Pattern(r"(?P<v>[加画铺修])(?:上)?一?条路(?=$|[，。,])", re.NOFLAG), r"\g<v>一条小路"),
    (Pattern(r"太空了[，,]?(?=[多再加点放画来])", re.NOFLAG), ""),
    (Pattern(r"太空(?=了(?:[，。,!！]|$)|荡|旷)", re.NOFLAG), "空空荡荡"),
    (Pattern(r"(?<![\u4e00-\u9fff])离近(?=一?[点些])", re.NOFLAG), "靠近"),
    (Pattern(r"^(?:(?:哎呀?|唉|呃|额|嗯+|哦|噢|啊)[，,。!！~ ]*)?(?:算了|不对(?!称)|等等(?![他她它我])|等一下)(?:吧|啊|呀|算了)?[，,。!！~ ]*(?=[^，。,!！~ ]{2})", re.NOFLAG), ""),
    (Pattern(r"再多(?=[放摆加画挂种插停](?!一?[点些])|来[一两三四五几0-9])", re.NOFLAG), "再"),
    (Pattern(r"(?<=[\u4e00-\u9fff])弄(?:得|成)?(?=[更再大小亮暗红蓝绿黄白黑粗细高矮长短胖瘦])", re.NOFLAG), "变"),
    (Pattern(r"(?<=[\u4e00-\u9fff])(?:那种|这种|那样)?的?感觉(?=$|[，。,！!吧了])", re.NOFLAG), ""),
)  # fmt: skip
"""Spoken Chinese that leaves out a one (放杯咖啡), counts pictures as sheets (几张画), says some for several (加些气球), says 弄 for what becomes so, calls a look a feeling, and thinks again (算了)."""
_SEGMENTED = Pattern(
    r"(?:^|(?<=[\u4e00-\u9fff])) ?(?:的|地|得|了|着|在|和|与|跟|是|上|里|[\u4e00-\u9fff]着) (?=[\u4e00-\u9fff])",
    re.NOFLAG,
)
"""Words of Chinese that nobody sets apart but who sets all words apart."""
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_UNKNOWN = re.compile(r"\b[a-z]{4,16}\b", re.IGNORECASE)
_GLUED = re.compile(r"(?P<first>[a-z]{3,}?)(?P<second>with|and|wearing|holding)$")
_REAL = frozenset(
    [
        "alight",
        "aboard",
        "abridge",
        "afire",
        "aflame",
        "afield",
        "ablaze",
        "ashore",
        "adrift",
        "akin",
        "arose",
        "aware",
        "awoke",
        "along",
        "alone",
        "about",
        "above",
        "across",
        "around",
        "apart",
        "aside",
        "asleep",
        "awake",
        "again",
        "ahead",
        "animate",
        "amuse",
        "apple",
        "arise",
        "avoid",
        "within",
        "often",
        "given",
        "sudden",
        "protein",
        "robin",
        "cabin",
        "basin",
        "satin",
        "martin",
        "penguin",
        "pumpkin",
        "button",
        "cotton",
        "ribbon",
        "lemon",
        "melon",
        "dragon",
        "wagon",
        "salon",
        "common",
        "person",
        "season",
        "reason",
        "carbon",
    ]
)
"""English words that look like an article or a preposition grown together with a noun."""


_WORDS_MEANT = Pattern(
    r"(?P<lead>(?:(?<!数)字|文字|标题|字幕|配文|店名)(?:都|给我)?(?:改|换)(?:成|为))(?P<words>(?![大小粗细][一点些号的]|[深浅大粉]?[红橙黄绿青蓝紫粉白黑灰棕金银彩]色?的?(?:$|[，,。])|(?:[宋楷黑隶]|手写|艺术|卡通|毛笔|圆)[体字]|[英中日]文|[竖横]|别的|其[他它]|粗体|斜体|更|跟|和)[^“”\"「」『』，。,；;：:\n]{1,30}?)(?P<end>吧?[。！!]?$)",
    re.NOFLAG,
)
"""What is to be written instead, and told in no quotation marks."""


def in_full(text: str) -> str:
    """A wish with what spoken Chinese leaves out, and with its shades told as colours; what is quoted stays."""
    text = told_as_written(text)
    if _QUOTED.search(text) is None:
        text = _WORDS_MEANT.sub(r"\g<lead>“\g<words>”\g<end>", text)
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        parts[at] = in_plain_colours(told_of_what_bears(told_straight(parts[at])))
        for pattern, told in _SHORT:
            parts[at] = pattern.sub(told, parts[at])
    return "".join(parts)


def cleaned(prompt: str) -> str:
    """The wish with such slips mended; quotations stay as they are."""
    parts = _QUOTED.split(prompt)
    for at in range(0, len(parts), 2):
        for pattern, told in _MARKS:
            parts[at] = pattern.sub(told, parts[at])
        if _SEGMENTED.search(parts[at]) is not None:
            parts[at] = _BETWEEN_HAN.sub("", parts[at])
        if parts[at].isascii() and dialect_of(parts[at], english=english_words()) is None:
            parts[at] = _UNKNOWN.sub(_taken_apart, parts[at])
        if " " in parts[at].strip():
            parts[at] = _listed(parts[at])
    return "".join(parts)


def _taken_apart(match: re.Match[str]) -> str:
    """An unknown word as the two known ones that it is made of, where there are such."""
    word = match[0].lower()
    if word in english_words() or word in _REAL or misspelled(word) is not None:
        return match[0]
    return _parted(word) or match[0]


@cache
def _parted(word: str) -> str | None:
    words = vocabulary("en").words
    if any(reading in words for reading in (word, word.removesuffix("s"), word.removesuffix("es"))):
        return None
    for article in ("a", "an"):
        rest = word.removeprefix(article)
        vowel = rest[:1] in "aeiou"
        known = words.get(rest, {})
        if (
            len(rest) >= 3
            and rest != word
            and vowel == (article == "an")
            and (known.keys() & {"kinds", "colours"})
        ):
            return f"{article} {rest}"
    if (glued := _GLUED.match(word)) is not None and "kinds" in words.get(glued["first"], {}):
        return f"{glued['first']} {glued['second']}"
    for cut in range(3, len(word) - 2):
        kind = words.get(word[cut:], {}).get("kinds")
        if "colours" in words.get(word[:cut], {}) and kind is not None and kinds()[kind].wear is not None:
            return f"{word[:cut]} {word[cut:]}"
    return None


_MOST_LISTED = 8


def _listed(text: str) -> str:
    """ "Cat dog ball tree", where nothing but names of things is said: a list."""
    words = text.strip().split(" ")
    if not 3 <= len(words) <= _MOST_LISTED or not all(word.isalpha() for word in words):
        return text
    tokens = sorted(tokenise(text), key=lambda token: token.start)
    found = [kind for token in tokens if (kind := token.get("kinds")) is not None]
    alive = sum(kinds()[kind].alive for kind in found)
    several = len(tokens) == len(words) == len(found) == len(set(found)) and alive >= 2
    if not several or dialect_of(text, english=english_words()) in ("ja", "ko"):
        return text
    return ", ".join(words)
