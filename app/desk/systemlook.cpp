// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/systemlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace madoguchi::app {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kColourScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");

} // namespace

SystemLook::SystemLook(QObject* parent) : QObject(parent) {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
              SLOT(takeSetting(QString, QString, QDBusVariant)));
  ask(kColourScheme);
  ask(kContrast);
}

void SystemLook::ask(const QString& key) {
  QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
  message << kGroup << key;
  auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher* finished) {
    const QDBusPendingReply<QDBusVariant> reply = *finished;
    if (!reply.isError()) takeSetting(kGroup, key, reply.value());
    finished->deleteLater();
  });
}

void SystemLook::takeSetting(const QString& group, const QString& key, const QDBusVariant& value) {
  if (group != kGroup) return;
  const ui::Look before = look();
  // Read wraps the value once more than the signal does.
  QVariant inner = value.variant();
  if (inner.canConvert<QDBusVariant>()) inner = inner.value<QDBusVariant>().variant();
  if (key == kColourScheme) m_colourScheme = inner.toUInt();
  if (key == kContrast) m_contrast = inner.toUInt();
  if (look() != before) Q_EMIT lookChanged();
}

ui::Look SystemLook::look() const {
  if (m_contrast == 1) return ui::Look::HighContrast;
  return m_colourScheme == 1 ? ui::Look::Dark : ui::Look::Light;
}

} // namespace madoguchi::app
