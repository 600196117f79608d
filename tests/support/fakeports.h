// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/absencerecorder.h"
#include "models/ports/blobsource.h"
#include "models/ports/casesource.h"
#include "models/ports/commandsink.h"
#include "models/ports/deskjournal.h"
#include "models/ports/draftkeeper.h"
#include "models/ports/listexporter.h"
#include "models/ports/outboxsource.h"
#include "models/ports/pagesource.h"
#include "models/ports/paperprinter.h"
#include "models/ports/preferences.h"
#include "models/ports/referencesource.h"
#include "models/ports/scantray.h"
#include "models/ports/sessionsource.h"
#include "models/ports/syncstatussource.h"

#include <QMap>

#include <map>
#include <optional>

/// The ports of a FakeDesk; see there.
namespace madoguchi::tests {

class FakeDesk;

class FakePreferences final : public models::Preferences {
public:
  [[nodiscard]] QVariant value(const QString& key, const QVariant& fallback) const override {
    return m_values.value(key, fallback);
  }
  void setValue(const QString& key, const QVariant& value) override { m_values.insert(key, value); }

private:
  QMap<QString, QVariant> m_values;
};

class FakeDrafts final : public models::DraftKeeper {
public:
  [[nodiscard]] models::Drafts drafts(const core::CaseId& id) const override {
    return m_drafts.value(QString::fromStdString(id.value));
  }
  void keep(const core::CaseId& id, const models::Drafts& drafts) override {
    m_drafts.insert(QString::fromStdString(id.value), drafts);
  }
  /// As a command does that takes them.
  void forget(const core::CaseId& id, const models::Drafts& taken);

private:
  QMap<QString, models::Drafts> m_drafts;
};

class FakeReferences final : public models::ReferenceSource {
  Q_OBJECT

public:
  explicit FakeReferences(FakeDesk& desk) : m_desk(desk) {}
  [[nodiscard]] std::shared_ptr<const models::References> references() const override;

private:
  FakeDesk& m_desk;
};

class FakeCaseSource final : public models::CaseSource {
  Q_OBJECT

public:
  explicit FakeCaseSource(FakeDesk& desk) : m_desk(desk) {}
  void requestKeys(const core::CaseQuery& query, quint64 generation) override;
  void requestRows(const std::vector<models::CaseKey>& keys, quint64 generation) override;
  void requestSearch(const QString& text, int limit, quint64 generation) override;
  void requestCounts() override;
  void requestCountsOf(const std::vector<core::CaseQuery>& queries, quint64 generation) override;
  void requestWorkload(const core::CaseQuery& query, core::Date today, quint64 generation) override;
  void requestFigures(const core::CaseQuery& query, core::Date today, quint64 generation) override;
  void requestLabels(quint64 generation) override;
  void requestRecord(const core::CaseId& id, quint64 generation) override;
  void prepareRecord(const core::CaseId& id) override { prepared.push_back(id); }
  void requestStates(const std::vector<models::CaseKey>& keys, quint64 generation) override;

  std::vector<core::CaseId> prepared;
  int keyRequests = 0;
  int rowRequests = 0;
  bool failRows = false;
  bool sendsAhead = false; ///< all rows, before the first keys

private:
  FakeDesk& m_desk;
};

class FakeCommands final : public models::CommandSink {
  Q_OBJECT

public:
  explicit FakeCommands(FakeDesk& desk) : m_desk(desk) {}
  using CommandSink::perform;
  void perform(quint64 request, const core::CaseId& caseId, std::int64_t baseVersion,
               const core::CommandBody& body, const models::Drafts& taken) override;
  void takeBack(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                const std::optional<core::CommandBody>& inverse) override;
  void resolve(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
               const std::optional<core::CommandBody>& replacement) override;

  std::vector<models::Drafts> kept; ///< of its case, when each command was given

private:
  FakeDesk& m_desk;
};

/// Records in the references of the desk, as the server would.
class FakeAbsences final : public models::AbsenceRecorder {
  Q_OBJECT

public:
  explicit FakeAbsences(FakeDesk& desk) : m_desk(desk) {}
  void record(quint64 request, const core::AttendanceChange& change) override;

private:
  FakeDesk& m_desk;
};

class FakeOutbox final : public models::OutboxSource {
  Q_OBJECT

public:
  explicit FakeOutbox(FakeDesk& desk) : m_desk(desk) {}
  void requestEntries() override;
  void retry(const core::CommandId& command) override;
  void discard(const core::CommandId& command) override;

