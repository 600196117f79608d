// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of the documents does with files and with the one that is chosen.
#include "ui/casepages/documentspage.h"

#include "tests/support/fakedesk.h"
#include "tests/support/guitestsupport.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;

namespace {

/// The page of a case that "sato" examines, with one document.
struct Rig {
  explicit Rig(const std::string& user = "sato") : fake(user) {
    place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    fake.examine(place);
    fake.act(place, "sato",
             core::AttachDocument{core::DocumentId("plan"),
                                  {},
                                  "図面.pdf",
                                  "application/pdf",
                                  4,
                                  core::BlobId(std::string(64, 'a'))});
    desk.opened.open(fake.cases[place].record.state.id);
    page.resize(900, 700);
    page.show();
  }

  [[nodiscard]] bool isShown() const { return table->rowCount() == 1 && table->currentRow() == 0; }
  [[nodiscard]] QPushButton* button(const char* name) const {
    return page.findChild<QPushButton*>(QString::fromLatin1(name));
  }
  [[nodiscard]] const std::vector<core::CaseDocument>& documents() const {
    return fake.cases[place].record.state.documents;
  }
  /// Files of these names with these contents.
  QList<QUrl> files(const std::vector<std::pair<QString, QByteArray>>& contents) {
    QList<QUrl> urls;
    for (const auto& [name, content] : contents) {
      QFile file(folder.filePath(name));
      if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no file");
      urls << QUrl::fromLocalFile(file.fileName());
    }
    return urls;
  }
  /// Whether the page would take them; lets them fall on it in any case.
  bool drop(const QList<QUrl>& urls) {
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enters(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enters.setAccepted(false);
    QApplication::sendEvent(&page, &enters);
    if (!enters.isAccepted()) return false;
    QDropEvent drops(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page, &drops);
    return true;
  }

  QTemporaryDir folder;
  tests::FakeDesk fake;
  std::size_t place = 0;
  models::Desk desk{fake.ports()};
  const ui::Theme theme{ui::Look::Light};
  ui::DocumentsPage page{ui::Context{desk, theme}};
  QTableWidget* table = page.findChild<QTableWidget*>(u"documents"_qs);
};

} // namespace

class DocumentsPageTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldAttachFilesThatAreDropped_asTheKindThatIsChosen() {
    Rig rig;
    QTRY_VERIFY(rig.isShown());
    auto* kind = rig.page.findChild<QComboBox*>(u"documentKind"_qs);
    kind->setCurrentIndex(1);
    const std::string chosen = kind->currentData().toString().toStdString();
    QVERIFY(rig.drop(rig.files({{u"間取り.txt"_qs, "plan"}, {u"写真.txt"_qs, "photo"}})));
    QTRY_COMPARE(rig.documents().size(), std::size_t(3));
    QCOMPARE(rig.documents()[1].name, std::string("間取り.txt"));
    QCOMPARE(rig.documents()[2].name, std::string("写真.txt"));
    QCOMPARE(rig.documents()[1].kind, chosen);
    QCOMPARE(rig.fake.blobs[rig.documents()[2].blob.value], QByteArray("photo"));
    QTRY_COMPARE(rig.table->rowCount(), 3);
  }

  void shouldLeaveAlone_whatIsDroppedAndNoFileOfThisPc() {
    Rig rig;
    QTRY_VERIFY(rig.isShown());
    QList<QUrl> dropped{QUrl(u"https://example.jp/plan.txt"_qs)};
    dropped += rig.files({{u"plan.txt"_qs, "plan"}});
    QVERIFY(rig.drop(dropped));
    QTRY_COMPARE(rig.documents().size(), std::size_t(2));
    QTRY_COMPARE(rig.table->rowCount(), 2);
    QCOMPARE(rig.fake.performed.size(), std::size_t(1));
  }

