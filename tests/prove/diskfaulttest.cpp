// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "protocol/messages.h"
#include "tests/faults/memorydisk.h"
#include "tests/sim/simworld.h"
#include "tests/support/prove.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace madoguchi;
namespace disk = tests::disk;

Q_DECLARE_METATYPE(madoguchi::tests::disk::Kind)

namespace {

/// Somebody else's command, straight to the server.
void other(tests::SimWorld& world, const std::string& caseId, core::CommandBody body) {
  world.server.give(core::UserId("super"), core::CommandId("other-" + std::to_string(world.timeline.steps())),
                    core::CaseId(caseId), std::move(body));
  world.network.ring();
}

core::EditForm edit(const char* pointer, const char* before, const char* after) {
  return core::EditForm{{core::FieldEdit{pointer, before, after}}};
}

struct Session {
  std::string wrong;
  std::int64_t accesses = 0;
  int conflicts = 0;
  std::size_t commands = 0;
};

/// A morning at a desk: installed, first sync, edits, text half typed, undo, a clash, the answers, closed and
/// opened again.
Session live(const std::string& folder, disk::Fault fault) {
  using std::chrono::seconds;
  tests::SimWorld world(1, folder, {"clerk1"}, tests::SimClient::Begin::Nothing);
  tests::SimClient& desk = *world.clients.front();
  const auto open = [&] {
    const auto me = world.server.actor(core::UserId("clerk1"));
    if (desk.start(me)) return;
    disk::mend(desk.folder());
    if (!desk.start(me)) throw std::runtime_error("it does not open although the disk is well again");
  };
  const auto case0 = core::CaseId("case-0");
  disk::arm(desk.folder(), fault);
  open();
  world.runFor(seconds(3));
  (void)desk.give(case0, edit("/facility/name", "まどぐち食堂", "窓口食堂"));
  (void)desk.type("note/case-0", "halb getippt");
  (void)desk.giveAgain();
  (void)desk.give(case0, core::AddNote{"merken"});
  (void)desk.undo();
  (void)desk.give(core::CaseId("case-2"), edit("/business/foods", "定食、丼物、麺類", "定食"));
  (void)desk.look(case0);
  other(world, "case-2", edit("/business/foods", "定食、丼物、麺類", "麺類"));
  world.runFor(seconds(5));
  other(world, "case-0", core::AddNote{"von anderswo"});
  (void)desk.type("note/case-0", "ganz getippt");
  world.runFor(seconds(30));
  desk.stop();
  open();
  (void)desk.give(case0, core::AddNote{"zuletzt"});
  world.runFor(seconds(3));
  Session session;
  session.accesses = disk::accesses(desk.folder());
  disk::mend(desk.folder());
  if (!world.runToRest()) session.wrong = "no rest; ";
  session.wrong += world.verdict();
  session.conflicts = world.conflictsShown;
  session.commands = world.claims.commands.size();
  return session;
}

} // namespace

/// T2: the i-th access of the disk fails, for every i.
class DiskFaultTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldConverge_whenAnyAccessFails_data() {
    QTest::addColumn<disk::Kind>("kind");
    QTest::addColumn<bool>("forGood");
    QTest::newRow("i/o error, once") << disk::Kind::InputOutput << false;
    QTest::newRow("i/o error, until mended") << disk::Kind::InputOutput << true;
    QTest::newRow("disk full, once") << disk::Kind::Full << false;
    QTest::newRow("disk full, until mended") << disk::Kind::Full << true;
  }
  void shouldConverge_whenAnyAccessFails() {
    QFETCH(disk::Kind, kind);
    QFETCH(bool, forGood);
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const Session undisturbed = live(path, {0, kind, forGood});
    QCOMPARE(undisturbed.wrong, std::string());
    QCOMPARE(undisturbed.conflicts, 1); // the clash on one field is shown
    const std::int64_t accesses = undisturbed.accesses;
    QVERIFY(accesses > 100);
    const std::int64_t stride = tests::proving() ? 1 : accesses / 12 + 1;
    int failed = 0;
    int tried = 0;
    for (std::int64_t nth = 1; nth <= accesses && failed < 10; nth += stride) {
      std::string wrong;
      try {
        wrong = live(path, {nth, kind, forGood}).wrong;
      } catch (const std::exception& exception) {
        wrong = exception.what();
      }
      ++tried;
      if (wrong.empty()) continue;
      ++failed;
      qWarning("access %lld of %lld: %s", static_cast<long long>(nth), static_cast<long long>(accesses),
               wrong.c_str());
    }
    std::printf("T2 %s: %d of %lld accesses, %d failed\n", QTest::currentDataTag(), tried,
                static_cast<long long>(accesses), failed);
    QCOMPARE(failed, 0);
  }
};

QTEST_GUILESS_MAIN(DiskFaultTest)
#include "diskfaulttest.moc"
