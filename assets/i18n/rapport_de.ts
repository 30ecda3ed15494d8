<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccountRow</name>
    <message>
        <source>%1. %2, %3 of 10, %4</source>
        <comment>place, account, total, move</comment>
        <translation>%1. %2, %3 von 10, %4</translation>
    </message>
</context>
<context>
    <name>AcquaintanceNote</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>AddAnswer</name>
    <message>
        <source>Add another</source>
        <translation>Weitere hinzufügen</translation>
    </message>
</context>
<context>
    <name>AskingMenu</name>
    <message>
        <source>Language of the form</source>
        <translation>Sprache des Formulars</translation>
    </message>
    <message>
        <source>How it asks</source>
        <translation>Wie gefragt wird</translation>
    </message>
    <message>
        <source>One question at a time</source>
        <translation>Eine Frage nach der anderen</translation>
    </message>
    <message>
        <source>Delete this draft</source>
        <translation>Diesen Entwurf löschen</translation>
    </message>
    <message>
        <source>Hand over to a colleague</source>
        <translation>An jemanden übergeben</translation>
    </message>
    <message>
        <source>Library and tray</source>
        <translation>Bibliothek und Mappe</translation>
    </message>
</context>
<context>
    <name>AssetRow</name>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
</context>
<context>
    <name>AssetTile</name>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
</context>
<context>
    <name>AssetWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>version of a document</comment>
        <translation>v%1</translation>
    </message>
</context>
<context>
    <name>BriefingBanner</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the briefing. %1</source>
        <translation>Briefing öffnen. %1</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Briefing</translation>
    </message>
</context>
<context>
    <name>rapport::app::BriefingController</name>
    <message>
        <source>Appointment today</source>
        <translation>Termin heute</translation>
    </message>
    <message>
        <source>Appointment on %1</source>
        <translation>Termin am %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s), older ones, are left out here.</source>
        <comment>of a briefing</comment>
        <translation>
            <numerusform>Eine weitere, ältere Zeile ist hier weggelassen.</numerusform>
            <numerusform>%n weitere, ältere Zeilen sind hier weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This briefing cannot be read at the moment. Please try again.</source>
        <translation>Dieses Briefing kann gerade nicht gelesen werden. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This customer is no longer on this tablet.</source>
        <translation>Dieser Kunde ist nicht mehr auf diesem Tablet.</translation>
    </message>
    <message>
        <source>Nothing is known yet: this will be the first talk.</source>
        <translation>Noch ist nichts bekannt: Dies wird das erste Gespräch.</translation>
    </message>
</context>
<context>
    <name>BriefingScreen</name>
    <message>
        <source>Briefing</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>All that is known of this customer</source>
        <translation>Alles, was über diesen Kunden bekannt ist</translation>
    </message>
    <message>
        <source>Start conversation</source>
        <translation>Gespräch beginnen</translation>
    </message>
    <message>
        <source>Bring across</source>
        <translation>Vermitteln</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation>Letzte Kontakte</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>Vermeiden</translation>
    </message>
    <message>
        <source>Still open from earlier talks</source>
        <translation>Noch offen aus früheren Gesprächen</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Open offer</source>
        <translation>Offenes Angebot</translation>
    </message>
    <message>
        <source>On the table</source>
        <translation>Auf dem Tisch</translation>
    </message>
</context>
<context>
    <name>Candidate</name>
    <message>
        <source>same badge</source>
        <translation>derselbe Ausweis</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>dieselbe E-Mail</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>derselbe Name</translation>
    </message>
    <message>
        <source>same name, first and last name exchanged</source>
        <translation>derselbe Name, Vor- und Nachname vertauscht</translation>
    </message>
    <message>
        <source>another form of the same name</source>
        <translation>eine andere Form desselben Namens</translation>
    </message>
    <message>
        <source>almost the same name</source>
        <translation>fast derselbe Name</translation>
    </message>
    <message>
        <source>same initial and last name</source>
        <translation>derselbe Anfangsbuchstabe und Nachname</translation>
    </message>
    <message>
        <source>same last name</source>
        <translation>derselbe Nachname</translation>
    </message>
    <message>
        <source>same first name</source>
        <translation>derselbe Vorname</translation>
    </message>
    <message>
        <source>same telephone</source>
        <translation>dasselbe Telefon</translation>
    </message>
    <message>
        <source>same firm</source>
        <translation>dieselbe Firma</translation>
    </message>
    <message>
        <source>almost the same firm</source>
        <translation>fast dieselbe Firma</translation>
    </message>
    <message>
        <source>same internet domain</source>
        <translation>dieselbe Internet-Domain</translation>
    </message>
    <message>
        <source>same mailbox of the firm</source>
        <translation>dasselbe Postfach der Firma</translation>
    </message>
    <message>
        <source>same switchboard</source>
        <translation>dieselbe Telefonzentrale</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>anderer Name</translation>
    </message>
    <message>
        <source>other first name</source>
        <translation>anderer Vorname</translation>
    </message>
    <message>
        <source>other last name</source>
        <translation>anderer Nachname</translation>
    </message>
    <message>
        <source>other firm</source>
        <translation>andere Firma</translation>
    </message>
    <message>
        <source>other e-mail</source>
        <translation>andere E-Mail</translation>
    </message>
    <message>
        <source>other telephone</source>
        <translation>anderes Telefon</translation>
    </message>
    <message>
        <source>other town</source>
        <translation>anderer Ort</translation>
    </message>
</context>
<context>
    <name>CandidateRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>chosen; %1</source>
        <translation>gewählt; %1</translation>
    </message>
</context>
<context>
    <name>rapport::app::CandidatesController</name>
    <message>
        <source>Same person</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>Same person, add e-mail and telephone</source>
        <translation>Dieselbe Person, E-Mail und Telefon ergänzen</translation>
    </message>
    <message>
        <source>Same person, add e-mail</source>
        <translation>Dieselbe Person, E-Mail ergänzen</translation>
    </message>
    <message>
        <source>Same person, add telephone</source>
        <translation>Dieselbe Person, Telefon ergänzen</translation>
    </message>
    <message>
        <source>Same person, replace e-mail and telephone</source>
        <translation>Dieselbe Person, E-Mail und Telefon ersetzen</translation>
    </message>
    <message>
        <source>Same person, replace e-mail</source>
        <translation>Dieselbe Person, E-Mail ersetzen</translation>
    </message>
    <message>
        <source>Same person, replace telephone</source>
        <translation>Dieselbe Person, Telefon ersetzen</translation>
    </message>
    <message>
        <source>Add to this firm</source>
        <translation>Zu dieser Firma</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt lassen</translation>
    </message>
    <message>
        <source>This conversation is with %1, whom you know.</source>
        <translation>Dieses Gespräch ist mit %1, bereits bekannt.</translation>
    </message>
    <message>
        <source>Someone new of %1.</source>
        <translation>Jemand Neues von %1.</translation>
    </message>
    <message>
        <source>This may be %1 (%2).</source>
        <translation>Das könnte %1 sein (%2).</translation>
    </message>
    <message>
        <source>The firm may be %1 (%2).</source>
        <translation>Die Firma könnte %1 sein (%2).</translation>
    </message>
    <message>
        <source>On the badge</source>
        <translation>Auf dem Ausweis</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>Auf der Karte</translation>
    </message>
    <message>
        <source>In this conversation</source>
        <translation>In diesem Gespräch</translation>
    </message>
    <message>
        <source>%1 in your customers</source>
        <translation>%1 in Ihren Kunden</translation>
    </message>
</context>
<context>
    <name>CandidatesScreen</name>
    <message>
        <source>Is this somebody you know?</source>
        <translation>Ist das jemand, den Sie kennen?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 differs</source>
        <comment>a field</comment>
        <translation>%1 ist verschieden</translation>
    </message>
    <message>
        <source>%1: %2; %3: %4</source>
        <translation>%1: %2; %3: %4</translation>
    </message>
    <message>
        <source>differs</source>
        <comment>a field of two contacts</comment>
        <translation>verschieden</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) or firm(s) fit(s)</source>
        <translation>
            <numerusform>%n Person oder Firma passt</numerusform>
            <numerusform>%n Personen oder Firmen passen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::CardController</name>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>PLZ</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>This card cannot be read. Please take another picture, or type the contact.</source>
        <translation>Diese Karte lässt sich nicht lesen. Bitte nehmen Sie ein anderes Bild auf, oder tippen Sie den Kontakt ein.</translation>
    </message>
    <message>
        <source>There is nothing on this picture that could be read. Hold the card straight and near, in good light, and take it again.</source>
        <translation>Auf diesem Bild ist nichts zu lesen. Halten Sie die Karte gerade, nah und bei gutem Licht, und nehmen Sie sie noch einmal auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) want a look</source>
        <translation>
            <numerusform>%n Feld bitte ansehen</numerusform>
            <numerusform>%n Felder bitte ansehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardFieldRow</name>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>bitte prüfen</translation>
    </message>
    <message>
        <source>%1, please check</source>
        <comment>a field of a card</comment>
        <translation>%1, bitte prüfen</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation>%1 leeren</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Reading the card …</source>
        <translation>Die Karte wird gelesen …</translation>
    </message>
    <message>
        <source>Business card</source>
        <translation>Visitenkarte</translation>
    </message>
    <message>
        <source>Back to scanning</source>
        <translation>Zurück zum Scannen</translation>
    </message>
    <message>
        <source>The card</source>
        <translation>Die Karte</translation>
    </message>
    <message>
        <source>Swap the names</source>
        <translation>Namen tauschen</translation>
    </message>
    <message>
        <source>Use this contact</source>
        <translation>Diesen Kontakt verwenden</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Noch einmal aufnehmen</translation>
    </message>
</context>
<context>
    <name>ChoiceSearch</name>
    <message>
        <source>The list is being prepared …</source>
        <translation>Die Liste wird vorbereitet …</translation>
    </message>
    <message>
        <source>There are more: type more to see fewer.</source>
        <translation>Es gibt mehr: Tippen Sie mehr, um weniger zu sehen.</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>%1 of %2: type more to see fewer.</source>
        <comment>numbers of hits shown and found</comment>
        <translation>%1 von %2: Tippen Sie mehr, um weniger zu sehen.</translation>
    </message>
</context>
<context>
    <name>CodeAnswer</name>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Noch einmal scannen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Or use a hand scanner, or type what is printed below the bars.</source>
        <translation>Oder nehmen Sie einen Handscanner, oder tippen Sie, was unter den Strichen steht.</translation>
    </message>
    <message>
        <source>There is no camera here: use a hand scanner, or type what is printed below the bars.</source>
        <translation>Hier gibt es keine Kamera: Nehmen Sie einen Handscanner, oder tippen Sie, was unter den Strichen steht.</translation>
    </message>
</context>
<context>
    <name>CodeChoice</name>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
</context>
<context>
    <name>rapport::app::CodeController</name>
    <message>
        <source>There is no code in this picture that can be read. You can type it instead.</source>
        <translation>In diesem Bild ist kein lesbarer Code. Sie können ihn tippen.</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Zu dunkel</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Stillhalten</translation>
    </message>
    <message>
        <source>Hold the code into the frame.</source>
        <translation>Halten Sie den Code ins Bild.</translation>
    </message>
</context>
<context>
    <name>CodeScreen</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Licht ausschalten</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Licht einschalten</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Andere Kamera</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Lieber tippen</translation>
    </message>
</context>
<context>
    <name>CollectButton</name>
    <message>
        <source>%1 is in the tray; add it once more</source>
        <translation>%1 ist in der Mappe; noch einmal hinzufügen</translation>
    </message>
    <message>
        <source>Put %1 into the tray</source>
        <translation>%1 in die Mappe legen</translation>
    </message>
</context>
<context>
    <name>CollectMenu</name>
    <message>
        <source>Into the tray</source>
        <translation>In die Mappe</translation>
    </message>
    <message>
        <source>This page, %1</source>
        <translation>Diese Seite, %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n page(s)</source>
        <translation>
            <numerusform>Die %n Seite</numerusform>
            <numerusform>Alle %n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmAnswer</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihr Wert</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Der andere Wert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1, %2</source>
        <translation>Rückgängig: %1, %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close: %1, %2</source>
        <translation>Schließen: %1, %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::ConflictController</name>
    <message>
        <source>Their value has changed since you decided. Please choose again.</source>
        <translation>Der andere Wert hat sich seit Ihrer Entscheidung geändert. Bitte wählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Saved on this tablet. It goes out by itself.</source>
        <translation>Auf diesem Tablet gespeichert. Geht von selbst hinaus.</translation>
    </message>
    <message>
        <source>On its way to the hub.</source>
        <translation>Auf dem Weg zum Hub.</translation>
    </message>
    <message>
        <source>The office had decided already, %1. Your choice was not taken.</source>
        <translation>Das Büro hatte schon entschieden (%1). Ihre Wahl wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>%1 had decided already, %2. Your choice was not taken.</source>
        <translation>%1 hatte schon entschieden (%2). Ihre Wahl wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>Conversation from %1</source>
        <translation>Gespräch von %1</translation>
    </message>
    <message>
        <source>Conversation with %1, %2</source>
        <translation>Gespräch mit %1, %2</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>das Büro</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Zwei Werte</translation>
    </message>
    <message>
        <source>Two values for %1</source>
        <translation>Zwei Werte für %1</translation>
    </message>
    <message>
        <source>Somebody else has changed the same: %1. Which value is right?</source>
        <translation>Das hat auch jemand anderes geändert: %1. Welcher Wert stimmt?</translation>
    </message>
    <message>
        <source>The hub may have your decision already, so it stays as it is.</source>
        <translation>Der Hub hat Ihre Entscheidung vielleicht schon, daher bleibt sie bestehen.</translation>
    </message>
