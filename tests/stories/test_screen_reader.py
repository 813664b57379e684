"""What a screen reader gets of the real program, read over the accessibility bus from outside."""

from collections.abc import Iterator

import pytest

from store.database import create
from store.transfer import import_files
from store.values import ProjectSettings
from tests.screen_reader.session import Session, lacking

if missing := lacking():
    pytest.skip(f"no screen reader without: {', '.join(missing)}", allow_module_level=True)

from tests.screen_reader.bus import Bus, Node
from tests.screen_reader.reader import Reader, unspoken

GERMAN = "Angela Merkel traf Emmanuel Macron in Berlin.\n\nDanach flog Macron nach Paris."
MIXED = "👩‍👩‍👧 Heute: وصل الرئيس إلى أرمينيا يوم الثلاثاء، 大統領は火曜日に訪問した。 Ende 🎉\n"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the program with two articles, the first of them open and read by the model.

    Afterwards the program is quit by its key, and must have ended well.
    """
    folder = tmp_path_factory.mktemp("read")
    for name, text in (("a german", GERMAN), ("b mixed", MIXED)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    store = create(folder / "news.lesart", name="News", settings=ProjectSettings(), person="ada")
    import_files(store, sorted(folder.glob("*.txt")))
    store.close()
    with Session() as session:
        program = session.start(str(folder / "news.lesart"))
        with Bus(session.address, session.screen.give_focus) as bus:
            made = Reader(bus)
            made.found("label", "5 suggestions left")
            yield made
            bus.press("Ctrl+Q")
            assert program.wait(30) == 0


@pytest.fixture(autouse=True)
def at_the_first_article(reader: Reader) -> None:
    """Each test begins in the first article, at its beginning, with nothing in hand."""
    reader.bus.press("Ctrl+PgUp")
    reader.article.focus()
    reader.until(lambda: reader.article.text == GERMAN and "focused" in reader.article.states, "the article")
    reader.bus.press("Ctrl+Home", "Esc")
    reader.until(lambda: reader.article.caret == 0 and not reader.article.selections, "its beginning")
    reader.bus.said.clear()


def test_everything_in_the_window_has_a_name_and_a_role(reader: Reader) -> None:
    assert unspoken(reader.article.window) == []
    assert "layered pane" not in {it.role for it in reader.article.window.walk()}, (
        "it would be said each time"
    )


def test_so_have_the_menus(reader: Reader) -> None:
    entries = [it for it in reader.article.window.walk(hidden=True) if it.role.endswith("menu item")]
    assert len(entries) > 60
    assert [it.path for it in entries if not it.name] == []


DIALOGS = (
    *("settings", "import articles", "export", "labels", "topics", "project settings"),
    *("train", "new project", "keys", "positions", "my effort", "about"),
)


@pytest.mark.parametrize("action", DIALOGS)
def test_everything_in_a_dialog_has_a_name_and_a_role(reader: Reader, action: str) -> None:
    dialog = reader.opens(action)
    assert dialog.name
    assert unspoken(dialog) == []
    reader.leaves(dialog)


def test_so_has_everything_in_the_palette_and_the_chosen_row_is_announced(reader: Reader) -> None:
    palette = reader.opens_palette().window
    assert unspoken(palette) == []
    reader.bus.press("Down")
    reader.hears("Not this: reject or delete X")
    reader.leaves(palette)


def test_so_has_everything_that_finds_in_the_article(reader: Reader) -> None:
    reader.bus.press("Ctrl+F")
    field = reader.found("text", "Find in the article")
    assert unspoken(reader.article.window) == []
    reader.leaves(field)


def test_the_text_is_the_articles_to_the_letter(reader: Reader) -> None:
    reader.bus.press("Ctrl+PgDown")
    reader.until(lambda: reader.article.text == MIXED, "the other article")
    reader.until(lambda: reader.bus.said, "its title")
    _, row = reader.found("list", "Articles").children
    reader.until(lambda: "selected" in row.states, "its row in the list")
    assert reader.bus.said == ["b mixed"], "once"


def test_the_caret_is_told_as_it_goes(reader: Reader) -> None:
    for word in ("Merkel", "traf", "Emmanuel"):
        reader.bus.press("Right")
        reader.until(lambda word=word: _at_caret(reader.article).startswith(word), f"the caret at {word}")
    reader.bus.press("Ctrl+Down")
    reader.until(lambda: _at_caret(reader.article) == "Danach flog Macron nach Paris.", "the next paragraph")


def test_the_selection_is_told_behind_emoji_and_in_arabic_and_japanese(reader: Reader) -> None:
    reader.bus.press("Ctrl+PgDown")
    reader.until(lambda: reader.article.text == MIXED, "the other article")
    selected: list[str] = []
    for _ in MIXED.split():
        reader.bus.press("Right", "Shift+Right")
        reader.until(lambda: reader.article.selections, "a selection")
        selected.append(_selected(reader.article))
    assert "أرمينيا" in selected


def test_entering_a_span_says_what_it_is_and_which_of_how_many(reader: Reader) -> None:
    reader.bus.press("Tab")
    reader.hears("PER, suggestion, Angela Merkel, 1 of 5")
    reader.bus.press("Enter")
    reader.hears("confirmed. PER, suggestion, Emmanuel Macron, 1 of 4")
    reader.bus.press("Ctrl+Z")
    reader.hears("PER, suggestion, Angela Merkel, 1 of 5")


def test_rows_are_named_and_the_chosen_one_is_known(reader: Reader) -> None:
    first, second = reader.found("list", "Articles").children
    assert (first.name.partition(",")[0], second.name) == ("a german", "b mixed, new")
    assert "selected" in first.states
    assert "selected" not in second.states
    person, merkel, *_ = reader.found("list", "Entities").children
    assert (person.name, merkel.name) == ("Person, 3 suggested", "Angela Merkel, 1 suggested")


def test_the_head_of_a_part_is_a_button_that_tells_whether_the_part_is_open(reader: Reader) -> None:
    comments = reader.found("push button", "Comments")
    assert {"expandable", "expanded"} <= comments.states
    assert not {"checkable", "checked"} & comments.states
    comments.focus()
    reader.bus.press("Space")
    reader.until(lambda: "expanded" not in comments.states, "the fold")
    reader.hears("collapsed")
    comments.do("Press")
    reader.until(lambda: "expanded" in comments.states, "the unfolded comments")
    reader.hears("expanded")


def test_a_list_that_is_unfolded_is_told(reader: Reader) -> None:
    settings = reader.opens("settings")
    box = next(it for it in settings.walk() if it.role == "combo box" and it.label == "Appearance")
    assert "expanded" not in box.states
    reader.bus.press("Tab", "Tab")
    reader.until(lambda: "focused" in box.states, "the box")
    reader.bus.press("Space")
    reader.until(lambda: "expanded" in box.states, "the list")
    reader.bus.press("Esc")
    reader.until(lambda: "expanded" not in box.states, "the folded list")
    reader.leaves(settings)


def _at_caret(article: Node) -> str:
    return article.part(article.caret, article.length)


def _selected(article: Node) -> str:
    """In Qt's own positions, which are what it takes and gives on the bus, too."""
    ((start, end),) = article.selections
    return article.part(start, end)
