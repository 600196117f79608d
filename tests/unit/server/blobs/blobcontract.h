// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/blobs/blobstore.h"

#include <QObject>

#include <memory>
#include <string>

namespace madoguchi::tests {

/// What every implementation of server::BlobStore must keep.
class BlobContract : public QObject {
  Q_OBJECT

protected:
  /// One more server's view of a store that begins empty for each test.
  [[nodiscard]] virtual std::unique_ptr<server::BlobStore> open() = 0;
  /// Writes the last piece as a server does that dies before it makes a blob of the pieces.
  virtual void writeLastPiece(const core::BlobId& id, const core::UserId& user, std::uint64_t offset,
                              const std::string& bytes) = 0;

private Q_SLOTS:
  void shouldExistOnlyAfterTheLastPiece();
  void shouldGiveEveryPart();
  void shouldGoOnWhereItWas_whenAnotherServerIsAsked();
  void shouldRefuse_whenTheOffsetIsAnother();
  void shouldKeepUsersApart();
  void shouldBeginAnew_whenTheLengthIsAnother();
  void shouldThrowAway_whenTheHashIsAnother();
  void shouldBecomeABlob_whenAServerDiedWithTheLastPiece();
  void shouldTakeTheEmptyDocument();
  void shouldRefuse_whenItIsTooLarge();
  void shouldRemove();
  void shouldForgetAnUpload_whenNobodyGoesOnWithIt();
  void shouldCarryALargeOne_whenServersTakeTurns();
  void shouldKeepOne_whenTwoServersFinishAtOnce();
};

} // namespace madoguchi::tests
