// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"

#include "protocol/limits.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::protocol;

class MessagesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldKeepPayloadsByteForByte_whenARunTravels() {
    CommandRun run{core::DeviceId("d1"), {{7, "{ \"b\":1, \"a\":\"\\u3042\\n\" }"}, {8, ""}}};
    const auto back = decode<CommandRun>(encode(run));
    QVERIFY(back.has_value());
    QCOMPARE(back->items.size(), run.items.size());
    QCOMPARE(back->items[0].payload, run.items[0].payload);
    QCOMPARE(back->items[0].deviceSeq, run.items[0].deviceSeq);
  }

  void shouldKeepConflicts_whenAnswersTravel() {
    core::CommandAnswer answer;
    answer.command = core::CommandId("x");
    answer.kind = core::AnswerKind::Conflict;
    answer.code = "Conflict";
    answer.conflicts = {{"/form/name", "a", nullptr, core::json::array{1}, core::UserId("sato"),
                         core::Instant(std::chrono::milliseconds(5))}};
    answer.at = core::Instant(std::chrono::milliseconds(1'780'000'000'007));
    const auto back = decode<CommandAnswers>(encode(CommandAnswers{{answer}}));
    QVERIFY(back.has_value());
    QVERIFY(back->answers == std::vector<core::CommandAnswer>{answer});
  }

  void shouldReadNoMoment_whenTheServerIsOlder() {
    const auto back = decode<CommandAnswers>(R"({"answers":[{"command":"x","kind":"Merged"}]})");
    QVERIFY(back.has_value());
    QVERIFY(back->answers.front().at == core::Instant{});
    QVERIFY(core::lastConfirmed(back->answers) == (core::Confirmation{core::CommandId("x"), {}}));
  }

  void shouldNameThePlace_whenAFieldIsWrong() {
    const auto back = decode<CommandRun>(R"({"device":"d","items":[{"deviceSeq":"1"}]})");
    QVERIFY(!back.has_value());
    QVERIFY(back.error().code == core::ErrorCode::Malformed);
    QVERIFY(back.error().detail.find("/items") != std::string::npos);
  }

  void shouldRefuse_whenTheBodyIsOverTheLimit() {
    const auto back = decode<Problem>(std::string(kMaxBodyBytes + 1, ' '));
    QVERIFY(!back.has_value());
    QVERIFY(back.error().code == core::ErrorCode::TooLarge);
  }

  void shouldIgnoreUnknownFields() {
    const auto back = decode<Problem>(R"({"code":"Offline","later":[1,2]})");
    QVERIFY(back.has_value());
    QCOMPARE(back->code, std::string("Offline"));
  }
};

QTEST_APPLESS_MAIN(MessagesTest)
#include "messagestest.moc"
