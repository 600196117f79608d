// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/graphemes.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <sstream>

using namespace madoguchi;

class GraphemesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldBreakAsUnicodeSays() {
    const auto folder = tests::sharedData();
    if (!folder) return;
    // GIVEN lines as "÷ 0020 × 0308 ÷ 0020 ÷ # comment"
    std::istringstream lines(tests::readFile(*folder + "/japan/unicode/GraphemeBreakTest.txt"));
    std::string line;
    int tested = 0;
    while (std::getline(lines, line)) {
      std::istringstream words(line.substr(0, line.find('#')));
      std::string word;
      QString text;
      std::vector<std::size_t> ends;
      while (words >> word) {
        if (word == "÷") {
          if (!text.isEmpty()) ends.push_back(static_cast<std::size_t>(text.toUtf8().size()));
        } else if (word != "×") {
          const auto character = static_cast<char32_t>(std::stoul(word, nullptr, 16));
          text += QString::fromUcs4(&character, 1);
        }
      }
      if (text.isEmpty()) continue;
      QVERIFY2(core::graphemeEnds(text.toStdString()) == ends, line.c_str());
      ++tested;
    }
    QCOMPARE(tested, 602);
  }

  void shouldCountAsPeopleCount() {
    QCOMPARE(core::graphemeCount(""), std::size_t{0});
    QCOMPARE(core::graphemeCount("山田太郎"), std::size_t{4});
    QCOMPARE(core::graphemeCount("葛\U000E0100飾"), std::size_t{2});
    QCOMPARE(core::graphemeCount("か\u3099"), std::size_t{1});
    QCOMPARE(core::graphemeCount("𠮷野"), std::size_t{2});
    QCOMPARE(core::graphemeCount("a\r\nb"), std::size_t{3});
  }

  void shouldNeverCutACharacterApart() {
    QCOMPARE(std::string(core::firstGraphemes("葛\U000E0100飾区", 1)), std::string("葛\U000E0100"));
    QCOMPARE(std::string(core::firstGraphemes("山田太郎", 2)), std::string("山田"));
    QCOMPARE(std::string(core::firstGraphemes("山田", 9)), std::string("山田"));
    QCOMPARE(std::string(core::firstGraphemes("山田", 0)), std::string());
  }
};

QTEST_APPLESS_MAIN(GraphemesTest)
#include "graphemestest.moc"
