// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/destructiondialog.h"

#include "models/errortext.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/actiondialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace madoguchi::ui {

DestructionDialog::DestructionDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_list(context.desk.ports.search, context.desk.ports.commands,
                                                 context.desk.ports.references, context.desk.ports.clock),
      m_state(mutedLabel({}, this)), m_table(new QTableView(this)),
      m_sign(primaryButton(tr("Sign the marked off …"), this)) {
  setObjectName(QStringLiteral("destructionDialog"));
  setWindowTitle(tr("Destruction list"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_state->setObjectName(QStringLiteral("destructionState"));
  m_table->setObjectName(QStringLiteral("destructionList"));
  m_table->setAccessibleName(tr("Records whose retention has ended"));
  m_table->setModel(&m_list);
  m_table->setSelectionBehavior(QTableView::SelectRows);
  m_table->setTabKeyNavigation(false);
  m_table->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->setColumnWidth(models::DestructionList::Procedure, em(this) * 24);
  m_sign->setObjectName(QStringLiteral("signOff"));
  m_sign->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_sign->setAutoDefault(false);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->addButton(m_sign, QDialogButtonBox::ActionRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(
      mutedLabel(tr("Two different supervisors sign each record off; the second signature destroys "
                    "it, and a stub stays. The space bar marks a row. What is held, or under "
                    "appeal, cannot be marked."),
                 this));
  layout->addWidget(m_state);
  layout->addWidget(m_table, 1);
  layout->addWidget(buttons);
  resize(em(this) * 140, fontMetrics().height() * 30);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_sign, &QPushButton::clicked, this, &DestructionDialog::askSign);
  connect(&m_list, &models::DestructionList::markedChanged, this, &DestructionDialog::refresh);
  connect(&m_list, &models::DestructionList::loaded, this, [this] {
    m_table->setCurrentIndex(m_list.index(0, 0));
    using models::DestructionList;
    for (const int column : {DestructionList::Number, DestructionList::Closed, DestructionList::Ended,
                             DestructionList::Disposal})
      m_table->resizeColumnToContents(column);
    refresh();
  });
  connect(&m_list, &models::DestructionList::failed, this,
          [this](const core::Error& error) { m_state->setText(models::errorText(error.code)); });
  connect(&m_list, &models::DestructionList::signedOff, this, [this](int refused) {
    refresh();
    m_state->setText(refused == 0 ? tr("All marked records were signed off.")
                                  : tr("%n record(s) were not accepted; the reason stands beside each.",
                                       nullptr, refused));
  });
  m_list.load();
  refresh();
  m_table->setFocus();
}

void DestructionDialog::refresh() {
  const auto [first, second] = m_list.marked();
  m_sign->setEnabled(!m_list.isRunning() && first + second > 0);
  if (m_list.isLoading())
    m_state->setText(tr("Loading …"));
  else if (m_list.rowCount() == 0)
    m_state->setText(tr("No record has come to the end of its retention."));
  else
    m_state->setText(
        tr("%n record(s); marked: %1 for a first signature, %2 for the second.", nullptr, m_list.rowCount())
            .arg(first)
            .arg(second));
}

void DestructionDialog::askSign() {
  const auto [first, second] = m_list.marked();
  auto* dialog = new ActionDialog(tr("Sign off?"), tr("Sign off"), this);
  QString text = tr("%n record(s) get their first signature.", nullptr, first);
  if (second > 0)
    text += QChar(u'\n') + tr("%n record(s) are destroyed for good. This cannot be undone.", nullptr, second);
  dialog->explain(text);
  connect(dialog, &QDialog::accepted, &m_list, &models::DestructionList::sign);
  dialog->open();
}

} // namespace madoguchi::ui
