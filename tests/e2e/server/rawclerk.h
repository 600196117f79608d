// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/command.h"
#include "core/sync/feed.h"
#include "protocol/messages.h"
#include "tests/unit/server/http/tlsclient.h"

#include <map>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// The text of a request of the API.
[[nodiscard]] std::string apiRequest(const std::string& line, const std::string& token,
                                     const std::string& body = {});
[[nodiscard]] std::string bodyOf(const std::string& answer);

/// What a desk that has come so far asks next: "GET /v1/changes?cursor=…".
[[nodiscard]] std::string changesLine(const core::Cursor& cursor);
void advance(core::Cursor& cursor, const core::FeedItem& item);

/// A clerk without a cache, whose outbox never forgets: what was sent, and the first answer to each.
class RawClerk {
public:
  explicit RawClerk(std::string login) : m_login(std::move(login)), m_device("device-" + m_login) {}

  /// False when the server did not let the clerk in.
  bool signIn(TlsClient& client);
  /// One more command, remembered as sent.
  protocol::CommandItem item(const core::CaseId& id, core::CommandBody body);
  /// An application that came to the counter, with a fresh case.
  protocol::CommandItem received(const core::CaseId& id);
  [[nodiscard]] std::string runOf(const std::vector<protocol::CommandItem>& items) const;
  /// False when an answer differs from one that was given before.
  bool keep(const std::string& answer);

  /// What was sent and has no answer yet, in order.
  [[nodiscard]] std::vector<protocol::CommandItem> unanswered() const;
  [[nodiscard]] std::size_t answered() const { return m_answers.size(); }
  [[nodiscard]] const std::map<core::CommandId, core::CommandAnswer>& answers() const { return m_answers; }
  [[nodiscard]] const core::UserId& user() const { return m_user; }

  std::string token;
  std::vector<protocol::CommandItem> sent;

private:
  std::string m_login;
  core::DeviceId m_device;
  core::UserId m_user;
  std::vector<core::CommandId> m_ids; ///< of what was sent
  std::map<core::CommandId, core::CommandAnswer> m_answers;
};

} // namespace madoguchi::tests
