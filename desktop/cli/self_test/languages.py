"""Every embedded model reads a sentence, and its language is recognised: what each needs came along."""

from collections.abc import Iterator

from desktop.cli.self_test.step import Step
from desktop.nlp import evidence, language, models, pipelines, segmentation

SENTENCES = {
    "ar": ("وصل الرئيس إلى برلين يوم الاثنين.", "برلين"),
    "de": ("Die Ministerin kam am Montag nach Berlin.", "Berlin"),
    "en": ("Angela Merkel arrived in Berlin on Monday.", "Berlin"),
    "id": ("Presiden tiba di Jakarta pada hari Senin.", "Jakarta"),
    "ja": ("首相は月曜日に東京に到着した。", "東京"),
    "ko": ("대통령은 월요일 서울에 도착했다.", "서울"),
    "pt": ("O presidente chegou a Lisboa na segunda-feira.", "Lisboa"),
    "ru": ("Президент прибыл в Москву в понедельник.", "Москву"),
    "th": ("นายกรัฐมนตรีเดินทางถึงกรุงเทพมหานครเมื่อวันจันทร์", "กรุงเทพมหานคร"),
    "xx": ("Le président est arrivé à Paris lundi.", "Paris"),
    "zh": ("总统星期一抵达北京。", "北京"),
}
"""Language of an embedded model -> a sentence and a name in it that it finds."""


def steps() -> Iterator[Step]:
    """All models in this process, so that it does not take long."""
    embedded = [model for model in models.available() if model.source.startswith(models.EMBEDDED)]
    found = {model.language: _finds(model.source, model.language) for model in embedded}
    missed = [code for code, is_found in found.items() if not is_found]
    yield Step("models", " ".join(missed or found), bool(found) and not missed)
    told = {code: language.identify(text) for code, (text, _) in SENTENCES.items() if code != "xx"}
    wrong = [f"{code}: {said}" for code, said in told.items() if said is None or said[:2] != code]
    yield Step("languages", ", ".join(wrong) or " ".join(told), not wrong)
    yield _evidence()


def _finds(source: str, code: str) -> bool:
    text, name = SENTENCES[code]
    return name in (text[span.start : span.end] for span in pipelines.load(source).predict(text))


def _evidence() -> Step:
    """The lexicons of stance: an actor meets the cue."""
    met: list[str] = []
    for code, text in {"de": "Muster lehnt das Gesetz ab.", "en": "Muster rejects the law."}.items():
        tokens, sentences = segmentation.tokens(text, code), segmentation.sentences(text, code)
        cues = evidence.cue_sentences(text, tokens, sentences, code)
        met += [text[it.start : it.end] for it in evidence.meetings(text, cues, [(0, len("Muster"))], ())]
    return Step("evidence", ", ".join(met), len(met) == 2)
