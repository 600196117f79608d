// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/answerdialog.h"

#include "models/caseactions.h"
#include "models/correctionreplies.h"
#include "models/correctiontexts.h"
#include "models/text.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/livecells.h"
#include "ui/basics/toldchoice.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/askedcommand.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

enum Column { kAsked, kAnswered, kNote, kDocument, kColumns };
enum Answer { kYes, kNo };

} // namespace

AnswerDialog::AnswerDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_again(mutedLabel({}, this)), m_day(new DayEdit(this)),
      m_items(new QTableWidget(0, kColumns, this)), m_open(mutedLabel({}, this)),
      m_text(new QPlainTextEdit(this)), m_error(errorLabel(this)), m_record(primaryButton({}, this)),
      m_command(new AskedCommand(context, QStringLiteral("answer"), this)) {
  setObjectName(QStringLiteral("answerDialog"));
  setWindowTitle(models::label(models::CaseAction::RecordAnswer));
  setAttribute(Qt::WA_DeleteOnClose);
  m_again->setText(tr("You wrote this before; it was not recorded."));
  m_day->setObjectName(QStringLiteral("answerDay"));
  m_day->setAccessibleTitle(tr("Answered on"));
  m_items->setObjectName(QStringLiteral("answerItems"));
  m_items->setAccessibleName(tr("What was asked for, and what became of it"));
  m_items->setHorizontalHeaderLabels({tr("Asked for"), tr("Answer"), tr("Note"), tr("Document")});
  m_items->verticalHeader()->hide();
  m_items->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_items->horizontalHeader()->setSectionResizeMode(kAnswered, QHeaderView::ResizeToContents);
  m_items->setEditTriggers(QTableWidget::AllEditTriggers);
  m_items->setTabKeyNavigation(false);
  m_items->setWordWrap(true);
  m_items->setItemDelegate(new LiveCells(m_items));
  m_open->setObjectName(QStringLiteral("answerOpen"));
  m_text->setObjectName(QStringLiteral("answerText"));
  m_text->setAccessibleName(tr("What was answered"));
  m_text->setTabChangesFocus(true);
  m_text->setMaximumHeight(fontMetrics().height() * 4);
  m_error->setObjectName(QStringLiteral("askedError"));
  m_record->setText(windowTitle());
  m_record->setObjectName(QStringLiteral("accept"));
  m_record->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_record->setAutoDefault(false);
  layOut();
  resize(em(this) * 110, fontMetrics().height() * 24);
  m_day->setDay(context.opened.today());
  addItems();
  m_proposed = written();
  const core::json::object kept = m_command->kept();
  m_again->setVisible(!kept.empty());
  restore(kept);
  // How high a wrapped text is, its column says.
  connect(m_items->horizontalHeader(), &QHeaderView::sectionResized, m_items,
          &QTableWidget::resizeRowsToContents);
  connect(m_items, &QTableWidget::cellChanged, this, &AnswerDialog::onChanged);
  connect(m_text, &QPlainTextEdit::textChanged, this, &AnswerDialog::onChanged);
  connect(m_day, &DayEdit::dayChanged, this, &AnswerDialog::onChanged);
  connect(m_command, &AskedCommand::done, this, [this] { Dialog::accept(); });
  connect(m_command, &AskedCommand::refused, this, [this](const QString& reason) {
    showError(m_error, reason);
    check();
  });
  check();
}

