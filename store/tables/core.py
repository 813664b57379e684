"""The tables as SQLAlchemy Core sees them: `t.span.c.start`. No hot path makes an ORM object a row."""

from typing import Any

from sqlalchemy import Row, Select

from store.tables import Table

AnySelect = Select[*tuple[Any, ...]]
AnyRow = Row[*tuple[Any, ...]]

_tables = Table.metadata.tables

actor = _tables["actor"]
annotation_set = _tables["annotation_set"]
annotator = _tables["annotator"]
answer = _tables["answer"]
article = _tables["article"]
assignment = _tables["assignment"]
batch = _tables["batch"]
change = _tables["change"]
comment = _tables["comment"]
cue_refusal = _tables["cue_refusal"]
field = _tables["field"]
import_ = _tables["import"]
label = _tables["label"]
label_set = _tables["label_set"]
project = _tables["project"]
rejection = _tables["rejection"]
round_ = _tables["round"]
run = _tables["run"]
scheme_version = _tables["scheme_version"]
span = _tables["span"]
stance = _tables["stance"]
stance_part = _tables["stance_part"]
topic = _tables["topic"]
topic_mark = _tables["topic_mark"]
zone = _tables["zone"]
