// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/formversiondialog.h"

#include "models/fieldbook.h"
#include "models/formerrortext.h"
#include "models/text.h"
#include "models/valuetext.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

using Kind = core::FormChange::Kind;

bool isPlaceInList(const QString& token) {
  return token == QLatin1String("*") ||
         std::all_of(token.begin(), token.end(), [](QChar c) { return c.isDigit(); });
}

/// Of the layout, or of the schema, or readable words of the pointer: "Cars › Plate".
QString titleOf(const core::Procedure& procedure, const std::string& pointer) {
  if (const core::Field* known = core::field(procedure, pointer)) return models::localText(known->title);
  core::SchemaShapes shapes(procedure.form);
  core::SchemaNode node = shapes.root();
  QStringList parts;
  for (const QString& token : models::qtext(pointer).split(QChar(u'/'), Qt::SkipEmptyParts)) {
    const std::string name = token.toStdString();
    if (!node.empty()) {
      const core::SchemaShape& around = shapes.shape(node);
      const core::SchemaNode* property = around.property(name);
      node = property != nullptr ? *property : around.items;
      if (property == nullptr && isPlaceInList(token)) continue;
    }
    const std::string title = node.empty() ? std::string() : shapes.shape(node).title;
    if (token != QLatin1String("*"))
      parts << models::qtext(title.empty() ? models::readableName(name) : title);
  }
  return parts.join(QStringLiteral(" › "));
}

} // namespace

FormVersionDialog::FormVersionDialog(const core::Procedure& from, const core::Procedure& to,
                                     const core::json::value& form, const QString& whyNot, QWidget* parent)
    : Dialog(parent), m_list(new QTreeWidget(this)) {
  setWindowTitle(tr("What would change"));
  setObjectName(QStringLiteral("formVersions"));
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kMedium);
  layout->addWidget(
      mutedLabel(tr("This case has version %1 of its form. Version %2 is in use for new applications. Here "
                    "stands what the case would meet there; it keeps its version unless you move it.")
                     .arg(from.version)
                     .arg(to.version),
                 this));
  layout->addWidget(m_list, 1);
  addButtons(to.version, whyNot);
  m_list->setColumnCount(2);
  m_list->setHeaderLabels({tr("Field"), tr("What would change")});
  m_list->setAccessibleName(tr("What would change"));
  m_list->setWordWrap(true);
  m_list->setUniformRowHeights(false);
  m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  const auto fromSchema = core::FormSchema::compile(from.form);
  const auto toSchema = core::FormSchema::compile(to.form);
  if (fromSchema && toSchema)
    fill(from, to, form, core::formMigration(from, *fromSchema, to, *toSchema, form));
  m_list->expandAll();
  resize(em(this) * 100, fontMetrics().height() * 34);
}

void FormVersionDialog::addButtons(int version, const QString& whyNot) {
  layout()->addWidget(mutedLabel(
      tr("When it is moved, values without a place leave the form and stay in its history, and what "
         "is missing or wrong then is mended afterwards. Criteria, documents, deadline and route "
         "are those of version %1 from then on, and a draft has to be made anew. A move can be "
         "taken back only while it is unsent.")
          .arg(version),
      this));
  auto* move = primaryButton(tr("Move this case to version %1").arg(version), this);
  move->setObjectName(QStringLiteral("accept"));
  move->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  move->setAutoDefault(false);
  if (!whyNot.isEmpty()) {
    QLabel* reason = errorLabel(this);
    reason->setObjectName(QStringLiteral("whyNot"));
    showError(reason, whyNot);
    layout()->addWidget(reason);
    move->setEnabled(false);
    move->setToolTip(whyNot);
    move->setAccessibleDescription(whyNot);
  }
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->addButton(move, QDialogButtonBox::AcceptRole);
  layout()->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QTreeWidgetItem* FormVersionDialog::addGroup(const QString& title, int count) {
  auto* group = new QTreeWidgetItem(m_list, {tr("%1 (%2)").arg(title).arg(count)});
  group->setFirstColumnSpanned(true);
  QFont font = group->font(0);
  font.setBold(true);
  group->setFont(0, font);
  return group;
}

void FormVersionDialog::fill(const core::Procedure& from, const core::Procedure& to,
                             const core::json::value& form, const core::FormMigration& migration) {
  // What concerns this case comes first.
  if (!migration.newlyBroken.empty()) {
    auto* group =
        addGroup(tr("Values that would no longer be right"), static_cast<int>(migration.newlyBroken.size()));
    for (const core::FormError& error : migration.newlyBroken)
      new QTreeWidgetItem(group, {titleOf(to, error.pointer), models::formErrorText(error)});
  }
  if (!migration.homeless.empty()) {
    auto* group =
        addGroup(tr("Values that would have no place"), static_cast<int>(migration.homeless.size()));
    for (const std::string& pointer : migration.homeless) {
      const core::json::value* value = core::valueAt(form, pointer);
      new QTreeWidgetItem(group, {titleOf(from, pointer),
                                  value == nullptr ? QString() : models::valueText(&from, pointer, *value)});
    }
  }
  const auto add = [&](Kind kind, const QString& title, const core::Procedure& procedure) {
    const auto isKind = [kind](const core::FormChange& change) { return change.kind == kind; };
    const auto count = std::count_if(migration.changes.begin(), migration.changes.end(), isKind);
    if (count == 0) return;
    auto* group = addGroup(title, static_cast<int>(count));
    for (const core::FormChange& change : migration.changes) {
      if (!isKind(change)) continue;
      QStringList words;
      for (const std::string& word : change.words)
        words << models::schemaWordText(word);
      new QTreeWidgetItem(group, {titleOf(procedure, change.pointer), words.join(tr(", "))});
    }
  };
  add(Kind::Added, tr("New fields"), to);
  add(Kind::Removed, tr("Fields that go"), from);
  add(Kind::Changed, tr("Fields that ask for something else"), to);
  fillCriteria(from, to);
  if (m_list->topLevelItemCount() == 0)
    (new QTreeWidgetItem(m_list, {tr("Nothing changes for this case")}))->setFirstColumnSpanned(true);
}

void FormVersionDialog::fillCriteria(const core::Procedure& from, const core::Procedure& to) {
  const std::vector<core::CriterionChange> changes = core::criterionChanges(from, to);
  const auto add = [&](Kind kind, const QString& title, const core::Procedure& procedure) {
    const auto isKind = [kind](const core::CriterionChange& change) { return change.kind == kind; };
    const auto count = std::count_if(changes.begin(), changes.end(), isKind);
    if (count == 0) return;
    auto* group = addGroup(title, static_cast<int>(count));
    for (const core::CriterionChange& change : changes) {
      const core::Criterion* known = isKind(change) ? core::criterion(procedure, change.id) : nullptr;
      if (known == nullptr) continue;
      new QTreeWidgetItem(
          group, {models::localText(known->title), models::localText({known->article, known->articleEn})});
    }
  };
  add(Kind::Added, tr("New criteria"), to);
  add(Kind::Removed, tr("Criteria that go"), from);
  add(Kind::Changed, tr("Criteria that ask for something else"), to);
}

} // namespace madoguchi::ui
