// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/requestport.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace madoguchi::models {

/// A place in a document where a text was found; `area` in points (1/72 inch) of the unrotated page.
struct PageHit {
  int page = 0;
  QRectF area;
};

/// Pictures of the pages of one document at a time, made where a harmful file does no harm. Lives on the UI
/// thread; answers by signal, one per request, numbered by the caller (nextRequest).
class PageSource : public RequestPort {
  Q_OBJECT

public:
  enum class Failure {
    Broken,    ///< no document of the kind that it says it is
    Protected, ///< opens with a password only
    TooLarge,  ///< over what is shown here
    TooSlow,   ///< took longer than a page may
    Stopped,   ///< what reads the file died over it
  };

  using RequestPort::RequestPort;

  /// Takes the place of the document before. The type is a media type: application/pdf or image/….
  virtual void open(quint64 request, const QByteArray& content, const QString& mediaType) = 0;
  virtual void close() = 0;
  /// The page in this width in pixels, not rotated.
  virtual void render(quint64 request, int page, int width) = 0;
  /// Every place of the text, letters of either case alike, in page order; at most 1,000.
  virtual void find(quint64 request, const QString& text) = 0;

Q_SIGNALS:
  /// The size of each page in points.
  void opened(quint64 request, const QList<QSizeF>& pages);
  void rendered(quint64 request, const QImage& picture);
  void found(quint64 request, const QList<madoguchi::models::PageHit>& hits);
  void failed(quint64 request, madoguchi::models::PageSource::Failure why);
};

} // namespace madoguchi::models
