// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/controlaudit.h"
#include "tests/unit/ui/window/controls.h"

#include <QtTest>
#include <QtWidgets>

namespace madoguchi::tests {

namespace {

// Reaches the children of `widget`'s nearest common ancestor with `other`.
const QWidget* belowCommon(const QWidget* widget, const QWidget* other) {
  while (widget != nullptr && widget->parentWidget() != nullptr &&
         !widget->parentWidget()->isAncestorOf(other))
    widget = widget->parentWidget();
  return widget;
}

bool goesBack(const QWidget& page, const QWidget* from, const QWidget* to) {
  if (from->isAncestorOf(to) || to->isAncestorOf(from)) return false;
  const QWidget* first = belowCommon(from, to);
  const QWidget* second = belowCommon(to, from);
  if (first == nullptr || second == nullptr || first->parentWidget() == nullptr) return false;
  const QWidget* common = first->parentWidget();
  if (qobject_cast<const QSplitter*>(common) != nullptr) return false; // from pane to pane
  const QRect a(first->mapTo(&page, QPoint()), first->size());
  const QRect b(second->mapTo(&page, QPoint()), second->size());
  if (b.bottom() <= a.top()) return b.left() < a.right(); // above, and not in a column to the right
  return b.top() < a.bottom() && b.right() <= a.left();   // the same line, to the left
}

// Of the buttons of a group, Tab comes to one; the arrow keys to the others.
bool isReachedByArrows(const QWidget* widget) {
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  if (button == nullptr) return false;
  const bool isExclusive =
      button->autoExclusive() || (button->group() != nullptr && button->group()->exclusive());
  return button->isCheckable() && isExclusive;
}

// What Tab comes to, once round. From a place that only code gives the keyboard to, Tab may lead into the
// round.
std::vector<QWidget*> tabRound(QWidget& page, QStringList& faults) {
  QApplication::setActiveWindow(page.window());
  if (QApplication::focusWidget() == nullptr) QTest::keyClick(&page, Qt::Key_Tab);
  std::vector<QWidget*> stops;
  QWidget* at = QApplication::focusWidget();
  while (at != nullptr && std::find(stops.begin(), stops.end(), at) == stops.end()) {
    stops.push_back(at);
    QTest::keyClick(at, Qt::Key_Tab);
    if (QApplication::focusWidget() == at) faults << title(at) + QStringLiteral(": Tab stays in it");
    at = QApplication::focusWidget();
  }
  if (at == nullptr) faults << QStringLiteral("Tab leads nowhere");
  stops.erase(stops.begin(), std::find(stops.begin(), stops.end(), at));
  return stops;
}

} // namespace

QStringList faultsOfTab(QWidget& page, Audited& audited) {
  QStringList faults;
  const std::vector<QWidget*> round = tabRound(page, faults);
  audited.stops += static_cast<int>(round.size());
  QStringList back;
  for (std::size_t at = 0; at < round.size(); ++at) {
    const QWidget* next = round[(at + 1) % round.size()];
    if (goesBack(page, round[at], next))
      back << QStringLiteral("%1 -> %2").arg(title(round[at]), title(next));
  }
  if (back.size() > 1) faults << QStringLiteral("Tab goes back: ") + back.join(QStringLiteral("; "));
  for (const QWidget* widget : controlsOf(page)) {
    if (!widget->isEnabled() || isReachedByArrows(widget)) continue;
    const bool isThere = std::any_of(round.begin(), round.end(), [&](const QWidget* at) {
      return at == widget || at->focusProxy() == widget || widget->focusProxy() == at ||
             (widget->isAncestorOf(at) && isPartOfAnother(at));
    });
    if (!isThere) faults << title(widget) + QStringLiteral(": Tab does not come to it");
  }
  return faults;
}

} // namespace madoguchi::tests
