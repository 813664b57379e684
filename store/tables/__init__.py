"""All tables.

Importing this package fills `Table.metadata`, which the migrations compare with the database.
"""

from store.tables.article import Article, Batch, Import, Zone
from store.tables.base import Table, now
from store.tables.change import Change
from store.tables.project import Project
from store.tables.reading import AnnotationSet, Annotator, Assignment, Round, Run
from store.tables.remark import Answer, Comment, TopicMark
from store.tables.scheme import Actor, Field, Label, LabelSet, SchemeVersion, Topic
from store.tables.span import CueRefusal, Rejection, Span
from store.tables.stance import Stance, StancePart

__all__ = [
    "Actor", "AnnotationSet", "Annotator", "Answer", "Article", "Assignment", "Batch", "Change", "Comment",
    "CueRefusal", "Field", "Import", "Label", "LabelSet", "Project", "Rejection", "Round", "Run",
    "SchemeVersion", "Span", "Stance", "StancePart", "Table", "Topic", "TopicMark", "Zone", "now",
]  # fmt: skip
