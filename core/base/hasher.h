// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"

#include <memory>
#include <string_view>

struct evp_md_ctx_st;

namespace madoguchi::core {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces. One thread at a time.
class Hasher {
public:
  Hasher();

  void add(std::string_view bytes);
  /// Of all that was added; what is added afterwards begins anew.
  [[nodiscard]] Digest digest();

private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };

  std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace madoguchi::core
