// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/pdftidy.h"

#include "ui/notice/pdfobjects.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRawFont>

namespace madoguchi::ui {

namespace {

using Glyphs = QHash<quint32, QString>; ///< glyph → the character that was meant

/// Replaces what stands between two marks.
void replaceBetween(QByteArray& object, const QByteArray& from, char to, const QByteArray& with) {
  const qsizetype mark = object.indexOf(from);
  if (mark < 0) return;
  const qsizetype begin = mark + from.size();
  object.replace(begin, object.indexOf(to, begin) - begin, with);
}

QString character(const QString& text, qsizetype at) {
  return text.mid(at, text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1);
}

QByteArray utf16Hex(const QString& character) {
  QByteArray hex;
  for (const QChar unit : character)
    hex += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0').toUpper();
  return hex;
}

quint32 glyphOf(const QRawFont& font, const QString& character) {
  const QList<quint32> glyphs = font.glyphIndexesForString(character);
  return glyphs.isEmpty() ? 0 : glyphs.constFirst();
}

Glyphs glyphsOf(const QString& text, const QRawFont& font, QStringList& beyond) {
  Glyphs glyphs;
  for (qsizetype at = 0; at < text.size();) {
    const QString one = character(text, at);
    at += one.size();
    const quint32 glyph = glyphOf(font, one);
    if (glyph == 0) continue;
    if (one.size() == 2 && !glyphs.contains(glyph)) beyond << one;
    // A glyph stands for the character that was written first; all that share it look the same.
    if (!glyphs.contains(glyph)) glyphs.insert(glyph, one);
  }
  return glyphs;
}

/// The characters of a table "<0001> <0014> [<0037> <74B0> …]" anew, in place; the glyphs that it leaves out.
QList<int> mendRanges(QByteArray& map, const Glyphs& glyphs, const QRawFont& font) {
  QList<int> missing;
  int next = 0;
  for (qsizetype open = map.indexOf('['); open >= 0; open = map.indexOf('[', open + 1)) {
    const qsizetype first = map.lastIndexOf("> <", open - 2) - 4;
    const int from = map.mid(first, 4).toInt(nullptr, 16);
    for (; next < from; ++next)
      if (next > 0) missing << next;
    for (qsizetype at = map.indexOf('<', open); at >= 0 && at < map.indexOf(']', open);
         at = map.indexOf('<', at + 1)) {
      const QString named(QChar(map.mid(at + 1, 4).toUShort(nullptr, 16)));
      const QString meant = glyphs.value(glyphOf(font, named));
      if (meant.size() == 1) map.replace(at + 1, 4, utf16Hex(meant));
      ++next;
    }
  }
  return missing;
}

void mendCharacters(QByteArray& object, const QString& text, const QFont& face) {
  const QRawFont font = QRawFont::fromFont(face);
  QStringList beyond;
  const Glyphs glyphs = glyphsOf(text, font, beyond);
  const QList<int> missing = mendRanges(object, glyphs, font);
  // Glyphs are numbered as they are first drawn, so these two lists name the same ones.
  if (!missing.isEmpty() && missing.size() == beyond.size()) {
    QByteArray more = QByteArray::number(missing.size()) + " beginbfchar\n";
    for (qsizetype i = 0; i < missing.size(); ++i)
      more += "<" + QByteArray::number(missing[i], 16).rightJustified(4, '0').toUpper() + "> <" +
              utf16Hex(beyond[i]) + ">\n";
    object.insert(object.indexOf("endcmap"), more + "endbfchar\n");
  }
  fixLength(object);
}

} // namespace

QByteArray tidied(const QByteArray& pdf, core::Date day, const QString& text, const QFont& font) {
  auto file = PdfObjects::read(pdf);
  if (!file) return pdf;
  const QByteArray iso = QByteArray::fromStdString(core::toText(day));
  const QByteArray compact = QByteArray(iso).replace("-", "");
  for (QByteArray& object : file->objects()) {
    if (object.contains("/CreationDate (")) {
      replaceBetween(object, "/CreationDate (", ')', "D:" + compact + "000000+09'00'");
    } else if (object.contains("/Subtype /XML")) {
      replaceBetween(object, "xmp:CreateDate=\"", '"', iso + "T00:00:00+09:00");
      replaceBetween(object, "xmp:ModifyDate=\"", '"', iso + "T00:00:00+09:00");
      fixLength(object);
    } else if (object.contains("beginbfrange")) {
      mendCharacters(object, text, font);
    }
  }
  QByteArray& trailer = file->trailer();
  trailer.replace(trailer.indexOf("/ID ["), trailer.indexOf(']') - trailer.indexOf("/ID ["), QByteArray());
  const QByteArray id = QCryptographicHash::hash(file->write(), QCryptographicHash::Sha256).left(16).toHex();
  trailer.insert(trailer.indexOf(']'), "/ID [ <" + id + "> <" + id + "> ");
  return file->write();
}

} // namespace madoguchi::ui
