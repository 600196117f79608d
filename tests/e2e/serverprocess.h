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
  ServerProcess();
  ~ServerProcess();

  /// Runs a verb to its end with `password` in MADOGUCHI_PASSWORD; its output, or nothing where it failed.
  [[nodiscard]] std::optional<QString> run(const QStringList& words, const QString& password = {});
  /// On the port of the first start. True when it listens.
  [[nodiscard]] bool start();
  /// SIGTERM; true when it ended by itself with status 0.
  [[nodiscard]] bool stop();
  void kill();

  [[nodiscard]] QString url() const;
  [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
  /// What each office scope holds, straight from the database.
  [[nodiscard]] std::vector<core::Checkpoint> holdings() const;
  /// Its data folder.
  [[nodiscard]] QString data() const { return m_folder.path() + QStringLiteral("/data"); }

private:

  QTemporaryDir m_folder;
  QString m_fingerprint;
  QString m_port = QStringLiteral("0");
  QProcess m_process;
};

} // namespace madoguchi::tests
