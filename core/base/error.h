// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace madoguchi::core {

/// Why something could not be done. Closed: what a person reads is made from it by one switch
/// (models/errortext). On the wire it travels by name, see toText.
enum class ErrorCode {
  // input
  Malformed,       ///< cannot be parsed at all
  TooLarge,        ///< over a stated limit
  InvalidArgument, ///< parsed, but a value is missing or out of range
  UnknownKind,     ///< a command, event or message kind that this version does not know
  // rules of a case
  NoSuchCase,
  NoSuchProcedure,
  NoSuchOffice,
  NoSuchUser,
  NoSuchDocument,
  NoSuchCriterion,
  AlreadyExists,
  WrongState,          ///< the state machine has no such step from here
  NotPermitted,        ///< role or scope does not cover it
  NotHolder,           ///< only the holder, or a supervisor of the office, edits
  OwnDraft,            ///< nobody approves a draft of their own
  ActedBefore,         ///< nobody acts twice in one route
  StaleDraft,          ///< the approval names another draft version or hash
  NotYourStage,        ///< the route waits for another role
  ReasonMissing,       ///< a reason is demanded here
  ReasonIncomplete,    ///< a reason must name a fact, an article and a criterion
  CriterionOpen,       ///< a criterion has no finding yet
  FormInvalid,         ///< the form breaks its schema
  NotOffline,          ///< only the server may take this step
  AbsenceNotAllowed,   ///< 代決 outside its conditions
  DateOutOfBounds,     ///< an explicit date outside the bounds the rule gives
  HolidayTableEnded,   ///< cannot be computed: past the end of the holiday table
  ReceiptDayUnchecked, ///< a second person has not checked the receipt stamp
  DelayUnexplained,    ///< overdue without a note of reason and outlook (APA 9)
  MyNumberFound,       ///< 個人番号 has no place here
  AppealOpen,          ///< an open appeal or a hold forbids it
  Conflict,            ///< the same field was changed on both sides
  // sync
  IdReused,         ///< same command id, other payload
  BlockedByEarlier, ///< an earlier command of the case was not applied
  ProtocolTooOld,
  ProtocolTooNew,
  EpochChanged,
  // environment
  NotSignedIn,
  WrongCredentials,
  AccountDisabled,
  TooManyAttempts,
  NotFound,
  Offline,
  ServerFailed,
  TlsFailed,
  Timeout,
  StorageFailed,
  StorageFull,
  StorageCorrupt,
  StorageNotEncrypted,
  StorageNewer, ///< made by a newer version of the program; left untouched
  KeyStoreMissing,
  ProfileInUse,
  FileUnreadable,
  FileBroken,     ///< a file's content is not what it should be; detail says line and reason
  FileInfected,   ///< the virus scan found something
  FileNotScanned, ///< the virus scan could not say; such a file is not used
  Cancelled,
  Internal,
};

/// Stable name of a code, for the wire, logs and tests ("StaleDraft").
[[nodiscard]] std::string_view toText(ErrorCode code);
/// The code of a name; Internal for a name of a newer version.
[[nodiscard]] ErrorCode errorCodeFrom(std::string_view text);

struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string detail; ///< English, for the log; holds no personal data

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace madoguchi::core
