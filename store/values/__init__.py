"""Frozen values that cross the border between the store and the rest; imports only the vocabularies.

Every `start` and `end` is a half-open range of Unicode **code points** of `Article.text` as imported.
Labels are named by their code ("PER"), everything else by its integer id, which is local to one store.
"""

from store.values.addition import Addition, AdditionKind
from store.values.article import Article, ArticleHead, ArticlePage, Print
from store.values.codebook import Actor, Annotator, Label, ProjectSettings, Round, Topic
from store.values.json import Json
from store.values.known import Known, Named
from store.values.marks import (
    AnnotationSet,
    Comment,
    Evidence,
    Precision,
    PredictedSpan,
    Rejection,
    Rewording,
    Span,
    Stance,
    StancePart,
    Suggestion,
    TopicMark,
    Withheld,
    Zone,
)
from store.values.memory import Decided, Memo, Recalled
from store.values.steps import Holder, Occurrence, Place, Progress, StepHead, Touched, Work

__all__ = [
    "Actor",
    "Addition",
    "AdditionKind",
    "AnnotationSet",
    "Annotator",
    "Article",
    "ArticleHead",
    "ArticlePage",
    "Comment",
    "Decided",
    "Evidence",
    "Holder",
    "Json",
    "Known",
    "Label",
    "Memo",
    "Named",
    "Occurrence",
    "Place",
    "Precision",
    "PredictedSpan",
    "Print",
    "Progress",
    "ProjectSettings",
    "Recalled",
    "Rejection",
    "Rewording",
    "Round",
    "Span",
    "Stance",
    "StancePart",
    "StepHead",
    "Suggestion",
    "Topic",
    "TopicMark",
    "Touched",
    "Withheld",
    "Work",
    "Zone",
]
