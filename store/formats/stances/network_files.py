"""Networks as GraphML, GEXF 1.3, or two CSV tables, with the list of their statements beside them.

Both XML forms are plain: attributes are declared and typed, nothing is specific to one program. Weights are
signed, so that layouts that want positive ones find their size in `strength`.
"""

import csv
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import quoteattr

from store.formats.losses import Losses
from store.formats.markup import FORBIDDEN
from store.formats.protocol import Feature, WriteOptions, Written
from store.formats.readings import chosen
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.stances.stance_rows import lost
from store.formats.stances.statement_table import COLUMNS, cells
from store.formats.stances.statements import Codebook, Statement, plain, worded
from store.networks import Edge, Network, Node, Tie, network

NODE = (("label", "string"), ("kind", "string"), ("type", "string"), ("frequency", "int"))
EDGE = (
    ("weight", "double"),
    ("strength", "double"),
    ("favor", "int"),
    ("against", "int"),
    ("neutral", "int"),
)

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class NetworkFile:
    """One of the three forms, by the ending of its name."""

    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "answers", "comments", "scheme",
        "mentions",
    )  # fmt: skip

    def __init__(self, form: str) -> None:
        self.name = f"network-{form}"
        self.suffixes = (f".{form}",)
        self._form = form

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """The network of the chosen readings, and `NAME.statements.csv`: what it is made of."""
        gathering = _Gathering(project, options)
        listed = draft.with_name(f"{draft.name}.statements.csv")
        count = 0
        with listed.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            for article in gathering.losses.passing(articles):
                readings = chosen(article.sets, options.annotators)
                count += bool(readings)
                for statement in gathering.codebook.statements(article, readings, options.evidence):
                    if gathering.take(statement):
                        table.writerow([plain(cell) for cell in cells(statement, gathering.codebook)])
        made = network(gathering.ties, gathering.nodes.values(), options.network)
        names = self._written(draft, made)
        return Written((*names, listed.name), count, *gathering.losses.told())

    def _written(self, draft: Path, made: Network) -> tuple[str, ...]:
        if self._form == "csv":
            return _tables(draft, made)
        lines = graphml(made) if self._form == "graphml" else gexf(made)
        draft.write_text(FORBIDDEN.sub("\ufffd", "".join(lines)), encoding="utf-8")
        return (draft.name,)


class _Gathering:
    """Ties and nodes of statements with an actor, a topic and a place on the scale."""

    def __init__(self, project: ProjectRecord, options: WriteOptions) -> None:
        self.codebook = Codebook(project)
        self.ties: list[Tie] = []
        self.nodes: dict[str, Node] = {}
        self.losses = Losses()
        self._rollup = options.network.rollup

    def take(self, statement: Statement) -> bool:
        """Take in a statement; one that makes no tie is listed as a loss."""
        actor, topic = statement.holder.actor, statement.topic
        if actor is None or topic is None or statement.polarity is None:
            kind = "no_actor" if actor is None else "no_topic" if topic is None else "label"
            self.losses.append(lost(statement, kind))
            return False
        actor = self.codebook.top(actor) if self._rollup else actor
        wording = worded(topic.wording, statement.language)
        self.nodes[actor.uid] = Node(actor.uid, actor.name, "actor", actor.type)
        self.nodes[topic.uid] = Node(topic.uid, wording, "topic", topic.kind)
        self.ties.append(Tie(statement.article.key or "", actor.uid, topic.uid, statement.polarity))
        return True


def graphml(made: Network) -> Iterator[str]:
    """GraphML (graphml.graphdrawing.org, 1.1)."""
    yield f'{_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for what, attributes in (("node", NODE), ("edge", EDGE)):
        for name, kind in attributes:
            yield f'  <key id="{what}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph id="network" edgedefault="undirected">\n'
    for node in made.nodes:
        yield f"    <node id={quoteattr(node.key)}>{_data('node', _of_node(node))}</node>\n"
    for number, edge in enumerate(made.edges):
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'    <edge id="e{number}" {ends}>{_data("edge", _of_edge(edge))}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def gexf(made: Network) -> Iterator[str]:
    """GEXF 1.3 (gexf.net)."""
    yield f'{_HEAD}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '  <graph mode="static" defaultedgetype="undirected">\n'
    kinds = {"string": "string", "int": "integer", "double": "double"}
    for what, attributes in (("node", NODE[1:]), ("edge", EDGE[1:])):
        yield f'    <attributes class="{what}">\n'
        for name, kind in attributes:
            yield f'      <attribute id="{name}" title="{name}" type="{kinds[kind]}"/>\n'
        yield "    </attributes>\n"
    yield "    <nodes>\n"
    for node in made.nodes:
        label, *values = _of_node(node)
        named = f"id={quoteattr(node.key)} label={quoteattr(label)}"
        yield f"      <node {named}>{_for(NODE[1:], values)}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    for number, edge in enumerate(made.edges):
        weight, *values = _of_edge(edge)
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'      <edge id="{number}" {ends} weight="{weight}">{_for(EDGE[1:], values)}</edge>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _tables(draft: Path, made: Network) -> tuple[str, ...]:
    """`NAME-nodes.csv` and `NAME-edges.csv`, with the columns that Gephi looks for."""
    heads = (
        ("nodes", ["Id", *(name.capitalize() for name, _ in NODE)]),
        ("edges", ["Source", "Target", "Type", *(name.capitalize() for name, _ in EDGE)]),
    )
    rows = (
        [[node.key, *_of_node(node)] for node in made.nodes],
        [[edge.source, edge.target, "Undirected", *_of_edge(edge)] for edge in made.edges],
    )
    names: list[str] = []
    for (noun, head), lines in zip(heads, rows, strict=True):
        path = draft.with_name(f"{draft.stem}-{noun}{draft.suffix}")
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *lines])
        names.append(path.name)
    return tuple(names)


def _of_node(node: Node) -> list[str]:
    return [node.name, node.kind, node.type, str(node.frequency)]


def _of_edge(edge: Edge) -> list[str]:
    counts = (edge.favor, edge.against, edge.neutral)
    return [_number(edge.weight), _number(abs(edge.weight)), *map(str, counts)]


def _data(what: str, values: list[str]) -> str:
    names = NODE if what == "node" else EDGE
    parts = (
        f'<data key="{what}_{name}">{_text(value)}</data>'
        for (name, _), value in zip(names, values, strict=True)
    )
    return "".join(parts)


def _for(names: tuple[tuple[str, str], ...], values: list[str]) -> str:
    parts = (
        f'<attvalue for="{name}" value={quoteattr(value)}/>'
        for (name, _), value in zip(names, values, strict=True)
    )
    return f"<attvalues>{''.join(parts)}</attvalues>"


def _text(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _number(value: Fraction) -> str:
    return f"{float(value):.12g}"
