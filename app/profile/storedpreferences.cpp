// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/storedpreferences.h"

#include <QSettings>

namespace madoguchi::app {

namespace {

// A splitter that is dragged says so with each pixel.
constexpr int kRest = 500; ///< milliseconds

} // namespace

StoredPreferences::StoredPreferences(const QString& file, Elsewhere elsewhere)
    : m_file(file), m_elsewhere(std::move(elsewhere)) {
  const QSettings settings(file, QSettings::IniFormat);
  for (const QString& key : settings.allKeys())
    m_values.insert(key, settings.value(key));
  m_timer.setSingleShot(true);
  m_timer.setInterval(kRest);
  QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { write(); });
}

StoredPreferences::~StoredPreferences() {
  write();
}

void StoredPreferences::setValue(const QString& key, const QVariant& value) {
  const auto known = m_values.constFind(key);
  if (known != m_values.constEnd() && *known == value) return;
  m_values.insert(key, value);
  m_unwritten.insert(key, value);
  if (!m_timer.isActive()) m_timer.start();
}

void StoredPreferences::write() {
  if (m_unwritten.isEmpty()) return;
  m_elsewhere([file = m_file, values = std::exchange(m_unwritten, {})] {
    // Made and gone on that thread: it writes when it goes.
    QSettings settings(file, QSettings::IniFormat);
    for (auto value = values.begin(); value != values.end(); ++value)
      settings.setValue(value.key(), value.value());
  });
}

} // namespace madoguchi::app
