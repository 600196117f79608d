// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/application.h"

#include "app/profile/demonstrationkeystore.h"
#include "app/profile/log.h"
#include "app/profile/systemkeystore.h"
#include "app/workers/stamp.h"
#include "ui/basics/icons.h"
#include "ui/window/mainwindow.h"
#include "ui/work/signinpage.h"

#include <QApplication>
#include <QEvent>
#include <QFile>

namespace madoguchi::app {

namespace {

constexpr std::chrono::minutes kIdle{10};

core::Result<core::AppealTexts> appealTexts() {
  QFile file(QStringLiteral(":/notices/appeal.json"));
  if (!file.open(QIODevice::ReadOnly)) return core::failure(core::ErrorCode::FileUnreadable, "appeal.json");
  return core::readAppealTexts(file.readAll().toStdString());
}

} // namespace

core::Result<std::unique_ptr<Application>> Application::make(const DeskOptions& options) {
  auto profiles = ProfileFolder::open(options.profile);
  if (!profiles) return tl::unexpected(profiles.error());
  if (auto log = startLog((*profiles)->logFolder().toStdString()); !log) return tl::unexpected(log.error());
  const QString server = options.server.isEmpty() ? (*profiles)->server() : options.server;
  const QString known = options.server.isEmpty() ? (*profiles)->fingerprint() : QString();
  const QString fingerprint = options.fingerprint.isEmpty() ? known : options.fingerprint;
  if (server.isEmpty())
    return core::failure(core::ErrorCode::InvalidArgument, "name the server once with --server https://…");
  auto address = sync::http::parseServerAddress(server.toStdString(), fingerprint.toStdString());
  if (!address) return tl::unexpected(address.error());
  (*profiles)->setServer(server, fingerprint);
  auto texts = appealTexts();
  if (!texts) return tl::unexpected(texts.error());
  std::unique_ptr<KeyStore> keys;
  if (options.demonstrationKeyStore)
    keys = std::make_unique<DemonstrationKeyStore>((*profiles)->path() + QStringLiteral("/keys"));
  else
    keys = std::make_unique<SystemKeyStore>();
  return std::unique_ptr<Application>(
      new Application(options, std::move(*profiles), std::move(keys), *address, std::move(*texts)));
}

Application::Application(DeskOptions options, std::unique_ptr<ProfileFolder> profiles,
                         std::unique_ptr<KeyStore> keys, const sync::http::ServerAddress& address,
                         core::AppealTexts appealTexts)
    : m_options(std::move(options)), m_profiles(std::move(profiles)), m_keys(std::move(keys)),
      m_session(*m_profiles, *m_keys, address, {std::move(appealTexts), true, m_options.login, true}),
      m_idle(kIdle) {
  connect(&m_idle, &IdleLock::idle, this, &Application::lock);
  connect(&m_session, &SessionKeeper::confirmed, this, &Application::unlock);
  connect(&m_session, &SessionKeeper::stateChanged, this, &Application::showSession);
  connect(&m_session, &SessionKeeper::closing, this, &Application::closeDesk);
  connect(&m_systemLook, &SystemLook::lookChanged, this, [this] {
    if (m_window) showWindow();
  });
}

Application::~Application() {
  closeDesk();
}

void Application::start() {
  if (!m_options.login.isEmpty() && !m_options.password.isEmpty())
    m_session.signIn(m_options.login, m_options.password);
  else if (m_options.login.isEmpty() || m_options.login == m_profiles->lastLogin())
    m_session.resume();
  showSession();
}

void Application::showSession() {
  const bool signedIn = m_session.state() == models::SessionSource::State::SignedIn;
  if (signedIn == (m_desk != nullptr) && m_window) return;
  if (signedIn)
    openDesk();
  else
    closeDesk();
  showWindow();
}

void Application::openDesk() {
  Client& client = *m_session.client();
  const auto folder = QString::fromStdString(m_profiles->userFolder(client.user()).string());
  m_preferences = std::make_unique<StoredPreferences>(
      folder + QStringLiteral("/desk.ini"), [&store = client.store()](const StoredPreferences::Job& job) {
        store.urgent([job](storage::Cache&) { job(); });
      });
  m_pages = std::make_unique<PreviewPages>();
  m_scanPages = std::make_unique<PreviewPages>();
  m_scans = std::make_unique<ScanFolder>();
  m_scans->watch(m_preferences->value(QStringLiteral("scanFolder"), {}).toString());
  for (int i = 0; i < 5; ++i)
    m_sources.push_back(client.makeCaseSource());
  m_desk = std::make_unique<models::Desk>(models::Ports{*m_sources[0],
                                                        *m_sources[1],
                                                        *m_sources[2],
                                                        *m_sources[3],
                                                        *m_sources[4],
                                                        client.commands(),
                                                        client.absences(),
                                                        client.outbox(),
                                                        client.references(),
                                                        client.status(),
                                                        client.blobs(),
                                                        *m_pages,
                                                        client.journal(),
                                                        client.lists(),
                                                        m_session,
                                                        *m_preferences,
                                                        client.drafts(),
                                                        systemNow,
                                                        [] { return core::DocumentId(newId()); },
                                                        &m_postal,
                                                        m_scans.get(),
                                                        m_scanPages.get()});
  m_notifier = std::make_unique<Notifier>(m_desk->queues, *m_preferences);
}

void Application::lock() {
  if (m_lockPage || !m_desk || !m_window) return;
  m_lockPage =
      std::make_unique<ui::SignInPage>(m_session, *m_theme, nullptr, ui::SignInPage::Purpose::Unlock);
  m_lockPage->setWindowTitle(QStringLiteral("Madoguchi"));
  m_lockPage->setWindowIcon(m_window->windowIcon());
  m_lockPage->setGeometry(m_window->geometry());
  m_lockPage->installEventFilter(this);
  m_lockPage->show();
  m_lockPage->setFocus();
  m_idle.hideAll(m_lockPage.get());
}

void Application::unlock() {
  if (!m_lockPage) return;
  dropLockPage();
  m_idle.showAgain();
  if (m_windowDue) showWindow();
}

/// Not at once: its own click may have brought us here.
void Application::dropLockPage() {
  m_lockPage->hide();
  m_lockPage.release()->deleteLater();
}

void Application::closeDesk() {
  if (m_lockPage) dropLockPage();
  m_window.reset();
  m_notifier.reset();
  m_desk.reset();
  m_sources.clear();
  m_scans.reset();
  m_scanPages.reset();
  m_pages.reset();
  m_preferences.reset();
}

QString Application::language() const {
  if (!m_options.language.isEmpty()) return m_options.language;
  const QString remembered =
      m_preferences ? m_preferences->value(QStringLiteral("language"), {}).toString() : QString();
  return remembered.isEmpty() ? ui::Language::ofSystem() : remembered;
}

ui::Look Application::look() const {
  const QString remembered =
      m_preferences ? m_preferences->value(QStringLiteral("look"), {}).toString() : QString();
  const QString wanted = m_options.look.isEmpty() ? remembered : m_options.look;
  if (wanted == QLatin1String("light")) return ui::Look::Light;
  if (wanted == QLatin1String("dark")) return ui::Look::Dark;
  if (wanted == QLatin1String("contrast")) return ui::Look::HighContrast;
  return m_systemLook.look();
}

void Application::remember(const QString& key, const QString& value) {
  m_preferences->setValue(key, value);
  // What the command line asked for holds until the user asks for something else.
  (key == QLatin1String("language") ? m_options.language : m_options.look) = value;
  // Not from within the window that goes.
  QMetaObject::invokeMethod(this, &Application::showWindow, Qt::QueuedConnection);
}

void Application::showWindow() {
  m_windowDue = m_lockPage != nullptr;
  if (m_windowDue) return;
  if (auto* window = qobject_cast<ui::MainWindow*>(m_window.get())) window->commit();
  m_window.reset();
  m_language.use(language());
  m_theme = std::make_unique<ui::Theme>(look());
  m_theme->apply(*qApp);
  if (!m_desk) {
    m_window = std::make_unique<ui::SignInPage>(m_session, *m_theme);
    m_window->setWindowTitle(QStringLiteral("Madoguchi"));
    m_window->setWindowIcon(ui::icon(QStringLiteral("madoguchi"), m_theme->colours().accent));
    m_window->resize(900, 640);
    m_window->installEventFilter(this);
    m_window->show();
    return;
  }
  auto window = std::make_unique<ui::MainWindow>(ui::Context{*m_desk, *m_theme});
  connect(window.get(), &ui::MainWindow::languageWanted, this,
          [this](const QString& wanted) { remember(QStringLiteral("language"), wanted); });
  connect(window.get(), &ui::MainWindow::lockWanted, this, &Application::lock);
  if (!m_session.hasPin() && m_options.password.isEmpty()) window->offerPin();
  connect(window.get(), &ui::MainWindow::lookWanted, this,
          [this](const QString& wanted) { remember(QStringLiteral("look"), wanted); });
  m_window = std::move(window);
  m_window->installEventFilter(this);
  m_window->show();
  m_window->activateWindow();
}

bool Application::eventFilter(QObject* watched, QEvent* event) {
  // The user closes the window; exchanging it does not.
  if ((watched == m_window.get() || watched == m_lockPage.get()) && event->type() == QEvent::Close)
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
  return QObject::eventFilter(watched, event);
}

} // namespace madoguchi::app
