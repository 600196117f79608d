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

namespace madoguchi::sync::http {

namespace {

QByteArray verb(Method method) {
  switch (method) {
  case Method::Get:
    return "GET";
  case Method::Head:
    return "HEAD";
  case Method::Post:
    return "POST";
  case Method::Patch:
    return "PATCH";
  case Method::Delete:
    return "DELETE";
  }
  return {};
}

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
    return m_network.sendCustomRequest(prepared, verb(request.method), bytesOf(request.body));
  // Behind Qt's four bytes of length lies a zlib stream, which HTTP calls deflate (RFC 9110, 8.4.1.2).
  constexpr qsizetype kQtPrefix = 4;
  QNetworkRequest compressed(prepared);
  compressed.setRawHeader("Content-Encoding", "deflate");
  return m_network.sendCustomRequest(compressed, verb(request.method),
                                     qCompress(bytesOf(request.body)).mid(kQtPrefix));
}

Exchange* Transport::start(const HttpRequest& request, Exchange::Limits limits, Replied replied) {
  const QByteArray requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
  const QByteArray method = verb(request.method);
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
  m_running[number] =
      start(request, limits, [this, number, replied = std::move(replied)](HttpReply&& answer) {
        m_running.erase(number);
        answer.request = number;
        replied(std::move(answer));
      });
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

void Transport::download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done) {
  if (!m_partial || m_partial->blob != blob) m_partial = Partial{blob, {}};
  downloadNext(std::move(done));
}

void Transport::downloadNext(std::function<void(core::Result<std::string>)> done) {
  const core::BlobId blob = m_partial->blob;
  const std::size_t from = m_partial->bytes.size();
  const std::string range = "bytes=" + std::to_string(from) + '-' + std::to_string(from + kDownloadPiece - 1);
  start({.target = blobTarget(blob), .headers = {{"Range", range}}}, {false, protocol::kMaxBlobBytes},
        [this, blob, from, done = std::move(done)](HttpReply&& answer) {
          constexpr int kPart = 206;
          constexpr int kNotFound = 404;
          constexpr int kNothingThere = 416; // behind the end
          const auto verdict = judge(answer);
          if (answer.status == kNotFound)
            return done(core::failure(core::ErrorCode::NotFound, "the server has no such content"));
          if (verdict.outcome != Outcome::Done && answer.status != kNothingThere)
            return done(tl::unexpected(verdict.error));
          // Another download has begun meanwhile: this one has nothing to go on with.
          if (!m_partial || m_partial->blob != blob || m_partial->bytes.size() != from)
            return done(core::failure(core::ErrorCode::Cancelled, "another content was asked for"));
          if (answer.status == kPart)
            m_partial->bytes += answer.body;
          else if (answer.status != kNothingThere)
            m_partial->bytes = std::move(answer.body);
          const bool more = answer.status == kPart && answer.body.size() == kDownloadPiece;
          if (more && m_partial->bytes.size() < protocol::kMaxBlobBytes) return downloadNext(done);
          std::string whole = std::move(m_partial->bytes);
          m_partial.reset();
          if (core::sha256Hex(whole) != blob.value)
            return done(core::failure(core::ErrorCode::FileBroken, "the content has another hash"));
          done(std::move(whole));
        });
}

} // namespace madoguchi::sync::http
