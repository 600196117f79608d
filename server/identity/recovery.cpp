// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/recovery.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "protocol/limits.h"
#include "server/audit/audittrail.h"
#include "server/stamping.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace madoguchi::server {

namespace {

const core::ScopeName kServerScope = "server";

using PublicKey = std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES>;
using SecretKey = std::array<std::uint8_t, crypto_box_SECRETKEYBYTES>;

template <class Key>
std::optional<Key> keyFrom(const std::string& hex) {
  Key key{};
  std::size_t length = 0;
  if (sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 ||
      length != key.size())
    return std::nullopt;
  return key;
}

void putKeys(Writing& writing, const RecoveryKeys& keys) {
  core::json::object document{{"public", keys.publicKey}, {"secret", keys.secretKey}};
  putReferences(writing, kServerScope, {{"recovery", "key", core::canonicalJson(document)}});
}

core::Result<core::Sealed> unsealed(const std::string& file, const SecretKey& secret) {
  PublicKey open{};
  crypto_scalarmult_base(open.data(), secret.data());
  if (file.size() < crypto_box_SEALBYTES)
    return core::failure(core::ErrorCode::Malformed, "not a sealed file");
  std::string text(file.size() - crypto_box_SEALBYTES, '\0');
  if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(text.data()),
                           reinterpret_cast<const unsigned char*>(file.data()), file.size(), open.data(),
                           secret.data()) != 0)
    return core::failure(core::ErrorCode::Malformed, "sealed to another key, or changed");
  return core::decodeSealed(text);
}

core::CommandAnswer refusal(const core::Error& error) {
  core::CommandAnswer answer;
  answer.kind = core::AnswerKind::Rejected;
  answer.code = core::toText(error.code);
  answer.detail = error.detail;
  return answer;
}

} // namespace

RecoveryKeys recoveryKeys(Reading& reading) {
  RecoveryKeys keys;
  const auto row = reading.reference(kServerScope, "recovery", "key");
  if (!row || row->document.empty()) return keys;
  const auto value = core::parseJson(row->document);
  const auto* object = value ? value->if_object() : nullptr;
  const auto text = [object](const char* name) {
    const auto* found = object == nullptr ? nullptr : object->if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
  };
  keys.publicKey = text("public");
  keys.secretKey = text("secret");
  return keys;
}

core::Result<void> ensureRecoveryKeys(Store& store) {
  if (sodium_init() < 0) return core::failure(core::ErrorCode::Internal, "libsodium does not start");
  RecoveryKeys known;
  auto read = store.read([&](Reading& reading) -> core::Result<void> {
    known = recoveryKeys(reading);
    return {};
  });
  if (!read || !known.publicKey.empty()) return read;
  PublicKey open{};
  SecretKey secret{};
  crypto_box_keypair(open.data(), secret.data());
  return store.write([&](Writing& writing) -> core::Result<void> {
    if (recoveryKeys(writing).publicKey.empty()) putKeys(writing, {core::toHex(open), core::toHex(secret)});
    return {};
  });
}

core::Result<void> removeRecoverySecret(Store& store) {
  return store.write([](Writing& writing) -> core::Result<void> {
    putKeys(writing, {recoveryKeys(writing).publicKey, {}});
    return {};
  });
}

struct RecoveryService::Opened {
  std::size_t place = 0; ///< among the files
  core::Result<core::Sealed> sealed;
};

core::Result<std::vector<RecoveryService::Opened>>
RecoveryService::open(const std::vector<std::string>& files, const std::optional<Caller>& only,
                      const std::string& secretKey) {
  std::vector<Opened> opened;
  const auto read = m_store.read([&](Reading& reading) -> core::Result<void> {
    opened.clear();
    const auto secret = keyFrom<SecretKey>(secretKey.empty() ? recoveryKeys(reading).secretKey : secretKey);
    if (!secret) return core::failure(core::ErrorCode::NotFound, "the private recovery key is not here");
    for (const std::string& file : files) {
      Opened one{opened.size(), unsealed(file, *secret)};
      if (one.sealed) {
        const auto device = reading.device(one.sealed->device, one.sealed->user);
        const std::string proof = device ? core::proofOf(*one.sealed, device->sealKey) : std::string();
        const bool theirs =
            only && (only->actor.id != one.sealed->user || only->device != one.sealed->device);
        if (proof.empty() || !sameSecret(proof, one.sealed->proof) || theirs)
          one.sealed = core::failure(core::ErrorCode::NotPermitted, "it proves nobody's");
      }
      opened.push_back(std::move(one));
    }
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return opened;
}

core::Result<void> RecoveryService::run(std::vector<Opened*> items, const Caller& caller,
                                        std::vector<core::CommandAnswer>& answers) {
  std::sort(items.begin(), items.end(),
            [](const Opened* a, const Opened* b) { return a->sealed->deviceSeq < b->sealed->deviceSeq; });
  for (std::size_t from = 0; from < items.size(); from += protocol::kMaxCommandsPerRun) {
    const std::size_t to = std::min(items.size(), from + protocol::kMaxCommandsPerRun);
    std::vector<protocol::CommandItem> run;
    for (std::size_t i = from; i < to; ++i)
      run.push_back({items[i]->sealed->deviceSeq, items[i]->sealed->payload});
    auto answered = m_commands.execute(caller, run);
    if (!answered) return tl::unexpected(answered.error());
    // What failed inside the server has no answer, nor has what comes behind it: it all comes again, because
    // a file that is settled by another's answer is lost.
    if (answered->size() != run.size())
      return core::failure(core::ErrorCode::StorageFailed, "not all commands could be answered");
    for (std::size_t i = from; i < to; ++i)
      answers[items[i]->place] = std::move((*answered)[i - from]);
  }
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    const auto account = writing.account(caller.actor.id);
    AuditTrail audit(writing);
    AuditEntry entry{account ? account->person.office : core::OfficeId(),
                     m_clock(),
                     caller.actor.id,
                     "recovered",
                     std::to_string(items.size()),
                     {}};
    entry.details["device"] = caller.device.value;
    audit.add(entry);
    audit.write();
    return {};
  });
}

core::Result<protocol::Recovered> RecoveryService::recover(const std::vector<std::string>& files,
                                                           const std::optional<Caller>& only,
                                                           const std::string& secretKey) {
  auto opened = open(files, only, secretKey);
  if (!opened) return tl::unexpected(opened.error());
  protocol::Recovered recovered;
  recovered.answers.resize(files.size());
  std::map<std::pair<core::UserId, core::DeviceId>, std::vector<Opened*>> byDevice;
  for (Opened& one : *opened) {
    if (!one.sealed)
      recovered.answers[one.place] = refusal(one.sealed.error());
    else if (one.sealed->payload.empty())
      recovered.drafts[one.sealed->draftKey] = one.sealed->draft;
    else
      byDevice[{one.sealed->user, one.sealed->device}].push_back(&one);
  }
  for (auto& [whose, items] : byDevice) {
    Caller caller{{}, whose.second, "recover"};
    if (only) {
      caller = *only;
    } else {
      const auto read = m_store.read([&, id = whose.first](Reading& reading) -> core::Result<void> {
        if (const auto account = reading.account(id)) caller.actor = actorOf(*account);
        return {};
      });
      if (!read) return tl::unexpected(read.error());
    }
    if (auto done = run(items, caller, recovered.answers); !done) return tl::unexpected(done.error());
  }
  return recovered;
}

} // namespace madoguchi::server
