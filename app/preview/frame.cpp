// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/frame.h"

#include <QtEndian>

namespace madoguchi::app::preview {

namespace {

constexpr qsizetype kLengths = 8;

void appendLength(QByteArray& to, quint32 length) {
  char bytes[4];
  qToLittleEndian(length, bytes);
  to.append(bytes, sizeof bytes);
}

} // namespace

QByteArray write(const Frame& frame) {
  const std::string header = core::json::serialize(frame.header);
  QByteArray data;
  data.reserve(kLengths + static_cast<qsizetype>(header.size()) + frame.bytes.size());
  appendLength(data, static_cast<quint32>(header.size()));
  appendLength(data, static_cast<quint32>(frame.bytes.size()));
  data.append(header.data(), static_cast<qsizetype>(header.size()));
  data.append(frame.bytes);
  return data;
}

core::Result<std::optional<Frame>> FrameReader::next() {
  if (m_data.size() < kLengths) return std::optional<Frame>();
  const auto headerSize = qFromLittleEndian<quint32>(m_data.constData());
  const auto byteCount = qFromLittleEndian<quint32>(m_data.constData() + 4);
  if (headerSize > kLargestHeader || byteCount > kLargestBytes)
    return core::failure(core::ErrorCode::TooLarge, "a frame of the preview");
  const qsizetype whole = kLengths + static_cast<qsizetype>(headerSize) + static_cast<qsizetype>(byteCount);
  if (m_data.size() < whole) return std::optional<Frame>();
  auto header = core::parseJson({m_data.constData() + kLengths, headerSize}, 8);
  if (!header) return tl::unexpected(header.error());
  if (!header->is_object()) return core::failure(core::ErrorCode::Malformed, "a frame of the preview");
  Frame frame{std::move(header->get_object()),
              m_data.mid(kLengths + static_cast<qsizetype>(headerSize), static_cast<qsizetype>(byteCount))};
  m_data.remove(0, whole);
  return std::optional<Frame>(std::move(frame));
}

} // namespace madoguchi::app::preview
