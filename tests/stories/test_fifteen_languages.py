"""Articles in the fifteen languages that releases come in: they open, are highlighted, annotated and
exported, with nothing installed but Lesart.
"""

import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
import spacy
from spacy.tokens import DocBin

from desktop.nlp import models, pipelines, segmentation
from desktop.work import languages
from desktop.work.tokens import blank_tokenizers
from store.database import Store, create
from store.formats.records import ArticleRecord
from store.operations import spans
from store.queries import articles, people
from store.transfer import ExportOptions, export_file, import_files
from store.values import ProjectSettings


class News(NamedTuple):
    """A text, a name in it and the name's label."""

    text: str
    name: str
    label: str = "LOC"


NEWS = {
    "de": News("Der Präsident reiste am Dienstag nach Armenien. Er sprach dort über den Handel.", "Armenien"),
    "en": News("The president travelled to Armenia on Tuesday. He spoke there about trade.", "Armenia"),
    "fr": News("Le président s'est rendu en Arménie mardi. Il y a parlé du commerce avec elle.", "Arménie"),
    "es": News("El presidente viajó el martes a Armenia. Allí habló sobre el comercio.", "Armenia"),
    "pt": News("O presidente viajou na terça-feira para a Armênia. Não falou sobre o comércio.", "Armênia"),
    "ru": News("Президент прибыл во вторник в Армению. Он был там и говорил о торговле.", "Армению"),
    "id": News("Presiden tiba di Armenia pada hari Selasa. Dia berbicara tentang perdagangan.", "Armenia"),
    "ms": News("Presiden tiba di Armenia pada hari Selasa. Beliau berkata bahawa ia penting.", "Armenia"),
    "vi": News("Tổng thống đã đến Armenia vào thứ Ba. Ông nói về thương mại với các nước.", "Armenia"),
    "ar": News("وصل الرئيس إلى أرمينيا يوم الثلاثاء. وتحدث هناك عن التجارة.", "أرمينيا"),
    "ja": News("大統領は火曜日にアルメニアを訪問した。彼はそこで貿易について話した。", "アルメニア"),
    "ko": News("대통령은 화요일 아르메니아를 방문했다. 그는 그곳에서 무역에 대해 말했다.", "아르메니아"),
    "th": News("ประธานาธิบดีเดินทางถึงอาร์เมเนียเมื่อวันอังคาร เขาพูดเรื่องการค้า", "อาร์เมเนีย"),
    "zh-Hans": News("总统星期二访问了亚美尼亚。他在那里谈到了贸易问题。", "亚美尼亚"),
    "zh-Hant": News("總統星期二訪問了亞美尼亞。他在那裡談到了貿易問題。", "亞美尼亞"),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """All fifteen in one project, each imported as a file that does not say its language."""
    folder = tmp_path_factory.mktemp("languages")
    for language, news in NEWS.items():
        (folder / f"{language}.txt").write_bytes(news.text.encode())
    store = create(folder / "a.lesart", name="A", settings=ProjectSettings(), person="Ada")
    import_files(store, sorted(folder.glob("*.txt")))
    list(languages.fill(store))
    yield store
    store.close()


def by_language(store: Store) -> dict[str | None, tuple[int, str]]:
    with store.read() as conn:
        return {language: (number, text) for number, language, text in articles.unpredicted(conn, None)}


def test_each_is_recognised(corpus: Store) -> None:
    found = {language: text for language, (_, text) in by_language(corpus).items()}
    assert found == {language: news.text for language, news in NEWS.items()}


@pytest.mark.parametrize("language", NEWS)
def test_the_caret_can_stand_at_both_ends_of_the_name(language: str) -> None:
    text, name, _ = NEWS[language]
    tokens = segmentation.tokens(text, language)
    start = text.index(name)
    assert start in {left for left, _ in tokens}
    assert start + len(name) in {right for _, right in tokens}
    assert len(segmentation.sentences(text, language)) == (1 if language == "th" else 2)


@pytest.mark.parametrize("language", NEWS)
def test_every_language_has_a_model_whose_spans_lie_in_the_text(language: str) -> None:
    source = models.reader(language, models.by_language(models.available()), default="de")
    assert source is not None
    text = NEWS[language].text
    found = pipelines.load(source).predict(text)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert NEWS[language].name in {text[span.start : span.end] for span in found}


def test_annotations_leave_as_they_were_made(corpus: Store, tmp_path: Path) -> None:
    with corpus.read() as conn:
        work = people.work_of(conn)
    for language, (number, text) in by_language(corpus).items():
        news = NEWS[str(language)]
        start = text.index(news.name)
        spans.add(corpus, work, number, start=start, end=start + len(news.name), label=news.label)
    out = tmp_path / "out.jsonl"
    export_file(corpus, out)
    records = [msgspec.json.decode(line, type=ArticleRecord) for line in out.read_bytes().splitlines()[1:]]
    assert len(records) == len(NEWS)
    for record in records:
        news = NEWS[str(record.language)]
        (span,) = record.sets[0].spans
        assert record.text is not None
        assert (record.text, record.text[span.start : span.end], span.label) == news
        assert unicodedata.is_normalized("NFC", record.text)


def test_annotations_leave_as_training_data_for_spacy(corpus: Store, tmp_path: Path) -> None:
    out = tmp_path / "out.spacy"
    export_file(corpus, out, format="spacy", options=ExportOptions(segment=blank_tokenizers()))
    docs = list(DocBin().from_disk(out).get_docs(spacy.blank("xx").vocab))
    assert sorted(doc.text for doc in docs) == sorted(news.text for news in NEWS.values())
