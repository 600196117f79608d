// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pagerekeyer.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <algorithm>
#include <sodium.h>

namespace madoguchi::storage {

namespace {

constexpr std::size_t kSalt = 16;
constexpr std::size_t kIv = 16;
constexpr std::size_t kMac = 64;
constexpr std::size_t kIvAt = PageRekeyer::kPageBytes - kIv - kMac;
constexpr std::size_t kMacAt = kIvAt + kIv;
constexpr std::uint32_t kFirst = 1;
// SQLite locks by the byte at 1 GB, and leaves the page around it unwritten (fileformat2, 1.4).
constexpr std::uint32_t kLockPage = 0x4000'0000U / PageRekeyer::kPageBytes + 1;

using Mac = std::array<unsigned char, kMac>;

void require(int done) {
  if (done != 1) fail(core::ErrorCode::Internal, "the cipher does not work");
}

/// The key of the pages' HMAC, as SQLCipher derives it: two rounds of PBKDF2 over a masked salt.
CacheKey macKeyOf(const CacheKey& key, const unsigned char* salt) {
  constexpr unsigned char kMask = 0x3a;
  constexpr int kRounds = 2;
  std::array<unsigned char, kSalt> masked{};
  std::transform(salt, salt + kSalt, masked.begin(),
                 [](unsigned char byte) { return static_cast<unsigned char>(byte ^ kMask); });
  CacheKey derived{};
  require(PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(key.data()), static_cast<int>(key.size()),
                            masked.data(), static_cast<int>(masked.size()), kRounds, EVP_sha512(),
                            static_cast<int>(derived.size()), derived.data()));
  return derived;
}

} // namespace

/// A cipher and an HMAC under one key.
struct PageRekeyer::Side {
  explicit Side(const CacheKey& cacheKey)
      : key(cacheKey), cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free), mac(nullptr, EVP_MAC_CTX_free) {
    EVP_MAC* hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    mac.reset(EVP_MAC_CTX_new(hmac));
    EVP_MAC_free(hmac);
    require(cipher && mac ? 1 : 0);
  }
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;
  ~Side() { sodium_memzero(key.data(), key.size()); }

  void begin(const unsigned char* salt, bool encrypts) {
    CacheKey macKey = macKeyOf(key, salt);
    std::array<char, sizeof("SHA512")> digest{"SHA512"};
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    require(EVP_MAC_init(mac.get(), macKey.data(), macKey.size(), parameters.data()));
    sodium_memzero(macKey.data(), macKey.size());
    require(EVP_CipherInit_ex(cipher.get(), EVP_aes_256_cbc(), nullptr, key.data(), nullptr, encrypts));
  }
  [[nodiscard]] Mac macOf(std::span<const unsigned char> bytes, std::uint32_t number) const {
    const std::array<unsigned char, 4> little{
        static_cast<unsigned char>(number), static_cast<unsigned char>(number >> 8U),
        static_cast<unsigned char>(number >> 16U), static_cast<unsigned char>(number >> 24U)};
    Mac made{};
    std::size_t length = 0;
    require(EVP_MAC_init(mac.get(), nullptr, 0, nullptr));
    require(EVP_MAC_update(mac.get(), bytes.data(), bytes.size()));
    require(EVP_MAC_update(mac.get(), little.data(), little.size()));
    require(EVP_MAC_final(mac.get(), made.data(), &length, made.size()));
    return made;
  }
  /// Whole blocks, in place.
  void run(std::span<unsigned char> bytes, const unsigned char* iv) const {
    int length = 0;
    require(EVP_CipherInit_ex(cipher.get(), nullptr, nullptr, nullptr, iv, -1));
    require(EVP_CIPHER_CTX_set_padding(cipher.get(), 0));
    require(
        EVP_CipherUpdate(cipher.get(), bytes.data(), &length, bytes.data(), static_cast<int>(bytes.size())));
  }

  CacheKey key;
  std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> cipher;
  std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> mac;
};

PageRekeyer::PageRekeyer(const CacheKey& from, const CacheKey& to)
    : m_from(std::make_unique<Side>(from)), m_to(std::make_unique<Side>(to)) {}

PageRekeyer::~PageRekeyer() = default;

void PageRekeyer::rekey(std::span<unsigned char> pages) {
  for (std::size_t at = 0; at + kPageBytes <= pages.size(); at += kPageBytes)
    rekeyPage(pages.data() + at);
}

void PageRekeyer::rekeyPage(unsigned char* page) {
  const std::uint32_t number = ++m_number;
  if (number == kLockPage) return std::fill(page, page + kPageBytes, static_cast<unsigned char>(0));
  if (number == kFirst) m_from->begin(page, false);
  const std::size_t begin = number == kFirst ? kSalt : 0;
  const std::span<unsigned char> text(page + begin, kIvAt - begin);
  const std::span<unsigned char> proven(page + begin, kMacAt - begin);
  const Mac is = m_from->macOf(proven, number);
  if (sodium_memcmp(is.data(), page + kMacAt, is.size()) != 0)
    fail(core::ErrorCode::FileBroken, "a page is not what was written under this key");
  m_from->run(text, page + kIvAt);
  if (number == kFirst) {
    randombytes_buf(page, kSalt);
    m_to->begin(page, true);
  }
  randombytes_buf(page + kIvAt, kIv);
  m_to->run(text, page + kIvAt);
  const Mac made = m_to->macOf(proven, number);
  std::copy(made.begin(), made.end(), page + kMacAt);
}

} // namespace madoguchi::storage
