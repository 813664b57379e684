"""Web pages: the text without the page around it, and what the page says about it."""

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.formats.articles import html_tree
from store.formats.articles.html_page import HtmlPage
from store.formats.articles.html_tree import tree
from store.formats.articles.paragraphs import paragraphs, text_of
from store.formats.problems import RecordError, Skipped

Read = Callable[..., list[Any]]
FORMAT = HtmlPage()

ONE = "Der Gemeinderat von Talheim hat am Montag nach langer Debatte den Haushalt beschlossen."
TWO = "Dafür stimmten 14 Mitglieder, dagegen 9, und drei enthielten sich der Stimme, hieß es."
THREE = "Bürgermeisterin Anke Rühmann sprach von einem Kompromiss, mit dem alle leben könnten."
SIDE = "<div class=sidebar><div>Meistgelesen in dieser Woche in der ganzen Stadt und im Land</div></div>"
MENU = '<ul><li><a href="/a">Start</a><li><a href="/b">Politik</a><li><a href="/c">Abo und Service</a></ul>'


def text(read: Read, body: str, head: str = "") -> str:
    [(_, record)] = read(FORMAT, f"<html><head>{head}</head><body>{body}</body></html>", name="a.html")
    return record.text


@pytest.mark.parametrize(
    "body",
    [
        f"{MENU}<article><h1>Kopfzeile hier</h1><p>{ONE}<p>{TWO}<p>{THREE}</article><footer>© {ONE}</footer>",
        f"<table><tr><td>{MENU}</td><td><b>{ONE}</b><br><br>{TWO}<br><br>{THREE}</td></tr></table>",
        f"<nav>{MENU}</nav><div class=t><div>{ONE}</div><div>{TWO}</div><div>{THREE}</div></div>{SIDE}",
        f"<main><section><p>{ONE}</section><section><p>{TWO}</section><section><p>{THREE}</section></main>",
        f"<p>{ONE}<p>{TWO}<p>{THREE}",
    ],
)
def test_the_paragraphs_are_found_whatever_the_page_is_made_of(read: Read, body: str) -> None:
    found = text(read, body).removeprefix("Kopfzeile hier\n\n")
    assert " ".join(found.split()) == f"{ONE} {TWO} {THREE}"


def test_what_the_page_says_about_itself(read: Read) -> None:
    head = (
        "<title>Rat einig | Talbote</title>"
        '<meta property="article:published_time" content="2024-05-08T09:00:00Z">'
        '<meta name="author" content="M. L."><meta property="og:url" content="https://talbote.example/1">'
    )
    [(_, record)] = read(
        FORMAT, f"<html lang=de-AT><head>{head}</head><p>{ONE}<p>{TWO}</html>", name="a/b.html"
    )
    assert (record.key, record.title, record.author, record.url) == (
        "a/b",
        "Rat einig",
        "M. L.",
        "https://talbote.example/1",
    )
    assert (record.published_at, record.language) == ("2024-05-08T09:00:00+00:00", "de")


def test_a_body_that_only_the_linked_data_holds_is_taken_from_there(read: Read) -> None:
    told = f"{ONE} {TWO} {THREE}"
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{told}"}}</script>'
    assert text(read, "<p>Weiterlesen mit Abo, jetzt vier Wochen kostenlos testen!</p>", data) == told


@pytest.mark.parametrize("declared", ["", "windows-1252", "iso-8859-1", "nonsense"])
def test_pages_in_old_encodings(read: Read, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    page = f"<html><head>{meta}</head><p>{TWO} – „so“</p></html>".encode("cp1252")
    [(_, record)] = read(FORMAT, page, name="a.html", language="de")
    assert record.text == f"{TWO} – „so“"


def test_a_page_saved_as_one_file(read: Read) -> None:
    page = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://talbote.example/7\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--X"\r\n\r\n'
        "----X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"<html><p>{ONE.replace('=', '=3D')}<p>{TWO}</html>".encode()
        .decode("latin-1")
        .translate({c: f"={c:02X}" for c in range(128, 256)})
        + "\r\n----X--\r\n"
    )
    [(_, record)] = read(FORMAT, page, name="a.mhtml")
    assert (record.text, record.url) == (f"{ONE}\n\n{TWO}", "https://talbote.example/7")


@pytest.mark.parametrize(
    "body", ["", MENU, "<script>alert('Kein Text, aber lang genug für einen Absatz')</script>"]
)
def test_a_page_without_a_text_is_named(read: Read, body: str) -> None:
    with pytest.raises(RecordError) as caught:
        text(read, body)
    assert caught.value.reason == "empty_text"


def test_a_page_that_was_cut_gives_what_it_has(read: Read) -> None:
    [(_, record)] = read(FORMAT, f"<html><body><article><p>{ONE}</p><p>{TWO}</p><p>Ein hal", name="a.html")
    assert record.text.startswith(f"{ONE}\n\n{TWO}")


def test_a_page_of_one_endless_line_is_refused_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "LONGEST", 10_000)
    page = "<p>" + "x" * 20_000
    tracemalloc.start()
    with pytest.raises(RecordError) as caught:
        tree(page)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (caught.value.reason, peak < 10_000) == ("too_long", True)


def test_elements_in_elements_without_end_do_no_harm() -> None:
    deep = "<div>" * 50_000 + "Text"
    assert [item.text for item in paragraphs(tree(deep))] == ["Text"]


def test_white_space_is_what_a_browser_shows() -> None:
    assert text_of("<p> Eins \n zwei<br>\n drei&nbsp; <i>v</i>ier </p>\n<p>f\u00fcnf&shy;zehn") == (
        "Eins zwei\ndrei\u00a0 vier\n\nf\u00fcnfzehn"
    )


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<li>",
        "<td>",
        "<br>",
        "<b>",
        "</b>",
        "<a href=x>",
        "</a>",
        "<!--",
        "<x",
    ]
)


@settings(max_examples=150)
@given(st.lists(PIECES | st.sampled_from(["w\u00f6rt", " ", "&amp;", "\U0001f600"]), max_size=20))
def test_no_word_of_any_tag_soup_is_lost_or_doubled(pieces: list[str]) -> None:
    if any(piece.startswith(("<!", "<x")) for piece in pieces):
        list(paragraphs(tree("".join(pieces))))  # what is cut in the middle of a tag only must not fail
        return
    wanted = "".join(it.replace("&amp;", "&") for it in pieces if not it.startswith("<")).replace(" ", "")
    found = "".join(item.text for item in paragraphs(tree("".join(pieces))))
    assert found.replace(" ", "").replace("\n", "") == wanted


def test_a_date_that_nobody_can_read_is_kept(read: Read) -> None:
    problem, (_, record) = read(
        FORMAT, f'<html><meta name="date" content="gestern"><p>{ONE}<p>{TWO}', name="a.html"
    )
    assert isinstance(problem[1], Skipped)
    assert record.attrs["source"]["date"] == "gestern"
