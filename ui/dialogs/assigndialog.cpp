// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/assigndialog.h"

#include "models/errortext.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

AssignDialog::AssignDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_source(new QWidget(this)), m_whose(new QComboBox(m_source)),
      m_procedure(new QComboBox(m_source)), m_count(titleLabel({}, this)),
      m_colleagues(new QListWidget(this)), m_accept(primaryButton(tr("Assign"), this)) {
  setObjectName(QStringLiteral("assignDialog"));
  setWindowTitle(tr("Assign cases"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_whose->setObjectName(QStringLiteral("assignWhose"));
  m_procedure->setObjectName(QStringLiteral("assignProcedure"));
  auto* form = new QFormLayout(m_source);
  form->setContentsMargins({});
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  form->addRow(tr("Open cases of"), m_whose);
  form->addRow(tr("Procedure"), m_procedure);
  m_source->hide();
  scaleFont(m_count, type::kTitle);
  m_count->setObjectName(QStringLiteral("assignCount"));
  m_colleagues->setObjectName(QStringLiteral("assignTo"));
  m_colleagues->setAccessibleName(tr("Assign to"));
  m_colleagues->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_accept->setObjectName(QStringLiteral("accept"));
  m_accept->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* to = new QLabel(tr("Assign &to"), this);
  to->setBuddy(m_colleagues);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(m_count);
  layout->addWidget(m_source);
  layout->addWidget(to);
  layout->addWidget(m_colleagues, 1);
  layout->addWidget(mutedLabel(tr("Several share the cases in turn. Only a supervisor or the holder hands a "
                                  "case to somebody else."),
                               this));
  layout->addWidget(buttons);
  resize(em(this) * 56, fontMetrics().height() * 26);
  connect(m_colleagues, &QListWidget::itemChanged, this, &AssignDialog::refresh);
  // Enter marks too, as the space bar does: a choice of one needs one key.
  connect(m_colleagues, &QListWidget::itemActivated, this, [](QListWidgetItem* item) {
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
  });
  connect(&context.desk.ports.bulk, &models::CaseSource::keysLoaded, this, &AssignDialog::takeCases);
  connect(&context.desk.ports.bulk, &models::CaseSource::failed, this,
          [this](quint64 generation, const core::Error& error) {
            if (generation == m_generation && generation != 0)
              m_count->setText(models::errorText(error.code));
          });
  fillColleagues();
  m_colleagues->setFocus();
  refresh();
}

void AssignDialog::fillColleagues() {
  const auto references = m_context.desk.ports.references.references();
  const core::UserId from = whose();
  m_colleagues->clear();
  for (const auto& [id, person] : references->people) {
    const bool isAway = core::absenceOn(references->absences, id, m_context.opened.today()) != nullptr;
    if (id == from) continue;
    const QString name = models::personName(*references, id);
    const QString office = models::officeName(*references, person.office);
    auto* item = new QListWidgetItem(isAway ? tr("%1 · %2 · away today").arg(name, office)
                                            : QStringLiteral("%1 · %2").arg(name, office),
                                     m_colleagues);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
    item->setData(Qt::UserRole, models::qtext(id.value));
  }
  m_colleagues->setCurrentRow(0);
}

void AssignDialog::setCases(models::Keys keys) {
  m_keys = std::move(keys);
  refresh();
}

void AssignDialog::askWhose(const core::UserId& proposal) {
  const auto references = m_context.desk.ports.references.references();
  setWindowTitle(tr("Hand over a colleague's cases"));
  for (const auto& [id, person] : references->people) {
    const QString name = models::personName(*references, id);
    // Who is away comes first.
    const bool isAway = core::absenceOn(references->absences, id, m_context.opened.today()) != nullptr;
    m_whose->insertItem(isAway ? 0 : m_whose->count(), isAway ? tr("%1 (away today)").arg(name) : name,
                        models::qtext(id.value));
  }
  m_procedure->addItem(tr("All procedures"), QString());
  for (const core::Procedure* procedure : references->openProcedures())
    m_procedure->addItem(models::localText(procedure->title), models::qtext(procedure->id.value));
  m_whose->setCurrentIndex(qMax(0, m_whose->findData(models::qtext(proposal.value))));
  connect(m_whose, &QComboBox::currentIndexChanged, this, &AssignDialog::readCases);
  connect(m_procedure, &QComboBox::currentIndexChanged, this, &AssignDialog::readCases);
  m_source->show();
  m_whose->setFocus();
  readCases();
}

core::UserId AssignDialog::whose() const {
  return core::UserId(m_whose->currentData().toString().toStdString());
}

void AssignDialog::readCases() {
  fillColleagues();
  core::CaseQuery query;
  query.holder = whose();
  query.allOf = core::bit(core::RowFlag::Open);
  if (const QString procedure = m_procedure->currentData().toString(); !procedure.isEmpty())
    query.procedures = {core::ProcedureId(procedure.toStdString())};
  m_keys.clear();
  m_generation = m_context.desk.ports.bulk.nextGeneration();
  m_context.desk.ports.bulk.requestKeys(query, m_generation);
  refresh();
}

void AssignDialog::takeCases(quint64 generation,
                             const std::shared_ptr<const std::vector<models::CaseKey>>& keys) {
  if (generation != m_generation || generation == 0) return;
  m_generation = 0;
  m_keys = *keys;
  refresh();
}

std::vector<core::UserId> AssignDialog::assignees() const {
  std::vector<core::UserId> chosen;
  for (int row = 0; row < m_colleagues->count(); ++row)
    if (const QListWidgetItem* item = m_colleagues->item(row); item->checkState() == Qt::Checked)
      chosen.emplace_back(item->data(Qt::UserRole).toString().toStdString());
  return chosen;
}

void AssignDialog::refresh() {
  if (m_generation != 0)
    m_count->setText(tr("Counting …"));
  else
    m_count->setText(tr("%n case(s)", nullptr, static_cast<int>(m_keys.size())));
  m_accept->setEnabled(m_generation == 0 && !m_keys.empty() && !assignees().empty());
}

} // namespace madoguchi::ui
