// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formline.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

class NoteLabel;

/// The heading of a section, of a list, or of an entry with the button that removes it.
class HeadLine : public FormLine {
  Q_OBJECT

public:
  HeadLine(models::FormModel& model, models::FormRow::Kind kind, QWidget* parent);

  void setReadOnly(bool readOnly) override;
  [[nodiscard]] QWidgetList inputs() const override;

Q_SIGNALS:
  void removeRequested(const std::string& item);

protected:
  void refresh() override;

private:
  models::FormRow::Kind m_kind;
  QVBoxLayout* m_layout;
  QLabel* m_title;
  QLabel* m_help;
  NoteLabel* m_error;
  QPushButton* m_remove = nullptr;
};

/// Below the entries of a list: adds one.
class AddLine : public FormLine {
  Q_OBJECT

public:
  AddLine(models::FormModel& model, QWidget* parent);

  void setReadOnly(bool readOnly) override { setVisible(!readOnly); }
  [[nodiscard]] QWidgetList inputs() const override;

Q_SIGNALS:
  void addRequested(const std::string& table);

protected:
  void refresh() override;

private:
  QPushButton* m_add;
};

} // namespace madoguchi::ui
