// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"
#include "tests/prove/hostileline.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <cstdio>

using namespace madoguchi;
using core::ErrorCode;
using tests::AnswerKind;
using tests::HostileLine;

namespace {

constexpr std::uint64_t kNumber = 10;

/// What became of the answers to one request.
struct Tally {
  int refused = 0;  ///< with nothing changed
  int harmless = 0; ///< read as what the server had said
  int others = 0;   ///< well-formed, whatever it says
  std::map<std::string, int> errors;

  void print(const std::string& name) const {
    std::printf("T10: %-22s %6d refused, %5d as good as before, %4d well-formed but other:", name.c_str(),
                refused, harmless, others);
    for (const auto& [code, count] : errors)
      std::printf(" %s %d", code.c_str(), count);
    std::printf("\n");
  }
};

/// The good answer, plain and packed, broken anywhere; or only its body, in an answer that fits it.
std::string hostile(fuzz::Mutator& whole, fuzz::Mutator& bodies, int number, int status = 200) {
  if (number % 3 != 0) return whole.next();
  return HostileLine::response(status, bodies.next());
}

} // namespace

/// T10 on the client's side: real transport over TLS, engine, readers and cache; only the clock and the disk
/// are virtual.
class HostileAnswerTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldRefuseMalformedAnswers_andChangeNothing_data() {
    QTest::addColumn<int>("kind");
    for (const AnswerKind kind : tests::kAnswerKinds)
      QTest::newRow(tests::nameOf(kind)) << static_cast<int>(kind);
  }
  void shouldRefuseMalformedAnswers_andChangeNothing() {
    QFETCH(int, kind);
    HostileLine line(static_cast<AnswerKind>(kind));
    // GIVEN an answer that is taken when it is whole
    QVERIFY(line.isTakenWhenWhole());
    // WHEN it comes broken, again and again
    fuzz::Mutator whole(line.wholeResponses(), kNumber);
    fuzz::Mutator bodies({line.body()}, kNumber);
    Tally tally;
    const int wanted = tests::count(40, 1'700);
    for (int i = 0; tally.refused < wanted; ++i) {
      const std::string bytes = hostile(whole, bodies, i);
      const auto seen = line.answer(bytes);
      if (!seen.complaint.empty())
        QFAIL((seen.complaint + ", given ").c_str() + QByteArray::fromStdString(bytes).toBase64());
      ++tally.errors[seen.problem];
      // THEN nothing is changed where it was refused, and somebody is told why
      tally.refused += seen.outcome == HostileLine::Outcome::Refused ? 1 : 0;
      tally.harmless += seen.outcome == HostileLine::Outcome::SameAsGood ? 1 : 0;
      tally.others += seen.outcome == HostileLine::Outcome::Other ? 1 : 0;
    }
    tally.print(QTest::currentDataTag());
    // AND afterwards all is as if it had never come
    QVERIFY(line.isTakenWhenWhole());
  }

  void shouldRefuseMalformedAnswers_toWhatIsAskedBesides_data() {
    QTest::addColumn<int>("kind");
    for (const tests::AskedBesides kind : tests::kAskedBesides)
      QTest::newRow(tests::nameOf(kind)) << static_cast<int>(kind);
  }
  void shouldRefuseMalformedAnswers_toWhatIsAskedBesides() {
    QFETCH(int, kind);
    tests::BesidesLine line(static_cast<tests::AskedBesides>(kind));
    const std::string good = HostileLine::response(line.goodStatus(), line.body());
    QVERIFY(line.ask(good).isTaken);
    fuzz::Mutator whole({good}, kNumber);
    fuzz::Mutator bodies({line.body()}, kNumber);
    Tally tally;
    const int wanted = tests::count(20, 400);
    for (int i = 0; tally.refused < wanted; ++i) {
      const auto seen = line.ask(hostile(whole, bodies, i, line.goodStatus()));
      QVERIFY(seen.isAnswered);
      tally.refused += seen.isTaken ? 0 : 1;
      tally.others += seen.isTaken ? 1 : 0;
      if (seen.isTaken) continue;
      QVERIFY(!seen.error.detail.empty());
      ++tally.errors[std::string(core::toText(seen.error.code))];
    }
    tally.print(QTest::currentDataTag());
    QVERIFY(line.ask(good).isTaken);
  }
};

QTEST_GUILESS_MAIN(HostileAnswerTest)
#include "hostileanswertest.moc"
