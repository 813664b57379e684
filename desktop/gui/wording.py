"""The words for the codes of the store, in the language of the window."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QDateTime, QLocale, Qt

from desktop.gui.filters import Filter
from desktop.gui.translating import number
from desktop.gui.words import Words
from store.vocabulary import PlaceState, QueueOrder, SetStatus

PLAIN = {"en": "English", "es": "español", "zh": "中文"}
"""Languages that Qt calls by the variety of one country ("American English")."""


def status_words() -> dict[SetStatus, str]:
    """How the statuses of an annotation set are called."""
    translate = QCoreApplication.translate
    return {
        "new": translate("Wording", "new"),
        "in_progress": translate("Wording", "in progress"),
        "done": translate("Wording", "done"),
        "excluded": translate("Wording", "excluded"),
    }


def order_words() -> dict[QueueOrder, str]:
    """What the queue may be sorted by."""
    translate = QCoreApplication.translate
    return {
        "imported": translate("Wording", "In the order of import"),
        "newest": translate("Wording", "Newest first"),
        "oldest": translate("Wording", "Oldest first"),
        "title": translate("Wording", "By title"),
        "outlet": translate("Wording", "By outlet"),
        "unsure_first": translate("Wording", "Least sure suggestions first"),
        "spread": translate("Wording", "Spread over outlets and months"),
        "random": translate("Wording", "At random"),
    }


def filter_words(narrowed: Filter) -> list[str]:
    """What a filter leaves in, apart from the words searched for; nothing for what it does not ask."""
    translate = QCoreApplication.translate
    since, until = short_date(narrowed.since), short_date(narrowed.until)
    days = f"{since}–{until}" if since and until else ""
    scored = score_words(narrowed.least, narrowed.below)
    words = [
        status_words()[narrowed.status] if narrowed.status else "",
        translate("Wording", "flagged") if narrowed.flagged else "",
        translate("Wording", "unsure") if narrowed.unsure else "",
        translate("Wording", "undecided suggestions") if narrowed.undecided else "",
        translate("Wording", "to look at again") if narrowed.look_again else "",
        translate("Wording", "score {range}").format(range=scored) if scored else "",
        translate("Wording", "one of each story") if narrowed.one_each else "",
        translate("Wording", "the prints of one story") if narrowed.story is not None else "",
        narrowed.label or "",
        language_name(narrowed.language),
        narrowed.outlet or "",
        days,
        translate("Wording", "from {day}").format(day=since) if since and not days else "",
        translate("Wording", "to {day}").format(day=until) if until and not days else "",
    ]
    return [it for it in words if it]


def score_words(least: float | None, below: float | None) -> str:
    """A range of scores; "" for any."""
    translate = QCoreApplication.translate
    low, high = round(100 * (least or 0)), round(100 * (below or 0))
    if low and high:
        return translate("Wording", "{low} to {high} %").format(low=low, high=high)
    if high:
        return translate("Wording", "below {score} %").format(score=high)
    return translate("Wording", "from {score} %").format(score=low) if low else ""


def right_words(right: int, decided: int) -> str:
    """What share of the decided was right."""
    words = QCoreApplication.translate("Wording", "{share} % of {count} were right")
    return words.format(share=round(100 * right / decided), count=number(decided))


def state_words(state: PlaceState, other: str | None) -> str:
    """What is already where a name could be labelled."""
    translate = QCoreApplication.translate
    words = {
        "same": translate("Wording", "labelled so already"),
        "suggested": translate("Wording", "suggested: {label}"),
        "mention": translate("Wording", "your mention"),
        "other_label": translate("Wording", "yours: {label}"),
        "overlaps": translate("Wording", "no room: yours, {label}, other edges"),
        "within": translate("Wording", "a suggestion with other edges: {label}"),
        "rejected": translate("Wording", "you have rejected this"),
        "out_of_scope": translate("Wording", "not annotated here"),
    }
    return words.get(state, "").format(label=other or "")


_REASONS = Words(
    "Wording",
    {
        "off_topic": QT_TRANSLATE_NOOP("Wording", "Off topic"),
        "duplicate": QT_TRANSLATE_NOOP("Wording", "Duplicate"),
        "stub": QT_TRANSLATE_NOOP("Wording", "Stub"),
        "not_news": QT_TRANSLATE_NOOP("Wording", "Not news"),
    },
)


def reason(code: str) -> str:
    """A reason to exclude an article; a project's own reasons are their own words."""
    return _REASONS.get(code, code.replace("_", " "))


