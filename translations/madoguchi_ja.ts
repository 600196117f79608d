<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Batch</name>
    <message>
        <source>with conditions</source>
        <translation>条件付き</translation>
    </message>
    <message>
        <source>a refusal</source>
        <translation>不許可・却下</translation>
    </message>
    <message>
        <source>a criterion without a finding</source>
        <translation>判定のない審査基準あり</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>amount outside the usual range</source>
        <translation>金額が通常の範囲外</translation>
    </message>
    <message>
        <source>edited after the examination</source>
        <translation>審査後に修正あり</translation>
    </message>
    <message>
        <source>procedure not known here</source>
        <translation>手続の定義が端末にない</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>起案者 %1</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>すべて同種</translation>
    </message>
    <message numerus="yes">
        <source>%n unlike</source>
        <translation>
            <numerusform>異なるもの %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>What is unlike</source>
        <translation>異なる点</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Decided while you were away: %1</source>
        <translation>不在中に決定されたもの：%1</translation>
    </message>
    <message>
        <source>For %1: %2</source>
        <translation>%1の代決：%2</translation>
    </message>
    <message>
        <source>Of the last batch (%1)</source>
        <translation>直前の一括処理の案件（%1）</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号未付与）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>CaseResult</name>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>being done</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>済</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>変更不要</translation>
    </message>
    <message>
        <source>left as it was</source>
        <translation>未処理のまま</translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>Take</source>
        <translation>担当する</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Ask for correction</source>
        <translation>補正を求める</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>補正の受理を記録</translation>
    </message>
    <message>
        <source>Draft decision</source>
        <translation>起案</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>回付する</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>引戻し</translation>
    </message>
    <message>
        <source>Issue notice</source>
        <translation>通知書を施行</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>完結</translation>
    </message>
    <message>
        <source>Confirm day of receipt</source>
        <translation>収受日を確認</translation>
    </message>
    <message>
        <source>Explain delay</source>
        <translation>遅延理由を記録</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>期間を停止</translation>
    </message>
    <message>
        <source>Let the clock go on</source>
        <translation>期間を再開</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>担当を外れる</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>移送</translation>
    </message>
    <message>
        <source>Record withdrawal</source>
        <translation>取下げを記録</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>起案を破棄</translation>
    </message>
    <message>
        <source>Seen afterwards</source>
        <translation>後閲済みにする</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>案件が開かれていません。</translation>
    </message>
    <message>
        <source>You hold this case already.</source>
        <translation>すでに担当しています。</translation>
    </message>
    <message>
        <source>There is no draft to decide on.</source>
        <translation>決定の対象となる起案がありません。</translation>
    </message>
    <message>
        <source>This has no meaning for this case.</source>
        <translation>この案件では行えません。</translation>
    </message>
    <message>
        <source>Decide for an absent colleague</source>
        <translation>代決する</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>確保する</translation>
    </message>
    <message>
        <source>End the reservation</source>
        <translation>確保を解く</translation>
    </message>
    <message>
        <source>Correct day of receipt</source>
        <translation>収受日を訂正</translation>
    </message>
    <message>
        <source>Record an appeal</source>
        <translation>不服申立てを記録</translation>
    </message>
    <message>
        <source>Close the appeal</source>
        <translation>不服申立ての終結を記録</translation>
    </message>
    <message>
        <source>Hold the record</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>保留を解除</translation>
    </message>
    <message>
        <source>Agree to destruction</source>
        <translation>廃棄に同意</translation>
    </message>
    <message>
        <source>No decider of this case is recorded as away today.</source>
        <translation>この案件の決定権者は、本日不在として記録されていません。</translation>
    </message>
    <message>
        <source>An important or unusual matter waits for the decider.</source>
        <translation>重要又は異例の事案は、決定権者の帰庁を待ちます。</translation>
    </message>
    <message>
        <source>The rules of the procedure do not let you decide this for an absent colleague.</source>
        <translation>手続の定めにより、あなたはこの案件を代決できません。</translation>
    </message>
    <message>
        <source>Label …</source>
        <translation>ラベル…</translation>
    </message>
    <message>
        <source>This case is open in a window of its own.</source>
        <translation>この案件は別ウィンドウで開いています。</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>表示できません</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>収受日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>%1 完結</translation>
    </message>
    <message numerus="yes">
        <source>stopped, %n day(s) left</source>
        <translation>
            <numerusform>停止中・残り%n日</numerusform>
        </translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Nobody holds this case</source>
        <translation>担当者なし</translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message>
        <source>Office holidays</source>
        <translation>閉庁日</translation>
    </message>
    <message>
        <source>Year-end holidays</source>
        <translation>年末年始の休日</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>土曜日・日曜日</translation>
    </message>
    <message numerus="yes">
        <source>Start; a period of %n day(s)</source>
        <translation>
            <numerusform>起算（期間 %n日）</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped until today: %1</source>
        <translation>本日まで停止：%1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>停止：%1</translation>
    </message>
    <message>
        <source>Not taken out: %1</source>
        <translation>算入（停止しない）：%1</translation>
    </message>
    <message>
        <source>Holiday: %1</source>
        <translation>休日：%1</translation>
    </message>
    <message>
        <source>No such day in the month: its last day</source>
        <translation>応当日なし：その月の末日</translation>
    </message>
    <message>
        <source>Moved to an office day: %1</source>
        <translation>翌開庁日に繰下げ：%1</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>期限の日</translation>
    </message>
    <message numerus="yes">
        <source>The clock stands still, %n day(s) left. If it went on today: due on %1</source>
        <translation>
            <numerusform>期間は停止中、残り%n日。本日再開した場合の期限 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on %1, %n day(s) over</source>
        <translation>
            <numerusform>期限 %1（%n日超過）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on %1, %n day(s) of the period left</source>
        <translation>
            <numerusform>期限 %1（期間の残り%n日）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLabels</name>
    <message>
        <source>Application received online</source>
        <translation>オンライン申請の到達</translation>
    </message>
    <message>
        <source>Receive on paper</source>
        <translation>紙の申請の受付</translation>
    </message>
    <message>
        <source>Confirm the day of receipt</source>
        <translation>収受日の確認</translation>
    </message>
    <message>
        <source>Correct the day of receipt</source>
        <translation>収受日の訂正</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>担当の割当て</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>担当の解除</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>予約</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>移送</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>期間の停止</translation>
    </message>
    <message>
        <source>Let the clock go on</source>
        <translation>期間の再開</translation>
    </message>
    <message>
        <source>Edit the applicant</source>
        <translation>申請者情報の修正</translation>
    </message>
    <message>
        <source>Edit the form</source>
        <translation>申請内容の修正</translation>
    </message>
    <message>
        <source>Set a finding</source>
        <translation>審査基準の判定</translation>
    </message>
    <message>
        <source>Attach a document</source>
        <translation>書類の添付</translation>
    </message>
    <message>
        <source>Take a document off</source>
        <translation>書類の取外し</translation>
    </message>
    <message>
        <source>Verify a document</source>
        <translation>書類の確認</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>メモの追加</translation>
    </message>
    <message>
        <source>Ask for correction</source>
        <translation>補正の求め</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>補正の受理</translation>
    </message>
    <message>
        <source>Explain the delay</source>
        <translation>遅延理由の記録</translation>
    </message>
    <message>
        <source>Draft the decision</source>
        <translation>起案</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>起案の破棄</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>回付</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Approve for an absent colleague</source>
        <translation>代決</translation>
    </message>
    <message>
        <source>Confirm as seen afterwards</source>
        <translation>後閲</translation>
    </message>
    <message>
        <source>Return for revision</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Recall the draft</source>
        <translation>引戻し</translation>
    </message>
    <message>
        <source>Issue the notice</source>
        <translation>通知書の施行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>完結</translation>
    </message>
    <message>
        <source>Record the withdrawal</source>
        <translation>取下げの記録</translation>
    </message>
    <message>
        <source>Record an appeal</source>
        <translation>不服申立ての記録</translation>
    </message>
    <message>
        <source>Hold the record</source>
        <translation>廃棄の保留</translation>
    </message>
    <message>
        <source>Agree to destruction</source>
        <translation>廃棄への同意</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Mark evidence</source>
        <translation>証拠箇所の記入</translation>
    </message>
    <message>
        <source>Move to a newer version of the form</source>
        <translation>新しい版の様式への移行</translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>today</source>
        <translation>本日</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>残り%n日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n日超過</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no day. Write 2026-04-01, R8.4.1 or 令和8年4月1日.</source>
        <translation>日付として読めません。2026-04-01、R8.4.1、令和8年4月1日のように入力してください。</translation>
    </message>
    <message>
        <source>There is no such day in the calendar.</source>
        <translation>暦にない日付です。</translation>
    </message>
    <message>
        <source>The era did not reach that day.</source>
        <translation>その元号には存在しない日付です。</translation>
    </message>
    <message>
        <source>The era did not reach that day; %1 is meant.</source>
        <translation>その元号には存在しない日付です。正しくは%1です。</translation>
    </message>
    <message>
        <source>Days before 1 January 1873 cannot be entered.</source>
        <translation>明治6年1月1日より前の日付は入力できません。</translation>
    </message>
