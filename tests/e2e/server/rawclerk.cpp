// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/server/rawclerk.h"

#include "core/cases/casecodec.h"
#include "server/tokens.h"
#include "tests/unit/server/serverworld.h"

#include <QUrl>

namespace madoguchi::tests {

std::string apiRequest(const std::string& line, const std::string& token, const std::string& body) {
  return line +
         " HTTP/1.1\r\nHost: x\r\nMadoguchi-Protocol: 1\r\nMadoguchi-Schema: 1\r\nAuthorization: Bearer " +
         token + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string bodyOf(const std::string& answer) {
  const auto at = answer.find("\r\n\r\n");
  return at == std::string::npos ? std::string() : answer.substr(at + 4);
}

std::string changesLine(const core::Cursor& cursor) {
  return "GET /v1/changes?cursor=" +
         QUrl::toPercentEncoding(QString::fromStdString(protocol::encode(cursor))).toStdString();
}

void advance(core::Cursor& cursor, const core::FeedItem& item) {
  if (const auto* list = std::get_if<core::ScopeList>(&item)) cursor.epoch = list->epoch;
  if (const auto* point = std::get_if<core::Checkpoint>(&item)) cursor.scopes[point->scope] = point->seq;
  if (const auto* row = std::get_if<core::CaseRow>(&item)) cursor.scopes[row->scope] = row->seq;
  if (const auto* row = std::get_if<core::ReferenceRow>(&item)) cursor.scopes[row->scope] = row->seq;
  if (const auto* row = std::get_if<core::GoneRow>(&item)) cursor.scopes[row->scope] = row->seq;
}

bool RawClerk::signIn(TlsClient& client) {
  const protocol::SignIn signIn{m_login, kPassword, m_device, {}, {}};
  const auto session = protocol::decode<protocol::Session>(
      bodyOf(client.ask(apiRequest("POST /v1/session", {}, protocol::encode(signIn)))));
  if (!session) return false;
  token = session->token;
  m_user = session->actor.id;
  return true;
}

protocol::CommandItem RawClerk::item(const core::CaseId& id, core::CommandBody body) {
  core::Command command;
  command.id = core::CommandId(server::newUuid(server::systemNow()));
  command.caseId = id;
  command.actor = m_user;
  command.device = m_device;
  command.baseVersion = 1;
  command.body = std::move(body);
  m_ids.push_back(command.id);
  sent.push_back({static_cast<std::int64_t>(sent.size()) + 1, core::canonicalJson(core::toJson(command))});
  return sent.back();
}

protocol::CommandItem RawClerk::received(const core::CaseId& id) {
  core::ReceiveOnPaper receive;
  receive.procedure = core::ProcedureId("outdoor-advertisement-permit");
  receive.office = core::OfficeId("east");
  receive.stampedOn = core::dayInJapan(server::systemNow());
  receive.applicant.party.name.display = "山崎　花子";
  receive.form = core::json::object{};
  return item(id, receive);
}

std::string RawClerk::runOf(const std::vector<protocol::CommandItem>& items) const {
  return apiRequest("POST /v1/commands", token, protocol::encode(protocol::CommandRun{m_device, items}));
}

bool RawClerk::keep(const std::string& answer) {
  const auto answers = protocol::decode<protocol::CommandAnswers>(bodyOf(answer));
  if (!answers) return true;
  for (const auto& one : answers->answers)
    if (!(m_answers.emplace(one.command, one).first->second == one)) return false;
  return true;
}

std::vector<protocol::CommandItem> RawClerk::unanswered() const {
  std::vector<protocol::CommandItem> items;
  for (std::size_t i = 0; i < sent.size(); ++i)
    if (!m_answers.contains(m_ids[i])) items.push_back(sent[i]);
  return items;
}

} // namespace madoguchi::tests
