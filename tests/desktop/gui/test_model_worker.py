"""The window's end of the model worker: answers, failures, deaths, changes of mind, and its end."""

from collections.abc import Callable

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktop.gui.model_worker import DEATHS, Answer, ModelWorker, Refusal, Wanted
from desktop.nlp.errors import ModelBroken, WorkerDied


def wanted(article: int, text: str = "Merkel traf Macron.", source: str = "names") -> Wanted:
    return Wanted(article, text, source, "german")


class Heard:
    """What a worker said, in order."""

    def __init__(self, worker: ModelWorker) -> None:
        self.answers: list[Answer] = []
        self.refusals: list[Refusal] = []
        self.variants: list[Answer] = []
        worker.varied.connect(self.variants.append)
        worker.answered.connect(self.answers.append)
        worker.refused.connect(self.refusals.append)


def test_articles_are_read_in_the_order_wanted(worker: ModelWorker, qtbot: QtBot) -> None:
    heard = Heard(worker)
    worker.want([wanted(1), wanted(2), wanted(3, "Nichts Neues.")])
    qtbot.waitUntil(lambda: len(heard.answers) == 3, timeout=30_000)
    assert [answer.article for answer in heard.answers] == [1, 2, 3]
    assert [(it.start, it.end, it.label) for it in heard.answers[0].spans] == [(0, 6, "PER"), (12, 18, "PER")]
    assert heard.answers[2].spans == ()
    assert {(answer.model, answer.version) for answer in heard.answers} == {("names", "1")}


def test_what_it_nearly_finds_is_told_apart(worker: ModelWorker, qtbot: QtBot) -> None:
    heard = Heard(worker)
    worker.want([wanted(1, "Merkel am Ararat."), replace(wanted(1, "Merkel am Ararat."), varies=True)])
    qtbot.waitUntil(lambda: len(heard.variants) == 1, timeout=30_000)
    assert [(it.start, it.end, it.label) for it in heard.answers[0].spans] == [(0, 6, "PER")]
    assert [(it.start, it.end, it.label) for it in heard.variants[0].spans] == [
        (0, 6, "ORG"),
        (10, 16, "LOC"),
    ]


def test_where_it_cannot_tell_what_it_nearly_finds_nobody_is_told(
    make_worker: Callable[..., ModelWorker], qtbot: QtBot
) -> None:
    broken = make_worker("--broken")
    heard = Heard(broken)
    broken.want([replace(wanted(1), varies=True), wanted(2)])
    qtbot.waitUntil(lambda: len(heard.refusals) == 1, timeout=30_000)
    assert [it.article for it in heard.refusals] == [2]
    assert heard.variants == []


def test_what_was_wanted_before_is_forgotten(worker: ModelWorker, qtbot: QtBot) -> None:
    heard = Heard(worker)
    worker.want([wanted(1), wanted(2), wanted(3)])
    worker.want([wanted(9)])
    qtbot.waitUntil(lambda: len(heard.answers) == 2, timeout=30_000)
    assert [answer.article for answer in heard.answers] == [1, 9]


def test_a_death_is_told_with_its_article_which_is_skipped_and_the_next_is_read(
    make_worker: Callable[..., ModelWorker], qtbot: QtBot
) -> None:
    dying = make_worker("--dying")
    heard = Heard(dying)
    dying.want([wanted(1, "Der Kreml schweigt."), wanted(2)])
    qtbot.waitUntil(lambda: len(heard.answers) == 1, timeout=30_000)
    assert [answer.article for answer in heard.answers] == [2]
    assert [(it.article, type(it.error), it.error.fields) for it in heard.refusals] == [
        (1, WorkerDied, {"article": 1})
    ]
    dying.want([wanted(1, "Der Kreml schweigt."), wanted(3)])
    qtbot.waitUntil(lambda: len(heard.answers) == 2, timeout=30_000)
    assert len(heard.refusals) == 1


def test_after_several_deaths_in_a_row_nothing_more_is_sent(
    make_worker: Callable[..., ModelWorker], qtbot: QtBot
) -> None:
    dying = make_worker("--dying")
    heard = Heard(dying)
    dying.want([wanted(number, "Der Kreml schweigt.") for number in range(DEATHS + 2)])
    qtbot.waitUntil(lambda: len(heard.refusals) == DEATHS, timeout=30_000)
    dying.want([wanted(99)])
    assert dying.reading is None


def test_a_model_that_cannot_be_loaded_is_an_error_of_each_article(
    make_worker: Callable[..., ModelWorker], qtbot: QtBot
) -> None:
    worker = make_worker("--broken")
    heard = Heard(worker)
    worker.want([wanted(1)])
    qtbot.waitUntil(lambda: len(heard.refusals) == 1, timeout=30_000)
    assert isinstance(heard.refusals[0].error, ModelBroken)


def test_a_worker_that_cannot_be_started_is_told(qtbot: QtBot) -> None:
    worker = ModelWorker(["/no/such/program"])
    heard = Heard(worker)
    worker.want([wanted(1)])
    qtbot.waitUntil(lambda: len(heard.refusals) == 1, timeout=30_000)
    worker.close()


def test_closing_ends_the_process(worker: ModelWorker, qtbot: QtBot) -> None:
    heard = Heard(worker)
    worker.want([wanted(1), wanted(2)])
    qtbot.waitUntil(lambda: bool(heard.answers), timeout=30_000)
    worker.close()
    assert worker.reading is None
    assert not worker.is_running


def test_a_model_loaded_in_advance_is_loaded_once(worker: ModelWorker, qtbot: QtBot) -> None:
    heard, loaded = Heard(worker), []
    worker.loaded.connect(lambda *model: loaded.append(model))
    worker.prepare("names", "german")
    worker.want([wanted(1)])
    qtbot.waitUntil(lambda: len(heard.answers) == 1, timeout=30_000)
    worker.prepare("names", "german")
    worker.want([wanted(2)])
    qtbot.waitUntil(lambda: len(heard.answers) == 2, timeout=30_000)
    assert loaded == [("names", "german")]


def test_a_wrong_guess_in_advance_costs_nothing_but_the_loading(worker: ModelWorker, qtbot: QtBot) -> None:
    heard = Heard(worker)
    worker.prepare("other", "german")
    worker.want([wanted(1)])
    qtbot.waitUntil(lambda: len(heard.answers) == 1, timeout=30_000)
    assert [(answer.article, answer.source) for answer in heard.answers] == [(1, "names")]
    assert heard.refusals == []


def test_a_broken_guess_in_advance_is_not_told(make_worker: Callable[..., ModelWorker], qtbot: QtBot) -> None:
    broken = make_worker("--broken")
    heard = Heard(broken)
    broken.prepare("names", "german")
    qtbot.waitUntil(lambda: broken._loading is None, timeout=30_000)
    assert heard.refusals == []
    broken.want([wanted(1)])
    qtbot.waitUntil(lambda: len(heard.refusals) == 1, timeout=30_000)
