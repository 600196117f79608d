// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hasher.h"

#include <openssl/evp.h>

#include <new>

namespace madoguchi::core {

namespace {

// OpenSSL uses the processor's own instructions: five times as fast as libsodium's portable code, which was
// a tenth of a first sync.
const EVP_MD* sha256Method() {
  static const EVP_MD* const kMethod = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kMethod;
}

} // namespace

void Hasher::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

Hasher::Hasher() : m_context(EVP_MD_CTX_new()) {
  if (!m_context || EVP_DigestInit_ex2(m_context.get(), sha256Method(), nullptr) != 1) throw std::bad_alloc();
}

void Hasher::add(std::string_view bytes) {
  EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
}

Digest Hasher::digest() {
  Digest digest{};
  EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr);
  EVP_DigestInit_ex2(m_context.get(), nullptr, nullptr);
  return digest;
}

} // namespace madoguchi::core
