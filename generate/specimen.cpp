// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/specimen.h"

#include "core/base/hash.h"

#include <array>
#include <cstdio>

namespace madoguchi::generate {

namespace {

/// The smallest PDF (ISO 32000-1) with one line in a font that every reader has.
std::string onePage(const std::string& line) {
  const std::string content = "BT /F1 20 Tf 72 720 Td (" + line + ") Tj ET";
  const std::array<std::string, 5> objects{
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  };
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::array<char, 24> entry{};
    std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", pdf.size());
    table += entry.data();
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

Specimen specimen(const std::string& name, const std::string& line) {
  Specimen made{{}, name, "application/pdf", onePage(line)};
  made.id = core::BlobId(core::sha256Hex(made.bytes));
  return made;
}

} // namespace

Specimens makeSpecimens() {
  return {{specimen("申請書.pdf", "Specimen: application form"), specimen("図面.pdf", "Specimen: drawing"),
           specimen("証明書.pdf", "Specimen: certificate")},
          specimen("通知書.pdf", "Specimen: notice of decision")};
}

} // namespace madoguchi::generate
