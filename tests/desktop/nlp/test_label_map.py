import pytest

from desktop.nlp import label_map


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("PERSON", ("PER", "plain")),
        ("GPE", ("LOC", "plain")),
        ("persName", ("PER", "plain")),
        ("LOCderiv", ("LOC", "derived")),
        ("ORGpart", ("ORG", "part")),
        ("DATE", None),
        ("Krankheit", ("Krankheit", "plain")),
        ("Counterpart", ("Counterpart", "plain")),
    ],
)
def test_labels_of_other_schemes_become_ours(label: str, expected: tuple[str, str] | None) -> None:
    assert label_map.meaning(label, label_map.mapping_for("german")) == expected


def test_the_ontonotes_preset_keeps_labels_as_they_are() -> None:
    mapping = label_map.mapping_for("ontonotes")
    assert [label_map.meaning(label, mapping) for label in ("PERSON", "DATE")] == [
        ("PERSON", "plain"),
        ("DATE", "plain"),
    ]


@pytest.mark.parametrize(
    ("compound", "name"),
    [
        ("Kreml-Sprecher", "Kreml"),
        ("Moskau-dominierten", "Moskau"),
        ("Ex-FC-Bayern-Trainer", "FC-Bayern"),
        ("Rhein-Main-Gebiet", "Rhein-Main"),
        ("Ex-Trainer", "Ex-Trainer"),
        ("EU-", "EU-"),
        ("Europameisterschaft", "Europameisterschaft"),
    ],
)
def test_the_name_in_a_compound(compound: str, name: str) -> None:
    start, end = label_map.named_part(compound)
    assert compound[start:end] == name
