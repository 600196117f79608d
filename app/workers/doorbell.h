// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>

namespace madoguchi::app {

/// Hears that somebody starts the program once more for a profile that is in use: the desk that runs is shown
/// then, and no second one begins. It listens on a thread of its own, at the place of app/start. Where the
/// session has no such place nothing is ever heard. UI thread.
class Doorbell : public QObject {
  Q_OBJECT

public:
  /// `isUnseen`: nothing of the desk is to be seen, and it makes room for a new version, or for one on
  /// another display, which disturbs nobody then. `wasReplaced`: whether one has been installed since this
  /// program began; asked on the listening thread.
  Doorbell(const QString& profile, bool isUnseen, std::function<bool()> wasReplaced = programWasReplaced,
           QObject* parent = nullptr);
  ~Doorbell() override;

  void setUnseen(bool isUnseen) { m_isUnseen = isUnseen; }
  [[nodiscard]] static bool programWasReplaced();

Q_SIGNALS:
  /// Show the desk; the token lets it come to the front, if there is one.
  void rung(const QByteArray& activationToken);
  /// Another desk of this profile was there first, and has been told to show itself if this one is to be
  /// seen.
  void occupied();
  /// End: who rang waits until this process has ended, and starts another.
  void roomWanted();

private:
  void listen(const std::string& profile);
  void answer(int door);
  [[nodiscard]] std::string replyTo(const std::string& line);

  std::function<bool()> m_wasReplaced;
  std::atomic<bool> m_isUnseen;
  int m_end; ///< an eventfd; readable when the thread is to end
  std::thread m_thread;
};

} // namespace madoguchi::app
