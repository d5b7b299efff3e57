using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.PeerReview.Room;

internal sealed class EvidencePieceMapping : IEntityTypeConfiguration<EvidencePiece>
{
    public void Configure(EntityTypeBuilder<EvidencePiece> piece)
    {
        piece.ToTable("evidence_piece");
        piece.Ignore(p => p.PartCodes);
        piece.Ignore(p => p.MeasureCodes);
    }
}

internal sealed class EvidenceVersionMapping : IEntityTypeConfiguration<EvidenceVersion>
{
    public void Configure(EntityTypeBuilder<EvidenceVersion> version)
    {
        version.ToTable("evidence_version");
        version.Ignore(v => v.IsFile);
        version.PointsAt<EvidenceVersion, EvidencePiece>(v => v.PieceId);
    }
}

internal sealed class EvidenceEntryMapping : IEntityTypeConfiguration<EvidenceEntry>
{
    public void Configure(EntityTypeBuilder<EvidenceEntry> entry)
    {
        entry.ToTable("evidence_entry");
        entry.Ignore(e => e.PartCodes);
        entry.PointsAt<EvidenceEntry, Account>(e => e.AccountId);
    }
}

internal sealed class EvidenceBlobMapping : IEntityTypeConfiguration<EvidenceBlob>
{
    public void Configure(EntityTypeBuilder<EvidenceBlob> blob)
    {
        blob.ToTable("evidence_blob");
        blob.HasKey(b => b.Sha256);
    }
}

internal sealed class EvidenceChunkMapping : IEntityTypeConfiguration<EvidenceChunk>
{
    public void Configure(EntityTypeBuilder<EvidenceChunk> chunk)
    {
        chunk.ToTable("evidence_chunk");
        chunk.HasKey(c => new { c.Sha256, c.Number });
        chunk.PointsAt<EvidenceChunk, EvidenceBlob>(c => c.Sha256);
    }
}
