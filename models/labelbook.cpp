// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/labelbook.h"

#include "models/text.h"

namespace madoguchi::models {

namespace {

constexpr int kRest = 500; ///< milliseconds

} // namespace

LabelBook::LabelBook(CaseSource& source, QObject* parent) : QObject(parent), m_source(source) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kRest);
  connect(&m_soon, &QTimer::timeout, this, &LabelBook::request);
  connect(&source, &CaseSource::changed, this, [this](const core::ChangeSet& changes) {
    if ((changes.everything || !changes.cases.empty()) && !m_soon.isActive()) m_soon.start();
  });
  connect(&source, &CaseSource::labelsLoaded, this,
          [this](quint64 generation, const std::vector<std::string>& labels) {
            if (generation != m_generation) return;
            QStringList fresh;
            for (const std::string& label : labels)
              fresh << qtext(label);
            if (fresh == m_labels) return;
            m_labels = fresh;
            Q_EMIT changed();
          });
  m_soon.start(0);
}

void LabelBook::request() {
  m_generation = m_source.nextGeneration();
  m_source.requestLabels(m_generation);
}

} // namespace madoguchi::models
