// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"

#include <QObject>

namespace rapport::app
{

class DayBoard;

/// The screen of the occasion: where we are, what is half done, what happened today, and whether the tablet is ready.
class HomeController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool hasOccasion READ hasOccasion NOTIFY changed)          ///< false: the tablet holds no fair yet; canStart is false too
    Q_PROPERTY(bool canStart READ canStart NOTIFY changed)                ///< a form is here
    Q_PROPERTY(QString occasionTitle READ occasionTitle NOTIFY changed)   ///< "KälteExpo 2027"
    Q_PROPERTY(QString occasionDetail READ occasionDetail NOTIFY changed) ///< "Wednesday 10 November · Hall 4, stand 4-217"
    /// occasionId, title, detail, current: to choose from; empty where there is no choice
    Q_PROPERTY(rapport::app::RowModel* occasions READ occasions CONSTANT)
    Q_PROPERTY(QString staffInitials READ staffInitials NOTIFY changed)
    /// conversationId, clock, title, organisation, detail, state (ConversationState), stateText, lead ("hot"…), leadText, unresolved, initials
    Q_PROPERTY(rapport::app::RowModel* conversations READ conversations CONSTANT)
    Q_PROPERTY(QString conversationCount READ conversationCount NOTIFY changed) ///< "4 conversations"
    Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY changed)
    Q_PROPERTY(QString draftTitle READ draftTitle NOTIFY changed)   ///< "Continue the conversation with Jonas Weber from 11:00?"
    Q_PROPERTY(QString draftDetail READ draftDetail NOTIFY changed) ///< "5 of 9 answers · saved on this tablet"
    Q_PROPERTY(QString draftClock READ draftClock NOTIFY changed)   ///< "11:00"
    Q_PROPERTY(int draftAnswered READ draftAnswered NOTIFY changed)
    Q_PROPERTY(int draftQuestions READ draftQuestions NOTIFY changed)
    /// jobId, title, detail, due (in words), late, high, state (in words), briefs: still to be done, at most 20
    Q_PROPERTY(rapport::app::RowModel* jobs READ jobs CONSTANT)
    Q_PROPERTY(QString jobCount READ jobCount NOTIFY changed)               ///< "3 jobs"; empty: none
    Q_PROPERTY(rapport::app::RowModel* otherForms READ otherForms CONSTANT) ///< formId, title: beside the usual one
    Q_PROPERTY(rapport::app::RowModel* summary READ summary CONSTANT)       ///< label, count: what was agreed today; may be empty
    Q_PROPERTY(rapport::app::RowModel* facts READ facts CONSTANT)           ///< label, ok
    Q_PROPERTY(bool ready READ ready NOTIFY changed)                        ///< every fact is ok
    Q_PROPERTY(QString readyTitle READ readyTitle NOTIFY changed)
    Q_PROPERTY(QString readyDetail READ readyDetail NOTIFY changed)

public:
    enum class Camera { Absent, Present };
    HomeController(DayBoard& day, Camera camera, QObject* parent = nullptr);

    bool hasOccasion() const;
    bool canStart() const;
    QString occasionTitle() const;
    QString occasionDetail() const;
    RowModel* occasions() { return &m_occasions; }
    QString staffInitials() const;
    RowModel* conversations() { return &m_conversations; }
    QString conversationCount() const;
    bool hasDraft() const;
    QString draftTitle() const;
    QString draftDetail() const;
    QString draftClock() const;
    int draftAnswered() const;
    int draftQuestions() const;
    RowModel* jobs() { return &m_jobs; }
    QString jobCount() const;
    RowModel* otherForms() { return &m_otherForms; }
    RowModel* summary() { return &m_summary; }
    RowModel* facts() { return &m_facts; }
    bool ready() const;
    QString readyTitle() const;
    QString readyDetail() const;

    Q_INVOKABLE void chooseOccasion(const QString& occasionId);
    Q_INVOKABLE void newConversation();
    Q_INVOKABLE void continueDraft();
    Q_INVOKABLE void openConversation(const QString& conversationId);
    Q_INVOKABLE void startJob(const QString& jobId);
    Q_INVOKABLE void briefJob(const QString& jobId); ///< on its customer
    Q_INVOKABLE void startForm(const QString& formId);

Q_SIGNALS:
    void changed();
    void occasionRequested(const QString& occasionId);
    void newRequested(); ///< for the ConversationController
    void openRequested(const QString& conversationId);
    void jobRequested(const QString& jobId);
    void briefingRequested(const QString& list, const QString& id);
    void formRequested(const QString& formId);

private:
    void show();
    void showFacts();
    void showJobs();
    void showOccasions();

    DayBoard& m_day;
    Camera m_camera;
    RowModel m_occasions, m_conversations, m_jobs, m_otherForms, m_summary, m_facts;
};

} // namespace rapport::app
