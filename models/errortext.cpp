// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/errortext.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString inputText(core::ErrorCode code) {
  using core::ErrorCode;
  switch (code) {
  case ErrorCode::Malformed:
    return Say::tr("This cannot be read. Nothing was changed.");
  case ErrorCode::TooLarge:
    return Say::tr("This is too large. Nothing was changed; use a smaller one.");
  case ErrorCode::InvalidArgument:
    return Say::tr("A value is missing or out of range. Nothing was changed.");
  case ErrorCode::UnknownKind:
    return Say::tr("A newer version of the program made this. Nothing was changed; update the program.");
  default:
    return {};
  }
}

QString unknownText(core::ErrorCode code) {
  using core::ErrorCode;
  switch (code) {
  case ErrorCode::NoSuchCase:
    return Say::tr("The case is not here any more, or you may not see it.");
  case ErrorCode::NoSuchProcedure:
    return Say::tr("This version of the procedure is not known here. Synchronise first.");
  case ErrorCode::NoSuchOffice:
    return Say::tr("There is no such office.");
  case ErrorCode::NoSuchUser:
    return Say::tr("There is no such colleague.");
  case ErrorCode::NoSuchDocument:
    return Say::tr("The document is not in the case any more.");
  case ErrorCode::NoSuchCriterion:
    return Say::tr("The procedure has no such criterion or finding.");
  default:
    return {};
  }
}

QString ruleText(core::ErrorCode code) {
  using core::ErrorCode;
  switch (code) {
  case ErrorCode::AlreadyExists:
    return Say::tr("This was already done.");
  case ErrorCode::WrongState:
    return Say::tr("The state of the case does not allow this step.");
  case ErrorCode::NotPermitted:
    return Say::tr("Your role does not cover this.");
  case ErrorCode::NotHolder:
    return Say::tr("Only the holder of the case, or a supervisor, may do this. Take the case, or ask whoever "
                   "holds it.");
  case ErrorCode::OwnDraft:
    return Say::tr("Nobody approves a draft of their own.");
  case ErrorCode::ActedBefore:
    return Say::tr("You already acted in this approval route.");
  case ErrorCode::StaleDraft:
    return Say::tr("The draft is not the one you saw. Read the new version first.");
  case ErrorCode::NotYourStage:
    return Say::tr("The approval route waits for somebody else.");
  case ErrorCode::ReasonMissing:
    return Say::tr("A reason is needed here.");
  case ErrorCode::ReasonIncomplete:
    return Say::tr("Each reason must name a fact, an article and a criterion.");
  case ErrorCode::CriterionOpen:
    return Say::tr("At least one criterion has no finding yet.");
  case ErrorCode::FormInvalid:
    return Say::tr("The application form has errors. They are listed on its page.");
  case ErrorCode::NotOffline:
    return Say::tr("Only the server can take this step. Try again when you are online.");
  case ErrorCode::AbsenceNotAllowed:
    return Say::tr("Deciding for an absent colleague is not allowed for this case.");
  case ErrorCode::DateOutOfBounds:
    return Say::tr("The day is outside the bounds that the rule gives.");
  case ErrorCode::HolidayTableEnded:
    return Say::tr("The day cannot be computed: the table of holidays ends before it.");
  case ErrorCode::MyNumberFound:
    return Say::tr("This contains an Individual Number (My Number), which has no place here. Remove it.");
  case ErrorCode::AppealOpen:
    return Say::tr("An open appeal or a hold forbids this.");
  case ErrorCode::DelayUnexplained:
    return Say::tr("The case is overdue. First explain the delay and give an outlook.");
  case ErrorCode::ReceiptDayUnchecked:
    return Say::tr("A second person must first confirm the day of receipt.");
  case ErrorCode::Conflict:
    return Say::tr(
        "Somebody changed the same at the same time. Both values were kept; choose under “Needs attention”.");
  default:
    return {};
  }
}