</context>
<context>
    <name>DestructionList</name>
    <message>
        <source>signed</source>
        <translation>同意しました</translation>
    </message>
    <message>
        <source>held</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>an appeal is open</source>
        <translation>不服申立てが係属中</translation>
    </message>
    <message>
        <source>signed by you; a second person is needed</source>
        <translation>あなたが同意済み。別の人の同意が必要です</translation>
    </message>
    <message>
        <source>nobody has signed</source>
        <translation>同意者なし</translation>
    </message>
    <message>
        <source>signed by %1; your signature destroys it</source>
        <translation>%1が同意済み。あなたの同意で廃棄されます</translation>
    </message>
    <message>
        <source>hand to the archives first</source>
        <translation>先に公文書館へ移管</translation>
    </message>
    <message>
        <source>destroy</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>完結日</translation>
    </message>
    <message>
        <source>Retention ended</source>
        <translation>保存期間満了</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>満了後</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>同意</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>This cannot be read. Nothing was changed.</source>
        <translation>内容を読み取れません。何も変更していません。</translation>
    </message>
    <message>
        <source>This is too large. Nothing was changed; use a smaller one.</source>
        <translation>大きすぎます。何も変更していません。小さいものを使ってください。</translation>
    </message>
    <message>
        <source>A value is missing or out of range. Nothing was changed.</source>
        <translation>値が不足しているか、範囲外です。何も変更していません。</translation>
    </message>
    <message>
        <source>A newer version of the program made this. Nothing was changed; update the program.</source>
        <translation>より新しい版のプログラムで作られています。何も変更していません。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>The case is not here any more, or you may not see it.</source>
        <translation>この案件はすでにここにないか、閲覧の権限がありません。</translation>
    </message>
    <message>
        <source>This version of the procedure is not known here. Synchronise first.</source>
        <translation>手続のこの版が端末にありません。先に同期してください。</translation>
    </message>
    <message>
        <source>There is no such office.</source>
        <translation>該当する部署がありません。</translation>
    </message>
    <message>
        <source>There is no such colleague.</source>
        <translation>該当する職員がいません。</translation>
    </message>
    <message>
        <source>The document is not in the case any more.</source>
        <translation>この書類はすでに案件にありません。</translation>
    </message>
    <message>
        <source>The procedure has no such criterion or finding.</source>
        <translation>この手続に該当する審査基準又は判定がありません。</translation>
    </message>
    <message>
        <source>This was already done.</source>
        <translation>すでに行われています。</translation>
    </message>
    <message>
        <source>The state of the case does not allow this step.</source>
        <translation>案件の現在の状態では行えません。</translation>
    </message>
    <message>
        <source>Your role does not cover this.</source>
        <translation>あなたの権限では行えません。</translation>
    </message>
    <message>
        <source>Only the holder of the case, or a supervisor, may do this. Take the case, or ask whoever holds it.</source>
        <translation>担当者又は管理監督者だけが行えます。自分で担当するか、担当者に依頼してください。</translation>
    </message>
    <message>
        <source>Nobody approves a draft of their own.</source>
        <translation>自分の起案を自分で承認することはできません。</translation>
    </message>
    <message>
        <source>You already acted in this approval route.</source>
        <translation>この決定手続ではすでに関与しています。</translation>
    </message>
    <message>
        <source>The draft is not the one you saw. Read the new version first.</source>
        <translation>起案がご覧になったものから変わっています。先に新しい版を確認してください。</translation>
    </message>
    <message>
        <source>The approval route waits for somebody else.</source>
        <translation>決定手続は別の職員の順番です。</translation>
    </message>
    <message>
        <source>A reason is needed here.</source>
        <translation>理由が必要です。</translation>
    </message>
    <message>
        <source>Each reason must name a fact, an article and a criterion.</source>
        <translation>理由ごとに、事実・条項・審査基準が必要です。</translation>
    </message>
    <message>
        <source>At least one criterion has no finding yet.</source>
        <translation>判定していない審査基準、又は処分と合わない判定があります。</translation>
    </message>
    <message>
        <source>The application form has errors. They are listed on its page.</source>
        <translation>申請内容に誤りがあります。「申請」のページに一覧があります。</translation>
    </message>
    <message>
        <source>Only the server can take this step. Try again when you are online.</source>
        <translation>サーバーでのみ行えます。オンラインのときにやり直してください。</translation>
    </message>
    <message>
        <source>Deciding for an absent colleague is not allowed for this case.</source>
        <translation>この案件では代決できません。</translation>
    </message>
    <message>
        <source>The day is outside the bounds that the rule gives.</source>
        <translation>日付が定められた範囲の外です。</translation>
    </message>
    <message>
        <source>The day cannot be computed: the table of holidays ends before it.</source>
        <translation>休日表の範囲を超えるため、日付を計算できません。</translation>
    </message>
    <message>
        <source>This contains an Individual Number (My Number), which has no place here. Remove it.</source>
        <translation>個人番号（マイナンバー）が含まれています。ここには記録できないため、削除してください。</translation>
    </message>
    <message>
        <source>An open appeal or a hold forbids this.</source>
        <translation>係属中の不服申立て又は廃棄の保留があるため、行えません。</translation>
    </message>
    <message>
        <source>The case is overdue. First explain the delay and give an outlook.</source>
        <translation>期限を過ぎています。先に遅延理由と見込みを記録してください。</translation>
    </message>
    <message>
        <source>A second person must first confirm the day of receipt.</source>
        <translation>先に別の職員が収受日を確認する必要があります。</translation>
    </message>
    <message>
        <source>Somebody changed the same at the same time. Both values were kept; choose under “Needs attention”.</source>
        <translation>同じ箇所が同時に変更されました。両方の値を保存してあります。「要対応」で選んでください。</translation>
    </message>
    <message>
        <source>The server knows this command with another content. Report this.</source>
        <translation>同じ識別子で内容の異なる操作がサーバーにあります。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>An earlier step of the same case was not accepted. Settle that one first.</source>
        <translation>同じ案件の前の操作が受け付けられていません。先にそちらを解決してください。</translation>
    </message>
    <message>
        <source>This program is too old for the server. Your work is kept; update the program.</source>
        <translation>このプログラムはサーバーに対して古すぎます。作業は保存されています。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>The server is too old for this program. Your work is kept.</source>
        <translation>サーバーがこのプログラムに対して古すぎます。作業は保存されています。</translation>
    </message>
    <message>
        <source>The server was restored from a backup. Everything is read again; your work is kept.</source>
        <translation>サーバーがバックアップから復元されました。すべて読み直します。作業は保存されています。</translation>
    </message>
    <message>
        <source>You are not signed in. Your work is kept; sign in again.</source>
        <translation>サインインしていません。作業は保存されています。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>ログイン名又はパスワードが違います。</translation>
    </message>
    <message>
        <source>This account is disabled. Ask your administrator.</source>
        <translation>このアカウントは無効です。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little and try again.</source>
        <translation>試行回数が多すぎます。しばらく待ってからやり直してください。</translation>
    </message>
    <message>
        <source>This was not found.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Your work is kept and sent later.</source>
        <translation>サーバーに接続できません。作業は保存され、後で送信されます。</translation>
    </message>
    <message>
        <source>The server failed. Your work is kept and sent again.</source>
        <translation>サーバーで障害が起きました。作業は保存され、再送されます。</translation>
    </message>
    <message>
        <source>The connection is not secure, so nothing was sent. Ask your administrator.</source>
        <translation>安全な接続でないため、何も送信していません。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The server took too long. Your work is kept and sent again.</source>
        <translation>サーバーの応答に時間がかかりすぎました。作業は保存され、再送されます。</translation>
    </message>
    <message>
        <source>This could not be saved on this computer. Nothing was changed; try again.</source>
        <translation>この端末に保存できませんでした。何も変更していません。やり直してください。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; free some space.</source>
        <translation>ディスクの空きがありません。何も変更していません。空きを確保してください。</translation>
    </message>
    <message>
        <source>The local data is damaged and was not used. Ask your administrator.</source>
        <translation>端末のデータが壊れているため使用しませんでした。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The local data is not encrypted and was not opened.</source>
        <translation>端末のデータが暗号化されていないため、開きませんでした。</translation>
    </message>
    <message>
        <source>The local data was made by a newer version of the program. It was left as it is.</source>
        <translation>端末のデータはより新しい版のプログラムで作られています。そのままにしてあります。</translation>
    </message>
    <message>
        <source>The key store of this computer cannot be used. Ask your administrator.</source>
        <translation>この端末の鍵ストアを使用できません。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Another window of this program uses the same profile.</source>
        <translation>同じプロファイルが別のウィンドウで使われています。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>ファイルを読み取れません。</translation>
    </message>
    <message>
        <source>The content of the file is not what it should be.</source>
        <translation>ファイルの内容が正しくありません。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
    <message>
        <source>An internal error happened. Nothing was changed; report this.</source>
        <translation>内部エラーが起きました。何も変更していません。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The virus scan found something in this file. It was neither attached nor opened; tell your administrator.</source>
        <translation>ウイルス検査でこのファイルに異常が見つかりました。添付も表示もしていません。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The virus scan could not check this file, so it was neither attached nor opened. Try again, or tell your administrator.</source>
        <translation>ウイルス検査ができなかったため、このファイルは添付も表示もしていません。もう一度試すか、管理者に連絡してください。</translation>
    </message>
    <message>
        <source>This file is broken, or not what its name says. It cannot be shown.</source>
        <translation>このファイルは壊れているか、名前どおりの種類ではないため、表示できません。</translation>
    </message>
    <message>
        <source>This file opens with a password only. Ask for one without.</source>
        <translation>このファイルはパスワードがないと開けません。パスワードのないものを求めてください。</translation>
    </message>
    <message>
        <source>This file is too large to be shown here.</source>
        <translation>このファイルは大きすぎるため、ここでは表示できません。</translation>
    </message>
    <message>
        <source>It took too long to read this file, so reading was stopped. It may be harmful.</source>
        <translation>読み取りに時間がかかりすぎたため中止しました。有害なファイルのおそれがあります。</translation>
    </message>
    <message>
        <source>Reading this file ended without an answer. It may be broken or harmful; your work is not affected.</source>
        <translation>ファイルの読み取りが途中で終わりました。壊れているか有害なファイルのおそれがあります。作業中の内容に影響はありません。</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到達</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>方法：%1</translation>
    </message>
    <message>
        <source>Day of arrival: %1</source>
        <translation>到達日：%1</translation>
    </message>
    <message>
        <source>Received by %1</source>
        <translation>受付者：%1</translation>
    </message>
    <message>
        <source>Day of receipt confirmed by a second person</source>
        <translation>別の職員が収受日を確認</translation>
    </message>
    <message>
        <source>Day of receipt corrected</source>
        <translation>収受日を訂正</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>%1の担当に</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>以前の担当：%1</translation>
    </message>
    <message>
        <source>Released by %1</source>
        <translation>%1が担当を外れた</translation>
    </message>
    <message>
        <source>Reservation ended</source>
        <translation>予約を終了</translation>
    </message>
    <message>
        <source>Reserved until %1</source>
        <translation>%1まで予約</translation>
    </message>
    <message>
        <source>Examination began</source>
        <translation>審査を開始</translation>
    </message>
    <message>
        <source>Clock stopped: %1</source>
        <translation>期間を停止：%1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>Clock goes on: %1</source>
        <translation>期間を再開：%1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1まで</translation>
    </message>
    <message>
        <source>Applicant edited</source>
        <translation>申請者情報を修正</translation>
    </message>
    <message>
        <source>Form edited</source>
        <translation>申請内容を修正</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Document attached: %1</source>
        <translation>書類を添付：%1</translation>
    </message>
    <message>
        <source>Document taken off</source>
        <translation>書類を取外し</translation>
    </message>
    <message>
        <source>Document verified</source>
        <translation>書類を確認済みに</translation>
    </message>
    <message>
        <source>Verification taken back</source>
        <translation>書類の確認を取消し</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Correction asked for</source>
        <translation>補正を求めた</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Correction answered</source>
        <translation>補正があった</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Delay explained</source>
        <translation>遅延理由を記録</translation>
    </message>
    <message>
        <source>Outlook: %1</source>
        <translation>見込み：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Decision drafted, version %1</source>
        <translation>起案（第%1版）</translation>
    </message>
    <message>
        <source>Draft discarded, version %1</source>
        <translation>起案を破棄（第%1版）</translation>
    </message>
    <message>
        <source>Earlier consents no longer count</source>
        <translation>それまでの承認は無効に</translation>
    </message>
    <message>
        <source>Submitted for approval, version %1</source>
        <translation>回付（第%1版）</translation>
    </message>
    <message>
        <source>for %1, who was absent</source>
        <translation>不在の%1に代わり代決</translation>
    </message>
    <message>
        <source>Approved, version %1</source>
        <translation>承認（第%1版）</translation>
    </message>
    <message>
        <source>Seen afterwards by the decider</source>
        <translation>決定権者が後閲</translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <translation>決定：%1</translation>
    </message>
    <message>
        <source>Returned for revision</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Draft recalled</source>
        <translation>引戻し</translation>
    </message>
    <message>
        <source>Notice issued</source>
        <translation>通知書を施行</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>完結</translation>
    </message>
    <message>
        <source>Withdrawn by the applicant</source>
        <translation>申請者による取下げ</translation>
    </message>
    <message>
        <source>Appeal closed</source>
        <translation>不服申立ての終結</translation>
    </message>
    <message>
        <source>Appeal recorded</source>
        <translation>不服申立て</translation>
    </message>
    <message>
        <source>Record held</source>
        <translation>廃棄を保留</translation>
    </message>
    <message>
        <source>Hold ended</source>
        <translation>廃棄の保留を解除</translation>
    </message>
    <message>
        <source>Destruction agreed to</source>
        <translation>廃棄に同意</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>廃棄済</translation>
    </message>
    <message>
        <source>Finding: %1 → %2</source>
        <translation>判定：%1 → %2</translation>
    </message>
    <message>
        <source>Fact: %1 → %2</source>
        <translation>事実：%1 → %2</translation>
    </message>
    <message>
        <source>Outcome: %1 → %2</source>
        <translation>処分：%1 → %2</translation>
    </message>
    <message>
        <source>flagged as important</source>
        <translation>重要な事案</translation>
    </message>
    <message>
        <source>flagged as unusual</source>
        <translation>異例の事案</translation>
    </message>
    <message>
        <source>Application and applicant</source>
        <translation>申請内容・申請者</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Examination and notes</source>
        <translation>審査・メモ</translation>
    </message>
    <message>
        <source>Corrections and stops of the clock</source>
        <translation>補正・期間の停止</translation>
    </message>
    <message>
        <source>Draft and approval</source>
        <translation>起案・決定手続</translation>
    </message>
    <message>
        <source>Decision, notice and appeal</source>
        <translation>決定・通知・不服申立て</translation>
    </message>
    <message>
        <source>Who holds the case</source>
        <translation>担当・所管</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録の管理</translation>
    </message>
    <message>
        <source>Put on: %1</source>
        <translation>付けた：%1</translation>
    </message>
    <message>
        <source>Taken off: %1</source>
        <translation>外した：%1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>印を付けた箇所：%1</translation>
    </message>
    <message>
        <source>Mark taken away: %1</source>
        <translation>印を外した箇所：%1</translation>
    </message>
    <message>
        <source>Evidence for %1</source>
        <translation>「%1」の証拠箇所</translation>
    </message>
    <message>
        <source>Moved from version %1 of the form to version %2</source>
        <translation>様式を第%1版から第%2版へ移行</translation>
    </message>
    <message>
        <source>Transferred to another office</source>
        <translation>他の部署へ移送</translation>
    </message>
</context>
<context>
    <name>FieldReader</name>
    <message>
        <source>This is no number.</source>
        <translation>数値として読めません。</translation>
    </message>
    <message>
        <source>Write whole yen, as 12,000.</source>
        <translation>12,000のように円単位の整数で入力してください。</translation>
    </message>
    <message>
        <source>Write the day and the time, as 2026-12-01 9:30.</source>
        <translation>日付と時刻を「令和8年12月1日 9:30」のように書いてください。</translation>
    </message>
    <message>
        <source>This is no value that can stand here.</source>
        <translation>ここに入れられる値ではありません。</translation>
    </message>
    <message>
        <source>Write the reading in full-width kana.</source>
        <translation>フリガナは全角のかなで書いてください。</translation>
    </message>
</context>
<context>
    <name>FormErrors</name>
    <message>
        <source>Write at least %1 characters.</source>
        <translation>%1文字以上で入力してください。</translation>
    </message>
    <message>
        <source>Write at most %1 characters.</source>
        <translation>%1文字以内で入力してください。</translation>
    </message>
    <message>
        <source>Must be %1 or more.</source>
        <translation>%1以上の値にしてください。</translation>
    </message>
    <message>
        <source>Must be %1 or less.</source>
        <translation>%1以下の値にしてください。</translation>
    </message>
    <message>
        <source>Must be more than %1.</source>
        <translation>%1より大きい値にしてください。</translation>
    </message>
    <message>
        <source>Must be less than %1.</source>
        <translation>%1より小さい値にしてください。</translation>
    </message>
    <message>
        <source>Must be a multiple of %1.</source>
        <translation>%1の倍数にしてください。</translation>
    </message>
    <message>
        <source>At least %1 entries are needed.</source>
        <translation>%1件以上必要です。</translation>
    </message>
    <message>
        <source>At most %1 entries are possible.</source>
        <translation>%1件まで入力できます。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>必須の項目です。</translation>
    </message>
    <message>
        <source>Choose one of the given values.</source>
        <translation>選択肢から選んでください。</translation>
    </message>
    <message>
        <source>This is not written in the form that is asked for.</source>
        <translation>求められている書式と合いません。</translation>
    </message>
    <message>
        <source>An entry stands here twice.</source>
        <translation>同じものが重複しています。</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>日付として正しくありません。</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>メールアドレスとして正しくありません。</translation>
    </message>
    <message>
        <source>Nothing may stand here.</source>
        <translation>ここには何も入力できません。</translation>
    </message>
    <message>
        <source>This kind of value does not fit here.</source>
        <translation>値の種類が合いません。</translation>
    </message>
    <message>
        <source>This value does not fit the form (%1).</source>
        <translation>値が様式に合いません（%1）。</translation>
    </message>
    <message>
        <source>What stands here fits none of the possibilities, or more than one.</source>
        <translation>どの場合にも当てはまらないか、複数に当てはまります。</translation>
    </message>
    <message>
        <source>This is no day with a time.</source>
        <translation>日付と時刻ではありません。</translation>
    </message>
    <message>
        <source>This is not written as it must be (%1).</source>
        <translation>決められた書き方（%1）になっていません。</translation>
    </message>
    <message>
        <source>An entry that is asked for is missing.</source>
        <translation>求められている項目が足りません。</translation>
    </message>
    <message>
        <source>More of this part must be filled in.</source>
        <translation>この部分はもっと記入が必要です。</translation>
    </message>
    <message>
        <source>Less of this part may be filled in.</source>
        <translation>この部分は記入が多すぎます。</translation>
    </message>
    <message>
        <source>No field may be called so.</source>
        <translation>この名前の項目は作れません。</translation>
    </message>
    <message>
        <source>whether it is needed</source>
        <translation>必須かどうか</translation>
    </message>
    <message>
        <source>what can be chosen</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>the possibilities</source>
        <translation>当てはまる場合</translation>
    </message>
    <message>
        <source>the length</source>
        <translation>文字数</translation>
    </message>
    <message>
        <source>how many entries</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>the bounds</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>how it is written</source>
        <translation>書き方</translation>
    </message>
    <message>
        <source>the kind of value</source>
        <translation>値の種類</translation>
    </message>
    <message>
        <source>its wording</source>
        <translation>表示の文言</translation>
    </message>
    <message>
        <source>what it begins with</source>
        <translation>初期値</translation>
    </message>
</context>
<context>
    <name>FormModel</name>
    <message>
        <source>%1, entry %2</source>
        <translation>%1（%2件目）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> or </source>
        <translation>または</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>はい・いいえ</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>%1あり</translation>
    </message>
    <message>
        <source>Alternative %1</source>
        <translation>候補%1</translation>
    </message>
    <message>
        <source>Which of these</source>
        <translation>どれに当たりますか</translation>
    </message>
    <message>
        <source>Usually: %1</source>
        <translation>通常：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at in here</source>
        <translation>
            <numerusform>この中に確認が必要な箇所が%n件あります</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldRemovalCard</name>
    <message>
        <source>%1 of the %2 cases on this PC</source>
        <translation>このPCにある%2件のうち%1件</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Arrived</source>
        <translation>到達</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>受付済</translation>
    </message>
    <message>
        <source>Examining</source>
        <translation>審査中</translation>
    </message>
    <message>
        <source>Waiting for correction</source>
        <translation>補正待ち</translation>
    </message>
    <message>
        <source>In approval</source>
        <translation>決定手続中</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決定済</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>施行済</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>完結</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>移送</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>廃棄済</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Granted with conditions</source>
        <translation>条件付許可</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不許可</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>郵送</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子メール</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>庁内</translation>
    </message>
    <message>
        <source>Waiting for the fee</source>
        <translation>手数料の納付待ち</translation>
    </message>
    <message>
        <source>Changed by the applicant</source>
        <translation>申請者による変更</translation>
    </message>
    <message>
        <source>Extra data asked for</source>
        <translation>追加資料の請求</translation>
    </message>
    <message>
        <source>At an intermediary</source>
        <translation>経由機関</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>個人</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>法人・団体</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>管理監督者</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>決定権者</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>申請受付</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>審議</translation>
    </message>
    <message>
        <source>Legal check</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>協議</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>My cases</source>
        <translation>自分の案件</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>担当者なし</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>部署の案件</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>期限間近</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>決定待ち</translation>
    </message>
    <message>
        <source>Returned to me</source>
        <translation>差し戻された案件</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Recently closed</source>
        <translation>最近の完結</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>収受日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>確認済</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>受付不可</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>No longer yours</source>
        <translation>権限外</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>不適合</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Protected person</source>
        <translation>秘匿</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>期間停止中</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>To be seen afterwards</source>
        <translation>後閲待ち</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完結</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未決定</translation>
    </message>
    <message>
        <source>Appeal open</source>
        <translation>審査請求中</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>予約中</translation>
    </message>
    <message>
        <source>The application has reached the office. Its clock runs from the day of arrival; nobody can change that day.</source>
        <translation>申請が到達しました。標準処理期間は到達の日から進み、到達日は誰にも変更できません。</translation>
    </message>
    <message>
        <source>The application has a number and waits to be examined.</source>
        <translation>番号が付され、審査を待っています。</translation>
    </message>
    <message>
        <source>The office examines form, documents and criteria.</source>
        <translation>申請内容・書類・審査基準を審査しています。</translation>
    </message>
    <message>
        <source>The applicant was asked for a correction. The clock stands still until the answer.</source>
        <translation>申請者に補正を求めています。回答まで期間は停止します。</translation>
    </message>
    <message>
        <source>The draft decision is on its approval route.</source>
        <translation>起案が決定手続に回付されています。</translation>
    </message>
    <message>
        <source>The decision is made; the notice is still to be issued.</source>
        <translation>決定済みで、通知書の施行を待っています。</translation>
    </message>
    <message>
        <source>The notice was issued. The period for an appeal runs.</source>
        <translation>通知書を施行しました。不服申立ての期間が進んでいます。</translation>
    </message>
    <message>
        <source>All is done. The record is kept until the end of its retention.</source>
        <translation>処理が完結しました。記録は保存期間の満了まで保存されます。</translation>
    </message>
    <message>
        <source>The applicant took the application back before it was decided.</source>
        <translation>決定前に申請者が申請を取り下げました。</translation>
    </message>
    <message>
        <source>The case was handed to another office, which has not registered it yet.</source>
        <translation>別の部署に移送され、その部署での受付を待っています。</translation>
    </message>
    <message>
        <source>The retention has ended; only the stub is left.</source>
        <translation>保存期間が満了し、廃棄の記録だけが残っています。</translation>
    </message>
    <message>
        <source>You hold no case. Take one from “Unassigned”.</source>
        <translation>担当している案件はありません。「担当者なし」から担当してください。</translation>
    </message>
    <message>
        <source>No case waits for somebody to take it.</source>
        <translation>担当者のいない案件はありません。</translation>
    </message>
    <message>
        <source>Your office has no open case.</source>
        <translation>部署に未完結の案件はありません。</translation>
    </message>
    <message>
        <source>No applicant owes an answer.</source>
        <translation>補正待ちの案件はありません。</translation>
    </message>
    <message>
        <source>No case is due within a week.</source>
        <translation>1週間以内に期限を迎える案件はありません。</translation>
    </message>
    <message>
        <source>No case is overdue.</source>
        <translation>期限を超過した案件はありません。</translation>
    </message>
    <message>
        <source>No draft waits for your decision.</source>
        <translation>決定を待っている起案はありません。</translation>
    </message>
    <message>
        <source>No draft was returned to you.</source>
        <translation>差し戻された起案はありません。</translation>
    </message>
    <message>
        <source>Nothing needs attention: no conflict, no rejection.</source>
        <translation>対応が必要なもの（競合・受付不可）はありません。</translation>
    </message>
    <message>
        <source>No case was closed in the last 30 days.</source>
        <translation>過去30日間に完結した案件はありません。</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Unit chief</source>
        <translation>係長</translation>
    </message>
    <message>
        <source>Section manager</source>
        <translation>課長</translation>
    </message>
    <message>
        <source>Division director</source>
        <translation>部長</translation>
    </message>
    <message>
        <source>Bureau head</source>
        <translation>局長</translation>
    </message>
    <message>
        <source>Legal officer</source>
        <translation>法務担当</translation>
    </message>
    <message>
        <source>Request for review</source>
        <translation>審査請求</translation>
    </message>
    <message>
        <source>Suit</source>
        <translation>取消訴訟</translation>
    </message>
