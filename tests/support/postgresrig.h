// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

struct passwd;

#include <memory>
#include <string>

namespace madoguchi::tests {

/// A PostgreSQL cluster of its own in a temporary folder: reached by a Unix socket in it and by nothing else,
/// run by the user `postgres` where the test is root (PostgreSQL refuses root). It dies with the test, also
/// when that crashes. The superuser is `postgres`, without a password. Throws std::runtime_error.
class PostgresRig {
public:
  enum class Disk {
    Careless, ///< no fsync: fast, and good for everything but power failures and measurements
    Durable
  };
  explicit PostgresRig(Disk disk = Disk::Careless);
  ~PostgresRig();
  PostgresRig(const PostgresRig&) = delete;
  PostgresRig& operator=(const PostgresRig&) = delete;

  /// A connection string for libpq; `user` may be any role of the cluster.
  [[nodiscard]] std::string url(const std::string& database, const std::string& user = "postgres") const;
  /// Makes a fresh database, a copy of `source` where one is named, and gives its name.
  [[nodiscard]] std::string makeDatabase(const std::string& source = {});
  void dropDatabase(const std::string& database);
  /// Runs statements without rows.
  void run(const std::string& database, const std::string& sql, const std::string& user = "postgres");
  /// The text in the first row and column; empty where there is none.
  [[nodiscard]] std::string ask(const std::string& database, const std::string& sql);
  /// The folder of initdb, pgbench and the others.
  [[nodiscard]] const std::string& binaries() const { return m_binaries; }
  /// Fills an empty database from a file of pg_dump.
  void restore(const std::string& database, const std::string& file);

  /// The server dies at once, as by a power failure of its machine; `start` lets it recover.
  void kill();
  void start();

  /// Starts a hot standby that follows this server by streaming; once.
  void addStandby();
  void killStandby();
  [[nodiscard]] std::string standbyUrl(const std::string& database,
                                       const std::string& user = "postgres") const;

private:
  void makeCluster();
  [[nodiscard]] pid_t serve(const std::string& data, const std::string& socketFolder);
  [[nodiscard]] pid_t spawn(const passwd* user, const std::string& program, const std::string& arguments,
                            const std::string& notifySocket = {});
  static void waitFor(pid_t child);
  static void stop(pid_t& server);

  std::string m_binaries;
  std::string m_folder;
  Disk m_disk;
  pid_t m_server = 0;
  pid_t m_standby = 0;
  int m_databases = 0;
};

} // namespace madoguchi::tests
