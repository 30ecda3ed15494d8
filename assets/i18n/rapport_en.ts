<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
    <name>rapport::app::OutboxController</name>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
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
</TS>
