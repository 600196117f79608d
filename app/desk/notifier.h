// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/preferences.h"
#include "models/queuelistmodel.h"

#include <QObject>

#include <map>

class QWidget;

namespace madoguchi::app {

/// Tells by the desktop's notifications (org.freedesktop.Notifications) that more waits for the user than
/// before, while the window is not the active one. It names numbers, never cases: a lock screen shows it too.
/// UI thread; asks without waiting, and without a notification service nothing happens.
class Notifier : public QObject {
  Q_OBJECT

public:
  Notifier(const models::QueueListModel& queues, const models::Preferences& preferences,
           QObject* parent = nullptr);

  /// What would be told when the counts go from one to the other; empty when nothing.
  [[nodiscard]] static QString textFor(const std::map<core::Queue, qint64>& before,
                                       const std::map<core::Queue, qint64>& now);

private:
  void look();
  void tell(const QString& text);

  const models::QueueListModel& m_queues;
  const models::Preferences& m_preferences;
  std::map<core::Queue, qint64> m_known;
  uint m_shown = 0; ///< the one on the screen, which the next takes the place of
};

} // namespace madoguchi::app
