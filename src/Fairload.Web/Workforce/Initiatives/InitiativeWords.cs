using System.Globalization;
using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Initiatives;

namespace Fairload.Web.Workforce.Initiatives;

/// <summary>How the register speaks on its pages and in its files.</summary>
internal static class InitiativeWords
{
    public static string Kind(Catalogue T, InitiativeKind kind) => kind switch
    {
        InitiativeKind.Return => T["return"],
        InitiativeKind.Reorganisation => T["reorganisation"],
        InitiativeKind.Inspection => T["inspection"],
        InitiativeKind.Project => T["project"],
        _ => T["initiative"],
    };

    public static string Told(Catalogue T, Initiative one) => one switch
    {
        { Told: StaffTold.Yes, ToldOn: { } on } => T["yes, on {0}", T.Date(on)],
        { Told: StaffTold.Yes } => T["yes, the day is not known"],
        { Told: StaffTold.No } => T["no"],
        _ => T["not known"],
    };

    public static string Why(Catalogue T, Initiative one) => one.Why.Length > 0 ? one.Why : T["no reason is stated"];

    public static string Hours(Catalogue T, Initiative one) => one.Hours is not { } hours ? T["not known"]
        : one.Per == EffortPer.Team ? T["{0} hours a month for each team", T.Number(hours)]
        : T["{0} hours a month for each person", T.Number(hours)];

    public static string Places(Catalogue T, InitiativeLine line) => line.One.Reach == InitiativeReach.Council ? T["the whole council"]
        : line.Places.Count == 0 ? T["teams that are not there any more"] : string.Join(", ", line.Places);

    public static string Expected(Catalogue T, Initiative one, DateOnly today) => one.ExpectedOn is not { } on ? T["no end is expected"]
        : one.IsOverItsEnd(today) ? T["{0}, which is over", T.Date(on)] : T.Date(on);

    /// <summary>Hours of those that are known, and of how many nobody knows.</summary>
    public static string Hours(Catalogue T, Burden month)
    {
        var known = T.Number(Math.Round(month.Hours, 1, MidpointRounding.AwayFromZero));
        return month.NotKnown == 0 ? known : T.Count(month.NotKnown, "{1}, and {0} not known", "{1}, and {0} not known", known);
    }

    public static string PerFte(Catalogue T, Burden month) =>
        month.PerFte is { } hours ? T.Number(Math.Round(hours, 1, MidpointRounding.AwayFromZero)) : T["not known"];

    public static string Month(Catalogue T, Burden month) =>
        month.From == month.To ? T["now"] : month.From.ToString("MMMM yyyy", T.Language.Culture);
}

/// <summary>What is typed about an initiative.</summary>
public sealed class InitiativeForm
{
    public string? Name { get; set; }
    public InitiativeKind? Kind { get; set; }
    public string? AskedBy { get; set; }
    public string? Why { get; set; }
    public StaffTold? Told { get; set; }
    public DateOnly? ToldOn { get; set; }
    public string? Hours { get; set; }
    public EffortPer? Per { get; set; }
    public InitiativeReach? Reach { get; set; }
    public IReadOnlyList<string> Services { get; set; } = [];
    public IReadOnlyList<string> Teams { get; set; } = [];
    public DateOnly? StartsOn { get; set; }
    public DateOnly? ExpectedOn { get; set; }

    /// <summary>Of the version as it was read; 0 for a new one.</summary>
    public int Number { get; set; }

    public static InitiativeForm Of(Initiative one, CultureInfo culture) => new()
    {
        Name = one.Name,
        Kind = one.Kind,
        AskedBy = one.AskedBy,
        Why = one.Why,
        Told = one.Told,
        ToldOn = one.ToldOn,
        Hours = one.Hours?.ToString("0.##", culture),
        Per = one.Per,
        Reach = one.Reach,
        Services = one.Facts.Services,
        Teams = [.. one.Facts.Teams.Select(t => t.ToString())],
        StartsOn = one.StartsOn,
        ExpectedOn = one.ExpectedOn,
        Number = one.Number,
    };

    public Result<InitiativeFacts> Read(CultureInfo culture)
    {
        var problems = new List<Problem>();
        decimal? hours = null;
        if (!string.IsNullOrWhiteSpace(Hours))
        {
            if (decimal.TryParse(Hours, NumberStyles.Number, culture, out var typed)) hours = typed;
            else problems.Add(new("Hours", $"Enter the hours as a number, like 6 or 1.5"));
        }

        if (Kind is not { } kind || !Enum.IsDefined(kind)) problems.Add(new("Kind", $"Choose what it is"));
        if (Per is not { } per || !Enum.IsDefined(per)) problems.Add(new("Per", $"Choose of whom the hours are asked"));
        if (Reach is not { } reach || !Enum.IsDefined(reach)) problems.Add(new("Reach", $"Choose whom it reaches"));
        if (Told is { } told && !Enum.IsDefined(told)) problems.Add(new("Told", $"Choose whether staff were told why"));
        if (problems.Count > 0) return problems;
        return new InitiativeFacts(
            Name ?? "", Kind!.Value, AskedBy ?? "", Why ?? "", Told ?? StaffTold.NotKnown, ToldOn, hours, Per!.Value, Reach!.Value,
            Services, [.. Teams.Select(t => Id<Team>.TryParse(t, out var team) ? team : default)], StartsOn, ExpectedOn);
    }
}

/// <summary>The fields of an initiative, with what can be chosen.</summary>
public sealed record InitiativeFieldsView(InitiativeForm Form, InitiativeChoices Choices);
