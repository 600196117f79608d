// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/screenreaderbus.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace madoguchi::tests {

/// A session as on a desktop, and a screen reader in it: a display (Xvfb), a session bus, and the
/// accessibility bus that D-Bus starts by at-spi2-core's service file. Nothing is shared with the session
/// around it, and all of it ends with this object, or with the process of the test, however that ends.
class ScreenReaderRig {
public:
  ScreenReaderRig() = default;
  ~ScreenReaderRig();

  /// False, with a warning that says why, where a part does not start.
  [[nodiscard]] bool start();
  /// The real desk on a fresh profile, without a server: it shows the page to sign in.
  void startDesk(const QString& language);
  void stopDesk();
  [[nodiscard]] bool isDeskRunning() const { return m_desk && m_desk->state() == QProcess::Running; }

  /// Gives the keyboard to the desk's uppermost window, as a window manager does. False where there is none
  /// yet.
  [[nodiscard]] bool activateTopWindow();
  /// A key as from a keyboard, in xdotool's words: "Tab", "ctrl+comma".
  [[nodiscard]] bool press(const QString& key);

  [[nodiscard]] ScreenReaderBus& bus() { return *m_bus; }

private:
  [[nodiscard]] QProcessEnvironment environment() const;
  [[nodiscard]] std::unique_ptr<QProcess> launch(const QString& program, const QStringList& arguments);
  /// Its first line; empty where it ends without.
  [[nodiscard]] static QString firstLine(QProcess& process);
  /// Its output; nothing where it failed.
  [[nodiscard]] std::optional<QString> xdotool(const QStringList& words);

  QTemporaryDir m_folder;
  QString m_display;
  QString m_session; ///< address of the session bus
  std::unique_ptr<QProcess> m_xvfb, m_daemon, m_desk;
  std::unique_ptr<ScreenReaderBus> m_bus;
};

} // namespace madoguchi::tests
