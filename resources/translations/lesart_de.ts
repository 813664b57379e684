<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lesart</source>
        <translation>Über Lesart</translation>
    </message>
    <message>
        <source>Lesart {version}: annotate news, entities and stances.</source>
        <translation>Lesart {version}: Nachrichten, Entitäten und Haltungen annotieren.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Stands on Python {python}, Qt {qt} (LGPL), spaCy, SQLModel and SQLite.</source>
        <translation>Beruht auf Python {python}, Qt {qt} (LGPL), spaCy, SQLModel und SQLite.</translation>
    </message>
    <message>
        <source>Licences …</source>
        <translation>Lizenzen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Later versions, in the browser</source>
        <translation>Spätere Versionen, im Browser</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Next undecided suggestion</source>
        <translation>Nächster offener Vorschlag</translation>
    </message>
    <message>
        <source>Previous undecided suggestion</source>
        <translation>Voriger offener Vorschlag</translation>
    </message>
    <message>
        <source>One word to the left</source>
        <translation>Ein Wort nach links</translation>
    </message>
    <message>
        <source>One word to the right</source>
        <translation>Ein Wort nach rechts</translation>
    </message>
    <message>
        <source>One line up</source>
        <translation>Eine Zeile nach oben</translation>
    </message>
    <message>
        <source>One line down</source>
        <translation>Eine Zeile nach unten</translation>
    </message>
    <message>
        <source>One character to the left</source>
        <translation>Ein Zeichen nach links</translation>
    </message>
    <message>
        <source>One character to the right</source>
        <translation>Ein Zeichen nach rechts</translation>
    </message>
    <message>
        <source>One paragraph up</source>
        <translation>Ein Absatz nach oben</translation>
    </message>
    <message>
        <source>One paragraph down</source>
        <translation>Ein Absatz nach unten</translation>
    </message>
    <message>
        <source>Start of the line</source>
        <translation>Anfang der Zeile</translation>
    </message>
    <message>
        <source>End of the line</source>
        <translation>Ende der Zeile</translation>
    </message>
    <message>
        <source>Start of the article</source>
        <translation>Anfang des Artikels</translation>
    </message>
    <message>
        <source>End of the article</source>
        <translation>Ende des Artikels</translation>
    </message>
    <message>
        <source>Next span of your own</source>
        <translation>Nächste eigene Spanne</translation>
    </message>
    <message>
        <source>Previous span of your own</source>
        <translation>Vorige eigene Spanne</translation>
    </message>
    <message>
        <source>Least sure suggestion, then the next</source>
        <translation>Unsicherster Vorschlag, dann der nächste</translation>
    </message>
    <message>
        <source>Surest suggestion, then the one before</source>
        <translation>Sicherster Vorschlag, dann der davor</translation>
    </message>
    <message>
        <source>Next span marked as unsure</source>
        <translation>Nächste als unsicher markierte Spanne</translation>
    </message>
    <message>
        <source>Previous span marked as unsure</source>
        <translation>Vorige als unsicher markierte Spanne</translation>
    </message>
    <message>
        <source>Outer or inner span at this place</source>
        <translation>Äußere oder innere Spanne an dieser Stelle</translation>
    </message>
    <message>
        <source>Jump to a span by its letters</source>
        <translation>Zu einer Spanne springen, nach ihren Buchstaben</translation>
    </message>
    <message>
        <source>Jump to a name without a span</source>
        <translation>Zu einem Namen ohne Spanne springen</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Nach unten blättern</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Nach oben blättern</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Select a word to the left</source>
        <translation>Ein Wort nach links auswählen</translation>
    </message>
    <message>
        <source>Select a word to the right</source>
        <translation>Ein Wort nach rechts auswählen</translation>
    </message>
    <message>
        <source>Select a line up</source>
        <translation>Eine Zeile nach oben auswählen</translation>
    </message>
    <message>
        <source>Select a line down</source>
        <translation>Eine Zeile nach unten auswählen</translation>
    </message>
    <message>
        <source>Select a character to the left</source>
        <translation>Ein Zeichen nach links auswählen</translation>
    </message>
    <message>
        <source>Select a character to the right</source>
        <translation>Ein Zeichen nach rechts auswählen</translation>
    </message>
    <message>
        <source>Select to the line&apos;s start</source>
        <translation>Bis zum Zeilenanfang auswählen</translation>
    </message>
    <message>
        <source>Select to the line&apos;s end</source>
        <translation>Bis zum Zeilenende auswählen</translation>
    </message>
    <message>
        <source>Select to the article&apos;s start</source>
        <translation>Bis zum Artikelanfang auswählen</translation>
    </message>
    <message>
        <source>Select to the article&apos;s end</source>
        <translation>Bis zum Artikelende auswählen</translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation>Den ganzen Text auswählen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>Annehmen und weiter</translation>
    </message>
    <message>
        <source>Not this: reject or delete</source>
        <translation>Das nicht: ablehnen oder löschen</translation>
    </message>
    <message>
        <source>Move the beginning, then ← →</source>
        <translation>Den Beginn verschieben, dann ← →</translation>
    </message>
    <message>
        <source>Move the end, then ← →</source>
        <translation>Das Ende verschieben, dann ← →</translation>
    </message>
    <message>
        <source>Other reading of the suggestion</source>
        <translation>Andere Lesart des Vorschlags</translation>
    </message>
    <message>
        <source>Next name that was nearly suggested</source>
        <translation>Nächster beinahe vorgeschlagener Name</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Yes to what the label asks</source>
        <translation>Ja zu dem, was das Label fragt</translation>
    </message>
    <message>
        <source>Hide this label of this model</source>
        <translation>Dieses Label dieses Modells ausblenden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Question to the lead</source>
        <translation>Frage an die Leitung</translation>
    </message>
    <message>
        <source>Label with this key</source>
        <translation>Label mit dieser Taste</translation>
    </message>
    <message>
        <source>Label by name</source>
        <translation>Label nach Namen</translation>
    </message>
    <message>
        <source>Mention without a label</source>
        <translation>Erwähnung ohne Label</translation>
    </message>
    <message>
        <source>Select the phrase at the caret, then wider</source>
        <translation>Wortgruppe an der Schreibmarke auswählen, dann mehr</translation>
    </message>
    <message>
        <source>Link to an actor</source>
        <translation>Mit einem Akteur verknüpfen</translation>
    </message>
    <message>
        <source>Label all occurrences</source>
        <translation>Alle Vorkommen labeln</translation>
    </message>
    <message>
        <source>Stance in favour by the span in hand</source>
        <translation>Die Spanne in der Hand ist dafür</translation>
    </message>
    <message>
        <source>Stance against by the span in hand</source>
        <translation>Die Spanne in der Hand ist dagegen</translation>
    </message>
    <message>
        <source>Neutral stance by the span in hand</source>
        <translation>Die Spanne in der Hand ist neutral</translation>
    </message>
    <message>
        <source>Holder: the selection, or from the list</source>
        <translation>Träger: die Auswahl, oder aus der Liste</translation>
    </message>
    <message>
        <source>Topic with this key</source>
        <translation>Thema mit dieser Taste</translation>
    </message>
    <message>
        <source>Target: the selection, or by name</source>
        <translation>Ziel: die Auswahl, oder mit Namen</translation>
    </message>
    <message>
        <source>Same target as last time</source>
        <translation>Dasselbe Ziel wie zuletzt</translation>
    </message>
    <message>
        <source>Next span that could be the target</source>
        <translation>Nächste Spanne, die das Ziel sein kann</translation>
    </message>
    <message>
        <source>Previous span that could be the target</source>
        <translation>Vorige Spanne, die das Ziel sein kann</translation>
    </message>
    <message>
        <source>The span in hand is the target</source>
        <translation>Die Spanne in der Hand ist das Ziel</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Vorgeschlagenes nehmen</translation>
    </message>
    <message>
        <source>Delete the stance</source>
        <translation>Haltung löschen</translation>
    </message>
    <message>
        <source>The selection is the evidence</source>
        <translation>Die Auswahl ist der Beleg</translation>
    </message>
    <message>
        <source>The selection is the cue</source>
        <translation>Die Auswahl ist das Signalwort</translation>
    </message>
    <message>
        <source>Implicit or explicit</source>
        <translation>Implizit oder explizit</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Form: verbal, act, emotion, inferred</source>
        <translation>Form: Äußerung, Handlung, Gefühl, erschlossen</translation>
    </message>
    <message>
        <source>Attribution: author, quote</source>
        <translation>Zuschreibung: Autor, Zitat</translation>
    </message>
    <message>
        <source>Reverse the direction</source>
        <translation>Richtung umkehren</translation>
    </message>
    <message>
        <source>Unsure about the stance</source>
        <translation>Bei der Haltung unsicher</translation>
    </message>
    <message>
        <source>Looked again: a topic was reworded</source>
        <translation>Noch einmal angesehen: Ein Thema wurde umformuliert</translation>
    </message>
    <message>
        <source>Done and next article</source>
        <translation>Fertig und nächster Artikel</translation>
    </message>
    <message>
        <source>Flag this article, or take the flag off</source>
        <translation>Diesen Artikel markieren oder die Markierung entfernen</translation>
    </message>
    <message>
        <source>Exclude this article …</source>
        <translation>Diesen Artikel ausschließen …</translation>
    </message>
    <message>
        <source>Reopen this article</source>
        <translation>Diesen Artikel wieder öffnen</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>New project …</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Sample corpus</source>
        <translation>Beispielkorpus</translation>
    </message>
    <message>
        <source>Import articles …</source>
        <translation>Artikel importieren …</translation>
    </message>
    <message>
        <source>Take back an import …</source>
        <translation>Einen Import zurücknehmen …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Suggest in all articles</source>
        <translation>In allen Artikeln vorschlagen</translation>
    </message>
    <message>
        <source>Look for reprints</source>
        <translation>Nachdrucke suchen</translation>
    </message>
    <message>
        <source>Train a model …</source>
        <translation>Modell trainieren …</translation>
    </message>
    <message>
        <source>Evaluate a model …</source>
        <translation>Modell auswerten …</translation>
    </message>
    <message>
        <source>Labels …</source>
        <translation>Labels …</translation>
    </message>
    <message>
        <source>Actors …</source>
        <translation>Akteure …</translation>
    </message>
    <message>
        <source>Agreement …</source>
        <translation>Übereinstimmung …</translation>
    </message>
    <message>
        <source>My effort …</source>
        <translation>Mein Aufwand …</translation>
    </message>
    <message>
        <source>Topics …</source>
        <translation>Themen …</translation>
    </message>
    <message>
        <source>Positions: matrix and network …</source>
        <translation>Positionen: Matrix und Netzwerk …</translation>
    </message>
    <message>
        <source>Project settings …</source>
        <translation>Projekteinstellungen …</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts weitersuchen</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Articles wider</source>
        <translation>Artikelliste breiter</translation>
    </message>
    <message>
        <source>Articles narrower</source>
        <translation>Artikelliste schmaler</translation>
    </message>
    <message>
        <source>Entities and stances wider</source>
        <translation>Entitäten und Haltungen breiter</translation>
    </message>
    <message>
        <source>Entities and stances narrower</source>
        <translation>Entitäten und Haltungen schmaler</translation>
    </message>
    <message>
        <source>Part with the focus higher</source>
        <translation>Abschnitt mit dem Fokus höher</translation>
    </message>
    <message>
        <source>Part with the focus lower</source>
        <translation>Abschnitt mit dem Fokus niedriger</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>Menü zu dem, was den Fokus hat</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Entities and stances</source>
        <translation>Entitäten und Haltungen</translation>
    </message>
    <message>
        <source>Rejected suggestions</source>
        <translation>Abgelehnte Vorschläge</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Show the log file</source>
        <translation>Protokolldatei zeigen</translation>
    </message>
    <message>
        <source>About Lesart</source>
        <translation>Über Lesart</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Label: {name} ({code})</source>
        <translation>Label: {name} ({code})</translation>
    </message>
</context>
<context>
    <name>ActorDialog</name>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>New actor</source>
        <translation>Neuer Akteur</translation>
    </message>
    <message>
        <source>state, party, person …</source>
        <translation>Staat, Partei, Person …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>Andere Namen, einer je Zeile</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add actor</source>
        <translation>Akteur anlegen</translation>
    </message>
</context>
<context>
    <name>Agreeing</name>
    <message>
        <source>Wait for the work under way to end, or cancel it.</source>
        <translation>Warten Sie, bis die laufende Arbeit endet, oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>undefined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>only one marked it</source>
        <translation>nur von einer Seite markiert</translation>
    </message>
    <message>
        <source>other range</source>
        <translation>andere Grenzen</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>anderes Label</translation>
    </message>
    <message>
        <source>stance of one only</source>
        <translation>Haltung nur auf einer Seite</translation>
    </message>
    <message>
        <source>stance with another label</source>
        <translation>Haltung mit anderem Label</translation>
    </message>
    <message>
        <source>other evidence</source>
        <translation>anderer Beleg</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Readers to compare</source>
        <translation>Zu vergleichende Lesende</translation>
    </message>
    <message>
        <source>Count articles in progress, too</source>
        <translation>Auch begonnene Artikel mitzählen</translation>
    </message>
    <message>
        <source>No two readers have finished the same article yet</source>
        <translation>Noch keine zwei Lesenden haben denselben Artikel abgeschlossen</translation>
    </message>
    <message>
        <source>Finish articles that somebody else (or a model) has read, or count those in progress.</source>
        <translation>Artikel abschließen, die auch jemand anderes (oder ein Modell) gelesen hat, oder begonnene mitzählen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Labels of the same stances</source>
        <translation>Label derselben Haltungen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>A click on a number lists these stances, a click on a difference shows its text.</source>
        <translation>Ein Klick auf eine Zahl führt diese Haltungen auf, ein Klick auf einen Unterschied zeigt die Stelle im Text.</translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>%n Lesende/r</numerusform>
            <numerusform>%n Lesende</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) that at least two of them have read</source>
        <translation>
            <numerusform>%Ln Artikel, den mindestens zwei gelesen haben</numerusform>
            <numerusform>%Ln Artikel, die mindestens zwei gelesen haben</numerusform>
        </translation>
    </message>
    <message>
        <source>All readers</source>
        <translation>Alle Lesenden</translation>
    </message>
    <message>
        <source>{reader} says {aided} of the suggestions on screen, {unaided} of those kept back.</source>
        <translation>{reader} sagt {aided} der gezeigten Vorschläge selbst, {unaided} der zurückgehaltenen.</translation>
    </message>
    <message>
        <source>{reader} seems to accept unread: {aided} on screen, {unaided} of those kept back.</source>
        <translation>{reader} übernimmt anscheinend ungelesen: {aided} der gezeigten Vorschläge, {unaided} der zurückgehaltenen.</translation>
    </message>
    <message>
        <source>Entities, F1</source>
        <translation>Entitäten, F1</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>streng</translation>
    </message>
    <message>
        <source>same range</source>
        <translation>gleiche Grenzen</translation>
    </message>
    <message>
        <source>overlapping</source>
        <translation>überlappend</translation>
    </message>
    <message>
        <source>same label</source>
        <translation>gleiches Label</translation>
    </message>
    <message>
        <source>Stances</source>
        <translation>Haltungen</translation>
    </message>
    <message>
        <source>found by both, F1</source>
        <translation>von beiden gefunden, F1</translation>
    </message>
    <message>
        <source>label, kappa</source>
        <translation>Label, Kappa</translation>
    </message>
    <message>
        <source>label, linear kappa</source>
        <translation>Label, lineares Kappa</translation>
    </message>
    <message>
        <source>evidence, F1</source>
        <translation>Beleg, F1</translation>
    </message>
    <message>
        <source>entities, u-alpha</source>
        <translation>Entitäten, u-Alpha</translation>
    </message>
    <message>
        <source>stances found, alpha</source>
        <translation>gefundene Haltungen, Alpha</translation>
    </message>
    <message>
        <source>label, alpha nominal</source>
        <translation>Label, Alpha nominal</translation>
    </message>
    <message>
        <source>label, alpha ordinal</source>
        <translation>Label, Alpha ordinal</translation>
    </message>
