// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace madoguchi::tests {

/// The real server as a process of its own, on loopback, with a data folder that goes away with it. Failures
/// of its verbs end the test through `ok`.
class ServerProcess {
public:
  ServerProcess() : ServerProcess(QString()) {}
  /// On PostgreSQL by a connection string (empty: the embedded store). A `sibling` answers for the same
  /// bureau behind a load balancer: it shares certificate and blobs.
  explicit ServerProcess(QString database, const ServerProcess* sibling = nullptr);
  ~ServerProcess();

  /// Runs a verb to its end with `password` in MADOGUCHI_PASSWORD, on the data folder if it takes one; its
  /// output, or nothing where it failed.
  [[nodiscard]] std::optional<QString> run(const QStringList& words, const QString& password = {},
                                           bool takesData = true);
  /// More of the command line of `serve`, from the next start on.
  void setOptions(const QStringList& options) { m_options = options; }
  /// On the port of the first start. True when it listens.
  [[nodiscard]] bool start();
  /// SIGTERM; true when it ended by itself with status 0.
  [[nodiscard]] bool stop();
  void kill();
  /// From the next start on.
  void setDatabase(const QString& database) { m_database = database; }

  [[nodiscard]] qint64 pid() const { return m_process.processId(); }
  [[nodiscard]] std::uint16_t port() const { return m_port.toUShort(); }
  [[nodiscard]] QString url() const;
  [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
  /// What each office scope holds, straight from the database.
  [[nodiscard]] std::vector<core::Checkpoint> holdings() const;
  /// Its data folder.
  [[nodiscard]] QString data() const { return m_folder.path() + QStringLiteral("/data"); }

private:
  [[nodiscard]] QProcessEnvironment environment(const QString& password) const;

  QString m_database;
  QStringList m_options;
  QTemporaryDir m_folder;
  QString m_fingerprint;
  QString m_port = QStringLiteral("0");
  QProcess m_process;
};

} // namespace madoguchi::tests
