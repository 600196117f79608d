// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/options.h"
#include "app/desk/systemlook.h"
#include "app/workers/sessionkeeper.h"
#include "models/desk.h"
#include "ui/basics/language.h"
#include "ui/basics/theme.h"

#include <QObject>

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

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  Application(DeskOptions options, std::unique_ptr<ProfileFolder> profiles, std::unique_ptr<KeyStore> keys,
              const sync::http::ServerAddress& address, core::AppealTexts appealTexts);

  void showSession();
  void openDesk();
  void closeDesk();
  /// Makes the window anew: after signing in or out, in another language or look.
  void showWindow();
  [[nodiscard]] ui::Look look() const;
  [[nodiscard]] QString language() const;
  void remember(const QString& key, const QString& value);

  DeskOptions m_options;
  std::unique_ptr<ProfileFolder> m_profiles;
  std::unique_ptr<KeyStore> m_keys;
  SessionKeeper m_session;
  SystemLook m_systemLook;
  ui::Language m_language;
  std::unique_ptr<ui::Theme> m_theme;
  // Of the user who is signed in, in this order; they go in the other.
  std::unique_ptr<StoredPreferences> m_preferences;
  std::vector<std::unique_ptr<models::CaseSource>> m_sources;
  std::unique_ptr<models::Desk> m_desk;
  std::unique_ptr<QWidget> m_window;
};

} // namespace madoguchi::app