</context>
<context>
    <name>AnswersLabel</name>
    <message>
        <source>Take what is proposed</source>
        <translation>Vorgeschlagenes nehmen</translation>
    </message>
    <message>
        <source>Mark words by letters</source>
        <translation>Wörter über Buchstaben markieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Proposed: {value}</source>
        <translation>Vorgeschlagen: {value}</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message>
        <source>Exclude this article</source>
        <translation>Diesen Artikel ausschließen</translation>
    </message>
    <message>
        <source>Flag this article</source>
        <translation>Diesen Artikel markieren</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>{row} of {count}</source>
        <translation>{row} von {count}</translation>
    </message>
    <message>
        <source>Take the flag off</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Include again</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Excluded: {reason}</source>
        <translation>Ausgeschlossen: {reason}</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done ✓</source>
        <translation>Fertig ✓</translation>
    </message>
    <message>
        <source>Done, and on to the next article</source>
        <translation>Fertig, und weiter zum nächsten Artikel</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>mention</source>
        <translation>Erwähnung</translation>
    </message>
    <message>
        <source>selected: {text}</source>
        <translation>ausgewählt: {text}</translation>
    </message>
    <message>
        <source>beginning: {text}</source>
        <translation>Beginn: {text}</translation>
    </message>
    <message>
        <source>end: {text}</source>
        <translation>Ende: {text}</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>suggested evidence: {words}</source>
        <translation>vorgeschlagener Beleg: {words}</translation>
    </message>
    <message>
        <source>jump to: {places}</source>
        <translation>springen zu: {places}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>decided so in this article ({count}×)</source>
        <translation>in diesem Artikel so entschieden ({count}×)</translation>
    </message>
    <message>
        <source>confirmed {count}× before</source>
        <translation>schon {count}× bestätigt</translation>
    </message>
    <message>
        <source>last in “{title}”</source>
        <translation>zuletzt in „{title}“</translation>
    </message>
    <message>
        <source>{count}× decided otherwise</source>
        <translation>{count}× anders entschieden</translation>
    </message>
    <message>
        <source>kept back, because it was decided otherwise before</source>
        <translation>zurückgehalten, weil früher anders entschieden wurde</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>unspecified</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Träger</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Signalwort</translation>
    </message>
</context>
<context>
    <name>ArticlesView</name>
    <message>
        <source>The first articles</source>
        <translation>Die ersten Artikel</translation>
    </message>
    <message>
        <source>The first articles of the files are shown here.</source>
        <translation>Hier stehen die ersten Artikel der Dateien.</translation>
    </message>
    <message>
        <source>No article was found here.</source>
        <translation>Hier wurde kein Artikel gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>%Ln Spanne</numerusform>
            <numerusform>%Ln Spannen</numerusform>
        </translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>ohne Titel</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>Nothing is asked of this label.</source>
        <translation>Nach diesem Label wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Which is true?</source>
        <translation>Was trifft zu?</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Every action with its keys, in groups.</source>
        <translation>Jede Aktion mit ihren Tasten, in Gruppen.</translation>
    </message>
    <message>
        <source>Bare keys count only while the article has the focus, and act on the one thing in hand, which the strip names. Digits label a span; they name topics as long as the strip shows a stance. {back} goes one step back.</source>
        <translation>Einfache Tasten gelten nur, solange der Artikel den Fokus hat, und wirken auf das, was in der Hand ist; die Leiste unten nennt es. Ziffern labeln eine Spanne; solange die Leiste eine Haltung zeigt, nennen sie Themen. {back} geht einen Schritt zurück.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Labeln</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>{holder}, in the article as a whole</source>
        <translation>{holder}, im Artikel als Ganzem</translation>
    </message>
    <message>
        <source>Who takes the stance?</source>
        <translation>Wer nimmt die Haltung ein?</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Toward what?</source>
        <translation>Wozu?</translation>
    </message>
    <message>
        <source>New topic, proposed: {name}</source>
        <translation>Neues Thema, vorgeschlagen: {name}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Reported through whom?</source>
        <translation>Durch wen berichtet?</translation>
    </message>
    <message>
        <source>Which actor is „{surface}“?</source>
        <translation>Welcher Akteur ist „{surface}“?</translation>
    </message>
    <message>
        <source>New actor: {name}</source>
        <translation>Neuer Akteur: {name}</translation>
    </message>
    <message numerus="yes">
        <source>{actor}, here and in %n other place(s)</source>
        <translation>
            <numerusform>{actor}, hier und an %n anderen Stelle</numerusform>
            <numerusform>{actor}, hier und an %n anderen Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>no actor</source>
        <translation>kein Akteur</translation>
    </message>
</context>
<context>
    <name>Chores</name>
    <message>
        <source>Importing</source>
        <translation>Importiere</translation>
    </message>
    <message>
        <source>The export waits.</source>
        <translation>Der Export wartet.</translation>
    </message>
    <message>
        <source>Back to the export</source>
        <translation>Zurück zum Export</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportiere</translation>
    </message>
    <message>
        <source>Export them all the same</source>
        <translation>Trotzdem exportieren</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) read.</source>
        <translation>
            <numerusform>%Ln Artikel gelesen.</numerusform>
            <numerusform>%Ln Artikel gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) could not be read.</source>
        <translation>
            <numerusform>%Ln Artikel war nicht lesbar.</numerusform>
            <numerusform>%Ln Artikel waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait for the work under way to end, or cancel it.</source>
        <translation>Warten Sie, bis die laufende Arbeit endet, oder brechen Sie sie ab.</translation>
    </message>
</context>
<context>
    <name>CodebookDialog</name>
    <message>
        <source>Labels, topics and actors</source>
        <translation>Labels, Themen und Akteure</translation>
    </message>
    <message>
        <source>The digit gives the label in the article. A retired label stays on what has it; merging moves people&apos;s spans to the other label. Each step can be undone.</source>
        <translation>Die Ziffer vergibt das Label im Artikel. Ein stillgelegtes Label bleibt, wo es steht; beim Zusammenführen gehen die Spannen der Menschen zum anderen Label über. Jeder Schritt lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>A topic is what a stance is toward: an issue, a claim or an actor. The digit chooses it while a stance is half made. A retired topic stays on what was coded with it.</source>
        <translation>Ein Thema ist das, wozu eine Haltung eingenommen wird: eine Streitfrage, eine Behauptung oder ein Akteur. Die Ziffer wählt es, solange eine Haltung halb fertig ist. Ein stillgelegtes Thema bleibt an dem, was damit kodiert wurde.</translation>
    </message>
    <message>
        <source>Persons, organisations and states that spans, holders and targets point to, whatever they are called in the text.</source>
        <translation>Personen, Organisationen und Staaten, auf die Spannen, Träger und Ziele zeigen, wie immer sie im Text heißen.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Akteure</translation>
    </message>
    <message>
        <source>No actors yet</source>
        <translation>Noch keine Akteure</translation>
    </message>
    <message>
        <source>Add one here, or link a span in the article: what it is called there comes along.</source>
        <translation>Hier einen hinzufügen oder im Artikel eine Spanne verknüpfen: Wie er dort heißt, kommt mit.</translation>
    </message>
    <message>
        <source>No topics yet</source>
        <translation>Noch keine Themen</translation>
    </message>
    <message>
        <source>Add what stances are toward: an issue, a claim or an actor.</source>
        <translation>Hinzufügen, worauf sich Haltungen richten: eine Streitfrage, eine Behauptung oder ein Akteur.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>CodebookEditor</name>
    <message>
        <source>{name} becomes …</source>
        <translation>Aus {name} wird …</translation>
    </message>
</context>
<context>
    <name>ColumnsTable</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Erste Werte</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What the column {column} becomes</source>
        <translation>Wozu die Spalte {column} wird</translation>
    </message>
</context>
<context>
    <name>CommentRow</name>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Delete the comment</source>
        <translation>Kommentar löschen</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>Neuer Kommentar</translation>
    </message>
    <message>
        <source>Question on {about}</source>
        <translation>Frage zu {about}</translation>
    </message>
    <message>
        <source>Question on the article</source>
        <translation>Frage zum Artikel</translation>
    </message>
    <message>
        <source>Note on {about}</source>
        <translation>Notiz zu {about}</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>Notiz zum Artikel</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare two prints</source>
        <translation>Zwei Abdrucke vergleichen</translation>
    </message>
    <message>
        <source>Words on a coloured ground stand in only one of the two.</source>
        <translation>Farbig unterlegte Wörter stehen nur in einem der beiden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open the other one</source>
        <translation>Den anderen öffnen</translation>
    </message>
    <message>
        <source>These are not the same story</source>
        <translation>Das ist nicht dieselbe Geschichte</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Everything that the strip showed as saved is on disk. The report below holds no article text; the log file is {log}.</source>
        <translation>Alles, was die Leiste als gespeichert gezeigt hat, ist auf der Festplatte. Der Bericht unten enthält keinen Artikeltext; die Protokolldatei ist {log}.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>F1 of each round</source>
        <translation>F1 jeder Runde</translation>
    </message>
    <message>
        <source>Now: F1 {value}</source>
        <translation>Jetzt: F1 {value}</translation>
    </message>
    <message>
        <source>Best round: F1 {value}</source>
        <translation>Beste Runde: F1 {value}</translation>
    </message>
    <message>
        <source>How well each round does will be drawn here.</source>
        <translation>Hier erscheint, wie gut jede Runde ist.</translation>
    </message>
    <message>
        <source>F1 in %</source>
        <translation>F1 in %</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>as it is: {value}</source>
        <translation>bisher: {value}</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>Days of publication</source>
        <translation>Tage der Veröffentlichung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Sorted like this, the first articles are no random sample: what is counted on them holds for them alone.</source>
        <translation>So sortiert sind die ersten Artikel keine Zufallsstichprobe: Was an ihnen gezählt wird, gilt nur für sie.</translation>
    </message>
    <message>
        <source>All articles of this list are done.</source>
        <translation>Alle Artikel dieser Liste sind fertig.</translation>
    </message>
    <message>
        <source>This is the last article of the list.</source>
        <translation>Das ist der letzte Artikel der Liste.</translation>
    </message>
    <message>
        <source>This is the first article of the list.</source>
        <translation>Das ist der erste Artikel der Liste.</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>found as</source>
        <translation>gefunden als</translation>
    </message>
    <message>
        <source>true</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>(the whole article)</source>
        <translation>(der ganze Artikel)</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>zu viel</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
</context>
<context>
    <name>Dividers</name>
    <message>
        <source>Go to a part of the right panel first.</source>
        <translation>Dazu zuerst in einen Abschnitt rechts gehen.</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>What was read before keeps its suggestions until the new model reads it.</source>
        <translation>Was schon gelesen ist, behält seine Vorschläge, bis das neue Modell es liest.</translation>
    </message>
    <message>
        <source>Read all articles</source>
        <translation>Alle Artikel lesen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Lesart projects (*.lesart)</source>
        <translation>Lesart-Projekte (*.lesart)</translation>
    </message>
    <message>
        <source>Sample corpus</source>
        <translation>Beispielkorpus</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>{name} wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
</context>
<context>
    <name>Effort</name>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Suggestion accepted</source>
        <translation>Vorschlag angenommen</translation>
    </message>
    <message>
        <source>Label changed</source>
        <translation>Label geändert</translation>
    </message>
    <message>
        <source>Edge moved</source>
        <translation>Grenze verschoben</translation>
    </message>
    <message>
        <source>Marked by hand</source>
        <translation>Von Hand markiert</translation>
    </message>
    <message>
        <source>Suggestion refused</source>
        <translation>Vorschlag abgelehnt</translation>
    </message>
    <message>
        <source>Mark deleted</source>
        <translation>Markierung gelöscht</translation>
    </message>
    <message>
        <source>Seen, unchanged</source>
        <translation>Gesehen, unverändert</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Read, nothing decided</source>
        <translation>Gelesen, nichts entschieden</translation>
    </message>
</context>
<context>
    <name>EffortDialog</name>
    <message>
        <source>My effort</source>
        <translation>Mein Aufwand</translation>
    </message>
    <message>
        <source>Measured so far in this project</source>
        <translation>Bisher in diesem Projekt gemessen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Nothing is measured.</source>
        <translation>Nichts wird gemessen.</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>Nur für mich</translation>
    </message>
    <message>
        <source>Only you see it: it stays on this machine, and no export takes it along.</source>
        <translation>Das sehen nur Sie: Es bleibt auf diesem Rechner, und kein Export nimmt es mit.</translation>
    </message>
    <message>
        <source>Shared with the project</source>
        <translation>Mit dem Projekt geteilt</translation>
    </message>
    <message>
        <source>Whoever gets your exports sees it: a table beside each, without times of day.</source>
        <translation>Das sieht, wer Ihre Exporte bekommt: eine Tabelle neben jedem, ohne Uhrzeiten.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Actions each</source>
        <translation>Handgriffe je</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Sekunden je</translation>
    </message>
    <message>
        <source>Save as a table …</source>
        <translation>Als Tabelle speichern …</translation>
    </message>
    <message>
        <source>Delete what was measured</source>
        <translation>Gemessenes löschen</translation>
    </message>
    <message>
        <source>without suggestions: {articles}, half of them in {time} or less</source>
        <translation>ohne Vorschläge: {articles}, die Hälfte davon in höchstens {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}, half of them in {time} or less</source>
        <translation>{articles}, die Hälfte davon in höchstens {time}</translation>
    </message>
</context>
<context>
    <name>EffortKeeper</name>
    <message>
        <source>Save as a table</source>
        <translation>Als Tabelle speichern</translation>
    </message>
</context>
<context>
    <name>EntitiesPanel</name>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>Nothing is marked here yet: select a name and press the digit of its label.</source>
        <translation>Hier ist noch nichts markiert: einen Namen auswählen und die Ziffer seines Labels drücken.</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestion(s)</source>
        <translation>
            <numerusform>%n Vorschlag annehmen</numerusform>
            <numerusform>%n Vorschläge annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestion(s)</source>
        <translation>
            <numerusform>%n Vorschlag ablehnen</numerusform>
            <numerusform>%n Vorschläge ablehnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide “{label}” of {model}</source>
        <translation>„{label}“ von {model} ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n of your own</source>
        <translation>
            <numerusform>%n eigene löschen</numerusform>
            <numerusform>%n eigene löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message numerus="yes">
        <source>%n decided</source>
        <translation>
            <numerusform>%n entschieden</numerusform>
            <numerusform>%n entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>%n vorgeschlagen</numerusform>
            <numerusform>%n vorgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntriesPage</name>
    <message>
        <source>Add …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <translation>Zusammenführen mit …</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Search this list</source>
        <translation>Diese Liste durchsuchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No entry holds these words.</source>
        <translation>Kein Eintrag enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>Wieder anbieten</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
