// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/readymade/keeper.h"
#include "storage/cache.h"
#include "tests/unit/server/http/apidesk.h"

#include <QObject>
#include <QStringList>

namespace madoguchi::tests {

/// Ready-made caches of large scopes, whatever the store is: made, renewed, removed, and given to those who
/// may have them.
class KeeperContract : public QObject {
  Q_OBJECT

public:
  explicit KeeperContract(StoreFactory factory) : m_factory(std::move(factory)) {}

private Q_SLOTS:
  void init();
  void shouldMakeOneOfEachLargeScope_andOfNoOther();
  void shouldFillAnEmptyCache_thatThenFollowsTheFeed();
  void shouldGiveItToThoseAlone_whoSeeTheScope();
  void shouldEnterEachOfferInTheAuditOfTheOffice();
  void shouldOfferNoneThatWasMadeWithOtherReferences_butRenewIt();
  void shouldRemoveIt_whereTheScopeIsNoLongerLarge();
  void shouldLeaveNothingBehind_whenItIsStoppedInTheMiddle();

private:
  static constexpr std::int64_t kFrom = 8;

  [[nodiscard]] std::unique_ptr<server::ReadyMadeKeeper> keeper(std::int64_t from = kFrom);
  [[nodiscard]] static std::vector<protocol::ReadyMade> offered(ApiDesk& desk);
  [[nodiscard]] QStringList files() const;
  /// The cache of a user after the first answer of the feed but for cases.
  [[nodiscard]] std::unique_ptr<storage::Cache> freshCache(const QTemporaryDir& folder,
                                                           const std::string& login);

  StoreFactory m_factory;
  std::unique_ptr<ServerWorld> m_world;
  std::vector<core::CaseId> m_cases;
};

} // namespace madoguchi::tests
