// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"

#include "core/base/codec.h"
#include "core/base/hash.h"
#include "protocol/limits.h"

namespace madoguchi::protocol {

template <class Message>
std::string encode(const Message& message) {
  return core::canonicalJson(core::codec::toValue(message));
}

template <class Message>
core::Result<Message> decode(std::string_view text) {
  if (text.size() > kMaxBodyBytes) return core::failure(core::ErrorCode::TooLarge, "message over the limit");
  const auto value = core::parseJson(text, kMaxJsonDepth);
  if (!value) return tl::unexpected(value.error());
  return core::codec::read<Message>(*value);
}

#define MADOGUCHI_MESSAGE(Message)                                                                           \
  template std::string encode(const Message& message);                                                       \
  template core::Result<Message> decode(std::string_view text)

std::string leaseId(const std::string& secret) {
  return core::sha256Hex("lease\n" + secret).substr(0, 32);
}

MADOGUCHI_MESSAGE(SealedRun);
MADOGUCHI_MESSAGE(Recovered);
MADOGUCHI_MESSAGE(SignIn);
MADOGUCHI_MESSAGE(Session);
MADOGUCHI_MESSAGE(CommandRun);
MADOGUCHI_MESSAGE(CommandAnswers);
MADOGUCHI_MESSAGE(AuditRun);
MADOGUCHI_MESSAGE(AuditAcknowledged);
MADOGUCHI_MESSAGE(Application);
MADOGUCHI_MESSAGE(ApplicationReceipt);
MADOGUCHI_MESSAGE(Problem);
MADOGUCHI_MESSAGE(core::AttendanceChange);
MADOGUCHI_MESSAGE(core::Cursor);

} // namespace madoguchi::protocol
