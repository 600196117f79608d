// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

class CriterionText;
class EvidenceList;
class TurningSplitter;

/// The criteria of the procedure: a finding for each, with the fact it rests on, its article and a note; and
/// what is still missing. In the list, Up and Down choose a criterion and 1 … 9 its finding.
class ExaminationPage : public QWidget {
  Q_OBJECT

public:
  ExaminationPage(const Context& context, QWidget* parent = nullptr);

  /// Gives the keyboard to the first criterion without a finding.
  void begin();
  /// Saves what is typed where there is a finding, before another criterion or case is shown.
  void commit();

Q_SIGNALS:
  /// The user wants to see a place, or to mark one.
  void markChosen(const madoguchi::core::EvidenceMark& mark);
  void markingWanted(const madoguchi::core::CriterionId& criterion);
  void failed(const QString& text);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void layOut();
  void refresh();
  void refreshMissing();
  void showCriterion();
  void buildFindings();
  void choose(int number);
  void meetAll();
  void showLetter();
  [[nodiscard]] bool mayJudge() const;
  [[nodiscard]] const core::Criterion* criterion() const;
  [[nodiscard]] core::CriterionFinding found() const;

  Context m_context;
  QLabel* m_missing;
  QPushButton* m_meetAll;
  QPushButton* m_letter;
  TurningSplitter* m_split = nullptr;
  QListWidget* m_list;
  QWidget* m_detail;
  QLabel* m_title;
  QLabel* m_help;
  QVBoxLayout* m_findingBox;
  QButtonGroup* m_findings;
  CriterionText* m_text;
  EvidenceList* m_evidence;
  QLabel* m_by;
  core::CaseId m_shownCase;
  bool m_editable = false;
  bool m_filling = false;
};

} // namespace madoguchi::ui
