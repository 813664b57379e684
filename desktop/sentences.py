"""What is said of each error: what happened and what to do, and the words that stand for a reason.

The sentences are English. What stands in braces are fields of the error.
"""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a sentence for Qt's `lupdate`, which finds it by this name; Qt itself is not needed here."""
    return text


REASONS = {
    "empty": QT_TRANSLATE_NOOP("messages", "it is empty"),
    "truncated": QT_TRANSLATE_NOOP("messages", "its end is missing"),
    "no revision": QT_TRANSLATE_NOOP("messages", "it does not say which version it has"),
    "postgresql": QT_TRANSLATE_NOOP("messages", "a database on a server is backed up there (pg_dump)"),
    "no_toml": QT_TRANSLATE_NOOP("messages", "line {line}, column {column}: what stands there is no TOML"),
    "field_missing": QT_TRANSLATE_NOOP("messages", "“{field}” is missing"),
    "field_wrong": QT_TRANSLATE_NOOP("messages", "“{field}” holds another kind of value than it should"),
    "pattern_wrong": QT_TRANSLATE_NOOP("messages", "“{pattern}” is no regular expression"),
}
"""Words that stand in `reason`; those of systems and parsers are shown as they come."""


SENTENCES: dict[str, tuple[str, str]] = {
    "StoreMissing": (
        QT_TRANSLATE_NOOP("messages", "There is no project at {path}."),
        QT_TRANSLATE_NOOP("messages", "Look whether it was moved or renamed."),
    ),
    "StoreExists": (
        QT_TRANSLATE_NOOP("messages", "There is a file at {path} already."),
        QT_TRANSLATE_NOOP("messages", "Choose another name; nothing was overwritten."),
    ),
    "StoreForeign": (
        QT_TRANSLATE_NOOP("messages", "{path} is not a Lesart project."),
        QT_TRANSLATE_NOOP(
            "messages", "To take in articles, import them into a project. The file was left as it is."
        ),
    ),
    "StoreNewer": (
        QT_TRANSLATE_NOOP("messages", "{path} was written by a newer Lesart."),
        QT_TRANSLATE_NOOP("messages", "Update Lesart to open it. The file was left as it is."),
    ),
    "StoreOutdated": (
        QT_TRANSLATE_NOOP("messages", "The team project {path} was made by an older Lesart."),
        QT_TRANSLATE_NOOP(
            "messages",
            "When nobody is at work in it and the database has been backed up (pg_dump), upgrade it with "
            "lesart upgrade. Nothing was changed.",
        ),
    ),
    "StoreDamaged": (
        QT_TRANSLATE_NOOP("messages", "The project {path} is damaged: {reason}"),
        QT_TRANSLATE_NOOP(
            "messages", "Open the latest backup, and keep this file: much of it can be rescued."
        ),
    ),
    "StoreLocked": (
        QT_TRANSLATE_NOOP("messages", "Another program is writing to {path}."),
        QT_TRANSLATE_NOOP("messages", "Wait for it or close it, then try again. Nothing was changed."),
    ),
    "StoreReadOnly": (
        QT_TRANSLATE_NOOP("messages", "{path} cannot be written."),
        QT_TRANSLATE_NOOP(
            "messages", "Check the permissions of the file and of its folder, or copy it elsewhere."
        ),
    ),
    "DiskFull": (
        QT_TRANSLATE_NOOP("messages", "There is no room left on the disk of {path}."),
        QT_TRANSLATE_NOOP(
            "messages", "Make room, then try again. What was saved is safe; the last step was not."
        ),
    ),
    "BackupFailed": (
        QT_TRANSLATE_NOOP("messages", "No backup could be made at {path}, and nothing was changed: {reason}"),
        QT_TRANSLATE_NOOP("messages", "Make room in the folder or make it writable, then try again."),
    ),
    "NetworkFolder": (
        QT_TRANSLATE_NOOP("messages", "{path} lies on a network share, where a project file can be damaged."),
        QT_TRANSLATE_NOOP(
            "messages", "Copy it to a local folder; teams work on one PostgreSQL database instead."
        ),
    ),
    "SpanOutsideText": (
        QT_TRANSLATE_NOOP("messages", "{start} to {end} is no range of this text (characters: {length})."),
        "",
    ),
    "SpanExists": (
        QT_TRANSLATE_NOOP("messages", "These words are marked as {label} already."),
        "",
    ),
    "NotFound": (
        QT_TRANSLATE_NOOP("messages", "There is no {what} {id} (any more)."),
        "",
    ),
    "LabelUnknown": (
        QT_TRANSLATE_NOOP("messages", "The project has no label {label}."),
        QT_TRANSLATE_NOOP("messages", "Add it to the project's labels, or use one that is there."),
    ),
    "TargetMissing": (
        QT_TRANSLATE_NOOP("messages", "A stance needs a topic or a target in the text."),
        QT_TRANSLATE_NOOP("messages", "Name a topic by its digit, or choose a target."),
    ),
    "ChangedSince": (
        QT_TRANSLATE_NOOP("messages", "This was changed since by {by} ({at}), so it was not undone."),
        QT_TRANSLATE_NOOP("messages", "Undo the later step first, or change it by hand."),
    ),
    "WorkHangsOn": (
        QT_TRANSLATE_NOOP(
            "messages", "It was not taken back, as people have worked on it (articles: {count})."
        ),
        QT_TRANSLATE_NOOP("messages", "Undo or delete that work first."),
    ),
    "SpanCrosses": (
        QT_TRANSLATE_NOOP("messages", "This overlaps another span ({other_start} to {other_end})."),
        QT_TRANSLATE_NOOP(
            "messages", "Change or delete that one first, or allow nested spans in the project."
        ),
    ),
    "SetClosed": (
        QT_TRANSLATE_NOOP("messages", "The article is excluded."),
        QT_TRANSLATE_NOOP("messages", "Take it up again to annotate it."),
    ),
    "StoreUnreachable": (
        QT_TRANSLATE_NOOP("messages", "{path} no longer answers: {reason}"),
        QT_TRANSLATE_NOOP("messages", "Check the disk or the connection, then open the project again."),
    ),
    "ValueTooLong": (
        QT_TRANSLATE_NOOP("messages", "{path} has no room for a text or name of this length."),
        QT_TRANSLATE_NOOP("messages", "Nothing of it was saved."),
    ),
    "KeyTaken": (
        QT_TRANSLATE_NOOP("messages", "The {what} {key} is taken by another entry."),
        QT_TRANSLATE_NOOP("messages", "Choose another."),
    ),
    "MergeImpossible": (
        QT_TRANSLATE_NOOP(
            "messages", "These two cannot be joined: one is part of the other, or is gone already."
        ),
        QT_TRANSLATE_NOOP("messages", "Choose another entry."),
    ),
    "StancesThere": (
        QT_TRANSLATE_NOOP("messages", "There are stances toward this topic in the article."),
        QT_TRANSLATE_NOOP("messages", "Delete them first if the article takes none."),
    ),
    "ReadersTooFew": (
        QT_TRANSLATE_NOOP("messages", "Agreement needs at least two readers (so far: {count})."),
        QT_TRANSLATE_NOOP(
            "messages", "Let somebody else read some of the same articles, or let a model suggest."
        ),
    ),
    "NobodyToJudge": (
        QT_TRANSLATE_NOOP(
            "messages", "An evaluation needs two readers, one of them judged (so far: {count})."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Let a model suggest, and finish some of these articles, or import a gold standard."
        ),
    ),
    "NetworkUnknown": (
        QT_TRANSLATE_NOOP("messages", "A network cannot be made by {name}."),
        QT_TRANSLATE_NOOP("messages", "Choose one or two modes, a measure, and statements or documents."),
    ),
    "FileUnreadable": (
        QT_TRANSLATE_NOOP("messages", "{path} cannot be read: {reason}"),
        "",
    ),
    "FormatUnknown": (
        QT_TRANSLATE_NOOP("messages", "{path} is in no format that Lesart knows."),
        QT_TRANSLATE_NOOP("messages", "The manual lists what can be read and written."),
    ),
    "EncodingUnknown": (
        QT_TRANSLATE_NOOP("messages", "The encoding of {path} is neither UTF-8 nor a familiar one."),
        QT_TRANSLATE_NOOP("messages", "Save it as UTF-8 and import it again."),
    ),
    "FileUnwritable": (
        QT_TRANSLATE_NOOP("messages", "{path} cannot be written: {reason}"),
        QT_TRANSLATE_NOOP("messages", "Choose another place. What was there before was left as it is."),
    ),
    "RestrictedArticles": (
        QT_TRANSLATE_NOOP(
            "messages", "Texts of restricted articles would leave the project (articles: {count})."
        ),
        QT_TRANSLATE_NOOP("messages", "Export without texts, or allow it expressly (--restricted)."),
    ),
    "RejoinMismatch": (
        QT_TRANSLATE_NOOP("messages", "No given text is the one that was annotated as {key}."),
        QT_TRANSLATE_NOOP("messages", "Its SHA-256 has to be {sha256}."),
    ),
    "FileTooLong": (
        QT_TRANSLATE_NOOP("messages", "{path} is longer than any article ({limit} bytes)."),
        QT_TRANSLATE_NOOP("messages", "If it holds several articles, bring them as JSON Lines or CSV."),
    ),
    "ColumnsUnknown": (
        QT_TRANSLATE_NOOP("messages", "No column of {path} can be the article's text: {columns}"),
        QT_TRANSLATE_NOOP("messages", "Name one “text”, or say which it is."),
    ),
    "ProfileInvalid": (
        QT_TRANSLATE_NOOP("messages", "The import profile {path} cannot be used: {reason}"),
        QT_TRANSLATE_NOOP("messages", "Correct it, or import without it."),
    ),
    "ExtraMissing": (
        QT_TRANSLATE_NOOP("messages", "This needs the package {package}, which is not installed."),
        QT_TRANSLATE_NOOP("messages", "Install it, or Lesart with the extra “{extra}”, or do without."),
    ),
    "ExportEmpty": (
        QT_TRANSLATE_NOOP("messages", "Nothing in the project fits what was asked for; no file was written."),
        QT_TRANSLATE_NOOP(
            "messages", "Ask for more: other annotators (a model by its name), or articles that are not done."
        ),
    ),
    "AnnotatorUnknown": (
        QT_TRANSLATE_NOOP(
            "messages", "Nobody called {name} has annotated here; those who have are: {known}."
        ),
        "",
    ),
    "ModelMissing": (
        QT_TRANSLATE_NOOP("messages", "There is no model {name}."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Choose another in the project settings; on the command line name an embedded one (embedded:de), "
            "a spaCy package or a folder.",
        ),
    ),
    "ModelBroken": (
        QT_TRANSLATE_NOOP("messages", "The model {name} cannot be loaded: {reason}"),
        QT_TRANSLATE_NOOP("messages", "Install it anew, in a version for spaCy 3.8."),
    ),
    "ModelCannotLearn": (
        QT_TRANSLATE_NOOP("messages", "The model {name} cannot go on learning here."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Choose an embedded model in the project settings, or a spaCy pipeline with an entity recognizer "
            "(“ner”).",
        ),
    ),
    "TooLittleToLearn": (
        QT_TRANSLATE_NOOP("messages", "There are too few finished articles to learn from (so far: {count})."),
        QT_TRANSLATE_NOOP("messages", "Finish at least {needed} in this language; a hundred begin to show."),
    ),
    "WorkerDied": (
        QT_TRANSLATE_NOOP("messages", "The model's process ended while it read article {article}."),
        QT_TRANSLATE_NOOP(
            "messages", "The article was passed over; it can be annotated without suggestions."
        ),
    ),
    "ModelCarriesCode": (
        QT_TRANSLATE_NOOP(
            "messages", "The model {path} brings code of its own, which would run here: {files}"
        ),
        QT_TRANSLATE_NOOP("messages", "Load it only from somebody you trust, as an installed package."),
    ),
    "LabelSetInvalid": (
        QT_TRANSLATE_NOOP("messages", "The label set {path} cannot be used: {field} {reason}"),
        "",
    ),
}
