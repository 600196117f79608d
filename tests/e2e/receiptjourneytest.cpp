// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/stamp.h"
#include "models/batchmodel.h"
#include "models/conflictchoice.h"
#include "models/noticecontent.h"
#include "tests/e2e/deskclient.h"
#include "tests/support/testsupport.h"
#include "ui/notice/noticepdf.h"

#include <QtTest>

#include <map>
#include <set>

using namespace madoguchi;
using tests::DeskClient;
using tests::ServerProcess;

namespace {

const QString kPassword = QStringLiteral("a-long-test-password");
constexpr int kWorkedCases = 50;
constexpr std::size_t kDecided = 20;

/// The same cases with the same content on both sides: count and hash of each office scope.
bool sameHoldings(DeskClient& client, const ServerProcess& server) {
  std::map<core::ScopeName, core::Checkpoint> there;
  for (const auto& scope : server.holdings())
    there[scope.scope] = scope;
  std::size_t compared = 0;
  for (const auto& here : client.holdings()) {
    if (here.scope.rfind("office/", 0) != 0) continue;
    const auto& other = there[here.scope];
    if (here.count != other.count || here.hash != other.hash) return false;
    ++compared;
  }
  return compared > 0;
}

} // namespace

/// The main job, end to end, on a real log of 1,434 applications.
class ReceiptJourneyTest : public QObject {
  Q_OBJECT

  void addPeople(ServerProcess& server) {
    const auto offices = server.run({QStringLiteral("office"), QStringLiteral("list")});
    QVERIFY(offices);
    for (const QString& line : offices->split(u'\n', Qt::SkipEmptyParts))
      if (line.split(u'\t').at(1).isEmpty()) m_top = line.split(u'\t').at(0);
    const auto add = [&](const char* login, const char* rank, const QStringList& roles) {
      QStringList words{QStringLiteral("user"),
                        QStringLiteral("add"),
                        QLatin1String(login),
                        QStringLiteral("--rank"),
                        QLatin1String(rank),
                        QStringLiteral("--office"),
                        m_top,
                        QStringLiteral("--name"),
                        QStringLiteral("試験職員")};
      for (const QString& role : roles)
        words << QStringLiteral("--grant") << role + u':' + m_top;
      QVERIFY(server.run(words, kPassword));
    };
    add("clerk.one", "staff", {QStringLiteral("clerk"), QStringLiteral("supervisor")});
    add("clerk.two", "staff", {QStringLiteral("clerk"), QStringLiteral("supervisor")});
    add("manager", "manager", {QStringLiteral("approver")});
  }

  void act(DeskClient& client, const core::CaseId& id, core::CommandBody body) {
    const auto done = client.perform(id, std::move(body));
    QVERIFY2(done, done ? "" : std::string(core::toText(done.error().code)).c_str());
  }

  /// Takes over a case whose deadline passed long ago, examines it and drafts a grant. Commands it gave.
  std::size_t work(DeskClient& clerk, const core::CaseId& id) {
    const std::size_t before = clerk.outbox().size();
    const core::CaseState state = clerk.state(id);
    const auto references = clerk.client().references().references();
    act(clerk, id, core::AssignCase{clerk.user(), state.holder});
    act(clerk, id, core::ExplainDelay{"移行前の案件", core::dayInJapan(app::systemNow())});
    for (const auto& criterion : references->procedure(state.procedure, state.procedureVersion)->criteria)
      act(clerk, id, core::SetCriterion{criterion.id, {}, criterion.findings.at(0).id, {}, {}, {}});
    act(clerk, id, core::DraftDecision{});
    act(clerk, id, core::SubmitForApproval{clerk.state(id).draft->version});
    return clerk.outbox().size() - before;
  }

