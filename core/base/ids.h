// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <utility>

namespace madoguchi::core {

/// An identifier that cannot be mistaken for one of another kind. Its text is opaque;
/// ids that we make are UUIDv7 (RFC 9562), blobs are named by SHA-256 in lower-case hex.
template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}

  [[nodiscard]] bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
  bool operator==(const Id&) const = default;
};

using CaseId = Id<struct CaseTag>;
using CommandId = Id<struct CommandTag>;
using UserId = Id<struct UserTag>;
using OfficeId = Id<struct OfficeTag>;
using ProcedureId = Id<struct ProcedureTag>;
using DeviceId = Id<struct DeviceTag>;
using BlobId = Id<struct BlobTag>;
using DocumentId = Id<struct DocumentTag>;
using CriterionId = Id<struct CriterionTag>;

} // namespace madoguchi::core

template <class Tag>
struct std::hash<madoguchi::core::Id<Tag>> {
  std::size_t operator()(const madoguchi::core::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
