// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/scriptedserver.h"

#include <stdexcept>

namespace madoguchi::tests {

namespace {

std::string percentDecoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    out.push_back(static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16)));
    i += 2;
  }
  return out;
}

/// What stands between `from` and `until`, decoded.
std::string part(const std::string& target, std::string_view from, std::string_view until) {
  const auto start = target.find(from) + from.size();
  const auto end = until.empty() ? std::string::npos : target.find(until, start);
  return percentDecoded(std::string_view(target).substr(start, end - start));
}

} // namespace

std::int64_t ScriptedServer::touch(const core::ScopeName& name, const std::string& caseId) {
  auto& scope = m_scopes[name];
  auto& row = scope.rows[caseId];
  row.scope = name;
  row.id = core::CaseId(caseId);
  row.version += 1;
  row.seq = ++scope.seq;
  scope.gone.erase(caseId);
  return row.seq;
}

void ScriptedServer::remove(const core::ScopeName& name, const std::string& caseId) {
  auto& scope = m_scopes[name];
  scope.rows.erase(caseId);
  scope.gone[caseId] = {name, ++scope.seq, core::CaseId(caseId), "left"};
}

void ScriptedServer::restore(const std::string& epoch) {
  m_epoch = epoch;
  m_applied.clear();
  for (auto& [name, scope] : m_scopes)
    scope.seq += 1000;
}

void ScriptedServer::putBack(const ScriptedServer& snapshot) {
  const auto now = m_now;
  *this = snapshot;
  m_now = now;
}

bool ScriptedServer::isMine(const std::string& target) const {
  if (target.find("confirmed=") == std::string::npos) return true;
  const auto known = m_applied.find(part(target, "confirmed=", "&"));
  if (known == m_applied.end()) return false;
  const bool hasMoment = target.find("&at=") != std::string::npos;
  return !hasMoment || part(target, "&at=", "&") == core::toText(known->second.second.at);
}

ScriptedServer::Rows ScriptedServer::rowsOf(const core::ScopeName& name) const {
  Rows rows;
  const auto scope = m_scopes.find(name);
  if (scope == m_scopes.end()) return rows;
  for (const auto& [id, row] : scope->second.rows)
    rows[id] = row.version;
  return rows;
}

sync::HttpReply ScriptedServer::handle(const sync::HttpRequest& request) {
  sync::HttpReply reply;
  reply.request = request.request;
  reply.status = 200;
  if (!isMine(request.target)) {
    reply.status = 409;
    reply.body = protocol::encode(protocol::Problem{"EpochChanged", {}, {}});
  } else if (request.target.rfind("/v1/commands", 0) == 0) {
    reply.body = answer(request.body);
  } else if (request.target.rfind("/v1/changes", 0) == 0) {
    const auto cursor = protocol::decode<core::Cursor>(part(request.target, "cursor=", "&"));
    if (!cursor) throw std::logic_error("the cursor cannot be read");
    reply.items = changes(*cursor);
  } else if (request.target.rfind("/v1/snapshot/", 0) == 0) {
    reply.items = snapshot(part(request.target, "/v1/snapshot/", "?"), part(request.target, "after=", ""));
  } else {
    reply.status = 404;
  }
  return reply;
}

std::string ScriptedServer::answer(const std::string& body) {
  const auto run = protocol::decode<protocol::CommandRun>(body);
  if (!run) throw std::logic_error("the run cannot be read");
  protocol::CommandAnswers answers;
  for (const auto& item : run->items) {
    const auto command = core::parseJson(item.payload);
    const auto text = [&command](const char* key) {
      return std::string(command->as_object().at(key).as_string());
    };
    auto& [payload, answer] = m_applied[text("id")];
    if (payload.empty()) {
      payload = item.payload;
      answer.command = core::CommandId(text("id"));
      answer.at = m_now += std::chrono::milliseconds(1);
      if (text("case") == "bad") {
        answer.kind = core::AnswerKind::Rejected;
        answer.code = "WrongState";
      } else {
        answer.scope = text("scope");
        answer.seq = touch(answer.scope, text("case"));
        ++m_effects;
      }
    } else if (payload != item.payload) {
      throw std::logic_error("the same id came with another payload");
    }
    answers.answers.push_back(answer);
  }
  return protocol::encode(answers);
}

std::vector<core::FeedItem> ScriptedServer::changes(const core::Cursor& cursor) const {
  core::ScopeList list{m_epoch, {}};
  for (const auto& [name, scope] : m_scopes)
    list.scopes.push_back(name);
  std::vector<core::FeedItem> items{list};
  std::size_t given = 0;
  bool more = false;
  for (const auto& [name, scope] : m_scopes) {
    const auto known = cursor.scopes.find(name);
    const bool usable = cursor.epoch == m_epoch && known != cursor.scopes.end() && known->second <= scope.seq;
    std::map<std::int64_t, core::FeedItem> bySeq;
    for (const auto& [id, row] : scope.rows)
      if (!usable || row.seq > known->second) bySeq[row.seq] = row;
    for (const auto& [id, row] : scope.gone)
      if (!usable || row.seq > known->second) bySeq[row.seq] = row;
    for (const auto& [seq, item] : bySeq) {
      more = given++ == pageRows;
      if (more) break;
      items.push_back(item);
    }
    if (more) break;
    items.push_back(core::Checkpoint{name, scope.seq, static_cast<std::int64_t>(scope.rows.size()), "h"});
  }
  items.push_back(core::FeedEnd{more});
  return items;
}

std::vector<core::FeedItem> ScriptedServer::snapshot(const core::ScopeName& name,
                                                     const std::string& after) const {
  const auto& scope = m_scopes.at(name);
  std::vector<core::FeedItem> items;
  core::SnapshotEnd end{name, core::CaseId(after), scope.seq, true};
  for (auto row = scope.rows.upper_bound(after); row != scope.rows.end(); ++row) {
    if (items.size() == pageRows) {
      end.done = false;
      break;
    }
    items.push_back(row->second);
    end.after = row->second.id;
  }
  items.push_back(end);
  return items;
}

} // namespace madoguchi::tests
