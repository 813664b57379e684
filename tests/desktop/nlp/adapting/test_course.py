"""The embedded model goes on learning: new names, a new label, and nothing of what is open."""

from pathlib import Path
from typing import Any

import pytest

from desktop.nlp import models
from desktop.nlp.adapting.adapter import Adapter, Example, keys_of_words, with_labels
from desktop.nlp.adapting.course import Course, Sentence, extractor
from desktop.nlp.keyed import Keyed
from desktop.nlp.tagging import Tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    folder = models.folder_of("embedded:de")
    assert folder is not None
    return Tagger.from_folder(Path(folder) / "lesart_crf")


def sentence(words: str, tags: str) -> Sentence:
    split = words.split()
    may_be: list[Any] = [None if tag == "?" else frozenset((tag,)) for tag in tags.split()]
    return Sentence(split, [True] * len(split), may_be)


SHIPS = [
    sentence(f"Gestern lief die {ship} in {town} ein .", "O O O B-SHIP O B-LOC O O")
    for ship in ("Seeteufel", "Nordwind", "Brigitta", "Albatros", "Kondor", "Meermaid")
    for town in ("Kiel", "Emden", "Bremen", "Stade")
]
NEW = sentence("Gestern lief die Falkenburg in Husum ein .", "O O O B-SHIP O B-LOC O O")


def names(tagger: Tagger, of: Sentence) -> list[tuple[str, str]]:
    return [(" ".join(of.words[it.start : it.end]), it.label) for it in tagger.tag(of.words, of.spaces)]


def test_a_label_that_the_model_did_not_have_is_learnt(tagger: Tagger) -> None:
    course = Course(tagger, ["SHIP"])
    points = list(course.rounds(SHIPS, [NEW]))
    assert ("Falkenburg", "SHIP") not in names(tagger, NEW)
    assert names(course.best, NEW) == [("Falkenburg", "SHIP"), ("Husum", "LOC")]
    assert course.after > course.before
    assert points[0].f1 == course.before
    assert all(point.steps <= point.of for point in points)
    assert "SHIP" in course.best.labels


def test_the_new_model_is_packed_and_comes_back_as_it_was(tagger: Tagger) -> None:
    course = Course(tagger, ["SHIP"])
    list(course.rounds(SHIPS, [NEW]))
    again = Tagger.from_parts(course.best.to_parts())
    assert [names(again, it) for it in SHIPS] == [names(course.best, it) for it in SHIPS]


def test_open_words_teach_nothing(tagger: Tagger) -> None:
    extract = extractor(tagger)
    open_ = [Example(keys_of_words(extract(it)), [None] * len(it.words)) for it in SHIPS]
    adapter = Adapter(tagger.chain, open_)
    losses = [loss for loss, _ in zip(adapter.rounds(), range(2), strict=False)]
    assert losses == [pytest.approx(0, abs=1e-9)] * 2
    before = [tagger.chain.best(tagger.chain.scores(Keyed.of_keys(it.features))) for it in open_]
    after = [adapter.chain().best(adapter.chain().scores(Keyed.of_keys(it.features))) for it in open_[:3]]
    assert after == before[:3]


def test_tags_of_new_labels_follow_each_other_as_the_others_do(tagger: Tagger) -> None:
    adapter = Adapter(tagger.chain, [], labels=["SHIP"])
    tags = with_labels(tagger.chain.tags, ["SHIP"])
    assert adapter.tags == tags
    column = {tag: i for i, tag in enumerate(tags)}
    follows = adapter.following
    assert follows[column["B-SHIP"], column["I-SHIP"]] > follows[column["B-PER"], column["I-SHIP"]]
