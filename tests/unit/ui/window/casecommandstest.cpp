// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of a case offer besides its actions can be done by name.
#include "core/base/hash.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/casepages/casepages.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;
using ui::CasePages;

namespace {

void trigger(const DeskRig& rig, const char* name) {
  auto* action = rig.find<QAction>(qPrintable(u"command:"_qs + QString::fromLatin1(name)));
  QVERIFY2(action != nullptr, name);
  action->trigger();
}

} // namespace

class CaseCommandsTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldAskForACase_whereNoneIsOpen() {
    DeskRig rig;
    rig.open();
    for (const char* name : {"documentAttach", "documentVerify", "documentDetach", "formVersion", "missing",
                             "dueSum", "asItWas"}) {
      rig.window->say({});
      trigger(rig, name);
      QVERIFY2(rig.message().contains(u"Open a case first"_qs), name);
    }
  }

  void shouldVerifyAndTakeOffTheChosenDocument() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const std::string content = "plan";
    const core::BlobId blob(core::sha256Hex(content));
    rig.fake.blobs[blob.value] = QByteArray::fromStdString(content);
    rig.fake.act(place, "sato",
                 core::AttachDocument{core::DocumentId("plan"), {}, "図面.pdf", "application/pdf", 4, blob});
    rig.openPlace(place);
    const auto document = [&rig] { return rig.shown()->documents.back(); };
    // GIVEN another page: which document is meant cannot be seen
    trigger(rig, "documentDetach");
    QVERIFY(rig.message().contains(u"Documents"_qs));
    QVERIFY(!document().detached);
    CasePages& pages = rig.window->workspace()->casePages();
    pages.showPage(CasePages::kDocuments);
    auto* list = rig.find<QTableWidget>("documents");
    list->setCurrentCell(list->rowCount() - 1, 0);
    trigger(rig, "documentVerify");
    QTRY_VERIFY(!document().verifiedBy.empty() && rig.isIdle());
    trigger(rig, "documentVerify");
    QTRY_VERIFY(document().verifiedBy.empty() && rig.isIdle());
    trigger(rig, "documentDetach");
    QTRY_VERIFY(document().detached);
  }

  void shouldAskForAFile_onThePageOfTheDocuments() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    trigger(rig, "documentAttach");
    QCOMPARE(rig.window->workspace()->casePages().page(), CasePages::kDocuments);
    auto* files = rig.window->findChild<QFileDialog*>();
    QVERIFY(files != nullptr);
    files->reject();
  }

  void shouldShowDueDayAndPast() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    trigger(rig, "dueSum");
    QVERIFY(rig.dialog("clockDialog") != nullptr);
    rig.dialog("clockDialog")->reject();
    trigger(rig, "asItWas");
    QVERIFY(rig.dialog("asItWasDialog") != nullptr);
    rig.dialog("asItWasDialog")->reject();
    QCOMPARE(rig.window->workspace()->casePages().page(), CasePages::kTimeline);
  }

  void shouldOfferANewerForm_whereThereIsOne() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const core::ProcedureId procedure = rig.fake.cases[place].record.state.procedure;
    rig.openPlace(place);
    trigger(rig, "formVersion");
    QVERIFY(rig.message().contains(u"newest version"_qs));
    auto newer = std::make_shared<core::Procedure>(*rig.fake.references->procedure(procedure, 1));
    newer->version = 2;
    DeskRig other;
    other.fake.references->procedures[{newer->id, 2}] = newer;
    other.openPlace(other.arriveExamined());
    trigger(other, "formVersion");
    QVERIFY(other.dialog("formVersions") != nullptr);
    other.dialog("formVersions")->reject();
  }
};

QTEST_MAIN(CaseCommandsTest)
#include "casecommandstest.moc"
