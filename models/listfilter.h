// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/casequery.h"
#include "models/ports/draftkeeper.h"

#include <optional>

namespace madoguchi::models {

/// What narrows a list: all that is set must hold.
struct ListFilter {
  enum class Due { Any, Overdue, ThisWeek, Later };

  std::string text;
  std::optional<core::Status> status;
  core::ProcedureId procedure; ///< empty: any
  Due due = Due::Any;
  std::optional<core::UserId> holder; ///< an empty id: nobody holds it
  core::RowFlags flags = 0;
  std::string label; ///< empty: any

  [[nodiscard]] bool isEmpty() const { return *this == ListFilter(); }
  /// What both the query and this filter let through; a query that lets nothing through where they exclude
  /// each other.
  [[nodiscard]] core::CaseQuery narrowed(core::CaseQuery query, core::Date today) const;
  bool operator==(const ListFilter&) const = default;
};

[[nodiscard]] QString toText(const ListFilter& filter);
[[nodiscard]] ListFilter filterFrom(const QString& text);

/// The filter that was last set for a queue. It may hold a name, so it is kept with the drafts, encrypted.
[[nodiscard]] ListFilter keptFilter(const DraftKeeper& drafts, core::Queue queue);
void keepFilter(DraftKeeper& drafts, core::Queue queue, const ListFilter& filter);

} // namespace madoguchi::models
