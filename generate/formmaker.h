// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"
#include "generate/random.h"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::generate {

/// Fills the form of a procedure by varying its sample: choices, numbers, days, and what is evidently a
/// name, an address or a telephone number. Every form it makes is valid. Immutable once made.
class FormMaker {
public:
  /// Uses the package's sample.json; without one (or with one that is not valid) every form is empty.
  explicit FormMaker(const core::Procedure& procedure);

  [[nodiscard]] core::json::object make(Random& random, core::Date arrivedOn) const;

private:
  enum class Kind { Choice, Number, FiscalYear, Day, Firm, PersonName, Address, AddressParts, Phone };
  struct Leaf {
    std::string pointer; ///< concrete
    Kind kind = Kind::Choice;
    std::vector<core::json::value> choices;
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t step = 1;
    core::Date day{};        ///< of the sample
    std::string kanaPointer; ///< of a name's reading, or empty
  };

  void collect(const core::json::value& value, const std::string& pointer, const std::string& starred);
  [[nodiscard]] std::optional<Leaf> leafOf(const core::json::value& value, const std::string& pointer,
                                           const core::json::object& schema, bool isAmount) const;
  [[nodiscard]] static std::optional<Kind> kindOfName(const std::string& pointer);
  /// Keeps only what may be varied without breaking the schema.
  [[nodiscard]] bool prove(Leaf& leaf) const;
  static void varyName(core::json::value& form, const Leaf& leaf, Random& random);
  void varyAddress(core::json::value& form, const Leaf& leaf, Random& random) const;
  void vary(core::json::value& form, const Leaf& leaf, Random& random, core::Date arrivedOn) const;
  [[nodiscard]] core::Date anchorDay() const;
  [[nodiscard]] core::Date shifted(core::Date day, Random& random, core::Date arrivedOn) const;

  const core::Procedure& m_procedure;
  std::optional<core::FormSchema> m_schema;
  core::json::value m_sample = core::json::object{};
  core::Date m_anchorDay{}; ///< of the sample: on which begins what it asks for
  std::vector<Leaf> m_leaves;
};

} // namespace madoguchi::generate
