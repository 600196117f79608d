// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/outboxpage.h"

#include "models/errortext.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/actiondialog.h"
#include "ui/work/entrytable.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace madoguchi::ui {

OutboxPage::OutboxPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_state(mutedLabel({}, this)), m_table(new QTableView(this)),
      m_retry(new QPushButton(tr("Send aga&in"), this)), m_discard(new QPushButton(tr("&Discard …"), this)),
      m_open(new QPushButton(tr("&Open the case"), this)), m_export(new QPushButton(tr("E&xport …"), this)) {
  prepareEntryTable(*m_table, context.desk.outbox, QStringLiteral("outbox"),
                    tr("Commands on their way to the server"));
  m_retry->setObjectName(QStringLiteral("retry"));
  m_discard->setObjectName(QStringLiteral("discard"));
  m_export->setObjectName(QStringLiteral("outboxExport"));
  auto* heading = titleLabel(tr("Outbox"), this);
  scaleFont(heading, type::kTitle);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  layout->addWidget(heading);
  m_state->setObjectName(QStringLiteral("outboxState"));
  layout->addWidget(m_state);
  layout->addWidget(m_table, 1);
  layout->addLayout(buttonRow({m_retry, m_open, m_discard, m_export}));
  passFocusOn(this, m_table);

  connect(m_retry, &QPushButton::clicked, this, &OutboxPage::retry);
  connect(m_discard, &QPushButton::clicked, this, &OutboxPage::askDiscard);
  connect(m_export, &QPushButton::clicked, this, &OutboxPage::askExport);
  connect(m_open, &QPushButton::clicked, this, [this] {
    if (const models::OutboxItem* item = current()) Q_EMIT caseWanted(item->entry.caseId);
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OutboxPage::refresh);
  connect(&context.desk.outbox, &QAbstractItemModel::modelReset, this, &OutboxPage::refresh);
  const auto say = [this](const core::Error& error) {
    Q_EMIT said({Message::Severity::Error, models::errorText(error.code)});
  };
  connect(&context.desk.ports.outbox, &models::OutboxSource::failed, this, say);
  connect(&context.desk.ports.journal, &models::DeskJournal::recorded, this, [this](quint64 request) {
    if (request != m_journal) return;
    m_writing = m_context.desk.ports.blobs.nextRequest();
    m_context.desk.ports.blobs.writeFile(m_writing, m_exportPath, exported());
  });
  connect(&context.desk.ports.blobs, &models::BlobSource::written, this, [this](quint64 request) {
    if (request == m_writing) Q_EMIT said({Message::Severity::Done, tr("The outbox was exported.")});
  });
  connect(&context.desk.ports.journal, &models::DeskJournal::failed, this,
          [this, say](quint64 request, const core::Error& error) {
            if (request != m_journal) return;
            m_journal = 0; // what was not recorded is not written
            say(error);
          });
  connect(&context.desk.ports.blobs, &models::BlobSource::failed, this,
          [this, say](quint64 request, const core::Error& error) {
            if (request == m_writing) say(error);
          });
  refresh();
}

const QAbstractItemModel& OutboxPage::listModel() const {
  return m_context.desk.outbox;
}

ShownList OutboxPage::shownList() const {
  return wholeList(tr("Outbox"), *m_table->horizontalHeader());
}

const models::OutboxItem* OutboxPage::current() const {
  return m_context.desk.outbox.itemAt(m_table->currentIndex().row());
}

void OutboxPage::refresh() {
  const auto allow = [](QPushButton* button, const QString& why) {
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
  };
  m_open->setEnabled(current() != nullptr);
  allow(m_retry, whyNotRetry());
  allow(m_discard, whyNotDiscard());
  allow(m_export, whyNotExport());
  const bool isEmpty = m_context.desk.outbox.rowCount() == 0;
  m_state->setText(isEmpty
                       ? tr("Nothing waits: the server has confirmed all that you did on this PC.")
                       : tr("What you did and the server has not confirmed yet, in the order in which it is "
                            "sent. A step that is not accepted holds up its own case only."));
}

QString OutboxPage::whyNotRetry() const {
  QString why = whyNotDiscard();
  if (!why.isEmpty() || current()->entry.status != core::OutboxStatus::Conflicted) return why;
  return tr("Somebody else has changed the same. Settle it in “Needs attention”.");
}

QString OutboxPage::whyNotDiscard() const {
  const models::OutboxItem* item = current();
  if (item == nullptr) return tr("Choose a step of the outbox first.");
  if (item->entry.status == core::OutboxStatus::Sent) return tr("It is on its way to the server.");
  if (item->entry.status == core::OutboxStatus::Confirmed) return tr("The server has confirmed it.");
  return {};
}

QString OutboxPage::whyNotExport() const {
  return m_context.desk.outbox.rowCount() == 0 ? tr("The outbox is empty.") : QString();
}

void OutboxPage::retry() {
  if (const models::OutboxItem* item = current()) m_context.desk.ports.outbox.retry(item->entry.command);
}

void OutboxPage::askDiscard() {
  const models::OutboxItem* item = current();
  if (item == nullptr) return;
  const core::CommandId command = item->entry.command;
  auto* dialog = new ActionDialog(tr("Discard this step?"), tr("Discard"), this);
  const int row = m_table->currentIndex().row();
  const auto cell = [&](int column) { return m_context.desk.outbox.index(row, column).data().toString(); };
  dialog->explain(
      tr("%1\n%2\n\nIt will not be sent, and what it did here is taken back. This cannot be undone.")
          .arg(cell(models::OutboxModel::What), cell(models::OutboxModel::Case)));
  connect(dialog, &QDialog::accepted, this,
          [this, command] { m_context.desk.ports.outbox.discard(command); });
  dialog->open();
}

void OutboxPage::askExport() {
  auto* dialog = new QFileDialog(this, tr("Export the outbox"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("exportOutbox"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_exportPath = path;
    m_journal = m_context.desk.ports.journal.nextRequest();
    m_context.desk.ports.journal.record(m_journal, "export",
                                        std::to_string(m_context.desk.outbox.rowCount()));
  });
  dialog->open();
}

QByteArray OutboxPage::exported() const {
  QByteArray lines;
  for (int row = 0; row < m_context.desk.outbox.rowCount(); ++row)
    lines += QByteArray::fromStdString(m_context.desk.outbox.itemAt(row)->entry.payload) + '\n';
  return lines;
}

} // namespace madoguchi::ui
