// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace madoguchi::ui {

/// A day, typed as people write it (R8.4.1, 令和8年4月1日, 2026-04-01) and shown in both calendars. Up and
/// Down change it by a day.
class DayEdit : public QWidget {
  Q_OBJECT

public:
  explicit DayEdit(QWidget* parent = nullptr);

  void setDay(std::optional<core::Date> day);
  /// None while nothing, or no day, is written.
  [[nodiscard]] std::optional<core::Date> day() const;
  /// As it is written, which may be no day yet.
  [[nodiscard]] QString text() const;
  void setText(const QString& text);
  void setAccessibleTitle(const QString& title);

Q_SIGNALS:
  void dayChanged();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void read();

  QLineEdit* m_edit;
  QLabel* m_meaning;
};

} // namespace madoguchi::ui
