using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>Shares out work as the made-up managers would: to a team by its size and pressure, then to the lightest who may hold
/// it.</summary>
internal sealed class DemoDealer(IReadOnlyList<DemoTeam> teams, DemoDice dice)
{
    private readonly Dictionary<DemoKind, List<DemoTeam>> _byKind = teams.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => g.ToList());
    private readonly HashSet<DemoKind> _present = [.. teams.Select(t => t.Kind)];
    private readonly Dictionary<(DemoKind, DateOnly), List<DemoTeam>> _existing = [];

    /// <summary>A small council has no team for some kinds of work; another does it.</summary>
    public static DemoKind Home(DemoKind kind, IReadOnlySet<DemoKind> present) =>
        present.Contains(kind) ? kind : kind switch
        {
            DemoKind.FrontDoor => DemoKind.Assessment,
            DemoKind.Leavers => DemoKind.InCare,
            DemoKind.Disabilities => DemoKind.Safeguarding,
            _ => DemoKind.Locality,
        };

    /// <summary>Points that each kind of team will hold, from the mix of cases.</summary>
    public static Dictionary<DemoKind, double> ExpectedPoints(DemoSize size, IReadOnlySet<DemoKind> present)
    {
        var expected = present.ToDictionary(k => k, _ => 0.0);
        foreach (var row in DemoShape.Types)
        {
            var cases = row.Share * (row.Type.Area == Area.Children ? size.ChildrensCases : size.AdultsCases);
            var tiered = DemoShape.Tiers.Select((share, tier) => share * row.Points[tier]).Sum();
            var each = (row.Scored * tiered) + ((1 - row.Scored) * row.Points[3]);
            foreach (var (kind, part) in row.Worked) expected[Home(kind, present)] += cases * part * each * (1 - row.Waits);
        }

        return expected;
    }

    public DemoKind KindFor(DemoTypeRow row)
    {
        Span<double> parts = stackalloc double[row.Worked.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = row.Worked[i].Part;
        return Home(row.Worked[dice.Weighted(parts)].Kind, _present);
    }

    /// <summary>Gives the case a holder, or leaves it waiting as often as cases of its type wait.</summary>
    public void Deal(DemoCase @case, DateOnly since, DateOnly on)
    {
        var row = DemoShape.Of(@case.TypeOn(on));
        var team = TeamFor(@case.Kind, on);
        if (dice.Chance(row.Waits))
        {
            Release(@case);
            // Some waiting cases have no team either, and the children's system writes errors in place of some blanks.
            var nowhere = dice.Chance(0.15);
            @case.WritesNotAvailable = @case.Area == Area.Children && !nowhere && dice.Chance(0.08);
            @case.Spells.Add(new(DemoDays.Later(since, team.From), nowhere || @case.WritesNotAvailable ? null : team, null));
            return;
        }

        GiveTo(@case, team, since, on);
    }

    public static void GiveTo(DemoCase @case, DemoTeam team, DateOnly since, DateOnly on)
    {
        var worker = LightestIn(team, @case, since, on);
        Give(@case, team, worker, since, on);
    }

    public static void Give(DemoCase @case, DemoTeam team, DemoWorker worker, DateOnly since, DateOnly on)
    {
        Release(@case);
        @case.WritesNotAvailable = false;
        @case.Dealt = @case.Points(on);
        worker.Points += @case.Dealt;
        // Nobody held a case before coming to work here, nor a team before there was one.
        var from = DemoDays.Later(since, DemoDays.Later(worker.Start, team.From));
        @case.Spells.RemoveAll(s => s.From >= from);
        @case.Spells.Add(new(from, team, worker));
    }

    /// <summary>Takes the weight off the present holder; the spell stays in the case's history.</summary>
    public static void Release(DemoCase @case)
    {
        if (@case.Spells.Count > 0 && @case.Spells[^1].Worker is { } holder) holder.Points -= @case.Dealt;
        @case.Dealt = 0;
    }

    public DemoTeam TeamFor(DemoKind kind, DateOnly on)
    {
        if (!_existing.TryGetValue((kind, on), out var choice))
            choice = _existing[(kind, on)] = [.. _byKind[kind].Where(t => t.From <= on && !(t.To < on))];
        if (choice.Count < 3) return choice.MinBy(t => Filled(t, on))!;
        var (one, two) = (dice.Pick(choice), dice.Pick(choice));
        return Filled(one, on) <= Filled(two, on) ? one : two;
    }

    private static double Filled(DemoTeam team, DateOnly on)
    {
        var (points, room) = (0.0, 0.1);
        foreach (var worker in team.People)
        {
            if (worker.Room(on) <= 0) continue;
            points += worker.Points;
            room += worker.Room(on);
        }

        return points / (room * team.Pressure);
    }

    private static DemoWorker LightestIn(DemoTeam team, DemoCase @case, DateOnly since, DateOnly on)
    {
        var (best, lightest) = (default(DemoWorker), double.MaxValue);
        foreach (var worker in team.People)
        {
            if (!worker.HoldsCases || !CanTake(worker, since, on)) continue;
            var share = (worker.Points + 2) / (worker.Room(on) > 0 ? worker.Room(on) : 40);
            if (!May(worker, @case, on)) share += 1_000;
            if (share < lightest) (best, lightest) = (worker, share);
        }

        return best ?? team.People[0];
    }

    /// <summary>People who are phantoms by now got cases while they were at work.</summary>
    private static bool CanTake(DemoWorker worker, DateOnly since, DateOnly on) =>
        worker.Room(on) > 0 || (worker.PhantomFrom > since && worker.Start <= since && worker.Points < 40);

    private static bool May(DemoWorker worker, DemoCase @case, DateOnly on) => @case.TypeOn(on) switch
    {
        "child-protection" => worker.Qualified && !worker.IsNewlyQualified(on),
        "looked-after" or "open-assessment" or "safeguarding" or "section-47" or "mental-capacity" => worker.Qualified,
        _ => true,
    };
}
