using Fairload.App.Allocation;
using Fairload.App.Allocation.Transfers;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Caseload.Plans;
using Fairload.App.Imports;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeCases)]
internal sealed class ShowCase(
    CaseDesk desk, TransferDesk transfers, AdviserDesk advisers, HandoverDesk handover, SupplementDesk supplements,
    ScoreQuestionDesk questions, RestrictedDesk restricted, RestrictedNotices notices, CaseEntryDesk entry, EnteredDesk entered,
    ToEnterDesk toEnter, AuditTrail audit, CouncilSettings settings) : PageModel
{
    public CaseView Case { get; private set; } = null!;
    public AdviserView? Adviser { get; private set; }
    public HandoverView? Handover { get; private set; }
    public SupplementView? Supplement { get; private set; }
    public ScoreQuestionView? Question { get; private set; }

    /// <summary>Who opened this page before; null for whoever does not manage the case.</summary>
    public IReadOnlyList<CaseLookedAt>? Reads { get; private set; }
    public CouncilSettings Settings { get; } = settings;

    /// <summary>Those scores that were given by the set in force stand side by side; one by an older set says so.</summary>
    public IReadOnlyList<Score> Scores => [.. new[] { Case.Practitioner, Case.Supervisor, Case.Agreed }.OfType<Score>()];

    /// <summary>Practitioner and supervisor both gave the factor, and not the same.</summary>
    public bool Differs(int factor) =>
        Case.Practitioner?.Values[factor] is { } one && Case.Supervisor?.Values[factor] is { } other && one != other;

    /// <summary>Entered here by hand, and confirmed by no extract yet.</summary>
    public IReadOnlyList<EnteredHere> Entered { get; private set; } = [];

    /// <summary>Who holds it was agreed here, and no extract shows it yet; null where there is nothing to enter.</summary>
    public ToEnterLine? ToEnter { get; private set; }

    /// <summary>The reader may put it right or close it.</summary>
    public bool MayEnter { get; private set; }

    /// <summary>The page is shown after the case was given to somebody.</summary>
    public bool WasGiven { get; private set; }

    /// <summary>The transfer under way; null when there is none.</summary>
    public TransferLine? UnderWay { get; private set; }

    public async Task<IActionResult> OnGet(Id<Case> id, string? given, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Case(id, reader, stop) is not { } found)
            return await restricted.Door(id, reader, stop) is null ? NotFound() : Redirect(Links.OpenRestricted(id));

        await audit.Read(reader, "case", id.ToString(), stop);
        Case = found;
        UnderWay = await transfers.UnderWay(id, reader, stop);
        Adviser = await advisers.Of(id, reader, stop);
        Handover = await handover.Of(id, reader, stop);
        Reads = await notices.Reads(id, reader, stop);
        Supplement = await supplements.Of(id, reader, stop);
        Question = await questions.Of(id, reader, stop);
        ToEnter = await toEnter.Of(id, stop);
        Entered = await entered.Of(id.Value, stop);
        MayEnter = found.Case.ClosedOn is null && await entry.Of(id, reader, stop) is not null;
        WasGiven = given is not null && found.Waiting is null;
        return Page();
    }
}
