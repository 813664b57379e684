"""How good the embedded models are on texts as they read articles: `./run bench whole_texts`.

The cards say how good they are on tokens. Here each sentence that was kept out of training is put together,
cut by the model's own pipeline and compared with the gold annotation by code points. No test set is read.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from desktop.nlp import pipelines
from desktop.nlp.training.data import Sentence, read, split
from desktop.nlp.training.recipes import HELD, MODELS, Source
from desktop.nlp.training.scores import LabelledSpan, score
from tests.bench.gold_articles import CORE, SHARED, spaced
from tests.bench.measure import report

DATA = SHARED / "ner-data"
PLAIN = (*CORE, "MISC")


def held_out(source: Source, data: Path) -> list[Sentence]:
    """The sentences of a source that nothing was trained on."""
    found = read(data / f"{source.file}.jsonl.gz")
    return found if source.only else split(found, every=HELD)[1]


def tell(folder: str, called: str, sentences: Iterable[Sentence]) -> None:
    """Print F1 of the names of people, organisations and places, and with other names where there are any."""
    pipeline = pipelines.load(f"embedded:{folder}")
    true, found = set[LabelledSpan](), set[LabelledSpan]()
    for number, sentence in enumerate(sentences):
        places, text = spaced(sentence.words, sentence.spaces or None)
        true |= {
            (number, places[first][0], places[last - 1][1], label) for first, last, label in sentence.spans()
        }
        found |= {(number, it.start, it.end, it.label) for it in pipeline.predict(text) if it.form == "plain"}
    core, all_names = (score(true, found, counts=labels.__contains__).f1 for labels in (CORE, PLAIN))
    report(f"{folder}, {called}, F1", core, note=f"with other names {all_names:.2f}")


def main() -> int:
    """Prints the figures of all models, or of those named."""
    if not DATA.is_dir():
        sys.stdout.write(f"{DATA} is not there\n")
        return 0
    for model in MODELS:
        if len(sys.argv) == 1 or model.folder in sys.argv[1:]:
            for source in model.sources:
                if source.measured:
                    tell(model.folder, source.measured, held_out(source, DATA))
    return 0


if __name__ == "__main__":
    sys.exit(main())
