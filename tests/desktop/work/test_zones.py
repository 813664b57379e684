"""The pass over a store finds what recurs in it, also for articles that come later."""

import json
from pathlib import Path

from desktop.work import zones
from store.database import create
from store.queries import articles
from store.queries.people import work_of
from store.transfer import import_files
from store.values import ProjectSettings

NOTICE = "Nordlicht Presse prüft zugesandte Meldungen nicht auf ihren Inhalt und übernimmt sie wie gesandt."
LEADS = ("Die Elbe steigt", "Das Theater spielt", "Ein Dackel bellt", "Die Bahn ist pünktlich")


def test_a_notice_that_recurs_becomes_a_zone_of_each_article(tmp_path: Path) -> None:
    store = create(tmp_path / "x.lesart", name="x", settings=ProjectSettings(), person="Ada")
    texts = [
        f"{lead} seit Dienstag wieder.\nMehr war nicht zu erfahren von {lead[-5:]}.\n{NOTICE}"
        for lead in LEADS
    ]
    for number, text in enumerate(texts[:3]):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    import_files(store, sorted(tmp_path.glob("*.txt")))
    assert [step.done for step in zones.fill(store)] == [3]
    (tmp_path / "late.txt").write_text(texts[3], "utf-8")
    import_files(store, [tmp_path / "late.txt"])
    assert [step.done for step in zones.fill(store)] == [1]
    with store.read() as conn:
        work = work_of(conn)
        pages = [articles.page(conn, work, article) for article in articles.newest(conn, 10)]
    for page in pages:
        found = [(page.article.text[zone.start : zone.end], zone.kind) for zone in page.zones]
        assert found == [(NOTICE, "about")]
    store.close()


BODIES = {
    "Die Elbe steigt weiter.": ["Am Pegel wurden sechs Meter gemessen.", "Die Stadt sperrt die Uferstraße."],
    "Das Theater spielt wieder.": ["Nach zwei Jahren Umbau hebt sich der Vorhang.", "Karten gibt es noch."],
    "Ein Dackel rettet den Hof.": ["Er bellte, bis alle wach waren.", "Die Feuerwehr lobte das Tier."],
    "Die Bäckerei backt mit Sonne.": ["Auf dem Dach stehen 40 Module.", "Im Winter hilft der alte Ofen."],
}


def test_the_seed_article_beside_others_of_its_agency_keeps_every_paragraph_of_its_body(
    seed: Path, tmp_path: Path
) -> None:
    """In a store, as an import does it: the gold's four zones, and of the invented ones only the edges."""
    seed_text = (seed / "article.txt").read_bytes().decode()
    seed_gold = json.loads((seed / "gold.json").read_bytes())
    tail = seed_text.split("\n")[11:]
    store = create(tmp_path / "x.lesart", name="x", settings=ProjectSettings(), person="Ada")
    (tmp_path / "seed.txt").write_bytes(seed_text.encode())
    for number, (first, rest) in enumerate(BODIES.items()):
        lines = [f"(SeaPRwire) – {first}", *rest, tail[0], f"Branchen: Thema {number}", tail[2]]
        (tmp_path / f"wire{number}.txt").write_bytes("\n".join(lines).encode())
    import_files(store, sorted(tmp_path.glob("*.txt")))
    assert [step.done for step in zones.fill(store)][-1] == 5
    with store.read() as conn:
        work = work_of(conn)
        pages = [articles.page(conn, work, article) for article in articles.newest(conn, 10)]
    store.close()
    for page in pages:
        text, out = page.article.text, [zone for zone in page.zones if not zone.in_scope]
        if text == seed_text:
            wanted = [(zone["start"], zone["end"], zone["kind"]) for zone in seed_gold["boilerplate"]]
            assert [(zone.start, zone.end, zone.kind) for zone in out] == wanted
        assert [zone.kind for zone in out] == ["dateline", "disclaimer", "category", "about"]
        kept = [
            line for line in text.split("\n") if line and line not in {text[z.start : z.end] for z in out}
        ]
        assert len(kept) == text.count("\n") + 1 - 3, "the dateline is part of the first paragraph"
