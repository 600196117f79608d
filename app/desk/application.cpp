// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/application.h"

#include "app/desk/startmark.h"
#include "app/desk/unseenpainter.h"
#include "app/profile/demonstrationkeystore.h"
#include "app/profile/log.h"
#include "app/profile/systemkeystore.h"
#include "models/errortext.h"
#include "ui/basics/icons.h"
#include "ui/table/casetableview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"
#include "ui/work/signinpage.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QMessageBox>

namespace madoguchi::app {

namespace {

constexpr std::chrono::minutes kIdle{10};
const QString kPreferences = QStringLiteral("desk.ini");
const QString kStayReady = QStringLiteral("stayReady");

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
      m_appealTexts(std::move(appealTexts)),
      // A key store in plain files keeps nothing from anybody; a PIN would not either.
      m_session(*m_profiles, *m_keys, address,
                {m_appealTexts, true, m_options.login, !m_options.demonstrationKeyStore}),
      m_idle(kIdle), m_isUnseen(m_options.ready), m_doorbell(m_profiles->path(), m_isUnseen) {
  connect(&m_doorbell, &Doorbell::rung, this, &Application::comeForth);
  connect(&m_doorbell, &Doorbell::occupied, this, &Application::quit);
  connect(&m_doorbell, &Doorbell::roomWanted, this, &Application::quit);
  connect(&m_notice, &DesktopNotice::clicked, this, &Application::openNoticed);
  connect(&m_idle, &IdleLock::idle, this, &Application::lock);
  connect(&m_session, &SessionKeeper::confirmed, this, &Application::unlock);
  connect(&m_session, &SessionKeeper::stateChanged, this, &Application::showSession);
  connect(&m_session, &SessionKeeper::closing, this, &Application::closeDesk);
  connect(&m_systemLook, &SystemLook::lookChanged, this, [this] {
    if (m_window) showWindow();
    if (m_practice && m_practice->isOpen()) showPractice();
  });
}

Application::~Application() {
  closeDesk();
}

void Application::start() {
  if (m_options.ready && !m_profiles->lastUser().empty() &&
      !StoredPreferences(userFile(m_profiles->lastUser(), kPreferences), nullptr)
           .value(kStayReady, true)
           .toBool()) {
    QMetaObject::invokeMethod(this, &Application::quit, Qt::QueuedConnection);
    return;
  }
  if (!m_options.login.isEmpty() && !m_options.password.isEmpty())
    m_session.signIn(m_options.login, m_options.password);
  else if (m_options.login.isEmpty() || m_options.login == m_profiles->lastLogin())
    m_session.resume();
  showSession();
  if (!m_window) prepareWindow();
}

void Application::prepareWindow() {
  m_language.use(language());
  m_theme = std::make_unique<ui::Theme>(look());
  m_theme->apply(*qApp);
  m_theme->loadFonts();
}

void Application::showSession() {
  const auto state = m_session.state();
  // A profile that is being opened from the disk needs no page to wait on: the desk comes at once.
  if (state == models::SessionSource::State::SigningIn && !m_window && m_options.password.isEmpty()) return;
  const bool signedIn = state == models::SessionSource::State::SignedIn;
  if (signedIn == (m_desk != nullptr) && m_window) return;
  if (signedIn)
    openDesk();
  else
    closeDesk();
  showWindow();
}

void Application::openDesk() {
  Client& client = *m_session.client();
  m_desk = std::make_unique<OpenDesk>(OpenDesk::Kind::Office, client, m_session,
                                      userFile(client.user(), kPreferences), m_common);
  m_news = std::make_unique<models::DeskNews>(m_desk->desk().queues, client.heldCases(), client.references(),
                                              client.status(), m_session, systemNow);
  m_notifier = std::make_unique<Notifier>(m_notice, *m_news, m_desk->preferences(), systemNow);
}

QString Application::userFile(const core::UserId& user, const QString& name) const {
  return QString::fromStdString(m_profiles->userFolder(user).string()) + u'/' + name;
}

void Application::practise() {
  if (m_practice) return;
  const core::UserId user = m_session.user();
  const QString name = QStringLiteral("training.ini");
  m_practice = std::make_unique<PracticeDesk>(
      m_appealTexts, user.empty() ? m_profiles->path() + u'/' + name : userFile(user, name), m_common);
  connect(m_practice.get(), &PracticeDesk::opened, this, [this] {
    commitWindow();
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (!widget->isVisible()) continue;
      m_behind.emplace_back(widget);
      widget->hide();
    }
    showPractice();
  });
  connect(m_practice.get(), &PracticeDesk::lookChosen, this, &Application::showPractice);
  // Not from within its own call.
  connect(m_practice.get(), &PracticeDesk::leaveWanted, this, &Application::leavePractice,
          Qt::QueuedConnection);
  connect(
      m_practice.get(), &PracticeDesk::failed, this,
      [this](const core::Error& error) {
        m_practice.reset();
        auto* box = new QMessageBox(QMessageBox::Warning, QStringLiteral("Madoguchi"),
                                    models::errorText(error.code), QMessageBox::Ok, m_window.get());
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
      },
      Qt::QueuedConnection);
  m_practice->open();
}

void Application::showPractice() {
  m_practice->closeWindow();
  m_language.use(language());
  m_practice->showWindow(look());
}

void Application::leavePractice() {
  if (!m_practice) return;
  m_practice.reset();
  const auto behind = std::exchange(m_behind, {});
  if (m_lockPage) return;
  if (m_windowDue) return showWindow();
  // Language and look of the practice were its own.
  m_language.use(language());
  m_theme->apply(*qApp);
  for (const auto& widget : behind)
    if (widget) widget->show();
}

void Application::lock() {
  if (m_lockPage || !m_desk || !m_window) return;
  m_lockPage =
      std::make_unique<ui::SignInPage>(m_session, *m_theme, nullptr, ui::SignInPage::Purpose::Unlock);
  m_lockPage->setWindowTitle(QStringLiteral("Madoguchi"));
  m_lockPage->setWindowIcon(m_window->windowIcon());
  m_lockPage->setGeometry(m_window->geometry());
  m_lockPage->installEventFilter(this);
  if (!m_isUnseen) m_lockPage->show();
  m_lockPage->setFocus();
  m_idle.hideAll(m_lockPage.get());
}

void Application::unlock() {
  if (!m_lockPage) return;
  dropLockPage();
  m_idle.showAgain();
  if (m_windowDue) showWindow();
  if (const auto goal = std::exchange(m_goal, {})) go(*goal);
}

/// Not at once: its own click may have brought us here.
void Application::dropLockPage() {
  m_lockPage->hide();
  m_lockPage.release()->deleteLater();
}

void Application::closeDesk() {
  // Who may no longer be here does not practise here, either.
  if (m_desk) {
    m_practice.reset();
    m_behind.clear();
  }
  if (m_lockPage) dropLockPage();
  m_goal.reset();
  m_window.reset();
  if (const auto until = m_session.offlineUntil(); m_notifier && until && *until <= systemNow())
    m_notifier->tellLeaseEnded();
  m_notifier.reset();
  m_news.reset();
  m_desk.reset();
}

QString Application::chosen(const QString& key, const QString& option) const {
  QString practised = m_practice ? m_practice->chosen(key) : QString();
  if (!practised.isEmpty()) return practised;
  if (!option.isEmpty() || !m_desk) return option;
  return m_desk->preferences().value(key, {}).toString();
}

QString Application::language() const {
  const QString wanted = chosen(QStringLiteral("language"), m_options.language);
  return wanted.isEmpty() ? ui::Language::ofSystem() : wanted;
}

ui::Look Application::look() const {
  const QString wanted = chosen(QStringLiteral("look"), m_options.look);
  if (wanted == QLatin1String("light")) return ui::Look::Light;
  if (wanted == QLatin1String("dark")) return ui::Look::Dark;
  if (wanted == QLatin1String("contrast")) return ui::Look::HighContrast;
  return m_systemLook.look();
}

void Application::remember(const QString& key, const QString& value) {
  m_desk->preferences().setValue(key, value);
  // What the command line asked for holds until the user asks for something else.
  (key == QLatin1String("language") ? m_options.language : m_options.look) = value;
  // Not from within the window that goes.
  QMetaObject::invokeMethod(this, &Application::showWindow, Qt::QueuedConnection);
}

void Application::commitWindow() {
  if (auto* window = qobject_cast<ui::MainWindow*>(m_window.get())) window->commit();
}

void Application::showWindow() {
  m_windowDue = m_lockPage || (m_practice && m_practice->isOpen());
  if (m_windowDue) return;
  commitWindow();
  m_window.reset();
  m_language.use(language());
  m_theme = std::make_unique<ui::Theme>(look());
  m_theme->apply(*qApp);
  if (!m_desk) {
    auto page = std::make_unique<ui::SignInPage>(m_session, *m_theme);
    connect(page.get(), &ui::SignInPage::trainingWanted, this, &Application::practise, Qt::QueuedConnection);
    m_window = std::move(page);
    m_window->setWindowTitle(QStringLiteral("Madoguchi"));
    m_window->setWindowIcon(ui::icon(QStringLiteral("madoguchi"), m_theme->colours().accent));
    m_window->resize(ui::onScreen(*m_window, QSize(900, 640)));
    m_window->installEventFilter(this);
    if (m_isUnseen)
      static_cast<void>(m_window->grab()); // what is slow the first time
    else
      show(*m_window);
    return;
  }
  auto window = std::make_unique<ui::MainWindow>(ui::Context{m_desk->desk(), *m_theme});
  connect(window.get(), &ui::MainWindow::languageWanted, this,
          [this](const QString& wanted) { remember(QStringLiteral("language"), wanted); });
  connect(window.get(), &ui::MainWindow::lockWanted, this, &Application::lock);
  connect(window.get(), &ui::MainWindow::quitWanted, this, &Application::quit);
  connect(window.get(), &ui::MainWindow::trainingWanted, this, &Application::practise, Qt::QueuedConnection);
  if (!m_session.hasPin() && m_options.password.isEmpty()) window->offerPin();
  connect(window.get(), &ui::MainWindow::lookWanted, this,
          [this](const QString& wanted) { remember(QStringLiteral("look"), wanted); });
  connect(window.get(), &ui::MainWindow::keysChanged, this, &Application::showWindow, Qt::QueuedConnection);
  ui::CaseTableView& table = *window->workspace()->table();
  markStart(table);
  connect(&table, &ui::CaseTableView::rowsPainted, &m_session, &SessionKeeper::watchNetwork,
          Qt::QueuedConnection);
  m_window = std::move(window);
  m_window->installEventFilter(this);
  if (m_isUnseen) {
    new UnseenPainter(*m_window, table);
    return;
  }
  // After the rows that have been read while the window was made: it is painted once then, and not twice.
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (m_window && !m_isUnseen) show(*m_window);
      },
      Qt::QueuedConnection);
}

