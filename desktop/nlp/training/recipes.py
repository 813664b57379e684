"""Which models there are, what each is made of, and under which licence it therefore is.

Where a language has no development set, every fifth sentence of the files marked with `HELD` is kept out of
training and gives the figures. The project's test sets are not here and are never read.
"""

import re

from msgspec import Struct

from desktop.nlp.tagging import Kind
from desktop.nlp.training import name_sources
from desktop.nlp.training.fitting import LBFGS, PERCEPTRON, Fit
from desktop.nlp.training.network_fitting import NetworkFit

HELD = 5

CC_BY, BY_SA, MIT = "CC BY 4.0", "CC BY-SA 4.0", "MIT"


class Source(Struct, frozen=True):
    """A data set: its file without `.jsonl.gz`, its name, who made it and its licence.

    `measured`: how its held-out part is called in the card; None: all of it is trained on. `only`: it is
    measured on and never trained on.
    """

    file: str
    name: str
    author: str
    license: str
    measured: str | None = None
    only: bool = False


class Model(Struct, frozen=True):
    """One model folder. `locale` and `countries` say whose given names and small towns are known apart;
    weights nearer to 0 than `smallest` are left out; `clusters` counts word forms. `own_tokens`: those of the
    data are others than our segmentation's, which are what the model will read, so they are cut anew. English
    data have hyphens apart as we do, and gain nothing by it (F1 on texts 71 and 64, cut anew 68 and 65).
    """

    folder: str
    title: str
    license: str
    sources: tuple[Source, ...]
    letters: re.Pattern[str]
    cldr: tuple[str, ...]
    also: tuple[str, ...] = ()
    kind: Kind = "words"
    fits: tuple[Fit, ...] = (PERCEPTRON,)
    networks: tuple[NetworkFit, ...] = ()
    smallest: float = 0.01
    locale: str = ""
    countries: tuple[str, ...] = ()
    clusters: int = 0
    seen_in: tuple[Source, ...] = ()
    has_sub_labels: bool = False
    own_tokens: bool = False
    version: str = "2.0.0"


def _uner(file: str, name: str, license_: str, measured: str | None = None) -> Source:
    return Source(file, f"Universal NER: {name}", "S. Mayhew et al., NAACL 2024", license_, measured)


_GERMEVAL = "GermEval 2014 Named Entity Recognition"
_BENIKOVA = "D. Benikova, C. Biemann, M. Reznicek"
GERMEVAL = Source("de/germeval_train", _GERMEVAL, _BENIKOVA, CC_BY)
GERMEVAL_DEV = Source(
    "de/germeval_dev", _GERMEVAL, _BENIKOVA, CC_BY, "GermEval 2014, development set", only=True
)
WIKIGOLD = Source("en/wikigold", "Wikigold", "D. Balasuriya et al., 2009", CC_BY)
WNUT = Source("en/wnut17_train", "WNUT 2017 Emerging Entities", "L. Derczynski et al., 2017", CC_BY)
BTC = Source("en/btc", "Broad Twitter Corpus", "L. Derczynski, K. Bontcheva, I. Roberts, COLING 2016", CC_BY)
CROSSNER = Source("en/crossner", "CrossNER", "Z. Liu et al., AAAI 2021", MIT)
EWT = _uner("en/uner_ewt_dev", "English EWT", BY_SA, "UNER English EWT, a fifth of its development set")
EN_PUD = _uner("en/uner_pud", "English PUD", "CC BY-SA 3.0", "UNER English PUD, a fifth")
BOSQUE = _uner(
    "pt/uner_bosque_train", "Portuguese Bosque", BY_SA, "UNER Portuguese Bosque, a fifth of its training set"
)
PT_PUD = _uner("pt/uner_pud", "Portuguese PUD", "CC BY-SA 3.0", "UNER Portuguese PUD, a fifth")
WIKINER_RU = Source(
    "ru/wikiner_train",
    "WikiNER Russian, sample of linspector",
    "J. Nothman et al., 2013",
    CC_BY,
    "WikiNER Russian (silver), a fifth",
)
RU_PUD = _uner("ru/uner_pud", "Russian PUD", "CC BY-SA 3.0", "UNER Russian PUD, a fifth")
HANS = _uner(
    "zh_hans/uner_train",
    "Chinese GSDSIMP",
    BY_SA,
    "UNER Chinese GSDSIMP (Simplified), a fifth of its training set",
)
HANT = _uner(
    "zh_hant/uner_train", "Chinese GSD", BY_SA, "UNER Chinese GSD (Traditional), a fifth of its training set"
)
HANT_PUD = _uner("zh_hant/uner_pud", "Chinese PUD", "CC BY-SA 3.0", "UNER Chinese PUD (Traditional), a fifth")
STOCKMARK = Source(
    "ja/stockmark_train",
    "ner-wikipedia-dataset",
    "Stockmark Inc.",
    "CC BY-SA 3.0",
    "Stockmark Wikipedia, a fifth of its training part",
)
KLUE = Source(
    "ko/klue_dev_train", "KLUE-NER", "S. Park et al., 2021", BY_SA, "KLUE-NER, a fifth of its training part"
)
THAINER = Source(
    "th/thainer_train",
    "ThaiNER 1.5",
    "W. Phatthiyaphaibun",
    "CC BY 3.0",
    "ThaiNER 1.5, a fifth of its training set",
)
IDNER = Source("id/idner_train", "IDNER-News-2K", "S. O. Khairunnisa et al., 2020", MIT)
IDNER_DEV = Source(
    "id/idner_dev",
    "IDNER-News-2K",
    "S. O. Khairunnisa et al., 2020",
    MIT,
    "IDNER-News-2K, development set",
    only=True,
)
NERP = Source("id/indonlu_nerp_clean", "IndoNLU NERP", "B. Wilie et al., 2020", MIT)
NERGRIT = Source("id/indonlu_nergrit", "IndoNLU NERGrit", "B. Wilie et al., 2020", MIT)
DDT = _uner("da/uner_ddt_train", "Danish DDT", BY_SA, "UNER Danish DDT, a fifth of its training set")
SV_PUD = _uner("sv/uner_pud", "Swedish PUD", "CC BY-SA 3.0", "UNER Swedish PUD, a fifth")

