// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/noticedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>

#include <algorithm>

namespace madoguchi::ui {

namespace {

using Kind = core::NoticeParagraph::Kind;

// Tenths of a point.
constexpr double kSheetWidth = 5953;
constexpr double kSheetHeight = 8419;
constexpr double kSide = 709;   // 25 mm
constexpr double kTop = 624;    // 22 mm
constexpr double kBottom = 624; // with the page number in it
constexpr int kLetter = 110;    // 11 points
constexpr int kTitleLetter = 155;
constexpr int kSmallLetter = 92;
constexpr int kPracticeLetter = 1300; // over the whole sheet, aslant
constexpr int kPracticeGrey = 0xe4;   // under the text, which stays legible; PDF/A-1 knows no transparency
constexpr double kFrame = 6;
constexpr double kLineHeight = 140; // per cent
constexpr double kSmallLineHeight = 125;

// The words of the act itself are in the language of the notice, whatever language the desk speaks.
struct Words {
  const char16_t* addressee;
  const char16_t* sealOmitted;
  const char16_t* seal;
  const char16_t* appeal;
  const char16_t* reference;
  const char16_t* practice;
  const char16_t* noEffect;
};
constexpr Words kJapanese{u"%1　様",
                          u"（公印省略）",
                          u"印",
                          u"教　示",
                          u"",
                          u"練習用",
                          u"練習用に作られた書面です。効力はありません。"};
constexpr Words kEnglish{u"To %1",
                         u"(official seal omitted)",
                         u"(seal)",
                         u"Notice of the right to appeal",
                         u"Reference translation. The Japanese text is the act.",
                         u"PRACTICE",
                         u"Made for practice. This paper has no effect."};

QString words(const char16_t* text) {
  return QString::fromUtf16(text);
}

QString words(const std::string& text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QTextBlockFormat block(Qt::Alignment alignment, double above = 0) {
  QTextBlockFormat format;
  format.setAlignment(alignment);
  format.setTopMargin(above);
  format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
  return format;
}

QTextCharFormat letters(int size) {
  QTextCharFormat format;
  format.setProperty(QTextFormat::FontPixelSize, size);
  return format;
}

void write(QTextCursor& cursor, const QString& text, const QTextBlockFormat& format, int size = kLetter) {
  if (cursor.block().length() > 1 || cursor.position() > 0) cursor.insertBlock();
  cursor.setBlockFormat(format);
  cursor.setBlockCharFormat(letters(size));
  cursor.insertText(text, letters(size));
}

QFont fontOf(const NoticeLayout& layout) {
  QStringList wanted = layout.fonts;
  for (const char* usual : {"Noto Serif CJK JP", "Yu Mincho", "IPAexMincho", "IPAMincho", "MS Mincho",
                            "Hiragino Mincho ProN", "Noto Sans CJK JP"})
    wanted << QString::fromLatin1(usual);
  const QStringList known = QFontDatabase::families();
  QFont font;
  for (const QString& family : wanted)
    if (known.contains(family)) {
      font.setFamilies({family});
      break;
    }
  font.setPixelSize(kLetter);
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setKerning(false);
  return font;
}

} // namespace

NoticeDocument::NoticeDocument(const core::NoticeText& notice, const NoticeLayout& layout)
    : m_notice(notice), m_layout(layout), m_font(fontOf(layout)) {
  build(false);
}

void NoticeDocument::build(bool appealOnNewPage) {
  m_document = std::make_unique<QTextDocument>();
  m_document->setDefaultFont(m_font);
  m_document->setDocumentMargin(0);
  QTextOption option;
  option.setUseDesignMetrics(true);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  m_document->setDefaultTextOption(option);
  m_document->setPageSize(QSizeF(kSheetWidth - 2 * kSide, kSheetHeight - kTop - kBottom));
  QTextCursor cursor(m_document.get());
  writeHead(cursor);
  writeBody(cursor);
  if (writeAppeal(cursor, appealOnNewPage) && !appealOnNewPage) build(true);
}

void NoticeDocument::writeHead(QTextCursor& cursor) const {
  const Words& own = isJapanese() ? kJapanese : kEnglish;
  if (const QString reference = words(own.reference); !reference.isEmpty())
    write(cursor, reference, block(Qt::AlignLeft), kSmallLetter);
  write(cursor, words(m_notice.number), block(Qt::AlignRight));
  write(cursor, words(m_notice.date), block(Qt::AlignRight));
  write(cursor, words(own.addressee).arg(words(m_notice.addressee)), block(Qt::AlignLeft, 1.5 * kLetter));
  write(cursor, words(m_notice.authority), block(Qt::AlignRight, 1.5 * kLetter));
  write(cursor, words(m_layout.sealOmitted ? own.sealOmitted : own.seal), block(Qt::AlignRight));
  write(cursor, words(m_notice.title), block(Qt::AlignHCenter, 2.5 * kLetter), kTitleLetter);
  QTextBlockFormat space = block(Qt::AlignLeft);
  space.setLineHeight(kLetter, QTextBlockFormat::FixedHeight);
  write(cursor, {}, space);
}

void NoticeDocument::writeBody(QTextCursor& cursor) const {
  Kind before = Kind::Body;
  for (const core::NoticeParagraph& paragraph : m_notice.paragraphs) {
    if (paragraph.kind == Kind::Appeal) continue;
    const bool numbered = paragraph.kind != Kind::Body;
    QTextBlockFormat format = block(flush(), numbered == (before != Kind::Body) ? 0.3 * kLetter : kLetter);
    if (numbered) {
      // The number hangs before its text.
      format.setLeftMargin(2 * kLetter);
      format.setTextIndent(-kLetter);
    } else if (isJapanese()) {
      format.setTextIndent(kLetter);
    }
    write(cursor, words(paragraph.text), format);
    before = paragraph.kind;
  }
}

Qt::Alignment NoticeDocument::flush() const {
  // Only spaces would be stretched, and Japanese has too few of them.
  return isJapanese() ? Qt::AlignLeft : Qt::AlignJustify;
}

QString NoticeDocument::text() const {
  const Words& own = isJapanese() ? kJapanese : kEnglish;
  const QString practice = m_layout.practice ? words(own.practice) + words(own.noEffect) : QString();
  return m_document->toPlainText() + practice + QStringLiteral("0123456789 /");
}

bool NoticeDocument::writeAppeal(QTextCursor& cursor, bool onNewPage) const {
  const auto isAppeal = [](const core::NoticeParagraph& paragraph) { return paragraph.kind == Kind::Appeal; };
  if (std::none_of(m_notice.paragraphs.begin(), m_notice.paragraphs.end(), isAppeal)) return false;
  QTextFrameFormat format;
  format.setBorder(kFrame);
  format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
  format.setBorderBrush(Qt::black);
  format.setPadding(kLetter);
  format.setTopMargin(kLetter);
  if (onNewPage) {
    // A frame has no page break of its own: a line without height brings one.
    QTextBlockFormat space;
    space.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    space.setLineHeight(1, QTextBlockFormat::FixedHeight);
    write(cursor, {}, space);
    format.setTopMargin(0);
  }
  QTextFrame* frame = cursor.insertFrame(format);
  const Words& own = isJapanese() ? kJapanese : kEnglish;
  cursor.setBlockFormat(block(Qt::AlignHCenter));
  cursor.insertText(words(own.appeal), letters(kSmallLetter));
  for (const core::NoticeParagraph& paragraph : m_notice.paragraphs)
    if (isAppeal(paragraph)) {
      QTextBlockFormat small = block(flush());
      small.setLineHeight(kSmallLineHeight, QTextBlockFormat::ProportionalHeight);
      write(cursor, words(paragraph.text), small, kSmallLetter);
    }
  // The empty line that always follows a frame must not open another page.
  QTextBlockFormat nothing;
  nothing.setLineHeight(1, QTextBlockFormat::FixedHeight);
  cursor.movePosition(QTextCursor::End);
  cursor.setBlockFormat(nothing);
  const QRectF place = m_document->documentLayout()->frameBoundingRect(frame);
  const double page = m_document->pageSize().height();
  return place.height() < page && int(place.top() / page) != int(place.bottom() / page);
}

void NoticeDocument::paintPractice(QPainter& painter) const {
  const Words& own = isJapanese() ? kJapanese : kEnglish;
  const QString word = words(own.practice);
  QFont font = m_font;
  font.setPixelSize(isJapanese() ? kPracticeLetter : kPracticeLetter * 2 / 3);
  painter.save();
  painter.setFont(font);
  painter.setPen(QColor(kPracticeGrey, kPracticeGrey, kPracticeGrey));
  painter.translate(kSheetWidth / 2, kSheetHeight / 2);
  painter.rotate(-45);
  painter.drawText(QRectF(-kSheetHeight, -kSheetHeight, 2 * kSheetHeight, 2 * kSheetHeight), Qt::AlignCenter,
                   word);
  painter.restore();
  font.setPixelSize(kSmallLetter);
  painter.setFont(font);
  painter.setPen(Qt::black);
  painter.drawText(QRectF(0, 0, kSheetWidth, kTop), Qt::AlignCenter, words(own.noEffect));
}

void NoticeDocument::paint(QPainter& painter, int page) const {
  if (m_layout.practice) paintPractice(painter);
  const QSizeF size = m_document->pageSize();
  painter.save();
  painter.translate(kSide, kTop - page * size.height());
  QAbstractTextDocumentLayout::PaintContext context;
  const QRectF sheet(0, page * size.height(), size.width(), size.height());
  // A line that only touches the next page's edge belongs to one page.
  context.clip = sheet.adjusted(0, kSmallLetter / 3.0, 0, -kSmallLetter / 3.0);
  // The frame's line stands half outside its width.
  painter.setClipRect(sheet.adjusted(-kFrame, 0, kFrame, 0));
  context.palette.setColor(QPalette::Text, Qt::black);
  m_document->documentLayout()->draw(&painter, context);
  painter.restore();
  QFont font = m_font;
  font.setPixelSize(kSmallLetter);
  painter.setFont(font);
  painter.setPen(Qt::black);
  painter.drawText(QRectF(0, kSheetHeight - kBottom, kSheetWidth, kBottom), Qt::AlignCenter,
                   QStringLiteral("%1 / %2").arg(page + 1).arg(pageCount()));
}

} // namespace madoguchi::ui
