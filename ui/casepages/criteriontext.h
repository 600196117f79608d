// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QObject>

#include <array>
#include <map>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace madoguchi::ui {

/// The editors of what is written on a criterion: fact, article and note. What is typed is kept as a draft of
/// its case until the case has it. A case holds no such text without a finding, so until one is chosen
/// nothing is sent; from then on each text is sent when its editor is left, but never over what somebody else
/// has written in the same place meanwhile: that takes the finding chosen again.
class CriterionText : public QObject {
  Q_OBJECT

public:
  CriterionText(const Context& context, QWidget* parent);

  void addTo(QFormLayout& form);
  /// What the case says of the criterion (null: nothing is shown), but for what is typed and not sent yet,
  /// which stays as it stands. Sends nothing.
  void show(const core::Criterion* criterion, bool editable);
  /// Sends the finding together with all that is written.
  void save(const std::string& finding);
  /// Sends what is typed, where there is a finding.
  void commit();
  /// Puts what is typed on its criterion into a command.
  void complete(core::SetCriterion& command) const;
  /// On some criterion of the case stands what the case has not.
  [[nodiscard]] bool holdsDrafts() const;

Q_SIGNALS:
  /// What is typed was not sent: somebody else has written there.
  void failed(const QString& text);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  [[nodiscard]] QString written(std::size_t part) const;
  void write(std::size_t part, const QString& text);
  [[nodiscard]] core::CriterionFinding inCase() const;
  [[nodiscard]] core::CriterionFinding expected() const;
  [[nodiscard]] bool isUnsent(std::size_t part) const;
  [[nodiscard]] bool isContested(std::size_t part) const;
  [[nodiscard]] static QString contestedText();
  void onTyped();
  void onPerformed(const models::CommandDone& done);
  void keep();
  void tell();

  Context m_context;
  QPlainTextEdit* m_fact;
  QLineEdit* m_article;
  QLineEdit* m_note;
  QLabel* m_unsent;
  core::CaseId m_case; ///< whose criterion the editors show
  core::CriterionId m_criterion;
  std::array<QString, 3> m_base; ///< what the case had in each place when the user began to type there
  std::map<core::CriterionId, core::SetCriterion> m_sent; ///< of the case, and not seen in it yet
  bool m_editable = false;
  bool m_filling = false;
};

} // namespace madoguchi::ui
