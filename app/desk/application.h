// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/idlelock.h"
#include "app/desk/notifier.h"
#include "app/desk/opendesk.h"
#include "app/desk/options.h"
#include "app/desk/practicedesk.h"
#include "app/desk/systemlook.h"
#include "app/workers/doorbell.h"
#include "app/workers/paperworker.h"
#include "app/workers/postalworker.h"
#include "app/workers/sessionkeeper.h"
#include "ui/basics/language.h"
#include "ui/basics/theme.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

class QWidget;

namespace madoguchi::app {

/// The composition root of the desk: wires workers, models and windows, and exchanges them when somebody
/// signs in or out, or wants another language or look. UI thread.
class Application : public QObject {
  Q_OBJECT

public:
  /// Errors: InvalidArgument (no server known), StorageFailed, FileUnreadable, FileBroken.
  [[nodiscard]] static core::Result<std::unique_ptr<Application>> make(const DeskOptions& options);
  ~Application() override;

  void start();

Q_SIGNALS:
  /// The program is to end.
  void ended();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  Application(DeskOptions options, std::unique_ptr<ProfileFolder> profiles, std::unique_ptr<KeyStore> keys,
              const sync::http::ServerAddress& address, core::AppealTexts appealTexts);

  void showSession();
  void openDesk();
  void closeDesk();
  /// Saves what is typed in it.
  void commitWindow();
  /// Makes the window anew: after signing in or out, in another language or look.
  void showWindow();
  /// While a profile is being opened: what the first window needs and does not depend on the user.
  void prepareWindow();
  [[nodiscard]] ui::Look look() const;
  [[nodiscard]] QString language() const;
  void remember(const QString& key, const QString& value);
  /// By whoever is there, else by the command line's option; empty: by nobody.
  [[nodiscard]] QString chosen(const QString& key, const QString& option) const;
  [[nodiscard]] QString userFile(const core::UserId& user, const QString& name) const;
  // The practice office takes the place of the window, and gives it back as it was left.
  void practise();
  void showPractice();
  void leavePractice();
  /// Puts the sign-in page over the desk, of which nothing is to be seen until its user is there again.
  void lock();
  void unlock();
  void dropLockPage();
  // Closed, the desk may stay: unseen, in touch with the server, and there at once when it is wanted.
  [[nodiscard]] bool staysReady() const;
  /// The user has closed the window.
  void closed();
  void quit();
  void hide();
  /// Somebody started the program once more.
  void comeForth(const QByteArray& activationToken);
  /// The user has clicked the notification.
  void openNoticed(const QByteArray& activationToken);
  /// Not into a dialog or a practice that is under way.
  void go(const Notifier::Goal& goal);
  void show(QWidget& window) const;

  DeskOptions m_options;
  std::unique_ptr<ProfileFolder> m_profiles;
  std::unique_ptr<KeyStore> m_keys;
  core::AppealTexts m_appealTexts;
  SessionKeeper m_session;
  SystemLook m_systemLook;
  ui::Language m_language;
  std::unique_ptr<ui::Theme> m_theme;
  PostalWorker m_postal{PostalWorker::installedFile()};
  PaperWorker m_printer;
  const CommonPorts m_common{m_postal, m_printer};
  DesktopNotice m_notice;
  // Of the user who is signed in, in this order; they go in the other.
  std::unique_ptr<OpenDesk> m_desk;
  std::unique_ptr<models::DeskNews> m_news;
  std::unique_ptr<Notifier> m_notifier;
  std::unique_ptr<QWidget> m_window;
  std::unique_ptr<QWidget> m_lockPage;
  std::vector<QPointer<QWidget>> m_behind;  ///< windows that are hidden while somebody practises
  std::unique_ptr<PracticeDesk> m_practice; ///< while somebody practises; the other window is hidden then
  IdleLock m_idle;
  bool m_isUnseen;
  Doorbell m_doorbell;
  std::optional<Notifier::Goal> m_goal; ///< as soon as the desk is unlocked
  bool m_windowDue = false;             ///< to be made anew as soon as it may be seen
};

} // namespace madoguchi::app