</context>
<context>
    <name>ConflictNote</name>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
</context>
<context>
    <name>ConflictValue</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no value</comment>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
</context>
<context>
    <name>ConsentRow</name>
    <message>
        <source>Hide the text</source>
        <translation>Text ausblenden</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Text zeigen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Withdraw consent: %1</source>
        <translation>Einwilligung widerrufen: %1</translation>
    </message>
</context>
<context>
    <name>ContactField</name>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Further e-mail addresses</source>
        <translation>Weitere E-Mail-Adressen</translation>
    </message>
    <message>
        <source>Further numbers</source>
        <translation>Weitere Nummern</translation>
    </message>
    <message>
        <source>Badge number</source>
        <translation>Ausweisnummer</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Estimated value</source>
        <translation>Geschätzter Wert</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>Badge %1</source>
        <translation>Ausweis %1</translation>
    </message>
    <message>
        <source>A code without a name</source>
        <translation>Ein Code ohne Namen</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Conversation from %1</source>
        <translation>Gespräch von %1</translation>
    </message>
    <message>
        <source>Badge %1</source>
        <translation>Ausweis %1</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 von %2 Antworten</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Corrected %1</source>
        <translation>Korrigiert %1</translation>
    </message>
    <message>
        <source>Correction begun</source>
        <translation>Korrektur begonnen</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
</context>
<context>
    <name>ConversationBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back, keep the draft</source>
        <translation>Zurück, Entwurf behalten</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show what we know of this customer</source>
        <translation>Zeigen, was wir über diesen Kunden wissen</translation>
    </message>
    <message>
        <source>Language of the form, and how it asks</source>
        <translation>Sprache des Formulars und wie gefragt wird</translation>
    </message>
    <message>
        <source>Delete this draft</source>
        <translation>Diesen Entwurf löschen</translation>
    </message>
    <message>
        <source>Language of the form, how it asks, delete this draft</source>
        <translation>Sprache des Formulars, wie gefragt wird, diesen Entwurf löschen</translation>
    </message>
    <message>
        <source>Language of the form, how it asks, hand over and more</source>
        <translation>Sprache des Formulars, Art zu fragen, Übergabe und mehr</translation>
    </message>
    <message>
        <source>Library: show brochures and films</source>
        <translation>Bibliothek: Broschüren und Filme zeigen</translation>
    </message>
    <message>
        <source>Language of the form, how it asks, library and tray</source>
        <translation>Sprache des Formulars, wie es fragt, Bibliothek und Mappe</translation>
    </message>
</context>
<context>
    <name>rapport::app::ConversationController</name>
    <message>
        <source>This answer does not fit.</source>
        <translation>Diese Antwort passt nicht.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Badge %1</source>
        <translation>Ausweis %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Saved on this tablet %1</source>
        <translation>Auf diesem Tablet gespeichert %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are missing</source>
        <translation>
            <numerusform>Eine Antwort fehlt</numerusform>
            <numerusform>%n Antworten fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>The badge also says: %1</source>
        <translation>Auf dem Ausweis steht auch: %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <comment>%1 is an answer: All OK</comment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Removed. Undo</source>
        <translation>Entfernt. Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n answered. Undo</source>
        <translation>
            <numerusform>%n beantwortet. Rückgängig</numerusform>
            <numerusform>%n beantwortet. Rückgängig</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawn on it. Undo</source>
        <translation>Darauf gezeichnet. Rückgängig</translation>
    </message>
    <message>
        <source>Nothing was heard. Please try again, or pick a sound file.</source>
        <translation>Es war nichts zu hören. Bitte versuchen Sie es noch einmal, oder wählen Sie eine Tondatei.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) outside the limits: please say why</source>
        <translation>
            <numerusform>%n Wert liegt außerhalb der Grenzen: Bitte sagen Sie, warum</numerusform>
            <numerusform>%n Werte liegen außerhalb der Grenzen: Bitte sagen Sie, warum</numerusform>
        </translation>
    </message>
    <message>
        <source>The card also says: %1</source>
        <translation>Auf der Karte steht außerdem: %1</translation>
    </message>
    <message>
        <source>Filled in from the organiser&apos;s list. What was typed here stays.</source>
        <translation>Aus der Liste des Veranstalters ergänzt. Was hier getippt wurde, bleibt.</translation>
    </message>
    <message>
        <source>Not taken, because it is on file otherwise: %1</source>
        <translation>Nicht übernommen, weil es anders hinterlegt ist: %1</translation>
    </message>
    <message>
        <source>This form has no place for: %1</source>
        <translation>Dieses Formular hat keinen Platz für: %1</translation>
    </message>
    <message>
        <source>A known contact. Undo</source>
        <translation>Ein bekannter Kontakt. Rückgängig</translation>
    </message>
    <message>
        <source>Added to the firm. Undo</source>
        <translation>Zur Firma hinzugefügt. Rückgängig</translation>
    </message>
    <message>
        <source>Kept apart. Undo</source>
        <translation>Getrennt gelassen. Rückgängig</translation>
    </message>
    <message>
        <source>The photo of the card is not kept: this form has no question for it.</source>
        <translation>Das Foto der Karte wird nicht behalten: Dieses Formular hat keine Frage dafür.</translation>
    </message>
    <message>
        <source>%1: the conversation of today was held with another form</source>
        <translation>%1: Das heutige Gespräch wurde mit einem anderen Formular geführt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person, and the questions that are open for her</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>These answers are for %n people</source>
        <translation>
            <numerusform>Diese Antworten gelten für eine Person</numerusform>
            <numerusform>Diese Antworten gelten für %n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationFoot</name>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Bericht erstellen</translation>
    </message>
    <message>
        <source>On to %1</source>
        <comment>the next section</comment>
        <translation>Weiter zu %1</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>To be resolved</source>
        <translation>Noch zu klären</translation>
    </message>
</context>
<context>
    <name>ConversationScreen</name>
    <message>
        <source>Back to the questions</source>
        <translation>Zurück zu den Fragen</translation>
    </message>
</context>
<context>
    <name>CounterAnswer</name>
    <message>
        <source>%1: less</source>
        <comment>question</comment>
        <translation>%1: weniger</translation>
    </message>
    <message>
        <source>%1: more</source>
        <comment>question</comment>
        <translation>%1: mehr</translation>
    </message>
</context>
<context>
    <name>rapport::app::CustomerController</name>
    <message>
        <source>This customer cannot be read at the moment. Please try again.</source>
        <translation>Dieser Kunde kann gerade nicht gelesen werden. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This customer is no longer on this tablet.</source>
        <translation>Dieser Kunde ist nicht mehr auf diesem Tablet.</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>Looked after by %1</source>
        <translation>Betreut von %1</translation>
    </message>
    <message>
        <source>Revenue %1 to date</source>
        <translation>Umsatz %1 bisher</translation>
    </message>
    <message>
        <source>All of %1: %2</source>
        <translation>Ganzes Jahr %1: %2</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>Weitere Personen</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>consent</comment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <comment>consent</comment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>unterschrieben</translation>
    </message>
    <message>
        <source>Withdrawn %1</source>
        <translation>Widerrufen %1</translation>
    </message>
    <message>
        <source>Consent cannot be withdrawn on this tablet: the form “%1” has not been published for it.</source>
        <translation>Auf diesem Tablet kann keine Einwilligung widerrufen werden: Das Formular „%1“ ist dafür nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>More machines</source>
        <translation>Weitere Maschinen</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>last service %1</source>
        <translation>letzte Wartung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n offenes Ticket</numerusform>
            <numerusform>%n offene Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <comment>of a timeline</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>of a timeline</comment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>Nothing more is known here yet.</source>
        <translation>Mehr ist hier noch nicht bekannt.</translation>
    </message>
    <message>
        <source>as much as by %1</source>
        <comment>a day of last year</comment>
        <translation>so viel wie bis zum %1</translation>
    </message>
    <message>
        <source>%1 % more than by %2</source>
        <comment>a figure and a day of last year</comment>
        <translation>%1 % mehr als bis zum %2</translation>
    </message>
    <message>
        <source>%1 % less than by %2</source>
        <comment>a figure and a day of last year</comment>
        <translation>%1 % weniger als bis zum %2</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>to bring across</comment>
        <translation>
            <numerusform>%n Botschaft</numerusform>
            <numerusform>%n Botschaften</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <comment>to ask</comment>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to avoid</source>
        <comment>subjects</comment>
        <translation>
            <numerusform>%n Thema zu vermeiden</numerusform>
            <numerusform>%n Themen zu vermeiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n noch offen</numerusform>
            <numerusform>%n noch offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Appointment today</source>
        <translation>Termin heute</translation>
    </message>
    <message>
        <source>Appointment on %1</source>
        <translation>Termin am %1</translation>
    </message>
</context>
<context>
    <name>CustomerPane</name>
    <message>
        <source>Nothing is open with this customer.</source>
        <translation>Bei diesem Kunden ist nichts offen.</translation>
    </message>
    <message>
        <source>Met before</source>
        <translation>Frühere Gespräche</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CustomerRows</name>
    <message>
        <source>Lead</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifiziert</translation>
    </message>
    <message>
        <source>Offer made</source>
        <translation>Angebot gemacht</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>an offer</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>Endet heute</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <comment>until an offer ends</comment>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>valid to %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>als Nächstes: %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Waiting for parts</source>
        <translation>Wartet auf Teile</translation>
    </message>
</context>
<context>
    <name>CustomerScreen</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>Zurück zu den Kunden</translation>
    </message>
    <message>
        <source>Start conversation</source>
        <translation>Gespräch beginnen</translation>
    </message>
</context>
<context>
    <name>DatePick</name>
    <message>
        <source>Day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>Day earlier</source>
        <translation>Ein Tag früher</translation>
    </message>
    <message>
        <source>Day later</source>
        <translation>Ein Tag später</translation>
    </message>
    <message>
        <source>Month and year</source>
        <translation>Monat und Jahr</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Close the calendar</source>
        <translation>Kalender schließen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>DaySummary</name>
    <message>
        <source>%1: needs somebody</source>
        <translation>%1: braucht jemanden</translation>
    </message>
    <message>
        <source>%1: waits</source>
        <translation>%1: wartet</translation>
    </message>
    <message>
        <source>%1: confirmed</source>
        <translation>%1: bestätigt</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 von %2 Antworten</translation>
    </message>
    <message>
        <source>goes out by itself</source>
        <translation>geht von selbst hinaus</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n file(s)</source>
        <translation>
            <numerusform>%1 mit %n Datei</numerusform>
            <numerusform>%1 mit %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox of %1</source>
        <translation>Ausgang von %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n conversation(s), %2</source>
        <translation>
            <numerusform>%1: %n Gespräch, %2</numerusform>
            <numerusform>%1: %n Gespräche, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversations.</source>
        <translation>Keine Gespräche.</translation>
    </message>
</context>
<context>
    <name>DealCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::DeletedController</name>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 von %2 Antworten</translation>
    </message>
    <message numerus="yes">
        <source>kept for %n more day(s)</source>
        <translation>
            <numerusform>noch %n Tag aufbewahrt</numerusform>
            <numerusform>noch %n Tage aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
</context>
<context>
    <name>DeletedScreen</name>
    <message>
        <source>Recently deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Never sent; kept on this tablet for 30 days</source>
        <translation>Nie gesendet; bleibt 30 Tage auf diesem Tablet</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Zurück zum Ausgang</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days.</source>
        <translation>In den letzten 30 Tagen wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the conversation with %1</source>
        <translation>Das Gespräch mit %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>Delete the conversation with %1 for good</source>
        <translation>Das Gespräch mit %1 endgültig löschen</translation>
    </message>
</context>
<context>
    <name>DrawingAnswer</name>
    <message>
        <source>Go on drawing</source>
        <translation>Weiterzeichnen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>DrawingScreen</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>This picture cannot be shown, so nothing can be drawn on it. Please take it again.</source>
        <translation>Dieses Bild kann nicht gezeigt werden, also lässt sich nicht darauf zeichnen. Bitte nehmen Sie es noch einmal auf.</translation>
    </message>
    <message>
        <source>The picture is being loaded …</source>
        <translation>Das Bild wird geladen …</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
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
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>EarlierValues</name>
    <message numerus="yes">
        <source>%n earlier value(s), the last %1 on %2</source>
        <comment>value and day</comment>
        <translation>
            <numerusform>%n früherer Wert: %1 am %2</numerusform>
            <numerusform>%n frühere Werte, der letzte %1 am %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>value and day</comment>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>Measured before: %1</source>
        <translation>Früher gemessen: %1</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Connect to a hub</source>
        <translation>Mit einem Hub verbinden</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>Zurück zu den Einstellungen</translation>
    </message>
    <message>
        <source>The office invites a tablet with a QR code. From then on the fair, its forms and its customers come from that hub, and what you finish goes there.</source>
        <translation>Das Büro lädt ein Tablet mit einem QR-Code ein. Danach kommen Messe, Formulare und Kunden von diesem Hub, und was Sie abschließen, geht dorthin.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Scan the invitation</source>
        <translation>Einladung scannen</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Adresse des Hubs</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Go to the fair</source>
        <translation>Zur Messe</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::FileAlbum</name>
    <message>
        <source>There are no sound files in the folders for music and downloads of this device.</source>
        <translation>In den Ordnern für Musik und Downloads dieses Geräts sind keine Tondateien.</translation>
    </message>
    <message>
        <source>There are no videos in the folders for videos and downloads of this device.</source>
        <translation>In den Ordnern für Videos und Downloads dieses Geräts sind keine Videos.</translation>
    </message>
    <message>
        <source>There are no such files in the folders for documents and downloads of this device.</source>
        <translation>In den Ordnern für Dokumente und Downloads dieses Geräts sind keine solchen Dateien.</translation>
    </message>
    <message>
        <source>There are no rescue files in the folders for documents and downloads of this device, nor on a stick.</source>
        <translation>In den Ordnern für Dokumente und Downloads dieses Geräts und auf Sticks liegen keine Rettungsdateien.</translation>
    </message>
