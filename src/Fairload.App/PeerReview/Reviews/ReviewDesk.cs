using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview.Reviews;

/// <summary>A review, and how many of its lines wait for the council's response.</summary>
public sealed record ReviewRow(Review Review, int Lines, int WithoutResponse);

/// <summary>All reviews, the latest first.</summary>
public sealed record ReviewList(IReadOnlyList<ReviewRow> Rows, bool MayKeep);

/// <summary>One review with its lines of enquiry.</summary>
/// <param name="Notes">Non-attributable, by line; only for those who keep reviews, and empty for everybody else.</param>
public sealed record ReviewView(
    Review Review, IReadOnlyList<LineOfEnquiry> Lines, IReadOnlyList<ReviewNote> Notes, bool MayKeep, FrameworkParts Parts)
{
    public LineOfEnquiry? Line(int number) => Lines.FirstOrDefault(l => l.Number == number);
}

/// <summary>Something that reviewers say is to be considered, as an action can take it up.</summary>
/// <param name="Reference">By which the action names where it comes from: <c>peer-review {id}/{line}</c>.</param>
public sealed record AreaToConsider(string Reference, string Question, string Text, string Response);

/// <summary>A note as it is entered.</summary>
public sealed record NoteSaid(int? Line, NoteSource? Source, int? People, string Says);

/// <summary>Peer reviews: planned, looked into line by line, answered. There is no grade to give.</summary>
public sealed class ReviewDesk(FairloadDb db, FrameworkParts parts, AuditTrail audit, TimeProvider clock)
{
    public async Task<ReviewList> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeReviews);
        var reviews = await db.Set<Review>().AsNoTracking().ToListAsync(stop);
        var lines = (await db.Set<LineOfEnquiry>().AsNoTracking().ToListAsync(stop)).ToLookup(l => l.ReviewId);
        return new(
            [.. reviews.OrderByDescending(r => r.FromOn).ThenBy(r => r.OtherCouncil, StringComparer.CurrentCulture)
                .Select(r => new ReviewRow(r, lines[r.Id].Count(), lines[r.Id].Count(l => l.WaitsForResponse)))],
            reader.May(Permission.KeepReviews));
    }

    public async Task<ReviewView?> Show(Id<Review> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeReviews);
        if (await db.Set<Review>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } review) return null;
        var keeps = reader.May(Permission.KeepReviews);
        var notes = keeps ? await db.Set<ReviewNote>().AsNoTracking().Where(n => n.ReviewId == id).ToListAsync(stop) : [];
        return new(
            review, await Lines(id, stop),
            [.. notes.OrderBy(n => n.Line ?? 0).ThenBy(n => n.NotedOn).ThenBy(n => n.Says, StringComparer.Ordinal)], keeps, parts);
    }

    /// <summary>Areas to consider of one review, for actions; empty where there is no such review.</summary>
    public async Task<IReadOnlyList<AreaToConsider>> ToConsider(Id<Review> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeReviews);
        return [.. (await Lines(id, stop)).Where(l => l.ToConsider.Length > 0)
            .Select(l => new AreaToConsider(l.Reference, l.Question, l.ToConsider, l.Response))];
    }

    public Task<Result<Review>> Plan(ReviewSaid said, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepReviews);
        return db.Change<Result<Review>>(
            async () =>
            {
                var planned = Review.Plan(said, reader.Name, clock.UkToday);
                if (!planned.Try(out var review, out _)) return planned;
                db.Add(review);
                await Note(reader, review.Id, "planned", stop);
                return planned;
            },
            stop);
    }

    /// <param name="seen">The version that the reader saw.</param>
    public Task<Result<Review>> Change(Id<Review> id, ReviewSaid said, int seen, Reader reader, CancellationToken stop) => Alter(
        id, reader,
        async () =>
        {
            var rewritten = (await db.Set<Review>().SingleAsync(r => r.Id == id, stop)).Rewrite(said, seen, reader.Name, clock.UkToday);
            if (rewritten.Try(out _, out _)) await Note(reader, id, "changed", stop);
            return rewritten;
        },
        stop);

    /// <summary>Opens the next line of enquiry, or changes one that is there.</summary>
    /// <param name="number">One more than the last for a new one.</param>
    /// <param name="seen">The version that the reader saw; 0 for a new one.</param>
    public Task<Result<LineOfEnquiry>> SaveLine(
        Id<Review> id, int number, LineSaid said, int seen, Reader reader, CancellationToken stop) => Alter(
        id, reader,
        async () =>
        {
            var (staff, codes) = (await StaffNames.Of(db, stop), parts.Codes.Parts);
            var line = await db.Set<LineOfEnquiry>().SingleOrDefaultAsync(l => l.ReviewId == id && l.Number == number, stop);
            var saved = line is null ? LineOfEnquiry.Open(id, number, said, codes, staff, reader.Name, clock.UkToday)
                : line.Rewrite(said, codes, staff, seen, reader.Name, clock.UkToday);
            if (!saved.Try(out var kept, out _)) return saved;
            if (line is null) db.Add(kept);
            await Note(reader, id, $"line {number}", stop);
            return saved;
        },
        stop);

    /// <summary>A note holds the day alone, and not who wrote it down.</summary>
    public Task<Result<ReviewNote>> Take(Id<Review> id, NoteSaid said, Reader reader, CancellationToken stop) => Alter<ReviewNote>(
        id, reader,
        async () =>
        {
            if (said.Line is { } number && !await db.Set<LineOfEnquiry>().AnyAsync(l => l.ReviewId == id && l.Number == number, stop))
                return new Problem("Line", $"Choose a line of enquiry of the list");
            var taken = ReviewNote.Take(id, said.Line, said.Source, said.People, said.Says, await StaffNames.Of(db, stop), clock.UkToday);
            if (!taken.Try(out var note, out _)) return taken;
            db.Add(note);
            await Note(reader, id, "note taken", stop);
            return taken;
        },
        stop);

    private Task<Result<T>> Alter<T>(Id<Review> id, Reader reader, Func<Task<Result<T>>> work, CancellationToken stop) where T : notnull
    {
        reader.Demand(Permission.KeepReviews);
        return db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, $"peer review {id}", stop);
                return await work();
            },
            stop);
    }

    private Task<List<LineOfEnquiry>> Lines(Id<Review> id, CancellationToken stop) =>
        db.Set<LineOfEnquiry>().AsNoTracking().Where(l => l.ReviewId == id).OrderBy(l => l.Number).ToListAsync(stop);

    private Task Note(Reader reader, Id<Review> id, string what, CancellationToken stop) =>
        audit.Note(reader, AuditAction.ReviewChanged, "peer review", id.ToString(), what, stop);
}
