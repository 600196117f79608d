// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/summarypdf.h"

#include "ui/notice/pdftidy.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace madoguchi::ui {

namespace {

// Tenths of a point, so that no screen's resolution has a say in it.
constexpr int kUnitsPerInch = 720;
constexpr double kSheetWidth = 5953;
constexpr double kSheetHeight = 8419;
constexpr double kSide = 567; // 20 mm
constexpr double kTop = 567;
constexpr double kBottom = 567; // with the foot in it
constexpr int kLetter = 95;     // 9.5 points
constexpr int kTitleLetter = 150;
constexpr int kPartLetter = 110;
constexpr int kFootLetter = 78;

// One face and one weight: the table from glyphs to characters is mended for one font (pdftidy.h).
QFont paperFont() {
  const QStringList known = QFontDatabase::families();
  QFont font;
  for (const char* usual : {"Noto Sans CJK JP", "Yu Gothic", "IPAexGothic", "IPAGothic", "MS Gothic",
                            "Hiragino Sans", "Noto Serif CJK JP"})
    if (const QString family = QString::fromLatin1(usual); known.contains(family)) {
      font.setFamilies({family});
      break;
    }
  font.setPixelSize(kLetter);
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setKerning(false);
  return font;
}

QString inHtml(const QString& text) {
  return text.toHtmlEscaped().replace(QChar(u'\n'), QStringLiteral("<br>"));
}

QString htmlOf(const models::SummaryText& summary) {
  QString html = QStringLiteral("<p style=\"font-size:%1px; margin:0\">%2</p><p style=\"margin:0\">%3</p>")
                     .arg(kTitleLetter)
                     .arg(inHtml(summary.title), inHtml(summary.subtitle));
  for (const models::StatePart& part : summary.parts) {
    html += QStringLiteral("<p style=\"font-size:%1px; margin-top:%2px; margin-bottom:20px; "
                           "background-color:#e6e6e6\">%3</p><table width=\"100%\" cellpadding=\"14\">")
                .arg(kPartLetter)
                .arg(kLetter)
                .arg(inHtml(part.title));
    for (const auto& [label, value] : part.lines)
      html += QStringLiteral("<tr><td width=\"30%\">%1</td><td width=\"70%\">%2</td></tr>")
                  .arg(inHtml(label), inHtml(value));
    html += QStringLiteral("</table>");
  }
  return html;
}

class Sheets {
public:
  Sheets(const models::SummaryText& summary, const QString& mark)
      : m_foot(summary.foot), m_mark(mark), m_font(paperFont()) {
    m_document.setDefaultFont(m_font);
    m_document.setDocumentMargin(0);
    QTextOption option;
    option.setUseDesignMetrics(true);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document.setDefaultTextOption(option);
    m_document.setPageSize(QSizeF(kSheetWidth - 2 * kSide, kSheetHeight - kTop - kBottom));
    m_document.setHtml(htmlOf(summary));
  }

  int count() const { return m_document.pageCount(); }
  QString text() const { return m_document.toPlainText() + m_foot + m_mark + QStringLiteral("0123456789 /"); }
  const QFont& font() const { return m_font; }

  void paint(QPainter& painter, int page) const {
    const QSizeF size = m_document.pageSize();
    const QRectF sheet(0, page * size.height(), size.width(), size.height());
    painter.save();
    painter.translate(kSide, kTop - sheet.top());
    painter.setClipRect(sheet);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = sheet;
    context.palette.setColor(QPalette::Text, Qt::black);
    m_document.documentLayout()->draw(&painter, context);
    painter.restore();
    QFont font = m_font;
    font.setPixelSize(kFootLetter);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const QRectF head(kSide, 0, size.width(), kTop);
    const QRectF foot(kSide, kSheetHeight - kBottom, size.width(), kBottom);
    painter.drawText(head, Qt::AlignCenter, m_mark);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, m_foot);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("%1 / %2").arg(page + 1).arg(count()));
  }

private:
  QString m_foot;
  QString m_mark;
  QFont m_font;
  QTextDocument m_document;
};

} // namespace

QByteArray summaryPdf(const models::SummaryText& summary, core::Date day, const QString& mark) {
  const Sheets sheets(summary, mark);
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
  writer.setResolution(kUnitsPerInch);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(QMarginsF());
  writer.setTitle(summary.title);
  writer.setCreator(QStringLiteral("Madoguchi"));
  QPainter painter(&writer);
  for (int page = 0; page < sheets.count(); ++page) {
    if (page > 0) writer.newPage();
    sheets.paint(painter, page);
  }
  painter.end();
  return tidied(buffer.data(), day, sheets.text(), sheets.font());
}

} // namespace madoguchi::ui
