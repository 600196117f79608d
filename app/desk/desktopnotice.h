// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace madoguchi::app {

/// The one notification of this program on the desktop (org.freedesktop.Notifications): a newer text takes
/// the place of the older one. UI thread; asks without waiting, and without a notification service nothing
/// happens.
class DesktopNotice : public QObject {
  Q_OBJECT

public:
  explicit DesktopNotice(QObject* parent = nullptr);

  /// `shown` is called when the desktop has taken it.
  void show(const QString& title, const QString& text, const std::function<void()>& shown);

Q_SIGNALS:
  /// The user has clicked it. The token lets a window come to the front (xdg-activation); empty where the
  /// desktop gives none.
  void clicked(const QByteArray& activationToken);

private Q_SLOTS:
  void takeToken(uint notification, const QString& token);
  void takeAction(uint notification, const QString& action);

private:
  uint m_shown = 0;   ///< the one on the screen, which the next takes the place of
  QByteArray m_token; ///< of a click on it, whose action is yet to come
};

} // namespace madoguchi::app