</context>
<context>
    <name>Evaluating</name>
    <message>
        <source>Wait for the work under way to end, or cancel it.</source>
        <translation>Erst die laufende Arbeit beenden lassen oder abbrechen.</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswerten</translation>
    </message>
</context>
<context>
    <name>EvaluationDialog</name>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Who is judged</source>
        <translation>Wer beurteilt wird</translation>
    </message>
    <message>
        <source>By whose readings</source>
        <translation>Nach wessen Annotationen</translation>
    </message>
    <message>
        <source>Count articles in progress, too</source>
        <translation>Auch begonnene Artikel mitzählen</translation>
    </message>
    <message>
        <source>Whether {model} has learnt from articles that count is not known: its folder does not say, or is not here.</source>
        <translation>Ob {model} aus gezählten Artikeln gelernt hat, ist nicht bekannt: Sein Ordner sagt es nicht oder liegt nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>They have no article in common yet</source>
        <translation>Sie haben noch keinen Artikel gemeinsam</translation>
    </message>
    <message>
        <source>Finish an article that has suggestions, or count those in progress.</source>
        <translation>Einen Artikel mit Vorschlägen fertigstellen oder begonnene mitzählen.</translation>
    </message>
    <message>
        <source>Found as, and true</source>
        <translation>Gefunden als, und richtig</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) that both have read</source>
        <translation>
            <numerusform>%Ln Artikel, den beide gelesen haben</numerusform>
            <numerusform>%Ln Artikel, die beide gelesen haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{counted} of %Ln article(s) that both have read</source>
        <translation>
            <numerusform>{counted} von %Ln Artikel, den beide gelesen haben</numerusform>
            <numerusform>{counted} von %Ln Artikeln, die beide gelesen haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>without {labels}, which the project does not suggest</source>
        <translation>ohne {labels}, was das Projekt nicht vorschlägt</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln article(s) that {model} has learnt from, or from nearly the same.</source>
        <translation>
            <numerusform>%Ln Artikel zählt nicht: Aus ihm oder einem fast gleichen hat {model} gelernt.</numerusform>
            <numerusform>%Ln Artikel zählen nicht: Aus ihnen oder fast gleichen hat {model} gelernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{model} has learnt from each article that both have read</source>
        <translation>{model} hat aus jedem Artikel gelernt, den beide gelesen haben</translation>
    </message>
    <message>
        <source>Finish further articles: they count as soon as the model has read them.</source>
        <translation>Weitere Artikel fertigstellen: Sie zählen, sobald auch das Modell sie gelesen hat.</translation>
    </message>
    <message>
        <source>judged by</source>
        <translation>beurteilt nach</translation>
    </message>
    <message>
        <source>Found as (down), true (across)</source>
        <translation>Gefunden als (senkrecht), richtig (waagerecht)</translation>
    </message>
    <message>
        <source>A click on a number lists these errors, a click on an error shows its text. Strict: range and label as in the text; partial: an overlap with the same label counts one half.</source>
        <translation>Ein Klick auf eine Zahl listet diese Fehler, ein Klick auf einen Fehler zeigt die Stelle. Streng: Grenzen und Label stimmen; teilweise: Eine Überschneidung mit demselben Label zählt halb.</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Only finished readings</source>
        <translation>Nur fertige Durchgänge</translation>
    </message>
    <message>
        <source>Without datelines, bylines and the like</source>
        <translation>Ohne Ortsmarken, Autorenzeilen und Ähnliches</translation>
    </message>
    <message>
        <source>A file for each annotator</source>
        <translation>Eine Datei je Annotator</translation>
    </message>
    <message>
        <source>Call people A1, A2 … in the data</source>
        <translation>Personen in den Daten A1, A2 … nennen</translation>
    </message>
    <message>
        <source>Datasheet beside the data</source>
        <translation>Datenblatt neben den Daten</translation>
    </message>
    <message>
        <source>Both in one ZIP for a deposit (BagIt)</source>
        <translation>Beides in einem ZIP für ein Archiv (BagIt)</translation>
    </message>
    <message>
        <source>Choose at least one annotator.</source>
        <translation>Wählen Sie mindestens einen Annotator.</translation>
    </message>
    <message>
        <source>Choose at least one label.</source>
        <translation>Wählen Sie mindestens ein Label.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln that the queue shows</source>
        <translation>
            <numerusform>%Ln, den die Liste zeigt</numerusform>
            <numerusform>%Ln, die die Liste zeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>with the texts</source>
        <translation>mit den Texten</translation>
    </message>
    <message>
        <source>without texts: offsets, hashes and annotations</source>
        <translation>ohne Texte: Positionen, Prüfsummen und Annotationen</translation>
    </message>
    <message>
        <source>one file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>those ticked below</source>
        <translation>die unten angekreuzten</translation>
    </message>
    <message>
        <source>mentions without a label</source>
        <translation>Erwähnungen ohne Label</translation>
    </message>
    <message>
        <source>Whose annotations</source>
        <translation>Wessen Annotationen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Ranges in columns</source>
        <translation>Bereiche in Spalten</translation>
    </message>
    <message>
        <source>Spans within tokens</source>
        <translation>Spannen innerhalb von Tokens</translation>
    </message>
    <message>
        <source>Overlapping spans</source>
        <translation>Spannen, die sich überlappen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Train, dev, test</source>
        <translation>Training, Entwicklung, Test</translation>
    </message>
    <message>
        <source>Dealt</source>
        <translation>Verteilt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>the gold standard&apos;s, else everybody&apos;s</source>
        <translation>des Goldstandards, sonst aller</translation>
    </message>
    <message>
        <source>everybody&apos;s, models included</source>
        <translation>aller, auch der Modelle</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>ZIP for a deposit</source>
        <translation>ZIP für ein Archiv</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation>Was verloren ginge</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Nothing fits these choices: no finished or begun reading is among them.</source>
        <translation>Nichts passt zu dieser Auswahl: Darunter ist kein fertiger oder begonnener Durchgang.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) would be written.</source>
        <translation>
            <numerusform>%Ln Artikel würde geschrieben.</numerusform>
            <numerusform>%Ln Artikel würden geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would be lost or changed.</source>
        <translation>
            <numerusform>%Ln Annotation ginge verloren oder würde geändert.</numerusform>
            <numerusform>%Ln Annotationen gingen verloren oder würden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be lost.</source>
        <translation>Nichts ginge verloren.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln article(s); the rest is being looked at …</source>
        <translation>
            <numerusform>Der erste %Ln Artikel; der Rest wird noch angesehen …</numerusform>
            <numerusform>Die ersten %Ln Artikel; der Rest wird noch angesehen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Instead:</source>
        <translation>Stattdessen:</translation>
    </message>
    <message>
        <source>This file holds no text that could be shown.</source>
        <translation>Diese Datei enthält keinen Text, der sich zeigen ließe.</translation>
    </message>
    <message>
        <source>Click or Enter: see it in the article</source>
        <translation>Klick oder Eingabe: im Artikel ansehen</translation>
    </message>
    <message>
        <source>The format never holds: {kinds}.</source>
        <translation>Das Format fasst nie: {kinds}.</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>JSONL: everything, one article a line</source>
        <translation>JSONL: alles, ein Artikel je Zeile</translation>
    </message>
    <message>
        <source>spaCy DocBin: training data for spaCy</source>
        <translation>spaCy DocBin: Trainingsdaten für spaCy</translation>
    </message>
    <message>
        <source>Prodigy: entities without overlaps (ner)</source>
        <translation>Prodigy: Entitäten ohne Überschneidungen (ner)</translation>
    </message>
    <message>
        <source>Prodigy: all spans (spans)</source>
        <translation>Prodigy: alle Spannen (spans)</translation>
    </message>
    <message>
        <source>doccano: sequence labelling</source>
        <translation>doccano: Sequenzen (sequence labelling)</translation>
    </message>
    <message>
        <source>doccano: with relations</source>
        <translation>doccano: mit Relationen</translation>
    </message>
    <message>
        <source>CoNLL-2003: four columns</source>
        <translation>CoNLL-2003: vier Spalten</translation>
    </message>
    <message>
        <source>CoNLL-2002: two columns</source>
        <translation>CoNLL-2002: zwei Spalten</translation>
    </message>
    <message>
        <source>GermEval 2014: two layers</source>
        <translation>GermEval 2014: zwei Ebenen</translation>
    </message>
    <message>
        <source>Label Studio: annotations and predictions</source>
        <translation>Label Studio: Annotationen und Vorhersagen</translation>
    </message>
    <message>
        <source>CoNLL-U: ten columns, names in the last</source>
        <translation>CoNLL-U: zehn Spalten, Namen in der letzten</translation>
    </message>
    <message>
        <source>UIMA CAS: XMI for INCEpTION</source>
        <translation>UIMA CAS: XMI für INCEpTION</translation>
    </message>
    <message>
        <source>UIMA CAS: JSON for INCEpTION</source>
        <translation>UIMA CAS: JSON für INCEpTION</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 for INCEpTION</source>
        <translation>WebAnno TSV 3.3 für INCEpTION</translation>
    </message>
    <message>
        <source>Hugging Face: JSON Lines with features</source>
        <translation>Hugging Face: JSON Lines mit Merkmalen</translation>
    </message>
    <message>
        <source>Hugging Face: Parquet</source>
        <translation>Hugging Face: Parquet</translation>
    </message>
    <message>
        <source>brat: standoff, stances as events</source>
        <translation>brat: Standoff, Haltungen als Ereignisse</translation>
    </message>
    <message>
        <source>REFI-QDA project: MAXQDA, ATLAS.ti, NVivo, QualCoder</source>
        <translation>REFI-QDA-Projekt: MAXQDA, ATLAS.ti, NVivo, QualCoder</translation>
    </message>
    <message>
        <source>TEI P5: corpus with standoff annotations</source>
        <translation>TEI P5: Korpus mit Standoff-Annotationen</translation>
    </message>
    <message>
        <source>W3C Web Annotation: JSON-LD</source>
        <translation>W3C Web Annotation: JSON-LD</translation>
    </message>
    <message>
        <source>Table of spans: CSV</source>
        <translation>Tabelle der Spannen: CSV</translation>
    </message>
    <message>
        <source>Table of spans: Excel</source>
        <translation>Tabelle der Spannen: Excel</translation>
    </message>
    <message>
        <source>X-stance: comments on questions</source>
        <translation>X-stance: Kommentare zu Fragen</translation>
    </message>
    <message>
        <source>SemEval 2016: stance toward a target</source>
        <translation>SemEval 2016: Haltung zu einem Ziel</translation>
    </message>
    <message>
        <source>NewsMTSC: stance of the author toward a mention</source>
        <translation>NewsMTSC: Haltung des Autors zu einer Erwähnung</translation>
    </message>
    <message>
        <source>NewsMTSC: stance of any holder toward a mention</source>
        <translation>NewsMTSC: Haltung aller Träger zu einer Erwähnung</translation>
    </message>
    <message>
        <source>Table of statements: CSV</source>
        <translation>Tabelle der Aussagen: CSV</translation>
    </message>
    <message>
        <source>Table of statements: Excel</source>
        <translation>Tabelle der Aussagen: Excel</translation>
    </message>
    <message>
        <source>Discourse Network Analyzer: database</source>
        <translation>Discourse Network Analyzer: Datenbank</translation>
    </message>
    <message>
        <source>Discourse Network Analyzer: list of events</source>
        <translation>Discourse Network Analyzer: Ereignisliste</translation>
    </message>
    <message>
        <source>Discourse Network Analyzer: list of events, plain</source>
        <translation>Discourse Network Analyzer: Ereignisliste, schlicht</translation>
    </message>
    <message>
        <source>Network of actors and topics: GraphML</source>
        <translation>Netz aus Akteuren und Themen: GraphML</translation>
    </message>
    <message>
        <source>Network of actors and topics: GEXF</source>
        <translation>Netz aus Akteuren und Themen: GEXF</translation>
    </message>
    <message>
        <source>Network of actors and topics: CSV</source>
        <translation>Netz aus Akteuren und Themen: CSV</translation>
    </message>
    <message>
        <source>Nothing is lost: importing it into an empty project gives the same content.</source>
        <translation>Nichts geht verloren: in ein leeres Projekt importiert, ergibt es denselben Inhalt.</translation>
    </message>
    <message>
        <source>What it cannot hold is listed at the right before anything is written.</source>
        <translation>Was es nicht fasst, steht rechts, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>Split, it comes with a config for “spacy train”: 70/10/20 with seed 0 makes the model that Train a model makes.</source>
        <translation>Aufgeteilt bringt es eine Konfiguration für „spacy train“ mit: 70/10/20 mit Startwert 0 ergibt das Modell, das „Modell trainieren“ macht.</translation>
    </message>
    <message>
        <source>IOB2: every entity begins with B-</source>
        <translation>IOB2: jede Entität beginnt mit B-</translation>
    </message>
    <message>
        <source>IOB1: B- only where two touch</source>
        <translation>IOB1: B- nur, wo zwei sich berühren</translation>
    </message>
    <message>
        <source>BIOES: with ends and singles</source>
        <translation>BIOES: mit Enden und Einzelnen</translation>
    </message>
    <message>
        <source>leave out and list</source>
        <translation>weglassen und auflisten</translation>
    </message>
    <message>
        <source>widen to whole tokens and list</source>
        <translation>auf ganze Tokens erweitern und auflisten</translation>
    </message>
    <message>
        <source>keep the longest, list the others</source>
        <translation>die längste behalten, die anderen nennen</translation>
    </message>
    <message>
        <source>keep the innermost, list the others</source>
        <translation>die innerste behalten, die anderen nennen</translation>
    </message>
    <message>
        <source>Widen to whole tokens</source>
        <translation>Auf ganze Tokens erweitern</translation>
    </message>
    <message>
        <source>Keep the innermost</source>
        <translation>Die innerste behalten</translation>
    </message>
    <message>
        <source>A file for each annotator</source>
        <translation>Eine Datei je Annotator</translation>
    </message>
    <message>
        <source>by article alone</source>
        <translation>nur nach Artikeln</translation>
    </message>
    <message>
        <source>outlets alike in all parts</source>
        <translation>Medien in allen Teilen gleich verteilt</translation>
    </message>
    <message>
        <source>languages alike in all parts</source>
        <translation>Sprachen in allen Teilen gleich verteilt</translation>
    </message>
    <message>
        <source>months alike in all parts</source>
        <translation>Monate in allen Teilen gleich verteilt</translation>
    </message>
    <message>
        <source>only what somebody marked</source>
        <translation>nur was jemand markiert hat</translation>
    </message>
    <message>
        <source>where nothing is marked, the automatic sentence</source>
        <translation>wo nichts markiert ist, der automatische Satz</translation>
    </message>
    <message>
        <source>actors and topics</source>
        <translation>Akteuren und Themen</translation>
    </message>
    <message>
        <source>actors alone</source>
        <translation>Akteuren allein</translation>
    </message>
    <message>
        <source>agreement less conflict</source>
        <translation>Übereinstimmung weniger Konflikt</translation>
    </message>
    <message>
        <source>agreement: how often they take the same side</source>
        <translation>Übereinstimmung: wie oft auf derselben Seite</translation>
    </message>
    <message>
        <source>conflict: how often they take opposite sides</source>
        <translation>Konflikt: wie oft auf entgegengesetzten Seiten</translation>
    </message>
    <message>
        <source>each time they are stated</source>
        <translation>bei jeder Aussage</translation>
    </message>
    <message>
        <source>once an article</source>
        <translation>einmal je Artikel</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln file(s)</source>
        <translation>
            <numerusform>mehr als %Ln Datei</numerusform>
            <numerusform>mehr als %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files and folders here, or add them with the buttons above.</source>
        <translation>Dateien und Ordner hierher ziehen oder mit den Knöpfen oben hinzufügen.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Any status</source>
        <translation>Jeder Stand</translation>
    </message>
    <message>
        <source>Flagged only</source>
        <translation>Nur markierte</translation>
    </message>
    <message>
        <source>With unsure spans only</source>
        <translation>Nur mit unsicheren Spannen</translation>
    </message>
    <message>
        <source>With undecided suggestions only</source>
        <translation>Nur mit offenen Vorschlägen</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>Noch einmal anzusehen</translation>
    </message>
    <message>
        <source>One of each reprinted story</source>
        <translation>Von nachgedruckten Geschichten je eine</translation>
    </message>
    <message>
        <source>Undecided suggestions by score</source>
        <translation>Offene Vorschläge nach Wert</translation>
    </message>
    <message>
        <source>Counted on what was decided in this project</source>
        <translation>Gezählt an dem, was in diesem Projekt entschieden ist</translation>
    </message>
    <message>
        <source>Measured on the model’s development data</source>
        <translation>Gemessen an den Entwicklungsdaten des Modells</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Days …</source>
        <translation>Tage …</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>Lesart&apos;s own JSON Lines</source>
        <translation>JSON Lines von Lesart</translation>
    </message>
    <message>
        <source>JSON with articles</source>
        <translation>JSON mit Artikeln</translation>
    </message>
    <message>
        <source>Table (CSV, TSV)</source>
        <translation>Tabelle (CSV, TSV)</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Feed (RSS, Atom)</source>
        <translation>Feed (RSS, Atom)</translation>
    </message>
    <message>
        <source>NewsML-G2</source>
        <translation>NewsML-G2</translation>
    </message>
    <message>
        <source>NITF</source>
        <translation>NITF</translation>
    </message>
    <message>
        <source>Factiva (XML)</source>
        <translation>Factiva (XML)</translation>
    </message>
    <message>
        <source>ninjs</source>
        <translation>ninjs</translation>
    </message>
    <message>
        <source>TEI corpus</source>
        <translation>TEI-Korpus</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>Rich text (RTF)</source>
        <translation>Rich Text (RTF)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet-Tabelle</translation>
    </message>
    <message>
        <source>Web archive (WARC)</source>
        <translation>Webarchiv (WARC)</translation>
    </message>
    <message>
        <source>Leipzig sentences</source>
        <translation>Leipziger Sätze</translation>
    </message>
    <message>
        <source>Gold file with statements</source>
        <translation>Golddatei mit Aussagen</translation>
    </message>
    <message>
        <source>X-stance</source>
        <translation>X-stance</translation>
    </message>
    <message>
        <source>SemEval 2016, task 6</source>
        <translation>SemEval 2016, Aufgabe 6</translation>
    </message>
    <message>
        <source>NewsMTSC</source>
        <translation>NewsMTSC</translation>
    </message>
    <message>
        <source>Table of statements</source>
        <translation>Tabelle der Aussagen</translation>
    </message>
    <message>
        <source>Discourse Network Analyzer</source>
        <translation>Discourse Network Analyzer</translation>
    </message>
    <message>
        <source>Event list of DNA</source>
        <translation>Ereignisliste von DNA</translation>
    </message>
    <message>
        <source>Prodigy</source>
        <translation>Prodigy</translation>
    </message>
    <message>
        <source>doccano</source>
        <translation>doccano</translation>
    </message>
    <message>
        <source>CoNLL columns</source>
        <translation>CoNLL-Spalten</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>GermEval 2014</source>
        <translation>GermEval 2014</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>Hugging Face datasets</source>
        <translation>Hugging Face datasets</translation>
    </message>
    <message>
        <source>brat</source>
        <translation>brat</translation>
    </message>
    <message>
        <source>UIMA CAS (XMI)</source>
        <translation>UIMA CAS (XMI)</translation>
    </message>
    <message>
        <source>UIMA CAS (JSON)</source>
        <translation>UIMA CAS (JSON)</translation>
    </message>
    <message>
        <source>WebAnno TSV</source>
        <translation>WebAnno TSV</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA-Projekt</translation>
    </message>
    <message>
        <source>Statements by their sidecar</source>
        <translation>Aussagen aus ihrer Begleitdatei</translation>
    </message>
    <message>
        <source>(kept beside the article)</source>
        <translation>(bleibt neben dem Artikel)</translation>
    </message>
    <message>
        <source>Title, not part of the text</source>
        <translation>Titel, nicht Teil des Textes</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Vorspann</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autorin oder Autor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation>Adresse (URL)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>GainTable</name>
    <message>
        <source>F1 by label</source>
        <translation>F1 nach Label</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>im Text</translation>
    </message>
    <message>
        <source>F1 as it was</source>
        <translation>F1 bisher</translation>
    </message>
    <message>
        <source>F1 of the new version</source>
        <translation>F1 der neuen Version</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message>
        <source>Guideline</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Write the guideline</source>
        <translation>Richtlinie schreiben</translation>
    </message>
    <message>
        <source>Guideline, as Markdown</source>
        <translation>Richtlinie, als Markdown</translation>
    </message>
    <message>
        <source>No guideline yet</source>
        <translation>Noch keine Richtlinie</translation>
    </message>
    <message>
        <source>What belongs to a label, what does not, with examples: here it stands beside the text.</source>
        <translation>Was zu einem Label gehört und was nicht, mit Beispielen: Hier steht es neben dem Text.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>drop it</source>
        <translation>fallen lassen</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Erwähnung</translation>
    </message>
    <message>
        <source>Evidence? {quotes}</source>
        <translation>Beleg? {quotes}</translation>
    </message>
    <message>
        <source>Nothing in hand</source>
        <translation>Nichts in der Hand</translation>
    </message>
    <message>
        <source>{who} {side} what?</source>
        <translation>{who} {side} wozu?</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>same target</source>
        <translation>dasselbe Ziel</translation>
    </message>
    <message>
        <source>step to a target</source>
        <translation>zum Ziel gehen</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>Träger</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>implicit</source>
        <translation>implizit</translation>
    </message>
    <message>
        <source>form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>attribution</source>
        <translation>Zuschreibung</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>umkehren</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>put down</source>
        <translation>weglegen</translation>
    </message>
    <message>
        <source>word back</source>
        <translation>Wort zurück</translation>
    </message>
    <message>
        <source>word on</source>
        <translation>Wort weiter</translation>
    </message>
    <message>
        <source>by character</source>
        <translation>zeichenweise</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>loslassen</translation>
    </message>
    <message>
        <source>take as evidence</source>
        <translation>als Beleg nehmen</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>next suggestion</source>
        <translation>nächster Vorschlag</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gefragt</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>Erwähnung</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>not this</source>
        <translation>das nicht</translation>
    </message>
    <message>
        <source>Beginning of {quote}</source>
        <translation>Beginn von {quote}</translation>
    </message>
    <message>
        <source>End of {quote}</source>
        <translation>Ende von {quote}</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>other reading</source>
        <translation>andere Lesart</translation>
    </message>
    <message>
        <source>stance by …</source>
        <translation>Haltung von …</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>more labels</source>
        <translation>weitere Labels</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>im Text</translation>
    </message>
