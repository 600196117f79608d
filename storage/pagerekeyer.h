// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/cachefile.h"

#include <cstdint>
#include <memory>
#include <span>

namespace madoguchi::storage {

/// Brings the pages of a file from one raw key under another, as they come, without a database: a third of
/// the work of sqlite3_backup between two files, and on any thread. The format is the one that cachefile.cpp
/// asks of SQLCipher 4 (zetetic.net/sqlcipher/design): pages of 4096 bytes, the last 80 of them the IV and an
/// HMAC-SHA512 of ciphertext, IV and page number; AES-256-CBC; the first 16 bytes of the file are a salt, of
/// which the key of the HMAC is derived.
class PageRekeyer {
public:
  static constexpr std::size_t kPageBytes = 4096;

  PageRekeyer(const CacheKey& from, const CacheKey& to);
  PageRekeyer(const PageRekeyer&) = delete;
  PageRekeyer& operator=(const PageRekeyer&) = delete;
  ~PageRekeyer();

  /// Whole pages in their order, from the first of the file on; in place. Throws Fault: FileBroken where one
  /// is not what was written there under the first key.
  void rekey(std::span<unsigned char> pages);

private:
  struct Side;
  void rekeyPage(unsigned char* page);

  std::unique_ptr<Side> m_from;
  std::unique_ptr<Side> m_to;
  std::uint32_t m_number = 0; ///< of the last page
};

} // namespace madoguchi::storage
