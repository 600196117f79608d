// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeports.h"

#include "core/base/hash.h"
#include "core/text/fold.h"
#include "tests/support/fakedesk.h"

#include <QFile>
#include <QFileInfo>
#include <QPainter>

#include <algorithm>
#include <functional>

namespace madoguchi::tests {

namespace {

void later(QObject* receiver, std::function<void()> answer) {
  QMetaObject::invokeMethod(receiver, std::move(answer), Qt::QueuedConnection);
}

} // namespace

std::shared_ptr<const models::References> FakeReferences::references() const {
  return m_desk.references;
}

void FakeCaseSource::requestKeys(const core::CaseQuery& query, quint64 generation) {
  ++keyRequests;
  const auto keys = std::make_shared<const std::vector<models::CaseKey>>(m_desk.keysOf(query));
  const auto first = std::make_shared<const std::vector<models::CaseKey>>(
      keys->begin(), keys->begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(keys->size(), 512)));
  std::vector<core::CaseListRow> ahead;
  if (sendsAhead)
    for (const models::CaseKey key : *keys)
      ahead.push_back(m_desk.rowAt(static_cast<std::size_t>(key) - 1));
  later(this, [this, generation, keys, first, ahead] {
    Q_EMIT rowsAhead(ahead);
    Q_EMIT firstKeysLoaded(generation, first);
    Q_EMIT keysLoaded(generation, keys);
  });
}

void FakeCaseSource::requestRows(const std::vector<models::CaseKey>& keys, quint64 generation) {
  ++rowRequests;
  std::vector<core::CaseListRow> rows;
  for (const models::CaseKey key : keys)
    rows.push_back(m_desk.rowAt(static_cast<std::size_t>(key) - 1));
  later(this, [this, generation, rows] {
    if (failRows)
      Q_EMIT failed(generation, core::Error{core::ErrorCode::StorageFailed, "as asked"});
    else
      Q_EMIT rowsLoaded(generation, rows);
  });
}

void FakeCaseSource::requestSearch(const QString& text, int limit, quint64 generation) {
  std::vector<core::SearchHit> hits;
  for (std::size_t place = 0; place < m_desk.cases.size() && hits.size() < static_cast<std::size_t>(limit);
       ++place) {
    const core::CaseListRow row = m_desk.rowAt(place);
    for (const auto& [field, original] :
         {std::pair(core::SearchField::Name, row.applicant), std::pair(core::SearchField::Kana, row.kana),
          std::pair(core::SearchField::Number, row.number)})
      if (const auto match = core::explainMatch(text.toStdString(), original)) {
        hits.push_back({row, field, original, *match});
        break;
      }
  }
  later(this, [this, generation, hits] { Q_EMIT searchLoaded(generation, hits); });
}

void FakeCaseSource::requestCounts() {
  later(this, [this] { Q_EMIT countsLoaded(m_desk.counts()); });
}

void FakeCaseSource::requestCountsOf(const std::vector<core::CaseQuery>& queries, quint64 generation) {
  std::vector<std::int64_t> counts;
  for (const core::CaseQuery& query : queries)
    counts.push_back(static_cast<std::int64_t>(m_desk.keysOf(query).size()));
  later(this, [this, generation, counts] { Q_EMIT countsOfLoaded(generation, counts); });
}