</context>
<context>
    <name>Hiding</name>
    <message>
        <source>“{label}” of {model} is hidden in this project.</source>
        <translation>„{label}“ von {model} ist in diesem Projekt ausgeblendet.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>find out for each article</source>
        <translation>je Artikel erkennen</translation>
    </message>
    <message>
        <source>The texts must not be passed on</source>
        <translation>Die Texte dürfen nicht weitergegeben werden</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add folder …</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>What would be imported</source>
        <translation>Was eingelesen würde</translation>
    </message>
    <message>
        <source>First articles</source>
        <translation>Erste Artikel</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Press database</source>
        <translation>Pressedatenbank</translation>
    </message>
    <message>
        <source>Language, where not given</source>
        <translation>Sprache, wo nicht angegeben</translation>
    </message>
    <message>
        <source>An export with texts then has to be confirmed.</source>
        <translation>Ein Export mit Texten muss dann bestätigt werden.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The files could not be looked at.</source>
        <translation>Die Dateien konnten nicht angesehen werden.</translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation>Probleme ({count})</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Die Dateien werden angesehen …</translation>
    </message>
    <message>
        <source>Nothing in it can be imported.</source>
        <translation>Nichts davon lässt sich importieren.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln article(s)</source>
        <translation>
            <numerusform>mehr als %Ln Artikel</numerusform>
            <numerusform>mehr als %Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Add a key</source>
        <translation>Taste hinzufügen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Dort wegnehmen</translation>
    </message>
    <message>
        <source>Press the key; Esc leaves it</source>
        <translation>Taste drücken; Esc lässt es</translation>
    </message>
    <message>
        <source>Choose an action above</source>
        <translation>Oben einen Befehl wählen</translation>
    </message>
    <message>
        <source>Take {key} off</source>
        <translation>{key} wegnehmen</translation>
    </message>
    <message>
        <source>{key} is in use already: {names}.</source>
        <translation>{key} ist schon vergeben: {names}.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Press the key to look for; Esc leaves it</source>
        <translation>Gesuchte Taste drücken; Esc lässt es</translation>
    </message>
    <message>
        <source>Search by key</source>
        <translation>Nach Taste suchen</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>in the article</source>
        <translation>im Artikel</translation>
    </message>
    <message>
        <source>while a stance is half made</source>
        <translation>solange eine Haltung halb fertig ist</translation>
    </message>
    <message>
        <source>while a stance is in hand</source>
        <translation>solange eine Haltung in der Hand ist</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Another action has one of these keys, too.</source>
        <translation>Eine dieser Tasten hat auch ein anderer Befehl.</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neues Label</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>On light</source>
        <translation>Auf Hell</translation>
    </message>
    <message>
        <source>On dark</source>
        <translation>Auf Dunkel</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>Ziffer</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Label anlegen</translation>
    </message>
    <message>
        <source>This colour is hard to read on its page.</source>
        <translation>Diese Farbe ist auf ihrer Seite schwer zu lesen.</translation>
    </message>
</context>
<context>
    <name>LabelPicker</name>
    <message>
        <source>Which label?</source>
        <translation>Welches Label?</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The package brings no text of its licence; the installed program has it.</source>
        <translation>Das Paket bringt keinen Lizenztext mit; im installierten Programm liegt er bei.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Begin a project with these files</source>
        <translation>Mit diesen Dateien ein Projekt beginnen</translation>
    </message>
    <message>
        <source>Import into {name}</source>
        <translation>In {name} importieren</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Lesart manual</source>
        <translation>Lesart-Handbuch</translation>
    </message>
    <message>
        <source>Not in the manual.</source>
        <translation>Steht nicht im Handbuch.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Labels of the same stances</source>
        <translation>Label derselben Haltungen</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Holders by targets</source>
        <translation>Träger nach Zielen</translation>
    </message>
    <message>
        <source>no stance found</source>
        <translation>keine Haltung gefunden</translation>
    </message>
    <message>
        <source>Somebody looked: the article takes no stance toward this topic</source>
        <translation>Es wurde nachgesehen: Der Artikel nimmt zu diesem Thema keine Haltung ein</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;Stance</source>
        <translation>&amp;Haltung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Widths and heights</source>
        <translation>Breiten und Höhen</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Automatic ({name})</source>
        <translation>Automatisch ({name})</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Folder of a spaCy pipeline</source>
        <translation>Ordner einer spaCy-Pipeline</translation>
    </message>
    <message>
        <source>This model brings code of its own, which would run on your computer.</source>
        <translation>Dieses Modell bringt eigenen Programmcode mit, der auf Ihrem Rechner laufen würde.</translation>
    </message>
    <message>
        <source>It could do whatever you can do. Let it run only if you trust who made it.</source>
        <translation>Er könnte alles tun, was Sie tun können. Lassen Sie ihn nur laufen, wenn Sie dem Urheber vertrauen.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Laufen lassen</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network of actors and topics</source>
        <translation>Netzwerk aus Akteuren und Themen</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>News on the energy transition</source>
        <translation>Nachrichten zur Energiewende</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Language of the articles</source>
        <translation>Sprache der Artikel</translation>
    </message>
    <message>
        <source>Your name or pseudonym</source>
        <translation>Ihr Name oder Pseudonym</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Where to keep the project</source>
        <translation>Wo das Projekt liegen soll</translation>
    </message>
    <message>
        <source>Lesart projects (*.lesart)</source>
        <translation>Lesart-Projekte (*.lesart)</translation>
    </message>
    <message>
        <source>There is a file of this name already; choose another one.</source>
        <translation>Eine Datei dieses Namens gibt es schon; wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>Label all occurrences</source>
        <translation>Alle Vorkommen labeln</translation>
    </message>
    <message>
        <source>Mention without a label</source>
        <translation>Erwähnung ohne Label</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Capitals and small letters alike</source>
        <translation>Groß und klein gleich</translation>
    </message>
    <message>
        <source>German endings too</source>
        <translation>Auch gebeugte Formen</translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation>Vorkommen</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle anhaken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keines anhaken</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled so already.</source>
        <translation>
            <numerusform>%Ln ist schon so gelabelt.</numerusform>
            <numerusform>%Ln sind schon so gelabelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other occurrence.</source>
        <translation>Kein weiteres Vorkommen.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message numerus="yes">
        <source>Label %Ln occurrence(s)</source>
        <translation>
            <numerusform>%Ln Vorkommen labeln</numerusform>
            <numerusform>%Ln Vorkommen labeln</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} in {count} articles</source>
        <translation>{what} in {count} Artikeln</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Nothing by that name. Fewer letters find more.</source>
        <translation>Nichts heißt so. Mit weniger Buchstaben findet sich mehr.</translation>
    </message>
