// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desktopnotice.h"
#include "models/desknews.h"
#include "models/ports/preferences.h"

#include <map>
#include <optional>
#include <vector>

namespace madoguchi::app {

/// Tells the user by the desktop what has happened, as far as they want to hear of it. All that they have not
/// looked at yet is one notification, of numbers and never of cases: it stands on a locked screen, too. What
/// the lists show anyway is not told while a window is the active one; that a case was taken away, and that
/// the lease ends, is. UI thread.
class Notifier : public QObject {
  Q_OBJECT

public:
  /// Where a click on the notification leads: to the case, or else to the queue; neither: to the desk.
  struct Goal {
    std::optional<core::Queue> queue;
    core::CaseId onlyCase;
    bool operator==(const Goal&) const = default;
  };

  /// All of them outlive this.
  Notifier(DesktopNotice& notice, const models::DeskNews& news, models::Preferences& preferences,
           models::Clock clock, QObject* parent = nullptr);

  /// That the desk goes on without its window: once to each user, and not to one who wants no notifications.
  /// `quitKey`: what ends the program, as the user reads keys; empty when no key does.
  void tellStays(const QString& quitKey);
  /// That what lies here is closed until the server has been asked again.
  void tellLeaseEnded();
  /// What the newest notification speaks of, which the user has now seen.
  [[nodiscard]] Goal takeGoal();

private:
  struct Line {
    qint64 count = 0;
    std::vector<core::CaseId> cases;
  };

  void take(const models::DeskNews::Item& news);
  void tell();
  [[nodiscard]] bool isWanted() const;
  [[nodiscard]] bool isWanted(models::DeskNews::Kind kind) const;

  DesktopNotice& m_notice;
  models::Preferences& m_preferences;
  models::Clock m_clock;
  std::map<models::DeskNews::Kind, Line> m_lines; ///< told, and not looked at
};

} // namespace madoguchi::app
