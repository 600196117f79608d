// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/prove/cutline.h"

#include "app/cli/awaited.h"
#include "core/cases/casecodec.h"
#include "server/embedded/embeddedstore.h"
#include "server/http/api.h"
#include "tests/e2e/server/rawclerk.h"
#include "tests/support/prove.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

#include <cstdio>

namespace madoguchi::tests {

using sync::HttpReply;
using sync::HttpRequest;

const core::DeviceId CutLine::kDevice{"device-clerk"};

bool isWell(const HttpReply& reply) {
  return !reply.error && reply.status >= 200 && reply.status < 300;
}

void CutLine::begin() {
  m_server = std::make_unique<ServerProcess>();
  QVERIFY(m_server->run({QStringLiteral("office"), QStringLiteral("add"), QStringLiteral("east")}));
  QVERIFY(m_server->run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("clerk"),
                         QStringLiteral("--office"), QStringLiteral("east"), QStringLiteral("--grant"),
                         QStringLiteral("clerk:east")},
                        QString::fromUtf8(kPassword)));
  m_server->setOptions({QStringLiteral("--ready-made-from"), QStringLiteral("2")});
  QVERIFY(m_server->start());
  RawClerk clerk("clerk");
  {
    TlsClient line(m_server->port());
    QVERIFY(clerk.signIn(line));
    QVERIFY(clerk.keep(line.ask(
        clerk.runOf({clerk.received(core::CaseId("case-0")), clerk.received(core::CaseId("case-1"))}))));
  }
  // It looks for what is worth a ready-made cache when it starts.
  QVERIFY(m_server->stop());
  QVERIFY(m_server->start());
  user = clerk.user();
  m_proxy = std::make_unique<CutProxy>(m_server->port());
  auto address = sync::http::parseServerAddress("https://127.0.0.1:" + std::to_string(m_proxy->port()),
                                                m_server->fingerprint().toStdString());
  QVERIFY(address.has_value());
  m_transport = std::make_unique<sync::http::Transport>(std::move(*address), nullptr);
  m_transport->setCache(kDevice, user);
  setToken(clerk.token);
  auto opened =
      server::EmbeddedStore::open((m_server->data() + QStringLiteral("/madoguchi.db")).toStdString());
  QVERIFY(opened.has_value());
  store = std::move(*opened);
}

void CutLine::end() {
  std::printf("T3: %zu of %zu routes, %d cuts, %d tries that failed, 0 doubled\n", m_routes.size(),
              server::Api::routes().size(), m_cuts, m_errors);
  m_transport.reset();
  store.reset();
  m_proxy.reset();
  QVERIFY(m_server->stop());
  QVERIFY(m_server->run({QStringLiteral("verify")}));
}

void CutLine::setToken(const std::string& other) {
  token = other;
  m_transport->setToken(token);
}

HttpReply CutLine::ask(const HttpRequest& request) {
  app::Awaited<HttpReply> awaited;
  m_transport->send(request, [&awaited](HttpReply&& reply) { awaited.set(std::move(reply)); });
  return awaited.wait();
}

HttpReply CutLine::insist(const HttpRequest& request) {
  HttpReply reply = ask(request);
  for (int tries = 0; !isWell(reply) && tries < kTries; ++tries)
    reply = ask(request);
  return reply;
}

// So that a connection is there, and what is counted is the request's alone.
void CutLine::warm() {
  while (!isWell(ask({.target = "/healthz"}))) {
  }
}

CutLine::Cost CutLine::costOf(const HttpRequest& request) {
  warm();
  const std::int64_t up = m_proxy->carried(CutProxy::Way::ToServer);
  const std::int64_t down = m_proxy->carried(CutProxy::Way::ToClient);
  HttpReply reply = ask(request);
  return {m_proxy->carried(CutProxy::Way::ToServer) - up, m_proxy->carried(CutProxy::Way::ToClient) - down,
          std::move(reply)};
}

void CutLine::cutEverywhere(const Fresh& fresh, const Check& check, Again again) {
  const HttpRequest first = fresh();
  const std::string path = first.target.substr(0, first.target.find('?'));
  const std::string route = server::Api::routeOf(sync::nameOf(first.method), path);
  QVERIFY(!route.empty());
  const Cost undisturbed = costOf(first);
  const std::int64_t sizes[] = {undisturbed.up, undisturbed.down};
  QVERIFY2(isWell(undisturbed.reply), undisturbed.reply.body.c_str());
  check(first, undisturbed.reply);
  const int cutsBefore = m_cuts;
  const int errorsBefore = m_errors;
  for (const auto way : {CutProxy::Way::ToServer, CutProxy::Way::ToClient}) {
    const std::int64_t bytes = std::min<std::int64_t>(sizes[static_cast<std::size_t>(way)], 4'096);
    const std::int64_t stride = proving() ? 1 : bytes / 6 + 1;
    for (std::int64_t after = 0; after < bytes && !QTest::currentTestFailed(); after += stride)
      cutOnce(way, after, fresh, check, again);
  }
  m_routes.insert(route);
  std::printf("T3 %s: %lld + %lld bytes, %d cuts, %d tries that failed\n", route.c_str(),
              static_cast<long long>(sizes[0]), static_cast<long long>(sizes[1]), m_cuts - cutsBefore,
              m_errors - errorsBefore);
}

void CutLine::cutOnce(CutProxy::Way way, std::int64_t after, const Fresh& fresh, const Check& check,
                      Again again) {
  ++m_cuts;
  const HttpRequest request = fresh();
  warm();
  m_proxy->cutOnce(way, after);
  HttpReply reply = ask(request);
  check(request, reply);
  if (isWell(reply)) return;
  ++m_errors;
  if (again == Again::No) return;
  reply = insist(request);
  QVERIFY2(isWell(reply), reply.body.c_str());
  check(request, reply);
}

core::CaseRecord CutLine::record(const std::string& id) {
  core::CaseRecord found;
  (void)store->read([&](server::Reading& reading) -> core::Result<void> {
    const auto row = reading.findCase(core::CaseId(id));
    found = core::caseRecordFrom(row->state, row->timeline).value();
    return {};
  });
  return found;
}

std::int64_t CutLine::auditRows() {
  std::int64_t rows = 0;
  (void)store->read([&](server::Reading& reading) -> core::Result<void> {
    for (const auto& head : reading.auditHeads())
      rows += head.number;
    return {};
  });
  return rows;
}

} // namespace madoguchi::tests
