// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/practiceoffice.h"

#include "app/profile/log.h"
#include "app/training/practicescenes.h"
#include "app/workers/stamp.h"
#include "core/base/codec.h"
#include "core/procedures/procedurereader.h"

#include <QDir>

#include <sodium.h>

namespace madoguchi::app {

namespace {

constexpr std::uint64_t kSeed = 20'240'401;

core::UserId practiser() {
  const auto* found = generate::makeBureau(kSeed).find("food.chief2");
  return found == nullptr ? core::UserId() : found->actor.id;
}

template <class T>
std::string documentOf(const T& item) {
  return core::canonicalJson(core::codec::toValue(item));
}

/// What cases refer to comes first, as from a server.
void putReferences(PracticeBook& book, const PracticeMaterial& material, const PracticeScenes& scenes) {
  book.putReference("holidays", "jp", core::canonicalJson(core::parseJson(material.holidays).value()));
  for (const core::Procedure& procedure : material.procedures)
    book.putReference("procedure", procedure.id.value + '@' + std::to_string(procedure.version),
                      core::canonicalJson(core::toJson(procedure)));
  for (const core::Office& office : scenes.bureau.offices)
    book.putReference("office", office.id.value, documentOf(office));
  for (const generate::GeneratedStaff& staff : scenes.bureau.staff)
    book.putReference("user", staff.actor.id.value,
                      documentOf(core::Person{
                          staff.actor.id, staff.name.display, {}, staff.actor.rank, staff.office, false}));
}

core::Result<void> feed(storage::Cache& cache, PracticeBook& book) {
  const auto fed = cache.applyFeed(book.takeFeed(), systemNow(), {storage::Removals::Allow});
  return fed ? core::Result<void>() : core::Result<void>(tl::unexpected(fed.error()));
}

core::Result<void> keepPapers(storage::Cache& cache, const generate::Specimens& papers) {
  for (const generate::Specimen& paper : papers.scans)
    if (const auto kept = cache.blobs().put(paper.bytes, {}); !kept) return tl::unexpected(kept.error());
  const auto kept = cache.blobs().put(papers.notice.bytes, {});
  return kept ? core::Result<void>() : core::Result<void>(tl::unexpected(kept.error()));
}

/// The user has changed what a colleague has changed, too: answered, it waits for a person.
core::Result<void> playClash(storage::Cache& cache, PracticeBook& book, const PracticeScenes& scenes) {
  core::Command mine;
  mine.id = core::CommandId(newId());
  mine.caseId = scenes.clash.after.state.id;
  mine.baseVersion = scenes.clash.after.state.version - 1;
  mine.actor = scenes.me.id;
  mine.device = core::DeviceId("practice");
  mine.madeAt = systemNow();
  mine.body = scenes.clash.mine;
  const auto performed = cache.perform(mine, false);
  if (!performed) return core::failure(performed.error().code, performed.error().detail);
  book.put(scenes.clash.after, cache.surroundings());
  return {};
}

core::Result<void> fill(storage::Cache& cache, PracticeBook& book) {
  const auto material = PracticeMaterial::read(PracticeMaterial::installedFolder());
  if (!material) return tl::unexpected(material.error());
  const auto scenes = makePractice(*material, kSeed, systemNow(), book.numbers());
  if (!scenes) return tl::unexpected(scenes.error());
  if (auto set = cache.setActor(scenes->me); !set) return set;
  putReferences(book, *material, *scenes);
  if (auto fed = feed(cache, book); !fed) return fed;
  for (const core::CaseRecord& record : scenes->cases)
    book.put(record, cache.surroundings());
  if (auto fed = feed(cache, book); !fed) return fed;
  if (auto kept = keepPapers(cache, scenes->papers); !kept) return kept;
  return playClash(cache, book, *scenes);
}

} // namespace

PracticeOffice::PracticeOffice(core::AppealTexts appealTexts, QObject* parent)
    : QObject(parent), m_folder(QDir::tempPath() + QStringLiteral("/madoguchi-practice-XXXXXX")),
      m_book(std::make_shared<PracticeBook>(practiser())), m_server(m_book) {
  m_session.setUser(m_book->user());
  m_client =
      std::make_unique<Client>(m_server, m_book->user(), core::DeviceId("practice"), std::move(appealTexts));
}

PracticeOffice::~PracticeOffice() = default;

void PracticeOffice::open(const std::function<void(core::Result<void>)>& done) {
  if (!m_folder.isValid()) return done(core::failure(core::ErrorCode::StorageFailed, "no temporary folder"));
  storage::Profile profile;
  profile.folder = m_folder.path().toStdString();
  randombytes_buf(profile.key.data(), profile.key.size());
  m_client->open(profile, [this, done](const core::Result<void>& opened) {
    if (opened)
      fillCache(done);
    else
      finish(opened, done);
  });
}

void PracticeOffice::fillCache(const std::function<void(core::Result<void>)>& done) {
  const QPointer<PracticeOffice> self(this);
  m_client->store().urgent([self, done, book = m_book, &store = m_client->store()](storage::Cache& cache) {
    const auto filled = fill(cache, *book);
    if (!filled) return store.reply(self, [self, done, filled] { self->finish(filled, done); });
    PracticeServer::answer(store, cache, *book);
    core::ChangeSet all;
    all.everything = true;
    store.tell(cache, all);
  });
  // They are read again behind the filling.
  connect(
      &m_client->references(), &models::ReferenceSource::referencesChanged, this,
      [this, done] { finish({}, done); }, Qt::SingleShotConnection);
}

void PracticeOffice::finish(const core::Result<void>& outcome,
                            const std::function<void(core::Result<void>)>& done) {
  if (outcome)
    m_client->follow(true);
  else
    logWarning("practice", outcome.error().detail);
  done(outcome);
}

} // namespace madoguchi::app
