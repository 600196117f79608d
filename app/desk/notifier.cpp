// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notifier.h"

#include "models/labels.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace madoguchi::app {

namespace {

// What somebody is waited for in; that the office has more work than before is no news.
constexpr core::Queue kToTell[] = {core::Queue::NeedsAttention, core::Queue::ToDecide,
                                   core::Queue::ReturnedToMe};

} // namespace

Notifier::Notifier(const models::QueueListModel& queues, const models::Preferences& preferences,
                   QObject* parent)
    : QObject(parent), m_queues(queues), m_preferences(preferences) {
  connect(&queues, &models::QueueListModel::countsChanged, this, &Notifier::look);
}

QString Notifier::textFor(const std::map<core::Queue, qint64>& before,
                          const std::map<core::Queue, qint64>& now) {
  QStringList lines;
  for (const auto& [queue, count] : now) {
    const auto known = before.find(queue);
    if (known != before.end() && count > known->second)
      lines << QStringLiteral("%1: %2").arg(models::label(queue)).arg(count);
  }
  return lines.join(u'\n');
}

void Notifier::look() {
  std::map<core::Queue, qint64> now;
  for (const core::Queue queue : kToTell)
    if (m_queues.rowOf(queue) >= 0) now[queue] = m_queues.count(queue);
  const QString text = textFor(m_known, now);
  m_known = std::move(now);
  const bool wanted = m_preferences.value(QStringLiteral("notifications"), true).toBool();
  if (!text.isEmpty() && wanted && QApplication::activeWindow() == nullptr) tell(text);
}

void Notifier::tell(const QString& text) {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  QDBusMessage message = QDBusMessage::createMethodCall(
      QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
      QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
  message << QStringLiteral("Madoguchi") << m_shown << QStringLiteral("madoguchi") << tr("This waits for you")
          << text << QStringList() << QVariantMap() << -1;
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
    const QDBusPendingReply<uint> reply = *finished;
    if (!reply.isError()) m_shown = reply.value();
    finished->deleteLater();
  });
}

} // namespace madoguchi::app
