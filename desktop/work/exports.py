"""An export as the store takes it: with tokens, sentences and the names of the programs that made them."""

from desktop import __version__
from desktop.nlp import segmentation
from desktop.work.errand import ExportWish
from desktop.work.spacy_config import spacy_config
from desktop.work.tokens import blank_tokenizers, tokens_by
from store.transfer import ExportOptions


def export_options(wish: ExportWish) -> ExportOptions:
    """The options that a wish means."""
    return ExportOptions(
        text=wish.text,
        annotators=wish.annotators,
        only_done=wish.only_done,
        restricted=wish.restricted,
        split=wish.split,
        seed=wish.seed,
        segment=blank_tokenizers(),
        sentences=segmentation.sentences,
        misfit=wish.misfit,
        overlap=wish.overlap,
        scheme=wish.scheme,
        one_each=wish.one_each,
        network=wish.network,
        evidence=wish.evidence,
        articles=None if wish.articles is None else frozenset(wish.articles),
        labels=frozenset(wish.labels),
        in_scope=wish.in_scope,
        pseudonyms=wish.pseudonyms,
        stratify=wish.stratify,
        datasheet=wish.datasheet,
        deposit=wish.deposit,
        # Of some labels only it would be another training, and a path of this machine is for no archive.
        training=None if wish.labels or wish.deposit else spacy_config,
        made_by=f"Lesart {__version__}",
        tokens_by=tokens_by(),
    )