_KINDS = Words(
    "Wording",
    {
        "issue": QT_TRANSLATE_NOOP("Wording", "Issue"),
        "claim": QT_TRANSLATE_NOOP("Wording", "Claim"),
        "actor": QT_TRANSLATE_NOOP("Wording", "Actor"),
    },
)


def topic_kind(code: str) -> str:
    """What a topic is."""
    return _KINDS[code]


_OPERATIONS = Words(
    "Wording",
    {
        "suggestion.accept": QT_TRANSLATE_NOOP("Wording", "accepting"),
        "suggestion.correct": QT_TRANSLATE_NOOP("Wording", "correcting"),
        "suggestion.reject": QT_TRANSLATE_NOOP("Wording", "rejecting"),
        "cue_refusal.add": QT_TRANSLATE_NOOP("Wording", "rejecting suggested evidence"),
        "span.add": QT_TRANSLATE_NOOP("Wording", "new span"),
        "span.relabel": QT_TRANSLATE_NOOP("Wording", "other label"),
        "span.move_edges": QT_TRANSLATE_NOOP("Wording", "moved edge"),
        "span.delete": QT_TRANSLATE_NOOP("Wording", "deleted span"),
        "span.set_unsure": QT_TRANSLATE_NOOP("Wording", "unsure"),
        "span.label_all": QT_TRANSLATE_NOOP("Wording", "all occurrences"),
        "article.stand_alone": QT_TRANSLATE_NOOP("Wording", "not the same story"),
        "span.set_attribute": QT_TRANSLATE_NOOP("Wording", "answer on a span"),
        "guideline.change": QT_TRANSLATE_NOOP("Wording", "guideline"),
        "label.add": QT_TRANSLATE_NOOP("Wording", "new label"),
        "label.change": QT_TRANSLATE_NOOP("Wording", "changed label"),
        "label.sort": QT_TRANSLATE_NOOP("Wording", "order of the labels"),
        "label.merge": QT_TRANSLATE_NOOP("Wording", "merged label"),
        "label.retire": QT_TRANSLATE_NOOP("Wording", "retired label"),
        "label.restore": QT_TRANSLATE_NOOP("Wording", "label offered again"),
        "suggestion.decide_all": QT_TRANSLATE_NOOP("Wording", "deciding a group"),
        "stance.add": QT_TRANSLATE_NOOP("Wording", "new stance"),
        "stance.change": QT_TRANSLATE_NOOP("Wording", "changed stance"),
        "stance.set_parts": QT_TRANSLATE_NOOP("Wording", "evidence"),
        "stance.delete": QT_TRANSLATE_NOOP("Wording", "deleted stance"),
        "article.finish": QT_TRANSLATE_NOOP("Wording", "done"),
        "article.reopen": QT_TRANSLATE_NOOP("Wording", "reopened article"),
        "article.exclude": QT_TRANSLATE_NOOP("Wording", "excluded article"),
        "article.set_flag": QT_TRANSLATE_NOOP("Wording", "flag"),
        "comment.add": QT_TRANSLATE_NOOP("Wording", "comment"),
        "comment.resolve": QT_TRANSLATE_NOOP("Wording", "settled comment"),
        "comment.delete": QT_TRANSLATE_NOOP("Wording", "deleted comment"),
        "topic.add": QT_TRANSLATE_NOOP("Wording", "new topic"),
        "topic.change": QT_TRANSLATE_NOOP("Wording", "changed topic"),
        "topic.retire": QT_TRANSLATE_NOOP("Wording", "retired topic"),
        "topic.restore": QT_TRANSLATE_NOOP("Wording", "topic offered again"),
        "topic.reword": QT_TRANSLATE_NOOP("Wording", "reworded topic"),
        "topic.merge": QT_TRANSLATE_NOOP("Wording", "merged topics"),
        "topic.answer_none": QT_TRANSLATE_NOOP("Wording", "no stance found"),
        "topic.withdraw_none": QT_TRANSLATE_NOOP("Wording", "withdrawn “no stance found”"),
        "topic.looked_again": QT_TRANSLATE_NOOP("Wording", "looked at again"),
        "actor.add": QT_TRANSLATE_NOOP("Wording", "new actor"),
        "actor.change": QT_TRANSLATE_NOOP("Wording", "changed actor"),
        "actor.merge": QT_TRANSLATE_NOOP("Wording", "merged actors"),
        "actor.link": QT_TRANSLATE_NOOP("Wording", "linked actor"),
        "project.change_settings": QT_TRANSLATE_NOOP("Wording", "project settings"),
    },
)


