// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "models/timelinemodel.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/casepages/casepages.h"
#include "ui/documents/markframe.h"
#include "ui/documents/pageview.h"
#include "ui/window/workspace.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;
using ui::CasePages;

namespace {

/// A case under examination with a document of three pages, open on its documents page.
std::size_t open(DeskRig& rig) {
  const std::size_t place = rig.arriveExamined();
  const std::string content = "plan";
  rig.fake.blobs[core::sha256Hex(content)] = QByteArray::fromStdString(content);
  rig.fake.act(place, "sato",
               core::AttachDocument{core::DocumentId("plan"),
                                    {},
                                    "図面.pdf",
                                    "application/pdf",
                                    4,
                                    core::BlobId(core::sha256Hex(content))});
  rig.openPlace(place);
  rig.window->workspace()->casePages().showPage(CasePages::kDocuments);
  auto* view = rig.find<ui::PageView>("pageView");
  if (!QTest::qWaitFor([&] { return view->pageCount() == 3; })) qFatal("no pages");
  view->setFocus();
  return place;
}

std::vector<core::EvidenceMark> marksOf(const DeskRig& rig, std::size_t place) {
  std::vector<core::EvidenceMark> marks;
  for (const auto& [id, found] : rig.fake.cases[place].record.state.findings)
    marks.insert(marks.end(), found.marks.begin(), found.marks.end());
  return marks;
}

} // namespace

class EvidenceMarkingTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldMarkAPlace_byKeyboardAlone() {
    DeskRig rig;
    const std::size_t place = open(rig);
    auto* view = rig.find<ui::PageView>("pageView");
    // WHEN a frame is begun, moved to the right, made higher, placed and described
    rig.press(Qt::Key_M);
    QVERIFY(view->hasFrame());
    auto* criterion = rig.find<QComboBox>("evidenceCriterion");
    QVERIFY(criterion->isVisible() && criterion->count() > 1);
    rig.press(Qt::Key_Right);
    rig.press(Qt::Key_Down, Qt::ShiftModifier);
    rig.press(Qt::Key_Return);
    rig.type(u"two sinks"_qs);
    criterion->setCurrentIndex(1);
    rig.press(Qt::Key_Return);
    // THEN the case has the mark, for the criterion that was chosen
    QTRY_COMPARE(marksOf(rig, place).size(), std::size_t{1});
    const core::EvidenceMark mark = marksOf(rig, place).front();
    QCOMPARE(mark.document, core::DocumentId("plan"));
    QCOMPARE(mark.page, 0);
    QCOMPARE(mark.height, 300); // 24 points of a line, and 6 more
    QCOMPARE(mark.note, std::string("two sinks"));
    const core::CriterionId chosen(criterion->currentData().toString().toStdString());
    QCOMPARE(rig.fake.cases[place].record.state.findings.at(chosen).marks.size(), std::size_t{1});
    QVERIFY(!view->hasFrame());
    QVERIFY(!rig.find<QFrame>("evidencePanel")->isVisible());
    QCOMPARE(QApplication::focusWidget(), view);
    // AND the timeline tells it, and undo takes it back
    QTRY_COMPARE(rig.shown()->findings.at(chosen).marks.size(), std::size_t{1});
    const auto* list = rig.find<QListView>("timeline")->model();
    const QString told = list->index(0, 0).data(models::TimelineModel::DetailsRole).toStringList().join(u' ');
    QVERIFY2(told.contains(u"two sinks"_qs) && told.contains(u"図面.pdf"_qs), qPrintable(told));
    rig.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(marksOf(rig, place).empty());
  }

  void shouldDropTheFrame_withoutATrace() {
    DeskRig rig;
    const std::size_t place = open(rig);
    auto* view = rig.find<ui::PageView>("pageView");
    rig.press(Qt::Key_M);
    rig.press(Qt::Key_Escape);
    QVERIFY(!view->hasFrame());
    // From the note, too; the window's own Escape is not meant.
    rig.press(Qt::Key_M);
    rig.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"evidenceNote"_qs);
    rig.press(Qt::Key_Escape);
    QVERIFY(!view->hasFrame());
    QCOMPARE(QApplication::focusWidget(), view);
    QVERIFY(marksOf(rig, place).empty());
  }

  void shouldDrawAFrame_withTheMouse() {
    DeskRig rig;
    const std::size_t place = open(rig);
    auto* view = rig.find<ui::PageView>("pageView");
    rig.press(Qt::Key_M);
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, {150, 40});
    QTest::mouseMove(view->viewport(), {250, 80});
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, {250, 80});
    QTest::mouseClick(rig.find<QPushButton>("evidenceSave"), Qt::LeftButton);
    QTRY_COMPARE(marksOf(rig, place).size(), std::size_t{1});
    const core::EvidenceMark mark = marksOf(rig, place).front();
    QCOMPARE(qRound(mark.width / 10.0 * view->zoom()), 100);
    QCOMPARE(qRound(mark.height / 10.0 * view->zoom()), 40);
  }

  void shouldGoToThePlace_fromTheExamination_andTakeItAway() {
    DeskRig rig;
    const std::size_t place = open(rig);
    auto& state = rig.fake.cases[place].record.state;
    const auto procedure = rig.fake.references->procedure(state.procedure, state.procedureVersion);
    core::EvidenceMark mark;
    mark.document = core::DocumentId("plan");
    mark.page = 2;
    mark.top = 4000;
    mark.width = mark.height = 500;
    mark.note = "面積";
    rig.fake.act(place, "sato", core::MarkEvidence{procedure->criteria.front().id, {mark}, {}});
    rig.fake.tellChanged(place);
    CasePages& pages = rig.window->workspace()->casePages();
    pages.showPage(CasePages::kExamination);
    rig.find<QListWidget>("criteria")->setCurrentRow(0);
    auto* list = rig.find<QListWidget>("evidence");
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"面積"_qs));
    list->setFocus();
    rig.press(Qt::Key_Return);
    QCOMPARE(pages.page(), CasePages::kDocuments);
    QTRY_COMPARE(rig.find<ui::PageView>("pageView")->currentPage(), 2);
    pages.showPage(CasePages::kExamination);
    list->setFocus();
    rig.press(Qt::Key_Delete);
    QTRY_VERIFY(marksOf(rig, place).empty());
    QTRY_COMPARE(list->count(), 0);
  }

  void shouldBeginAMark_fromTheExamination_forItsCriterion() {
    DeskRig rig;
    open(rig);
    CasePages& pages = rig.window->workspace()->casePages();
    pages.showPage(CasePages::kExamination);
    rig.find<QListWidget>("criteria")->setCurrentRow(2);
    QTest::mouseClick(rig.find<QPushButton>("markEvidence"), Qt::LeftButton);
    QCOMPARE(pages.page(), CasePages::kDocuments);
    QVERIFY(rig.find<ui::PageView>("pageView")->hasFrame());
    QCOMPARE(rig.find<QComboBox>("evidenceCriterion")->currentIndex(), 2);
  }

  void shouldKeepTheFrameOnThePage() {
    ui::MarkFrame frame({100, 200}, {0, 0, 300, 300});
    const QRectF page(0, 0, 100, 200);
    for (const auto& [x, y] : {std::pair(-500.0, 3.0), std::pair(500.0, 900.0), std::pair(2.0, -900.0)}) {
      frame.moveBy(x, y);
      QVERIFY(page.contains(frame.area()));
      frame.growBy(x, y);
      QVERIFY(page.contains(frame.area()));
      QVERIFY(frame.area().width() >= 6 && frame.area().height() >= 6);
    }
    frame.span({90, 190}, {500, 500});
    QCOMPARE(frame.area(), QRectF(90, 190, 10, 10));
    frame.span({100, 200}, {100, 200});
    QVERIFY(page.contains(frame.area()));
  }
};

QTEST_MAIN(EvidenceMarkingTest)
#include "evidencemarkingtest.moc"
