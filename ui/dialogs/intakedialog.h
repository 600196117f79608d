// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formmodel.h"
#include "models/intakedraft.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSplitter;

namespace madoguchi::ui {

class ApplicantEditor;
class DayEdit;
class FormView;
class ScanPreview;

/// Takes in an application on paper: procedure, how it came, the day on the stamp, the scan, who applies and
/// the form. The scan is kept first; then the case arrives with it as its first document. Whatever is written
/// is kept as a draft meanwhile: closing loses nothing, nor does the end of the program.
class IntakeDialog : public Dialog {
  Q_OBJECT

public:
  IntakeDialog(const Context& context, QWidget* parent = nullptr);

  void setScan(const QString& path);
  /// A scan of the tray: it leaves the tray once the case holds it.
  void takeScan(const QString& path, core::Date receivedOn);

Q_SIGNALS:
  void received(const core::CaseId& id);

protected:
  /// Stays open while the case is being received.
  void reject() override;

private:
  void layOutSide();
  void connectAll();
  void connectKeeping();
  void fillChoices();
  void begin(const QString& trayScan);
  void fill(const models::IntakeDraft& draft);
  [[nodiscard]] models::IntakeDraft written() const;
  void keep();
  void forget();
  void askDiscard();
  void changeProcedure();
  void showProcedure();
  void check();
  void receive();
  void perform(const std::optional<core::CaseDocument>& scan);
  void chooseScan();
  void showScan();
  [[nodiscard]] const core::Procedure* procedure() const;

  Context m_context;
  std::shared_ptr<const models::References> m_references;
  models::FormModel m_form;
  std::optional<core::FormSchema> m_schema;
  // Each part is made where it stands: the style sheet is matched anew against what is taken in later.
  QSplitter* m_split;
  QScrollArea* m_side;
  QWidget* m_paper; ///< what is on the paper
  QComboBox* m_procedure;
  QComboBox* m_office;
  QComboBox* m_channel;
  DayEdit* m_stamped;
  QComboBox* m_visibility;
  QLineEdit* m_scan;
  QCheckBox* m_compared;
  QString m_fromTray; ///< path of the tray's scan that this paper began with; empty: none
  ApplicantEditor* m_applicant;
  FormView* m_view;
  ScanPreview* m_preview;
  QLabel* m_error;
  QLabel* m_again; ///< seen where something kept came back
  QPushButton* m_discard;
  QPushButton* m_receive;
  core::json::value m_all;   ///< what was written into any procedure's form, up to the one that is shown
  core::json::value m_given; ///< what of it the one that is shown began with
  std::map<std::string, std::string> m_typed; ///< and not saved, by pointer
  models::IntakeDraft m_blank;                ///< what a new paper begins with
  bool m_keeps = false; ///< what is written: not while it is put there, nor once the case has it
  std::optional<quint64> m_upload;
  std::optional<quint64> m_command;
};

} // namespace madoguchi::ui
