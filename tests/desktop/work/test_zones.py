"""The pass over a store finds what recurs in it, also for articles that come later."""

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
