// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/livecells.h"

#include <QLineEdit>

namespace madoguchi::ui {

QWidget* LiveCells::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
  QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
  if (auto* line = qobject_cast<QLineEdit*>(editor))
    connect(line, &QLineEdit::textEdited, this,
            [line, self = const_cast<LiveCells*>(this)] { Q_EMIT self->commitData(line); });
  return editor;
}

void LiveCells::setEditorData(QWidget* editor, const QModelIndex& index) const {
  // The cell tells each character back; the cursor would go to the end.
  const auto* line = qobject_cast<QLineEdit*>(editor);
  if (line == nullptr || line->text() != index.data(Qt::EditRole).toString())
    QStyledItemDelegate::setEditorData(editor, index);
}

} // namespace madoguchi::ui
