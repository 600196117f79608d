// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read only where it is drawn as it should be.
#include "core/base/hash.h"
#include "models/casetablemodel.h"
#include "models/timelinemodel.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/timelinedelegate.h"
#include "ui/documents/pageview.h"
#include "ui/table/casedelegate.h"
#include "ui/window/workspace.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;
using ui::CasePages;

namespace {

constexpr int kBox = 28; ///< pixels before the text of a row's first cell: its check box

/// How many pixels are drawn in each column of the picture.
QList<int> inkOf(const QImage& picture) {
  const QRgb ground = picture.pixel(0, 0);
  QList<int> ink;
  for (int x = 0; x < picture.width(); ++x) {
    ink << 0;
    for (int y = 0; y < picture.height(); ++y)
      if (picture.pixel(x, y) != ground) ++ink.last();
  }
  return ink;
}

bool holds(const QImage& picture, const QColor& ink) {
  for (int x = 0; x < picture.width(); ++x)
    for (int y = 0; y < picture.height(); ++y)
      if (picture.pixel(x, y) == ink.rgb()) return true;
  return false;
}

} // namespace

class LookTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowTheWholeNumber_ofAHundredThousandCases() {
    for (const char* name : {"ja", "en"}) {
      ui::Language language;
      language.use(QString::fromLatin1(name));
      DeskRig rig;
      rig.open();
      rig.window->resize(1024, 700);
      rig.window->workspace()->showQueue(core::Queue::Office);
      QCoreApplication::processEvents();
      const auto* table = rig.find<QTableView>("caseTable");
      const int room = table->columnWidth(0) - kBox - ui::space::kSmall;
      QVERIFY2(room > table->fontMetrics().horizontalAdvance(u"令8窓口第87654号"_qs), name);
    }
  }

  void shouldKeepTheNumberWhereItIs_inARowWithASign() {
    // GIVEN a case whose command waits, and one without, neither of them the current one
    DeskRig rig;
    for (int i = 0; i < 3; ++i)
      rig.fake.examine(rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3));
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    QVERIFY(rig.fake.perform(rig.fake.cases[1].record.state.id, core::AddNote{"x"}).has_value());
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::MyCases);
    QTRY_VERIFY(rig.desk->table.rowCount() == 3 && rig.desk->table.caseAt(2) != nullptr);
    auto* table = rig.find<QTableView>("caseTable");
    // WHEN the beginning of both numbers is looked at, in the upper half of the row that has a sign
    const QImage drawn = table->viewport()->grab().toImage();
    QList<QList<int>> inks;
    for (int row = 0; row < 3; ++row) {
      const QModelIndex index = rig.desk->table.index(row, 0);
      if (table->currentIndex().row() == row) continue;
      const bool sign = index.data(models::CaseTableModel::StateRole).toInt() ==
                        static_cast<int>(models::RowState::Pending);
      QRect cell = table->visualRect(index).adjusted(kBox, 1, 0, -1);
      if (sign) cell.setHeight(cell.height() / 2);
      cell.setWidth(table->fontMetrics().horizontalAdvance(u"8健食"_qs));
      inks << inkOf(tests::partOf(drawn, cell));
    }
    // THEN they are the same
    QCOMPARE(inks.size(), 2);
    QVERIFY(!inks[0].isEmpty() && *std::max_element(inks[0].begin(), inks[0].end()) > 0);
    QCOMPARE(inks[0], inks[1]);
  }

  void shouldKeepALabelTogether_whereFlagsNeedTwoLines() {
    const ui::Theme theme(ui::Look::Light);
    theme.apply(*qApp);
    QStandardItemModel model(1, models::CaseTableModel::kColumnCount);
    const QModelIndex cell = model.index(0, models::CaseTableModel::Flags);
    model.setData(cell, static_cast<int>(models::RowState::Ready), models::CaseTableModel::StateRole);
    const ui::CaseDelegate delegate(theme);
    const auto drawn = [&](const QString& flags) {
      model.setData(cell, flags);
      QStyleOptionViewItem option;
      option.state = QStyle::State_Enabled;
      option.palette = theme.palette();
      const int width = option.fontMetrics.horizontalAdvance(u"要対応 · #現地"_qs) + 2 * ui::space::kSmall;
      option.rect = QRect(0, 0, width, delegate.rowHeight(option.fontMetrics));
      QImage picture(option.rect.size(), QImage::Format_RGB32);
      picture.fill(theme.colours().base);
      QPainter painter(&picture);
      delegate.paint(&painter, option, cell);
      return picture;
    };
    // The sign of a label is in the line of its word.
    const QImage label = drawn(u"要対応 · #現地調査"_qs), word = drawn(u"要対応 · 現地調査"_qs);
    const QRect first(0, 0, label.width(), label.height() / 2);
    const QRect second = first.translated(0, first.height());
    QCOMPARE(inkOf(label.copy(first)), inkOf(word.copy(first)));
    QVERIFY(inkOf(label.copy(second)) != inkOf(word.copy(second)));
  }

  void shouldShowAllColumnsBesideACase_inAWideWindow() {
    DeskRig rig;
    rig.fake.preferences.setValue(u"guide/seen"_qs, true);
    rig.arriveMany(40);
    rig.openPlace(rig.arriveExamined());
    rig.window->resize(1600, 1000);
    rig.window->workspace()->showQueue(core::Queue::Office);
    const auto* table = rig.find<QTableView>("caseTable");
    QTRY_VERIFY(table->verticalScrollBar()->maximum() > 0);
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
  }

  void shouldCutTheApplicantAtTheEnd_whereThePageIsNarrow() {
    for (const char* name : {"ja", "en"}) {
      ui::Language language;
      language.use(QString::fromLatin1(name));
      DeskRig rig;
      rig.openPlace(rig.arriveExamined());
      rig.window->resize(1440, 900);
      rig.window->workspace()->casePages().showPage(CasePages::kApplication);
      const auto* toggle = rig.find<QToolButton>("applicantToggle");
      QCoreApplication::processEvents();
      const QString whole = toggle->text();
      QVERIFY(!whole.endsWith(u'…'));
      rig.window->resize(683, 460);
      QTRY_VERIFY(toggle->text().endsWith(u'…'));
      // The style has no reason to leave anything out.
      QTRY_VERIFY(toggle->width() >= toggle->sizeHint().width());
      QCOMPARE(toggle->toolTip(), whole);
      rig.window->resize(1440, 900);
      QTRY_COMPARE(toggle->text(), whole);
    }
  }

  void shouldGiveTheRoomToTheDocument_notToTheEndOfAShortList() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const std::string content = "plan";
    const core::BlobId blob(core::sha256Hex(content));
    rig.fake.blobs[blob.value] = QByteArray::fromStdString(content);
    rig.fake.act(place, "sato",
                 core::AttachDocument{core::DocumentId("plan"), {}, "図面.pdf", "application/pdf", 4, blob});
    rig.openPlace(place);
    rig.window->workspace()->casePages().showPage(CasePages::kDocuments);
    const auto* list = rig.find<QTableWidget>("documents");
    const auto* page = rig.find<ui::PageView>("pageView");
    QTRY_VERIFY2(page->height() > 3 * list->height(), qPrintable(QString::number(page->height())));
    // AND what there is in the list is seen
    QVERIFY(list->viewport()->height() >= list->verticalHeader()->length());
  }

  void shouldShowTheDotOfACurrentEntry_inEveryLook() {
    for (const ui::Look look : {ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast}) {
      const ui::Theme theme(look);
      theme.apply(*qApp);
      QStandardItemModel model;
      model.appendRow(new QStandardItem(u"受付"_qs));
      const ui::TimelineDelegate delegate(theme);
      QStyleOptionViewItem option;
      option.palette = theme.palette();
      option.rect = QRect(0, 0, 300, 60);
      option.state = QStyle::State_Enabled | QStyle::State_Selected;
      QImage picture(option.rect.size(), QImage::Format_RGB32);
      picture.fill(theme.colours().selection);
      QPainter painter(&picture);
      delegate.paint(&painter, option, model.index(0, 0));
      painter.end();
      QVERIFY(holds(tests::partOf(picture, {0, 0, 24, 60}), theme.onSelection(theme.colours().accent)));
    }
  }

  void shouldDrawTheArrowOfAChosenRow_inEveryLook() {
    for (const ui::Look look : {ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast}) {
      const ui::Theme theme(look);
      theme.apply(*qApp);
      QTreeWidget tree;
      tree.setHeaderHidden(true);
      auto* parent = new QTreeWidgetItem(&tree, {QString()});
      new QTreeWidgetItem(parent, {QString()});
      tree.setCurrentItem(parent);
      tree.show();
      const QImage drawn = tree.viewport()->grab().toImage();
      const QRect row = tree.visualItemRect(parent);
      const QImage branch = tests::partOf(drawn, {0, row.top(), tree.indentation(), row.height()});
      QVERIFY(holds(branch, tree.palette().color(QPalette::HighlightedText)));
    }
  }

  void shouldDrawTheEdgeAndTheChosenRowOfAMenu_inEveryLook() {
    for (const ui::Look look : {ui::Look::Light, ui::Look::Dark, ui::Look::HighContrast}) {
      const ui::Theme theme(look);
      theme.apply(*qApp);
      QMenu menu;
      menu.setActiveAction(menu.addAction(u"受け付ける"_qs));
      menu.resize(menu.sizeHint());
      const QImage picture = menu.grab().toImage();
      QCOMPARE(picture.pixelColor(0, picture.height() / 2), theme.colours().border);
      // AND the row that is chosen in it
      QVERIFY(holds(picture, theme.colours().selection));
    }
  }

  void shouldOfferOneLookAndOneLanguage_inTheViewMenu() {
    DeskRig rig;
    rig.open();
    QList<QActionGroup*> groups;
    for (const QAction* menu : rig.window->menuBar()->actions())
      for (const QAction* choice : menu->menu()->actions())
        if (choice->isCheckable()) {
          QVERIFY(choice->actionGroup() != nullptr && choice->actionGroup()->isExclusive());
          if (!groups.contains(choice->actionGroup())) groups << choice->actionGroup();
        }
    QCOMPARE(groups.size(), 2);
  }
};

QTEST_MAIN(LookTest)
#include "looktest.moc"