</context>
<context>
    <name>FileAnswer</name>
    <message>
        <source>The file is being kept …</source>
        <translation>Die Datei wird gespeichert …</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pick another</source>
        <translation>Anderes auswählen</translation>
    </message>
    <message>
        <source>Pick video</source>
        <translation>Video wählen</translation>
    </message>
    <message>
        <source>Pick file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A video is not taken here; pick one of this device.</source>
        <translation>Videos werden hier nicht aufgenommen; wählen Sie eines dieses Geräts.</translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>Pick video</source>
        <translation>Video wählen</translation>
    </message>
    <message>
        <source>Pick sound file</source>
        <translation>Tondatei wählen</translation>
    </message>
    <message>
        <source>Pick file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FirmCards</name>
    <message>
        <source>Open tickets</source>
        <translation>Offene Tickets</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>GroupNote</name>
    <message>
        <source>Nobody is finished yet: something is open for these people. Complete them alone, and finish the others together.</source>
        <translation>Noch ist niemand abgeschlossen: Bei diesen Personen ist etwas offen. Vervollständigen Sie sie einzeln und schließen Sie die anderen gemeinsam ab.</translation>
    </message>
    <message>
        <source>Complete alone</source>
        <translation>Einzeln vervollständigen</translation>
    </message>
    <message>
        <source>Complete %1 alone</source>
        <translation>%1 einzeln vervollständigen</translation>
    </message>
</context>
<context>
    <name>rapport::app::HandOverController</name>
    <message>
        <source>Technician</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Redaktion</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Vertrieb</translation>
    </message>
    <message>
        <source>The hub did not answer as expected. Please try again.</source>
        <translation>Der Hub hat nicht wie erwartet geantwortet. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It is not offered any more: another tablet has taken it, or your colleague has taken it back.</source>
        <translation>Es wird nicht mehr angeboten: Ein anderes Tablet hat es übernommen, oder es wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The hub does not have the form of this conversation. Please tell the office; your colleague&apos;s copy is safe.</source>
        <translation>Der Hub hat das Formular dieses Gesprächs nicht. Bitte sagen Sie im Büro Bescheid; auf dem anderen Tablet ist alles noch da.</translation>
    </message>
    <message>
        <source>It could not be stored on this tablet. It stays at the hub and comes by itself once there is room.</source>
        <translation>Es konnte auf diesem Tablet nicht gespeichert werden. Es bleibt beim Hub und kommt von selbst, sobald Platz ist.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 von %2 Antworten</translation>
    </message>
    <message>
        <source>Conversation from %1</source>
        <translation>Gespräch von %1</translation>
    </message>
    <message>
        <source>Handed over to %1. It goes out with the next contact to the hub; here it can only be read.</source>
        <translation>An %1 übergeben. Es geht mit dem nächsten Kontakt zum Hub hinaus; hier kann es nur noch gelesen werden.</translation>
    </message>
    <message>
        <source>Handed over to %1, who has not taken it yet. Here it can only be read.</source>
        <translation>An %1 übergeben, aber noch nicht übernommen. Hier kann es nur noch gelesen werden.</translation>
    </message>
    <message>
        <source>%1 goes on with it. Here it can only be read.</source>
        <translation>%1 macht damit weiter. Hier kann es nur noch gelesen werden.</translation>
    </message>
    <message>
        <source>The hub did not take it for %1. Take it back, and hand it over again or finish it here.</source>
        <translation>Der Hub hat es für %1 nicht angenommen. Nehmen Sie es zurück und übergeben Sie es noch einmal, oder schließen Sie es hier ab.</translation>
    </message>
    <message>
        <source>%1 has taken it meanwhile and goes on with it.</source>
        <translation>%1 hat es inzwischen übernommen und macht damit weiter.</translation>
    </message>
    <message>
        <source>%1 Nobody but the hub knows whether it has been taken, so it can only be read until then.</source>
        <translation>%1 Nur der Hub weiß, ob es übernommen wurde; bis dahin kann es nur gelesen werden.</translation>
    </message>
</context>
<context>
    <name>HandOverNote</name>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message>
        <source>Hand over to</source>
        <translation>Übergeben an</translation>
    </message>
    <message>
        <source>Your colleague goes on where you are. You can still read it here, and take it back until it has been taken.</source>
        <translation>Wer es übernimmt, macht an dieser Stelle weiter. Hier können Sie es noch lesen und zurücknehmen, bis es übernommen ist.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>rapport::app::HomeController</name>
    <message>
        <source>Hot leads</source>
        <translation>Heiße Kontakte</translation>
    </message>
    <message>
        <source>Customers %1</source>
        <translation>Kunden %1</translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation>Noch kein Formular</translation>
    </message>
    <message>
        <source>Form ready</source>
        <translation>Formular bereit</translation>
    </message>
    <message>
        <source>No consent text</source>
        <translation>Kein Einwilligungstext</translation>
    </message>
    <message>
        <source>Consent %1</source>
        <translation>Einwilligung %1</translation>
    </message>
    <message>
        <source>No fair yet</source>
        <translation>Noch keine Messe</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Keine Kamera</translation>
    </message>
    <message>
        <source>Welcome to Rapport</source>
        <translation>Willkommen bei Rapport</translation>
    </message>
    <message>
        <source>No fair is on this tablet at the moment. The next one comes by itself as soon as the hub is reached.</source>
        <translation>Auf diesem Tablet ist im Moment keine Messe. Die nächste kommt von selbst, sobald der Hub erreicht wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue the conversation from %1?</source>
        <translation>Das Gespräch von %1 fortsetzen?</translation>
    </message>
    <message>
        <source>Continue the conversation with %1 from %2?</source>
        <translation>Das Gespräch mit %1 von %2 fortsetzen?</translation>
    </message>
    <message>
        <source>%1 of %2 answers · saved on this tablet</source>
        <translation>%1 von %2 Antworten · auf diesem Tablet gespeichert</translation>
    </message>
    <message>
        <source>Ready for the fair</source>
        <translation>Bereit für die Messe</translation>
    </message>
    <message>
        <source>Not everything is here yet</source>
        <translation>Noch ist nicht alles da</translation>
    </message>
    <message>
        <source>Checked today %1</source>
        <translation>Heute %1 geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins %1</source>
        <translation>Beginnt am %1</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Scan a badge</source>
        <translation>Ausweis scannen</translation>
    </message>
    <message>
        <source>Hold it before the camera.
Works without a network.</source>
        <translation>Vor die Kamera halten.
Geht auch ohne Netz.</translation>
    </message>
    <message>
        <source>No form is here yet. It comes by itself as soon as the hub is reached.</source>
        <translation>Noch ist kein Formular da. Es kommt von selbst, sobald der Hub erreicht wird.</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Stattdessen tippen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Your first conversation of the day will stand here.</source>
        <translation>Hier steht bald Ihr erstes Gespräch des Tages.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show all that the day needs</source>
        <translation>Alles zeigen, was der Tag braucht</translation>
    </message>
    <message>
        <source>Agreed today</source>
        <translation>Heute vereinbart</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>overdue %1</source>
        <comment>since a day</comment>
        <translation>überfällig %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <comment>on a day</comment>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>hohe Priorität</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Briefing on the customer of: %1</source>
        <translation>Briefing zum Kunden von: %1</translation>
    </message>
</context>
<context>
    <name>LabelPicture</name>
    <message>
        <source>Show the picture</source>
        <translation>Das Bild zeigen</translation>
    </message>
    <message>
        <source>Show the picture of “%1”</source>
        <translation>Das Bild zu „%1“ zeigen</translation>
    </message>
</context>
<context>
    <name>LastValue</name>
    <message>
        <source>%1: take the last answer, %2</source>
        <comment>question and answer</comment>
        <translation>%1: letzte Antwort übernehmen, %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::LibraryController</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Kommt noch</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Asks for a password</source>
        <translation>Verlangt ein Kennwort</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Nicht darstellbar</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Gültig bis %1</translation>
    </message>
    <message numerus="yes">
        <source>Page %1 and %n more</source>
        <translation>
            <numerusform>Seite %1 und %n weitere</numerusform>
            <numerusform>Seite %1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The content of this tablet cannot be read at the moment. Please try again.</source>
        <translation>Die Inhalte dieses Tablets sind im Moment nicht lesbar. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no content for this occasion yet. It comes by itself when the back office has some.</source>
        <translation>Für diesen Anlass gibt es noch keine Inhalte. Sie kommen von selbst, sobald das Büro welche hat.</translation>
    </message>
    <message>
        <source>Nothing lies here in this language.</source>
        <translation>In dieser Sprache liegt hier nichts.</translation>
    </message>
    <message>
        <source>No title and no page has words that begin like this.</source>
        <translation>Kein Titel und keine Seite hat Wörter, die so beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, wait for Wi-Fi.</source>
        <translation>
            <numerusform>%n Dokument, %1, wartet auf WLAN.</numerusform>
            <numerusform>%n Dokumente, %1, warten auf WLAN.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, wait for a network whose data are not counted.</source>
        <translation>
            <numerusform>%n Dokument, %1, wartet auf ein Netz, das keine Daten zählt.</numerusform>
            <numerusform>%n Dokumente, %1, warten auf ein Netz, das keine Daten zählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, are still to come.</source>
        <translation>
            <numerusform>%n Dokument, %1, kommt noch.</numerusform>
            <numerusform>%n Dokumente, %1, kommen noch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryScreen</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>On this tablet, also without a network</source>
        <translation>Auf diesem Tablet, auch ohne Netz</translation>
    </message>
    <message>
        <source>Search titles and text</source>
        <translation>In Titeln und Texten suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Tray · %1</source>
        <comment>how many entries</comment>
        <translation>Mappe · %1</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Mappe</translation>
    </message>
    <message numerus="yes">
        <source>Tray, %n entries</source>
        <translation>
            <numerusform>Mappe, %n Eintrag</numerusform>
            <numerusform>Mappe, %n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::LockController</name>
    <message>
        <source>This tablet has not reached the hub for too long</source>
        <translation>Dieses Tablet hat den Hub zu lange nicht erreicht</translation>
    </message>
    <message>
        <source>The office has withdrawn this tablet’s access</source>
        <translation>Das Büro hat diesem Tablet den Zugang entzogen</translation>
    </message>
    <message>
        <source>Its data are closed until it does. Take it to a network: it opens by itself as soon as the hub answers. If its clock is wrong, put that right.</source>
        <translation>Bis dahin sind seine Daten geschlossen. Bringen Sie es in ein Netz: Es öffnet sich von selbst, sobald der Hub antwortet. Wenn seine Uhr falsch geht, stellen Sie sie richtig.</translation>
    </message>
    <message>
        <source>Its data are closed, and nothing new comes. If you should still work with it, please call the office: it opens by itself when they give the access back.</source>
        <translation>Seine Daten sind geschlossen, und es kommt nichts Neues. Wenn Sie weiter damit arbeiten sollen, rufen Sie bitte das Büro an: Es öffnet sich von selbst, wenn der Zugang wieder erteilt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are not sent yet. They are safe here and still go to the hub by themselves.</source>
        <translation>
            <numerusform>%n Gespräch ist noch nicht gesendet. Es ist hier sicher und geht weiterhin von selbst an den Hub.</numerusform>
            <numerusform>%n Gespräche sind noch nicht gesendet. Sie sind hier sicher und gehen weiterhin von selbst an den Hub.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that was finished here has been sent.</source>
        <translation>Alles, was hier abgeschlossen wurde, ist gesendet.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Trying now</source>
        <translation>Wird versucht</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>Scan next</source>
        <translation>Nächsten scannen</translation>
    </message>
</context>
<context>
    <name>rapport::app::MachineController</name>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Article (GTIN)</source>
        <translation>Artikel (GTIN)</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Gebaut</translation>
    </message>
    <message>
        <source>Last service</source>
        <translation>Letzter Service</translation>
    </message>
    <message>
        <source>Operating hours</source>
        <translation>Betriebsstunden</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Machine %1</source>
        <translation>Maschine %1</translation>
    </message>
    <message>
        <source>This machine is not on this tablet.</source>
        <translation>Diese Maschine ist nicht auf diesem Tablet.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>MachineFile</name>
    <message>
        <source>Service</source>
        <translation>Wartung</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) measured</source>
        <translation>
            <numerusform>%n Wert gemessen</numerusform>
            <numerusform>%n Werte gemessen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the limits</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n außerhalb der Grenzen</numerusform>
            <numerusform>%n außerhalb der Grenzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::MachineFileController</name>
    <message>
        <source>for %1</source>
        <comment>a person</comment>
        <translation>für %1</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <comment>a day</comment>
        <translation>Bericht vom %1</translation>
    </message>
    <message>
        <source>This machine cannot be read at the moment. Please try again.</source>
        <translation>Diese Maschine kann gerade nicht gelesen werden. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This machine is no longer on this tablet.</source>
        <translation>Diese Maschine ist nicht mehr auf diesem Tablet.</translation>
    </message>
    <message>
        <source>There is no open ticket for this machine.</source>
        <translation>Für diese Maschine ist kein Ticket offen.</translation>
    </message>
