// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sync/feed.h"

#include <functional>
#include <string>
#include <string_view>

/// The feed: newline-delimited JSON. Each item is one header line {"t":"case",…}; a case is followed by two
/// lines, its canonical state and its canonical timeline, a reference by one, its document (an empty line
/// when it is gone). The texts pass through untouched, so that nobody parses or prints them only to move
/// them; "lines" in the header says how many follow, so that an older reader can pass over an unknown item.
namespace madoguchi::protocol {

/// Appends an item's lines.
void appendFeedItem(const core::FeedItem& item, std::string& out);

/// Reads a feed from pieces of any size. Items come out in order; the first malformed line, one over
/// limits.h, or an error of the sink ends it, and each later call gives that error again (Malformed,
/// TooLarge). Items of an unknown kind are passed over.
class FeedReader {
public:
  using Sink = std::function<core::Result<void>(core::FeedItem&&)>;
  explicit FeedReader(Sink sink);

  [[nodiscard]] core::Result<void> push(std::string_view bytes);
  /// Call at the end of the body: an error when an item is cut off.
  [[nodiscard]] core::Result<void> finish();

private:
  [[nodiscard]] core::Result<void> pushLines(std::string_view bytes);
  [[nodiscard]] core::Result<void> line(std::string&& text);
  [[nodiscard]] core::Result<void> header(const std::string& text);

  Sink m_sink;
  std::string m_partial;    ///< of the line that has begun
  core::FeedItem m_pending; ///< waits for its text lines
  int m_linesDue = 0;
  int m_linesSkipped = 0; ///< text lines of an item of unknown kind
  core::Result<void> m_ended;
};

} // namespace madoguchi::protocol
