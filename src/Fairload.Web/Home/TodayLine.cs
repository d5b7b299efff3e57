namespace Fairload.Web.Home;

/// <summary>How soon something wants somebody; the order of the list.</summary>
internal enum Urgency
{
    NothingImported, ToReply, Late, ToAnswer, Told, Handover, TransferLate, Overdue, Transfer, PanelNotRecorded, Supervision,
    OldFigures, Phantom, Waiting, Over, Soon, ScoreDue, NamesToSettle, NotConfirmed,
    HoursNotKnown, Away
}

/// <summary>One thing that needs somebody: a sentence with its date and one next step.</summary>
/// <param name="Day">The day it is about; what comes first stands first among what is equally urgent.</param>
internal sealed record TodayLine(Urgency Urgency, DateOnly? Day, string Says, string Href, string Action);
