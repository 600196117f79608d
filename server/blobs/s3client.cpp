// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/s3client.h"

#include "core/base/hash.h"

#include <curl/curl.h>
#include <sys/stat.h>

#include <algorithm>
#include <thread>
#include <unistd.h>

namespace madoguchi::server {

namespace {

constexpr long kConnectMillis = 5'000;
constexpr long kSlowSeconds = 20; ///< below kSlowBytes a second for so long is a broken line
constexpr long kSlowBytes = 1'000;
constexpr long kTotalSeconds = 120;
constexpr std::size_t kRefusalBytes = 64UL * 1024; ///< what a store may say of a refusal, always
constexpr int kTries = 3;
constexpr std::chrono::milliseconds kPause{200}; ///< before the second try; four times that before the third

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// The body of one answer, and that of the request as it goes out.
struct Transfer {
  const S3Request& request;
  std::size_t sent = 0;
  std::string body;
  bool tooLong = false;
};

std::size_t takeBody(char* bytes, std::size_t, std::size_t length, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  transfer.tooLong = transfer.body.size() + length > std::max(transfer.request.most, kRefusalBytes);
  if (transfer.tooLong) return 0;
  transfer.body.append(bytes, length);
  return length;
}

std::size_t giveBody(char* bytes, std::size_t, std::size_t most, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  if (transfer.request.file >= 0) {
    const ssize_t got = ::pread(transfer.request.file, bytes, most, static_cast<off_t>(transfer.sent));
    if (got < 0) return CURL_READFUNC_ABORT;
    transfer.sent += static_cast<std::size_t>(got);
    return static_cast<std::size_t>(got);
  }
  const std::string_view left = transfer.request.body.substr(transfer.sent, most);
  std::copy(left.begin(), left.end(), bytes);
  transfer.sent += left.size();
  return left.size();
}

std::string hostOf(const std::string& endpoint) {
  return endpoint.substr(endpoint.find("://") + 3);
}

bool isOfThisMachine(const std::string& endpoint) {
  const std::string host = hostOf(endpoint);
  for (const std::string own : {"127.0.0.1", "localhost", "[::1]"})
    if (host == own || host.starts_with(own + ":")) return true;
  return false;
}

/// "AccessDenied" of an answer that begins <Error><Code>AccessDenied</Code>.
std::string codeIn(const std::string& body) {
  constexpr std::string_view kOpen = "<Code>";
  const auto begin = body.find(kOpen);
  const auto end = body.find("</Code>");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return body.substr(begin + kOpen.size(), end - begin - kOpen.size());
}

tl::unexpected<core::Error> refused(const S3Reply& reply) {
  constexpr int kFull = 507;
  const std::string code = codeIn(reply.body);
  return core::failure(reply.status == kFull ? core::ErrorCode::StorageFull : core::ErrorCode::StorageFailed,
                       "blobs: the S3 store answers " + std::to_string(reply.status) +
                           (code.empty() ? "" : " " + code));
}

} // namespace

core::Result<S3Options> S3Options::parse(const std::string& url) {
  const auto wrong = [](const char* why) { return core::failure(core::ErrorCode::InvalidArgument, why); };
  const bool isPlain = url.starts_with("http://");
  if (!isPlain && !url.starts_with("https://"))
    return wrong("the place of blobs is https://HOST[:PORT]/BUCKET[/PREFIX]");
  const auto slash = url.find('/', url.find("://") + 3);
  S3Options options;
  options.endpoint = url.substr(0, slash);
  if (options.endpoint.find_first_of("@?# ") != std::string::npos)
    return wrong("the place of blobs holds no credentials, query or blank");
  if (isPlain && !isOfThisMachine(options.endpoint)) return wrong("blobs go over https to another machine");
  const std::string rest = slash == std::string::npos ? std::string() : url.substr(slash + 1);
  options.bucket = rest.substr(0, rest.find('/'));
  if (options.bucket.empty()) return wrong("the place of blobs names no bucket");
  if (options.bucket.size() < rest.size()) options.prefix = rest.substr(options.bucket.size() + 1);
  if (!options.prefix.empty() && options.prefix.back() != '/') options.prefix += '/';
  return options;
}

struct S3Client::Line {
  Line() : handle(curl_easy_init()) {}
  ~Line() { curl_easy_cleanup(handle); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  CURL* handle;
};

/// A line for the time of a request.
class S3Client::Lent {
public:
  explicit Lent(S3Client& client) : m_client(client) {
    const std::lock_guard lock(m_client.m_mutex);
    if (m_client.m_idle.empty()) {
      m_line = std::make_unique<Line>();
      return;
    }
    m_line = std::move(m_client.m_idle.back());
    m_client.m_idle.pop_back();
  }
  ~Lent() {
    const std::lock_guard lock(m_client.m_mutex);
    m_client.m_idle.push_back(std::move(m_line));
  }
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;
  [[nodiscard]] Line& line() { return *m_line; }

private:
  S3Client& m_client;
  std::unique_ptr<Line> m_line;
};

S3Client::S3Client(S3Options options, Clock clock)
    : m_options(std::move(options)), m_clock(std::move(clock)) {
  // Counts its calls, and may be called by several threads since 7.84.
  curl_global_init(CURL_GLOBAL_DEFAULT);
}

S3Client::~S3Client() {
  m_idle.clear();
  curl_global_cleanup();
}

std::vector<std::string> S3Client::headersOf(const S3Request& request, const std::string& path) const {
  AwsRequest signedParts{request.method, path, request.query, {}, {}};
  signedParts.payloadHash = request.hash.empty() ? core::sha256Hex(request.body) : request.hash;
  signedParts.headers = {{"host", hostOf(m_options.endpoint)},
                         {"x-amz-content-sha256", signedParts.payloadHash},
                         {"x-amz-date", awsDate(m_clock())}};
  if (!request.range.empty()) signedParts.headers["range"] = request.range;
  const std::string authorization =
      awsAuthorization(signedParts, m_options.credentials, m_options.region, "s3");
  std::vector<std::string> lines;
  for (const auto& [name, value] : signedParts.headers)
    lines.push_back(name + ": " + value);
  lines.push_back("Authorization: " + authorization);
  // A PUT does not wait for "100 Continue", and says nothing of a type.
  lines.insert(lines.end(), {"Expect:", "Content-Type:", "Transfer-Encoding:"});
  return lines;
}

core::Result<S3Reply> S3Client::tryOnce(Line& line, const S3Request& request) const {
  CURL* curl = line.handle;
  curl_easy_reset(curl); // keeps the connection
  const std::string path =
      "/" + awsEncoded(m_options.bucket, false) +
      (request.name.empty() ? "" : "/" + awsEncoded(m_options.prefix + request.name, true));
  const std::string url =
      m_options.endpoint + path + (request.query.empty() ? "" : "?" + awsQuery(request.query));
  HeaderList headers(nullptr, &curl_slist_free_all);
  for (const std::string& header : headersOf(request, path))
    headers.reset(curl_slist_append(headers.release(), header.c_str()));
  Transfer transfer{request, 0, {}, false};
  const bool isPlain = url.starts_with("http://");
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, isPlain ? "http" : "https");
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  if (isPlain) curl_easy_setopt(curl, CURLOPT_PROXY, ""); // of this machine
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!m_options.authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, m_options.authorities.c_str());
  curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, kConnectMillis);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, kTotalSeconds);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &takeBody);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  if (request.method == "HEAD") curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  if (request.method == "DELETE") curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "DELETE");
  if (request.method == "PUT") {
    struct stat file {};
    if (request.file >= 0 && ::fstat(request.file, &file) != 0)
      return core::failure(core::ErrorCode::StorageFailed, "blobs: a gathered file");
    const auto length = request.file >= 0 ? file.st_size : static_cast<off_t>(request.body.size());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &giveBody);
    curl_easy_setopt(curl, CURLOPT_READDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(length));
  }
  const CURLcode code = curl_easy_perform(curl);
  if (transfer.tooLong)
    return core::failure(core::ErrorCode::StorageFailed, "blobs: the S3 store's answer is over the limit");
  if (code != CURLE_OK)
    return core::failure(core::ErrorCode::StorageFailed,
                         std::string("blobs: the S3 store: ") + curl_easy_strerror(code));
  long status = 0;
  curl_off_t length = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
  return S3Reply{static_cast<int>(status), std::move(transfer.body),
                 static_cast<std::uint64_t>(std::max<curl_off_t>(length, 0))};
}

core::Result<S3Reply> S3Client::send(const S3Request& request) {
  constexpr int kServerError = 500;
  constexpr int kNotFound = 404;
  Lent lent(*this);
  core::Result<S3Reply> reply = tryOnce(lent.line(), request);
  auto pause = kPause;
  for (int tries = 1; tries < kTries && (!reply || reply->status >= kServerError); ++tries) {
    std::this_thread::sleep_for(pause);
    pause *= 4;
    reply = tryOnce(lent.line(), request);
  }
  if (!reply) return reply;
  const bool isGood = reply->status >= 200 && reply->status < 300;
  if (isGood || (reply->status == kNotFound && codeIn(reply->body) != "NoSuchBucket")) return reply;
  return refused(*reply);
}

} // namespace madoguchi::server
