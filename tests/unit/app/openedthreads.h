// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/readerworker.h"
#include "app/workers/serverline.h"
#include "app/workers/storeworker.h"
#include "tests/unit/storage/cachedesk.h"

#include <QEventLoop>

namespace madoguchi::tests {

/// A line on which nothing is said.
class QuietLine : public app::ServerLine {
public:
  void begin(app::StoreWorker&, const core::UserId&, const core::DeviceId&, bool) override {}
  void end() override {}
  void syncNow() override {}
  void allowRemoval() override {}
  void recordAbsence(const core::AttendanceChange&, std::function<void(core::Result<void>)>) override {}
  void download(const core::BlobId&, std::function<void(core::Result<std::string>)>) override {}
  [[nodiscard]] const sync::Status& status() const override { return m_status; }

protected:
  sync::Status m_status;
};

/// The threads come to the cache of a desk, which lets go of it. Returns when the store has it.
inline void openThreads(Desk& desk, app::StoreWorker& store, app::ReaderWorker& reader) {
  desk.close();
  QEventLoop loop;
  const auto isOpen = store.open(desk.profile(), [&](const core::Result<void>& opened) {
    if (!opened) qFatal("%s", opened.error().detail.c_str());
    loop.quit();
  });
  loop.exec();
  reader.open(storage::cacheFileOf(desk.profile()), isOpen);
}

} // namespace madoguchi::tests
