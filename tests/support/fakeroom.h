// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/offlineroom.h"

namespace madoguchi::tests {

/// A PC with a few documents on it, whose site allows a gigabyte of them.
class FakeRoom final : public models::OfflineRoom {
  Q_OBJECT

public:
  [[nodiscard]] qint64 limit() const override { return m_limit; }
  [[nodiscard]] std::optional<qint64> mostAllowed() const override { return kMost; }
  void setLimit(qint64 bytes) override;
  void measure(quint64 request) override;
  void freeNow(quint64 request) override;

  static constexpr qint64 kMegabyte = 1024L * 1024;
  static constexpr qint64 kMost = 1024 * kMegabyte;
  core::RoomUse use{84 * kMegabyte, 31 * kMegabyte, 212 * kMegabyte};

private:
  qint64 m_limit = 500 * kMegabyte;
};

} // namespace madoguchi::tests