GERMAN_NETWORKS = (
    NetworkFit(width=64, minfreq=3, rate=0.002, formless=0.4, seed=1),
    NetworkFit(width=80, minfreq=3, rate=0.0015, formless=0.5, seed=2),
    NetworkFit(width=64, minfreq=3, rate=0.0015, formless=0.5, seed=3),
)

MODELS = (
    Model(
        "de", "German", CC_BY, (GERMEVAL, GERMEVAL_DEV), name_sources.LATIN,
        ("de", "en", "fr", "es", "pt", "it", "nl", "sv", "da", "pl", "tr"),
        fits=(LBFGS, PERCEPTRON), networks=GERMAN_NETWORKS, locale="de",
        countries=("DE", "AT", "CH", "LI", "LU"), clusters=900_000,
        seen_in=(WIKIGOLD, WNUT, BTC, CROSSNER, IDNER, NERGRIT), has_sub_labels=True,
        version="2.2.0",
    ),
    Model(
        "en", "English", BY_SA, (EWT, EN_PUD, WIKIGOLD, WNUT, BTC, CROSSNER), name_sources.LATIN,
        ("en", "de", "fr", "es"), locale="en",
        countries=("US", "GB", "CA", "AU", "IE", "NZ"), clusters=300_000,
    ),
    Model("pt", "Portuguese", BY_SA, (BOSQUE, PT_PUD), name_sources.LATIN, ("pt", "es", "en", "fr"),
          locale="pt", countries=("BR", "PT", "AO", "MZ"), own_tokens=True, version="2.1.0"),
    Model("ru", "Russian", BY_SA, (WIKINER_RU, RU_PUD), name_sources.CYRILLIC, ("ru", "uk"), locale="ru",
          own_tokens=True, version="2.1.0"),
    Model("zh", "Chinese", BY_SA, (HANS, HANT, HANT_PUD), name_sources.HAN, ("zh", "zh_Hant"),
          kind="characters", locale="zh"),
    Model("ja", "Japanese", BY_SA, (STOCKMARK,), name_sources.JAPANESE, ("ja",),
          kind="characters", locale="ja"),
    Model("ko", "Korean", BY_SA, (KLUE,), name_sources.HANGUL, ("ko",), kind="characters", locale="ko"),
    Model("th", "Thai", "CC BY 3.0", (THAINER,), name_sources.THAI, ("th",), kind="characters", locale="th",
          own_tokens=True, version="2.1.0"),
    Model("id", "Indonesian", MIT, (IDNER, IDNER_DEV, NERP, NERGRIT), name_sources.LATIN, ("id", "ms", "en"),
          also=("ms",), locale="id", countries=("ID", "MY"), own_tokens=True, version="2.1.0"),
    Model("xx", "Languages in Latin script", BY_SA, (DDT, SV_PUD, BOSQUE, EN_PUD, IDNER), name_sources.LATIN,
          ("da", "sv", "fr", "es", "it", "nl", "vi", "pl", "tr", "en", "de", "pt", "cs", "ro"),
          also=("da", "sv", "no", "nb", "nn", "fr", "es", "vi", "it", "nl", "pl", "tr", "cs", "ro", "fi",
                "hu", "tl"), own_tokens=True, version="2.1.0"),
)  # fmt: skip
