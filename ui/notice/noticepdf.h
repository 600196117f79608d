// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/noticetext.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace madoguchi::ui {

/// How a notice is laid out; its words are NoticeText's.
struct NoticeLayout {
  core::NoticeLanguage language = core::NoticeLanguage::Japanese;
  bool sealOmitted = true; ///< 公印省略; else a place is left for the seal
  bool practice = false;   ///< each page says that it is for practice and has no effect
  QStringList fonts;       ///< the first that is installed; empty: the usual Mincho faces
};

/// Lays notices out on A4 as Japanese offices write them, as PDF/A-1b: document number and day top right,
/// addressee, authority and seal, title, text, conditions and reasons as numbered lines, 教示 in a frame,
/// page numbers. The same notice gives the same bytes with the same fonts and Qt: their digest names the
/// file. UI thread (fonts).
class NoticePdf {
public:
  explicit NoticePdf(NoticeLayout layout = {});

  [[nodiscard]] QByteArray make(const core::NoticeText& notice) const;
  /// One file of several notices, in this order; each begins on a page of its own and counts its own pages.
  [[nodiscard]] QByteArray make(const std::vector<core::NoticeText>& notices) const;

private:
  NoticeLayout m_layout;
};

} // namespace madoguchi::ui