void AnswerDialog::layOut() {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->addButton(m_record, QDialogButtonBox::AcceptRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_again);
  layout->addWidget(titleLabel(tr("Answered on"), this));
  layout->addWidget(m_day);
  layout->addWidget(m_items, 1);
  layout->addWidget(m_open);
  layout->addWidget(titleLabel(tr("What was answered"), this));
  layout->addWidget(m_text);
  layout->addWidget(m_error);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AnswerDialog::addItems() {
  const core::CaseState& state = *m_context.opened.state();
  if (state.rounds.empty()) return;
  const std::vector<core::CorrectionReply> proposed = models::proposedReplies(state);
  const core::CorrectionRound& round = state.rounds.back();
  for (std::size_t i = 0; i < round.items.size(); ++i)
    addItem(round, round.items[i], proposed[i]);
}

void AnswerDialog::addItem(const core::CorrectionRound& round, const core::CorrectionItem& asked,
                           const core::CorrectionReply& proposed) {
  const int row = m_items->rowCount();
  m_items->insertRow(row);
  const QString about = models::targetName(m_context.opened.procedure(), asked);
  const QString text = tr("%1: %2").arg(about, models::qtext(asked.text));
  auto* cell = new QTableWidgetItem(text);
  cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  cell->setToolTip(text);
  m_items->setItem(row, kAsked, cell);
  auto* answer = new QComboBox;
  answer->setAccessibleName(tr("Answer"));
  answer->addItems({tr("✓ Answered"), tr("✗ Not answered")});
  answer->setCurrentIndex(proposed.open ? kNo : kYes);
  m_items->setItem(row, kNote, new QTableWidgetItem);
  auto* document = new QComboBox;
  document->setAccessibleName(tr("Document"));
  document->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  document->addItem(tr("None"), QString());
  for (const core::CaseDocument* came : models::documentsFor(*m_context.opened.state(), round, asked))
    document->addItem(models::qtext(came->name), models::qtext(came->id.value));
  document->setCurrentIndex(qMax(0, document->findData(models::qtext(proposed.document.value))));
  putChoice(m_items, row, kAnswered, answer);
  putChoice(m_items, row, kDocument, document);
  for (const QComboBox* choice : {answer, document})
    connect(choice, &QComboBox::currentIndexChanged, this, &AnswerDialog::onChanged);
}

QComboBox* AnswerDialog::box(int row, int column) const {
  return qobject_cast<QComboBox*>(m_items->cellWidget(row, column));
}

std::vector<core::CorrectionReply> AnswerDialog::replies() const {
  std::vector<core::CorrectionReply> all;
  all.reserve(static_cast<std::size_t>(m_items->rowCount()));
  for (int row = 0; row < m_items->rowCount(); ++row)
    all.push_back({box(row, kAnswered)->currentIndex() == kNo,
                   m_items->item(row, kNote)->text().trimmed().toStdString(),
                   core::DocumentId(box(row, kDocument)->currentData().toString().toStdString())});
  return all;
}

core::json::object AnswerDialog::written() const {
  core::json::array items;
  for (const core::CorrectionReply& reply : replies())
    items.emplace_back(core::json::object{{"open", reply.open},
                                          {"note", keepable(models::qtext(reply.note))},
                                          {"document", core::json::string(reply.document.value)}});
  return {{"day", keepable(m_day->text())},
          {"text", keepable(m_text->toPlainText())},
          {"items", std::move(items)}};
}

void AnswerDialog::restore(const core::json::object& kept) {
  if (kept.contains("day")) m_day->setText(keptText(kept, "day"));
  m_text->setPlainText(keptText(kept, "text"));
  const auto* items = kept.if_contains("items");
  if (items == nullptr || !items->is_array()) return;
  const core::json::array& all = items->get_array();
  for (int row = 0; row < std::min(m_items->rowCount(), static_cast<int>(all.size())); ++row) {
    const auto* one = all[static_cast<std::size_t>(row)].if_object();
    if (one == nullptr) continue;
    const auto* open = one->if_contains("open");
    box(row, kAnswered)->setCurrentIndex(open != nullptr && open->is_bool() && open->get_bool() ? kNo : kYes);
    m_items->item(row, kNote)->setText(keptText(*one, "note"));
    QComboBox* document = box(row, kDocument);
    document->setCurrentIndex(qMax(0, document->findData(keptText(*one, "document"))));
  }
}

void AnswerDialog::onChanged() {
  core::json::object now = written();
  m_command->keep(now == m_proposed ? core::json::object() : now);
  check();
}

void AnswerDialog::check() {
  const std::vector<core::CorrectionReply> all = replies();
  const auto open = static_cast<int>(
      std::count_if(all.begin(), all.end(), [](const core::CorrectionReply& reply) { return reply.open; }));
  m_open->setText(open == 0
                      ? tr("Nothing stays open.")
                      : tr("%n item(s) stay open; the next request proposes them again.", nullptr, open));
  const core::Date today = m_context.opened.today();
  m_record->setEnabled(m_day->day() && *m_day->day() <= today && !m_command->isRunning());
}

void AnswerDialog::accept() {
  if (m_command->isRunning() || !m_day->day()) return;
  showError(m_error, {});
  m_command->perform(
      core::RecordCorrection{*m_day->day(), m_text->toPlainText().trimmed().toStdString(), replies()});
  check();
}

void AnswerDialog::reject() {
  if (!m_command->isRunning()) Dialog::reject();
}

} // namespace madoguchi::ui
