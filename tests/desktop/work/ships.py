"""Invented news of ships, and a small spaCy pipeline that knows places, people and days in them."""

from pathlib import Path
from random import Random
from typing import Any

import msgspec

from desktop.nlp.lean import import_spacy
from store.database import create
from store.formats.records import VERSION, AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.transfer import import_files
from store.values import ProjectSettings

ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")
SETTINGS = ProjectSettings(labels_off=("MISC",))
SHIPS = ("Seeteufel", "Nordwind", "Brigitta", "Albatros", "Kondor", "Falkenburg")
TOWNS = ("Kiel", "Emden", "Bremen", "Stade", "Husum", "Leer", "Wismar", "Cuxhaven")
PEOPLE = ("Anna Berger", "Peter Holm", "Jana Weber", "Ole Petersen", "Uta Lang")


def sentence(town: str, who: str, ship: str = "Möwe") -> str:
    return f"Gestern lief die {ship} in {town} ein. {who} sah am Montag zu."


TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None, "width": 32, "depth": 2, "embed_size": 500,
    "window_size": 1, "maxout_pieces": 2, "subword_features": True,
}  # fmt: skip
RECOGNIZER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner", "extra_state_tokens": False, "hidden_width": 32, "maxout_pieces": 2,
    "use_upper": True, "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 32},
}  # fmt: skip


def pipeline(folder: Path) -> Path:
    """A small German pipeline that knows places, people (by other names) and days, but no ships."""
    spacy = import_spacy()
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(0)
    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    nlp.add_pipe("ner", config={"model": RECOGNIZER})
    examples: list[Any] = []
    for town in TOWNS:
        for who in PEOPLE:
            text = sentence(town, who)
            named = [(town, "GPE"), (who, "PERSON"), ("Montag", "DATE")]
            ents = [(text.index(name), text.index(name) + len(name), label) for name, label in named]
            examples.append(Example.from_dict(nlp.make_doc(text), {"entities": ents}))
    optimizer, random = nlp.initialize(lambda: examples), Random(0)
    for _ in range(25):
        random.shuffle(examples)
        for batch in minibatch(examples, 8):
            nlp.update(batch, sgd=optimizer)
    nlp.meta["name"] = "small"
    nlp.to_disk(folder)
    return folder


def article(number: int) -> ArticleRecord:
    """A finished article with a ship, which counts as an organisation; one in five is only begun."""
    ship, town, who = SHIPS[number % 6], TOWNS[number % 8], PEOPLE[number % 5]
    text = f"Nummer {number}. {sentence(town, who, ship)}"
    named = [(ship, "ORG"), (town, "LOC"), (who, "PER")][: 1 if number % 5 == 0 else 3]
    spans = [
        SpanRecord(f"s{i}", text.index(name), text.index(name) + len(name), label)
        for i, (name, label) in enumerate(named)
    ]
    status = "in_progress" if number % 5 == 0 else "done"
    return ArticleRecord(
        VERSION, key=f"a{number}", text=text, language="de", sets=[SetRecord(ADA, status=status, spans=spans)]
    )


def project(folder: Path, settings: ProjectSettings = SETTINGS) -> Path:
    """A project of eighty such articles."""
    records = map(article, range(80))
    (folder / "a.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, records)))
    store = create(folder / "x.lesart", name="Ships", settings=settings, person="Cem")
    assert import_files(store, [folder / "a.jsonl"]).skipped == ()
    store.close()
    return folder / "x.lesart"
