<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementDialog</name>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>%n reader</numerusform>
            <numerusform>%n readers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) that at least two of them have read</source>
        <translation>
            <numerusform>%Ln article that at least two of them have read</numerusform>
            <numerusform>%Ln articles that at least two of them have read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlesView</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message numerus="yes">
        <source>{actor}, here and in %n other place(s)</source>
        <translation>
            <numerusform>{actor}, here and in %n other place</numerusform>
            <numerusform>{actor}, here and in %n other places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chores</name>
    <message numerus="yes">
        <source>%Ln article(s) read.</source>
        <translation>
            <numerusform>%Ln article read.</numerusform>
            <numerusform>%Ln articles read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) could not be read.</source>
        <translation>
            <numerusform>%Ln article could not be read.</numerusform>
            <numerusform>%Ln articles could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortDialog</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitiesPanel</name>
    <message numerus="yes">
        <source>Accept %n suggestion(s)</source>
        <translation>
            <numerusform>Accept %n suggestion</numerusform>
            <numerusform>Accept %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n suggestion(s)</source>
        <translation>
            <numerusform>Reject %n suggestion</numerusform>
            <numerusform>Reject %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n of your own</source>
        <translation>
            <numerusform>Delete %n of your own</numerusform>
            <numerusform>Delete %n of your own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message numerus="yes">
        <source>%n decided</source>
        <translation>
            <numerusform>%n decided</numerusform>
            <numerusform>%n decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>%n suggested</numerusform>
            <numerusform>%n suggested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvaluationDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) that both have read</source>
        <translation>
            <numerusform>%Ln article that both have read</numerusform>
            <numerusform>%Ln articles that both have read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{counted} of %Ln article(s) that both have read</source>
        <translation>
            <numerusform>{counted} of %Ln article that both have read</numerusform>
            <numerusform>{counted} of %Ln articles that both have read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln article(s) that {model} has learnt from, or from nearly the same.</source>
        <translation>
            <numerusform>Left out: %Ln article that {model} has learnt from, or from one nearly the same.</numerusform>
            <numerusform>Left out: %Ln articles that {model} has learnt from, or from such as are nearly the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message numerus="yes">
        <source>%Ln that the queue shows</source>
        <translation>
            <numerusform>%Ln that the queue shows</numerusform>
            <numerusform>%Ln that the queue shows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message numerus="yes">
        <source>%Ln article(s) would be written.</source>
        <translation>
            <numerusform>%Ln article would be written.</numerusform>
            <numerusform>%Ln articles would be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) would be lost or changed.</source>
        <translation>
            <numerusform>%Ln annotation would be lost or changed.</numerusform>
            <numerusform>%Ln annotations would be lost or changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln article(s); the rest is being looked at …</source>
        <translation>
            <numerusform>The first %Ln article; the rest is being looked at …</numerusform>
            <numerusform>The first %Ln articles; the rest is being looked at …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message numerus="yes">
        <source>more than %Ln file(s)</source>
        <translation>
            <numerusform>more than %Ln file</numerusform>
            <numerusform>more than %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln article(s)</source>
        <translation>
            <numerusform>more than %Ln article</numerusform>
            <numerusform>more than %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message numerus="yes">
        <source>%Ln labelled so already.</source>
        <translation>
            <numerusform>%Ln is labelled so already.</numerusform>
            <numerusform>%Ln are labelled so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %Ln occurrence(s)</source>
        <translation>
            <numerusform>Label %Ln occurrence</numerusform>
            <numerusform>Label %Ln occurrences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintsButton</name>
    <message numerus="yes">
        <source>also printed %n time(s)</source>
        <translation>
            <numerusform>also printed once</numerusform>
            <numerusform>also printed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also printed %n time(s)</source>
        <translation>
            <numerusform>also printed once</numerusform>
            <numerusform>also printed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message numerus="yes">
        <source>%Ln article(s) imported.</source>
        <translation>
            <numerusform>%Ln article imported.</numerusform>
            <numerusform>%Ln articles imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) added to articles that were there.</source>
        <translation>
            <numerusform>%Ln annotation set added to an article that was there.</numerusform>
            <numerusform>%Ln annotation sets added to articles that were there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were there already.</source>
        <translation>
            <numerusform>%Ln article was there already.</numerusform>
            <numerusform>%Ln articles were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) exported.</source>
        <translation>
            <numerusform>%Ln article exported.</numerusform>
            <numerusform>%Ln articles exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) were lost or changed.</source>
        <translation>
            <numerusform>%Ln annotation was lost or changed.</numerusform>
            <numerusform>%Ln annotations were lost or changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message numerus="yes">
        <source>%n article(s) to look at again: the topic has another meaning.</source>
        <translation>
            <numerusform>%n article to look at again: the topic has another meaning.</numerusform>
            <numerusform>%n articles to look at again: the topic has another meaning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Others have %n article(s) to look at again.</source>
        <translation>
            <numerusform>Others have %n article to look at again.</numerusform>
            <numerusform>Others have %n articles to look at again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) left to look at again</source>
        <translation>
            <numerusform>%n topic left to look at again</numerusform>
            <numerusform>%n topics left to look at again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message numerus="yes">
        <source>Printed more than once: %Ln stories in {articles} articles.</source>
        <translation>
            <numerusform>Printed more than once: one story in {articles} articles.</numerusform>
            <numerusform>Printed more than once: %Ln stories in {articles} articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) stand as before.</source>
        <translation>
            <numerusform>%Ln article stands as before.</numerusform>
            <numerusform>%Ln articles stand as before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripDesk</name>
    <message numerus="yes">
        <source>%n suggestion(s) left</source>
        <translation>
            <numerusform>%n suggestion left</numerusform>
            <numerusform>%n suggestions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not shown: low score</source>
        <translation>
            <numerusform>%n not shown: low score</numerusform>
            <numerusform>%n not shown: low score</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message numerus="yes">
        <source>This removes the suggestions in %n article(s).</source>
        <translation>
            <numerusform>This removes the suggestions in %n article.</numerusform>
            <numerusform>This removes the suggestions in %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n article(s) work builds on these suggestions, so they stay.</source>
        <translation>
            <numerusform>In %n article work builds on these suggestions, so they stay.</numerusform>
            <numerusform>In %n articles work builds on these suggestions, so they stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of it have been worked on, so it stays.</source>
        <translation>
            <numerusform>%n article of it has been worked on, so it stays.</numerusform>
            <numerusform>%n articles of it have been worked on, so it stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message numerus="yes">
        <source>The suggestions in %n article(s) were taken back.</source>
        <translation>
            <numerusform>The suggestions in %n article were taken back.</numerusform>
            <numerusform>The suggestions in %n articles were taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An import was taken back: %n article(s).</source>
        <translation>
            <numerusform>An import was taken back: %n article.</numerusform>
            <numerusform>An import was taken back: %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message numerus="yes">
        <source>Learnt from %Ln article(s);</source>
        <translation>
            <numerusform>Learnt from %Ln article;</numerusform>
            <numerusform>Learnt from %Ln articles;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>both versions measured on %Ln other(s).</source>
        <translation>
            <numerusform>both versions measured on %Ln other.</numerusform>
            <numerusform>both versions measured on %Ln others.</numerusform>
        </translation>
    </message>
</context>
</TS>
