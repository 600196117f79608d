// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/http/rawserver.h"

#include "server/admin/certificate.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <memory>
#include <stdexcept>

namespace madoguchi::tests {

RawServer::RawServer() {
  const QString certificate = m_folder.filePath(QStringLiteral("c.pem"));
  const QString key = m_folder.filePath(QStringLiteral("k.pem"));
  if (!server::makeCertificate(certificate.toStdString(), key.toStdString(), {"127.0.0.1"}))
    throw std::runtime_error("no certificate");
  m_fingerprint = QString::fromStdString(*server::fingerprintOf(certificate.toStdString()));
  QFile keyFile(key);
  if (!keyFile.open(QIODevice::ReadOnly)) throw std::runtime_error("no key");
  auto configuration = QSslConfiguration::defaultConfiguration();
  configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
  configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
  m_server.setSslConfiguration(configuration);
  connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &RawServer::accept);
  if (!m_server.listen(QHostAddress::LocalHost)) throw std::runtime_error("no port");
}

QString RawServer::url() const {
  return QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort());
}

void RawServer::accept() {
  while (auto* socket = qobject_cast<QSslSocket*>(m_server.nextPendingConnection())) {
    const auto received = std::make_shared<QByteArray>();
    connect(socket, &QSslSocket::readyRead, this, [this, socket, received] { read(socket, *received); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
  }
}

void RawServer::read(QSslSocket* socket, QByteArray& received) {
  received += socket->readAll();
  const auto head = received.indexOf("\r\n\r\n");
  if (head < 0) return;
  const QByteArray lower = received.left(head).toLower();
  const auto length = lower.indexOf("content-length: ");
  const auto body = length < 0 ? 0 : lower.mid(length + 16).split('\r').first().toLongLong();
  if (received.size() < head + 4 + body) return;
  requests << received;
  socket->write(answer(received));
  received.clear();
  if (hangUp) socket->disconnectFromHost();
}

} // namespace madoguchi::tests
