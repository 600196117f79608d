// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/fetchahead.h"

#include "app/workers/stamp.h"

#include <QPointer>

namespace madoguchi::app {

namespace {

constexpr std::size_t kMostHeld = 500; ///< cases, those that are due first
constexpr std::size_t kMostNext = 5;

/// The rest is for what the user looks at.
std::int64_t shareOf(std::int64_t limit) {
  return limit / 4 * 3;
}

} // namespace

FetchAhead::FetchAhead(StoreWorker& store, ReaderWorker& reader, ServerLine& line, std::int64_t limit,
                       QObject* parent)
    : QObject(parent), m_store(store), m_reader(reader), m_line(line), m_limit(shareOf(limit)) {
  connect(&m_line, &ServerLine::statusChanged, this, &FetchAhead::look);
  connect(&m_store, &StoreWorker::changed, this, [this] {
    m_isStale = true;
    look();
  });
}

FetchAhead::~FetchAhead() {
  m_reader.forget(this);
}

void FetchAhead::setLimit(std::int64_t bytes) {
  m_limit = shareOf(bytes);
  m_isStale = true;
  look();
}

std::set<core::BlobId> FetchAhead::blobsWanted(storage::CaseReader& reader, core::Date today) {
  std::set<core::BlobId> blobs;
  for (const Wanted& wanted : wantedOf(reader, today))
    blobs.insert(wanted.blob);
  return blobs;
}

void FetchAhead::fetchKept() {
  m_refused.clear();
  m_isStale = true;
  look();
}

bool FetchAhead::isIdle() const {
  const sync::Status& status = m_line.status();
  return status.link == sync::Status::Link::Online && status.signedIn && status.settled;
}

void FetchAhead::look() {
  if (!isIdle() || m_isLooking || !m_coming.empty()) return;
  if (!m_isStale) return next();
  m_isStale = false;
  m_isLooking = true;
  const QPointer<FetchAhead> self(this);
  m_reader.ask({this, 0, 0, true},
               [self, today = core::dayInJapan(systemNow())](
                   core::Result<storage::CaseReader*> reader) -> ReaderWorker::Answer {
                 auto wanted = reader ? wantedOf(**reader, today) : std::vector<Wanted>();
                 return [self, wanted = std::move(wanted)]() mutable {
                   if (self) self->keepMissing(std::move(wanted));
                 };
               });
}

std::vector<FetchAhead::Wanted> FetchAhead::wantedOf(storage::CaseReader& reader, core::Date today) {
  std::vector<Wanted> wanted;
  if (const auto kept = reader.kept())
    for (const auto& [state, of] : *kept)
      for (const core::CaseDocument& document : state.documents) {
        const bool isNamed = of.blobs.count(document.blob) > 0;
        if (!document.detached && (isNamed || of.all))
          wanted.push_back(
              {document.blob, state.id, document.size, isNamed ? Wanted::Kept::Yes : Wanted::Kept::Later});
      }
  const auto around = reader.surroundings();
  if (!around) return wanted;
  for (const auto& [queue, most] :
       {std::pair(core::Queue::MyCases, kMostHeld), std::pair(core::Queue::Unassigned, kMostNext)}) {
    const auto query = core::queryFor(queue, around->me, around->offices, today, around->absences);
    const auto keys = reader.firstKeys(query, most);
    if (!keys) continue;
    const auto states = reader.states(*keys);
    if (!states) continue;
    for (const core::CaseState& state : *states)
      for (const core::CaseDocument& document : state.documents)
        if (!document.detached) wanted.push_back({document.blob, state.id, document.size});
  }
  return wanted;
}

/// What is not here, and as much of it as there is room for.
void FetchAhead::keepMissing(std::vector<Wanted> wanted) {
  const QPointer<FetchAhead> self(this);
  m_store.background(
      [&store = m_store, self, limit = m_limit, wanted = std::move(wanted)](storage::Cache& cache) {
        std::deque<Wanted> missing;
        std::set<core::BlobId> seen;
        std::int64_t room = limit - cache.blobs().bytes().value_or(limit);
        for (const Wanted& one : wanted) {
          const auto place = cache.blobs().placeOf(one.blob);
          const bool isMissing = place && *place == storage::BlobStore::Place::Elsewhere;
          if (one.kept == Wanted::Kept::Later) static_cast<void>(cache.kept().keep(one.caseId, {one.blob}));
          const bool fits = one.kept != Wanted::Kept::No || one.size <= room;
          if (!isMissing || !fits || !seen.insert(one.blob).second) continue;
          room -= one.size;
          missing.push_back(one);
        }
        store.reply(self, [self, missing = std::move(missing)] {
          self->m_isLooking = false;
          self->m_wanted = missing;
          self->next();
        });
        return true;
      });
}

void FetchAhead::next() {
  while (!m_wanted.empty() && m_refused.count(m_wanted.front().blob) > 0)
    m_wanted.pop_front();
  if (!isIdle() || !m_coming.empty()) return;
  if (m_wanted.empty()) {
    if (m_isStale) look();
    return;
  }
  const Wanted wanted = m_wanted.front();
  m_wanted.pop_front();
  m_coming = wanted.blob;
  Q_EMIT moved();
  const QPointer<FetchAhead> self(this);
  m_line.download(wanted.blob, [self, wanted](const core::Result<std::string>& content) {
    if (self) self->came(wanted, content);
  });
}

void FetchAhead::came(const Wanted& wanted, const core::Result<std::string>& content) {
  using core::ErrorCode;
  if (!content) {
    m_coming = {};
    const ErrorCode code = content.error().code;
    if (code == ErrorCode::NotFound || code == ErrorCode::NotPermitted || code == ErrorCode::FileBroken)
      m_refused.insert(wanted.blob);
    else
      m_wanted.push_front(wanted); // goes on when the server is reached again
    Q_EMIT moved();
    if (m_refused.count(wanted.blob) > 0) next();
    return;
  }
  const QPointer<FetchAhead> self(this);
  m_store.background([&store = m_store, self, wanted, bytes = *content](storage::Cache& cache) {
    bool given = false;
    // Where there is no room on the disk it is fetched when it is looked at.
    static_cast<void>(
        cache.blobs().put([&bytes, &given] { return std::exchange(given, true) ? std::string() : bytes; },
                          wanted.caseId, wanted.blob));
    store.reply(self, [self] {
      self->m_coming = {};
      Q_EMIT self->moved();
      self->next();
    });
    return true;
  });
}

} // namespace madoguchi::app
