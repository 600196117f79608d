// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QProcess>
#include <QString>
#include <QStringList>

namespace madoguchi::tests {

/// Where the programs of this build lie.
[[nodiscard]] QString program(const char* name);

/// What a program that has ended left behind.
struct Ended {
  int exitCode = -1;
  QByteArray output;
  QByteArray errors;
  /// The output as JSON; null where it is none.
  [[nodiscard]] core::json::value json() const;
  /// For messages of tests.
  [[nodiscard]] QByteArray all() const { return QByteArray::number(exitCode) + ": " + output + errors; }
};

/// Runs to the end, at most a minute. `environment` adds to ours.
[[nodiscard]] Ended runProgram(const QString& path, const QStringList& arguments,
                               const QMap<QString, QString>& environment = {});

/// The real server on the loopback with generated cases. Everybody's password is kPassword.
class ServerProgram {
public:
  static constexpr const char* kPassword = "correct-horse-battery";

  /// Makes the data; start() serves it.
  ServerProgram(const QString& folder, int cases);
  ~ServerProgram();

  [[nodiscard]] bool start();
  /// As a power cut does.
  void kill();
  /// Asks it to end, and waits.
  [[nodiscard]] bool stop();

  [[nodiscard]] QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_port); }
  [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
  [[nodiscard]] Ended run(const QStringList& words) const;

private:
  QString m_data;
  QString m_fingerprint;
  int m_port = 0; ///< 0 before the first start: any free one
  QProcess m_process;
};

/// madoguchi-cli with a profile of its own.
class CliProgram {
public:
  CliProgram(const ServerProgram& server, const QString& profile) : m_server(server), m_profile(profile) {}

  [[nodiscard]] Ended run(const QStringList& words) const;
  /// The same with --json, which must succeed.
  [[nodiscard]] core::json::value json(const QStringList& words) const;
  [[nodiscard]] bool signIn(const QString& login) const;
  [[nodiscard]] bool sync() const;

private:
  const ServerProgram& m_server;
  QString m_profile;
};

} // namespace madoguchi::tests
