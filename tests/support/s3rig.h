// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/blobs/s3client.h"

#include <QProcess>
#include <QTemporaryDir>

#include <string>

namespace madoguchi::tests {

/// An S3 server from npm (tests/support/node), on a free port of this machine. It knows one access key, and
/// does not check signatures of version 4 (awssignaturetest does, against Amazon's examples). Ends with the
/// test.
class S3Rig {
public:
  S3Rig();
  ~S3Rig();

  /// The one bucket, with a prefix of the test's own; credentials are right.
  [[nodiscard]] server::S3Options options(const std::string& prefix = {}) const;
  /// "http://127.0.0.1:PORT/BUCKET"
  [[nodiscard]] std::string url() const;
  /// Ends the server; start() brings it back on the same port with what it held.
  void stop();
  void start();

private:
  QTemporaryDir m_folder;
  QProcess m_process;
  QString m_port{QStringLiteral("0")};
};

} // namespace madoguchi::tests
