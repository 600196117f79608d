// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/s3listing.h"

#include <charconv>
#include <expat.h>
#include <memory>

namespace madoguchi::server {

namespace {

struct Reader {
  S3Listing listing;
  std::vector<std::string> path; ///< open elements
  std::string text;
  bool isTruncated = false;
  bool isListing = false;
  bool isBroken = false;
};

void opened(void* context, const char* name, const char** /*attributes*/) {
  auto& reader = *static_cast<Reader*>(context);
  reader.path.emplace_back(name);
  reader.text.clear();
  if (reader.path.size() == 1) reader.isListing = reader.path.front() == "ListBucketResult";
  if (reader.path.size() == 2 && reader.path.back() == "Contents") reader.listing.objects.emplace_back();
}

void said(void* context, const char* text, int length) {
  static_cast<Reader*>(context)->text.append(text, static_cast<std::size_t>(length));
}

void closed(void* context, const char* /*name*/) {
  auto& reader = *static_cast<Reader*>(context);
  const std::string name = reader.path.back();
  const std::string& text = reader.text;
  const bool isInObject = reader.path.size() == 3 && reader.path[1] == "Contents";
  if (isInObject && name == "Key") reader.listing.objects.back().name = text;
  if (isInObject && name == "Size") {
    auto& size = reader.listing.objects.back().size;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    reader.isBroken = reader.isBroken || error != std::errc() || end != text.data() + text.size();
  }
  if (isInObject && name == "LastModified") {
    const auto at = core::parseInstant(text);
    reader.isBroken = reader.isBroken || !at;
    if (at) reader.listing.objects.back().at = *at;
  }
  if (reader.path.size() == 2 && name == "IsTruncated") reader.isTruncated = text == "true";
  if (reader.path.size() == 2 && name == "NextContinuationToken") reader.listing.next = text;
  reader.path.pop_back();
  reader.text.clear();
}

} // namespace

core::Result<S3Listing> S3Listing::parse(std::string_view xml) {
  Reader reader;
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                            &XML_ParserFree);
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(parser.get(), &opened, &closed);
  XML_SetCharacterDataHandler(parser.get(), &said);
  const bool read = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
  if (!read || !reader.isListing || reader.isBroken || (reader.isTruncated && reader.listing.next.empty()))
    return core::failure(core::ErrorCode::StorageFailed, "blobs: the S3 store's list cannot be read");
  if (!reader.isTruncated) reader.listing.next.clear();
  return std::move(reader.listing);
}

} // namespace madoguchi::server