</context>
<context>
    <name>MachineScreen</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Scan next</source>
        <translation>Nächsten scannen</translation>
    </message>
    <message>
        <source>Start service</source>
        <translation>Wartung beginnen</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Offene Tickets</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Wartungen</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>Open the briefing. %1</source>
        <translation>Briefing öffnen. %1</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>Die Maschine</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Rapport</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>The conversation was deleted. It stays in Recently deleted for 30 days.</source>
        <translation>Das Gespräch wurde gelöscht. Es bleibt 30 Tage unter „Kürzlich gelöscht“.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zum Gespräch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Zurück zur Bibliothek</translation>
    </message>
</context>
<context>
    <name>Measurement</name>
    <message>
        <source>%1 to %2</source>
        <comment>lower and upper limit</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Too low</source>
        <translation>Zu niedrig</translation>
    </message>
    <message>
        <source>Too high</source>
        <translation>Zu hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Below the limit of %1. This value stays when you measure again.</source>
        <translation>Unter der Grenze von %1. Dieser Wert bleibt, wenn Sie noch einmal messen.</translation>
    </message>
    <message>
        <source>Above the limit of %1. This value stays when you measure again.</source>
        <translation>Über der Grenze von %1. Dieser Wert bleibt, wenn Sie noch einmal messen.</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Month before</source>
        <translation>Monat davor</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Monat danach</translation>
    </message>
</context>
<context>
    <name>NumberAnswer</name>
    <message>
        <source>%1 in %2</source>
        <comment>question and unit</comment>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>OfferedDrafts</name>
    <message>
        <source>Handed to you</source>
        <translation>An Sie übergeben</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take over %1</source>
        <translation>%1 übernehmen</translation>
    </message>
</context>
<context>
    <name>OpenDeals</name>
    <message>
        <source>Opportunity</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Open offer</source>
        <translation>Offenes Angebot</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <comment>a figure</comment>
        <translation>
            <numerusform>%n Tag alt</numerusform>
            <numerusform>%n Tage alt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherForms</name>
    <message>
        <source>Other forms</source>
        <translation>Weitere Formulare</translation>
    </message>
    <message>
        <source>Start the form %1</source>
        <translation>Formular %1 beginnen</translation>
    </message>
    <message>
        <source>Start the form %1 for %2</source>
        <translation>Formular %1 für %2 beginnen</translation>
    </message>
</context>
<context>
    <name>rapport::app::OutboxController</name>
    <message>
        <source>confirmed %1</source>
        <translation>bestätigt %1</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>nächster Versuch %1</translation>
    </message>
    <message>
        <source>goes out by itself</source>
        <translation>geht von selbst hinaus</translation>
    </message>
    <message>
        <source>has it</source>
        <translation>hat es</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>Auf diesem Tablet gespeichert</translation>
    </message>
    <message>
        <source>Reached the hub</source>
        <translation>Beim Hub angekommen</translation>
    </message>
    <message>
        <source>On its way to the hub</source>
        <translation>Unterwegs zum Hub</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>letzter Kontakt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 braucht Sie</translation>
    </message>
    <message>
        <source>It is safe here.</source>
        <translation>Es ist hier sicher.</translation>
    </message>
    <message>
        <source>It is safe at the hub.</source>
        <translation>Es ist beim Hub sicher.</translation>
    </message>
    <message>
        <source>They go out by themselves.</source>
        <translation>Sie gehen von selbst hinaus.</translation>
    </message>
    <message>
        <source>Last tried %1.</source>
        <translation>Zuletzt versucht %1.</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Waiting, safe on this tablet</source>
        <translation>Wartet, sicher auf diesem Tablet</translation>
    </message>
    <message>
        <source>At the hub, on its way</source>
        <translation>Beim Hub, unterwegs</translation>
    </message>
    <message>
        <source>Delivered once, %1</source>
        <translation>Einmal zugestellt, %1</translation>
    </message>
    <message>
        <source>to be resolved</source>
        <comment>a badge number</comment>
        <translation>noch aufzulösen</translation>
    </message>
    <message>
        <source>decided %1</source>
        <translation>entschieden %1</translation>
    </message>
    <message>
        <source>%1: which value is right?</source>
        <translation>%1: Welcher Wert stimmt?</translation>
    </message>
    <message>
        <source>The office decides between two values.</source>
        <translation>Das Büro entscheidet zwischen zwei Werten.</translation>
    </message>
    <message>
        <source>your decision goes out by itself</source>
        <translation>Ihre Entscheidung geht von selbst hinaus</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Zwei Werte</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, wait for Wi-Fi</source>
        <translation>
            <numerusform>%n Datei, %1, wartet auf WLAN</numerusform>
            <numerusform>%n Dateien, %1, warten auf WLAN</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, wait for a network that does not count data</source>
        <translation>
            <numerusform>%n Datei, %1, wartet auf ein Netz, das keine Daten zählt</numerusform>
            <numerusform>%n Dateien, %1, warten auf ein Netz, das keine Daten zählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, follow by themselves</source>
        <translation>
            <numerusform>%n Datei, %1, folgt von selbst</numerusform>
            <numerusform>%n Dateien, %1, folgen von selbst</numerusform>
        </translation>
    </message>
    <message>
        <source>has the answers; %1</source>
        <translation>hat die Antworten; %1</translation>
    </message>
    <message>
        <source>Answers reached the hub</source>
        <translation>Die Antworten sind am Hub</translation>
    </message>
    <message>
        <source>Answers sent. %1.</source>
        <translation>Antworten gesendet. %1.</translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Trying now</source>
        <translation>Wird versucht</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Finished conversations stand here with what became of them.</source>
        <translation>Hier stehen abgeschlossene Gespräche und was aus ihnen wurde.</translation>
    </message>
    <message>
        <source>Read the answers</source>
        <translation>Antworten lesen</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Bericht erstellen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Summary of the day</source>
        <translation>Der Tag in Kürze</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>Rettung</translation>
    </message>
    <message>
        <source>Rescue: into a file what cannot be delivered, or deliver such a file</source>
        <translation>Rettung: was nicht zugestellt werden kann, in eine Datei, oder eine solche Datei zustellen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send now: %1</source>
        <translation>Jetzt senden: %1</translation>
    </message>
</context>
<context>
    <name>rapport::app::PagesController</name>
    <message numerus="yes">
        <source>%1 of %n page(s)</source>
        <translation>
            <numerusform>%1 von %n Seite</numerusform>
            <numerusform>%1 von %n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n page(s)</source>
        <translation>
            <numerusform>Die %n Seite</numerusform>
            <numerusform>Alle %n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesScreen</name>
    <message>
        <source>Back, choose nothing</source>
        <translation>Zurück, nichts wählen</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n page(s)</source>
        <translation>
            <numerusform>%n Seite behalten</numerusform>
            <numerusform>%n Seiten behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n page(s)</source>
        <translation>
            <numerusform>%n Seite hinzufügen</numerusform>
            <numerusform>%n Seiten hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, chosen as number %2</source>
        <translation>Seite %1, gewählt als Nummer %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::PhotoAlbum</name>
    <message>
        <source>There are no pictures in the folders for pictures and downloads of this device.</source>
        <translation>In den Ordnern für Bilder und Downloads dieses Geräts sind keine Bilder.</translation>
    </message>
</context>
<context>
    <name>PhotoAnswer</name>
    <message>
        <source>Take again</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Foto aufnehmen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pick another</source>
        <translation>Anderes auswählen</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no camera here; pick a photo of this device.</source>
        <translation>Hier ist keine Kamera; wählen Sie ein Foto dieses Geräts aus.</translation>
    </message>
    <message>
        <source>Draw on it</source>
        <translation>Darauf zeichnen</translation>
    </message>
</context>
<context>
    <name>PhotoPicker</name>
    <message>
        <source>Pick photo</source>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PhotoScreen</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Lampe ausschalten</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Lampe einschalten</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Andere Kamera</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Foto aufnehmen</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Foto wählen</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Show the picture of “%1”</source>
        <translation>Das Bild zu „%1“ zeigen</translation>
    </message>
    <message>
        <source>The picture is being prepared …</source>
        <translation>Das Bild wird vorbereitet …</translation>
    </message>
</context>
<context>
    <name>PictureScreen</name>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Dieses Bild kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The picture is being loaded …</source>
        <translation>Das Bild wird geladen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PlaceAnswer</name>
    <message>
        <source>Use my position</source>
        <translation>Meine Position übernehmen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Use it as it is</source>
        <translation>So übernehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Or type latitude and longitude.</source>
        <translation>Oder tippen Sie Breite und Länge.</translation>
    </message>
    <message>
        <source>This device does not know where it is: type latitude and longitude, for example 52.52 13.40.</source>
        <translation>Dieses Gerät weiß nicht, wo es ist: Tippen Sie Breite und Länge, zum Beispiel 52.52 13.40.</translation>
    </message>
</context>
<context>
    <name>rapport::app::PlaceController</name>
    <message>
        <source>No position yet. It comes sooner where the sky can be seen; you can also type it.</source>
        <translation>Noch keine Position. Unter freiem Himmel geht es schneller; Sie können sie auch tippen.</translation>
    </message>
    <message>
        <source>Looking for the position …</source>
        <translation>Position wird gesucht …</translation>
    </message>
    <message>
        <source>Exact to %1 m. Waiting for %2 m …</source>
        <comment>metres now and wanted</comment>
        <translation>Auf %1 m genau. Es wird auf %2 m gewartet …</translation>
    </message>
    <message>
        <source>There is a position, but nobody says how exact it is.</source>
        <translation>Es gibt eine Position, aber niemand sagt, wie genau sie ist.</translation>
    </message>
    <message>
        <source>Rapport may not know where this device is. Allow it in the settings of the device, or type the position.</source>
        <translation>Rapport darf nicht wissen, wo dieses Gerät ist. Erlauben Sie es in den Einstellungen des Geräts, oder tippen Sie die Position.</translation>
    </message>
    <message>
        <source>This device does not know where it is at the moment. You can type the position.</source>
        <translation>Dieses Gerät weiß gerade nicht, wo es ist. Sie können die Position tippen.</translation>
    </message>
</context>
<context>
    <name>PresenterBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Search in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Put what is shown into the tray</source>
        <translation>Was gezeigt wird, in die Mappe legen</translation>
    </message>
</context>
<context>
    <name>rapport::app::PresenterController</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Not in this document</source>
        <translation>Nicht in diesem Dokument</translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <translation>Treffer %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>On %n page(s)</source>
        <translation>
            <numerusform>Auf %n Seite</numerusform>
            <numerusform>Auf %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresenterPage</name>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Diese Seite lässt sich nicht darstellen.</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>%1 abspielen</translation>
    </message>
    <message>
        <source>This document was withdrawn just now. It is not shown any more.</source>
        <translation>Dieses Dokument wurde gerade zurückgezogen. Es wird nicht mehr gezeigt.</translation>
    </message>
</context>
<context>
    <name>PresenterPages</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>PresenterScreen</name>
    <message>
        <source>This document was withdrawn just now. It is not shown any more.</source>
        <translation>Dieses Dokument wurde gerade zurückgezogen. Es wird nicht mehr gezeigt.</translation>
    </message>
</context>
<context>
    <name>PresenterStrip</name>
    <message>
        <source>Page %1, with a hit</source>
        <translation>Seite %1, mit Treffer</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>%1 %2</source>
        <comment>name and number of a repetition</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Noch eine</translation>
    </message>
    <message>
        <source>This tablet cannot ask this question yet. You can finish without it.</source>
        <translation>Dieses Tablet kann diese Frage noch nicht stellen. Sie können ohne sie abschließen.</translation>
    </message>
    <message>
        <source>This answer does not fit.</source>
        <translation>Diese Antwort passt nicht.</translation>
    </message>
    <message>
        <source>Please answer this question.</source>
        <translation>Bitte beantworten Sie diese Frage.</translation>
    </message>
    <message>
        <source>Type the places one after another, for example 52.52 13.40; 52.53 13.41.</source>
        <translation>Die Orte nacheinander eingeben, zum Beispiel 52.52 13.40; 52.53 13.41.</translation>
    </message>
    <message>
        <source>In the Gregorian calendar.</source>
        <translation>Im gregorianischen Kalender.</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>Bitte sagen Sie, warum.</translation>
    </message>
    <message>
        <source>first %1</source>
        <comment>the value before the repair</comment>
        <translation>zuerst %1</translation>
    </message>
    <message>
        <source>Choose from the list: the picture cannot be touched here.</source>
        <translation>Wählen Sie aus der Liste: Das Bild kann hier nicht berührt werden.</translation>
    </message>
    <message>
        <source>Type the direction in degrees: 0 is north, 90 is east.</source>
        <translation>Tippen Sie die Richtung in Grad: 0 ist Norden, 90 ist Osten.</translation>
    </message>
    <message>
        <source>It cannot be printed from here.</source>
        <translation>Von hier aus kann es nicht gedruckt werden.</translation>
    </message>
    <message>
        <source>The form wants another app for this, which is not here. Type the answer.</source>
        <translation>Das Formular möchte dafür eine andere App, die hier fehlt. Tippen Sie die Antwort.</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <comment>the name of what is added</comment>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n zu berichtigen</numerusform>
            <numerusform>%n zu berichtigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n required left</source>
        <translation>
            <numerusform>noch %n nötig</numerusform>
            <numerusform>noch %n nötig</numerusform>
        </translation>
    </message>
    <message>
        <source>One more: %1</source>
        <comment>the name of what is added</comment>
        <translation>Noch eins: %1</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>%1, required</source>
        <translation>%1, erforderlich</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>We know it now</source>
        <translation>Jetzt wissen wir es</translation>
    </message>
    <message>
        <source>Don’t know yet</source>
        <translation>Noch unbekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing can be chosen yet. Another answer decides what is offered here.</source>
        <translation>Noch ist nichts auszuwählen. Eine andere Antwort entscheidet, was hier angeboten wird.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>RangeAnswer</name>
    <message>
        <source>Not answered yet</source>
        <translation>Noch nicht beantwortet</translation>
    </message>
