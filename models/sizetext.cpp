// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sizetext.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(SizeText)
};

} // namespace

QString transferText(qint64 done, qint64 total) {
  if (total <= 0) return sizeText(done);
  constexpr double kStep = 1024;
  double unit = 1;
  while (static_cast<double>(total) / unit >= kStep)
    unit *= kStep;
  // Both in the unit of the whole.
  return Say::tr("%1 of %2")
      .arg(QLocale().toString(static_cast<double>(done) / unit, 'f', unit > 1 ? 1 : 0), sizeText(total));
}

} // namespace madoguchi::models
