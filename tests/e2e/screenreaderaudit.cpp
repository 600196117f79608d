// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/screenreaderaudit.h"

namespace madoguchi::tests {

namespace {

constexpr int kRowsToHear = 12;

bool isMenuItem(const Told& told) {
  return told.role.endsWith(QLatin1String("menu item"));
}

/// What a user can do something with.
bool isControl(const Told& told) {
  static const QSet<QString> kRoles{
      QStringLiteral("push button"),   QStringLiteral("toggle button"), QStringLiteral("button menu"),
      QStringLiteral("check box"),     QStringLiteral("radio button"),  QStringLiteral("combo box"),
      QStringLiteral("password text"), QStringLiteral("text"),          QStringLiteral("spin button"),
      QStringLiteral("slider"),        QStringLiteral("list"),          QStringLiteral("table"),
      QStringLiteral("tree"),          QStringLiteral("tree table"),    QStringLiteral("page tab"),
  };
  return isMenuItem(told) || kRoles.contains(told.role) || told.is(AccessibleState::Focusable);
}

} // namespace

bool ScreenReaderAudit::walk(const Accessible& from, Menus menus, const Look& look) const {
  const auto told = m_bus.tell(from);
  if (!told) return true;
  // An entry of a menu that is not open is reached too, by opening it.
  const bool inMenu = menus == Menus::All && told->role.contains(QLatin1String("menu"));
  if (!told->is(AccessibleState::Showing) && !inMenu) return true;
  if (!look(*told)) return false;
  if (m_bus.table(*told)) return true; // its cells are asked for by row and column
  for (const Accessible& child : m_bus.children(from))
    if (!walk(child, menus, look)) return false;
  return true;
}

std::optional<Told> ScreenReaderAudit::activeWindow() const {
  for (const Accessible& program : m_bus.programs())
    for (const Accessible& window : m_bus.children(program))
      if (const auto told = m_bus.tell(window); told && told->is(AccessibleState::Active)) return told;
  return std::nullopt;
}

std::optional<Told> ScreenReaderAudit::find(const Accessible& window,
                                            const std::function<bool(const Told&)>& wanted) const {
  std::optional<Told> found;
  walk(window, Menus::Closed, [&](const Told& told) {
    if (wanted(told)) found = told;
    return !found;
  });
  return found;
}

void ScreenReaderAudit::fault(const QString& what) {
  const QString line = QStringLiteral("%1: %2").arg(m_page, what);
  if (!m_faults.contains(line)) m_faults << line;
}

void ScreenReaderAudit::judge(const Told& told) {
  if (const auto size = m_bus.table(told)) judgeTable(told, *size);
  if (!isControl(told)) return;
  m_roles.insert(told.role);
  if (told.name.isEmpty()) return fault(QStringLiteral("%1 without a name").arg(told.role));
  const QString line = QStringLiteral("%1: %2").arg(told.role, told.name);
  m_onPage.insert(line);
  if (!m_known.contains(line)) m_new << line;
  m_known.insert(line);
  // Qt tells the value of a choice as its name: what it is a choice of must be in there too.
  if (told.role == QLatin1String("combo box") && !told.name.contains(u':'))
    fault(QStringLiteral("%1: only the value").arg(line));
}

void ScreenReaderAudit::judgeTable(const Told& told, const ScreenReaderBus::Table& size) {
  for (int column = 0; column < size.columns; ++column)
    if (m_bus.columnName(told.object, column).isEmpty())
      fault(QStringLiteral("%1 %2: column %3 without a name").arg(told.role, told.name).arg(column));
  for (int row = 0; row < qMin(size.rows, kRowsToHear); ++row)
    for (int column = 0; column < size.columns; ++column) {
      const auto cell = m_bus.cell(told.object, row, column);
      const auto said = cell ? m_bus.tell(*cell) : std::nullopt;
      ++m_cells;
      if (!said || said->name.isEmpty())
        fault(QStringLiteral("%1 %2: nothing is said of row %3, column %4")
                  .arg(told.role, told.name)
                  .arg(row)
                  .arg(column));
    }
}

void ScreenReaderAudit::hearFocus(const Told& focused) {
  if (focused.name.isEmpty())
    fault(QStringLiteral("the keyboard is in a %1 without a name").arg(focused.role));
  if (!focused.is(AccessibleState::Focused))
    fault(QStringLiteral("%1 %2 does not say that it has the keyboard").arg(focused.role, focused.name));
}

void ScreenReaderAudit::visit(const QString& page, const Accessible& window, Menus menus) {
  m_page = page;
  m_onPage.clear();
  m_new.clear();
  const int before = m_cells;
  walk(window, menus, [this](const Told& told) {
    judge(told);
    return true;
  });
  m_controls += int(m_onPage.size());
  qInfo("%s: %d controls, %d cells; new here:\n  %s", qPrintable(page), int(m_onPage.size()),
        m_cells - before, qPrintable(m_new.join(QStringLiteral("\n  "))));
}

} // namespace madoguchi::tests
