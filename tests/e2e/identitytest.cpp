// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/views.h"
#include "server/eventlog/csvreader.h"
#include "tests/e2e/deskclient.h"
#include "tests/support/postgresrig.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest>

using namespace madoguchi;
using tests::DeskClient;
using tests::ServerProcess;

namespace {

const QString kPassword = QStringLiteral("a-long-test-password");

std::vector<std::string> naughtyStrings(const std::string& data) {
  const auto value = core::parseJson(tests::readFile(data + "/hostile/blns.json"));
  std::vector<std::string> strings;
  if (!value) return strings;
  for (const auto& item : value->as_array())
    strings.emplace_back(item.as_string());
  return strings;
}

/// Every character with a variation selector of the list, some hundred in a text.
std::vector<std::string> ideographicVariants(const std::string& data) {
  constexpr int kPerText = 500;
  const auto points = QString::fromUtf8(tests::readFile(data + "/japan/skk/SKK-JISYO.ivd").c_str()).toUcs4();
  std::vector<std::string> texts;
  QString text;
  int count = 0;
  for (qsizetype i = 1; i < points.size(); ++i) {
    if (points[i] < 0xE0100 || points[i] > 0xE01EF) continue;
    const char32_t pair[] = {points[i - 1], points[i]};
    text += QString::fromUcs4(pair, 2);
    if (++count % kPerText == 0) texts.push_back(std::exchange(text, {}).toStdString());
  }
  if (!text.isEmpty()) texts.push_back(text.toStdString());
  return texts;
}

/// What an editor gives back. One for paragraphs takes separators of Unicode for line ends and a no-break
/// space for a space; all else is as it was.
bool survivesEditors(const std::string& text) {
  const QString typed = QString::fromStdString(text);
  QLineEdit line;
  line.setMaxLength(1'000'000);
  line.setText(typed);
  if (line.text() != typed) return false;
  QString expected = typed;
  for (const char16_t separator : {u'\r', u'\u2028', u'\u2029'})
    expected.replace(QChar(separator), u'\n');
  expected.replace(QChar::Nbsp, u' ');
  QPlainTextEdit paragraphs;
  paragraphs.setPlainText(typed);
  return paragraphs.toPlainText() == expected;
}

/// Through the file that `export` writes. A text that a spreadsheet would run has an apostrophe before it.
std::vector<std::string> throughCsv(const std::vector<std::string>& texts) {
  std::vector<std::vector<std::string>> lines;
  for (const auto& text : texts)
    lines.push_back({"x", text});
  const std::string file = app::csv(lines);
  std::vector<std::string> back;
  server::TextSource source(file);
  const auto read = server::readCsv(source, {}, [&](const server::CsvRecord& record) -> core::Result<void> {
    std::string cell = record.cells.at(1);
    if (cell.size() > 1 && cell[0] == '\'' &&
        std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos)
      cell.erase(0, 1);
    back.push_back(std::move(cell));
    return {};
  });
  if (!read) qFatal("%s", read.error().detail.c_str());
  return back;
}

} // namespace

/// T12: hostile and rare texts are the same wherever they have been.
class IdentityTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldBeTheSame_whereverATextHasBeen() {
    const auto data = tests::sharedData();
    if (!data) return;
    std::vector<std::string> texts = naughtyStrings(*data);
    QCOMPARE(texts.size(), std::size_t{494});
    const auto variants = ideographicVariants(*data);
    QVERIFY(variants.size() > 20);
    texts.insert(texts.end(), variants.begin(), variants.end());
    // GIVEN a bureau on PostgreSQL
    tests::PostgresRig postgres;
    ServerProcess server(QString::fromStdString(postgres.url(postgres.makeDatabase())));
    QVERIFY(server.run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("60"),
                        QStringLiteral("--seed"), QStringLiteral("7")}));
    QVERIFY(server.run({QStringLiteral("user"), QStringLiteral("passwd"), QStringLiteral("food.clerk1")},
                       kPassword));
    QVERIFY(server.start());
    // WHEN each is typed as a note at one desk
    QTemporaryDir here, there;
    DeskClient writer(server, here.path());
    QVERIFY(writer.signIn(QStringLiteral("food.clerk1"), kPassword));
    QVERIFY(writer.sync().settled);
    const auto rows = writer.queue(core::Queue::Office);
    QVERIFY(!rows.empty());
    const core::CaseId id = rows.front().id;
    const std::size_t before = writer.state(id).notes.size();
    std::vector<std::string> taken;
    // Laying out thousands of rare characters is slow, and the same for each.
    const std::size_t typed = tests::proving() ? texts.size() : 496;
    for (std::size_t i = 0; i < typed; ++i)
      QVERIFY2(survivesEditors(texts[i]), texts[i].c_str());
    for (const auto& text : texts) {
      const auto done = writer.perform(id, core::AddNote{text});
      if (done)
        taken.push_back(text);
      else // the rules refuse what is empty, and what looks like an Individual Number
        QVERIFY2(done.error().code == core::ErrorCode::MyNumberFound ||
                     QString::fromStdString(text).trimmed().isEmpty(),
                 text.c_str());
    }
    QVERIFY(taken.size() >= texts.size() - 10);
    QVERIFY(writer.sync().settled);
    // THEN another desk has them byte for byte
    DeskClient reader(server, there.path());
    QVERIFY(reader.signIn(QStringLiteral("food.clerk1"), kPassword));
    QVERIFY(reader.sync().settled);
    const auto notes = reader.state(id).notes;
    QCOMPARE(notes.size(), before + taken.size());
    for (std::size_t i = 0; i < taken.size(); ++i)
      QVERIFY2(notes[before + i].text == taken[i], taken[i].c_str());
    // AND so has a CSV file
    QVERIFY(throughCsv(texts) == texts);
    qInfo("%zu texts identical, %zu more refused by the rules", taken.size(), texts.size() - taken.size());
  }
};

QTEST_MAIN(IdentityTest)
#include "identitytest.moc"
