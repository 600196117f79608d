// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk.h"
#include "ui/basics/theme.h"

#include <QString>

namespace madoguchi::ui {

/// What every page gets; all of it outlives the page.
struct Context {
  models::Desk& desk;
  const Theme& theme;
  // Of the case that is meant where a page speaks of a case: the one beside the list, where nothing else is
  // said, or that of a window of its own.
  models::OpenCase& opened = desk.opened;
  models::TimelineModel& timeline = desk.timeline;
  models::PageSource& pages = desk.ports.pages;

  /// Whether that case has a window of its own.
  [[nodiscard]] bool isApart() const { return &opened != &desk.opened; }
};

/// What a page has to say; the message bar shows it, no dialog does.
struct Message {
  enum class Severity { Info, Done, Error };
  Severity severity = Severity::Info;
  QString text;
};

} // namespace madoguchi::ui
