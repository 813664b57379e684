"""Which language a text is in: the script decides first, then function words and special letters, and where a
headline has too few of these, its spelling.

Our own small tables. They answer None rather than guess: for a lone name, for two languages at a draw, for a
script that is not listed.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from desktop.nlp.function_words import FUNCTION_WORDS
from desktop.nlp.letter_sequences import SequenceTable

_SAMPLE = 4_000
"""Code points looked at, from the start."""

_MIN_LETTERS = 12
_MIN_LETTERS_HAN = 4
_MIN_SCORE = 1.5
_MARGIN = 1.25
_LETTER_WEIGHT = 0.5

_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "HEBREW": "he", "GREEK": "el",
    "DEVANAGARI": "hi", "ARMENIAN": "hy", "GEORGIAN": "ka", "BENGALI": "bn", "TAMIL": "ta", "KHMER": "km",
}  # fmt: skip
"""First word of a letter's Unicode name -> the language we take it for."""

_SIMPLIFIED = frozenset(
    "们这国来说对时会发开关问东车长门见马风飞龙头为从习与业义乌书买乱争亚产亲亿仅众优传伤伦体党兰决冲净减几击刘则刚创动务劳势区协单卖卢厅历压县双变号叹听员响团园围图圆场坏块坚报担择拥拟"
    "换损据护战户执扩扫扬抚抢构标树样桥检机权条极枪档满汇汉汤沟没济温湾灭灯灵炼热爱独环现电画疗监盖盘码确离种积称稳穷竞笔签简类级纪纯纲纳纸纽线练组细织终绍经结给络统继绩续维综绿缓编缘"
    "网罗职联胜脑脚节苏药获营观规视览觉计订认讨让训议记讲许论设访证评识诉词译试话该详语误请诸课谁调谈谢谱贝负贡财责败货质贩贪购贯贵贸费资赏赖赢赵趋跃轮软轻载较辅辆边达迁过运还进远违连迟适选遗邓邮郑释"
)
_TRADITIONAL = frozenset(
    "們這國來說對時會發開關問東車長門見馬風飛龍頭為從習與業義烏書買亂爭亞產親億僅眾優傳傷倫體黨蘭決衝淨減幾擊劉則剛創動務勞勢區協單賣盧廳歷壓縣雙變號嘆聽員響團園圍圖圓場壞塊堅報擔擇擁擬"
    "換損據護戰戶執擴掃揚撫搶構標樹樣橋檢機權條極槍檔滿匯漢湯溝沒濟溫灣滅燈靈煉熱愛獨環現電畫療監蓋盤碼確離種積稱穩窮競筆簽簡類級紀純綱納紙紐線練組細織終紹經結給絡統繼績續維綜綠緩編緣"
    "網羅職聯勝腦腳節蘇藥獲營觀規視覽覺計訂認討讓訓議記講許論設訪證評識訴詞譯試話該詳語誤請諸課誰調談謝譜貝負貢財責敗貨質販貪購貫貴貿費資賞賴贏趙趨躍輪軟輕載較輔輛邊達遷過運還進遠違連遲適選遺鄧郵鄭釋"
)

_SPELLED = {
    "LATIN": frozenset((
        "de", "en", "fr", "es", "it", "pt", "nl", "da", "no", "sv", "fi", "pl", "cs", "ro", "hu", "tr", "id",
        "ms", "vi", "tl",
    )),
    "CYRILLIC": frozenset(("ru", "uk", "bg", "be", "sr")),
    "ARABIC": frozenset(("ar", "fa", "ur")),
}  # fmt: skip
"""Languages that the table of letter sequences tells apart within a script."""

_SPELLED_WORDS = 60
_CLEAR, _CLEAR_OF_NAMES = 0.1, 0.6
"""Nats a word by which the likeliest language must be ahead of the next; where no word begins small it may be
names, which are spelled alike in many languages. Chosen on beginnings of sentences in eight languages and on
invented headlines; between half and twice the first what is told less what is mistaken hardly differs.
"""

_CYRILLIC = {"uk": "іїєґ", "be": "ў", "sr": "ђјљњћџ", "ru": "ыэё", "bg": "ъ"}
_ARABIC = {"fa": "پچژگیک", "ur": "ٹڈڑںے"}

