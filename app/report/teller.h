// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/report/content.h"
#include "app/report/record.h"
#include "app/report/speech.h"
#include "app/report/values.h"
#include "forms/session/formsession.h"

namespace rapport::report
{

/// Tells the answers of a session to one audience, question by question. What was not answered, is not relevant or not for these readers leaves no
/// trace.
class Teller
{
public:
    /// @p person: who is taken to have signed where the form does not ask for a name. Session, record and speech are borrowed.
    Teller(const forms::FormSession& session, const Record& record, Audience audience, const Speech& speech, RowLabel rowLabel, QString person);

    bool tells(const forms::Node& node) const; ///< relevant, and for this audience
    void add(forms::NodeId id);                ///< a question, or a group or a series with all that is in it
    void addSeries(const forms::Node& series); ///< without its heading
    std::vector<Block> take();                 ///< what was told since the last time

private:
    struct Repetition {
        forms::NodeId id;
        std::vector<forms::Node> answers; ///< in order, also those of groups inside
        bool nested = false;              ///< holds a series of its own, or files: no row of a table
    };

    QString textOf(const forms::Node& node) const;
    void question(const forms::Node& node);
    void group(const forms::Node& node);
    void picture(const forms::Node& node);
    Measured measuredOf(const forms::Node& node) const;
    void measured(const forms::Node& node);
    Fact signerOf(const forms::Node& signature) const;

    // series.cpp
    std::vector<Repetition> repetitionsOf(const forms::Node& series) const;
    void collect(Repetition& repetition, forms::NodeId within) const;
    void addMeasurements(const std::vector<Repetition>& all);
    std::vector<Measured> measurementsOf(const Repetition& repetition) const;
    bool addTable(const std::vector<Repetition>& all); ///< false: they do not fit into one
    void addCards(const forms::Node& series, const std::vector<Repetition>& all);

    const forms::FormSession& m_session;
    const Record& m_record;
    const Audience m_audience;
    const Speech& m_speech;
    const RowLabel m_rowLabel;
    const QString m_person;
    std::vector<Block> m_blocks;
    int m_depth = 1; ///< of the next heading
};

QString labelOf(const forms::Node& node); ///< the element's name where it has no label

} // namespace rapport::report
