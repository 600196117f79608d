// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/casewalk.h"

#include "core/base/uuid.h"

#include <algorithm>

namespace madoguchi::generate {

namespace {

using core::Channel;
using core::Role;
using core::Status;
using std::chrono::minutes;

constexpr minutes kOpening{8 * 60 + 30};
constexpr minutes kClosing{17 * 60 + 15};
const core::DeviceId kDevice("generate");

std::string codeText(core::ErrorCode code) {
  return std::string(core::toText(code));
}

bool onPaper(Channel channel) {
  return channel == Channel::Counter || channel == Channel::Post;
}

} // namespace

CaseWalk::CaseWalk(const CaseWorld& world, const Arrival& arrival, Random& random)
    : m_world(world), m_arrival(arrival), m_random(random), m_now(arrival.at) {}

core::Result<core::CaseRecord> CaseWalk::run() {
  m_id = core::CaseId(nextId());
  chooseOutcome();
  static_cast<void>(arrive() && takeOn() && examine() && draft() && submit() && approveAll() && finish());
  if (m_error) return tl::unexpected(*m_error);
  return std::move(m_record);
}

std::string CaseWalk::nextId() {
  return core::makeUuid7(m_now.time_since_epoch().count(), m_random.bytes());
}

core::AbsenceBook CaseWalk::awayToday(const core::UserId& user) const {
  for (const Staff& staff : m_world.bureau.staff)
    if (staff.actor.id == user)
      return {{user, {staff.actor.rank, staff.office, {{today(), today(), user, m_now}}}}};
  return {};
}

bool CaseWalk::command(const core::Actor& actor, core::CommandBody body) {
  const core::CaseState& state = m_record.state;
  core::Context context{.actor = actor,
                        .offices = m_world.offices,
                        .procedure = &m_arrival.procedure,
                        .holidays = m_world.holidays,
                        .now = m_now,
                        .side = core::Side::Server};
  core::AbsenceBook absences;
  if (const auto* approve = std::get_if<core::ApproveForAbsent>(&body)) absences = awayToday(approve->absent);
  context.absences = &absences;
  const core::Office* office =
      m_world.offices.find(m_record.timeline.empty() ? m_arrival.office : state.office);
  if (std::holds_alternative<core::RegisterCase>(body) && state.number.empty())
    context.nextCaseNumber = m_world.numbering.caseNumber(*office, m_arrival.procedure, today());
  const bool approves =
      std::holds_alternative<core::Approve>(body) || std::holds_alternative<core::ApproveForAbsent>(body);
  const auto waiting = std::count_if(state.route.begin(), state.route.end(),
                                     [](const core::RouteStage& stage) { return stage.by.empty(); });
  if (approves && waiting == 1)
    context.nextDocumentNumber = m_world.numbering.documentNumber(*office, m_arrival.procedure, today());
  core::Command command;
  command.id = core::CommandId(nextId());
  command.caseId = m_id;
  command.baseVersion = state.version;
  command.actor = actor.id;
  command.device = kDevice;
  command.madeAt = m_now;
  command.body = std::move(body);
  const auto done = core::execute(m_record, command, context);
  if (done) return true;
  m_error = core::Error{core::ErrorCode::Internal,
                        std::string(core::kindOf(command.body)) + " of " + m_arrival.procedure.id.value +
                            " was refused: " + codeText(done.error().code) + " " + done.error().detail};
  return false;
}

bool CaseWalk::later(int leastDays, int mostDays) {
  const core::Date wanted = today() + std::chrono::days{m_random.between(leastDays, mostDays)};
  auto day = m_world.holidays.nextOfficeDay(wanted);
  if (day && *day == today()) {
    const core::Instant next = m_now + minutes{m_random.between(5, 90)};
    if (next < core::startOfDayInJapan(*day) + kClosing && next >= core::startOfDayInJapan(*day) + kOpening) {
      m_now = next;
      return m_now <= m_world.now;
    }
    if (next >= core::startOfDayInJapan(*day) + kClosing)
      day = m_world.holidays.nextOfficeDay(*day + std::chrono::days{1});
  }
  if (!day) {
    m_error = day.error();
    return false;
  }
  const int seconds =
      m_random.between(0, static_cast<int>(std::chrono::seconds{kClosing - kOpening}.count()));
  m_now = core::startOfDayInJapan(*day) + kOpening + std::chrono::seconds{seconds};
  return m_now <= m_world.now;
}

const GeneratedStaff* CaseWalk::staffOf(Role role, std::string_view rank, bool ofOtherLine) const {
  const bool arrived = !m_record.timeline.empty();
  const core::OfficeId& office = arrived ? m_record.state.office : m_arrival.office;
  const bool isProtected = m_arrival.visibility == core::Visibility::Protected;
  std::vector<const Staff*> preferred;
  std::vector<const Staff*> able;
  for (const Staff& staff : m_world.bureau.staff) {
    if (staff.actor.rank == rank && !actsOnDraft(staff) &&
        core::hasRole(staff.actor, role, m_world.offices, office, m_arrival.procedure.id, isProtected))
      ((staff.office == office) != ofOtherLine ? preferred : able).push_back(&staff);
  }
  if (!preferred.empty()) return m_random.pick(preferred);
  return able.empty() ? nullptr : m_random.pick(able);
}

bool CaseWalk::arrive() {
  const core::Procedure& procedure = m_arrival.procedure;
  if (!onPaper(m_arrival.channel)) {
    core::ReceiveOnline receive;
    receive.procedure = procedure.id;
    receive.procedureVersion = procedure.version;
    receive.office = m_arrival.office;
    receive.arrivedAt = m_arrival.at;
    receive.visibility = m_arrival.visibility;
    receive.applicant = m_arrival.applicant;
    receive.form = m_arrival.form;
    return command(m_world.bureau.intake, std::move(receive)) && later(0, 3);
  }
  core::ReceiveOnPaper receive;
  receive.procedure = procedure.id;
  receive.procedureVersion = procedure.version;
  receive.office = m_arrival.office;
  receive.channel = m_arrival.channel;
  receive.stampedOn = core::dayInJapan(m_arrival.at);
  receive.visibility = m_arrival.visibility;
  receive.applicant = m_arrival.applicant;
  receive.form = m_arrival.form;
  const Specimen& paper = m_world.specimens.scans.front();
  core::CaseDocument scan;
  scan.id = core::DocumentId(nextId());
  scan.kind = procedure.documents.empty() ? std::string{} : procedure.documents.front().id;
  scan.name = paper.name;
  scan.mediaType = paper.mediaType;
  scan.size = static_cast<std::int64_t>(paper.bytes.size());
  scan.blob = paper.id;
  receive.scan = std::move(scan);
  const Staff* clerk = staffOf(Role::Clerk, "staff");
  return clerk != nullptr && command(clerk->actor, std::move(receive)) && later(0, 3);
}

bool CaseWalk::takeOn() {
  m_clerk = staffOf(Role::Clerk, "staff");
  if (m_clerk == nullptr || !command(m_clerk->actor, core::RegisterCase{})) return false;
  if (m_random.chance(5) && !transfer()) return false;
  const Staff* chief = staffOf(Role::Supervisor, "chief");
  if (onPaper(m_arrival.channel) && chief != nullptr) {
    if (!later(0, 1) || !command(chief->actor, core::CheckReceiptDay{m_record.state.arrivedOn})) return false;
  }
  if (!later(0, 4)) return false;
  // The chief hands out some, the others are taken.
  const bool handedOut = chief != nullptr && m_random.chance(30);
  return command(handedOut ? chief->actor : m_clerk->actor, core::AssignCase{m_clerk->actor.id, {}}) &&
         later(0, 6);
}

bool CaseWalk::transfer() {
  std::vector<core::OfficeId> others;
  for (const Staff& staff : m_world.bureau.staff) {
    if (staff.login.ends_with(".clerk1") && staff.office != m_record.state.office)
      others.push_back(staff.office);
  }
  if (others.empty() || !later(0, 3)) return false;
  const core::OfficeId to = m_random.pick(others);
  if (!command(m_clerk->actor, core::TransferCase{to, "所管が異なるため、担当課へ移送する。"})) return false;
  if (!later(1, 10)) return false;
  m_clerk = staffOf(Role::Clerk, "staff");
  return m_clerk != nullptr && command(m_clerk->actor, core::RegisterCase{});
}

bool CaseWalk::withdraw() {
  static_cast<void>(command(m_clerk->actor, core::WithdrawCase{today(), "申請者から取下書の提出があった。"}));
  return false; // the story ends here
}

} // namespace madoguchi::generate
