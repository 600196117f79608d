// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence.h"
#include "ui/basics/context.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace madoguchi::ui {

/// The places marked as evidence for one criterion. Enter or a click goes to the place, Delete takes the mark
/// away.
class EvidenceList : public QWidget {
  Q_OBJECT

public:
  EvidenceList(const Context& context, QWidget* parent = nullptr);

  void show(const core::CriterionId& criterion);

Q_SIGNALS:
  void markChosen(const madoguchi::core::EvidenceMark& mark);
  void markingWanted(const madoguchi::core::CriterionId& criterion);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  [[nodiscard]] const models::NumberedMark* current() const;
  void choose();
  void takeAway();
  void refreshButtons();

  Context m_context;
  QListWidget* m_list;
  QPushButton* m_mark;
  QPushButton* m_remove;
  core::CriterionId m_criterion;
  std::vector<models::NumberedMark> m_marks;
};

} // namespace madoguchi::ui
