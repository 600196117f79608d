// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/calendar/date.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::core {

/// Where a case stands in its life (see domain.md for the machine).
enum class Status {
  Arrived,
  Registered,
  Examining,
  AwaitingCorrection,
  InApproval,
  Decided,
  Notified,
  Closed,
  Withdrawn,
  Transferred, ///< handed to another office, which has not registered it yet; the number is kept
  Destroyed,   ///< only the stub is left
};
BOOST_DESCRIBE_ENUM(Status, Arrived, Registered, Examining, AwaitingCorrection, InApproval, Decided, Notified,
                    Closed, Withdrawn, Transferred, Destroyed)

/// 処分. Refused is on the merits 不許可, Dismissed for a formal defect 却下. A withdrawal is no outcome.
enum class Outcome { Granted, GrantedWithConditions, Refused, Dismissed };
BOOST_DESCRIBE_ENUM(Outcome, Granted, GrantedWithConditions, Refused, Dismissed)

enum class Channel { Online, Counter, Post, Email, Internal };
BOOST_DESCRIBE_ENUM(Channel, Online, Counter, Post, Email, Internal)

/// Why the processing clock stands still besides a correction round.
enum class WaitReason { Fee, ApplicantChange, ExtraData, Intermediary };
BOOST_DESCRIBE_ENUM(WaitReason, Fee, ApplicantChange, ExtraData, Intermediary)

/// Protected: a person under protection (DV等秘匿); a scope of its own.
enum class Visibility { Ordinary, Protected };
BOOST_DESCRIBE_ENUM(Visibility, Ordinary, Protected)

enum class PartyKind { Person, Organisation };
BOOST_DESCRIBE_ENUM(PartyKind, Person, Organisation)

