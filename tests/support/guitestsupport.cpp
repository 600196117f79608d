// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guitestsupport.h"

#include <QtTest>

namespace madoguchi::tests {

void GuiTest::init() {
  // It holds for one test function at a time. What the platform without a screen cannot do is not ours.
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

} // namespace madoguchi::tests
