// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QDBusVariant>
#include <QObject>

namespace madoguchi::app {

/// What the desktop wants: light, dark or high contrast, from the settings portal
/// (org.freedesktop.appearance; Qt 6.4 has no call for it). Without a portal it stays light. UI thread; asks
/// without waiting.
class SystemLook : public QObject {
  Q_OBJECT

public:
  explicit SystemLook(QObject* parent = nullptr);

  [[nodiscard]] ui::Look look() const;

Q_SIGNALS:
  void lookChanged();

private Q_SLOTS:
  void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
  void ask(const QString& key);

  uint m_colourScheme = 0; ///< 0 no preference, 1 dark, 2 light
  uint m_contrast = 0;     ///< 1 more
};

} // namespace madoguchi::app