void Application::show(QWidget& window) const {
  window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
  window.show();
  window.raise();
  window.activateWindow();
}

bool Application::eventFilter(QObject* watched, QEvent* event) {
  // The user closes the window; exchanging it does not. The end of a session closes it, too.
  const bool isOurs = watched == m_window.get() || watched == m_lockPage.get();
  if (!isOurs || event->type() != QEvent::Close || qApp->isSavingSession())
    return QObject::eventFilter(watched, event);
  QMetaObject::invokeMethod(this, &Application::closed, Qt::QueuedConnection);
  event->ignore();
  return true;
}

bool Application::staysReady() const {
  if (!m_desk) return m_options.ready;
  // A demonstration that was not begun like this ends with its window.
  if (m_options.demonstrationKeyStore && !m_options.ready) return false;
  return m_desk->preferences().value(kStayReady, true).toBool();
}

void Application::closed() {
  staysReady() ? hide() : quit();
}

void Application::quit() {
  commitWindow();
  Q_EMIT ended();
}

void Application::hide() {
  commitWindow();
  if (auto* window = qobject_cast<ui::MainWindow*>(m_window.get())) window->closeCaseWindows();
  m_isUnseen = true;
  m_doorbell.setUnseen(true);
  if (const auto* end = m_window ? m_window->findChild<QAction*>(QStringLiteral("command:quit")) : nullptr)
    m_notifier->tellStays(end->shortcut().toString(QKeySequence::NativeText));
  // Closed is not less locked than ended.
  if (m_session.needsPin()) lock();
  if (m_lockPage) m_lockPage->hide();
  m_idle.hideAll(nullptr);
}

void Application::comeForth(const QByteArray& activationToken) {
  m_isUnseen = false;
  m_doorbell.setUnseen(false);
  if (!activationToken.isEmpty()) qputenv("XDG_ACTIVATION_TOKEN", activationToken);
  if (m_lockPage) return show(*m_lockPage);
  if (m_practice && m_practice->isOpen()) return show(*m_practice->window());
  m_idle.showAgain();
  if (m_window) show(*m_window);
}

void Application::openNoticed(const QByteArray& activationToken) {
  // Asked first: the window that comes is taken for a look at it.
  const auto goal = m_notifier ? m_notifier->takeGoal() : Notifier::Goal();
  comeForth(activationToken);
  if (m_lockPage)
    m_goal = goal;
  else
    go(goal);
}

void Application::go(const Notifier::Goal& goal) {
  auto* window = qobject_cast<ui::MainWindow*>(m_window.get());
  if (window == nullptr || m_practice || QApplication::activeModalWidget() != nullptr) return;
  if (!goal.onlyCase.empty())
    window->workspace()->openCase(goal.onlyCase);
  else if (goal.queue)
    window->workspace()->showQueue(*goal.queue);
}

} // namespace madoguchi::app
