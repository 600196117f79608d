// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/pagesource.h"
#include "ui/basics/theme.h"
#include "ui/documents/markframe.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QTimer>

#include <map>
#include <optional>

namespace madoguchi::ui {

/// A mark on a page: an outline with its sign at the corner. `area` as in PageHit.
struct PageMark {
  int page = 0;
  QRectF area;
  QString sign;
};

/// The pages of a document below one another. Each is asked for when it comes into sight; until it is there
/// its place is kept, so nothing moves. Page numbers count from 0.
class PageView : public QAbstractScrollArea {
  Q_OBJECT

public:
  PageView(models::PageSource& source, const Theme& theme, QWidget* parent = nullptr);

  /// Sizes in points; none shows nothing.
  void setPages(const QList<QSizeF>& pages);
  [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
  [[nodiscard]] int currentPage() const;
  void goTo(int page);
  /// Every page in sight has its picture, as sharp as the screen is.
  [[nodiscard]] bool isComplete() const;

  /// Pixels of the screen for a point; follows the width of the view until it is set.
  [[nodiscard]] double zoom() const { return m_zoom; }
  void zoomBy(double factor);
  void fitWidth();
  void rotate();

  /// Marks the hits, the current one apart, and shows that.
  void showHits(const QList<models::PageHit>& hits, int current);

  void setMarks(const QList<PageMark>& marks);
  /// Brings a place into sight and rings it until another is shown; page −1 rings none.
  void showPlace(int page, const QRectF& area);

  /// A frame on the current page, moved by the arrow keys, sized with Shift, or drawn with the mouse. Enter
  /// places it, Escape drops it.
  void beginFrame();
  void dropFrame();
  [[nodiscard]] bool hasFrame() const { return m_frame.has_value(); }

Q_SIGNALS:
  void placeChanged();
  void framePlaced(int page, const QRectF& area);
  void frameDropped();

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

private:
  struct Picture {
    QImage image;
    int width = 0; ///< in pixels, as it was asked for
  };

  void layOut();
  void placePages();
  /// Keeps what is in the middle of the view there.
  void setZoom(double zoom);
  [[nodiscard]] QSize uprightSize(int page) const; ///< in the view, not rotated
  [[nodiscard]] int pixelsOf(int page) const;      ///< across, of its picture
  [[nodiscard]] bool isDrawn(int page) const;
  void askForSight();
  void forgetFar();
  [[nodiscard]] QSizeF rotatedSize(int page) const;
  [[nodiscard]] QRect placeOf(int page) const; ///< in the view
  [[nodiscard]] QTransform toView(int page) const;
  [[nodiscard]] std::pair<int, int> pagesInSight() const;
  void paintPage(QPainter& painter, int page);
  void paintPicture(QPainter& painter, int page) const;
  void paintHits(QPainter& painter, int page) const;
  void paintMarks(QPainter& painter, int page) const;
  void paintFrame(QPainter& painter) const;
  /// The frame's keys; false for any other.
  bool takeFrameKey(const QKeyEvent& event);
  void bringIntoSight(int page, const QRectF& area);

  models::PageSource& m_source;
  const Theme& m_theme;
  QList<QSizeF> m_pages;
  QList<int> m_tops; ///< of each page, in pixels from the top of the first
  int m_width = 0;
  int m_height = 0;
  double m_zoom = 1;
  bool m_fits = true;
  int m_quarterTurns = 0;
  QHash<int, Picture> m_pictures;
  struct Asked {
    int page = 0;
    int width = 0;
  };
  std::map<quint64, Asked> m_asked;
  QTimer m_settle; ///< a window that is being drawn larger asks once
  QList<models::PageHit> m_hits;
  int m_currentHit = -1;
  QList<PageMark> m_marks;
  PageMark m_ringed{-1, {}, {}};
  std::optional<MarkFrame> m_frame;
  int m_framePage = 0;
  std::optional<QPointF> m_dragFrom;
};

} // namespace madoguchi::ui
