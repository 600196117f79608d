// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk.h"
#include "ui/basics/theme.h"

#include <QString>

namespace madoguchi::ui {

/// What every page gets; both outlive it.
struct Context {
  models::Desk& desk;
  const Theme& theme;
};

/// What a page has to say; the message bar shows it, no dialog does.
struct Message {
  enum class Severity { Info, Done, Error };
  Severity severity = Severity::Info;
  QString text;
};

} // namespace madoguchi::ui
