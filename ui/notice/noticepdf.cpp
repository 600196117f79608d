// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/noticepdf.h"

#include "core/calendar/era.h"
#include "ui/notice/noticedocument.h"
#include "ui/notice/pdftidy.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace madoguchi::ui {

NoticePdf::NoticePdf(NoticeLayout layout) : m_layout(std::move(layout)) {}

QByteArray NoticePdf::make(const core::NoticeText& notice) const {
  return make(std::vector<core::NoticeText>{notice});
}

QByteArray NoticePdf::make(const std::vector<core::NoticeText>& notices) const {
  if (notices.empty()) return {};
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
  writer.setResolution(NoticeDocument::kUnitsPerInch);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(QMarginsF());
  writer.setTitle(QString::fromStdString(notices.front().title));
  writer.setCreator(QStringLiteral("Madoguchi"));
  QPainter painter(&writer);
  QString written;
  QFont font;
  bool first = true;
  for (const core::NoticeText& notice : notices) {
    const NoticeDocument document(notice, m_layout);
    written += document.text();
    font = document.font();
    for (int page = 0; page < document.pageCount(); ++page) {
      if (!first) writer.newPage();
      first = false;
      document.paint(painter, page);
    }
  }
  painter.end();
  const auto day = core::readDateText(notices.front().date);
  return tidied(buffer.data(), day.value_or(core::Date()), written, font);
}

} // namespace madoguchi::ui
