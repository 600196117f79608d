// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/casepages/casepages.h"
#include "ui/documents/pageview.h"
#include "ui/window/workspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTableWidget>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;
using ui::CasePages;

namespace {

constexpr QSize kSmallest(683, 460); ///< 1024 x 768 at 150 %, less the bars of the system

/// What needs that much height by itself.
QString highParts(const QWidget& window, int height) {
  QStringList parts;
  for (const QWidget* part : window.findChildren<QWidget*>())
    if (const QSize least = part->minimumSizeHint(); least.height() > height)
      parts << u"%1#%2 %3x%4"_qs.arg(QLatin1String(part->metaObject()->className()), part->objectName())
                   .arg(least.width())
                   .arg(least.height());
  return parts.join(u", "_qs);
}

/// What needs that much width by itself.
QString wideParts(const QWidget& part, int width) {
  QStringList parts;
  for (const QWidget* inner : part.findChildren<QWidget*>())
    if (inner->isVisible() && inner->minimumSizeHint().width() > width)
      parts << u"%1#%2 %3"_qs.arg(QLatin1String(inner->metaObject()->className()), inner->objectName())
                   .arg(inner->minimumSizeHint().width());
  return parts.join(u", "_qs);
}

/// What is scrolled sideways, and by how many pixels.
QString sideways(const QWidget& page) {
  QStringList parts;
  for (const QAbstractScrollArea* area : page.findChildren<QAbstractScrollArea*>())
    if (const int by = area->horizontalScrollBar()->maximum(); area->isVisible() && by > 0)
      parts << u"%1 by %2: %3"_qs.arg(area->objectName() + area->accessibleName())
                   .arg(by)
                   .arg(wideParts(*area->viewport(), area->viewport()->width() - 40));
  return parts.join(u"; "_qs);
}

} // namespace

class SmallScreenTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldOpenWithinTheScreen_theFirstTime() {
    tests::FakeDesk fake;
    models::Desk desk(fake.ports());
    const ui::Theme theme(ui::Look::Light);
    ui::MainWindow window(ui::Context{desk, theme});
    QVERIFY(window.minimumSizeHint().width() <= kSmallest.width());
    window.show();
    const QSize screen = window.screen()->availableSize();
    QVERIFY2(screen.width() < 1440, "the screen of this test is to be a small one");
    // At 200 % it is smaller than the window can be.
    const QSize room = screen.expandedTo(window.minimumSizeHint() + QSize(0, 1));
    QVERIFY(window.width() <= room.width() && window.height() < room.height());
  }

  void shouldNeedNoMoreRoom_thanASmallScreenHas() {
    for (const char* name : {"ja", "en"}) {
      ui::Language language;
      language.use(QString::fromLatin1(name));
      DeskRig rig;
      // The guide of the first day stands above all else, until it is put away.
      rig.fake.preferences.setValue(u"guide/seen"_qs, true);
      rig.openPlace(rig.arriveExamined());
      const QSize least = rig.window->minimumSizeHint();
      const QString said = u"%1: %2 x %3"_qs.arg(QLatin1String(name)).arg(least.width()).arg(least.height());
      QVERIFY2(least.width() <= kSmallest.width() && least.height() <= kSmallest.height(),
               qPrintable(said + u", "_qs + highParts(*rig.window, kSmallest.height() / 2)));
    }
  }

  void shouldReceiveOnPaper_withoutScrollingSideways() {
    for (const char* name : {"ja", "en"})
      for (const int width : {440, 560, 760, 900}) {
        ui::Language language;
        language.use(QString::fromLatin1(name));
        DeskRig rig;
        rig.open();
        rig.window->findChild<QAction*>(u"command:receive"_qs)->trigger();
        QDialog* dialog = rig.dialog("intakeDialog");
        QVERIFY(dialog != nullptr);
        dialog->resize(width, 600);
        QCoreApplication::processEvents();
        QCOMPARE(dialog->width(), width);
        for (const QScrollArea* area : dialog->findChildren<QScrollArea*>()) {
          const QString said = u"%1 %2: %3 by %4"_qs.arg(QLatin1String(name))
                                   .arg(width)
                                   .arg(area->objectName() + area->accessibleName())
                                   .arg(area->horizontalScrollBar()->maximum());
          QVERIFY2(!area->isVisible() || area->horizontalScrollBar()->maximum() == 0, qPrintable(said));
        }
        dialog->reject();
      }
  }

  void shouldShowAllColumnsOfEachTable_inASmallWindow_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Japanese") << u"ja"_qs;
    QTest::newRow("English") << u"en"_qs;
  }

  void shouldShowAllColumnsOfEachTable_inASmallWindow() {
    QFETCH(QString, language);
    ui::Language words;
    words.use(language);
    DeskRig rig("suzuki");
    fillWithSamples(rig.fake);
    rig.fake.preferences.setValue(u"guide/seen"_qs, true);
    rig.open();
    rig.window->resize(1024, 700);
    ui::Workspace& workspace = *rig.window->workspace();
    int tables = 0;
    const auto fits = [&](const char* name) {
      auto* table = rig.find<QAbstractItemView>(name);
      QVERIFY2(table != nullptr, name);
      QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 0);
      QCoreApplication::processEvents();
      const QString said =
          u"%1: by %2"_qs.arg(QLatin1String(name)).arg(table->horizontalScrollBar()->maximum());
      QVERIFY2(table->horizontalScrollBar()->maximum() == 0, qPrintable(said));
      ++tables;
    };
    workspace.showQueue(core::Queue::Office);
    fits("caseTable");
    workspace.showQueue(core::Queue::ToDecide);
    fits("batch");
    rig.find<QAction>("command:workload")->trigger();
    fits("workload");
    rig.find<QAbstractButton>("workloadByProcedure")->click();
    fits("workload");
    // The names of the columns are whole.
    const QHeaderView* header = rig.find<QTableView>("workload")->horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
      QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
               qPrintable(QString::number(column)));
    rig.find<QAction>("command:figures")->trigger();
    fits("figures");
    QCOMPARE(tables, 5);
  }

  void shouldShowEachPageOfACase_withoutScrollingSideways() {
    for (const char* name : {"ja", "en"}) {
      ui::Language language;
      language.use(QString::fromLatin1(name));
      DeskRig rig;
      rig.fake.preferences.setValue(u"guide/seen"_qs, true);
      rig.openPlace(rig.arriveExamined());
      for (const QSize size : {QSize(1440, 900), QSize(1024, 700)})
        for (const int page : {CasePages::kApplication, CasePages::kDocuments, CasePages::kExamination,
                               CasePages::kDecision, CasePages::kTimeline, CasePages::kNotes}) {
          rig.window->resize(size);
          CasePages& pages = rig.window->workspace()->casePages();
          pages.showPage(static_cast<CasePages::Page>(page));
          QTRY_COMPARE(sideways(pages), QString());
        }
    }
  }

  void shouldGiveTheCriteriaTheRoom_inAWideWindow() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    rig.window->resize(2560, 1400);
    rig.window->workspace()->casePages().showPage(CasePages::kExamination);
    const auto* missing = rig.find<QLabel>("missing");
    const auto* list = rig.find<QWidget>("criteria");
    QTRY_VERIFY2(list->height() > 800, qPrintable(QString::number(list->height())));
    QTRY_COMPARE(missing->height(), missing->heightForWidth(missing->width()));
    // AND as the window gets small again, the list is no higher than its criteria
    rig.window->resize(1024, 700);
    QTRY_VERIFY(list->height() < 300);
  }

  void shouldShowWholeDays_inTheListsOfDialogs() {
    DeskRig rig("tanaka");
    fillWithSamples(rig.fake);
    rig.fake.now += std::chrono::days(365 * 12);
    rig.fake.sendAway("suzuki");
    rig.open();
    for (const auto& [command, dialogs, list] :
         {std::tuple("attendance", "attendanceDialog", "absences"),
          std::tuple("destruction", "destructionDialog", "destructionList")}) {
      rig.find<QAction>((std::string("command:") + command).c_str())->trigger();
      QDialog* dialog = rig.dialog(dialogs);
      QVERIFY(dialog != nullptr);
      auto* table = dialog->findChild<QTableView*>(QString::fromLatin1(list));
      QTRY_VERIFY(table->model()->rowCount() > 0);
      QCoreApplication::processEvents();
      for (int column = 0; column < table->model()->columnCount(); ++column) {
        const QModelIndex index = table->model()->index(0, column);
        const int wanted = table->itemDelegate()->sizeHint(QStyleOptionViewItem(), index).width();
        QVERIFY2(table->columnWidth(column) >= wanted, qPrintable(index.data().toString()));
      }
      dialog->reject();
    }
  }

  void shouldFitTheFilterIntoOneLine_besideTheQueues() {
    for (const char* name : {"ja", "en"}) {
      ui::Language language;
      language.use(QString::fromLatin1(name));
      DeskRig rig;
      rig.fake.preferences.setValue(u"guide/seen"_qs, true);
      rig.open();
      rig.window->resize(1024, 700);
      rig.window->workspace()->showQueue(core::Queue::Office);
      QCoreApplication::processEvents();
      const auto middle = [&](const char* part) {
        const auto* widget = rig.find<QWidget>(part);
        return widget->mapTo(rig.window.get(), widget->rect().center()).y();
      };
      QVERIFY(qAbs(middle("filterText") - middle("filterClear")) < 3);
      const auto* text = rig.find<QLineEdit>("filterText");
      const int needed = text->fontMetrics().horizontalAdvance(text->placeholderText());
      QVERIFY2(needed < text->width() - 40, qPrintable(text->placeholderText())); // a sign stands before it
    }
  }

  void shouldEndInDots_whatIsCut() {
    const ui::Theme theme(ui::Look::Light);
    theme.apply(*qApp);
    QComboBox whole;
    whole.addItem(u"Drawing of the facility and its equipment"_qs);
    whole.resize(150, whole.sizeHint().height());
    QStyleOptionComboBox option;
    option.initFrom(&whole);
    const QRect room =
        whole.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &whole);
    QComboBox cut;
    cut.addItem(whole.fontMetrics().elidedText(whole.currentText(), Qt::ElideRight, room.width()));
    QVERIFY(cut.currentText().endsWith(u'…'));
    cut.resize(whole.size());
    QCOMPARE(whole.grab().toImage(), cut.grab().toImage());
  }

  void shouldGiveTheRoomToThePage_whileAPlaceIsMarked() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const std::string content = "plan";
    rig.fake.blobs[core::sha256Hex(content)] = QByteArray::fromStdString(content);
    const core::BlobId blob(core::sha256Hex(content));
    rig.fake.act(place, "sato",
                 core::AttachDocument{core::DocumentId("plan"), {}, "図面.pdf", "application/pdf", 4, blob});
    rig.openPlace(place);
    rig.window->resize(1024, 700);
    rig.window->workspace()->casePages().showPage(CasePages::kDocuments);
    auto* view = rig.find<ui::PageView>("pageView");
    QTRY_COMPARE(view->pageCount(), 3);
    view->setFocus();
    const int before = view->height();
    rig.press(Qt::Key_M);
    QVERIFY(view->hasFrame());
    QCoreApplication::processEvents();
    auto* list = rig.find<QTableWidget>("documents");
    const auto* hint = rig.find<QLabel>("evidenceHint");
    QVERIFY(!list->isVisible());
    QVERIFY2(view->height() > before, qPrintable(QString::number(view->height())));
    QVERIFY(hint->height() >= hint->heightForWidth(hint->width()));
    // AND where there is too little of it, the page is scrolled, and nothing squeezed
    rig.window->resize(kSmallest);
    QTRY_VERIFY(hint->height() >= hint->heightForWidth(hint->width()));
    rig.window->resize(1024, 700);
    rig.press(Qt::Key_Escape);
    QVERIFY(list->isVisible());
    QTRY_COMPARE(view->height(), before);
  }
};

QTEST_MAIN(SmallScreenTest)
#include "smallscreentest.moc"
