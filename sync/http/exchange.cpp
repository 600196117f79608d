// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/exchange.h"

#include "protocol/limits.h"

#include <QCryptographicHash>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace madoguchi::sync::http {

namespace {

using core::ErrorCode;

constexpr std::size_t kMaxFeedBytes = 512UL * 1024 * 1024;
constexpr int kOk = 200;

std::optional<std::int64_t> numberIn(const QNetworkReply& reply, const char* header) {
  bool isNumber = false;
  const qlonglong number = reply.rawHeader(header).toLongLong(&isNumber);
  if (!isNumber || number < 0) return {};
  return number;
}

/// Qt numbers what the network did below 100, the proxy below 200, and what the server said above.
bool isStatusError(QNetworkReply::NetworkError error) {
  return error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure &&
         error != QNetworkReply::ProtocolUnknownError &&
         error != QNetworkReply::ProtocolInvalidOperationError;
}

} // namespace

Exchange::Exchange(QNetworkReply* reply, Limits limits, QByteArray pinned, Handler handler, QObject* parent)
    : QObject(parent), m_reply(reply), m_limits(limits), m_pinned(std::move(pinned)),
      m_handler(std::move(handler)) {
  m_reply->setParent(this);
  if (m_limits.isFeed) {
    m_reader.emplace([this](core::FeedItem&& item) -> core::Result<void> {
      m_items.push_back(std::move(item));
      return {};
    });
  }
  connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::checkErrors);
  connect(m_reply, &QNetworkReply::encrypted, this, &Exchange::checkCertificate);
  connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readOn);
  // At its end Qt tells of none of none.
  connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes, qint64 total) {
    m_mayHaveLeft = m_mayHaveLeft || bytes > 0;
    if (total > 0) Q_EMIT sent(bytes);
  });
  // Qt tries anew where a kept connection has been closed: that the last try was refused says nothing of one
  // before it.
  connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_mayHaveLeft = true; });
  connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
}

Exchange::~Exchange() = default;

void Exchange::cancel() {
  m_handler = nullptr;
  m_reply->abort();
}

bool Exchange::isPinnedCertificate() const {
  const auto certificate = m_reply->sslConfiguration().peerCertificate();
  return !m_pinned.isEmpty() && certificate.digest(QCryptographicHash::Sha256) == m_pinned;
}

/// The system does not trust the certificate. It is the pinned one, or the connection fails: nobody is asked.
void Exchange::checkErrors(const QList<QSslError>& errors) {
  if (isPinnedCertificate()) m_reply->ignoreSslErrors(errors);
}

/// Before anything is sent: where a fingerprint is given, the system's trust is not enough.
void Exchange::checkCertificate() {
  if (!m_pinned.isEmpty() && !isPinnedCertificate())
    giveUp({ErrorCode::TlsFailed, "the server's certificate has another fingerprint"});
}

void Exchange::giveUp(core::Error error) {
  if (m_error) return;
  m_error = std::move(error);
  m_reply->abort();
}

void Exchange::readOn() {
  if (m_error) return;
  const QByteArray bytes = m_reply->readAll();
  const std::string_view packed(bytes.data(), static_cast<std::size_t>(bytes.size()));
  m_received += bytes.size();
  if (!m_decoder) m_decoder = BodyDecoder::make(m_reply->rawHeader("Content-Encoding").toStdString());
  if (!m_decoder) return giveUp({ErrorCode::Malformed, "the answer is packed in an unknown way"});
  auto unpacked = m_decoder->push(packed, [this](std::string_view piece) { return take(piece); });
  if (!unpacked) return giveUp(unpacked.error());
  Q_EMIT received(m_received);
}

bool Exchange::take(std::string_view bytes) {
  const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  if (m_reader && status == kOk) {
    m_feedBytes += bytes.size();
    if (m_feedBytes > kMaxFeedBytes) {
      giveUp({ErrorCode::TooLarge, "the feed is over the limit"});
    } else if (auto read = m_reader->push(bytes); !read) {
      giveUp(read.error());
    }
    return !m_error;
  }
  const std::size_t limit = m_reader ? protocol::kMaxBodyBytes : m_limits.bodyBytes;
  if (m_body.size() + bytes.size() > limit)
    giveUp({ErrorCode::TooLarge, "the answer is over the limit"});
  else
    m_body.append(bytes);
  return !m_error;
}

/// Fewer bytes than were announced, or a packed stream without its end: the line broke, whatever Qt says.
bool Exchange::isCut() const {
  if (m_reply->operation() == QNetworkAccessManager::HeadOperation) return false;
  const auto announced = numberIn(*m_reply, "Content-Length");
  if (announced && m_received < *announced) return true;
  return m_received > 0 && m_decoder && !m_decoder->isAtEnd();
}

std::optional<core::Error> Exchange::failureOf() const {
  const auto error = m_reply->error();
  if (m_error) return m_error;
  const bool isAnswered = error == QNetworkReply::NoError || isStatusError(error);
  if (isAnswered && isCut()) return core::Error{ErrorCode::Offline, "the answer was cut"};
  if (error == QNetworkReply::NoError) return {};
  const std::string detail = "network error " + std::to_string(error);
  if (isStatusError(error)) {
    // With a good status it is the content that Qt could not read.
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 300 ? std::nullopt : std::optional(core::Error{ErrorCode::Malformed, detail});
  }
  if (error == QNetworkReply::SslHandshakeFailedError) return core::Error{ErrorCode::TlsFailed, detail};
  // Nobody else cancels: it is the transfer's time that is over.
  if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError)
    return core::Error{ErrorCode::Timeout, detail};
  return core::Error{ErrorCode::Offline, detail};
}

void Exchange::takeHeaders(HttpReply& answer) const {
  answer.uploadOffset = numberIn(*m_reply, "Upload-Offset");
  answer.uploadLength = numberIn(*m_reply, "Upload-Length");
  if (const auto seconds = numberIn(*m_reply, "Retry-After"))
    answer.retryAfter = std::chrono::seconds(std::min<std::int64_t>(*seconds, 24L * 60 * 60));
}

void Exchange::finish() {
  deleteLater();
  if (!m_handler) return;
  if (!m_error && m_reply->bytesAvailable() > 0) readOn();
  HttpReply answer;
  answer.error = failureOf();
  const bool isUnconnected = m_reply->error() == QNetworkReply::ConnectionRefusedError ||
                             m_reply->error() == QNetworkReply::HostNotFoundError;
  answer.neverLeft = answer.error && isUnconnected && !m_mayHaveLeft;
  const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  if (!answer.error && m_reader && status == kOk) {
    if (auto complete = m_reader->finish(); !complete) answer.error = complete.error();
  }
  if (!answer.error) {
    answer.status = status;
    answer.items = std::move(m_items);
    answer.body = std::move(m_body);
    takeHeaders(answer);
  }
  const auto handler = std::exchange(m_handler, nullptr);
  handler(std::move(answer));
}

} // namespace madoguchi::sync::http
