// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/casesource.h"

#include <QObject>

#include <functional>

namespace madoguchi::models {

/// One question to a CaseSource that is asked again whenever the cases change, while somebody looks: one at a
/// time, and once more where something changed meanwhile. UI thread.
class LiveReading : public QObject {
  Q_OBJECT

public:
  /// `ask`: sends the request under this generation.
  LiveReading(CaseSource& source, std::function<void(quint64 generation)> ask, QObject* parent = nullptr);

  /// Somebody looks from now on.
  void load();
  /// Nobody looks: what changes until the next load() is not asked for.
  void rest() { m_wanted = m_again = false; }
  [[nodiscard]] bool isLoading() const { return m_loading; }
  /// Calls `take` where the answer is the one that is waited for.
  void answer(quint64 generation, const std::function<void()>& take);

Q_SIGNALS:
  void failed(const core::Error& error);

private:
  CaseSource& m_source;
  std::function<void(quint64)> m_ask;
  quint64 m_generation = 0;
  bool m_loading = false;
  bool m_wanted = false; ///< somebody looks
  bool m_again = false;
};

} // namespace madoguchi::models
