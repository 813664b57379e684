"""How many beginnings of sentences are told by their language: `./run bench languages`.

Three to six words of 400 sentences in each of eight languages, of the data beside the project, without what
is no word. The settings of the table were chosen on them; lingua 2.1 in its low-accuracy mode, restricted to
25 languages, told 2,524 of these 3,200 and was wrong about 670.
"""

import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desktop.nlp.language import identify
from tests.bench.measure import report

DATA = Path(__file__).resolve().parents[3] / "shared" / "ner-data"
FILES = {
    "de": "de/germeval_dev", "en": "en/uner_pud", "fr": "fr/enp_train", "da": "da/uner_ddt_train",
    "sv": "sv/uner_pud", "ru": "ru/uner_pud", "pt": "pt/uner_pud", "id": "id/idner_train",
}  # fmt: skip
EACH = 400


def main() -> int:
    """Print the figures; 1 where one is short."""
    if not DATA.is_dir():
        sys.stderr.write("The folder of data is not beside this checkout.\n")
        return 1
    source = random.Random(3)
    right, wrong = Counter[str](), Counter[str]()
    for language, name in FILES.items():
        answers = [identify(text) for text in _beginnings(DATA / f"{name}.jsonl.gz", source)]
        right[language] = sum(answer == language for answer in answers)
        wrong[language] = sum(answer not in (language, None) for answer in answers)
    total = EACH * len(FILES)
    note = ", ".join(f"{it} {right[it]}" for it in FILES)
    told = report("beginnings told, of 100", 100 * right.total() / total, at_least=80, note=note)
    note = ", ".join(f"{it} {wrong[it]}" for it in FILES)
    return 0 if report("mistaken, of 100", 100 * wrong.total() / total, at_most=10, note=note) and told else 1


def _beginnings(path: Path, source: random.Random) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    source.shuffle(rows)
    found = 0
    for row in rows:
        words = [word for word in row["t"] if word.isalpha()]
        length = source.randint(3, 6)
        if len(words) < length:
            continue
        yield " ".join(words[:length])
        found += 1
        if found == EACH:
            return


if __name__ == "__main__":
    sys.exit(main())