  void shouldTakeNoDrop_whereNothingMayBeAttached() {
    Rig rig("mori"); // audits
    QTRY_VERIFY(rig.isShown());
    QVERIFY(!rig.page.whyNotAttach().isEmpty());
    QVERIFY(!rig.drop(rig.files({{u"plan.txt"_qs, "plan"}})));
    for (const char* name : {"attachDocument", "verifyDocument", "detachDocument"}) {
      QVERIFY2(!rig.button(name)->isEnabled(), name);
      QVERIFY2(!rig.button(name)->toolTip().isEmpty(), name);
    }
    QVERIFY(rig.fake.performed.empty());
  }

  void shouldSayWhy_whenADroppedFileIsRefused() {
    Rig rig;
    QTRY_VERIFY(rig.isShown());
    QSignalSpy failed(&rig.page, &ui::DocumentsPage::failed);
    rig.fake.blobSource.refusals[u"virus.txt"_qs] = core::ErrorCode::FileInfected;
    QVERIFY(rig.drop(rig.files({{u"virus.txt"_qs, "x"}, {u"plan.txt"_qs, "plan"}})));
    QTRY_COMPARE(rig.documents().size(), std::size_t(2));
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed[0][0].toString().contains(u"virus.txt"_qs));
    QCOMPARE(rig.documents()[1].name, std::string("plan.txt"));
  }

  void shouldAttachFilesThatAreChosen() {
    Rig rig;
    QTRY_VERIFY(rig.isShown());
    rig.button("attachDocument")->click();
    auto* dialog = rig.page.findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFiles);
    Q_EMIT dialog->filesSelected({rig.files({{u"plan.txt"_qs, "plan"}}).first().toLocalFile()});
    QTRY_COMPARE(rig.documents().size(), std::size_t(2));
    QCOMPARE(rig.documents()[1].name, std::string("plan.txt"));
  }

  void shouldVerify_andTakeThatBack() {
    Rig rig;
    QTRY_VERIFY(rig.isShown());
    QPushButton* verify = rig.button("verifyDocument");
    const QString before = verify->text();
    verify->click();
    QTRY_COMPARE(rig.documents()[0].verifiedBy, core::UserId("sato"));
    QTRY_VERIFY(verify->text() != before);
    QVERIFY(rig.table->item(0, 3)->text().startsWith(u"✓ "_qs));
    verify->click();
    QTRY_VERIFY(rig.documents()[0].verifiedBy.empty());
    QTRY_COMPARE(verify->text(), before);
    QVERIFY(rig.table->item(0, 3)->text().isEmpty());
  }

  void shouldTakeTheChosenDocumentOff_andNoOther() {
    Rig rig;
    rig.fake.act(
        rig.place, "sato",
        core::AttachDocument{
            core::DocumentId("photo"), {}, "写真.jpg", "image/jpeg", 4, core::BlobId(std::string(64, 'b'))});
    rig.fake.tellChanged(rig.place);
    QTRY_COMPARE(rig.table->rowCount(), 2);
    rig.table->setCurrentCell(1, 0);
    rig.button("detachDocument")->click();
    QTRY_COMPARE(rig.table->rowCount(), 1);
    QVERIFY(rig.documents()[1].detached);
    QVERIFY(!rig.documents()[0].detached);
    QCOMPARE(rig.table->item(0, 1)->text(), u"図面.pdf"_qs);
  }

  void shouldHaveNothingToVerifyOrTakeOff_whereNoDocumentIs() {
    Rig rig;
    QTRY_VERIFY(rig.isShown());
    rig.button("detachDocument")->click();
    QTRY_COMPARE(rig.table->rowCount(), 0);
    for (const char* name : {"verifyDocument", "detachDocument"})
      QVERIFY2(!rig.button(name)->isEnabled(), name);
    QVERIFY(rig.button("attachDocument")->isEnabled());
  }
};

QTEST_MAIN(DocumentsPageTest)
#include "documentspagetest.moc"
