"""What spaCy's training loop brings to our tagger: files of our own and of anybody else."""

from typing import Any

import pytest
from spacy.tokens import Span
from spacy.training import Example

from desktop.nlp import models
from desktop.nlp.adapting.spacy_course import OURS, WORTH, known_of, taught
from desktop.nlp.lean import import_spacy

TOWNS = ("Kiel", "Hull", "Leith", "Dover", "Bremen", "Emden", "Husum", "Wismar")
SHIPS = ("Seastar", "Northwind", "Condor", "Falcon")


@pytest.fixture
def nlp() -> Any:
    return import_spacy().load(models.folder_of("embedded:en"))


def example(nlp: Any, number: int, **said: Any) -> Example:
    """A ship, which is an organisation, in a town; `said` is what only our files say besides."""
    ship, town = SHIPS[number % len(SHIPS)], TOWNS[number % len(TOWNS)]
    doc = nlp.make_doc(f"Yesterday the {ship} number {number} reached {town} late.")
    words = [token.text for token in doc]
    at = words.index(town)
    doc.set_ents([Span(doc, 2, 3, label="ORG"), Span(doc, at, at + 1, label="LOC")], default="outside")
    if said:
        doc.user_data[OURS] = said
    return Example(nlp.make_doc(doc.text), doc)


def test_files_of_others_say_what_their_entities_do_and_nothing_of_missing_tokens(nlp: Any) -> None:
    doc = example(nlp, 1).reference
    doc.set_ents([Span(doc, 2, 3, label="ORG")], missing=[doc[0:1]], default="outside")
    known = known_of(doc, ("LOC", "LOCderiv"))
    assert [(doc.text[start:end], name) for start, end, name in known.spans] == [("Northwind", "ORG")]
    assert [doc.text[start:end] for start, end in known.unknown] == ["Yesterday"]
    assert (known.is_whole, known.open) == (True, ("LOCderiv",))


def test_readings_that_do_not_count_and_other_languages_are_passed_over(nlp: Any) -> None:
    some = [
        example(nlp, 0, language="en", counts=True),
        example(nlp, 1, language="en", counts=False),
        example(nlp, 2, language="de", counts=True),
        example(nlp, 3, language=None, counts=True),
        example(nlp, 4),
    ]
    assert [it.reference.text for it in taught(some)] == [some[i].reference.text for i in (0, 3, 4)]


def test_the_first_update_learns_nothing_and_the_next_ones_are_rounds(nlp: Any) -> None:
    crf = nlp.get_pipe("lesart_crf")
    old = crf.tagger
    corpus, kept = [example(nlp, i) for i in range(24)], [example(nlp, i) for i in range(30, 42)]
    worth = list[float]()
    for _ in range(3):
        crf.update(corpus)
        worth.append(crf.score(kept)[WORTH])
        if len(worth) == 1:
            assert crf.tagger is old
    assert worth[1] > worth[0]
    assert crf.tagger is not old
    found = {(ent.text, ent.label_) for ent in nlp(kept[0].reference.text).ents}
    assert ("Condor", "ORG") in found


def test_a_corpus_in_pieces_is_refused(nlp: Any) -> None:
    crf = nlp.get_pipe("lesart_crf")
    crf.update([example(nlp, 0), example(nlp, 1)])
    with pytest.raises(ValueError, match="as one batch"):
        crf.update([example(nlp, 2)])


def test_without_a_model_there_is_nothing_to_go_on_from() -> None:
    nlp = import_spacy().blank("en")
    crf = nlp.add_pipe("lesart_crf")
    with pytest.raises(ValueError, match="source"):
        crf.update([example(nlp, 0)])
