// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/previewanswer.h"

#include <algorithm>

namespace madoguchi::app {

namespace json = core::json;

namespace {

using Failure = models::PageSource::Failure;

constexpr qint64 kLongestSide = 32768; ///< of a picture, in pixels
constexpr double kMost = 1e6;          ///< points of a side, and pages

std::optional<double> numberOf(const json::value& value) {
  if (value.is_double()) return value.get_double();
  if (value.is_int64()) return static_cast<double>(value.get_int64());
  return std::nullopt;
}

/// Rows of exactly `count` numbers each; nullopt for anything else.
std::optional<std::vector<std::vector<double>>> rowsOf(const json::value* value, std::size_t count) {
  if (value == nullptr || !value->is_array()) return std::nullopt;
  std::vector<std::vector<double>> rows;
  for (const json::value& item : value->get_array()) {
    if (!item.is_array() || item.get_array().size() != count) return std::nullopt;
    std::vector<double> row;
    for (const json::value& cell : item.get_array()) {
      const auto number = numberOf(cell);
      if (!number) return std::nullopt;
      row.push_back(*number);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

qint64 integerOf(const json::object& header, const char* key) {
  const json::value* value = header.if_contains(key);
  return value != nullptr && value->is_int64() ? value->get_int64() : -1;
}

} // namespace

std::optional<quint64> requestIn(const preview::Frame& answer) {
  const qint64 id = integerOf(answer.header, "id");
  return id < 0 ? std::nullopt : std::optional(static_cast<quint64>(id));
}

std::optional<Failure> failureIn(const preview::Frame& answer) {
  const qint64 failure = integerOf(answer.header, "failure");
  if (failure < 0) return std::nullopt;
  return failure <= static_cast<int>(Failure::Stopped) ? static_cast<Failure>(failure) : Failure::Broken;
}

std::optional<QList<QSizeF>> pagesIn(const preview::Frame& answer) {
  const auto rows = rowsOf(answer.header.if_contains("pages"), 2);
  if (!rows || rows->empty()) return std::nullopt;
  QList<QSizeF> pages;
  for (const auto& row : *rows) {
    if (row[0] < 1 || row[1] < 1 || row[0] >= kMost || row[1] >= kMost) return std::nullopt;
    pages << QSizeF(row[0], row[1]);
  }
  return pages;
}

std::optional<QImage> pictureIn(const preview::Frame& answer) {
  const qint64 width = integerOf(answer.header, "width"), height = integerOf(answer.header, "height");
  if (width < 1 || height < 1 || width > kLongestSide || height > kLongestSide ||
      answer.bytes.size() != width * height * 4)
    return std::nullopt;
  return QImage(reinterpret_cast<const uchar*>(answer.bytes.constData()), static_cast<int>(width),
                static_cast<int>(height), QImage::Format_RGB32)
      .copy();
}

std::optional<QList<models::PageHit>> hitsIn(const preview::Frame& answer) {
  const auto rows = rowsOf(answer.header.if_contains("hits"), 5);
  if (!rows) return std::nullopt;
  QList<models::PageHit> hits;
  for (const auto& row : *rows)
    hits << models::PageHit{static_cast<int>(std::clamp(row[0], 0.0, kMost)),
                            {row[1], row[2], row[3], row[4]}};
  return hits;
}

} // namespace madoguchi::app
