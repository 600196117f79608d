// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing before a draft is possible is always to be seen, and leads there.
#include "models/draftproposal.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/casepages/casepages.h"
#include "ui/window/workspace.h"

#include <QListWidget>
#include <QPushButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

/// A case that the user holds, without a finding yet.
std::size_t arriveOpen(DeskRig& rig) {
  const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
  rig.fake.act(place, "sato", core::RegisterCase{});
  rig.fake.act(place, "sato", core::AssignCase{core::UserId("sato"), {}});
  return place;
}

QPushButton* missing(const DeskRig& rig) {
  return rig.find<QPushButton>("caseMissing");
}

/// Brings all documents that the procedure asks for.
void attachAll(DeskRig& rig, std::size_t place) {
  const core::CaseState& state = rig.fake.cases[place].record.state;
  const core::Procedure* procedure = rig.fake.references->procedure(state.procedure, state.procedureVersion);
  int number = 0;
  for (const core::DocumentKind* kind : core::requiredDocuments(*procedure, state.form))
    rig.fake.act(place, "sato",
                 core::AttachDocument{core::DocumentId("document-" + std::to_string(++number)), kind->id,
                                      "書類.pdf", "application/pdf", 4, core::BlobId(std::string(64, 'a'))});
}

} // namespace

class MissingPartsTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldCountWhatIsMissing_withEachChange() {
    DeskRig rig;
    const std::size_t place = arriveOpen(rig);
    rig.openPlace(place);
    const auto open = [&] {
      return models::openCriteria(*rig.shown(), *rig.desk->opened.procedure()).size();
    };
    const std::size_t all = open();
    QVERIFY(all > 2);
    QCOMPARE(missing(rig)->text(), u"✗ %1 missing"_qs.arg(all));
    QVERIFY(missing(rig)->isVisible());
    // The list is told to who hovers, and to who hears.
    for (const QString& told : {missing(rig)->toolTip(), missing(rig)->accessibleDescription()})
      QVERIFY2(told.contains(u"✗ "_qs) && told.contains(u"△ "_qs), qPrintable(told));
    // WHEN one finding is made THEN one less is missing
    rig.window->workspace()->casePages().showPage(ui::CasePages::kExamination);
    rig.find<QListWidget>("criteria")->setCurrentRow(0);
    rig.find<QListWidget>("criteria")->setFocus();
    rig.press(Qt::Key_1);
    QTRY_COMPARE(missing(rig)->text(), u"✗ %1 missing"_qs.arg(all - 1));
    rig.find<QPushButton>("meetAll")->click();
    QTRY_VERIFY2(missing(rig)->text().startsWith(u"✓ Ready for a draft, "_qs),
                 qPrintable(missing(rig)->text()));
    // WHEN a colleague brings the documents
    attachAll(rig, place);
    rig.fake.tellChanged(place);
    QTRY_COMPARE(missing(rig)->text(), u"✓ Ready for a draft"_qs);
  }

  void shouldLeadToTheFirstThingThatIsMissing() {
    DeskRig rig;
    const std::size_t place = arriveOpen(rig);
    rig.openPlace(place);
    ui::CasePages& pages = rig.window->workspace()->casePages();
    missing(rig)->click();
    QCOMPARE(pages.page(), ui::CasePages::kExamination);
    QCOMPARE(rig.find<QListWidget>("criteria")->currentRow(), 0);
    rig.find<QPushButton>("meetAll")->click();
    QTRY_VERIFY(missing(rig)->text().startsWith(u"✓"_qs));
    // By its key too; a document that is missing hinders no draft, and is shown nevertheless.
    rig.press(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(pages.page(), ui::CasePages::kDocuments);
    attachAll(rig, place);
    rig.fake.tellChanged(place);
    QTRY_COMPARE(missing(rig)->text(), u"✓ Ready for a draft"_qs);
    rig.press(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(pages.page(), ui::CasePages::kDecision);
  }

  void shouldSayNothing_onceADecisionIsOnItsWay() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.fake.submit(place);
    rig.openPlace(place);
    QVERIFY(!missing(rig)->isVisible());
  }

  void shouldBeSeenWhole_inASmallWindow_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Japanese") << u"ja"_qs;
    QTest::newRow("English") << u"en"_qs;
  }
  void shouldBeSeenWhole_inASmallWindow() {
    QFETCH(QString, language);
    ui::Language words;
    words.use(language);
    DeskRig rig;
    rig.fake.preferences.setValue(u"guide/seen"_qs, true);
    const std::size_t examined = rig.arriveExamined();
    for (const std::size_t place : {arriveOpen(rig), examined}) {
      rig.openPlace(place);
      rig.window->resize(683, 460);
      QCoreApplication::processEvents();
      const QPushButton* button = missing(rig);
      QVERIFY(button->isVisible());
      QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
      const QWidget* header = button->parentWidget()->parentWidget();
      const QRect seen(button->mapTo(header, QPoint()), button->size());
      QVERIFY2(header->rect().contains(seen), qPrintable(button->text()));
      QVERIFY(header->visibleRegion().contains(seen.center()));
    }
  }
};

QTEST_MAIN(MissingPartsTest)
#include "missingpartstest.moc"
