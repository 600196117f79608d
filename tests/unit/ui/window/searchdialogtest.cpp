// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/searchdialog.h"

#include "tests/support/fakedesk.h"
#include "tests/support/guitestsupport.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QtTest>

using namespace madoguchi;

namespace {

/// The search over three cases, shown; and what was opened from it.
struct Rig {
  Rig() {
    for (const char* name : {"申請者50", "申請者53", "申請者54"})
      fake.arrive("food-business-permit", name, "シンセイシャ", 3);
    dialog = new ui::SearchDialog({desk, theme});
    QObject::connect(dialog, &ui::SearchDialog::chosen, dialog,
                     [this](const core::CaseId& id) { opened.push_back(id); });
    text = dialog->findChild<QLineEdit*>(u"searchText"_qs);
    hits = dialog->findChild<QListWidget*>(u"searchHits"_qs);
    dialog->show();
  }
  ~Rig() { delete dialog; }

  [[nodiscard]] core::CaseId idAt(std::size_t place) const { return fake.cases[place].record.state.id; }

  tests::FakeDesk fake;
  models::Desk desk{fake.ports()};
  ui::Theme theme{ui::Look::Light};
  QPointer<ui::SearchDialog> dialog;
  QLineEdit* text = nullptr;
  QListWidget* hits = nullptr;
  std::vector<core::CaseId> opened;
};

} // namespace

class SearchDialogTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldOpenWhatTheBoxSays_whenOtherHitsAreStillShown() {
    Rig rig;
    rig.text->setText(u"申請者53"_qs);
    QTRY_COMPARE(rig.hits->count(), 1);
    QTest::keyClick(rig.text, Qt::Key_Backspace);
    QTest::keyClicks(rig.text, u"0"_qs);
    QTest::keyClick(rig.text, Qt::Key_Return);
    QTRY_COMPARE(rig.opened, std::vector{rig.idAt(0)});
    QTRY_VERIFY(rig.dialog.isNull());
  }

  void shouldOpenTheFirstHit_whenEnterCameBeforeAny() {
    Rig rig;
    rig.text->setText(u"申請者5"_qs);
    QTest::keyClick(rig.text, Qt::Key_Return);
    QVERIFY(rig.opened.empty());
    QTRY_COMPARE(rig.opened, std::vector{rig.idAt(0)});
  }

  void shouldOpenNothing_whenTheTextHasChangedAgain() {
    Rig rig;
    rig.text->setText(u"申請者50"_qs);
    QTest::keyClick(rig.text, Qt::Key_Return);
    QTest::keyClick(rig.text, Qt::Key_Backspace);
    QTRY_COMPARE(rig.hits->count(), 3);
    QVERIFY(rig.opened.empty());
    // THEN Enter takes the row to which the user has gone among these
    QTest::keyClick(rig.text, Qt::Key_Down);
    QTest::keyClick(rig.text, Qt::Key_Return);
    QCOMPARE(rig.opened, std::vector{rig.idAt(1)});
  }

  void shouldTakeOutWhatWasFound() {
    Rig rig;
    auto* print = rig.dialog->findChild<QPushButton*>(u"search:printList"_qs);
    QVERIFY(!print->isEnabled());
    rig.text->setText(u"申請者5"_qs);
    QTRY_COMPARE(rig.hits->count(), 3);
    QVERIFY(print->isEnabled());
    QTest::keyClick(rig.text, Qt::Key_P, Qt::ControlModifier);
    auto* dialog = rig.dialog->findChild<ui::ExportDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->begin(models::ListJob::Format::Pdf, u"found.pdf"_qs);
    QCOMPARE(rig.fake.lists.jobs.size(), std::size_t(1));
    const auto& rows = rig.fake.lists.jobs[0].rows->rows;
    QCOMPARE(rows.size(), std::size_t(3));
    QStringList names;
    for (const auto& row : rows) {
      names << row[1].text;
      QVERIFY(!row[2].text.isEmpty() && !row[3].text.isEmpty() && !row[4].text.isEmpty());
    }
    names.sort();
    QCOMPARE(names, (QStringList{u"申請者50"_qs, u"申請者53"_qs, u"申請者54"_qs}));
    // AND nothing was opened by that
    QVERIFY(rig.opened.empty());
    rig.text->clear();
    QTRY_VERIFY(!print->isEnabled());
  }

  void shouldNameTheListAsItWasTyped() {
    Rig rig;
    rig.text->setText(u"申請者5 <b>x</b>"_qs);
    const ui::ShownList list = rig.dialog->shownList();
    QVERIFY(list.title.contains(u"<b>x</b>"_qs));
    QVERIFY(!list.fileName.contains(u'x'));
    const ui::ExportDialog dialog({rig.desk, rig.theme}, ui::ExportDialog::Purpose::File, list);
    QCOMPARE(dialog.findChild<QLabel*>(u"exportName"_qs)->textFormat(), Qt::PlainText);
  }

  void shouldOpenNothing_whenItIsClosed() {
    Rig rig;
    rig.text->setText(u"申請者50"_qs);
    QTest::keyClick(rig.text, Qt::Key_Return);
    rig.dialog->reject();
    QTRY_VERIFY(rig.dialog.isNull());
    QVERIFY(rig.opened.empty());
  }

  void shouldOpenNothing_whenNothingIsFound() {
    Rig rig;
    rig.text->setText(u"別人"_qs);
    QTest::keyClick(rig.text, Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(rig.opened.empty() && rig.dialog->isVisible());
    // THEN that Enter is spent
    rig.text->setText(u"申請者5"_qs);
    QTRY_COMPARE(rig.hits->count(), 3);
    QVERIFY(rig.opened.empty());
  }

  void shouldSearchTheFirstLetterAtOnce_andThenTheNewestText() {
    Rig rig;
    rig.text->setText(u"申請者5"_qs);
    QCoreApplication::processEvents();
    QCOMPARE(rig.hits->count(), 3);
    rig.text->setText(u"申請者5　別人"_qs);
    rig.text->setText(u"申請者54"_qs);
    QTRY_COMPARE(rig.hits->count(), 1);
  }
};

QTEST_MAIN(SearchDialogTest)
#include "searchdialogtest.moc"