</context>
<context>
    <name>PositionsWindow</name>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Topics only</source>
        <translation>Nur Themen</translation>
    </message>
    <message>
        <source>Save picture …</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>(the article as a whole)</source>
        <translation>(der Artikel als Ganzes)</translation>
    </message>
    <message>
        <source>Evidence: a click on a cell or a tie shows it here</source>
        <translation>Belege: ein Klick auf eine Zelle oder eine Verbindung zeigt sie hier</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Ganzes Projekt</translation>
    </message>
    <message>
        <source>My stances</source>
        <translation>Meine Haltungen</translation>
    </message>
    <message>
        <source>Everyone&apos;s stances</source>
        <translation>Haltungen aller</translation>
    </message>
    <message>
        <source>Actors and topics</source>
        <translation>Akteure und Themen</translation>
    </message>
    <message>
        <source>Actors: agreement less conflict</source>
        <translation>Akteure: Übereinstimmung minus Konflikt</translation>
    </message>
    <message>
        <source>Actors: agreement</source>
        <translation>Akteure: Übereinstimmung</translation>
    </message>
    <message>
        <source>Actors: conflict</source>
        <translation>Akteure: Konflikt</translation>
    </message>
    <message>
        <source>at least </source>
        <translation>mindestens </translation>
    </message>
    <message>
        <source>Nodes with fewer stances are left out</source>
        <translation>Knoten mit weniger Haltungen werden weggelassen</translation>
    </message>
    <message>
        <source>Once an article</source>
        <translation>Je Artikel einmal</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>Welche Artikel</translation>
    </message>
    <message>
        <source>Whose stances</source>
        <translation>Wessen Haltungen</translation>
    </message>
    <message>
        <source>What is joined</source>
        <translation>Was verbunden wird</translation>
    </message>
    <message>
        <source>Least stances of a node</source>
        <translation>Mindestzahl der Haltungen eines Knotens</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>There are no stances yet</source>
        <translation>Noch gibt es keine Haltungen</translation>
    </message>
    <message>
        <source>Take a span in hand in the article and press F, A or N; what you make appears here.</source>
        <translation>Im Artikel eine Spanne in die Hand nehmen und F, A oder N drücken; was entsteht, erscheint hier.</translation>
    </message>
    <message>
        <source>Evidence (Enter or double click goes there)</source>
        <translation>Belege (Eingabe oder Doppelklick führt dorthin)</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Gespeichert: {path}</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>PrintsButton</name>
    <message numerus="yes">
        <source>also printed %n time(s)</source>
        <translation>
            <numerusform>noch einmal gedruckt</numerusform>
            <numerusform>noch %n-mal gedruckt</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the two …</source>
        <translation>Beide vergleichen …</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Show all prints in the list</source>
        <translation>Alle Abdrucke in der Liste zeigen</translation>
    </message>
    <message>
        <source>This is not the same story</source>
        <translation>Das ist nicht dieselbe Geschichte</translation>
    </message>
</context>
<context>
    <name>ProblemsTable</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>ProfileChoice</name>
    <message>
        <source>Press database</source>
        <translation>Pressedatenbank</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>recognised by itself</source>
        <translation>von selbst erkannt</translation>
    </message>
    <message>
        <source>{name} (own)</source>
        <translation>{name} (eigenes)</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Make your own …</source>
        <translation>Eigenes anlegen …</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Profile of a press database</source>
        <translation>Profil einer Pressedatenbank</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>The files could not be looked at.</source>
        <translation>Die Dateien konnten nicht angesehen werden.</translation>
    </message>
    <message>
        <source>Each pattern is tried at the beginning of a paragraph (regular expressions of Python). Labels say which field the paragraphs behind them belong to.</source>
        <translation>Jedes Muster wird am Anfang eines Absatzes versucht (reguläre Ausdrücke von Python). Beschriftungen sagen, zu welchem Feld die Absätze hinter ihnen gehören.</translation>
    </message>
    <message>
        <source>First articles</source>
        <translation>Erste Artikel</translation>
    </message>
    <message>
        <source>Save as your own profile</source>
        <translation>Als eigenes Profil speichern</translation>
    </message>
    <message>
        <source>{name}: looking at the files …</source>
        <translation>{name}: Dateien werden angesehen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectSettingsDialog</name>
    <message>
        <source>Project settings</source>
        <translation>Projekteinstellungen</translation>
    </message>
    <message>
        <source>Adjectives made of names („russischen“)</source>
        <translation>Von Namen abgeleitete Adjektive („russischen“)</translation>
    </message>
    <message>
        <source>Names inside compounds („Kreml“ in „Kreml-Sprecher“)</source>
        <translation>Namen in Zusammensetzungen („Kreml“ in „Kreml-Sprecher“)</translation>
    </message>
    <message>
        <source>{label} by {model}</source>
        <translation>{label} von {model}</translation>
    </message>
    <message>
        <source>Spans may overlap and lie within each other</source>
        <translation>Spannen dürfen sich überschneiden und ineinander liegen</translation>
    </message>
    <message>
        <source>Suggest evidence: where an actor meets a cue of a stance</source>
        <translation>Belege vorschlagen: wo ein Akteur auf ein Signalwort für eine Haltung trifft</translation>
    </message>
    <message>
        <source>one’s own</source>
        <translation>die eigenen</translation>
    </message>
    <message>
        <source>everyone’s</source>
        <translation>die von allen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>What is not suggested can be marked by hand all the same.</source>
        <translation>Was nicht vorgeschlagen wird, lässt sich trotzdem von Hand markieren.</translation>
    </message>
    <message>
        <source>Earlier decisions that are suggested again</source>
        <translation>Frühere Entscheidungen wieder vorschlagen</translation>
    </message>
    <message>
        <source>A name that was confirmed or refused is suggested or kept back in later articles, and where it stands again in the same one. Everyone’s decisions: annotators are no longer independent.</source>
        <translation>Ein Name, der bestätigt oder abgelehnt wurde, wird in späteren Artikeln vorgeschlagen oder zurückgehalten, ebenso, wo er im selben Artikel wieder steht. Mit den Entscheidungen von allen sind die Annotierenden nicht mehr unabhängig voneinander.</translation>
    </message>
    <message>
        <source>Off, because a published study found that suggestions on subjective labels save no time and anchor people. No label is ever suggested.</source>
        <translation>Aus, weil Vorschläge zu subjektiven Labels nach einer veröffentlichten Studie keine Zeit sparen und das Urteil vorprägen. Ein Label wird nie vorgeschlagen.</translation>
    </message>
    <message>
        <source>Suggestions by score</source>
        <translation>Vorschläge nach Wert</translation>
    </message>
    <message>
        <source>Models that suggest, by language of the article</source>
        <translation>Modelle für Vorschläge, nach Sprache des Artikels</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spannen</translation>
    </message>
    <message>
        <source>Reasons to exclude an article, one a line</source>
        <translation>Gründe, einen Artikel auszuschließen, je Zeile einer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Articles to read without suggestions</source>
        <translation>Artikel, die ohne Vorschläge gelesen werden</translation>
    </message>
    <message>
        <source>Drawn by chance, for each reader others. The agreement then compares both kinds and warns where suggestions are taken over unread. 10 to 20 % are enough.</source>
        <translation>Zugelost, jeder Person andere. Die Übereinstimmung vergleicht dann beide Arten und warnt, wo Vorschläge ungelesen übernommen werden. 10 bis 20 % genügen.</translation>
    </message>
    <message>
        <source>What is right from a score on is counted once suggestions are decided here.</source>
        <translation>Wie viel ab einem Wert richtig ist, wird gezählt, sobald hier Vorschläge entschieden sind.</translation>
    </message>
    <message>
        <source>Counted on what was decided in this project: taken over unchanged.</source>
        <translation>Gezählt an dem, was in diesem Projekt entschieden ist: unverändert übernommen.</translation>
    </message>
    <message>
        <source>Measured on the model’s development data, until enough is decided in this project.</source>
        <translation>Gemessen an den Entwicklungsdaten des Modells, bis in diesem Projekt genug entschieden ist.</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also printed %n time(s)</source>
        <translation>
            <numerusform>noch einmal gedruckt</numerusform>
            <numerusform>noch %n-mal gedruckt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Sort articles</source>
        <translation>Artikel sortieren</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>Articles done</source>
        <translation>Fertige Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No article fits the search and filters.</source>
        <translation>Kein Artikel passt zu Suche und Filtern.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} fertig</translation>
    </message>
    <message>
        <source>The first articles are no random sample.</source>
        <translation>Die ersten Artikel sind keine Zufallsstichprobe.</translation>
    </message>
</context>
<context>
    <name>RatingTable</name>
    <message>
        <source>Precision, recall and F1 by label</source>
        <translation>Präzision, Recall und F1 nach Label</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>im Text</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>F1 (95 %)</source>
        <translation>F1 (95 %)</translation>
    </message>
    <message>
        <source>strict: precision</source>
        <translation>streng: Präzision</translation>
    </message>
    <message>
        <source>partial: precision</source>
        <translation>teilweise: Präzision</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Save list …</source>
        <translation>Liste speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>report.csv</source>
        <translation>bericht.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message numerus="yes">
        <source>%Ln article(s) imported.</source>
        <translation>
            <numerusform>%Ln Artikel importiert.</numerusform>
            <numerusform>%Ln Artikel importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) added to articles that were there.</source>
        <translation>
            <numerusform>%Ln Annotation zu vorhandenen Artikeln hinzugefügt.</numerusform>
            <numerusform>%Ln Annotationen zu vorhandenen Artikeln hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were there already.</source>
        <translation>
            <numerusform>%Ln Artikel war schon da.</numerusform>
            <numerusform>%Ln Artikel waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>New labels: {labels}.</source>
        <translation>Neue Labels: {labels}.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>Abgebrochen: nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) exported.</source>
        <translation>
            <numerusform>%Ln Artikel exportiert.</numerusform>
            <numerusform>%Ln Artikel exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format cannot hold: {kinds}.</source>
        <translation>Das Format fasst nicht: {kinds}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) were lost or changed.</source>
        <translation>
            <numerusform>%Ln Annotation ging verloren oder wurde geändert.</numerusform>
            <numerusform>%Ln Annotationen gingen verloren oder wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of each reason the first {count} are listed.</source>
        <translation>Zu jedem Grund stehen die ersten {count} in der Liste.</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>nested spans</source>
        <translation>geschachtelte Spannen</translation>
    </message>
    <message>
        <source>spans that end inside a token</source>
        <translation>Spannen, die mitten im Token enden</translation>
    </message>
    <message>
        <source>provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>rejections</source>
        <translation>Ablehnungen</translation>
    </message>
    <message>
        <source>stances</source>
        <translation>Haltungen</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>label sets and topics</source>
        <translation>Labels und Themen</translation>
    </message>
    <message>
        <source>mentions without a label</source>
        <translation>Erwähnungen ohne Label</translation>
    </message>
    <message>
        <source>adjectives and parts of compounds as such</source>
        <translation>Adjektive und Wortteile als solche</translation>
    </message>
    <message>
        <source>links to actors</source>
        <translation>Verknüpfungen mit Akteuren</translation>
    </message>
    <message>
        <source>that something is not decided yet</source>
        <translation>dass etwas noch nicht entschieden ist</translation>
    </message>
    <message>
        <source>lies within a token</source>
        <translation>liegt innerhalb eines Tokens</translation>
    </message>
    <message>
        <source>starts within a token</source>
        <translation>beginnt innerhalb eines Tokens</translation>
    </message>
    <message>
        <source>ends within a token</source>
        <translation>endet innerhalb eines Tokens</translation>
    </message>
    <message>
        <source>ends between tokens</source>
        <translation>endet zwischen Tokens</translation>
    </message>
    <message>
        <source>widened to whole tokens</source>
        <translation>auf ganze Tokens erweitert</translation>
    </message>
    <message>
        <source>lies in a longer span or crosses it</source>
        <translation>liegt in einer längeren Spanne oder überschneidet sie</translation>
    </message>
    <message>
        <source>has no label</source>
        <translation>hat kein Label</translation>
    </message>
    <message>
        <source>label cannot be written there</source>
        <translation>Label lässt sich dort nicht schreiben</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>topic, evidence or other details of a stance</source>
        <translation>Thema, Beleg oder andere Einzelheiten einer Haltung</translation>
    </message>
    <message>
        <source>said of a topic: no stance found, or look again</source>
        <translation>zu einem Thema gesagt: keine Haltung gefunden oder noch einmal ansehen</translation>
    </message>
    <message>
        <source>answer to a question</source>
        <translation>Antwort auf eine Frage</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>refused suggestion</source>
        <translation>abgelehnter Vorschlag</translation>
    </message>
    <message>
        <source>refused evidence suggestion</source>
        <translation>abgelehnter Belegvorschlag</translation>
    </message>
    <message>
        <source>suggestion that nobody has decided; it looks like no entity</source>
        <translation>Vorschlag, über den niemand entschieden hat; er sieht aus wie keine Entität</translation>
    </message>
    <message>
        <source>words too long for a cell</source>
        <translation>Wörter zu lang für eine Zelle</translation>
    </message>
    <message>
        <source>only in the list of spans, not in the tags</source>
        <translation>nur in der Liste der Spannen, nicht in den Marken</translation>
    </message>
    <message>
        <source>begins or ends with a blank</source>
        <translation>beginnt oder endet mit einem Leerzeichen</translation>
    </message>
    <message>
        <source>has no topic</source>
        <translation>hat kein Thema</translation>
    </message>
    <message>
        <source>its holder is no actor</source>
        <translation>Träger ist kein Akteur</translation>
    </message>
    <message>
        <source>its label has no place there</source>
        <translation>das Label hat dort keinen Platz</translation>
    </message>
    <message>
        <source>not the author&apos;s stance</source>
        <translation>nicht die Haltung des Autors</translation>
    </message>
    <message>
        <source>its target is not in the text</source>
        <translation>das Ziel steht nicht im Text</translation>
    </message>
    <message>
        <source>its target crosses sentences</source>
        <translation>das Ziel reicht über Sätze</translation>
    </message>
    <message>
        <source>has no place, stands for the whole text</source>
        <translation>hat keine Stelle, steht für den ganzen Text</translation>
    </message>
    <message>
        <source>evidence in pieces became one stretch</source>
        <translation>Belege in Stücken wurden ein Stück</translation>
    </message>
    <message>
        <source>no marked evidence, stands from holder to target</source>
        <translation>kein markierter Beleg, steht vom Träger bis zum Ziel</translation>
    </message>
    <message>
        <source>no marked evidence</source>
        <translation>kein markierter Beleg</translation>
    </message>
    <message>
        <source>name or words too long, cut</source>
        <translation>Name oder Wortlaut zu lang, gekürzt</translation>
    </message>
    <message>
        <source>only the side of its label</source>
        <translation>nur die Seite ihres Labels</translation>
    </message>
    <message>
        <source>characters that have no place there, replaced</source>
        <translation>Zeichen, die dort keinen Platz haben, ersetzt</translation>
    </message>
    <message>
        <source>answer that no stance was found</source>
        <translation>Antwort, dass keine Haltung gefunden wurde</translation>
    </message>
    <message>
        <source>holds a character that XML does not allow</source>
        <translation>enthält ein Zeichen, das XML nicht erlaubt</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>Erwähnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>unknown format</source>
        <translation>unbekanntes Format</translation>
    </message>
    <message>
        <source>unknown encoding</source>
        <translation>unbekannte Kodierung</translation>
    </message>
    <message>
        <source>broken UTF-8</source>
        <translation>kaputtes UTF-8</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>line is cut off</source>
        <translation>Zeile ist abgeschnitten</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>kein JSON</translation>
    </message>
    <message>
        <source>written by a newer Lesart</source>
        <translation>von einem neueren Lesart geschrieben</translation>
    </message>
    <message>
        <source>wrong kind of value</source>
        <translation>falsche Art von Wert</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>text cannot be stored</source>
        <translation>Text nicht speicherbar</translation>
    </message>
    <message>
        <source>hash differs</source>
        <translation>Prüfsumme weicht ab</translation>
    </message>
    <message>
        <source>offset outside of the text</source>
        <translation>Position außerhalb des Textes</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>points to nothing</source>
        <translation>verweist ins Leere</translation>
    </message>
    <message>
        <source>contradicts itself</source>
        <translation>widerspricht sich</translation>
    </message>
    <message>
        <source>wrong number of columns</source>
        <translation>falsche Spaltenzahl</translation>
    </message>
    <message>
        <source>quotation mark not closed</source>
        <translation>Anführungszeichen nicht geschlossen</translation>
    </message>
    <message>
        <source>date not understood, kept as it is</source>
        <translation>Datum nicht verstanden, bleibt wie es ist</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>key taken, imported under another</source>
        <translation>Schlüssel vergeben, unter anderem importiert</translation>
    </message>
    <message>
        <source>locked with a password</source>
        <translation>mit Passwort geschützt</translation>
    </message>
    <message>
        <source>file is damaged</source>
        <translation>Datei ist beschädigt</translation>
    </message>
    <message>
        <source>unpacks to far more than its size</source>
        <translation>wird beim Entpacken unverhältnismäßig groß</translation>
    </message>
    <message>
        <source>name leads out of the archive</source>
        <translation>Name führt aus dem Archiv hinaus</translation>
    </message>
    <message>
        <source>no well-formed XML</source>
        <translation>kein wohlgeformtes XML</translation>
    </message>
    <message>
        <source>XML that declares entities</source>
        <translation>XML, das Entitäten deklariert</translation>
    </message>
    <message>
        <source>pictures of pages, no text in them</source>
        <translation>Bilder von Seiten, kein Text darin</translation>
    </message>
    <message>
        <source>the cell is full: the end may be missing</source>
        <translation>die Zelle ist voll: das Ende kann fehlen</translation>
    </message>
    <message>
        <source>needs a package that is not installed</source>
        <translation>braucht ein Paket, das nicht installiert ist</translation>
    </message>
    <message>
        <source>withdrawn by the agency</source>
        <translation>von der Agentur zurückgezogen</translation>
    </message>
    <message>
        <source>shorter than the source says</source>
        <translation>kürzer, als die Quelle angibt</translation>
    </message>
    <message>
        <source>in pieces, taken as one stretch</source>
        <translation>in Stücken, als eine Strecke übernommen</translation>
    </message>
    <message>
        <source>nothing in it to import</source>
        <translation>enthält nichts zum Importieren</translation>
    </message>
    <message>
        <source>topic unknown here, added as proposed</source>
        <translation>Thema hier unbekannt, als vorgeschlagen aufgenommen</translation>
    </message>
    <message>
        <source>belongs to no record, passed over</source>
        <translation>gehört zu keinem Datensatz, übergangen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Take back …</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Cancelled: this is kept, and the same import again takes the rest.</source>
        <translation>Abgebrochen: Das bleibt, und derselbe Import holt den Rest nach.</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>Einzelheiten …</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Nothing in this article is to be looked at again.</source>
        <translation>In diesem Artikel ist nichts noch einmal anzusehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) to look at again: the topic has another meaning.</source>
        <translation>
            <numerusform>%n Artikel ist noch einmal anzusehen: Das Thema hat jetzt eine andere Bedeutung.</numerusform>
            <numerusform>%n Artikel sind noch einmal anzusehen: Das Thema hat jetzt eine andere Bedeutung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>Others have %n article(s) to look at again.</source>
        <translation>
            <numerusform>Für andere ist %n Artikel noch einmal anzusehen.</numerusform>
            <numerusform>Für andere sind %n Artikel noch einmal anzusehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) left to look at again</source>
        <translation>
            <numerusform>noch %n Thema anzusehen</numerusform>
            <numerusform>noch %n Themen anzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at again</source>
        <translation>Noch einmal angesehen</translation>
    </message>
