// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/command.h"
#include "core/cases/event.h"
#include "core/sync/sealed.h"
#include "protocol/messages.h"
#include "server/audit/deskjournal.h"
#include "server/blobs/directoryblobs.h"
#include "server/commands/commandservice.h"
#include "server/feed/feedservice.h"
#include "server/http/api.h"
#include "server/identity/accounts.h"
#include "server/identity/signin.h"
#include "server/store.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// Opens a store in an empty folder; each implementation brings its own.
using StoreFactory = std::function<std::unique_ptr<server::Store>(const std::string& folder)>;
[[nodiscard]] std::unique_ptr<server::Store> openEmbedded(const std::string& folder);

/// Keeps lines instead of writing them.
class KeptLog final : public server::Log {
public:
  void write(const server::LogLine& line) override {
    lines.push_back(std::string(line.event) + " " + line.text);
  }
  std::vector<std::string> lines;
};

/// A small server without sockets: a bureau with two offices, east and west, people of every role, the
/// procedures that ship, and a clock that only the test moves.
class ServerWorld {
public:
  explicit ServerWorld(const StoreFactory& factory = openEmbedded);

  [[nodiscard]] server::Caller caller(const std::string& login);
  [[nodiscard]] core::Actor actor(const std::string& login);
  /// The text of a command by somebody, with a fresh id.
  [[nodiscard]] core::Command command(const std::string& login, const core::CaseId& caseId, std::int64_t base,
                                      core::CommandBody body);
  [[nodiscard]] static protocol::CommandItem itemOf(const core::Command& command);
  /// Sends one command; its answer.
  core::CommandAnswer run(const std::string& login, const core::CaseId& caseId, std::int64_t base,
                          core::CommandBody body);
  core::CommandAnswer send(const std::string& login, const core::Command& command);

  [[nodiscard]] core::CaseId freshCase() { return core::CaseId(freshId()); }
  [[nodiscard]] std::string freshId();
  /// An online application at an office; its case is at version 1.
  core::CaseId arrived(const std::string& office = "east",
                       core::Visibility visibility = core::Visibility::Ordinary);
  /// Registered and held by a clerk of the east office.
  core::CaseId taken(const std::string& clerk = "clerk1");
  /// In approval: drafted and submitted by the clerk.
  core::CaseId submitted(const std::string& clerk = "clerk1");

  [[nodiscard]] core::CaseRow row(const core::CaseId& id);
  [[nodiscard]] core::CaseState state(const core::CaseId& id);
  [[nodiscard]] std::vector<core::FeedItem> feed(const std::string& login, const core::Cursor& cursor = {});
  [[nodiscard]] core::Cursor cursorOf(const std::vector<core::FeedItem>& items);
  [[nodiscard]] std::string databaseFile() const { return folder() + "/madoguchi.db"; }
  [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }

private:
  QTemporaryDir m_folder;
  std::uint64_t m_ids = 0;

public:
  core::Instant now;
  std::unique_ptr<server::Store> store;
  server::CatalogCache catalogs;
  server::Passwords passwords{server::Passwords::Cost::Cheapest};
  server::Accounts accounts;
  server::SignInService signIn;
  server::CommandService commands;
  server::FeedService feeds;
  server::DeskJournal journal;
  server::DirectoryBlobs blobs;
  server::ReadyMadeShelf readyMade{folder() + "/ready-made"};
  server::Metrics metrics;
  KeptLog log;
  server::Api api;

private:
  void addPeople();
};

/// What a client with this session leaves beside its cache, as it lies in the file.
[[nodiscard]] std::string sealedBox(core::Sealed sealed, const protocol::Session& session);

/// The items of a feed's body.
[[nodiscard]] std::vector<core::FeedItem> itemsOf(const std::string& body);
template <class Item>
[[nodiscard]] std::vector<Item> only(const std::vector<core::FeedItem>& items) {
  std::vector<Item> found;
  for (const auto& item : items)
    if (const auto* one = std::get_if<Item>(&item)) found.push_back(*one);
  return found;
}

inline constexpr const char* kPassword = "correct horse battery";

} // namespace madoguchi::tests
