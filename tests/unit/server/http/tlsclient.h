// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QSslSocket>

#include <string>

namespace madoguchi::tests {

/// A client that waits: one TLS connection, raw HTTP in, raw HTTP out.
class TlsClient {
public:
  explicit TlsClient(quint16 port, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater) {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(protocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // the certificate is the test's own
    m_socket.setSslConfiguration(configuration);
    m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    m_encrypted = m_socket.waitForEncrypted(kPatience);
  }

  [[nodiscard]] bool isEncrypted() const { return m_encrypted; }
  void send(const std::string& bytes) {
    m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    m_socket.flush();
  }
  /// One whole answer by its Content-Length; empty when the server hung up before.
  [[nodiscard]] std::string answer() {
    for (;;) {
      const auto end = m_received.find("\r\n\r\n");
      if (end != std::string::npos) {
        const std::size_t whole = end + 4 + contentLength(m_received.substr(0, end));
        if (m_received.size() >= whole) {
          std::string one = m_received.substr(0, whole);
          m_received.erase(0, whole);
          return one;
        }
      }
      if (!readMore()) return {};
    }
  }
  std::string ask(const std::string& bytes) {
    send(bytes);
    return answer();
  }
  /// True when the server ends the connection within the patience of the test.
  [[nodiscard]] bool isHungUp() {
    while (readMore()) {
    }
    return m_socket.state() != QAbstractSocket::ConnectedState;
  }
  [[nodiscard]] QSslCertificate certificate() const { return m_socket.peerCertificate(); }

private:
  static constexpr int kPatience = 20'000;

  static std::size_t contentLength(const std::string& header) {
    const auto at = header.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(header.substr(at + 16));
  }
  bool readMore() {
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(kPatience) &&
        m_socket.bytesAvailable() == 0)
      return false;
    m_received += m_socket.readAll().toStdString();
    return true;
  }

  QSslSocket m_socket;
  bool m_encrypted = false;
  std::string m_received;
};

} // namespace madoguchi::tests
