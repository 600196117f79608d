// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/server/serverworld.h"

#include <QObject>

namespace madoguchi::tests {

/// What every implementation of server::Store must keep, run over a factory: the embedded store now,
/// PostgreSQL later. Works through the services, because that is what the promises are about.
class StoreContract : public QObject {
  Q_OBJECT

public:
  explicit StoreContract(StoreFactory factory) : m_factory(std::move(factory)) {}

private Q_SLOTS:
  void shouldGiveTheStoredAnswer_whenACommandComesAgain();
  void shouldKnowWhatItAnswered_andNothingElse();
  void shouldRefuse_whenAnIdComesWithAnotherPayload();
  void shouldRefuse_whenAnIdComesFromAnotherUser();
  void shouldMerge_whenOtherFieldsWereChanged();
  void shouldConflictAndApplyNothing_whenTheSameFieldWasChanged();
  void shouldBlockLaterOnes_whenACommandOfTheCaseWasNotApplied();
  void shouldDecideABlockedOneAnew_whenItComesAgain();
  void shouldApplyExactlyOneApproval_whenTwoCompete();
  void shouldRefuseEveryTry_whenAuthorsApproveTheirOwnDraft();
  void shouldMoveTheCaseInOneTransaction_whenItIsTransferred();
  void shouldBringTheCaseBack_whenItReturnsToAnEarlierScope();
  void shouldNameNoScope_whenACaseCameAndLeftInOneRun();
  void shouldMoveACaseToAVersion_onlyWhereItIsPublished();
  void shouldKeepCountersEqualToTheRows_whenManyThingsHappen();
  void shouldNumberWithoutGapOrTwin_whenCasesAreRegistered();
  void shouldRejectOnlyTheBrokenOne_whenARunHoldsIt();
  void shouldKeepNothing_whenTheWorkFails();
  void shouldTellTheListener_whenCommitted();
  void shouldKeepDevicesAndContents_asTheyWere();
  void shouldKeepContentOrRefuseItsName_whenTheCollectorRunsMeanwhile();
  void shouldGiveEachRowOnceInOrder_whenWritersAndReadersRun();
  void shouldRefuseStrangers_whenTheyCommandWhatTheyMayNotSee();
  void shouldBackUpAConsistentCopyWithAnotherEpoch();

private:
  StoreFactory m_factory;
};

/// Recomputes every scope's count and hash from its rows; what differs, or nothing.
[[nodiscard]] std::string differingCounters(server::Store& store);

} // namespace madoguchi::tests
