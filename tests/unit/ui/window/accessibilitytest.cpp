// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and every dialog as a screen reader, a keyboard and weak eyes find them.
#include "models/caserowtext.h"
#include "models/casetablemodel.h"
#include "models/datetext.h"
#include "tests/shots/shots.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/controlaudit.h"
#include "tests/unit/ui/window/deskrig.h"
#include "tests/unit/ui/window/inkaudit.h"
#include "ui/window/workspace.h"

#include <QAccessible>
#include <QDialog>
#include <QTableView>
#include <QtTest>

using namespace madoguchi;
using tests::contrast;
using tests::DeskRig;
using ui::Colours;
using ui::Look;

namespace {

struct Named {
  const char* name;
  QColor Colours::*colour;
};

struct Pairs {
  Named text;
  std::vector<Named> grounds;
};

constexpr Named kWindow{"window", &Colours::window}, kBase{"base", &Colours::base},
    kAlternate{"alternate", &Colours::alternate}, kRaised{"raised", &Colours::raised},
    kSide{"side", &Colours::side}, kButton{"button", &Colours::button},
    kHover{"buttonHover", &Colours::buttonHover}, kMessage{"messageBack", &Colours::messageBack},
    kDangerBack{"dangerBack", &Colours::dangerBack}, kOkBack{"okBack", &Colours::okBack},
    kSelection{"selection", &Colours::selection};

// What the style sheet and the delegates put on what.
std::vector<Pairs> pairsOf(Look look) {
  std::vector<Pairs> pairs{
      {{"text", &Colours::text},
       {kWindow, kBase, kAlternate, kRaised, kSide, kButton, kHover, kMessage, kDangerBack, kOkBack}},
      {{"muted", &Colours::muted}, {kWindow, kBase, kAlternate, kRaised, kSide, kHover, kMessage}},
      {{"danger", &Colours::danger}, {kWindow, kBase, kAlternate, kRaised, kSide, kHover}},
      {{"warning", &Colours::warning}, {kWindow, kBase, kAlternate, kMessage}},
      {{"ok", &Colours::ok}, {kWindow, kBase, kOkBack}},
      {{"accent", &Colours::accent}, {kWindow, kBase, kRaised, kMessage, kDangerBack, kOkBack}},
      {{"onAccent", &Colours::onAccent}, {{"accent", &Colours::accent}}},
      {{"selectionText", &Colours::selectionText}, {kSelection}}};
  // In high contrast all that is on a selection has its colour.
  if (look != Look::HighContrast)
    for (const Named& sign : {Named{"muted", &Colours::muted}, Named{"danger", &Colours::danger},
                              Named{"warning", &Colours::warning}})
      pairs.push_back({sign, {kSelection}});
  return pairs;
}

QStringList faultsOfContrast(Look look) {
  const ui::Theme theme(look);
  const Colours& colours = theme.colours();
  const double least = look == Look::HighContrast ? 7 : 4.5;
  QStringList faults;
  const auto demand = [&](const char* text, const QColor& ink, const char* name, const QColor& ground,
                          double ratio) {
    if (contrast(ink, ground) < ratio)
      faults << QStringLiteral("%1 on %2: %3")
                    .arg(QLatin1String(text), QLatin1String(name))
                    .arg(contrast(ink, ground));
  };
  for (const Pairs& pairs : pairsOf(look))
    for (const Named& ground : pairs.grounds)
      demand(pairs.text.name, colours.*pairs.text.colour, ground.name, colours.*ground.colour, least);
  // What is not text, but tells where the keyboard is.
  for (const Named& ground : {kWindow, kBase, kRaised, kSide, kButton})
    demand("accent", colours.accent, ground.name, colours.*ground.colour, 3);
  return faults;
}

bool walkEverything(const QString& language, Look shown, const std::function<QStringList(QWidget&)>& look,
                    int& pages) {
  QStringList faults;
  tests::walkDesk({language, shown}, [&](QWidget& widget, const QString& page) {
    ++pages;
    for (const QString& fault : look(widget)) {
      const QString line = QStringLiteral("%1: %2").arg(page, fault);
      if (!faults.contains(line)) faults << line;
    }
  });
  if (!faults.isEmpty()) qInfo("%d faults\n%s", int(faults.size()), qPrintable(faults.join(QChar(u'\n'))));
  return faults.isEmpty();
}

} // namespace

class AccessibilityTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldNameEveryControlAndEveryRow_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Japanese") << u"ja"_qs;
    QTest::newRow("English") << u"en"_qs;
  }

  void shouldNameEveryControlAndEveryRow() {
    QFETCH(QString, language);
    tests::Audited audited;
    int pages = 0;
    QVERIFY(walkEverything(
        language, Look::Light,
        [&](QWidget& page) {
          return tests::faultsOfControls(page, audited) + tests::faultsOfCells(page, audited);
        },
        pages));
    qInfo("%d pages, %d controls, %d cells", pages, audited.controls, audited.cells);
    QVERIFY(pages >= 50 && audited.controls > 800 && audited.cells > 1000);
  }

  void shouldComeToEveryControlByTab_asAFormIsRead() {
    tests::Audited audited;
    int pages = 0;
    const auto look = [&](QWidget& page) { return tests::faultsOfTab(page, audited); };
    QVERIFY(walkEverything(u"ja"_qs, Look::Light, look, pages));
    qInfo("%d stops of Tab", audited.stops);
    QVERIFY(audited.stops > 300);
  }

  void shouldSayEachCellWithItsColumn_andWhatColoursTell() {
    // GIVEN a case that is late, and one whose command waits
    DeskRig rig;
    rig.fake.arrive("food-business-permit", "早川遅子", "ハヤカワチコ", 90);
    rig.fake.arrive("food-business-permit", "待田送", "マチダオクル", 3);
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    QVERIFY(rig.fake.perform(rig.fake.cases[1].record.state.id, core::AddNote{"x"}).has_value());
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::Unassigned);
    QTRY_VERIFY(rig.desk->table.rowCount() == 2 && rig.desk->table.caseAt(1) != nullptr);
    // WHEN a screen reader goes through the table
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(rig.find<QTableView>("caseTable"));
    QVERIFY(told != nullptr && told->tableInterface() != nullptr);
    QAccessibleTableInterface& table = *told->tableInterface();
    QCOMPARE(table.rowCount(), 2);
    bool late = false, pending = false;
    for (int row = 0; row < 2; ++row)
      for (int column = 0; column < table.columnCount(); ++column) {
        const QString said = table.cellAt(row, column)->text(QAccessible::Name);
        // THEN a cell says its column, its value, and the state that is a sign or a colour on the screen
        const QModelIndex index = rig.desk->table.index(row, column);
        QVERIFY2(said.startsWith(table.columnDescription(column) + u": "_qs), qPrintable(said));
        QVERIFY2(said.contains(index.data().toString()), qPrintable(said));
        late |= column == models::CaseTableModel::Due && said.endsWith(models::daysLeftText(-70));
        pending |= said.endsWith(models::rowStateText(models::RowState::Pending));
      }
    QVERIFY(late && pending);
  }

  void shouldKeepTheContrastOfWcag_data() {
    QTest::addColumn<int>("look");
    QTest::newRow("light") << int(Look::Light);
    QTest::newRow("dark") << int(Look::Dark);
    QTest::newRow("high contrast") << int(Look::HighContrast);
  }

  void shouldKeepTheContrastOfWcag() {
    QFETCH(int, look);
    QCOMPARE(faultsOfContrast(static_cast<Look>(look)), QStringList());
  }

  void shouldDrawNothingThatCannotBeRead_inHighContrast() {
    const Colours colours = ui::Theme(Look::HighContrast).colours();
    int pages = 0;
    int inks = 0;
    const auto see = [&](QWidget& page) {
      return tests::faultsOfPlaceholders(page, 7, inks) + tests::faultsOfSelections(page, colours, inks);
    };
    QVERIFY(walkEverything(u"en"_qs, Look::HighContrast, see, pages));
    qInfo("%d placeholders and selected rows", inks);
    QVERIFY(inks > 100);
  }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibilitytest.moc"
