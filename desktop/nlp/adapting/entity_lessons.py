"""Readings as what spaCy's own entity recognizer learns from, and how good it is on others.

Where a reading says nothing of a kind of name (labels that the project does not use), what the recognizer
found before is taught to it again (M. Honnibal, Pseudo-rehearsal, 2017). Nothing is learnt from tokens of
which nothing is known: they are "missing".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from desktop.nlp import label_map
from desktop.nlp.adapting.known import placed
from desktop.nlp.adapting.rounds import Score
from store.offsets import met
from store.values import Known, Named

Labels = Mapping[str, label_map.Meaning | None]


class EntityLessons:
    """Lessons for the entity recognizer `name` of a pipeline; `labels` are those that a project uses.

    `mapping` says what the pipeline's labels mean there.
    """

    def __init__(self, nlp: Language, name: str, *, mapping: Labels, labels: frozenset[str]) -> None:
        self._nlp, self._name = nlp, name
        self._mapping, self._labels = mapping, labels

    def score(self, kept: Sequence[Known]) -> Score:
        """How good the recognizer is as it is now, without what other components find."""
        with self._nlp.select_pipes(enable=[self._name]):
            docs = list(self._nlp.pipe(known.text for known in kept))
        return Score.of(self._counted(known, doc) for known, doc in zip(kept, docs, strict=True))

    def example(self, known: Known) -> Example:
        """What a reading teaches. Labels that the recognizer does not have are added to it."""
        predicted, reference = self._nlp.make_doc(known.text), self._nlp.make_doc(known.text)
        with self._nlp.select_pipes(enable=[self._name]):
            before = self._nlp(self._nlp.make_doc(known.text)).ents
        words = [it for it in reference if not it.is_space]
        borders = [(it.idx, it.idx + len(it)) for it in words]
        ents, missing = list[Span](), set[int]()
        for start, end in known.unknown:
            missing.update(met(borders, start, end))
        for tokens, name in placed(known.spans, borders):
            label = None if name is None else self._theirs(name, before, *_at(borders, tokens))
            if label is None:
                missing.update(tokens)
            else:
                missing.difference_update(tokens)
                ents.append(Span(reference, words[tokens[0]].i, words[tokens[-1]].i + 1, label=label))
        unclear = [reference[words[i].i : words[i].i + 1] for i in missing]
        ents += self._rehearsed(known, before, reference, [*ents, *unclear])
        reference.set_ents(ents, missing=unclear, default="outside" if known.is_whole else "missing")
        return Example(predicted, reference)

    def _counted(self, known: Known, doc: Doc) -> tuple[int, int]:
        """Plain names that are right, and those that are true or found, where it is known what is true."""
        asked = self._labels.difference(known.open)

        def counted(names: Iterable[Named]) -> set[Named]:
            return {
                it
                for it in names
                if it[2] in asked and not any(a < it[1] and it[0] < b for a, b in known.unknown)
            }

        found = counted((it.start_char, it.end_char, self._ours(it.label_)) for it in doc.ents)
        true = counted(known.spans)
        return len(found & true), len(found) + len(true)

    def _ours(self, label: str) -> str:
        """The name that a label of the pipeline has in a reading; "" for what is dropped."""
        meaning = label_map.meaning(label, self._mapping)
        return "" if meaning is None else label_map.named(*meaning)

    def _theirs(self, name: str, before: Iterable[Span], start: int, end: int) -> str | None:
        """What the pipeline calls a name: as it found it there, else its own word for it, else a new one.

        Forms of names („russisch“) that it does not know are not taught to it.
        """
        for span in before:
            if (span.start_char, span.end_char) == (start, end) and self._ours(span.label_) == name:
                return span.label_
        recognizer: Any = self._nlp.get_pipe(self._name)
        known = [label for label in recognizer.labels if self._ours(label) == name]
        if known:
            return name if name in known else known[0]
        if name not in self._labels:
            return None
        recognizer.add_label(name)
        return name

    def _rehearsed(
        self, known: Known, before: Iterable[Span], reference: Doc, taken: Sequence[Span]
    ) -> Iterator[Span]:
        """What was found of names that the reading says nothing about, where nothing else stands."""
        told = self._labels.difference(known.open)
        for span in before:
            if self._ours(span.label_) not in told and not any(
                span.start < it.end and it.start < span.end for it in taken
            ):
                yield Span(reference, span.start, span.end, label=span.label_)


def _at(borders: Sequence[tuple[int, int]], tokens: range) -> tuple[int, int]:
    return borders[tokens[0]][0], borders[tokens[-1]][1]
