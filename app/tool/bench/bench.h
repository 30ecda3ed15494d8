// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace rapport::tool
{

/// One measured value, and what it is held against in the same run (DESIGN.md section 13).
struct Figure {
    QString name;
    double value = 0;
    QString unit; ///< "ms", "1/s", "MB", "%", "" for a count
    QString reference;
    std::optional<double> referenceValue;
};

struct BenchOptions {
    QString folder;   ///< a temporary one of this run, on the disk that is measured
    QString data;     ///< where a bench that reads data finds them; empty: it makes its own
    int count = 0;    ///< how much work; 0: the bench's own
    int seconds = 0;  ///< how long; 0: the bench's own
    QString binaries; ///< where rapport, rapport-hub and the others lie
};

struct Bench {
    const char* name;
    const char* help;
    Result<std::vector<Figure>> (*run)(const BenchOptions&);
    enum class Data { Written, Read } data = Data::Written; ///< what --data is for: room on a disk, or something to read
};

Result<std::vector<Figure>> benchCards(const BenchOptions& options);
Result<std::vector<Figure>> benchScan(const BenchOptions& options);
Result<std::vector<Figure>> benchCrash(const BenchOptions& options);
Result<std::vector<Figure>> benchFleet(const BenchOptions& options);
Result<std::vector<Figure>> benchStart(const BenchOptions& options);
Result<std::vector<Figure>> benchIdle(const BenchOptions& options);
Result<std::vector<Figure>> benchFormPage(const BenchOptions& options);
Result<std::vector<Figure>> benchSearch(const BenchOptions& options);
Result<std::vector<Figure>> benchCustomer(const BenchOptions& options);
Result<std::vector<Figure>> benchDuplicates(const BenchOptions& options);
Result<std::vector<Figure>> benchIngest(const BenchOptions& options);
Result<std::vector<Figure>> benchSlowClients(const BenchOptions& options);
Result<std::vector<Figure>> benchFormsOpen(const BenchOptions& options);
Result<std::vector<Figure>> benchFormsLookup(const BenchOptions& options);
Result<std::vector<Figure>> benchXlsform(const BenchOptions& options);
Result<std::vector<Figure>> benchPull(const BenchOptions& options);

/// The machine at this moment: cores, fdatasync a second in @p folder, and a loop of the processor in ms. Shared machines differ from minute to
/// minute, so that only ratios of one run hold.
QJsonObject probe(const QString& folder);

double median(std::vector<double> values);
double percentile(std::vector<double> values, double percent);
/// Milliseconds that @p work takes.
double timed(const std::function<void()>& work);
/// Milliseconds of the processor that a process has used so far; 0 where it is gone.
double workOf(qint64 pid);
/// Resident memory in MB, now and at its highest; 0 where the process is gone.
double residentMb(qint64 pid);
double peakMb(qint64 pid);

} // namespace rapport::tool
