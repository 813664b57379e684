"""Every known error has words, and the words fit its fields."""

import inspect
import string

import pytest

from desktop import messages
from desktop.nlp import errors as of_models
from desktop.sentences import REASONS, SENTENCES
from store import errors
from store.errors import LesartError

ERRORS = [
    kind
    for room in (errors, of_models)
    for _, kind in inspect.getmembers(room, inspect.isclass)
    if issubclass(kind, LesartError) and kind is not LesartError
]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_is_told_in_a_sentence_and_names_only_fields_it_has(kind: type[LesartError]) -> None:
    for pattern in SENTENCES[kind.__name__]:
        for _, field, _, _ in string.Formatter().parse(pattern):
            assert field is None or field in (kind.__doc__ or ""), f"{kind.__name__} does not carry {field}"
    assert messages.sentence(kind()).endswith((".", ": ", ":", " "))


def test_no_words_are_kept_for_errors_that_are_gone() -> None:
    assert set(SENTENCES) == {kind.__name__ for kind in ERRORS}


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in ERRORS]
    assert len(codes) == len(set(codes))


def test_fields_are_filled_in_after_translating() -> None:
    error = errors.StoreMissing(path="/news.lesart")
    assert messages.sentence(error) == "There is no project at /news.lesart."
    assert messages.sentence(error, lambda text: f"«{text}»") == "«There is no project at /news.lesart.»"


def test_a_list_is_told_with_commas() -> None:
    assert messages.sentence(of_models.ModelCarriesCode(path="m", files=["a.py", "b.so"])).endswith(
        "a.py, b.so"
    )


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("field", ["count", "length"])
def test_a_number_stands_where_the_sentence_is_right_for_one_and_for_none(field: str, count: int) -> None:
    told = {kind(**{field: count}): SENTENCES[kind.__name__][0] for kind in ERRORS}
    counting = {error: pattern for error, pattern in told.items() if f"{{{field}}}" in pattern}
    assert counting
    for error, pattern in counting.items():
        assert f": {count})." in messages.sentence(error), pattern


def test_a_reason_of_ours_is_told_in_words_and_others_as_they_come() -> None:
    broken = errors.ProfileInvalid(path="own.toml", reason="no_toml", line=3, column=5)
    words = "line 3, column 5: what stands there is no TOML"
    assert messages.reason(broken) == words
    assert messages.sentence(broken).endswith(words)
    assert messages.reason(broken, lambda text: f"«{text}»") == f"«{words}»"
    refused = errors.FileUnwritable(path="x", reason="Permission denied")
    assert messages.sentence(refused) == "x cannot be written: Permission denied"


@pytest.mark.parametrize("code", REASONS)
def test_a_reason_names_only_fields_that_its_error_carries(code: str) -> None:
    told = next(kind.__doc__ or "" for kind in ERRORS if f'"{code}"' in (kind.__doc__ or ""))
    for _, field, _, _ in string.Formatter().parse(REASONS[code]):
        assert field is None or field in told
