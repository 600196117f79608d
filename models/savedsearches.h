// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listfilter.h"

#include <QObject>

#include <vector>

namespace madoguchi::models {

/// A list that the user has given a name: a queue, narrowed.
struct SavedSearch {
  QString id; ///< never given twice
  QString name;
  core::Queue queue = core::Queue::Office;
  ListFilter filter;

  bool operator==(const SavedSearch&) const = default;
};

/// The saved searches of the user, kept with the drafts because they may hold a name. UI thread.
class SavedSearches : public QObject {
  Q_OBJECT

public:
  explicit SavedSearches(DraftKeeper& drafts, QObject* parent = nullptr);

  /// In the order in which they were made.
  [[nodiscard]] const std::vector<SavedSearch>& all() const { return m_all; }
  /// Null where there is none of that id (any more).
  [[nodiscard]] const SavedSearch* find(const QString& id) const;
  /// Adds one, or replaces the one of the same id; returns its id.
  QString save(SavedSearch search);
  void remove(const QString& id);

Q_SIGNALS:
  void changed();

private:
  void keep();

  DraftKeeper& m_drafts;
  std::vector<SavedSearch> m_all;
};

} // namespace madoguchi::models