</context>
<context>
    <name>RewordingLine</name>
    <message>
        <source>Looked again</source>
        <translation>Angesehen</translation>
    </message>
</context>
<context>
    <name>RewordingsNote</name>
    <message>
        <source>To look at again</source>
        <translation>Noch einmal anzusehen</translation>
    </message>
    <message>
        <source>Before: {before}
Now: {now}</source>
        <translation>Vorher: {before}
Jetzt: {now}</translation>
    </message>
    <message>
        <source>“{before}” has become “{now}”: look again</source>
        <translation>„{before}“ ist in „{now}“ aufgegangen: noch einmal ansehen</translation>
    </message>
    <message>
        <source>“{now}” was reworded since: look again</source>
        <translation>„{now}“ wurde inzwischen umformuliert: noch einmal ansehen</translation>
    </message>
    <message>
        <source>Before: {before}</source>
        <translation>Vorher: {before}</translation>
    </message>
    <message>
        <source>“{now}” means something else since: look again</source>
        <translation>„{now}“ bedeutet inzwischen etwas anderes: noch einmal ansehen</translation>
    </message>
    <message>
        <source>The coding holds for the topic as it is now</source>
        <translation>Das Kodierte gilt für das Thema, wie es jetzt ist</translation>
    </message>
</context>
<context>
    <name>ScoreChoice</name>
    <message>
        <source>Suggestions are shown from this score on</source>
        <translation>Vorschläge ab diesem Wert zeigen</translation>
    </message>
    <message>
        <source>{share} % stay</source>
        <translation>{share} % bleiben</translation>
    </message>
    <message>
        <source>all suggestions</source>
        <translation>alle Vorschläge</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Reading font of the system</source>
        <translation>Leseschrift des Systems</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Your name or pseudonym</source>
        <translation>Ihr Name oder Pseudonym</translation>
    </message>
    <message>
        <source>Projects are opened under this name from now on.</source>
        <translation>Projekte werden von nun an unter diesem Namen geöffnet.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>Schrift des Textes</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Größe des Textes</translation>
    </message>
    <message>
        <source>Width of the column</source>
        <translation>Breite der Spalte</translation>
    </message>
    <message>
        <source>Distance of lines</source>
        <translation>Zeilenabstand</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{size} pt</source>
        <translation>{size} pt</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>{width} px</source>
        <translation>{width} px</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Stances</source>
        <translation>Haltungen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Topics …</source>
        <translation>Themen …</translation>
    </message>
    <message>
        <source>Positions: matrix and network</source>
        <translation>Positionen: Matrix und Netzwerk</translation>
    </message>
    <message>
        <source>Labels …</source>
        <translation>Labels …</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Only at random are the first articles a sample of all</source>
        <translation>Nur zufällig sortiert sind die ersten Artikel eine Stichprobe</translation>
    </message>
</context>
<context>
    <name>Stance</name>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Signalwort</translation>
    </message>
    <message>
        <source>explicit or implicit</source>
        <translation>explizit oder implizit</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>attribution</source>
        <translation>Zuschreibung</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>irony</source>
        <translation>Ironie</translation>
    </message>
    <message>
        <source>through whom</source>
        <translation>durch wen</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>implicit</source>
        <translation>implizit</translation>
    </message>
    <message>
        <source>explicit</source>
        <translation>explizit</translation>
    </message>
    <message>
        <source>said</source>
        <translation>gesagt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>felt</source>
        <translation>gefühlt</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>author&apos;s narration</source>
        <translation>Erzählung des Autors</translation>
    </message>
    <message>
        <source>direct quote</source>
        <translation>direktes Zitat</translation>
    </message>
    <message>
        <source>indirect quote</source>
        <translation>indirektes Zitat</translation>
    </message>
    <message>
        <source>mixed quote</source>
        <translation>gemischtes Zitat</translation>
    </message>
    <message>
        <source>ironic</source>
        <translation>ironisch</translation>
    </message>
    <message>
        <source>not ironic</source>
        <translation>nicht ironisch</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>Absatz</translation>
    </message>
    <message>
        <source>whole article</source>
        <translation>ganzer Artikel</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
</context>
<context>
    <name>StanceCard</name>
    <message>
        <source>Delete the stance</source>
        <translation>Haltung löschen</translation>
    </message>
    <message>
        <source>Holder: {name}. Click to change.</source>
        <translation>Träger: {name}. Klicken, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>New topic …</source>
        <translation>Neues Thema …</translation>
    </message>
    <message>
        <source>By name …</source>
        <translation>Nach Namen …</translation>
    </message>
    <message>
        <source>In the text …</source>
        <translation>Im Text …</translation>
    </message>
    <message>
        <source>Without the topic</source>
        <translation>Ohne das Thema</translation>
    </message>
    <message>
        <source>Without the place in the text</source>
        <translation>Ohne die Stelle im Text</translation>
    </message>
</context>
<context>
    <name>StancesPanel</name>
    <message>
        <source>Stances</source>
        <translation>Haltungen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the stances</source>
        <translation>Haltungen filtern</translation>
    </message>
    <message>
        <source>Group the stances</source>
        <translation>Haltungen gruppieren</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>By holder</source>
        <translation>Nach Träger</translation>
    </message>
    <message>
        <source>By target</source>
        <translation>Nach Ziel</translation>
    </message>
    <message>
        <source>No stance has these words.</source>
        <translation>Keine Haltung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Take a span in hand and press {stance_FAVOR} (in favour), {stance_AGAINST} (against) or {stance_NEUTRAL} (neutral), then the digit of a topic, or Shift and the letter beside a word.</source>
        <translation>Nehmen Sie eine Spanne in die Hand und drücken Sie {stance_FAVOR} (dafür), {stance_AGAINST} (dagegen) oder {stance_NEUTRAL} (neutral), dann die Ziffer eines Themas oder Umschalt und den Buchstaben neben einem Wort.</translation>
    </message>