QString syncText(core::ErrorCode code) {
  using core::ErrorCode;
  switch (code) {
  case ErrorCode::IdReused:
    return Say::tr("The server knows this command with another content. Report this.");
  case ErrorCode::BlockedByEarlier:
    return Say::tr("An earlier step of the same case was not accepted. Settle that one first.");
  case ErrorCode::ProtocolTooOld:
    return Say::tr("This program is too old for the server. Your work is kept; update the program.");
  case ErrorCode::ProtocolTooNew:
    return Say::tr("The server is too old for this program. Your work is kept.");
  case ErrorCode::EpochChanged:
    return Say::tr("The server was restored from a backup. Everything is read again; your work is kept.");
  case ErrorCode::NotSignedIn:
    return Say::tr("You are not signed in. Your work is kept; sign in again.");
  case ErrorCode::WrongCredentials:
    return Say::tr("Login or password is wrong.");
  case ErrorCode::AccountDisabled:
    return Say::tr("This account is disabled. Ask your administrator.");
  case ErrorCode::TooManyAttempts:
    return Say::tr("Too many attempts. Wait a little and try again.");
  case ErrorCode::NotFound:
    return Say::tr("This was not found.");
  case ErrorCode::Offline:
    return Say::tr("The server cannot be reached. Your work is kept and sent later.");
  case ErrorCode::ServerFailed:
    return Say::tr("The server failed. Your work is kept and sent again.");
  case ErrorCode::TlsFailed:
    return Say::tr("The connection is not secure, so nothing was sent. Ask your administrator.");
  case ErrorCode::Timeout:
    return Say::tr("The server took too long. Your work is kept and sent again.");
  default:
    return {};
  }
}

QString placeText(core::ErrorCode code) {
  using core::ErrorCode;
  switch (code) {
  case ErrorCode::StorageFailed:
    return Say::tr("This could not be saved on this computer. Nothing was changed; try again.");
  case ErrorCode::StorageFull:
    return Say::tr("The disk is full. Nothing was changed; free some space.");
  case ErrorCode::StorageCorrupt:
    return Say::tr("The local data is damaged and was not used. Ask your administrator.");
  case ErrorCode::StorageNotEncrypted:
    return Say::tr("The local data is not encrypted and was not opened.");
  case ErrorCode::StorageNewer:
    return Say::tr("The local data was made by a newer version of the program. It was left as it is.");
  case ErrorCode::KeyStoreMissing:
    return Say::tr("The key store of this computer cannot be used. Ask your administrator.");
  case ErrorCode::ProfileInUse:
    return Say::tr("Another window of this program uses the same profile.");
  case ErrorCode::FileUnreadable:
    return Say::tr("The file cannot be read.");
  case ErrorCode::FileBroken:
    return Say::tr("The content of the file is not what it should be.");
  case ErrorCode::FileInfected:
    return Say::tr(
        "The virus scan found something in this file. It was neither attached nor opened; tell your "
        "administrator.");
  case ErrorCode::FileNotScanned:
    return Say::tr(
        "The virus scan could not check this file, so it was neither attached nor opened. Try again, "
        "or tell your administrator.");
  case ErrorCode::Cancelled:
    return Say::tr("Cancelled. Nothing was changed.");
  default:
    return Say::tr("An internal error happened. Nothing was changed; report this.");
  }
}

} // namespace

QString errorText(core::ErrorCode code) {
  for (const auto part : {inputText, unknownText, ruleText, syncText})
    if (QString text = part(code); !text.isEmpty()) return text;
  return placeText(code);
}

QString errorText(PageSource::Failure why) {
  using Failure = PageSource::Failure;
  switch (why) {
  case Failure::Broken:
    return Say::tr("This file is broken, or not what its name says. It cannot be shown.");
  case Failure::Protected:
    return Say::tr("This file opens with a password only. Ask for one without.");
  case Failure::TooLarge:
    return Say::tr("This file is too large to be shown here.");
  case Failure::TooSlow:
    return Say::tr("It took too long to read this file, so reading was stopped. It may be harmful.");
  case Failure::Stopped:
    return Say::tr("Reading this file ended without an answer. It may be broken or harmful; your work is not "
                   "affected.");
  }
  return {};
}

} // namespace madoguchi::models
