// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace madoguchi::tests {

/// What every test with widgets derives from: a warning of Qt that the test did not announce
/// (QTest::ignoreMessage) fails it.
class GuiTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
};

} // namespace madoguchi::tests
