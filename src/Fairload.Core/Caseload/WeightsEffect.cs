namespace Fairload.Core.Caseload;

/// <summary>One person's load by the weights in force and by others: the same cases, hours and duties in both.</summary>
public sealed record LoadShift(WorkerLoad Now, WorkerLoad Then)
{
    /// <summary>The band would be another.</summary>
    public bool Moves => Now.Band != Then.Band;

    /// <summary>Over the line by the others and not by those in force.</summary>
    public bool GoesOver => !IsOver(Now) && IsOver(Then);

    private static bool IsOver(WorkerLoad load) => load.Band is Band.Over or Band.OverNoCapacity;
}

/// <summary>So many people would go from one band to another.</summary>
public sealed record BandMove(Band From, Band To, int People);

/// <summary>
/// What other weights would do to several people, counted by band. It says what would change and never which weights are better: heavier
/// weights make nobody's work heavier.
/// </summary>
/// <param name="MedianNow">The middle of the loads that are known, in per cent of capacity; null where none is.</param>
/// <param name="Cases">Cases in their hands, one in two people's hands counted for each.</param>
/// <param name="Reweighed">How many of these would have other points.</param>
public sealed record WeightsEffect(
    int People, IReadOnlyDictionary<Band, int> Now, IReadOnlyDictionary<Band, int> Then, IReadOnlyList<BandMove> Moves, Percent? MedianNow,
    Percent? MedianThen, int Cases, int Reweighed)
{
    /// <summary>How many people would change band.</summary>
    public int Moving => Moves.Sum(m => m.People);

    /// <summary>Refuses people of whom the two loads are not about the same cases.</summary>
    public static WeightsEffect Of(IReadOnlyList<LoadShift> people)
    {
        if (people.Any(p => p.Now.Cases != p.Then.Cases))
            throw new ArgumentException("Both loads are told of the same cases.", nameof(people));
        return new(
            people.Count, Count(p => p.Now.Band), Count(p => p.Then.Band),
            [
                .. people.Where(p => p.Moves).GroupBy(p => (From: p.Now.Band, To: p.Then.Band))
                    .OrderBy(g => g.Key.From).ThenBy(g => g.Key.To).Select(g => new BandMove(g.Key.From, g.Key.To, g.Count())),
            ],
            Median(p => p.Now), Median(p => p.Then), people.Sum(p => p.Now.Cases), people.Sum(Changed));

        IReadOnlyDictionary<Band, int> Count(Func<LoadShift, Band> band) => people.CountBy(band).ToDictionary();

        Percent? Median(Func<LoadShift, WorkerLoad> load)
        {
            var known = people.Select(p => load(p).Percent).OfType<Percent>().Select(p => p.Fraction).Order().ToList();
            return known.Count == 0 ? null : new((known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2);
        }

        static int Changed(LoadShift person)
        {
            var then = person.Then.CaseLoads.ToDictionary(c => c.Case, c => c.Points);
            return person.Now.CaseLoads.Count(c => then.GetValueOrDefault(c.Case) != c.Points);
        }
    }
}

/// <summary>Which number of the weights it is.</summary>
public enum WeightPart { Tier1, Tier2, Tier3, Unscored, Travel, Court, NextSibling, Full, NewlyQualified, Stable }

/// <summary>One number that differs between two versions.</summary>
/// <param name="Code">The case type or the travel band; empty for numbers that stand once.</param>
/// <param name="Before">Null for a row that is new.</param>
/// <param name="After">Null for a row that is gone.</param>
public sealed record WeightChange(WeightPart Part, string Code, decimal? Before, decimal? After)
{
    /// <summary>What differs, in the order of the form. Versions, names and days are no numbers and are left out.</summary>
    public static IReadOnlyList<WeightChange> Between(Weights before, Weights after) =>
    [
        .. before.Cases.Keys.Union(after.Cases.Keys, StringComparer.Ordinal)
            .SelectMany(code => Rows(code, before.Cases.GetValueOrDefault(code), after.Cases.GetValueOrDefault(code)))
            .Concat(before.Travel.Keys.Union(after.Travel.Keys, StringComparer.Ordinal)
                .Select(band => new WeightChange(WeightPart.Travel, band, Points(before, band), Points(after, band))))
            .Concat(
            [
                new(WeightPart.Court, "", before.Court, after.Court),
                new(WeightPart.NextSibling, "", before.NextSibling, after.NextSibling),
                new(WeightPart.Full, "", before.Capacity.Full, after.Capacity.Full),
                new(WeightPart.NewlyQualified, "", before.Capacity.NewlyQualified, after.Capacity.NewlyQualified),
                new(WeightPart.Stable, "", before.Capacity.Stable, after.Capacity.Stable),
            ])
            .Where(c => c.Before != c.After),
    ];

    private static IEnumerable<WeightChange> Rows(string code, CaseWeight? before, CaseWeight? after) =>
    [
        new(WeightPart.Tier1, code, before?.Tier1, after?.Tier1), new(WeightPart.Tier2, code, before?.Tier2, after?.Tier2),
        new(WeightPart.Tier3, code, before?.Tier3, after?.Tier3), new(WeightPart.Unscored, code, before?.Unscored, after?.Unscored),
    ];

    private static decimal? Points(Weights weights, string band) => weights.Travel.TryGetValue(band, out var points) ? points : null;
}
