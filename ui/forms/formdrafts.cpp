// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formdrafts.h"

namespace madoguchi::ui {

namespace {

/// The drafts of a list's entries, each under the number that `numbered` gives its entry; below 0 it goes.
template <class Numbered>
QMap<QString, QString> renumbered(const QString& table, const QMap<QString, QString>& drafts,
                                  Numbered numbered) {
  QMap<QString, QString> out;
  for (auto draft = drafts.cbegin(); draft != drafts.cend(); ++draft) {
    const QString rest = draft.key().mid(table.size());
    const qsizetype end = rest.indexOf(QChar(u'/'));
    bool isNumber = false;
    const int at = rest.left(end).toInt(&isNumber);
    if (!draft.key().startsWith(table) || !isNumber) {
      out.insert(draft.key(), draft.value());
      continue;
    }
    const int next = numbered(at);
    if (next >= 0)
      out.insert(table + QString::number(next) + (end < 0 ? QString() : rest.mid(end)), draft.value());
  }
  return out;
}

} // namespace

QMap<QString, QString> draftsMoved(const std::string& item, int by, const QMap<QString, QString>& drafts) {
  const QString moved = QString::fromStdString(item);
  const QString table = moved.left(moved.lastIndexOf(QChar(u'/')) + 1);
  const int from = moved.mid(table.size()).toInt();
  const int to = from + by;
  return renumbered(table, drafts, [=](int at) {
    if (at == from) return to;
    if (at > from && at <= to) return at - 1;
    return at < from && at >= to ? at + 1 : at;
  });
}

QMap<QString, QString> draftsWithout(const std::string& item, const QMap<QString, QString>& drafts) {
  const QString gone = QString::fromStdString(item);
  const QString table = gone.left(gone.lastIndexOf(QChar(u'/')) + 1);
  const int number = gone.mid(table.size()).toInt();
  return renumbered(table, drafts, [=](int at) { return at == number ? -1 : at > number ? at - 1 : at; });
}

} // namespace madoguchi::ui
