// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formdrafts.h"

namespace madoguchi::ui {

QMap<QString, QString> draftsWithout(const std::string& item, const QMap<QString, QString>& drafts) {
  const QString gone = QString::fromStdString(item);
  const QString table = gone.left(gone.lastIndexOf(QChar(u'/')) + 1);
  const int number = gone.mid(table.size()).toInt();
  QMap<QString, QString> out;
  for (auto draft = drafts.cbegin(); draft != drafts.cend(); ++draft) {
    const QString rest = draft.key().mid(table.size());
    const int at = rest.section(QChar(u'/'), 0, 0).toInt();
    if (!draft.key().startsWith(table) || at < number)
      out.insert(draft.key(), draft.value());
    else if (at > number)
      out.insert(table + QString::number(at - 1) + QChar(u'/') + rest.section(QChar(u'/'), 1), draft.value());
  }
  return out;
}

} // namespace madoguchi::ui
