// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Cases in windows of their own over a real cache and its threads: each is read for its window alone.
#include "app/desk/opendesk.h"
#include "app/training/practiceoffice.h"
#include "app/workers/paperworker.h"
#include "app/workers/postalworker.h"
#include "tests/support/guitestsupport.h"
#include "ui/table/casetableview.h"
#include "ui/window/casewindow.h"
#include "ui/window/casewindows.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;

namespace {

constexpr int kPatience = 60'000; ///< milliseconds

} // namespace

class CasesApartTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldReadEachForItsWindow_andGiveItBack() {
    const QTemporaryDir folder;
    app::PracticeOffice office{core::AppealTexts{}};
    std::optional<bool> opened;
    office.open([&opened](const core::Result<void>& done) { opened = done.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(opened.has_value() && *opened, kPatience);
    app::PostalWorker postal{app::PostalWorker::installedFile()};
    app::PaperWorker printer;
    app::OpenDesk wired(app::OpenDesk::Kind::Practice, office.client(), office.session(),
                        folder.filePath(u"desk.ini"_qs), app::CommonPorts{postal, printer});
    models::Desk& desk = wired.desk();
    const ui::Theme theme{ui::Look::Light};
    auto window = std::make_unique<ui::MainWindow>(ui::Context{desk, theme});
    window->show();
    ui::Workspace& workspace = *window->workspace();
    workspace.showQueue(core::Queue::Unassigned);
    const auto& windows = window->findChild<ui::CaseWindows*>()->windows();
    // GIVEN two cases in windows of their own, and a third one beside the list
    for (int row = 0; row < 3; ++row) {
      QTRY_VERIFY_WITH_TIMEOUT(desk.table.caseAt(row) != nullptr, kPatience);
      const core::CaseId id = desk.table.caseAt(row)->id;
      workspace.openCase(id);
      QTRY_VERIFY_WITH_TIMEOUT(desk.opened.state() != nullptr && desk.opened.id() == id, kPatience);
      if (row < 2) workspace.openApart();
    }
    QCOMPARE(windows.size(), std::size_t{2});
    for (const auto& one : desk.apart.all())
      QTRY_VERIFY_WITH_TIMEOUT(one->opened.state() != nullptr, kPatience);
    // WHEN something is done in one of them THEN it is seen there, and nowhere else
    models::OpenCase& first = desk.apart.all().front()->opened;
    first.perform(core::LabelCase{{"site visit"}, {}});
    const auto* labels = windows.front()->findChild<QLabel*>(u"caseLabels"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(labels->text().contains(u"site visit"_qs), kPatience);
    QVERIFY(desk.apart.all().back()->opened.state()->labels.empty());
    QVERIFY(desk.opened.state()->labels.empty());
    // WHEN one is closed while it is being read anew THEN what comes for it harms nobody
    const core::CaseId id = first.id();
    first.reconsider(id);
    windows.front()->close();
    QTRY_COMPARE(windows.size(), std::size_t{1});
    workspace.openCase(id);
    QTRY_VERIFY_WITH_TIMEOUT(desk.opened.state() != nullptr && !desk.opened.state()->labels.empty(),
                             kPatience);
    window.reset();
  }
};

QTEST_MAIN(CasesApartTest)
#include "casesaparttest.moc"
