// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/casesource.h"

#include <QStringList>
#include <QTimer>

namespace madoguchi::models {

/// The labels that cases bear, the most frequent first; read again a moment after cases change. UI thread.
class LabelBook : public QObject {
  Q_OBJECT

public:
  explicit LabelBook(CaseSource& source, QObject* parent = nullptr);

  [[nodiscard]] const QStringList& labels() const { return m_labels; }

Q_SIGNALS:
  void changed();

private:
  void request();

  CaseSource& m_source;
  QTimer m_soon;
  QStringList m_labels;
  quint64 m_generation = 0;
};

} // namespace madoguchi::models
