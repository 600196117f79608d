// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/doorbell.h"

#include "app/start/doorbellplace.h"
#include "app/start/ring.h"

#include <QFileInfo>

#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/socket.h>

#include <poll.h>
#include <unistd.h>

namespace madoguchi::app {

namespace {

constexpr int kPatienceMillis = 1'000; ///< with one who connects and says nothing
constexpr std::size_t kMostBytes = 4'096;

bool isReadable(int file, int millis) {
  pollfd waiting{file, POLLIN, 0};
  return poll(&waiting, 1, millis) > 0;
}

std::string lineFrom(int door) {
  std::string line;
  char byte = 0;
  while (line.size() < kMostBytes && isReadable(door, kPatienceMillis) && read(door, &byte, 1) == 1)
    if (byte == '\n')
      return line;
    else
      line += byte;
  return {};
}

/// Bound to the place, which nobody else has: the lock says so, for a socket outlives who died with it.
int openDoor(const sockaddr_un& address, int& lock) {
  const std::string path = address.sun_path;
  lock = open((path + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0) return -1;
  unlink(path.c_str());
  const int door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto* at = reinterpret_cast<const sockaddr*>(&address);
  if (bind(door, at, sizeof address) == 0 && ::listen(door, SOMAXCONN) == 0) return door;
  close(door);
  return -1;
}

} // namespace

bool Doorbell::programWasReplaced() {
  // So the kernel calls a file whose name another one has now (proc(5)).
  return QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget().endsWith(QLatin1String(" (deleted)"));
}

Doorbell::Doorbell(const QString& profile, bool isUnseen, std::function<bool()> wasReplaced, QObject* parent)
    : QObject(parent), m_wasReplaced(std::move(wasReplaced)), m_isUnseen(isUnseen),
      m_end(eventfd(0, EFD_CLOEXEC)), m_thread([this, folder = profile.toStdString()] { listen(folder); }) {}

Doorbell::~Doorbell() {
  eventfd_write(m_end, 1);
  m_thread.join();
  close(m_end);
}

void Doorbell::listen(const std::string& profile) {
  const auto address = doorbellOf(profile);
  if (!address) return;
  int lock = -1;
  const int door = openDoor(*address, lock);
  if (door < 0) {
    if (ring(profile, m_isUnseen ? kBeReady : kOpen, {})) Q_EMIT occupied();
  } else {
    pollfd waiting[] = {{door, POLLIN, 0}, {m_end, POLLIN, 0}};
    while (poll(waiting, 2, -1) >= 0 && waiting[1].revents == 0)
      if (const int visitor = accept4(door, nullptr, nullptr, SOCK_CLOEXEC); visitor >= 0) answer(visitor);
    unlink(address->sun_path);
    close(door);
  }
  if (lock >= 0) close(lock);
}

void Doorbell::answer(int door) {
  const std::string reply = replyTo(lineFrom(door)) + '\n';
  const bool isSent = send(door, reply.data(), reply.size(), MSG_NOSIGNAL) > 0;
  // Left open otherwise: who rang waits until it ends with this process.
  if (!isSent || reply != std::string(kLeaving) + '\n') close(door);
}

std::string Doorbell::replyTo(const std::string& line) {
  const QByteArrayList words = QByteArray::fromStdString(line).split(' ');
  const bool opens = words.front() == kOpen;
  const bool makesRoom = words.front() == kMakeRoom;
  if (words.size() != 3 || !(opens || makesRoom || words.front() == kBeReady)) return {};
  const bool isElsewhere = opens && words[1] != displayOfSession().c_str();
  if (m_isUnseen && (makesRoom || isElsewhere || m_wasReplaced())) {
    Q_EMIT roomWanted();
    return kLeaving;
  }
  if (isElsewhere) return kElsewhere;
  if (opens) Q_EMIT rung(words[2]);
  return kHere;
}

} // namespace madoguchi::app
