// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/desk/roomuse.h"
#include "models/ports/requestport.h"

#include <QString>

#include <optional>

namespace madoguchi::models {

/// Of the preference that holds the user's limit, in bytes.
inline const QString kRoomPreference = QStringLiteral("documentBytes");

/// The room that this PC's copy takes. Its cases are all that the user may see, and come and go with what the
/// server shows; of documents there may be more or fewer. UI thread; answers by signal, one per request.
class OfflineRoom : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  /// Bytes of documents that may stay; beyond them goes what was looked at longest ago. What is unsent stays
  /// in any case.
  [[nodiscard]] virtual qint64 limit() const = 0;
  /// More than this the site does not allow; none: as much as the user likes.
  [[nodiscard]] virtual std::optional<qint64> mostAllowed() const = 0;
  /// The user's own choice; holds at once.
  virtual void setLimit(qint64 bytes) = 0;
  virtual void measure(quint64 request) = 0;
  /// Lets go of every document but those of cases that the user holds, or that come next, and the unsent.
  virtual void freeNow(quint64 request) = 0;

Q_SIGNALS:
  void measured(quint64 request, const madoguchi::core::RoomUse& use);
  void freed(quint64 request, qint64 bytes);
  void failed(quint64 request, const madoguchi::core::Error& error);
  /// Another limit holds, or documents have come or gone: measure again.
  void changed();
};

} // namespace madoguchi::models
