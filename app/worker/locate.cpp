// SPDX-License-Identifier: Apache-2.0
#include "app/worker/locate.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace rapport::worker
{

namespace
{

constexpr double lookedAt = 960;      ///< pixels of the longer side: modules of 2 pixels are still edges
constexpr double leastShare = 0.0004; ///< of the picture: 30 × 30 of 1920 × 1080
constexpr double leastSolid = 0.45;   ///< of its rectangle that the region fills: a code is a filled rectangle, a line of hair is not

/// The four corners that fit the outline best, coarser and coarser; none where it stays rounder than that.
std::vector<cv::Point2f> cornersOf(const std::vector<cv::Point>& outline)
{
    std::vector<cv::Point> hull, corners;
    cv::convexHull(outline, hull);
    const double around = cv::arcLength(hull, true);
    for (double slack = 0.02; slack < 0.12; slack += 0.01) {
        cv::approxPolyDP(hull, corners, slack * around, true);
        if (corners.size() != 4)
            continue;
        if (cv::contourArea(corners, true) < 0)
            std::reverse(corners.begin(), corners.end()); // or it would be seen in a mirror
        return {corners.begin(), corners.end()};
    }
    return {};
}

} // namespace

std::vector<Region> locate(const cv::Mat& luma, std::size_t limit)
{
    const double factor = std::min(1.0, lookedAt / std::max(luma.cols, luma.rows));
    cv::Mat small, lighter, darker, edges;
    cv::resize(luma, small, {}, factor, factor, cv::INTER_AREA);
    const cv::Mat cell = cv::getStructuringElement(cv::MORPH_RECT, {3, 3});
    cv::dilate(small, lighter, cell);
    cv::erode(small, darker, cell);
    cv::subtract(lighter, darker, edges);
    cv::Mat dense, mask;
    cv::boxFilter(edges, dense, -1, {9, 9});
    cv::threshold(dense, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {7, 7}));

    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<std::pair<double, Region>> found;
    for (const auto& outline : outlines) {
        const double area = cv::contourArea(outline);
        cv::RotatedRect box = cv::minAreaRect(outline);
        if (area < leastShare * small.cols * small.rows || area < leastSolid * box.size.area())
            continue;
        const cv::Rect around = cv::boundingRect(outline) & cv::Rect(0, 0, small.cols, small.rows);
        const double strength = cv::mean(dense(around), mask(around))[0];
        auto corners = cornersOf(outline);
        for (cv::Point2f& corner : corners)
            corner *= 1 / factor;
        box.center *= 1 / factor;
        box.size = {static_cast<float>(box.size.width / factor), static_cast<float>(box.size.height / factor)};
        found.emplace_back(strength * std::sqrt(area), Region{box, std::move(corners)});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Region> regions;
    for (auto& [score, region] : found) {
        if (regions.size() < limit)
            regions.push_back(std::move(region));
    }
    return regions;
}

} // namespace rapport::worker
