// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/preferences.h"
#include "models/queuelistmodel.h"

#include <QObject>

#include <functional>
#include <map>

namespace madoguchi::app {

/// Tells by the desktop's notifications (org.freedesktop.Notifications) that more waits for the user than
/// before, while the window is not the active one. It names numbers, never cases: a lock screen shows it too.
/// A click on the newest opens the desk. UI thread; asks without waiting, and without a notification service
/// nothing happens.
class Notifier : public QObject {
  Q_OBJECT

public:
  Notifier(const models::QueueListModel& queues, models::Preferences& preferences, QObject* parent = nullptr);

  /// What would be told when the counts go from one to the other; empty when nothing.
  [[nodiscard]] static QString textFor(const std::map<core::Queue, qint64>& before,
                                       const std::map<core::Queue, qint64>& now);

  /// That the desk goes on without its window: once to each user, and not to one who wants no notifications.
  /// `quitKey`: what ends the program, as the user reads keys; empty when no key does.
  void tellStays(const QString& quitKey);

Q_SIGNALS:
  /// The user has clicked the notification. The token lets the window come to the front (xdg-activation);
  /// empty where the desktop gives none.
  void openWanted(const QByteArray& activationToken);

private Q_SLOTS:
  void takeToken(uint notification, const QString& token);
  void takeAction(uint notification, const QString& action);

private:
  void look();
  [[nodiscard]] bool isWanted() const;
  /// `shown` is called when the desktop has taken it.
  void tell(const QString& title, const QString& text, const std::function<void()>& shown);

  const models::QueueListModel& m_queues;
  models::Preferences& m_preferences;
  std::map<core::Queue, qint64> m_known;
  uint m_shown = 0;   ///< the one on the screen, which the next takes the place of
  QByteArray m_token; ///< of a click on it, whose action is yet to come
};

} // namespace madoguchi::app
