using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;

namespace Fairload.Core.Tests.PeerReview;

public sealed class A_piece_of_evidence
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly EvidenceCodes Known = new(["five-areas-2009/tools", "five-areas-2009/workload"], ["vacancy-rate"]);

    private static readonly EvidenceSaid Said = new(
        "Supervision policy", "Who is supervised how often", new(2026, 4, 1), null, "Head of service", ["five-areas-2009/tools"], [],
        EvidenceReaders.ReviewersToo);

    [Theory]
    [InlineData(null, EvidenceState.InDate)]
    [InlineData("2027-01-16", EvidenceState.InDate)]
    [InlineData("2027-01-15", EvidenceState.Expiring)]
    [InlineData("2026-11-17", EvidenceState.Expiring)]
    [InlineData("2026-11-16", EvidenceState.Expired)]
    public void Expires_on_the_day_that_it_says(string? expires, EvidenceState state) =>
        Assert.Equal(state, Piece(Said with { ExpiresOn = expires is null ? null : DateOnly.Parse(expires, null) }).State(Today));

    [Fact]
    public void Says_everything_that_is_wrong_with_it_at_once() => Assert.Equal(
        ["Title", "Shows", "EffectiveOn", "Owner", "Parts", "Measures", "Readers"],
        Problems(EvidencePiece.Add(new(" ", "", null, null, "", ["no-such"], ["no-such"], null), Known, "Pat Singh", Today))
            .Select(p => p.Field));

    [Fact]
    public void Can_not_expire_before_it_counts() => Assert.Equal(
        "ExpiresOn", Assert.Single(Problems(EvidencePiece.Add(Said with { ExpiresOn = Said.EffectiveOn }, Known, "Pat Singh", Today))).Field);

    [Fact]
    public void Is_not_overwritten_by_somebody_who_saw_it_before()
    {
        var piece = Piece(Said);
        Assert.True(piece.Rewrite(Said with { Owner = "Director" }, Known, 1, "Ana Diaz", Today).Try(out _, out _));

        Assert.StartsWith(
            "Ana Diaz has changed this piece", Problems(piece.Rewrite(Said, Known, 1, "Pat Singh", Today))[0].Message,
            StringComparison.Ordinal);
        Assert.Equal("Director", piece.Owner);
    }

    [Theory]
    [InlineData("policy.pdf", true)]
    [InlineData("Polisi goruchwylio 2026.pdf", true)]
    [InlineData("../policy.pdf", false)]
    [InlineData("C:\\policies\\policy.pdf", false)]
    [InlineData("folder/policy.pdf", false)]
    [InlineData("..", false)]
    [InlineData("po\u0000licy.pdf", false)]
    [InlineData("", false)]
    public void Has_a_file_with_a_plain_name(string name, bool isSound) => Assert.Equal(isSound, EvidenceVersion.WrongName(name) is null);

    [Theory]
    [InlineData("https://example.gov.uk/policy?id=7", true)]
    [InlineData("http://intranet/policy", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://me:secret@example.gov.uk/", false)]
    [InlineData("policy on the intranet", false)]
    public void Links_to_pages_alone(string link, bool isSound) =>
        Assert.Equal(isSound, EvidenceVersion.Of(Id<EvidencePiece>.New(), 1, link, "Pat Singh", DateTime.UnixEpoch).Try(out _, out _));

    [Fact]
    public void Is_open_to_a_reviewer_between_the_days_of_their_entry_and_no_longer()
    {
        var (piece, entry) = (Piece(Said), Entry(Today, Today.AddDays(3)));
        int[] days = [-1, 0, 3, 4];

        Assert.Equal([false, true, true, false], days.Select(d => entry.Opens(piece, Today.AddDays(d))));
        Assert.True(entry.End("Pat Singh", DateTime.UnixEpoch));
        Assert.False(entry.Opens(piece, Today));
    }

    [Fact]
    public void Is_closed_to_a_reviewer_where_it_is_internal_or_of_another_part()
    {
        var entry = Entry(Today, Today.AddDays(3));

        Assert.False(entry.Opens(Piece(Said with { Readers = EvidenceReaders.Internal }), Today));
        Assert.False(entry.Opens(Piece(Said with { Parts = ["five-areas-2009/workload"] }), Today));
        Assert.True(entry.Opens(Piece(Said with { Parts = ["five-areas-2009/workload", "five-areas-2009/tools"] }), Today));
    }

    [Fact]
    public void Is_opened_to_nobody_without_a_last_day_that_is_near()
    {
        IReadOnlyList<string> Fields(DateOnly? from, DateOnly? last) => [.. EvidenceEntry
            .Wrong(new(["five-areas-2009/tools"], from, last, "Peer review"), Known.Parts, Today).Select(p => p.Field)];

        Assert.Equal(["FromOn", "LastOn"], Fields(null, null));
        Assert.Equal(["LastOn"], Fields(Today, Today.AddDays(-1)));
        Assert.Equal(["LastOn"], Fields(Today, Today.AddDays(EvidenceEntry.MostDays)));
        Assert.Empty(Fields(Today, Today.AddDays(EvidenceEntry.MostDays - 1)));
    }

    [Fact]
    public void Counts_in_each_of_its_parts_by_its_expiry()
    {
        var both = Said with { Parts = ["five-areas-2009/workload", "five-areas-2009/tools"] };
        List<EvidencePiece> pieces = [Piece(Said), Piece(both with { ExpiresOn = Today }),
            Piece(both with { ExpiresOn = Today.AddDays(60) })];

        Assert.Equal(
            [new("five-areas-2009/tools", 1, 1, 1), new("five-areas-2009/workload", 0, 1, 1), new("other", 0, 0, 0)],
            EvidenceByPart.Of(pieces, ["five-areas-2009/tools", "five-areas-2009/workload", "other"], Today));
    }

    private static EvidencePiece Piece(EvidenceSaid said)
    {
        Assert.True(EvidencePiece.Add(said, Known, "Pat Singh", Today).Try(out var piece, out _));
        return piece;
    }

    private static EvidenceEntry Entry(DateOnly from, DateOnly last)
    {
        var given = EvidenceEntry.Give(
            Id<Account>.New(), new(["five-areas-2009/tools"], from, last, "Peer review"), Known.Parts, "Pat Singh", from,
            DateTime.UnixEpoch);
        Assert.True(given.Try(out var entry, out _));
        return entry;
    }

    private static IReadOnlyList<Problem> Problems<T>(Result<T> result) where T : notnull =>
        result.Try(out _, out var problems) ? [] : problems;
}
