// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/casepages/casepages.h"
#include "ui/documents/pageview.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QDialog>
#include <QFrame>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
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

} // namespace

class SmallScreenTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldOpenWithinTheScreen_theFirstTime() {
    tests::FakeDesk fake;
    models::Desk desk(fake.ports());
    const ui::Theme theme(ui::Look::Light);
    ui::MainWindow window(ui::Context{desk, theme});
    window.show();
    const QSize room = window.screen()->availableSize();
    QVERIFY2(room.width() < 1440, "the screen of this test is to be a small one");
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
    rig.press(Qt::Key_Escape);
    QVERIFY(list->isVisible());
    QTRY_COMPARE(view->height(), before);
  }
};

QTEST_MAIN(SmallScreenTest)
#include "smallscreentest.moc"
