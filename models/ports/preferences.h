// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace madoguchi::models {

/// What the program remembers of a user's ways: language, theme, columns, filters of a queue. Reading and
/// writing are cheap; keeping them is the implementation's business. UI thread only.
class Preferences {
public:
  virtual ~Preferences() = default;

  /// `key` as "table/MyCases/columns".
  [[nodiscard]] virtual QVariant value(const QString& key, const QVariant& fallback = {}) const = 0;
  virtual void setValue(const QString& key, const QVariant& value) = 0;
};

} // namespace madoguchi::models
