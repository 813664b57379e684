"""Articles found again by their texts, of which a file holds no more than hashes."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, select

from store.tables import core as t


def of_texts(conn: Connection, beginnings: Collection[str], digits: int) -> frozenset[int]:
    """The articles whose hash (`sha256`) begins with one of these digits, and their near-duplicates."""
    c = t.article.c
    if not beginnings:
        return frozenset()
    told, groups = set[int](), defaultdict[int, set[int]](set)
    for article, digest, story in conn.execute(select(c.id, c.sha256, c.story)):
        group = story if story is not None and story > 0 else -article  # who stands alone is a group
        groups[group].add(article)
        if digest[:digits] in beginnings:
            told.add(group)
    return frozenset(article for group in told for article in groups[group])


def sources_of(conn: Connection, reader: int) -> tuple[str, ...]:
    """Where a model lay when it read here: folders, or names of models."""
    c = t.run.c
    source = c.settings["source"].as_string()
    rows = conn.execute(select(source).where(c.annotator_id == reader).distinct())
    return tuple(sorted(row[0] for row in rows if row[0]))
