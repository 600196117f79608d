// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/batchpage.h"

#include "core/cases/caseclock.h"
#include "core/cases/rules.h"
#include "models/clocktext.h"
#include "models/datetext.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "models/valuetext.h"
#include "ui/basics/keys.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/work/batchasking.h"
#include "ui/work/pausing.h"

#include <QHeaderView>
#include <QProgressBar>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

QString escaped(const std::string& text) {
  return models::qtext(text).toHtmlEscaped();
}

QString row(const QString& title, const QString& value) {
  return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
      .arg(title.toHtmlEscaped(), value);
}

} // namespace

BatchPage::BatchPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_tree(new QTreeView(this)), m_summary(new QTextBrowser(this)),
      m_state(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_approve(primaryButton(tr("Approve &marked"), this)),
      m_return(new QPushButton(tr("Return mar&ked …"), this)), m_pause(new QPushButton(tr("&Pause"), this)),
      m_stop(new QPushButton(tr("S&top"), this)), m_open(new QPushButton(tr("Open the case"), this)),
      m_reload(new QPushButton(tr("Rea&d again"), this)) {
  m_tree->setObjectName(QStringLiteral("batch"));
  m_tree->setAccessibleName(tr("Drafts that wait for your decision"));
  m_tree->setModel(&context.desk.batch);
  m_tree->setUniformRowHeights(true);
  m_tree->setAlternatingRowColors(true);
  m_tree->setAttribute(Qt::WA_InputMethodEnabled, false);
  const int unit = em(this);
  const int widths[] = {36, 21, 22, 18};
  for (int column = 0; column < 4; ++column)
    m_tree->setColumnWidth(column, unit * widths[column]);
  m_summary->setObjectName(QStringLiteral("batchSummary"));
  m_summary->setAccessibleName(tr("Summary of the draft"));
  m_summary->setOpenLinks(false);
  m_state->setObjectName(QStringLiteral("batchState"));
  m_state->setWordWrap(true);
  m_approve->setObjectName(QStringLiteral("batchApprove"));
  m_return->setObjectName(QStringLiteral("batchReturn"));
  m_pause->setObjectName(QStringLiteral("batchPause"));
  m_stop->setObjectName(QStringLiteral("batchStop"));
  m_reload->setObjectName(QStringLiteral("batchReload"));
  auto* heading = titleLabel(models::label(core::Queue::ToDecide), this);
  scaleFont(heading, type::kTitle);
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {m_approve, m_return, m_pause, m_stop, m_open, m_reload})
    buttons->addWidget(button);
  buttons->addWidget(m_progress, 1);
  buttons->addStretch(1);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(m_tree);
  split->addWidget(m_summary);
  split->setChildrenCollapsible(false);
  split->setSizes({420, 260});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  layout->addWidget(heading);
  layout->addWidget(m_state);
  layout->addWidget(split, 1);
  layout->addLayout(buttons);
  passFocusOn(this, m_tree);
  connectAll();
}

void BatchPage::connectAll() {
  models::BatchModel& batch = m_context.desk.batch;
  connect(&batch, &models::BatchModel::checkedChanged, this, &BatchPage::refresh);
  connect(&batch, &models::BatchModel::runChanged, this, &BatchPage::refresh);
  connect(&batch, &models::BatchModel::loaded, this, [this] {
    for (int group = 0; group < m_context.desk.batch.rowCount(); ++group) {
      const QModelIndex index = m_context.desk.batch.index(group, 0);
      // Alike cases stay one line; a group with unlike ones opens, and one whose cases are opened one by one.
      m_tree->setExpanded(index, opensByItself(*m_context.desk.batch.groupAt(index)) ||
                                     index.data(models::BatchModel::UnlikeRole).toBool());
    }
    m_tree->setCurrentIndex(m_context.desk.batch.index(0, 0));
    refresh();
    showSummary();
  });
  connect(&batch, &models::BatchModel::failed, this, [this](const core::Error& error) {
    Q_EMIT said({Message::Severity::Error, models::errorText(error.code)});
    refresh();
  });
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &BatchPage::showSummary);
  connect(m_approve, &QPushButton::clicked, this, &BatchPage::askApprove);
  connect(m_return, &QPushButton::clicked, this, &BatchPage::askReturn);
  connect(m_reload, &QPushButton::clicked, this, [this] {
    // The results of a batch have been read.
    m_context.desk.batch.putAway();
    reload();
  });
  connect(m_stop, &QPushButton::clicked, &batch, &models::BatchModel::stop);
  connect(m_pause, &QPushButton::clicked, this, &BatchPage::pauseOrGoOn);
  connect(m_open, &QPushButton::clicked, this, &BatchPage::openCurrent);
  connect(m_tree, &QTreeView::activated, this, &BatchPage::openCurrent);
  refresh();
}

