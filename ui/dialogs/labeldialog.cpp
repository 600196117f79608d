// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/labeldialog.h"

#include "core/cases/label.h"
#include "models/text.h"
#include "ui/basics/widgets.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

constexpr int kBeforeRole = Qt::UserRole; ///< Qt::CheckState

} // namespace

LabelDialog::LabelDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_head(titleLabel({}, this)), m_typed(new QLineEdit(this)),
      m_error(errorLabel(this)), m_list(new QListWidget(this)), m_accept(primaryButton(tr("Label"), this)) {
  setObjectName(QStringLiteral("labelDialog"));
  setWindowTitle(tr("Labels"));
  setAttribute(Qt::WA_DeleteOnClose);
  scaleFont(m_head, type::kTitle);
  m_head->setWordWrap(true);
  m_typed->setObjectName(QStringLiteral("labelTyped"));
  m_typed->setPlaceholderText(tr("up to %1 characters; Enter puts it on").arg(core::kLongestLabel));
  auto* completer = new QCompleter(context.desk.labels.labels(), this);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->setFilterMode(Qt::MatchContains);
  m_typed->setCompleter(completer);
  m_error->setObjectName(QStringLiteral("labelError"));
  m_list->setObjectName(QStringLiteral("labelList"));
  m_list->setAccessibleName(tr("Labels"));
  m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_accept->setObjectName(QStringLiteral("accept"));
  m_accept->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  m_accept->setAutoDefault(false);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  form->addRow(tr("&Another label"), m_typed);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(m_head);
  layout->addLayout(form);
  layout->addWidget(m_error);
  layout->addWidget(m_list, 1);
  layout->addWidget(mutedLabel(tr("Labels are the office's: everybody who sees the case sees them."), this));
  layout->addWidget(buttons);
  resize(em(this) * 46, fontMetrics().height() * 24);
  connect(m_typed, &QLineEdit::returnPressed, this, &LabelDialog::takeTyped);
  connect(m_typed, &QLineEdit::textChanged, this, &LabelDialog::refresh);
  connect(m_list, &QListWidget::itemChanged, this, &LabelDialog::refresh);
  // What is typed and not put on yet is meant, too.
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    takeTyped();
    if (m_typed->text().isEmpty()) accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  m_typed->setFocus();
}

LabelDialog::LabelDialog(const Context& context, const std::vector<std::string>& labels, QWidget* parent)
    : LabelDialog(context, parent) {
  m_head->setText(tr("Labels of this case"));
  for (const std::string& label : labels)
    addItem(models::qtext(label), Qt::Checked);
  for (const QString& label : context.desk.labels.labels())
    if (!core::holdsLabel(labels, label.toStdString())) addItem(label, Qt::Unchecked);
  refresh();
}

LabelDialog::LabelDialog(const Context& context, std::size_t cases, QWidget* parent)
    : LabelDialog(context, parent) {
  m_many = true;
  m_head->setText(tr("Label the marked cases (%1)").arg(cases));
  for (const QString& label : context.desk.labels.labels())
    addItem(label, Qt::PartiallyChecked);
  refresh();
}

QListWidgetItem* LabelDialog::addItem(const QString& label, Qt::CheckState before) {
  auto* item = new QListWidgetItem(label, m_list);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                 (m_many ? Qt::ItemIsUserTristate : Qt::NoItemFlags));
  item->setCheckState(before);
  item->setData(kBeforeRole, static_cast<int>(before));
  return item;
}

void LabelDialog::takeTyped() {
  if (m_typed->text().trimmed().isEmpty()) return m_typed->clear();
  const std::string label = core::labelFrom(m_typed->text().toStdString());
  if (label.empty())
    return showError(m_error, tr("A label has up to %1 characters, in one line.").arg(core::kLongestLabel));
  const auto known = m_list->findItems(models::qtext(label), Qt::MatchExactly | Qt::MatchCaseSensitive);
  QListWidgetItem* item = known.isEmpty()
                              ? addItem(models::qtext(label), m_many ? Qt::PartiallyChecked : Qt::Unchecked)
                              : known.front();
  item->setCheckState(Qt::Checked);
  m_list->setCurrentItem(item);
  m_typed->clear();
}

std::vector<std::string> LabelDialog::turned(Qt::CheckState to) const {
  std::vector<std::string> labels;
  for (int row = 0; row < m_list->count(); ++row) {
    const QListWidgetItem* item = m_list->item(row);
    const auto before = static_cast<Qt::CheckState>(item->data(kBeforeRole).toInt());
    if (item->checkState() == to && before != to) core::addLabel(labels, item->text().toStdString());
  }
  return labels;
}

std::vector<std::string> LabelDialog::toAdd() const {
  return turned(Qt::Checked);
}

std::vector<std::string> LabelDialog::toRemove() const {
  return turned(Qt::Unchecked);
}

void LabelDialog::refresh() {
  std::size_t checked = 0;
  for (int row = 0; row < m_list->count(); ++row) {
    QListWidgetItem* item = m_list->item(row);
    if (item->checkState() == Qt::Checked) ++checked;
    // In words, too, what the sign of the third state means.
    item->setToolTip(item->checkState() == Qt::PartiallyChecked ? tr("stays where it is") : QString());
  }
  const bool tooMany = checked > core::kMostLabels;
  const bool changes = !toAdd().empty() || !toRemove().empty() || !m_typed->text().trimmed().isEmpty();
  showError(m_error, tooMany ? tr("A case bears at most %1 labels.").arg(core::kMostLabels) : QString());
  m_accept->setEnabled(changes && !tooMany && toRemove().size() <= core::kMostLabels);
}

} // namespace madoguchi::ui
