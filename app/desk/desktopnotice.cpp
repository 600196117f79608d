// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desktopnotice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace madoguchi::app {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kInterface = kService;
/// The action that is a click on the notification itself.
const QString kClick = QStringLiteral("default");

} // namespace

DesktopNotice::DesktopNotice(QObject* parent) : QObject(parent) {
  // From whomever: Qt would wait for the bus to say who has a name. The number tells whose click it is.
  QDBusConnection bus = QDBusConnection::sessionBus();
  bus.connect({}, kPath, kInterface, QStringLiteral("ActivationToken"), this, SLOT(takeToken(uint, QString)));
  bus.connect({}, kPath, kInterface, QStringLiteral("ActionInvoked"), this, SLOT(takeAction(uint, QString)));
}

void DesktopNotice::show(const QString& title, const QString& text, const std::function<void()>& shown) {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  QDBusMessage message =
      QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Notify"));
  message << QStringLiteral("Madoguchi") << m_shown << QStringLiteral("madoguchi") << title << text
          << QStringList{kClick, tr("Open")} << QVariantMap() << -1;
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this,
          [this, shown](QDBusPendingCallWatcher* finished) {
            const QDBusPendingReply<uint> reply = *finished;
            finished->deleteLater();
            if (reply.isError()) return;
            m_shown = reply.value();
            shown();
          });
}

void DesktopNotice::takeToken(uint notification, const QString& token) {
  if (m_shown != 0 && notification == m_shown) m_token = token.toUtf8();
}

void DesktopNotice::takeAction(uint notification, const QString& action) {
  if (m_shown == 0 || notification != m_shown || action != kClick) return;
  Q_EMIT clicked(std::exchange(m_token, {}));
}

} // namespace madoguchi::app
