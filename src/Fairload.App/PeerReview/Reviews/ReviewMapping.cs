using Fairload.App.Store;
using Fairload.Core.PeerReview.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.PeerReview.Reviews;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review) => review.ToTable("peer_review");
}

internal sealed class LineOfEnquiryMapping : IEntityTypeConfiguration<LineOfEnquiry>
{
    public void Configure(EntityTypeBuilder<LineOfEnquiry> line)
    {
        line.ToTable("line_of_enquiry");
        line.Ignore(l => l.Considered);
        line.Ignore(l => l.Reference);
        line.Ignore(l => l.WaitsForResponse);
        line.PointsAt<LineOfEnquiry, Review>(l => l.ReviewId);
    }
}

internal sealed class ReviewNoteMapping : IEntityTypeConfiguration<ReviewNote>
{
    public void Configure(EntityTypeBuilder<ReviewNote> note)
    {
        note.ToTable("review_note");
        note.PointsAt<ReviewNote, Review>(n => n.ReviewId);
    }
}
