import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp import protocol
from desktop.nlp.errors import ModelMissing, WorkerDied
from store.errors import LesartError
from store.values import PredictedSpan

REQUESTS = st.one_of(
    st.builds(protocol.Load, id=st.integers(0, 99), source=st.text(max_size=9), preset=st.text(max_size=9)),
    st.builds(protocol.Predict, id=st.integers(0, 99), text=st.text(max_size=300)),
    st.builds(protocol.Segment, id=st.integers(0, 99), text=st.text(), language=st.none() | st.just("de")),
    st.builds(protocol.Identify, id=st.integers(0, 99), text=st.text()),
    st.builds(protocol.Shutdown, id=st.integers(0, 99)),
)


@given(st.lists(REQUESTS, max_size=5), st.data())
def test_messages_arrive_whole_however_the_bytes_are_cut(
    messages: list[protocol.Request], data: st.DataObject
) -> None:
    stream = b"".join(map(protocol.encode, messages))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    decoder = protocol.Decoder(protocol.AnyRequest)
    arrived = []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        arrived += decoder.feed(stream[start:end])
    assert arrived == messages


def test_replies_keep_spans_as_values() -> None:
    reply = protocol.Spans(3, (PredictedSpan(0, 5, "PER", "plain", 0.9), PredictedSpan(6, 9, "LOC", "part")))
    assert protocol.Decoder(protocol.AnyReply).feed(protocol.encode(reply)) == [reply]


def test_noise_in_the_pipe_is_an_error() -> None:
    with pytest.raises(ValueError, match="bytes"):
        protocol.Decoder(protocol.AnyReply).feed(b"Traceback (most recent call last)")
    with pytest.raises(msgspec.ValidationError):
        protocol.Decoder(protocol.AnyReply).feed(protocol.encode(protocol.Identify(1, "x")))


def test_a_typed_error_arrives_as_itself() -> None:
    error = protocol.error_of(protocol.failure(1, ModelMissing(name="embedded:none")))
    assert isinstance(error, ModelMissing)
    assert error.fields == {"name": "embedded:none"}


def test_an_unknown_error_arrives_with_its_text() -> None:
    error = protocol.error_of(protocol.failure(1, ZeroDivisionError("by zero")))
    assert type(error) is LesartError
    assert error.fields == {"reason": "ZeroDivisionError: by zero"}


def test_fields_of_any_type_travel() -> None:
    error = protocol.error_of(protocol.failure(1, WorkerDied(article=object)))
    assert error.fields["article"] == str(object)
