// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/storethread.h"
#include "app/report/compose.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace rapport::app
{

/// The report of one finished conversation: made off the UI thread whenever language or readers change, kept encrypted with the conversation, shown
/// page by page, and saved as a plain file where somebody asks for it.
class ReportController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)                   ///< of the form
    Q_PROPERTY(QString customer READ customer NOTIFY changed)             ///< empty: not known
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)             ///< why there are no pages; else empty
    Q_PROPERTY(rapport::app::RowModel* languages READ languages CONSTANT) ///< code, name
    Q_PROPERTY(QString language READ language NOTIFY changed)             ///< code of the one that is shown
    Q_PROPERTY(bool internal READ isInternal NOTIFY changed)              ///< with what the customer must not read
    Q_PROPERTY(rapport::app::RowModel* pages READ pages CONSTANT)         ///< number (from 1), source (for Image), name ("Page 1 of 2")
    Q_PROPERTY(bool saving READ isSaving NOTIFY savedChanged)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged) ///< where it was saved, or why not; empty before
    Q_PROPERTY(bool saved READ isSaved NOTIFY savedChanged)          ///< it was

public:
    enum State { Making, Ready, Nothing, Failed }; ///< Nothing: no answer is for these readers
    Q_ENUM(State)

    struct Parts {
        StoreThread& reading; ///< looks
        StoreThread& writing;
        QString language;                   ///< of the app
        std::function<QString()> documents; ///< where files are saved; empty: the person's folder for documents
    };
    explicit ReportController(Parts parts, QObject* parent = nullptr);
    ~ReportController() override; ///< waits for what is being made

    State state() const { return m_state; }
    QString title() const { return m_title; }
    QString customer() const { return m_customer; }
    QString sentence() const;
    RowModel* languages() { return &m_languages; }
    QString language() const { return m_request.language; }
    bool isInternal() const { return m_request.audience == report::Audience::Internal; }
    RowModel* pages() { return &m_pages; }
    bool isSaving() const { return m_saving; }
    QString savedText() const { return m_savedText; }
    bool isSaved() const { return m_saved; }
    void speak(const QString& language) { m_parts.language = language; } ///< the app's; for the next report

    void open(const QString& conversationId); ///< the customer's report, in the app's language where the form has it
    Q_INVOKABLE void choose(const QString& language);
    Q_INVOKABLE void setInternal(bool internal);
    Q_INVOKABLE void again(); ///< after it failed
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();
    void savedChanged();
    void opened();

private:
    struct Made; ///< what a making ends with
    void make();
    void show(const Result<Made>& made);
    void clear();

    Parts m_parts;
    report::Request m_request;
    RowModel m_languages, m_pages;
    State m_state = Making;
    QString m_title, m_customer, m_fileName, m_savedText;
    QByteArray m_pdf;
    bool m_saving = false, m_saved = false;
    int m_making = 0; ///< the newest; what an older one brings is not shown
    QThreadPool m_pool;
};

/// Writes @p content under @p name into @p folder, beside whatever has that name: "Report (2).pdf". Gives the name that it got.
Result<QString> saveBeside(const QString& folder, const QString& name, const QByteArray& content);

} // namespace rapport::app
