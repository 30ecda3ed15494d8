// SPDX-License-Identifier: Apache-2.0
#include "app/worker/cardfind.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace rapport::worker
{

namespace
{

constexpr double lookedAt = 640;                      ///< pixels of the longer side
constexpr double leastShare = 0.06, mostShare = 0.97; ///< of the picture
constexpr double leastSupport = 0.55;                 ///< of its outline that is an edge
constexpr double squarest = 1.25, longest = 2.3;      ///< side by side; cards are 1.42 to 1.8, seen from aside a little more or less

constexpr std::size_t mostLines = 24;

using Outline = std::vector<cv::Point>;

double length(const cv::Point2f& a, const cv::Point2f& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Longer by shorter side, by the means of those that face each other.
double aspect(const Quad& quad)
{
    const double across = length(quad[0], quad[1]) + length(quad[2], quad[3]), down = length(quad[1], quad[2]) + length(quad[3], quad[0]);
    return std::max(across, down) / std::max(1.0, std::min(across, down));
}

bool isPlausible(const Quad& quad)
{
    for (std::size_t side = 0; side < 2; ++side) {
        const double here = length(quad[side], quad[side + 1]), opposite = length(quad[side + 2], quad[(side + 3) % 4]);
        if (std::min(here, opposite) < 0.6 * std::max(here, opposite))
            return false;
    }
    return aspect(quad) > squarest && aspect(quad) < longest;
}

/// How much of the outline stands on an edge that runs along it, 0 … 1: the weakest side counts as much as all four.
double support(const Quad& quad, const cv::Mat& alongX, const cv::Mat& alongY, double strong)
{
    constexpr int samples = 60, reach = 3;
    double all = 0, weakest = 1;
    for (std::size_t side = 0; side < 4; ++side) {
        const cv::Point2f from = quad[side], to = quad[(side + 1) % 4];
        const double far = std::max(1.0, length(from, to));
        const cv::Point2d normal(-(to.y - from.y) / far, (to.x - from.x) / far);
        int hits = 0;
        for (int i = 0; i < samples; ++i) {
            const double part = 0.04 + 0.92 * i / (samples - 1);
            double best = 0;
            for (int step = -reach; step <= reach; ++step) {
                const int x = cvRound(from.x + part * (to.x - from.x) + step * normal.x),
                          y = cvRound(from.y + part * (to.y - from.y) + step * normal.y);
                if (x >= 0 && y >= 0 && x < alongX.cols && y < alongX.rows)
                    best = std::max(best, std::abs(alongX.at<float>(y, x) * normal.x + alongY.at<float>(y, x) * normal.y));
            }
            hits += best > strong;
        }
        const double share = static_cast<double>(hits) / samples;
        all += share / 4;
        weakest = std::min(weakest, share);
    }
    return (all + weakest) / 2;
}

/// Straightens an outline to four corners: the four longest of its sides, made longer until they meet. A rounded or hidden corner does not matter.
std::optional<Quad> fourSides(const Outline& outline)
{
    Outline hull, corners;
    cv::convexHull(outline, hull);
    const double around = cv::arcLength(hull, true);
    cv::approxPolyDP(hull, corners, 0.012 * around, true);
    if (corners.size() < 4 || corners.size() > 12)
        return {};
    if (cv::contourArea(corners, true) < 0)
        std::reverse(corners.begin(), corners.end());
    std::vector<std::pair<double, std::size_t>> sides;
    for (std::size_t i = 0; i < corners.size(); ++i)
        sides.emplace_back(length(corners[i], corners[(i + 1) % corners.size()]), i);
    std::sort(sides.rbegin(), sides.rend());
    sides.resize(4);
    std::sort(sides.begin(), sides.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    Quad quad;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t before = sides[(i + 3) % 4].second, after = sides[i].second;
        const cv::Point2d p = corners[before], r = corners[(before + 1) % corners.size()] - corners[before];
        const cv::Point2d q = corners[after], s = corners[(after + 1) % corners.size()] - corners[after];
        const double cross = r.x * s.y - r.y * s.x;
        if (std::abs(cross) < 0.3 * cv::norm(r) * cv::norm(s))
            return {}; // neighbours that run almost alike
        const double t = ((q.x - p.x) * s.y - (q.y - p.y) * s.x) / cross;
        quad[i] = cv::Point2d(p + t * r);
    }
    return quad;
}

/// A straight edge: the points p with n·p = rho.
struct Line {
    cv::Point2d normal;
    double rho = 0, weight = 0; ///< weight: pixels of edge on it
};

std::optional<cv::Point2f> crossing(const Line& a, const Line& b)
{
    const double cross = a.normal.x * b.normal.y - a.normal.y * b.normal.x;
    if (std::abs(cross) < 0.5)
        return {};
    return cv::Point2d((a.rho * b.normal.y - b.rho * a.normal.y) / cross, (b.rho * a.normal.x - a.rho * b.normal.x) / cross);
}

class Search
{
public:
    /// @p planes: one picture in several ways of seeing it, luma first.
    explicit Search(const std::vector<cv::Mat>& planes) : m_size(planes.front().size())
    {
        for (const cv::Mat& plane : planes) {
            cv::Mat calm, soft, x, y, squares;
            cv::medianBlur(plane, calm, 5); // tables have a grain, cards do not
            cv::GaussianBlur(plane, soft, {0, 0}, 1.4);
            cv::Sobel(soft, x, CV_32F, 1, 0);
            cv::Sobel(soft, y, CV_32F, 0, 1);
            squares = x.mul(x) + y.mul(y);
            if (m_alongX.empty()) {
                m_alongX = x;
                m_alongY = y;
                m_squares = squares;
            } else {
                const cv::Mat stronger = squares > m_squares;
                x.copyTo(m_alongX, stronger);
                y.copyTo(m_alongY, stronger);
                squares.copyTo(m_squares, stronger);
            }
            m_calm.push_back(calm);
        }
        cv::Mat strength;
        cv::sqrt(m_squares, strength);
        m_strong = std::clamp(1.2 * cv::mean(strength)[0], 12.0, 40.0);
    }

    std::optional<Quad> best()
    {
        for (const cv::Mat& calm : m_calm) {
            lookAtEdges(calm);
            lookAtTones(calm);
        }
        lookAtLines();
        if (m_score <= 0)
            return {};
        return m_best;
    }

private:
    void lookAtEdges(const cv::Mat& calm)
    {
        for (const double high : {30.0, 80.0}) {
            cv::Mat edges;
            cv::Canny(calm, edges, high / 2, high, 3, true);
            for (const Line& line : linesOf(edges))
                m_lines.push_back(line);
            cv::morphologyEx(edges, edges, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
            judge(edges);
        }
    }

    void lookAtTones(const cv::Mat& calm)
    {
        cv::Mat mask;
        const double middle = cv::threshold(calm, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
        for (const double shift : {0.8, 1.0, 1.2}) {
            cv::threshold(calm, mask, middle * shift, 255, cv::THRESH_BINARY);
            cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
            cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
            judge(mask);
        }
    }

    std::vector<Line> linesOf(const cv::Mat& edges) const
    {
        std::vector<cv::Vec4i> pieces;
        cv::HoughLinesP(edges, pieces, 1, CV_PI / 360, 40, std::max(m_size.width, m_size.height) * 0.1, 6);
        std::sort(pieces.begin(), pieces.end(),
                  [](const cv::Vec4i& a, const cv::Vec4i& b) { return std::hypot(a[2] - a[0], a[3] - a[1]) > std::hypot(b[2] - b[0], b[3] - b[1]); });
        std::vector<Line> lines;
        for (std::size_t i = 0; i < pieces.size() && i < mostLines; ++i) {
            const cv::Point2d from(pieces[i][0], pieces[i][1]), to(pieces[i][2], pieces[i][3]);
            const double far = cv::norm(to - from);
            const cv::Point2d normal(-(to.y - from.y) / far, (to.x - from.x) / far);
            lines.push_back({normal, normal.dot(from), far});
        }
        return lines;
    }

    /// Where neither an edge nor a tone goes all the way round, four straight pieces of it may still meet.
    void lookAtLines()
    {
        std::vector<Line> lines;
        std::sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) { return a.weight > b.weight; });
        for (const Line& line : m_lines) {
            const bool known = std::any_of(lines.begin(), lines.end(), [&](const Line& other) {
                const double turn = line.normal.dot(other.normal);
                return std::abs(turn) > 0.999 && std::abs(line.rho * (turn < 0 ? -1 : 1) - other.rho) < 8;
            });
            if (!known && lines.size() < mostLines)
                lines.push_back(line);
        }
        std::vector<std::pair<const Line*, const Line*>> pairs; // opposite sides
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (std::size_t j = i + 1; j < lines.size(); ++j) {
                const double turn = lines[i].normal.dot(lines[j].normal);
                if (std::abs(turn) > 0.95 && std::abs(lines[i].rho * (turn < 0 ? -1 : 1) - lines[j].rho) > 0.12 * m_size.height)
                    pairs.emplace_back(&lines[i], &lines[j]);
            }
        }
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            for (std::size_t j = i + 1; j < pairs.size(); ++j) {
                if (std::abs(pairs[i].first->normal.dot(pairs[j].first->normal)) < 0.35)
                    judge(pairs[i].first, pairs[j].first, pairs[i].second, pairs[j].second);
            }
        }
    }

    void judge(const Line* top, const Line* right, const Line* bottom, const Line* left)
    {
        const std::array<std::optional<cv::Point2f>, 4> corners{crossing(*left, *top), crossing(*top, *right), crossing(*right, *bottom),
                                                                crossing(*bottom, *left)};
        Quad quad;
        for (std::size_t i = 0; i < 4; ++i) {
            if (!corners[i])
                return;
            quad[i] = *corners[i];
        }
        if (cv::contourArea(std::vector<cv::Point2f>(quad.begin(), quad.end()), true) < 0)
            std::reverse(quad.begin(), quad.end());
        judge(quad);
    }

    void judge(const cv::Mat& mask)
    {
        std::vector<Outline> outlines;
        cv::findContours(mask, outlines, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
        for (const Outline& outline : outlines) {
            if (cv::boundingRect(outline).area() < leastShare * m_size.area())
                continue;
            if (const auto quad = fourSides(outline))
                judge(*quad);
        }
    }

    void judge(const Quad& quad)
    {
        const double share = cv::contourArea(std::vector<cv::Point2f>(quad.begin(), quad.end())) / m_size.area();
        if (share < leastShare || share > mostShare || !isPlausible(quad))
            return;
        const double slack = 0.03 * std::max(m_size.width, m_size.height);
        for (const cv::Point2f& corner : quad) {
            if (corner.x < -slack || corner.y < -slack || corner.x > m_size.width + slack || corner.y > m_size.height + slack)
                return;
        }
        const double shape = std::abs(std::log(aspect(quad) / 1.6)), most = std::sqrt(share) * std::exp(-1.5 * shape);
        if (most <= m_score)
            return;
        const double shown = support(quad, m_alongX, m_alongY, m_strong);
        if (shown < leastSupport)
            return;
        const double score = shown * shown * most;
        if (score > m_score) {
            m_score = score;
            m_best = quad;
        }
    }

    const cv::Size m_size;
    std::vector<cv::Mat> m_calm;
    std::vector<Line> m_lines;
    cv::Mat m_alongX, m_alongY, m_squares;
    double m_strong = 0, m_score = 0;
    Quad m_best;
};

/// Luma, and the two differences of colours, which tell a green card from brown wood.
std::vector<cv::Mat> planesOf(const cv::Mat& rgb)
{
    cv::Mat luma;
    cv::cvtColor(rgb, luma, cv::COLOR_RGB2GRAY);
    cv::Mat channels[3];
    cv::split(rgb, channels);
    std::vector<cv::Mat> planes{luma};
    for (const int colour : {0, 2}) {
        cv::Mat difference;
        cv::addWeighted(channels[colour], 0.7, channels[1], -0.7, 128, difference);
        planes.push_back(difference);
    }
    return planes;
}

} // namespace

std::optional<Quad> findCard(const cv::Mat& rgb)
{
    const double factor = std::min(1.0, lookedAt / std::max(rgb.cols, rgb.rows));
    cv::Mat small;
    cv::resize(rgb, small, {}, factor, factor, cv::INTER_AREA);
    auto quad = Search(planesOf(small)).best();
    if (quad) {
        for (cv::Point2f& corner : *quad)
            corner = (corner + cv::Point2f(0.5F, 0.5F)) * (1 / factor) - cv::Point2f(0.5F, 0.5F);
    }
    return quad;
}

cv::Mat flatten(const cv::Mat& picture, const Quad& quad, int longer, cv::Matx33d& there)
{
    double width = (length(quad[0], quad[1]) + length(quad[2], quad[3])) / 2, height = (length(quad[1], quad[2]) + length(quad[3], quad[0])) / 2;
    const double scale = longer / std::max({1.0, width, height});
    width *= scale;
    height *= scale;
    const auto right = static_cast<float>(width), bottom = static_cast<float>(height);
    const std::vector<cv::Point2f> from(quad.begin(), quad.end()), to{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
    there = cv::getPerspectiveTransform(from, to);
    cv::Mat source = picture, flat;
    cv::Matx33d map = there;
    while (scale < 0.5 && source.cols > 2 * longer * 0.6 && length(quad[0], quad[2]) * source.cols / picture.cols > 2.4 * longer) {
        cv::Mat half; // or every second pixel would be left out
        cv::resize(source, half, {}, 0.5, 0.5, cv::INTER_AREA);
        source = half;
        map = map * cv::Matx33d(2, 0, 0.5, 0, 2, 0.5, 0, 0, 1);
    }
    cv::warpPerspective(source, flat, map, cv::Size(cvCeil(width), cvCeil(height)), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return flat;
}

} // namespace rapport::worker
