// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/certificate.h"

#include "core/base/hash.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace madoguchi::server {

namespace {

constexpr long kDays = 825; // as long as clients still accept
constexpr long kDaySeconds = 86'400;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

tl::unexpected<core::Error> tlsError(const char* what) {
  return core::failure(core::ErrorCode::TlsFailed,
                       std::string(what) + ", openssl " + std::to_string(ERR_get_error()));
}

File createFile(const std::string& path, mode_t mode) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  return {descriptor < 0 ? nullptr : ::fdopen(descriptor, "w"), &std::fclose};
}

bool isAddress(const std::string& host) {
  return host.find_first_not_of("0123456789.") == std::string::npos || host.find(':') != std::string::npos;
}

bool addExtension(X509* certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
      X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()), &X509_EXTENSION_free);
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool fill(X509* certificate, EVP_PKEY* key, const std::vector<std::string>& hosts) {
  std::array<unsigned char, 16> serial{};
  if (RAND_bytes(serial.data(), serial.size()) != 1) return false;
  serial[0] &= 0x7fU; // a serial number is positive (RFC 5280, 4.1.2.2)
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_bin2bn(serial.data(), serial.size(), nullptr),
                                                           &BN_free);
  std::string names = "DNS:localhost,IP:127.0.0.1,IP:::1";
  for (const std::string& host : hosts)
    names += (isAddress(host) ? ",IP:" : ",DNS:") + host;
  X509_NAME* subject = X509_get_subject_name(certificate);
  const auto* name = reinterpret_cast<const unsigned char*>("Madoguchi server");
  return X509_set_version(certificate, X509_VERSION_3) == 1 &&
         BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr &&
         X509_gmtime_adj(X509_getm_notBefore(certificate), -kDaySeconds) != nullptr &&
         X509_gmtime_adj(X509_getm_notAfter(certificate), kDays * kDaySeconds) != nullptr &&
         X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, name, -1, -1, 0) == 1 &&
         X509_set_issuer_name(certificate, subject) == 1 && X509_set_pubkey(certificate, key) == 1 &&
         addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
         addExtension(certificate, NID_key_usage, "critical,digitalSignature") &&
         addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
         addExtension(certificate, NID_subject_alt_name, names) &&
         X509_sign(certificate, key, EVP_sha256()) > 0;
}

} // namespace

core::Result<void> makeCertificate(const std::string& certificateFile, const std::string& keyFile,
                                   const std::vector<std::string>& hosts) {
  const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  const Certificate certificate(X509_new(), &X509_free);
  if (!key || !certificate || !fill(certificate.get(), key.get(), hosts)) return tlsError("certificate");
  File keyOut = createFile(keyFile, 0600);
  if (!keyOut) return core::failure(core::ErrorCode::StorageFailed, "cannot create " + keyFile);
  if (PEM_write_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    return tlsError("key file");
  File certificateOut = createFile(certificateFile, 0644);
  if (!certificateOut)
    return core::failure(core::ErrorCode::StorageFailed, "cannot create " + certificateFile);
  if (PEM_write_X509(certificateOut.get(), certificate.get()) != 1) return tlsError("certificate file");
  return {};
}

core::Result<std::string> fingerprintOf(const std::string& certificateFile) {
  const File file(std::fopen(certificateFile.c_str(), "r"), &std::fclose);
  if (!file) return core::failure(core::ErrorCode::FileUnreadable, certificateFile);
  const Certificate certificate(PEM_read_X509(file.get(), nullptr, nullptr, nullptr), &X509_free);
  if (!certificate) return tlsError("no certificate in the file");
  core::Digest digest{};
  unsigned size = digest.size();
  if (X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1) return tlsError("digest");
  return core::toHex(digest);
}

} // namespace madoguchi::server
