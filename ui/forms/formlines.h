// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formmodel.h"
#include "models/ports/postalsource.h"

#include <QString>
#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QVBoxLayout;

namespace madoguchi::ui {

class FieldLine;
class FormLine;

/// The lines of a form below each other, kept in step with the model: a line that stays keeps its widget, its
/// keyboard focus and its unsaved text. The widgets of a form that is cleared are kept for the next case that
/// has this form. Long forms make their editors as they come into view.
class FormLines : public QWidget {
  Q_OBJECT

public:
  FormLines(models::FormModel& model, QWidget* parent);

  /// Other lines stand in the model.
  void sync();
  /// The same lines say something else: values, errors, language.
  void refresh();
  void setReadOnly(bool readOnly);

  [[nodiscard]] const std::vector<FormLine*>& lines() const { return m_lines; }
  [[nodiscard]] std::vector<FieldLine*> fieldLines() const;
  /// Null where no line has this pointer.
  [[nodiscard]] FormLine* lineAt(const std::string& pointer) const;
  /// The entry of a list in which the widget stands; empty where it is in none.
  [[nodiscard]] std::string entryOf(const QWidget* widget) const;
  /// The line in which the widget stands, or null.
  [[nodiscard]] FormLine* lineOf(const QWidget* widget) const;

  /// Makes the editors of the lines that touch the rectangle. True where any was made.
  bool build(const QRect& visible);
  /// And the ones around a line, so that Tab finds them.
  void buildAround(const FormLine* line);
  /// The place in which the form is seen has another width.
  void fit();
  void completeFrom(models::PostalSource& source);

Q_SIGNALS:
  void draftChanged(const QString& pointer, const QString& text);
  void draftDropped(const QString& pointer);
  void draftSaved(const QString& pointer);
  void problemChanged();
  void fieldDone();
  void placePicked(const std::string& field, const madoguchi::core::PostalPlace& place);
  void addRequested(const std::string& table);
  void addMemberRequested(const std::string& part, const QString& name);
  void removeRequested(const std::string& item);
  void moveRequested(const std::string& item, int by);
  void clearRequested(const std::string& part);
  void openRequested(const std::string& part, bool open);
  void taken(const std::string& part, const core::SchemaChoice* choice, std::size_t alternative);

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  [[nodiscard]] FormLine* makeLine(models::FormRow::Kind kind);
  [[nodiscard]] FieldLine* makeField();
  void drop(FormLine* line);
  void putAside();
  [[nodiscard]] std::multimap<std::string, FormLine*> takeLinesBefore();
  [[nodiscard]] int titleWidth() const;

  models::FormModel& m_model;
  models::PostalSource* m_postal = nullptr;
  QVBoxLayout* m_layout;
  std::vector<FormLine*> m_lines;
  std::vector<std::string> m_keys;               ///< of m_lines
  std::multimap<std::string, FormLine*> m_aside; ///< by key; not seen
  std::string m_form; ///< procedure and version of the lines, also of those put aside
  bool m_readOnly = false;
};

} // namespace madoguchi::ui