void FakeCaseSource::requestWorkload(const core::CaseQuery& query, core::Date today, quint64 generation) {
  std::map<std::pair<core::UserId, core::ProcedureId>, core::WorkloadLine> lines;
  for (const models::CaseKey key : m_desk.keysOf(query)) {
    const core::CaseListRow row = m_desk.rowAt(static_cast<std::size_t>(key) - 1);
    core::WorkloadLine& line = lines[{row.holder, row.procedure}];
    line.holder = row.holder;
    line.procedure = row.procedure;
    ++line.open;
    const bool stopped = core::has(row.flags, core::RowFlag::ClockStopped);
    const bool runs = core::has(row.flags, core::RowFlag::Undecided) && !stopped && row.dueOn;
    if (stopped) ++line.stopped;
    if (runs && *row.dueOn < today) ++line.overdue;
    if (runs && *row.dueOn >= today && *row.dueOn < today + std::chrono::days(core::kDueSoonDays))
      ++line.dueSoon;
    const auto days = (today - row.arrivedOn).count();
    std::size_t age = 0;
    while (age < core::kAgeLimits.size() && days > core::kAgeLimits[age])
      ++age;
    ++line.ages[age];
  }
  std::vector<core::WorkloadLine> result;
  for (const auto& line : lines)
    result.push_back(line.second);
  later(this, [this, generation, result] { Q_EMIT workloadLoaded(generation, result); });
}

void FakeCaseSource::requestFigures(const core::CaseQuery& query, core::Date today, quint64 generation) {
  core::Figures figures;
  const core::Date first = core::mondayOf(today) - std::chrono::weeks(12);
  for (int week = 0; week < 13; ++week)
    figures.weeks.push_back({first + std::chrono::weeks(week), 20 + week % 5, 18 + week % 7, 60 + week});
  figures.weeks.back().backlog = static_cast<std::int64_t>(m_desk.keysOf(query).size());
  figures.steps = {{core::Status::Arrived, 40, 1, 3},
                   {core::Status::Registered, 40, 2, 5},
                   {core::Status::Examining, 39, 6, 14},
                   {core::Status::AwaitingCorrection, 11, 9, 20},
                   {core::Status::InApproval, 36, 2, 4}};
  figures.sample = 40;
  later(this, [this, generation, figures] { Q_EMIT figuresLoaded(generation, figures); });
}

void FakeCaseSource::requestLabels(quint64 generation) {
  std::map<std::string, int> counts;
  for (std::size_t place = 0; place < m_desk.cases.size(); ++place)
    for (const std::string& label : m_desk.rowAt(place).labels)
      ++counts[label];
  std::vector<std::string> labels;
  for (const auto& [label, count] : counts)
    labels.push_back(label);
  std::stable_sort(labels.begin(), labels.end(), [&counts](const std::string& one, const std::string& other) {
    return counts[one] > counts[other];
  });
  later(this, [this, generation, labels] { Q_EMIT labelsLoaded(generation, labels); });
}

void FakeCaseSource::requestRecord(const core::CaseId& id, quint64 generation) {
  const FakeDesk::Case* found = m_desk.find(id);
  m_desk.journal.emplace_back("view");
  if (found == nullptr)
    return later(this, [this, generation] {
      Q_EMIT failed(generation, core::Error{core::ErrorCode::NoSuchCase, {}});
    });
  auto record = std::make_shared<models::OpenedCase>();
  record->key = found - m_desk.cases.data() + 1;
  record->record = found->record;
  record->base = found->base;
  record->pending = found->pending;
  later(this, [this, generation, record] { Q_EMIT recordLoaded(generation, record); });
}

void FakeCaseSource::requestStates(const std::vector<models::CaseKey>& keys, quint64 generation) {
  std::vector<std::shared_ptr<const core::CaseState>> states;
  for (const models::CaseKey key : keys)
    states.push_back(std::make_shared<const core::CaseState>(
        m_desk.cases[static_cast<std::size_t>(key) - 1].record.state));
  later(this, [this, generation, states] {
    if (m_desk.failStates)
      Q_EMIT failed(generation, core::Error{core::ErrorCode::StorageFailed, "as asked"});
    else
      Q_EMIT statesLoaded(generation, states);
  });
}

void FakeDrafts::forget(const core::CaseId& id, const models::Drafts& taken) {
  models::Drafts left = drafts(id);
  left.removeIf([&taken](models::Drafts::iterator kept) {
    const auto gone = taken.find(kept.key());
    return gone != taken.end() && *gone == kept.value();
  });
  keep(id, left);
}

