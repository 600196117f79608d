// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/screenreaderbus.h"

#include <QSet>
#include <QStringList>

#include <functional>

namespace madoguchi::tests {

/// Goes through what a program tells over the accessibility bus, and judges it as a user who hears only that.
class ScreenReaderAudit {
public:
  explicit ScreenReaderAudit(const ScreenReaderBus& bus) : m_bus(bus) {}

  enum class Menus { Closed, All }; ///< All: also what is in menus that are not open
  /// Everything that is shown in the window. Prints role and name of each control that was not met before,
  /// and keeps what is wrong as a fault.
  void visit(const QString& page, const Accessible& window, Menus menus = Menus::Closed);
  /// What has the keyboard: it must have a name.
  void hearFocus(const Told& focused);

  /// The window that has the keyboard.
  [[nodiscard]] std::optional<Told> activeWindow() const;
  /// The first that is wanted, of what is shown in the window.
  [[nodiscard]] std::optional<Told> find(const Accessible& window,
                                         const std::function<bool(const Told&)>& wanted) const;

  [[nodiscard]] const QStringList& faults() const { return m_faults; }
  /// Met in all, each role and name once for a page.
  [[nodiscard]] int controls() const { return m_controls; }
  [[nodiscard]] int cells() const { return m_cells; }
  [[nodiscard]] const QSet<QString>& roles() const { return m_roles; }

private:
  using Look = std::function<bool(const Told&)>; ///< true: go on, and into it

  bool walk(const Accessible& from, Menus menus, const Look& look) const;
  void judge(const Told& told);
  void judgeTable(const Told& told, const ScreenReaderBus::Table& size);
  void fault(const QString& what);

  const ScreenReaderBus& m_bus;
  QString m_page;
  QSet<QString> m_onPage, m_known, m_roles;
  QStringList m_new, m_faults;
  int m_controls = 0;
  int m_cells = 0;
};

} // namespace madoguchi::tests
