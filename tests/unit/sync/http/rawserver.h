// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslServer>
#include <QTemporaryDir>

#include <functional>

class QSslSocket;

namespace madoguchi::tests {

/// A TLS server that answers each request with bytes of the test's choice, true HTTP or not. Its certificate
/// is made for the test.
class RawServer : public QObject {
  Q_OBJECT

public:
  /// The whole request; what it returns is sent, then `hangUp` ends the connection.
  using Answer = std::function<QByteArray(const QByteArray& request)>;

  RawServer();

  [[nodiscard]] QString url() const;
  [[nodiscard]] QString fingerprint() const { return m_fingerprint; }

  /// Nobody can connect any more; who is connected stays so.
  void stopListening() { m_server.close(); }

  Answer answer;
  bool hangUp = true;
  QList<QByteArray> requests;

private:
  void accept();
  void read(QSslSocket* socket, QByteArray& received);

  QTemporaryDir m_folder;
  QSslServer m_server;
  QString m_fingerprint;
};

} // namespace madoguchi::tests
