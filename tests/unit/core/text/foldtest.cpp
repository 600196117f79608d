// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

#include "core/text/graphemes.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <random>
#include <sstream>

using namespace madoguchi;
using core::FoldReason;
using core::VoicedMarks;

namespace {

std::string fold(const char16_t* text, VoicedMarks voicedMarks = VoicedMarks::Keep) {
  return core::foldForSearch(QString::fromUtf16(text).toStdString(), voicedMarks);
}

/// "Width Kana" of a match, "none" where there is no match.
QString reasons(const QString& query, const QString& original, VoicedMarks voicedMarks) {
  const auto match = core::explainMatch(query.toStdString(), original.toStdString(), voicedMarks);
  if (!match) return u"none"_qs;
  QStringList names;
  for (const auto reason : match->reasons)
    names << QString::fromUtf8(core::toText(reason).data(), static_cast<int>(core::toText(reason).size()));
  return names.join(u' ');
}

} // namespace

class FoldTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldFoldToOneForm_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char16_t* given, const char16_t* folded) {
      QTest::newRow(QString::fromUtf16(given).toUtf8())
          << QString::fromUtf16(given) << QString::fromUtf16(folded);
    };
    row(u"", u"");
    row(u"ABC-12 3", u"abc123");
    row(u"ＡＢＣ１２３", u"abc123");
    row(u"ヤマダ　タロウ", u"やまだたろう");
    row(u"ﾔﾏﾀﾞ ﾀﾛｳ", u"やまだたろう");
    row(u"ハ\u3099ス", u"ばす"); // combining mark
    row(u"ﾊﾟﾋﾟ", u"ぱぴ");
    row(u"ヨッツヤ・キャッスル", u"よつつやきやつする");
    row(u"コーポ", u"こぽ");
    row(u"ｺｰﾎﾟ", u"こぽ");
    row(u"霞ヶ関", u"霞け関");
    row(u"髙橋", u"高橋");
    row(u"渡邊", u"渡辺");
    row(u"渡邉", u"渡辺");
    row(u"齋藤", u"斎藤");
    row(u"齊藤", u"斎藤");
    row(u"濵﨑", u"浜崎");
    row(u"濱嵜", u"浜崎");
    row(u"澤國廣", u"沢国広");
    row(u"嶋嶌島", u"島島島");
    row(u"\U00020BB7野家", u"吉野家");
    row(u"葛\U000E0100飾", u"葛飾");   // variation sequence
    row(u"\uFA19社\uFA1B", u"神社福"); // compatibility ideographs
    row(u"㈱山田", u"株山田");
    row(u"①", u"1");
    row(u"Straße", u"strasse");
    row(u"令和７年度・第１２号", u"令和7年度第12号");
    row(u"佐々木〆", u"佐佐木〆");
    row(u"々木", u"木");
    row(u"代々木・いすゞ・みすゞ", u"代代木いすずみすず");
    row(u"ゝゞ", u"");
    row(u"霞が関", u"霞け関");
    row(u"霞ガ関", u"霞け関");
    row(u"霞ｶﾞ関", u"霞け関");
    row(u"ながい", u"ながい");
    row(u"が丘", u"が丘");
    row(u"二〇二五", u"二〇二五");
    row(u"ゐヱヲ", u"ゐゑを");
    row(u"・ー　、。", u"");
    row(u"\uE000外字", u"\uE000外字"); // private characters are searched as they are
    row(u"\u3099゛", u"");             // marks without a letter
  }
  void shouldFoldToOneForm() {
    QFETCH(QString, given);
    QFETCH(QString, folded);
    QCOMPARE(core::foldForSearch(given.toStdString()), folded.toStdString());
  }

  void shouldFoldVoicedMarks_onlyWhenAsked() {
    QCOMPARE(fold(u"ヤマザキ", VoicedMarks::Fold), fold(u"やまさき", VoicedMarks::Fold));
    QVERIFY(fold(u"ヤマザキ") != fold(u"やまさき"));
    QCOMPARE(fold(u"ﾊﾟﾊﾞハヴヷ", VoicedMarks::Fold), fold(u"ははははうわ", VoicedMarks::Fold).substr(3));
  }

  void shouldSurviveBytesThatAreNoText() {
    QCOMPARE(core::foldForSearch("\xE5\xB1"), std::string());
    QCOMPARE(core::foldForSearch("a\xFF\xE5\xB1z\x80"), std::string("az"));
    QCOMPARE(core::foldForSearch(std::string("a\0b", 3)), std::string("ab"));
  }

  void shouldSayWhyARowMatched_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("original");
    QTest::addColumn<bool>("voiced");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char16_t* query, const char16_t* original, const char* why,
                        bool voiced = false) {
      QTest::newRow(name) << QString::fromUtf16(query) << QString::fromUtf16(original) << voiced
                          << QString::fromLatin1(why);
    };
    row("the same", u"山田", u"山田太郎", "");
    row("kana", u"やまだ", u"ヤマダタロウ", "Kana");
    row("half width", u"ヤマダ", u"ﾔﾏﾀﾞ ﾀﾛｳ", "Width");
    row("half width and kana", u"やまだ", u"ﾔﾏﾀﾞ ﾀﾛｳ", "Width Kana");
    row("full-width letters", u"abc", u"ＡＢＣ", "Width Case");
    row("case", u"Abc", u"abC", "Case");
    row("small kana", u"ヨツヤ", u"ヨッヤ", "SmallKana");
    row("long vowel", u"サーバ", u"サーバー室", "");
    row("long vowel left out", u"サバ", u"サーバー", "LongVowel");
    row("space", u"山田太郎", u"山田　太郎", "Punctuation");
    row("variant", u"渡辺", u"渡邉花子", "VariantKanji");
    row("variation sequence", u"葛飾", u"葛\U000E0100飾区", "VariantKanji");
    row("compatibility ideograph", u"神田", u"\uFA19田", "VariantKanji");
    row("variant and space", u"高橋一郎", u"髙橋 一郎", "Punctuation VariantKanji");
    row("voiced", u"ヤマサキ", u"ヤマザキ", "VoicedMark", true);
    row("voiced, not asked", u"ヤマサキ", u"ヤマザキ", "none");
    row("exact place wins", u"ヤマダ", u"やまだ ヤマダ", "");
    row("typed with a space", u" 山田 ", u"山田太郎", "");
    row("signs as written", u"(株)山", u"A(株)山田", "");
    row("in a ligature", u"株", u"㈱山田", "Width");
    row("iteration mark", u"佐佐木", u"佐々木 一郎", "IterationMark");
    row("iteration mark within", u"佐木", u"佐々木", "IterationMark");
    row("iteration mark asked", u"佐々木", u"佐佐木", "IterationMark");
    row("small ke for ga", u"霞ヶ関", u"霞が関", "SmallKana PlaceGa");
    row("ga at the beginning", u"が丘", u"自由ヶ丘駅", "PlaceGa");
    row("ga at the beginning, the same", u"が丘", u"自由が丘駅", "");
    row("no match", u"鈴木", u"山田太郎", "none");
    row("nothing asked", u"　・", u"山田", "none");
  }
  void shouldSayWhyARowMatched() {
    QFETCH(QString, query);
    QFETCH(QString, original);
    QFETCH(bool, voiced);
    QFETCH(QString, why);
    QCOMPARE(reasons(query, original, voiced ? VoicedMarks::Fold : VoicedMarks::Keep), why);
  }

  void shouldGiveTheRangeToHighlight_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("highlighted");
    QTest::newRow("with selector") << u"葛飾"_qs << QString::fromUtf16(u"東京都葛\U000E0100飾区")
                                   << QString::fromUtf16(u"葛\U000E0100飾");
    QTest::newRow("with the space between")
        << u"やまだたろう"_qs << u"氏名 ヤマダ　タロウ様"_qs << u"ヤマダ　タロウ"_qs;
    QTest::newRow("half width") << u"だ"_qs << u"ﾔﾏﾀﾞﾀﾛｳ"_qs << u"ﾀﾞ"_qs;
    QTest::newRow("ligature") << u"株"_qs << u"㈱山田"_qs << u"㈱"_qs;
    QTest::newRow("exact") << u"(株)"_qs << u"甲(株)"_qs << u"(株)"_qs;
    QTest::newRow("last character") << u"辺"_qs << u"田邊"_qs << u"邊"_qs;
  }
  void shouldGiveTheRangeToHighlight() {
    QFETCH(QString, query);
    QFETCH(QString, original);
    QFETCH(QString, highlighted);
    const std::string bytes = original.toStdString();
    const auto match = core::explainMatch(query.toStdString(), bytes);
    QVERIFY(match.has_value());
    QCOMPARE(bytes.substr(match->range.at, match->range.length), highlighted.toStdString());
  }

  void shouldFindEveryPartOfAText() {
    const std::vector<const char*> letters{
        "山", "邊", "髙", "葛\U000E0100", "か", "ガ", "カ\u3099", "ｶﾞ", "ﾊﾟ", "ッ", "ー",   "・", " ",  "　",
        "A",  "ｂ", "１", "㈱",           "々", "𠮷", "\uFA19",   "é",  "゛", "ヶ", "\r\n", "-",  "(」"};
    std::mt19937 random(7); // NOLINT: the same texts each time
    const auto pick = [&](std::size_t below) {
      return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
    };
    for (int round = 0; round < 20'000; ++round) {
      std::string text;
      for (std::size_t i = 1 + pick(12); i > 0; --i)
        text += letters[pick(letters.size())];
      auto ends = core::graphemeEnds(text);
      ends.insert(ends.begin(), 0);
      const std::size_t from = pick(ends.size() - 1);
      const std::size_t to = from + 1 + pick(ends.size() - 1 - from);
      const std::string part = text.substr(ends[from], ends[to] - ends[from]);
      for (const auto voiced : {VoicedMarks::Keep, VoicedMarks::Fold}) {
        const std::string folded = core::foldForSearch(text, voiced);
        const std::string foldedPart = core::foldForSearch(part, voiced);
        // が at the beginning of a part may have followed a kanji.
        if (!core::foldAsPlacePart(part, voiced))
          QVERIFY2(folded.find(foldedPart) != std::string::npos, (text + " / " + part).c_str());
        QCOMPARE(core::foldForSearch(folded, voiced), folded);
        const auto match = core::explainMatch(part, text, voiced);
        QCOMPARE(match.has_value(), !foldedPart.empty());
        if (match) QVERIFY2(match->reasons.empty(), (text + " / " + part).c_str());
      }
    }
  }

  void shouldFoldRealNamesAlike() {
    const auto folder = tests::sharedData();
    if (!folder) return;
    // GIVEN 13,021 surnames with their reading
    std::istringstream rows(tests::readFile(*folder + "/japan/names/surnames.tsv"));
    std::string row;
    int names = 0;
    while (std::getline(rows, row)) {
      const std::size_t tab = row.find('\t');
      QVERIFY(tab != std::string::npos);
      for (const std::string& text : {row.substr(0, tab), row.substr(tab + 1)}) {
        // THEN each finds itself, exactly, and folding it again changes nothing
        const auto match = core::explainMatch(text, text);
        QVERIFY2(match && match->reasons.empty() && match->range.length == text.size(), text.c_str());
        QCOMPARE(core::foldForSearch(core::foldForSearch(text)), core::foldForSearch(text));
      }
      ++names;
    }
    QVERIFY(names > 10'000);
  }
};

QTEST_APPLESS_MAIN(FoldTest)
#include "foldtest.moc"
