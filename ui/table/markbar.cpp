// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/markbar.h"

#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"
#include "ui/basics/wraplayout.h"
#include "ui/dialogs/actiondialog.h"
#include "ui/dialogs/assigndialog.h"
#include "ui/dialogs/labeldialog.h"

#include <QLocale>

namespace madoguchi::ui {

using Action = models::BulkOrder::Action;

MarkBar::MarkBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_count(new QLabel(this)) {
  setObjectName(QStringLiteral("markBar"));
  setRole(this, QStringLiteral("bar"));
  auto* layout = new WrapLayout(this);
  layout->setContentsMargins(space::kSmall, space::kTight, space::kSmall, space::kTight);
  m_count->setObjectName(QStringLiteral("markCount"));
  layout->addWidget(m_count);
  const auto add = [&](const QString& name, const QString& title, auto slot) {
    auto* button = new QPushButton(title, this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, slot);
    layout->addWidget(button);
  };
  add(QStringLiteral("markTake"), tr("&Take them"), &MarkBar::takeMarked);
  add(QStringLiteral("markRelease"), tr("&Release them"), &MarkBar::releaseMarked);
  add(QStringLiteral("markAssign"), tr("Ass&ign them …"), &MarkBar::assignMarked);
  add(QStringLiteral("markLabel"), tr("La&bel them …"), &MarkBar::labelMarked);
  add(QStringLiteral("markAll"), tr("Mark a&ll"), [this] { m_context.desk.table.markAll(); });
  auto* clear = plainButton(icon(QStringLiteral("close"), context.theme.colours().text),
                            tr("Take all marks away"), this);
  clear->setObjectName(QStringLiteral("markClear"));
  connect(clear, &QToolButton::clicked, &context.desk.table, &models::CaseTableModel::clearMarks);
  layout->addWidget(clear);
  connect(&context.desk.table, &models::CaseTableModel::marksChanged, this, &MarkBar::refresh);
  refresh();
}

void MarkBar::refresh() {
  const models::CaseTableModel& table = m_context.desk.table;
  const QString count = QLocale().toString(static_cast<qulonglong>(table.markedCount()));
  const std::size_t exceptions = table.marks().exceptions();
  if (!table.marks().isAllExcept())
    m_count->setText(tr("%1 marked").arg(count));
  else if (exceptions == 0)
    m_count->setText(tr("All %1 of the list are marked").arg(count));
  else
    m_count->setText(
        tr("%1 marked: all except %2").arg(count, QLocale().toString(static_cast<qulonglong>(exceptions))));
  setVisible(!table.marks().isEmpty());
}

QString MarkBar::whyNot() const {
  if (m_context.desk.bulk.runState() != models::RunState::Idle)
    return tr("Another change of many cases is not finished yet.");
  if (m_context.desk.table.markedCount() == 0) return tr("No case is marked. X or the space bar marks one.");
  // Only when all of the list is known, it is known how many are marked.
  if (m_context.desk.table.isLoading())
    return tr("The list is still being read. Do it again when it is complete.");
  return {};
}

bool MarkBar::mayBegin() {
  const QString why = whyNot();
  if (!why.isEmpty()) Q_EMIT said({Message::Severity::Info, why});
  return why.isEmpty();
}

void MarkBar::confirm(const QString& question, const QString& accept, Action action, models::Keys keys) {
  auto* dialog = new ActionDialog(question, accept, this);
  dialog->explain(tr("Each case is changed by itself and has its own result. You can pause and stop."));
  connect(dialog, &QDialog::accepted, this, [this, action, keys = std::move(keys)] {
    m_context.desk.table.clearMarks();
    m_context.desk.bulk.start({action, {}}, keys);
  });
  dialog->open();
}

void MarkBar::takeMarked() {
  if (!mayBegin()) return;
  models::Keys keys = m_context.desk.table.markedKeys();
  const QString question = tr("Take %n case(s)?", nullptr, static_cast<int>(keys.size()));
  confirm(question, tr("Take"), Action::Take, std::move(keys));
}

void MarkBar::releaseMarked() {
  if (!mayBegin()) return;
  models::Keys keys = m_context.desk.table.markedKeys();
  const QString question = tr("Release %n case(s)?", nullptr, static_cast<int>(keys.size()));
  confirm(question, tr("Release"), Action::Release, std::move(keys));
}

void MarkBar::assignMarked() {
  if (!mayBegin()) return;
  auto* dialog = new AssignDialog(m_context, this);
  dialog->setCases(m_context.desk.table.markedKeys());
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    m_context.desk.table.clearMarks();
    m_context.desk.bulk.start({Action::Assign, dialog->assignees()}, dialog->cases());
  });
  dialog->open();
}

void MarkBar::labelMarked() {
  if (!mayBegin()) return;
  models::Keys keys = m_context.desk.table.markedKeys();
  auto* dialog = new LabelDialog(m_context, keys.size(), this);
  connect(dialog, &QDialog::accepted, this, [this, dialog, keys = std::move(keys)] {
    m_context.desk.table.clearMarks();
    m_context.desk.bulk.start({Action::Label, {}, dialog->toAdd(), dialog->toRemove()}, keys);
  });
  dialog->open();
}

} // namespace madoguchi::ui
