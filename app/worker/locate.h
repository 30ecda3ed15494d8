// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace rapport::worker
{

/// A part of a picture, in its pixels.
struct Region {
    cv::RotatedRect box;
    std::vector<cv::Point2f> corners; ///< four, clockwise as one sees them, where it is seen from aside; empty where it has no four corners
    double stripes = 0;               ///< 0: edges run in all directions, as in a matrix code; 1: in one, as in a linear code
};

/// Where something like a code stands in a picture of luma: regions of dense, strong edges in any angle, the likeliest first. Words may be among
/// them. At most @p limit. About 5 ms for 1920 × 1080.
std::vector<Region> locate(const cv::Mat& luma, std::size_t limit);

} // namespace rapport::worker