  std::vector<core::CommandId> retried;

private:
  FakeDesk& m_desk;
};

class FakeSync final : public models::SyncStatusSource {
  Q_OBJECT

public:
  explicit FakeSync(FakeDesk& desk) : m_desk(desk) {}
  [[nodiscard]] models::SyncStatus status() const override;
  void syncNow() override { ++asked; }
  void allowRemoval() override { ++allowed; }

  int asked = 0;
  int allowed = 0;

private:
  FakeDesk& m_desk;
};

class FakeBlobs final : public models::BlobSource {
  Q_OBJECT

public:
  explicit FakeBlobs(FakeDesk& desk) : m_desk(desk) {}
  void store(quint64 request, const QByteArray& content) override;
  void storeFile(quint64 request, const QString& path) override;
  void storeMasked(quint64 request, const QString& path) override;
  void readFile(quint64 request, const QString& path) override;
  void load(quint64 request, const core::BlobId& blob) override;
  void writeFile(quint64 request, const QString& path, const QByteArray& content) override;

  /// What the guard says of files, by their name; those not named here are admitted.
  std::map<QString, core::ErrorCode> refusals;

private:
  FakeDesk& m_desk;
};

/// A document of three pages, each with its number and a word to find; `failure` lets it fail instead.
class FakePages final : public models::PageSource {
  Q_OBJECT

public:
  void open(quint64 request, const QByteArray& content, const QString& mediaType) override;
  void close() override { ++closed; }
  void render(quint64 request, int page, int width) override;
  void find(quint64 request, const QString& text) override;

  std::optional<Failure> failure;
  QByteArray content; ///< that is open
  QList<int> renderedPages;
  int closed = 0;
};

/// A tray in memory; `away` holds what was put into "done".
class FakeScans final : public models::ScanTray {
  Q_OBJECT

public:
  void watch(const QString& folder) override {
    m_folder = folder;
    Q_EMIT changed();
  }
  void putAway(const QString& path) override;
  void scan(const QString& path);

  QStringList away;
};

class FakeJournal final : public models::DeskJournal {
  Q_OBJECT

public:
  explicit FakeJournal(FakeDesk& desk) : m_desk(desk) {}
  void record(quint64 request, const std::string& action, const std::string& subject) override;

private:
  FakeDesk& m_desk;
};

/// Writes nothing: holds each job until it is finished or cancelled.
class FakeListExporter final : public models::ListExporter {
  Q_OBJECT

public:
  void start(quint64 request, const models::ListJob& job) override {
    jobs.push_back(job);
    running = request;
  }
  void cancel(quint64 request) override {
    running.reset();
    Q_EMIT failed(request, core::Error{core::ErrorCode::Cancelled, {}});
  }

  std::vector<models::ListJob> jobs;
  std::optional<quint64> running;
};

/// Prints nothing: holds each paper until it is said to be printed or not.
class FakePrinter final : public models::PaperPrinter {
  Q_OBJECT

public:
  void print(quint64 request, const QByteArray& pdf, std::shared_ptr<QPagedPaintDevice>) override {
    papers.emplace_back(request, pdf);
  }

  std::vector<std::pair<quint64, QByteArray>> papers;
};

class FakeSession final : public models::SessionSource {
  Q_OBJECT

public:
  explicit FakeSession(FakeDesk& desk) : m_desk(desk) {}
  [[nodiscard]] State state() const override { return m_state; }
  [[nodiscard]] core::UserId user() const override;
  [[nodiscard]] QString server() const override { return QStringLiteral("https://madoguchi.example"); }
  [[nodiscard]] QString login() const override;
  /// The password is "window".
  void signIn(const QString& login, const QString& password) override;
  void signOut() override;
  [[nodiscard]] std::optional<core::Instant> offlineUntil() const override { return leasedUntil; }
  [[nodiscard]] bool hasPin() const override { return !m_pin.isEmpty(); }
  void unlock(const QString& pin) override;
  [[nodiscard]] core::Result<void> setPin(const QString& pin) override;

  void forgetPin() { m_pin.clear(); }

  std::optional<core::Instant> leasedUntil;

private:
  void setState(State state);

  FakeDesk& m_desk;
  State m_state = State::SignedIn;
  QString m_pin;
};

} // namespace madoguchi::tests
