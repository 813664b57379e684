"""The hand-made gold of the seed article as Lesart's own JSONL, whole or as far as it is given beforehand.

`alternative_label` and `note` have no field of their own: they go into the stance's `attrs`.
"""

import json
from pathlib import Path
from typing import Any

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
KINDS = {"topic": "issue", "claim": "claim"}

Json = dict[str, Any]


def load(folder: Path = SEED) -> Json:
    """The gold file."""
    return json.loads((folder / "gold.json").read_bytes())


def native(folder: Path = SEED, *, stances: bool, label_sets: list[Json], uid: str) -> str:
    """Two lines of JSONL: the project and the article with ada's reading of it; `uid` is hers.

    Without `stances` the reading has the entities only: mentions and statements are left to be made.
    `label_sets` are those of the store that is to hold it.
    """
    gold, ada = load(folder), {"uid": uid, "name": "ada", "kind": "person"}
    text = (folder / "article.txt").read_bytes().decode()
    mentions = gold["mentions"] if stances else []
    spans = sorted([*gold["entities"], *mentions], key=lambda it: (it["start"], it["end"], "label" not in it))
    names = {span["id"]: f"s{number}" for number, span in enumerate(spans, start=1)}
    reading: Json = {
        "annotator": ada,
        "round": "main",
        "status": "in_progress",
        "spans": [_span(span, names[span["id"]]) for span in spans],
    }
    if stances:
        reading["stances"] = [_stance(it, number, names) for number, it in enumerate(gold["statements"])]
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
    return "".join(
        json.dumps(line, ensure_ascii=False) + "\n" for line in (_project(gold, label_sets, ada), article)
    )


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


def _stance(stance: Json, number: int, names: dict[str, str]) -> Json:
    kept = {key: stance[key] for key in ("alternative_label", "note") if stance[key]}
    parts = [
        {"role": role, "start": part["start"], "end": part["end"], "made": "marked"}
        for role in ("evidence", "cue")
        for part in stance[role]
    ]
    return _without_none(
        id=f"t{number + 1}",
        uid=f"0197a000-0000-7000-8000-0000000c{number:04d}",
        level=None if stance["level"] == "statement" else stance["level"],
        label=stance["label"],
        holder_kind=stance["holder"]["kind"],
        holder_span=names.get(stance["holder"]["span"]),
        topic=stance["target"]["topic"],
        target_span=names.get(stance["target"]["span"]),
        explicit=stance["explicit"],
        intensity=stance["intensity"],
        form=stance["form"],
        attribution=stance["attribution"],
        confidence=stance["confidence"],
        attrs=kept or None,
        parts=parts or None,
    )


def _without_none(**fields: Any) -> Json:
    return {key: value for key, value in fields.items() if value is not None}
