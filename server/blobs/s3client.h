// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/blobs/awssignature.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::server {

/// A bucket of a store that speaks the REST protocol of Amazon S3, with names as paths ("path style").
struct S3Options {
  std::string endpoint; ///< "https://HOST[:PORT]"; http only to this machine
  std::string bucket;
  std::string prefix; ///< before every name; empty, or ends with a slash
  std::string region = "us-east-1";
  AwsCredentials credentials;
  std::string authorities; ///< file of certificates to trust instead of the system's; may be empty

  /// From "https://HOST[:PORT]/BUCKET[/PREFIX]". Errors: InvalidArgument.
  [[nodiscard]] static core::Result<S3Options> parse(const std::string& url);
};

struct S3Request {
  std::string method; ///< GET, HEAD, PUT or DELETE
  std::string name;   ///< of the object, behind the prefix; empty: the bucket
  std::map<std::string, std::string> query = {};
  std::string range = {};     ///< value of the header, or empty
  std::string_view body = {}; ///< of a PUT
  int file = -1;              ///< of a PUT: all of this file instead
  std::string hash = {};      ///< of the file's content, SHA-256
  std::size_t most = 1 << 20; ///< bytes of the answer's body
};

struct S3Reply {
  int status = 0;
  std::string body;
  std::uint64_t length = 0; ///< as the answer states it, also that of HEAD
};

/// Sends signed requests. What fails on the way or with 5xx is tried three times in all. Connections are
/// kept. Thread-safe; each call blocks, no longer than two minutes a try.
class S3Client {
public:
  using Clock = std::function<core::Instant()>;

  S3Client(S3Options options, Clock clock);
  ~S3Client();
  S3Client(const S3Client&) = delete;
  S3Client& operator=(const S3Client&) = delete;

  /// Answers with 2xx or 404. Errors: StorageFull for 507; StorageFailed for anything else, with what the
  /// store says of it.
  [[nodiscard]] core::Result<S3Reply> send(const S3Request& request);
  [[nodiscard]] const S3Options& options() const { return m_options; }

private:
  struct Line; ///< a connection
  class Lent;

  [[nodiscard]] core::Result<S3Reply> tryOnce(Line& line, const S3Request& request) const;
  [[nodiscard]] std::vector<std::string> headersOf(const S3Request& request, const std::string& path) const;

  S3Options m_options;
  Clock m_clock;
  std::mutex m_mutex;
  std::vector<std::unique_ptr<Line>> m_idle;
};

} // namespace madoguchi::server
