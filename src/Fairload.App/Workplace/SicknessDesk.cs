using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.Workplace;

namespace Fairload.App.Workplace;

/// <summary>Sickness of one group.</summary>
/// <param name="Name">Of the service or team; empty for the whole council.</param>
/// <param name="Figure">Null where it is hidden from this reader, or the calendar does not reach.</param>
/// <param name="Stress">Part of the days lost that is coded as stress, in whole per cent; null where the group is small, where it would
/// give a small one away, or where no day was lost.</param>
/// <param name="IsHidden">So small, or telling so much of a small one, that this reader sees nothing.</param>
public sealed record SicknessLine(string Name, bool IsTeam, SicknessFigure? Figure, TimePart? Stress, bool IsHidden);

/// <summary>Sickness over twelve months against the council's target.</summary>
/// <param name="Target">Days for each FTE; null where the council has set none.</param>
/// <param name="IsOutside">The reader stands outside the line of management, so groups under the floor are hidden.</param>
/// <param name="Lines">The council where the reader sees it, then services and teams in name order.</param>
public sealed record SicknessView(
    DateOnly From, DateOnly To, decimal? Target, bool IsOutside, int Floor, IReadOnlyList<SicknessLine> Lines);

/// <summary>
/// Working days lost to sickness. The line of management sees every team of its own; whoever stands outside sees groups of ten or more, and
/// none by which a smaller one could be worked out. What part is stress is shown to nobody of a group under ten.
/// </summary>
public sealed class SicknessDesk(FairloadDb db, SicknessReading reading, TimeProvider clock)
{
    private const string Round = "sickness";

    /// <summary>Of the twelve months to the end of the last month: figures that move every day would tell of single people.</summary>
    public async Task<Result<SicknessView>> Of(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSickness);
        var today = clock.UkToday;
        var to = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        var from = to.AddDays(1).AddYears(-1);
        var people = (await reading.People(from, to, stop)).Where(p => p.Team is not null).ToList();
        if (people.Count == 0) return new SicknessView(from, to, reading.Target, IsOutside(reader), DisclosureRule.UsualFloor, []);
        if (!Shown(people).Try(out var shown, out var problems)) return problems.ToList();

        var sight = await UnitSight.Of(db, reader, Permission.SeeSickness, today, stop);
        var (outside, lines) = (IsOutside(reader), new List<SicknessLine>());
        if (sight.Everything) lines.Add(Line("", false, people));
        foreach (var service in people.GroupBy(p => p.Team!.Service).OrderBy(s => s.Key, StringComparer.CurrentCulture))
        {
            if (sight.Everything || reader.SightFor(Permission.SeeSickness).Services.Contains(service.Key))
                lines.Add(Line(service.Key, false, [.. service]));
            lines.AddRange(service.GroupBy(p => p.Team!.Id).Where(t => sight.Sees(t.Key))
                .OrderBy(t => t.First().Team!.Name, StringComparer.CurrentCulture)
                .Select(t => Line(t.First().Team!.Name, true, [.. t])));
        }

        return new SicknessView(from, to, reading.Target, outside, DisclosureRule.UsualFloor, lines);

        SicknessLine Line(string name, bool isTeam, IReadOnlyList<SickPerson> group)
        {
            var isShown = shown.Contains(name.Length == 0 ? "all" : isTeam ? $"team:{group[0].Team!.Id}" : $"service:{name}");
            if (outside && !isShown) return new(name, isTeam, null, null, true);
            var figure = SicknessFigure.Of(group.Select(p => p.Worker), from, to, reading.Calendar);
            return new(name, isTeam, figure, isShown ? Part(figure?.StressShare) : null, false);
        }
    }

    private static TimePart? Part(Percent? share) => share is not { } known ? null
        : Math.Round(known.Value, MidpointRounding.AwayFromZero) is var percent && percent < TimeUseRelease.LeastPart
            ? new(null, true) : new((int)percent, false);

    private static bool IsOutside(Reader reader) => !reader.Grants.Any(g =>
        g.Role is Role.TeamManager or Role.HeadOfService or Role.Director or Role.PrincipalSocialWorker);

    /// <summary>Groups of ten or more by which no group under ten can be worked out; by who works where, and never by who is ill.</summary>
    private static Result<HashSet<string>> Shown(IReadOnlyList<SickPerson> people)
    {
        static string Team(SickPerson p) => $"team:{p.Team!.Id}";
        static List<string> Cells(IEnumerable<SickPerson> some) => [.. some.Select(Team).Distinct().Order(StringComparer.Ordinal)];
        var atoms = people.GroupBy(Team).Select(t => new Atom(t.Count(), [new(Round, t.Key)]));
        if (!Population.Of(atoms).Try(out var population, out var problems)) return problems.ToList();
        List<Group> wanted =
        [
            new(Round, "all", Cells(people)),
            .. people.GroupBy(p => p.Team!.Service).Select(s => new Group(Round, $"service:{s.Key}", Cells(s), 1)),
            .. Cells(people).Select(c => new Group(Round, c, [c], 2)),
        ];
        if (!Protection.Of(population, [], wanted, DisclosureRule.Usual).Try(out var release, out problems)) return problems.ToList();
        return release.Groups.Where(g => g.IsShown).Select(g => g.Group.Name).ToHashSet();
    }
}