</context>
<context>
    <name>RankAnswer</name>
    <message>
        <source>This order is right</source>
        <translation>Diese Reihenfolge stimmt</translation>
    </message>
</context>
<context>
    <name>RankRow</name>
    <message>
        <source>%1, place %2 of %3</source>
        <comment>choice in a ranking</comment>
        <translation>%1, Platz %2 von %3</translation>
    </message>
    <message>
        <source>%1: up</source>
        <comment>choice in a ranking</comment>
        <translation>%1: nach oben</translation>
    </message>
    <message>
        <source>%1: down</source>
        <comment>choice in a ranking</comment>
        <translation>%1: nach unten</translation>
    </message>
</context>
<context>
    <name>rapport::app::RankingController</name>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>%1 gestiegen</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>%1 gefallen</translation>
    </message>
    <message>
        <source>Intensive</source>
        <translation>Intensiv</translation>
    </message>
    <message>
        <source>Work on them with a plan of their own.</source>
        <translation>Mit einem eigenen Plan bearbeiten.</translation>
    </message>
    <message>
        <source>Appropriate</source>
        <translation>Angemessen</translation>
    </message>
    <message>
        <source>Stay in touch, and act when there is a reason.</source>
        <translation>In Kontakt bleiben und handeln, wenn es einen Anlass gibt.</translation>
    </message>
    <message>
        <source>Reactive</source>
        <translation>Reaktiv</translation>
    </message>
    <message>
        <source>Serve them well when they ask.</source>
        <translation>Gut bedienen, wenn sie fragen.</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) rated</source>
        <translation>
            <numerusform>%n Kunde bewertet</numerusform>
            <numerusform>%n Kunden bewertet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n not yet</source>
        <translation>
            <numerusform>%1 · %n noch nicht</numerusform>
            <numerusform>%1 · %n noch nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>The ratings on this tablet cannot be read at the moment. Please try again.</source>
        <translation>Die Bewertungen auf diesem Tablet können gerade nicht gelesen werden. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No account has been rated yet. Rate the first one, and it stands here.</source>
        <translation>Noch ist kein Kunde bewertet. Bewerten Sie den ersten, dann steht er hier.</translation>
    </message>
    <message>
        <source>No account has been rated, and the form for it is not on this tablet. It comes from the hub.</source>
        <translation>Kein Kunde ist bewertet, und das Formular dafür ist nicht auf diesem Tablet. Es kommt vom Hub.</translation>
    </message>
</context>
<context>
    <name>RankingScreen</name>
    <message>
        <source>Account ranking</source>
        <translation>Rangliste der Kunden</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>Zurück zu den Kunden</translation>
    </message>
    <message>
        <source>Rate an account</source>
        <translation>Kunden bewerten</translation>
    </message>
</context>
<context>
    <name>rapport::app::RapidController</name>
    <message>
        <source>Link, not opened</source>
        <translation>Link, nicht geöffnet</translation>
    </message>
    <message>
        <source>met today %1</source>
        <comment>a clock time</comment>
        <translation>heute getroffen %1</translation>
    </message>
    <message>
        <source>goes into that conversation</source>
        <translation>kommt in dieses Gespräch</translation>
    </message>
    <message>
        <source>a new conversation</source>
        <translation>ein neues Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>read so often</comment>
        <translation>
            <numerusform>einmal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>known here</source>
        <translation>hier bekannt</translation>
    </message>
    <message>
        <source>perhaps known here</source>
        <translation>vielleicht hier bekannt</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Add to that conversation</source>
        <translation>Zu diesem Gespräch hinzufügen</translation>
    </message>
    <message>
        <source>Hold one badge after the other into the frame.</source>
        <translation>Halten Sie einen Ausweis nach dem anderen ins Bild.</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation>%1 steht schon in der Liste.</translation>
    </message>
    <message numerus="yes">
        <source>%n scanned</source>
        <comment>people or codes</comment>
        <translation>
            <numerusform>%n gescannt</numerusform>
            <numerusform>%n gescannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scanned since %1</source>
        <comment>people or codes; a moment</comment>
        <translation>
            <numerusform>%n gescannt seit %1</numerusform>
            <numerusform>%n gescannt seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 removed. Undo</source>
        <translation>%1 entfernt. Rückgängig</translation>
    </message>
</context>
<context>
    <name>RapidList</name>
    <message>
        <source>One conversation each</source>
        <translation>Je ein Gespräch</translation>
    </message>
    <message>
        <source>Each badge that is read stands here and is kept on this tablet.</source>
        <translation>Jeder gelesene Ausweis steht hier und bleibt auf diesem Tablet gespeichert.</translation>
    </message>
    <message>
        <source>Same answers for all</source>
        <translation>Gleiche Antworten für alle</translation>
    </message>
</context>
<context>
    <name>RapidNote</name>
    <message>
        <source>Kept on this tablet. No conversation has been begun for them yet.</source>
        <translation>Auf diesem Tablet gespeichert. Für sie wurde noch kein Gespräch begonnen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on with those who were scanned</source>
        <translation>Mit den gescannten Personen weitermachen</translation>
    </message>
</context>
<context>
    <name>RapidRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>RapidScreen</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Scan one person</source>
        <translation>Eine Person scannen</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Licht ausschalten</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Licht einschalten</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Andere Kamera</translation>
    </message>
</context>
<context>
    <name>RatingAnswer</name>
    <message>
        <source>%1 of %2</source>
        <comment>stars</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::ReadinessController</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Badges can be scanned.</source>
        <translation>Ausweise können gescannt werden.</translation>
    </message>
    <message>
        <source>There is none; contacts can be typed.</source>
        <translation>Es gibt keine; Kontakte können getippt werden.</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Messe</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>Sie ist da.</translation>
    </message>
    <message>
        <source>None is here yet; it comes with the first contact to the hub.</source>
        <translation>Noch keine da; sie kommt mit dem ersten Kontakt zum Hub.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulare</translation>
    </message>
    <message>
        <source>%1 of %2 are here.</source>
        <translation>%1 von %2 sind da.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>%1 people and firms are here.</source>
        <translation>%1 Personen und Firmen sind da.</translation>
    </message>
    <message>
        <source>None are here yet.</source>
        <translation>Noch keine da.</translation>
    </message>
    <message>
        <source>Consent text</source>
        <translation>Einwilligungstext</translation>
    </message>
    <message>
        <source>Written in %1 of %2 languages.</source>
        <translation>In %1 von %2 Sprachen geschrieben.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>The hub was heard at %1.</source>
        <translation>Der Hub hat um %1 geantwortet.</translation>
    </message>
    <message>
        <source>The hub was not heard yet.</source>
        <translation>Der Hub hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>It agrees with the hub&apos;s.</source>
        <translation>Sie stimmt mit der des Hubs überein.</translation>
    </message>
    <message numerus="yes">
        <source>It is %n minute(s) off the hub&apos;s.</source>
        <translation>
            <numerusform>Sie geht eine Minute anders als die des Hubs.</numerusform>
            <numerusform>Sie geht %n Minuten anders als die des Hubs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready for the fair</source>
        <translation>Bereit für die Messe</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>Eines ist anzusehen</numerusform>
            <numerusform>%n Dinge sind anzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked today %1</source>
        <translation>Heute %1 geprüft</translation>
    </message>
</context>
<context>
    <name>ReadinessScreen</name>
    <message>
        <source>Ready for the fair?</source>
        <translation>Bereit für die Messe?</translation>
    </message>
    <message>
        <source>Back to the fair</source>
        <translation>Zurück zur Messe</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, to look at: %2</source>
        <translation>%1, anzusehen: %2</translation>
    </message>
</context>
<context>
    <name>ReasonAnswer</name>
    <message>
        <source>Why is it outside the limits?</source>
        <translation>Warum liegt es außerhalb der Grenzen?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what is asked about it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::RecordingController</name>
    <message numerus="yes">
        <source>Up to %n minute(s).</source>
        <translation>
            <numerusform>Bis zu %n Minute.</numerusform>
            <numerusform>Bis zu %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording has reached its greatest length and was stopped. It is kept.</source>
        <translation>Die Aufnahme hat ihre größte Länge erreicht und wurde beendet. Sie ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>RepetitionAnswer</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a repetition and its first answers</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>Folded, %1</source>
        <translation>Zugeklappt, %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Ansprechperson</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Durchgeführt von</translation>
    </message>
    <message>
        <source>The picture is not on this device.</source>
        <translation>Das Bild ist nicht auf diesem Gerät.</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be shown.</source>
        <translation>Das Bild ist beschädigt und kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>There are more pictures than a report can hold; this one is kept with the conversation.</source>
        <translation>Es gibt mehr Bilder, als ein Bericht fasst; dieses liegt beim Gespräch.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>%1 (kept with the conversation)</source>
        <translation>%1 (liegt beim Gespräch)</translation>
    </message>
    <message>
        <source>The report ends here: there is more than it can hold.</source>
        <translation>Der Bericht endet hier: Es gibt mehr, als er fasst.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Conversation %1 · SHA-256 of the record %2</source>
        <translation>Gespräch %1 · SHA-256 des Datensatzes %2</translation>
    </message>
    <message>
        <source>Internal, not for the customer</source>
        <translation>Intern, nicht für den Kunden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Too low</source>
        <translation>Zu niedrig</translation>
    </message>
    <message>
        <source>Too high</source>
        <translation>Zu hoch</translation>
    </message>
    <message>
        <source>Within the limits</source>
        <translation>In den Grenzen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
</context>
<context>
    <name>ReportChoices</name>
    <message>
        <source>For whom?</source>
        <translation>Für wen?</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Für den Kunden</translation>
    </message>
    <message>
        <source>Only us</source>
        <translation>Nur für uns</translation>
    </message>
    <message>
        <source>With internal answers. Do not hand it to the customer.</source>
        <translation>Mit internen Antworten. Geben Sie ihn nicht dem Kunden.</translation>
    </message>
    <message>
        <source>Only what the customer may read.</source>
        <translation>Nur, was der Kunde lesen darf.</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Sprache des Berichts</translation>
    </message>
    <message>
        <source>The report stays with the conversation on this tablet, encrypted.</source>
        <translation>Der Bericht bleibt verschlüsselt beim Gespräch auf diesem Tablet.</translation>
    </message>
</context>
<context>
    <name>rapport::app::ReportController</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Nothing was answered in this conversation.</source>
        <translation>In diesem Gespräch wurde nichts beantwortet.</translation>
    </message>
    <message>
        <source>Nothing in this conversation is meant for the customer. The internal report has the answers.</source>
        <translation>Nichts in diesem Gespräch ist für den Kunden bestimmt. Der interne Bericht enthält die Antworten.</translation>
    </message>
    <message>
        <source>The report could not be made. The conversation is safe; please try again.</source>
        <translation>Der Bericht konnte nicht erstellt werden. Das Gespräch ist sicher; bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Saved in Documents as “%1”. There it is not encrypted: whoever uses this device can read it.</source>
        <translation>In Dokumente gespeichert als „%1“. Dort ist der Bericht nicht verschlüsselt: Wer dieses Gerät benutzt, kann ihn lesen.</translation>
    </message>
    <message>
        <source>There is no room left on this device, so the report was not saved. It stays with the conversation.</source>
        <translation>Auf diesem Gerät ist kein Platz mehr, daher wurde der Bericht nicht gespeichert. Er bleibt beim Gespräch.</translation>
    </message>
    <message>
        <source>The report could not be saved in Documents. It stays with the conversation.</source>
        <translation>Der Bericht konnte nicht in Dokumente gespeichert werden. Er bleibt beim Gespräch.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Shows the page larger</source>
        <translation>Zeigt die Seite größer</translation>
    </message>
    <message>
        <source>This page cannot be shown. The saved file has it.</source>
        <translation>Diese Seite kann nicht gezeigt werden. In der gespeicherten Datei ist sie enthalten.</translation>
    </message>
