// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace madoguchi::ui {

/// A sign and a sentence below a field: an error, a correction, something not saved. Without colour the sign
/// and the words still say it.
class NoteLabel : public QWidget {
  Q_OBJECT

public:
  /// `icon`: a name of resources/icons, in the palette's colour of `tone`.
  NoteLabel(const QString& icon, QPalette::ColorRole tone, QWidget* parent);

  /// `sign`: what the icon says to who cannot see it.
  void setNote(const QString& sign, const QString& text);
  [[nodiscard]] QString text() const;
  /// Stands at the end of the sentence.
  void addButton(QWidget* button);

protected:
  void changeEvent(QEvent* event) override;

private:
  void draw();

  QString m_iconName;
  QPalette::ColorRole m_tone;
  QHBoxLayout* m_layout;
  QLabel* m_icon;
  QLabel* m_text;
};

} // namespace madoguchi::ui
