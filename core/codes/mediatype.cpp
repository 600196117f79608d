// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/mediatype.h"

#include <algorithm>
#include <array>
#include <utility>

namespace madoguchi::core {

namespace {

using Kind = std::pair<std::string_view, std::string_view>;

constexpr std::array kKinds{
    // Scans and pictures: the preview shows these.
    Kind{"pdf", "application/pdf"},
    Kind{"png", "image/png"},
    Kind{"jpg", "image/jpeg"},
    Kind{"jpeg", "image/jpeg"},
    Kind{"jpe", "image/jpeg"},
    Kind{"tif", "image/tiff"},
    Kind{"tiff", "image/tiff"},
    Kind{"gif", "image/gif"},
    Kind{"bmp", "image/bmp"},
    Kind{"webp", "image/webp"},
    Kind{"svg", "image/svg+xml"},
    Kind{"heic", "image/heic"},
    Kind{"heif", "image/heif"},
    // Plain texts.
    Kind{"txt", "text/plain"},
    Kind{"text", "text/plain"},
    Kind{"log", "text/plain"},
    Kind{"csv", "text/csv"},
    Kind{"tsv", "text/tab-separated-values"},
    Kind{"md", "text/markdown"},
    Kind{"htm", "text/html"},
    Kind{"html", "text/html"},
    Kind{"xml", "application/xml"},
    Kind{"json", "application/json"},
    // What offices write with.
    Kind{"rtf", "application/rtf"},
    Kind{"doc", "application/msword"},
    Kind{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Kind{"xls", "application/vnd.ms-excel"},
    Kind{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Kind{"ppt", "application/vnd.ms-powerpoint"},
    Kind{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    Kind{"odt", "application/vnd.oasis.opendocument.text"},
    Kind{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    Kind{"odp", "application/vnd.oasis.opendocument.presentation"},
    Kind{"xdw", "application/vnd.fujixerox.docuworks"},
    Kind{"xbd", "application/vnd.fujixerox.docuworks.binder"},
    // Mail, and what holds files.
    Kind{"eml", "message/rfc822"},
    Kind{"msg", "application/vnd.ms-outlook"},
    Kind{"zip", "application/zip"},
};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

std::string_view mediaTypeOf(std::string_view fileName) {
  const std::size_t dot = fileName.rfind('.');
  const std::string_view ending = dot == std::string_view::npos ? "" : fileName.substr(dot + 1);
  for (const auto& [known, type] : kKinds)
    if (std::equal(known.begin(), known.end(), ending.begin(), ending.end(),
                   [](char one, char other) { return one == lower(other); }))
      return type;
  return "application/octet-stream";
}

bool isPlainText(std::string_view mediaType) {
  return mediaType.substr(0, 5) == "text/" || mediaType == "application/json" ||
         mediaType == "application/xml";
}

} // namespace madoguchi::core
