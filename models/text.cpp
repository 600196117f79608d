// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text.h"

#include <QLocale>

namespace madoguchi::models {

bool isJapanese() {
  return QLocale().language() == QLocale::Japanese;
}

QString localText(const core::LocalText& text) {
  return localText(text.ja, text.en);
}

QString localText(std::string_view ja, std::string_view en) {
  if (ja.empty() || (!isJapanese() && !en.empty())) return qtext(en);
  return qtext(ja);
}

QString listed(const QStringList& things) {
  return things.join(isJapanese() ? QStringLiteral("、") : QStringLiteral(", "));
}

} // namespace madoguchi::models
