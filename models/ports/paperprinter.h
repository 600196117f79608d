// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/requestport.h"

#include <QByteArray>

#include <memory>

class QPagedPaintDevice;

namespace madoguchi::models {

/// Puts papers that a desk has made, this one or another, onto printers, behind the window. Lives on the UI
/// thread; answers by signal, one per request.
class PaperPrinter : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  /// The pages of a PDF, each at its own size from the corner of the sheet: what comes out is what was shown
  /// and kept. The printer is as the user has set it up, for whole sheets; nobody else touches it until the
  /// answer.
  virtual void print(quint64 request, const QByteArray& pdf, std::shared_ptr<QPagedPaintDevice> printer) = 0;

Q_SIGNALS:
  void printed(quint64 request);
  /// The printer did not take it, or it is no paper; `printed` of its `pages`, from the first on, had been
  /// printed before. No pages: it could not be read.
  void failed(quint64 request, int printed, int pages);
};

} // namespace madoguchi::models
