// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/datakey.h"

#include <QFile>
#include <QSaveFile>

#include <sodium.h>

namespace madoguchi::app {

namespace {

using core::ErrorCode;

constexpr qsizetype kWrappedBytes = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + 32;

const unsigned char* bytesOf(const QByteArray& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.constData());
}

/// What wraps the data key: for now the key store's half alone.
DataKey wrappingKey(const QByteArray& fromKeyStore) {
  DataKey key{};
  crypto_generichash(key.data(), key.size(), bytesOf(fromKeyStore),
                     static_cast<unsigned long long>(fromKeyStore.size()), nullptr, 0);
  return key;
}

QByteArray wrap(const DataKey& dataKey, const DataKey& wrapping) {
  QByteArray wrapped(kWrappedBytes, '\0');
  auto* out = reinterpret_cast<unsigned char*>(wrapped.data());
  randombytes_buf(out, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(out + crypto_secretbox_NONCEBYTES, dataKey.data(), dataKey.size(), out,
                        wrapping.data());
  return wrapped;
}

core::Result<DataKey> unwrap(const QByteArray& wrapped, const DataKey& wrapping) {
  DataKey dataKey{};
  const auto* in = bytesOf(wrapped);
  const bool fits = wrapped.size() == kWrappedBytes &&
                    crypto_secretbox_open_easy(dataKey.data(), in + crypto_secretbox_NONCEBYTES,
                                               static_cast<unsigned long long>(wrapped.size()) -
                                                   crypto_secretbox_NONCEBYTES,
                                               in, wrapping.data()) == 0;
  if (!fits) return core::failure(ErrorCode::StorageCorrupt, "key.wrapped does not fit the key store's key");
  return dataKey;
}

core::Result<DataKey> makeKeys(KeyStore& store, const QString& name, const QString& path) {
  QByteArray fromKeyStore(32, '\0');
  randombytes_buf(fromKeyStore.data(), static_cast<std::size_t>(fromKeyStore.size()));
  if (auto written = store.write(name, fromKeyStore); !written) return tl::unexpected(written.error());
  DataKey dataKey{};
  randombytes_buf(dataKey.data(), dataKey.size());
  const QByteArray wrapped = wrap(dataKey, wrappingKey(fromKeyStore));
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(wrapped) == wrapped.size() && file.commit())
    return dataKey;
  return core::failure(ErrorCode::StorageFailed, "key.wrapped cannot be written");
}

} // namespace

core::Result<DataKey> openDataKey(KeyStore& store, const QString& name, const std::filesystem::path& folder) {
  if (sodium_init() < 0) return core::failure(ErrorCode::Internal, "libsodium does not start");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return core::failure(ErrorCode::StorageFailed, "the profile's folder cannot be made");
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  const auto path = QString::fromStdString((folder / "key.wrapped").string());
  auto fromKeyStore = store.read(name);
  if (!fromKeyStore) return tl::unexpected(fromKeyStore.error());
  QFile file(path);
  if (!file.exists()) {
    // A cache without its key is lost; a new key over it would hide that.
    if (std::filesystem::exists(folder / "cache.db", error))
      return core::failure(ErrorCode::StorageCorrupt, "the profile has a cache and no key.wrapped");
    return makeKeys(store, name, path);
  }
  if (!file.open(QIODevice::ReadOnly))
    return core::failure(ErrorCode::StorageFailed, "key.wrapped cannot be read");
  if (!*fromKeyStore)
    return core::failure(ErrorCode::StorageCorrupt, "the key store no longer holds this profile's key");
  return unwrap(file.readAll(), wrappingKey(**fromKeyStore));
}

} // namespace madoguchi::app
