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
        <translation>表示</translation>
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
        <source>Only the holder of the case, or a supervisor, may do this. Take the case first.</source>
        <translation>担当者又は管理監督者だけが行えます。先に担当してください。</translation>
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
        <source>Transferred from %1 to %2</source>
        <translation>%1から%2へ移送</translation>
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
</context>
<context>
    <name>FormModel</name>
    <message>
        <source>%1, entry %2</source>
        <translation>%1（%2件目）</translation>
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
        <source>Answered on</source>
        <translation>回答日</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>回答の内容</translation>
    </message>
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
</context>
<context>
    <name>madoguchi::ui::ApplicantEditor</name>
    <message>
        <source>As written by the applicant: %1</source>
        <translation>申請者の記載：%1</translation>
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
        <source>It was</source>
        <translation>変更前</translation>
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
</context>
<context>
    <name>madoguchi::ui::BatchPage</name>
    <message>
        <source>Approve marked</source>
        <translation>選択を承認</translation>
    </message>
    <message>
        <source>Return marked …</source>
        <translation>選択を差戻し…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Drafts that wait for your decision</source>
        <translation>決定を待っている起案</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Approve marked (%1)</source>
        <translation>選択を承認（%1）</translation>
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
    <message numerus="yes">
        <source>Approve %n case(s)?</source>
        <translation>
            <numerusform>%n件を承認しますか</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Each case is approved by itself, as it was shown here. A draft that has changed since is not approved.</source>
        <translation>案件ごとに、ここに表示された内容で承認します。その後に変わった起案は承認されません。</translation>
    </message>
    <message numerus="yes">
        <source>%n refusal(s) are among them.</source>
        <translation>
            <numerusform>不許可・却下が%n件含まれています。</numerusform>
        </translation>
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
    <name>madoguchi::ui::CaseView</name>
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
        <source>Enter opens the case of the current row, N goes on to the next one.</source>
        <translation>Enterキーで選択中の案件を開き、Nキーで次の案件に進みます。</translation>
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
        <translation>都内の市区町村を選ぶか、他の団体コード6桁を入力してください。</translation>
    </message>
    <message>
        <source>This is none of the choices.</source>
        <translation>選択肢にありません。</translation>
    </message>
    <message>
        <source>More than one choice has this in its name.</source>
        <translation>該当する選択肢が複数あります。</translation>
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
</context>
<context>
    <name>madoguchi::ui::CorrectionDialog</name>
    <message>
        <source>Ask for correction</source>
        <translation>補正を求める</translation>
    </message>
    <message>
        <source>What is to be corrected</source>
        <translation>補正すべき内容</translation>
    </message>
    <message>
        <source>Field or document</source>
        <translation>項目又は書類</translation>
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
        <source>This document is missing.</source>
        <translation>この書類が添付されていません。</translation>
    </message>
    <message>
        <source>The whole application</source>
        <translation>申請全体</translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation>書類：%1</translation>
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
</context>
<context>
    <name>madoguchi::ui::DocumentPreview</name>
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
        <source>“%1” was not attached: another case was opened meanwhile.</source>
        <translation>「%1」は添付されませんでした。その間に別の案件が開かれました。</translation>
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
        <source>%1 of %2 criteria are open.</source>
        <translation>審査基準%2件のうち%1件が未判定です。</translation>
    </message>
    <message>
        <source>Missing documents: %1</source>
        <translation>不足している書類：%1</translation>
    </message>
    <message numerus="yes">
        <source>The form has %n error(s).</source>
        <translation>
            <numerusform>申請内容に%n件の誤りがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing: the decision can be drafted.</source>
        <translation>不足はありません。起案できます。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1&#x3000;%2</translation>
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
        <translation>表示: すべて</translation>
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
</context>
<context>
    <name>madoguchi::ui::KeyDialog</name>
    <message>
        <source>Keys of this page</source>
        <translation>この画面のキー</translation>
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
        <source>In the list of criteria, 1 to 9 choose a finding and Shift+M sets all open ones to “met”. A changed key holds when the program starts the next time.</source>
        <translation>審査基準の一覧では1～9キーで判定し、Shift+Mで未判定をすべて「適合」にします。変更したキーは次回の起動から有効です。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ui::MainWindow</name>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>元に戻しました：%1</translation>
    </message>
    <message>
        <source>This cannot be taken back any more. %1</source>
        <translation>もう元に戻せません。%1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>再サインイン</translation>
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
        <source>Receive on paper …</source>
        <translation>紙の申請を受け付ける…</translation>
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
        <source>Synchronise now</source>
        <translation>今すぐ同期</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信待ち</translation>
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
        <source>Keys of this page</source>
        <translation>この画面のキー</translation>
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
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>操作(&amp;A)</translation>
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
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Queue: %1</source>
        <translation>一覧：%1</translation>
    </message>
    <message>
        <source>The application was received.</source>
        <translation>申請を受け付けました。</translation>
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
</context>
<context>
    <name>madoguchi::ui::NoticeFlow</name>
    <message>
        <source>The notice was not issued: another case was opened meanwhile.</source>
        <translation>通知書は施行されませんでした。その間に別の案件が開かれました。</translation>
    </message>
    <message>
        <source>The notice was saved.</source>
        <translation>通知書を保存しました。</translation>
    </message>
    <message>
        <source>Save the notice</source>
        <translation>通知書を保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
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
        <translation>再送</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>破棄…</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>案件を開く</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>書き出し…</translation>
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
        <translation>氏名</translation>
    </message>
    <message>
        <source>kana</source>
        <translation>カナ</translation>
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
        <source>Name, kana, number, address</source>
        <translation>氏名・カナ・番号・住所</translation>
    </message>
    <message>
        <source>found in %1: “%2”</source>
        <translation>%1に一致：「%2」</translation>
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
</context>
<context>
    <name>madoguchi::ui::TimelinePage</name>
    <message>
        <source>What happened to the case</source>
        <translation>案件の経過</translation>
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
        <source>This was the last case of the queue.</source>
        <translation>一覧の最後の案件です。</translation>
    </message>
</context>
</TS>
