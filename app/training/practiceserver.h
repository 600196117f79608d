// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/practicebook.h"
#include "app/workers/serverline.h"

#include <memory>

namespace madoguchi::app {

/// Answers the outbox of the practice office out of a book in this process: no network is behind it, and what
/// it is given goes nowhere. UI thread; the book is touched by jobs of the store alone.
class PracticeServer final : public ServerLine {
  Q_OBJECT

public:
  explicit PracticeServer(std::shared_ptr<PracticeBook> book, QObject* parent = nullptr);

  void begin(StoreWorker& store, const core::UserId& user, const core::DeviceId& device,
             bool follow) override;
  void end() override;
  void syncNow() override;
  /// Nothing is ever held here.
  void allowRemoval() override {}
  void recordAbsence(const core::AttendanceChange& change,
                     std::function<void(core::Result<void>)> done) override;
  /// Every paper lies in the cache already. Errors: NotFound.
  void download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done) override;

  [[nodiscard]] const sync::Status& status() const override { return m_status; }

  /// Answers all that waits. Store thread.
  static void answer(StoreWorker& store, storage::Cache& cache, PracticeBook& book);

private:
  void ask();

  std::shared_ptr<PracticeBook> m_book;
  StoreWorker* m_store = nullptr; ///< null: not begun, or ended
  sync::Status m_status;
};

} // namespace madoguchi::app
