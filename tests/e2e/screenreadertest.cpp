// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/screenreaderaudit.h"
#include "tests/e2e/screenreaderrig.h"

#include <QtTest>

using namespace madoguchi;
using tests::Accessible;
using tests::AccessibleState;
using tests::ScreenReaderAudit;
using tests::Told;

namespace {

constexpr int kPatienceMillis = 30'000; ///< until something that does not come fails the test

std::function<bool(const Told&)> isA(const QString& role) {
  return [role](const Told& told) { return told.role == role; };
}

struct Opened {
  QString key;
  int stops; ///< of Tab that it has, at most as many as are worth a look
};

} // namespace

/// The real desk, as a screen reader on the accessibility bus of a session meets it: nothing in its process
/// is asked, and keys come from the display.
class ScreenReaderTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QVERIFY(m_rig.start()); }

  void shouldNameAllThatAUserComesTo_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Japanese") << u"ja"_qs;
    QTest::newRow("English") << u"en"_qs;
  }

  void shouldNameAllThatAUserComesTo() {
    QFETCH(QString, language);
    m_rig.startDesk(language);
    m_audit.emplace(m_rig.bus());
    m_stops = 0;
    const bool wentThrough = signIn() && readList() && readCase() && readOtherPages() && readDialogs();
    qInfo("%d controls, %d cells, %d stops of Tab", m_audit->controls(), m_audit->cells(), m_stops);
    if (!m_audit->faults().isEmpty()) qInfo("%s", qPrintable(m_audit->faults().join(QChar(u'\n'))));
    QCOMPARE(m_audit->faults().size(), 0);
    QVERIFY(wentThrough && m_rig.isDeskRunning());
    QVERIFY(m_audit->controls() > 500 && m_audit->cells() > 200 && m_audit->roles().size() >= 10);
  }

  void cleanup() {
    m_rig.stopDesk();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig.bus().programs().empty(), kPatienceMillis);
  }

