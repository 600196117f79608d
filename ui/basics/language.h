// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace madoguchi::ui {

/// The language of the whole program: "ja" or "en". Texts in windows change when these are made anew.
class Language {
public:
  Language() = default;
  ~Language();
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

  /// "ja" on a Japanese system, else "en".
  [[nodiscard]] static QString ofSystem();
  /// Anything but "en" is Japanese.
  void use(const QString& language);

private:
  void remove();

  QTranslator m_own;
  QTranslator m_qt;
};

} // namespace madoguchi::ui
