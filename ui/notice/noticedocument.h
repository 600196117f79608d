// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notice/noticepdf.h"

#include <QFont>
#include <QTextDocument>

#include <memory>

class QPainter;
class QTextCursor;

namespace madoguchi::ui {

/// One notice on pages of A4 in tenths of a point, so that no screen's resolution has a say in it.
class NoticeDocument {
public:
  static constexpr int kUnitsPerInch = 720;

  NoticeDocument(const core::NoticeText& notice, const NoticeLayout& layout);

  [[nodiscard]] int pageCount() const { return m_document->pageCount(); }
  /// Onto a sheet of A4 from its corner.
  void paint(QPainter& painter, int page) const;
  /// All that is written, in order.
  [[nodiscard]] QString text() const;
  [[nodiscard]] const QFont& font() const { return m_font; }

private:
  void build(bool appealOnNewPage);
  void writeHead(QTextCursor& cursor) const;
  void writeBody(QTextCursor& cursor) const;
  /// True where the frame would be cut in two though a page could hold it.
  bool writeAppeal(QTextCursor& cursor, bool onNewPage) const;
  /// Under what is written.
  void paintPractice(QPainter& painter) const;
  [[nodiscard]] Qt::Alignment flush() const;
  [[nodiscard]] bool isJapanese() const { return m_layout.language == core::NoticeLanguage::Japanese; }

  core::NoticeText m_notice;
  NoticeLayout m_layout;
  QFont m_font;
  std::unique_ptr<QTextDocument> m_document;
};

} // namespace madoguchi::ui
