"""Which language a text is in: the script decides first, for Latin letters function words and special letters
do.

Our own small tables, made for news of a sentence or more. They answer None rather than guess: for a lone
name, for two languages at a draw, for a script that is not listed.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

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

_CYRILLIC = {"uk": "іїєґ", "be": "ў", "sr": "ђјљњћџ", "ru": "ыэё", "bg": "ъ"}
_ARABIC = {"fa": "پچژگیک", "ur": "ٹڈڑںے"}

_WORDS = {
    "de": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
        "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur "
        "oder aber vor zur bis mehr durch man wurde sei sagte"
    ),
    "en": (
        "the of and to in a is that for it as was with be by on not he his but at are this have from or had "
        "an they which one were all their has would what will there if can more about when who said after "
        "its than into been"
    ),
    "fr": (
        "le la les de des du et un une en est que qui dans pour pas au sur se plus par avec ce il elle sont "
        "aux ne son sa ont mais été cette ou à leur comme ses fait après deux entre selon être lors"
    ),
    "es": (
        "el la los las de y en que un una por con del se para su al es lo como más pero sus le ha no fue "
        "este entre sobre ser cuando dijo también hasta está desde muy sin años han tras según"
    ),
    "pt": (
        "o a os as de e do da em que um uma para com não no na se por dos das mais ao como mas foi pelo "
        "pela sua seu são ele também até entre ser está disse após sobre quando já muito nos às anos à "
        "segundo"
    ),
    "it": (
        "il la di che e in un una per del della dei delle è con non sono da al si nel alla come più ha ma "
        "le gli lo anche dal dalla nella sul ai questo tra stato essere suo sua dopo hanno ed due secondo"
    ),
    "nl": (
        "de het een en van in op te dat is die voor met niet zijn aan er ook als bij door naar om maar "
        "heeft uit worden tot over wordt ze zich werd hij nog dan deze kan meer was hebben geen tegen jaar "
        "volgens"
    ),
    "da": (
        "og i at det er en til af på den for med der de ikke som har et om fra han var sig men vil kan "
        "efter ved også over skal blev blevet hun siger mod være havde to år mellem nu ud endnu hinanden "
        "nogle bliver uden sagde hvad fejl kun dette hvor"
    ),
    "no": (
        "og i at det er en til av på den for med som de ikke har et om fra han var seg men vil kan etter "
        "ved også over skal ble blitt hun sier mot være hadde to år mellom nå ut hva ennå hverandre noen "
        "blir uten sa feil bare dette hvor"
    ),
    "sv": (
        "och i att det är en till av på den för med som de inte har ett om från han var sig men vill kan "
        "efter vid också över ska blev hon säger mot vara hade två år mellan nu ut sin när"
    ),
    "fi": (
        "ja on ei se että oli hän ovat mutta myös kun joka ole mukaan sen kuin niin hänen jo vain sekä tai "
        "mitä kanssa ennen jälkeen sanoi vuonna nyt olla ollut"
    ),
    "pl": (
        "i w na z że się do nie jest to o jak po za od przez dla są przed był oraz jego ale ich tym czy być "
        "może co już także tego roku ze które który która została został po powiedział"
    ),
    "cs": (
        "a v na se že je s z do to o i ve pro za by po jako ale jeho byl ze podle jsou také která který "
        "které bylo si již při mezi uvedl řekl v roce nebo není"
    ),
    "ro": (
        "și în de la a cu că pe din este o un nu care pentru au fost mai sau se sa prin după între dar lui "
        "ale cel cea sunt declarat președintele"
    ),
    "hu": (
        "a az és hogy nem is egy ez meg van azt volt csak de már még el mint ki után szerint között amely "
        "lesz kell vagy mert aki mondta"
    ),
    "tr": (
        "ve bir bu için ile de da olarak olan daha çok en gibi kadar sonra ise olduğunu ancak her ne var "
        "dedi yeni iki arasında göre tarafından başkanı cumhurbaşkanı değil olduğu etti"
    ),
    "id": (
        "yang dan di dengan untuk pada dari dalam ini itu tidak akan ke adalah bahwa karena juga oleh "
        "sebagai telah ada mereka kami namun bisa para saat hingga atau tersebut setelah antara secara "
        "lebih sejak kata presiden pemerintah kepada rabu polisi anggota keamanan merupakan usai jika senin "
        "sabtu jumat kamis minggu warga tim kota provinsi uang tentang terjadi kantor mobil sedangkan "
        "sementara korban pukul ujar ungkap"
    ),
    "ms": (
        "yang dan di dengan untuk pada dari dalam ini itu tidak akan ke adalah bahawa kerana juga oleh "
        "sebagai telah ada mereka kami namun ialah beliau kepada kerajaan manakala atau tersebut selepas "
        "antara secara lebih sejak berkata presiden semasa polis keselamatan jumaat khamis isnin ahad "
        "lawatan sementara wang jabatan mangsa cawangan berkenaan bahagian"
    ),
    "vi": (
        "và của là có cho các được trong một không với những người đã này khi đến về từ tại sau cũng ra vào "
        "ông theo trên để như nhiều việc năm sẽ bị đó nhưng bà nước"
    ),
    "tl": (
        "ang ng mga sa na at ay para ni hindi si kay ito nang may mula siya kanyang din rin kung dahil "
        "isang pa niya ayon sinabi"
    ),
}

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
    return _of_script(script, sample)


def _of_script(script: str, sample: str) -> str | None:
    match script:
        case "CJK":
            return _chinese(sample)
        case "CYRILLIC":
            return _by_letters(sample, _CYRILLIC, default=None)
        case "ARABIC":
            return _by_letters(sample, _ARABIC, default="ar")
        case "LATIN":
            return _latin(sample)
        case _:
            return _SCRIPTS.get(script)


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


def _by_letters(sample: str, table: dict[str, str], *, default: str | None) -> str | None:
    """The language most of whose own letters occur; the first of the table at a draw."""
    counts = {language: sum(map(sample.count, letters)) for language, letters in table.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else default


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
    mine, others = set(_WORDS[first].split()), set(_WORDS[second].split())
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
    return _inverted({language: words.split() for language, words in _WORDS.items()})


@cache
def _languages_of_letters() -> dict[str, tuple[str, ...]]:
    return _inverted(_LETTERS)


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    inverted: dict[str, set[str]] = {}
    for language, signs in table.items():
        for sign in signs:
            inverted.setdefault(sign, set()).add(language)
    return {sign: tuple(sorted(languages)) for sign, languages in inverted.items()}
