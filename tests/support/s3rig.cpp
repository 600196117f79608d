// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/s3rig.h"

#include <QRegularExpression>

#include <sys/prctl.h>

#include <csignal>

namespace madoguchi::tests {

namespace {

constexpr int kPatienceMillis = 60'000; ///< until a server that hangs fails the test

} // namespace

S3Rig::S3Rig() {
  start();
}

S3Rig::~S3Rig() {
  stop();
}

void S3Rig::stop() {
  m_process.kill();
  m_process.waitForFinished(kPatienceMillis);
}

void S3Rig::start() {
  // Also when the test crashes.
  m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
  m_process.setProcessChannelMode(QProcess::MergedChannels);
  m_process.start(QStringLiteral("node"),
                  {QStringLiteral(MADOGUCHI_NODE_TOOLS "/node_modules/s3rver/bin/s3rver.js"),
                   QStringLiteral("--directory"), m_folder.path(), QStringLiteral("--address"),
                   QStringLiteral("127.0.0.1"), QStringLiteral("--port"), m_port,
                   QStringLiteral("--no-vhost-buckets"), QStringLiteral("--configure-bucket"),
                   QStringLiteral("documents")});
  QByteArray said;
  static const QRegularExpression listening(QStringLiteral("listening on [^ ]*:([0-9]+)"));
  QRegularExpressionMatch match;
  while (!match.hasMatch()) {
    if (!m_process.waitForReadyRead(kPatienceMillis)) qFatal("no S3 server: %s", said.constData());
    said += m_process.readAll();
    match = listening.match(QString::fromUtf8(said));
  }
  m_port = match.captured(1);
}

std::string S3Rig::url() const {
  return "http://127.0.0.1:" + m_port.toStdString() + "/documents";
}

server::S3Options S3Rig::options(const std::string& prefix) const {
  auto options = server::S3Options::parse(url() + "/" + prefix);
  if (!options) qFatal("%s", options.error().detail.c_str());
  options->credentials = {"S3RVER", "S3RVER"};
  return *options;
}

} // namespace madoguchi::tests
