// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulkmemory.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

// No case has this id.
const core::CaseId kPlace("desk:bulk");
const QString kOrder = QStringLiteral("order");
const QString kKeys = QStringLiteral("keys:%1");
constexpr int kDigits = 6;

QString nameOf(std::size_t piece) {
  return kKeys.arg(piece, kDigits, 10, QChar(u'0'));
}

QString toText(const BulkOrder& order) {
  QStringList parts{QString::number(static_cast<int>(order.action))};
  for (const core::UserId& user : order.assignees)
    parts << QString::fromStdString(user.value);
  for (const std::string& label : order.add)
    parts << QChar(u'+') + QString::fromStdString(label);
  for (const std::string& label : order.remove)
    parts << QChar(u'-') + QString::fromStdString(label);
  return parts.join(QChar(u'\n'));
}

BulkOrder orderFrom(const QString& text) {
  QStringList parts = text.split(QChar(u'\n'));
  BulkOrder order;
  order.action = static_cast<BulkOrder::Action>(std::clamp(parts.takeFirst().toInt(), 0, 3));
  for (const QString& part : parts)
    if (order.action != BulkOrder::Action::Label)
      order.assignees.emplace_back(part.toStdString());
    else
      (part.startsWith(u'+') ? order.add : order.remove).push_back(part.mid(1).toStdString());
  return order;
}

} // namespace

void BulkMemory::keep(const BulkOrder& order, const Keys& keys) {
  QMap<QString, QString> kept{{kOrder, toText(order)}};
  for (std::size_t first = 0; first < keys.size(); first += kPiece) {
    QString piece;
    for (std::size_t i = first; i < std::min(first + kPiece, keys.size()); ++i)
      piece += QString::number(keys[i], 36) + QChar(u' ');
    kept.insert(nameOf(first / kPiece), piece);
  }
  m_drafts.keep(kPlace, kept);
}

void BulkMemory::forgetDone(std::size_t done) {
  if (done % kPiece != 0) return;
  QMap<QString, QString> kept = m_drafts.drafts(kPlace);
  kept.remove(nameOf(done / kPiece - 1));
  m_drafts.keep(kPlace, kept);
}

void BulkMemory::forget() {
  m_drafts.keep(kPlace, {});
}

std::optional<BulkMemory::Left> BulkMemory::load() const {
  const QMap<QString, QString> kept = m_drafts.drafts(kPlace);
  if (!kept.contains(kOrder)) return std::nullopt;
  Left left{orderFrom(kept.value(kOrder)), {}};
  for (auto piece = kept.begin(); piece != kept.end(); ++piece)
    if (piece.key() != kOrder)
      for (const QString& key : piece.value().split(QChar(u' '), Qt::SkipEmptyParts))
        left.keys.push_back(key.toLongLong(nullptr, 36));
  if (left.keys.empty()) return std::nullopt;
  return left;
}

} // namespace madoguchi::models
