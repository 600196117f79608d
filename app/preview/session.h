// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/frame.h"
#include "app/preview/pagerenderer.h"

namespace madoguchi::app::preview {

/// Answers what the desk asks. Requests: {"id", "do": "open", "type"} with the content; {"id", "do":
/// "render", "page", "width"}; {"id", "do": "find", "text"}; {"id", "do": "text"}. Answers: {"id", "pages":
/// [[w, h], …]}; {"id", "width", "height"} with 4 bytes a pixel (0xffRRGGBB, the machine's order); {"id",
/// "hits": [[page, x, y, w, h], …]};
/// {"id"} with the text of all pages as UTF-8; {"id", "failure": n}.
class Session {
public:
  [[nodiscard]] Frame answer(const Frame& request);

private:
  PageRenderer m_renderer;
};

} // namespace madoguchi::app::preview
