using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Imports;

/// <summary>The bytes of a file between looking and confirming.</summary>
internal sealed class ImportFile
{
    public required Id<ImportRun> ImportId { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>What one row was before an import, and what the import made of it; <see cref="After"/> is null where it removed the
/// row.</summary>
internal sealed class ImportChange
{
    public required Guid Id { get; init; }
    public required Id<ImportRun> ImportId { get; init; }
    public required int Sequence { get; init; }
    public required string TableName { get; init; }
    public required Guid RowId { get; init; }
    public required string Before { get; init; }
    public string? After { get; init; }
}

/// <summary>How the columns of a council's own sheet were matched, kept under a name.</summary>
internal sealed class SavedMatching
{
    public required string Name { get; init; }
    public required string Document { get; set; }
    public required string SavedBy { get; set; }
    public required DateTime SavedAt { get; set; }
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run) => run.ToTable("import_run");
}

internal sealed class ImportFileMapping : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> file)
    {
        file.ToTable("import_file").HasKey(f => f.ImportId);
        file.HasOne<ImportRun>().WithOne().HasForeignKey<ImportFile>(f => f.ImportId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class ImportChangeMapping : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> change)
    {
        change.ToTable("import_change");
        change.HasOne<ImportRun>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class SavedMatchingMapping : IEntityTypeConfiguration<SavedMatching>
{
    public void Configure(EntityTypeBuilder<SavedMatching> matching) => matching.ToTable("saved_matching").HasKey(m => m.Name);
}
