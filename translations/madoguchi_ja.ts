<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Batch</name>
    <message>
        <source>with conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a criterion without a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount outside the usual range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited after the examination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>procedure not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unlike</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is unlike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm day of receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the clock go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record withdrawal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hold this case already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no draft to decide on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has no meaning for this case.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>stopped, %n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds this case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message>
        <source>Office holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year-end holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Start; a period of %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped until today: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holiday: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such day in the month: its last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to an office day: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The clock stands still, %n day(s) left. If it went on today: due on %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on %1, %n day(s) over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on %1, %n day(s) of the period left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLabels</name>
    <message>
        <source>Application received online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the day of receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the day of receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the clock go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a document off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve for an absent colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm as seen afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return for revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the withdrawal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record an appeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree to destruction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is no day. Write 2026-04-01, R8.4.1 or 令和8年4月1日.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day in the calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The era did not reach that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The era did not reach that day; %1 is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days before 1 January 1873 cannot be entered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>This cannot be read. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large. Nothing was changed; use a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing or out of range. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of the program made this. Nothing was changed; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is not here any more, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of the procedure is not known here. Synchronise first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is not in the case any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The procedure has no such criterion or finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was already done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the case does not allow this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not cover this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the holder of the case, or a supervisor, may do this. Take the case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody approves a draft of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You already acted in this approval route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is not the one you saw. Read the new version first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval route waits for somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each reason must name a fact, an article and a criterion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one criterion has no finding yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application form has errors. They are listed on its page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the server can take this step. Try again when you are online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding for an absent colleague is not allowed for this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day is outside the bounds that the rule gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day cannot be computed: the table of holidays ends before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contains an Individual Number (My Number), which has no place here. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An open appeal or a hold forbids this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is overdue. First explain the delay and give an outlook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person must first confirm the day of receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed the same at the same time. Both values were kept; choose under “Needs attention”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server knows this command with another content. Report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier step of the same case was not accepted. Settle that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is too old for the server. Your work is kept; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is too old for this program. Your work is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was restored from a backup. Everything is read again; your work is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in. Your work is kept; sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is disabled. Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Your work is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server failed. Your work is kept and sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is not secure, so nothing was sent. Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took too long. Your work is kept and sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be saved on this computer. Nothing was changed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local data is damaged and was not used. Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local data is not encrypted and was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local data was made by a newer version of the program. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store of this computer cannot be used. Ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window of this program uses the same profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of the file is not what it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An internal error happened. Nothing was changed; report this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of arrival: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of receipt confirmed by a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of receipt corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservation ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examination began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock goes on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document attached: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision drafted, version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft discarded, version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier consents no longer count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted for approval, version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1, who was absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved, version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen afterwards by the decider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned for revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft recalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appeal closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appeal recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destruction agreed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldReader</name>
    <message>
        <source>This is no number.</source>
        <translation>数値ではありません。</translation>
    </message>
    <message>
        <source>Write whole yen, as 12,000.</source>
        <translation>円単位の整数で入力してください（例：12,000）。</translation>
    </message>
