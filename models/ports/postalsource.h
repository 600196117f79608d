// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codes/postaltable.h"

#include <QObject>
#include <QString>

#include <vector>

namespace madoguchi::models {

/// Where postal codes and towns are looked up. UI thread; the answer comes later.
class PostalSource : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  /// Places for what is typed, digits or a town, at most `most`. A newer question replaces an older one. The
  /// number comes back with the answer.
  [[nodiscard]] virtual quint64 ask(const QString& typed, int most) = 0;
  /// Municipalities whose name has this in it: places without a code and without a town.
  [[nodiscard]] virtual quint64 askMunicipality(const QString& typed, int most) = 0;

Q_SIGNALS:
  /// Empty where nothing is known, or the table is missing.
  void answered(quint64 request, const std::vector<madoguchi::core::PostalPlace>& places);
};

} // namespace madoguchi::models
