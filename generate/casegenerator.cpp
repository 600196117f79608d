// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/casegenerator.h"

#include "generate/people.h"

#include <algorithm>

namespace madoguchi::generate {

namespace {

using core::Channel;

constexpr std::int64_t kSpanDays = 730;
constexpr std::int64_t kUnit = 1'000'000;      ///< fractions are whole numbers of this, the same everywhere
constexpr std::uint64_t kCaseStreams = 0x1000; ///< below: the bureau's

core::Visibility visibilityOf(Random& random) {
  return random.chance(1) ? core::Visibility::Protected : core::Visibility::Ordinary;
}

} // namespace

CaseGenerator::CaseGenerator(std::uint64_t seed, std::size_t count, const GeneratedBureau& bureau,
                             const std::vector<const core::Procedure*>& procedures,
                             const core::HolidayTable& holidays, core::Instant now, Numbering numbering)
    : m_seed(seed), m_count(count), m_specimens(makeSpecimens()),
      m_world{bureau, core::OfficeTree(bureau.offices), holidays, m_specimens, std::move(numbering), now} {
  for (const core::Procedure* procedure : procedures) {
    const core::OfficeId office = bureau.sectionFor(procedure->id);
    if (!procedure->importOnly && !office.empty())
      m_sources.push_back({procedure, office, FormMaker(*procedure)});
  }
}

core::Instant CaseGenerator::arrivalOf(Random& random) const {
  // The square makes the recent days fuller: most old cases are closed, and it is open ones that are worked.
  const auto left =
      static_cast<std::int64_t>((m_count - m_made) * static_cast<std::uint64_t>(kUnit) / m_count);
  const std::int64_t days = kSpanDays * (left * left / kUnit) / kUnit;
  const core::Date day = core::dayInJapan(m_world.now) - std::chrono::days{days};
  const core::Instant at =
      core::startOfDayInJapan(day) + std::chrono::seconds{random.between(6 * 3'600, 86'399)};
  return std::min(at, m_world.now - std::chrono::minutes{random.between(1, 300)});
}

core::Result<core::CaseRecord> CaseGenerator::next() {
  if (m_made >= m_count) return core::failure(core::ErrorCode::NotFound, "all cases are made");
  if (m_sources.empty()) return core::failure(core::ErrorCode::NotFound, "no procedure can be applied for");
  Random random(m_seed, kCaseStreams + m_made);
  const Source& source = random.pick(m_sources);
  Arrival arrival{*source.procedure, source.office};
  arrival.at = arrivalOf(random);
  const core::Date day = core::dayInJapan(arrival.at);
  const auto closed = m_world.holidays.isOfficeHoliday(day);
  if (!closed) return tl::unexpected(closed.error());
  // Nobody takes in paper on a holiday.
  if (!*closed && random.chance(40)) arrival.channel = random.chance(70) ? Channel::Counter : Channel::Post;
  arrival.visibility = visibilityOf(random);
  const bool isFirm = source.procedure->group == "permit" ? random.chance(65) : random.chance(10);
  arrival.applicant = makeApplicant(random, isFirm ? core::PartyKind::Organisation : core::PartyKind::Person);
  arrival.form = source.forms.make(random, day);
  ++m_made;
  return CaseWalk(m_world, arrival, random).run();
}

} // namespace madoguchi::generate
