// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/systemkeystore.h"

#include <QEventLoop>
#include <qt6keychain/keychain.h>

namespace madoguchi::app {

namespace {

const QString kService = QStringLiteral("madoguchi");

/// False where the program is asked to end before there is an answer.
bool finish(QKeychain::Job& job, const QString& name) {
  QEventLoop loop;
  bool done = false;
  job.setAutoDelete(false);
  job.setInsecureFallback(false);
  job.setKey(name);
  QObject::connect(&job, &QKeychain::Job::finished, &loop, [&loop, &done] {
    done = true;
    loop.quit();
  });
  job.start();
  if (!done) loop.exec();
  return done;
}

/// Nothing was learnt: a secret that may be there must not count as gone.
tl::unexpected<core::Error> unheard() {
  return core::failure(core::ErrorCode::KeyStoreMissing, "the program ended before the key store answered");
}

core::Result<void> verdictOf(const QKeychain::Job& job) {
  if (job.error() == QKeychain::NoError) return {};
  return core::failure(core::ErrorCode::KeyStoreMissing, "key store error " +
                                                             std::to_string(static_cast<int>(job.error())) +
                                                             ": " + job.errorString().toStdString());
}

} // namespace

core::Result<std::optional<QByteArray>> SystemKeyStore::read(const QString& name) {
  QKeychain::ReadPasswordJob job(kService);
  if (!finish(job, name)) return unheard();
  if (job.error() == QKeychain::EntryNotFound) return std::nullopt;
  if (auto verdict = verdictOf(job); !verdict) return tl::unexpected(verdict.error());
  // Some key stores give back text only, so secrets travel in base64.
  return QByteArray::fromBase64(job.binaryData());
}

core::Result<void> SystemKeyStore::write(const QString& name, const QByteArray& secret) {
  QKeychain::WritePasswordJob job(kService);
  job.setTextData(QString::fromLatin1(secret.toBase64()));
  if (!finish(job, name)) return unheard();
  return verdictOf(job);
}

core::Result<void> SystemKeyStore::remove(const QString& name) {
  QKeychain::DeletePasswordJob job(kService);
  if (!finish(job, name)) return unheard();
  if (job.error() == QKeychain::EntryNotFound) return {};
  return verdictOf(job);
}

} // namespace madoguchi::app
