"""How many key presses an article takes, travel included: `./run bench gestures`.

An annotator is replayed in the real window, on a real store: on an article with 20 entities, most of them
suggested rightly, some wrongly, some not at all; on two articles with nothing to correct; and, where
`../shared/seed` is, on that article with what the embedded model suggests.
"""

import json
import sys
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from desktop.nlp.client import WorkerClient
from store.offsets import Range
from store.values import PredictedSpan
from tests.bench.measure import report
from tests.bench.replay import Gold, Replay

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
CORE = ("PER", "ORG", "LOC")

TEXT = (
    "Clara Feldmann, die Bürgermeisterin von Görlitz, hat am Montag den Plan der Nordwind Energie "
    "vorgestellt. Der Betreiber aus Rostock will an der Neiße drei Anlagen bauen.\n\n"
    "Der Stadtrat Tobias Krämer nannte den Plan übereilt. Sein Verein Lausitzer Bürgerbund sammelt in "
    "Zittau und Bautzen Unterschriften, in Weißwasser ist er noch nicht so weit. Auch Henrike Sand von "
    "der Grünen Liste zögert.\n\n"
    "Aus Warschau kam Zuspruch: Marek Zielinski vom Ministerium für Klima sprach von einem guten Tag für "
    "Sachsen und Polen. Feldmann dankte ihm. Am Donnerstag tagt in Dresden der Landtag, danach will "
    "Krämer nach Brüssel reisen.\n"
)
ENTITIES = (
    ("Clara Feldmann", "PER", "Clara Feldmann", "PER"),
    ("Görlitz", "LOC", "Görlitz", "LOC"),
    ("", "", "Montag", "LOC"),
    ("Nordwind Energie", "ORG", "Nordwind Energie", "ORG"),
    ("Rostock", "LOC", "Rostock", "LOC"),
    ("Neiße", "LOC", "Neiße", "ORG"),
    ("Tobias Krämer", "PER", "Stadtrat Tobias Krämer", "PER"),
    ("Lausitzer Bürgerbund", "ORG", "Lausitzer Bürgerbund", "ORG"),
    ("Zittau", "LOC", "Zittau", "LOC"),
    ("Bautzen", "LOC", "Bautzen", "LOC"),
    ("Weißwasser", "LOC", "", ""),
    ("Henrike Sand", "PER", "Henrike Sand", "PER"),
    ("Grünen Liste", "ORG", "Grünen", "ORG"),
    ("Warschau", "LOC", "Warschau", "PER"),
    ("Marek Zielinski", "PER", "Marek Zielinski", "PER"),
    ("Sachsen", "LOC", "Sachsen", "LOC"),
    ("Polen", "LOC", "Polen", "LOC"),
    ("Feldmann", "PER", "Feldmann", "PER"),
    ("", "", "Donnerstag", "PER"),
    ("Dresden", "LOC", "Dresden", "LOC"),
    ("Krämer", "PER", "Krämer", "PER"),
    ("Brüssel", "LOC", "", ""),
)
"""In text order: what it is and its label, what is suggested and with which label; "" where there is none."""


def placed(text: str, entities: tuple[tuple[str, str, str, str], ...]) -> tuple[Gold, list[PredictedSpan]]:
    """The ranges of what is right and of what is suggested."""
    gold: dict[Range, str] = {}
    suggested: list[PredictedSpan] = []
    at = 0
    for name, label, found, found_label in entities:
        at = text.index(max(name, found, key=len), at)
        if name:
            start = text.index(name, at)
            gold[start, start + len(name)] = label
        if found:
            start = text.index(found, at)
            suggested.append(PredictedSpan(start, start + len(found), found_label, score=0.9))
        at += len(max(name, found, key=len))
    return gold, suggested


def replay_article(app: QApplication, folder: Path) -> bool:
    """The 20 entities: every kind of work has its goal."""
    goals = {
        "correct": 1.2,
        "wrong label": 2,
        "wrong boundary": 3,
        "missed, one word": 4,
        "false positive": 1,
    }
    gold, suggested = placed(TEXT, ENTITIES)
    with Replay(app, folder, text=TEXT, suggested=suggested) as replay:
        replay.annotate(gold)
        assert replay.spans == gold, "the replay did not reach the goal"
        good = [
            report(
                f"{kind}, presses", mean(replay.costs[kind]), at_most=goal, note=_times(replay.costs[kind])
            )
            for kind, goal in goals.items()
        ]
        finishing = replay.finish()
        report("whole article, presses", replay.presses, note=f"{len(gold)} entities, {finishing} to finish")
    return all(good)


def replay_clean(app: QApplication, folder: Path, *, long: bool) -> bool:
    """An article in which everything is suggested rightly, on one screen or on several."""
    text = TEXT + "\nNoch ein Absatz ohne Namen.\n" * (40 if long else 0)
    gold, _ = placed(text, ENTITIES)
    right = [PredictedSpan(start, end, label, score=0.9) for (start, end), label in gold.items()]
    with Replay(app, folder, text=text, suggested=right) as replay:
        presses = replay.finish()
        assert replay.spans == gold
        assert {span.made for span in replay.page.spans} == {"seen_unchanged"}
    name = "clean article, more than a screen" if long else "clean article on one screen"
    return report(f"{name}, presses", presses, at_most=2 if long else 1)


def replay_seed(app: QApplication, folder: Path) -> None:
    """The seed article, from what the embedded model suggests to its core entities in the body."""
    text = (SEED / "article.txt").read_bytes().decode()
    entities = json.loads((SEED / "gold.json").read_bytes())["entities"]
    gold = {
        (it["start"], it["end"]): it["label"]
        for it in entities
        if it["label"] in CORE and it["zone"] == "body" and not it["derived"] and not it["compound_part"]
    }
    with WorkerClient("embedded:de") as client:
        found = [it for it in client.predict(text) if it.label in CORE and it.form == "plain"]
    with Replay(app, folder, text=text, suggested=found) as replay:
        replay.annotate(gold)
        assert gold.items() <= replay.spans.items(), "the replay did not reach the goal"
        for kind, costs in sorted(replay.costs.items()):
            report(f"seed, {kind}, presses", mean(costs), note=_times(costs))
        replay.finish()
        report("seed, whole article, presses", replay.presses, note=f"{len(gold)} core entities")
        report("seed, presses an entity", replay.presses / len(gold))


def _times(costs: list[int]) -> str:
    return f"{len(costs)} times, at most {max(costs)}"


def main() -> int:
    """Replay everything; 1 where a goal is missed."""
    app = QApplication([])
    with TemporaryDirectory() as folder:
        home = Path(folder)
        good = [
            replay_article(app, home / "article"),
            replay_clean(app, home / "clean", long=False),
            replay_clean(app, home / "long", long=True),
        ]
        if SEED.is_dir():
            replay_seed(app, home / "seed")
        else:
            sys.stdout.write("seed: ../shared/seed is not there\n")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
