// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A morning at the desk over a large cache, with each event of the UI thread on the scales.
#include "app/desk/application.h"
#include "models/casetablemodel.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/marked.h"
#include "tests/bench/uiprobe.h"
#include "tests/bench/uiprobewalk.h"
#include "ui/casepages/caseview.h"
#include "ui/table/casetableview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>

#include <cstdlib>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 1'000'000;
constexpr double kLimitMillis = 50;
constexpr int kQuietMillis = 40; ///< so long nothing happens: the desk has come to rest
constexpr int kPatienceMillis = 60'000;
constexpr int kMostTries = 60;
constexpr int kFields = 25;
constexpr int kMostUndone = 5;

class Morning {
public:
  Morning(ProbedApplication& probe, const QString& profile) : m_probe(probe) {
    app::DeskOptions options;
    options.profile = profile;
    options.language = QStringLiteral("ja");
    options.look = QStringLiteral("light");
    options.demonstrationKeyStore = true;
    m_application = expected(app::Application::make(options));
    m_application->start();
    await([this] { return findWindow(); }, "the window");
    m_probe.enter(QStringLiteral("after the start"));
    rest();
  }

  void work() {
    m_probe.enter(QStringLiteral("queues"));
    for (const Qt::Key key : {Qt::Key_2, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7, Qt::Key_9, Qt::Key_3}) {
      press(key, Qt::AltModifier);
      rest();
    }
    scroll();
    sortAndFilter();
    search();
    cases();
    write();
    papers();
    windows();
    many();
    command("guide");
  }

  /// From the key to the next case on its page, as the clock goes.
  [[nodiscard]] const std::vector<double>& nextMillis() const { return m_nextMillis; }

private:
  bool findWindow() {
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (auto* found = qobject_cast<ui::MainWindow*>(widget); found != nullptr && found->isVisible()) {
        m_window = found;
        QApplication::setActiveWindow(found);
        return true;
      }
    return false;
  }

  [[nodiscard]] QString label(const char* name) const {
    const auto* found = m_window->findChild<QLabel*>(QLatin1String(name));
    return found != nullptr ? found->text() : QString();
  }
  [[nodiscard]] ui::Workspace& workspace() { return *m_window->workspace(); }
  [[nodiscard]] QTableView& table() { return *workspace().table(); }
  [[nodiscard]] models::CaseTableModel& model() {
    return *qobject_cast<models::CaseTableModel*>(table().model());
  }

  static void turn() { QApplication::processEvents(QEventLoop::AllEvents, 5); }

  static void await(const std::function<bool()>& done, const char* what) {
    QElapsedTimer passed;
    passed.start();
    while (!done()) {
      turn();
      if (passed.elapsed() > kPatienceMillis) throw std::runtime_error(std::string("never came: ") + what);
    }
  }

