// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <vector>

namespace madoguchi::server {

/// Makes a P-256 key and a certificate signed by itself, for the given names and addresses besides localhost:
/// enough for a demonstration or a test, whose clients know it by its fingerprint. The key file is readable
/// by its owner alone. Errors: AlreadyExists, StorageFailed, TlsFailed.
[[nodiscard]] core::Result<void> makeCertificate(const std::string& certificateFile,
                                                 const std::string& keyFile,
                                                 const std::vector<std::string>& hosts);

/// SHA-256 of a PEM certificate's DER, 64 lower-case hex digits. Errors: FileUnreadable, TlsFailed.
[[nodiscard]] core::Result<std::string> fingerprintOf(const std::string& certificateFile);

} // namespace madoguchi::server
