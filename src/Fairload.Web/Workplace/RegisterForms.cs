using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workplace;

/// <summary>What is typed about a risk assessment.</summary>
public sealed class RiskForm
{
    public RiskKind? Kind { get; set; }
    public RiskAbout? About { get; set; }
    public string? Subject { get; set; }
    public string? Team { get; set; }
    public string? Worker { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? DoneBy { get; set; }
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Of the record as it was read; 0 for a new one.</summary>
    public int Version { get; set; }

    public static RiskForm Of(RiskAssessment risk) => new()
    {
        Kind = risk.Kind,
        About = risk.About,
        Subject = risk.Subject,
        Team = risk.TeamId.ToString(),
        Worker = risk.WorkerId?.ToString(),
        DoneOn = risk.DoneOn,
        DoneBy = risk.DoneBy,
        ReviewOn = risk.ReviewOn,
        Version = risk.Version,
    };

    public Result<RiskFacts> Read()
    {
        var problems = new List<Problem>();
        if (Kind is null) problems.Add(new("Kind", $"Choose which risk was assessed"));
        if (About is null) problems.Add(new("About", $"Choose what it is about"));
        if (!Id<Team>.TryParse(Team, out var team)) problems.Add(new("Team", $"Choose a team from the list"));
        if (DoneOn is null) problems.Add(new("DoneOn", $"Enter the day on which it was done"));
        if (ReviewOn is null) problems.Add(new("ReviewOn", $"Enter the day by which it is reviewed"));
        if (problems.Count > 0) return problems;
        var worker = Id<Worker>.TryParse(Worker, out var one) ? one : (Id<Worker>?)null;
        return new RiskFacts(Kind!.Value, About!.Value, Subject ?? "", team, worker, DoneOn!.Value, DoneBy ?? "", ReviewOn!.Value);
    }
}

/// <summary>What is typed about a complaint, a comment or a compliment.</summary>
public sealed class FeedbackForm
{
    public FeedbackKind? Kind { get; set; }
    public FeedbackNature? Nature { get; set; }
    public DateOnly? ReceivedOn { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public FeedbackOutcome? Outcome { get; set; }
    public string? Team { get; set; }
    public string? Reference { get; set; }

    /// <summary>Of the record as it was read; 0 for a new one.</summary>
    public int Version { get; set; }

    public static FeedbackForm Of(Feedback f) => new()
    {
        Kind = f.Kind,
        Nature = f.Nature,
        ReceivedOn = f.ReceivedOn,
        AnsweredOn = f.AnsweredOn,
        Outcome = f.Outcome,
        Team = f.TeamId.ToString(),
        Reference = f.Reference,
        Version = f.Version,
    };

    public Result<FeedbackFacts> Read()
    {
        var problems = new List<Problem>();
        if (Kind is null) problems.Add(new("Kind", $"Choose whether it is a complaint, a comment or a compliment"));
        if (Nature is null) problems.Add(new("Nature", $"Choose what it was about"));
        if (!Id<Team>.TryParse(Team, out var team)) problems.Add(new("Team", $"Choose a team from the list"));
        if (ReceivedOn is null) problems.Add(new("ReceivedOn", $"Enter the day on which it came in"));
        if (problems.Count > 0) return problems;
        return new FeedbackFacts(
            Kind!.Value, Nature!.Value, ReceivedOn!.Value, AnsweredOn, Outcome ?? FeedbackOutcome.NotKnown, team, Reference ?? "");
    }
}

/// <summary>The fields of a risk assessment, with what can be chosen.</summary>
public sealed record RiskFieldsView(RiskForm Form, IReadOnlyList<Team> Teams, IReadOnlyList<Worker> People)
{
    public IEnumerable<SelectListItem> Workers(string none) =>
        People.Select(w => new SelectListItem(w.Name, w.Id.ToString(), w.Id.ToString() == Form.Worker)).Prepend(new(none, ""));
}

/// <summary>The fields of a complaint, a comment or a compliment, with what can be chosen.</summary>
public sealed record FeedbackFieldsView(FeedbackForm Form, IReadOnlyList<Team> Teams);

internal static class AgainOnce
{
    /// <summary>The form again; what could not be read of a field is not also said to be missing.</summary>
    public static PageResult Refused(this PageModel page, IEnumerable<Problem>? problems) =>
        page.Again((problems ?? []).Where(p => p.Field.Length == 0 || page.ModelState[p.Field] is not { Errors.Count: > 0 }).ToList());
}

internal static class TeamChoices
{
    /// <summary>The only one is chosen already; of several one has to be.</summary>
    public static IEnumerable<SelectListItem> Of(IReadOnlyList<Team> teams, string? chosen, string none)
    {
        var items = teams.Select(t => new SelectListItem(t.Name, t.Id.ToString(), t.Id.ToString() == chosen));
        return teams.Count == 1 ? items : items.Prepend(new(none, ""));
    }
}
