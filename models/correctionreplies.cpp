// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correctionreplies.h"

#include "core/calendar/date.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CorrectionReplies)
};

bool cameLater(const core::CaseState& state, const core::CorrectionItem& item, core::Date answeredOn) {
  if (!item.documentKind.empty())
    return std::any_of(state.documents.begin(), state.documents.end(), [&](const auto& document) {
      return document.kind == item.documentKind && !document.detached &&
             core::dayInJapan(document.attachedAt) > answeredOn;
    });
  const auto corrected = state.corrected.find("/form" + item.pointer);
  return corrected != state.corrected.end() && core::dayInJapan(corrected->second.at) > answeredOn;
}

} // namespace

std::vector<const core::CaseDocument*> documentsFor(const core::CaseState& state,
                                                    const core::CorrectionRound& round,
                                                    const core::CorrectionItem& item) {
  std::vector<const core::CaseDocument*> found;
  for (auto document = state.documents.rbegin(); document != state.documents.rend(); ++document)
    if (!document->detached && core::dayInJapan(document->attachedAt) >= round.sentOn)
      found.push_back(&*document);
  std::stable_partition(found.begin(), found.end(), [&](const core::CaseDocument* document) {
    return document->kind == item.documentKind;
  });
  return found;
}

std::vector<core::CorrectionReply> proposedReplies(const core::CaseState& state) {
  std::vector<core::CorrectionReply> replies;
  if (state.rounds.empty()) return replies;
  const core::CorrectionRound& round = state.rounds.back();
  for (const core::CorrectionItem& item : round.items) {
    core::CorrectionReply reply;
    if (!item.documentKind.empty()) {
      const auto came = documentsFor(state, round, item);
      reply.open = came.empty() || came.front()->kind != item.documentKind;
      if (!reply.open) reply.document = came.front()->id;
    }
    replies.push_back(reply);
  }
  return replies;
}

std::vector<const core::CorrectionItem*> openItems(const core::CaseState& state) {
  std::vector<const core::CorrectionItem*> open;
  if (state.rounds.empty()) return open;
  const core::CorrectionRound& round = state.rounds.back();
  const std::size_t told = round.answeredOn ? std::min(round.items.size(), round.replies.size()) : 0;
  for (std::size_t i = 0; i < told; ++i)
    if (round.replies[i].open && !cameLater(state, round.items[i], *round.answeredOn))
      open.push_back(&round.items[i]);
  return open;
}

QStringList replyLines(const std::vector<core::CorrectionItem>& items,
                       const std::vector<core::CorrectionReply>& replies,
                       const std::vector<core::CaseDocument>& documents) {
  QStringList lines;
  for (std::size_t i = 0; i < std::min(items.size(), replies.size()); ++i) {
    const core::CorrectionReply& reply = replies[i];
    const QString asked = qtext(items[i].text);
    QString line =
        reply.open ? Say::tr("✗ Not answered: %1").arg(asked) : Say::tr("✓ Answered: %1").arg(asked);
    if (!reply.note.empty()) line = Say::tr("%1 – %2").arg(line, qtext(reply.note));
    const auto document =
        std::find_if(documents.begin(), documents.end(),
                     [&reply](const core::CaseDocument& known) { return known.id == reply.document; });
    if (document != documents.end()) line = Say::tr("%1 (%2)").arg(line, qtext(document->name));
    lines << line;
  }
  return lines;
}

} // namespace madoguchi::models
