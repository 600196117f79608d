// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/pagesource.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace madoguchi::ui {

/// What stands where pages would: why there are none, and a button where one more try may help. Whoever shows
/// it in the place of the pages takes the keyboard along, to the button.
class PreviewWords : public QWidget {
  Q_OBJECT

public:
  explicit PreviewWords(QWidget* parent = nullptr);

  /// `again`: one more try may help.
  void say(const QString& text, bool again = false);
  void say(models::PageSource::Failure why);

Q_SIGNALS:
  void againWanted();

private:
  QLabel* m_text;
  QPushButton* m_again;
};

} // namespace madoguchi::ui
