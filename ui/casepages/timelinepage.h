// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

namespace madoguchi::ui {

/// What happened to the case, the newest first.
class TimelinePage : public QWidget {
  Q_OBJECT

public:
  TimelinePage(const Context& context, QWidget* parent = nullptr);
};

} // namespace madoguchi::ui
