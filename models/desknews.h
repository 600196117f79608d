// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clock.h"
#include "models/ports/heldcasessource.h"
#include "models/ports/referencesource.h"
#include "models/ports/sessionsource.h"
#include "models/ports/syncstatussource.h"
#include "models/queuelistmodel.h"

#include <QTimer>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace madoguchi::models {

/// Notices what has happened that needs the user: numbers of cases, and the id where it is one. What the
/// cache held when the desk opened is no news, and neither is what a first synchronisation brings. UI thread.
class DeskNews : public QObject {
  Q_OBJECT

public:
  /// The most pressing first.
  enum class Kind { LeaseEnds, TakenAway, Refused, Returned, ToDecide, Given, Due };
  static constexpr std::array kKinds{Kind::LeaseEnds, Kind::TakenAway, Kind::Refused, Kind::Returned,
                                     Kind::ToDecide,  Kind::Given,     Kind::Due};

  struct Item {
    Kind kind = Kind::Given;
    /// LeaseEnds: hours left, rounded up. TakenAway, Given: so many more. The others: so many by now.
    qint64 count = 0;
    std::vector<core::CaseId> cases{}; ///< of TakenAway, Given and Due
    bool operator==(const Item&) const = default;
  };

  /// What all of them need outlives this.
  DeskNews(const QueueListModel& queues, HeldCasesSource& held, const ReferenceSource& references,
           const SyncStatusSource& sync, const SessionSource& session, Clock clock,
           QObject* parent = nullptr);

  /// Looks at the lease and at what is due today; called each minute by itself.
  void look();

  /// Of the preference by which the user turns a kind off; on where nothing was chosen.
  [[nodiscard]] static QString preference(Kind kind);
  /// What is told by it, as a choice.
  [[nodiscard]] static QString title(Kind kind);
  /// "Cases given to you: 3". No names and no numbers of cases: it may stand on a locked screen.
  [[nodiscard]] static QString text(Kind kind, qint64 count);

Q_SIGNALS:
  /// `Due` comes at each look that finds some; whoever tells of it once a day remembers that.
  void happened(const madoguchi::models::DeskNews::Item& news);

private:
  void lookAtQueues();
  void lookAtLease();
  void ask();
  void take(quint64 request, const core::HeldCases& held);

  const QueueListModel& m_queues;
  HeldCasesSource& m_held;
  const ReferenceSource& m_references;
  const SyncStatusSource& m_sync;
  const SessionSource& m_session;
  Clock m_clock;
  QTimer m_minute;
  std::map<core::Queue, qint64> m_counts;
  std::optional<std::vector<core::CaseId>> m_before; ///< what the user held; none: not known yet
  quint64 m_request = 0;                             ///< 0: nothing is asked
  bool m_askAgain = false;
  bool m_fills = false; ///< a new cache gets its first cases
  std::optional<core::Instant> m_lease;
  std::size_t m_leaseWarnings = 0; ///< that were given of this lease
};

} // namespace madoguchi::models
