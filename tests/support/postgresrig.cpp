// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresrig.h"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <grp.h>
#include <libpq-fe.h>
#include <poll.h>
#include <pwd.h>
#include <stdexcept>
#include <unistd.h>
#include <vector>

namespace madoguchi::tests {

namespace {

constexpr int kReadyMillis = 30'000;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("PostgreSQL rig: " + what);
}

// The newest installed version.
std::string binariesFolder() {
  std::filesystem::path newest;
  int greatest = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", error)) {
    const int version = std::atoi(entry.path().filename().c_str());
    if (version > greatest && std::filesystem::exists(entry.path() / "bin/initdb")) {
      greatest = version;
      newest = entry.path() / "bin";
    }
  }
  if (greatest < 15) fail("PostgreSQL 15 or newer is not installed");
  return newest.string();
}

const passwd* unprivileged() {
  if (::geteuid() != 0) return nullptr;
  const passwd* user = ::getpwnam("postgres");
  if (user == nullptr) fail("there is no user postgres to run it as");
  return user;
}

// Between fork and exec: only what POSIX allows there.
[[noreturn]] void become(const passwd* user, const std::vector<char*>& arguments,
                         const std::vector<char*>& environment, int log) {
  if (user != nullptr &&
      (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
    ::_exit(126);
  // After setuid, which clears it: the server goes at once when the test goes.
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  ::execve(arguments.front(), arguments.data(), environment.data());
  ::_exit(127);
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> wordsOf(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin) words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// The socket on which a server says READY=1 (sd_notify), so that nobody has to ask again and again.
class ReadySocket {
public:
  explicit ReadySocket(const std::string& path) : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    std::filesystem::remove(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    if (::bind(m_socket, static_cast<const sockaddr*>(static_cast<const void*>(&address)), sizeof(address)) !=
        0)
      fail("no socket at " + path);
    std::filesystem::permissions(path, std::filesystem::perms::all);
  }
  ~ReadySocket() { ::close(m_socket); }
  ReadySocket(const ReadySocket&) = delete;
  ReadySocket& operator=(const ReadySocket&) = delete;

  [[nodiscard]] bool wait() const {
    std::array<char, 4096> text{};
    pollfd one{m_socket, POLLIN, 0};
    while (::poll(&one, 1, kReadyMillis) > 0) {
      const auto length = ::recv(m_socket, text.data(), text.size(), 0);
      if (length > 0 &&
          std::string(text.data(), static_cast<std::size_t>(length)).find("READY=1") != std::string::npos)
        return true;
    }
    return false;
  }

private:
  int m_socket;
};

class Session {
public:
  explicit Session(const std::string& url) : m_connection(PQconnectdb(url.c_str()), &PQfinish) {
    if (PQstatus(m_connection.get()) != CONNECTION_OK) fail(PQerrorMessage(m_connection.get()));
  }
  std::string run(const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(m_connection.get(), sql.c_str()),
                                                               &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(PQerrorMessage(m_connection.get()));
    return PQntuples(result.get()) > 0 ? std::string(PQgetvalue(result.get(), 0, 0)) : std::string();
  }

private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

} // namespace

PostgresRig::PostgresRig(Disk disk) : m_binaries(binariesFolder()), m_disk(disk) {
  // Short, because the path of a Unix socket may have 107 bytes. Durable ones lie on a real disk.
  std::string pattern = disk == Disk::Durable ? "/var/tmp/madoguchi-pg-XXXXXX" : "/tmp/madoguchi-pg-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) fail("no temporary folder");
  m_folder = pattern;
  try {
    makeCluster();
    start();
  } catch (...) {
    std::filesystem::remove_all(m_folder);
    throw;
  }
}

PostgresRig::~PostgresRig() {
  killStandby();
  kill();
  std::error_code error;
  std::filesystem::remove_all(m_folder, error);
}

void PostgresRig::makeCluster() {
  if (const passwd* user = unprivileged(); user != nullptr)
    if (::chown(m_folder.c_str(), user->pw_uid, user->pw_gid) != 0) fail("chown");
  waitFor(
      spawn(unprivileged(), "initdb", "-D " + m_folder + "/data -N -A trust -U postgres -E UTF8 --locale=C"));
}

pid_t PostgresRig::spawn(const passwd* user, const std::string& program, const std::string& arguments,
                         const std::string& notifySocket) {
  std::vector<std::string> words{m_binaries + "/" + program};
  for (auto& word : wordsOf(arguments))
    words.push_back(std::move(word));
  std::vector<std::string> variables{"PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"};
  if (!notifySocket.empty()) variables.push_back("NOTIFY_SOCKET=" + notifySocket);
  const auto argumentPointers = pointersTo(words);
  const auto variablePointers = pointersTo(variables);
  const int log = ::open((m_folder + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  const pid_t child = ::fork();
  if (child < 0) fail("fork");
  if (child == 0) become(user, argumentPointers, variablePointers, log);
  ::close(log);
  return child;
}

void PostgresRig::waitFor(pid_t child) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
    fail("a program failed");
}

pid_t PostgresRig::serve(const std::string& data, const std::string& socketFolder) {
  const ReadySocket ready(m_folder + "/ready");
  std::string arguments = "-D " + data + " -k " + socketFolder +
                          " -c listen_addresses= -c max_connections=60 -c shared_buffers=128MB"
                          " -c log_min_messages=fatal -c autovacuum_naptime=5s";
  arguments += m_disk == Disk::Careless ? " -c fsync=off -c full_page_writes=off"
                                        : " -c wal_compression=lz4 -c max_wal_size=4GB";
  const pid_t server = spawn(unprivileged(), "postgres", arguments, m_folder + "/ready");
  if (!ready.wait()) fail("the server did not start");
  return server;
}

void PostgresRig::start() {
  m_server = serve(m_folder + "/data", m_folder);
}

void PostgresRig::addStandby() {
  waitFor(spawn(unprivileged(), "pg_basebackup",
                "-D " + m_folder + "/standby -R -X stream -c fast -U postgres -h " + m_folder));
  const std::string sockets = m_folder + "/s";
  std::filesystem::create_directory(sockets);
  if (const passwd* user = unprivileged(); user != nullptr)
    if (::chown(sockets.c_str(), user->pw_uid, user->pw_gid) != 0) fail("chown");
  m_standby = serve(m_folder + "/standby", sockets);
}

void PostgresRig::killStandby() {
  stop(m_standby);
}

std::string PostgresRig::standbyUrl(const std::string& database, const std::string& user) const {
  return "host=" + m_folder + "/s dbname=" + database + " user=" + user;
}

void PostgresRig::kill() {
  stop(m_server);
}

void PostgresRig::stop(pid_t& server) {
  if (server == 0) return;
  ::kill(server, SIGQUIT);
  ::waitpid(server, nullptr, 0);
  server = 0;
}

std::string PostgresRig::url(const std::string& database, const std::string& user) const {
  return "host=" + m_folder + " dbname=" + database + " user=" + user;
}

std::string PostgresRig::makeDatabase(const std::string& source) {
  const std::string name = "test" + std::to_string(++m_databases);
  Session(url("postgres"))
      .run("CREATE DATABASE " + name + (source.empty() ? "" : " TEMPLATE " + source + " STRATEGY file_copy"));
  return name;
}

void PostgresRig::dropDatabase(const std::string& database) {
  Session(url("postgres")).run("DROP DATABASE " + database + " WITH (FORCE)");
}

void PostgresRig::run(const std::string& database, const std::string& sql, const std::string& user) {
  (void)Session(url(database, user)).run(sql);
}

std::string PostgresRig::ask(const std::string& database, const std::string& sql) {
  return Session(url(database)).run(sql);
}

void PostgresRig::restore(const std::string& database, const std::string& file) {
  waitFor(
      spawn(nullptr, "pg_restore",
            "--exit-on-error --host " + m_folder + " --username postgres --dbname " + database + " " + file));
}

} // namespace madoguchi::tests
