// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A feed as the cache of a desk takes it: the reader, the tables, the search index, the sums.
#include "core/base/hash.h"
#include "protocol/feedcodec.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/unit/storage/cachedesk.h"

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;

/// A desk with the references of its bureau and one case in its cache; made anew now and then, because
/// what is taken stays.
class DeskWithCase {
public:
  static DeskWithCase& fresh() {
    static std::unique_ptr<DeskWithCase> kept;
    static int used = 0;
    if (kept == nullptr || ++used % 500 == 0) kept = std::make_unique<DeskWithCase>();
    return *kept;
  }
  DeskWithCase() : m_desk(m_server) {
    (void)m_server.row(m_server.takenCase());
    (void)m_desk.pull();
  }
  [[nodiscard]] tests::Desk& desk() { return m_desk; }
  [[nodiscard]] Instant now() const { return m_server.world.now; }

private:
  tests::TinyServer m_server;
  tests::Desk m_desk;
};

/// A mutated text would never have its digest, so that the reader behind the check would never be reached.
void resign(FeedItem& item) {
  if (auto* row = std::get_if<CaseRow>(&item)) row->digest = digestOf({row->state, row->timeline});
  if (auto* row = std::get_if<ReferenceRow>(&item)) row->digest = sha256Hex(row->document);
}

void run(std::string_view input) {
  std::vector<FeedItem> items;
  protocol::FeedReader reader([&](FeedItem&& item) -> Result<void> {
    resign(item);
    items.push_back(std::move(item));
    return {};
  });
  (void)reader.push(input);
  if (items.empty()) return;
  DeskWithCase& world = DeskWithCase::fresh();
  storage::Cache& cache = world.desk().cache();
  const bool isSnapshot = std::holds_alternative<SnapshotEnd>(items.back());
  std::string code;
  if (isSnapshot) {
    const auto taken = cache.applySnapshot(items, world.now());
    if (!taken) code = toText(taken.error().code);
  } else {
    const auto taken = cache.applyFeed(items, world.now(), {storage::Removals::Allow});
    if (!taken) code = toText(taken.error().code);
  }
  require(code.empty() || code == "Malformed" || code == "UnknownKind", "what cannot be taken is malformed");
  const auto sums = cache.verifySums();
  require(sums.has_value() && sums->empty(), "the sums are those of the rows");
  const auto keys = world.desk().reader().keys(CaseQuery{});
  require(keys.has_value(), "the list can be read");
  require(world.desk().reader().rows(*keys).has_value(), "its rows can be read");
  const auto states = world.desk().reader().states(*keys);
  require(states.has_value(), "its cases can be read");
  // A server that signs a row whose texts contradict it is believed; opening it says that it is broken.
  for (const CaseState& state : *states)
    (void)world.desk().reader().record(state.id);
}

std::vector<std::string> seeds() {
  tests::TinyServer server;
  std::vector<std::string> seeds;
  const auto add = [&](const std::vector<FeedItem>& items) {
    std::string text;
    for (const FeedItem& item : items)
      protocol::appendFeedItem(item, text);
    seeds.push_back(text);
  };
  const CaseRecord record = server.takenCase("窓口　花子", "マドグチ　ハナコ");
  const CaseRow row = server.row(record);
  add({row, server.checkpoint(server.east())});
  add({server.gone(record.state.id), server.checkpoint(server.east()), FeedEnd{}});
  add({row, SnapshotEnd{server.east(), record.state.id, 1, true}});
  add({server.scopeList()});
  std::vector<FeedItem> references = server.references();
  for (const FeedItem& item : references)
    if (const auto* reference = std::get_if<ReferenceRow>(&item);
        reference == nullptr || reference->entity == "office" || reference->entity == "user")
      add({item});
  return seeds;
}

} // namespace

const Target kCache{"cache", run, seeds, 150};

} // namespace madoguchi::fuzz
