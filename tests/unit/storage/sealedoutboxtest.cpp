// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sealedoutbox.h"

#include "core/sync/sealed.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

#include <cstdio>
#include <fstream>
#include <set>
#include <sodium.h>

using namespace madoguchi;
using namespace madoguchi::core;
using tests::expected;
namespace fs = std::filesystem;

namespace {

constexpr const char* kText = "封じられるべき文言";

/// The server's pair, and what it gives the client at sign-in.
struct Keys {
  std::array<unsigned char, crypto_box_PUBLICKEYBYTES> open{};
  std::array<unsigned char, crypto_box_SECRETKEYBYTES> secret{};
  storage::Sealing sealing;

  Keys() {
    crypto_box_keypair(open.data(), secret.data());
    sealing = {toHex(open), std::string(64, '7'), UserId("clerk1"), DeviceId("device-1")};
  }
  [[nodiscard]] Sealed opened(const fs::path& file) const {
    const std::string box = tests::readFile(file.string());
    std::string text(box.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(text.data()),
                             reinterpret_cast<const unsigned char*>(box.data()), box.size(), open.data(),
                             secret.data()) != 0)
      throw std::runtime_error("it does not open");
    return expected(decodeSealed(text));
  }
};

} // namespace

/// What is unsent is also sealed to the server, at every moment.
class SealedOutboxTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] CaseId arrive() {
    const auto record = m_server->takenCase();
    m_desk->feed({m_server->row(record)});
    return record.state.id;
  }
  [[nodiscard]] fs::path folder() const { return m_desk->profile().folder / "sealed"; }
  [[nodiscard]] std::set<std::string> names() const {
    std::set<std::string> found;
    for (const auto& file : fs::directory_iterator(folder()))
      found.insert(file.path().filename().string());
    return found;
  }
  /// The files are those of the outbox, and hold its payloads.
  [[nodiscard]] bool agrees() {
    std::set<std::string> wanted;
    for (const auto& entry : m_desk->outbox()) {
      const std::string name = storage::sealedName(entry.deviceSeq);
      wanted.insert(name);
      if (names().count(name) == 0 || m_keys->opened(folder() / name).payload != entry.payload) return false;
    }
    return wanted == names();
  }

  std::unique_ptr<Keys> m_keys;
  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    QVERIFY(sodium_init() >= 0);
    m_keys = std::make_unique<Keys>();
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
    expected(m_desk->cache().setSealing(m_keys->sealing));
  }

  void shouldSealACommand_asLongAsItIsInTheOutbox() {
    const auto id = arrive();
    m_desk->perform(id, AddNote{kText});
    QCOMPARE(names().size(), std::size_t{1});
    const auto sealed = m_keys->opened(folder() / *names().begin());
    QCOMPARE(sealed.payload, m_desk->outbox().front().payload);
    QCOMPARE(sealed.deviceSeq, m_desk->outbox().front().deviceSeq);
    QCOMPARE(sealed.proof, proofOf(sealed, m_keys->sealing.sealKey));
    QVERIFY(sealed.proof != proofOf(sealed, std::string(64, '8')));
    QVERIFY(tests::readFile((folder() / *names().begin()).string()).find(kText) == std::string::npos);
    // WHEN it was answered, and its row came
    m_desk->push();
    m_desk->pull();
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(names().empty());
  }

  void shouldSealTheCommandAlone_whenItTakesADraft() {
    const auto id = arrive();
    expected(m_desk->cache().saveDraft("case/a/note", kText));
    QCOMPARE(names().size(), std::size_t{1});
    const std::map<std::string, std::string> taken{{"case/a/note", kText}};
    QVERIFY(!m_desk->cache().perform(m_desk->command(id, AddNote{""}), false, taken).has_value());
    QCOMPARE(names().size(), std::size_t{1});
    QVERIFY(m_desk->cache().perform(m_desk->command(id, AddNote{kText}), false, taken).has_value());
    QVERIFY(agrees());
  }

  void shouldSealNothing_whenTheCommandIsRefused() {
    const auto id = arrive();
    QVERIFY(!m_desk->cache().perform(m_desk->command(id, AddNote{""}), false).has_value());
    QVERIFY(names().empty());
  }

  void shouldDropTheSeal_whenAPairAnnihilates() {
    const auto id = arrive();
    const auto kept = m_desk->perform(id, AddNote{"残る"});
    const auto gone = m_desk->perform(id, AddNote{kText});
    QVERIFY(m_desk->cache().takeBack(gone, std::nullopt, m_server->world.now, false).has_value());
    QCOMPARE(m_desk->outbox().size(), std::size_t{1});
    QVERIFY(m_desk->outbox().front().command == kept);
    QVERIFY(agrees());
  }

  void shouldRefuseTheCommand_whenItCannotBeSealed() {
    const auto id = arrive();
    fs::remove_all(folder());
    std::ofstream(folder()) << "in the way";
    QVERIFY(!m_desk->cache().perform(m_desk->command(id, AddNote{kText}), false).has_value());
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(m_desk->shown(id).notes.empty());
  }

  void shouldMakeTheFilesAgree_whenACrashCameBetween() {
    const auto id = arrive();
    m_desk->perform(id, AddNote{"一"});
    m_desk->perform(id, AddNote{"二"});
    m_desk->close();
    // WHEN one command's file is gone, and there is one of a command that was never committed
    fs::remove(folder() / storage::sealedName(1));
    std::ofstream(folder() / storage::sealedName(77)) << "x";
    std::ofstream(folder() / "0000000000000078.sealed.part") << "x";
    m_desk->open();
    QCOMPARE(m_desk->outbox().size(), std::size_t{2});
    QVERIFY(agrees());
  }

  void shouldSealWhatIsHalfTyped() {
    expected(m_desk->cache().saveDraft("case/1/memo", kText));
    QCOMPARE(names().size(), std::size_t{1});
    const auto sealed = m_keys->opened(folder() / *names().begin());
    QCOMPARE(sealed.draftKey, std::string("case/1/memo"));
    QCOMPARE(sealed.draft, std::string(kText));
    expected(m_desk->cache().saveDraft("case/1/memo", ""));
    QVERIFY(names().empty());
  }

  void shouldSealAnew_whenTheServerHasAnotherKey() {
    const auto id = arrive();
    m_desk->perform(id, AddNote{kText});
    m_keys = std::make_unique<Keys>();
    expected(m_desk->cache().setSealing(m_keys->sealing));
    QVERIFY(agrees());
    // AND it is kept
    m_desk->close();
    m_desk->open();
    m_desk->perform(id, AddNote{"次"});
    QVERIFY(agrees());
  }

  void shouldDrainThirtyDaysOfWorkInOrder() {
    // GIVEN a clerk who was away for 30 days, with 5,000 commands and a pair taken back among each ten
    const int total = tests::count(500, 5'000);
    constexpr int kCases = 50;
    std::vector<CaseId> cases;
    for (int i = 0; i < kCases; ++i)
      cases.push_back(arrive());
    std::vector<CommandId> made;
    for (int i = 0; i < total; ++i) {
      m_server->world.now += std::chrono::milliseconds(std::chrono::hours{24 * 30}) / total;
      const auto& id = cases[static_cast<std::size_t>(i) % cases.size()];
      made.push_back(m_desk->perform(id, AddNote{std::to_string(i)}));
      if (i % 10 != 9) continue;
      const auto undone = m_desk->perform(id, AddNote{kText});
      QVERIFY(m_desk->cache().takeBack(undone, std::nullopt, m_server->world.now, false).has_value());
    }
    QCOMPARE(m_desk->outbox().size(), static_cast<std::size_t>(total));
    QCOMPARE(names().size(), static_cast<std::size_t>(total));
    // WHEN it is sent
    std::vector<CommandId> answered;
    int runs = 0;
    for (auto answers = m_desk->push(); !answers.empty(); answers = m_desk->push()) {
      ++runs;
      for (const auto& answer : answers) {
        QVERIFY(answer.kind == AnswerKind::Applied);
        answered.push_back(answer.command);
      }
    }
    // THEN in the order of the work, in few runs, and nothing stays behind
    QVERIFY(answered == made);
    QVERIFY(runs <= total / 500 + 1);
    m_desk->pull();
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(names().empty());
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const auto notes = m_desk->shown(cases[i]).notes;
      QCOMPARE(notes.size(), static_cast<std::size_t>(total / kCases));
      for (std::size_t n = 0; n < notes.size(); ++n)
        QCOMPARE(notes[n].text, std::to_string(n * cases.size() + i));
    }
    std::printf("%d commands of 30 days drained in %d runs\n", total, runs);
  }
};

QTEST_GUILESS_MAIN(SealedOutboxTest)
#include "sealedoutboxtest.moc"
