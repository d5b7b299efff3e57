using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>Gives cases their complexity scores, with the gaps that real scoring has.</summary>
internal sealed class DemoScoring(DemoDice dice)
{
    /// <summary>Scores for the type the case is in now; nothing where this kind of work is seldom scored.</summary>
    public void Score(DemoCase @case, DateOnly on, DateOnly notBefore)
    {
        if (!dice.Chance(DemoShape.Of(@case.TypeOn(on)).Scored)) return;
        var stage = DemoDays.Later(@case.StageSince(on), notBefore);
        var first = stage.AddDays(dice.Between(1, 14));
        // Most scores are looked at again within the year; the rest go stale.
        if (on.DayNumber - first.DayNumber > 330 && dice.Chance(0.86)) first = on.AddDays(-dice.Between(20, 330));
        if (first > on) first = on;

        var worker = @case.HeldOn(on)?.Worker;
        var manager = worker?.Manager?.Name ?? worker?.Team?.People[0].Name ?? "";
        if (dice.Chance(0.8)) Add(@case, ScoreBy.Practitioner, first, worker?.Name ?? "", Near(@case.Tier));
        if (dice.Chance(0.6)) Add(@case, ScoreBy.Supervisor, DemoDays.Earlier(on, first.AddDays(dice.Below(8))), manager, Near(@case.Tier));
        var agreed = Factors(@case.Tier);
        if (dice.Chance(0.04)) agreed[dice.Below(6)] = null;
        Add(@case, ScoreBy.Agreed, DemoDays.Earlier(on, first.AddDays(dice.Below(14))), manager, agreed);
    }

    private static void Add(DemoCase @case, ScoreBy by, DateOnly on, string scorer, int?[] factors)
    {
        @case.Scores.Add(new(by, on, scorer, factors));
        @case.Scores.Sort((a, b) => a.On != b.On ? a.On.CompareTo(b.On) : a.By.CompareTo(b.By));
    }

    /// <summary>Two people see the same case a point or two apart.</summary>
    private int?[] Near(int tier)
    {
        var factors = Factors(tier);
        for (var i = dice.Below(3); i > 0; i--)
        {
            var at = dice.Below(6);
            factors[at] = Math.Clamp(factors[at]!.Value + (dice.Chance(0.6) ? 1 : -1), 1, 3);
        }

        if (dice.Chance(0.03)) factors[dice.Below(6)] = null;
        return factors;
    }

    /// <summary>Six factors whose sum falls in the tier: 6–9, 10–13, 14–18.</summary>
    private int?[] Factors(int tier)
    {
        var total = tier switch { 1 => 6 + dice.Below(4), 2 => 10 + dice.Below(4), _ => 14 + dice.Below(4) };
        var factors = new int?[] { 1, 1, 1, 1, 1, 1 };
        for (var left = total - 6; left > 0;)
        {
            var at = dice.Below(6);
            if (factors[at] == 3) continue;
            factors[at]++;
            left--;
        }

        return factors;
    }
}
