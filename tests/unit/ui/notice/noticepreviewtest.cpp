// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/noticepreview.h"

#include "models/errortext.h"
#include "tests/support/fakedesk.h"
#include "tests/support/guitestsupport.h"
#include "ui/dialogs/noticedialog.h"
#include "ui/documents/pageview.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace madoguchi;
using Failure = models::PageSource::Failure;

namespace {

/// A preview in a window of its own.
struct Rig {
  Rig() {
    preview->resize(500, 400);
    preview->show();
    preview->activateWindow();
    if (!QTest::qWaitForWindowActive(preview.get())) qFatal("the preview does not become active");
  }

  tests::FakeDesk fake;
  models::Desk desk{fake.ports()};
  ui::Theme theme{ui::Look::Light};
  std::unique_ptr<ui::NoticePreview> preview =
      std::make_unique<ui::NoticePreview>(ui::Context{desk, theme}, nullptr);
  ui::PageView* view = preview->findChild<ui::PageView*>(u"noticePages"_qs);
  QLabel* count = preview->findChild<QLabel*>(u"noticePageCount"_qs);
  QLabel* why = preview->findChild<QLabel*>(u"previewText"_qs);
};

} // namespace

class NoticePreviewTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowThePages_byASourceOfItsOwn() {
    Rig rig;
    QVERIFY(rig.fake.preview->content.isEmpty() && rig.count->text().isEmpty());
    rig.preview->setPdf("%PDF a notice");
    QTRY_VERIFY(rig.view->isComplete());
    QCOMPARE(rig.fake.preview->content, QByteArray("%PDF a notice"));
    QCOMPARE(rig.view->pageCount(), 3);
    QVERIFY2(rig.count->text().contains(u'3'), qPrintable(rig.count->text()));
    // THEN whoever looks at a document still sees it
    QVERIFY(rig.fake.pages.content.isEmpty() && rig.fake.pages.renderedPages.isEmpty());
    QCOMPARE(rig.fake.pages.closed, 0);
    rig.preview->setPdf({});
    QCOMPARE(rig.view->pageCount(), 0);
    QVERIFY(rig.count->text().isEmpty());
    QCOMPARE(rig.fake.preview->closed, 1);
    // AND the source goes with it
    rig.preview.reset();
    QVERIFY(rig.fake.preview.isNull());
  }

  void shouldPaintEachPixel_asItCame() {
    for (const int width : {500, 501}) {
      Rig rig;
      QImage picture;
      connect(rig.fake.preview, &models::PageSource::rendered, this,
              [&](quint64, const QImage& page) { picture = page; });
      rig.preview->resize(width, 400);
      rig.preview->setPdf("%PDF a notice");
      QTRY_VERIFY(rig.view->isComplete());
      QWidget* paper = rig.view->viewport();
      const QRect shown((paper->width() - picture.width()) / 2, 10, picture.width(), paper->height() - 10);
      const QImage seen = paper->grab(shown).toImage().convertToFormat(picture.format());
      QCOMPARE(seen, picture.copy(QRect({}, shown.size())));
    }
  }

  void shouldNameWhatItShows() {
    Rig rig;
    QVERIFY(!rig.view->accessibleName().isEmpty());
    rig.preview->setTitle(u"Case summary"_qs);
    QCOMPARE(rig.view->accessibleName(), u"Case summary"_qs);
    int named = 0;
    for (const QToolButton* button : rig.preview->findChildren<QToolButton*>())
      named += button->accessibleName().isEmpty() ? 0 : 1;
    QCOMPARE(named, 3);
  }

  void shouldZoom_andFitAgain() {
    Rig rig;
    rig.preview->setPdf("%PDF a notice");
    QTRY_VERIFY(rig.view->isComplete());
    const double fitting = rig.view->zoom();
    rig.view->setFocus();
    QTest::keyClick(rig.view, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(rig.view->zoom() > fitting * 1.2);
    // THEN it is drawn anew for that
    QVERIFY(!rig.view->isComplete());
    QTRY_VERIFY(rig.view->isComplete());
    QTest::keyClick(rig.view, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(rig.view, Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(rig.view->zoom() < fitting);
    QTest::keyClick(rig.view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(rig.view->zoom(), fitting);
  }

  void shouldSayWhy_whenItCannotBeShown_data() {
    QTest::addColumn<int>("failure");
    QTest::newRow("broken") << int(Failure::Broken);
    QTest::newRow("protected") << int(Failure::Protected);
    QTest::newRow("too large") << int(Failure::TooLarge);
    QTest::newRow("too slow") << int(Failure::TooSlow);
    QTest::newRow("stopped") << int(Failure::Stopped);
  }

  void shouldSayWhy_whenItCannotBeShown() {
    QFETCH(int, failure);
    Rig rig;
    rig.fake.preview->failure = static_cast<Failure>(failure);
    rig.preview->setPdf("%PDF of another desk");
    QTRY_VERIFY(rig.why->isVisible());
    QVERIFY(!rig.why->text().isEmpty());
    QCOMPARE(rig.why->text(), models::errorText(static_cast<Failure>(failure)));
    QVERIFY(!rig.view->isVisible() && rig.count->text().isEmpty());
    QCOMPARE(rig.fake.preview->closed, 1);
    // THEN the next one is shown
    rig.fake.preview->failure.reset();
    rig.preview->setPdf("%PDF a notice");
    QTRY_VERIFY(rig.view->isVisible() && rig.view->isComplete());
    QVERIFY(!rig.why->isVisible());
  }

  void shouldTryAgain_byKeyToo_whereThatMayHelp() {
    for (const Failure why : {Failure::Stopped, Failure::TooSlow}) {
      Rig rig;
      rig.view->setFocus();
      rig.fake.preview->failure = why;
      rig.preview->setPdf("%PDF a notice");
      auto* again = rig.preview->findChild<QPushButton*>(u"previewAgain"_qs);
      QVERIFY(again != nullptr);
      QTRY_VERIFY(again->isVisible());
      // THEN whoever read the pages is at the button
      QVERIFY(again->hasFocus());
      QTest::keyClick(again, Qt::Key_Return);
      QTRY_VERIFY(again->isVisible() && rig.fake.preview->closed == 2);
      rig.fake.preview->failure.reset();
      QTest::keyClick(again, Qt::Key_Y, Qt::AltModifier);
      QTRY_VERIFY(rig.view->isVisible() && rig.view->isComplete());
      QVERIFY(rig.view->hasFocus() && !again->isVisible());
    }
  }

  void shouldTryAgain_andNotIssue_whenEnterIsPressedOnIt() {
    Rig rig;
    rig.fake.newPages = [&rig] {
      auto made = std::make_unique<tests::FakePages>();
      made->failure = Failure::Stopped;
      rig.fake.preview = made.get();
      return made;
    };
    models::Desk desk{rig.fake.ports()};
    ui::NoticeDialog dialog(ui::Context{desk, rig.theme}, ui::NoticeDialog::Kind::ToIssue, "%PDF", nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* again = dialog.findChild<QPushButton*>(u"previewAgain"_qs);
    QTRY_VERIFY(again->isVisible());
    // THEN Enter still issues, where the keyboard is elsewhere
    const auto* issue = dialog.findChild<QPushButton*>(u"accept"_qs);
    QVERIFY(issue->isDefault() && !again->isDefault());
    again->setFocus();
    rig.fake.preview->failure.reset();
    QTest::keyClick(again, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY(dialog.findChild<ui::PageView*>()->isComplete());
    QVERIFY(issue->isDefault());
  }

  void shouldOfferNoFurtherTry_whereItCannotHelp() {
    Rig rig;
    rig.fake.preview->failure = Failure::Broken;
    rig.preview->setPdf("%PDF of another desk");
    QTRY_VERIFY(rig.why->isVisible());
    auto* again = rig.preview->findChild<QPushButton*>(u"previewAgain"_qs);
    QVERIFY(again != nullptr && !again->isVisible());
  }

  void shouldShowNoEmptySheet_whenAPageCannotBeDrawn() {
    Rig rig;
    rig.preview->setPdf("%PDF a notice");
    QTRY_COMPARE(rig.view->pageCount(), 3);
    Q_EMIT rig.fake.preview->failed(rig.fake.preview->nextRequest(), Failure::Broken);
    QVERIFY(rig.why->isVisible() && !rig.view->isVisible());
  }

  void shouldNotTakeTheFailureOfThePaperBefore_forItsOwn() {
    Rig rig;
    rig.preview->setPdf("%PDF a notice");
    QTRY_COMPARE(rig.view->pageCount(), 3);
    const quint64 before = rig.fake.preview->nextRequest();
    rig.preview->setPdf("%PDF another notice");
    QCOMPARE(rig.view->pageCount(), 0);
    Q_EMIT rig.fake.preview->failed(before, Failure::Broken);
    QTRY_VERIFY(rig.view->isComplete());
    QVERIFY(!rig.why->isVisible());
  }
};

QTEST_MAIN(NoticePreviewTest)
#include "noticepreviewtest.moc"