</context>
<context>
    <name>ReportScreen</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zum Gespräch</translation>
    </message>
    <message>
        <source>Save in Documents</source>
        <translation>In Dokumente speichern</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>Der Bericht wird erstellt …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>rapport::app::RescueController</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <translation>%1, %2 frei</translation>
    </message>
    <message>
        <source>Nothing waits on this tablet.</source>
        <translation>Auf diesem Tablet wartet nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait on this tablet, %1.</source>
        <translation>
            <numerusform>%n Gespräch wartet auf diesem Tablet, %1.</numerusform>
            <numerusform>%n Gespräche warten auf diesem Tablet, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait on this tablet, %1 with pictures and other files.</source>
        <translation>
            <numerusform>%n Gespräch wartet auf diesem Tablet, %1 mit Bildern und anderen Dateien.</numerusform>
            <numerusform>%n Gespräche warten auf diesem Tablet, %1 mit Bildern und anderen Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are not among them: only what is finished goes into the file.</source>
        <translation>
            <numerusform>%n Entwurf ist nicht dabei: Nur was abgeschlossen ist, kommt in die Datei.</numerusform>
            <numerusform>%n Entwürfe sind nicht dabei: Nur was abgeschlossen ist, kommt in die Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tablet was not connected to a hub by an invitation, so there is nobody who could open such a file.</source>
        <translation>Dieses Tablet wurde nicht durch eine Einladung mit einem Hub verbunden; niemand könnte eine solche Datei öffnen.</translation>
    </message>
    <message>
        <source>Everything is safe on this tablet.</source>
        <translation>Alles ist auf diesem Tablet sicher.</translation>
    </message>
    <message>
        <source>There is no room for the file in %1.</source>
        <translation>In %1 ist kein Platz für die Datei.</translation>
    </message>
    <message>
        <source>The file cannot be written to %1. Is the stick still there?</source>
        <translation>Die Datei lässt sich nicht nach %1 schreiben. Steckt der Stick noch?</translation>
    </message>
    <message>
        <source>What waits on this tablet cannot be read. Please ask for help.</source>
        <translation>Was auf diesem Tablet wartet, lässt sich nicht lesen. Bitte holen Sie Hilfe.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are in %1 now, as “%2”.</source>
        <translation>
            <numerusform>%n Gespräch liegt jetzt in %1, als „%2“.</numerusform>
            <numerusform>%n Gespräche liegen jetzt in %1, als „%2“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were left out: a part of them cannot be read on this tablet.</source>
        <translation>
            <numerusform>%n Gespräch fehlt darin: Ein Teil davon lässt sich auf diesem Tablet nicht lesen.</numerusform>
            <numerusform>%n Gespräche fehlen darin: Ein Teil davon lässt sich auf diesem Tablet nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Die Datei wird angesehen</translation>
    </message>
    <message>
        <source>%1 of %2 are at the hub</source>
        <translation>%1 von %2 sind beim Hub</translation>
    </message>
    <message>
        <source>The hub takes it in</source>
        <translation>Der Hub nimmt sie auf</translation>
    </message>
    <message>
        <source>This file is torn. Copy it again, or export it once more.</source>
        <translation>Diese Datei ist beschädigt. Kopieren Sie sie noch einmal, oder exportieren Sie neu.</translation>
    </message>
    <message>
        <source>This is no rescue file.</source>
        <translation>Das ist keine Rettungsdatei.</translation>
    </message>
    <message>
        <source>A newer Rapport has written this file. Please update this one first.</source>
        <translation>Diese Datei hat ein neueres Rapport geschrieben. Bitte aktualisieren Sie dieses zuerst.</translation>
    </message>
    <message>
        <source>This file is for another hub than that of this tablet.</source>
        <translation>Diese Datei ist für einen anderen Hub als den dieses Tablets.</translation>
    </message>
    <message>
        <source>The hub does not know the tablet that has made this file. Please ask the office.</source>
        <translation>Der Hub kennt das Tablet nicht, das diese Datei geschrieben hat. Bitte fragen Sie das Büro.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick still there?</source>
        <translation>Diese Datei lässt sich nicht lesen. Steckt der Stick noch?</translation>
    </message>
    <message>
        <source>Pick the file again later: it goes on where it was.</source>
        <translation>Wählen Sie die Datei später noch einmal: Es geht dort weiter, wo es war.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of %1 came in.</source>
        <translation>
            <numerusform>%n Gespräch von %1 ist angekommen.</numerusform>
            <numerusform>%n Gespräche von %1 sind angekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of %1 were at the hub already.</source>
        <translation>
            <numerusform>%n Gespräch von %1 war schon beim Hub.</numerusform>
            <numerusform>%n Gespräche von %1 waren schon beim Hub.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hub did not take %n conversation(s). Keep the file and ask the office.</source>
        <translation>
            <numerusform>Der Hub hat %n Gespräch nicht angenommen. Bewahren Sie die Datei auf, und fragen Sie das Büro.</numerusform>
            <numerusform>Der Hub hat %n Gespräche nicht angenommen. Bewahren Sie die Datei auf, und fragen Sie das Büro.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another tablet or the office delivers the file. Everything stays here as well; nothing arrives twice.</source>
        <translation>Ein anderes Tablet oder das Büro stellt die Datei zu. Alles bleibt auch hier; nichts kommt doppelt an.</translation>
    </message>
</context>
<context>
    <name>RescueScreen</name>
    <message>
        <source>Rescue</source>
        <translation>Rettung</translation>
    </message>
    <message>
        <source>When a tablet breaks or reaches the hub no more</source>
        <translation>Wenn ein Tablet ausfällt oder den Hub nicht mehr erreicht</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Zurück zum Ausgang</translation>
    </message>
    <message>
        <source>This tablet cannot deliver</source>
        <translation>Dieses Tablet kann nicht zustellen</translation>
    </message>
    <message>
        <source>What waits here goes into one file, on a stick for example. Nobody but your hub can open it.</source>
        <translation>Was hier wartet, kommt in eine Datei, zum Beispiel auf einen Stick. Nur Ihr Hub kann sie öffnen.</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Write the rescue file</source>
        <translation>Rettungsdatei schreiben</translation>
    </message>
    <message>
        <source>Deliver a rescue file</source>
        <translation>Eine Rettungsdatei zustellen</translation>
    </message>
    <message>
        <source>Of another tablet: this one brings it to the hub and cannot read it. The same file may be delivered twice; nothing is doubled.</source>
        <translation>Eines anderen Tablets: Dieses bringt sie zum Hub und kann sie nicht lesen. Dieselbe Datei darf zweimal zugestellt werden; nichts wird verdoppelt.</translation>
    </message>
    <message>
        <source>Pick the rescue file</source>
        <translation>Rettungsdatei wählen</translation>
    </message>
</context>
<context>
    <name>rapport::app::ResolutionController</name>
    <message>
        <source>filled in from the list</source>
        <translation>aus der Liste ergänzt</translation>
    </message>
    <message>
        <source>the list says the same</source>
        <translation>die Liste sagt dasselbe</translation>
    </message>
    <message>
        <source>your entry stays</source>
        <translation>Ihr Eintrag bleibt</translation>
    </message>
    <message>
        <source>not taken: this form has no place for it</source>
        <translation>nicht übernommen: Dieses Formular hat dafür keinen Platz</translation>
    </message>
    <message numerus="yes">
        <source>From the organiser&apos;s list, %1: %n field(s) filled in.</source>
        <translation>
            <numerusform>Aus der Liste des Veranstalters, %1: %n Feld ergänzt.</numerusform>
            <numerusform>Aus der Liste des Veranstalters, %1: %n Felder ergänzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of yours stay(s).</source>
        <translation>
            <numerusform>%n Eintrag von Ihnen bleibt.</numerusform>
            <numerusform>%n Einträge von Ihnen bleiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResolutionNote</name>
    <message>
        <source>What was filled in</source>
        <translation>Was ergänzt wurde</translation>
    </message>
</context>
<context>
    <name>ResolutionSheet</name>
    <message>
        <source>Badge %1</source>
        <translation>Ausweis %1</translation>
    </message>
    <message>
        <source>%1; the list says: %2</source>
        <translation>%1; die Liste sagt: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RevenueCard</name>
    <message>
        <source>Revenue through the year %1, beside that of %2</source>
        <translation>Umsatz im Lauf des Jahres %1, daneben der von %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::RevisionController</name>
    <message>
        <source>Corrected %1. What you read here is how it was before.</source>
        <translation>Korrigiert %1. Hier lesen Sie, wie es vorher war.</translation>
    </message>
    <message>
        <source>A correction of this conversation has been begun.</source>
        <translation>Eine Korrektur dieses Gesprächs ist begonnen.</translation>
    </message>
    <message>
        <source>Correction of the conversation from %1.</source>
        <translation>Korrektur des Gesprächs von %1.</translation>
    </message>
    <message>
        <source>That one may be on its way already, so your changes go out after it.</source>
        <translation>Es ist vielleicht schon unterwegs; Ihre Änderungen gehen danach hinaus.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Weiterführen</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>Known contact</source>
        <translation>Bekannter Kontakt</translation>
    </message>
    <message>
        <source>Perhaps known</source>
        <translation>Vielleicht bekannt</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Start conversation</source>
        <translation>Gespräch beginnen</translation>
    </message>
    <message>
        <source>Scan next</source>
        <translation>Nächsten scannen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Stattdessen tippen</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Read it as a business card</source>
        <translation>Als Visitenkarte lesen</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Briefing</translation>
    </message>
</context>
<context>
    <name>rapport::app::ScanController</name>
    <message numerus="yes">
        <source>Read %n time(s).</source>
        <translation>
            <numerusform>Einmal gelesen.</numerusform>
            <numerusform>%n-mal gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Badge number</source>
        <translation>Ausweisnummer</translation>
    </message>
    <message>
        <source>Link, not opened</source>
        <translation>Link, nicht geöffnet</translation>
    </message>
    <message>
        <source>On the badge</source>
        <translation>Auf dem Ausweis</translation>
    </message>
    <message>
        <source>Hold the badge into the frame.</source>
        <translation>Halten Sie den Ausweis in den Rahmen.</translation>
    </message>
    <message>
        <source>Read from the badge.</source>
        <translation>Vom Ausweis gelesen.</translation>
    </message>
    <message>
        <source>This code names nobody.</source>
        <translation>Dieser Code nennt niemanden.</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Keine Kamera</translation>
    </message>
    <message>
        <source>No one with this name or e-mail on this tablet.</source>
        <translation>Niemand mit diesem Namen oder dieser E-Mail auf diesem Tablet.</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>Hier bekannt: %1.</translation>
    </message>
    <message>
        <source>There is no code in this picture that can be read. Try another picture, or type the contact.</source>
        <translation>In diesem Bild ist kein lesbarer Code. Versuchen Sie ein anderes Bild oder tippen Sie den Kontakt.</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Zu dunkel</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Näher heran</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Ruhig halten</translation>
    </message>
    <message>
        <source>No code found</source>
        <translation>Kein Code gefunden</translation>
    </message>
    <message>
        <source>You have met today, at %1.</source>
        <translation>Sie haben sich heute um %1 Uhr schon getroffen.</translation>
    </message>
    <message>
        <source>Continue that conversation</source>
        <translation>Dieses Gespräch fortsetzen</translation>
    </message>
    <message>
        <source>Open that conversation</source>
        <translation>Dieses Gespräch öffnen</translation>
    </message>
    <message>
        <source>Read from the card</source>
        <translation>Von der Visitenkarte gelesen</translation>
    </message>
    <message>
        <source>Read from badge</source>
        <translation>Vom Ausweis gelesen</translation>
    </message>
    <message>
        <source>Found in the organiser&apos;s list.</source>
        <translation>In der Liste des Veranstalters gefunden.</translation>
    </message>
    <message>
        <source>This may be %1 (%2).</source>
        <translation>Das könnte %1 sein (%2).</translation>
    </message>
    <message>
        <source>Someone new of %1.</source>
        <translation>Jemand Neues von %1.</translation>
    </message>
    <message>
        <source>The firm may be %1 (%2).</source>
        <translation>Die Firma könnte %1 sein (%2).</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Nicht dieselbe Person</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt lassen</translation>
    </message>
    <message>
        <source>Tap the one you mean.</source>
        <translation>Tippen Sie auf den richtigen Code.</translation>
    </message>
</context>
<context>
    <name>ScanScreen</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Stattdessen tippen</translation>
    </message>
    <message>
        <source>Switch the torch off</source>
        <translation>Lampe ausschalten</translation>
    </message>
    <message>
        <source>Switch the torch on</source>
        <translation>Lampe einschalten</translation>
    </message>
    <message>
        <source>Other camera</source>
        <translation>Andere Kamera</translation>
    </message>
    <message>
        <source>Pick photo</source>
        <translation>Foto wählen</translation>
    </message>
    <message>
        <source>Business card</source>
        <translation>Visitenkarte</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Scan several</source>
        <translation>Mehrere scannen</translation>
    </message>
</context>
<context>
    <name>ScanTile</name>
    <message>
        <source>Scan a badge</source>
        <translation>Ausweis scannen</translation>
    </message>
</context>
<context>
    <name>rapport::app::SearchController</name>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The customers on this tablet cannot be read at the moment. Please try again.</source>
        <translation>Die Kunden auf diesem Tablet können gerade nicht gelesen werden. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Type the beginning of a name, a firm, an e-mail address or a telephone number.</source>
        <translation>Tippen Sie den Anfang eines Namens, einer Firma, einer E-Mail-Adresse oder Telefonnummer.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing begins like this; %n similar</source>
        <translation>
            <numerusform>Nichts beginnt so; %n ähnlich</numerusform>
            <numerusform>Nichts beginnt so; %n ähnlich</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody on this tablet has words that begin like this, or nearly so.</source>
        <translation>Niemand auf diesem Tablet hat Wörter, die so oder fast so beginnen.</translation>
    </message>
</context>
<context>
    <name>SearchPick</name>
    <message>
        <source>Choose another</source>
        <translation>Andere wählen</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Namen tippen</translation>
    </message>
    <message>
        <source>Type a word, or touch to see the list</source>
        <translation>Wort tippen, oder für die Liste berühren</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>On this tablet, also without a network</source>
        <translation>Auf diesem Tablet, auch ohne Netz</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Kunden finden</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangliste</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>%n required left</source>
        <translation>
            <numerusform>noch %n erforderlich</numerusform>
            <numerusform>noch %n erforderlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n zu korrigieren</numerusform>
            <numerusform>%n zu korrigieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>zu lesen</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>a long section in parts: title, which part, how many</comment>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <comment>values outside their limits</comment>
        <translation>
            <numerusform>%n zu begründen</numerusform>
            <numerusform>%n zu begründen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the limits</source>
        <translation>
            <numerusform>%n außerhalb der Grenzen</numerusform>
            <numerusform>%n außerhalb der Grenzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 points</source>
        <comment>check points: answered, asked</comment>
        <translation>%1/%2 Punkte</translation>
    </message>
