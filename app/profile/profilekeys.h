// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/keystore.h"
#include "core/calendar/date.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace madoguchi::app {

using DataKey = std::array<std::uint8_t, 32>;

/// What the server leased at sign-in. Secrets are hex.
struct LeasedSecrets {
  std::string opens;     ///< the one that heldLease() named; empty: the server does not know it
  std::string secret;    ///< the one to use from now on
  core::Instant until{}; ///< by this PC's clock
};

/// The random 256-bit key of a user's cache on this device. It lies beside the cache in `key.wrapped`,
/// wrapped by two halves together: a key in the OS key store, and a secret that the server leases. Renewing a
/// lease wraps it anew; the cache is never encrypted again. For work offline the leased secret stays here as
/// long as the lease runs, sealed by the PIN (Argon2id) where the user has chosen one, else by the key store
/// alone; when the lease has ended, or after kMaxTries wrong PINs, it is removed, and only the server can
/// open the cache again. While both halves lie here the end of a lease is kept by this program, not by
/// cryptography. UI thread; one call at a time.
class ProfileKeys {
public:
  enum class PinCost { Usual, Cheapest };
  static constexpr int kMaxTries = 5;
  static constexpr int kLeastPin = 6;

  /// `name`: of the half in the key store.
  ProfileKeys(KeyStore& store, QString name, std::filesystem::path folder, PinCost cost = PinCost::Usual);
  /// Where what a PIN costs is paid: calls the work, and comes back when it is done. Without it, here.
  using Elsewhere = std::function<void(const std::function<void()>& work)>;
  void pay(Elsewhere elsewhere) { m_elsewhere = std::move(elsewhere); }
  ~ProfileKeys();
  ProfileKeys(const ProfileKeys&) = delete;
  ProfileKeys& operator=(const ProfileKeys&) = delete;

  /// Names the secret that wraps the key now (protocol::leaseId); empty: there is no key.
  [[nodiscard]] std::string heldLease() const;
  [[nodiscard]] core::Instant leaseUntil() const;
  [[nodiscard]] bool hasPin() const;
  /// Whether unlock can succeed without the server.
  [[nodiscard]] bool mayUnlock(core::Instant now) const;

  /// At a sign-in: opens the key, and wraps it by the new secret. Errors: StorageCorrupt where the key is
  /// lost (a half is gone, or they do not belong together); KeyStoreMissing; StorageFailed.
  [[nodiscard]] core::Result<DataKey> renew(const LeasedSecrets& lease, core::Instant now);
  /// Makes a key where there is none, or over one that is lost: whatever it opened must be gone.
  [[nodiscard]] core::Result<DataKey> begin(const LeasedSecrets& lease, core::Instant now);
  /// Without the server; `pin` empty where none was chosen. Errors: NotSignedIn when the lease has ended or
  /// nothing is leased; WrongCredentials; TooManyAttempts, and then only the server helps; StorageCorrupt.
  [[nodiscard]] core::Result<DataKey> unlock(const QString& pin, core::Instant now);
  /// After renew or unlock. Errors: InvalidArgument for one that is too short or too plain.
  [[nodiscard]] core::Result<void> setPin(const QString& pin);
  /// Now and then: false when the lease has ended. Time that goes back does not make it longer.
  [[nodiscard]] bool tick(core::Instant now);
  /// Both halves are gone afterwards.
  void forget();

private:
  struct File;
  [[nodiscard]] File read() const;
  [[nodiscard]] const File& known() const;
  [[nodiscard]] core::Result<void> save(const File& file) const;
  [[nodiscard]] core::Result<QByteArray> half() const;
  [[nodiscard]] core::Result<void> write(File file);
  struct Opened;
  [[nodiscard]] core::Result<Opened> open(const QByteArray& half, const QString& pin, core::Instant now,
                                          File& file) const;
  [[nodiscard]] core::Result<void> seal(const QString& pin, const QByteArray& half, File& file) const;
  [[nodiscard]] core::Result<DataKey> keep(File file, const DataKey& dataKey, const QByteArray& half,
                                           const LeasedSecrets& lease, core::Instant now);
  [[nodiscard]] core::Result<std::string> secretFrom(File& file, const QByteArray& half,
                                                     const QString& pin) const;

  KeyStore& m_store;
  QString m_name;
  std::filesystem::path m_folder;
  PinCost m_cost;
  Elsewhere m_elsewhere = [](const std::function<void()>& work) { work(); };
  std::string m_secret;                 ///< leased; known since renew or unlock
  mutable std::unique_ptr<File> m_file; ///< as it was read or written last: questions are asked often
};

} // namespace madoguchi::app
