// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/toldchoice.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>

namespace madoguchi::ui {

namespace {

class ToldChoice : public QAccessibleWidget {
public:
  explicit ToldChoice(QComboBox* box) : QAccessibleWidget(box, QAccessible::ComboBox) {}

  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    if (kind != QAccessible::Name && kind != QAccessible::Value) return QAccessibleWidget::text(kind);
    QString value = box()->currentText();
    const QString name = QAccessibleWidget::text(QAccessible::Name);
    if (kind == QAccessible::Value || name.isEmpty()) return value;
    // "Status: all" is the entry of a filter already.
    return value.startsWith(name + u':') ? value : QStringLiteral("%1: %2").arg(name, value);
  }

  [[nodiscard]] QAccessible::State state() const override {
    auto state = QAccessibleWidget::state();
    state.expandable = true;
    state.expanded = isOpen();
    state.editable = box()->isEditable();
    return state;
  }

  // Its entries and what it is typed into, as Qt has them.
  [[nodiscard]] int childCount() const override { return box()->isEditable() ? 2 : 1; }
  [[nodiscard]] QAccessibleInterface* child(int index) const override {
    if (index == 0) return QAccessible::queryAccessibleInterface(box()->view());
    return index == 1 ? QAccessible::queryAccessibleInterface(box()->lineEdit()) : nullptr;
  }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
    if (child == nullptr || child->object() == nullptr) return -1;
    if (child->object() == box()->view()) return 0;
    return child->object() == box()->lineEdit() ? 1 : -1;
  }

  [[nodiscard]] QStringList actionNames() const override {
    return QAccessibleWidget::actionNames() + QStringList{showMenuAction()};
  }
  void doAction(const QString& name) override {
    if (name != showMenuAction()) return QAccessibleWidget::doAction(name);
    isOpen() ? box()->hidePopup() : box()->showPopup();
  }

private:
  [[nodiscard]] QComboBox* box() const { return static_cast<QComboBox*>(widget()); }
  /// Without making the list, which a choice does when it is first opened.
  [[nodiscard]] bool isOpen() const {
    const auto* list = box()->findChild<QAbstractItemView*>();
    return list != nullptr && list->isVisible();
  }
};

QAccessibleInterface* tellChoice(const QString& className, QObject* object) {
  auto* box = className == QLatin1String("QComboBox") ? qobject_cast<QComboBox*>(object) : nullptr;
  return box != nullptr ? new ToldChoice(box) : nullptr;
}

} // namespace

void tellChoicesByName() {
  QAccessible::installFactory(tellChoice);
}

void putChoice(QTableWidget* table, int row, int column, QComboBox* choice) {
  auto* cell = new QTableWidgetItem;
  cell->setData(Qt::AccessibleTextRole, choice->currentText());
  table->setItem(row, column, cell);
  table->setCellWidget(row, column, choice);
  QObject::connect(choice, &QComboBox::currentTextChanged, table, [table, choice](const QString& text) {
    // Rows above it may have gone since.
    for (int at = 0; at < table->rowCount(); ++at)
      for (int across = 0; across < table->columnCount(); ++across)
        if (table->cellWidget(at, across) == choice)
          table->item(at, across)->setData(Qt::AccessibleTextRole, text);
  });
}

} // namespace madoguchi::ui