</context>
<context>
    <name>SectionItem</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>section and its check points: Cabinet 3/5</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Any order is fine. We check when you finish.</source>
        <translation>Die Reihenfolge ist egal. Geprüft wird am Ende.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The data in this folder were written by a newer Rapport. Nothing was touched; please update Rapport first.</source>
        <translation>Die Daten in diesem Ordner stammen von einem neueren Rapport. Nichts wurde verändert; bitte aktualisieren Sie zuerst Rapport.</translation>
    </message>
    <message>
        <source>Rapport cannot open its data: they belong to another device, are damaged or may not be read. Nothing was touched.</source>
        <translation>Rapport kann seine Daten nicht öffnen: Sie gehören zu einem anderen Gerät, sind beschädigt oder dürfen nicht gelesen werden. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>There is no room left on this device. Nothing was touched; please free some space and start again.</source>
        <translation>Auf diesem Gerät ist kein Platz mehr. Nichts wurde verändert; bitte schaffen Sie Platz und starten Sie neu.</translation>
    </message>
    <message>
        <source>The data in this folder are damaged and cannot be opened. Nothing was touched; please keep the folder and ask for help.</source>
        <translation>Die Daten in diesem Ordner sind beschädigt und lassen sich nicht öffnen. Nichts wurde verändert; bitte behalten Sie den Ordner und holen Sie Hilfe.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so the last answer is not saved yet. It stays on the screen; please free some space.</source>
        <translation>Auf diesem Tablet ist kein Platz mehr; die letzte Antwort ist noch nicht gespeichert. Sie bleibt auf dem Bildschirm; bitte schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The last answer could not be saved yet. It stays on the screen; we try again with the next one.</source>
        <translation>Die letzte Antwort konnte noch nicht gespeichert werden. Sie bleibt auf dem Bildschirm; mit der nächsten versuchen wir es wieder.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so the conversation is not finished yet. Nothing is lost; please free some space.</source>
        <translation>Auf diesem Tablet ist kein Platz mehr; das Gespräch ist noch nicht abgeschlossen. Nichts ist verloren; bitte schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The conversation could not be finished yet. Nothing is lost; please try again.</source>
        <translation>Das Gespräch konnte noch nicht abgeschlossen werden. Nichts ist verloren; bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The draft could not be deleted. Please try again.</source>
        <translation>Der Entwurf konnte nicht gelöscht werden. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This conversation cannot be opened. It stays on this tablet; please ask for help.</source>
        <translation>Dieses Gespräch lässt sich nicht öffnen. Es bleibt auf diesem Tablet; bitte holen Sie Hilfe.</translation>
    </message>
    <message>
        <source>There is no form on this tablet yet. It comes with the first contact to the hub.</source>
        <translation>Auf diesem Tablet ist noch kein Formular. Es kommt mit dem ersten Kontakt zum Hub.</translation>
    </message>
    <message>
        <source>The form on this tablet cannot be read. Please ask whoever made it to publish it again.</source>
        <translation>Das Formular auf diesem Tablet ist nicht lesbar. Bitten Sie, wer es gemacht hat, es neu zu veröffentlichen.</translation>
    </message>
    <message>
        <source>This picture cannot be read. Please try another one, or type the contact.</source>
        <translation>Dieses Bild ist nicht lesbar. Bitte versuchen Sie ein anderes oder tippen Sie den Kontakt.</translation>
    </message>
    <message>
        <source>Codes cannot be read at the moment. You can type the contact instead.</source>
        <translation>Codes können gerade nicht gelesen werden. Sie können den Kontakt tippen.</translation>
    </message>
    <message>
        <source>We could not reach the hub.</source>
        <translation>Wir konnten den Hub nicht erreichen.</translation>
    </message>
    <message>
        <source>The hub does not know this tablet any more.</source>
        <translation>Der Hub kennt dieses Tablet nicht mehr.</translation>
    </message>
    <message>
        <source>The office has withdrawn this tablet’s access.</source>
        <translation>Das Büro hat diesem Tablet den Zugang entzogen.</translation>
    </message>
    <message>
        <source>Something else answers in place of the hub; perhaps the Wi-Fi asks for a login.</source>
        <translation>Statt des Hubs antwortet etwas anderes; vielleicht verlangt das WLAN eine Anmeldung.</translation>
    </message>
    <message>
        <source>This conversation is too large for the hub.</source>
        <translation>Dieses Gespräch ist zu groß für den Hub.</translation>
    </message>
    <message>
        <source>The hub does not accept this conversation.</source>
        <translation>Der Hub nimmt dieses Gespräch nicht an.</translation>
    </message>
    <message>
        <source>The hub cannot take anything at the moment.</source>
        <translation>Der Hub kann gerade nichts annehmen.</translation>
    </message>
    <message numerus="yes">
        <source>Your %n conversation(s) are safe here.</source>
        <translation>
            <numerusform>Ihr Gespräch ist hier sicher.</numerusform>
            <numerusform>Ihre %n Gespräche sind hier sicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>brochure</source>
        <translation>Prospekt</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Brochures</source>
        <translation>Prospekte</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Other tasks</source>
        <translation>Andere Aufgaben</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Heiß</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Kalt</translation>
    </message>
    <message>
        <source>There is no camera here. You can pick a photo or type the contact.</source>
        <translation>Hier ist keine Kamera. Sie können ein Foto wählen oder den Kontakt tippen.</translation>
    </message>
    <message>
        <source>Rapport may not use the camera. Allow it in the settings of this device, pick a photo, or type the contact.</source>
        <translation>Rapport darf die Kamera nicht benutzen. Erlauben Sie es in den Einstellungen dieses Geräts, wählen Sie ein Foto oder tippen Sie den Kontakt.</translation>
    </message>
    <message>
        <source>The camera does not answer any more. Try again, pick a photo, or type the contact.</source>
        <translation>Die Kamera antwortet nicht mehr. Versuchen Sie es noch einmal, wählen Sie ein Foto oder tippen Sie den Kontakt.</translation>
    </message>
    <message>
        <source>The camera cannot be used at the moment. You can pick a photo or type the contact.</source>
        <translation>Die Kamera ist gerade nicht nutzbar. Sie können ein Foto wählen oder den Kontakt tippen.</translation>
    </message>
    <message>
        <source>A part of this conversation cannot be read on this tablet. Please ask for help.</source>
        <translation>Ein Teil dieses Gesprächs ist auf diesem Tablet nicht lesbar. Bitte holen Sie Hilfe.</translation>
    </message>
    <message>
        <source>There is no camera here. You can pick a photo instead.</source>
        <translation>Hier ist keine Kamera. Sie können stattdessen ein Foto auswählen.</translation>
    </message>
    <message>
        <source>Rapport may not use the camera. Allow it in the settings of this device, or pick a photo instead.</source>
        <translation>Rapport darf die Kamera nicht benutzen. Erlauben Sie es in den Einstellungen dieses Geräts, oder wählen Sie ein Foto aus.</translation>
    </message>
    <message>
        <source>The camera does not answer. Try again, or pick a photo instead.</source>
        <translation>Die Kamera antwortet nicht. Versuchen Sie es noch einmal, oder wählen Sie ein Foto aus.</translation>
    </message>
    <message>
        <source>This picture is too large. Please choose one below 64 MB and 200 megapixels.</source>
        <translation>Dieses Bild ist zu groß. Bitte wählen Sie eines unter 64 MB und 200 Megapixeln.</translation>
    </message>
    <message>
        <source>A part of this picture is missing. Please take it again, or pick another one.</source>
        <translation>Von diesem Bild fehlt ein Teil. Bitte nehmen Sie es noch einmal auf, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This is no picture that can be shown here. Please pick another one.</source>
        <translation>Das ist kein Bild, das hier gezeigt werden kann. Bitte wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This picture cannot be opened any more. Please pick another one.</source>
        <translation>Dieses Bild lässt sich nicht mehr öffnen. Bitte wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The picture could not be prepared. Please try again.</source>
        <translation>Das Bild konnte nicht vorbereitet werden. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This file is empty or larger than 200 MB. Please pick another one.</source>
        <translation>Diese Datei ist leer oder größer als 200 MB. Bitte wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This file cannot be opened any more. Please pick another one.</source>
        <translation>Diese Datei kann nicht mehr geöffnet werden. Bitte wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This file changed or went away while it was being read. Please pick it again.</source>
        <translation>Diese Datei hat sich beim Lesen geändert oder ist verschwunden. Bitte wählen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so this file is not kept. Please free some space and pick it again.</source>
        <translation>Auf diesem Tablet ist kein Platz mehr, deshalb ist diese Datei nicht gespeichert. Bitte schaffen Sie Platz und wählen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file could not be kept. Please try again.</source>
        <translation>Die Datei konnte nicht gespeichert werden. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no microphone here. You can pick a sound file instead.</source>
        <translation>Hier ist kein Mikrofon. Sie können stattdessen eine Tondatei wählen.</translation>
    </message>
    <message>
        <source>Rapport may not use the microphone. Allow it in the settings of this device, or pick a sound file instead.</source>
        <translation>Rapport darf das Mikrofon nicht benutzen. Erlauben Sie es in den Einstellungen dieses Geräts, oder wählen Sie stattdessen eine Tondatei.</translation>
    </message>
    <message>
        <source>The microphone does not answer. Try again, or pick a sound file instead.</source>
        <translation>Das Mikrofon antwortet nicht. Versuchen Sie es noch einmal, oder wählen Sie stattdessen eine Tondatei.</translation>
    </message>
    <message>
        <source>The microphone went away. What was recorded until then is kept.</source>
        <translation>Das Mikrofon ist weg. Was bis dahin aufgenommen wurde, ist gespeichert.</translation>
    </message>
    <message>
        <source>There is no camera here. You can type it instead.</source>
        <translation>Hier gibt es keine Kamera. Sie können es tippen.</translation>
    </message>
    <message>
        <source>Rapport may not use the camera. Allow it in the settings of this device, or type it instead.</source>
        <translation>Rapport darf die Kamera nicht benutzen. Erlauben Sie es in den Einstellungen des Geräts, oder tippen Sie es.</translation>
    </message>
    <message>
        <source>This picture cannot be read. You can type it instead.</source>
        <translation>Dieses Bild kann nicht gelesen werden. Sie können es tippen.</translation>
    </message>
    <message>
        <source>Codes cannot be read at the moment. You can type it instead.</source>
        <translation>Codes können gerade nicht gelesen werden. Sie können es tippen.</translation>
    </message>
    <message>
        <source>The camera does not answer. Try again, or type it instead.</source>
        <translation>Die Kamera antwortet nicht. Versuchen Sie es noch einmal, oder tippen Sie es.</translation>
    </message>
    <message>
        <source>It could not be handed over. The draft is on this tablet as it was; please try again.</source>
        <translation>Die Übergabe hat nicht geklappt. Der Entwurf ist auf diesem Tablet wie zuvor; bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Withdrawal of consent</source>
        <translation>Widerruf der Einwilligung</translation>
    </message>
</context>
<context>
    <name>SequenceCard</name>
    <message>
        <source>Kept trays</source>
        <translation>Aufbewahrte Mappen</translation>
    </message>
    <message>
        <source>Keep a tray under a name, and begin the next meeting with it.</source>
        <translation>Bewahren Sie eine Mappe unter einem Namen auf, und beginnen Sie das nächste Treffen damit.</translation>
    </message>
    <message>
        <source>Name of this tray</source>
        <translation>Name dieser Mappe</translation>
    </message>
    <message>
        <source>Keep this tray</source>
        <translation>Diese Mappe aufbewahren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>SequenceRow</name>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
</context>
<context>
    <name>SequenceStrip</name>
    <message>
        <source>No longer shown</source>
        <translation>Nicht mehr gezeigt</translation>
    </message>
