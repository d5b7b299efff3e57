using System.Globalization;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>Supervision in words.</summary>
internal static class SupervisionWords
{
    public static string Every(Catalogue T, Frequency? every) => every switch
    {
        Frequency.Weekly => T["every week"],
        Frequency.Fortnightly => T["every two weeks"],
        Frequency.FourWeekly => T["every four weeks"],
        Frequency.Monthly => T["every month"],
        _ => T["not known"],
    };

    public static string Kind(Catalogue T, SessionKind? kind) => kind switch
    {
        SessionKind.Case => T["about cases"],
        SessionKind.Reflective => T["reflective"],
        SessionKind.Mixed => T["cases and reflection"],
        SessionKind.Group => T["in a group"],
        _ => T["not known"],
    };

    public static string State(Catalogue T, SupervisionSession session, DateOnly today) => session.State switch
    {
        SessionState.Held when session.WaitsForReply => T["held, disputed"],
        SessionState.Held when session.Answer is null => T["held, not confirmed yet"],
        SessionState.Held => session.Answer == RecordAnswer.Disputed ? T["held, disputed and answered"] : T["held and confirmed"],
        SessionState.Cancelled => T["cancelled by {0}: {1}", By(T, session.CancelledBy), Because(T, session.CancelledBecause)],
        _ => session.IsNotRecorded(today) ? T["not recorded yet"] : T["planned"],
    };

    public static string By(Catalogue T, CancelledBy? by) => by switch
    {
        CancelledBy.Worker => T["the worker"],
        CancelledBy.Supervisor => T["the supervisor"],
        _ => T["somebody else"],
    };

    public static string Because(Catalogue T, CancelledBecause? because) => because switch
    {
        CancelledBecause.Sickness => T["sickness"],
        CancelledBecause.Leave => T["leave"],
        CancelledBecause.Duty => T["duty or a crisis"],
        CancelledBecause.Court => T["court"],
        CancelledBecause.NoCover => T["no cover"],
        _ => T["another reason"],
    };

    public static string Due(Catalogue T, DueState state) => state switch
    {
        DueState.Met => T["met"],
        DueState.Partly => T["under 90 minutes, or interrupted"],
        DueState.Missed => T["missed"],
        DueState.Open => T["open"],
        DueState.Suspended => T["nothing was due"],
        _ => T["not known"],
    };

    /// <summary>What falls due for somebody now, in one sentence.</summary>
    public static string Due(Catalogue T, SupervisionLine line) => line.Due switch
    {
        { State: DueState.Met } => T["Met. The next falls due from {0}.", line.Due.To.AddDays(1)],
        { State: DueState.Open } => T["Due by {0}, {1}.", line.Due.To, Every(T, line.Due.Every)],
        { State: DueState.Suspended } => T["Nothing is due while they are away."],
        { State: DueState.NotKnown } when line.Person.Worker is { StartsOn: null, AsyeStartedOn: null } =>
            T["Not known: the staff list has no start."],
        { State: DueState.NotKnown } when line.Due.Every is null => T["Not known: nothing is agreed for a student."],
        { State: DueState.NotKnown } => T["Not known: the log of supervision begins later."],
        _ => T["Nothing is due."],
    };

    public static string Kind(Catalogue T, MeetingKind kind) => kind switch
    {
        MeetingKind.Team => T["team meeting"],
        MeetingKind.Division => T["meeting of a division"],
        _ => T["reflective group"],
    };

    public static string Minutes(Catalogue T, int? minutes) =>
        minutes is { } known ? T.Count(known, "{0} minute", "{0} minutes") : T["not known"];

    public static string YesNo(Catalogue T, bool? answer) =>
        answer switch { true => T["Yes, it was"], false => T["No"], _ => T["not known"] };

    public static string When(Catalogue T, SupervisionSession session) => session.State == SessionState.Planned && session.Begins.Length > 0
        ? T["{0} at {1}", session.On, session.Begins] : T.Date(session.On);

    /// <summary>A share with what it is of; not known is never nought.</summary>
    public static string Share(Catalogue T, Percent? share, int part, int whole) =>
        share is { } known ? T["{0} ({1} of {2})", T.Percent(known), part, whole] : T["not known"];

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>False for what is no time of day; nothing typed is no time fixed.</summary>
    public static bool TryTime(string? typed, out TimeOnly? time)
    {
        time = null;
        var text = (typed ?? "").Trim().Replace('.', ':');
        if (text.Length == 0) return true;
        string[] forms = ["H:mm", "HH:mm"];
        if (!TimeOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        time = read;
        return true;
    }

    /// <summary>What is on no list is nothing chosen.</summary>
    public static TEnum? Read<TEnum>(string? typed) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(typed, out var read) && Enum.IsDefined(read) ? read : null;

    public static IEnumerable<SelectListItem> Choices<TEnum>(string none, string? chosen, Func<TEnum, string> says)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(e => new SelectListItem(says(e), e.ToString(), e.ToString() == chosen)).Prepend(new(none, ""));
}
