using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class What_speaks_for_a_person
{
    private static readonly KindAgreement Sound = new(
        "kindness/2", "Continuity", "Directors, 2 November", new(2026, 12, 1), false, new(3, true), new(4, true), new(1, true));

    [Fact]
    public void Counts_by_its_weight_while_it_is_on_and_not_at_all_while_it_is_off() => Assert.Equal(
        new KindWeights(0, 4, 1, 0, 0, 0, 0, 0, 0, 0), (Sound with { HeldBefore = new(3, false) }).Weights);

    [Fact]
    public void Has_a_weight_and_a_switch_for_every_term_and_none_that_an_older_agreement_did_not_name()
    {
        Assert.Equal(Enum.GetValues<KindSigns>().Where(s => s != KindSigns.None).Order(), KindAgreement.Order.Order());
        foreach (var sign in KindAgreement.Order)
        {
            var off = KindAgreement.Order.Aggregate(Sound, (all, one) => all.With(one, new(100, false)));
            Assert.Equal(0, Enum.GetValues<KindSigns>().Sum(s => Math.Abs(off.Weights.Of(s))));
            var one = off.With(sign, new(7, true));
            Assert.Equal(new KindTerm(7, true), one.Term(sign));
            Assert.Equal(sign == KindSigns.WishedAway ? -7 : 7, one.Weights.Of((KindSigns)~0));
        }

        Assert.All(
            KindAgreement.Order.Except([KindSigns.HeldBefore, KindSigns.HoldsSibling, KindSigns.SameTeam]),
            sign => Assert.False(Sound.Term(sign).IsOn));
    }

    /// <summary>The engine looks terms up; a person asked about alone is looked at term by term. Both say the same of everybody.</summary>
    [Fact]
    public void Costs_the_engine_what_it_weighs_where_one_case_is_asked_about()
    {
        var (compared, terms) = (0, KindSigns.None);
        for (var seed = 0; seed < 500; seed++)
        {
            var work = RuledCouncils.From(seed);
            var question = work.Question();
            foreach (var (at, item) in question.Items.Index().Where(i => i.Item.ToPlace >= 0))
            {
                var place = work.ToPlace[item.ToPlace];
                var one = place.Case with { LiesIn = place.Team is { } team ? [team] : [] };
                var sums = new HashSet<long>();
                foreach (var option in question.Sharing.Items[at].Options.Where(o => item.Rules[o.Holder] == Rule.Alone))
                {
                    var person = work.People[question.People[option.Holder]];
                    var signs = person.For(one, work.Statement.JointPart, work.Weights).Signs;
                    sums.Add(option.Cost + work.Kind.Of(signs));
                    (compared, terms) = (compared + 1, terms | signs);
                }

                Assert.True(sums.Count <= 1, $"{seed}: {string.Join(", ", sums)}");
            }
        }

        Assert.True(compared > 1_000, $"only {compared} compared");
        Assert.Equal(KindAgreement.Order.Aggregate((a, b) => a | b), terms);
    }

    [Fact]
    public void Has_who_agreed_it_and_weights_from_0_to_100()
    {
        Assert.True(KindAgreement.Read(Sound).Try(out _, out _));
        var wrong = Sound with { Name = " ", AgreedBy = "", HoldsSibling = new(101, true), SameTeam = new(-1, false) };
        Assert.False(KindAgreement.Read(wrong).Try(out _, out var problems));
        Assert.Equal(["Name", "AgreedBy", "HoldsSibling", "SameTeam"], problems.Select(p => p.Field));
    }
}
