"""The project's switches: what is suggested, whether spans may overlap, why an article may be left out."""

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.frame import Dialog, heading, hint, new_form
from desktop.gui.dialogs.model_choice import ModelChoice
from desktop.gui.dialogs.score_choice import ScoreChoice
from desktop.gui.look import GRID, Look
from desktop.gui.panels.controls import padded, scroller
from desktop.gui.shares import Shares
from desktop.gui.translating import worded
from desktop.gui.wording import language_name, reason
from desktop.nlp.models import ModelInfo
from store.guard import MOST
from store.values import Label, ProjectSettings
from store.vocabulary import SpanForm

COLUMNS = 3


class ProjectSettingsDialog(Dialog):
    """`chosen()` gives the settings as they were entered; what this dialog does not ask stays as it was."""

    def __init__(
        self,
        settings: ProjectSettings,
        labels: Sequence[Label],
        *,
        languages: Sequence[str] = (),
        models: Sequence[ModelInfo] = (),
        own: Sequence[ModelInfo] = (),
        shares: Shares | None = None,
        language: str,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Project settings"), parent)
        self._settings = settings
        self.labels = {it.code: QCheckBox(f"{it.code}  {worded(it.name, language)}") for it in labels}
        self.forms: dict[SpanForm, QCheckBox] = {
            "derived": QCheckBox(self.tr("Adjectives made of names („russischen“)")),
            "part": QCheckBox(self.tr("Names inside compounds („Kreml“ in „Kreml-Sprecher“)")),
        }
        self.hidden = {
            (model, code): QCheckBox(self.tr("{label} by {model}").format(label=code, model=model))
            for model, codes in settings.hidden.items()
            for code in codes
        }
        self.scores = ScoreChoice(settings.least_score, shares)
        self.nested = QCheckBox(self.tr("Spans may overlap and lie within each other"))
        self.evidence = QCheckBox(self.tr("Suggest evidence: where an actor meets a cue of a stance"))
        self.memory = QComboBox()
        self.memory.addItem(self.tr("one’s own"), "own")
        self.memory.addItem(self.tr("everyone’s"), "everyone")
        self.memory.addItem(self.tr("none"), "off")
        self.unaided = padded(QSpinBox(maximum=MOST, singleStep=5, suffix=" %"))
        spoken = dict.fromkeys((settings.language, *languages))
        self.models = [
            ModelChoice(it, models, settings.models.get(it), own=[m for m in own if m.language == it])
            for it in spoken
        ]
        self._coded = {reason(code): code for code in settings.exclusion_reasons}
        self.reasons = QPlainTextEdit("\n".join(self._coded), tabChangesFocus=True)
        self._fill(settings)
        self._build(look)

    def show_shares(self, shares: Shares) -> None:
        """Say beside each score what was right from there on."""
        self.scores.show_shares(shares)
        self.about_scores.setText(self._about_scores())

    def chosen(self) -> ProjectSettings:
        """The settings as they stand in the dialog."""
        lines = (line.strip() for line in self.reasons.toPlainText().splitlines())
        reasons = dict.fromkeys(self._coded.get(line, line) for line in lines if line)
        return msgspec.structs.replace(
            self._settings,
            labels_off=self._off(),
            forms_off=tuple(form for form, box in self.forms.items() if not box.isChecked()),
            nested=self.nested.isChecked(),
            suggests_evidence=self.evidence.isChecked(),
            memory=self.memory.currentData(),
            unaided_share=self.unaided.value(),
            models={it.language: it.source for it in self.models if it.source is not None},
            hidden=self._hidden(),
            least_score=self.scores.threshold,
            exclusion_reasons=tuple(reasons) or self._settings.exclusion_reasons,
        )

    def _off(self) -> tuple[str, ...]:
        """Labels that are not suggested; retired ones, which have no box, stay as they were."""
        unseen = (code for code in self._settings.labels_off if code not in self.labels)
        return (*unseen, *(code for code, box in self.labels.items() if not box.isChecked()))

    def _hidden(self) -> dict[str, tuple[str, ...]]:
        """Labels of single models that stay hidden."""
        kept = {
            model: tuple(code for code in codes if not self.hidden[model, code].isChecked())
            for model, codes in self._settings.hidden.items()
        }
        return {model: codes for model, codes in kept.items() if codes}

    def _fill(self, settings: ProjectSettings) -> None:
        for code, box in self.labels.items():
            box.setChecked(code not in settings.labels_off)
        for form, box in self.forms.items():
            box.setChecked(form not in settings.forms_off)
        self.nested.setChecked(settings.nested)
        self.evidence.setChecked(settings.suggests_evidence)
        self.memory.setCurrentIndex(self.memory.findData(settings.memory))
        self.unaided.setValue(settings.unaided_share)

    def _build(self, look: Look) -> None:
        asked = QWidget()
        down = QVBoxLayout(asked)
        down.setContentsMargins(0, 0, GRID, 0)
        down.setSpacing(GRID)
        down.addWidget(heading(self.tr("Suggested")))
        down.addLayout(self._labels())
        for box in (*self.forms.values(), *self.hidden.values()):
            down.addWidget(box)
        down.addWidget(hint(self.tr("What is not suggested can be marked by hand all the same."), look.dim))
        earlier = new_form()
        earlier.addRow(self.tr("Earlier decisions that are suggested again"), self.memory)
        down.addLayout(earlier)
        remembered = self.tr(
            "A name that was confirmed or refused is suggested or kept back in later articles, and where it "
            "stands again in the same one. Everyone’s decisions: annotators are no longer independent."
        )
        down.addWidget(hint(remembered, look.dim))
        down.addWidget(self.evidence)
        why = self.tr(
            "Off, because a published study found that suggestions on subjective labels save no time and "
            "anchor people. No label is ever suggested."
        )
        down.addWidget(hint(why, look.dim))
        self._add_guard(down, look)
        down.addSpacing(GRID)
        down.addWidget(heading(self.tr("Suggestions by score")))
        down.addWidget(self.scores)
        self.about_scores = hint(self._about_scores(), look.dim)
        down.addWidget(self.about_scores)
        down.addSpacing(GRID)
        down.addWidget(heading(self.tr("Models that suggest, by language of the article")))
        down.addLayout(self._chosen_models())
        down.addSpacing(GRID)
        down.addWidget(heading(self.tr("Spans")))
        down.addWidget(self.nested)
        down.addSpacing(GRID)
        reasons = heading(self.tr("Reasons to exclude an article, one a line"))
        reasons.setBuddy(self.reasons)
        down.addWidget(reasons)
        self.reasons.setFixedHeight(96)
        down.addWidget(self.reasons)
        down.addStretch(1)
        self.body.addWidget(scroller(asked), 1)
        self.add_buttons(self.tr("Save"))
        self.setMinimumWidth(520)
        self.grow(560, asked.sizeHint().height() + 22 * GRID)

    def _add_guard(self, down: QVBoxLayout, look: Look) -> None:
        across, name = QHBoxLayout(), QLabel(self.tr("Articles to read without suggestions"))
        name.setBuddy(self.unaided)
        across.addWidget(name)
        across.addWidget(self.unaided)
        across.addStretch(1)
        down.addLayout(across)
        why = self.tr(
            "Drawn by chance, for each reader others. The agreement then compares both kinds and warns where "
            "suggestions are taken over unread. 10 to 20 % are enough."
        )
        down.addWidget(hint(why, look.dim))

    def _labels(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for place, box in enumerate(self.labels.values()):
            grid.addWidget(box, *divmod(place, COLUMNS))
        return grid

    def _about_scores(self) -> str:
        if not self.scores.shares.are_there:
            return self.tr("What is right from a score on is counted once suggestions are decided here.")
        if self.scores.shares.are_own:
            return self.tr("Counted on what was decided in this project: taken over unchanged.")
        return self.tr("Measured on the model’s development data, until enough is decided in this project.")

    def _chosen_models(self) -> QFormLayout:
        form = new_form()
        form.setVerticalSpacing(GRID)
        for box in self.models:
            box.setAccessibleName(language_name(box.language))
            form.addRow(language_name(box.language), box)
        return form
