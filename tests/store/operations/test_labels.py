"""Labels as a project changes them: nothing that was coded loses its meaning, and all of it can be undone."""

import pytest

from store import history
from store.errors import KeyTaken, LabelUnknown, MergeImpossible
from store.operations import guideline, labels, spans
from store.queries import codebook
from store.values import Label

BUT = ("change",)


def entity(desk, code: str) -> Label:
    with desk.store.read() as conn:
        return next(it for it in codebook.labels(conn, "entity", all=True) if it.code == code)


def codes(desk) -> list[str]:
    with desk.store.read() as conn:
        return [it.code for it in codebook.labels(conn, "entity")]


def test_a_new_label_can_be_given_and_has_a_colour_of_its_own(desk) -> None:
    before = desk.rows(but=BUT)
    labels.add(desk.store, desk.work, code="EVENT", name={"en": "Event"}, key="7")
    new = entity(desk, "EVENT")
    assert codes(desk)[-1] == "EVENT"
    assert new.color_light not in {entity(desk, code).color_light for code in codes(desk) if code != "EVENT"}
    history.undo(desk.store, desk.work)
    assert desk.rows(but=BUT) == before


def test_codes_and_digits_are_given_once(desk) -> None:
    with pytest.raises(KeyTaken):
        labels.add(desk.store, desk.work, code="PER", name={"en": "P"})
    with pytest.raises(KeyTaken):
        labels.change(desk.store, desk.work, entity(desk, "PER").id, key=entity(desk, "ORG").key)
    labels.change(desk.store, desk.work, entity(desk, "PER").id, key=entity(desk, "PER").key)


def test_a_retired_label_is_given_no_more_and_its_digit_is_free(desk) -> None:
    article = desk.article()
    spans.add(desk.store, desk.work, article, start=0, end=14, label="PER")
    person = entity(desk, "PER")
    labels.retire(desk.store, desk.work, person.id)
    assert desk.spans(article) == {"Wladimir Putin": "PER"}
    with pytest.raises(LabelUnknown):
        spans.add(desk.store, desk.work, article, start=20, end=25, label="PER")
    labels.change(desk.store, desk.work, entity(desk, "ORG").id, key=person.key)
    labels.restore(desk.store, desk.work, person.id)
    assert (entity(desk, "PER").status, entity(desk, "PER").key) == ("active", None)


def test_labels_are_put_in_another_order(desk) -> None:
    order = [entity(desk, code) for code in reversed(codes(desk))]
    labels.sort(desk.store, desk.work, [it.id for it in order])
    assert codes(desk) == [it.code for it in order]


def test_merging_moves_peoples_spans_and_leaves_models_alone(nesting_desk) -> None:
    desk = nesting_desk
    one, two = desk.article(), desk.article()
    desk.suggest(one, ("Moskau", "LOC"), ("Putin", "LOC"))
    spans.add(desk.store, desk.work, one, start=0, end=14, label="LOC")
    spans.add(desk.store, desk.work, two, start=0, end=14, label="LOC")
    spans.add(desk.store, desk.work, two, start=0, end=14, label="ORG")
    bela = desk.colleague()
    spans.add(desk.store, bela, two, start=0, end=8, label="LOC")
    before = desk.rows(but=BUT)
    labels.merge(desk.store, desk.work, entity(desk, "LOC").id, into=entity(desk, "ORG").id)
    assert [it.label for it in desk.page(one).spans] == ["ORG"]
    assert sorted(it.label for it in desk.page(two).spans) == ["LOC", "ORG"]
    assert [it.label for it in desk.page(two, work=bela).spans] == ["ORG"]
    assert desk.suggested(one) == ["Putin", "Moskau"]
    assert "LOC" not in codes(desk)
    history.undo(desk.store, desk.work)
    assert desk.rows(but=BUT) == before


def test_a_label_is_merged_into_another_one_of_its_set_only(desk) -> None:
    person = entity(desk, "PER")
    with desk.store.read() as conn:
        favor = codebook.labels(conn, "stance")[0]
    for into in (person.id, favor.id):
        with pytest.raises(MergeImpossible):
            labels.merge(desk.store, desk.work, person.id, into=into)


def test_a_guideline_that_was_worked_under_stays_and_a_new_version_begins(desk) -> None:
    def versions() -> list[tuple[str, bool]]:
        return [(row[4], row[3] is not None) for row in desk.rows()["scheme_version"]]

    guideline.change(desk.store, desk.work, "# Eins")
    assert versions() == [("# Eins", False)]
    spans.add(desk.store, desk.work, desk.article(), start=0, end=14, label="PER")
    guideline.change(desk.store, desk.work, "# Zwei")
    guideline.change(desk.store, desk.work, "# Zwei, genauer")
    assert versions() == [("# Eins", True), ("# Zwei, genauer", False)]
    with desk.store.read() as conn:
        assert codebook.guideline(conn) == "# Zwei, genauer"
    history.undo(desk.store, desk.work)
    history.undo(desk.store, desk.work)
    assert versions() == [("# Eins", True)]


def test_what_a_label_asks_is_answered_and_taken_back(desk) -> None:
    article = desk.article()
    span = spans.add(desk.store, desk.work, article, start=44, end=50, label="LOC").span
    spans.set_attribute(desk.store, desk.work, span, "acts_as_government", True)
    assert desk.page(article).spans[0].attrs == {"acts_as_government": True}
    spans.set_attribute(desk.store, desk.work, span, "acts_as_government", None)
    assert desk.page(article).spans[0].attrs == {}
    history.undo(desk.store, desk.work)
    assert desk.page(article).spans[0].attrs == {"acts_as_government": True}
