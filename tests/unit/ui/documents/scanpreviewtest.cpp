// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/scanpreview.h"

#include "models/errortext.h"
#include "tests/support/fakedesk.h"
#include "tests/support/guitestsupport.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace madoguchi;
using Failure = models::PageSource::Failure;

namespace {

struct Rig {
  Rig() {
    preview.resize(500, 400);
    preview.QWidget::show();
  }

  tests::FakeDesk fake;
  models::Desk desk{fake.ports()};
  ui::Theme theme{ui::Look::Light};
  ui::ScanPreview preview{ui::Context{desk, theme}};
  QLabel* text = preview.findChild<QLabel*>();
};

} // namespace

class ScanPreviewTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
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
    rig.preview.show(u"scan.pdf"_qs);
    QTRY_COMPARE(rig.text->text(), models::errorText(static_cast<Failure>(failure)));
    QVERIFY(rig.text->isVisible());
    QCOMPARE(rig.preview.pageCount(), 0);
  }

  void shouldSayHowToGoOn_whenItHoldsAMyNumber() {
    Rig rig;
    rig.fake.blobSource.refusals[u"scan.pdf"_qs] = core::ErrorCode::MyNumberFound;
    rig.preview.show(u"/tray/scan.pdf"_qs);
    QTRY_VERIFY2(rig.text->text().startsWith(models::errorText(core::ErrorCode::MyNumberFound)),
                 qPrintable(rig.text->text()));
    QVERIFY2(rig.text->text().contains(u"Strike it out on the paper"_qs), qPrintable(rig.text->text()));
    QCOMPARE(rig.preview.pageCount(), 0);
  }

  void shouldReadItOnceMore_whenAskedTo() {
    Rig rig;
    rig.fake.preview->failure = Failure::Stopped;
    rig.preview.show(u"scan.pdf"_qs);
    auto* again = rig.preview.findChild<QPushButton*>(u"previewAgain"_qs);
    QVERIFY(again != nullptr);
    QTRY_VERIFY(again->isVisible());
    rig.fake.preview->failure.reset();
    again->click();
    QTRY_COMPARE(rig.preview.pageCount(), 3);
    QVERIFY(!again->isVisible());
  }

  void shouldShowNoEmptySheet_whenAPageCannotBeDrawn() {
    // Nobody can compare what is not there with the paper.
    Rig rig;
    rig.preview.show(u"scan.pdf"_qs);
    QTRY_COMPARE(rig.preview.pageCount(), 3);
    QSignalSpy shown(&rig.preview, &ui::ScanPreview::shown);
    Q_EMIT rig.fake.preview->failed(rig.fake.preview->nextRequest(), Failure::Stopped);
    QCOMPARE(rig.preview.pageCount(), 0);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(rig.text->text(), models::errorText(Failure::Stopped));
  }
};

QTEST_MAIN(ScanPreviewTest)
#include "scanpreviewtest.moc"
