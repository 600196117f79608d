// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clidesk.h"

#include "app/profile/demonstrationkeystore.h"
#include "app/profile/log.h"
#include "app/profile/systemkeystore.h"
#include "app/start/doorbellplace.h"
#include "app/start/ring.h"

#include <QTimer>

#include <cstdlib>

namespace madoguchi::app {

core::Result<std::unique_ptr<CliDesk>> CliDesk::open(const Arguments& arguments) {
  auto profiles = ProfileFolder::open(QString::fromStdString(arguments.option("profile")));
  if (!profiles) return tl::unexpected(profiles.error());
  // One program has a profile. A desk that nobody sees is not in the way; one that is seen stays.
  static_cast<void>(ring((*profiles)->path().toStdString(), kMakeRoom, {}));
  if (auto log = startLog((*profiles)->logFolder().toStdString()); !log) return tl::unexpected(log.error());
  const auto server = arguments.option("server", (*profiles)->server().toStdString());
  const auto known =
      arguments.options.count("server") > 0 ? std::string() : (*profiles)->fingerprint().toStdString();
  const auto fingerprint = arguments.option("fingerprint", known);
  if (server.empty())
    return core::failure(core::ErrorCode::InvalidArgument, "name the server once with --server https://…");
  auto address = sync::http::parseServerAddress(server, fingerprint);
  if (!address) return tl::unexpected(address.error());

  auto desk = std::unique_ptr<CliDesk>(new CliDesk());
  desk->m_profiles = std::move(*profiles);
  desk->m_profiles->setServer(QString::fromStdString(server), QString::fromStdString(fingerprint));
  if (arguments.has("demonstration-key-store"))
    desk->m_keys =
        std::make_unique<DemonstrationKeyStore>(desk->m_profiles->path() + QStringLiteral("/keys"));
  else
    desk->m_keys = std::make_unique<SystemKeyStore>();
  desk->m_session = std::make_unique<SessionKeeper>(*desk->m_profiles, *desk->m_keys, std::move(*address),
                                                    SessionKeeper::Options{{}, false});
  return desk;
}

core::Result<void> CliDesk::waitForSession(const std::function<void()>& begin) {
  using State = SessionKeeper::State;
  Awaited<core::Result<void>> awaited;
  QObject context;
  QObject::connect(m_session.get(), &SessionKeeper::failed, &context,
                   [&awaited](const core::Error& error) { awaited.set(tl::unexpected(error)); });
  QObject::connect(m_session.get(), &SessionKeeper::stateChanged, &context, [this, &awaited] {
    if (m_session->state() == State::SignedIn) awaited.set({});
  });
  begin();
  if (m_session->state() == State::SignedOut)
    awaited.set(core::failure(core::ErrorCode::NotSignedIn, "nobody is signed in with this profile"));
  return awaited.wait();
}

core::Result<void> CliDesk::signIn(const std::string& login, const std::string& password) {
  return waitForSession(
      [&] { m_session->signIn(QString::fromStdString(login), QString::fromStdString(password)); });
}

core::Result<void> CliDesk::resume() {
  return waitForSession([this] {
    const char* pin = std::getenv("MADOGUCHI_PIN");
    if (m_session->hasPin() && pin != nullptr)
      m_session->unlock(QString::fromUtf8(pin));
    else
      m_session->resume();
  });
}

sync::Status CliDesk::synchronize(std::chrono::seconds atMost, bool allowRemoval) {
  Awaited<bool> awaited;
  QObject context;
  auto& worker = m_session->sync();
  QObject::connect(&worker, &SyncWorker::statusChanged, &context, [&worker, &awaited, allowRemoval] {
    const auto& status = worker.status();
    if (status.heldRemoval && allowRemoval) return worker.allowRemoval();
    const bool stuck = (status.problem || status.heldRemoval) && !status.syncing;
    if (status.settled || stuck) awaited.set(true);
  });
  QTimer::singleShot(atMost, &context, [&awaited] { awaited.set(false); });
  client().follow(false);
  const bool ended = awaited.wait();
  auto status = worker.status();
  if (!ended && !status.problem) status.problem = core::Error{core::ErrorCode::Timeout, "it takes too long"};
  return status;
}

core::Result<void> CliDesk::journal(const std::string& action, const std::string& subject) {
  Awaited<core::Result<void>> awaited;
  QObject context;
  auto& journal = client().journal();
  QObject::connect(&journal, &models::DeskJournal::recorded, &context, [&awaited] { awaited.set({}); });
  QObject::connect(&journal, &models::DeskJournal::failed, &context,
                   [&awaited](quint64, const core::Error& error) { awaited.set(tl::unexpected(error)); });
  journal.record(journal.nextRequest(), action, subject);
  return awaited.wait();
}

} // namespace madoguchi::app
