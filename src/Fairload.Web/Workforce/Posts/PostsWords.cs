using System.Globalization;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;

namespace Fairload.Web.Workforce.Posts;

/// <summary>How posts and vacancies are spoken of on their pages.</summary>
internal static class PostsWords
{
    public static string Of(Catalogue T, VacancyStage stage) => stage switch
    {
        VacancyStage.Advertised => T["advertised"],
        VacancyStage.Interviews => T["interviews held"],
        VacancyStage.Expected => T["somebody is expected"],
        VacancyStage.Late => T["somebody was expected and has not come"],
        _ => T["not advertised"],
    };

    public static string Fte(Catalogue T, decimal? fte) => fte is { } known ? T.Number(known, 1) : T["not known"];

    public static string Rate(Catalogue T, Percent? rate) => rate is { } known ? T.Percent(known, 1) : T["not known"];

    public static string Day(Catalogue T, DateOnly? day) => day is { } known ? T.Date(known) : "–";
}

/// <summary>What is typed about a vacancy.</summary>
public sealed class VacancyForm
{
    public string? Team { get; set; }
    public string? Level { get; set; }
    public string? Fte { get; set; }
    public DateOnly? AdvertisedOn { get; set; }
    public DateOnly? ClosesOn { get; set; }
    public DateOnly? InterviewOn { get; set; }
    public DateOnly? ExpectedOn { get; set; }

    /// <summary>Of the record as it was read; 0 for a new one.</summary>
    public int Version { get; set; }

    public static VacancyForm Of(Vacancy v, CultureInfo culture) => new()
    {
        Team = v.TeamId.ToString(),
        Level = v.Level,
        Fte = v.Fte.ToString("0.####", culture),
        AdvertisedOn = v.AdvertisedOn,
        ClosesOn = v.ClosesOn,
        InterviewOn = v.InterviewOn,
        ExpectedOn = v.ExpectedOn,
        Version = v.Version,
    };

    public Result<VacancyFacts> Read(CultureInfo culture)
    {
        var problems = new List<Problem>();
        if (!Id<Team>.TryParse(Team, out var team)) problems.Add(new("Team", $"Choose a team from the list"));
        if (!decimal.TryParse(Fte, NumberStyles.Number, culture, out var fte))
            problems.Add(new("Fte", $"Enter the full-time equivalents as a number, like 0.8"));
        if (problems.Count > 0) return problems;
        return new VacancyFacts(team, Level ?? "", fte, AdvertisedOn, ClosesOn, InterviewOn, ExpectedOn);
    }
}

/// <summary>The fields of a vacancy, with the teams that can be chosen.</summary>
public sealed record VacancyFieldsView(VacancyForm Form, IReadOnlyList<Team> Teams);
