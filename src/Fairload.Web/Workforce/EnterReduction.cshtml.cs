using Fairload.App.Audit;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workforce;

/// <summary>A part of somebody's time that is given to something else.</summary>
[Needs(Permission.EnterStaff)]
internal sealed class EnterReduction(StaffEntryDesk desk, AuditTrail audit, Catalogue T) : EnterDated<Reduction>(desk, audit)
{
    [BindProperty] public string? Percent { get; set; }

    public IReadOnlyList<SelectListItem> Words => EntryChoices.Words(T, View.Reasons, Word);

    public override string Now => StaffEntryView.Seen(Held);

    protected override DatedWritten Written => base.Written with { Percent = Percent ?? "" };

    protected override Reduction? Find(Guid? record) => View.Reductions.FirstOrDefault(r => r.Id.Value == record);

    protected override void Fill(Reduction held) =>
        (Word, From, To, Percent) = (held.Reason, held.FromOn, held.ToOn, T.Number(held.Percent));

    protected override Task<Result<Done>> Store(Id<Worker> id, DatedChange change, CancellationToken stop) =>
        Desk.Reduce(id, change, HttpContext.Reader!, stop);
}
