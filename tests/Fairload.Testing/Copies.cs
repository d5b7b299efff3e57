using Fairload.Core.Allocation;
using Fairload.Core.Caseload;

namespace Fairload.Testing;

/// <summary>The same council once more: people and cases in another order, under other names, every point counted three times.</summary>
public static class Copies
{
    private const int Times = 3;

    public static WorkToShare Of(WorkToShare work, int seed)
    {
        var random = new Random(seed);
        var (people, places, standing) = (work.People.ToArray(), work.ToPlace.ToArray(), work.Standing.ToArray());
        random.Shuffle(people);
        random.Shuffle(places);
        random.Shuffle(standing);
        return work with
        {
            People = [.. people.Select(p => p with
            {
                Worker = Other(p.Worker), Capacity = p.Capacity * Times, Points = p.Points * Times,
                Held = [.. p.Held.Select(h => h with { Case = Other(h.Case) })],
            })],
            ToPlace = [.. places.Select(p => p with { Case = Other(p.Case) })],
            Standing = [.. standing.Select(s => s with { Case = Other(s.Case), Holder = Other(s.Holder) })],
            Weights = work.Weights with
            {
                Cases = work.Weights.Cases.ToDictionary(c => c.Key, c => new CaseWeight(
                    c.Value.Tier1 * Times, c.Value.Tier2 * Times, c.Value.Tier3 * Times, c.Value.Unscored * Times)),
                Travel = work.Weights.Travel.ToDictionary(t => t.Key, t => t.Value * Times),
                Court = work.Weights.Court * Times,
            },
        };
    }

    /// <summary>Any id turned round: still one for one.</summary>
    public static Id<T> Other<T>(Id<T> id) where T : class
    {
        var bytes = id.Value.ToByteArray();
        Array.Reverse(bytes);
        return new(new Guid(bytes));
    }

    private static CaseAsked Other(CaseAsked one) => one with
    {
        Case = Other(one.Case),
        Conflicts = [.. one.Conflicts.Select(Other)],
        HeldBefore = [.. one.HeldBefore.Select(Other)],
        WishedFor = one.WishedFor is { } wanted ? Other(wanted) : null,
        WishedAway = one.WishedAway is { } unwanted ? Other(unwanted) : null,
    };
}
