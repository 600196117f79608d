// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notifier.h"

#include "models/labels.h"

#include <QApplication>
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
const QString kToldStays = QStringLiteral("toldStays");

// What somebody is waited for in; that the office has more work than before is no news.
constexpr core::Queue kToTell[] = {core::Queue::NeedsAttention, core::Queue::ToDecide,
                                   core::Queue::ReturnedToMe};

} // namespace

Notifier::Notifier(const models::QueueListModel& queues, models::Preferences& preferences, QObject* parent)
    : QObject(parent), m_queues(queues), m_preferences(preferences) {
  connect(&queues, &models::QueueListModel::countsChanged, this, &Notifier::look);
  // From whomever: Qt would wait for the bus to say who has a name. The number tells whose click it is.
  QDBusConnection bus = QDBusConnection::sessionBus();
  bus.connect({}, kPath, kInterface, QStringLiteral("ActivationToken"), this, SLOT(takeToken(uint, QString)));
  bus.connect({}, kPath, kInterface, QStringLiteral("ActionInvoked"), this, SLOT(takeAction(uint, QString)));
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
  if (!text.isEmpty() && isWanted() && QApplication::activeWindow() == nullptr)
    tell(tr("This waits for you"), text, [] {});
}

void Notifier::tellStays(const QString& quitKey) {
  if (!isWanted() || m_preferences.value(kToldStays, false).toBool()) return;
  const QString text =
      quitKey.isEmpty()
          ? tr("It goes on sending and fetching. Quit in its menu, or change this in the settings.")
          : tr("It goes on sending and fetching. Quit with %1 in its window, or change this in the settings.")
                .arg(quitKey);
  tell(tr("Madoguchi stays ready"), text, [this] { m_preferences.setValue(kToldStays, true); });
}

bool Notifier::isWanted() const {
  return m_preferences.value(QStringLiteral("notifications"), true).toBool();
}

void Notifier::tell(const QString& title, const QString& text, const std::function<void()>& shown) {
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

void Notifier::takeToken(uint notification, const QString& token) {
  if (m_shown != 0 && notification == m_shown) m_token = token.toUtf8();
}

void Notifier::takeAction(uint notification, const QString& action) {
  if (m_shown == 0 || notification != m_shown || action != kClick) return;
  Q_EMIT openWanted(std::exchange(m_token, {}));
}

} // namespace madoguchi::app
