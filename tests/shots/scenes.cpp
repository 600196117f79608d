// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/scenes.h"

#include "core/cases/rules.h"

namespace madoguchi::tests {

core::CaseId caseWith(const FakeDesk& desk, core::Status status, const std::string& waitsFor) {
  for (const FakeDesk::Case& item : desk.cases) {
    const auto open = core::openStages(item.record.state);
    const bool waits = waitsFor.empty() || (!open.empty() && open.front()->role == waitsFor);
    if (item.record.state.status == status && waits) return item.record.state.id;
  }
  return {};
}

void decideMeanwhile(FakeDesk& desk) {
  for (std::size_t place = 0; place < desk.cases.size(); ++place) {
    const core::CaseState& state = desk.cases[place].record.state;
    if (state.status != core::Status::InApproval || state.draft->outcome != core::Outcome::Granted) continue;
    desk.act(place, "kimura", core::Approve{state.draft->version, state.draft->hash, {}});
    break;
  }
  desk.sendAway("tanaka");
}

void makeTrouble(FakeDesk& desk) {
  desk.status.link = models::SyncStatus::Link::Offline;
  const auto mine = [&](std::size_t nth) {
    for (std::size_t place = 0; place < desk.cases.size(); ++place)
      if (desk.cases[place].record.state.holder == core::UserId("sato") &&
          desk.cases[place].record.state.status == core::Status::Registered && nth-- == 0)
        return place;
    return std::size_t{0};
  };
  const std::size_t clash = mine(0);
  const core::CaseId id = desk.cases[clash].record.state.id;
  const auto done = desk.perform(id, core::EditApplicant{{{"/party/phone", core::json::string("042-555-0101"),
                                                           core::json::string("042-555-0199")}}});
  if (done)
    desk.conflict(clash, {"/applicant/party/phone", core::json::string("042-555-0101"),
                          core::json::string("042-555-0199"), core::json::string("090-5550-0142"),
                          core::UserId("kato"), desk.now});
  const std::size_t other = mine(1);
  if (desk.perform(desk.cases[other].record.state.id, core::AddNote{"窓口で追加書類を受領予定"}))
    desk.reject(other, core::ErrorCode::NotHolder);
  static_cast<void>(desk.perform(desk.cases[mine(2)].record.state.id, core::AddNote{"申請者に電話連絡済み"}));
  desk.status.needsAttention = 2;
}

void addEvidence(FakeDesk& desk, const core::CaseId& id) {
  const std::string blob(64, 'e');
  desk.blobs[blob] = "plan";
  for (std::size_t place = 0; place < desk.cases.size(); ++place) {
    const core::CaseState& state = desk.cases[place].record.state;
    if (state.id != id) continue;
    const std::string holder = state.holder.value;
    desk.act(
        place, holder,
        core::AttachDocument{
            core::DocumentId("plan"), {}, "店舗平面図.pdf", "application/pdf", 184'320, core::BlobId(blob)});
    const auto procedure = desk.references->procedure(state.procedure, state.procedureVersion);
    core::MarkEvidence marks{procedure->criteria.front().id, {}, {}};
    for (const int top : {1180, 2480}) {
      core::EvidenceMark mark;
      mark.document = core::DocumentId("plan");
      mark.left = 560;
      mark.top = top;
      mark.width = 3600;
      mark.height = 420;
      mark.note = top < 2000 ? "手洗い設備が二か所ある" : "";
      marks.add.push_back(mark);
    }
    desk.act(place, holder, marks);
  }
}

} // namespace madoguchi::tests
