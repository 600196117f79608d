<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Batch</name>
    <message numerus="yes">
        <source>%n unlike</source>
        <translation>
            <numerusform>%n unlike</numerusform>
            <numerusform>%n unlike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message numerus="yes">
        <source>stopped, %n day(s) left</source>
        <translation>
            <numerusform>stopped, %n day left</numerusform>
            <numerusform>stopped, %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message numerus="yes">
        <source>Start; a period of %n day(s)</source>
        <translation>
            <numerusform>Start; a period of %n day</numerusform>
            <numerusform>Start; a period of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock stands still, %n day(s) left. If it went on today: due on %1</source>
        <translation>
            <numerusform>The clock stands still, %n day left. If it went on today: due on %1</numerusform>
            <numerusform>The clock stands still, %n days left. If it went on today: due on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on %1, %n day(s) over</source>
        <translation>
            <numerusform>Due on %1, %n day over</numerusform>
            <numerusform>Due on %1, %n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on %1, %n day(s) of the period left</source>
        <translation>
            <numerusform>Due on %1, %n day of the period left</numerusform>
            <numerusform>Due on %1, %n days of the period left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::BatchPage</name>
    <message numerus="yes">
        <source>Approve %n case(s)?</source>
        <translation>
            <numerusform>Approve %n case?</numerusform>
            <numerusform>Approve %n cases?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refusal(s) are among them.</source>
        <translation>
            <numerusform>%n refusal is among them.</numerusform>
            <numerusform>%n refusals are among them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n case(s)</source>
        <translation>
            <numerusform>Return %n case</numerusform>
            <numerusform>Return %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseHeader</name>
    <message numerus="yes">
        <source>↑ %n step(s) not sent yet</source>
        <translation>
            <numerusform>↑ %n step not sent yet</numerusform>
            <numerusform>↑ %n steps not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ErrorList</name>
    <message numerus="yes">
        <source>%n thing(s) to look at in this form</source>
        <translation>
            <numerusform>%n thing to look at in this form</numerusform>
            <numerusform>%n things to look at in this form</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ExaminationPage</name>
    <message numerus="yes">
        <source>The form has %n error(s).</source>
        <translation>
            <numerusform>The form has %n error.</numerusform>
            <numerusform>The form has %n errors.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NoticePreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::SearchDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::StatusLine</name>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>Outbox: %n waiting</numerusform>
            <numerusform>Outbox: %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! %n need(s) attention</source>
        <translation>
            <numerusform>! %n needs attention</numerusform>
            <numerusform>! %n need attention</numerusform>
        </translation>
    </message>
</context>
</TS>
