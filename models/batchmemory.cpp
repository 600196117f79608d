// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batchmemory.h"

#include "core/base/codec.h"
#include "models/text.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

// No case has this id.
const core::CaseId kPlace("desk:batch");
// Comes after the pieces, so that a batch that was cut while it was written is none.
const QString kOrder = QStringLiteral("order");
const QString kItems = QStringLiteral("items:%1");
constexpr int kDigits = 6;

struct KeptOrder {
  bool returns = false;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(KeptOrder, (), (returns, reason))

struct KeptItem {
  core::CaseId caseId;
  std::int64_t version = 0;
  int draftVersion = 0;
  std::string draftHash;
  core::Outcome draftOutcome = core::Outcome::Granted;
  std::string number;
  std::string applicant;
  int result = 0;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(KeptItem, (),
                      (caseId, version, draftVersion, draftHash, draftOutcome, number, applicant, result,
                       code))

KeptItem keptFrom(const BatchItem& item) {
  return {item.caseId,
          item.version,
          item.draftVersion,
          item.draftHash,
          item.draftOutcome,
          item.number,
          item.applicant,
          static_cast<int>(item.outcome.result),
          std::string(core::toText(item.outcome.code))};
}

BatchItem itemFrom(const KeptItem& kept) {
  const int result = std::clamp(kept.result, 0, static_cast<int>(CaseResult::Left));
  return {kept.caseId,       kept.version,
          kept.draftVersion, kept.draftHash,
          kept.draftOutcome, kept.number,
          kept.applicant,    {static_cast<CaseResult>(result), core::errorCodeFrom(kept.code)}};
}

QString nameOf(std::size_t piece) {
  return kItems.arg(piece, kDigits, 10, QChar(u'0'));
}

QString pieceOf(const std::vector<BatchItem>& items, std::size_t piece) {
  std::vector<KeptItem> kept;
  const std::size_t first = piece * BatchMemory::kPiece;
  for (std::size_t place = first; place < std::min(first + BatchMemory::kPiece, items.size()); ++place)
    kept.push_back(keptFrom(items[place]));
  return qtext(core::canonicalJson(core::codec::toValue(kept)));
}

template <class T>
T readAs(const QString& text) {
  const auto value = core::parseJson(text.toStdString());
  const auto read = value ? core::codec::read<T>(*value) : core::Result<T>(T());
  return read ? *read : T();
}

} // namespace

void BatchMemory::keep(const BatchOrder& order, const std::vector<BatchItem>& items) {
  const KeptOrder kept{order.decision == BatchOrder::Decision::Return, order.reason};
  QMap<QString, QString> all{{kOrder, qtext(core::canonicalJson(core::codec::toValue(kept)))}};
  for (std::size_t first = 0; first < items.size(); first += kPiece)
    all.insert(nameOf(first / kPiece), pieceOf(items, first / kPiece));
  m_drafts.keep(kPlace, all);
}

void BatchMemory::keepOutcome(const std::vector<BatchItem>& items, std::size_t place) {
  QMap<QString, QString> all = m_drafts.drafts(kPlace);
  all.insert(nameOf(place / kPiece), pieceOf(items, place / kPiece));
  m_drafts.keep(kPlace, all);
}

void BatchMemory::forget() {
  m_drafts.keep(kPlace, {});
}

std::optional<BatchMemory::Kept> BatchMemory::load() const {
  const QMap<QString, QString> all = m_drafts.drafts(kPlace);
  if (!all.contains(kOrder)) return std::nullopt;
  const auto order = readAs<KeptOrder>(all.value(kOrder));
  Kept kept{{order.returns ? BatchOrder::Decision::Return : BatchOrder::Decision::Approve, order.reason}, {}};
  for (auto piece = all.begin(); piece != all.end(); ++piece)
    if (piece.key() != kOrder)
      for (const KeptItem& item : readAs<std::vector<KeptItem>>(piece.value()))
        kept.items.push_back(itemFrom(item));
  if (kept.items.empty()) return std::nullopt;
  return kept;
}

} // namespace madoguchi::models
