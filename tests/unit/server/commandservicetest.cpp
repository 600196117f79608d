// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandservice.h"

#include "core/cases/casecodec.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::core;
using namespace madoguchi::server;
using namespace madoguchi::tests;

/// What is promised beside the contract of the stores.
class CommandServiceTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldGiveNoAnswer_whenACaseIsOfANewerRelease() {
    ServerWorld world;
    const CaseId id = world.taken();
    const CaseId other = world.taken();
    const CaseRow known = world.row(id);
    const auto put = [&](const std::string& timeline) {
      return world.store->write([&](Writing& writing) -> Result<void> {
        CaseRow row = known;
        row.timeline = timeline;
        row.digest = digestOf({row.state, row.timeline});
        writing.putCases({{row, OfficeId("east")}});
        return {};
      });
    };
    std::string newer = known.timeline;
    newer.replace(newer.find("CaseRegistered"), 14, "Teleported");
    QVERIFY(put(newer).has_value());
    const Command command = world.command("clerk1", id, 3, AddNote{"あとで"});
    // WHEN it comes to a server of an older release, again and again
    for (int time = 0; time < 7; ++time)
      QVERIFY(!world.commands.execute(world.caller("clerk1"), {ServerWorld::itemOf(command)}).has_value());
    const auto beside = world.commands.execute(
        world.caller("clerk1"), {ServerWorld::itemOf(command),
                                 ServerWorld::itemOf(world.command("clerk1", other, 3, AddNote{"今"}))});
    QVERIFY(beside.has_value());
    QCOMPARE(beside->size(), 1U);
    QVERIFY(beside->front().kind == AnswerKind::Applied);
    // THEN it is not given up, and one that knows the case applies it
    QVERIFY(put(known.timeline).has_value());
    QVERIFY(world.send("clerk1", command).kind == AnswerKind::Applied);
  }
};

QTEST_APPLESS_MAIN(CommandServiceTest)
#include "commandservicetest.moc"
