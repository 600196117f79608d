// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace madoguchi::generate {

/// A paper that generated cases carry. All cases share a few, so that they take no room.
struct Specimen {
  core::BlobId id;
  std::string name;
  std::string mediaType;
  std::string bytes;
};

struct Specimens {
  std::vector<Specimen> scans;
  Specimen notice;
};

/// One-page PDFs that say they are specimens. The store must take them in before the cases.
[[nodiscard]] Specimens makeSpecimens();

} // namespace madoguchi::generate
