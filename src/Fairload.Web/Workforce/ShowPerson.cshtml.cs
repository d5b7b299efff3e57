using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.App.Workforce;
using Fairload.App.Workforce.Census;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Census;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce;

[Needs(Permission.SeePeople)]
internal sealed class ShowPerson(
    PeopleDesk people, PersonDesk person, PracticeDesk practice, CensusDesk censuses, StaffEntryDesk entry, AuditTrail audit,
    CouncilSettings settings, TimeProvider clock) : PageModel
{
    public StaffLine Staff { get; private set; } = null!;

    /// <summary>Null for readers who see staff and no loads.</summary>
    public PersonView? Work { get; private set; }

    /// <summary>Languages, skills and goals; null for readers who may not see them.</summary>
    public PracticeView? Practice { get; private set; }

    /// <summary>What the latest workforce census says; null for none.</summary>
    public CensusEntry? Census { get; private set; }

    /// <summary>The line of management of this person, and human resources.</summary>
    public bool SeesSickness => HttpContext.Reader!.SightFor(Permission.SeeSickness).SeesWorker(Staff.Worker.Id, Staff.Teams);

    /// <summary>What is entered by hand about them; null for readers who may not enter it.</summary>
    public StaffEntryView? Entry { get; private set; }

    public CouncilSettings Settings { get; } = settings;
    public DateOnly Today { get; } = clock.UkToday;

    /// <summary>One's own cases are scored under My work.</summary>
    public bool MayScore =>
        Work is { SeesCases: true, Cases.Count: > 0 } && HttpContext.Reader is { } reader && reader.May(Permission.ScoreCases);

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await people.Person(id, reader, stop) is not { } staff) return NotFound();

        await audit.Read(reader, "worker", id.ToString(), stop);
        (Staff, Work) = (staff, await person.Person(id, reader, stop));
        Census = await censuses.Latest(id, reader, stop);
        Practice = await practice.Of(id, reader, stop);
        Entry = await entry.Of(id, reader, stop);
        return Page();
    }
}
