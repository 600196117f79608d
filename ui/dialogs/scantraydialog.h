// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attachmentqueue.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace madoguchi::ui {

class DayEdit;
class ScanPreview;

/// The tray of the scanner: scans that wait, the pages of the chosen one, and what it becomes: a new case on
/// paper, or a document of the case that is open, with the day it came and the second look at its pages.
class ScanTrayDialog : public Dialog {
  Q_OBJECT

public:
  ScanTrayDialog(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void attachWanted(const QString& path, const std::string& kind,
                    const madoguchi::models::AttachmentQueue::Paper& paper);
  void newCaseWanted(const QString& path, madoguchi::core::Date receivedOn);

private:
  [[nodiscard]] QWidget* makeChoices();
  void refresh();
  void refreshButtons();
  void attach();
  [[nodiscard]] QString current() const;

  Context m_context;
  QLabel* m_place;
  QPushButton* m_folder;
  QListWidget* m_list;
  ScanPreview* m_preview;
  DayEdit* m_day;
  QComboBox* m_kind;
  QCheckBox* m_compared;
  QPushButton* m_attach;
  QPushButton* m_new;
};

} // namespace madoguchi::ui
