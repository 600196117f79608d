// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formmodel.h"

#include <QMap>
#include <QString>
#include <QWidget>

#include <map>
#include <memory>
#include <string>
#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace madoguchi::ui {

class ErrorList;
class FormLine;

/// The whole form of a case, to read and to fill. A field saves itself (FormModel::setValue, so the model's
/// `edited` is the signal to make a command of) when it is left, a choice by mouse at once. What is typed and
/// not saved is told for a local draft. `model.clear()` between two cases drops what is not saved; showing
/// the same case again keeps it. The model outlives the view.
///
/// Pointers are those of the model ("/vehicles/0/plate"). An editor's object name is "field:" + pointer, its
/// line's "line:" + pointer.
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
  /// The next field after the one with the keyboard that has something wrong, around the end.
  bool jumpToNextError();

  /// Saves what is typed, as leaving the field would: before another case is shown, before a command that
  /// needs the form. False where something typed cannot be saved because it is no value (a wrong day).
  bool commit();

  /// By pointer, as `draftChanged` told them. Fields that do not stand here are left out.
  void restoreDrafts(const QMap<QString, QString>& drafts);
  [[nodiscard]] const QMap<QString, QString>& drafts() const { return m_drafts; }

Q_SIGNALS:
  /// Typed and not saved yet. Not told of a My Number.
  void draftChanged(const QString& pointer, const QString& text);
  /// Saved, or given up.
  void draftDropped(const QString& pointer);

private:
  QMap<QString, QString> m_drafts;
  models::FormModel& m_model;
  bool m_readOnly = false;
};

} // namespace madoguchi::ui
