"""Sentences of others, cut into the tokens that a model will read."""

from desktop.nlp.training.data import Sentence, cut_anew


def test_names_keep_their_text_in_the_tokens_of_our_segmentation() -> None:
    words = ["ไ", "ป", "ไ", "ท", "ย", "แ", "ล", "ะ", "ล", "า", "ว"]
    tags = ["O", "O", "B-LOC", "I-LOC", "I-LOC", "O", "O", "O", "B-LOC", "I-LOC", "I-LOC"]
    [cut] = cut_anew(Sentence(words, tags, [False] * 4 + [True] + [False] * 6), "th")
    assert cut.words == ["ไป", "ไท", "ย", "และ", "ลา", "ว"]
    assert cut.tags == ["O", "B-LOC", "I-LOC", "O", "B-LOC", "I-LOC"]
    assert cut.spaces == [False, False, True, False, False, False]


def test_a_name_within_a_token_takes_it_whole_and_names_that_touch_stay_two() -> None:
    [cut] = cut_anew(Sentence(["ก", "า", "ลา", "ว"], ["B-PER", "O", "B-LOC", "I-LOC"], [False] * 4), "th")
    assert (cut.words, cut.tags) == (["กา", "ลา", "ว"], ["B-PER", "B-LOC", "I-LOC"])


def test_where_we_begin_a_sentence_the_data_begin_one() -> None:
    first, second = cut_anew(
        Sentence(["彼", "。", "東", "京"], ["O", "O", "B-LOC", "I-LOC"], [False] * 4), "ja"
    )
    assert (first.words, second.words, second.tags) == (["彼", "。"], ["東", "京"], ["B-LOC", "I-LOC"])


def test_a_name_with_hyphens_and_initials_is_one_of_many_tokens() -> None:
    words = ["В", "Нью-Йорк", "едет", "А.", "М.", "Орлова", "."]
    tags = ["O", "B-LOC", "O", "B-PER", "I-PER", "I-PER", "O"]
    [cut] = cut_anew(Sentence(words, tags, []), "ru")
    assert cut.words == ["В", "Нью", "-", "Йорк", "едет", "А", ".", "М", ".", "Орлова", "."]
    assert cut.tags == ["O", *["B-LOC", "I-LOC", "I-LOC"], "O", "B-PER", *["I-PER"] * 4, "O"]
