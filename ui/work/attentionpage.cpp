// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/attentionpage.h"

#include "models/commandlabels.h"
#include "models/conflicttext.h"
#include "models/datetext.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/work/entrytable.h"
#include "ui/work/heldremovalcard.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace madoguchi::ui {

AttentionPage::AttentionPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_removal(new HeldRemovalCard(context, this)),
      m_table(new QTableView(this)), m_summary(new QLabel(this)), m_detail(new QVBoxLayout),
      m_settle(primaryButton(tr("Carry out the choice"), this)),
      m_drop(new QPushButton(tr("Drop my step"), this)), m_retry(new QPushButton(tr("Send again"), this)),
      m_open(new QPushButton(tr("Open the case"), this)) {
  prepareEntryTable(*m_table, context.desk.attention, QStringLiteral("attentionItems"),
                    tr("Conflicts and rejections"));
  m_summary->setWordWrap(true);
  m_summary->setObjectName(QStringLiteral("attentionSummary"));
  m_settle->setObjectName(QStringLiteral("settle"));
  m_drop->setObjectName(QStringLiteral("dropMine"));
  m_retry->setObjectName(QStringLiteral("retryMine"));
  auto* heading = titleLabel(tr("Needs attention"), this);
  scaleFont(heading, type::kTitle);
  auto* content = new QWidget;
  content->setLayout(m_detail);
  m_detail->setContentsMargins({});
  auto* scroll = new QScrollArea(this);
  scroll->setAccessibleName(tr("What needs attention"));
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  auto* lower = new QWidget(this);
  auto* lowerBox = new QVBoxLayout(lower);
  lowerBox->setContentsMargins(0, space::kSmall, 0, 0);
  lowerBox->addWidget(m_summary);
  lowerBox->addWidget(scroll, 1);
  lowerBox->addLayout(buttonRow({m_settle, m_retry, m_drop, m_open}));
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(m_table);
  split->addWidget(lower);
  split->setChildrenCollapsible(false);
  split->setSizes({200, 400});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  layout->addWidget(heading);
  layout->addWidget(m_removal);
  layout->addWidget(split, 1);
  passFocusOn(this, m_table);
  connectAll();
}

void AttentionPage::showHeldRemoval() {
  m_removal->reveal();
}

void AttentionPage::connectAll() {
  connect(m_removal, &HeldRemovalCard::said, this, &AttentionPage::said);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AttentionPage::showItem);
  connect(&m_context.desk.attention, &QAbstractItemModel::modelReset, this, [this] {
    m_table->setCurrentIndex(m_context.desk.attention.index(0, 0));
    showItem();
  });
  models::CaseSource& source = m_context.desk.ports.search;
  connect(&source, &models::CaseSource::recordLoaded, this,
          [this](quint64 generation, const std::shared_ptr<const models::OpenedCase>& opened) {
            if (generation != m_reading) return;
            m_reading = 0;
            m_procedure.emplace(opened->record.state.procedure, opened->record.state.procedureVersion);
            showItem();
          });
  connect(&source, &models::CaseSource::failed, this, [this](quint64 generation) {
    if (generation != m_reading) return;
    m_reading = 0; // the case is gone: the conflict is shown by what is known
    showItem();
  });
  connect(m_settle, &QPushButton::clicked, this, &AttentionPage::settle);
  connect(m_drop, &QPushButton::clicked, this, &AttentionPage::dropMine);
  connect(m_retry, &QPushButton::clicked, this, [this] {
    if (const models::OutboxItem* item = current()) m_context.desk.ports.outbox.retry(item->entry.command);
  });
  connect(m_open, &QPushButton::clicked, this, [this] {
    if (const models::OutboxItem* item = current()) Q_EMIT caseWanted(item->entry.caseId);
  });
  connect(&m_context.desk.ports.commands, &models::CommandSink::done, this, [this](quint64 request) {
    if (request == m_request) Q_EMIT said({Message::Severity::Done, tr("Settled.")});
  });
  connect(&m_context.desk.ports.commands, &models::CommandSink::refused, this,
          [this](quint64 request, const core::Refusal& refusal) {
            if (request == m_request)
              Q_EMIT said({Message::Severity::Error, models::errorText(refusal.code)});
          });
  m_table->setCurrentIndex(m_context.desk.attention.index(0, 0));
  showItem();
}

const QAbstractItemModel& AttentionPage::listModel() const {
  return m_context.desk.attention;
}

ShownList AttentionPage::shownList() const {
  return wholeList(tr("Needs attention"), *m_table->horizontalHeader());
}

const models::OutboxItem* AttentionPage::current() const {
  return m_context.desk.attention.itemAt(m_table->currentIndex().row());
}

