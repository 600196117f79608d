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
    <name>FormModel</name>
    <message numerus="yes">
        <source>%n thing(s) to look at in here</source>
        <translation>
            <numerusform>%n thing to look at in here</numerusform>
            <numerusform>%n things to look at in here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingParts</name>
    <message numerus="yes">
        <source>The form has %n error(s).</source>
        <translation>
            <numerusform>The form has %n error.</numerusform>
            <numerusform>The form has %n errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %n missing</source>
        <translation>
            <numerusform>✗ %n missing</numerusform>
            <numerusform>✗ %n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ Ready for a draft, %n to look at</source>
        <translation>
            <numerusform>✓ Ready for a draft, %n to look at</numerusform>
            <numerusform>✓ Ready for a draft, %n to look at</numerusform>
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
    <name>Workload</name>
    <message numerus="yes">
        <source>Up to %n day(s)</source>
        <translation>
            <numerusform>Up to %n day</numerusform>
            <numerusform>Up to %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n day(s)</source>
        <translation>
            <numerusform>Over %n day</numerusform>
            <numerusform>Over %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoStack</name>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1 (%n case)</numerusform>
            <numerusform>%1 (%n cases)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AssignDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::BatchPage</name>
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
    <name>madoguchi::ui::DestructionDialog</name>
    <message numerus="yes">
        <source>%n record(s); marked: %1 for a first signature, %2 for the second.</source>
        <translation>
            <numerusform>%n record; marked: %1 for a first signature, %2 for the second.</numerusform>
            <numerusform>%n records; marked: %1 for a first signature, %2 for the second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not accepted; the reason stands beside each.</source>
        <translation>
            <numerusform>%n record was not accepted; the reason stands beside it.</numerusform>
            <numerusform>%n records were not accepted; the reason stands beside each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) get their first signature.</source>
        <translation>
            <numerusform>%n record gets its first signature.</numerusform>
            <numerusform>%n records get their first signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are destroyed for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n record is destroyed for good. This cannot be undone.</numerusform>
            <numerusform>%n records are destroyed for good. This cannot be undone.</numerusform>
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
    <name>madoguchi::ui::HeldRemovalCard</name>
    <message numerus="yes">
        <source>%n step(s) of yours on these cases are not sent yet. They are not lost: they are set aside and stay in the outbox.</source>
        <translation>
            <numerusform>%n step of yours on these cases is not sent yet. It is not lost: it is set aside and stays in the outbox.</numerusform>
            <numerusform>%n steps of yours on these cases are not sent yet. They are not lost: they are set aside and stay in the outbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MainWindow</name>
    <message numerus="yes">
        <source>Unsent work of a cache that was lost has reached the server: %n action(s).</source>
        <translation>
            <numerusform>Unsent work of a cache that was lost has reached the server: %n action.</numerusform>
            <numerusform>Unsent work of a cache that was lost has reached the server: %n actions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be applied; the administrator can look them up.</source>
        <translation>
            <numerusform>%n could not be applied; the administrator can look it up.</numerusform>
            <numerusform>%n could not be applied; the administrator can look them up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MarkBar</name>
    <message numerus="yes">
        <source>Take %n case(s)?</source>
        <translation>
            <numerusform>Take %n case?</numerusform>
            <numerusform>Take %n cases?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n case(s)?</source>
        <translation>
            <numerusform>Release %n case?</numerusform>
            <numerusform>Release %n cases?</numerusform>
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
    <message numerus="yes">
        <source>The first %n case(s). Add a word to find fewer.</source>
        <translation>
            <numerusform>The first %n case. Add a word to find fewer.</numerusform>
            <numerusform>The first %n cases. Add a word to find fewer.</numerusform>
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
    <message numerus="yes">
        <source>! %n case(s) would leave this PC</source>
        <translation>
            <numerusform>! %n case would leave this PC</numerusform>
            <numerusform>! %n cases would leave this PC</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ScanPreview</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ScanTrayDialog</name>
    <message numerus="yes">
        <source>%n scan(s) in %1</source>
        <translation>
            <numerusform>%n scan in %1</numerusform>
            <numerusform>%n scans in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FiguresPage</name>
    <message numerus="yes">
        <source>Calendar days of the %n case(s) that were closed last.</source>
        <translation>
            <numerusform>Calendar days of the case that was closed last.</numerusform>
            <numerusform>Calendar days of the %n cases that were closed last.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchAsking</name>
    <message numerus="yes">
        <source>%1, %2, by %3: %n case(s)</source>
        <translation>
            <numerusform>%1, %2, by %3: %n case</numerusform>
            <numerusform>%1, %2, by %3: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n case(s)?</source>
        <translation>
            <numerusform>Approve %n case?</numerusform>
            <numerusform>Approve %n cases?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n case(s)</source>
        <translation>
            <numerusform>Return %n case</numerusform>
            <numerusform>Return %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on returning %n case(s)?</source>
        <translation>
            <numerusform>Go on returning %n case?</numerusform>
            <numerusform>Go on returning %n cases?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on approving %n case(s)?</source>
        <translation>
            <numerusform>Go on approving %n case?</numerusform>
            <numerusform>Go on approving %n cases?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those that wait is not as it was shown any more. It is left as it is, and the reason stands beside it.</source>
        <translation>
            <numerusform>%n of those that wait is not as it was shown any more. It is left as it is, and the reason stands beside it.</numerusform>
            <numerusform>%n of those that wait are not as they were shown any more. They are left as they are, and the reason stands beside them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AnswerDialog</name>
    <message numerus="yes">
        <source>%n item(s) stay open; the next request proposes them again.</source>
        <translation>
            <numerusform>%n item stays open; the next request proposes it again.</numerusform>
            <numerusform>%n items stay open; the next request proposes them again.</numerusform>
        </translation>
    </message>
</context>
</TS>
