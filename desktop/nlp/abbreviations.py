"""Words that end in a period without ending a sentence, and words that start one, by language. Our own lists.

HARD abbreviations stand before something (Dr. Muster) and never end a sentence; SOFT ones (usw., Inc.) do
when a word from STARTERS follows. The same holds for German ordinals: „am 8. Mai“, but „Es waren 12. Die
meisten …“. All forms are lower case and without the period.
"""

from functools import cache


def _frozen(words: str) -> frozenset[str]:
    return frozenset(words.split())


NUMBERED = _frozen("no nr vol art fig p pp abs bd s núm pág blz")
"""Abbreviations that never end a sentence where a number follows („Nr. 5“)."""

_EVERYWHERE_HARD = _frozen("dr prof st vs cf ca approx jan feb apr jun jul aug sept oct nov dec")
_EVERYWHERE_SOFT = _frozen("inc ltd co corp jr sr etc")

_HARD = {
    "de": (
        "abt allg anm bes bspw bzgl bzw ders dgl dipl dt ebd ehem einschl evtl exkl frl gebr geb gen "
        "gest ggf hl hrn "
        "hr hrsg ing inkl insb jg kath lat lt med mind op phil pol sog stellv str tel verf vgl zit "
        "zzgl zz okt dez"
    ),
    "en": (
        "mr mrs ms messrs gen col lt maj sgt capt cmdr adm gov sen rep rev hon pres supt e.g i.e mt ft est "
        "dept univ sep"
    ),
    "fr": "m mm mme mmes mlle mgr me av janv févr avr juil déc env chap",
    "es": "sr sra sres srta d dña ud uds lic ing gral cnel pág núm av ene abr ago dic",
    "pt": "sr sra srs srta d dra eng gen pág núm av exmo fev abr mai ago set out dez",
    "it": (
        "sig sigg sig.ra dott dott.ssa avv ing on sen gen pag art gen feb mar apr mag giu lug ago set ott dic"
    ),
    "nl": "dhr mevr mw drs ir mr ing ds blz bijv bv dhr jl zgn mrt okt",
    "da": "hr fr kl ca bl f.eks dvs mht nr okt",
    "sv": "hr fr kl ca bl t.ex dvs nr okt st",
    "pl": "np tzw im ul al gen płk mjr ks bp św prof hab inż mgr tj pt godz",
    "ru": "г гг им ул пр проф акад т тыс млн млрд руб стр см напр",
    "tr": "sn av doç yrd öğr vb örn bkz yy",
    "id": "drs ir h hj jl tn ny yth a.n",
    "ms": "en pn dato hj jln",
    "vi": "ts ths gs pgs tp q p",
}

_SOFT = {
    "de": "usw ff o.ä u.a u.ä mio mrd min max tsd std sek jh jhd chr d.j d.ä",
    "en": "a.m p.m u.s u.k u.n d.c b.c a.d bros",
    "fr": "s.a s.a.r.l",
    "es": "ee.uu uu s.a a.m p.m",
    "pt": "s.a",
    "it": "s.p.a s.r.l",
    "nl": "enz n.v b.v",
    "pl": "itd itp r w",
    "ru": "др пр",
}

_STARTERS = {
    "de": (
        "der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich man in im am "
        "an auf aus bei beim "
        "mit nach nachdem seit seitdem von vom vor zu zum zur für gegen ohne durch über unter wegen "
        "während trotz laut "
        "doch aber und oder denn da dabei dafür dagegen damit danach dann dort so auch allerdings "
        "außerdem jedoch noch "
        "nun nur schon zudem wenn weil als ob obwohl dass wer was wie wo warum dieser diese dieses "
        "diesen diesem kein "
        "keine sein seine ihre mehr viele alle alles beide andere insgesamt zuvor zuletzt bereits "
        "derzeit hier heute"
    ),
    "en": (
        "the a an he she it they we you i in on at by for from of to with after before but and or so "
        "this that these those "
        "there then when while if as since although however his her its their our no not also more "
        "most many some all"
    ),
    "fr": (
        "le la les un une des il elle ils elles on nous vous je en dans sur pour par avec après mais et ou "
        "ce cette ces"
    ),
    "es": (
        "el la los las un una él ella ellos en con por para de desde tras pero y o este esta estos estas su "
        "sus no"
    ),
    "pt": (
        "o a os as um uma ele ela eles elas em no na com por para de após mas e ou este esta esse essa seu "
        "sua não"
    ),
    "it": "il lo la i gli le un una lui lei loro in con per da di dopo ma e o questo questa suo sua non",
    "nl": "de het een hij zij ze wij we ik in op aan bij met na van voor maar en of dit dat deze die er",
    "ru": "он она оно они мы вы я в во на по с со из за для до от но и а или это этот эта",
    "da": "den det de en et han hun vi jeg i på af med efter men og der dette",
    "sv": "den det de en ett han hon vi jag i på av med efter men och detta",
    "pl": "on ona ono oni w we na po z ze do od dla ale i a to ten ta",
}

ORDINAL_LANGUAGES = frozenset(
    ("de", "da", "pl", "tr", "cs", "sk", "hu", "fi", "hr", "sl", "nb", "no", "et", "lv")
)
"""Languages that write an ordinal number with a period."""


@cache
def hard(language: str | None) -> frozenset[str]:
    """Abbreviations that never end a sentence; without a language only the international ones."""
    return _EVERYWHERE_HARD | _words(_HARD, language)


@cache
def soft(language: str | None) -> frozenset[str]:
    """Abbreviations that end a sentence where a starter follows."""
    return _EVERYWHERE_SOFT | _words(_SOFT, language)


@cache
def starters(language: str | None) -> frozenset[str]:
    """Words that, capitalised after a period, start a sentence; without a language those of all of them."""
    return _words(_STARTERS, language) if language else _frozen(" ".join(_STARTERS.values()))


def _words(table: dict[str, str], language: str | None) -> frozenset[str]:
    return _frozen(table.get(language.split("-")[0], "")) if language else frozenset()