</context>
<context>
    <name>ListCells</name>
    <message>
        <source>Kana</source>
        <translation>カナ</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>期限日</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message>
        <source>No case is marked. X or the space bar marks one.</source>
        <translation>案件に印が付いていません。Xキーかスペースキーで付けます。</translation>
    </message>
    <message>
        <source>Only a supervisor hands over a colleague&apos;s cases.</source>
        <translation>他の担当者の案件を引き継がせるのは管理監督者だけです。</translation>
    </message>
    <message>
        <source>Another change of many cases is not finished yet.</source>
        <translation>別の一括処理がまだ終わっていません。</translation>
    </message>
    <message>
        <source>Open a list first.</source>
        <translation>先に一覧を開いてください。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>一覧は空です。</translation>
    </message>
    <message>
        <source>No saved search is shown.</source>
        <translation>保存した検索は表示されていません。</translation>
    </message>
    <message>
        <source>Mark the case</source>
        <translation>案件に印を付ける</translation>
    </message>
    <message>
        <source>Mark all of the list</source>
        <translation>一覧のすべてに印を付ける</translation>
    </message>
    <message>
        <source>Take all marks away</source>
        <translation>すべての印を外す</translation>
    </message>
    <message>
        <source>Take the marked cases</source>
        <translation>印の付いた案件を担当する</translation>
    </message>
    <message>
        <source>Release the marked cases</source>
        <translation>印の付いた案件の担当を外れる</translation>
    </message>
    <message>
        <source>Assign the marked cases …</source>
        <translation>印の付いた案件を割り当てる…</translation>
    </message>
    <message>
        <source>Hand over a colleague&apos;s cases …</source>
        <translation>他の担当者の案件を引き継がせる…</translation>
    </message>
    <message>
        <source>Keep this search under a name …</source>
        <translation>この検索に名前を付けて保存…</translation>
    </message>
    <message>
        <source>Set a filter first.</source>
        <translation>先に絞り込みを設定してください。</translation>
    </message>
    <message>
        <source>Give this search another name …</source>
        <translation>この検索の名前を変更…</translation>
    </message>
    <message>
        <source>Delete this saved search …</source>
        <translation>保存した検索を削除…</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>業務量</translation>
    </message>
    <message>
        <source>Write the list to a file …</source>
        <translation>一覧をファイルに書き出す…</translation>
    </message>
    <message>
        <source>Print the list …</source>
        <translation>一覧を印刷…</translation>
    </message>
    <message>
        <source>Columns of this list …</source>
        <translation>この一覧の列…</translation>
    </message>
    <message>
        <source>Label the marked cases …</source>
        <translation>印を付けた案件にラベルを付ける…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>絞り込みをすべて解除</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>絞り込みはありません。</translation>
    </message>
    <message>
        <source>Compact or high rows</source>
        <translation>行の高さを切り替える</translation>
    </message>
</context>
<context>
    <name>ListCount</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2件中%1件</translation>
    </message>
</context>
<context>
    <name>MissingParts</name>
    <message>
        <source>Missing document: %1</source>
        <translation>不足書類：%1</translation>
    </message>
    <message>
        <source>The applicant has not answered the correction.</source>
        <translation>補正の回答がありません。</translation>
    </message>
    <message>
        <source>The clock stands: %1</source>
        <translation>期間停止中：%1</translation>
    </message>
    <message>
        <source>A second person has not checked the day of receipt.</source>
        <translation>収受日がまだ別の人に確認されていません。</translation>
    </message>
    <message numerus="yes">
        <source>The form has %n error(s).</source>
        <translation>
            <numerusform>申請書に誤りが%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open criterion: %1</source>
        <translation>未判定の基準：%1</translation>
    </message>
    <message>
        <source>The delay is not explained.</source>
        <translation>遅延の理由が記録されていません。</translation>
    </message>
    <message>
        <source>Not answered: %1</source>
        <translation>補正の未回答：%1</translation>
    </message>
    <message numerus="yes">
        <source>✗ %n missing</source>
        <translation>
            <numerusform>✗ 不足 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Ready for a draft</source>
        <translation>✓ 起案できます</translation>
    </message>
    <message numerus="yes">
        <source>✓ Ready for a draft, %n to look at</source>
        <translation>
            <numerusform>✓ 起案できます（要確認 %n件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Kind of applicant</source>
        <translation>申請者の種別</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名・名称</translation>
    </message>
    <message>
        <source>Name for exchange</source>
        <translation>氏名（JIS代替）</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Block and number</source>
        <translation>丁目・番地</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建物名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子メール</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>その他の書類</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Draft decision</source>
        <translation>起案</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>代理人：%1</translation>
    </message>
</context>
<context>
    <name>OfficeCommands</name>
    <message>
        <source>Only supervisors sign destructions off.</source>
        <translation>廃棄に同意できるのは監督者だけです。</translation>
    </message>
    <message>
        <source>Who is away …</source>
        <translation>不在の記録…</translation>
    </message>
    <message>
        <source>Destruction list …</source>
        <translation>廃棄目録…</translation>
    </message>
    <message>
        <source>Cases that would leave this PC …</source>
        <translation>このPCから削除されようとしている案件…</translation>
    </message>
    <message>
        <source>No removal is held.</source>
        <translation>止めている削除はありません。</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1 (document: %2)</source>
        <translation>%1（書類：%2）</translation>
    </message>
</context>
<context>
    <name>PartyChecks</name>
    <message>
        <source>Write the reading in full-width kana.</source>
        <translation>フリガナは全角カナで記入してください。</translation>
    </message>
    <message>
        <source>The check digit of this code does not fit.</source>
        <translation>コードの検査数字が合いません。</translation>
    </message>
    <message>
        <source>A postal code has seven digits.</source>
        <translation>郵便番号は7桁です。</translation>
    </message>
    <message>
        <source>Write a city by its name, or any municipality&apos;s code of six digits.</source>
        <translation>都内の区市町村・主な市の名称、又は区市町村の6桁のコードを記入してください。</translation>
    </message>
    <message>
        <source>The first two digits are those of a prefecture, 01 to 47.</source>
        <translation>初めの2桁は都道府県の番号（01から47）です。</translation>
    </message>
</context>
<context>
    <name>RecordActions</name>
    <message>
        <source>Read the day on the receipt stamp from the scan or the paper, and write it here. It must be the day that your colleague wrote; if it is another, a supervisor corrects it.</source>
        <translation>収受印の日付を画像又は原本で読み取り、ここに記入してください。受け付けた職員の記入と同じ日でなければなりません。異なるときは監督者が訂正します。</translation>
    </message>
    <message>
        <source>Day on the stamp</source>
        <translation>収受印の日付</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Until that day nobody else takes the case, also while your PC is away from the network. 30 days at most.</source>
        <translation>その日まで、PCがネットワークから離れている間も、ほかの人はこの案件を担当できません。最長30日です。</translation>
    </message>
    <message>
        <source>Now reserved until %1.</source>
        <translation>現在の確保期限：%1</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1（%2から）</translation>
    </message>
    <message>
        <source>What has ended</source>
        <translation>終わった事由</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>終わった日</translation>
    </message>
    <message>
        <source>You decide in the place of a colleague who is away: %1. It takes effect at once, and the colleague sees it on return. Only what cannot wait is decided like this.</source>
        <translation>不在の決定権者に代わって決定します：%1。直ちに効力を生じ、決定権者は帰庁後に後閲します。急を要するものに限ります。</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>誰の代決か</translation>
    </message>
    <message>
        <source>Why it cannot wait</source>
        <translation>急を要する理由</translation>
    </message>
    <message>
        <source>Decided in your absence:</source>
        <translation>不在中に決定されました：</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>代決者：%1</translation>
    </message>
    <message>
        <source>because: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>While an appeal is open, the record is not destroyed.</source>
        <translation>不服申立ての係属中は、記録は廃棄されません。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>提起の日</translation>
    </message>
    <message>
        <source>%1, filed on %2</source>
        <translation>%1（%2提起）</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>終結の日</translation>
    </message>
    <message>
        <source>A held record is not destroyed, whatever its retention says.</source>
        <translation>保留中の記録は、保存期間にかかわらず廃棄されません。</translation>
    </message>
    <message>
        <source>From now on the retention alone says how long the record is kept.</source>
        <translation>以後は保存期間だけで保存の長さが決まります。</translation>
    </message>
    <message>
        <source>You are the first of two people who sign the destruction off. Nothing is destroyed yet.</source>
        <translation>廃棄に同意する2人のうち1人目です。まだ何も廃棄されません。</translation>
    </message>
    <message>
        <source>%1 has signed it off already. With your agreement the record is destroyed for good; only a stub stays. This cannot be undone.</source>
        <translation>%1が既に同意しています。あなたの同意により記録は完全に廃棄され、概要だけが残ります。元に戻せません。</translation>
    </message>
    <message>
        <source>Recorded is %1. The processing period and every due day are computed anew. Your correction counts as the check by a second person.</source>
        <translation>記録されている日：%1。処理期間と各期限を計算し直します。この訂正は、別の人による確認を兼ねます。</translation>
    </message>
</context>
<context>
    <name>RouteText</name>
    <message>
        <source> or </source>
        <translation>又は</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1以上</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>%1未満</translation>
    </message>
    <message>
        <source>all other cases</source>
        <translation>その他のすべて</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Decided by: %1 — %2</source>
        <translation>決定権者：%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1&#x3000;根拠：%2</translation>
    </message>
    <message>
        <source>%1, away until %2</source>
        <translation>%1（%2まで不在）</translation>
    </message>
</context>
<context>
    <name>SearchKeeper</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Keep this search under a name</source>
        <translation>検索に名前を付けて保存</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>名前の変更</translation>
    </message>
    <message>
        <source>Delete the saved search “%1”?</source>
        <translation>保存した検索「%1」を削除しますか。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>The cases in it stay as they are.</source>
        <translation>案件そのものはそのまま残ります。</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>所管</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>収受日</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>期間の停止</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <translation>%1：%2～%3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名・名称</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申請内容</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>%1 (verified)</source>
        <translation>%1（確認済み）</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>asked on %1</source>
        <translation>%1依頼</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Draft version %1</source>
        <translation>起案 第%1版</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未了</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1、%2&#x3000;%3</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>(not sent yet)</source>
        <translation>（未送信）</translation>
    </message>
