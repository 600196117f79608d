// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QByteArray>

#include <optional>

namespace madoguchi::app::preview {

/// What goes over the pipe between the desk and its preview process: a JSON object and bytes. On the wire:
/// length of the header (4 bytes, little endian), length of the bytes (4 bytes), header, bytes.
struct Frame {
  core::json::object header;
  QByteArray bytes;
};

inline constexpr quint32 kLargestHeader = 1024 * 1024;
inline constexpr quint32 kLargestBytes = 256 * 1024 * 1024;
inline constexpr int kWidestPicture = 6000; ///< pixels; one that is asked for wider comes this wide

[[nodiscard]] QByteArray write(const Frame& frame);

/// Cuts a stream into frames. The other side may be a process that a hostile file has taken over, so lengths
/// are checked before anything is kept.
class FrameReader {
public:
  void add(const QByteArray& data) { m_data.append(data); }
  /// The next whole frame; nullopt when there is none yet. Errors: TooLarge, Malformed; the stream is then
  /// of no further use.
  [[nodiscard]] core::Result<std::optional<Frame>> next();

private:
  QByteArray m_data;
};

} // namespace madoguchi::app::preview