</context>
<context>
    <name>StatementRows</name>
    <message>
        <source>The sentence that stands there until somebody marks the evidence is nobody&apos;s judgement.</source>
        <translation>Der Satz, der dort steht, bis jemand ihren Beleg markiert, ist niemandes Urteil.</translation>
    </message>
    <message>
        <source>Network of</source>
        <translation>Netzwerk aus</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Positions count</source>
        <translation>Positionen zählen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>Wait for the work under way to end, or cancel it.</source>
        <translation>Erst die laufende Arbeit beenden lassen oder abbrechen.</translation>
    </message>
    <message>
        <source>Looking for reprints</source>
        <translation>Suche nach Nachdrucken</translation>
    </message>
    <message numerus="yes">
        <source>Printed more than once: %Ln stories in {articles} articles.</source>
        <translation>
            <numerusform>Mehrfach gedruckt: eine Geschichte in {articles} Artikeln.</numerusform>
            <numerusform>Mehrfach gedruckt: %Ln Geschichten in {articles} Artikeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>No story was printed more than once.</source>
        <translation>Keine Geschichte wurde mehrfach gedruckt.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) stand as before.</source>
        <translation>
            <numerusform>Ein Artikel steht wie zuvor.</numerusform>
            <numerusform>%Ln Artikel stehen wie zuvor.</numerusform>
        </translation>
    </message>
    <message>
        <source>This article stands alone now; later searches leave it so.</source>
        <translation>Dieser Artikel steht nun für sich; spätere Suchen lassen ihn so.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Keys and state</source>
        <translation>Tasten und Zustand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>StripDesk</name>
    <message>
        <source>Saving …</source>
        <translation>Speichere …</translation>
    </message>
    <message>
        <source>Saved ✓</source>
        <translation>Gespeichert ✓</translation>
    </message>
    <message>
        <source>Last step: {step}</source>
        <translation>Letzter Schritt: {step}</translation>
    </message>
    <message>
        <source>{key} undoes: {step}</source>
        <translation>{key} nimmt zurück: {step}</translation>
    </message>
    <message>
        <source>Without suggestions, on purpose</source>
        <translation>Ohne Vorschläge, mit Absicht</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) left</source>
        <translation>
            <numerusform>noch %n Vorschlag</numerusform>
            <numerusform>noch %n Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything decided</source>
        <translation>Alles entschieden</translation>
    </message>
    <message numerus="yes">
        <source>%n not shown: low score</source>
        <translation>
            <numerusform>%n nicht gezeigt: niedriger Wert</numerusform>
            <numerusform>%n nicht gezeigt: niedriger Wert</numerusform>
        </translation>
    </message>
    <message>
        <source>The model is reading …</source>
        <translation>Das Modell liest …</translation>
    </message>
    <message>
        <source>No model for this language: annotate by hand</source>
        <translation>Sprache ohne Modell: von Hand annotieren</translation>
    </message>
    <message>
        <source>The model could not read this article</source>
        <translation>Das Modell konnte diesen Artikel nicht lesen</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Take back an import or suggestions</source>
        <translation>Einen Import oder Vorschläge zurücknehmen</translation>
    </message>
    <message>
        <source>Nothing has been imported yet. Here a whole import can be taken back, with its articles and readings, or what a model suggested for many articles, as long as nobody has worked on it.</source>
        <translation>Noch wurde nichts importiert. Hier lässt sich ein ganzer Import mit seinen Artikeln und Durchgängen zurücknehmen, oder was ein Modell für viele Artikel vorgeschlagen hat, solange niemand daran gearbeitet hat.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Imports and suggestions</source>
        <translation>Importe und Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions of {model}</source>
        <translation>Vorschläge von {model}</translation>
    </message>
    <message>
        <source>Undo that work first.</source>
        <translation>Diese Arbeit muss zuerst zurückgenommen werden.</translation>
    </message>
    <message numerus="yes">
        <source>This removes the suggestions in %n article(s).</source>
        <translation>
            <numerusform>Das entfernt die Vorschläge in %n Artikel.</numerusform>
            <numerusform>Das entfernt die Vorschläge in %n Artikeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles and your own work stay; a model can read them again at any time.</source>
        <translation>Die Artikel und alle eigene Arbeit bleiben; ein Modell kann sie jederzeit neu lesen.</translation>
    </message>
    <message>
        <source>Undo does not bring this back; the same files can be imported again.</source>
        <translation>Rückgängig holt das nicht zurück; dieselben Dateien lassen sich aber neu importieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n Durchgang</numerusform>
            <numerusform>%n Durchgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>This removes {articles}.</source>
        <translation>Das entfernt {articles}.</translation>
    </message>
    <message>
        <source>This removes {readings}.</source>
        <translation>Das entfernt {readings}.</translation>
    </message>
    <message>
        <source>This removes {articles} and {readings}, those of models among them.</source>
        <translation>Das entfernt {articles} und {readings}, auch die von Modellen.</translation>
    </message>
    <message numerus="yes">
        <source>In %n article(s) work builds on these suggestions, so they stay.</source>
        <translation>
            <numerusform>In %n Artikel beruht schon Arbeit auf diesen Vorschlägen, deshalb bleiben sie.</numerusform>
            <numerusform>In %n Artikeln beruht schon Arbeit auf diesen Vorschlägen, deshalb bleiben sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of it have been worked on, so it stays.</source>
        <translation>
            <numerusform>An %n Artikel davon wurde schon gearbeitet, deshalb bleibt er.</numerusform>
            <numerusform>An %n Artikeln davon wurde schon gearbeitet, deshalb bleibt er.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Taking back</source>
        <translation>Wird zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>The suggestions in %n article(s) were taken back.</source>
        <translation>
            <numerusform>Die Vorschläge in %n Artikel sind zurückgenommen.</numerusform>
            <numerusform>Die Vorschläge in %n Artikeln sind zurückgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An import was taken back: %n article(s).</source>
        <translation>
            <numerusform>Ein Import ist zurückgenommen: %n Artikel.</numerusform>
            <numerusform>Ein Import ist zurückgenommen: %n Artikel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: the rest is still there and can be taken back later.</source>
        <translation>Abgebrochen: Der Rest ist noch da und lässt sich später zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>TopicDialog</name>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Neues Thema</translation>
    </message>
    <message>
        <source>Supply of weapons to Ukraine</source>
        <translation>Waffenlieferungen an die Ukraine</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Another meaning: look again at what was coded</source>
        <translation>Andere Bedeutung: Kodiertes noch einmal ansehen</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>Ziffer</translation>
    </message>
    <message>
        <source>What belongs to it</source>
        <translation>Was dazugehört</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>Thema anlegen</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Wait for the work under way to end, or cancel it.</source>
        <translation>Erst die laufende Arbeit beenden lassen oder abbrechen.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The training ended with an error; nothing has changed.</source>
        <translation>Das Training endete mit einem Fehler; nichts hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>Language and model</source>
        <translation>Sprache und Modell</translation>
    </message>
    <message>
        <source>Cancel training</source>
        <translation>Training abbrechen</translation>
    </message>
    <message>
        <source>Reading the articles …</source>
        <translation>Artikel werden gelesen …</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Both versions are being measured …</source>
        <translation>Beide Versionen werden gemessen …</translation>
    </message>
    <message>
        <source>Round {number}: F1 on articles kept apart</source>
        <translation>Runde {number}: F1 auf beiseitegelegten Artikeln</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Cancelled; nothing has changed.</source>
        <translation>Abgebrochen; es hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Fewer than {count} in these articles, so little is said of: {labels}</source>
        <translation>Weniger als {count} in diesen Artikeln, daher wenig gesichert: {labels}</translation>
    </message>
    <message>
        <source>Use version {number}</source>
        <translation>Version {number} verwenden</translation>
    </message>
    <message>
        <source>Use version {number} all the same</source>
        <translation>Version {number} trotzdem verwenden</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>{name} {version} reads this language from now on.</source>
        <translation>{name} {version} liest diese Sprache von nun an.</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %Ln article(s);</source>
        <translation>
            <numerusform>Aus %Ln Artikel gelernt;</numerusform>
            <numerusform>Aus %Ln Artikeln gelernt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>both versions measured on %Ln other(s).</source>
        <translation>
            <numerusform>beide Versionen an %Ln weiteren gemessen.</numerusform>
            <numerusform>beide Versionen an %Ln weiteren gemessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was gained may be chance: the current model stays.</source>
        <translation>Der Gewinn kann Zufall sein: Das bisherige Modell bleibt.</translation>
    </message>
    <message>
        <source>Nothing was gained: the current model stays.</source>
        <translation>Es ist nichts gewonnen: Das bisherige Modell bleibt.</translation>
    </message>
    <message>
        <source>More articles of the same kind are needed.</source>
        <translation>Es braucht mehr Artikel derselben Art.</translation>
    </message>
    <message>
        <source>The model goes on learning from finished articles, and from what is decided in begun ones. Three in ten are kept apart: on them the best round is chosen, and both versions are measured. Without a clear gain the current model stays.</source>
        <translation>Das Modell lernt weiter aus fertigen Artikeln und aus dem, was in begonnenen entschieden ist. Drei von zehn bleiben beiseite: An ihnen wird die beste Runde gewählt, und an ihnen werden beide Versionen gemessen. Ohne klaren Gewinn bleibt das bisherige Modell.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Annotate news: entities are highlighted already, stances are yours to say.</source>
        <translation>Nachrichten annotieren: Entitäten sind schon hervorgehoben, Haltungen benennen Sie.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Try the sample corpus</source>
        <translation>Beispielkorpus ausprobieren</translation>
    </message>
    <message>
        <source>A dozen short articles in several languages, ready to be read.</source>
        <translation>Ein Dutzend kurze Artikel in mehreren Sprachen, bereit zum Lesen.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Your own articles: text, Word, PDF, web pages, press archives, tables.</source>
        <translation>Eigene Artikel: Text, Word, PDF, Webseiten, Pressearchive, Tabellen.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Go on with a .lesart file.</source>
        <translation>Mit einer .lesart-Datei weiterarbeiten.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>score {range}</source>
        <translation>Wert {range}</translation>
    </message>
    <message>
        <source>Off topic</source>
        <translation>Anderes Thema</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dublette</translation>
    </message>
    <message>
        <source>Stub</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>Not news</source>
        <translation>Keine Nachricht</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Streitfrage</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>accepting</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>correcting</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>rejecting</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>new span</source>
        <translation>neue Spanne</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>anderes Label</translation>
    </message>
    <message>
        <source>moved edge</source>
        <translation>verschobene Grenze</translation>
    </message>
    <message>
        <source>deleted span</source>
        <translation>gelöschte Spanne</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>In the order of import</source>
        <translation>In der Reihenfolge des Imports</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>By outlet</source>
        <translation>Nach Medium</translation>
    </message>
    <message>
        <source>Least sure suggestions first</source>
        <translation>Unsicherste Vorschläge zuerst</translation>
    </message>
    <message>
        <source>Spread over outlets and months</source>
        <translation>Gestreut über Medien und Monate</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>undecided suggestions</source>
        <translation>offene Vorschläge</translation>
    </message>
    <message>
        <source>to look at again</source>
        <translation>noch einmal anzusehen</translation>
    </message>
    <message>
        <source>one of each story</source>
        <translation>je Geschichte eine</translation>
    </message>
    <message>
        <source>the prints of one story</source>
        <translation>die Abdrucke einer Geschichte</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>{low} to {high} %</source>
        <translation>{low} bis {high} %</translation>
    </message>
    <message>
        <source>below {score} %</source>
        <translation>unter {score} %</translation>
    </message>
    <message>
        <source>from {score} %</source>
        <translation>ab {score} %</translation>
    </message>
    <message>
        <source>{share} % of {count} were right</source>
        <translation>{share} % von {count} waren richtig</translation>
    </message>
    <message>
        <source>labelled so already</source>
        <translation>schon so gelabelt</translation>
    </message>
    <message>
        <source>suggested: {label}</source>
        <translation>vorgeschlagen: {label}</translation>
    </message>
    <message>
        <source>your mention</source>
        <translation>eigene Erwähnung</translation>
    </message>
    <message>
        <source>yours: {label}</source>
        <translation>eigene: {label}</translation>
    </message>
    <message>
        <source>no room: yours, {label}, other edges</source>
        <translation>kein Platz: eigene, {label}, andere Ränder</translation>
    </message>
    <message>
        <source>a suggestion with other edges: {label}</source>
        <translation>ein Vorschlag mit anderen Rändern: {label}</translation>
    </message>
    <message>
        <source>you have rejected this</source>
        <translation>von Ihnen abgelehnt</translation>
    </message>
    <message>
        <source>not annotated here</source>
        <translation>wird hier nicht annotiert</translation>
    </message>
    <message>
        <source>rejecting suggested evidence</source>
        <translation>Ablehnen eines Belegvorschlags</translation>
    </message>
    <message>
        <source>all occurrences</source>
        <translation>alle Vorkommen</translation>
    </message>
    <message>
        <source>not the same story</source>
        <translation>nicht dieselbe Geschichte</translation>
    </message>
    <message>
        <source>answer on a span</source>
        <translation>Antwort zu einer Spanne</translation>
    </message>
    <message>
        <source>guideline</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>new label</source>
        <translation>neues Label</translation>
    </message>
    <message>
        <source>changed label</source>
        <translation>geändertes Label</translation>
    </message>
    <message>
        <source>order of the labels</source>
        <translation>Reihenfolge der Labels</translation>
    </message>
    <message>
        <source>merged label</source>
        <translation>zusammengeführtes Label</translation>
    </message>
    <message>
        <source>retired label</source>
        <translation>stillgelegtes Label</translation>
    </message>
    <message>
        <source>label offered again</source>
        <translation>Label wieder angeboten</translation>
    </message>
    <message>
        <source>deciding a group</source>
        <translation>Gruppe entschieden</translation>
    </message>
    <message>
        <source>new stance</source>
        <translation>neue Haltung</translation>
    </message>
    <message>
        <source>changed stance</source>
        <translation>geänderte Haltung</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>deleted stance</source>
        <translation>gelöschte Haltung</translation>
    </message>
    <message>
        <source>reopened article</source>
        <translation>wieder geöffneter Artikel</translation>
    </message>
    <message>
        <source>excluded article</source>
        <translation>ausgeschlossener Artikel</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>settled comment</source>
        <translation>erledigter Kommentar</translation>
    </message>
    <message>
        <source>deleted comment</source>
        <translation>gelöschter Kommentar</translation>
    </message>
    <message>
        <source>new topic</source>
        <translation>neues Thema</translation>
    </message>
    <message>
        <source>changed topic</source>
        <translation>geändertes Thema</translation>
    </message>
    <message>
        <source>retired topic</source>
        <translation>stillgelegtes Thema</translation>
    </message>
    <message>
        <source>topic offered again</source>
        <translation>Thema wieder angeboten</translation>
    </message>
    <message>
        <source>reworded topic</source>
        <translation>umformuliertes Thema</translation>
    </message>
    <message>
        <source>merged topics</source>
        <translation>zusammengeführte Themen</translation>
    </message>
    <message>
        <source>no stance found</source>
        <translation>keine Haltung gefunden</translation>
    </message>
    <message>
        <source>withdrawn “no stance found”</source>
        <translation>zurückgenommenes „keine Haltung gefunden“</translation>
    </message>
    <message>
        <source>looked at again</source>
        <translation>noch einmal angesehen</translation>
    </message>
    <message>
        <source>new actor</source>
        <translation>neuer Akteur</translation>
    </message>
    <message>
        <source>changed actor</source>
        <translation>geänderter Akteur</translation>
    </message>
    <message>
        <source>merged actors</source>
        <translation>zusammengeführte Akteure</translation>
    </message>
    <message>
        <source>linked actor</source>
        <translation>verknüpfter Akteur</translation>
    </message>
    <message>
        <source>project settings</source>
        <translation>Projekteinstellungen</translation>
    </message>
    <message>
        <source>Nothing is in hand: go to a span with {next}, or select some text.</source>
        <translation>Nichts ist in der Hand: Gehen Sie mit {next} zu einer Spanne, oder wählen Sie Text aus.</translation>
    </message>
    <message>
        <source>There is no phrase here to select.</source>
        <translation>Hier gibt es keine Wortgruppe auszuwählen.</translation>
    </message>
    <message>
        <source>Nothing is proposed for this stance.</source>
        <translation>Für diese Haltung ist nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>No target in the text has this letter.</source>
        <translation>Kein Ziel im Text hat diesen Buchstaben.</translation>
    </message>
    <message>
        <source>No span is marked as unsure here.</source>
        <translation>Hier ist keine Spanne als unsicher markiert.</translation>
    </message>
    <message>
        <source>The model nearly suggested nothing else here.</source>
        <translation>Sonst hat das Modell hier nichts beinahe vorgeschlagen.</translation>
    </message>
    <message>
        <source>No suggestion is undecided here.</source>
        <translation>Hier ist kein Vorschlag offen.</translation>
    </message>
    <message>
        <source>A stance needs a target: a topic&apos;s digit, {target}, or a span taken with {next_candidate} and {take_candidate}.</source>
        <translation>Eine Haltung braucht ein Ziel: die Ziffer eines Themas, {target}, oder eine Spanne mit {next_candidate} und {take_candidate}.</translation>
    </message>
    <message>
        <source>First say which side: {stance_FAVOR} in favour, {stance_AGAINST} against, {stance_NEUTRAL} neutral.</source>
        <translation>Sagen Sie zuerst die Seite: {stance_FAVOR} dafür, {stance_AGAINST} dagegen, {stance_NEUTRAL} neutral.</translation>
    </message>
    <message>
        <source>Only a stance between spans or actors can be reversed.</source>
        <translation>Umkehren lässt sich nur eine Haltung zwischen Spannen oder Akteuren.</translation>
    </message>
    <message>
        <source>Some had no room beside your own spans and were left out.</source>
        <translation>Einige hatten neben eigenen Spannen keinen Platz und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>These suggestions are undecided. {finish} again settles what you have seen.</source>
        <translation>Diese Vorschläge sind offen. Noch einmal {finish} nimmt hin, was Sie gesehen haben.</translation>
    </message>
    <message>
        <source>There are no spans here to go to.</source>
        <translation>Hier gibt es keine Spannen.</translation>
    </message>
    <message>
        <source>No label has this key.</source>
        <translation>Kein Label hat diese Taste.</translation>
    </message>
    <message>
        <source>No topic has this digit yet. Add one in the menu Stance.</source>
        <translation>Noch kein Thema hat diese Ziffer. Legen Sie im Menü Haltung eines an.</translation>
    </message>
    <message>
        <source>There is no earlier target to repeat.</source>
        <translation>Es gibt kein früheres Ziel zu wiederholen.</translation>
    </message>
    <message>
        <source>No stance is in hand: click its card first.</source>
        <translation>Keine Haltung ist in der Hand: Klicken Sie zuerst ihre Karte an.</translation>
    </message>
    <message>
        <source>Select the words first.</source>
        <translation>Wählen Sie zuerst die Wörter aus.</translation>
    </message>
    <message>
        <source>A stance points to this span, so it stays as a mention.</source>
        <translation>Eine Haltung verweist auf diese Spanne, darum bleibt sie als Erwähnung.</translation>
    </message>
    <message>
        <source>Author of the article</source>
        <translation>Autor des Artikels</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation>Nicht genannt</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Kein Artikel ist offen</translation>
    </message>
    <message>
        <source>Choose one on the left.</source>
        <translation>Links einen auswählen.</translation>
    </message>
    <message>
        <source>Bring in the first articles</source>
        <translation>Die ersten Artikel hereinholen</translation>
    </message>
    <message>
        <source>Text, Word, PDF or web pages, press archives, tables or JSONL: choose files, or drop them here.</source>
        <translation>Texte, Word, PDF, Webseiten, Pressearchive, Tabellen oder JSONL: Dateien auswählen oder hier ablegen.</translation>
    </message>
    <message>
        <source>Import articles …</source>
        <translation>Artikel importieren …</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>Dateline</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Disclaimer</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über uns</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>There is no project at {path}.</source>
        <translation>Unter {path} liegt kein Projekt.</translation>
    </message>
    <message>
        <source>Look whether it was moved or renamed.</source>
        <translation>Sehen Sie nach, ob es verschoben oder umbenannt wurde.</translation>
    </message>
    <message>
        <source>There is a file at {path} already.</source>
        <translation>Unter {path} gibt es schon eine Datei.</translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation>Wählen Sie einen anderen Namen; nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>{path} is not a Lesart project.</source>
        <translation>{path} ist kein Lesart-Projekt.</translation>
    </message>
    <message>
        <source>To take in articles, import them into a project. The file was left as it is.</source>
        <translation>Artikel importiert man in ein Projekt. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Lesart.</source>
        <translation>{path} wurde von einem neueren Lesart geschrieben.</translation>
    </message>
    <message>
        <source>Update Lesart to open it. The file was left as it is.</source>
        <translation>Aktualisieren Sie Lesart, um sie zu öffnen. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The team project {path} was made by an older Lesart.</source>
        <translation>Das Teamprojekt {path} stammt von einem älteren Lesart.</translation>
    </message>
    <message>
        <source>When nobody is at work in it and the database has been backed up (pg_dump), upgrade it with lesart upgrade. Nothing was changed.</source>
        <translation>Bringen Sie es mit lesart upgrade auf den neuen Stand, wenn niemand daran arbeitet und die Datenbank gesichert ist (pg_dump). Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The project {path} is damaged: {reason}</source>
        <translation>Das Projekt {path} ist beschädigt: {reason}</translation>
    </message>
    <message>
        <source>Open the latest backup, and keep this file: much of it can be rescued.</source>
        <translation>Öffnen Sie die letzte Sicherung und behalten Sie diese Datei: vieles darin lässt sich retten.</translation>
    </message>
    <message>
        <source>Another program is writing to {path}.</source>
        <translation>Ein anderes Programm schreibt gerade in {path}.</translation>
    </message>
    <message>
        <source>Wait for it or close it, then try again. Nothing was changed.</source>
        <translation>Warten Sie darauf oder schließen Sie es, dann versuchen Sie es noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder, or copy it elsewhere.</source>
        <translation>Prüfen Sie die Rechte der Datei und ihres Ordners, oder kopieren Sie sie woandershin.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {path}.</source>
        <translation>Auf dem Datenträger von {path} ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Make room, then try again. What was saved is safe; the last step was not.</source>
        <translation>Schaffen Sie Platz, dann versuchen Sie es noch einmal. Gespeichertes ist sicher; der letzte Schritt fehlt.</translation>
    </message>
    <message>
        <source>No backup could be made at {path}, and nothing was changed: {reason}</source>
        <translation>Unter {path} konnte keine Sicherung angelegt werden; nichts wurde geändert: {reason}</translation>
    </message>
    <message>
        <source>Make room in the folder or make it writable, then try again.</source>
        <translation>Im Ordner Platz schaffen oder ihn schreibbar machen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{path} lies on a network share, where a project file can be damaged.</source>
        <translation>{path} liegt auf einem Netzlaufwerk, wo eine Projektdatei Schaden nehmen kann.</translation>
    </message>
    <message>
        <source>Copy it to a local folder; teams work on one PostgreSQL database instead.</source>
        <translation>Kopieren Sie es in einen lokalen Ordner; Teams arbeiten stattdessen auf einer PostgreSQL-Datenbank.</translation>
    </message>
    <message>
        <source>{start} to {end} is no range of this text (characters: {length}).</source>
        <translation>{start} bis {end} ist kein Bereich dieses Textes (Zeichen: {length}).</translation>
    </message>
    <message>
        <source>These words are marked as {label} already.</source>
        <translation>Diese Wörter sind schon als {label} markiert.</translation>
    </message>
    <message>
        <source>There is no {what} {id} (any more).</source>
        <translation>{what} {id} gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>The project has no label {label}.</source>
        <translation>Das Projekt hat kein Label {label}.</translation>
    </message>
    <message>
        <source>Add it to the project&apos;s labels, or use one that is there.</source>
        <translation>Nehmen Sie es in die Labels des Projekts auf, oder verwenden Sie ein vorhandenes.</translation>
    </message>
    <message>
        <source>A stance needs a topic or a target in the text.</source>
        <translation>Eine Haltung braucht ein Thema oder ein Ziel im Text.</translation>
    </message>
    <message>
        <source>Name a topic by its digit, or choose a target.</source>
        <translation>Nennen Sie ein Thema mit seiner Ziffer, oder wählen Sie ein Ziel.</translation>
    </message>
    <message>
        <source>This was changed since by {by} ({at}), so it was not undone.</source>
        <translation>Das wurde inzwischen von {by} geändert ({at}), darum wurde es nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>Undo the later step first, or change it by hand.</source>
        <translation>Nehmen Sie zuerst den späteren Schritt zurück, oder ändern Sie es von Hand.</translation>
    </message>
    <message>
        <source>It was not taken back, as people have worked on it (articles: {count}).</source>
        <translation>Es wurde nicht zurückgenommen, weil daran schon gearbeitet wurde (Artikel: {count}).</translation>
    </message>
    <message>
        <source>Undo or delete that work first.</source>
        <translation>Diese Arbeit muss zuerst zurückgenommen oder gelöscht werden.</translation>
    </message>
    <message>
        <source>Choose another in the project settings; on the command line name an embedded one (embedded:de), a spaCy package or a folder.</source>
        <translation>In den Projekteinstellungen lässt sich ein anderes wählen; auf der Befehlszeile ein eingebettetes (embedded:de), ein spaCy-Paket oder einen Ordner nennen.</translation>
    </message>
    <message>
        <source>There are too few finished articles to learn from (so far: {count}).</source>
        <translation>Es gibt zu wenig fertige Artikel, um daraus zu lernen (bisher: {count}).</translation>
    </message>
    <message>
        <source>This overlaps another span ({other_start} to {other_end}).</source>
        <translation>Das überschneidet sich mit einer anderen Spanne ({other_start} bis {other_end}).</translation>
    </message>
    <message>
        <source>Change or delete that one first, or allow nested spans in the project.</source>
        <translation>Ändern oder löschen Sie zuerst diese, oder erlauben Sie im Projekt geschachtelte Spannen.</translation>
    </message>
    <message>
        <source>The article is excluded.</source>
        <translation>Der Artikel ist ausgeschlossen.</translation>
    </message>
    <message>
        <source>Take it up again to annotate it.</source>
        <translation>Nehmen Sie ihn wieder auf, um ihn zu annotieren.</translation>
    </message>
    <message>
        <source>{path} no longer answers: {reason}</source>
        <translation>{path} antwortet nicht mehr: {reason}</translation>
    </message>
    <message>
        <source>Check the disk or the connection, then open the project again.</source>
        <translation>Prüfen Sie den Datenträger oder die Verbindung, dann öffnen Sie das Projekt wieder.</translation>
    </message>
    <message>
        <source>{path} has no room for a text or name of this length.</source>
        <translation>{path} hat keinen Platz für einen Text oder Namen dieser Länge.</translation>
    </message>
    <message>
        <source>Nothing of it was saved.</source>
        <translation>Nichts davon wurde gespeichert.</translation>
    </message>
    <message>
        <source>The {what} {key} is taken by another entry.</source>
        <translation>{what} {key} hat schon ein anderer Eintrag.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>These two cannot be joined: one is part of the other, or is gone already.</source>
        <translation>Diese beiden lassen sich nicht zusammenführen: das eine gehört zum anderen oder ist schon aufgegangen.</translation>
    </message>
    <message>
        <source>Choose another entry.</source>
        <translation>Einen anderen Eintrag wählen.</translation>
    </message>
    <message>
        <source>There are stances toward this topic in the article.</source>
        <translation>Im Artikel gibt es Haltungen zu diesem Thema.</translation>
    </message>
    <message>
        <source>Delete them first if the article takes none.</source>
        <translation>Erst diese löschen, wenn der Artikel keine einnimmt.</translation>
    </message>
    <message>
        <source>Let somebody else read some of the same articles, or let a model suggest.</source>
        <translation>Jemand anderes einige derselben Artikel lesen lassen, oder ein Modell vorschlagen lassen.</translation>
    </message>
    <message>
        <source>A network cannot be made by {name}.</source>
        <translation>Ein Netzwerk lässt sich nicht nach {name} bilden.</translation>
    </message>
    <message>
        <source>Choose one or two modes, a measure, and statements or documents.</source>
        <translation>Einen oder zwei Modi, ein Maß und Aussagen oder Dokumente wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>{path} is in no format that Lesart knows.</source>
        <translation>{path} ist in keinem Format, das Lesart kennt.</translation>
    </message>
    <message>
        <source>The manual lists what can be read and written.</source>
        <translation>Das Handbuch zählt auf, was gelesen und geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Texts of restricted articles would leave the project (articles: {count}).</source>
        <translation>Texte geschützter Artikel würden das Projekt verlassen (Artikel: {count}).</translation>
    </message>
    <message>
        <source>This needs the package {package}, which is not installed.</source>
        <translation>Das braucht das Paket {package}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install it, or Lesart with the extra “{extra}”, or do without.</source>
        <translation>Installieren Sie es oder Lesart mit dem Zusatz „{extra}“, oder verzichten Sie darauf.</translation>
    </message>
    <message>
        <source>Ask for more: other annotators (a model by its name), or articles that are not done.</source>
        <translation>Verlangen Sie mehr: andere Annotatoren (ein Modell bei seinem Namen), oder Artikel, die nicht fertig sind.</translation>
    </message>
    <message>
        <source>The encoding of {path} is neither UTF-8 nor a familiar one.</source>
        <translation>Die Kodierung von {path} ist weder UTF-8 noch eine vertraute.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>ihr Ende fehlt</translation>
    </message>
    <message>
        <source>it does not say which version it has</source>
        <translation>sie sagt nicht, welche Version sie hat</translation>
    </message>
    <message>
        <source>a database on a server is backed up there (pg_dump)</source>
        <translation>eine Datenbank auf einem Server wird dort gesichert (pg_dump)</translation>
    </message>
    <message>
        <source>line {line}, column {column}: what stands there is no TOML</source>
        <translation>Zeile {line}, Spalte {column}: was dort steht, ist kein TOML</translation>
    </message>
    <message>
        <source>“{field}” is missing</source>
        <translation>„{field}“ fehlt</translation>
    </message>
    <message>
        <source>“{field}” holds another kind of value than it should</source>
        <translation>„{field}“ hat einen anderen Wert, als dort stehen darf</translation>
    </message>
    <message>
        <source>“{pattern}” is no regular expression</source>
        <translation>„{pattern}“ ist kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Agreement needs at least two readers (so far: {count}).</source>
        <translation>Für die Übereinstimmung braucht es mindestens zwei Lesende (bisher: {count}).</translation>
    </message>
    <message>
        <source>An evaluation needs two readers, one of them judged (so far: {count}).</source>
        <translation>Für eine Auswertung braucht es zwei Lesende: wen sie beurteilt und wessen Lesart gilt (bisher: {count}).</translation>
    </message>
    <message>
        <source>Let a model suggest, and finish some of these articles, or import a gold standard.</source>
        <translation>Lassen Sie ein Modell vorschlagen und schließen Sie einige dieser Artikel ab, oder importieren Sie einen Goldstandard.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and import it again.</source>
        <translation>Speichern Sie sie als UTF-8 und importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>{path} lässt sich nicht schreiben: {reason}</translation>
    </message>
    <message>
        <source>Choose another place. What was there before was left as it is.</source>
        <translation>Wählen Sie einen anderen Ort. Was vorher da war, blieb, wie es ist.</translation>
    </message>
    <message>
        <source>Export without texts, or allow it expressly (--restricted).</source>
        <translation>Exportieren Sie ohne Texte, oder erlauben Sie es ausdrücklich (--restricted).</translation>
    </message>
    <message>
        <source>No given text is the one that was annotated as {key}.</source>
        <translation>Kein gegebener Text ist der, der als {key} annotiert wurde.</translation>
    </message>
    <message>
        <source>Its SHA-256 has to be {sha256}.</source>
        <translation>Seine SHA-256 muss {sha256} sein.</translation>
    </message>
    <message>
        <source>{path} is longer than any article ({limit} bytes).</source>
        <translation>{path} ist länger als jeder Artikel ({limit} Bytes).</translation>
    </message>
    <message>
        <source>If it holds several articles, bring them as JSON Lines or CSV.</source>
        <translation>Enthält sie mehrere Artikel, bringen Sie diese als JSON Lines oder CSV.</translation>
    </message>
    <message>
        <source>No column of {path} can be the article&apos;s text: {columns}</source>
        <translation>Keine Spalte von {path} kann der Text des Artikels sein: {columns}</translation>
    </message>
    <message>
        <source>Name one “text”, or say which it is.</source>
        <translation>Nennen Sie eine „text“, oder sagen Sie, welche es ist.</translation>
    </message>
    <message>
        <source>The import profile {path} cannot be used: {reason}</source>
        <translation>Das Importprofil {path} lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
        <source>Correct it, or import without it.</source>
        <translation>Bitte berichtigen oder ohne das Profil importieren.</translation>
    </message>
    <message>
        <source>Nothing in the project fits what was asked for; no file was written.</source>
        <translation>Nichts im Projekt passt zu dem, was verlangt war; keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <source>Nobody called {name} has annotated here; those who have are: {known}.</source>
        <translation>Niemand namens {name} hat hier annotiert; annotiert haben: {known}.</translation>
    </message>
    <message>
        <source>There is no model {name}.</source>
        <translation>Es gibt kein Modell {name}.</translation>
    </message>
    <message>
        <source>The model {name} cannot be loaded: {reason}</source>
        <translation>Das Modell {name} lässt sich nicht laden: {reason}</translation>
    </message>
    <message>
        <source>Install it anew, in a version for spaCy 3.8.</source>
        <translation>Installieren Sie es neu, in einer Version für spaCy 3.8.</translation>
    </message>
    <message>
        <source>The model {name} cannot go on learning here.</source>
        <translation>Das Modell {name} kann hier nicht weiterlernen.</translation>
    </message>
    <message>
        <source>Choose an embedded model in the project settings, or a spaCy pipeline with an entity recognizer (“ner”).</source>
        <translation>In den Projekteinstellungen ein eingebautes Modell wählen oder eine spaCy-Pipeline, die Entitäten erkennt („ner“).</translation>
    </message>
    <message>
        <source>Finish at least {needed} in this language; a hundred begin to show.</source>
        <translation>Mindestens {needed} in dieser Sprache fertigstellen; ab hundert wird es spürbar.</translation>
    </message>
    <message>
        <source>The model&apos;s process ended while it read article {article}.</source>
        <translation>Der Prozess des Modells endete, während er Artikel {article} las.</translation>
    </message>
    <message>
        <source>The article was passed over; it can be annotated without suggestions.</source>
        <translation>Der Artikel wurde übergangen; er lässt sich ohne Vorschläge annotieren.</translation>
    </message>
    <message>
        <source>The model {path} brings code of its own, which would run here: {files}</source>
        <translation>Das Modell {path} bringt eigenen Code mit, der hier laufen würde: {files}</translation>
    </message>
    <message>
        <source>Load it only from somebody you trust, as an installed package.</source>
        <translation>Laden Sie es nur von jemandem, dem Sie vertrauen, als installiertes Paket.</translation>
    </message>
    <message>
        <source>The label set {path} cannot be used: {field} {reason}</source>
        <translation>Der Label-Satz {path} ist nicht verwendbar: {field} {reason}</translation>
    </message>
</context>
</TS>