  /// Until the list is there and a little longer, so that what was put off comes too.
  void rest() {
    await([this] { return m_window == nullptr || !model().isLoading(); }, "the list");
    QElapsedTimer passed;
    passed.start();
    while (passed.elapsed() < kQuietMillis)
      turn();
  }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    if (QApplication::activeWindow() == nullptr) QApplication::setActiveWindow(m_window);
    QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : m_window;
    QTest::keyClick(target, key, modifiers);
  }

  void type(QWidget& into, const QString& text) {
    into.setFocus();
    for (const QChar letter : text) {
      m_probe.act("a letter", [&] { QTest::keyClicks(&into, QString(letter)); });
      turn();
    }
    rest();
  }

  void closeDialogs() {
    for (QDialog* dialog : m_window->findChildren<QDialog*>())
      if (dialog->isVisible()) m_probe.act("close a dialog", [dialog] { dialog->reject(); });
    rest();
    QApplication::setActiveWindow(m_window);
  }

  void command(const char* name) {
    m_probe.enter(QString::fromLatin1(name));
    auto* action = m_window->findChild<QAction*>(QStringLiteral("command:") + QString::fromLatin1(name));
    if (action == nullptr) throw std::runtime_error(std::string("no command ") + name);
    m_probe.act("the command", [action] { action->trigger(); });
    rest();
  }

  void scroll() {
    m_probe.enter(QStringLiteral("scrolling"));
    QScrollBar& bar = *table().verticalScrollBar();
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
      m_probe.act("set the scroll bar", [&] { bar.setValue(random.bounded(bar.maximum() + 1)); });
      turn();
    }
    workspace().focusTable();
    for (int i = 0; i < 100; ++i) {
      press(Qt::Key_PageDown);
      turn();
    }
    press(Qt::Key_Home, Qt::ControlModifier);
    rest();
    for (const QSize size : {QSize(1024, 700), QSize(2560, 1440), QSize(1440, 900)}) {
      m_probe.act("resize the window", [&] { m_window->resize(size); });
      rest();
    }
  }

  void sortAndFilter() {
    m_probe.enter(QStringLiteral("sorting"));
    QHeaderView& header = *table().horizontalHeader();
    for (const int column : {models::CaseTableModel::Due, models::CaseTableModel::Applicant,
                             models::CaseTableModel::Number, models::CaseTableModel::Arrived}) {
      const QPoint place(header.sectionViewportPosition(column) + header.sectionSize(column) / 2,
                         header.height() / 2);
      QTest::mouseClick(header.viewport(), Qt::LeftButton, Qt::NoModifier, place);
      rest();
    }
    m_probe.enter(QStringLiteral("filter"));
    auto& filter = *m_window->findChild<QLineEdit*>(QStringLiteral("filterText"));
    type(filter, QStringLiteral("12"));
    m_probe.act("a name", [&] { filter.setText(QStringLiteral("渡邊")); });
    rest();
    m_probe.act("no filter", [&] { filter.clear(); });
    rest();
    workspace().focusTable();
  }

  void search() {
    command("search");
    auto& text = *m_window->findChild<QLineEdit*>(QStringLiteral("searchText"));
    for (const QString& word : {QStringLiteral("た"), QStringLiteral("たなか"), QStringLiteral("西新宿"),
                                QStringLiteral("まどぐち食堂12"), QStringLiteral("令8窓口第777号")}) {
      m_probe.act("a word", [&] { text.setText(word); });
      rest();
      rest();
    }
    closeDialogs();
  }

  void cases() {
    m_probe.enter(QStringLiteral("cases"));
    press(Qt::Key_3, Qt::AltModifier);
    rest();
    workspace().focusTable();
    press(Qt::Key_N);
    rest();
    constexpr int kNext = 40;
    for (int i = 0; i < kNext; ++i) {
      const QString number = label("caseNumber");
      m_nextMillis.push_back(millisOf([&] {
        press(Qt::Key_N);
        await([&] { return label("caseNumber") != number; }, "the next case");
        turn(); // and painted
      }));
      rest();
    }
    m_probe.enter(QStringLiteral("pages"));
    for (int round = 0; round < 3; ++round) {
      for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6}) {
        press(page, Qt::ControlModifier);
        rest();
      }
      press(Qt::Key_Escape);
      press(Qt::Key_N);
      rest();
    }
  }

  /// What the status line says of the outbox.
  [[nodiscard]] QString unsent() const {
    return m_window->findChild<QAbstractButton*>(QStringLiteral("waiting"))->text();
  }

  /// The line of the case that has the focus and can be written in.
  [[nodiscard]] QLineEdit* field() const {
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    const bool open = line != nullptr && line->isEnabled() && !line->isReadOnly();
    return open && m_window->findChild<ui::CaseView*>()->isAncestorOf(line) ? line : nullptr;
  }

  /// The next of the user's own cases with a field that can be filled in has the focus there.
  void findOpenForm() {
    press(Qt::Key_1, Qt::AltModifier);
    rest();
    workspace().focusTable();
    press(Qt::Key_Home, Qt::ControlModifier);
    rest();
    for (int i = 0; i < kMostTries; ++i) {
      workspace().focusTable();
      press(Qt::Key_N);
      rest();
      press(Qt::Key_1, Qt::ControlModifier);
      rest();
      for (int tab = 0; tab < kFields; ++tab) {
        if (field() != nullptr) return;
        press(Qt::Key_Tab);
      }
    }
    throw std::runtime_error("no case of the user's own can be written in");
  }

  /// A form is filled in, a note written, all taken back.
  void write() {
    m_probe.enter(QStringLiteral("writing"));
    const QString before = unsent();
    findOpenForm();
    // Other than what an earlier run may have left: the same again would be no edit.
    const QString typed = QString::number(QRandomGenerator::global()->bounded(10, 100));
    for (int tab = 0; tab < kFields; ++tab) {
      if (QLineEdit* line = field(); line != nullptr) type(*line, typed);
      press(Qt::Key_Tab);
      rest();
    }
    await([&] { return unsent() != before; }, "a field in the outbox");
    const QString edited = unsent();
    press(Qt::Key_6, Qt::ControlModifier);
    rest();
    if (auto* note = m_window->findChild<QPlainTextEdit*>(QStringLiteral("noteText")); note != nullptr)
      type(*note, QStringLiteral("called the applicant"));
    press(Qt::Key_Return, Qt::ControlModifier);
    await([&] { return unsent() != edited; }, "a note in the outbox");
    workspace().focusTable();
    const QString written = unsent();
    press(Qt::Key_Z, Qt::ControlModifier);
    await([&] { return unsent() != written; }, "the note taken back");
    for (int i = 0; i < kMostUndone; ++i) {
      press(Qt::Key_Z, Qt::ControlModifier);
      rest();
    }
  }

  void papers() {
    for (const char* name : {"receive", "scans"}) {
      command(name);
      closeDialogs();
    }
    m_probe.enter(QStringLiteral("documents"));
    press(Qt::Key_2, Qt::ControlModifier);
    rest();
    workspace().focusTable();
  }

  void windows() {
    for (const char* name :
         {"palette", "keys", "help", "settings", "columns", "workload", "figures", "outbox", "attendance",
          "destruction", "pin", "signIn", "exportList", "printList", "saveSearch"}) {
      if (qstrcmp(name, "exportList") == 0) press(Qt::Key_3, Qt::AltModifier);
      rest();
      command(name);
      closeDialogs();
    }
  }

  void many() {
    m_probe.enter(QStringLiteral("marks of a million"));
    press(Qt::Key_3, Qt::AltModifier);
    rest();
    workspace().focusTable();
    press(Qt::Key_A, Qt::ControlModifier);
    rest();
    press(Qt::Key_X);
    press(Qt::Key_J);
    press(Qt::Key_X);
    rest();
    for (const char* name : {"assignMarked", "labelMarked", "handOver"}) {
      command(name);
      closeDialogs();
    }
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    rest();
    m_probe.enter(QStringLiteral("another synchronisation"));
    press(Qt::Key_F5);
    rest();
  }

  ProbedApplication& m_probe;
  std::unique_ptr<app::Application> m_application;
  ui::MainWindow* m_window = nullptr;
  std::vector<double> m_nextMillis;
};

