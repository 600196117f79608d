// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "sync/action.h"
#include "sync/http/exchange.h"
#include "sync/http/serveraddress.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace madoguchi::sync::http {

/// What the log may know of a request: no query, no body, no token.
struct RequestRecord {
  std::string requestId;
  std::string method;
  std::string path;
  int status = 0;
  std::string error; ///< code by name, where no answer came
  qint64 milliseconds = 0;
};

/// Talks to one server over HTTPS. TLS 1.2 or newer with the system's trust or one pinned certificate, no
/// redirects. Each request is answered once, by its handler, in the thread in which the transport lives.
class Transport : public QObject {
  Q_OBJECT

public:
  using Replied = std::function<void(HttpReply&&)>;
  using Observer = std::function<void(const RequestRecord&)>;
  using Moved = std::function<void(const Transfer&)>;

  Transport(ServerAddress address, Observer observer, QObject* parent = nullptr);
  ~Transport() override;

  /// Of the session; empty: none.
  void setToken(std::string token) { m_token = std::move(token); }
  /// Whose cache asks: told with each request, so that a revoked one is told to go.
  void setCache(const core::DeviceId& device, const core::UserId& user) {
    m_cache = device.value + ' ' + user.value;
  }

  /// Is told how far documents are, a few times a second at most, and of each when it has ended.
  void setMoved(Moved moved) { m_moved = std::move(moved); }

  void send(const HttpRequest& request, Replied replied);
  /// Its handler is not called any more.
  void cancel(RequestNumber request);
  void cancelAll();

  /// Errors: WrongCredentials, TooManyAttempts, AccountDisabled, Offline, TlsFailed, Timeout, ServerFailed.
  void signIn(const protocol::SignIn& message, std::function<void(core::Result<protocol::Session>)> done);
  /// Ends the session on the server; whether it arrives is nobody's concern.
  void signOut();
  /// Errors: NotPermitted, DateOutOfBounds, NoSuchUser, Offline ….
  void recordAbsence(const core::AttendanceChange& change, std::function<void(core::Result<void>)> done);
  /// Files that were sealed beside a cache that is lost; the server opens and applies them.
  void recover(const protocol::SealedRun& run, std::function<void(core::Result<protocol::Recovered>)> done);
  /// The whole content, its hash checked; piece by piece, so that one that was cut goes on from there when it
  /// is asked for again; several may be under way, and one that is asked for twice comes once. Errors:
  /// NotFound, NotPermitted, Offline, FileBroken ….
  void download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done);

  /// A part of what lies at a target, by range; whatever is not exactly that (but for a refusal) is an error.
  void fetchPart(const std::string& target, std::int64_t from, std::int64_t length, Replied replied);

private:
  using Downloaded = std::function<void(core::Result<std::string>)>;
  struct Download {
    std::string bytes;               ///< those that came, from the beginning on
    std::vector<Downloaded> waiting; ///< empty: it was cut, and nobody asked for it again
    std::uint64_t begun = 0;         ///< the order in which they began
  };
  void downloadNext(const core::BlobId& blob);
  void downloadPart(const core::BlobId& blob, HttpReply&& answer);
  void downloadEnds(const core::BlobId& blob, const core::Error& error);
  void dropOldDownloads();
  void tell(const Transfer& transfer);
  Exchange* start(const HttpRequest& request, Exchange::Limits limits, Replied replied);
  [[nodiscard]] QNetworkReply* begin(const HttpRequest& request, const QNetworkRequest& prepared);
  [[nodiscard]] QNetworkRequest prepare(const HttpRequest& request, const QByteArray& requestId) const;

  ServerAddress m_address;
  Observer m_observer;
  std::string m_token;
  std::string m_cache;
  QNetworkAccessManager m_network;
  std::map<RequestNumber, Exchange*> m_running;
  std::map<core::BlobId, Download> m_downloads; ///< under way, and the last few that were cut
  std::uint64_t m_lastDownload = 0;
  Moved m_moved;
  std::map<core::BlobId, QElapsedTimer> m_told; ///< when it was told of each the last time
};

} // namespace madoguchi::sync::http
