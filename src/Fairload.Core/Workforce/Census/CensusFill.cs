using Fairload.Core.Imports;

namespace Fairload.Core.Workforce.Census;

/// <summary>The staff list is the spine: the census fills what it leaves blank and overrules nothing.</summary>
public static class CensusFill
{
    public const string Agency = "Agency";

    private static readonly string[] Roles =
        ["", "Senior manager", "Middle manager", "First line manager", "Senior practitioner", "Case holder", "Qualified without cases"];

    /// <summary>A registration number as it is compared: letters in capitals, digits without noughts before them. Empty for none.</summary>
    public static string Key(string? number)
    {
        var written = new string([.. (number ?? "").Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        var letters = new string([.. written.TakeWhile(char.IsLetter)]);
        return letters + written[letters.Length..].TrimStart('0');
    }

    /// <summary>Role of the census in words; empty for a code that is none.</summary>
    public static string RoleOf(int? code) => code is > 0 and < 7 and var known ? Roles[known] : "";

    /// <summary>What the staff sheet says, with its blanks filled. An end of a post is not filled: who changed post has not left.</summary>
    public static WorkerFacts Over(WorkerFacts facts, CensusEntry? census)
    {
        if (census is null) return facts;
        var fte = census.Fte30 ?? census.Fte;
        return facts with
        {
            Role = facts.Role.Length > 0 ? facts.Role : RoleOf(census.OrgRole),
            EmploymentType = facts.EmploymentType.Length == 0 && census.IsAgency == true ? Agency : facts.EmploymentType,
            Fte = facts.Fte is null && facts.Hours is null && fte is { } known ? Math.Round(known, 4) : facts.Fte,
            StartsOn = facts.StartsOn ?? (census.RoleStartedOn is { } began && !(facts.EndsOn < began) ? began : null),
        };
    }

    /// <summary>Where the two disagree, in the words of the columns; empty where they agree or one is silent.</summary>
    public static IReadOnlyList<string> Differences(WorkerFacts facts, CensusFacts census)
    {
        var different = new List<string>();
        if (facts.EmploymentType.Length > 0 && census.IsAgency is { } agency
            && agency != Written.Fold(facts.EmploymentType).Contains("agency", StringComparison.Ordinal))
        {
            different.Add("AgencyWorker");
        }

        if (facts.Fte is { } fte && census.Fte30 is { } then && Math.Abs(fte - then) >= 0.01m) different.Add("FTE30");
        if (facts.EndsOn is null && census.RoleEndedOn is not null && census.ReasonLeft != 7) different.Add("RoleEndDate");
        return different;
    }
}
