// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/server/load.h"

#include "core/cases/casecodec.h"
#include "server/tokens.h"
#include "tests/unit/server/serverworld.h"

#include <atomic>
#include <set>
#include <thread>

namespace madoguchi::tests {

namespace {

constexpr int kCases = 100;
constexpr std::size_t kNotesInARow = 16; ///< at one case, before it has grown long

// Page after page, as a desk without a cache would.
std::vector<core::CaseRow> fetchCases(std::uint16_t port, const std::string& token) {
  TlsClient client(port);
  std::vector<core::CaseRow> rows;
  core::Cursor cursor;
  for (bool more = true; more;) {
    const std::string feed = bodyOf(client.ask(apiRequest(changesLine(cursor), token)));
    more = false;
    for (auto& item : itemsOf(feed)) {
      advance(cursor, item);
      if (const auto* end = std::get_if<core::FeedEnd>(&item)) more = end->more;
      if (auto* row = std::get_if<core::CaseRow>(&item)) rows.push_back(std::move(*row));
    }
  }
  return rows;
}

} // namespace

class Load::Worker {
public:
  Worker(std::uint16_t port, int number) : m_port(port), m_clerk(loginOf(number)) {
    TlsClient client(m_port);
    if (!m_clerk.signIn(client)) qFatal("not let in");
  }
  ~Worker() { join(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void begin(const std::vector<core::CaseId>& cases) {
    m_thread = std::thread([this, cases] { run(cases); });
  }
  void join() {
    m_over = true;
    if (m_thread.joinable()) m_thread.join();
  }
  [[nodiscard]] std::size_t answered() const { return m_answered; }
  [[nodiscard]] bool consistent() const { return m_consistent; }
  [[nodiscard]] const RawClerk& clerk() const { return m_clerk; }

private:
  void run(const std::vector<core::CaseId>& cases) {
    auto client = std::make_unique<TlsClient>(m_port);
    while (!m_over || !m_clerk.unanswered().empty()) {
      for (int i = 0; i < 2 && m_clerk.unanswered().size() < 2; ++i) {
        const std::size_t note = m_clerk.sent.size();
        (void)m_clerk.item(cases[(note / kNotesInARow) % cases.size()],
                           core::AddNote{m_clerk.user().value + " " + std::to_string(note)});
      }
      const std::string answer =
          client->isEncrypted() ? client->ask(m_clerk.runOf(m_clerk.unanswered())) : std::string();
      m_consistent = m_consistent && m_clerk.keep(answer);
      m_answered = m_clerk.answered();
      // A balancer that lost its server hangs up, and so does a server that stops.
      if (answer.empty()) client = std::make_unique<TlsClient>(m_port);
    }
  }

  std::uint16_t m_port;
  RawClerk m_clerk;
  std::atomic<bool> m_over = false;
  std::atomic<std::size_t> m_answered = 0;
  std::atomic<bool> m_consistent = true;
  std::thread m_thread;
};

Load::Load(std::uint16_t port, int clerks) : m_port(port), m_first(loginOf(0)) {
  TlsClient client(m_port);
  if (!m_first.signIn(client)) qFatal("not let in");
  std::vector<protocol::CommandItem> arrivals;
  for (int i = 0; i < kCases; ++i) {
    m_cases.emplace_back(server::newUuid(server::systemNow()));
    arrivals.push_back(m_first.received(m_cases.back()));
  }
  (void)m_first.keep(client.ask(m_first.runOf(arrivals)));
  if (m_first.answered() != m_cases.size()) qFatal("the cases were not received");
  for (int i = 0; i < clerks; ++i)
    m_workers.push_back(std::make_unique<Worker>(m_port, i));
}

Load::~Load() = default;

void Load::begin() {
  for (auto& worker : m_workers)
    worker->begin(m_cases);
}

std::size_t Load::answered() const {
  std::size_t sum = 0;
  for (const auto& worker : m_workers)
    sum += worker->answered();
  return sum;
}

std::string Load::end() {
  for (auto& worker : m_workers)
    worker->join();
  const std::vector<core::CaseRow> rows = fetchCases(m_port, m_first.token);
  std::multiset<std::string> notes;
  for (const auto& row : rows) {
    const auto record = core::caseRecordFrom(row.state, row.timeline);
    if (!record) return "a case cannot be read";
    for (const auto& note : record->state.notes)
      notes.insert(note.text);
  }
  for (const auto& worker : m_workers) {
    if (!worker->consistent()) return "a command had two different answers";
    for (const auto& [id, answer] : worker->clerk().answers())
      if (answer.scope.empty()) return "a command was not applied: " + answer.code;
  }
  const std::set<std::string> different(notes.begin(), notes.end());
  if (notes.size() == answered() && different.size() == answered()) return {};
  return std::to_string(answered()) + " acknowledged, " + std::to_string(notes.size()) + " there, " +
         std::to_string(different.size()) + " different ones";
}

} // namespace madoguchi::tests