</context>
<context>
    <name>SeriesRow</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::SettingsController</name>
    <message>
        <source>In this app</source>
        <translation>In dieser App</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Please enter the address of the hub and the code, or scan the invitation.</source>
        <translation>Bitte geben Sie die Adresse des Hubs und den Code ein oder scannen Sie die Einladung.</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>This tablet belongs to the hub now. Its fair, forms and customers are on their way.</source>
        <translation>Dieses Tablet gehört jetzt zum Hub. Messe, Formulare und Kunden sind unterwegs.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) must be finished and sent first; then this tablet can move. Nothing was changed.</source>
        <translation>
            <numerusform>Ein Gespräch muss erst abgeschlossen und gesendet sein; dann kann dieses Tablet wechseln. Nichts wurde geändert.</numerusform>
            <numerusform>%n Gespräche müssen erst abgeschlossen und gesendet sein; dann kann dieses Tablet wechseln. Nichts wurde geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub does not know this code, or it was used already. Please ask the office for a new one.</source>
        <translation>Der Hub kennt diesen Code nicht, oder er wurde schon benutzt. Bitten Sie das Büro um einen neuen.</translation>
    </message>
    <message>
        <source>This code is too old. Please ask the office for a new one.</source>
        <translation>Dieser Code ist zu alt. Bitten Sie das Büro um einen neuen.</translation>
    </message>
    <message>
        <source>Too many wrong codes were tried. Please wait a minute.</source>
        <translation>Es wurden zu viele falsche Codes versucht. Bitte warten Sie eine Minute.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet. Nothing was changed; please free some space.</source>
        <translation>Auf diesem Tablet ist kein Platz mehr. Nichts wurde geändert; bitte schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Rapport %1</source>
        <translation>Rapport %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
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
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Dieses Tablet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Hub: %1</translation>
    </message>
    <message>
        <source>Connect to a hub</source>
        <translation>Mit einem Hub verbinden</translation>
    </message>
    <message>
        <source>Ready for the fair?</source>
        <translation>Bereit für die Messe?</translation>
    </message>
    <message>
        <source>Pictures, films, sounds and files</source>
        <translation>Bilder, Filme, Aufnahmen und Dateien</translation>
    </message>
    <message>
        <source>Answers always go at once: they are small. Files follow them.</source>
        <translation>Antworten gehen immer sofort hinaus: Sie sind klein. Dateien folgen ihnen.</translation>
    </message>
    <message>
        <source>On any network</source>
        <translation>In jedem Netz</translation>
    </message>
    <message>
        <source>On Wi-Fi and cable only</source>
        <translation>Nur über WLAN und Kabel</translation>
    </message>
    <message>
        <source>Where the network counts data</source>
        <translation>Wo das Netz Daten zählt</translation>
    </message>
    <message>
        <source>On a mobile contract or a telephone’s hotspot larger files wait for a better network. “Send now” in the outbox lets them go.</source>
        <translation>Mit einem Mobilfunkvertrag oder am Hotspot eines Telefons warten größere Dateien auf ein besseres Netz. „Jetzt senden“ im Ausgang lässt sie gehen.</translation>
    </message>
    <message>
        <source>Up to 1 MB</source>
        <translation>Bis 1 MB</translation>
    </message>
    <message>
        <source>Up to 5 MB</source>
        <translation>Bis 5 MB</translation>
    </message>
    <message>
        <source>Up to 25 MB</source>
        <translation>Bis 25 MB</translation>
    </message>
    <message>
        <source>Files of any size</source>
        <translation>Dateien jeder Größe</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>Typed by the person who signs, not drawn</source>
        <translation>Von der unterzeichnenden Person getippt, nicht gezeichnet</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signed</source>
        <translation>Unterschrieben</translation>
    </message>
    <message>
        <source>Please sign here</source>
        <translation>Bitte hier unterschreiben</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Neu unterschreiben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Draw instead</source>
        <translation>Stattdessen zeichnen</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Stattdessen tippen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name of the person who signs</source>
        <translation>Name der Person, die unterschreibt</translation>
    </message>
    <message>
        <source>Sign with this name</source>
        <translation>Mit diesem Namen unterschreiben</translation>
    </message>
</context>
<context>
    <name>SoundAnswer</name>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and what the button does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Recording, %1</source>
        <translation>Aufnahme läuft, %1</translation>
    </message>
    <message>
        <source>How loud it is</source>
        <translation>Wie laut es ist</translation>
    </message>
    <message>
        <source>Voice note</source>
        <translation>Sprachnotiz</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>This recording cannot be played on this device.</source>
        <translation>Diese Aufnahme kann auf diesem Gerät nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>The file is being kept …</source>
        <translation>Die Datei wird gespeichert …</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Pick sound file</source>
        <translation>Tondatei wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no microphone here; pick a sound file of this device.</source>
        <translation>Hier ist kein Mikrofon; wählen Sie eine Tondatei dieses Geräts.</translation>
    </message>
</context>
<context>
    <name>rapport::app::SummaryController</name>
    <message>
        <source>The conversations cannot be read at the moment. Please try again.</source>
        <translation>Die Gespräche lassen sich gerade nicht lesen. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message.</source>
        <translation>Kopiert. Fügen Sie es in eine Nachricht ein.</translation>
    </message>
    <message>
        <source>Outbox %1.txt</source>
        <comment>a file name</comment>
        <translation>Ausgang %1.txt</translation>
    </message>
    <message>
        <source>Saved in Documents as “%1”.</source>
        <translation>In Dokumente gespeichert als „%1“.</translation>
    </message>
    <message>
        <source>There is no room left on this tablet, so nothing was saved.</source>
        <translation>Auf diesem Tablet ist kein Platz mehr; nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>It could not be saved in Documents.</source>
        <translation>Es ließ sich nicht in Dokumente speichern.</translation>
    </message>
</context>
<context>
    <name>SummaryScreen</name>
    <message>
        <source>Summary of the day</source>
        <translation>Der Tag in Kürze</translation>
    </message>
    <message>
        <source>Without names, firms and answers</source>
        <translation>Ohne Namen, Firmen und Antworten</translation>
    </message>
    <message>
        <source>Back to the outbox</source>
        <translation>Zurück zum Ausgang</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save in Documents</source>
        <translation>In Dokumente speichern</translation>
    </message>
</context>
<context>
    <name>SyncChip</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Tries to send now</source>
        <translation>Versucht jetzt zu senden</translation>
    </message>
    <message>
        <source>· %1</source>
        <translation>· %1</translation>
    </message>
</context>
<context>
    <name>rapport::app::SyncController</name>
    <message>
        <source>Trying now</source>
        <translation>Wird versucht</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>Sendet %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Alles gesendet</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>letzter Kontakt %1</translation>
    </message>
    <message>
        <source>Answers sent</source>
        <translation>Antworten gesendet</translation>
    </message>
</context>
<context>
    <name>TimeAnswer</name>
    <message>
        <source>Day and time</source>
        <translation>Tag und Uhrzeit</translation>
    </message>
    <message>
        <source>Hours and minutes</source>
        <translation>Stunden und Minuten</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>15 min earlier</source>
        <translation>15 min früher</translation>
    </message>
    <message>
        <source>15 min later</source>
        <translation>15 min später</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Draft, to be finished</source>
        <translation>Entwurf, noch abzuschließen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Talk with %1</source>
        <comment>a person</comment>
        <translation>Gespräch mit %1</translation>
    </message>
    <message>
        <source>Don&apos;t know yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Was answered</source>
        <translation>Inzwischen beantwortet</translation>
    </message>
    <message>
        <source>Offer %1</source>
        <comment>a number</comment>
        <translation>Angebot %1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <comment>a brochure, an offer, an appointment</comment>
        <translation>Zugesagt: %1</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>rapport::app::TrayController</name>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>of a tray</comment>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>In the tray: %1</source>
        <translation>In der Mappe: %1</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Gewählt: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Version %1 is in the tray now.</source>
        <translation>Version %1 ist jetzt in der Mappe.</translation>
    </message>
    <message>
        <source>Version %1 is in the tray now, with all its pages.</source>
        <translation>Version %1 ist jetzt in der Mappe, mit allen Seiten.</translation>
    </message>
    <message>
        <source>The prepared tray is this meeting&apos;s now.</source>
        <translation>Die vorbereitete Mappe gehört jetzt zu diesem Treffen.</translation>
    </message>
    <message>
        <source>Kept as “%1”.</source>
        <translation>Als „%1“ aufbewahrt.</translation>
    </message>
    <message>
        <source>“%1” is in the tray.</source>
        <translation>„%1“ ist in der Mappe.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Tray for the next meeting</source>
        <translation>Mappe für das nächste Treffen</translation>
    </message>
    <message>
        <source>Tray for this talk</source>
        <translation>Mappe für dieses Gespräch</translation>
    </message>
    <message>
        <source>Tray for %1</source>
        <comment>a person or a firm</comment>
        <translation>Mappe für %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to show</source>
        <translation>
            <numerusform>%n Seite zu zeigen</numerusform>
            <numerusform>%n Seiten zu zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n left out</source>
        <translation>
            <numerusform>%1 · %n ausgelassen</numerusform>
            <numerusform>%1 · %n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are prepared for the next meeting.</source>
        <translation>
            <numerusform>%n Eintrag ist für das nächste Treffen vorbereitet.</numerusform>
            <numerusform>%n Einträge sind für das nächste Treffen vorbereitet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayRow</name>
    <message>
        <source>%1, place %2 of %3</source>
        <comment>entry of a tray</comment>
        <translation>%1, Platz %2 von %3</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Show from %1 on</source>
        <translation>Ab %1 zeigen</translation>
    </message>
    <message>
        <source>%1: earlier</source>
        <comment>entry of a tray</comment>
        <translation>%1: früher</translation>
    </message>
    <message>
        <source>%1: later</source>
        <comment>entry of a tray</comment>
        <translation>%1: später</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Choose pages of %1</source>
        <translation>Seiten von %1 wählen</translation>
    </message>
</context>
<context>
    <name>TrayScreen</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Take them into this meeting</source>
        <translation>In dieses Treffen nehmen</translation>
    </message>
    <message>
        <source>Nothing lies in it yet. Choose brochures, pages and films in the library, in the order in which you want to show them.</source>
        <translation>Noch liegt nichts darin. Wählen Sie in der Bibliothek Broschüren, Seiten und Filme, in der Reihenfolge, in der Sie sie zeigen wollen.</translation>
    </message>
</context>
<context>
    <name>TrayWords</name>
    <message>
        <source>Take version %1</source>
        <translation>Version %1 nehmen</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Pages %1</source>
        <comment>1, 3, 6</comment>
        <translation>Seiten %1</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Kommt noch</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Asks for a password</source>
        <translation>Verlangt ein Kennwort</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Nicht darstellbar</translation>
    </message>
    <message>
        <source>Valid from %1</source>
        <translation>Gültig ab %1</translation>
    </message>
    <message>
        <source>Was valid until %1</source>
        <translation>War gültig bis %1</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Zurückgerufen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>No longer on this tablet</source>
        <translation>Nicht mehr auf diesem Tablet</translation>
    </message>
    <message>
        <source>The back office has recalled version %1: %2. It is not shown any more.</source>
        <translation>Das Büro hat Version %1 zurückgerufen: %2. Sie wird nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>The back office has recalled version %1. It is not shown any more.</source>
        <translation>Das Büro hat Version %1 zurückgerufen. Sie wird nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>The back office gives this out no more. It is not shown.</source>
        <translation>Das Büro gibt dies nicht mehr heraus. Es wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>It is not shown any more.</source>
        <translation>Es wird nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>Version %1 is available. Version %2 is shown until you take it.</source>
        <translation>Version %1 ist da. Bis Sie sie nehmen, wird Version %2 gezeigt.</translation>
    </message>
    <message>
        <source>Version %1 is available.</source>
        <translation>Version %1 ist da.</translation>
    </message>
    <message>
        <source>For us alone: it is left out when the tray is shown.</source>
        <translation>Nur für uns: Beim Zeigen der Mappe bleibt es weg.</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>%1, pages %2</source>
        <comment>a title; 1, 3, 6</comment>
        <translation>%1, Seiten %2</translation>
    </message>
</context>
<context>
    <name>TurnButton</name>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
</context>
<context>
    <name>Typed</name>
    <message>
        <source>Please enter a number, for example 12.5.</source>
        <translation>Bitte geben Sie eine Zahl ein, zum Beispiel 12,5.</translation>
    </message>
    <message>
        <source>Please enter a whole number, for example 12.</source>
        <translation>Bitte geben Sie eine ganze Zahl ein, zum Beispiel 12.</translation>
    </message>
    <message>
        <source>Please enter a date, for example 17.11.2027.</source>
        <translation>Bitte geben Sie ein Datum ein, zum Beispiel 17.11.2027.</translation>
    </message>
    <message>
        <source>Please enter a time, for example 14:30.</source>
        <translation>Bitte geben Sie eine Uhrzeit ein, zum Beispiel 14:30.</translation>
    </message>
    <message>
        <source>Please enter a date and a time, for example 17.11.2027 14:30.</source>
        <translation>Bitte geben Sie Datum und Uhrzeit ein, zum Beispiel 17.11.2027 14:30.</translation>
    </message>
    <message>
        <source>%1° %2 %3° %4</source>
        <comment>latitude, N or S, longitude, E or W</comment>
        <translation>%1° %2 %3° %4</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>%1, exact to %2 m</source>
        <comment>a position and its accuracy</comment>
        <translation>%1, auf %2 m genau</translation>
    </message>
    <message>
        <source>Please enter latitude and longitude, for example 52.52 13.40.</source>
        <translation>Bitte geben Sie Breite und Länge ein, zum Beispiel 52.52 13.40.</translation>
    </message>
</context>
<context>
    <name>VideoScreen</name>
    <message>
        <source>This video cannot be played on this device.</source>
        <translation>Dieses Video kann auf diesem Gerät nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Place in the video</source>
        <translation>Stelle im Video</translation>
    </message>
</context>
<context>
    <name>rapport::app::WithdrawalController</name>
    <message>
        <source>To be contacted</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>The withdrawal could not be saved. Nothing has changed. Please try again.</source>
        <translation>Der Widerruf konnte nicht gespeichert werden. Es hat sich nichts geändert. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Consent withdrawn: %1.</source>
        <translation>Einwilligung widerrufen: %1.</translation>
    </message>
    <message>
        <source>The withdrawal is on its way already. Ask for consent anew in a conversation.</source>
        <translation>Der Widerruf ist schon unterwegs. Fragen Sie in einem Gespräch neu nach der Einwilligung.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>from the card</source>
        <translation>von der Visitenkarte</translation>
    </message>
    <message>
        <source>from the badge</source>
        <translation>vom Ausweis</translation>
    </message>
    <message>
        <source>from the organiser</source>
        <translation>vom Veranstalter</translation>
    </message>
</context>
</TS>
