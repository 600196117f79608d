// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bigrams.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <algorithm>

using namespace madoguchi;
using Tokens = std::vector<std::string>;

namespace {

Tokens indexBigrams(std::string_view folded) {
  std::string text;
  core::appendIndexBigrams(folded, text);
  Tokens tokens;
  for (std::size_t at = 0, end = 0; (end = text.find(' ', at)) != std::string::npos; at = end + 1)
    tokens.push_back(text.substr(at, end - at));
  return tokens;
}

/// What a search index does: the tokens next to each other, or one token by its beginning.
bool finds(const Tokens& index, const core::BigramQuery& query) {
  if (query.tokens.empty()) return false;
  if (query.prefix)
    return std::any_of(index.begin(), index.end(),
                       [&](const std::string& token) { return token.rfind(query.tokens.front(), 0) == 0; });
  return std::search(index.begin(), index.end(), query.tokens.begin(), query.tokens.end()) != index.end();
}

} // namespace

class BigramsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldCutBetweenCodePoints() {
    QVERIFY((indexBigrams("山田太郎") == Tokens{"山田", "田太", "太郎", "郎"}));
    QVERIFY((indexBigrams("𠮷a") == Tokens{"𠮷a", "a"}));
    QVERIFY((indexBigrams("林") == Tokens{"林"}));
    QVERIFY(indexBigrams("").empty());
  }

  void shouldFindEveryPart() {
    const std::vector<std::string> characters{"山", "𠮷", "a", "1", "さ", "木"};
    std::string text;
    for (const auto& character : characters)
      text += character;
    const auto index = indexBigrams(text);
    for (std::size_t from = 0; from < characters.size(); ++from) {
      std::string part;
      for (std::size_t to = from; to < characters.size(); ++to) {
        part += characters[to];
        QVERIFY2(finds(index, core::queryBigrams(part)), part.c_str());
      }
    }
  }

  void shouldNotFindWhatIsNotThere() {
    const auto index = indexBigrams("山田太郎");
    for (const char* query : {"", "林", "田山", "山太", "山田郎", "郎山"})
      QVERIFY2(!finds(index, core::queryBigrams(query)), query);
  }
};

QTEST_APPLESS_MAIN(BigramsTest)
#include "bigramstest.moc"
