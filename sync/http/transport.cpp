// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/transport.h"

#include "core/base/hash.h"
#include "protocol/limits.h"
#include "sync/target.h"
#include "sync/verdict.h"

#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QUuid>

#include <algorithm>

namespace madoguchi::sync::http {

namespace {

constexpr std::size_t kDownloadPiece = 4UL * 1024 * 1024;

/// A document's chunk mostly is compressed already.
bool isWorthCompressing(const HttpRequest& request) {
  constexpr std::size_t kSmall = 1024;
  return request.method == Method::Post && request.body.size() >= kSmall;
}

QByteArray bytesOf(std::string_view text) {
  return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

Transport::Transport(ServerAddress address, Observer observer, QObject* parent)
    : QObject(parent), m_address(std::move(address)), m_observer(std::move(observer)), m_network(this) {
  m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Transport::~Transport() {
  cancelAll();
}

QNetworkRequest Transport::prepare(const HttpRequest& request, const QByteArray& requestId) const {
  // The target is encoded already; only QUrl's tolerant mode would encode it again.
  QUrl url = QUrl::fromEncoded(m_address.url.toEncoded() + bytesOf(request.target), QUrl::StrictMode);
  QNetworkRequest prepared(url);
  prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
  prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  prepared.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(request.timeout).count()));
  auto tls = prepared.sslConfiguration();
  tls.setProtocol(QSsl::TlsV1_2OrLater);
  prepared.setSslConfiguration(tls);
  prepared.setRawHeader("User-Agent", "madoguchi");
  prepared.setRawHeader("Madoguchi-Protocol", QByteArray::number(protocol::kProtocol));
  prepared.setRawHeader("Madoguchi-Schema", QByteArray::number(protocol::kSchema));
  prepared.setRawHeader("X-Request-Id", requestId);
  prepared.setRawHeader("Accept-Encoding", BodyDecoder::kAccepted); // told so, Qt leaves the unpacking to us
  if (!m_cache.empty()) prepared.setRawHeader("Madoguchi-Cache", bytesOf(m_cache));
  if (!m_token.empty()) prepared.setRawHeader("Authorization", "Bearer " + bytesOf(m_token));
  if (!request.body.empty()) {
    const bool isChunk = request.method == Method::Patch;
    prepared.setRawHeader("Content-Type", isChunk ? "application/offset+octet-stream" : "application/json");
  }
  for (const auto& [name, value] : request.headers)
    prepared.setRawHeader(bytesOf(name), bytesOf(value));
  return prepared;
}

QNetworkReply* Transport::begin(const HttpRequest& request, const QNetworkRequest& prepared) {
  // Qt knows of head() that no body follows, and of get() that it may be sent again where a kept connection
  // turns out to be closed.
  if (request.method == Method::Head) return m_network.head(prepared);
  if (request.method == Method::Get) return m_network.get(prepared);
  if (!isWorthCompressing(request))
    return m_network.sendCustomRequest(prepared, nameOf(request.method), bytesOf(request.body));
  // Behind Qt's four bytes of length lies a zlib stream, which HTTP calls deflate (RFC 9110, 8.4.1.2).
  constexpr qsizetype kQtPrefix = 4;
  QNetworkRequest compressed(prepared);
  compressed.setRawHeader("Content-Encoding", "deflate");
  return m_network.sendCustomRequest(compressed, nameOf(request.method),
                                     qCompress(bytesOf(request.body)).mid(kQtPrefix));
}

Exchange* Transport::start(const HttpRequest& request, Exchange::Limits limits, Replied replied) {
  const QByteArray requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
  const QByteArray method = nameOf(request.method);
  auto* reply = begin(request, prepare(request, requestId));
  RequestRecord record{requestId.toStdString(),
                       method.toStdString(),
                       request.target.substr(0, request.target.find('?')),
                       0,
                       {},
                       0};
  QElapsedTimer clock;
  clock.start();
  return new Exchange(
      reply, limits, m_address.pinned,
      [this, record = std::move(record), clock, replied = std::move(replied)](HttpReply&& answer) mutable {
        record.status = answer.status;
        record.milliseconds = clock.elapsed();
        if (answer.error) record.error = core::toText(answer.error->code);
        if (m_observer) m_observer(record);
        replied(std::move(answer));
      },
      this);
}

void Transport::send(const HttpRequest& request, Replied replied) {
  const RequestNumber number = request.request;
  const Exchange::Limits limits{request.answer == Answer::Feed, protocol::kMaxBodyBytes};
  auto* exchange = start(request, limits, [this, number, replied = std::move(replied)](HttpReply&& answer) {
    m_running.erase(number);
    answer.request = number;
    replied(std::move(answer));
  });
  m_running[number] = exchange;
  if (request.upload)
    connect(exchange, &Exchange::sent, this, [this, begun = *request.upload](qint64 bytes) {
      const std::int64_t done = begun.done + bytes;
      tell({begun.blob, done, begun.total, done >= begun.total});
    });
}

void Transport::tell(const Transfer& transfer) {
  constexpr qint64 kBetween = 250; ///< milliseconds
  if (!m_moved) return;
  if (transfer.ended) {
    m_told.erase(transfer.blob);
    return m_moved(transfer);
  }
  QElapsedTimer& told = m_told[transfer.blob];
  if (told.isValid() && !told.hasExpired(kBetween)) return;
  told.start();
  m_moved(transfer);
}

void Transport::cancel(RequestNumber request) {
  const auto found = m_running.find(request);
  if (found == m_running.end()) return;
  auto* exchange = found->second;
  m_running.erase(found);
  exchange->cancel();
}

void Transport::cancelAll() {
  while (!m_running.empty())
    cancel(m_running.begin()->first);
}

void Transport::signIn(const protocol::SignIn& message,
                       std::function<void(core::Result<protocol::Session>)> done) {
  HttpRequest request{.method = Method::Post, .target = "/v1/session", .body = protocol::encode(message)};
  start(request, {false, protocol::kMaxBodyBytes}, [done = std::move(done)](HttpReply&& answer) {
    auto verdict = judge(answer);
    if (verdict.outcome == Outcome::Done) return done(protocol::decode<protocol::Session>(answer.body));
    // Here 401 speaks of the password, not of a session that has ended.
    const auto problem = protocol::decode<protocol::Problem>(answer.body);
    if (verdict.outcome == Outcome::SignInNeeded && verdict.error.code == core::ErrorCode::NotSignedIn) {
      const bool named = problem && !problem->code.empty();
      verdict.error.code = named ? core::errorCodeFrom(problem->code) : core::ErrorCode::WrongCredentials;
    }
    done(tl::unexpected(verdict.error));
  });
}

void Transport::signOut() {
  if (m_token.empty()) return;
  start({.method = Method::Delete, .target = "/v1/session"}, {false, protocol::kMaxBodyBytes},
        [](HttpReply&&) {});
  m_token.clear();
}

void Transport::recordAbsence(const core::AttendanceChange& change,
                              std::function<void(core::Result<void>)> done) {
  start({.method = Method::Post, .target = "/v1/attendance", .body = protocol::encode(change)},
        {false, protocol::kMaxBodyBytes}, [done = std::move(done)](HttpReply&& answer) {
          auto verdict = judge(answer);
          if (verdict.outcome == Outcome::Done) return done({});
          done(tl::unexpected(verdict.error));
        });
}

void Transport::recover(const protocol::SealedRun& run,
                        std::function<void(core::Result<protocol::Recovered>)> done) {
  start({.method = Method::Post, .target = "/v1/recovery", .body = protocol::encode(run)},
        {false, protocol::kMaxBodyBytes}, [done = std::move(done)](HttpReply&& answer) {
          const auto verdict = judge(answer);
          if (verdict.outcome != Outcome::Done) return done(tl::unexpected(verdict.error));
          done(protocol::decode<protocol::Recovered>(answer.body));
        });
}

void Transport::download(const core::BlobId& blob, Downloaded done) {
  Download& download = m_downloads[blob];
  download.waiting.push_back(std::move(done));
  if (download.waiting.size() > 1) return;
  download.begun = ++m_lastDownload;
  dropOldDownloads();
  downloadNext(blob);
}

void Transport::dropOldDownloads() {
  constexpr std::ptrdiff_t kMostCut = 3;
  const auto isCut = [](const auto& entry) { return entry.second.waiting.empty(); };
  while (std::count_if(m_downloads.begin(), m_downloads.end(), isCut) > kMostCut) {
    auto oldest = m_downloads.end();
    for (auto one = m_downloads.begin(); one != m_downloads.end(); ++one)
      if (isCut(*one) && (oldest == m_downloads.end() || one->second.begun < oldest->second.begun))
        oldest = one;
    m_downloads.erase(oldest);
  }
}

void Transport::downloadNext(const core::BlobId& blob) {
  const std::size_t from = m_downloads.at(blob).bytes.size();
  const std::string range = "bytes=" + std::to_string(from) + '-' + std::to_string(from + kDownloadPiece - 1);
  auto* exchange =
      start({.target = blobTarget(blob), .headers = {{"Range", range}}}, {false, protocol::kMaxBlobBytes},
            [this, blob](HttpReply&& answer) { downloadPart(blob, std::move(answer)); });
  connect(exchange, &Exchange::received, this, [this, blob, from](qint64 bytes) {
    tell({blob, static_cast<std::int64_t>(from) + bytes});
  });
}

void Transport::downloadPart(const core::BlobId& blob, HttpReply&& answer) {
  constexpr int kPart = 206;
  constexpr int kNotFound = 404;
  constexpr int kNothingThere = 416; // behind the end
  const auto verdict = judge(answer);
  if (answer.status == kNotFound)
    return downloadEnds(blob, {core::ErrorCode::NotFound, "the server has no such content"});
  if (verdict.outcome != Outcome::Done && answer.status != kNothingThere)
    return downloadEnds(blob, verdict.error);
  Download& download = m_downloads.at(blob);
  if (answer.status == kPart)
    download.bytes += answer.body;
  else if (answer.status != kNothingThere)
    download.bytes = std::move(answer.body);
  const bool more = answer.status == kPart && answer.body.size() == kDownloadPiece;
  if (more && download.bytes.size() < protocol::kMaxBlobBytes) return downloadNext(blob);
  const std::string whole = std::exchange(download.bytes, {});
  if (core::sha256Hex(whole) != blob.value)
    return downloadEnds(blob, {core::ErrorCode::FileBroken, "the content has another hash"});
  const auto waiting = std::move(download.waiting);
  m_downloads.erase(blob);
  const auto size = static_cast<std::int64_t>(whole.size());
  tell({blob, size, size, true});
  for (const Downloaded& done : waiting)
    done(whole);
}

void Transport::downloadEnds(const core::BlobId& blob, const core::Error& error) {
  tell({blob, static_cast<std::int64_t>(m_downloads.at(blob).bytes.size()), 0, true});
  for (const Downloaded& done : std::exchange(m_downloads.at(blob).waiting, {}))
    done(tl::unexpected(error));
}

void Transport::fetchPart(const std::string& target, std::int64_t from, std::int64_t length,
                          Replied replied) {
  const std::string range = "bytes=" + std::to_string(from) + '-' + std::to_string(from + length - 1);
  const auto size = static_cast<std::size_t>(length);
  start({.target = target, .headers = {{"Range", range}}}, {false, std::max(size, protocol::kMaxBodyBytes)},
        [size, replied = std::move(replied)](HttpReply&& answer) {
          constexpr int kPart = 206;
          const bool isOther = answer.status >= 200 && answer.status < 300 &&
                               (answer.status != kPart || answer.body.size() != size);
          if (isOther) answer.error = core::Error{core::ErrorCode::Malformed, "another part than asked for"};
          replied(std::move(answer));
        });
}

} // namespace madoguchi::sync::http
