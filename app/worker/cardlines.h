// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/worker/cardink.h"

#include <vector>

namespace rapport::worker
{

/// One line of one column: letters of one height side by side.
struct TextLine {
    cv::Rect box;
    int height = 0;     ///< of capitals, pixels
    bool light = false; ///< light letters on a dark ground
    std::vector<cv::Rect> letters;
};

/// The lines of an upright card (or one upside down), from the top; at most 60. @p without: white where nobody may look (codes); may be empty.
std::vector<TextLine> findLines(const CleanCard& card, const cv::Mat& without);

/// A line as a reader likes it: black on white, alone, with a margin; @p origin becomes its top left corner in the card.
cv::Mat cutLine(const CleanCard& card, const TextLine& line, const std::vector<TextLine>& all, cv::Point& origin);

} // namespace rapport::worker