</context>
<context>
    <name>FormErrors</name>
    <message>
        <source>Write at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be %1 or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be more than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be less than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a multiple of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 entries are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 entries are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the given values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not written in the form that is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry stands here twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing may stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of value does not fit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value does not fit the form (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormModel</name>
    <message>
        <source>%1, entry %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted with conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra data asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At an intermediary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be seen afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appeal open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application has reached the office. Its clock runs from the day of arrival; nobody can change that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application has a number and waits to be examined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office examines form, documents and criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applicant was asked for a correction. The clock stands still until the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft decision is on its approval route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision is made; the notice is still to be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notice was issued. The period for an appeal runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is done. The record is kept until the end of its retention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The applicant took the application back before it was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was handed to another office, which has not registered it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The retention has ended; only the stub is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hold no case. Take one from “Unassigned”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case waits for somebody to take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your office has no open case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applicant owes an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is due within a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is overdue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draft waits for your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draft was returned to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs attention: no conflict, no rejection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case was closed in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit chief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Division director</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bureau head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Kind of applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block and number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>(no number yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>(not sent yet)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoStack</name>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo while unsent: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ActionBar</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next case of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ActionDialog</name>
    <message>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ActionRunner</name>
    <message>
        <source>Answered on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft goes back to its author. Consents given so far no longer count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue is no error, but it demands a reason and an outlook (Administrative Procedure Act, article 9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook: decided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case keeps its number. The other office registers it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the applicant withdraws; here it is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AddLine</name>
    <message>
        <source>Add an entry</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Add an entry: %1</source>
        <translation>追加する：%1</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ApplicantEditor</name>
    <message>
        <source>As written by the applicant: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ApplicationPage</name>
    <message>
        <source>Applicant: %1&#x3000;%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the applicant&apos;s particulars</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AttentionPage</name>
    <message>
        <source>Carry out the choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop my step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts and rejections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::BatchPage</name>
    <message>
        <source>Approve marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return marked …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts that wait for your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve marked (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done, %2 not accepted. The reason stands beside each case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alike drafts are marked. Read each unlike one before you mark it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Approve %n case(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each case is approved by itself, as it was shown here. A draft that has changed since is not approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n refusal(s) are among them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in all of them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseHeader</name>
    <message>
        <source>No case is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how this day is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due day not known: the procedure is missing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>↑ %n step(s) not sent yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseTableView</name>
    <message>
        <source>Cases of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseView</name>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field holds something that cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ClockDialog</name>
    <message>
        <source>How the due day is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ComboEditor</name>
    <message>
        <source>Type a part of the name</source>
        <translation>名称の一部を入力</translation>
    </message>
    <message>
        <source>(not chosen)</source>
        <translation>（未選択）</translation>
    </message>
    <message>
        <source>Choose a municipality of Tokyo, or write another one&apos;s six digits.</source>
        <translation>東京都の区市町村を選ぶか、その他の団体は６桁の団体コードを入力してください。</translation>
    </message>
    <message>
        <source>This is none of the choices.</source>
        <translation>選択肢にありません。</translation>
    </message>
    <message>
        <source>More than one choice has this in its name.</source>
        <translation>当てはまる選択肢が２つ以上あります。続きを入力してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CorrectionDialog</name>
    <message>
        <source>Ask for correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field or document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock stands still from today until the applicant answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DecisionPage</name>
    <message>
        <source>Save draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided on %1: %2. Document number %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draft yet. What follows is a proposal from the findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft version %1 by %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of what the approvers see: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (for an absent colleague)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: waits now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DocumentPreview</name>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a document to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of file has no preview.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DocumentsPage</name>
    <message>
        <source>Attach a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the document to attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All required documents are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the verification back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not attached: another case was opened meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DraftEditor</name>
    <message>
        <source>Remarks for the approvers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a usual condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each reason names a criterion that is not met, the fact, and the article. The article alone is not enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a usual condition …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ErrorList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at in this form</source>
        <translation>
            <numerusform>この様式に確認が必要な箇所が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with the form</source>
        <translation>様式の確認が必要な箇所</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ExaminationPage</name>
    <message>
        <source>Set all open ones to “met”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a clean application that you have checked (Shift+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria. 1 to 9 set the finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 criteria are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing documents: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The form has %n error(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing: the decision can be drafted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FieldLine</name>
    <message>
        <source>required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1、必須</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Corrected by the office</source>
        <translation>行政庁による補正</translation>
    </message>
    <message>
        <source>The applicant wrote: %1</source>
        <translation>申請者の記入：%1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>your last choice</source>
        <translation>直前の選択</translation>
    </message>
    <message>
        <source>From before, not saved yet. Leave the field to save it, or press Esc to drop it.</source>
        <translation>前回の入力途中の内容です（未保存）。次の欄へ移ると保存され、Escキーで取り消せます。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1にする</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FilterBar</name>
    <message>
        <source>Filter by name, kana, number or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FormView</name>
    <message>
        <source>Form</source>
        <translation>様式</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::HeadLine</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1を削除</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::IntakeDialog</name>
    <message>
        <source>Receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day on the receipt stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan becomes the first document of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day on the stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person under protection: address hidden in lists and letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field holds something that cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the applicant&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::KeyDialog</name>
    <message>
        <source>Keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of criteria, 1 to 9 choose a finding and Shift+M sets all open ones to “met”. A changed key holds when the program starts the next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MainWindow</name>
    <message>
        <source>Madoguchi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be taken back any more. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive on paper …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in all cases …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application was received.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NotesPage</name>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note for colleagues. Ctrl+Enter adds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NoticeDialog</name>
    <message>
        <source>Issue the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NoticeFlow</name>
    <message>
        <source>The notice was not issued: another case was opened meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notice was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NoticePreview</name>
    <message>
        <source>Notice</source>
        <translation>通知書</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>幅に合わせる</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::OutboxPage</name>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands on their way to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did and the server has not confirmed yet, in the order in which it is sent. A step that is not accepted holds up its own case only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outbox was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this step?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2

It will not be sent, and what it did here is taken back. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the outbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::RadioEditor</name>
    <message>
        <source>(not chosen)</source>
        <translation>（未選択）</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::SearchDialog</name>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full or half width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capital or small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hiragana or katakana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small kana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long vowel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spaces and signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variant kanji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voiced marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, kana, number, address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in %1: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Madoguchi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::StatusLine</name>
    <message>
        <source>Synchronise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: your work is kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online, synchronising …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · last synchronised %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox: empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! %n need(s) attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::TimelinePage</name>
    <message>
        <source>What happened to the case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::Workspace</name>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case of this queue fits the filter. Clear it to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was the last case of the queue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
