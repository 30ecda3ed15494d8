<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AssetWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::BriefingController</name>
    <message numerus="yes">
        <source>%n more line(s), older ones, are left out here.</source>
        <comment>of a briefing</comment>
        <translation>
            <numerusform>%n more line, an older one, is left out here.</numerusform>
            <numerusform>%n more lines, older ones, are left out here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidatesScreen</name>
    <message numerus="yes">
        <source>%n person(s) or firm(s) fit(s)</source>
        <translation>
            <numerusform>%n person or firm fits</numerusform>
            <numerusform>%n people or firms fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::CardController</name>
    <message numerus="yes">
        <source>%n field(s) want a look</source>
        <translation>
            <numerusform>%n field wants a look</numerusform>
            <numerusform>%n fields want a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectMenu</name>
    <message numerus="yes">
        <source>All %n page(s)</source>
        <translation>
            <numerusform>All %n page</numerusform>
            <numerusform>All %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::ConversationController</name>
    <message numerus="yes">
        <source>%n answer(s) are missing</source>
        <translation>
            <numerusform>One answer is missing</numerusform>
            <numerusform>%n answers are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered. Undo</source>
        <translation>
            <numerusform>%n answered. Undo</numerusform>
            <numerusform>%n answered. Undo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) outside the limits: please say why</source>
        <translation>
            <numerusform>%n value outside the limits: please say why</numerusform>
            <numerusform>%n values outside the limits: please say why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These answers are for %n people</source>
        <translation>
            <numerusform>These answers are for one person</numerusform>
            <numerusform>These answers are for %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::CustomerController</name>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n open ticket</numerusform>
            <numerusform>%n open tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>to bring across</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <comment>to ask</comment>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to avoid</source>
        <comment>subjects</comment>
        <translation>
            <numerusform>%n to avoid</numerusform>
            <numerusform>%n to avoid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerRows</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <comment>until an offer ends</comment>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaySummary</name>
    <message numerus="yes">
        <source>%1 with %n file(s)</source>
        <translation>
            <numerusform>%1 with %n file</numerusform>
            <numerusform>%1 with %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n conversation(s), %2</source>
        <translation>
            <numerusform>%1: %n conversation, %2</numerusform>
            <numerusform>%1: %n conversations, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::DeletedController</name>
    <message numerus="yes">
        <source>kept for %n more day(s)</source>
        <translation>
            <numerusform>kept for %n more day</numerusform>
            <numerusform>kept for %n more days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierValues</name>
    <message numerus="yes">
        <source>%n earlier value(s), the last %1 on %2</source>
        <comment>value and day</comment>
        <translation>
            <numerusform>%n earlier value: %1 on %2</numerusform>
            <numerusform>%n earlier values, the last %1 on %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::HomeController</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::LibraryController</name>
    <message numerus="yes">
        <source>Page %1 and %n more</source>
        <translation>
            <numerusform>Page %1 and %n more</numerusform>
            <numerusform>Page %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, wait for Wi-Fi.</source>
        <translation>
            <numerusform>%n document, %1, waits for Wi-Fi.</numerusform>
            <numerusform>%n documents, %1, wait for Wi-Fi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, wait for a network whose data are not counted.</source>
        <translation>
            <numerusform>%n document, %1, waits for a network whose data are not counted.</numerusform>
            <numerusform>%n documents, %1, wait for a network whose data are not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1, are still to come.</source>
        <translation>
            <numerusform>%n document, %1, is still to come.</numerusform>
            <numerusform>%n documents, %1, are still to come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryScreen</name>
    <message numerus="yes">
        <source>Tray, %n entries</source>
        <translation>
            <numerusform>Tray, %n entry</numerusform>
            <numerusform>Tray, %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::LockController</name>
    <message numerus="yes">
        <source>%n conversation(s) are not sent yet. They are safe here and still go to the hub by themselves.</source>
        <translation>
            <numerusform>%n conversation is not sent yet. It is safe here and still goes to the hub by itself.</numerusform>
            <numerusform>%n conversations are not sent yet. They are safe here and still go to the hub by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineFile</name>
    <message numerus="yes">
        <source>%n value(s) measured</source>
        <translation>
            <numerusform>%n value measured</numerusform>
            <numerusform>%n values measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the limits</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n outside the limits</numerusform>
            <numerusform>%n outside the limits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <comment>a figure</comment>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::OutboxController</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, wait for Wi-Fi</source>
        <translation>
            <numerusform>%n file, %1, waits for Wi-Fi</numerusform>
            <numerusform>%n files, %1, wait for Wi-Fi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, wait for a network that does not count data</source>
        <translation>
            <numerusform>%n file, %1, waits for a network that does not count data</numerusform>
            <numerusform>%n files, %1, wait for a network that does not count data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, follow by themselves</source>
        <translation>
            <numerusform>%n file, %1, follows by itself</numerusform>
            <numerusform>%n files, %1, follow by themselves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::PagesController</name>
    <message numerus="yes">
        <source>%1 of %n page(s)</source>
        <translation>
            <numerusform>%1 of %n page</numerusform>
            <numerusform>%1 of %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n page(s)</source>
        <translation>
            <numerusform>All %n page</numerusform>
            <numerusform>All %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesScreen</name>
    <message numerus="yes">
        <source>Keep %n page(s)</source>
        <translation>
            <numerusform>Keep %n page</numerusform>
            <numerusform>Keep %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n page(s)</source>
        <translation>
            <numerusform>Add %n page</numerusform>
            <numerusform>Add %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::PresenterController</name>
    <message numerus="yes">
        <source>On %n page(s)</source>
        <translation>
            <numerusform>On %n page</numerusform>
            <numerusform>On %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n to correct</numerusform>
            <numerusform>%n to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n required left</source>
        <translation>
            <numerusform>%n required left</numerusform>
            <numerusform>%n required left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::RankingController</name>
    <message numerus="yes">
        <source>%n account(s) rated</source>
        <translation>
            <numerusform>%n account rated</numerusform>
            <numerusform>%n accounts rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n not yet</source>
        <translation>
            <numerusform>%1 · %n not yet</numerusform>
            <numerusform>%1 · %n not yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::RapidController</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>read so often</comment>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scanned</source>
        <comment>people or codes</comment>
        <translation>
            <numerusform>%n scanned</numerusform>
            <numerusform>%n scanned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scanned since %1</source>
        <comment>people or codes; a moment</comment>
        <translation>
            <numerusform>%n scanned since %1</numerusform>
            <numerusform>%n scanned since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::ReadinessController</name>
    <message numerus="yes">
        <source>It is %n minute(s) off the hub&apos;s.</source>
        <translation>
            <numerusform>It is one minute off the hub&apos;s.</numerusform>
            <numerusform>It is %n minutes off the hub&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>1 thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::RecordingController</name>
    <message numerus="yes">
        <source>Up to %n minute(s).</source>
        <translation>
            <numerusform>Up to %n minute.</numerusform>
            <numerusform>Up to %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::RescueController</name>
    <message numerus="yes">
        <source>%n conversation(s) wait on this tablet, %1.</source>
        <translation>
            <numerusform>%n conversation waits on this tablet, %1.</numerusform>
            <numerusform>%n conversations wait on this tablet, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait on this tablet, %1 with pictures and other files.</source>
        <translation>
            <numerusform>%n conversation waits on this tablet, %1 with pictures and other files.</numerusform>
            <numerusform>%n conversations wait on this tablet, %1 with pictures and other files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are not among them: only what is finished goes into the file.</source>
        <translation>
            <numerusform>%n draft is not among them: only what is finished goes into the file.</numerusform>
            <numerusform>%n drafts are not among them: only what is finished goes into the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are in %1 now, as “%2”.</source>
        <translation>
            <numerusform>%n conversation is in %1 now, as “%2”.</numerusform>
            <numerusform>%n conversations are in %1 now, as “%2”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were left out: a part of them cannot be read on this tablet.</source>
        <translation>
            <numerusform>%n conversation was left out: a part of it cannot be read on this tablet.</numerusform>
            <numerusform>%n conversations were left out: a part of them cannot be read on this tablet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of %1 came in.</source>
        <translation>
            <numerusform>%n conversation of %1 came in.</numerusform>
            <numerusform>%n conversations of %1 came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of %1 were at the hub already.</source>
        <translation>
            <numerusform>%n conversation of %1 was at the hub already.</numerusform>
            <numerusform>%n conversations of %1 were at the hub already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hub did not take %n conversation(s). Keep the file and ask the office.</source>
        <translation>
            <numerusform>The hub did not take %n conversation. Keep the file and ask the office.</numerusform>
            <numerusform>The hub did not take %n conversations. Keep the file and ask the office.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::ResolutionController</name>
    <message numerus="yes">
        <source>From the organiser&apos;s list, %1: %n field(s) filled in.</source>
        <translation>
            <numerusform>From the organiser&apos;s list, %1: %n field filled in.</numerusform>
            <numerusform>From the organiser&apos;s list, %1: %n fields filled in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of yours stay(s).</source>
        <translation>
            <numerusform>%n entry of yours stays.</numerusform>
            <numerusform>%n entries of yours stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::ScanController</name>
    <message numerus="yes">
        <source>Read %n time(s).</source>
        <translation>
            <numerusform>Read once.</numerusform>
            <numerusform>Read %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::SearchController</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing begins like this; %n similar</source>
        <translation>
            <numerusform>Nothing begins like this; %n similar</numerusform>
            <numerusform>Nothing begins like this; %n similar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>%n required left</source>
        <translation>
            <numerusform>%n required left</numerusform>
            <numerusform>%n required left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to correct</source>
        <translation>
            <numerusform>%n to correct</numerusform>
            <numerusform>%n to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <comment>values outside their limits</comment>
        <translation>
            <numerusform>%n to explain</numerusform>
            <numerusform>%n to explain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the limits</source>
        <translation>
            <numerusform>%n outside the limits</numerusform>
            <numerusform>%n outside the limits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>Your %n conversation(s) are safe here.</source>
        <translation>
            <numerusform>Your conversation is safe here.</numerusform>
            <numerusform>Your %n conversations are safe here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::SettingsController</name>
    <message numerus="yes">
        <source>%n conversation(s) must be finished and sent first; then this tablet can move. Nothing was changed.</source>
        <translation>
            <numerusform>One conversation must be finished and sent first; then this tablet can move. Nothing was changed.</numerusform>
            <numerusform>%n conversations must be finished and sent first; then this tablet can move. Nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::SyncController</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::TrayController</name>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>of a tray</comment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to show</source>
        <translation>
            <numerusform>%n page to show</numerusform>
            <numerusform>%n pages to show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n left out</source>
        <translation>
            <numerusform>%1 · %n left out</numerusform>
            <numerusform>%1 · %n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are prepared for the next meeting.</source>
        <translation>
            <numerusform>%n entry is prepared for the next meeting.</numerusform>
            <numerusform>%n entries are prepared for the next meeting.</numerusform>
        </translation>
    </message>
</context>
</TS>
