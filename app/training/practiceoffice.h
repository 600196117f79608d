// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/practiceserver.h"
#include "app/training/practicesession.h"
#include "app/workers/client.h"

#include <QTemporaryDir>

#include <memory>

namespace madoguchi::app {

/// An office to practise in, on this PC alone: a cache of its own with generated cases, encrypted under a key
/// that nobody keeps, in a folder that goes with it; and a stand-in for the server. It knows of no server and
/// of no other cache. UI thread.
class PracticeOffice : public QObject {
  Q_OBJECT

public:
  explicit PracticeOffice(core::AppealTexts appealTexts, QObject* parent = nullptr);
  /// Ends the threads, and removes the folder.
  ~PracticeOffice() override;

  /// Opens the cache and makes the cases; then `done`. Once. Errors: StorageFailed, FileUnreadable,
  /// FileBroken, Internal, HolidayTableEnded.
  void open(const std::function<void(core::Result<void>)>& done);

  [[nodiscard]] Client& client() { return *m_client; }
  [[nodiscard]] PracticeSession& session() { return m_session; }
  [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
  void fillCache(const std::function<void(core::Result<void>)>& done);
  void finish(const core::Result<void>& outcome, const std::function<void(core::Result<void>)>& done);

  QTemporaryDir m_folder;
  PracticeSession m_session;
  std::shared_ptr<PracticeBook> m_book;
  PracticeServer m_server;
  std::unique_ptr<Client> m_client;
};

} // namespace madoguchi::app
