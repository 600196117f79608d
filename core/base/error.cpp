// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <boost/describe/enum.hpp>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace madoguchi::core {

BOOST_DESCRIBE_ENUM(ErrorCode, Malformed, TooLarge, InvalidArgument, UnknownKind, NoSuchCase, NoSuchProcedure,
                    NoSuchOffice, NoSuchUser, NoSuchDocument, NoSuchCriterion, AlreadyExists, WrongState,
                    NotPermitted, NotHolder, OwnDraft, ActedBefore, StaleDraft, NotYourStage, ReasonMissing,
                    ReasonIncomplete, CriterionOpen, FormInvalid, NotOffline, AbsenceNotAllowed,
                    DateOutOfBounds, HolidayTableEnded, ReceiptDayUnchecked, DelayUnexplained, MyNumberFound,
                    AppealOpen, Conflict)
namespace {
// A second list, because one BOOST_DESCRIBE_ENUM takes 52 names at most.
enum class OtherCode {
  IdReused = static_cast<int>(ErrorCode::IdReused),
  BlockedByEarlier,
  ProtocolTooOld,
  ProtocolTooNew,
  EpochChanged,
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
  StorageNewer,
  KeyStoreMissing,
  ProfileInUse,
  FileUnreadable,
  FileBroken,
  FileInfected,
  FileNotScanned,
  Cancelled,
  Internal,
};
BOOST_DESCRIBE_ENUM(OtherCode, IdReused, BlockedByEarlier, ProtocolTooOld, ProtocolTooNew, EpochChanged,
                    NotSignedIn, WrongCredentials, AccountDisabled, TooManyAttempts, NotFound, Offline,
                    ServerFailed, TlsFailed, Timeout, StorageFailed, StorageFull, StorageCorrupt,
                    StorageNotEncrypted, StorageNewer, KeyStoreMissing, ProfileInUse, FileUnreadable,
                    FileBroken, FileInfected, FileNotScanned, Cancelled, Internal)
static_assert(static_cast<int>(OtherCode::Internal) == static_cast<int>(ErrorCode::Internal));
} // namespace

std::string_view toText(ErrorCode code) {
  if (code < ErrorCode::IdReused) return boost::describe::enum_to_string(code, "Internal");
  return boost::describe::enum_to_string(static_cast<OtherCode>(code), "Internal");
}

ErrorCode errorCodeFrom(std::string_view text) {
  ErrorCode code = ErrorCode::Internal;
  if (boost::describe::enum_from_string(std::string(text).c_str(), code)) return code;
  OtherCode other = OtherCode::Internal;
  if (boost::describe::enum_from_string(std::string(text).c_str(), other))
    return static_cast<ErrorCode>(other);
  return ErrorCode::Internal;
}

} // namespace madoguchi::core
