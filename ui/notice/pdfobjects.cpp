// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/pdfobjects.h"

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr qsizetype kEntry = 20; // bytes of a line of the cross-reference table

} // namespace

std::optional<PdfObjects> PdfObjects::read(const QByteArray& pdf) {
  const qsizetype start = pdf.lastIndexOf("startxref");
  if (start < 0) return std::nullopt;
  const qsizetype table = pdf.mid(start + 9).trimmed().split('\n').value(0).trimmed().toLongLong();
  if (pdf.mid(table, 7) != "xref\n0 ") return std::nullopt;
  const qsizetype entries = pdf.indexOf('\n', table + 7) + 1;
  const qsizetype count = pdf.mid(table + 7, entries - table - 8).toLongLong();
  const qsizetype trailer = pdf.indexOf("trailer", entries);
  if (count <= 0 || trailer != entries + count * kEntry) return std::nullopt;

  QList<qsizetype> places;
  for (qsizetype i = 0; i < count; ++i)
    places << (i == 0 ? 0 : pdf.mid(entries + i * kEntry, 10).toLongLong());
  QList<qsizetype> ends = places;
  ends << table;
  std::sort(ends.begin(), ends.end());

  PdfObjects out;
  out.m_header = pdf.left(ends.value(1));
  out.m_objects << QByteArray();
  for (qsizetype i = 1; i < count; ++i) {
    const qsizetype end = *std::upper_bound(ends.begin(), ends.end(), places[i]);
    out.m_objects << pdf.mid(places[i], end - places[i]);
    if (!out.m_objects.constLast().startsWith(QByteArray::number(i) + " 0 obj")) return std::nullopt;
  }
  out.m_trailer = pdf.mid(trailer, start - trailer);
  return out;
}

QByteArray PdfObjects::write() const {
  QByteArray out = m_header;
  QByteArray table = "xref\n0 " + QByteArray::number(m_objects.size()) + "\n0000000000 65535 f \n";
  for (qsizetype i = 1; i < m_objects.size(); ++i) {
    table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
    out += m_objects[i];
  }
  const qsizetype start = out.size();
  return out + table + m_trailer + "startxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

void fixLength(QByteArray& object) {
  const qsizetype begin = object.indexOf("stream\n") + 7;
  const qsizetype end = object.lastIndexOf("\nendstream");
  const qsizetype key = object.indexOf("/Length ") + 8;
  qsizetype after = key;
  while (after < object.size() && object[after] >= '0' && object[after] <= '9')
    ++after;
  object.replace(key, after - key, QByteArray::number(end - begin));
}

} // namespace madoguchi::ui
