using Fairload.App.Audit;
using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Fairload.Web.Workforce.Reorganisations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Initiatives;

/// <summary>The register for a spreadsheet. Taking it is noted.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class InitiativesFile(InitiativeDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var view = await desk.All(HttpContext.Reader!, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "initiatives", "", stop);
        var rows = view.Running.Concat(view.Ended).Select(line => Line(line, view.Today))
            .Concat(view.Reorganisations.Select(one => new[]
            {
                ReorganisationWords.Title(T, one.Plan), T["reorganisation"], one.PreparedBy, "", T["not known"], "", T["not known"],
                T.Date(one.DueOn), "", one.IsPrepared ? "" : T.Date(one.DueOn), "",
            }));
        return CsvFile.Of("initiatives.csv", rows.Prepend(
        [
            T["What"], T["Kind"], T["Asked by"], T["Why"], T["Staff were told why"], T["It reaches"], T["Hours"], T["Starts"],
            T["Expected end"], T["Ended"], T["What came of it"],
        ]));
    }

    private string[] Line(InitiativeLine line, DateOnly today) =>
    [
        line.One.Name, InitiativeWords.Kind(T, line.One.Kind), line.One.AskedBy, InitiativeWords.Why(T, line.One),
        InitiativeWords.Told(T, line.One), InitiativeWords.Places(T, line), InitiativeWords.Hours(T, line.One), T.Date(line.One.StartsOn),
        InitiativeWords.Expected(T, line.One, today), line.One.EndedOn is { } ended ? T.Date(ended) : "", line.One.Outcome,
    ];
}
