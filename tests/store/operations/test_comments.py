"""Comments stand with what they are about."""

import pytest

from store.errors import NotFound
from store.operations import comments, spans


def test_a_comment_on_a_span_of_another_article_is_refused(desk) -> None:
    here, there = desk.article(), desk.article(key="b")
    span = spans.add(desk.store, desk.work, here, start=0, end=3, label=None).span
    with pytest.raises(NotFound):
        comments.add(desk.store, desk.work, there, text="?", span_id=span)
    assert desk.page(there).comments == ()
