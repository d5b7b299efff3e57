using Fairload.App.Audit;
using Fairload.App.Workforce;
using Fairload.Core.Workforce;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce;

/// <summary>One page for a record of somebody that has a first and a last day: a new one, or one that is known put right.</summary>
internal abstract class EnterDated<TRecord>(StaffEntryDesk desk, AuditTrail audit) : PageModel
    where TRecord : class
{
    /// <summary>The one that is changed, as it was seen; empty for a new one.</summary>
    [BindProperty] public string? Seen { get; set; }
    [BindProperty] public string? Word { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? To { get; set; }

    public StaffEntryView View { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public TRecord? Held { get; private set; }

    /// <summary>What stands there at this moment.</summary>
    public abstract string Now { get; }

    protected StaffEntryDesk Desk => desk;

    public async Task<IActionResult> OnGet(Id<Worker> id, Guid? record, CancellationToken stop)
    {
        if (!await Read(id, record, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "worker", id.ToString(), stop);
        Seen = Now;
        if (Held is { } held) Fill(held);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Worker> id, Guid? record, CancellationToken stop)
    {
        if (!await Read(id, record, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var done = await Store(id, new(record, Seen ?? "", Written), stop);
        if (done.Try(out _, out var problems)) return Redirect(Links.Person(id));
        ModelState.Remove(nameof(Seen));
        Seen = Now;
        return this.Again(problems);
    }

    protected virtual DatedWritten Written => new(Word ?? "", From, To);

    protected abstract TRecord? Find(Guid? record);

    protected abstract void Fill(TRecord held);

    protected abstract Task<Result<Done>> Store(Id<Worker> id, DatedChange change, CancellationToken stop);

    private async Task<bool> Read(Id<Worker> id, Guid? record, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view || view.Worker.HasLeft(view.Today)) return false;
        View = view;
        Held = Find(record);
        return record is null || Held is not null;
    }
}