_LETTERS = {
    "de": "ßäöü", "fr": "çèêëîïœùâ", "es": "ñ¿¡áíóú", "pt": "ãõçáâê", "it": "àèìòù", "da": "æøå", "no": "æøå",
    "sv": "åäö", "fi": "äö", "pl": "ąćęłńśźż", "cs": "ěřůščžý", "ro": "ășțâî", "hu": "őűáéö", "tr": "ğışçöü",
    "vi": "ơưđăạảấầẩẫậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}  # fmt: skip


def identify(text: str) -> str | None:
    """The language code of a text (BCP 47: "de", "zh-Hans"), or None where the tables do not know."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE]).lower()
    scripts = Counter(script for script in map(_script, filter(str.isalpha, sample)) if script)
    if not scripts:
        return None
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * scripts.total():
        return "ja"
    script, count = scripts.most_common(1)[0]
    if count < (_MIN_LETTERS_HAN if script in ("CJK", "HANGUL") else _MIN_LETTERS):
        return None
    return _of_script(script, sample) or _by_spelling(script, sample, _clear(text[:_SAMPLE]))


def _of_script(script: str, sample: str) -> str | None:
    match script:
        case "CJK":
            return _chinese(sample)
        case "CYRILLIC":
            return _by_letters(sample, _CYRILLIC)
        case "ARABIC":
            return _by_letters(sample, _ARABIC)
        case "LATIN":
            return _latin(sample)
        case _:
            return _SCRIPTS.get(script)


def _clear(text: str) -> float:
    words = re.findall(r"[^\W\d_]+", text)
    return _CLEAR_OF_NAMES if all(word[0].isupper() for word in words) else _CLEAR


def _by_spelling(script: str, sample: str, clear: float) -> str | None:
    """The language whose letter sequences fit best, if it is ahead by `clear` nats a word."""
    if script not in _SPELLED:
        return None
    words = re.findall(r"[^\W\d_]+", sample)[:_SPELLED_WORDS]
    scores = _sequence_table().scores(words)
    ranking = sorted(((scores[it], it) for it in _SPELLED[script]), reverse=True)
    (best, language), (next_best, _) = ranking[:2]
    return language if best - next_best >= clear * len(words) else None


@cache
def _sequence_table() -> SequenceTable:
    return SequenceTable.from_bytes((files("resources") / "languages" / "sequences.bin").read_bytes())


@cache
def _script(letter: str) -> str | None:
    """The first word of the letter's Unicode name: LATIN, CYRILLIC, CJK …"""
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0] or None


def _chinese(sample: str) -> str:
    simplified = sum(c in _SIMPLIFIED - _TRADITIONAL for c in sample)
    traditional = sum(c in _TRADITIONAL - _SIMPLIFIED for c in sample)
    if simplified == traditional:
        return "zh"
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _by_letters(sample: str, table: dict[str, str]) -> str | None:
    """The language most of whose own letters occur; the first of the table at a draw."""
    counts = {language: sum(map(sample.count, letters)) for language, letters in table.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else None


def _latin(sample: str) -> str | None:
    scores: defaultdict[str, float] = defaultdict(float)
    for word in re.findall(r"[^\W\d_]+", sample):
        _add(scores, _languages_of_words().get(word, ()), weight=1.0)
        for letter in word:
            _add(scores, _languages_of_letters().get(letter, ()), weight=_LETTER_WEIGHT)
    ranking = sorted(scores.items(), key=lambda item: -item[1])[:2]
    if not ranking or ranking[0][1] < _MIN_SCORE:
        return None
    if len(ranking) > 1 and ranking[0][1] < _MARGIN * ranking[1][1]:
        return _closest(ranking[0][0], ranking[1][0], sample)
    return ranking[0][0]


def _closest(first: str, second: str, sample: str) -> str | None:
    """Between near relatives only the words that the other has not count."""
    mine, others = set(FUNCTION_WORDS[first].split()), set(FUNCTION_WORDS[second].split())
    words = re.findall(r"[^\W\d_]+", sample)
    for_first, for_second = (sum(word in own for word in words) for own in (mine - others, others - mine))
    if min(for_first, for_second) * 2 > max(for_first, for_second) or for_first == for_second:
        return None
    return first if for_first > for_second else second


def _add(scores: defaultdict[str, float], languages: tuple[str, ...], *, weight: float) -> None:
    """A sign of several languages says less for each of them."""
    for language in languages:
        scores[language] += weight / len(languages)


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    return _inverted({language: words.split() for language, words in FUNCTION_WORDS.items()})


@cache
def _languages_of_letters() -> dict[str, tuple[str, ...]]:
    return _inverted(_LETTERS)


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    inverted: dict[str, set[str]] = {}
    for language, signs in table.items():
        for sign in signs:
            inverted.setdefault(sign, set()).add(language)
    return {sign: tuple(sorted(languages)) for sign, languages in inverted.items()}
