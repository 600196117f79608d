// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/listpage.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace madoguchi::ui {

/// What happened to the case, the newest first; chosen by what it is about and by who did it. Enter, or the
/// button, shows the case as it was after an entry.
class TimelinePage : public QWidget, public ListPage {
  Q_OBJECT

public:
  TimelinePage(const Context& context, QWidget* parent = nullptr);

  /// After the entry that is chosen, which is the newest until another one is.
  void showAsItWas();
  [[nodiscard]] const QAbstractItemModel& listModel() const override;
  /// Of somebody under protection without particulars, as in the summary of the case.
  [[nodiscard]] ShownList shownList() const override;

private:
  void refresh();
  void filter();

  Context m_context;
  QComboBox* m_group;
  QComboBox* m_person;
  QLabel* m_count;
  QListView* m_list;
  QPushButton* m_asItWas;
  bool m_filling = false;
};

} // namespace madoguchi::ui
