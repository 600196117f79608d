// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formline.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace madoguchi::ui {

class EntryButtons;
class NoteLabel;

/// The heading of a section, of a list, of a part of the form, or of an entry with the buttons that move and
/// remove it. What can be folded has a button for it.
class HeadLine : public FormLine {
  Q_OBJECT

public:
  HeadLine(models::FormModel& model, models::FormRow::Kind kind, QWidget* parent);

  void setReadOnly(bool readOnly) override;
  [[nodiscard]] QWidgetList inputs() const override;

Q_SIGNALS:
  void removeRequested(const std::string& item);
  void clearRequested(const std::string& part);
  void moveRequested(const std::string& item, int by);
  void openRequested(const std::string& part, bool open);

protected:
  void refresh() override;

private:
  void refreshFold(const QString& title);
  void refreshButtons(const QString& title);
  void refreshNotes();

  models::FormRow::Kind m_kind;
  bool m_readOnly = false;
  QVBoxLayout* m_layout;
  QLabel* m_title;
  QLabel* m_help = nullptr;     ///< made when there is something to say
  NoteLabel* m_error = nullptr; ///< likewise
  QToolButton* m_fold;
  EntryButtons* m_entry = nullptr;
  QPushButton* m_clear = nullptr;
};

/// Below the entries of a list: adds one. Below a part whose fields are named by who fills it: a name, and a
/// button that adds it.
class AddLine : public FormLine {
  Q_OBJECT

public:
  AddLine(models::FormModel& model, models::FormRow::Kind kind, QWidget* parent);

  void setReadOnly(bool readOnly) override { setVisible(!readOnly); }
  [[nodiscard]] QWidgetList inputs() const override;

Q_SIGNALS:
  void addRequested(const std::string& table);
  void addMemberRequested(const std::string& part, const QString& name);

protected:
  void refresh() override;

private:
  void add();

  QLineEdit* m_name = nullptr;
  QPushButton* m_add;
};

} // namespace madoguchi::ui
