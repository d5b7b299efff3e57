using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload;

internal sealed class SupplementMapping : IEntityTypeConfiguration<CaseSupplement>
{
    public void Configure(EntityTypeBuilder<CaseSupplement> supplement)
    {
        supplement.ToTable("case_supplement");
        supplement.Ignore(s => s.Facts);
        supplement.PointsAt<CaseSupplement, Case>(s => s.CaseId);
        supplement.PointsAt<CaseSupplement, Worker>(s => s.AboutId);
        supplement.PointsAt<CaseSupplement, ImportRun>(s => s.BroughtBy);
    }
}

internal sealed class ConflictMapping : IEntityTypeConfiguration<CaseConflict>
{
    public void Configure(EntityTypeBuilder<CaseConflict> conflict)
    {
        conflict.ToTable("case_conflict");
        conflict.PointsAt<CaseConflict, Case>(c => c.CaseId);
        conflict.PointsAt<CaseConflict, Worker>(c => c.WorkerId);
        conflict.PointsAt<CaseConflict, ImportRun>(c => c.BroughtBy);
    }
}

internal sealed class CoWorkerMapping : IEntityTypeConfiguration<CaseCoWorker>
{
    public void Configure(EntityTypeBuilder<CaseCoWorker> coWorker)
    {
        coWorker.ToTable("case_co_worker");
        coWorker.PointsAt<CaseCoWorker, Case>(c => c.CaseId);
        coWorker.PointsAt<CaseCoWorker, Worker>(c => c.WorkerId);
        coWorker.PointsAt<CaseCoWorker, ImportRun>(c => c.BroughtBy);
    }
}
