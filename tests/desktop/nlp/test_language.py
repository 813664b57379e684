import unicodedata

import pytest

from desktop.nlp.language import identify

SAMPLES = {
    "de": [
        "Der Präsident sagte, dass die Verhandlungen noch nicht beendet sind.",
        "Die Regierung will mit den Nachbarn über eine Lösung sprechen.",
        "Nach dem Gipfel wurde bekannt, dass die Preise weiter steigen.",
        "Er war bei der Zeremonie nicht dabei, aber sein Sprecher kam.",
        "Für die Stadt ist das ein großer Erfolg, wie der Bürgermeister erklärte.",
        "Viele Menschen haben sich am Abend vor dem Rathaus versammelt.",
    ],
    "en": [
        "The president said that the talks had not yet come to an end.",
        "Police are looking for a man who was seen near the station.",
        "It is the first time that both leaders have met in public.",
        "The company will close two of its factories by the end of the year.",
        "Critics argue that the law would make it harder to vote.",
        "After the match the coach was happy with what he had seen.",
    ],
    "fr": [
        "Le président a déclaré que les négociations ne sont pas terminées.",
        "La police recherche un homme qui a été vu près de la gare.",
        "Selon le ministre, cette décision est une erreur pour le pays.",
        "Les deux équipes se sont rencontrées dans la capitale hier soir.",
        "Il a été élu à la tête du parti avec une large majorité.",
        "Plus de cent personnes ont participé à la manifestation.",
    ],
    "es": [
        "El presidente dijo que las negociaciones no han terminado todavía.",
        "La policía busca a un hombre que fue visto cerca de la estación.",
        "Según el ministro, la decisión es un error para el país.",
        "Los dos equipos se enfrentaron en la capital hasta la medianoche.",
        "Su hermano fue elegido con una amplia mayoría de los votos.",
        "Las autoridades han pedido a los ciudadanos que se queden en casa.",
    ],
    "pt": [
        "O presidente disse que as negociações ainda não terminaram.",
        "A polícia procura um homem que foi visto perto da estação.",
        "Segundo o ministro, a decisão é um erro para o país.",
        "As duas equipas encontraram-se na capital até à meia-noite.",
        "Ele foi eleito com uma larga maioria dos votos.",
        "O governo não quer falar sobre os números do ano passado.",
    ],
    "it": [
        "Il presidente ha detto che le trattative non sono ancora finite.",
        "La polizia cerca un uomo che è stato visto vicino alla stazione.",
        "Secondo il ministro, questa decisione è un errore per il paese.",
        "Le due squadre si sono incontrate nella capitale ieri sera.",
        "Dopo la riunione il portavoce non ha voluto rispondere alle domande.",
        "Gli abitanti della città chiedono più aiuti dal governo.",
    ],
    "nl": [
        "De president zei dat de onderhandelingen nog niet zijn afgelopen.",
        "De politie zoekt een man die bij het station werd gezien.",
        "Volgens de minister is het besluit een fout voor het land.",
        "Het bedrijf heeft vorig jaar meer winst gemaakt dan verwacht.",
        "Zij wordt de eerste vrouw die deze functie zal bekleden.",
        "Ook in andere steden gingen mensen de straat op.",
    ],
    "da": [
        "Præsidenten sagde, at forhandlingerne endnu ikke er afsluttet.",
        "Politiet leder efter en mand, der blev set ved stationen.",
        "Ifølge ministeren er beslutningen en fejl for landet.",
        "Det er første gang, at de to ledere har mødt hinanden.",
        "Efter mødet ville hun ikke svare på spørgsmål fra pressen.",
        "Mange mennesker havde samlet sig foran rådhuset.",
    ],
    "sv": [
        "Presidenten sade att förhandlingarna ännu inte är avslutade.",
        "Polisen söker en man som har setts vid stationen.",
        "Enligt ministern är beslutet ett misstag för landet.",
        "Det är första gången som de två ledarna har träffats.",
        "Efter mötet ville hon inte svara på frågor från pressen.",
        "Många människor hade samlats på torget när talet började.",
    ],
    "pl": [
        "Prezydent powiedział, że rozmowy jeszcze się nie zakończyły.",
        "Policja szuka mężczyzny, który był widziany w pobliżu dworca.",
        "Zdaniem ministra ta decyzja jest błędem dla kraju.",
        "To nie jest pierwszy raz, gdy przywódcy spotkali się ze sobą.",
        "Po spotkaniu nie chciała odpowiedzieć na pytania.",
        "Wielu ludzi zebrało się przed ratuszem już od rana.",
    ],
    "tr": [
        "Cumhurbaşkanı görüşmelerin henüz bitmediğini söyledi.",
        "Polis, istasyonun yakınında görülen bir adamı arıyor.",
        "Bakana göre bu karar ülke için büyük bir hata.",
        "İki lider ilk kez bir araya geldi ve daha sonra konuştu.",
        "Toplantıdan sonra sorulara cevap vermek istemedi.",
        "Belediye binasının önünde çok sayıda insan toplandı.",
    ],
    "id": [
        "Presiden mengatakan bahwa perundingan itu belum selesai.",
        "Polisi mencari seorang pria yang terlihat di dekat stasiun.",
        "Menurut menteri, keputusan itu bisa merugikan warga kota.",
        "Kedua pemimpin bertemu untuk pertama kalinya pada Jumat.",
        "Usai rapat, juru bicara tidak mau menjawab karena lelah.",
        "Pemerintah akan membangun kantor baru di provinsi ini.",
    ],
    "ms": [
        "Presiden berkata bahawa rundingan itu masih belum selesai.",
        "Polis mencari seorang lelaki yang dilihat berhampiran stesen.",
        "Beliau berkata keputusan itu akan merugikan kerajaan.",
        "Kedua-dua pemimpin bertemu buat kali pertama pada hari Jumaat.",
        "Selepas mesyuarat, jurucakap tidak mahu menjawab kerana penat.",
        "Kerajaan akan membina pejabat baharu, manakala jabatan lama ditutup.",
    ],
    "vi": [
        "Tổng thống nói rằng cuộc đàm phán vẫn chưa kết thúc.",
        "Cảnh sát đang tìm một người đàn ông được nhìn thấy gần nhà ga.",
        "Theo bộ trưởng, quyết định này là một sai lầm cho đất nước.",
        "Đây là lần đầu tiên hai nhà lãnh đạo gặp nhau.",
        "Sau cuộc họp, bà không muốn trả lời câu hỏi của báo chí.",
        "Nhiều người đã tập trung trước tòa thị chính từ sáng.",
    ],
}

