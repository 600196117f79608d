// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace madoguchi::ui {

/// Chooses labels for one case, or for many. The labels in use are proposed; another is typed. For many cases
/// a label has a third state: it stays where it is. The caller acts when it is accepted.
class LabelDialog : public Dialog {
  Q_OBJECT

public:
  /// Of one case, with the labels it bears.
  LabelDialog(const Context& context, const std::vector<std::string>& labels, QWidget* parent = nullptr);
  /// Of many.
  LabelDialog(const Context& context, std::size_t cases, QWidget* parent = nullptr);

  [[nodiscard]] std::vector<std::string> toAdd() const;
  [[nodiscard]] std::vector<std::string> toRemove() const;

private:
  LabelDialog(const Context& context, QWidget* parent);

  QListWidgetItem* addItem(const QString& label, Qt::CheckState before);
  void takeTyped();
  void refresh();
  [[nodiscard]] std::vector<std::string> turned(Qt::CheckState to) const;

  Context m_context;
  bool m_many = false;
  QLabel* m_head;
  QLineEdit* m_typed;
  QLabel* m_error;
  QListWidget* m_list;
  QPushButton* m_accept;
};

} // namespace madoguchi::ui