</context>
<context>
    <name>UndoStack</name>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1（%n件）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
    <message>
        <source>It was sent already, or a later step rests on it.</source>
        <translation>すでに送信されたか、後の操作の前提になっています。</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>元に戻しました：%1</translation>
    </message>
    <message>
        <source>This cannot be taken back any more: %1. %2</source>
        <translation>もう元に戻せません：%1。%2</translation>
    </message>
    <message>
        <source>Undone only in part: %1. %2</source>
        <translation>一部だけ元に戻しました：%1。%2</translation>
    </message>
    <message>
        <source>Undone: %1. Could not be undone, or only in part: %2. %3</source>
        <translation>元に戻しました：%1。元に戻せなかった案件（一部だけの場合を含む）：%2。%3</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す：%1</translation>
    </message>
    <message>
        <source>Undo while unsent: %1</source>
        <translation>未送信の間だけ元に戻す：%1</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workload</name>
    <message>
        <source>Nobody</source>
        <translation>担当なし</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>今週期限</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>期間停止中</translation>
    </message>
    <message numerus="yes">
        <source>Over %n day(s)</source>
        <translation>
            <numerusform>%n日超</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n day(s)</source>
        <translation>
            <numerusform>%n日以内</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::app::DesktopNotice</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>madoguchi::app::Notifier</name>
    <message>
        <source>This waits for you</source>
        <translation>対応をお待ちしています</translation>
    </message>
    <message>
        <source>Madoguchi stays ready</source>
        <translation>まどぐちは待機しています</translation>
    </message>
    <message>
        <source>It goes on sending and fetching. Quit with %1 in its window, or change this in the settings.</source>
        <translation>送受信を続けています。終了するにはウィンドウで%1を押してください。待機するかどうかは設定で変更できます。</translation>
    </message>
    <message>
        <source>It goes on sending and fetching. Quit in its menu, or change this in the settings.</source>
        <translation>送受信を続けています。終了するにはメニューから操作してください。待機するかどうかは設定で変更できます。</translation>
    </message>
    <message>
        <source>The time without the server has ended</source>
        <translation>サーバーなしで使える時間が終わりました</translation>
    </message>
    <message>
        <source>What lies on this PC is kept, and opens when you sign in where the server can be reached.</source>
        <translation>この端末の内容はそのまま残っています。サーバーにつながる場所でサインインすると開きます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::models::DeskNews</name>
    <message>
        <source>The time without the server ends</source>
        <translation>サーバーなしで使える時間の終わり</translation>
    </message>
    <message>
        <source>Cases taken from me</source>
        <translation>自分の担当から外された案件</translation>
    </message>
    <message>
        <source>Steps refused or in conflict</source>
        <translation>受け付けられなかった操作・競合</translation>
    </message>
    <message>
        <source>Cases given to me</source>
        <translation>自分に割り当てられた案件</translation>
    </message>
    <message>
        <source>Due today or tomorrow, once a day</source>
        <translation>今日・明日が期限の案件（1日1回）</translation>
    </message>
    <message>
        <source>Hours left without the server</source>
        <translation>サーバーなしで使える残り時間（時間）</translation>
    </message>
    <message>
        <source>Taken from you</source>
        <translation>担当から外された案件</translation>
    </message>
    <message>
        <source>Given to you</source>
        <translation>割り当てられた案件</translation>
    </message>
    <message>
        <source>Yours, due today or tomorrow</source>
        <translation>今日・明日が期限の担当案件</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ActionBar</name>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Open the next case of the queue</source>
        <translation>次の案件を開く</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>別ウィンドウで開く</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ActionDialog</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（任意）</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ActionRunner</name>
    <message>
        <source>The draft goes back to its author. Consents given so far no longer count.</source>
        <translation>起案者に差し戻します。それまでの承認は無効になります。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Overdue is no error, but it demands a reason and an outlook (Administrative Procedure Act, article 9).</source>
        <translation>期限の超過には、理由と見込みの記録が必要です（行政手続法第9条）。</translation>
    </message>
    <message>
        <source>Outlook: decided by</source>
        <translation>処分の見込み時期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The case keeps its number. The other office registers it anew.</source>
        <translation>案件番号は変わりません。移送先の部署が改めて受け付けます。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>移送先</translation>
    </message>
    <message>
        <source>Only the applicant withdraws; here it is recorded.</source>
        <translation>取下げは申請者の行為です。ここではその記録を行います。</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>取下げの日</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AddLine</name>
    <message>
        <source>Add an entry</source>
        <translation>行を追加</translation>
    </message>
    <message>
        <source>Add an entry: %1</source>
        <translation>行を追加：%1</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>Add a field: %1</source>
        <translation>項目を追加：%1</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>項目の名前</translation>
    </message>
    <message>
        <source>Name of a new field: %1</source>
        <translation>新しい項目の名前：%1</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ApplicantEditor</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>From before, not saved yet. Leave the field to save it, or press Esc to drop it.</source>
        <translation>以前の入力で、まだ保存されていません。項目を離れると保存し、Escキーで破棄します。</translation>
    </message>
    <message>
        <source>As written by the applicant: %1</source>
        <translation>申請者の記載：%1</translation>
    </message>
    <message>
        <source>None. A name here adds an agent.</source>
        <translation>なし（氏名を入力すると代理人が加わります）</translation>
    </message>
    <message>
        <source>Corrected by %1, %2</source>
        <translation>%1が訂正（%2）</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1を使う</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ApplicationPage</name>
    <message>
        <source>Applicant: %1&#x3000;%2</source>
        <translation>申請者：%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Show or hide the applicant&apos;s particulars</source>
        <translation>申請者の詳細を表示又は非表示</translation>
    </message>
    <message>
        <source>Version %1 of this form; new applications use version %2. What would change?</source>
        <translation>この様式は第%1版です。新しい申請は第%2版です。何が変わりますか</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AsItWasDialog</name>
    <message>
        <source>The case as it was</source>
        <translation>その時点の案件</translation>
    </message>
    <message>
        <source>Only to be read. Lines with ≠ are not as they are now; what came later is not here.</source>
        <translation>閲覧専用です。≠の行は現在と異なります。後から加わったものはここにありません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AssignDialog</name>
    <message>
        <source>Assign</source>
        <translation>割り当てる</translation>
    </message>
    <message>
        <source>Assign cases</source>
        <translation>案件の割り当て</translation>
    </message>
    <message>
        <source>Open cases of</source>
        <translation>処理中の案件の担当者</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>割り当て先</translation>
    </message>
    <message>
        <source>Assign &amp;to</source>
        <translation>割り当て先(&amp;T)</translation>
    </message>
    <message>
        <source>Several share the cases in turn. Only a supervisor or the holder hands a case to somebody else.</source>
        <translation>複数を選ぶと順番に割り振ります。他の人に案件を渡せるのは、管理監督者か現在の担当者だけです。</translation>
    </message>
    <message>
        <source>%1 · %2 · away today</source>
        <translation>%1 · %2 · 本日不在</translation>
    </message>
    <message>
        <source>Hand over a colleague&apos;s cases</source>
        <translation>他の担当者の案件の引き継ぎ</translation>
    </message>
    <message>
        <source>%1 (away today)</source>
        <translation>%1（本日不在）</translation>
    </message>
    <message>
        <source>All procedures</source>
        <translation>すべての手続</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>数えています…</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AttendanceDialog</name>
    <message>
        <source>Record as away</source>
        <translation>不在として記録</translation>
    </message>
    <message>
        <source>Cancel the absence</source>
        <translation>不在を取り消す</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>不在の記録</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Absences from today on</source>
        <translation>本日以降の不在</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>職</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>職員(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>開始日(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>終了日(&amp;T)</translation>
    </message>
    <message>
        <source>While a decider is away, the substitute that the procedure names may decide within its limits. What was decided like that is shown to the decider on return. Both days are included.</source>
        <translation>決定権者の不在中は、手続で定めた代決者が、定められた範囲で代決できます。代決したものは、決定権者が帰庁後に後閲します。開始日・終了日とも含みます。</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>記録しました。</translation>
    </message>
    <message>
        <source>Offline: this can be recorded only while the server can be reached.</source>
        <translation>オフラインです。サーバーに接続している間だけ記録できます。</translation>
    </message>
    <message>
        <source>Nobody is recorded as away from today on. Choose a person and the days above.</source>
        <translation>本日以降の不在は登録されていません。上で職員と日付を選んで登録できます。</translation>
    </message>
    <message>
        <source>No absence is recorded on these days.</source>
        <translation>この期間に不在の登録はありません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AttentionPage</name>
    <message>
        <source>Carry out the choice</source>
        <translation>選択を実行</translation>
    </message>
    <message>
        <source>Drop my step</source>
        <translation>自分の操作を取り消す</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再送</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>Conflicts and rejections</source>
        <translation>競合と受付不可</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>解決しました。</translation>
    </message>
    <message>
        <source>It was: %1</source>
        <translation>変更前：%1</translation>
    </message>
    <message>
        <source>Keep mine: %1</source>
        <translation>自分の値を残す：%1</translation>
    </message>
    <message>
        <source>Take theirs: %1</source>
        <translation>相手の値にする：%1</translation>
    </message>
    <message>
        <source> (%1, %2)</source>
        <translation>（%1、%2）</translation>
    </message>
    <message>
        <source>Something else:</source>
        <translation>別の値：</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>対応が必要なもの</translation>
    </message>
    <message>
        <source>somebody changed the same at the same time. Choose what is to stand.</source>
        <translation>同じ箇所が同時に変更されました。残す値を選んでください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::BatchPage</name>
    <message>
        <source>Approve &amp;marked</source>
        <translation>選択を承認(&amp;M)</translation>
    </message>
    <message>
        <source>Return mar&amp;ked …</source>
        <translation>選択を差戻し(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>中止(&amp;T)</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>Rea&amp;d again</source>
        <translation>読み直す(&amp;D)</translation>
    </message>
    <message>
        <source>Drafts that wait for your decision</source>
        <translation>決定を待っている起案</translation>
    </message>
    <message>
        <source>G&amp;o on</source>
        <translation>再開(&amp;O)</translation>
    </message>
    <message>
        <source>Approve &amp;marked (%1)</source>
        <translation>選択を承認(&amp;M)（%1）</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2件中%1件を処理済み</translation>
    </message>
    <message>
        <source>%1 done, %2 not accepted. The reason stands beside each case.</source>
        <translation>%1件を処理し、%2件は受け付けられませんでした。理由は各案件の欄にあります。</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Alike drafts are marked. Read each unlike one before you mark it.</source>
        <translation>同種の起案は選択済みです。異なる点のある起案は、内容を確認してから選択してください。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>The same in all of them:</source>
        <translation>すべてに共通：</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>起案者</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>収受日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>内容の指紋</translation>
    </message>
    <message>
        <source>%1. The procedure lets you decide in this person&apos;s place. Open the case and press %2.</source>
        <translation>%1。手続の定めにより、あなたが代決できます。案件を開いて%2を押してください。</translation>
    </message>
    <message>
        <source>Decided while you were away. Open the case, read it, and press %1.</source>
        <translation>不在中に決定されました。案件を開いて内容を確認し、%1を押してください。</translation>
    </message>
    <message>
        <source>A stage of the route waits for your rank: %1.</source>
        <translation>あなたの職（%1）の段階が決定手続で待っています。</translation>
    </message>
    <message>
        <source>important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>unusual</source>
        <translation>異例</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>決定権者の定め</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>待っている段階</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Summary of the draft</source>
        <translation>起案の要旨</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>G&amp;o on …</source>
        <translation>再開(&amp;O)…</translation>
    </message>
    <message>
        <source>Interrupted when the program ended: %1 of %2 done, %3 not accepted. “Go on” asks you first; “Stop” leaves the rest as it is.</source>
        <translation>プログラムの終了で中断しています（%2件中%1件を処理済み、うち%3件は受け付けられませんでした）。「再開」を選ぶと確認してから続けます。「中止」を選ぶと残りはそのままです。</translation>
    </message>
    <message>
        <source>%1 done, %2 not accepted, %3 left as they were. The reason stands beside each case.</source>
        <translation>%1件を処理し、%2件は受け付けられず、%3件はそのままです。理由は各案件の欄にあります。</translation>
    </message>
    <message>
        <source>Of the last batch, and not in the list any more. “Read again” puts its results away.</source>
        <translation>直前の一括処理の案件で、もう一覧にはありません。「読み直す」で結果を片付けます。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::BulkDialog</name>
    <message>
        <source>Results case by case</source>
        <translation>案件ごとの結果</translation>
    </message>
    <message>
        <source>Only those that were not accepted</source>
        <translation>受け付けられなかったものだけ</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseHeader</name>
    <message>
        <source>No case is open</source>
        <translation>案件が開かれていません</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状態：%1</translation>
    </message>
    <message>
        <source>Nobody holds it</source>
        <translation>担当者なし</translation>
    </message>
    <message>
        <source>Holder: %1</source>
        <translation>担当者：%1</translation>
    </message>
    <message>
        <source>Show how this day is computed</source>
        <translation>この日付の計算を表示</translation>
    </message>
    <message>
        <source>Due day not known: the procedure is missing here</source>
        <translation>期限不明：手続の定義が端末にありません</translation>
    </message>
    <message>
        <source>✓ Synchronised</source>
        <translation>✓ 同期済み</translation>
    </message>
    <message>
        <source>! Needs attention</source>
        <translation>! 要対応</translation>
    </message>
    <message numerus="yes">
        <source>↑ %n step(s) not sent yet</source>
        <translation>
            <numerusform>↑ 未送信の操作 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>ラベル：%1</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>別ウィンドウで表示中</translation>
    </message>
    <message>
        <source>Go to the draft</source>
        <translation>起案へ進む</translation>
    </message>
    <message>
        <source>Go to the first thing that is missing</source>
        <translation>最初の不足へ進む</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseTableView</name>
    <message>
        <source>Cases of the queue</source>
        <translation>一覧の案件</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>行を詰めて表示</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CasePages</name>
    <message>
        <source>Application</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完了：%1</translation>
    </message>
    <message>
        <source>A field holds something that cannot be saved.</source>
        <translation>保存できない内容の項目があります。</translation>
    </message>
    <message>
        <source>Pages of the case</source>
        <translation>案件のページ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseView</name>
    <message>
        <source>Enter opens the case of the current row, N goes on to the next one.</source>
        <translation>Enterキーで選択中の案件を開き、Nキーで次の案件に進みます。</translation>
    </message>
    <message>
        <source>Go to its window</source>
        <translation>そのウィンドウへ</translation>
    </message>
    <message>
        <source>This case is open in a window of its own. When that window closes, it is here again.</source>
        <translation>この案件は別ウィンドウで開いています。閉じると、ここに戻ります。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CaseWindow</name>
    <message>
        <source>Close this window</source>
        <translation>このウィンドウを閉じる</translation>
    </message>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
    <message>
        <source>%1 %2 – Madoguchi</source>
        <translation>%1　%2 – 窓口</translation>
    </message>
    <message>
        <source>Close the window, back to the table</source>
        <translation>ウィンドウを閉じて一覧に戻る</translation>
    </message>
    <message>
        <source>Lock all windows</source>
        <translation>すべてのウィンドウをロック</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>A file is on its way into this case. Wait until it is there, or cancel it.</source>
        <translation>この案件にファイルを添付しています。終わるまで待つか、中止してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ChoiceLine</name>
    <message>
        <source>%1: which of these</source>
        <translation>%1：どれに当たりますか</translation>
    </message>
    <message>
        <source>The fields below change with it.</source>
        <translation>選ぶと下の項目が変わります。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ClockDialog</name>
    <message>
        <source>How the due day is computed</source>
        <translation>期限の計算</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>How the due day comes about</source>
        <translation>期限日の計算の内訳</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ColumnsDialog</name>
    <message>
        <source>Move &amp;left</source>
        <translation>左へ(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>右へ(&amp;R)</translation>
    </message>
    <message>
        <source>Columns of this list</source>
        <translation>この一覧の列</translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <translation>行を詰める(&amp;C)</translation>
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
        <source>This is none of the choices.</source>
        <translation>選択肢にありません。</translation>
    </message>
    <message>
        <source>More than one choice has this in its name.</source>
        <translation>該当する選択肢が複数あります。</translation>
    </message>
    <message>
        <source>Choose a municipality, or write the six digits of one that is not listed.</source>
        <translation>区市町村を選ぶか、一覧にない団体のコード6桁を入力してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>操作を選ぶ</translation>
    </message>
    <message>
        <source>Type a part of its name</source>
        <translation>操作名の一部を入力</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>操作を探す</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CorrectionDialog</name>
    <message>
        <source>The due day must be after today.</source>
        <translation>期限は明日以降の日にしてください。</translation>
    </message>
    <message>
        <source>You wrote this before; it was not sent.</source>
        <translation>以前の入力の続きです。まだ送信されていません。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>最初からやり直す</translation>
    </message>
    <message>
        <source>Forgets what is written here and proposes it anew.</source>
        <translation>ここに入力した内容を破棄し、提案の内容に戻します。</translation>
    </message>
    <message>
        <source>Ask for correction</source>
        <translation>補正を求める</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>提出期限</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>Remove the item</source>
        <translation>項目を削除</translation>
    </message>
    <message>
        <source>The clock stands still from today until the applicant answers.</source>
        <translation>本日から申請者の回答まで、標準処理期間は停止します。</translation>
    </message>
    <message>
        <source>Letter …</source>
        <translation>文書…</translation>
    </message>
    <message>
        <source>Use a usual text for the current item</source>
        <translation>選択中の項目に定型文を使う</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>定型文に加える</translation>
    </message>
    <message>
        <source>Offers the text of the current item as a usual one from now on.</source>
        <translation>選択中の項目の文を、以後の定型文として加えます。</translation>
    </message>
    <message>
        <source>Use a usual text …</source>
        <translation>定型文を使う…</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DecisionPage</name>
    <message>
        <source>Save draft</source>
        <translation>起案を保存</translation>
    </message>
    <message>
        <source>Approval route</source>
        <translation>決定手続</translation>
    </message>
    <message>
        <source>Decided on %1: %2. Document number %3</source>
        <translation>%1 決定：%2&#x3000;文書番号 %3</translation>
    </message>
    <message>
        <source>No draft yet. What follows is a proposal from the findings.</source>
        <translation>まだ起案されていません。以下は判定に基づく案です。</translation>
    </message>
    <message>
        <source>Draft version %1 by %2, %3</source>
        <translation>起案 第%1版&#x3000;%2&#x3000;%3</translation>
    </message>
    <message>
        <source>Returned: %1</source>
        <translation>差戻し：%1</translation>
    </message>
    <message>
        <source>Fingerprint of what the approvers see: %1</source>
        <translation>決定権者に示す内容の指紋：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2&#x3000;%3</translation>
    </message>
    <message>
        <source> (for an absent colleague)</source>
        <translation>（代決）</translation>
    </message>
    <message>
        <source>%1: waits now</source>
        <translation>%1：現在の順番</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Show the notice …</source>
        <translation>通知書を表示…</translation>
    </message>
    <message>
        <source>Notice issued on %1 by %2 (%3)</source>
        <translation>通知書：%1 %2 が発出（%3）</translation>
    </message>
    <message>
        <source>What is written here follows that version when it is saved.</source>
        <translation>ここに書いた内容は、保存するとその版の次の版になります。</translation>
    </message>
    <message>
        <source>What is written here is dropped.</source>
        <translation>ここに書いた内容は破棄されます。</translation>
    </message>
    <message>
        <source>&amp;Drop mine</source>
        <translation>自分の案を破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>The draft was discarded meanwhile. What you wrote is kept here, and rests on it.</source>
        <translation>この間に起案が破棄されました。ここに書いた内容はその起案をもとにしたまま残っています。</translation>
    </message>
    <message>
        <source>&amp;Drop mine and show version %1</source>
        <translation>自分の案を破棄して第%1版を表示(&amp;D)</translation>
    </message>
    <message>
        <source>%1 has saved version %2 of the draft meanwhile (%3). What you wrote is kept here, and is not in it. It says:</source>
        <translation>この間に%1さんが起案の第%2版を保存しました（%3）。あなたが書いた内容はここに残っていますが、その版には入っていません。第%2版の内容：</translation>
    </message>
    <message>
        <source>Go on with &amp;mine</source>
        <translation>自分の案を続ける(&amp;M)</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DeskWindow</name>
    <message>
        <source>All actions …</source>
        <translation>すべての操作…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>元に戻す操作はありません。</translation>
    </message>
    <message>
        <source>The last step is still being undone.</source>
        <translation>直前の操作を元に戻しているところです。</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>この画面のキー</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>操作(&amp;A)</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DestructionDialog</name>
    <message>
        <source>Sign the marked off …</source>
        <translation>選んだものに同意…</translation>
    </message>
    <message>
        <source>Destruction list</source>
        <translation>廃棄目録</translation>
    </message>
    <message>
        <source>Records whose retention has ended</source>
        <translation>保存期間が満了した記録</translation>
    </message>
    <message>
        <source>Two different supervisors sign each record off; the second signature destroys it, and a stub stays. The space bar marks a row. What is held, or under appeal, cannot be marked.</source>
        <translation>異なる2人の監督者が各記録に同意します。2人目の同意で廃棄され、概要だけが残ります。スペースキーで行を選びます。保留中・不服申立て中のものは選べません。</translation>
    </message>
    <message>
        <source>All marked records were signed off.</source>
        <translation>選んだ記録すべてに同意しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not accepted; the reason stands beside each.</source>
        <translation>
            <numerusform>%n件が受け付けられませんでした。理由は各行にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>No record has come to the end of its retention.</source>
        <translation>保存期間が満了した記録はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s); marked: %1 for a first signature, %2 for the second.</source>
        <translation>
            <numerusform>%n件。選択：1人目の同意%1件、2人目の同意%2件</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign off?</source>
        <translation>同意しますか</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>同意する</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) get their first signature.</source>
        <translation>
            <numerusform>%n件に1人目の同意をします。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are destroyed for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n件が完全に廃棄されます。元に戻せません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DocumentViewer</name>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Choose a document to see it here.</source>
        <translation>書類を選ぶとここに表示されます。</translation>
    </message>
    <message>
        <source>This kind of file has no preview.</source>
        <translation>この種類のファイルは表示できません。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Small pictures of the pages</source>
        <translation>ページの縮小表示</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>次のページ</translation>
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
        <source>As wide as the view</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>右に回転</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>この書類の中を検索</translation>
    </message>
    <message>
        <source>Place before</source>
        <translation>前の該当箇所</translation>
    </message>
    <message>
        <source>Place after</source>
        <translation>次の該当箇所</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place in a document</comment>
        <translation>%1／%2件</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1／%2ページ</translation>
    </message>
    <message>
        <source>Mark a place as evidence</source>
        <translation>証拠箇所に印を付ける</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>文字を消去</translation>
    </message>
    <message>
        <source>Loading … %1</source>
        <translation>読み込み中… %1</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DocumentsPage</name>
    <message>
        <source>Attach a file …</source>
        <translation>ファイルを添付…</translation>
    </message>
    <message>
        <source>Mark as verified</source>
        <translation>確認済みにする</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>取り外す</translation>
    </message>
    <message>
        <source>Documents of the case</source>
        <translation>案件の書類</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>書類の種類</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>このPCでの有無</translation>
    </message>
    <message>
        <source>Kind of the document to attach</source>
        <translation>添付する書類の種類</translation>
    </message>
    <message>
        <source>All required documents are here.</source>
        <translation>必要な書類はそろっています。</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>不足：%1</translation>
    </message>
    <message>
        <source>Or drop files here</source>
        <translation>ここにファイルをドロップすることもできます</translation>
    </message>
    <message>
        <source>Take the verification back</source>
        <translation>確認を取り消す</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>ファイルを添付</translation>
    </message>
    <message>
        <source>The document of this mark was taken off the case.</source>
        <translation>この印の書類は案件から外されています。</translation>
    </message>
    <message>
        <source>Choose a document first.</source>
        <translation>先に書類を選んでください。</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Keep on this PC</source>
        <translation>このPCに残す</translation>
    </message>
    <message>
        <source>Need not stay on this PC</source>
        <translation>このPCに残さなくてよい</translation>
    </message>
    <message>
        <source>So that it can be seen without the server, however full it gets here</source>
        <translation>空き容量が少なくなっても、サーバーにつながらないときに見られるようにします</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::DraftEditor</name>
    <message>
        <source>Remarks for the approvers</source>
        <translation>決定権者への説明</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>処分</translation>
    </message>
    <message>
        <source>Conditions, one on each line</source>
        <translation>条件（1行に1件）</translation>
    </message>
    <message>
        <source>Add a usual condition</source>
        <translation>定型の条件を追加</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Each reason names a criterion that is not met, the fact, and the article. The article alone is not enough.</source>
        <translation>理由ごとに、適合しない審査基準・事実・条項を示します。条項だけでは足りません。</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>審査基準</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条項</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>理由を追加</translation>
    </message>
    <message>
        <source>Remove the reason</source>
        <translation>理由を削除</translation>
    </message>
    <message>
        <source>Add a usual condition …</source>
        <translation>定型の条件を追加…</translation>
    </message>
    <message>
        <source>Important matter</source>
        <translation>重要な事案</translation>
    </message>
    <message>
        <source>Unusual matter</source>
        <translation>異例の事案</translation>
    </message>
    <message>
        <source>Nobody decides it for an absent decider.</source>
        <translation>代決の対象になりません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::EntryButtons</name>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1を上へ移す</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1を下へ移す</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1を削除</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up</source>
        <translation>Ctrl+Shift+↑</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Down</source>
        <translation>Ctrl+Shift+↓</translation>
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
            <numerusform>確認が必要な項目 %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong with the form</source>
        <translation>申請内容の誤り</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CriterionText</name>
    <message>
        <source>&amp;Fact</source>
        <translation>事実(&amp;F)</translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation>条項(&amp;R)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>メモ(&amp;O)</translation>
    </message>
    <message>
        <source>In the case now: %1</source>
        <translation>案件の現在の記載：%1</translation>
    </message>
    <message>
        <source>You can no longer change this here: what you typed is kept, but is not in the case.</source>
        <translation>この欄は変更できなくなりました。入力した内容は下書きとして残っていますが、案件には入っていません。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Choose the finding again to put yours there.</source>
        <translation>その間に他の職員が変更しました。入力した内容に置き換えるには、判定をもう一度選んでください。</translation>
    </message>
    <message>
        <source>Kept for you. It goes into the case with the finding.</source>
        <translation>下書きとして保存しています。判定を選ぶと案件に入ります。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ExaminationPage</name>
    <message>
        <source>Set all open ones to “met”</source>
        <translation>未判定をすべて「適合」に</translation>
    </message>
    <message>
        <source>For a clean application that you have checked (Shift+M)</source>
        <translation>確認済みで問題のない申請に使います（Shift+M）</translation>
    </message>
    <message>
        <source>Criteria. 1 to 9 set the finding.</source>
        <translation>審査基準。1～9キーで判定します。</translation>
    </message>
    <message>
        <source>%1 of %2 criteria are open.</source>
        <translation>審査基準%2件のうち%1件が未判定です。</translation>
    </message>
    <message>
        <source>Nothing is missing: the decision can be drafted.</source>
        <translation>不足はありません。起案できます。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Letter of the correction …</source>
        <translation>補正の文書…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証拠箇所</translation>
    </message>
    <message>
        <source>You can no longer examine this case. What you typed is kept, but is not in the case.</source>
        <translation>この案件の審査はできなくなりました。入力した内容は下書きとして残っていますが、案件には入っていません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ExportDialog</name>
    <message>
        <source>With a &amp;byte order mark, as older spreadsheets need it</source>
        <translation>BOM付き（古い表計算ソフト向け）(&amp;B)</translation>
    </message>
    <message>
        <source>Write …</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Write the list to a file</source>
        <translation>一覧をファイルに書き出す</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>一覧を印刷</translation>
    </message>
    <message>
        <source>The &amp;whole list: %1</source>
        <translation>一覧のすべて(&amp;W)：%1件</translation>
    </message>
    <message>
        <source>The &amp;marked cases: %1</source>
        <translation>印の付いた案件(&amp;M)：%1件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX)</source>
        <translation>表計算 (XLSX)</translation>
    </message>
    <message>
        <source>Text with commas (CSV)</source>
        <translation>カンマ区切り (CSV)</translation>
    </message>
    <message>
        <source>Paper in a file (PDF)</source>
        <translation>印刷用 (PDF)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>The columns are those of the table. That the list was taken out is recorded. Addresses are never in it.</source>
        <translation>列は表のとおりです。一覧を持ち出したことは記録されます。住所は含まれません。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2件中%1件</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>中止しました。何も書き出していません。</translation>
    </message>
    <message>
        <source>%1 cases were sent to the printer.</source>
        <translation>%1件をプリンターに送りました。</translation>
    </message>
    <message>
        <source>%1 cases were written to %2.</source>
        <translation>%1件を%2に書き出しました。</translation>
    </message>
    <message>
        <source>Practice: made-up cases, without any effect</source>
        <translation>練習用：架空の案件です。効力はありません</translation>
    </message>
    <message>
        <source>Closing the file …</source>
        <translation>ファイルを仕上げています…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>It is the list as it stood on the page just now. That it was taken out is recorded.</source>
        <translation>今この画面に表示されているとおりの一覧です。出力したことは記録されます。</translation>
    </message>
    <message>
        <source>Made by %1 on %2</source>
        <translation>%2 %1 作成</translation>
    </message>
    <message>
        <source>%1, made by %2 on %3</source>
        <translation>%1　%3 %2 作成</translation>
    </message>
    <message>
        <source>%1 rows were sent to the printer.</source>
        <translation>%1行を印刷しました。</translation>
    </message>
    <message>
        <source>%1 rows were written to %2.</source>
        <translation>%1行を%2に書き出しました。</translation>
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
        <translation>%1（必須）</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Corrected by the office</source>
        <translation>行政側で修正</translation>
    </message>
    <message>
        <source>The applicant wrote: %1</source>
        <translation>申請者の記載：%1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>your last choice</source>
        <translation>最後の選択</translation>
    </message>
    <message>
        <source>From before, not saved yet. Leave the field to save it, or press Esc to drop it.</source>
        <translation>以前の入力で、まだ保存されていません。項目を離れると保存し、Escキーで破棄します。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1を使う</translation>
    </message>
    <message>
        <source>Corrected by %1</source>
        <translation>補正：%1</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FilterBar</name>
    <message>
        <source>Filter by name, kana, number or address</source>
        <translation>氏名・カナ・番号・住所で絞り込み</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>文字で絞り込み</translation>
    </message>
    <message>
        <source>Status: all</source>
        <translation>状態: すべて</translation>
    </message>
    <message>
        <source>Procedure: all</source>
        <translation>手続: すべて</translation>
    </message>
    <message>
        <source>Due: all</source>
        <translation>期限: すべて</translation>
    </message>
    <message>
        <source>Holder: all</source>
        <translation>担当者: すべて</translation>
    </message>
    <message>
        <source>Flags: all</source>
        <translation>摘要: すべて</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>絞り込みをすべて解除</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Within a week</source>
        <translation>1週間以内</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>それ以降</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>担当者なし</translation>
    </message>
    <message>
        <source>Keep this search under a name</source>
        <translation>この検索に名前を付けて保存</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>文字を消去</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>絞り込み</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FormVersionDialog</name>
    <message>
        <source>What would change</source>
        <translation>変わること</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Values that would no longer be right</source>
        <translation>誤りになる値</translation>
    </message>
    <message>
        <source>Values that would have no place</source>
        <translation>入れる場所がなくなる値</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>New fields</source>
        <translation>増える項目</translation>
    </message>
    <message>
        <source>Fields that go</source>
        <translation>なくなる項目</translation>
    </message>
    <message>
        <source>Fields that ask for something else</source>
        <translation>求める内容が変わる項目</translation>
    </message>
    <message>
        <source>Nothing changes for this case</source>
        <translation>この案件では何も変わりません</translation>
    </message>
    <message>
        <source>This case has version %1 of its form. Version %2 is in use for new applications. Here stands what the case would meet there; it keeps its version unless you move it.</source>
        <translation>この案件の様式は第%1版です。新しい申請には第%2版を使っています。第%2版に移すとどうなるかをここに示します。移さない限り、この案件の版は変わりません。</translation>
    </message>
    <message>
        <source>When it is moved, values without a place leave the form and stay in its history, and what is missing or wrong then is mended afterwards. Criteria, documents, deadline and route are those of version %1 from then on, and a draft has to be made anew. A move can be taken back only while it is unsent.</source>
        <translation>移すと、入れる場所のない値は様式から外れて経過に残り、不足や誤りは移した後で補います。以後は審査基準、書類、期限、決定の経路も第%1版のものになり、起案はやり直しになります。取り消せるのは送信前に限ります。</translation>
    </message>
    <message>
        <source>Move this case to version %1</source>
        <translation>この案件を第%1版に移す</translation>
    </message>
    <message>
        <source>New criteria</source>
        <translation>増える審査基準</translation>
    </message>
    <message>
        <source>Criteria that go</source>
        <translation>なくなる審査基準</translation>
    </message>
    <message>
        <source>Criteria that ask for something else</source>
        <translation>求める内容が変わる審査基準</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FormView</name>
    <message>
        <source>Form</source>
        <translation>申請様式</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::HeadLine</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Fold %1 away</source>
        <translation>%1をたたむ</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1を開く</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空にする</translation>
    </message>
    <message>
        <source>Take all of it out of the form</source>
        <translation>この部分をすべて様式から取り除きます</translation>
    </message>
    <message>
        <source>Empty %1</source>
        <translation>%1を空にする</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::HeldRemovalCard</name>
    <message>
        <source>Let them go …</source>
        <translation>削除を許可…</translation>
    </message>
    <message>
        <source>Keep them for now</source>
        <translation>今は残す</translation>
    </message>
    <message>
        <source>Many cases would leave this PC</source>
        <translation>多数の案件がこのPCから削除されようとしています</translation>
    </message>
    <message>
        <source>The server says that %1 are no longer for you to see: they moved to another office, or your rights changed. Because that is so many, nothing was removed. Since %2 nothing new is fetched.</source>
        <translation>サーバーによると、%1があなたの閲覧範囲から外れました（他部署への移送、又は権限の変更）。件数が多いため、まだ何も削除していません。%2から新しい情報の取得を止めています。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of yours on these cases are not sent yet. They are not lost: they are set aside and stay in the outbox.</source>
        <translation>
            <numerusform>これらの案件に対するあなたの未送信の操作が%n件あります。失われません。別扱いとして「送信待ち」に残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>If you expected it (other duties, another office), let them go. If not, keep them and ask your administrator.</source>
        <translation>心当たり（担当替え、異動）があれば削除を許可してください。なければ残したまま管理者に確認してください。</translation>
    </message>
    <message>
        <source>Let these cases go?</source>
        <translation>これらの案件の削除を許可しますか</translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation>削除を許可</translation>
    </message>
    <message>
        <source>%1 leave this PC. On the server nothing is deleted.</source>
        <translation>%1がこのPCから削除されます。サーバーからは何も削除されません。</translation>
    </message>
    <message>
        <source>The cases are being removed from this PC.</source>
        <translation>案件をこのPCから削除しています。</translation>
    </message>
    <message>
        <source>All cases stay here. Nothing new is fetched until this is settled; the status line leads back to it.</source>
        <translation>案件はすべて残します。解決するまで新しい情報は取得しません。状態行からここへ戻れます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>この画面のキー</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>解説</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::HelpPage</name>
    <message>
        <source>Topics</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::IntakeDialog</name>
    <message>
        <source>Receive</source>
        <translation>受け付ける</translation>
    </message>
    <message>
        <source>Receive on paper</source>
        <translation>紙の申請を受け付ける</translation>
    </message>
    <message>
        <source>Day on the receipt stamp</source>
        <translation>収受印の日付</translation>
    </message>
    <message>
        <source>The scan becomes the first document of the case</source>
        <translation>スキャンが案件の最初の書類になります</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>&amp;Procedure</source>
        <translation>手続(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>部署(&amp;O)</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>提出方法</translation>
    </message>
    <message>
        <source>Day on the stamp</source>
        <translation>収受印の日付</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>秘匿</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>スキャン</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Person under protection: address hidden in lists and letters</source>
        <translation>支援措置対象者：一覧と文書で住所を秘匿</translation>
    </message>
    <message>
        <source>Choose the scan</source>
        <translation>スキャンを選択</translation>
    </message>
    <message>
        <source>Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</source>
        <translation>スキャン (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</translation>
    </message>
    <message>
        <source>A field holds something that cannot be saved.</source>
        <translation>保存できない内容の項目があります。</translation>
    </message>
    <message>
        <source>Write the applicant&apos;s name.</source>
        <translation>申請者の氏名又は名称を入力してください。</translation>
    </message>
    <message>
        <source>I looked at every page of the scan:
complete and legible</source>
        <translation>スキャンの全ページを見て、
欠けがなく読み取れることを確認した</translation>
    </message>
    <message>
        <source>Pages looked through when it was received: complete and legible</source>
        <translation>受付時に全ページを確認：欠けなし・判読可</translation>
    </message>
    <message>
        <source>First say that you looked at the pages of the scan.</source>
        <translation>先に、スキャンのページを確認したことにチェックを入れてください。</translation>
    </message>
    <message>
        <source>What is on the paper</source>
        <translation>書面の内容</translation>
    </message>
    <message>
        <source>File of the scan</source>
        <translation>スキャンのファイル</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>入力を破棄…</translation>
    </message>
    <message>
        <source>Discard what is typed?</source>
        <translation>入力を破棄しますか？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>入力を破棄</translation>
    </message>
    <message>
        <source>All that was written of this application goes. The file of the scan stays where it is.</source>
        <translation>この申請について入力した内容がすべて消えます。スキャンのファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>This was begun before and kept. “Discard …” begins anew.</source>
        <translation>前回の入力の続きです。新しく始めるには「入力を破棄…」を押してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::KeyPage</name>
    <message>
        <source>This key is taken</source>
        <translation>このキーは使われています</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>このキーを移す</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. If “%3” takes it over, the other one has no key until you give it another.</source>
        <translation>%1は「%2」のキーです。「%3」に移すと、元の操作には別のキーを割り当てるまでキーがなくなります。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>In the list of criteria, 1 to 9 choose a finding and Shift+M sets all open ones to “met”. A changed key holds as soon as this help is closed.</source>
        <translation>審査基準の一覧では1～9キーで判定し、Shift+Mで未判定をすべて「適合」にします。変更したキーは、このヘルプを閉じるとすぐ有効になります。</translation>
    </message>
    <message>
        <source>Keys of the actions</source>
        <translation>操作のキー</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::LetterDialog</name>
    <message>
        <source>Letter to the applicant</source>
        <translation>申請者への文書</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Copy as e-mail text</source>
        <translation>メール本文としてコピー</translation>
    </message>
    <message>
        <source>The text was copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>印刷…</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MainWindow</name>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>次の行</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>前の行</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>次の案件</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Search in all cases …</source>
        <translation>全案件を検索…</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>一覧を絞り込む</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>今すぐ同期</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Queue: %1</source>
        <translation>一覧：%1</translation>
    </message>
    <message>
        <source>Choose a PIN (menu Case) to unlock this PC after a break and without the server.</source>
        <translation>席を外した後やサーバーにつながらないときに解除できるよう、PIN を決めてください（メニュー「案件」）。</translation>
    </message>
    <message numerus="yes">
        <source>Unsent work of a cache that was lost has reached the server: %n action(s).</source>
        <translation>
            <numerusform>失われたキャッシュの未送信の操作 %n 件がサーバーに届きました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be applied; the administrator can look them up.</source>
        <translation>
            <numerusform>%n 件は適用できませんでした。管理者が確認できます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>The server would remove %1. Nothing was removed; look at “Needs attention”.</source>
        <translation>サーバーは%1を削除しようとしています。まだ削除していません。「要対応」を見てください。</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>一覧(&amp;L)</translation>
    </message>
    <message>
        <source>Guide to the desk</source>
        <translation>画面の案内</translation>
    </message>
    <message>
        <source>&amp;Many at once</source>
        <translation>まとめて(&amp;M)</translation>
    </message>
    <message>
        <source>The &amp;open case</source>
        <translation>開いている案件(&amp;O)</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>別ウィンドウで開く</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>このウィンドウを閉じる</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MarkBar</name>
    <message>
        <source>&amp;Take them</source>
        <translation>担当する(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Release them</source>
        <translation>担当を外れる(&amp;R)</translation>
    </message>
    <message>
        <source>Ass&amp;ign them …</source>
        <translation>割り当てる(&amp;I)…</translation>
    </message>
    <message>
        <source>Mark a&amp;ll</source>
        <translation>すべてに印(&amp;L)</translation>
    </message>
    <message>
        <source>Take all marks away</source>
        <translation>すべての印を外す</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>%1件に印</translation>
    </message>
    <message>
        <source>All %1 of the list are marked</source>
        <translation>一覧の全%1件に印</translation>
    </message>
    <message>
        <source>%1 marked: all except %2</source>
        <translation>%1件に印（%2件を除くすべて）</translation>
    </message>
    <message>
        <source>Another change of many cases is not finished yet.</source>
        <translation>別の一括処理がまだ終わっていません。</translation>
    </message>
    <message>
        <source>No case is marked. X or the space bar marks one.</source>
        <translation>案件に印が付いていません。Xキーかスペースキーで付けます。</translation>
    </message>
    <message>
        <source>Each case is changed by itself and has its own result. You can pause and stop.</source>
        <translation>1件ずつ処理し、案件ごとに結果が出ます。途中で一時停止や中止ができます。</translation>
    </message>
    <message numerus="yes">
        <source>Take %n case(s)?</source>
        <translation>
            <numerusform>%n件を担当しますか。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take</source>
        <translation>担当する</translation>
    </message>
    <message numerus="yes">
        <source>Release %n case(s)?</source>
        <translation>
            <numerusform>%n件の担当を外れますか。</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>担当を外れる</translation>
    </message>
    <message>
        <source>La&amp;bel them …</source>
        <translation>ラベルを付ける(&amp;B)…</translation>
    </message>
    <message>
        <source>The list is still being read. Do it again when it is complete.</source>
        <translation>一覧を読み込み中です。読み込みが終わってから、もう一度操作してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NewsSwitches</name>
    <message>
        <source>&amp;Tell by a notification of the desktop what waits for me</source>
        <translation>対応が必要なものをデスクトップ通知で知らせる(&amp;T)</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NotesPage</name>
    <message>
        <source>Add note</source>
        <translation>メモを追加</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新しいメモ</translation>
    </message>
    <message>
        <source>New note for colleagues. Ctrl+Enter adds it.</source>
        <translation>職員向けのメモ。Ctrl+Enterで追加します。</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>メモはまだありません。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>This case takes no note from you: what you typed is kept, but is not in the case.</source>
        <translation>この案件にはメモを追加できません。入力した内容は下書きとして残っていますが、案件には入っていません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NoticeDialog</name>
    <message>
        <source>Issue the notice</source>
        <translation>通知書の施行</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>施行する</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>送付方法</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>The notice as it was issued</source>
        <translation>発出した通知書</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NoticeFlow</name>
    <message>
        <source>The notice was not issued: another case was opened meanwhile.</source>
        <translation>通知書は施行されませんでした。その間に別の案件が開かれました。</translation>
    </message>
    <message>
        <source>Notice %1</source>
        <translation>通知書 %1</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::NoticePreview</name>
    <message>
        <source>Notice</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
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
        <source>Send aga&amp;in</source>
        <translation>再送(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Discard …</source>
        <translation>破棄(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation>案件を開く(&amp;O)</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>書き出し(&amp;X)…</translation>
    </message>
    <message>
        <source>Commands on their way to the server</source>
        <translation>サーバーへの送信待ちの操作</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>What you did and the server has not confirmed yet, in the order in which it is sent. A step that is not accepted holds up its own case only.</source>
        <translation>サーバーがまだ確認していない操作を、送信する順に表示しています。受け付けられない操作は、その案件だけを止めます。</translation>
    </message>
    <message>
        <source>The outbox was exported.</source>
        <translation>送信待ちを書き出しました。</translation>
    </message>
    <message>
        <source>Discard this step?</source>
        <translation>この操作を破棄しますか</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>%1
%2

It will not be sent, and what it did here is taken back. This cannot be undone.</source>
        <translation>%1
%2

この操作は送信されず、端末での変更も取り消されます。元に戻すことはできません。</translation>
    </message>
    <message>
        <source>Export the outbox</source>
        <translation>送信待ちを書き出し</translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all that you did on this PC.</source>
        <translation>送信待ちはありません。このPCで行った操作はすべてサーバーが確認しました。</translation>
    </message>
    <message>
        <source>Somebody else has changed the same. Settle it in “Needs attention”.</source>
        <translation>他の人が同じ箇所を変更しました。「要対応」で解決してください。</translation>
    </message>
    <message>
        <source>Choose a step of the outbox first.</source>
        <translation>先に送信待ちの操作を選んでください。</translation>
    </message>
    <message>
        <source>It is on its way to the server.</source>
        <translation>サーバーへ送信中です。</translation>
    </message>
    <message>
        <source>The server has confirmed it.</source>
        <translation>サーバーが確認済みです。</translation>
    </message>
    <message>
        <source>The outbox is empty.</source>
        <translation>送信待ちはありません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::PageStrip</name>
    <message>
        <source>Small pictures of the pages</source>
        <translation>ページの縮小表示</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>%1ページ</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::PageView</name>
    <message>
        <source>Pages of the document</source>
        <translation>書類のページ</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::PinDialog</name>
    <message>
        <source>Choose a PIN</source>
        <translation>PIN を決める</translation>
    </message>
    <message>
        <source>&amp;New PIN</source>
        <translation>新しい PIN(&amp;N)</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>もう一度(&amp;A)</translation>
    </message>
    <message>
        <source>Choose this PIN</source>
        <translation>この PIN にする</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>二つが一致しません。</translation>
    </message>
    <message>
        <source>This PIN is too short or too easy to guess.</source>
        <translation>この PIN は短すぎるか、推測されやすいものです。</translation>
    </message>
    <message>
        <source>PIN &amp;until now</source>
        <translation>今までの PIN(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>It unlocks this PC after a break and when the server cannot be reached, and signs for what you approve as a batch. Six characters or more; not 111111 or 123456.</source>
        <translation>席を外した後と、サーバーにつながらないときに、この端末を解除するためのものです。一括で承認するときの本人確認にも使います。6文字以上。111111 や 123456 は使えません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::PostalCompleter</name>
    <message>
        <source>Places with this postal code or town</source>
        <translation>この郵便番号・町域に当たる場所</translation>
    </message>
    <message>
        <source>Municipalities with this in their name</source>
        <translation>この名称を含む区市町村</translation>
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
    <name>madoguchi::ui::RoomLines</name>
    <message>
        <source>Free roo&amp;m now</source>
        <translation>今すぐ空ける(&amp;M)</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>計算しています…</translation>
    </message>
    <message>
        <source>Lets go of the documents that can be fetched again. Those of your own cases, those that you keep here and all that has not been sent stay.</source>
        <translation>再び取得できる書類をこの端末から消します。自分の担当案件の書類、この端末に置くと決めた書類、まだ送っていないものは残ります。</translation>
    </message>
    <message>
        <source>&amp;Documents, at most</source>
        <translation>書類の上限(&amp;D)</translation>
    </message>
    <message>
        <source>%1 of documents went. They are fetched again when you look at them.</source>
        <translation>書類 %1 を消しました。見るときに再び取得します。</translation>
    </message>
    <message>
        <source>Nothing could go: what is here is of your own cases, kept by you, or not sent yet.</source>
        <translation>消せるものはありませんでした。残っているのは、自分の担当案件の書類、置くと決めた書類、まだ送っていないものです。</translation>
    </message>
    <message>
        <source>%1 (the most your administration allows)</source>
        <translation>%1（管理者が許す上限）</translation>
    </message>
    <message>
        <source>Now: cases %1, search %2, documents %3; together %4. Cases stay as long as your offices see them, closed ones too; of the documents those go first that were not looked at longest.</source>
        <translation>現在：案件 %1、検索 %2、書類 %3、合計 %4。案件は、終結したものも、所属に見える間は残ります。書類は、長く見ていないものから消えます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::RunBar</name>
    <message>
        <source>Pa&amp;use</source>
        <translation>一時停止(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>R&amp;esults</source>
        <translation>結果(&amp;E)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Taking cases</source>
        <translation>案件を担当</translation>
    </message>
    <message>
        <source>Releasing cases</source>
        <translation>案件の担当を解除</translation>
    </message>
    <message>
        <source>Assigning cases to %1</source>
        <translation>案件を%1に割り当て</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 done, %2 were so already, %3 not accepted, %4 left as they were</source>
        <translation>済み%1件、変更不要%2件、受け付けられず%3件、未処理%4件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2件中%1件</translation>
    </message>
    <message>
        <source>%1, %2 not accepted</source>
        <translation>%1、受け付けられず%2件</translation>
    </message>
    <message>
        <source>Go o&amp;n</source>
        <translation>続ける(&amp;N)</translation>
    </message>
    <message>
        <source>%1 (interrupted when the program ended)</source>
        <translation>%1（プログラムの終了で中断）</translation>
    </message>
    <message>
        <source>Labelling cases: %1</source>
        <translation>ラベルの変更：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::SearchDialog</name>
    <message>
        <source>full or half width</source>
        <translation>全角・半角の違い</translation>
    </message>
    <message>
        <source>capital or small letters</source>
        <translation>大文字・小文字の違い</translation>
    </message>
    <message>
        <source>hiragana or katakana</source>
        <translation>ひらがな・カタカナの違い</translation>
    </message>
    <message>
        <source>small kana</source>
        <translation>小書きの仮名</translation>
    </message>
    <message>
        <source>long vowel</source>
        <translation>長音</translation>
    </message>
    <message>
        <source>spaces and signs</source>
        <translation>空白・記号</translation>
    </message>
    <message>
        <source>variant kanji</source>
        <translation>異体字</translation>
    </message>
    <message>
        <source>voiced marks</source>
        <translation>濁点・半濁点</translation>
    </message>
    <message>
        <source>Search in all cases</source>
        <translation>全案件を検索</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
    <message>
        <source>No case was found.</source>
        <translation>該当する案件はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>団体名</translation>
    </message>
    <message>
        <source>note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>received on this day</source>
        <translation>この日に到達</translation>
    </message>
    <message>
        <source>due on this day</source>
        <translation>この日が期限</translation>
    </message>
    <message>
        <source>repetition sign 々</source>
        <translation>繰り返し記号（々）</translation>
    </message>
    <message>
        <source>が or ヶ in a name</source>
        <translation>地名などの「が」と「ヶ」</translation>
    </message>
    <message>
        <source>Name, kana, number, address, day, text of the form or of notes</source>
        <translation>氏名・カナ・番号・住所・日付・申請内容・メモ</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>見つかった案件</translation>
    </message>
    <message>
        <source>found in %1</source>
        <translation>%1に一致</translation>
    </message>
    <message numerus="yes">
        <source>The first %n case(s). Add a word to find fewer.</source>
        <translation>
            <numerusform>はじめの%n件です。語を加えると絞り込めます。</numerusform>
        </translation>
    </message>
    <message>
        <source>name</source>
        <translation>氏名・名称</translation>
    </message>
    <message>
        <source>kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>form</source>
        <translation>申請内容</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Write to a file …</source>
        <translation>ファイルに書き出す(&amp;W)…</translation>
    </message>
    <message>
        <source>Cases found for “%1”</source>
        <translation>「%1」で見つかった案件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>一致した項目</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>該当箇所</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Change &amp;keys …</source>
        <translation>キーを変更(&amp;K)…</translation>
    </message>
    <message>
        <source>Choose a &amp;PIN …</source>
        <translation>PINを設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>表示(&amp;O)</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>スキャナ</translation>
    </message>
    <message>
        <source>Stay &amp;ready when the window is closed: send, fetch, open at once</source>
        <translation>ウィンドウを閉じても待機する（送受信を続け、すぐに開く）(&amp;R)</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>閉じたとき</translation>
    </message>
    <message>
        <source>Without the server</source>
        <translation>サーバーにつながらないとき</translation>
    </message>
    <message>
        <source>This PC can be used until %1.</source>
        <translation>このPCは%1まで使えます。</translation>
    </message>
    <message>
        <source>How long this PC can be used is not known here.</source>
        <translation>いつまで使えるかはここでは分かりません。</translation>
    </message>
    <message>
        <source>What lies here is of %1.</source>
        <translation>このPCのデータは%1時点のものです。</translation>
    </message>
    <message>
        <source>Nothing has been fetched yet.</source>
        <translation>まだ何も取得していません。</translation>
    </message>
    <message>
        <source>Room on this PC</source>
        <translation>この端末の容量</translation>
    </message>
    <message>
        <source>Columns, density and filters are set in each list, and remembered there. When this PC locks is fixed by your administration.</source>
        <translation>列、行の間隔、絞り込みは一覧ごとに設定し、そこに保存されます。ロックまでの時間は、管理者が定めています。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>ログイン名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>サーバー：%1</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>サインインしています…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>P&amp;IN of %1</source>
        <translation>%1 さんの PIN(&amp;I)</translation>
    </message>
    <message>
        <source>Practice office without a server</source>
        <translation>サーバーを使わない練習用の窓口</translation>
    </message>
    <message>
        <source>Made-up cases on this PC alone. Nothing here ever reaches the server.</source>
        <translation>このPCだけの架空の案件です。ここでの操作がサーバーに届くことはありません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::StatusLine</name>
    <message>
        <source>Synchronise now</source>
        <translation>今すぐ同期</translation>
    </message>
    <message>
        <source>Offline: your work is kept here</source>
        <translation>オフライン：作業は端末に保存されます</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <source>Online, synchronising …</source>
        <translation>オンライン・同期中…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source> · last synchronised %1</source>
        <translation> ・ 最終同期 %1</translation>
    </message>
    <message>
        <source>Outbox: empty</source>
        <translation>送信待ち：なし</translation>
    </message>
    <message numerus="yes">
        <source>Outbox: %n waiting</source>
        <translation>
            <numerusform>送信待ち：%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! %n need(s) attention</source>
        <translation>
            <numerusform>! 要対応 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>! %n case(s) would leave this PC</source>
        <translation>
            <numerusform>! %n件の削除を止めています</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice office: nothing leaves this PC</source>
        <translation>練習用の窓口：このPCの外には何も出ません</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::TimelinePage</name>
    <message>
        <source>What happened to the case</source>
        <translation>案件の経過</translation>
    </message>
    <message>
        <source>The case as it was then …</source>
        <translation>その時点の案件…</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>内容で絞る</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>人で絞る</translation>
    </message>
    <message>
        <source>Enter on an entry does the same.</source>
        <translation>記事を選んでEnterでも開きます。</translation>
    </message>
    <message>
        <source>By everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>After: %1 (%2, %3)</source>
        <translation>次の操作の直後：%1（%2、%3）</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>(not sent yet)</source>
        <translation>（未送信）</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::WorkloadPage</name>
    <message>
        <source>By &amp;clerk</source>
        <translation>担当者別(&amp;C)</translation>
    </message>
    <message>
        <source>By &amp;procedure</source>
        <translation>手続別(&amp;P)</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>処理中の案件</translation>
    </message>
    <message>
        <source>Days since arrival</source>
        <translation>到達からの日数</translation>
    </message>
    <message>
        <source>Hand over these cases …</source>
        <translation>この担当者の案件を引き継がせる…</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>業務量</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>due this week</source>
        <translation>今週期限</translation>
    </message>
    <message>
        <source>later, or clock stopped</source>
        <translation>それ以降・期間停止中</translation>
    </message>
    <message>
        <source>open cases</source>
        <translation>処理中の案件</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>No open case is in your offices.</source>
        <translation>所管の部署に処理中の案件はありません。</translation>
    </message>
    <message>
        <source>Choose the row of a colleague first.</source>
        <translation>先に担当者の行を選んでください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::Workspace</name>
    <message>
        <source>Queues</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>No case of this queue fits the filter. Clear it to see all.</source>
        <translation>絞り込みに合う案件がありません。解除するとすべて表示されます。</translation>
    </message>
    <message>
        <source>You went on before the case had come: nothing was done to it.</source>
        <translation>案件が表示される前に移動したため、その操作は行いませんでした。</translation>
    </message>
    <message>
        <source>This was the last case of the queue.</source>
        <translation>一覧の最後の案件です。</translation>
    </message>
    <message>
        <source>Go to a case first.</source>
        <translation>先に案件を選んでください。</translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
    <message>
        <source>Sign in again</source>
        <translation>再サインイン</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>画面をロック</translation>
    </message>
    <message>
        <source>Choose a PIN …</source>
        <translation>PIN を決める…</translation>
    </message>
    <message>
        <source>Sign in again …</source>
        <translation>再サインイン…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Quit Madoguchi</source>
        <translation>まどぐちを終了</translation>
    </message>
</context>
<context>
    <name>TrainingTasks</name>
    <message>
        <source>Take a case</source>
        <translation>案件を担当する</translation>
    </message>
    <message>
        <source>Open the queue “Unassigned” (%1), go to a case with %2 and %3, and press %4. It is yours from then on and stands in “My cases”.</source>
        <translation>一覧「担当者なし」（%1）を開き、%2 と %3 で案件に移動して %4 を押します。以後は自分の担当となり、「自分の案件」に並びます。</translation>
    </message>
    <message>
        <source>Record a finding</source>
        <translation>判定を記録する</translation>
    </message>
    <message>
        <source>Open a case of “My cases” (%1) and press %2: its criteria appear. Choose for one of them what you have found.</source>
        <translation>「自分の案件」（%1）の案件を開いて %2 を押すと、審査基準が表示されます。そのうち一つに判定を入れてください。</translation>
    </message>
    <message>
        <source>Ask for a correction</source>
        <translation>補正を求める</translation>
    </message>
    <message>
        <source>On a case of yours press %1 and write what is missing. While the applicant answers, the clock stands still.</source>
        <translation>自分の案件で %1 を押し、不足している内容を書きます。申請者が回答するまで、処理期間は停止します。</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>補正の回答を記録する</translation>
    </message>
    <message>
        <source>On the same case press %1 and note what was answered. The clock goes on from the day of the answer.</source>
        <translation>同じ案件で %1 を押し、回答の内容を記録します。処理期間は回答の日から再開します。</translation>
    </message>
    <message>
        <source>Draft a decision</source>
        <translation>起案する</translation>
    </message>
    <message>
        <source>Two cases of “My cases” (%1) meet every criterion already. On one of them press %2 and keep the draft.</source>
        <translation>「自分の案件」（%1）のうち2件は、すべての審査基準を満たしています。その一つで %2 を押し、起案を保存します。</translation>
    </message>
    <message>
        <source>Submit a draft</source>
        <translation>起案を回付する</translation>
    </message>
    <message>
        <source>%1 submits the draft for approval. Others decide on it: nobody approves a draft of their own.</source>
        <translation>%1 で起案を決裁に回します。決裁するのは他の職員です。自分の起案を自分で承認することはできません。</translation>
    </message>
    <message>
        <source>Undo a step</source>
        <translation>操作を取り消す</translation>
    </message>
    <message>
        <source>Take a case (%2), and then take the step back with %1. What others rest on already cannot be undone; the desk says so.</source>
        <translation>案件を担当（%2）してから、%1 で取り消します。すでに他の操作の前提となっているものは取り消せず、その旨が表示されます。</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>案件を探す</translation>
    </message>
    <message>
        <source>%1 searches everything. Type two characters of a name or a part of a number, and open one of the cases with Enter.</source>
        <translation>%1 ですべてを検索します。名前の2文字か番号の一部を入力し、見つかった案件を Enter で開きます。</translation>
    </message>
    <message>
        <source>Take several at once</source>
        <translation>まとめて担当する</translation>
    </message>
    <message>
        <source>In “Unassigned” (%1) mark two cases or more with %2, then press %3 and confirm. Each case has its own result.</source>
        <translation>「担当者なし」（%1）で2件以上に %2 で印を付け、%3 を押して確認します。結果は案件ごとに表示されます。</translation>
    </message>
    <message>
        <source>Settle a conflict</source>
        <translation>競合を解決する</translation>
    </message>
    <message>
        <source>A colleague has changed the same telephone number as you. Open “Needs attention” (%1), compare both values, and choose one.</source>
        <translation>同じ電話番号を同僚も変更していました。「要対応」（%1）を開き、両方の値を見比べて一つを選びます。</translation>
    </message>
    <message>
        <source>Approve a batch</source>
        <translation>一括で承認する</translation>
    </message>
    <message>
        <source>Be the supervisor: in “To decide” (%1) drafts that are alike stand together. Look at what they share, and approve two or more at once.</source>
        <translation>管理監督者として「決定待ち」（%1）を開くと、同種の起案がまとまっています。共通点を確かめ、2件以上を一度に承認します。</translation>
    </message>
    <message>
        <source>✓ %1 – done</source>
        <translation>✓ %1（済）</translation>
    </message>
    <message>
        <source>○ %1</source>
        <translation>○ %1</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1、済み</translation>
    </message>
    <message>
        <source>%1, to do</source>
        <translation>%1、未了</translation>
    </message>
    <message>
        <source>Label a case</source>
        <translation>案件にラベルを付ける</translation>
    </message>
    <message>
        <source>%1 puts a label of your choice on the case, such as “site visit”. The filter above the list then finds all that bear it.</source>
        <translation>%1 で「現地調査」など好きなラベルを案件に付けます。一覧の上の絞り込みで、そのラベルの案件をまとめて探せます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::TrainingBand</name>
    <message>
        <source>TRAINING</source>
        <translation>練習</translation>
    </message>
    <message>
        <source>Made-up cases on this PC alone. Nothing here ever reaches the server.</source>
        <translation>このPCだけの架空の案件です。ここでの操作がサーバーに届くことはありません。</translation>
    </message>
    <message>
        <source>Nothing here is real or is sent.</source>
        <translation>架空の内容です。送信されません。</translation>
    </message>
    <message>
        <source>Leave the training</source>
        <translation>練習を終える</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::TrainingMarker</name>
    <message>
        <source>[Training] %1</source>
        <translation>［練習］%1</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::TaskPanel</name>
    <message>
        <source>Practice tasks</source>
        <translation>練習課題</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>済んだ課題</translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation>その場所を開く</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Task done: %1</source>
        <translation>課題が済みました：%1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>%2件の課題のうち %1件が済みました</translation>
    </message>
    <message>
        <source>All tasks are done. Well done!</source>
        <translation>すべての課題が済みました。お疲れさまでした。</translation>
    </message>
    <message>
        <source>Hide the tasks (Shift+F9 shows them again)</source>
        <translation>課題を隠す（Shift+F9で再表示）</translation>
    </message>
</context>
<context>
    <name>PracticeParts</name>
    <message>
        <source>Leave the training</source>
        <translation>練習を終える</translation>
    </message>
    <message>
        <source>Practice office …</source>
        <translation>練習用の窓口…</translation>
    </message>
    <message>
        <source>[Training] %1</source>
        <translation>［練習］%1</translation>
    </message>
    <message>
        <source>Show or hide the practice tasks</source>
        <translation>練習課題の表示を切り替える</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FirstGuide</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Skip the guide</source>
        <translation>案内を省く</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>案内</translation>
    </message>
    <message>
        <source>Your queues</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>At the left stand your queues with how many cases each holds: what is yours, what nobody holds, what is due. %1 to %2 open the first nine of them.</source>
        <translation>左側に、自分の案件、担当者のない案件、期限の近いものなどの一覧と件数が並びます。%1 から %2 で最初の九つを開けます。</translation>
    </message>
    <message>
        <source>Five keys for a case</source>
        <translation>案件のための五つのキー</translation>
    </message>
    <message>
        <source>%1 and %2 go down and up. %3 takes the case, %4 examines it, and %5 opens the next one. No mouse is needed; every button names its key.</source>
        <translation>%1 と %2 で上下に移動し、%3 で担当し、%4 で審査し、%5 で次の案件を開きます。マウスは要りません。どのボタンにもキーが示されています。</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>何も失われません</translation>
    </message>
    <message>
        <source>What you type saves itself, and %1 takes a step back. Everything is kept on this PC, encrypted.</source>
        <translation>入力した内容は自動で保存され、%1 で一つ前に戻せます。すべて暗号化してこのPCに保存されます。</translation>
    </message>
    <message>
        <source>Without the network</source>
        <translation>ネットワークがないとき</translation>
    </message>
    <message>
        <source>Go on working: your cases are here. Only decisions, and what rests on them, wait for the server; the desk says so where it is the case.</source>
        <translation>案件は手元にあるので、そのまま作業を続けられます。決裁とそれに基づく操作だけがサーバーを待ちます。その場合は画面に示されます。</translation>
    </message>
    <message>
        <source>The outbox</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>What is not sent yet waits in the outbox (%1, or a click at the bottom). Where a colleague was faster, you find it in “Needs attention”.</source>
        <translation>未送信の操作は「送信待ち」（%1、または画面下をクリック）で待っています。同僚の操作が先だった場合は「要対応」に表示されます。</translation>
    </message>
    <message>
        <source>Help is one key away</source>
        <translation>ヘルプはキー一つで</translation>
    </message>
    <message>
        <source>%1 lists the keys, %2 opens the help. %3 finds every action by its name, and %4 every case.</source>
        <translation>%1 でキーの一覧、%2 でヘルプを開きます。%3 であらゆる操作を名前から、%4 であらゆる案件を探せます。</translation>
    </message>
    <message>
        <source>Try it without risk</source>
        <translation>安心して試す</translation>
    </message>
    <message>
        <source>%1 opens the practice office: made-up cases on this PC alone, with tasks that check themselves. Nothing there is ever sent.</source>
        <translation>%1 で練習用の窓口が開きます。このPCだけの架空の案件で、課題の達成は自動で確かめられます。何も送信されません。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>a document</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1　%2ページ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PaperCommands</name>
    <message>
        <source>The application was received.</source>
        <translation>申請を受け付けました。</translation>
    </message>
    <message>
        <source>Receive on paper …</source>
        <translation>紙の申請を受け付ける…</translation>
    </message>
    <message>
        <source>Scans that wait …</source>
        <translation>未処理のスキャン…</translation>
    </message>
    <message>
        <source>No scanner folder can be used here.</source>
        <translation>ここではスキャナのフォルダを使えません。</translation>
    </message>
    <message>
        <source>Print the case …</source>
        <translation>案件を印刷…</translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation>先に案件を開いてください。</translation>
    </message>
    <message>
        <source>A field holds something that cannot be saved.</source>
        <translation>保存できない値が入力された項目があります。</translation>
    </message>
    <message>
        <source>Show the issued notice …</source>
        <translation>発出した通知書を表示…</translation>
    </message>
    <message>
        <source>No notice of this case was issued yet.</source>
        <translation>この案件の通知書はまだ発出されていません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::models::AttachmentQueue</name>
    <message>
        <source>“%1” was not attached. %2</source>
        <translation>「%1」は添付していません。%2</translation>
    </message>
    <message>
        <source>Strike it out on the paper, or in the file and its name, and attach the file again.</source>
        <translation>紙の上、またはファイルとファイル名の番号を消してから、もう一度添付してください。</translation>
    </message>
    <message>
        <source>“%1” was not attached: another case was opened meanwhile.</source>
        <translation>「%1」は添付していません。その間に別の案件が開かれました。</translation>
    </message>
    <message>
        <source>“%1” is in this case already, with the same content.</source>
        <translation>「%1」は、同じ内容の書類が既にこの案件にあります。</translation>
    </message>
    <message>
        <source>Received on paper on %1. Every page was compared with the paper: complete and legible.</source>
        <translation>%1に紙で受領。全ページを紙と照合し、欠けがなく読み取れることを確認した。</translation>
    </message>
    <message>
        <source>“%1” was received on paper on %2. Its pages wait for a second look.</source>
        <translation>「%1」を%2に紙で受領。ページの再確認は未了。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AttachBar</name>
    <message>
        <source>Strike it out and attach</source>
        <translation>番号を消して添付</translation>
    </message>
    <message>
        <source>Do not attach</source>
        <translation>添付しない</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>この次から中止</translation>
    </message>
    <message>
        <source>Files attached</source>
        <translation>添付したファイル</translation>
    </message>
    <message>
        <source>“%1” holds an Individual Number (My Number), which has no place in a case. It can be attached with the number struck out; the file on this PC stays as it is. Your choice is recorded.</source>
        <translation>「%1」に個人番号（マイナンバー）が含まれています。案件に置くことはできません。番号を消したものを添付できます（このPCのファイルは変わりません）。選んだ内容は記録されます。</translation>
    </message>
    <message>
        <source>Checking and attaching %1 of %2: %3</source>
        <translation>検査して添付しています（%1／%2）：%3</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::EvidenceList</name>
    <message>
        <source>Mark a place …</source>
        <translation>箇所に印を付ける…</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>印を外す</translation>
    </message>
    <message>
        <source>Places marked as evidence. Enter goes there.</source>
        <translation>証拠として印を付けた箇所。Enterで移動します。</translation>
    </message>
    <message>
        <source>On a page of a document, with the mouse or the keyboard</source>
        <translation>書類のページの上に、マウスかキーボードで</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::EvidencePanel</name>
    <message>
        <source>Mark</source>
        <translation>印を付ける</translation>
    </message>
    <message>
        <source>Evidence for</source>
        <translation>対象の審査基準</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>What is seen there (may stay empty)</source>
        <translation>そこから分かること（空欄可）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a document whose pages are shown; then mark the place in it with M.</source>
        <translation>ページが表示される書類を選び、Mで箇所に印を付けてください。</translation>
    </message>
    <message>
        <source>Draw a frame with the mouse, or move it with the arrow keys and size it with Shift; Enter places it, Esc drops it.</source>
        <translation>マウスで枠を描くか、矢印キーで動かし、Shift＋矢印キーで大きさを変えます。Enterで決定、Escで取消。</translation>
    </message>
    <message>
        <source>Page %1. Say for what it is evidence; Enter marks it.</source>
        <translation>%1ページ。どの基準の証拠かを選びます。Enterで印が付きます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ScanPreview</name>
    <message>
        <source>The pages of the scan are shown here.</source>
        <translation>ここにスキャンのページが表示されます。</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込んでいます…</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>Strike it out on the paper and scan it again, or in the file and its name, and try again.</source>
        <translation>紙の上の番号を消してスキャンし直すか、ファイルとファイル名の番号を消してから、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ScanTrayDialog</name>
    <message>
        <source>Choose the folder …</source>
        <translation>フォルダを選ぶ…</translation>
    </message>
    <message>
        <source>I compared every page with the &amp;paper: complete and legible</source>
        <translation>全ページを紙と照合し、欠けがなく読み取れることを確認した(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New case on paper …</source>
        <translation>紙の申請として受け付ける(&amp;N)…</translation>
    </message>
    <message>
        <source>Scans that wait</source>
        <translation>未処理のスキャン</translation>
    </message>
    <message>
        <source>Day on the receipt stamp</source>
        <translation>収受印の日付</translation>
    </message>
    <message>
        <source>Without this tick the scan waits for a second look; a colleague marks it as verified.</source>
        <translation>チェックがなければ再確認待ちとなり、別の職員が「確認済み」にします。</translation>
    </message>
    <message>
        <source>Day on the stamp</source>
        <translation>収受印の日付</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>書類の種類</translation>
    </message>
    <message>
        <source>Choose the folder into which the scanner puts its files.</source>
        <translation>スキャナがファイルを置くフォルダを選んでください。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read. Scans in it are not lost.</source>
        <translation>フォルダ %1 を読み取れません。中のスキャンは失われていません。</translation>
    </message>
    <message>
        <source>Nothing waits in %1. What is scanned appears here by itself.</source>
        <translation>%1 に待っているものはありません。スキャンすると自動的にここに現れます。</translation>
    </message>
    <message>
        <source>&amp;Attach to the open case</source>
        <translation>開いている案件に添付(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Attach to %1</source>
        <translation>%1 に添付(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) in %1</source>
        <translation>
            <numerusform>%1 に%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::LabelDialog</name>
    <message>
        <source>Label</source>
        <translation>付ける</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>up to %1 characters; Enter puts it on</source>
        <translation>%1文字まで。Enter で付けます</translation>
    </message>
    <message>
        <source>&amp;Another label</source>
        <translation>別のラベル(&amp;A)</translation>
    </message>
    <message>
        <source>Labels are the office&apos;s: everybody who sees the case sees them.</source>
        <translation>ラベルは所属全体のものです。案件を見られる全員に表示されます。</translation>
    </message>
    <message>
        <source>Labels of this case</source>
        <translation>この案件のラベル</translation>
    </message>
    <message>
        <source>Label the marked cases (%1)</source>
        <translation>印を付けた案件（%1件）のラベル</translation>
    </message>
    <message>
        <source>A label has up to %1 characters, in one line.</source>
        <translation>ラベルは1行、%1文字までです。</translation>
    </message>
    <message>
        <source>stays where it is</source>
        <translation>そのまま変えません</translation>
    </message>
    <message>
        <source>A case bears at most %1 labels.</source>
        <translation>1件に付けられるラベルは %1個までです。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::ScanFolderLine</name>
    <message>
        <source>Folder of the scanner</source>
        <translation>スキャナのフォルダ</translation>
    </message>
    <message>
        <source>Choose the &amp;folder …</source>
        <translation>フォルダを選ぶ(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Watch none</source>
        <translation>見張らない(&amp;W)</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>見張っているフォルダはありません。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 を読めません。</translation>
    </message>
    <message>
        <source>%1 (fixed by your administration)</source>
        <translation>%1（管理者が定めています）</translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Case summary %1</source>
        <translation>案件概要 %1</translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>秘匿</translation>
    </message>
    <message>
        <source>%1, made by %2 on %3</source>
        <translation>%1　%3 %2 作成</translation>
    </message>
    <message>
        <source>Person under protection: address, office and numbers are left out</source>
        <translation>秘匿の対象者です。住所・担当部署・電話番号等は記載していません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::PaperFlow</name>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The paper was saved.</source>
        <translation>文書を保存しました。</translation>
    </message>
    <message>
        <source>The paper was sent to the printer.</source>
        <translation>プリンターに送りました。</translation>
    </message>
    <message>
        <source>The paper is going to the printer …</source>
        <translation>プリンターに送っています…</translation>
    </message>
    <message>
        <source>The printer did not take the paper.</source>
        <translation>プリンターが受け付けませんでした。</translation>
    </message>
    <message>
        <source>Only %1 of %2 pages were printed. Print the paper again.</source>
        <translation>%2ページのうち%1ページまでしか印刷されませんでした。もう一度印刷してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::SummaryDialog</name>
    <message>
        <source>With the &amp;timeline</source>
        <translation>経過も含める(&amp;T)</translation>
    </message>
    <message>
        <source>Case summary</source>
        <translation>案件概要</translation>
    </message>
    <message>
        <source>That it is printed or saved is recorded.</source>
        <translation>印刷・保存したことは記録されます。</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Practice: made-up cases, without any effect</source>
        <translation>練習用：架空の案件です。効力はありません</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Week from</source>
        <translation>週の初め</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>受け付け</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Open at its end</source>
        <translation>週の終わりの処理中</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Half of them, days</source>
        <translation>半数の所要日数</translation>
    </message>
    <message>
        <source>Nine in ten, days</source>
        <translation>9割の所要日数</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::FiguresPage</name>
    <message>
        <source>By &amp;week</source>
        <translation>週別(&amp;W)</translation>
    </message>
    <message>
        <source>By s&amp;tep</source>
        <translation>段階別(&amp;T)</translation>
    </message>
    <message>
        <source>Arrived and closed, by week</source>
        <translation>週ごとの受け付けと終了</translation>
    </message>
    <message>
        <source>Open when the week ended</source>
        <translation>各週の終わりに処理中の件数</translation>
    </message>
    <message>
        <source>Days in each step</source>
        <translation>各段階の日数</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>受け付け</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>open cases</source>
        <translation>処理中の案件</translation>
    </message>
    <message>
        <source>half of the cases</source>
        <translation>半数の案件</translation>
    </message>
    <message>
        <source>nine in ten</source>
        <translation>9割の案件</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>No case of your offices is closed yet.</source>
        <translation>終了した案件はまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>Calendar days of the %n case(s) that were closed last.</source>
        <translation>
            <numerusform>最後に終了した%n件の暦日数です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last thirteen weeks of your offices, each by its Monday, from %1 to %2. The last one is not over.</source>
        <translation>所属する課の直近13週（%1～%2、各週の月曜日で表示）です。最後の週は途中です。</translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message>
        <source>version %1 of the form, in which this has no place</source>
        <translation>様式を第%1版に移す（この項目の値は様式から外れます）</translation>
    </message>
    <message>
        <source>%1, with version %2 of the form</source>
        <translation>%1（様式は第%2版のまま）</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::PreviewWords</name>
    <message>
        <source>Tr&amp;y again</source>
        <translation>もう一度試す(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>BatchCommands</name>
    <message>
        <source>Open the queue “To decide” first.</source>
        <translation>先に「決定待ち」の一覧を開いてください。</translation>
    </message>
    <message>
        <source>The marked drafts are being decided already.</source>
        <translation>選択した起案は処理中です。</translation>
    </message>
    <message>
        <source>No draft is marked.</source>
        <translation>起案が選択されていません。</translation>
    </message>
    <message>
        <source>No drafts are being decided now.</source>
        <translation>処理中の起案はありません。</translation>
    </message>
    <message>
        <source>No change of many cases is going on.</source>
        <translation>実行中の一括処理はありません。</translation>
    </message>
    <message>
        <source>No cases have been changed together yet.</source>
        <translation>一括処理はまだ行われていません。</translation>
    </message>
    <message>
        <source>Approve the marked drafts …</source>
        <translation>選択した起案を承認…</translation>
    </message>
    <message>
        <source>Return the marked drafts …</source>
        <translation>選択した起案を差戻し…</translation>
    </message>
    <message>
        <source>Pause deciding the drafts, or go on</source>
        <translation>起案の処理を一時停止／再開</translation>
    </message>
    <message>
        <source>Stop deciding the drafts</source>
        <translation>起案の処理を中止</translation>
    </message>
    <message>
        <source>Pause the change of many cases, or go on</source>
        <translation>一括処理を一時停止／再開</translation>
    </message>
    <message>
        <source>Stop the change of many cases</source>
        <translation>一括処理を中止</translation>
    </message>
    <message>
        <source>Results of the change of many cases</source>
        <translation>一括処理の結果</translation>
    </message>
    <message>
        <source>A batch in “To decide” was interrupted when the program ended: %1 of %2 done. It waits for you there.</source>
        <translation>「決定待ち」の一括処理が、プログラムの終了で中断しています（%2件中%1件を処理済み）。「決定待ち」で再開できます。</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Look: %1</source>
        <translation>表示：%1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>言語：%1</translation>
    </message>
</context>
<context>
    <name>OutboxCommands</name>
    <message>
        <source>Open the outbox first.</source>
        <translation>先に「送信待ち」を開いてください。</translation>
    </message>
    <message>
        <source>Send the step of the outbox again</source>
        <translation>送信待ちの操作を再送</translation>
    </message>
    <message>
        <source>Discard the step of the outbox …</source>
        <translation>送信待ちの操作を破棄…</translation>
    </message>
    <message>
        <source>Export the outbox …</source>
        <translation>送信待ちを書き出す…</translation>
    </message>
</context>
<context>
    <name>CaseCommands</name>
    <message>
        <source>Open a case first.</source>
        <translation>先に案件を開いてください。</translation>
    </message>
    <message>
        <source>Choose the document on the page “Documents” first.</source>
        <translation>先に「書類」のページで書類を選んでください。</translation>
    </message>
    <message>
        <source>Attach a file to the case …</source>
        <translation>案件にファイルを添付…</translation>
    </message>
    <message>
        <source>Mark the document as verified, or take that back</source>
        <translation>書類を確認済みにする／取り消す</translation>
    </message>
    <message>
        <source>Take the document off the case</source>
        <translation>書類を案件から外す</translation>
    </message>
    <message>
        <source>Newer version of the form …</source>
        <translation>様式の新しい版…</translation>
    </message>
    <message>
        <source>The case has the newest version of its form.</source>
        <translation>この案件の様式は最新の版です。</translation>
    </message>
    <message>
        <source>How the due day is computed …</source>
        <translation>期限の計算…</translation>
    </message>
    <message>
        <source>The procedure of this case is not known here.</source>
        <translation>この案件の手続がこのPCにありません。</translation>
    </message>
    <message>
        <source>The case as it was after an entry of its timeline …</source>
        <translation>経過の時点での案件…</translation>
    </message>
    <message>
        <source>The timeline shows no entry.</source>
        <translation>経過に表示する項目がありません。</translation>
    </message>
    <message>
        <source>Keep the document on this PC, or not any more</source>
        <translation>書類をこのPCに残す・残さない</translation>
    </message>
    <message>
        <source>Keep all documents of the case on this PC, or not any more</source>
        <translation>案件のすべての書類をこのPCに残す・残さない</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>審査</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Go to what is missing before a draft</source>
        <translation>起案までに足りないものへ進む</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2ページ</translation>
    </message>
</context>
<context>
    <name>BatchAsking</name>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1　%2（%3）</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, by %3: %n case(s)</source>
        <translation>
            <numerusform>%1・%2・起案 %3：%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlike ones among them:</source>
        <translation>このうち異なる点のある案件：</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n case(s)?</source>
        <translation>
            <numerusform>%n件を承認しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Each case is approved by itself, as it was shown here. A draft that has changed since is not approved. You sign once, for all that is listed here.</source>
        <translation>案件ごとに、ここに表示された内容で承認します。その後に変わった起案は承認されません。本人確認は、ここに挙げたすべてについて一度だけ行います。</translation>
    </message>
    <message numerus="yes">
        <source>Return %n case(s)</source>
        <translation>
            <numerusform>%n件を差戻し</numerusform>
        </translation>
    </message>
    <message>
        <source>Return</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message numerus="yes">
        <source>Go on returning %n case(s)?</source>
        <translation>
            <numerusform>残りの%n件の差戻しを続けますか？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on approving %n case(s)?</source>
        <translation>
            <numerusform>残りの%n件の承認を続けますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>The program ended in the midst of this batch. %1 of %2 were done then, and are not done again; nothing has gone on without you.</source>
        <translation>この一括処理の途中でプログラムが終了しました。%2件中%1件は処理済みで、二度処理することはありません。確認なしに進めたものもありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n of those that wait is not as it was shown any more. It is left as it is, and the reason stands beside it.</source>
        <translation>
            <numerusform>残りのうち%n件は、表示した内容から変わっています。その案件は処理されず、理由が案件の欄に示されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>The time for which this PC may work without the server has ended. Sign in with your password.</source>
        <translation>この端末がサーバーなしで使える期間が終わりました。パスワードでサインインしてください。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>PIN が違います。</translation>
    </message>
    <message>
        <source>The PIN was wrong too often. Sign in with your password.</source>
        <translation>PIN を何度も間違えました。パスワードでサインインしてください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::Signature</name>
    <message>
        <source>The server checks it. With a PIN (menu Case) you can sign without the server.</source>
        <translation>サーバーで確認します。PIN を設定すると（メニュー「案件」）、サーバーなしでも本人確認ができます。</translation>
    </message>
    <message>
        <source>Your PI&amp;N, as your signature</source>
        <translation>PIN による本人確認(&amp;N)</translation>
    </message>
    <message>
        <source>Your passwor&amp;d, as your signature</source>
        <translation>パスワードによる本人確認(&amp;D)</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>%1: case %2</source>
        <translation>%1：案件%2</translation>
    </message>
    <message>
        <source>(no number yet)</source>
        <translation>（番号なし）</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::PlaceColumn</name>
    <message>
        <source>On the server only</source>
        <translation>サーバーのみ</translation>
    </message>
    <message>
        <source>To be fetched; kept</source>
        <translation>取得待ち・残す</translation>
    </message>
    <message>
        <source>✓ Also offline</source>
        <translation>✓ オフラインでも可</translation>
    </message>
    <message>
        <source>Being sent: %1</source>
        <translation>送信中：%1</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Being fetched: %1</source>
        <translation>取得中：%1</translation>
    </message>
    <message>
        <source>Being fetched …</source>
        <translation>取得中…</translation>
    </message>
    <message>
        <source>%1; kept</source>
        <translation>%1・残す</translation>
    </message>
    <message>
        <source>No documents are fetched here.</source>
        <translation>ここでは書類を取得しません。</translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>CorrectionReplies</name>
    <message>
        <source>✗ Not answered: %1</source>
        <translation>✗ 未回答：%1</translation>
    </message>
    <message>
        <source>✓ Answered: %1</source>
        <translation>✓ 回答済み：%1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1　%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>CorrectionTexts</name>
    <message>
        <source>the field or document</source>
        <translation>（項目・書類）</translation>
    </message>
    <message>
        <source>the due day</source>
        <translation>（期限）</translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation>書類：%1</translation>
    </message>
    <message>
        <source>The whole application</source>
        <translation>申請全体</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::AnswerDialog</name>
    <message>
        <source>You wrote this before; it was not recorded.</source>
        <translation>以前に入力した内容です。まだ記録されていません。</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>回答日</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>回答の内容</translation>
    </message>
    <message>
        <source>What was asked for, and what became of it</source>
        <translation>求めた事項と回答の状況</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>求めた事項</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>✓ Answered</source>
        <translation>✓ 回答済み</translation>
    </message>
    <message>
        <source>✗ Not answered</source>
        <translation>✗ 未回答</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Nothing stays open.</source>
        <translation>未回答の事項はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay open; the next request proposes them again.</source>
        <translation>
            <numerusform>%n件が未回答のまま残り、次の補正依頼で改めて候補になります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::CorrectionItems</name>
    <message>
        <source>What is to be corrected</source>
        <translation>補正を求める内容</translation>
    </message>
    <message>
        <source>Field or document</source>
        <translation>項目・書類</translation>
    </message>
</context>
</TS>
