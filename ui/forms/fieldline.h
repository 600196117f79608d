// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"
#include "ui/forms/formline.h"
#include "ui/forms/postalcompleter.h"

#include <optional>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

class EntryButtons;
class NoteLabel;

/// A field: title and "required" beside its editor (or its value, to read only), beside that what the
/// applicant wrote where the office has corrected it, with who did and when; below it help and what is wrong.
class FieldLine : public FormLine {
  Q_OBJECT

public:
  FieldLine(models::FormModel& model, QWidget* parent);

  void setReadOnly(bool readOnly) override;
  void setTitleWidth(int titleWidth) override;
  [[nodiscard]] QWidgetList inputs() const override;
  void build() override;
  [[nodiscard]] bool isBuilt() const { return m_built; }

  /// Saves what is typed. False where that is no value, or an input method is composing.
  bool commit();
  /// Puts a text in as if it were typed, and saves it.
  void putText(const QString& text);
  /// Offers places for a postal code or an address; null: does not.
  void completeFrom(models::PostalSource* source);
  /// Text that is not saved yet, from before.
  void setDraft(const QString& draft);
  [[nodiscard]] bool isUnsaved() const { return m_draft.has_value(); }
  /// Unsaved text goes without having been saved or told.
  void forget();
  /// Why the unsaved text is no value; empty if it is one, or has not been left yet.
  [[nodiscard]] QString problem() const { return m_problem ? m_problem->text : QString(); }

Q_SIGNALS:
  void draftChanged(const QString& text);
  void draftDropped();
  /// It is a value of the model next.
  void draftSaved();
  void problemChanged();
  /// Enter: on to the next field.
  void done();
  void placePicked(const madoguchi::core::PostalPlace& place);
  void removeRequested(const std::string& item);
  void moveRequested(const std::string& item, int by);

protected:
  void refresh() override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  struct Note;
  void buildTitle();
  void makeEditor(const FieldLook& look);
  void makeCompleter();
  void makeValueLabel();
  void makeEntryButtons();
  void refreshOriginal();
  [[nodiscard]] bool isLocked() const { return m_readOnly || formRow().readOnly; }
  void layOut();
  [[nodiscard]] bool fitsBeside() const;
  void refreshNotes(const FieldLook& look);
  void showNote(NoteLabel*& note, const Note& shown);
  void showBetter();
  void onTyped();
  void setProblem(std::optional<FieldProblem> problem);
  void restore();
  bool onKey(const QKeyEvent& event);

  models::PostalSource* m_postal = nullptr;
  bool m_built = false;
  bool m_readOnly = false;
  bool m_restored = false; ///< the draft is from before, not from this visit
  int m_titleWidth = 0;
  bool m_beside = false; ///< the title stands beside the field, not above it
  std::optional<QString> m_draft;
  std::optional<FieldProblem> m_problem;
  QGridLayout* m_grid = nullptr;
  QWidget* m_titleCell = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_required = nullptr;
  QWidget* m_valueCell = nullptr;
  QBoxLayout* m_pair = nullptr; ///< the office's value and the applicant's
  QVBoxLayout* m_below = nullptr;
  FieldEditor* m_editor = nullptr;
  QLabel* m_value = nullptr;
  QLabel* m_help = nullptr;
  NoteLabel* m_error = nullptr;
  NoteLabel* m_original = nullptr;
  EntryButtons* m_entry = nullptr;
  NoteLabel* m_unsaved = nullptr;
  QPushButton* m_better = nullptr;
};

} // namespace madoguchi::ui