const QAbstractItemModel& BatchPage::listModel() const {
  return m_context.desk.batch;
}

ShownList BatchPage::shownList() const {
  return wholeList(models::label(core::Queue::ToDecide), *m_tree->header());
}

bool BatchPage::opensByItself(const models::BatchGroup& group) const {
  switch (group.part.part) {
  case models::Part::None:
    return m_context.desk.batch.refusedCount() > 0;
  case models::Part::Stage:
    return false;
  case models::Part::ForAbsent:
  case models::Part::AfterView:
    return true;
  }
  return true;
}

void BatchPage::openCurrent() {
  if (const models::BatchCase* item = m_context.desk.batch.caseAt(m_tree->currentIndex()))
    Q_EMIT caseWanted(item->state->id);
}

void BatchPage::reload() {
  m_context.desk.batch.load();
  refresh();
}

void BatchPage::refresh() {
  const models::BatchModel& batch = m_context.desk.batch;
  const bool idle = batch.runState() == models::RunState::Idle;
  // While drafts are decided the list is not gone through for each of them.
  const int checked = idle ? batch.checkedCount() : static_cast<int>(batch.run().waiting());
  m_approve->setEnabled(idle && checked > 0);
  m_return->setEnabled(idle && checked > 0);
  m_reload->setEnabled(!m_context.desk.batch.run().isBusy());
  m_pause->setVisible(!idle);
  m_stop->setVisible(!idle);
  m_progress->setVisible(!idle);
  m_progress->setMaximum(qMax(1, batch.total()));
  m_progress->setValue(batch.finished());
  const models::BatchRun& run = batch.run();
  m_pause->setEnabled(batch.isCompared());
  m_stop->setEnabled(batch.isCompared());
  m_pause->setText(run.isRestored()                               ? tr("G&o on …")
                   : batch.runState() == models::RunState::Paused ? tr("G&o on")
                                                                  : tr("&Pause"));
  m_approve->setText(tr("Approve &marked (%1)").arg(checked));
  if (run.isRestored())
    m_state->setText(
        tr("Interrupted when the program ended: %1 of %2 done, %3 not accepted. “Go on” asks you "
           "first; “Stop” leaves the rest as it is.")
            .arg(batch.finished())
            .arg(batch.total())
            .arg(batch.refusedCount()));
  else if (!idle)
    m_state->setText(tr("%1 of %2 done").arg(batch.finished()).arg(batch.total()));
  else if (run.left() > 0)
    m_state->setText(tr("%1 done, %2 not accepted, %3 left as they were. The reason stands beside each case.")
                         .arg(batch.finished() - batch.refusedCount())
                         .arg(batch.refusedCount())
                         .arg(run.left()));
  else if (batch.finished() > 0)
    m_state->setText(tr("%1 done, %2 not accepted. The reason stands beside each case.")
                         .arg(batch.finished() - batch.refusedCount())
                         .arg(batch.refusedCount()));
  else if (batch.isLoading())
    m_state->setText(tr("Loading …"));
  else if (batch.rowCount() == 0)
    m_state->setText(models::emptyQueueText(core::Queue::ToDecide));
  else
    m_state->setText(tr("Alike drafts are marked. Read each unlike one before you mark it."));
}

void BatchPage::askApprove() {
  askApproval(m_context, this);
}

void BatchPage::askReturn() {
  ui::askReturn(m_context, this);
}

void BatchPage::pauseOrGoOn() {
  if (m_context.desk.batch.run().isRestored())
    askGoOn(m_context, this);
  else
    ui::pauseOrGoOn(m_context.desk.batch);
}

void BatchPage::showSummary() {
  const QModelIndex index = m_tree->currentIndex();
  const models::BatchCase* item = m_context.desk.batch.caseAt(index);
  m_open->setEnabled(item != nullptr);
  if (item != nullptr)
    m_summary->setHtml(caseSummary(*item->state, m_context.desk.batch.groupAt(index)->part));
  else if (const models::BatchGroup* group = index.isValid() ? m_context.desk.batch.groupAt(index) : nullptr)
    m_summary->setHtml(groupSummary(*group));
  else
    m_summary->clear();
}

QString BatchPage::partHint(const models::DecidingPart& part) const {
  const auto references = m_context.desk.ports.references.references();
  switch (part.part) {
  case models::Part::ForAbsent:
    return tr("%1. The procedure lets you decide in this person's place. Open the case and press %2.")
        .arg(models::awayText(*references, part.absent, m_context.opened.today()),
             keyOf(m_context, models::CaseAction::ApproveForAbsent).toString(QKeySequence::NativeText));
  case models::Part::AfterView:
    return tr("Decided while you were away. Open the case, read it, and press %1.")
        .arg(keyOf(m_context, models::CaseAction::AfterView).toString(QKeySequence::NativeText));
  case models::Part::Stage:
    return tr("A stage of the route waits for your rank: %1.").arg(models::rankLabel(references->me.rank));
  case models::Part::None:
    return tr("Of the last batch, and not in the list any more. “Read again” puts its results away.");
  }
  return {};
}

