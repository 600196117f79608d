// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/http/transport.h"
#include "tests/faults/memorydisk.h"
#include "tests/sim/simclient.h"
#include "tests/sim/simserver.h"
#include "tests/unit/sync/http/rawserver.h"

#include <QTemporaryDir>

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// The answers that change a cache, and one that forgets the journal.
enum class AnswerKind {
  FirstChanges, ///< of an empty cache: references, cases, checkpoints
  Changes,      ///< of a cache that holds something unsent
  Snapshot,
  Commands,
  Audit
};
inline constexpr std::array kAnswerKinds{AnswerKind::FirstChanges, AnswerKind::Changes, AnswerKind::Snapshot,
                                         AnswerKind::Commands, AnswerKind::Audit};
[[nodiscard]] const char* nameOf(AnswerKind kind);

/// A transport and a TLS server that answers with any bytes.
class RawLine {
public:
  RawLine();
  [[nodiscard]] sync::http::Transport& transport() { return *m_transport; }
  /// Whatever is asked from now on is answered with these bytes, and the line cut.
  void answerWith(const std::string& bytes);
  /// Lets things happen until it is done; false where that takes longer than any answer may.
  [[nodiscard]] static bool waitFor(const bool& done);

private:
  RawServer m_server;
  std::unique_ptr<sync::http::Transport> m_transport;
};

/// A desk (engine, readers, cache) that asks a real transport, in the same state for each answer.
class HostileLine {
public:
  explicit HostileLine(AnswerKind kind);
  ~HostileLine();

  enum class Outcome {
    Refused,    ///< the cache has not changed by a byte, and the desk says why
    SameAsGood, ///< read as the server's own
    Other       ///< another answer that can be read
  };
  struct Seen {
    Outcome outcome = Outcome::Refused;
    std::string problem;   ///< its code; empty where there is none
    std::string complaint; ///< a promise that was broken; empty is well
  };
  /// The desk begins as ever, asks, and gets these bytes.
  [[nodiscard]] Seen answer(const std::string& bytes);
  /// The good answer changes the cache.
  [[nodiscard]] bool isTakenWhenWhole();

  [[nodiscard]] static std::string response(int status, const std::string& body,
                                            const std::string& headers = {});
  [[nodiscard]] std::vector<std::string> wholeResponses() const;
  [[nodiscard]] const std::string& body() const { return m_body; }

private:
  void makeNews();
  void makeImages();
  void begin();
  [[nodiscard]] sync::HttpRequest untilAsked();
  void runFor(std::chrono::milliseconds span);
  void runToEnd(SimClient& client, std::deque<sync::HttpRequest>& asked);
  [[nodiscard]] sync::HttpReply fetch(const sync::HttpRequest& request, const std::string& bytes);
  [[nodiscard]] std::string brokenPromise(const std::vector<core::OutboxEntry>& before);
  [[nodiscard]] sync::HttpReply goodFor(const sync::HttpRequest& request);

  AnswerKind m_kind;
  Timeline m_timeline{1};
  Claims m_claims;
  SimServer m_server;
  QTemporaryDir m_folder;
  std::deque<sync::HttpRequest> m_asked;
  std::unique_ptr<SimClient> m_desk;
  disk::Image m_begin;
  core::Actor m_actor;
  sync::HttpReply m_good;
  std::string m_body; ///< of the good answer, as it goes over the line
  RawLine m_line;
};

/// What the desk asks beside its engine.
enum class AskedBesides { SignIn, Recovery, Attendance, Document, ReadyMadePart };
inline constexpr std::array kAskedBesides{AskedBesides::SignIn, AskedBesides::Recovery,
                                          AskedBesides::Attendance, AskedBesides::Document,
                                          AskedBesides::ReadyMadePart};
[[nodiscard]] const char* nameOf(AskedBesides kind);

class BesidesLine {
public:
  explicit BesidesLine(AskedBesides kind);
  struct Seen {
    bool isAnswered = false;
    bool isTaken = false;
    core::Error error; ///< where it was not taken
  };
  [[nodiscard]] Seen ask(const std::string& bytes);
  [[nodiscard]] const std::string& body() const { return m_body; }
  /// 206 where a part is asked for.
  [[nodiscard]] int goodStatus() const;

private:
  AskedBesides m_kind;
  std::string m_body;
  RawLine m_line;
};

} // namespace madoguchi::tests