def operation(code: str) -> str:
    """What undo would undo, as a noun phrase."""
    return _OPERATIONS.of(code)


_NOTICES = Words(
    "Wording",
    {
        "nothing_in_hand": QT_TRANSLATE_NOOP(
            "Wording", "Nothing is in hand: go to a span with {next}, or select some text."
        ),
        "no_phrase": QT_TRANSLATE_NOOP("Wording", "There is no phrase here to select."),
        "nothing_proposed": QT_TRANSLATE_NOOP("Wording", "Nothing is proposed for this stance."),
        "no_target_on_letter": QT_TRANSLATE_NOOP("Wording", "No target in the text has this letter."),
        "no_spans": QT_TRANSLATE_NOOP("Wording", "There are no spans here to go to."),
        "no_unsure": QT_TRANSLATE_NOOP("Wording", "No span is marked as unsure here."),
        "no_variant": QT_TRANSLATE_NOOP("Wording", "The model nearly suggested nothing else here."),
        "no_undecided": QT_TRANSLATE_NOOP("Wording", "No suggestion is undecided here."),
        "no_label_on_key": QT_TRANSLATE_NOOP("Wording", "No label has this key."),
        "no_topic_on_key": QT_TRANSLATE_NOOP(
            "Wording", "No topic has this digit yet. Add one in the menu Stance."
        ),
        "target_missing": QT_TRANSLATE_NOOP(
            "Wording",
            "A stance needs a target: a topic's digit, {target}, "
            "or a span taken with {next_candidate} and {take_candidate}.",
        ),
        "no_last_target": QT_TRANSLATE_NOOP("Wording", "There is no earlier target to repeat."),
        "stance_label_missing": QT_TRANSLATE_NOOP(
            "Wording",
            "First say which side: {stance_FAVOR} in favour, "
            "{stance_AGAINST} against, {stance_NEUTRAL} neutral.",
        ),
        "no_stance_in_hand": QT_TRANSLATE_NOOP("Wording", "No stance is in hand: click its card first."),
        "not_reversible": QT_TRANSLATE_NOOP(
            "Wording", "Only a stance between spans or actors can be reversed."
        ),
        "selection_missing": QT_TRANSLATE_NOOP("Wording", "Select the words first."),
        "some_left_out": QT_TRANSLATE_NOOP(
            "Wording", "Some had no room beside your own spans and were left out."
        ),
        "undecided_left": QT_TRANSLATE_NOOP(
            "Wording", "These suggestions are undecided. {finish} again settles what you have seen."
        ),
        "kept_as_mention": QT_TRANSLATE_NOOP(
            "Wording", "A stance points to this span, so it stays as a mention."
        ),
    },
)


def notice(code: str) -> str:
    """What is to be said about a key that did nothing, or did more than was asked.

    Keys stand in it as the actions that they carry out, in braces (see `bindings.KeyNames`).
    """
    return _NOTICES.get(code, "")


def holder_words() -> dict[str, str]:
    """Holders that are no span and no actor."""
    translate = QCoreApplication.translate
    return {
        "author": translate("Wording", "Author of the article"),
        "outlet": translate("Wording", "Outlet"),
        "unspecified": translate("Wording", "Unspecified"),
    }


def moment(at: str) -> str:
    """Day and time of a moment that the store tells (ISO 8601), where one is."""
    told = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    return QLocale().toString(told.toLocalTime(), QLocale.FormatType.ShortFormat) if told.isValid() else at


def short_date(at: str | None) -> str:
    """A date that no country reads with day and month exchanged: "10 Sep 2025"; no date stays as it is."""
    return _dated(at, "MMM")


def long_date(at: str | None) -> str:
    """A date with the name of its month."""
    return _dated(at, "MMMM")


def language_name(code: str | None) -> str:
    """A language in its own words: "Deutsch"; without its country, unless the code names one."""
    if not code:
        return ""
    locale = QLocale(code)
    own = locale.nativeLanguageName() if locale.language() != QLocale.Language.C else code
    return PLAIN.get(code.casefold(), own)


def day_format(month: str = "MMM") -> str:
    """How a day is written; the month as Qt names its forms."""
    return f"d. {month} yyyy" if QLocale().language() == QLocale.Language.German else f"d {month} yyyy"


def _dated(at: str | None, month: str) -> str:
    try:
        day = date.fromisoformat((at or "")[:10])
    except ValueError:
        return at or ""
    return QLocale().toString(QDate(day.year, day.month, day.day), day_format(month))
