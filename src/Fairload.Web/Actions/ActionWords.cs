using System.Globalization;
using Fairload.App.Actions;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;

namespace Fairload.Web.Actions;

/// <summary>What was promised, in words.</summary>
internal static class ActionWords
{
    public static string Of(Catalogue T, SourceKind kind) => kind switch
    {
        SourceKind.Finding => T["Finding"],
        SourceKind.SurveyResult => T["Survey result"],
        SourceKind.TalkPack => T["Answer to a talk pack"],
        SourceKind.RiskAssessment => T["Risk assessment"],
        SourceKind.SmallThing => T["Small thing"],
        SourceKind.Incident => T["Incident"],
        SourceKind.Complaint => T["Complaint"],
        SourceKind.PeerReview => T["Peer review"],
        SourceKind.CaseFileAudit => T["Case file audit"],
        SourceKind.Resolution => T["Resolution of scrutiny"],
        SourceKind.Other => T["Something else"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(Catalogue T, StandingKind kind) => kind switch
    {
        StandingKind.Done => T["done"],
        StandingKind.Refused => T["refused"],
        StandingKind.Open => T["open"],
        StandingKind.Moved => T["moved"],
        StandingKind.Overdue => T["overdue"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(Catalogue T, ResolutionShape shape) => shape switch
    {
        ResolutionShape.Note => T["Note the report"],
        ResolutionShape.Invite => T["Invite an officer"],
        ResolutionShape.ReportBack => T["Report back"],
        ResolutionShape.Figures => T["Supply figures"],
        ResolutionShape.Support => T["Say how staff were supported"],
        ResolutionShape.Other => T["Something else"],
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public static string Of(Catalogue T, SayingSide side) => side == SayingSide.Union ? T["The union"] : T["The principal social worker"];

    public static string Of(Catalogue T, SayingKind kind) => kind switch
    {
        SayingKind.Agree => T["agrees"],
        SayingKind.Note => T["takes note"],
        _ => T["dissents"],
    };

    public static string Of(Catalogue T, FeltAnswer answer) => answer switch
    {
        FeltAnswer.Felt => T["I feel it"],
        FeltAnswer.NotFelt => T["I do not feel it"],
        _ => T["I can not tell"],
    };

    public static string Of(Catalogue T, EscalationStep step) => step switch
    {
        EscalationStep.Line => T["the manager and the head of service"],
        EscalationStep.Director => T["the director"],
        _ => T["elected members"],
    };

    public static string Name(Catalogue T, ActionMeasure measure) => T.Language == Language.Welsh ? measure.Welsh : measure.Name;

    public static string Unit(Catalogue T, string unit) => unit.Length > 0 ? unit : T["Whole council"];

    public static string Says(Catalogue T, Standing standing) => T[standing.Says];

    /// <summary>Pounds, or that it is not known; never nothing.</summary>
    public static string Cost(Catalogue T, CostRange cost) => cost switch
    {
        { From: { } low, To: { } high } when low == high => T["£{0}", T.Number(low)],
        { From: { } low, To: { } high } => T["£{0} to £{1}", T.Number(low), T.Number(high)],
        { From: { } low } => T["£{0} or more", T.Number(low)],
        { To: { } high } => T["up to £{0}", T.Number(high)],
        _ => T["not known"],
    };

    /// <summary>How much and what it would cost, without taking what is not known for nothing.</summary>
    public static string Sum(Catalogue T, CannotFund register)
    {
        var count = T.Count(register.Lines.Count, "{0} action can not be funded.", "{0} actions can not be funded.");
        var sum = register.Sum.IsKnown ? T["As far as it is known they would cost {0}.", Cost(T, register.Sum)] : "";
        var unknown = register.NotKnown == 0 ? ""
            : T.Count(register.NotKnown, "Of {0} the cost is not known.", "Of {0} the cost is not known.");
        return string.Join(' ', new[] { count, sum, unknown }.Where(part => part.Length > 0));
    }

    public static string Felt(Catalogue T, FeltResult result) => result switch
    {
        { IsShown: false } => T["The votes are not shown: fewer than {0} people voted, or nearly all said the same.",
            Core.Disclosure.DisclosureRule.UsualFloor],
        { People: { } people } => T["{0}% felt it, {1}% did not, {2}% could not tell; {3} people voted.",
            result.Felt, result.NotFelt, result.CannotTell, people],
        _ => T["{0}% felt it, {1}% did not, {2}% could not tell; how many voted is kept back.",
            result.Felt, result.NotFelt, result.CannotTell],
    };

    /// <summary>Every move in its order; empty where the day never moved.</summary>
    public static IEnumerable<string> Moves(Catalogue T, IReadOnlyList<DueMove> moves) =>
        moves.Select(m => T["From {0} to {1}: {2}", m.FromOn, m.ToOn, m.Reason]);

    /// <summary>What became of a meeting's resolutions, in a sentence for members.</summary>
    public static string Counts(Catalogue T, AskedCounts counts)
    {
        (int Count, string Says)[] parts =
        [
            (counts.Done, T.Count(counts.Done, "{0} done", "{0} done")), (counts.Moved, T.Count(counts.Moved, "{0} moved", "{0} moved")),
            (counts.Refused, T.Count(counts.Refused, "{0} refused", "{0} refused")),
            (counts.Open, T.Count(counts.Open, "{0} open", "{0} open")),
            (counts.Overdue, T.Count(counts.Overdue, "{0} overdue", "{0} overdue")),
            (counts.NotTakenUp, T.Count(counts.NotTakenUp, "{0} that nobody has taken up", "{0} that nobody has taken up")),
        ];
        var said = parts.Where(p => p.Count > 0).Select(p => p.Says).ToList();
        return said.Count == 0 ? T["Nothing was agreed."] : string.Join(", ", said);
    }

    /// <summary>One line of the story of an action.</summary>
    public static string Says(Catalogue T, ActionNote note, ActionView view) => note.Kind switch
    {
        NoteKind.Agreed => T["Promised: {0}", note.Text],
        NoteKind.Progress => note.Text,
        NoteKind.Moved when view.Line.Moves.FirstOrDefault(m => m.MovedAt == note.NotedAt) is { } move =>
            T["The day moved from {0} to {1}: {2}", move.FromOn, move.ToOn, move.Reason],
        NoteKind.Moved => note.Text,
        NoteKind.Done => T["Said to be done: {0}", note.Text],
        NoteKind.Refused => T["We can not, because: {0}", note.Text],
        NoteKind.Reopened => T["Opened again: {0}", note.Text],
        NoteKind.Published => T["The public may read it."],
        NoteKind.Withdrawn => T["The public may not read it any more."],
        _ => Changed(T, note, view),
    };

    /// <summary>As forms carry a day.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Changed(Catalogue T, ActionNote note, ActionView view) => note.Field switch
    {
        "What" => T["What will be done was: {0}", note.Before],
        "Why" => T["The reason was: {0}", Or(T, note.Before)],
        "Owner" => T["It went from {0} to {1}.", Person(T, note.Before, view), Person(T, note.Text, view)],
        "OwnerRole" => T["The owner's role was: {0}", Or(T, note.Before)],
        "Measure" => T["The measure that it is to move was changed."],
        _ => T["The unit was changed."],
    };

    private static string Person(Catalogue T, string id, ActionView view) => view.Names.GetValueOrDefault(id, T["somebody"]);

    private static string Or(Catalogue T, string text) => text.Length > 0 ? text : T["nothing"];
}
