// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"
#include "tests/support/fakeplaces.h"
#include "ui/casepages/documentspage.h"

#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

#include <set>

using namespace madoguchi;
using models::DocumentPlace;
using tests::FakePlaces;

namespace {

constexpr int kPlace = 4;

/// The page with one document.
struct Rig {
  Rig() {
    const std::size_t at = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    fake.examine(at);
    fake.act(at, "sato",
             core::AttachDocument{core::DocumentId("plan"), {}, "図面.pdf", "application/pdf", 4, blob});
    desk.opened.open(fake.cases[at].record.state.id);
  }
  [[nodiscard]] QTableWidgetItem* cell() const { return table->item(0, kPlace); }
  models::Ports ports() {
    models::Ports ports = fake.ports();
    ports.places = &places;
    return ports;
  }

  tests::FakeDesk fake{"sato"};
  FakePlaces places;
  const core::BlobId blob{std::string(64, 'a')};
  models::Desk desk{ports()};
  const ui::Theme theme{ui::Look::Light};
  ui::DocumentsPage page{ui::Context{desk, theme}};
  QTableWidget* table = page.findChild<QTableWidget*>(u"documents"_qs);
};

} // namespace

class DocumentPlacesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldSayWhereADocumentIs_asItMoves() {
    tests::FakeDesk fake("sato");
    const std::size_t at = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    fake.examine(at);
    const core::BlobId blob(std::string(64, 'a'));
    fake.act(at, "sato",
             core::AttachDocument{core::DocumentId("plan"), {}, "図面.pdf", "application/pdf", 4, blob});
    FakePlaces places;
    models::Ports ports = fake.ports();
    ports.places = &places;
    models::Desk desk(ports);
    const ui::Theme theme{ui::Look::Light};
    ui::DocumentsPage page(ui::Context{desk, theme});
    desk.opened.open(fake.cases[at].record.state.id);
    auto* table = page.findChild<QTableWidget*>(u"documents"_qs);
    QTRY_COMPARE(table->rowCount(), 1);
    QVERIFY(!table->isColumnHidden(kPlace));
    QCOMPARE(places.watched, std::vector{blob});
    QStringList texts;
    for (const auto place :
         {DocumentPlace::Server, DocumentPlace::Coming, DocumentPlace::Here, DocumentPlace::Unsent}) {
      places.place = place;
      Q_EMIT places.changed();
      texts << table->item(0, kPlace)->text();
    }
    QCOMPARE(texts.removeDuplicates(), 0);
    QVERIFY(!texts.contains(QString()));
  }

  void shouldKeepADocumentOnThisPc_andNotAnyMore() {
    Rig rig;
    auto* keep = rig.page.findChild<QPushButton*>(u"keepDocument"_qs);
    QTRY_VERIFY(rig.table->rowCount() == 1 && keep->isEnabled());
    rig.places.place = DocumentPlace::Here;
    Q_EMIT rig.places.changed();
    const QString before = keep->text();
    QVERIFY(rig.cell()->icon().isNull());
    const QString here = rig.cell()->text();
    keep->click();
    QCOMPARE(rig.places.kept, std::set{rig.blob});
    // THEN it says so, by a sign and in words
    QVERIFY(!rig.cell()->icon().isNull());
    QVERIFY2(rig.cell()->text() != here && rig.cell()->text().contains(u"kept"_qs),
             qPrintable(rig.cell()->text()));
    QVERIFY(keep->text() != before);
    keep->click();
    QVERIFY(rig.places.kept.empty());
    QCOMPARE(keep->text(), before);
    QVERIFY(rig.cell()->icon().isNull());
  }

  void shouldKeepAllOfACase() {
    Rig rig;
    QTRY_COMPARE(rig.table->rowCount(), 1);
    QVERIFY(rig.page.whyNotKeepAll().isEmpty());
    rig.page.keepAll();
    QVERIFY(rig.places.keepsAll && rig.places.kept == std::set{rig.blob});
    rig.page.keepAll();
    QVERIFY(!rig.places.keepsAll && rig.places.kept.empty());
  }

  void shouldSayHowFarItIs() {
    Rig rig;
    QTRY_COMPARE(rig.table->rowCount(), 1);
    rig.places.place = DocumentPlace::Coming;
    rig.places.transfers[rig.blob] = {3 * 1024 * 1024 + 200 * 1024, 8 * 1024 * 1024};
    Q_EMIT rig.places.transferred(rig.blob);
    QVERIFY2(rig.cell()->text().contains(u"3.2 of 8.0 MB"_qs), qPrintable(rig.cell()->text()));
    // AND where the server has not said how much it is, the case has
    rig.places.transfers[rig.blob] = {2, 0};
    Q_EMIT rig.places.transferred(rig.blob);
    QVERIFY2(rig.cell()->text().contains(u"2 of 4 bytes"_qs), qPrintable(rig.cell()->text()));
    rig.places.place = DocumentPlace::Unsent;
    Q_EMIT rig.places.changed();
    QVERIFY2(rig.cell()->text().contains(u"sent"_qs), qPrintable(rig.cell()->text()));
  }

  void shouldHideTheColumn_whereNobodyKnows() {
    tests::FakeDesk fake("sato");
    models::Desk desk(fake.ports());
    const ui::Theme theme{ui::Look::Light};
    const ui::DocumentsPage page(ui::Context{desk, theme});
    QVERIFY(page.findChild<QTableWidget*>(u"documents"_qs)->isColumnHidden(kPlace));
  }
};

QTEST_MAIN(DocumentPlacesTest)
#include "documentplacestest.moc"
