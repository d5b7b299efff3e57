using Fairload.App.Imports.Sheets;
using Fairload.Core.Workplace;

namespace Fairload.App.Workplace;

internal sealed record RiskRow(
    int Row, RiskKind Kind, RiskAbout About, string Subject, string Team, string StaffNumber, DateOnly DoneOn, string DoneBy,
    DateOnly ReviewOn);

internal sealed record IncidentRow(
    int Row, string Reference, IncidentKind Kind, DateOnly HappenedOn, string Team, string StaffNumber, DateOnly? FollowedUpOn,
    IncidentOutcome Outcome, bool? Support);

internal sealed record FeedbackRow(
    int Row, string Reference, FeedbackKind Kind, FeedbackNature Nature, DateOnly ReceivedOn, DateOnly? AnsweredOn, FeedbackOutcome Outcome,
    string Team);

/// <summary>Reads a sheet of risk assessments.</summary>
internal static class RiskSheetReader
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("kind", ["Kind", "Assessment", "Type", "Risk assessment"], IsKey: true),
        new("team", ["Team", "Unit"], IsKey: true),
        new("about", ["About", "Scope"]),
        new("subject", ["Place or role", "Place", "Role", "Subject"]),
        new("worker", ["Staff number", "Worker"]),
        new("done", ["Done on", "Date", "Assessed on", "Date of assessment"], IsKey: true),
        new("by", ["Done by", "Assessor", "By"]),
        new("review", ["Review on", "Review date", "Review", "Next review"], IsKey: true),
    ];

    private static readonly Dictionary<string, RiskKind> Kinds = new()
    {
        ["lone working"] = RiskKind.LoneWorking,
        ["lone worker"] = RiskKind.LoneWorking,
        ["violence"] = RiskKind.Violence,
        ["violence and aggression"] = RiskKind.Violence,
        ["stress"] = RiskKind.Stress,
        ["workplace"] = RiskKind.Workplace,
        ["display screen"] = RiskKind.Workplace,
        ["dse"] = RiskKind.Workplace,
        ["other"] = RiskKind.Other,
    };

    private static readonly Dictionary<string, RiskAbout> Abouts = new()
    {
        ["team"] = RiskAbout.Team,
        ["place"] = RiskAbout.Place,
        ["role"] = RiskAbout.Role,
        ["worker"] = RiskAbout.Worker,
        ["individual"] = RiskAbout.Worker,
    };

    public static Result<LogRead<RiskRow>> Read(IOpenedBook book) =>
        LogSheet.Read(book, Columns, "“Kind”, “Team”, “Done on”, “Review on”", Row);

    private static RiskRow? Row(TableRow row)
    {
        var (kind, done, review) = (LogSheet.Code(row, "kind", Kinds), row.Date("done"), row.Date("review"));
        if (LogSheet.IsMissing(row, "kind", kind is null) | LogSheet.IsMissing(row, "team", row.Text("team").Length == 0)
            | LogSheet.IsMissing(row, "done", done is null) | LogSheet.IsMissing(row, "review", review is null))
        {
            return null;
        }

        var (worker, subject) = (row.Id("worker"), row.Text("subject"));
        var about = LogSheet.Code(row, "about", Abouts)
            ?? (worker.Length > 0 ? RiskAbout.Worker : subject.Length > 0 ? RiskAbout.Place : RiskAbout.Team);
        return new(row.Number, kind!.Value, about, subject, row.Text("team"), worker, done!.Value, row.Text("by"), review!.Value);
    }
}

