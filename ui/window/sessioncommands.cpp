// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sessioncommands.h"

#include "ui/dialogs/pindialog.h"
#include "ui/work/signinpage.h"

#include <QCoreApplication>
#include <QDialog>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(SessionCommands)
};

void signInAgain(const Context& context, QWidget& window) {
  auto* dialog = new QDialog(&window);
  dialog->setObjectName(QStringLiteral("signInDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(Say::tr("Sign in again"));
  auto* layout = new QVBoxLayout(dialog);
  layout->addWidget(new SignInPage(context.desk.ports.session, context.theme, dialog));
  QObject::connect(&context.desk.ports.session, &models::SessionSource::confirmed, dialog, &QDialog::accept);
  dialog->open();
}

} // namespace

void choosePin(const Context& context, QWidget& window) {
  (new PinDialog(context, &window))->open();
}

std::vector<WindowCommand> sessionCommands(const Context& context, QWidget& window, SessionCalls calls) {
  if (context.desk.ports.training != nullptr) return {};
  return {
      {QStringLiteral("lock"),
       Say::tr("Lock the window"),
       QKeySequence(Qt::CTRL | Qt::Key_L),
       std::move(calls.lock),
       {}},
      {QStringLiteral("pin"),
       Say::tr("Choose a PIN …"),
       {},
       [context, &window] { choosePin(context, window); },
       {}},
      {QStringLiteral("signIn"),
       Say::tr("Sign in again …"),
       {},
       [context, &window] { signInAgain(context, window); },
       {}},
      {QStringLiteral("signOut"),
       Say::tr("Sign out"),
       {},
       [context] {
         // Not from within the window: signing out takes it away.
         models::SessionSource* session = &context.desk.ports.session;
         QMetaObject::invokeMethod(
             session, [session] { session->signOut(); }, Qt::QueuedConnection);
       },
       {}},
      {QStringLiteral("quit"),
       Say::tr("Quit Madoguchi"),
       QKeySequence(Qt::CTRL | Qt::Key_Q),
       std::move(calls.quit),
       {}},
  };
}

} // namespace madoguchi::ui
