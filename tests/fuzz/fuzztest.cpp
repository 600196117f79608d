// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzztarget.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/prove.h"

#include <QtTest>

using namespace madoguchi;

namespace {

constexpr std::uint64_t kNumber = 22;

/// What went wrong, or nothing.
std::string faultOf(const fuzz::Target& target, const std::string& input) {
  try {
    target.run(input);
    return {};
  } catch (const std::exception& exception) {
    return exception.what();
  }
}

} // namespace

/// The targets of `./dev fuzz` over their seeds and a few thousand deterministic mutations.
class FuzzTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldKeepItsWord_whateverItReads_data() {
    QTest::addColumn<int>("index");
    const auto targets = fuzz::targets();
    for (std::size_t i = 0; i < targets.size(); ++i)
      QTest::newRow(std::string(targets[i]->name).c_str()) << static_cast<int>(i);
  }

  void shouldKeepItsWord_whateverItReads() {
    QFETCH(int, index);
    const fuzz::Target& target = *fuzz::targets()[static_cast<std::size_t>(index)];
    const std::vector<std::string> seeds = target.seeds();
    QVERIFY(!seeds.empty());
    QVERIFY2(target.seeds() == seeds, "seeds are the same on each call");
    const auto complain = [&](const std::string& input, const std::string& fault) {
      return fault + ", given " + QByteArray::fromStdString(input).toBase64().toStdString();
    };
    for (const std::string& seed : seeds)
      if (const std::string fault = faultOf(target, seed); !fault.empty())
        QFAIL(complain(seed, fault).c_str());
    fuzz::Mutator mutator(seeds, kNumber);
    for (int i = 0; i < tests::count(target.mutations, 20 * target.mutations); ++i) {
      const std::string input = mutator.next();
      if (const std::string fault = faultOf(target, input); !fault.empty())
        QFAIL(complain(input, fault).c_str());
    }
  }
};

QTEST_APPLESS_MAIN(FuzzTest)
#include "fuzztest.moc"
