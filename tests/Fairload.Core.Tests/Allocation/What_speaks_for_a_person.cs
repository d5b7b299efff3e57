using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class What_speaks_for_a_person
{
    private static readonly KindAgreement Sound = new(
        "kindness/2", "Continuity", "Directors, 2 November", new(2026, 12, 1), false, new(3, true), new(4, true), new(1, true));

    [Fact]
    public void Counts_by_its_weight_while_it_is_on_and_not_at_all_while_it_is_off() => Assert.Equal(
        new KindWeights(0, 4, 1), (Sound with { HeldBefore = new(3, false) }).Weights);

    [Fact]
    public void Has_who_agreed_it_and_weights_from_0_to_100()
    {
        Assert.True(KindAgreement.Read(Sound).Try(out _, out _));
        var wrong = Sound with { Name = " ", AgreedBy = "", HoldsSibling = new(101, true), SameTeam = new(-1, false) };
        Assert.False(KindAgreement.Read(wrong).Try(out _, out var problems));
        Assert.Equal(["Name", "AgreedBy", "HoldsSibling", "SameTeam"], problems.Select(p => p.Field));
    }
}
