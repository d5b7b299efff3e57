using Fairload.Core.Disclosure;
using Fairload.Core.Workplace;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workplace;

/// <summary>The registers of the workplace in words.</summary>
internal static class WorkplaceWords
{
    public static string Of(Catalogue T, RiskKind kind) => kind switch
    {
        RiskKind.LoneWorking => T["Lone working"],
        RiskKind.Violence => T["Violence"],
        RiskKind.Stress => T["Stress"],
        RiskKind.Workplace => T["Workplace and display screen"],
        _ => T["Something else"],
    };

    /// <summary>The team, the place, the role or the person.</summary>
    public static string About(Catalogue T, RiskAssessment risk, string? worker) => risk.About switch
    {
        RiskAbout.Team => T["the whole team"],
        RiskAbout.Worker => worker ?? T["one worker"],
        _ => risk.Subject,
    };

    public static string Of(Catalogue T, RiskAbout about) => about switch
    {
        RiskAbout.Team => T["The whole team"],
        RiskAbout.Place => T["A place"],
        RiskAbout.Role => T["A role"],
        _ => T["One worker"],
    };

    public static string Of(Catalogue T, RiskState state) => state switch
    {
        RiskState.InDate => T["in date"],
        RiskState.Due => T["due"],
        _ => T["overdue"],
    };

    public static string Of(Catalogue T, IncidentKind kind) => kind switch
    {
        IncidentKind.Violence => T["Violence"],
        IncidentKind.Threat => T["Threat"],
        IncidentKind.Abuse => T["Abuse"],
        IncidentKind.NearMiss => T["Near miss"],
        IncidentKind.Accident => T["Accident"],
        _ => T["Lone-working alarm"],
    };

    public static string Of(Catalogue T, IncidentOutcome outcome) => outcome switch
    {
        IncidentOutcome.NotKnown => T["not known"],
        IncidentOutcome.NothingMore => T["Nothing more was needed"],
        IncidentOutcome.WayOfWorkingChanged => T["The way of working was changed"],
        IncidentOutcome.PlaceMadeSafer => T["The place was made safer"],
        IncidentOutcome.PoliceTold => T["The police were told"],
        IncidentOutcome.ReportedToRegulator => T["It was reported to the regulator"],
        _ => T["Something else"],
    };

    public static string Of(Catalogue T, SmallThingKind kind) => kind switch
    {
        SmallThingKind.Room => T["Room"],
        SmallThingKind.Kit => T["Kit"],
        SmallThingKind.Drawer => T["Drawer or locker"],
        SmallThingKind.Phone => T["Phone"],
        SmallThingKind.Access => T["Access"],
        _ => T["Something else"],
    };

    /// <summary>Empty where nobody else says so.</summary>
    public static string Of(Catalogue T, SmallThing thing) => thing.Voices switch
    {
        Voices.None => "",
        Voices.AFew => T["A few others say the same."],
        _ => T["{0} others say the same.", thing.Others],
    };

    public static string Of(Catalogue T, FeedbackKind kind) => kind switch
    {
        FeedbackKind.Complaint => T["Complaint"],
        FeedbackKind.Comment => T["Comment"],
        _ => T["Compliment"],
    };

    public static string Of(Catalogue T, FeedbackNature nature) => nature switch
    {
        FeedbackNature.Contact => T["Contact"],
        FeedbackNature.Delay => T["Delay"],
        FeedbackNature.Conduct => T["Conduct"],
        FeedbackNature.OutcomeOrEligibility => T["Outcome or eligibility"],
        _ => T["Something else"],
    };

    public static string Of(Catalogue T, FeedbackOutcome outcome) => outcome switch
    {
        FeedbackOutcome.Upheld => T["upheld"],
        FeedbackOutcome.PartlyUpheld => T["partly upheld"],
        FeedbackOutcome.NotUpheld => T["not upheld"],
        _ => T["not known"],
    };

    public static string Of(Catalogue T, NatureShift shift) => shift.IsUp
        ? T["{0} makes up more than before: {1} of {2} complaints in the last quarter, {3} of {4} in the year before it. That is more than chance would bring.",
            Of(T, shift.Nature), shift.Now, shift.AllNow, shift.Before, shift.AllBefore]
        : T["{0} makes up less than before: {1} of {2} complaints in the last quarter, {3} of {4} in the year before it. That is more than chance would bring.",
            Of(T, shift.Nature), shift.Now, shift.AllNow, shift.Before, shift.AllBefore];

    public static string Of(Catalogue T, Quarter quarter) => T["{0} to {1}", quarter.First, quarter.Last];

    public static string Of(Catalogue T, Activity activity) => activity switch
    {
        Activity.DirectContact => T["Direct contact"],
        Activity.Travel => T["Travel"],
        Activity.Recording => T["Recording"],
        Activity.Meetings => T["Meetings"],
        Activity.Supervision => T["Supervision"],
        Activity.Cpd => T["Learning"],
        _ => T["Something else"],
    };

    public static string Day(Catalogue T, int day) => day switch
    {
        0 => T["Monday"],
        1 => T["Tuesday"],
        2 => T["Wednesday"],
        3 => T["Thursday"],
        4 => T["Friday"],
        _ => T["Weekend"],
    };

    public static string Of(Catalogue T, TimePart? part) =>
        part is null ? T["not known"] : part.IsLow ? T["low"] : $"{T.Number(part.Percent!.Value)}%";

    public static string Of(Catalogue T, RoundedCount count) => count.IsLow ? T["low"] : T.Number(count.Count!.Value);

    public static string Why(Catalogue T, HiddenBecause why, int floor) => why switch
    {
        HiddenBecause.Small => T["hidden: fewer than {0} people", floor],
        HiddenBecause.Nobody => T["nobody"],
        _ => T["hidden, so that no group of fewer than {0} people can be worked out", floor],
    };

    public static string Where(Catalogue T, string name) => name.Length == 0 ? T["The whole council"] : name;

    public static string Days(Catalogue T, int? days) =>
        days is { } known ? T.Count(known, "{0} working day", "{0} working days") : T["not known"];

    public static IEnumerable<SelectListItem> Choices<TCode>(Func<TCode, string> say, TCode? chosen) where TCode : struct, Enum =>
        Enum.GetValues<TCode>().Select(c => new SelectListItem(say(c), c.ToString(), c.Equals(chosen)));
}
