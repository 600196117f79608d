// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/application.h"
#include "core/base/hash.h"
#include "models/casetablemodel.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/scrolling.h"
#include "ui/table/casetableview.h"

#include <QApplication>
#include <QFile>
#include <QProcess>

#include <cstdlib>
#include <sqlite3.h>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 1'000'000;
constexpr double kFrameMillis = 16;
constexpr double kFillMillis = 50;
constexpr int kPatienceMillis = 600'000;

void turn() {
  QApplication::processEvents(QEventLoop::AllEvents, 1);
}

bool isReady(const models::CaseTableModel& model, int row) {
  return model.data(model.index(row, 0), models::CaseTableModel::StateRole).toInt() !=
         static_cast<int>(models::RowState::Loading);
}

/// The desk itself, with its window, threads and profile, in this process.
class Desk {
public:
  explicit Desk(const QString& profile) {
    app::DeskOptions options;
    options.profile = profile;
    options.language = QStringLiteral("ja");
    options.look = QStringLiteral("light");
    options.demonstrationKeyStore = true;
    m_application = expected(app::Application::make(options));
    m_application->start();
    while (m_table == nullptr) {
      turn();
      for (auto* window : QApplication::topLevelWidgets())
        if (auto* table = window->findChild<ui::CaseTableView*>(); table != nullptr) m_table = table;
    }
    m_model = qobject_cast<models::CaseTableModel*>(m_table->model());
    while (m_model->isLoading() || m_model->rowCount() == 0)
      turn();
  }

  [[nodiscard]] QTableView& table() { return *m_table; }
  [[nodiscard]] bool isFilled() const {
    const int first = m_table->rowAt(0);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    if (first < 0) return m_model->rowCount() == 0;
    for (int row = first; row <= (last < 0 ? m_model->rowCount() - 1 : last); ++row)
      if (!isReady(*m_model, row)) return false;
    return true;
  }
  struct Shown {
    double first = 0;
    double all = 0;
  };
  /// Another query: until its first rows are painted, and until all of its keys are here.
  [[nodiscard]] Shown show(const core::CaseQuery& query) {
    Shown shown;
    QElapsedTimer clock;
    bool adopted = false;
    const auto connection =
        QObject::connect(m_model, &models::CaseTableModel::keysReplaced, [&adopted] { adopted = true; });
    clock.start();
    m_model->setQuery(query);
    while (!adopted || !isFilled())
      turn();
    m_table->viewport()->repaint();
    shown.first = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    while (m_model->isLoading())
      turn();
    shown.all = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    QObject::disconnect(connection);
    return shown;
  }
  [[nodiscard]] int rows() const { return m_model->rowCount(); }

private:
  std::unique_ptr<app::Application> m_application;
  ui::CaseTableView* m_table = nullptr;
  models::CaseTableModel* m_model = nullptr;
};

/// The same rows without encryption, for Qt's own model.
QString plainCopy(const BenchProfile& made) {
  const QString file = made.folder + QStringLiteral("/plain.db");
  if (QFile::exists(file + QStringLiteral(".ready"))) return file;
  QFile::remove(file);
  const auto database =
      storage::openRaw(storage::cacheFileOf(made.profile), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  database->script("ATTACH '" + file.toStdString() + "' AS plain KEY ''");
  database->script("CREATE TABLE plain.cases AS SELECT key, number, applicant, kana, name_key, arrived_day,"
                   " due_day, status, holder FROM cases");
  database->script(
      "CREATE INDEX plain.by_due ON cases(due_day); CREATE INDEX plain.by_name ON cases(name_key)");
  database->script("DETACH plain");
  QFile mark(file + QStringLiteral(".ready"));
  (void)mark.open(QFile::WriteOnly);
  return file;
}

void measurePeer(const BenchProfile& made) {
  QProcess peer;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  peer.setProcessEnvironment(environment);
  peer.start(QCoreApplication::applicationDirPath() + QStringLiteral("/sqltablepeer"), {plainCopy(made)});
  peer.waitForFinished(kPatienceMillis);
  const auto said = QString::fromUtf8(peer.readAllStandardOutput()).split(u' ');
  if (said.size() < 5) throw std::runtime_error("sqltablepeer did not end well");
  std::printf(
      "# peer: QSqlTableModel in QTableView on a plain copy, %s rows: first painted and fetched %s ms,"
      " another order %s ms, frame p99 %s ms, filled p99 %s ms\n",
      qPrintable(said[4].trimmed()), qPrintable(said[0]), qPrintable(said[1]), qPrintable(said[2]),
      qPrintable(said[3]));
}

void benchScrolling(int cases) {
  const auto made = benchProfile(cases);
  Desk desk(made.folder);
  core::CaseQuery all;
  all.sort = core::SortColumn::Due;
  const auto first = desk.show(all);
  core::CaseQuery byName = all;
  byName.sort = core::SortColumn::Applicant;
  const auto sorted = desk.show(byName);
  core::CaseQuery filtered = byName;
  filtered.statuses = {core::Status::Examining};
  const auto narrowed = desk.show(filtered);
  (void)desk.show(all);
  std::printf(
      "# the desk itself, platform offscreen, %d rows in the table; all keys after %.0f ms (by due day),"
      " %.0f ms (by name), %.0f ms (filtered)\n",
      desk.rows(), first.all, sorted.all, narrowed.all);
  report("table: another order, to its first rows painted", sorted.first, kFillMillis);
  report("table: a filter, to its first rows painted", narrowed.first, kFillMillis);
  const auto jumps = jumpAbout(
      desk.table(), [&desk] { return desk.isFilled(); }, turn);
  report("table: 1,000 jumps, p99 of a frame on the UI thread", p99Of(jumps.frames), kFrameMillis);
  report("table: 1,000 jumps, p99 until every visible row is filled", p99Of(jumps.fills), kFillMillis);
  measurePeer(made);
}

} // namespace

} // namespace madoguchi::bench

/// scrollbench [cases]
int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setQuitOnLastWindowClosed(false);
  return madoguchi::bench::exitCodeOf("scrollbench", [&] {
    madoguchi::bench::benchScrolling(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