void FakeCommands::perform(quint64 request, const core::CaseId& caseId, std::int64_t baseVersion,
                           const core::CommandBody& body, const models::Drafts& taken) {
  m_desk.bases.push_back(baseVersion);
  kept.push_back(m_desk.drafts.drafts(caseId));
  const auto result = m_desk.perform(caseId, body);
  if (result) m_desk.drafts.forget(caseId, taken);
  later(this, [this, request, result] {
    if (result)
      Q_EMIT done(request, *result);
    else
      Q_EMIT refused(request, result.error());
  });
}

void FakeCommands::takeBack(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                            const std::optional<core::CommandBody>& inverse) {
  m_desk.takeBack(command, caseId, inverse, request);
}

void FakeCommands::resolve(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                           const std::optional<core::CommandBody>& replacement) {
  m_desk.resolve(command);
  if (replacement) return perform(request, caseId, 0, *replacement);
  later(this, [this, request, caseId] { Q_EMIT done(request, models::CommandDone{{}, caseId, 0, {}, {}}); });
}

void FakeAbsences::record(quint64 request, const core::AttendanceChange& change) {
  const auto done = m_desk.recordAbsence(m_desk.references->me, change);
  later(this, [this, request, done] {
    if (done)
      Q_EMIT recorded(request);
    else
      Q_EMIT failed(request, done.error());
  });
}

void FakeOutbox::requestEntries() {
  std::vector<models::OutboxItem> items;
  for (const FakeDesk::Case& item : m_desk.cases)
    for (const core::OutboxEntry& entry : item.pending)
      items.push_back({entry, item.record.state.number, item.record.state.applicant.party.name.display});
  std::sort(items.begin(), items.end(), [](const models::OutboxItem& one, const models::OutboxItem& other) {
    return one.entry.deviceSeq < other.entry.deviceSeq;
  });
  later(this, [this, items] { Q_EMIT entriesLoaded(items); });
}

void FakeOutbox::retry(const core::CommandId& command) {
  retried.push_back(command);
}

void FakeOutbox::discard(const core::CommandId& command) {
  m_desk.resolve(command);
}

models::SyncStatus FakeSync::status() const {
  return m_desk.status;
}

void FakeBlobs::store(quint64 request, const QByteArray& content) {
  const core::BlobId id(core::sha256Hex({content.constData(), static_cast<std::size_t>(content.size())}));
  m_desk.blobs[id.value] = content;
  later(this, [this, request, id, size = content.size()] { Q_EMIT stored(request, id, size); });
}

void FakeBlobs::storeMasked(quint64 request, const QString& path) {
  QFile file(path);
  if (file.open(QIODevice::ReadOnly)) store(request, "masked: " + file.readAll());
}

void FakeBlobs::readFile(quint64 request, const QString& path) {
  if (const auto refused = refusals.find(QFileInfo(path).fileName()); refused != refusals.end())
    return later(this, [this, request, code = refused->second] {
      Q_EMIT failed(request, core::Error{code, {}});
    });
  QFile file(path);
  const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("scan");
  later(this, [this, request, content] { Q_EMIT loaded(request, content); });
}

void FakeBlobs::storeFile(quint64 request, const QString& path) {
  if (const auto refused = refusals.find(QFileInfo(path).fileName()); refused != refusals.end())
    return later(this, [this, request, code = refused->second] {
      Q_EMIT failed(request, core::Error{code, {}});
    });
  QFile file(path);
  if (file.open(QIODevice::ReadOnly)) return store(request, file.readAll());
  later(this, [this, request] { Q_EMIT failed(request, core::Error{core::ErrorCode::FileUnreadable, {}}); });
}

void FakeBlobs::load(quint64 request, const core::BlobId& blob) {
  const auto found = m_desk.blobs.find(blob.value);
  if (found == m_desk.blobs.end())
    return later(this, [this, request] {
      Q_EMIT failed(request, core::Error{core::ErrorCode::Offline, {}});
    });
  later(this, [this, request, content = found->second] { Q_EMIT loaded(request, content); });
}

