// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that leave the program, and promise T19: no search, list or export gives a protected person's address
// away, whoever asks. The oracle knows which cases are protected and which words stand in their addresses.
#include "app/lists/csvlistwriter.h"
#include "app/lists/listwriter.h"
#include "models/casetablemodel.h"
#include "tests/support/prove.h"
#include "tests/unit/storage/cachedesk.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <random>
#include <set>

using namespace madoguchi;
using models::CaseTableModel;
using tests::expected;
using Format = models::ListJob::Format;

namespace {

const std::vector<int> kAllColumns{
    CaseTableModel::Number, CaseTableModel::Procedure,    CaseTableModel::Applicant, CaseTableModel::Arrived,
    CaseTableModel::Due,    CaseTableModel::StatusColumn, CaseTableModel::Holder,    CaseTableModel::Flags};

bool kept() {
  return true;
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the list says when it is written.
QByteArray written(Format format, const std::vector<core::CaseListRow>& rows, const QString& path) {
  const auto references = std::make_shared<models::References>();
  const models::ListCells cells(kAllColumns, references, core::makeDate(2026, 6, 10));
  models::ListJob job;
  job.format = format;
  job.path = path;
  job.title = u"一覧"_qs;
  const auto writer = app::makeListWriter(job);
  expected(writer->begin(cells.headers(), rows.size()));
  for (const core::CaseListRow& row : rows)
    expected(writer->add(cells.cells(row)));
  expected(writer->finish(kept));
  return bytesOf(path);
}

QString pagesOf(const QString& path, const QStringList& how = {}) {
  QProcess text;
  text.start(u"pdftotext"_qs, how + QStringList{path, u"-"_qs});
  if (!text.waitForFinished()) qFatal("pdftotext");
  return QString::fromUtf8(text.readAllStandardOutput());
}

/// Rows that somebody has put together, written as the exporter does.
void writeRows(models::ListJob job, models::ListRows list) {
  job.rows = std::make_shared<const models::ListRows>(std::move(list));
  const auto writer = app::makeListWriter(job);
  expected(writer->begin(job.rows->headers, job.rows->rows.size()));
  for (const auto& row : job.rows->rows)
    expected(writer->add(row));
  expected(writer->finish(kept));
}

/// A word that stands nowhere else.
std::string canary(int number, const char* kind) {
  static const char* const letters[] = {"鵤", "鵥", "樫", "椥", "榧", "槻", "檪", "櫟", "欅", "毬"};
  std::string word = kind;
  for (const char digit : std::to_string(1000 + number))
    word += letters[digit - '0'];
  return word;
}

} // namespace

class ListExportTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldNeutraliseWhatASpreadsheetWouldRun_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("dangerous");
    for (const char16_t* cell : {u"=1+1", u"+81", u"-1", u"@SUM(A1)", u"＝1", u"＋1", u"－1", u"＠a", u"\t=1",
                                 u"\r=1", u" =1", u"　=1"})
      QTest::newRow(QString::fromUtf16(cell).toUtf8()) << QString::fromUtf16(cell) << true;
    for (const char16_t* cell : {u"", u"山田", u"1-1", u"a=1", u"'=1", u" "})
      QTest::newRow(QString::fromUtf16(cell).toUtf8()) << QString::fromUtf16(cell) << false;
  }
  void shouldNeutraliseWhatASpreadsheetWouldRun() {
    QFETCH(QString, cell);
    QFETCH(bool, dangerous);
    QCOMPARE(app::neutralised(cell), dangerous ? QChar(u'\'') + cell : cell);
  }

  void shouldWriteCsv_asRfc4180HasIt() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"list.csv"_qs);
    {
      app::CsvListWriter writer(path, true);
      expected(writer.begin({u"番号"_qs, u"氏名"_qs}, 2));
      expected(writer.add({{u"=1+1"_qs, {}}, {u"山\"田,\n太郎"_qs, {}}}));
      expected(writer.add({{{}, {}}, {u"6月"_qs, core::makeDate(2026, 6, 1)}}));
      QVERIFY(bytesOf(path).isEmpty());
      expected(writer.finish(kept));
    }
    QCOMPARE(bytesOf(path),
             QByteArray("\xEF\xBB\xBF番号,氏名\r\n'=1+1,\"山\"\"田,\n太郎\"\r\n,2026-06-01\r\n"));
    app::CsvListWriter plain(folder.filePath(u"plain.csv"_qs), false);
    expected(plain.begin({u"a"_qs}, 0));
    expected(plain.finish(kept));
    QCOMPARE(bytesOf(folder.filePath(u"plain.csv"_qs)), QByteArray("a\r\n"));
  }

  void shouldLeaveNoFile_whenItIsNotFinishedOrNotKept() {
    QTemporaryDir folder;
    for (const auto& [format, name, finishes] :
         {std::tuple(Format::Csv, u"a.csv"_qs, false), std::tuple(Format::Csv, u"a.csv"_qs, true),
          std::tuple(Format::Xlsx, u"a.xlsx"_qs, false), std::tuple(Format::Xlsx, u"a.xlsx"_qs, true),
          std::tuple(Format::Pdf, u"a.pdf"_qs, false), std::tuple(Format::Pdf, u"a.pdf"_qs, true)}) {
      models::ListJob job;
      job.format = format;
      job.path = folder.filePath(name);
      auto writer = app::makeListWriter(job);
      expected(writer->begin({u"a"_qs}, 1));
      expected(writer->add({{u"b"_qs, {}}}));
      if (finishes) {
        const auto done = writer->finish([] { return false; });
        QVERIFY(!done && done.error().code == core::ErrorCode::Cancelled);
      }
      writer.reset();
      QVERIFY2(QDir(folder.path()).entryList(QDir::Files).isEmpty(), name.toUtf8());
    }
    models::ListJob job;
    job.path = folder.filePath(u"no/such/folder/a.csv"_qs);
    QVERIFY(!app::makeListWriter(job)->begin({u"a"_qs}, 0));
  }

  void shouldWriteWorkbookAndPaper() {
    QTemporaryDir folder;
    std::vector<core::CaseListRow> rows(120);
    for (core::CaseListRow& row : rows) {
      row.id = core::CaseId("x");
      row.applicant = "=Yamada";
      row.arrivedOn = core::makeDate(2026, 6, 1);
    }
    QVERIFY(written(Format::Xlsx, rows, folder.filePath(u"a.xlsx"_qs)).startsWith("PK"));
    QVERIFY(written(Format::Pdf, rows, folder.filePath(u"a.pdf"_qs)).startsWith("%PDF"));
    const QString pages = pagesOf(folder.filePath(u"a.pdf"_qs), {u"-layout"_qs});
    QCOMPARE(pages.count(u"=Yamada"_qs), 120);
    QVERIFY(pages.count(QChar(u'\f')) > 1);
  }

  void shouldSayOnEachPage_whatItIsAndHowManyThereAre_data() {
    QTest::addColumn<bool>("known");
    QTest::newRow("rows that are known") << true;
    QTest::newRow("cases that are read on the way") << false;
  }
  void shouldSayOnEachPage_whatItIsAndHowManyThereAre() {
    QFETCH(bool, known);
    QTemporaryDir folder;
    models::ListJob job;
    job.format = Format::Pdf;
    job.path = folder.filePath(u"a.pdf"_qs);
    job.title = u"Workload"_qs;
    job.origin = u"Permit Division, made by Sato"_qs;
    models::ListRows list{{u"Clerk"_qs, u"Open"_qs}, {}};
    for (int i = 0; i < 120; ++i)
      list.rows.push_back({{u"Suzuki"_qs}, {u"1,234"_qs, {}, 1234}});
    if (known) {
      writeRows(job, list);
    } else {
      const auto writer = app::makeListWriter(job);
      expected(writer->begin(list.headers, list.rows.size() + 40));
      for (const auto& row : list.rows)
        expected(writer->add(row));
      // What has left meanwhile leaves its place, and the pages are as many as they say.
      for (int i = 0; i < 40; ++i)
        writer->skip();
      expected(writer->finish(kept));
    }
    const QString pages = pagesOf(job.path);
    const auto count = pages.count(QChar(u'\f'));
    QVERIFY(count > 1);
    for (const QString& each : {u"Workload"_qs, job.origin, u"Clerk"_qs})
      QCOMPARE(pages.count(each), count);
    for (qsizetype i = 1; i <= count; ++i)
      QCOMPARE(pages.count(QStringLiteral("Page %1 of %2").arg(i).arg(count)), 1);
  }

  void shouldLoseNoWord_whereATextIsLong() {
    QTemporaryDir folder;
    models::ListJob job;
    job.format = Format::Pdf;
    job.path = folder.filePath(u"a.pdf"_qs);
    QStringList words;
    for (int i = 0; i < 2000; ++i) // more than a page has room for
      words << QStringLiteral("word%1").arg(i);
    const QString longWord = QString(300, QChar(u'x'));
    writeRows(job, {{u"Reason"_qs, u"Who"_qs},
                    {{{u"first\nsecond"_qs}, {u"Sato"_qs}},
                     {{words.join(u' ')}, {longWord}},
                     {{u"last"_qs}, {u"Kato"_qs}}}});
    QString pages = pagesOf(job.path, {u"-layout"_qs});
    QVERIFY(pages.count(QChar(u'\f')) > 1);
    for (const QString& word : words)
      QVERIFY2(pages.contains(QRegularExpression(u"\\b%1\\b"_qs.arg(word))), qPrintable(word));
    QCOMPARE(pages.count(QChar(u'x')), longWord.size());
    QVERIFY(pages.indexOf(u"last"_qs) > pages.indexOf(words.last()));
  }

  void shouldWriteNumbersAsNumbers() {
    QTemporaryDir folder;
    const models::ListRows list{{u"Clerk"_qs, u"Open"_qs}, {{{u"Sato"_qs}, {u"1,234"_qs, {}, -1234}}}};
    models::ListJob job;
    job.path = folder.filePath(u"a.csv"_qs);
    job.byteOrderMark = false;
    writeRows(job, list);
    QCOMPARE(bytesOf(job.path), QByteArray("Clerk,Open\r\nSato,-1234\r\n"));
    job.format = Format::Xlsx;
    job.path = folder.filePath(u"a.xlsx"_qs);
    writeRows(job, list);
    QProcess unpack;
    unpack.start(u"unzip"_qs, {u"-p"_qs, job.path, u"xl/worksheets/sheet1.xml"_qs});
    QVERIFY(unpack.waitForFinished());
    const QByteArray sheet = unpack.readAllStandardOutput();
    QVERIFY2(sheet.contains("<v>-1234</v>"), sheet);
  }

  void shouldSayThatItIsForPractice_onEachPageAndInEachRow() {
    QTemporaryDir folder;
    const auto write = [&folder](Format format, const QString& name) {
      models::ListJob job;
      job.format = format;
      job.path = folder.filePath(name);
      job.title = u"List"_qs;
      job.mark = u"Practice"_qs;
      const auto writer = app::makeListWriter(job);
      expected(writer->begin({u"a"_qs}, 200));
      for (int i = 0; i < 200; ++i)
        expected(writer->add({{u"b"_qs, {}}}));
      expected(writer->finish(kept));
    };
    write(Format::Csv, u"a.csv"_qs);
    QCOMPARE(bytesOf(folder.filePath(u"a.csv"_qs)).count("Practice\r\n"), 201);
    write(Format::Pdf, u"a.pdf"_qs);
    const QString pages = pagesOf(folder.filePath(u"a.pdf"_qs));
    QVERIFY(pages.count(QChar(u'\f')) > 2);
    QCOMPARE(pages.count(u"Practice"_qs), pages.count(QChar(u'\f')));
  }

  void shouldNeverGiveAProtectedAddressAway() {
    constexpr int kCases = 30;
    tests::TinyServer server;
    tests::Desk desk(server);
    std::set<core::CaseId> protectedCases;
    std::vector<std::string> words;
    for (int i = 0; i < kCases; ++i) {
      core::CaseRecord record = server.takenCase("山田　太郎", "ヤマダ　タロウ");
      core::Address& address = record.state.applicant.party.address;
      address = {std::to_string(9'000'000 + i), "131041", canary(i, "町"), canary(i, "番"), canary(i, "荘")};
      record.state.form.as_object()["住所"] = canary(i, "申");
      record.state.notes.push_back({canary(i, "記"), core::UserId("clerk1"), server.world.now});
      if (i % 2 == 0) {
        record.state.visibility = core::Visibility::Protected;
        protectedCases.insert(record.state.id);
        for (const char* kind : {"町", "番", "荘", "申", "記"})
          words.push_back(canary(i, kind));
        words.push_back(std::to_string(9'000'000 + i));
      }
      desk.feed({server.row(record)});
    }
    // Control: the addresses of others are found, so the oracle can fail.
    QCOMPARE(expected(desk.reader().search(canary(1, "町"), 50)).size(), std::size_t{1});

    // Everybody: six roles, the supervisor who is the applicant's clerk, and somebody without any role.
    std::vector<core::Actor> actors;
    for (const core::Role role : {core::Role::Clerk, core::Role::Supervisor, core::Role::Approver,
                                  core::Role::Auditor, core::Role::Administrator, core::Role::Intake})
      actors.push_back({core::UserId("who"), "manager", {{role, core::OfficeId("east"), {}, false}}});
    actors.push_back(
        {core::UserId("clerk1"), "staff", {{core::Role::Supervisor, core::OfficeId("east"), {}, false}}});
    actors.push_back({core::UserId("nobody"), {}, {}});

    QTemporaryDir folder;
    std::mt19937 random(19); // NOLINT: the same tries each time
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random()) % below; };
    const int tries = tests::count(300, 10'000);
    int found = 0;
    for (int i = 0; i < tries; ++i) {
      // A word of an address, or a part of it, perhaps with another word.
      const QString word = QString::fromStdString(words[pick(words.size())]);
      const auto from = static_cast<qsizetype>(pick(static_cast<std::size_t>(word.size() - 1)));
      QString typed = pick(2) == 0 ? word : word.mid(from, 2 + static_cast<qsizetype>(pick(3)));
      if (pick(4) == 0) typed += u"　山田"_qs;
      const std::string asked = typed.toStdString();
      for (const auto& hits :
           {expected(desk.reader().search(asked, 50)), expected(desk.reader().newestHits(asked, 50))})
        for (const core::SearchHit& hit : hits) {
          ++found;
          for (const std::string& secret : words)
            QVERIFY2(hit.text.find(secret) == std::string::npos, asked.c_str());
          const bool byAddress = hit.field != core::SearchField::Name &&
                                 hit.field != core::SearchField::Kana &&
                                 hit.field != core::SearchField::Number;
          QVERIFY2(!byAddress || protectedCases.count(hit.row.id) == 0, asked.c_str());
        }
      const core::Actor& actor = actors[pick(actors.size())];
      core::CaseQuery query = core::queryFor(static_cast<core::Queue>(pick(core::kQueueCount)), actor,
                                             server.world.offices, core::makeDate(2026, 6, 10));
      if (pick(2) == 0) query.text = asked;
      const auto keys = expected(desk.reader().keys(query));
      const auto rows = expected(desk.reader().rows(keys));
      if (!query.text.empty() && typed.size() > 3 && !typed.contains(u"山田"_qs) && typed == word)
        QVERIFY2(rows.empty(), asked.c_str());
      const QByteArray list = written(Format::Csv, rows, folder.filePath(u"list.csv"_qs));
      for (const std::string& secret : words)
        QVERIFY(!list.contains(secret.c_str()));
    }
    QVERIFY(found > 0);
    std::printf("%d searches and lists, %d hits, none by a protected address\n", tries, found);
  }
};

QTEST_MAIN(ListExportTest)
#include "listexporttest.moc"
