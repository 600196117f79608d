// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listcount.h"

#include <QCoreApplication>
#include <QLocale>

namespace madoguchi::ui {

QString listCount(const models::Desk& desk, core::Queue queue, const QString& saved,
                  const models::ListFilter& filter, std::optional<qint64> listed) {
  const QLocale locale;
  QString all = locale.toString(desk.queues.count(queue));
  const models::SavedSearch* search = desk.searches.find(saved);
  // As it was saved it has a count of its own; a changed one narrows its queue like any filter.
  if (search != nullptr && filter == search->filter) return locale.toString(desk.queues.countOfSaved(saved));
  if (filter.isEmpty()) return all;
  return QCoreApplication::translate("ListCount", "%1 of %2")
      .arg(listed ? locale.toString(*listed) : QStringLiteral("…"), all);
}

} // namespace madoguchi::ui
