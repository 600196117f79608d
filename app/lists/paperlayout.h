// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listrows.h"

#include <QFont>
#include <QRectF>

#include <functional>
#include <vector>

class QPaintDevice;
class QPainter;

namespace madoguchi::app {

/// How the columns of a list share the width of a page, and how high its rows are. Of rows that are known
/// before, each column gets what they need, and a text that does not fit breaks into lines; of others all
/// columns are alike, and each row has one line.
class PaperLayout {
public:
  /// `rows`: null where they are not known. `font` is that of the rows.
  PaperLayout(QPaintDevice& device, const QFont& font, double width, const QStringList& headers,
              const models::ListRows* rows);

  [[nodiscard]] double widthOf(std::size_t column) const { return m_widths[column]; }
  [[nodiscard]] double line() const { return m_line; } ///< the height of one line of text
  [[nodiscard]] double headerHeight() const { return m_headerHeight; }
  [[nodiscard]] double heightOf(const std::vector<models::ListCell>& cells) const;
  void drawHeader(QPainter& painter, const QRectF& place, const QString& text, bool onRight) const;
  void drawCell(QPainter& painter, const QRectF& place, const QString& text, bool onRight) const;

private:
  [[nodiscard]] double heightOf(const QFont& font, const QString& text, std::size_t column) const;
  void shareWidth(double width, const QStringList& headers, const models::ListRows& rows);
  void draw(QPainter& painter, const QFont& font, const QRectF& place, const QString& text,
            bool onRight) const;

  QPaintDevice& m_device;
  QFont m_font;
  QFont m_bold;
  bool m_breaksLines;
  double m_line;
  double m_gap; ///< around a text
  std::vector<double> m_widths;
  double m_headerHeight;
};

/// Puts rows on pages, one below the other; the same steps count the pages and draw them. A row that is
/// higher than a page goes on on the next.
class PaperCursor {
public:
  /// A part of a row, that begins so far below its upper edge.
  using Draw = std::function<void(double at, double from, double height)>;

  /// Rows stand between `top` and `bottom`; `turn` begins each page but the first.
  PaperCursor(double top, double bottom, std::function<void()> turn)
      : m_top(top), m_bottom(bottom), m_at(top), m_turn(std::move(turn)) {}

  /// `line`: where it may be cut.
  void put(double height, double line, const Draw& draw);
  [[nodiscard]] int pages() const { return m_pages; }

private:
  void turn();

  double m_top;
  double m_bottom;
  double m_at;
  std::function<void()> m_turn;
  int m_pages = 1;
};

} // namespace madoguchi::app
