"""Proposals and suggestions on sentences that they were not written for: the figures that the manual names.

Whoever changes the rules may change these figures, but not the sentences.
"""

from pathlib import Path

import pytest

from tests.desktop.nlp.held_out import Figures, figures, load

SAID = Figures(
    evidence=0.82, overlap=0.95, cue=0.52, cue_met=0.75, attribution=0.72, precision=0.96, recall=0.80
)
ROOT = Path(__file__).resolve().parents[3]


def test_sixty_sentences_were_read_and_everything_named_stands_in_them_once() -> None:
    read = load()
    assert [it.language for it in read].count("de") == [it.language for it in read].count("en") == 30
    for it in read:
        for words in (it.holder, *it.evidence, *it.acting, *it.others):
            assert it.text.count(words) >= 1, words
        assert it.text.count(it.target) == 1, it.text
        assert it.holder in it.acting or any(it.holder in name for name in it.acting), it.text


def test_proposals_are_as_good_as_the_manual_says() -> None:
    found = figures(load())
    for name, said in SAID._asdict().items():
        assert float(getattr(found, name)) == pytest.approx(said, abs=0.005), name


@pytest.mark.parametrize("page", ["resources/help/en/stance-guide.md", "resources/help/de/stance-guide.md"])
def test_the_manual_names_these_figures(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for share in (SAID.evidence, SAID.cue, SAID.cue_met, SAID.attribution, SAID.precision, SAID.recall):
        assert f"{share * 100:.0f} %" in text, share
