"""Label sets: what a file may say, the presets, and colours that everybody can tell apart."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.colours import (
    BACKGROUND_DARK,
    BACKGROUND_LIGHT,
    MEASURED,
    MINIMUM_CONTRAST,
    VISIONS,
    Pair,
    colours,
    contrast,
    distance,
)
from store.errors import FileUnreadable, LabelSetInvalid, NotFound
from store.founding import preset_label_sets
from store.labels import LabelSetSpec, label_name, load, preset, presets
from store.values import ProjectSettings

HEAD = 'key = "own"\nkind = "entity"\nname = { en = "Own" }\n'
PERSON = '[[labels]]\ncode = "PER"\nname = { en = "Person" }\n'


def by_code(spec: LabelSetSpec) -> dict[str, Pair]:
    return {label.code: (label.color_light, label.color_dark) for label in spec.labels}


def smallest_distances(pairs: list[Pair]) -> tuple[float, float]:
    """On light and on dark, over all kinds of colour vision."""
    light, dark = (
        min(distance(a[side], b[side], vision) for a, b in combinations(pairs, 2) for vision in VISIONS)
        for side in (0, 1)
    )
    return light, dark


def test_the_presets_are_there():
    kinds = {key: preset(key).kind for key in presets()}
    assert [key for key, kind in kinds.items() if kind == "entity"] == [
        "actors",
        "german",
        "germeval",
        "ontonotes",
    ]
    assert [key for key, kind in kinds.items() if kind == "stance"] == [
        "cheese5",
        "directed5",
        "dna-bool",
        "fnc4",
        "likert5",
        "newsmtsc3",
        "pca",
        "semeval3",
        "stance3",
        "stance5",
        "xstance4",
    ]


def test_a_stance_is_called_by_the_kind_of_its_topic():
    name = {label.code: label.name for label in preset("stance3").labels}
    called = [
        [label_name(name[code], "de", kind) for code in ("FAVOR", "AGAINST", "NEUTRAL")]
        for kind in ("issue", "claim", None)
    ]
    assert called == [
        ["für", "ablehnend", "neutral"],
        ["bejaht", "bestreitet", "offen"],
        ["dafür", "dagegen", "neutral"],
    ]
    assert label_name(name["AGAINST"], "fr", "claim") == "disputes"
    assert label_name({}, "de") == ""


@pytest.mark.parametrize("key", [key for key in presets() if preset(key).kind == "stance"])
def test_the_keys_of_stances_are_free_in_the_article(key: str):
    taken = set("OJBEUMWHTVCISGQRUX")
    assert taken.isdisjoint({label.key for label in preset(key).labels})


def test_a_project_can_begin_with_other_stances():
    assert [spec.key for spec in preset_label_sets(ProjectSettings(stances="semeval3"))] == [
        "german",
        "semeval3",
    ]


@pytest.mark.parametrize("key", presets())
def test_a_preset_is_named_and_described_in_both_languages(key: str):
    spec = preset(key)
    assert spec.key == key
    for item in (spec, *spec.labels, *spec.attributes):
        assert all(item.name[language] for language in ("en", "de"))
        assert all(item.description[language] for language in ("en", "de"))


@pytest.mark.parametrize("key", presets())
def test_a_preset_can_be_read_on_both_backgrounds(key: str):
    for light, dark in by_code(preset(key)).values():
        assert contrast(light, BACKGROUND_LIGHT) >= MINIMUM_CONTRAST
        assert contrast(dark, BACKGROUND_DARK) >= MINIMUM_CONTRAST


def test_a_new_project_starts_with_the_german_preset():
    spec, start = preset("german"), ProjectSettings()
    assert start.preset == spec.key
    assert (start.labels_off, start.forms_off, start.nested) == (
        spec.labels_off,
        spec.forms_off,
        spec.nested,
    )
    assert [(label.code, label.key) for label in spec.labels] == [
        ("PER", "1"),
        ("ORG", "2"),
        ("LOC", "3"),
        ("MISC", "4"),
    ]


def test_germeval_has_everything_on():
    spec = preset("germeval")
    assert [label.code for label in spec.labels] == ["PER", "ORG", "LOC", "MISC"]
    assert (spec.labels_off, spec.forms_off, spec.nested) == ((), (), True)


def test_a_place_may_act_as_a_government():
    (attribute,) = preset("actors").attributes
    assert (attribute.key, attribute.labels) == ("acts_as_government", ("LOC",))


def test_ontonotes_has_its_eighteen_types_and_nine_digits():
    spec = preset("ontonotes")
    assert len(spec.labels) == 18
    assert [label.key for label in spec.labels if label.key] == list("123456789")
    assert len(set(by_code(spec).values())) == 18


def test_stances_lie_on_a_scale_with_a_glyph_and_a_letter_each():
    labels = preset("stance3").labels
    assert [(label.code, label.key, label.value, label.glyph) for label in labels] == [
        ("FAVOR", "F", 1.0, "▲"),
        ("AGAINST", "A", -1.0, "▼"),
        ("NEUTRAL", "N", 0.0, "■"),
    ]


def test_a_familiar_label_looks_the_same_in_every_set():
    german, ontonotes = by_code(preset("german")), by_code(preset("ontonotes"))
    assert german["PER"] == ontonotes["PERSON"] == MEASURED[0]
    assert german["LOC"] == ontonotes["LOC"]


def test_an_unknown_preset_is_not_found():
    with pytest.raises(NotFound):
        preset("../german")


def test_a_set_is_read_from_a_file_with_or_without_a_byte_order_mark(tmp_path: Path):
    path = tmp_path / "own.toml"
    path.write_text(HEAD + PERSON, encoding="utf-8-sig")
    assert load(path) == load((HEAD + PERSON).encode())


def test_a_label_keeps_its_own_colours():
    own = 'color_light = "#112233"\ncolor_dark = "#ddeeff"\n'
    assert by_code(load((HEAD + PERSON + own).encode())) == {"PER": ("#112233", "#ddeeff")}


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path):
    with pytest.raises(FileUnreadable) as caught:
        load(tmp_path / "none.toml")
    assert caught.value.fields["path"] == str(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("content", "field"),
    [
        pytest.param(b"key = ", "", id="no TOML"),
        pytest.param(b"\xff", "", id="no UTF-8"),
        pytest.param(HEAD, "", id="no labels"),
        pytest.param(HEAD + "labels = []", "labels", id="an empty list of labels"),
        pytest.param(HEAD + '[[labels]]\nname = { en = "Person" }', "labels[0]", id="a label without code"),
        pytest.param(HEAD + "colour = 1\n" + PERSON, "", id="an unknown field"),
        pytest.param(HEAD + PERSON + "key = 1", "labels[0].key", id="a number for a key"),
        pytest.param(HEAD + PERSON + 'key = "12"', "labels[0].key", id="a key of two digits"),
        pytest.param(HEAD + PERSON + 'key = "F"', "labels[0].key", id="a letter for an entity"),
        pytest.param(
            HEAD.replace("entity", "stance") + PERSON + 'key = "1"',
            "labels[0].key",
            id="a digit for a stance",
        ),
        pytest.param(HEAD.replace("entity", "topic") + PERSON, "kind", id="an unknown kind"),
        pytest.param(HEAD + PERSON + 'color_light = "red"', "labels[0].color_light", id="no colour"),
        pytest.param(HEAD + PERSON + 'color_light = "#112233"', "labels[0].color_light", id="half a colour"),
        pytest.param(HEAD + PERSON + PERSON, "labels[1].code", id="the same code twice"),
        pytest.param(
            HEAD + PERSON + 'key = "1"\n' + PERSON.replace("PER", "ORG") + 'key = "1"',
            "labels[1].key",
            id="the same key twice",
        ),
        pytest.param(HEAD + PERSON.replace("en =", "de ="), "labels[0].name", id="no English name"),
        pytest.param(HEAD.replace("en =", "de =") + PERSON, "name", id="no English name of the set"),
        pytest.param(HEAD + 'forms_off = ["compound"]\n' + PERSON, "forms_off[0]", id="an unknown form"),
        pytest.param(
            HEAD + PERSON + '[[attributes]]\nkey = "dead"\nname = { en = "Dead" }\nlabels = ["PER", "GOD"]',
            "attributes[0].labels",
            id="an attribute of an unknown label",
        ),
    ],
)
def test_a_mistake_is_reported_with_file_and_field(content: str | bytes, field: str, tmp_path: Path):
    path = tmp_path / "own.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(LabelSetInvalid) as caught:
        load(path)
    assert caught.value.fields["path"] == str(path)
    assert caught.value.fields["field"] == field
    assert caught.value.fields["reason"]


def test_contrast_and_distance_are_those_of_black_and_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)
    assert distance("#000000", "#ffffff") == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("vision", "a", "b"),
    [
        pytest.param("protanopia", "#c000c0", "#4040c0", id="magenta and blue without red cones"),
        pytest.param("deuteranopia", "#c00000", "#008000", id="red and green without green cones"),
        pytest.param("tritanopia", "#c04000", "#c00080", id="orange and pink without blue cones"),
    ],
)
def test_a_colour_blind_eye_confuses_what_others_tell_apart(vision: str, a: str, b: str):
    assert distance(a, b) > 0.17
    assert distance(a, b, vision) < 0.035


def test_blue_and_yellow_stay_apart_without_red_or_green_cones():
    assert distance("#0000c0", "#b8b800", "protanopia") > 0.4
    assert distance("#0000c0", "#b8b800", "deuteranopia") > 0.4


def test_the_measured_colours_are_as_far_apart_as_was_measured():
    light, dark = smallest_distances(list(MEASURED))
    assert light == pytest.approx(0.062, abs=0.0005)
    assert dark == pytest.approx(0.103, abs=0.0005)


@pytest.mark.parametrize(
    ("count", "light", "dark"), [(7, 0.062, 0.08), (8, 0.062, 0.08), (12, 0.055, 0.06), (18, 0.045, 0.045)]
)
def test_colours_stay_apart_for_every_eye(count: int, light: float, dark: float):
    reached = smallest_distances(colours(count))
    assert reached[0] >= light
    assert reached[1] >= dark


@pytest.mark.parametrize("count", [0, 1, 6, 18, 40])
def test_there_are_as_many_colours_as_labels_all_readable(count: int):
    pairs = colours(count)
    assert len(set(pairs)) == count
    assert all(contrast(light, BACKGROUND_LIGHT) >= MINIMUM_CONTRAST for light, _ in pairs)
    assert all(contrast(dark, BACKGROUND_DARK) >= MINIMUM_CONTRAST for _, dark in pairs)


@settings(max_examples=20)
@given(st.integers(0, 10), st.integers(0, 10))
def test_more_labels_leave_the_colours_of_the_first_alone(few: int, more: int):
    assert colours(few + more)[:few] == colours(few)


def test_the_search_gives_the_same_colours_on_every_machine():
    assert colours(8)[6:] == [("#5b1175", "#a9a6fa"), ("#5e01f0", "#a8ceff")]


def test_new_colours_keep_clear_of_those_beside_them():
    beside = [MEASURED[0], MEASURED[3], ("#8a0700", "#eb881f")]
    new = colours(5, beside)
    assert not set(new) & set(beside)
    light, dark = smallest_distances([*beside, *new])
    assert light >= 0.055
    assert dark >= 0.055