void weigh(ProbedApplication& probe, int cases) {
  const auto made = benchProfile(cases);
  std::vector<double> nextMillis;
  Marked empty(QStringLiteral("emptywindow"), {});
  static_cast<void>(empty.line());
  const double emptyMegabytes = megabytesOf(empty.id());
  double megabytes = 0;
  {
    Morning morning(probe, made.folder);
    morning.work();
    nextMillis = morning.nextMillis();
    megabytes = megabytesOf(QCoreApplication::applicationPid());
  }
  weighWalk(probe);
  std::printf("# %d cases; %zu events; over 1 ms: %zu, 5 ms: %zu, 16 ms: %zu, 50 ms: %zu; the dearest:\n",
              cases, probe.count(), probe.over()[0], probe.over()[1], probe.over()[2], probe.over()[3]);
  for (const Cost& cost : probe.worst())
    std::printf("#   %6.1f ms  %s: %s\n", cost.millis, qPrintable(cost.step), qPrintable(cost.what));
  report("next case: from the key to its page, p99", p99Of(nextMillis), kLimitMillis);
  report("UI thread: the dearest event of a morning, processor time", probe.worst().front().millis,
         kLimitMillis);
  report("memory after that morning, over an empty window", megabytes - emptyMegabytes, kMostMegabytes, "MB");
}

} // namespace

} // namespace madoguchi::bench

/// uiprobebench [cases]
int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  madoguchi::bench::ProbedApplication application(argc, argv);
  QApplication::setQuitOnLastWindowClosed(false);
  return madoguchi::bench::exitCodeOf("uiprobebench", [&] {
    madoguchi::bench::weigh(application, argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
