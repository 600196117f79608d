// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"
#include "ui/casepages/documentspage.h"

#include <QTableWidget>
#include <QtTest>

using namespace madoguchi;
using models::DocumentPlace;

namespace {

class FakePlaces final : public models::DocumentPlaces {
  Q_OBJECT

public:
  void watch(const std::vector<core::BlobId>& blobs) override { watched = blobs; }
  [[nodiscard]] DocumentPlace placeOf(const core::BlobId&) const override { return place; }
  std::vector<core::BlobId> watched;
  DocumentPlace place = DocumentPlace::Unknown;
};

constexpr int kPlace = 4;

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
