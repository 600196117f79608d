// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace madoguchi::models {

/// What happened to the open case, the newest first.
class TimelineModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role {
    DetailsRole = Qt::UserRole + 1, ///< QStringList
    WhoRole,
    WhenRole,
    PendingRole, ///< bool: the server has not confirmed it
  };

  explicit TimelineModel(OpenCase& opened, QObject* parent = nullptr);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
  struct Entry {
    QString title;
    QStringList details;
    QString who;
    QString when;
    bool pending = false;
  };

  void rebuild();

  OpenCase& m_opened;
  std::vector<Entry> m_entries;
};

} // namespace madoguchi::models
