// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notifier.h"

#include "tests/support/fakeheldcases.h"
#include "tests/support/guitestsupport.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusError>
#include <QSignalSpy>
#include <QWidget>
#include <QtTest>

using namespace madoguchi;
using app::Notifier;
using core::Queue;
using Kind = models::DeskNews::Kind;

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kTellsStays = QStringLiteral("Madoguchi stays ready");

} // namespace

/// The notification service of a desktop. It has a connection of its own, so that all goes over the bus, and
/// it answers only while the test's event loop runs: who waits for it waits in vain.
class Desktop : public QObject, protected QDBusContext {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
  struct Shown {
    QString program;
    uint replaces;
    QString title;
    QString text;
    QStringList actions;
  };

  Desktop() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"))) {}
  ~Desktop() override { QDBusConnection::disconnectFromBus(QStringLiteral("desktop")); }

  bool start() {
    return m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
           m_bus.registerService(kService);
  }

  QList<Shown> shown;
  uint id = 40; ///< of the newest
  int refused = 0;
  bool refuses = false;

public Q_SLOTS:
  uint Notify(const QString& program, uint replaces, const QString&, const QString& title,
              const QString& text, const QStringList& actions, const QVariantMap&, int) {
    if (refuses) {
      ++refused;
      sendErrorReply(QDBusError::Failed);
      return 0;
    }
    shown << Shown{program, replaces, title, text, actions};
    return replaces != 0 ? replaces : ++id;
  }

Q_SIGNALS:
  void ActivationToken(uint id, const QString& token);
  void ActionInvoked(uint id, const QString& action);

private:
  QDBusConnection m_bus;
};

/// A clerk's desk, with three cases of theirs that wait for nobody yet.
class Desk {
public:
  Desk() {
    for (const char* name : {"佐藤", "鈴木", "高橋"})
      fake.examine(fake.arrive("food-business-permit", name, "シンセイシャ", 1));
  }

  bool isCounted() {
    return QTest::qWaitFor([this] { return queues.count(Queue::MyCases) == 3; });
  }

  /// The server refuses what was done to one more case offline; true when the queue says so.
  bool moreWaits() {
    fake.status.link = models::SyncStatus::Link::Offline;
    const core::CaseId id = fake.cases[m_waiting].record.state.id;
    if (!fake.perform(id, core::AddNote{"電話で確認"})) return false;
    fake.reject(m_waiting, core::ErrorCode::NotHolder);
    ++m_waiting;
    return QTest::qWaitFor(
        [this] { return queues.count(Queue::NeedsAttention) == static_cast<qint64>(m_waiting); });
  }

  QByteArray newestToken() const { return opened.isEmpty() ? QByteArray() : opened.last()[0].toByteArray(); }

  tests::FakeDesk fake;
  models::SavedSearches saved{fake.drafts};
  models::QueueListModel queues{fake.table, fake.referenceSource, saved, [this] { return fake.now; }};
  tests::FakeHeldCases held{fake};
  models::DeskNews news{queues,    held,         fake.referenceSource,
                        fake.sync, fake.session, [this] { return fake.now; }};
  app::DesktopNotice notice;
  Notifier notifier{notice, news, fake.preferences, [this] { return fake.now; }};
  QSignalSpy opened{&notice, &app::DesktopNotice::clicked};

private:
  std::size_t m_waiting = 0;
};