QString BatchPage::draftSummary(const core::Draft& draft, const core::Procedure* procedure) const {
  QString html = row(tr("Outcome"), models::label(draft.outcome).toHtmlEscaped());
  QStringList conditions;
  for (const std::string& condition : draft.conditions)
    conditions << escaped(condition);
  if (!conditions.isEmpty()) html += row(tr("Conditions"), conditions.join(QStringLiteral("<br>")));
  for (const core::Reason& reason : draft.reasons)
    html += row(tr("Reason"), tr("%1: %2 (%3)")
                                  .arg(models::criterionTitle(procedure, reason.criterion).toHtmlEscaped(),
                                       escaped(reason.fact), escaped(reason.article)));
  QStringList weight;
  if (draft.important) weight << tr("important");
  if (draft.unusual) weight << tr("unusual");
  if (!weight.isEmpty()) html += row(tr("Flagged"), models::listed(weight).toHtmlEscaped());
  if (!draft.remarks.empty()) html += row(tr("Remarks"), escaped(draft.remarks));
  return html;
}

QString BatchPage::groupSummary(const models::BatchGroup& group) const {
  const auto references = m_context.desk.ports.references.references();
  if (group.part.part == models::Part::None)
    return QStringLiteral("<p>%1</p>").arg(partHint(group.part).toHtmlEscaped());
  const core::Procedure* procedure = references->procedure(group.procedure, group.procedureVersion);
  QString html =
      QStringLiteral("<p>%1</p><p>%2</p><table>")
          .arg(partHint(group.part).toHtmlEscaped(), tr("The same in all of them:").toHtmlEscaped());
  html += row(tr("Procedure"),
              models::procedureTitle(*references, group.procedure, group.procedureVersion).toHtmlEscaped());
  html += row(tr("Officer"), models::personName(*references, group.officer).toHtmlEscaped());
  html += draftSummary(*group.cases.front().state->draft, procedure);
  return html + QStringLiteral("</table>");
}

QString BatchPage::caseSummary(const core::CaseState& state, const models::DecidingPart& part) const {
  const auto references = m_context.desk.ports.references.references();
  if (!state.draft) {
    const models::BatchItem* item = m_context.desk.batch.run().find(state.id);
    const QString result = item == nullptr ? QString() : models::caseResultText(item->outcome);
    return QStringLiteral("<p>%1</p><table>%2%3%4</table>")
        .arg(partHint(part).toHtmlEscaped(), row(tr("Case"), escaped(state.number)),
             row(tr("Applicant"), escaped(state.applicant.party.name.display)),
             row(tr("Result"), result.toHtmlEscaped()));
  }
  const core::Procedure* procedure = references->procedure(state.procedure, state.procedureVersion);
  QString html = QStringLiteral("<p>%1</p><table>").arg(partHint(part).toHtmlEscaped());
  if (procedure != nullptr)
    html += row(tr("Rule"), models::rankRule(state, *procedure, state.draft->outcome).toHtmlEscaped());
  for (const core::RouteStage* stage : core::openStages(state))
    html += row(tr("Waits for"), tr("%1 (%2)")
                                     .arg(models::stageKindLabel(stage->kind), models::rankLabel(stage->role))
                                     .toHtmlEscaped());
  html += row(tr("Case"), escaped(state.number));
  html += row(tr("Applicant"), escaped(state.applicant.party.name.display));
  html += row(tr("Received"), models::longDay(state.arrivedOn).toHtmlEscaped());
  if (procedure != nullptr)
    if (const auto clock = core::caseClock(state, *procedure, references->holidays, m_context.opened.today()))
      html += row(tr("Due"), models::clockSummary(*clock).toHtmlEscaped());
  html += draftSummary(*state.draft, procedure);
  if (procedure != nullptr) {
    for (const std::string& pointer : procedure->tableFields)
      if (const core::json::value* value = core::valueAt(state.form, pointer))
        html += row(models::fieldTitle(procedure, pointer),
                    models::valueText(procedure, pointer, *value).toHtmlEscaped());
    for (const core::Criterion& criterion : procedure->criteria) {
      const auto found = state.findings.find(criterion.id);
      const std::string finding = found == state.findings.end() ? std::string() : found->second.finding;
      html += row(models::localText(criterion.title),
                  models::findingTitle(procedure, criterion.id, finding).toHtmlEscaped());
    }
  }
  html += row(tr("Fingerprint"), escaped(state.draft->hash.substr(0, 16)));
  return html + QStringLiteral("</table>");
}

} // namespace madoguchi::ui
