// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clocks/clockterm.h"

#include <array>
#include <utility>

namespace madoguchi::core {

namespace {

constexpr std::array<std::pair<StopReason, std::string_view>, 5> kNames{{
    {StopReason::Correction, "correction"},
    {StopReason::FeeWait, "fee"},
    {StopReason::ApplicantChange, "applicantChange"},
    {StopReason::ExtraData, "extraData"},
    {StopReason::Intermediary, "intermediary"},
}};

} // namespace

std::string_view toText(StopReason reason) {
  return kNames[static_cast<std::size_t>(reason)].second;
}

std::optional<StopReason> stopReasonFrom(std::string_view text) {
  for (const auto& [reason, name] : kNames)
    if (name == text) return reason;
  return std::nullopt;
}

} // namespace madoguchi::core
