// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/feedcodec.h"

#include "protocol/limits.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::protocol;

namespace {

core::CaseRow aCase(const std::string& id) {
  return {"office/food/permits/ordinary", 42,   core::CaseId(id), 3, std::string(64, 'a'),
          R"({"id":")" + id + R"("})",    "[1]"};
}

std::vector<core::FeedItem> oneOfEach() {
  return {core::ScopeList{"e1", {"global", "user/tanaka", "office/food/permits/ordinary"}},
          aCase("c1"),
          core::GoneRow{"office/food/permits/ordinary", 43, core::CaseId("c2"), "left"},
          core::ReferenceRow{"global", 7, "procedure", "food-permit@1", 1, std::string(64, 'b'),
                             R"({"名":"食品"})"},
          core::ReferenceRow{"global", 8, "user", "佐藤\"\\", 2, std::string(64, 'c'), ""},
          core::Checkpoint{"global", 8, 2, std::string(64, 'd')},
          core::SnapshotEnd{"global", core::CaseId("c9"), 12, true},
          core::FeedEnd{true},
          core::FeedEnd{}};
}

std::string feedOf(const std::vector<core::FeedItem>& items) {
  std::string text;
  for (const auto& item : items)
    appendFeedItem(item, text);
  return text;
}

struct Read {
  std::vector<core::FeedItem> items;
  core::Result<void> result;
};

Read readIn(std::string_view text, std::size_t pieceSize) {
  Read read;
  FeedReader reader([&read](core::FeedItem&& item) -> core::Result<void> {
    read.items.push_back(std::move(item));
    return {};
  });
  for (; read.result && !text.empty(); text.remove_prefix(std::min(pieceSize, text.size())))
    read.result = reader.push(text.substr(0, pieceSize));
  if (read.result) read.result = reader.finish();
  return read;
}

std::string caseHeader() {
  std::string text;
  appendFeedItem(aCase("c1"), text);
  return text.substr(0, text.find('\n') + 1);
}

} // namespace

class FeedCodecTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldGiveBackEachItem_whenReadInPiecesOfAnySize() {
    const auto items = oneOfEach();
    const std::string text = feedOf(items);
    for (std::size_t size = 1; size <= text.size() + 1; ++size) {
      const Read read = readIn(text, size);
      QVERIFY(read.result.has_value());
      QVERIFY2(read.items == items, qPrintable(QString::number(size)));
    }
  }

  void shouldKeepTextsUntouched_whenTheyAreNotEvenJson() {
    auto row = aCase("c1");
    row.state = " { \"b\" : 1.0e0 , \t\"a\":\"\\u00e9\" } ";
    row.timeline = "";
    const Read read = readIn(feedOf({row}), 5);
    QVERIFY(read.result.has_value());
    QVERIFY(read.items == std::vector<core::FeedItem>{row});
  }

  void shouldSayCutOff_whenAnyLastPartIsMissing() {
    const std::string text = feedOf({aCase("c1")});
    for (std::size_t length = 1; length < text.size(); ++length) {
      const Read read = readIn(std::string_view(text).substr(0, length), 1000);
      QVERIFY(!read.result.has_value());
      QVERIFY(read.result.error().code == core::ErrorCode::Malformed);
      QVERIFY(read.items.empty());
    }
    QVERIFY(readIn("", 1).result.has_value());
  }

  void shouldRefuse_whenALineIsHostile_data() {
    QTest::addColumn<QByteArray>("text");
    const std::string header = caseHeader();
    const auto changed = [&header](const char* from, const char* to) {
      QByteArray text = QByteArray::fromStdString(header);
      const auto before = text;
      text.replace(from, to);
      Q_ASSERT(text != before);
      return text + "{}\n[]\n";
    };
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("blank line") << QByteArray("\n");
    QTest::newRow("no object") << QByteArray("[]\n");
    QTest::newRow("no type") << QByteArray("{}\n");
    QTest::newRow("type is a number") << QByteArray("{\"t\":1}\n");
    QTest::newRow("two values") << QByteArray("{\"t\":\"end\"}{}\n");
    QTest::newRow("duplicate key") << QByteArray("{\"t\":\"end\",\"t\":\"end\"}\n");
    QTest::newRow("zero byte") << QByteArray("{\"t\":\"end\"\0}\n", 13);
    QTest::newRow("broken UTF-8") << QByteArray("{\"t\":\"end\",\"x\":\"\xff\"}\n");
    QTest::newRow("deep") << QByteArray("{\"t\":\"end\",\"x\":") + QByteArray(100'000, '[') + "\n";
    QTest::newRow("negative seq") << changed("\"seq\":42", "\"seq\":-1");
    QTest::newRow("seq over 64 bits") << changed("\"seq\":42", "\"seq\":99999999999999999999");
    QTest::newRow("seq as text") << changed("\"seq\":42", "\"seq\":\"42\"");
    QTest::newRow("no id") << changed("\"id\":\"c1\"", "\"id\":\"\"");
    QTest::newRow("no digest") << changed("\"digest\"", "\"other\"");
    QTest::newRow("fewer lines") << changed("\"lines\":2", "\"lines\":1");
    QTest::newRow("a million lines") << QByteArray("{\"t\":\"new\",\"lines\":1000000}\n");
    QTest::newRow("scopes are no list") << QByteArray("{\"t\":\"scopes\",\"scopes\":{}}\n");
    QTest::newRow("carriage returns") << QByteArray("{\"t\":\"end\"}\r\n{\"t\":\"end\"} x\r\n");
  }
  void shouldRefuse_whenALineIsHostile() {
    QFETCH(const QByteArray, text);
    const Read read = readIn(std::string_view(text.data(), static_cast<std::size_t>(text.size())), 7);
    QVERIFY(!read.result.has_value());
    QVERIFY(read.result.error().code == core::ErrorCode::Malformed);
  }

  void shouldRefuseALineOverTheLimit_beforeItEnds() {
    FeedReader reader([](core::FeedItem&&) -> core::Result<void> { return {}; });
    QVERIFY(reader.push(caseHeader()).has_value());
    const std::string piece(1024 * 1024, 'x');
    core::Result<void> result;
    int pieces = 0;
    while (result && pieces < 100) {
      result = reader.push(piece);
      ++pieces;
    }
    QVERIFY(!result.has_value());
    QVERIFY(result.error().code == core::ErrorCode::TooLarge);
    QCOMPARE(pieces, static_cast<int>(kMaxLineBytes / piece.size()) + 1);
  }

  void shouldPassOverItems_whenTheirKindIsNewer() {
    const std::string text = R"({"t":"hologram","lines":2,"x":{"y":1}})"
                             "\nany\nthing\n"
                             R"({"t":"pulse"})"
                             "\n" +
                             feedOf({core::FeedEnd{}});
    const Read read = readIn(text, 4);
    QVERIFY(read.result.has_value());
    QVERIFY(read.items == std::vector<core::FeedItem>{core::FeedEnd{}});
  }

  void shouldIgnoreUnknownFields_whenANewerServerAddsThem() {
    std::string text = feedOf({aCase("c1")});
    text.insert(1, R"("later":{"a":[1]},)");
    const Read read = readIn(text, 100);
    QVERIFY(read.result.has_value());
    QVERIFY(read.items == std::vector<core::FeedItem>{aCase("c1")});
  }

  void shouldStayEnded_whenTheSinkRefusesOnce() {
    int calls = 0;
    FeedReader reader([&calls](core::FeedItem&&) -> core::Result<void> {
      ++calls;
      return core::failure(core::ErrorCode::StorageFull);
    });
    const std::string text = feedOf({core::FeedEnd{}, core::FeedEnd{}});
    QVERIFY(reader.push(text).error().code == core::ErrorCode::StorageFull);
    QVERIFY(reader.push(text).error().code == core::ErrorCode::StorageFull);
    QVERIFY(reader.finish().error().code == core::ErrorCode::StorageFull);
    QCOMPARE(calls, 1);
  }
};

QTEST_APPLESS_MAIN(FeedCodecTest)
#include "feedcodectest.moc"
