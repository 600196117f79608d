// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedure.h"

#include <map>
#include <string>

namespace madoguchi::core {

/// Reads a procedure package: the texts of its files by name. Needed are definition.json, form.json,
/// layout.json, criteria.json, documents.json, route.json, notices.json and openness.json; sample.json is a
/// valid filled form and is checked as one, corrections.json holds usual texts of requests for correction;
/// others are refused.
///
/// All or nothing. Errors: FileBroken with "file#JSON pointer: reason". Besides the shape of each file it
/// checks that the schema compiles (patterns too), that layout and openness name each field of the form and
/// nothing else, that every text is there in Japanese and English, that ids are unique, that pointers of
/// thresholds, columns and conditions lead to fields, that each outcome has a route and a notice with the
/// placeholders it needs, and that no field can take a My Number 個人番号.
[[nodiscard]] Result<Procedure> readProcedure(const std::map<std::string, std::string>& files);

/// The package as one document, {"definition": {…}, "form": {…}, …}: what the server sends.
[[nodiscard]] json::value toJson(const Procedure& procedure);

/// Published: it was checked whole before the server took it, and only the shape of its files is looked at
/// again; its form may be one that this version cannot compile, and a part that it does not know is left
/// alone.
enum class PackageState { New, Published };

/// Reads such a document. Errors as readProcedure.
[[nodiscard]] Result<Procedure> procedureFromJson(const json::value& package,
                                                  PackageState state = PackageState::New);

} // namespace madoguchi::core
