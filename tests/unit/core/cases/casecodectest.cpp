// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"

#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <limits>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;
using madoguchi::tests::randomCommand;

class CaseCodecTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldKeepCommandsThroughTheirText() {
    CaseWorld world;
    std::mt19937_64 random(7);
    const CaseRecord record = world.decided();
    for (int i = 0; i < 2000; ++i) {
      const Actor& actor = world.people[random() % world.people.size()];
      const Command command = world.command(record, actor, randomCommand(record.state, world, actor, random));
      const auto value = parseJson(canonicalJson(toJson(command)));
      const auto read = commandFrom(*value);
      QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
      QVERIFY2(*read == command, json::serialize(toJson(command)).c_str());
    }
  }

  void shouldKeepTheCaseThroughItsText() {
    CaseWorld world;
    const CaseRecord record = world.decided();
    const CaseText text = toText(record);
    const auto read = caseRecordFrom(text.state, text.timeline);
    QVERIFY(read.has_value());
    QVERIFY(*read == record);
    QCOMPARE(toText(*read), text);
  }

  // A portal that sent one would make a case that nobody can open.
  void shouldRefuseMoments_whoseTextCouldNotBeRead() {
    for (const char* text : {"0001-01-01T00:00:00+14:00", "0001-01-01T13:59:59.999+14:00",
                             "9999-12-31T23:59:59-14:00", "9999-12-31T15:00:00Z"})
      QVERIFY2(!parseInstant(text).has_value(), text);
    for (const char* text : {"0001-01-01T14:00:00+14:00", "9999-12-31T14:59:59Z"}) {
      const auto instant = parseInstant(text);
      QVERIFY2(instant.has_value(), text);
      QVERIFY(parseInstant(toText(*instant)) == instant);
      QVERIFY(parseDate(toText(dayInJapan(*instant))).has_value());
    }
  }

  void shouldKeepFieldsOfANewerVersion() {
    CaseWorld world;
    CaseRecord record = world.taken();
    json::value command = toJson(world.command(record, world.person("clerk1"), AddNote{"電話"}));
    command.as_object()["signature"] = "later";
    const auto read = commandFrom(command);
    QVERIFY(read.has_value());
    QCOMPARE(canonicalJson(toJson(*read)), canonicalJson(command));
    json::value state = toJson(record.state);
    state.as_object()["colour"] = json::object{{"deep", true}};
    QCOMPARE(canonicalJson(toJson(*caseStateFrom(state))), canonicalJson(state));
  }

  void shouldRefuseNumbers_whichCannotBeCountedOn_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<qint64>("number");
    QTest::newRow("the last version of all")
        << QStringLiteral("version") << std::numeric_limits<qint64>::max();
    QTest::newRow("a version before the first") << QStringLiteral("version") << qint64{-1};
    QTest::newRow("the last draft of all")
        << QStringLiteral("draftVersions") << qint64{std::numeric_limits<int>::max()};
  }
  void shouldRefuseNumbers_whichCannotBeCountedOn() {
    QFETCH(const QString, field);
    QFETCH(const qint64, number);
    CaseWorld world;
    const CaseRecord record = world.registered();
    auto state = toJson(record.state);
    QVERIFY(caseStateFrom(state).has_value());
    state.as_object()[field.toStdString()] = number;
    QVERIFY(!caseStateFrom(state));
    const auto text = toText(record);
    const auto read = caseRecordFrom(canonicalJson(state), text.timeline);
    QVERIFY(!read && read.error().code == ErrorCode::Malformed);
  }

  void shouldNameWhatIsWrong_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("place");
    const int malformed = static_cast<int>(ErrorCode::Malformed);
    const int unknown = static_cast<int>(ErrorCode::UnknownKind);
    QTest::newRow("no object") << QStringLiteral("[]") << malformed << QStringLiteral("at /");
    QTest::newRow("kind of another world")
        << QStringLiteral(R"({"body":{"kind":"Fly"}})") << unknown << QStringLiteral("at /body");
    QTest::newRow("no kind") << QStringLiteral(R"({"body":{}})") << malformed << QStringLiteral("at /body");
    QTest::newRow("a date that is none")
        << QStringLiteral(R"({"body":{"kind":"RecordCorrection","answeredOn":"2026-02-30"}})") << malformed
        << QStringLiteral("at /body/answeredOn");
    QTest::newRow("a number as text")
        << QStringLiteral(R"({"baseVersion":"1"})") << malformed << QStringLiteral("at /baseVersion");
    QTest::newRow("a fraction") << QStringLiteral(R"({"baseVersion":1.5})") << malformed
                                << QStringLiteral("at /baseVersion");
    QTest::newRow("unknown outcome") << QStringLiteral(
                                            R"({"body":{"kind":"DraftDecision","outcome":"Maybe"}})")
                                     << unknown << QStringLiteral("at /body/outcome");
    QTest::newRow("newer record") << QStringLiteral(R"({"record":2,"body":{"kind":"CloseCase"}})")
                                  << static_cast<int>(ErrorCode::ProtocolTooNew)
                                  << QStringLiteral("version 2");
  }

  void shouldNameWhatIsWrong() {
    QFETCH(QString, text);
    QFETCH(int, code);
    QFETCH(QString, place);
    const auto read = commandFrom(*parseJson(text.toStdString()));
    QVERIFY(!read.has_value());
    QCOMPARE(static_cast<int>(read.error().code), code);
    QVERIFY2(QString::fromStdString(read.error().detail).contains(place), read.error().detail.c_str());
  }

  void shouldNameEveryErrorCode() {
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
      const auto code = static_cast<ErrorCode>(i);
      QCOMPARE(errorCodeFrom(madoguchi::core::toText(code)), code);
    }
    QCOMPARE(errorCodeFrom("FromTheFuture"), ErrorCode::Internal);
  }
};

QTEST_APPLESS_MAIN(CaseCodecTest)
#include "casecodectest.moc"
