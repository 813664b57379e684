"""The first statements of the gold, made in the real window by keys, as the bench `stance` does with all."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.bench import gold
from tests.bench.stance import stored
from tests.bench.stance_replay import StanceReplay


def test_the_first_statements_of_the_gold_are_made_as_they_stand_there(
    seed: Path, qapp: QApplication, tmp_path: Path
) -> None:
    wanted = gold.load(seed)["statements"][:3]
    with StanceReplay(qapp, tmp_path, stored(tmp_path / "store")) as replay:
        replay.full(len(wanted))
        text, topics = replay.page.article.text, replay.topics
        spans = {it.id: text[it.start : it.end] for it in replay.page.spans}
        for made, statement in zip(replay.page.stances, wanted, strict=True):
            assert (made.label, topics[made.topic]) == (statement["label"], statement["target"]["topic"])
            assert (made.form, made.attribution) == (statement["form"], statement["attribution"])
            assert (made.explicit, made.intensity) == (statement["explicit"], statement["intensity"])
            for role in ("evidence", "cue"):
                parts = [text[it.start : it.end] for it in made.parts if it.role == role]
                assert parts == [part["text"] for part in statement[role]]
        assert spans[replay.page.stances[0].target_span] == "der Handel"
        assert replay.presses <= 40
