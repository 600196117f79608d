// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventtext.h"
#include "models/opencase.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace madoguchi::models {

/// What happened to the open case, the newest first; all of it, or what a group or a person is about.
class TimelineModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role {
    DetailsRole = Qt::UserRole + 1, ///< QStringList
    WhoRole,
    WhenRole,
    PendingRole, ///< bool: the server has not confirmed it
    EventRole,   ///< int: its place in the timeline, the oldest being 0
  };

  explicit TimelineModel(OpenCase& opened, QObject* parent = nullptr);

  /// None, and an empty id: all.
  void setFilter(std::optional<EventGroup> group, const core::UserId& person);
  /// Who stands in the timeline, each once, with the name; in the order of their first entry.
  [[nodiscard]] const std::vector<std::pair<core::UserId, QString>>& people() const { return m_people; }
  /// How many entries there are without the filter.
  [[nodiscard]] int total() const { return m_total; }
  /// The case as it was after that entry.
  [[nodiscard]] std::optional<core::CaseState> stateAfter(int event) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
  struct Entry {
    QString title;
    QStringList details;
    QString who;
    QString when;
    bool pending = false;
    int event = 0;
  };

  void rebuild();
  [[nodiscard]] Entry entryOf(const core::Event& event, const core::CaseState& before) const;

  OpenCase& m_opened;
  std::vector<Entry> m_entries;
  std::vector<std::pair<core::UserId, QString>> m_people;
  std::optional<EventGroup> m_group;
  core::UserId m_person;
  core::CaseId m_shown;
  int m_total = 0;
};

} // namespace madoguchi::models