private:
  /// Waits for it: what a user sees a moment after a key.
  template <class Done>
  [[nodiscard]] bool await(const char* what, const Done& isDone) {
    if (QTest::qWaitFor(isDone, kPatienceMillis)) return true;
    qWarning("waited in vain: %s", what);
    return false;
  }

  /// A window with this role has the keyboard, which the rig gives to the uppermost one.
  [[nodiscard]] bool awaitWindow(const QString& role) {
    return await(qPrintable(role), [&] {
      const auto active = m_rig.activateTopWindow() ? m_audit->activeWindow() : std::nullopt;
      if (active) m_window = active->object;
      return active && active->role == role;
    });
  }

  [[nodiscard]] std::optional<Told> awaitPart(const char* what,
                                              const std::function<bool(const Told&)>& wanted) {
    std::optional<Told> found;
    static_cast<void>(await(what, [&] {
      found = m_audit->find(m_window, wanted);
      return found.has_value();
    }));
    return found;
  }

  [[nodiscard]] bool awaitFocus(const Accessible& object) {
    return await("focus", [&] {
      const auto told = m_rig.bus().tell(object);
      return told && told->is(AccessibleState::Focused);
    });
  }

  /// Tab, again and again: each time the program announces what has the keyboard now.
  [[nodiscard]] bool goByTab(int times) {
    QSet<QString> stops;
    for (int i = 0; i < times; ++i) {
      m_rig.bus().forgetFocus();
      if (!m_rig.press(u"Tab"_qs) || !await("Tab", [&] { return m_rig.bus().focused().has_value(); }))
        return false;
      const auto focused = m_rig.bus().tell(*m_rig.bus().focused());
      if (!focused) return false;
      m_audit->hearFocus(*focused);
      stops.insert(focused->object.path);
    }
    m_stops += int(stops.size());
    return stops.size() == times;
  }

  [[nodiscard]] bool signIn() {
    if (!awaitWindow(u"filler"_qs)) return false;
    m_audit->visit(u"sign in"_qs, m_window);
    if (!goByTab(4)) return false;
    // The practice office: a desk that is signed in and full of cases, without a server.
    const auto practise = m_audit->find(m_window, [](const Told& told) {
      return told.role == u"push button"_qs && told.name.contains(u"F9"_qs);
    });
    return practise && m_rig.bus().act(practise->object, u"Press"_qs) && awaitWindow(u"frame"_qs);
  }

  [[nodiscard]] bool readList() {
    const auto table = awaitPart("cases", [this](const Told& told) {
      const auto size = m_rig.bus().table(told);
      return told.role == u"table"_qs && size && size->rows > 0;
    });
    if (!table || !awaitFocus(table->object)) return false;
    m_table = table->object;
    m_audit->visit(u"list"_qs, m_window, ScreenReaderAudit::Menus::All);
    const auto cell = m_rig.bus().cell(table->object, 0, 0);
    const auto number = cell ? m_rig.bus().tell(*cell) : std::nullopt;
    if (!number) return false;
    m_number = number->name.section(u": "_qs, 1); // behind the name of the column
    return goByTab(14) && m_rig.press(u"Escape"_qs) && awaitFocus(table->object);
  }

  /// Opens the first case of the list, and each of its pages.
  [[nodiscard]] bool readCase() {
    if (!m_rig.press(u"Return"_qs)) return false;
    const auto head = awaitPart(
        "case", [&](const Told& told) { return told.role == u"label"_qs && told.name == m_number; });
    const auto bar = awaitPart("pages", isA(u"page tab list"_qs));
    if (!head || !bar) return false;
    const auto tabs = m_rig.bus().children(bar->object);
    for (int page = 1; page <= 6; ++page) {
      const auto tab = m_rig.bus().tell(tabs[std::size_t(page - 1)]);
      // Qt tells the tab that is chosen as the name of the bar.
      const auto isShown = [&] { return tab && m_rig.bus().tell(bar->object)->name == tab->name; };
      if (!m_rig.press(u"ctrl+%1"_qs.arg(page)) || !await("page", isShown)) return false;
      m_audit->visit(u"case, "_qs + tab->name, m_window);
      if (!goByTab(4)) return false;
    }
    return true;
  }

  /// Outbox, workload, figures: each has a table with rows.
  [[nodiscard]] bool readOtherPages() {
    Accessible before = m_table;
    for (const QString& key : {u"ctrl+o"_qs, u"ctrl+shift+w"_qs, u"ctrl+shift+f"_qs}) {
      if (!m_rig.press(key)) return false;
      const auto table = awaitPart(qPrintable(key), [&](const Told& told) {
        const auto size = m_rig.bus().table(told);
        return told.role == u"table"_qs && !(told.object == before) && size && size->rows > 0;
      });
      if (!table || !awaitFocus(table->object)) return false;
      before = table->object;
      m_audit->visit(key, m_window);
      if (!goByTab(2)) return false;
    }
    return true;
  }

  [[nodiscard]] bool readDialogs() {
    const std::initializer_list<Opened> dialogs{{u"ctrl+comma"_qs, 4}, {u"ctrl+n"_qs, 8},
                                                {u"ctrl+f"_qs, 2},     {u"ctrl+k"_qs, 2},
                                                {u"F1"_qs, 0},         {u"shift+F1"_qs, 3}};
    for (const Opened& dialog : dialogs) {
      if (!m_rig.press(dialog.key) || !awaitWindow(u"dialog"_qs)) return false;
      m_audit->visit(dialog.key, m_window);
      if (!goByTab(dialog.stops) || !m_rig.press(u"Escape"_qs) || !awaitWindow(u"frame"_qs)) return false;
    }
    return true;
  }

  tests::ScreenReaderRig m_rig;
  std::optional<ScreenReaderAudit> m_audit;
  Accessible m_window; ///< that has the keyboard
  Accessible m_table;  ///< of cases
  QString m_number;    ///< of the first case of the list
  int m_stops = 0;
};

QTEST_GUILESS_MAIN(ScreenReaderTest)
#include "screenreadertest.moc"
