// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulkpage.h"

namespace madoguchi::storage {

namespace {

class Preparer {
public:
  explicit Preparer(const BulkBasis& basis) : m_basis(basis), m_summarizer(basis.holidays, basis.today) {}

  [[nodiscard]] BulkRow prepare(core::CaseRow&& row) {
    core::CaseText text{std::move(row.state), std::move(row.timeline)};
    if (core::digestOf(text) != row.digest)
      fail(core::ErrorCode::Malformed, "a case row is not what its digest says");
    row.state = std::move(text.state);
    row.timeline = std::move(text.timeline);
    const auto state = valueOrFail(core::caseStateFrom(valueOrFail(core::parseJson(row.state))));
    if (state.id != row.id) fail(core::ErrorCode::Malformed, "a case row holds another case");
    const auto known = m_basis.procedures.find({state.procedure, state.procedureVersion});
    const auto* procedure = known == m_basis.procedures.end() ? nullptr : known->second.get();
    BulkRow ready;
    ready.row = std::move(row);
    ready.summary = m_summarizer.summarize(state, procedure);
    ready.actedBy = joinedIds(ready.summary);
    const auto texts = searchTexts(state);
    ready.forms = searchForms(texts);
    ready.indexed = hashOf(texts);
    return ready;
  }

private:
  const BulkBasis& m_basis;
  core::CaseSummarizer m_summarizer;
};

} // namespace

core::Result<BulkPage> prepareBulk(std::vector<core::FeedItem>&& items, core::CaseId begin,
                                   std::shared_ptr<const BulkBasis> basis) {
  return guarded([&] {
    BulkPage page;
    page.begin = std::move(begin);
    page.rows.reserve(items.size());
    Preparer preparer(*basis);
    const auto* end = items.empty() ? nullptr : std::get_if<core::SnapshotEnd>(&items.back());
    if (end == nullptr) fail(core::ErrorCode::Malformed, "a snapshot without its end");
    page.end = *end;
    items.pop_back();
    for (auto& item : items) {
      auto* row = std::get_if<core::CaseRow>(&item);
      if (row == nullptr || row->scope != page.end.scope)
        fail(core::ErrorCode::Malformed, "a snapshot holds cases of its scope only");
      page.rows.push_back(preparer.prepare(std::move(*row)));
    }
    page.basis = std::move(basis);
    return page;
  });
}

} // namespace madoguchi::storage
