// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentviewer.h"

#include "tests/support/fakedesk.h"
#include "tests/support/fakeplaces.h"
#include "ui/documents/pagestrip.h"
#include "ui/documents/pageview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QtTest>

using namespace madoguchi;

class DocumentViewerTest : public QObject {
  Q_OBJECT

  std::unique_ptr<tests::FakeDesk> m_fake;
  std::unique_ptr<tests::FakePlaces> m_places;
  std::unique_ptr<models::Desk> m_desk;
  ui::Theme m_theme{ui::Look::Light};
  std::unique_ptr<ui::DocumentViewer> m_viewer;

  template <class Widget>
  Widget* find(const char* name) {
    return m_viewer->findChild<Widget*>(QString::fromLatin1(name));
  }
  void show(const char* type = "application/pdf") {
    const core::BlobId blob(std::string(64, 'a'));
    m_fake->blobs[blob.value] = "content";
    core::CaseDocument document;
    document.blob = blob;
    document.mediaType = type;
    document.size = 7;
    m_viewer->show(document, core::CaseId("case"));
  }
  void showAndWait() {
    show();
    QTRY_COMPARE(find<ui::PageView>("pageView")->pageCount(), 3);
    QTRY_VERIFY(!m_fake->pages.renderedPages.isEmpty());
    find<ui::PageView>("pageView")->setFocus();
  }

private Q_SLOTS:
  void init() {
    m_fake = std::make_unique<tests::FakeDesk>("sato");
    m_places = std::make_unique<tests::FakePlaces>();
    models::Ports ports = m_fake->ports();
    ports.places = m_places.get();
    m_desk = std::make_unique<models::Desk>(ports);
    m_viewer = std::make_unique<ui::DocumentViewer>(ui::Context{*m_desk, m_theme});
    m_viewer->resize(500, 400);
    m_viewer->QWidget::show();
    m_viewer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_viewer.get()));
  }
  void cleanup() {
    m_viewer.reset();
    m_desk.reset();
    m_places.reset();
    m_fake.reset();
  }

  void shouldTakeDownTheView_beforeAnythingIsShown() {
    showAndWait();
    QCOMPARE(m_fake->journal, std::vector<std::string>{"openDocument"});
  }

  void shouldSayHowFarItIs_whileItIsFetched() {
    auto* words = find<QLabel>("previewText");
    QVERIFY(words != nullptr);
    const core::BlobId blob(std::string(64, 'a'));
    show();
    QCOMPARE(words->text(), u"Loading …"_qs);
    // GIVEN that it was asked for, and has not come
    m_places->transfers[blob] = {2, 0};
    QString said;
    const auto tell = [&] {
      Q_EMIT m_places->transferred(blob);
      said = words->text();
    };
    connect(&m_fake->journalSource, &models::DeskJournal::recorded, m_viewer.get(), tell);
    QTRY_COMPARE(find<ui::PageView>("pageView")->pageCount(), 3);
    QCOMPARE(said, u"Loading … 2 of 7 bytes"_qs);
    // WHEN another tells of it later THEN the pages stay
    tell();
    QVERIFY(find<ui::PageView>("pageView")->isVisible());
  }

  void shouldAskOnlyForPagesInSight() {
    showAndWait();
    QCOMPARE(m_fake->pages.renderedPages, QList<int>{0});
    find<ui::PageView>("pageView")->goTo(2);
    QTRY_VERIFY(m_fake->pages.renderedPages.contains(2));
  }

  void shouldFollowThePage_byKeysAndNumber() {
    showAndWait();
    auto* view = find<ui::PageView>("pageView");
    QTest::keyClick(view, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(view->currentPage(), 1);
    auto* number = find<QSpinBox>("pageNumber");
    QCOMPARE(number->value(), 2);
    number->setValue(3);
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(view->currentPage(), 2);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->currentPage(), 0);
    QVERIFY(view->accessibleDescription().contains(u'3'));
  }

  void shouldZoom_andFitAgain() {
    showAndWait();
    auto* view = find<ui::PageView>("pageView");
    const double fitting = view->zoom();
    QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(view->zoom() > fitting * 1.2);
    QTest::keyClick(view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view->zoom(), fitting);
    m_viewer->resize(900, 400);
    QTRY_VERIFY(view->zoom() > fitting);
  }

  void shouldStayOnThePage_whenItIsTurned() {
    showAndWait();
    auto* view = find<ui::PageView>("pageView");
    view->goTo(1);
    QTest::keyClick(view, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view->currentPage(), 1);
  }

  void shouldGoFromPlaceToPlace_whenTextIsFound() {
    showAndWait();
    auto* field = find<QLineEdit>("findInDocument");
    auto* view = find<ui::PageView>("pageView");
    field->setFocus();
    QTest::keyClicks(field, u"page"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(find<QLabel>("hitCount")->text(), u"1 of 3"_qs);
    QCOMPARE(view->currentPage(), 0);
    QTest::keyClick(field, Qt::Key_F3);
    QTRY_COMPARE(view->currentPage(), 1);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(view->currentPage(), 0);
  }

  void shouldMakeSmallPictures_whenAskedFor() {
    showAndWait();
    auto* strip = find<ui::PageStrip>("pageStrip");
    QVERIFY(!strip->isVisible());
    QTest::keyClick(find<ui::PageView>("pageView"), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(strip->isVisible());
    QTRY_VERIFY(m_fake->pages.renderedPages.contains(1));
    strip->setCurrentRow(2);
    QCOMPARE(find<ui::PageView>("pageView")->currentPage(), 2);
  }

  void shouldSayWhy_andTryAgain() {
    m_fake->pages.failure = models::PageSource::Failure::Stopped;
    show();
    auto* again = find<QPushButton>("previewAgain");
    QTRY_VERIFY(again->isVisible());
    QVERIFY(!find<QLabel>("previewText")->text().isEmpty());
    m_fake->pages.failure.reset();
    again->click();
    QTRY_COMPARE(find<ui::PageView>("pageView")->pageCount(), 3);
  }

  void shouldNotEvenLoad_whatHasNoPreview() {
    show("application/zip");
    QVERIFY(m_fake->journal.empty());
    QVERIFY(find<QLabel>("previewText")->isVisible());
  }
};

QTEST_MAIN(DocumentViewerTest)
#include "documentviewertest.moc"