/// Run under dbus-run-session; with the argument "missing" where there is no bus.
class NotifierTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowWhatWaits_inOneNotificationThatCanBeClicked() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    QVERIFY(desk.moreWaits());
    QTRY_COMPARE(desktop.shown.size(), 1);
    const Desktop::Shown first = desktop.shown.first();
    QCOMPARE(first.program, u"Madoguchi"_qs);
    QCOMPARE(first.replaces, 0U);
    QCOMPARE(first.title, u"This waits for you"_qs);
    QCOMPARE(first.text, u"Needs attention: 1"_qs);
    QCOMPARE(first.actions, (QStringList{u"default"_qs, u"Open"_qs}));
    // It has heard which one is shown.
    Q_EMIT desktop.ActionInvoked(desktop.id, u"default"_qs);
    QTRY_COMPARE(desk.opened.size(), 1);
    QVERIFY(desk.moreWaits());
    QTRY_COMPARE(desktop.shown.size(), 2);
    QCOMPARE(desktop.shown.last().replaces, desktop.id);
    QCOMPARE(desktop.shown.last().text, u"Needs attention: 2"_qs);
  }

  void shouldShowNothing_whileTheWindowIsTheActiveOne() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    QWidget window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(desk.moreWaits());
    window.hide();
    QTRY_VERIFY(QApplication::activeWindow() == nullptr);
    QVERIFY(desk.moreWaits());
    QTRY_VERIFY(!desktop.shown.isEmpty());
    QCOMPARE(desktop.shown.first().text, u"Needs attention: 2"_qs);
  }

  void shouldOpenTheDesk_whenItsNotificationIsClicked() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    QVERIFY(desk.moreWaits());
    QTRY_COMPARE(desktop.shown.size(), 1);
    Q_EMIT desktop.ActivationToken(desktop.id, u"token-7"_qs);
    Q_EMIT desktop.ActionInvoked(desktop.id, u"default"_qs);
    // A token is good for one click.
    Q_EMIT desktop.ActionInvoked(desktop.id, u"default"_qs);
    QTRY_COMPARE(desk.opened.size(), 2);
    QCOMPARE(desk.opened[0][0].toByteArray(), QByteArray("token-7"));
    QCOMPARE(desk.opened[1][0].toByteArray(), QByteArray());
  }

  void shouldNotMindTheNotificationsOfOthers() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    // Nothing is shown yet.
    Q_EMIT desktop.ActivationToken(0, u"nobody's"_qs);
    Q_EMIT desktop.ActionInvoked(0, u"default"_qs);
    QVERIFY(desk.moreWaits());
    QTRY_COMPARE(desktop.shown.size(), 1);
    Q_EMIT desktop.ActivationToken(desktop.id + 1, u"another's"_qs);
    Q_EMIT desktop.ActionInvoked(desktop.id + 1, u"default"_qs);
    Q_EMIT desktop.ActionInvoked(desktop.id, u"snooze"_qs);
    // What comes after these is heard after them.
    Q_EMIT desktop.ActionInvoked(desktop.id, u"default"_qs);
    Q_EMIT desktop.ActivationToken(desktop.id, u"the last"_qs);
    Q_EMIT desktop.ActionInvoked(desktop.id, u"default"_qs);
    QTRY_VERIFY(desk.newestToken() == "the last");
    QCOMPARE(desk.opened.size(), 2);
    QCOMPARE(desk.opened[0][0].toByteArray(), QByteArray());
  }

  void shouldTellThatItStays_onceToEachUser() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    desk.notifier.tellStays(u"Ctrl+W"_qs);
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown.first().title, kTellsStays);
    QVERIFY(desktop.shown.first().text.contains(u"Quit with Ctrl+W in"_qs));
    QTRY_VERIFY(desk.fake.preferences.value(u"toldStays"_qs, false).toBool());
    desk.notifier.tellStays(u"Ctrl+W"_qs);
    // The next session's, too.
    Notifier(desk.notice, desk.news, desk.fake.preferences, [&] {
      return desk.fake.now;
    }).tellStays(u"Ctrl+W"_qs);
    QVERIFY(desk.moreWaits());
    QTRY_COMPARE(desktop.shown.size(), 2);
    QCOMPARE(desktop.shown.last().text, u"Needs attention: 1"_qs);
    Q_EMIT desktop.ActionInvoked(desktop.id, u"default"_qs);
    QTRY_COMPARE(desk.opened.size(), 1);
  }

  void shouldTellThatItStays_atLast_whenTheDesktopCouldNotShowIt() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    desktop.refuses = true;
    desk.notifier.tellStays(u"Ctrl+Q"_qs);
    QTRY_COMPARE(desktop.refused, 1);
    desktop.refuses = false;
    desk.notifier.tellStays({});
    QTRY_COMPARE(desktop.shown.size(), 1);
    // The user has taken the key away.
    QVERIFY(desktop.shown.first().text.contains(u"Quit in its menu"_qs));
  }

  void shouldGatherWhatWasNotLookedAt_inOneNotification() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    for (const auto& news : {models::DeskNews::Item{Kind::Given, 2, {core::CaseId("a"), core::CaseId("b")}},
                             models::DeskNews::Item{Kind::Refused, 1},
                             models::DeskNews::Item{Kind::Given, 1, {core::CaseId("c")}}})
      Q_EMIT desk.news.happened(news);
    QTRY_COMPARE(desktop.shown.size(), 3);
    QCOMPARE(desktop.shown.last().text, u"Needs attention: 1\nGiven to you: 3"_qs);
    // The most pressing comes first; and what was gone to is not told again.
    QCOMPARE(desk.notifier.takeGoal(), (Notifier::Goal{Queue::NeedsAttention, {}}));
    Q_EMIT desk.news.happened({Kind::TakenAway, 1, {core::CaseId("c")}});
    QTRY_COMPARE(desktop.shown.size(), 4);
    QCOMPARE(desktop.shown.last().text, u"Taken from you: 1"_qs);
    QCOMPARE(desk.notifier.takeGoal(), (Notifier::Goal{Queue::Office, core::CaseId("c")}));
    QCOMPARE(desk.notifier.takeGoal(), Notifier::Goal());
  }

  void shouldTellAtOnce_whatNoListShows() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    QWidget window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    Q_EMIT desk.news.happened({Kind::Given, 1, {core::CaseId("a")}});
    Q_EMIT desk.news.happened({Kind::LeaseEnds, 11});
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown.last().text, u"Hours left without the server: 11"_qs);
  }

  void shouldTellWhatIsDue_onceADay() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    const models::DeskNews::Item due{Kind::Due, 2, {core::CaseId("a"), core::CaseId("b")}};
    Q_EMIT desk.news.happened(due);
    Q_EMIT desk.news.happened(due);
    desk.fake.now += std::chrono::hours(24);
    Q_EMIT desk.news.happened(due);
    desk.notifier.tellLeaseEnded();
    QTRY_COMPARE(desktop.shown.size(), 3);
    QCOMPARE(desktop.shown[1].text, u"Yours, due today or tomorrow: 2"_qs);
    QCOMPARE(desktop.shown[2].title, u"The time without the server has ended"_qs);
  }

  void shouldLeaveOutWhatTheUserHasTurnedOff() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    for (const Kind kind : models::DeskNews::kKinds) {
      desk.fake.preferences.setValue(models::DeskNews::preference(kind), false);
      Q_EMIT desk.news.happened({kind, 1, {core::CaseId("a")}});
    }
    desk.notifier.tellLeaseEnded();
    desk.fake.preferences.setValue(models::DeskNews::preference(Kind::Given), true);
    Q_EMIT desk.news.happened({Kind::Given, 1, {core::CaseId("a")}});
    QTRY_VERIFY(!desktop.shown.isEmpty());
    QCOMPARE(desktop.shown.first().text, u"Given to you: 1"_qs);
    QCOMPARE(desk.notifier.takeGoal(), (Notifier::Goal{Queue::MyCases, core::CaseId("a")}));
  }

  void shouldShowNothing_toOneWhoWantsNoNotifications() {
    Desktop desktop;
    Desk desk;
    QVERIFY(desktop.start() && desk.isCounted());
    desk.fake.preferences.setValue(u"notifications"_qs, false);
    desk.notifier.tellStays(u"Ctrl+Q"_qs);
    QVERIFY(desk.moreWaits());
    desk.fake.preferences.setValue(u"notifications"_qs, true);
    QVERIFY(desk.moreWaits());
    QTRY_VERIFY(!desktop.shown.isEmpty());
    QCOMPARE(desktop.shown.first().text, u"Needs attention: 2"_qs);
  }
};

/// The same class where there is no bus.
class MissingBusTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldDoNothing() {
    QVERIFY(!QDBusConnection::sessionBus().isConnected());
    Desk desk;
    QVERIFY(desk.isCounted());
    desk.notifier.tellStays(u"Ctrl+Q"_qs);
    QVERIFY(desk.moreWaits());
    QVERIFY(!desk.fake.preferences.value(u"toldStays"_qs, false).toBool());
    QVERIFY(desk.opened.isEmpty());
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc > 1 && qstrcmp(argv[1], "missing") == 0) {
    MissingBusTest test;
    return QTest::qExec(&test, QStringList{QString::fromLocal8Bit(argv[0])});
  }
  NotifierTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "notifiertest.moc"
