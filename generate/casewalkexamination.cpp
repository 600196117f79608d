// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/casewalk.h"

#include <algorithm>
#include <array>

/// The examination of a case: documents, edits, corrections, waits and findings.
namespace madoguchi::generate {

namespace {

using core::Outcome;

constexpr auto kNotes = std::to_array<std::string_view>({
    "申請者に電話で記載内容を確認した。",
    "現地調査の日程を調整中。",
    "過去の許可台帳と照合した。相違なし。",
    "添付図面の縮尺を確認した。",
    "窓口で申請者に手続の流れを説明した。",
    "関係課に照会した。回答待ち。",
    "手数料の納付を確認した。",
    "連絡は午後を希望とのこと。",
});

constexpr auto kCorrections = std::to_array<std::string_view>({
    "所在地の記載が登記と異なります。確認のうえ訂正してください。",
    "添付書類の有効期限が切れています。新しいものを提出してください。",
    "図面に寸法の記載がありません。追記してください。",
    "押印された委任状の写しを提出してください。",
    "期間の終わりの日が記載されていません。",
});

constexpr auto kFacts = std::to_array<std::string_view>({
    "提出された書類により確認した。",
    "現地調査により確認した。",
    "申請書の記載により確認した。",
    "関係機関への照会の結果により確認した。",
});

constexpr auto kFailures = std::to_array<std::string_view>({
    "現地調査の結果、基準に定める寸法を満たしていないことを確認した。",
    "提出された書類では、基準に定める要件を満たすことが確認できなかった。",
    "補正を求めたが、期限までに不足する書類が提出されなかった。",
});

std::string_view findingWith(const core::Criterion& criterion, core::FindingEffect effect) {
  const auto found = std::find_if(criterion.findings.begin(), criterion.findings.end(),
                                  [&](const core::Finding& finding) { return finding.effect == effect; });
  return found == criterion.findings.end() ? std::string_view{} : std::string_view{found->id};
}

} // namespace

void CaseWalk::chooseOutcome() {
  const int roll = m_random.between(1, 100);
  if (roll <= 78) return;
  m_outcome = roll <= 90   ? Outcome::GrantedWithConditions
              : roll <= 96 ? Outcome::Refused
                           : Outcome::Dismissed;
  if (m_outcome == Outcome::GrantedWithConditions) return;
  std::vector<const core::Criterion*> failing;
  for (const core::Criterion& criterion : m_arrival.procedure.criteria) {
    const bool fits = criterion.formal == (m_outcome == Outcome::Dismissed);
    if (fits && !findingWith(criterion, core::FindingEffect::Fails).empty()) failing.push_back(&criterion);
  }
  if (failing.empty())
    m_outcome = Outcome::Granted;
  else
    m_failing = m_random.pick(failing);
}

bool CaseWalk::examine() {
  if (m_random.chance(2)) return withdraw();
  if (!attachDocuments() || !addEdits()) return false;
  if (m_random.chance(22) && !correct()) return false;
  if (m_random.chance(25) && !wait()) return false;
  if (m_random.chance(3)) return withdraw();
  return setCriteria() && later(0, 12);
}

bool CaseWalk::attachDocuments() {
  for (const core::DocumentKind* kind : core::requiredDocuments(m_arrival.procedure, m_record.state.form)) {
    const Specimen& paper = m_random.pick(m_world.specimens.scans);
    core::AttachDocument attach;
    attach.document = core::DocumentId(nextId());
    attach.documentKind = kind->id;
    attach.name = kind->title.ja + ".pdf";
    attach.mediaType = paper.mediaType;
    attach.size = static_cast<std::int64_t>(paper.bytes.size());
    attach.blob = paper.id;
    const core::DocumentId id = attach.document;
    if (!command(m_clerk->actor, std::move(attach))) return false;
    if (m_random.chance(60) && !command(m_clerk->actor, core::VerifyDocument{id, true, {}})) return false;
  }
  return later(0, 4);
}

bool CaseWalk::addEdits() {
  if (m_random.chance(30)) {
    if (!command(m_clerk->actor, core::AddNote{std::string(m_random.pick(kNotes))}) || !later(0, 2))
      return false;
  }
  if (!m_random.chance(8)) return true;
  core::FieldEdit edit;
  edit.pointer = "/party/phone";
  edit.before = core::json::string(m_record.state.applicant.party.phone);
  edit.after = core::json::string(makePhone(m_random));
  return command(m_clerk->actor, core::EditApplicant{{edit}}) && later(0, 2);
}

bool CaseWalk::correct() {
  const int days =
      m_arrival.procedure.clock.correctionDays > 0 ? m_arrival.procedure.clock.correctionDays : 14;
  core::RequestCorrection request;
  request.items.push_back({{}, {}, std::string(m_random.pick(kCorrections))});
  request.sentOn = today();
  const auto due = m_world.holidays.nextOfficeDay(today() + std::chrono::days{days});
  request.dueOn = due.value_or(today() + std::chrono::days{days});
  if (!command(m_clerk->actor, std::move(request)) || !later(3, days + 14)) return false;
  if (m_random.chance(6)) return withdraw();
  return command(m_clerk->actor, core::RecordCorrection{today(), "訂正した書類が提出された。"}) &&
         later(0, 3);
}

bool CaseWalk::wait() {
  static constexpr auto kReasons =
      std::to_array({core::WaitReason::Fee, core::WaitReason::Fee, core::WaitReason::ExtraData,
                     core::WaitReason::Intermediary, core::WaitReason::ApplicantChange});
  const core::WaitReason reason = m_random.pick(kReasons);
  return command(m_clerk->actor, core::StartWait{reason, today(), {}}) && later(2, 15) &&
         command(m_clerk->actor, core::EndWait{reason, today()}) && later(0, 3);
}

bool CaseWalk::setCriteria() {
  for (const core::Criterion& criterion : m_arrival.procedure.criteria) {
    const bool fails = &criterion == m_failing;
    const std::string_view exempt = findingWith(criterion, core::FindingEffect::NotApplicable);
    core::SetCriterion set;
    set.criterion = criterion.id;
    set.finding = findingWith(criterion, fails ? core::FindingEffect::Fails : core::FindingEffect::Meets);
    if (!fails && !exempt.empty() && m_random.chance(10)) set.finding = exempt;
    set.fact = fails ? m_random.pick(kFailures) : m_random.pick(kFacts);
    set.article = criterion.article;
    if (!command(m_clerk->actor, std::move(set))) return false;
    if (m_random.chance(25) && !later(0, 3)) return false;
  }
  return true;
}

} // namespace madoguchi::generate
