// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/readerworker.h"
#include "app/workers/serverline.h"

#include <QObject>

#include <deque>
#include <set>

namespace madoguchi::app {

/// Brings in ahead the documents that the user keeps on this PC, those of the cases that he holds, and of the
/// first ones that wait for somebody to take them: one after another, while the server is reached and there
/// is nothing else to do. It leaves a quarter of the room for what the user looks at himself, and nothing
/// goes to make room for it; what is kept comes whatever room there is. UI thread.
class FetchAhead : public QObject {
  Q_OBJECT

public:
  /// `limit`: bytes of documents that may be kept on this PC.
  FetchAhead(StoreWorker& store, ReaderWorker& reader, ServerLine& line, std::int64_t limit,
             QObject* parent = nullptr);
  ~FetchAhead() override;

  /// Another number of bytes holds from now on.
  void setLimit(std::int64_t bytes);
  /// What is brought in ahead, whether or not there is room for it.
  [[nodiscard]] static std::set<core::BlobId> blobsWanted(storage::CaseReader& reader, core::Date today);
  /// Others are kept now; what the server did not give is asked for again.
  void fetchKept();
  /// The one that is coming now; empty: none.
  [[nodiscard]] const core::BlobId& coming() const { return m_coming; }

Q_SIGNALS:
  /// Another one is coming, or one has come.
  void moved();

private:
  struct Wanted {
    core::BlobId blob;
    core::CaseId caseId;
    std::int64_t size = 0;
    enum class Kept { No, Yes, Later } kept = Kept::No; ///< Later: attached after its case was kept
  };

  [[nodiscard]] bool isIdle() const;
  void look();
  void keepMissing(std::vector<Wanted> wanted);
  void next();
  void came(const Wanted& wanted, const core::Result<std::string>& content);
  [[nodiscard]] static std::vector<Wanted> wantedOf(storage::CaseReader& reader, core::Date today);

  StoreWorker& m_store;
  ReaderWorker& m_reader;
  ServerLine& m_line;
  std::int64_t m_limit;
  bool m_isStale = true; ///< cases may have changed since it was looked
  bool m_isLooking = false;
  std::deque<Wanted> m_wanted;
  core::BlobId m_coming;
  std::set<core::BlobId> m_refused; ///< the server does not give them; not asked for again
};

} // namespace madoguchi::app
