"""What a tagger nearly found: probabilities of runs, against all tag sequences one by one."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.nlp.chain import Chain
from desktop.nlp.pipelines import Pipeline, load
from desktop.nlp.tagging import runs
from desktop.nlp.variants import LEAST, TEMPERATURE, variants

TAGS = ("B-LOC", "B-PER", "I-PER", "O")
TRANSITIONS = st.fixed_dictionaries({pair: st.floats(-3, 3) for pair in product(TAGS, TAGS)})
SCORES = st.lists(st.tuples(*[st.floats(-8, 8)] * len(TAGS)), min_size=1, max_size=4).map(np.array)


@settings(max_examples=50)
@given(TRANSITIONS, SCORES)
def test_a_run_is_as_probable_as_all_sequences_that_have_it(
    transitions: dict[tuple[str, str], float], scores: np.ndarray
) -> None:
    chain = Chain.pack({"b": {"O": 1.0}}, transitions)
    paths = list(product(TAGS, repeat=len(scores)))
    sums = np.array([
        sum(scores[i][TAGS.index(tag)] for i, tag in enumerate(path))
        + sum(np.float32(transitions[pair]) for pair in pairwise(path))
        for path in paths
    ])  # fmt: skip
    shares = np.exp((sums - sums.max()) / TEMPERATURE)
    shares /= shares.sum()
    found = {(it.start, it.end, it.label): it.score for it in variants(chain, scores)}
    assert all(score >= LEAST for score in found.values())
    expected: dict[tuple[int, int, str], float] = {}
    for path, share in zip(paths, shares, strict=True):
        # A run that only a stray I- begins is none here: the chain hardly ever says so.
        for run in runs(path):
            if path[run[0]][0] == "B":
                expected[run] = expected.get(run, 0.0) + share
    near = {run: share for run, share in expected.items() if share > LEAST * 1.001}
    assert {run: found[run] for run in near} == pytest.approx(near, rel=1e-4)


def test_a_sentence_without_words_has_none() -> None:
    chain = Chain.pack({"b": {"O": 1.0}}, {("O", "O"): 0.0})
    assert variants(chain, np.empty((0, 1))) == []


def test_what_is_suggested_is_among_what_is_nearly_suggested(german: Pipeline) -> None:
    text = "Der Kreml bestellte Nikol Paschinjan ein. In Bad Tölz tagte die Nordwind Energie."
    found = {(it.start, it.end, it.label) for it in german.predict(text) if it.form == "plain"}
    told = german.variants(text)
    assert found
    assert found <= {(it.start, it.end, it.label) for it in told}
    assert len(told) > len(found)
    assert all(it.score is not None and LEAST <= it.score <= 1.0001 for it in told)
    assert german.predict(text) == german.predict(text)


def test_a_name_of_many_characters_is_told_whole() -> None:
    pipeline = load("embedded:th")
    name = "องค์การอนามัยโลก"
    text = f"{name}ประกาศในกรุงเทพมหานครว่าสถานการณ์ดีขึ้น"
    assert len([it for it in pipeline.tokens(text) if it[1] <= len(name)]) > 8
    assert (0, len(name), "ORG") in {(it.start, it.end, it.label) for it in pipeline.variants(text)}