OTHER_SCRIPTS = {
    "ja": "大統領は交渉がまだ終わっていないと述べた。",
    "ko": "대통령은 협상이 아직 끝나지 않았다고 말했다.",
    "zh-Hans": "总统说谈判还没有结束，这对国家来说是个问题。",
    "zh-Hant": "總統說談判還沒有結束，這對國家來說是個問題。",
    "th": "ประธานาธิบดีกล่าวว่าการเจรจายังไม่สิ้นสุด",
    "ar": "قال الرئيس إن المفاوضات لم تنته بعد وإن الحوار مستمر.",
    "fa": "رئیس‌جمهور گفت که گفتگوها هنوز پایان نیافته است.",
    "he": "הנשיא אמר שהשיחות עדיין לא הסתיימו.",
    "el": "Ο πρόεδρος είπε ότι οι συνομιλίες δεν έχουν τελειώσει.",
    "ru": "Президент сказал, что переговоры ещё не закончились, но мы ждём.",
    "uk": "Президент сказав, що переговори ще не закінчилися, але її чекають.",
}

ALL = [(language, text) for language, texts in SAMPLES.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), [*ALL, *OTHER_SCRIPTS.items()])
def test_a_sentence_is_recognised(language: str, text: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize("language", SAMPLES)
def test_an_article_is_recognised_in_any_normal_form(language: str) -> None:
    assert identify(unicodedata.normalize("NFD", " ".join(SAMPLES[language]))) == language


@pytest.mark.parametrize(
    "text", ["", "Pashinyan", "Nikol Pashinyan, Wladimir Putin", "12.05.2024 – 14:30", "🎉🎉", "普京"]
)
def test_too_little_is_not_guessed(text: str) -> None:
    assert identify(text) is None


def test_a_quotation_does_not_change_the_language() -> None:
    assert identify(" ".join([*SAMPLES["de"], SAMPLES["en"][0]])) == "de"


def test_kanji_with_a_little_kana_is_japanese() -> None:
    assert identify("露大統領、首脳会談で合意文書に署名へ 両国関係改善を強調した") == "ja"


def test_the_seed_article_is_german(seed_text: str) -> None:
    assert identify(seed_text) == "de"
