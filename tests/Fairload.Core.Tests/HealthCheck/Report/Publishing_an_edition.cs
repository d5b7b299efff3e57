using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.HealthCheck.Report;

public sealed class Publishing_an_edition
{
    private static readonly DateTime Now = new(2026, 4, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PublicationAsked Asked = new(Edition.Public, "The council resolved it.", "At two forums in March.", null);

    [Fact]
    public void Is_refused_before_the_audit_passed()
    {
        Assert.StartsWith("Nothing was published: the audit", Refused(Frozen(Edition.Public), Asked, isProved: false),
            StringComparison.Ordinal);
        Assert.Empty(Refused(Frozen(Edition.Public), Asked));
    }

    [Theory]
    [InlineData(Edition.Internal, Edition.Internal, true)]
    [InlineData(Edition.Internal, Edition.Members, false)]
    [InlineData(Edition.Internal, Edition.Public, false)]
    [InlineData(Edition.Members, Edition.Internal, true)]
    [InlineData(Edition.Members, Edition.Members, true)]
    [InlineData(Edition.Members, Edition.Public, false)]
    [InlineData(Edition.Public, Edition.Internal, true)]
    [InlineData(Edition.Public, Edition.Public, true)]
    public void Is_never_for_more_readers_than_the_edition_was_made_for(Edition edition, Edition level, bool isPublished) =>
        Assert.Equal(isPublished, Refused(Frozen(edition), Asked with { Level = level }).Length == 0);

    [Fact]
    public void Says_why_and_how_staff_were_consulted()
    {
        Assert.Contains("why it is published", Refused(Frozen(Edition.Public), Asked with { Why = " " }), StringComparison.Ordinal);
        Assert.Contains("how staff were consulted", Refused(Frozen(Edition.Public), Asked with { Consulted = "" }),
            StringComparison.Ordinal);
        Assert.Contains("embargo has ended", Refused(Frozen(Edition.Public), Asked with { EmbargoUntil = Now }), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_seen_from_the_very_end_of_the_embargo()
    {
        var published = Published(Asked with { EmbargoUntil = Now.AddHours(3) }, Now);
        Assert.False(published.HasBeenSeen(Now.AddHours(3).AddTicks(-1)));
        Assert.True(published.HasBeenSeen(Now.AddHours(3)));
        Assert.True(Published(Asked, Now).HasBeenSeen(Now));
    }

    [Fact]
    public void Stays_on_record_when_it_is_withdrawn_and_brings_no_earlier_one_back()
    {
        var (first, second) = (Published(Asked, Now), Published(Asked, Now.AddDays(1)));
        Assert.Same(first, Publication.InForce([second, first], Now.AddHours(1)));
        Assert.Same(second, Publication.InForce([first, second], Now.AddDays(2)));
        Assert.False(second.Withdraw(" ", "Dana Cole", Now.AddDays(2)).Try(out _, out _));
        Assert.True(second.Withdraw("A figure was wrong.", "Dana Cole", Now.AddDays(2)).Try(out _, out _));
        Assert.Same(second, Publication.InForce([first, second], Now.AddDays(3)));
        Assert.False(second.Withdraw("Again.", "Dana Cole", Now.AddDays(3)).Try(out _, out _));
    }

    [Fact]
    public void Withdrawn_before_its_embargo_ends_was_never_seen()
    {
        var published = Published(Asked with { EmbargoUntil = Now.AddDays(5) }, Now);
        Assert.True(published.Withdraw("Too early.", "Dana Cole", Now.AddDays(1)).Try(out _, out _));
        Assert.False(published.HasBeenSeen(Now.AddDays(9)));
    }

    [Fact]
    public void Without_a_section_a_reason_and_a_person_claims_no_exemption()
    {
        Assert.False(ExemptionClaim.Claim(Guid.Empty, "teams", " ", "", "", new(2026, 4, 2)).Try(out _, out var problems));
        Assert.Equal(["Section", "Reason", "Person"], problems!.Select(p => p.Field));
    }

    private static Publication Published(PublicationAsked asked, DateTime at)
    {
        Assert.True(Publication.Decide(Frozen(Edition.Public), asked, true, "Dana Cole", at).Try(out var published, out _));
        return published;
    }

    private static string Refused(FrozenEdition frozen, PublicationAsked asked, bool isProved = true) =>
        Publication.Decide(frozen, asked, isProved, "Dana Cole", Now).Try(out _, out var problems) ? "" : Assert.Single(problems).Message;

    private static FrozenEdition Frozen(Edition edition) =>
        new(Id<FrozenEdition>.New(), Guid.Empty, 2026, edition, "en", new('0', 64), "{}", "Ann Lee", Now);
}
