// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/notifier.h"

#include <QApplication>
#include <QPointer>
#include <QWindow>

#include <utility>

namespace madoguchi::app {

namespace {

using Kind = models::DeskNews::Kind;

const QString kToldStays = QStringLiteral("toldStays");
const QString kToldDue = QStringLiteral("toldDue"); ///< the day, YYYY-MM-DD

/// No list shows it.
bool isPressing(Kind kind) {
  return kind == Kind::TakenAway || kind == Kind::LeaseEnds;
}

std::optional<core::Queue> queueOf(Kind kind) {
  switch (kind) {
  case Kind::LeaseEnds:
    return std::nullopt;
  case Kind::TakenAway:
    return core::Queue::Office;
  case Kind::Refused:
    return core::Queue::NeedsAttention;
  case Kind::Returned:
    return core::Queue::ReturnedToMe;
  case Kind::ToDecide:
    return core::Queue::ToDecide;
  case Kind::Given:
  case Kind::Due:
    return core::Queue::MyCases;
  }
  return std::nullopt;
}

} // namespace

Notifier::Notifier(DesktopNotice& notice, const models::DeskNews& news, models::Preferences& preferences,
                   models::Clock clock, QObject* parent)
    : QObject(parent), m_notice(notice), m_preferences(preferences), m_clock(std::move(clock)) {
  connect(&news, &models::DeskNews::happened, this, &Notifier::take);
  connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow* window) {
    if (window != nullptr) m_lines.clear();
  });
}

void Notifier::take(const models::DeskNews::Item& news) {
  if (!isWanted(news.kind)) return;
  const bool isActive = QApplication::activeWindow() != nullptr;
  if (isActive && !isPressing(news.kind)) return;
  if (news.kind == Kind::Due) {
    const QString today = QString::fromStdString(core::toText(models::today(m_clock)));
    if (m_preferences.value(kToldDue, {}).toString() == today) return;
    m_preferences.setValue(kToldDue, today);
  }
  // What was told before has been seen.
  if (isActive) m_lines.clear();
  Line& line = m_lines[news.kind];
  const bool adds = news.kind == Kind::TakenAway || news.kind == Kind::Given;
  line.count = news.count + (adds ? line.count : 0);
  if (!adds) line.cases.clear();
  line.cases.insert(line.cases.end(), news.cases.begin(), news.cases.end());
  tell();
}

void Notifier::tell() {
  QStringList lines;
  for (const auto& [kind, line] : m_lines)
    lines << models::DeskNews::text(kind, line.count);
  m_notice.show(tr("This waits for you"), lines.join(u'\n'), [] {});
}

Notifier::Goal Notifier::takeGoal() {
  const auto told = std::exchange(m_lines, {});
  if (told.empty()) return {};
  const auto& [kind, line] = *told.begin();
  const bool isOne = told.size() == 1 && line.count == 1 && line.cases.size() == 1;
  return {queueOf(kind), isOne ? line.cases.front() : core::CaseId()};
}

void Notifier::tellStays(const QString& quitKey) {
  if (!isWanted() || m_preferences.value(kToldStays, false).toBool()) return;
  const QString text =
      quitKey.isEmpty()
          ? tr("It goes on sending and fetching. Quit in its menu, or change this in the settings.")
          : tr("It goes on sending and fetching. Quit with %1 in its window, or change this in the settings.")
                .arg(quitKey);
  const QPointer<Notifier> self(this);
  m_notice.show(tr("Madoguchi stays ready"), text, [self] {
    if (self) self->m_preferences.setValue(kToldStays, true);
  });
}

void Notifier::tellLeaseEnded() {
  if (!isWanted(Kind::LeaseEnds)) return;
  m_notice.show(
      tr("The time without the server has ended"),
      tr("What lies on this PC is kept, and opens when you sign in where the server can be reached."), [] {});
}

bool Notifier::isWanted() const {
  return m_preferences.value(QStringLiteral("notifications"), true).toBool();
}

bool Notifier::isWanted(Kind kind) const {
  return isWanted() && m_preferences.value(models::DeskNews::preference(kind), true).toBool();
}

} // namespace madoguchi::app
