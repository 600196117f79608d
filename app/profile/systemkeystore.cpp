// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/systemkeystore.h"

#include <QEventLoop>
#include <qt6keychain/keychain.h>

namespace madoguchi::app {

namespace {

const QString kService = QStringLiteral("madoguchi");

void finish(QKeychain::Job& job, const QString& name) {
  QEventLoop loop;
  job.setAutoDelete(false);
  job.setInsecureFallback(false);
  job.setKey(name);
  QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
  job.start();
  loop.exec();
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
  finish(job, name);
  if (job.error() == QKeychain::EntryNotFound) return std::nullopt;
  if (auto verdict = verdictOf(job); !verdict) return tl::unexpected(verdict.error());
  // Some key stores give back text only, so secrets travel in base64.
  return QByteArray::fromBase64(job.binaryData());
}

core::Result<void> SystemKeyStore::write(const QString& name, const QByteArray& secret) {
  QKeychain::WritePasswordJob job(kService);
  job.setTextData(QString::fromLatin1(secret.toBase64()));
  finish(job, name);
  return verdictOf(job);
}

core::Result<void> SystemKeyStore::remove(const QString& name) {
  QKeychain::DeletePasswordJob job(kService);
  finish(job, name);
  if (job.error() == QKeychain::EntryNotFound) return {};
  return verdictOf(job);
}

} // namespace madoguchi::app
