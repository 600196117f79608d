// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/shots.h"

#include "core/cases/caseclock.h"
#include "models/caseactions.h"
#include "models/clocktext.h"
#include "models/trainingtasks.h"
#include "tests/shots/batchshots.h"
#include "tests/shots/camera.h"
#include "tests/shots/formshots.h"
#include "tests/shots/scenes.h"
#include "tests/support/fakedesk.h"
#include "ui/basics/language.h"
#include "ui/casepages/casepages.h"
#include "ui/window/casewindow.h"
#include "ui/window/casewindows.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"
#include "ui/work/signinpage.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

namespace madoguchi::tests {

namespace {

using ui::CasePages;

void shootEvidence(const Camera& camera, ui::MainWindow& window) {
  CasePages& pages = window.workspace()->casePages();
  pages.showPage(CasePages::kExamination);
  camera.take(window, QStringLiteral("evidence"));
  if (auto* list = window.findChild<QListWidget*>(QStringLiteral("evidence")))
    Q_EMIT list->itemClicked(list->item(0));
  camera.take(window, QStringLiteral("evidence-place"));
  if (auto* mark = window.findChild<QPushButton*>(QStringLiteral("markEvidence"))) mark->click();
  camera.take(window, QStringLiteral("evidence-frame"));
  if (auto* cancel = window.findChild<QPushButton*>(QStringLiteral("evidenceCancel"))) cancel->click();
}

void trigger(ui::MainWindow& window, const char* name) {
  if (auto* action = window.findChild<QAction*>(QStringLiteral("command:") + QString::fromLatin1(name)))
    action->trigger();
}

void choose(ui::MainWindow& window, const char* name) {
  if (auto* button = window.findChild<QAbstractButton*>(QString::fromLatin1(name))) button->click();
}

void shootLetter(const Camera& camera, ui::MainWindow& window) {
  window.workspace()->run(models::CaseAction::AskCorrection);
  camera.settle();
  auto* asked = window.findChild<QDialog*>(QStringLiteral("correctionDialog"));
  auto* texts = asked->findChild<QComboBox*>(QStringLiteral("usualTexts"));
  texts->setCurrentIndex(1);
  Q_EMIT texts->activated(1);
  choose(window, "letter");
  camera.takeDialog(*asked, QStringLiteral("letter"));
  asked->reject();
  camera.settle();
}

/// A decision that is being written while a colleague saves a version of it.
void shootOvertaken(const Camera& camera, ui::MainWindow& window, FakeDesk& desk) {
  const core::CaseId id = caseWith(desk, core::Status::Examining);
  window.workspace()->openCase(id);
  camera.settle();
  window.workspace()->casePages().showPage(CasePages::kDecision);
  auto* remarks = window.findChild<QPlainTextEdit*>(QStringLiteral("remarks"));
  remarks->setPlainText(QStringLiteral("手洗い設備の位置を要確認"));
  const auto place = static_cast<std::size_t>(desk.find(id) - desk.cases.data());
  core::DraftDecision theirs;
  theirs.baseDraft = desk.cases[place].record.state.draft ? desk.cases[place].record.state.draft->version : 0;
  theirs.remarks = "図面を確認しました。";
  desk.act(place, "tanaka", theirs);
  desk.tellChanged(place);
  camera.take(window, QStringLiteral("draft-meanwhile"));
  choose(window, "draftTheirs");
  camera.settle();
}

void shootCase(const Camera& camera, ui::MainWindow& window, FakeDesk& desk) {
  ui::Workspace& workspace = *window.workspace();
  workspace.showQueue(core::Queue::MyCases);
  camera.take(window, QStringLiteral("my-cases"));
  addEvidence(desk, caseWith(desk, core::Status::Examining));
  workspace.openCase(caseWith(desk, core::Status::Examining));
  const std::pair<CasePages::Page, const char*> pages[] = {
      {CasePages::kApplication, "application"}, {CasePages::kDocuments, "documents"},
      {CasePages::kExamination, "examination"}, {CasePages::kDecision, "decision"},
      {CasePages::kTimeline, "timeline"},       {CasePages::kNotes, "notes"}};
  for (const auto& [page, name] : pages) {
    workspace.casePages().showPage(page);
    camera.take(window, QString::fromLatin1(name));
  }
  shootEvidence(camera, window);
  workspace.run(models::CaseAction::AskCorrection);
  camera.takeDialog(window, QStringLiteral("ask-correction"));
  shootLetter(camera, window);
  workspace.openCase(caseWith(desk, core::Status::AwaitingCorrection));
  camera.settle();
  workspace.run(models::CaseAction::RecordAnswer);
  camera.takeDialog(window, QStringLiteral("record-answer"));
  workspace.openCase(caseWith(desk, core::Status::Examining));
  camera.settle();
  for (const auto& [action, name] : {std::pair(models::CaseAction::Reserve, "reserve"),
                                     std::pair(models::CaseAction::Transfer, "transfer")}) {
    workspace.run(action);
    camera.takeDialog(window, QString::fromLatin1(name));
  }
  if (auto* then = window.findChild<QPushButton*>(QStringLiteral("asItWasButton"))) then->click();
  camera.takeDialog(window, QStringLiteral("as-it-was"));
  workspace.run(models::CaseAction::StopClock);
  camera.takeDialog(window, QStringLiteral("stop-clock"));
  if (auto* due = window.findChild<QPushButton*>(QStringLiteral("caseDue"))) due->click();
  camera.takeDialog(window, QStringLiteral("due-day"));
  workspace.showQueue(core::Queue::Office);
  workspace.openCase(caseWith(desk, core::Status::InApproval));
  workspace.casePages().showPage(CasePages::kDecision);
  camera.take(window, QStringLiteral("in-approval"));
  workspace.openCase(caseWith(desk, core::Status::Decided));
  camera.settle();
  workspace.run(models::CaseAction::IssueNotice);
  camera.takeDialog(window, QStringLiteral("notice"));
  trigger(window, "printCase");
  camera.takeDialog(window, QStringLiteral("summary"));
  workspace.run(models::CaseAction::IssueNotice);
  camera.settle();
  for (QDialog* dialog : window.findChildren<QDialog*>())
    if (dialog->isVisible()) dialog->findChild<QPushButton*>(QStringLiteral("accept"))->click();
  camera.settle();
  workspace.casePages().showPage(CasePages::kDecision);
  camera.take(window, QStringLiteral("notice-issued"));
  trigger(window, "showNotice");
  camera.takeDialog(window, QStringLiteral("notice-again"));
  shootOvertaken(camera, window, desk);
}

/// A case in a window of its own, and what stands in its place beside the list.
void shootApart(const Camera& camera, ui::MainWindow& window, const FakeDesk& desk) {
  window.workspace()->openCase(caseWith(desk, core::Status::Examining));
  camera.settle();
  window.workspace()->openApart();
  ui::CaseWindow& apart = *window.findChild<ui::CaseWindows*>()->windows().front();
  apart.resize(QSize(900, 760).boundedTo(window.size()));
  camera.take(apart, QStringLiteral("case-window"));
  camera.take(window, QStringLiteral("case-elsewhere"));
  apart.close();
  camera.settle();
}

/// What stands where there is nothing.
void shootEmpty(const Camera& camera, ui::MainWindow& window) {
  window.workspace()->showQueue(core::Queue::ReturnedToMe);
  camera.take(window, QStringLiteral("empty-queue"));
  window.workspace()->showQueue(core::Queue::NeedsAttention);
  camera.take(window, QStringLiteral("empty-attention"));
  window.workspace()->showOutbox();
  camera.take(window, QStringLiteral("empty-outbox"));
}

void shootDialogs(const Camera& camera, ui::MainWindow& window) {
  for (const auto& [command, name] :
       {std::pair("receive", "receive"), std::pair("palette", "palette"), std::pair("keys", "keys"),
        std::pair("scans", "scans"), std::pair("help", "help"), std::pair("settings", "settings"),
        std::pair("attendance", "attendance")}) {
    trigger(window, command);
    camera.takeDialog(window, QString::fromLatin1(name));
  }
  trigger(window, "search");
  if (auto* text = window.findChild<QLineEdit*>(QStringLiteral("searchText")))
    text->setText(QStringLiteral("わたなべ"));
  camera.takeDialog(window, QStringLiteral("search"));
}

/// A decider is away, a supervisor keeps the records.
void shootRecords(const Camera& camera, ui::MainWindow& window, FakeDesk& fake) {
  ui::Workspace& workspace = *window.workspace();
  trigger(window, "attendance");
  camera.takeDialog(window, QStringLiteral("attendance-away"));
  workspace.openCase(caseWith(fake, core::Status::InApproval, "manager"));
  camera.settle();
  workspace.run(models::CaseAction::ApproveForAbsent);
  camera.takeDialog(window, QStringLiteral("decide-for-absent"));
  fake.signInAs("tanaka");
  camera.settle();
  workspace.openCase(caseWith(fake, core::Status::Notified));
  camera.settle();
  for (const auto& [action, name] : {std::pair(models::CaseAction::HoldRecord, "hold"),
                                     std::pair(models::CaseAction::RecordAppeal, "appeal")}) {
    workspace.run(action);
    camera.takeDialog(window, QString::fromLatin1(name));
  }
  fake.now += std::chrono::days(365 * 12);
  trigger(window, "destruction");
  camera.takeDialog(window, QStringLiteral("destruction-list"));
}

/// What is done to many cases at once, and to the list as a whole.
void shootLists(const Camera& camera, ui::MainWindow& window, models::Desk& desk) {
  window.workspace()->showQueue(core::Queue::Office);
  camera.settle();
  desk.table.markAll();
  desk.table.setMarked(1, 2, false);
  camera.take(window, QStringLiteral("marked"));
  trigger(window, "assignMarked");
  camera.takeDialog(window, QStringLiteral("assign"));
  for (const auto& [command, name] : {std::pair("exportList", "export"), std::pair("columns", "columns")}) {
    trigger(window, command);
    camera.takeDialog(window, QString::fromLatin1(name));
  }
  desk.bulk.start({models::BulkOrder::Action::Take, {}}, desk.table.markedKeys());
  desk.table.clearMarks();
  camera.take(window, QStringLiteral("many-done"));
  if (auto* results = window.findChild<QPushButton*>(QStringLiteral("runResults"))) results->click();
  camera.takeDialog(window, QStringLiteral("many-results"));
  models::ListFilter filter;
  filter.due = models::ListFilter::Due::ThisWeek;
  const bool japanese = QLocale().language() == QLocale::Japanese;
  const QString name = japanese ? QStringLiteral("今週の営業許可") : QStringLiteral("Due this week");
  window.workspace()->showSaved(desk.searches.save({{}, name, core::Queue::Office, filter}));
  camera.take(window, QStringLiteral("saved-search"));
  trigger(window, "figures");
  camera.take(window, QStringLiteral("figures"));
  choose(window, "figuresByStep");
  camera.take(window, QStringLiteral("figures-by-step"));
  trigger(window, "workload");
  camera.take(window, QStringLiteral("workload"));
  choose(window, "workloadByProcedure");
  camera.take(window, QStringLiteral("workload-by-procedure"));
}

void shootLabels(const Camera& camera, ui::MainWindow& window, FakeDesk& fake, models::Desk& desk) {
  ui::Workspace& workspace = *window.workspace();
  const bool japanese = QLocale().language() == QLocale::Japanese;
  const std::string visit = japanese ? "現地調査" : "site visit";
  const std::string photos = japanese ? "写真待ち" : "photos due";
  workspace.showQueue(core::Queue::Office);
  camera.settle();
  for (std::size_t place = 0; place < 12; ++place) {
    const core::CaseId id = fake.cases[place].record.state.id;
    static_cast<void>(fake.perform(id, core::LabelCase{{place % 2 == 0 ? visit : photos}, {}}));
    if (place % 3 == 0) static_cast<void>(fake.perform(id, core::LabelCase{{visit}, {}}));
  }
  core::ChangeSet changes;
  changes.everything = true;
  fake.tellChanged(changes);
  workspace.openCase(fake.cases[0].record.state.id);
  camera.settle();
  camera.settle();
  camera.take(window, QStringLiteral("labels"));
  workspace.run(models::CaseAction::Label);
  camera.takeDialog(window, QStringLiteral("label-dialog"));
  desk.table.markAll();
  trigger(window, "labelMarked");
  camera.takeDialog(window, QStringLiteral("label-many"));
  desk.table.clearMarks();
}

/// The practice office and the guide of the first day.
void shootPractice(const Camera& camera, FakeDesk& fake, const ui::Theme& theme, const QSize& size) {
  fake.signInAs("suzuki");
  FakePreferences preferences;
  models::TrainingTasks tasks(preferences);
  models::Ports ports = fake.ports();
  ports.training = &tasks;
  models::Desk desk(ports);
  tasks.watch(desk);
  {
    ui::MainWindow window(ui::Context{desk, theme});
    window.resize(size);
    window.show();
    window.workspace()->showQueue(core::Queue::Office);
    camera.take(window, QStringLiteral("practice"));
    tasks.foundByText();
    window.workspace()->showQueue(core::Queue::ToDecide);
    camera.take(window, QStringLiteral("practice-to-decide"));
    for (const auto& [command, name] :
         {std::pair("palette", "practice-palette"), std::pair("settings", "practice-settings")}) {
      trigger(window, command);
      camera.takeDialog(window, QString::fromLatin1(name));
    }
    window.resize(1024, 720);
    window.workspace()->showQueue(core::Queue::Office);
    camera.take(window, QStringLiteral("practice-narrow"));
  }
  models::Desk real(fake.ports());
  ui::MainWindow window(ui::Context{real, theme});
  window.resize(size);
  window.show();
  window.workspace()->showQueue(core::Queue::Office);
  trigger(window, "guide");
  camera.take(window, QStringLiteral("guide"));
  for (int step = 0; step < 3; ++step)
    if (auto* next = window.findChild<QPushButton*>(QStringLiteral("guideNext"))) next->click();
  camera.take(window, QStringLiteral("guide-offline"));
}

ui::Look lookOf(const QString& name) {
  if (name == QLatin1String("dark")) return ui::Look::Dark;
  return name == QLatin1String("contrast") ? ui::Look::HighContrast : ui::Look::Light;
}

} // namespace

void walkDesk(const Walk& walk, const SeePage& see) {
  ui::Language language;
  language.use(walk.language);
  const ui::Theme theme(walk.look);
  theme.apply(*qApp);
  FakeDesk fake;
  fillWithSamples(fake);
  if (walk.newPages) fake.newPages = walk.newPages;
  fake.preferences.setValue(QStringLiteral("guide/seen"), true);
  for (const char* scan : {"/srv/scanner/scan-0412.pdf", "/srv/scanner/scan-0413.pdf"})
    fake.scans.scan(QString::fromLatin1(scan));
  const Camera camera(walk, see);
  {
    models::Desk desk(fake.ports());
    ui::SignInPage signIn(fake.session, theme);
    signIn.resize(QSize(900, 640).boundedTo(walk.window));
    signIn.show();
    camera.take(signIn, QStringLiteral("sign-in"));
    signIn.hide();
    ui::MainWindow window(ui::Context{desk, theme});
    window.resize(walk.window);
    window.show();
    shootCase(camera, window, fake);
    shootApart(camera, window, fake);
    shootDialogs(camera, window);
    shootEmpty(camera, window);
    makeTrouble(fake);
    fake.status.heldRemoval = {340, 1000, 2, fake.now};
    Q_EMIT fake.sync.statusChanged();
    window.workspace()->showQueue(core::Queue::NeedsAttention);
    camera.take(window, QStringLiteral("needs-attention"));
    window.workspace()->showOutbox();
    camera.take(window, QStringLiteral("outbox"));
    window.workspace()->showQueue(core::Queue::MyCases);
    camera.take(window, QStringLiteral("my-cases-offline"));
  }
  fake.status.link = models::SyncStatus::Link::Online;
  fake.status.heldRemoval.reset();
  fake.signInAs("suzuki");
  decideMeanwhile(fake);
  models::Desk desk(fake.ports());
  ui::MainWindow window(ui::Context{desk, theme});
  window.resize(walk.window);
  window.show();
  window.workspace()->showQueue(core::Queue::ToDecide);
  camera.take(window, QStringLiteral("to-decide"));
  shootLists(camera, window, desk);
  shootRecords(camera, window, fake);
  shootLabels(camera, window, fake, desk);
  shootPractice(camera, fake, theme, walk.window);
  shootBatch(camera, fake, theme, walk.window);
}

QString ShotSet::fileName(const QString& page) const {
  return QStringLiteral("%1-%2-%3-%4-%5.png").arg(page, language, look, scale).arg(window.width());
}

int takeShots(const ShotSet& set, const QDir& folder, const NewPages& newPages) {
  int count = 0;
  walkDesk({set.language, lookOf(set.look), set.window, std::chrono::milliseconds(350), {}, newPages},
           [&](QWidget& widget, const QString& page) {
             const QString name =
                 set.fileName(QStringLiteral("%1-%2").arg(++count, 2, 10, QChar(u'0')).arg(page));
             if (!widget.grab().save(folder.filePath(name))) qFatal("cannot write %s", qPrintable(name));
           });
  ui::Language language;
  language.use(set.language);
  return count + takeFormShots(set, folder);
}

} // namespace madoguchi::tests
