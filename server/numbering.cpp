// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/numbering.h"

#include "core/codes/documentnumber.h"

namespace madoguchi::server {

std::string numberSeries(std::string_view pattern, const std::string& officeSymbol, core::Date day) {
  const auto parsed = core::DocumentNumberPattern::parse(pattern);
  return parsed ? parsed->format(day, officeSymbol, 1).value_or(std::string()) : std::string();
}

NumberOffer nextNumber(std::string_view pattern, const std::string& officeSymbol, core::Date day,
                       const std::function<std::int64_t(const std::string&)>& last,
                       const std::function<bool(const std::string&)>& taken) {
  const auto parsed = core::DocumentNumberPattern::parse(pattern);
  if (!parsed) return {};
  const auto first = parsed->format(day, officeSymbol, 1);
  if (!first) return {};
  NumberOffer offer{*first, {}, last(*first)};
  do {
    const auto number = parsed->format(day, officeSymbol, ++offer.seq);
    if (!number) return {};
    offer.number = *number;
  } while (taken(offer.number));
  return offer;
}

} // namespace madoguchi::server
