// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"

#include <QByteArray>
#include <QObject>

namespace madoguchi::models {

/// Contents of documents. Lives on the UI thread; answers by signal, one per request. Requests are numbered
/// by the caller (nextRequest).
class BlobSource : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  /// Keeps the content here (encrypted) and uploads it when the server can be reached. `stored` comes when
  /// it is safe here. Errors: TooLarge, StorageFull, StorageFailed.
  virtual void store(quint64 request, const QByteArray& content) = 0;
  /// From the cache, or from the server. Errors: NotFound, Offline.
  virtual void load(quint64 request, const core::BlobId& blob) = 0;

  [[nodiscard]] quint64 nextRequest() { return ++m_lastRequest; }

Q_SIGNALS:
  void stored(quint64 request, const core::BlobId& blob);
  void loaded(quint64 request, const QByteArray& content);
  void failed(quint64 request, const core::Error& error);

private:
  quint64 m_lastRequest = 0;
};

} // namespace madoguchi::models
