// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace madoguchi::ui {

/// Who applies: name, kana, address, telephone. A field is told as `edited` when it is left; pointers are
/// those of EditApplicant ("/party/phone").
class ApplicantEditor : public QWidget {
  Q_OBJECT

public:
  explicit ApplicantEditor(QWidget* parent = nullptr);

  /// `corrected`: by pointer, "/applicant/…"; the applicant's own value is shown beside the office's.
  void show(const core::Applicant& applicant, const std::map<std::string, core::OfficeValue>& corrected,
            bool editable);
  /// What is written now.
  [[nodiscard]] core::Applicant applicant() const;
  void focusFirst();

Q_SIGNALS:
  void edited(const core::FieldEdit& edit);

private:
  struct Line {
    std::string pointer;
    QLineEdit* edit = nullptr;
    QLabel* original = nullptr;
  };

  void addLine(const std::string& pointer, const QString& title);
  void leave(const Line& line);

  core::Applicant m_applicant;
  QFormLayout* m_layout;
  QComboBox* m_kind;
  std::vector<Line> m_lines;
  bool m_filling = false;
};

} // namespace madoguchi::ui
