"""Short agency stories keep their body, also under heads of papers' own; what agencies add is a zone.

All stories, agencies and people are invented.
"""

import pytest

from desktop.nlp import zones
from desktop.nlp.repetition import Repetition

STORIES = {
    "de": [
        "Talheim (nmd) - Das Freibad in Talheim öffnet am kommenden Samstag um neun Uhr, sagt die Stadt.",
        "Die Sanierung hatte sich verzögert. Bürgermeisterin Petra Lohse nannte das „keine gute Nachricht“.",
        "Der Eintritt bleibt bei 3,50 Euro.",
    ],
    "en": [
        "VALLEY CITY (NWA) - The council of Valley City approved bus lanes on Tuesday, Mayor Joan Reed said.",
        "The vote was seven to two. Works on Harbour Street start in June.",
    ],
    "fr": [
        "MONTVILLE (ANX) - Le syndicat des éboueurs a levé lundi son mot d'ordre, a dit Paul Arnoux.",
        "Le ramassage reprendra mardi dans toute la commune.",
        "La mairie salue « un geste de raison ».",
    ],
    "es": [
        "Valdemar (AVN) - La alcaldesa Inés Robledo anunció el lunes la apertura del nuevo mercado central.",
        "Las obras duraron catorce meses y costaron dos millones de euros.",
    ],
    "ru": [
        "ВЕРХОГОРСК, 8 мая /НАВА/. Мэр Иван Петров подал в отставку по собственному желанию, сообщила мэрия.",
        "Выборы нового главы города пройдут в сентябре этого года.",
    ],
    "ar": [
        "المدينة (وكالة) – أعلنت رئيسة البلدية ليلى حداد افتتاح السوق الجديدة يوم السبت المقبل.",
        "وقالت إن أعمال البناء استغرقت أربعة عشر شهرا.",
    ],
    "zh": [
        "远帆社临江5月8日电 临江市市长李文表示，新的市场将于本周六正式开放，欢迎市民前来参观。",
        "工程历时十四个月，耗资两百万元，由市政府全额承担费用。",
    ],
    "ja": [
        "【東京＝みなと通信】青葉市の佐藤市長は８日、新しい市場を土曜日に開くと発表した。",
        "工事には十四カ月かかり、費用は二億円だったと市長は記者団に説明した。",
    ],
}
HEADS = ["Endlich", "Jetzt ist es soweit", "Good news for all.", "Новости дня", "市民の声"]
LEADS = [
    "Darauf haben in der Stadt viele Menschen lange gewartet.",
    "It took longer than anybody had expected at the start.",
    "Plusieurs lecteurs nous avaient écrit à ce sujet cette année.",
    "Об этом в городе говорили с самого начала прошлого года.",
    "これについては多くの読者から問い合わせがありました。",
]
ABOUT = "Nordlicht Presse verschickt seit 1990 Meldungen aus dem Norden an Redaktionen, Sender und Verbände."
NOTICE = "Nordlicht Presse prüft zugesandte Meldungen nicht auf ihren Inhalt."


def learnt(texts: list[str]) -> Repetition:
    repetition = Repetition()
    for text in texts:
        repetition.add(text)
    return repetition


def out_of_scope(text: str, language: str, repetition: Repetition) -> list[str]:
    return [
        text[zone.start : zone.end]
        for zone in zones.find(text, language, repetition)
        if zone.kind != "dateline"
    ]


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("own_leads", [False, True])
def test_a_short_story_under_heads_of_their_own_keeps_its_body(language: str, *, own_leads: bool) -> None:
    story = STORIES[language]
    assert len("\n\n".join(story)) < 800
    prints = [
        "\n\n".join([head, *([lead] if own_leads else []), *story])
        for head, lead in zip(HEADS, LEADS, strict=True)
    ]
    cut = ["\n\n".join([HEADS[0], *story[:-1]]), "\n\n".join(story)]
    others = ["\n\n".join(it) for it in STORIES.values()]
    repetition = learnt([*prints, *cut, *others])
    assert [out_of_scope(text, language, repetition) for text in [*prints, *cut]] == [[]] * 7


@pytest.mark.parametrize("language", STORIES)
def test_what_an_agency_adds_to_short_stories_is_found_in_all_of_them(language: str) -> None:
    wire = {
        code: "\n\n".join([f"Meldung {code}", *story, NOTICE, "Ablage: Land, Leute", ABOUT])
        for code, story in STORIES.items()
    }
    once_more = "\n\n".join(["Anders überschrieben", *STORIES[language], NOTICE])
    repetition = learnt([*wire.values(), once_more])
    assert out_of_scope(wire[language], language, repetition) == [NOTICE, "Ablage: Land, Leute", ABOUT]
    assert out_of_scope(once_more, language, repetition) == [NOTICE]


def test_who_is_quoted_at_the_end_of_many_stories_is_no_label_of_a_list() -> None:
    said = [
        "Das Wasser geht.",
        "Der Vorhang auch.",
        "Ein guter Hund!",
        "Pünktlich.",
        "Ja.",
        "Wir",
        "Nein",
        "So",
    ]
    texts = [
        "\n".join([f"Meldung {code}", *story, f"Lohse sagte: „{words}“"])
        for words, (code, story) in zip(said, STORIES.items(), strict=True)
    ]
    repetition = learnt(texts)
    assert [out_of_scope(text, "de", repetition) for text in texts] == [[]] * len(texts)
