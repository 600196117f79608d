// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace madoguchi::ui {

Language::~Language() {
  remove();
}

QString Language::ofSystem() {
  return QLocale::system().language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
}

void Language::remove() {
  if (QCoreApplication::instance() == nullptr) return;
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
}

void Language::use(const QString& language) {
  remove();
  const bool english = language == QLatin1String("en");
  QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::Japan) : QLocale(QLocale::Japanese));
  const QString code = english ? QStringLiteral("en") : QStringLiteral("ja");
  // Qt's own texts, such as the buttons of a file dialog; English is built in.
  if (!english && m_qt.load(QStringLiteral(":/i18n/qtbase_ja.qm")))
    QCoreApplication::installTranslator(&m_qt);
  if (m_own.load(QStringLiteral(":/i18n/madoguchi_%1.qm").arg(code)))
    QCoreApplication::installTranslator(&m_own);
}

} // namespace madoguchi::ui
