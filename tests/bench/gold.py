"""The seed article with its gold entities as Lesart's own JSONL: what is given before stances are made."""

import json
from pathlib import Path
from typing import Any

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
KINDS = {"topic": "issue", "claim": "claim"}

Json = dict[str, Any]


def load(folder: Path = SEED) -> Json:
    """The gold file."""
    return json.loads((folder / "gold.json").read_bytes())


def native(folder: Path = SEED, *, label_sets: list[Json], uid: str) -> str:
    """Two lines of JSONL: the project, and the article with the entities as ada's reading; `uid` is hers.

    Mentions and statements are left to be made. `label_sets` are those of the store that is to hold it.
    """
    gold, ada = load(folder), {"uid": uid, "name": "ada", "kind": "person"}
    text = (folder / "article.txt").read_bytes().decode()
    spans = sorted(gold["entities"], key=lambda it: (it["start"], it["end"]))
    reading: Json = {
        "annotator": ada,
        "round": "main",
        "status": "in_progress",
        "spans": [_span(span, f"s{number}") for number, span in enumerate(spans, start=1)],
    }
    article = {
        "kind": "article",
        "lesart": 1,
        "key": "seed",
        "sha256": gold["document"]["sha256"],
        "length": len(text),
        "text": text,
        "language": "de",
        "zones": [
            {**{key: zone[key] for key in ("start", "end", "kind")}, "in_scope": False, "origin": "gold"}
            for zone in gold["boilerplate"]
        ],
        "sets": [reading],
    }
    lines = (_project(gold, label_sets, ada), article)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _project(gold: Json, label_sets: list[Json], ada: Json) -> Json:
    return {
        "kind": "project",
        "lesart": 1,
        "uid": "0197a000-0000-7000-8000-000000000001",
        "name": "Seed",
        "created_at": "2026-11-01",
        "settings": {"nested": True},
        "label_sets": label_sets,
        "actors": [
            _without_none(uid=it["id"], name=it["name"], type=it["type"], parent=it["parent"])
            for it in gold["actors"]
        ],
        "topics": [
            {
                "uid": f"topic-{it['id']}",
                "key": it["id"],
                "kind": KINDS[it["kind"]],
                "wording": {"de": it["text"]},
                "digit": number,
            }
            for number, it in enumerate(gold["targets"], start=1)
        ],
        "annotators": [ada],
    }


def _span(span: Json, name: str) -> Json:
    form = "derived" if span.get("derived") else "part" if span.get("compound_part") else None
    attrs = {"acts_as_government": True} if span.get("metonym") == "government" else None
    return _without_none(
        id=name,
        start=span["start"],
        end=span["end"],
        label=span.get("label"),
        form=form,
        actor=span["actor"],
        unsure=span.get("uncertain") or None,
        attrs=attrs,
    )


def _without_none(**fields: Any) -> Json:
    return {key: value for key, value in fields.items() if value is not None}
