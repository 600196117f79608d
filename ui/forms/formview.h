// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formmodel.h"
#include "models/ports/postalsource.h"

#include <QMap>
#include <QString>
#include <QWidget>

#include <string>
#include <utility>

class QScrollArea;

namespace madoguchi::ui {

class ErrorList;
class FormLine;
class FormLines;

/// The whole form of a case, to read and to fill. A field saves itself (FormModel::setValue, so the model's
/// `edited` is the signal to make a command of) when it is left; a choice by mouse at once. What is typed and
/// not saved is told for a local draft. `model.clear()` between two cases empties the view, unsaved text
/// included, and leaves the drafts that were told to whoever keeps them; showing the same case again keeps
/// what is being typed. The model outlives the view.
///
/// Pointers are those of the model ("/vehicles/0/plate"). An editor's object name is "field:" + pointer, its
/// line's "line:" + pointer, the buttons of a list "add:", "remove:", "up:" and "down:" + pointer, of a part
/// "fold:", "clear:" and "choice:" + pointer. Ctrl+Shift+Up and +Down move the entry with the keyboard.
class FormView : public QWidget {
  Q_OBJECT

public:
  explicit FormView(models::FormModel& model, QWidget* parent = nullptr);
  ~FormView() override;

  /// To read only: values are plain text that can be selected. Unsaved text is kept and shown beside them.
  void setReadOnly(bool readOnly);
  [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

  /// Brings the field into view and gives it the keyboard; the nearest one where none has this pointer.
  bool jumpTo(const QString& pointer);
  /// The next thing wrong after the field with the keyboard, around the end.
  bool jumpToNextError();

  /// Saves what is typed, as leaving the field would: before another case is shown, before a command that
  /// needs the form. False where something typed cannot be saved because it is no value (a wrong day).
  bool commit();

  /// Completes postal codes and addresses from here on. The source outlives the view.
  void completeFrom(models::PostalSource& source);

  /// By pointer, as `draftChanged` told them. Fields that do not stand here now are left out.
  void restoreDrafts(const QMap<QString, QString>& drafts);
  [[nodiscard]] const QMap<QString, QString>& drafts() const { return m_drafts; }
  /// Those that became values since this was asked last: whoever makes a command of the model's `edited`
  /// names them to it, so that they are kept until it is. Nothing else is told of them.
  [[nodiscard]] QMap<QString, QString> takeSaved() { return std::exchange(m_saved, {}); }

Q_SIGNALS:
  /// Typed and not saved yet. Never told of a My Number.
  void draftChanged(const QString& pointer, const QString& text);
  /// Given up, or what stood there before.
  void draftDropped(const QString& pointer);

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  /// To the first field.
  void focusInEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;

private:
  void sync();
  void refresh();
  void refreshErrors();
  void onFocusChanged(const QWidget* old, const QWidget* now);
  void buildVisible();
  void connectLists();
  void addItem(const std::string& table);
  void addMember(const std::string& part, const QString& name);
  void removeItem(const std::string& item);
  void moveItem(const std::string& item, int by);
  void moveEntryWithKeyboard(int by);
  void clearPart(const std::string& part);
  void take(const std::string& part, const core::SchemaChoice* choice, std::size_t alternative);
  void fillPlace(const std::string& field, const core::PostalPlace& place);
  void replaceDrafts(const QMap<QString, QString>& drafts);
  [[nodiscard]] FormLine* nearest(const std::string& pointer) const;
  bool give(FormLine* line);

  models::FormModel& m_model;
  ErrorList* m_errors;
  QScrollArea* m_scroll;
  FormLines* m_lines;
  QMap<QString, QString> m_drafts;
  QMap<QString, QString> m_saved;
  bool m_readOnly = false;
};

} // namespace madoguchi::ui
