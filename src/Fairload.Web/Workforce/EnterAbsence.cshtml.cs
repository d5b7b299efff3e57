using Fairload.App.Audit;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workforce;

/// <summary>Days away: new ones, or those of an absence that is known put right.</summary>
[Needs(Permission.EnterStaff)]
internal sealed class EnterAbsence(StaffEntryDesk desk, AuditTrail audit, Catalogue T) : EnterDated<Absence>(desk, audit)
{
    public IReadOnlyList<SelectListItem> Words => EntryChoices.Words(T, View.Categories, Word);

    public override string Now => StaffEntryView.Seen(Held);

    protected override Absence? Find(Guid? record) => View.Absences.FirstOrDefault(r => r.Id.Value == record);

    protected override void Fill(Absence held) => (Word, From, To) = (held.Category, held.FromOn, held.ToOn);

    protected override Task<Result<Done>> Store(Id<Worker> id, DatedChange change, CancellationToken stop) =>
        Desk.Absent(id, change, HttpContext.Reader!, stop);
}