void AttentionPage::showItem() {
  delete m_choices;
  m_choices = new QWidget;
  auto* box = new QVBoxLayout(m_choices);
  box->setContentsMargins({});
  m_detail->addWidget(m_choices);
  m_chosen.clear();
  const models::OutboxItem* item = current();
  const bool conflict = item != nullptr && item->entry.status == core::OutboxStatus::Conflicted;
  m_settle->setVisible(conflict);
  m_drop->setVisible(item != nullptr && !conflict);
  m_retry->setVisible(item != nullptr && !conflict && item->entry.status != core::OutboxStatus::Quarantined);
  m_open->setVisible(item != nullptr);
  if (item == nullptr) {
    m_summary->setText(models::emptyQueueText(core::Queue::NeedsAttention));
    return;
  }
  const QString what = models::commandLabel(item->entry.kind);
  // The words of a conflict elsewhere send the user to this page.
  const QString reason = conflict ? tr("somebody changed the same at the same time. Choose what is to stand.")
                         : item->entry.code.empty()
                             ? models::label(item->entry.status)
                             : models::errorText(core::errorCodeFrom(item->entry.code));
  m_summary->setText(QStringLiteral("%1 — %2").arg(what, reason));
  if (!conflict) return;
  showConflicts(*item, box);
}

void AttentionPage::showConflicts(const models::OutboxItem& item, QVBoxLayout* box) {
  models::CaseSource& source = m_context.desk.ports.search;
  if (m_read != item.entry.caseId) {
    // The procedure of the case gives the fields their names.
    m_read = item.entry.caseId;
    m_procedure.reset();
    m_reading = source.nextGeneration();
    source.requestRecord(m_read, m_reading);
  }
  if (m_reading != 0) return; // shown when it has come
  const auto references = m_context.desk.ports.references.references();
  const core::Procedure* procedure =
      m_procedure ? references->procedure(m_procedure->first, m_procedure->second) : nullptr;
  for (const core::FieldConflict& field : item.entry.conflicts)
    addConflict(item.entry, field, procedure);
  box->addStretch(1);
}

void AttentionPage::addConflict(const core::OutboxEntry& entry, const core::FieldConflict& conflict,
                                const core::Procedure* procedure) {
  const auto references = m_context.desk.ports.references.references();
  const models::ConflictText text = models::conflictText(entry, conflict, procedure, *references);
  auto* card = new QFrame(m_choices);
  setRole(card, QStringLiteral("card"));
  card->setObjectName(QStringLiteral("conflict:") + models::qtext(conflict.pointer));
  auto* box = new QVBoxLayout(card);
  box->addWidget(titleLabel(models::fieldTitle(procedure, conflict.pointer)));
  box->addWidget(mutedLabel(tr("It was: %1").arg(text.before)));
  auto* group = new QButtonGroup(card);
  const auto addChoice = [&](const QString& title, models::FieldChoice::Kind kind, const QString& name) {
    auto* button = new QRadioButton(title);
    button->setObjectName(name + models::qtext(conflict.pointer));
    group->addButton(button);
    box->addWidget(button);
    connect(button, &QRadioButton::toggled, this, [this, pointer = conflict.pointer, kind](bool on) {
      if (on) m_chosen[pointer].kind = kind;
    });
    return button;
  };
  addChoice(tr("Keep mine: %1").arg(text.mine), models::FieldChoice::Kind::Mine, QStringLiteral("mine:"));
  QString theirs = tr("Take theirs: %1").arg(text.theirs);
  if (!conflict.theirActor.empty())
    theirs +=
        tr(" (%1, %2)")
            .arg(models::personName(*references, conflict.theirActor), models::shortMoment(conflict.theirAt));
  addChoice(theirs, models::FieldChoice::Kind::Theirs, QStringLiteral("theirs:"))->setChecked(true);
  m_chosen[conflict.pointer].kind = models::FieldChoice::Kind::Theirs;
  const bool free = conflict.mine.is_string() && conflict.pointer != "/holder" &&
                    conflict.pointer.rfind("/criteria/", 0) != 0;
  if (free) {
    QRadioButton* other =
        addChoice(tr("Something else:"), models::FieldChoice::Kind::Other, QStringLiteral("other:"));
    auto* edit = new QLineEdit(text.mine);
    edit->setObjectName(QStringLiteral("otherText:") + models::qtext(conflict.pointer));
    edit->setAccessibleName(tr("Something else:"));
    box->addWidget(edit);
    connect(
        edit, &QLineEdit::textEdited, this,
        [this, other, pointer = conflict.pointer](const QString& written) {
          other->setChecked(true);
          m_chosen[pointer] = {models::FieldChoice::Kind::Other, core::json::string(written.toStdString())};
        });
  }
  qobject_cast<QVBoxLayout*>(m_choices->layout())->addWidget(card);
}

void AttentionPage::settle() {
  const models::OutboxItem* item = current();
  if (item == nullptr) return;
  const auto replacement = models::replacementFor(item->entry, m_chosen);
  if (!replacement)
    return Q_EMIT said({Message::Severity::Error, models::errorText(replacement.error().code)});
  resolve(*replacement);
}

void AttentionPage::dropMine() {
  resolve(std::nullopt);
}

void AttentionPage::resolve(const std::optional<core::CommandBody>& replacement) {
  const models::OutboxItem* item = current();
  if (item == nullptr) return;
  m_request = m_context.desk.ports.commands.nextRequest();
  m_context.desk.ports.commands.resolve(*m_request, item->entry.command, item->entry.caseId, replacement);
}

} // namespace madoguchi::ui