void FakeBlobs::writeFile(quint64 request, const QString& path, const QByteArray& content) {
  QFile file(path);
  const bool good = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
  later(this, [this, request, good] {
    if (good)
      Q_EMIT written(request);
    else
      Q_EMIT failed(request, core::Error{core::ErrorCode::StorageFailed, {}});
  });
}

void FakePages::open(quint64 request, const QByteArray& document, const QString&) {
  content = document;
  later(this, [this, request, why = failure] {
    if (why)
      Q_EMIT failed(request, *why);
    else
      Q_EMIT opened(request, {QSizeF(595, 842), QSizeF(595, 842), QSizeF(842, 595)});
  });
}

void FakePages::render(quint64 request, int page, int width) {
  renderedPages << page;
  later(this, [this, request, page, width] {
    const double zoom = width / (page == 2 ? 842.0 : 595.0);
    QImage picture(width, static_cast<int>((page == 2 ? 595 : 842) * zoom), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(zoom, zoom);
    painter.setPen(Qt::black);
    painter.drawText(QPointF(60, 90), QStringLiteral("- %1 -").arg(page + 1));
    for (int line = 0; line < 12; ++line)
      painter.fillRect(QRectF(60, 120 + 26 * line, 300 + 13 * ((line * 7 + page) % 11), 9),
                       QColor(0xc8, 0xcd, 0xd4));
    painter.end();
    Q_EMIT rendered(request, picture);
  });
}

void FakePages::find(quint64 request, const QString& text) {
  later(this, [this, request, text] {
    QList<models::PageHit> hits;
    if (text == QLatin1String("page"))
      for (int page = 0; page < 3; ++page)
        hits << models::PageHit{page, QRectF(60, 120, 90, 12)};
    Q_EMIT found(request, hits);
  });
}

void FakeScans::scan(const QString& path) {
  const QFileInfo file(path);
  if (m_folder.isEmpty()) m_folder = file.absolutePath();
  const QDateTime at(QDate(2026, 6, 1), QTime(9, 30 + static_cast<int>(m_files.size())));
  m_files << models::ScannedFile{path, file.fileName(), 148'000, at};
  Q_EMIT changed();
}

void FakeScans::putAway(const QString& path) {
  away << path;
  m_files.removeIf([&](const models::ScannedFile& file) { return file.path == path; });
  Q_EMIT changed();
}

void FakeJournal::record(quint64 request, const std::string& action, const std::string&) {
  m_desk.journal.push_back(action);
  later(this, [this, request] { Q_EMIT recorded(request); });
}

core::UserId FakeSession::user() const {
  return m_state == State::SignedIn ? m_desk.references->me.id : core::UserId();
}

QString FakeSession::login() const {
  return QString::fromStdString(m_desk.references->me.id.value);
}

void FakeSession::signIn(const QString& login, const QString& password) {
  // Whoever is signed in stays so while the password is asked for once more.
  const bool again = m_state == State::SignedIn;
  if (!again) setState(State::SigningIn);
  later(this, [this, login, password, again] {
    const bool good = password == QLatin1String("window");
    if (good && !again) m_desk.signInAs(login.toStdString());
    if (!again) setState(good ? State::SignedIn : State::SignedOut);
    if (good)
      Q_EMIT confirmed();
    else
      Q_EMIT failed(core::Error{core::ErrorCode::WrongCredentials, {}});
  });
}

void FakeSession::setState(State state) {
  m_state = state;
  Q_EMIT stateChanged();
}

void FakeSession::unlock(const QString& pin) {
  if (pin == m_pin)
    Q_EMIT confirmed();
  else
    Q_EMIT failed(core::Error{core::ErrorCode::WrongCredentials, {}});
}

core::Result<void> FakeSession::setPin(const QString& pin) {
  if (pin.size() < 6) return core::failure(core::ErrorCode::InvalidArgument);
  m_pin = pin;
  return {};
}

void FakeSession::signOut() {
  setState(State::SignedOut);
}

} // namespace madoguchi::tests