/// <summary>Reads a sheet of incidents.</summary>
internal static class IncidentSheetReader
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("reference", ["Number", "Reference", "Incident number", "Report number"], IsKey: true),
        new("kind", ["Kind", "Type", "Incident type"], IsKey: true),
        new("on", ["Happened on", "Date", "Date of incident"], IsKey: true),
        new("team", ["Team", "Unit"], IsKey: true),
        new("worker", ["Staff number", "Worker"]),
        new("followed", ["Followed up on", "Follow-up date", "Closed on"]),
        new("outcome", ["Outcome", "Result"]),
        new("support", ["Support offered", "Support"]),
    ];

    private static readonly Dictionary<string, IncidentKind> Kinds = new()
    {
        ["violence"] = IncidentKind.Violence,
        ["assault"] = IncidentKind.Violence,
        ["threat"] = IncidentKind.Threat,
        ["abuse"] = IncidentKind.Abuse,
        ["verbal abuse"] = IncidentKind.Abuse,
        ["near miss"] = IncidentKind.NearMiss,
        ["accident"] = IncidentKind.Accident,
        ["lone working alarm"] = IncidentKind.LoneWorkingAlarm,
    };

    private static readonly Dictionary<string, IncidentOutcome> Outcomes = new()
    {
        ["nothing more"] = IncidentOutcome.NothingMore,
        ["way of working changed"] = IncidentOutcome.WayOfWorkingChanged,
        ["place made safer"] = IncidentOutcome.PlaceMadeSafer,
        ["police told"] = IncidentOutcome.PoliceTold,
        ["reported to regulator"] = IncidentOutcome.ReportedToRegulator,
        ["riddor"] = IncidentOutcome.ReportedToRegulator,
        ["other"] = IncidentOutcome.Other,
    };

    public static Result<LogRead<IncidentRow>> Read(IOpenedBook book) =>
        LogSheet.Read(book, Columns, "“Number”, “Kind”, “Happened on”, “Team”", Row);

    private static IncidentRow? Row(TableRow row)
    {
        var (reference, kind, on) = (row.Id("reference"), LogSheet.Code(row, "kind", Kinds), row.Date("on"));
        if (LogSheet.IsMissing(row, "reference", reference.Length == 0) | LogSheet.IsMissing(row, "kind", kind is null)
            | LogSheet.IsMissing(row, "on", on is null) | LogSheet.IsMissing(row, "team", row.Text("team").Length == 0))
        {
            return null;
        }

        return new(
            row.Number, reference, kind!.Value, on!.Value, row.Text("team"), row.Id("worker"), row.Date("followed"),
            LogSheet.Code(row, "outcome", Outcomes) ?? IncidentOutcome.NotKnown, row.YesNo("support"));
    }
}

/// <summary>Reads a sheet of complaints, comments and compliments.</summary>
internal static class FeedbackSheetReader
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("reference", ["Number", "Reference", "Complaint number"], IsKey: true),
        new("kind", ["Kind", "Type"], IsKey: true),
        new("nature", ["Nature", "About", "Subject", "Category"], IsKey: true),
        new("received", ["Received on", "Date received", "Received", "Date"], IsKey: true),
        new("answered", ["Answered on", "Date answered", "Responded on", "Closed on"]),
        new("outcome", ["Outcome", "Result"]),
        new("team", ["Team", "Unit"], IsKey: true),
    ];

    private static readonly Dictionary<string, FeedbackKind> Kinds = new()
    {
        ["complaint"] = FeedbackKind.Complaint,
        ["comment"] = FeedbackKind.Comment,
        ["compliment"] = FeedbackKind.Compliment,
    };

    private static readonly Dictionary<string, FeedbackNature> Natures = new()
    {
        ["contact"] = FeedbackNature.Contact,
        ["communication"] = FeedbackNature.Contact,
        ["delay"] = FeedbackNature.Delay,
        ["conduct"] = FeedbackNature.Conduct,
        ["staff conduct"] = FeedbackNature.Conduct,
        ["outcome or eligibility"] = FeedbackNature.OutcomeOrEligibility,
        ["outcome"] = FeedbackNature.OutcomeOrEligibility,
        ["eligibility"] = FeedbackNature.OutcomeOrEligibility,
        ["other"] = FeedbackNature.Other,
    };

    private static readonly Dictionary<string, FeedbackOutcome> Outcomes = new()
    {
        ["upheld"] = FeedbackOutcome.Upheld,
        ["partly upheld"] = FeedbackOutcome.PartlyUpheld,
        ["partly"] = FeedbackOutcome.PartlyUpheld,
        ["not upheld"] = FeedbackOutcome.NotUpheld,
        ["not known"] = FeedbackOutcome.NotKnown,
    };

    public static Result<LogRead<FeedbackRow>> Read(IOpenedBook book) =>
        LogSheet.Read(book, Columns, "“Number”, “Kind”, “Nature”, “Received on”, “Team”", Row);

    private static FeedbackRow? Row(TableRow row)
    {
        var (reference, kind) = (row.Id("reference"), LogSheet.Code(row, "kind", Kinds));
        var (nature, received) = (LogSheet.Code(row, "nature", Natures), row.Date("received"));
        if (LogSheet.IsMissing(row, "reference", reference.Length == 0) | LogSheet.IsMissing(row, "kind", kind is null)
            | LogSheet.IsMissing(row, "nature", nature is null) | LogSheet.IsMissing(row, "received", received is null)
            | LogSheet.IsMissing(row, "team", row.Text("team").Length == 0))
        {
            return null;
        }

        return new(
            row.Number, reference, kind!.Value, nature!.Value, received!.Value, row.Date("answered"),
            LogSheet.Code(row, "outcome", Outcomes) ?? FeedbackOutcome.NotKnown, row.Text("team"));
    }
}
