// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trainingtasks.h"
#include "ui/basics/context.h"

#include <QDockWidget>

class QLabel;
class QLayout;
class QListView;
class QProgressBar;
class QPushButton;

namespace madoguchi::ui {

/// The guided tasks beside the work: a list with what is done, and how to do the chosen one.
class TaskPanel : public QDockWidget {
  Q_OBJECT

public:
  /// Of a context whose desk is a practice office.
  TaskPanel(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void placeWanted(core::Queue queue);
  void said(const madoguchi::ui::Message& message);

private:
  [[nodiscard]] QLayout* makeTitle(const Theme& theme, QWidget* body);
  void refresh();
  void choose(models::TrainingTasks::Task task);
  [[nodiscard]] models::TrainingTasks::Task chosen() const;

  models::TrainingTasks& m_tasks;
  QListView* m_list;
  QLabel* m_title;
  QLabel* m_howTo;
  QLabel* m_count;
  QProgressBar* m_progress;
  QPushButton* m_go;
};

} // namespace madoguchi::ui
