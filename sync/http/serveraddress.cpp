// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/serveraddress.h"

#include <QString>

namespace madoguchi::sync::http {

core::Result<ServerAddress> parseServerAddress(std::string_view url, std::string_view fingerprint) {
  const auto text = QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size()));
  ServerAddress address{QUrl(text, QUrl::StrictMode), {}};
  if (!address.url.isValid() || address.url.host().isEmpty())
    return core::failure(core::ErrorCode::InvalidArgument, "the server's address is no URL");
  if (address.url.scheme() != QLatin1String("https"))
    return core::failure(core::ErrorCode::InvalidArgument, "the server's address must begin with https://");
  address.url = address.url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                     QUrl::RemoveUserInfo);
  QByteArray hex(fingerprint.data(), static_cast<qsizetype>(fingerprint.size()));
  hex = hex.replace(':', "").toLower();
  address.pinned = QByteArray::fromHex(hex);
  constexpr qsizetype kSha256Bytes = 32;
  if (!hex.isEmpty() && (address.pinned.size() != kSha256Bytes || address.pinned.toHex() != hex))
    return core::failure(core::ErrorCode::InvalidArgument, "a fingerprint has 64 hexadecimal digits");
  return address;
}

} // namespace madoguchi::sync::http
