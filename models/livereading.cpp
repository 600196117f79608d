// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/livereading.h"

namespace madoguchi::models {

LiveReading::LiveReading(CaseSource& source, std::function<void(quint64 generation)> ask, QObject* parent)
    : QObject(parent), m_source(source), m_ask(std::move(ask)) {
  connect(&source, &CaseSource::failed, this, [this](quint64 generation, const core::Error& error) {
    if (generation != m_generation) return;
    m_loading = false;
    Q_EMIT failed(error);
  });
  connect(&source, &CaseSource::changed, this, [this](const core::ChangeSet& changes) {
    if (m_wanted && (!changes.cases.empty() || changes.everything)) load();
  });
}

void LiveReading::load() {
  m_wanted = true;
  m_again = m_loading;
  if (m_loading) return;
  m_loading = true;
  m_generation = m_source.nextGeneration();
  m_ask(m_generation);
}

void LiveReading::answer(quint64 generation, const std::function<void()>& take) {
  if (generation != m_generation) return;
  m_loading = false;
  take();
  if (std::exchange(m_again, false)) load();
}

} // namespace madoguchi::models
