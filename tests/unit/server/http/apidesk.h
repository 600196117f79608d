// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/target.h"
#include "tests/unit/server/serverworld.h"

#include <QByteArray>

#include <map>
#include <string>

namespace madoguchi::tests {

/// Speaks to the API as a client would, without a socket.
class ApiDesk {
public:
  explicit ApiDesk(ServerWorld& world, const std::string& login = {}) : m_world(world), m_login(login) {
    if (login.empty()) return;
    const auto answer = ask("POST", "/v1/session",
                            protocol::encode(protocol::SignIn{login, kPassword, device(), "窓口", "test"}));
    if (answer.status != 200) qFatal("%s", answer.body.c_str());
    token = protocol::decode<protocol::Session>(answer.body)->token;
  }

  [[nodiscard]] core::DeviceId device() const { return core::DeviceId("device-" + m_login); }

  [[nodiscard]] server::HttpRequest request(const std::string& method, const std::string& target,
                                            std::string body = {},
                                            std::map<std::string, std::string> headers = {}) const {
    server::HttpRequest request;
    request.method = method;
    const auto parts = server::targetFrom(target);
    if (!parts) qFatal("%s", target.c_str());
    request.path = parts->path;
    request.query = parts->query;
    request.body = std::move(body);
    request.requestId = "request-1";
    request.headers = {{"madoguchi-protocol", "1"}, {"madoguchi-schema", "1"}};
    if (!token.empty()) request.headers["authorization"] = "Bearer " + token;
    for (auto& [name, value] : headers)
      request.headers[name] = value;
    return request;
  }

  server::HttpResponse ask(const std::string& method, const std::string& target, std::string body = {},
                           std::map<std::string, std::string> headers = {}) {
    return m_world.api.handle(request(method, target, std::move(body), std::move(headers)));
  }

  core::CommandAnswer send(const core::Command& command) {
    const auto answer = ask("POST", "/v1/commands",
                            protocol::encode(protocol::CommandRun{device(), {ServerWorld::itemOf(command)}}));
    if (answer.status != 200) qFatal("%s", answer.body.c_str());
    return protocol::decode<protocol::CommandAnswers>(answer.body)->answers.front();
  }

  std::string token;

private:
  ServerWorld& m_world;
  std::string m_login;
};

inline std::string codeOf(const server::HttpResponse& response) {
  const auto problem = protocol::decode<protocol::Problem>(response.body);
  return problem ? problem->code : "no problem";
}

inline std::string percent(const std::string& text) {
  return QByteArray::fromStdString(text).toPercentEncoding().toStdString();
}

} // namespace madoguchi::tests
