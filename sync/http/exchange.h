// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/feedcodec.h"
#include "sync/event.h"
#include "sync/http/bodydecoder.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

class QNetworkReply;
class QSslError;

namespace madoguchi::sync::http {

/// One request on its way: reads the answer as it comes, within limits, and hands it over once. Deletes
/// itself afterwards. Thread of the transport.
class Exchange : public QObject {
  Q_OBJECT

public:
  struct Limits {
    bool isFeed = false;
    std::size_t bodyBytes = 0; ///< of anything but a feed
  };
  using Handler = std::function<void(HttpReply&&)>;

  /// Takes over `reply`. `pinned` as in ServerAddress.
  Exchange(QNetworkReply* reply, Limits limits, QByteArray pinned, Handler handler, QObject* parent);
  ~Exchange() override;

  /// The handler is not called any more.
  void cancel();

Q_SIGNALS:
  /// Of the body, and of the answer; so far.
  void sent(qint64 bytes);
  void received(qint64 bytes);

private:
  void checkErrors(const QList<QSslError>& errors);
  void checkCertificate();
  [[nodiscard]] bool isPinnedCertificate() const;
  void readOn();
  /// Unpacked bytes; false: enough.
  [[nodiscard]] bool take(std::string_view bytes);
  [[nodiscard]] bool isCut() const;
  void finish();
  void giveUp(core::Error error);
  [[nodiscard]] std::optional<core::Error> failureOf() const;
  void takeHeaders(HttpReply& answer) const;

  QNetworkReply* m_reply;
  Limits m_limits;
  QByteArray m_pinned;
  Handler m_handler;
  std::vector<core::FeedItem> m_items;
  std::optional<protocol::FeedReader> m_reader;
  std::unique_ptr<BodyDecoder> m_decoder; ///< from the first bytes on
  bool m_mayHaveLeft = false;             ///< bytes of the request, on whichever connection
  qint64 m_received = 0;                  ///< bytes, as packed
  std::string m_body;
  std::size_t m_feedBytes = 0;
  std::optional<core::Error> m_error; ///< why we gave up
};

} // namespace madoguchi::sync::http
