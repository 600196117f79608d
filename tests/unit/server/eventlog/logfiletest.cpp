// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/logfile.h"

#include "server/eventlog/bytesource.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <zlib.h>

using namespace madoguchi;
using server::EventLog;

namespace {

constexpr std::string_view kCsv =
    "case:concept:name,concept:name,time:timestamp\nc1,Receive,2011-10-11 13:45:40.276000+02:00\n";

std::string gzip(std::string_view text) {
  std::string packed(text.size() + 1024, '\0');
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  z.avail_in = static_cast<uInt>(text.size());
  z.next_out = reinterpret_cast<Bytef*>(packed.data());
  z.avail_out = static_cast<uInt>(packed.size());
  deflate(&z, Z_FINISH);
  packed.resize(z.total_out);
  deflateEnd(&z);
  return packed;
}

int closedCount(const EventLog& log) {
  return static_cast<int>(std::count_if(log.traces.begin(), log.traces.end(), [](const server::Trace& trace) {
    return trace.attributes.contains("enddate");
  }));
}

template <class IsLate>
int lateCount(const EventLog& log, IsLate isLate) {
  int late = 0;
  for (const server::Trace& trace : log.traces) {
    const auto end = trace.attributes.find("enddate");
    if (end == trace.attributes.end()) continue;
    if (isLate(*server::parseLogTime(end->second), *server::parseLogTime(trace.attributes.at("deadline"))))
      ++late;
  }
  return late;
}

} // namespace

class LogFileTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldReadByContent_whenPlainOrPacked() {
    const std::string whole = gzip(kCsv);
    const std::string members = gzip(kCsv.substr(0, 60)) + gzip(kCsv.substr(60));
    for (const std::string& content : {std::string(kCsv), whole, members}) {
      const auto log = server::readEventLog(write(content));
      QVERIFY2(log.has_value(), log ? "" : log.error().detail.c_str());
      QCOMPARE(log->eventCount(), std::size_t{1});
    }
  }

  void shouldRefuse_whenFileCannotBeRead() {
    QCOMPARE(server::readEventLog(write({}) + ".absent").error().code, core::ErrorCode::FileUnreadable);
    QCOMPARE(server::readEventLog(m_folder.path().toStdString()).error().code,
             core::ErrorCode::FileUnreadable);
    QCOMPARE(server::readEventLog(write({})).error().code, core::ErrorCode::FileBroken);
  }

  void shouldRefuse_whenPackedFileIsCutAnywhere() {
    const std::string packed = gzip(kCsv);
    for (std::size_t size = 2; size < packed.size(); ++size) {
      const auto log = server::readEventLog(write(packed.substr(0, size)));
      QVERIFY(!log.has_value());
      QCOMPARE(log.error().code, core::ErrorCode::FileBroken);
    }
  }

  void shouldRefuse_whenPackedFileIsDamaged() {
    std::string packed = gzip(kCsv);
    packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 0x10); // of the CRC
    QCOMPARE(server::readEventLog(write(packed)).error().detail,
             std::string("the compressed data is damaged"));
  }

  void shouldRefuseBombs() {
    const std::string packed = gzip(std::string(64U << 20U, ' '));
    const auto log = server::readEventLog(write(packed));
    QVERIFY(!log.has_value());
    QCOMPARE(log.error().code, core::ErrorCode::TooLarge);
  }

  void shouldReadTheReceiptLog() {
    const auto data = tests::sharedData();
    if (!data) return;
    const auto csv = server::readEventLog(*data + "/event-logs/receipt.csv");
    QVERIFY2(csv.has_value(), csv ? "" : csv.error().detail.c_str());
    QCOMPARE(csv->traces.size(), std::size_t{1434});
    QCOMPARE(csv->eventCount(), std::size_t{8577});
    QCOMPARE(closedCount(*csv), 1329);
    using Time = server::LogTime;
    QCOMPARE(lateCount(*csv, [](Time end, Time due) { return end.at > due.at; }), 377);
    QCOMPARE(lateCount(*csv, [](Time end, Time due) { return end.localDay() > due.localDay(); }), 309);
    const auto xes = server::readEventLog(*data + "/event-logs/08_receipt.xes.gz");
    QVERIFY2(xes.has_value(), xes ? "" : xes.error().detail.c_str());
    QVERIFY(*xes == *csv);
  }

  void shouldReadOtherRealLogs() {
    const auto data = tests::sharedData();
    if (!data) return;
    const auto loans = server::readEventLog(*data + "/event-logs/bpic2012.xes.gz");
    QVERIFY2(loans.has_value(), loans ? "" : loans.error().detail.c_str());
    QCOMPARE(loans->traces.size(), std::size_t{13087});
    QCOMPARE(loans->eventCount(), std::size_t{262200});
    const auto csv = server::readEventLog(*data + "/event-logs/roadtraffic100traces.csv");
    const auto xes = server::readEventLog(*data + "/event-logs/roadtraffic100traces.xes");
    QVERIFY2(csv.has_value(), csv ? "" : csv.error().detail.c_str());
    QVERIFY2(xes.has_value(), xes ? "" : xes.error().detail.c_str());
    QCOMPARE(csv->traces.size(), std::size_t{100});
    QCOMPARE(csv->eventCount(), std::size_t{390});
    QVERIFY(*csv == *xes);
  }

private:
  std::string write(const std::string& content) {
    const std::string path = (m_folder.path() + QStringLiteral("/log")).toStdString();
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }

  QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(LogFileTest)
#include "logfiletest.moc"
