// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/paperlayout.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace madoguchi::app {

namespace {

constexpr double kGap = 0.3; ///< in heights of a line

QFont boldOf(QFont font) {
  font.setBold(true);
  return font;
}

double widest(const QFontMetricsF& metrics, const QString& text) {
  double width = 0;
  for (const QStringView line : QStringView(text).split(QChar(u'\n')))
    width = std::max(width, metrics.horizontalAdvance(line.toString()));
  return width;
}

/// Breaks the text into lines, one below the other; within a word only where it is longer than a line.
/// Returns their height.
double breakLines(QTextLayout& text, double width, bool onRight) {
  QTextOption option(onRight ? Qt::AlignRight : Qt::AlignLeft);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  text.setTextOption(option);
  double height = 0;
  text.beginLayout();
  for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
    line.setLineWidth(width);
    line.setPosition(QPointF(0, height));
    height += line.height();
  }
  text.endLayout();
  return height;
}

QString withLines(QString text) {
  return text.replace(QChar(u'\n'), QChar(QChar::LineSeparator));
}

} // namespace

PaperLayout::PaperLayout(QPaintDevice& device, const QFont& font, double width, const QStringList& headers,
                         const models::ListRows* rows)
    : m_device(device), m_font(font), m_bold(boldOf(font)), m_breaksLines(rows != nullptr),
      m_line(QFontMetricsF(font, &device).height()), m_gap(m_line * kGap),
      m_widths(static_cast<std::size_t>(headers.size()), width / static_cast<double>(headers.size())) {
  if (rows != nullptr) shareWidth(width, headers, *rows);
  m_headerHeight = m_line;
  for (std::size_t i = 0; i < m_widths.size(); ++i)
    m_headerHeight = std::max(m_headerHeight, heightOf(m_bold, headers[static_cast<qsizetype>(i)], i));
  m_headerHeight += 2 * m_gap;
}

void PaperLayout::shareWidth(double width, const QStringList& headers, const models::ListRows& rows) {
  const QFontMetricsF plain(m_font, &m_device);
  const QFontMetricsF bold(m_bold, &m_device);
  std::vector<double> wanted;
  for (const QString& header : headers)
    wanted.push_back(widest(bold, header) + 2 * m_gap);
  for (const auto& row : rows.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      wanted[i] = std::max(wanted[i], widest(plain, row[i].text) + 2 * m_gap);
  // Whoever wants less than a fair share gets it, and the others share the rest.
  std::vector<bool> served(wanted.size());
  double left = width;
  std::size_t hungry = wanted.size();
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (served[i] || wanted[i] > left / static_cast<double>(hungry)) continue;
      served[i] = more = true;
      m_widths[i] = wanted[i];
      left -= wanted[i];
      --hungry;
    }
  }
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (!served[i]) m_widths[i] = left / static_cast<double>(hungry);
  if (hungry > 0) return;
  for (double& each : m_widths)
    each *= width / (width - left);
}

double PaperLayout::heightOf(const QFont& font, const QString& text, std::size_t column) const {
  QTextLayout lines(withLines(text), font, &m_device);
  return breakLines(lines, m_widths[column] - 2 * m_gap, false);
}

double PaperLayout::heightOf(const std::vector<models::ListCell>& cells) const {
  double height = m_line;
  for (std::size_t i = 0; m_breaksLines && i < cells.size(); ++i)
    height = std::max(height, heightOf(m_font, cells[i].text, i));
  return height + 2 * m_gap;
}

void PaperLayout::draw(QPainter& painter, const QFont& font, const QRectF& place, const QString& text,
                       bool onRight) const {
  QTextLayout lines(withLines(text), font, &m_device);
  breakLines(lines, place.width() - 2 * m_gap, onRight);
  lines.draw(&painter, place.topLeft() + QPointF(m_gap, m_gap));
}

void PaperLayout::drawHeader(QPainter& painter, const QRectF& place, const QString& text,
                             bool onRight) const {
  draw(painter, m_bold, place, text, onRight);
}

void PaperLayout::drawCell(QPainter& painter, const QRectF& place, const QString& text, bool onRight) const {
  const double width = place.width() - 2 * m_gap;
  draw(painter, m_font, place,
       m_breaksLines ? text : QFontMetricsF(m_font, &m_device).elidedText(text, Qt::ElideRight, width),
       onRight);
}

void PaperCursor::turn() {
  ++m_pages;
  m_at = m_top;
  if (m_turn) m_turn();
}

void PaperCursor::put(double height, double line, const Draw& draw) {
  if (m_at + height > m_bottom && m_at > m_top) turn();
  double done = 0;
  while (height - done > m_bottom - m_at) {
    const double part = std::max(line, std::floor((m_bottom - m_at) / line) * line);
    if (draw) draw(m_at, done, part);
    done += part;
    turn();
  }
  if (draw) draw(m_at, done, height - done);
  m_at += height - done;
}

} // namespace madoguchi::app
