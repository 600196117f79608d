// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace madoguchi::ui {

/// A sign and a sentence below a field: an error, a correction, something not saved. Without colour the sign
/// and the words still say it.
class NoteLabel : public QWidget {
  Q_OBJECT

public:
  enum class Tone { Error, Office, Quiet };

  /// `icon`: a name of resources/icons.
  NoteLabel(const QString& icon, Tone tone, QWidget* parent);

  /// `sign`: what the icon says to who cannot see it.
  void setNote(const QString& sign, const QString& text);
  [[nodiscard]] QString text() const;
  /// Stands below the sentence.
  void addButton(QWidget* button);

protected:
  void changeEvent(QEvent* event) override;

private:
  void draw();

  QString m_iconName;
  Tone m_tone;
  QGridLayout* m_layout;
  QLabel* m_icon;
  QLabel* m_text;
};

} // namespace madoguchi::ui
