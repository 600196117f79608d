// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/bulkrun.h"
#include "ui/basics/context.h"

#include <QFrame>

class QLabel;

namespace madoguchi::ui {

/// Stands over the table while cases are marked: how many, and what can be done to all of them.
class MarkBar : public QFrame {
  Q_OBJECT

public:
  MarkBar(const Context& context, QWidget* parent = nullptr);

  /// Why nothing can be done to the marked cases now; empty where it can.
  [[nodiscard]] QString whyNot() const;

public Q_SLOTS:
  // What is done is done to the cases that are marked now, whatever comes into the list until the user has
  // answered. Nothing where `whyNot`: `said` tells so.
  void takeMarked();
  void releaseMarked();
  void assignMarked();
  void labelMarked();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  void refresh();
  /// Asks and begins.
  void confirm(const QString& question, const QString& accept, models::BulkOrder::Action action,
               models::Keys keys);
  [[nodiscard]] bool mayBegin();

  Context m_context;
  QLabel* m_count;
};

} // namespace madoguchi::ui
