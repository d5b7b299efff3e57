using System.Globalization;
using Fairload.App.Allocation.Scenarios;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation.Scenarios;

/// <summary>Says what is otherwise on the copy.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class MakeScenario(ScenarioDesk desk, Catalogue T) : PageModel
{
    /// <summary>The id of a team, or <c>service:</c> and its name.</summary>
    [BindProperty(SupportsGet = true)] public string? Where { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public List<string> Gone { get; set; } = [];
    [BindProperty] public WorkLevel? LevelGone { get; set; }
    [BindProperty] public string? LeaveOf { get; set; }
    [BindProperty] public DateOnly? LeaveFrom { get; set; }
    [BindProperty] public DateOnly? LeaveTo { get; set; }
    [BindProperty] public string? NewCount { get; set; }
    [BindProperty] public WorkLevel NewLevel { get; set; } = WorkLevel.Experienced;
    [BindProperty] public string? NewFte { get; set; } = "1";
    [BindProperty] public string? Weights { get; set; }
    [BindProperty] public string? OverFrom { get; set; }
    [BindProperty] public string? NewCasesAWeek { get; set; }

    public ScenarioForm Form { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People =>
        [new(T["Nobody"], ""), .. Form.People.Select(w => new SelectListItem(w.Name, w.Id.ToString(), w.Id.ToString() == LeaveOf))];

    public IReadOnlyList<SelectListItem> AllWeights =>
        [new(T["Those in force"], ""), .. Form.Weights.Select(w => new SelectListItem($"{w.Code}: {w.Name}", w.Code, w.Code == Weights))];

    public IReadOnlyList<SelectListItem> GoneLevels =>
        [new(T["Nobody"], ""), .. Levels.Select(l => new SelectListItem(WorkWords.Level(T, l), l.ToString(), l == LevelGone))];

    public IReadOnlyList<SelectListItem> NewLevels =>
        [.. Levels.Select(l => new SelectListItem(WorkWords.Level(T, l), l.ToString(), l == NewLevel))];

    private static IReadOnlyList<WorkLevel> Levels { get; } =
        [WorkLevel.Experienced, WorkLevel.NewlyQualified, WorkLevel.NotRegistered];

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var problems = new List<Problem>();
        var what = Read(problems);
        if (problems.Count > 0) return this.Again(problems);

        var kept = await desk.Keep(Name, Team, ShowWaiting.ServiceIn(Where) ?? "", what, HttpContext.Reader!, stop);
        return kept.Try(out var scenario, out var refused) ? Redirect($"/scenarios/{scenario.Id}") : this.Again(refused);
    }

    private Id<Team>? Team => Id<Team>.TryParse(Where, out var id) ? id : null;

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await desk.Form(Team, ShowWaiting.ServiceIn(Where) ?? "", HttpContext.Reader!, stop) is not { } form) return false;
        Form = form;
        return true;
    }

    private WhatIf Read(List<Problem> problems)
    {
        var gone = new List<Id<Worker>>();
        foreach (var typed in Gone)
            if (Id<Worker>.TryParse(typed, out var id)) gone.Add(id);

        Leave? leave = null;
        if (Id<Worker>.TryParse(LeaveOf, out var away) && !string.IsNullOrEmpty(LeaveOf))
        {
            if (LeaveFrom is { } from && LeaveTo is { } to) leave = new(away, from, to);
            else problems.Add(new("LeaveFrom", $"Enter the first and the last day of the leave"));
        }

        var count = Number("NewCount", NewCount, problems);
        var fte = count is null ? null : Number("NewFte", NewFte, problems);
        return new(
            gone, LevelGone, leave, count is null ? null : new((int)count.Value, NewLevel, fte ?? 0),
            string.IsNullOrEmpty(Weights) ? null : Weights, Number("OverFrom", OverFrom, problems),
            (int?)Number("NewCasesAWeek", NewCasesAWeek, problems));
    }

    private decimal? Number(string field, string? typed, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (decimal.TryParse(typed, NumberStyles.Number, T.Language.Culture, out var number) && Math.Abs(number) < 10_000
            && (field is "NewFte" or "OverFrom" || number == Math.Truncate(number)))
        {
            return number;
        }

        problems.Add(new(field, $"{typed} is not a number that fits here; enter a number, or leave it out"));
        return null;
    }
}
