// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace madoguchi::models {

/// What every port has whose answers come later: the numbers by which an answer finds who asked.
class RequestPort : public QObject {
public:
  using QObject::QObject;

  /// Unique within this object.
  [[nodiscard]] quint64 nextRequest() { return ++m_lastRequest; }

private:
  quint64 m_lastRequest = 0;
};

} // namespace madoguchi::models
