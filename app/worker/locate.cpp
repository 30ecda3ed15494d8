// SPDX-License-Identifier: Apache-2.0
#include "app/worker/locate.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace rapport::worker
{

namespace
{

/// Pixels of the longer side. In the first modules of 2 pixels of 1920 are still edges; in the second the wide bars of a linear code, and the
/// modules of a code that fills the picture, lie as close together as edges must to be one region.
constexpr double lookedAt[] = {960, 360};
constexpr double leastShare = 0.0004; ///< of the picture: 30 × 30 of 1920 × 1080
constexpr double leastSide = 36;      ///< pixels: a Micro QR of modules of 3
constexpr double sameShare = 0.75;    ///< of the larger of two regions
constexpr double leastSolid = 0.45;   ///< of its rectangle that the region fills: a code is a filled rectangle, a line of hair is not

/// The four corners that fit the outline best, coarser and coarser; none where it stays rounder than that.
std::vector<cv::Point2f> cornersOf(const std::vector<cv::Point>& outline)
{
    std::vector<cv::Point> hull, corners;
    cv::convexHull(outline, hull);
    const double around = cv::arcLength(hull, true);
    for (int percent = 2; percent < 12; ++percent) {
        cv::approxPolyDP(hull, corners, percent / 100.0 * around, true);
        if (corners.size() != 4)
            continue;
        if (cv::contourArea(corners, true) < 0)
            std::reverse(corners.begin(), corners.end()); // or it would be seen in a mirror
        return {corners.begin(), corners.end()};
    }
    return {};
}

/// How much of the gradients is along one axis (coherence of the structure tensor).
double stripesOf(const cv::Mat& small, const cv::Mat& mask, const cv::Rect& place)
{
    cv::Mat dx, dy;
    cv::Sobel(small(place), dx, CV_32F, 1, 0);
    cv::Sobel(small(place), dy, CV_32F, 0, 1);
    const auto sum = [&](const cv::Mat& product) { return cv::mean(product, mask(place))[0]; };
    const double xx = sum(dx.mul(dx)), yy = sum(dy.mul(dy)), xy = sum(dx.mul(dy));
    return xx + yy > 0 ? std::hypot(xx - yy, 2 * xy) / (xx + yy) : 0;
}

/// Lines of words are long and their edges run everywhere; a code is a block, or it is striped. What is tiny is neither.
double likeness(const cv::RotatedRect& box, double stripes)
{
    const double longer = std::max(box.size.width, box.size.height), shorter = std::min(box.size.width, box.size.height);
    const bool words = longer > 1.8 * shorter && stripes < 0.5;
    return (words ? 0.4 : 1) * (shorter < leastSide ? 0.3 : 1);
}

struct Found {
    double strength = 0;
    Region region; ///< in the pixels of the whole picture
};

void locateAt(double size, const cv::Mat& luma, std::vector<Found>& found)
{
    const double factor = std::min(1.0, size / std::max(luma.cols, luma.rows));
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
        const double stripes = stripesOf(small, mask, around);
        found.push_back({strength * std::sqrt(area) / factor * likeness(box, stripes), {box, std::move(corners), stripes}});
    }
}

/// The same place found twice: the smaller is most of the larger.
bool same(const cv::RotatedRect& a, const cv::RotatedRect& b)
{
    const cv::Rect2f one = a.boundingRect2f(), other = b.boundingRect2f();
    return (one & other).area() > sameShare * std::max(one.area(), other.area());
}

} // namespace

std::vector<Region> locate(const cv::Mat& luma, std::size_t limit)
{
    std::vector<Found> found;
    for (const double size : lookedAt)
        locateAt(size, luma, found);
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.strength > b.strength; });
    std::vector<Region> regions;
    for (Found& one : found) {
        const bool known = std::any_of(regions.begin(), regions.end(), [&](const Region& region) { return same(region.box, one.region.box); });
        if (regions.size() < limit && !known)
            regions.push_back(std::move(one.region));
    }
    return regions;
}

} // namespace rapport::worker
