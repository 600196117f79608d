// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Exists to carry the precompiled header of tests with widgets.
#include <QtWidgets/QtWidgets>
