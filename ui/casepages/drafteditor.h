// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace madoguchi::ui {

/// Edits a draft decision: outcome, conditions (one a line), reasons (criterion, fact, article), remarks.
class DraftEditor : public QWidget {
  Q_OBJECT

public:
  DraftEditor(const Context& context, QWidget* parent = nullptr);

  void show(const core::DraftDecision& draft, const core::Procedure& procedure, bool editable);
  [[nodiscard]] core::DraftDecision draft() const;
  /// All that is written, also what the outcome leaves out of the draft now, and the version that it rests
  /// on; put back over what `show` shows.
  [[nodiscard]] QString written() const;
  void restore(const QString& written);
  /// The version of the draft that it rests on; 0: none.
  [[nodiscard]] int baseDraft() const { return m_baseDraft; }
  /// What is written is meant to follow this version.
  void rebase(int version);
  /// The user has changed something since the last show.
  [[nodiscard]] bool isModified() const { return m_modified; }
  void focusFirst();

Q_SIGNALS:
  void modified();

private:
  void buildOutcomes();
  void buildConditions();
  void buildReasons();
  void addReason(const core::Reason& reason);
  void showParts();
  void showToRead(const core::DraftDecision& draft);
  void touch();

  Context m_context;
  const core::Procedure* m_procedure = nullptr;
  int m_baseDraft = 0;
  QButtonGroup* m_outcome;
  QLabel* m_read;
  QWidget* m_conditionPart;
  QComboBox* m_usual;
  QPlainTextEdit* m_conditions;
  QWidget* m_reasonPart;
  QTableWidget* m_reasons;
  QLabel* m_remarksTitle;
  QPlainTextEdit* m_remarks;
  QCheckBox* m_important;
  QCheckBox* m_unusual;
  bool m_editable = false;
  bool m_modified = false;
  bool m_filling = false;
};

} // namespace madoguchi::ui
