// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formmodel.h"
#include "ui/basics/context.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace madoguchi::ui {

class ApplicantEditor;
class FormView;

/// What was applied for, and by whom: the applicant and the form of the procedure. Each field saves itself
/// as a command; what is typed and not saved is kept as a local draft.
class ApplicationPage : public QWidget {
  Q_OBJECT

public:
  ApplicationPage(const Context& context, QWidget* parent = nullptr);

  /// Saves what is typed; false where it is no value.
  bool commit();
  /// Gives the keyboard to a field.
  void jumpTo(const std::string& pointer);
  /// Whether a newer version of the form is in use than that of the case, and what moving to it would mean.
  [[nodiscard]] bool hasNewerVersion() const { return newerVersion() != nullptr; }
  void askVersion();

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void refresh();
  void showWho();
  void showApplicant();
  void showForm();
  void keepForm();
  void keepApplicant();
  void keep(const core::CaseId& id, const QString& part, const models::Drafts& typed);
  void showVersion();
  [[nodiscard]] const core::Procedure* newerVersion() const;

  Context m_context;
  models::FormModel m_form;
  QToolButton* m_toggle;
  QString m_who;          ///< what stands beside its arrow, where there is room for all of it
  QPushButton* m_version; ///< shown where a newer version of the form is in use
  ApplicantEditor* m_applicant;
  FormView* m_view;
  core::CaseId m_shownCase;     ///< whose form is shown
  core::CaseId m_applicantCase; ///< whose applicant is shown: also where the procedure is not known here
  std::shared_ptr<const models::References> m_references; ///< keeps alive what the form points into
};

} // namespace madoguchi::ui