/// `display` may hold variation sequences and plane-2 characters; `jis` is its substitute for exchange;
/// `kana` as the applicant wrote it, never guessed. The search form is derived (core/text).
struct PersonName {
  std::string display;
  std::string jis;
  std::string kana;
  bool operator==(const PersonName&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (display, jis, kana))

struct Address {
  std::string postalCode;   ///< seven digits
  std::string municipality; ///< 6-digit code with check digit
  std::string town;
  std::string rest; ///< block and number
  std::string building;
  bool operator==(const Address&) const = default;
};
BOOST_DESCRIBE_STRUCT(Address, (), (postalCode, municipality, town, rest, building))

struct Party {
  PartyKind kind = PartyKind::Person;
  PersonName name;
  std::string representative; ///< of an organisation
  Address address;
  std::string phone;
  std::string email;
  bool operator==(const Party&) const = default;
};
BOOST_DESCRIBE_STRUCT(Party, (), (kind, name, representative, address, phone, email))

struct Applicant {
  Party party;
  std::optional<Party> agent; ///< 代理人
  bool operator==(const Applicant&) const = default;
};
BOOST_DESCRIBE_STRUCT(Applicant, (), (party, agent))

/// One changed field: `pointer` is RFC 6901, null stands for "absent".
struct FieldEdit {
  std::string pointer;
  json::value before;
  json::value after;
  bool operator==(const FieldEdit&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldEdit, (), (pointer, before, after))

/// What the office made of a field; the applicant's own value stays beside it.
struct OfficeValue {
  json::value original;
  UserId by;
  Instant at{};
  bool operator==(const OfficeValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfficeValue, (), (original, by, at))

struct Wait {
  WaitReason reason = WaitReason::Fee;
  Date from{};
  std::optional<Date> to;
  std::string note;
  bool operator==(const Wait&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wait, (), (reason, from, to, note))

/// Tied to a form field (pointer) or a kind of document; either may be empty.
struct CorrectionItem {
  std::string pointer;
  std::string documentKind;
  std::string text;
  bool operator==(const CorrectionItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionItem, (), (pointer, documentKind, text))

/// What became of an item of a round, as whoever recorded the answer saw it.
struct CorrectionReply {
  bool open = false;   ///< not answered
  std::string note;    ///< may be empty
  DocumentId document; ///< that came for it; may be empty
  bool operator==(const CorrectionReply&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionReply, (), (open, note, document))

/// 補正: one round of asking and answering. The clock stands still from `sentOn` to `answeredOn`.
struct CorrectionRound {
  std::vector<CorrectionItem> items;
  Date sentOn{};
  Date dueOn{};
  std::optional<Date> answeredOn;
  std::string answer;
  std::vector<CorrectionReply> replies{}; ///< one for each item; none where nobody told them apart
  bool operator==(const CorrectionRound&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectionRound, (), (items, sentOn, dueOn, answeredOn, answer, replies))

/// A place on a page of a document that a finding rests on. Pages count from 0; the rectangle is in tenths of
/// a point (1/72 inch) of the unturned page, from its upper left corner. Place and note tell marks apart.
struct EvidenceMark {
  DocumentId document;
  int page = 0;
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
  std::string note;
  UserId by;
  Instant at{};
  json::object unknown;
  bool operator==(const EvidenceMark&) const = default;
};
BOOST_DESCRIBE_STRUCT(EvidenceMark, (), (document, page, left, top, width, height, note, by, at))

/// Of one criterion.
inline constexpr std::size_t kMostMarks = 100;

/// In the order in which they are read: document, page, from the top.
[[nodiscard]] bool isBefore(const EvidenceMark& one, const EvidenceMark& other);
/// The same place with the same note, whoever made it.
[[nodiscard]] bool isSameMark(const EvidenceMark& one, const EvidenceMark& other);

/// `finding` is the id of one of the criterion's findings in the procedure; a criterion without an entry,
/// or with an empty id, is open. Marks may be there before it is found; they are in reading order.
struct CriterionFinding {
  std::string finding;
  std::string fact;
  std::string article;
  std::string note;
  UserId by;
  Instant at{};
  std::vector<EvidenceMark> marks = {};
  bool operator==(const CriterionFinding&) const = default;
};
BOOST_DESCRIBE_STRUCT(CriterionFinding, (), (finding, fact, article, note, by, at, marks))

struct CaseDocument {
  DocumentId id;
  std::string kind; ///< of the procedure's list
  std::string name;
  std::string mediaType;
  std::int64_t size = 0; ///< bytes
  BlobId blob;           ///< SHA-256 of the content
  UserId attachedBy;
  Instant attachedAt{};
  bool detached = false; ///< taken off again; the record of it stays
  UserId verifiedBy;
  std::string verifyNote;
  bool operator==(const CaseDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseDocument, (),
                      (id, kind, name, mediaType, size, blob, attachedBy, attachedAt, detached, verifiedBy,
                       verifyNote))

struct Note {
  std::string text;
  UserId by;
  Instant at{};
  bool operator==(const Note&) const = default;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text, by, at))

/// Overdue is no error; it demands a reason and an outlook (APA 9).
struct DelayNote {
  std::string reason;
  Date outlook{};
  UserId by;
  Instant at{};
  bool operator==(const DelayNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(DelayNote, (), (reason, outlook, by, at))

/// A reason of a refusal or dismissal; each part is required, the article alone is refused (APA 8).
struct Reason {
  CriterionId criterion;
  std::string fact;
  std::string article;
  bool operator==(const Reason&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (criterion, fact, article))

/// 起案. `hash` covers what an approver is shown (see draftHash); an approval names version and hash.
struct Draft {
  int version = 0;
  Outcome outcome = Outcome::Granted;
  std::vector<std::string> conditions;
  std::vector<Reason> reasons;
  std::string remarks;
  UserId author;
  Instant at{};
  std::string hash;
  bool important = false; ///< 重要
  bool unusual = false;   ///< 異例
  bool operator==(const Draft&) const = default;
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (version, outcome, conditions, reasons, remarks, author, at, hash, important, unusual))

/// A stage of the route of the submitted draft; stages of one `group` run beside each other.
struct RouteStage {
  std::string id;
  std::string kind; ///< Opinion, LegalCheck, Consent, Decision
  std::string role; ///< rank that acts: chief, manager, director, head, legal
  int group = 0;
  UserId by; ///< empty while it waits
  Instant at{};
  bool forAbsent = false; ///< 代決
  std::string comment;
  bool operator==(const RouteStage&) const = default;
};
BOOST_DESCRIBE_STRUCT(RouteStage, (), (id, kind, role, group, by, at, forAbsent, comment))

/// A decision taken for an absent decider, until that person has seen it (後閲).
struct AfterViewDue {
  std::string role;
  UserId actedFor;
  UserId actedBy;
  bool operator==(const AfterViewDue&) const = default;
};
BOOST_DESCRIBE_STRUCT(AfterViewDue, (), (role, actedFor, actedBy))

struct CaseDecision {
  Outcome outcome = Outcome::Granted;
  Date decidedOn{};
  std::string documentNumber;
  int draftVersion = 0;
  UserId by;
  bool operator==(const CaseDecision&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseDecision, (), (outcome, decidedOn, documentNumber, draftVersion, by))

struct CaseNotice {
  Date issuedOn{};
  Channel channel = Channel::Post;
  BlobId pdf;
  UserId by;
  bool operator==(const CaseNotice&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseNotice, (), (issuedOn, channel, pdf, by))

struct Appeal {
  Date filedOn{};
  std::string kind; ///< reviewRequest 審査請求 or suit 訴訟
  std::optional<Date> closedOn;
  bool operator==(const Appeal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Appeal, (), (filedOn, kind, closedOn))

struct Reservation {
  UserId by;
  Date until{};
  bool operator==(const Reservation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reservation, (), (by, until))

/// An application and all that is done to it: the fold of its events.
struct CaseState {
  int record = 1; ///< version of this record's shape
  CaseId id;
  std::int64_t version = 0; ///< +1 for each applied command
  OfficeId homeOffice;      ///< never changes
  OfficeId office;
  ProcedureId procedure;
  int procedureVersion = 1;
  std::optional<int> arrivedVersion; ///< of the procedure, once the case was moved to a newer one
  std::string number;                ///< given by the server at registration; empty until then
  Status status = Status::Arrived;
  Visibility visibility = Visibility::Ordinary;
  Instant arrivedAt{};
  Date arrivedOn{};
  Channel channel = Channel::Online;
  UserId receivedBy;              ///< who took it in on paper
  UserId dayCheckedBy;            ///< second person who checked the receipt stamp
  std::optional<Date> fixedDueOn; ///< a deadline that came with an import
  Applicant applicant;
  json::value form;
  std::map<std::string, OfficeValue> corrected; ///< by pointer, "/form/…" or "/applicant/…"
  UserId holder;
  std::optional<Reservation> reservation;
  std::vector<Wait> waits;
  std::vector<CorrectionRound> rounds;
  std::map<CriterionId, CriterionFinding> findings;
  std::vector<CaseDocument> documents;
  std::vector<Note> notes;
  std::vector<std::string> labels; ///< in order, each once (label.h)
  std::vector<DelayNote> delays;
  std::optional<Draft> draft;
  int draftVersions = 0; ///< how many versions there have been
  std::vector<RouteStage> route;
  std::vector<AfterViewDue> afterViews;
  std::string returnReason; ///< of the last 差戻し, until the next submission
  std::optional<CaseDecision> decision;
  std::optional<CaseNotice> notice;
  std::optional<Date> closedOn;
  std::optional<Date> withdrawnOn;
  std::vector<Appeal> appeals;
  bool retentionHold = false;
  std::vector<UserId> destructionApprovals;
  json::object unknown;

  bool operator==(const CaseState&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseState, (),
                      (record, id, version, homeOffice, office, procedure, procedureVersion, arrivedVersion,
                       number, status, visibility, arrivedAt, arrivedOn, channel, receivedBy, dayCheckedBy,
                       fixedDueOn, applicant, form, corrected, holder, reservation, waits, rounds, findings,
                       documents, notes, labels, delays, draft, draftVersions, route, afterViews,
                       returnReason, decision, notice, closedOn, withdrawnOn, appeals, retentionHold,
                       destructionApprovals))

[[nodiscard]] inline bool isOpen(Status status) {
  return status < Status::Closed || status == Status::Transferred;
}

/// What an approver is shown of a draft, hashed: outcome, conditions, reasons, remarks, and the form, the
/// applicant and the findings at that moment, and the procedure's version once the case was moved to it.
/// 64 hex digits.
[[nodiscard]] std::string draftHash(const CaseState& state, const Draft& draft);

} // namespace madoguchi::core
