// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "models/ports/requestport.h"

#include <QByteArray>
#include <QString>

namespace madoguchi::models {

/// Contents of documents, and the only way of models and windows to a file of the user's. Lives on the UI
/// thread; answers by signal, one per request. Requests are numbered by the caller (nextRequest).
class BlobSource : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  /// Keeps the content here (encrypted) and uploads it when the server can be reached. `stored` comes when
  /// it is safe here. Errors: TooLarge, StorageFull, StorageFailed.
  virtual void store(quint64 request, const QByteArray& content) = 0;
  /// The same with the content of a file that the user chose, once it is found to be free of viruses and of
  /// My Numbers. Errors: also FileUnreadable, FileBroken (it is still being written), FileInfected,
  /// FileNotScanned, MyNumberFound.
  virtual void storeFile(quint64 request, const QString& path) = 0;
  /// The same, with every My Number of a plain text struck out. One in a PDF or in the name is refused still.
  virtual void storeMasked(quint64 request, const QString& path) = 0;
  /// The content of a file that is looked at before it is attached; `loaded` brings it. Errors: as storeFile.
  virtual void readFile(quint64 request, const QString& path) = 0;
  /// From the cache, or from the server, free of viruses. Errors: NotFound, Offline, FileInfected,
  /// FileNotScanned.
  virtual void load(quint64 request, const core::BlobId& blob) = 0;
  /// Writes content to a file that the user chose; it appears whole or not at all. Errors: StorageFull,
  /// StorageFailed.
  virtual void writeFile(quint64 request, const QString& path, const QByteArray& content) = 0;

Q_SIGNALS:
  void stored(quint64 request, const core::BlobId& blob, qint64 size);
  void loaded(quint64 request, const QByteArray& content);
  void written(quint64 request);
  void failed(quint64 request, const core::Error& error);
};

} // namespace madoguchi::models
