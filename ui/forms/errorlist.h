// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QListWidget;
class QToolButton;

namespace madoguchi::ui {

/// What is wrong with a form, above it; each line leads to its field. Hidden while nothing is wrong.
class ErrorList : public QWidget {
  Q_OBJECT

public:
  struct Entry {
    QString pointer;
    QString title;
    QString text;
    bool operator==(const Entry&) const = default;
  };

  explicit ErrorList(QWidget* parent);

  void setEntries(const std::vector<Entry>& entries);
  [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

Q_SIGNALS:
  void chosen(const QString& pointer);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retitle();
  void fitHeight();

  QToolButton* m_head;
  QListWidget* m_list;
  std::vector<Entry> m_entries;
};

} // namespace madoguchi::ui