  /// Begins the batch, or goes on with what an earlier program left of it, until so many are decided.
  void decide(DeskClient& manager, std::size_t until) {
    auto source = manager.client().makeCaseSource();
    models::UndoStack undo(manager.client().commands(), manager.client().outbox());
    models::BatchModel batch(*source, manager.client().commands(), manager.client().references(),
                             manager.client().drafts(), undo, app::systemNow);
    QSignalSpy loaded(&batch, &models::BatchModel::loaded);
    batch.load();
    QVERIFY(loaded.wait(60'000));
    QSignalSpy ran(&batch, &models::BatchModel::runChanged);
    connect(&batch, &models::BatchModel::runChanged, &batch, [&] {
      if (batch.run().finished() == until) batch.pause();
    });
    if (batch.run().isRestored())
      batch.resume();
    else
      begin(batch);
    while (batch.run().finished() < until)
      QVERIFY(ran.wait(60'000));
    QCOMPARE(batch.refusedCount(), 0);
  }

  static void begin(models::BatchModel& batch) {
    // Each is overdue, so each is unlike and asks to be checked by hand.
    std::size_t checked = 0;
    for (int group = 0; group < batch.rowCount(); ++group) {
      const QModelIndex parent = batch.index(group, 0);
      for (int row = 0; row < batch.rowCount(parent); ++row) {
        const QModelIndex index = batch.index(row, 0, parent);
        batch.setData(index, checked < kDecided ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        ++checked;
      }
    }
    QCOMPARE(static_cast<std::size_t>(batch.checkedCount()), kDecided);
    batch.approve();
  }

  void issueNotice(DeskClient& clerk, const core::CaseId& id) {
    const auto notice = models::noticeOf(clerk.state(id), *clerk.client().references().references(),
                                         core::NoticeLanguage::Japanese);
    QVERIFY2(notice.has_value(), notice ? "" : notice.error().detail.c_str());
    const QByteArray pdf = ui::NoticePdf().make(*notice);
    QVERIFY(pdf.startsWith("%PDF"));
    const auto blob = clerk.storeBlob(pdf);
    QVERIFY(blob.has_value());
    QVERIFY(
        clerk.perform(id, core::IssueNotice{core::dayInJapan(app::systemNow()), core::Channel::Post, *blob}));
  }

  QString m_top;

private Q_SLOTS:
  void shouldTakeALogFromItsQueueToItsNotices() {
    const auto data = tests::sharedData();
    if (!data) return; // the log is outside material and may be absent
    // GIVEN the log in the server, two clerks and a manager with caches of their own
    ServerProcess server;
    const auto imported =
        server.run({QStringLiteral("import"), QString::fromStdString(*data + "/event-logs/receipt.csv"),
                    QStringLiteral("--mapping"),
                    QString::fromStdString(tests::resourcesFolder() + "/import/receipt.mapping.json")});
    QVERIFY(imported);
    for (const char* line :
         {"cases: 1434", "steps: 8577", "closed: 1329", "late by instant: 377", "late by day: 309"})
      QVERIFY2(imported->contains(QLatin1String(line)), qPrintable(*imported));
    addPeople(server);
    QVERIFY(server.start());
    QTemporaryDir one;
    QTemporaryDir two;
    QTemporaryDir three;
    DeskClient first(server, one.path());
    DeskClient second(server, two.path());
    auto manager = std::make_unique<DeskClient>(server, three.path());
    QVERIFY(first.signIn(QStringLiteral("clerk.one"), kPassword));
    QVERIFY(second.signIn(QStringLiteral("clerk.two"), kPassword));
    for (DeskClient* clerk : {&first, &second}) {
      QVERIFY(clerk->sync().settled);
      QCOMPARE(clerk->rows({}).size(), std::size_t{1434});
      QVERIFY(sameHoldings(*clerk, server));
    }

    // WHEN both work offline on fifty cases, and both take the first
    core::CaseQuery open;
    open.statuses = {core::Status::Examining};
    const auto rows = first.rows(open);
    QVERIFY(rows.size() > kWorkedCases);
    QVERIFY(server.stop());
    for (int i = 0; i < kWorkedCases; ++i)
      QVERIFY(work(i % 2 == 0 ? first : second, rows[static_cast<std::size_t>(i)].id) >= 4);
    const core::CaseId clash = rows[0].id;
    const std::size_t clashing = work(second, clash);

    // THEN the later one is shown what happened, and nothing else is held up
    QVERIFY(server.start());
    QVERIFY(first.sync().settled);
    QVERIFY(first.outbox().empty());
    (void)second.sync();
    auto left = second.outbox();
    QCOMPARE(left.size(), clashing);
    QCOMPARE(left[0].status, core::OutboxStatus::Conflicted);
    QCOMPARE(left[0].conflicts.at(0).pointer, std::string("/holder"));
    QVERIFY(left[0].conflicts[0].theirs.as_string() == first.user().value);
    for (std::size_t i = 1; i < left.size(); ++i)
      QCOMPARE(left[i].status, core::OutboxStatus::Blocked);
    QCOMPARE(second.queue(core::Queue::NeedsAttention).size(), std::size_t{1});

    // WHEN the second gives way, newest first, since what stands on a command goes before it
    for (auto entry = left.rbegin(); entry != left.rend(); ++entry)
      QVERIFY(second.resolve(*entry, std::nullopt));
    QVERIFY(second.sync().settled);
    QVERIFY(second.outbox().empty());
    QCOMPARE(second.state(clash).holder, first.user());

    // AND the manager decides twenty of the fifty in one batch, in which the program ends once
    QVERIFY(manager->signIn(QStringLiteral("manager"), kPassword));
    QVERIFY(manager->sync().settled);
    QCOMPARE(manager->queue(core::Queue::ToDecide).size(), std::size_t{kWorkedCases});
    decide(*manager, kDecided / 3);
    manager.reset();
    manager = std::make_unique<DeskClient>(server, three.path());
    QVERIFY(manager->signIn(QStringLiteral("manager"), kPassword));
    QCOMPARE(manager->queue(core::Queue::ToDecide).size(), kWorkedCases - kDecided / 3);
    decide(*manager, kDecided);
    QVERIFY(manager->sync().settled);
    QVERIFY(manager->outbox().empty());
    core::CaseQuery decided;
    decided.statuses = {core::Status::Decided};
    QCOMPARE(manager->rows(decided).size(), kDecided);

    // AND the first clerk sends the notices
    QVERIFY(first.sync().settled);
    std::set<std::string> numbers;
    for (const auto& row : first.rows(decided)) {
      numbers.insert(first.state(row.id).decision->documentNumber);
      issueNotice(first, row.id);
    }
    QCOMPARE(numbers.size(), kDecided);
    QVERIFY(first.sync().settled);
    QVERIFY(first.outbox().empty());

    // THEN every cache equals the server by count and hash, row by row, and the audit is whole
    for (DeskClient* client : {&first, &second, manager.get()}) {
      QVERIFY(client->sync().settled);
      QVERIFY(sameHoldings(*client, server));
      QVERIFY(client->damaged().empty());
      core::CaseQuery notified;
      notified.statuses = {core::Status::Notified};
      QVERIFY(client->rows(notified).size() >= kDecided);
    }
    QVERIFY(server.stop());
    QVERIFY(server.run({QStringLiteral("verify")}));
  }
};

QTEST_MAIN(ReceiptJourneyTest)
#include "receiptjourneytest.moc"
