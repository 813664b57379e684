"""The embedded model goes on learning: new names, a new label, and nothing of what is open."""

from pathlib import Path
from typing import Any

import pytest

from desktop.nlp import models
from desktop.nlp.adapting.adapter import Adapter, Example, keys_of_words, with_labels
from desktop.nlp.adapting.course import LAST, Course
from desktop.nlp.adapting.sentences import Sentence, extractor
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


OTHERS = [NEW, sentence("Heute lief die Wanderer in Leer aus .", "O O O B-SHIP O B-LOC O O")]


def test_a_label_that_the_model_did_not_have_is_learnt(tagger: Tagger) -> None:
    course = Course(tagger, ["SHIP"], OTHERS)
    rounds = list(course.rounds(SHIPS))
    assert ("Falkenburg", "SHIP") not in names(tagger, NEW)
    assert names(course.best, NEW) == [("Falkenburg", "SHIP"), ("Husum", "LOC")]
    assert course.is_better
    assert [it.number for it in rounds] == list(range(LAST + 1))
    assert max(rounds, key=lambda it: it.worth).f1 > rounds[0].f1
    assert "SHIP" in course.best.labels


def test_what_is_learnt_does_not_depend_on_the_order_of_the_sentences(tagger: Tagger) -> None:
    one, other = Course(tagger, ["SHIP"], OTHERS), Course(tagger, ["SHIP"], OTHERS[::-1])
    assert list(one.rounds(SHIPS)) == list(other.rounds(SHIPS[::-1]))
    assert one.best.to_parts() == other.best.to_parts()


def test_without_a_clear_gain_the_model_stays_as_it_was(tagger: Tagger) -> None:
    known = [sentence(f"Gestern war {who} in Köln .", "O O B-PER O B-LOC O") for who in ("Anna", "Peter")]
    course = Course(tagger, ["SHIP"], known)
    rounds = list(course.rounds(SHIPS))
    assert not course.is_better
    assert course.best is tagger
    assert course.learnt is not tagger
    assert all(it.worth < rounds[0].worth for it in rounds[1:])


def test_the_new_model_is_packed_and_comes_back_as_it_was(tagger: Tagger) -> None:
    course = Course(tagger, ["SHIP"], OTHERS)
    list(course.rounds(SHIPS))
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
