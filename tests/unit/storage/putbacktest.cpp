// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outboxtable.h"
#include "storage/settings.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

using namespace madoguchi;
using core::OutboxStatus;
using tests::expected;

/// What a desk remembers of what it sent, for the day on which the server's database is put back.
class PutBackTest : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
  }

  void shouldSendAgainWhatItRemembers_whenTheServerWasPutBack() {
    const auto ids = tests::arrive(*m_server, *m_desk, 3);
    for (const auto& id : ids)
      m_desk->perform(id, core::AddNote{"bestätigt"});
    const auto given = m_desk->outbox();
    m_desk->push();
    QVERIFY(expected(m_desk->cache().confirmed()) ==
            (core::Confirmation{given.back().command, m_server->world.now}));
    std::vector<core::FeedItem> items;
    for (const auto& id : ids)
      items.emplace_back(m_server->row(m_server->record(id)));
    // GIVEN one that left with its case, and two that the feed has brought
    items.emplace_back(m_server->gone(ids[1]));
    static_cast<void>(m_desk->feed(items));
    static_cast<void>(m_desk->feed(m_server->drained()));
    QVERIFY(m_desk->outbox().empty());
    m_desk->close();
    m_desk->open();
    m_desk->perform(ids[2], core::AddNote{"wartet"});
    // WHEN history was put back, under the same epoch
    const auto changes = expected(m_desk->cache().startAnew({}, m_server->world.now));
    QVERIFY(changes.outboxChanged);
    // THEN they wait again, before what waits
    const auto outbox = m_desk->outbox();
    QCOMPARE(outbox.size(), std::size_t(3));
    QCOMPARE(outbox[0].command, given[0].command);
    QCOMPARE(outbox[0].payload, given[0].payload);
    QCOMPARE(outbox[1].command, given[2].command);
    for (const auto& entry : outbox)
      QCOMPARE(entry.status, OutboxStatus::Waiting);
    QVERIFY(expected(m_desk->cache().confirmed()) == core::Confirmation());
    const auto cursor = expected(m_desk->cache().cursor());
    QCOMPARE(cursor.epoch, m_server->epoch);
    QVERIFY(cursor.scopes.empty());
    // AND stand once in what is seen, as before; nobody can drop them, because they were sent
    QCOMPARE(m_desk->shown(ids[0]).notes.size(), std::size_t(1));
    QCOMPARE(m_desk->shown(ids[2]).notes.size(), std::size_t(2));
    QVERIFY(!m_desk->cache().takeBack(given[0].command, std::nullopt, m_server->world.now, true));
    // AND are not remembered twice
    static_cast<void>(expected(m_desk->cache().startAnew("epoch-2", m_server->world.now)));
    QCOMPARE(m_desk->outbox().size(), std::size_t(3));
    QCOMPARE(expected(m_desk->cache().cursor()).epoch, std::string("epoch-2"));
  }

  void shouldRememberWhatItSent_whenTheCaseMovesToAnotherOffice() {
    const auto id = tests::arrive(*m_server, *m_desk, 1).front();
    m_desk->perform(id, core::AddNote{"bestätigt"});
    m_desk->perform(id, core::AddNote{"noch nicht gesehen"});
    const auto given = m_desk->outbox();
    m_desk->push();
    // GIVEN one that the feed has brought, and one that it has not, when the case leaves one office
    auto record = m_server->record(id);
    std::vector<core::FeedItem> items{m_server->row(record), m_server->gone(id)};
    // AND an answer that ends there, although the next rows belong to it
    auto drained = m_server->drained();
    drained.back() = core::FeedEnd{true};
    items.insert(items.end(), drained.begin(), drained.end());
    static_cast<void>(m_desk->feed(items));
    // AND comes to another that the desk sees too, with a later page
    record.state.office = core::OfficeId("west");
    record.state.version += 1;
    static_cast<void>(m_desk->feed({m_server->row(record), m_server->checkpoint(m_server->west())}));
    static_cast<void>(m_desk->feed(m_server->drained()));
    QVERIFY(m_desk->outbox().empty());
    // THEN nothing is forgotten
    static_cast<void>(expected(m_desk->cache().startAnew({}, m_server->world.now)));
    QCOMPARE(m_desk->outbox().size(), std::size_t(2));
    QCOMPARE(m_desk->outbox().front().command, given.front().command);
  }

  void shouldRememberWhatItSent_whileAnotherOfficeIsYetToBeFetched() {
    const auto id = tests::arrive(*m_server, *m_desk, 1).front();
    m_desk->perform(id, core::AddNote{"bestätigt"});
    m_desk->push();
    // GIVEN an office whose rows are to come by snapshot pages, so that the feed has left them out
    const std::vector<core::FeedItem> items{m_server->row(m_server->record(id)), m_server->gone(id),
                                            m_server->checkpoint(m_server->east()), core::FeedEnd{}};
    static_cast<void>(m_desk->feed(items));
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(expected(m_desk->cache().cursor()).scopes.count(m_server->west()) == 0);
    static_cast<void>(expected(m_desk->cache().startAnew({}, m_server->world.now)));
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
  }

  void shouldRememberNothingOfACase_thatWasDestroyed() {
    const auto id = tests::arrive(*m_server, *m_desk, 1).front();
    m_desk->perform(id, core::AddNote{"geheim"});
    m_desk->push();
    static_cast<void>(m_desk->feed({m_server->row(m_server->record(id))}));
    QVERIFY(m_desk->outbox().empty());
    auto record = m_server->record(id);
    record.state.status = core::Status::Destroyed;
    record.state.version += 1;
    static_cast<void>(m_desk->feed({m_server->row(record)}));
    static_cast<void>(expected(m_desk->cache().startAnew({}, m_server->world.now)));
    QVERIFY(m_desk->outbox().empty());
  }

  void shouldForgetPaperThatNeverCame_onlyWhenAFeedThatKnowsOfItHasLeftItOut() {
    // GIVEN paper that was with another office before its case came
    const core::CaseId id(m_server->world.freshId());
    const auto answer = m_desk->appliedOutOfSight(m_desk->perform(id, m_server->paper()));
    const core::Confirmation confirmed = core::lastConfirmed({answer});
    // AND feeds that were asked for before, or of a history in which a late copy of it was decided anew
    const core::Confirmation elsewhere{answer.command, answer.at + std::chrono::milliseconds(1)};
    for (const core::Confirmation& named : {core::Confirmation(), elsewhere}) {
      static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
      QVERIFY(expected(m_desk->cache().confirmed()) == confirmed);
      static_cast<void>(expected(m_desk->cache().applyFeed(m_server->drained(), m_server->world.now,
                                                           {storage::Removals::Hold, named})));
      QVERIFY(m_desk->outbox().empty());
      // THEN it is not lost where that confirmation was of a history that is no more
      static_cast<void>(expected(m_desk->cache().startAnew({}, m_server->world.now)));
      QCOMPARE(m_desk->outbox().size(), std::size_t(1));
      QCOMPARE(m_desk->outbox().front().command, answer.command);
    }
    // WHEN a feed comes whose request has named it
    static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
    static_cast<void>(m_desk->feed(m_server->drained()));
    // THEN nothing is left of it on this PC
    static_cast<void>(expected(m_desk->cache().startAnew({}, m_server->world.now)));
    QVERIFY(m_desk->outbox().empty());
  }

  void shouldNoteWhatWasDecidedLast_notWhatWasAnsweredLast() {
    const auto ids = tests::arrive(*m_server, *m_desk, 2);
    std::vector<core::CommandAnswer> answers;
    for (const auto& id : ids)
      answers.push_back(m_desk->appliedOutOfSight(m_desk->perform(id, core::AddNote{"bestätigt"})));
    answers.back().at -= std::chrono::milliseconds(1);
    static_cast<void>(expected(m_desk->cache().recordAnswers(answers, m_server->world.now)));
    QVERIFY(expected(m_desk->cache().confirmed()) == core::lastConfirmed({answers.front()}));
    // AND keeps it to the millisecond
    m_desk->close();
    m_desk->open();
    QVERIFY(expected(m_desk->cache().confirmed()) == core::lastConfirmed({answers.front()}));
  }

  void shouldGoOnWithTheCommandAlone_whereAnOlderReleaseNotedNoMoment() {
    const core::CaseId id(m_server->world.freshId());
    const auto answer = m_desk->appliedOutOfSight(m_desk->perform(id, m_server->paper()));
    static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
    static_cast<void>(expected(m_desk->cache().setSetting(storage::kConfirmedSetting, answer.command.value)));
    QVERIFY(expected(m_desk->cache().confirmed()) == (core::Confirmation{answer.command, {}}));
    static_cast<void>(m_desk->feed(m_server->drained()));
    static_cast<void>(expected(m_desk->cache().startAnew({}, m_server->world.now)));
    QVERIFY(m_desk->outbox().empty()); // forgotten, as before
  }

  void shouldRememberTheNewest() {
    const auto id = tests::arrive(*m_server, *m_desk, 1).front();
    m_desk->perform(id, core::AddNote{"bestätigt"});
    m_desk->push();
    m_desk->close();
    const auto raw = [this] {
      return storage::openRaw(storage::cacheFileOf(m_desk->profile()), 2 /* READWRITE */);
    };
    // GIVEN as many older ones as are kept
    static_assert(storage::OutboxTable::kMostRemembered == 1'000);
    raw()->script(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
        " INSERT INTO remembered SELECT -i, 'old-' || i, 'elsewhere', 'AddNote', '{}', '', '' FROM n");
    m_desk->open();
    static_cast<void>(m_desk->feed({m_server->row(m_server->record(id))}));
    QVERIFY(m_desk->outbox().empty());
    m_desk->close();
    QCOMPARE(raw()->number("SELECT count(*) FROM remembered"), storage::OutboxTable::kMostRemembered);
    QCOMPARE(raw()->number("SELECT min(device_seq) FROM remembered"), std::int64_t(-999));
    QCOMPARE(raw()->number("SELECT max(device_seq) FROM remembered"), std::int64_t(1));
    m_desk->open();
  }
};

QTEST_APPLESS_MAIN(PutBackTest)
#include "putbacktest.moc"
