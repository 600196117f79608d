// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/preferences.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <functional>

namespace madoguchi::app {

/// A user's ways, in desk.ini of the profile: read once when it is made, then kept in memory; what changes is
/// written a little later, elsewhere. UI thread.
class StoredPreferences final : public models::Preferences {
public:
  using Job = std::function<void()>;
  /// Runs jobs one after another on a thread that may wait for a disk. Must outlive this object.
  using Elsewhere = std::function<void(Job)>;

  StoredPreferences(const QString& file, Elsewhere elsewhere);
  /// Hands over what is not written yet.
  ~StoredPreferences() override;
  StoredPreferences(const StoredPreferences&) = delete;
  StoredPreferences& operator=(const StoredPreferences&) = delete;

  [[nodiscard]] QVariant value(const QString& key, const QVariant& fallback) const override {
    return m_values.value(key, fallback);
  }
  void setValue(const QString& key, const QVariant& value) override;

private:
  void write();

  QString m_file;
  Elsewhere m_elsewhere;
  QMap<QString, QVariant> m_values;
  QMap<QString, QVariant> m_unwritten;
  QTimer m_timer;
};

} // namespace madoguchi::app
