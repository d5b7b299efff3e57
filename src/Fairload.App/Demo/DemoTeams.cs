namespace Fairload.App.Demo;

/// <summary>Makes the teams of a council: how many of each kind, called what, and the two that become one.</summary>
internal sealed class DemoTeams(DemoSize size, DemoDice dice, DemoCouncil.Days days)
{
    private static readonly string[] Places =
    [
        "Aldermoor", "Brackenfold", "Castlemarl", "Dunwick Vale", "Eastmarl", "Fenholt", "Greymoor", "Harrowmere", "Inglewick", "Jessamy",
        "Kestrelford",
        "Larkhollow", "Mossgate", "Netherwick", "Oxmarl", "Pellgate", "Quarrendale", "Rookhollow", "Saltersgate", "Thornmarl", "Undermoor",
        "Vennbridge",
        "Wychmarl", "Yarrowfold", "Amberholt", "Birchmere", "Coldharbour Vale", "Dovermarl", "Elmsgate", "Foxholt",
    ];

    private readonly List<DemoTeam> _teams = [];

    public List<DemoTeam> Make()
    {
        var kinds = size.Teams < DemoShape.Kinds.Length
            ? new[] { DemoKind.Safeguarding, DemoKind.Safeguarding, DemoKind.Assessment, DemoKind.InCare, DemoKind.Locality }
                .Concat([DemoKind.FrontDoor, DemoKind.Leavers, DemoKind.AdultSafeguarding, DemoKind.Liberty, DemoKind.LearningDisability,
                    DemoKind.MentalHealth, DemoKind.Disabilities, DemoKind.Access]).Take(size.Teams).Order().ToList()
            : DemoShape.Split(size.Teams, [.. DemoShape.Kinds.Select(k => (double)k.OfForty)], 1)
                .SelectMany((count, kind) => Enumerable.Repeat((DemoKind)kind, count)).ToList();
        var numbered = new Dictionary<DemoKind, int>();
        foreach (var kind in kinds)
        {
            var number = numbered[kind] = numbered.GetValueOrDefault(kind) + 1;
            var pressure = Math.Clamp(dice.Bell(1, 0.09), 0.82, 1.2);
            _teams.Add(new(_teams.Count, kind, NameOf(kind, number), Employer(kind), new(2019, 4, 1)) { Pressure = pressure });
        }

        Merge();
        return _teams;
    }

    /// <summary>The first two safeguarding teams, East and West, become one eleven days before the last extract.</summary>
    private void Merge()
    {
        var pair = _teams.Where(t => t.Kind == DemoKind.Safeguarding).Take(2).ToList();
        var on = days.Third.AddDays(-11);
        var one = new DemoTeam(_teams.Count, DemoKind.Safeguarding, $"{Places[0]} {DemoShape.Of(DemoKind.Safeguarding).TeamWords}",
            Employer(DemoKind.Safeguarding), on);
        foreach (var team in pair) (team.To, team.Successor) = (on.AddDays(-1), one);
        _teams.Add(one);
    }

    private static string NameOf(DemoKind kind, int number)
    {
        var row = DemoShape.Of(kind);
        if (kind == DemoKind.Safeguarding && number <= 2) return $"{Places[0]} {(number == 1 ? "East" : "West")} {row.TeamWords}";
        if (row.OfForty == 1 && number == 1) return row.TeamWords;
        // Places are taken in turn, from another start for each kind; the second time round they get a number.
        var place = Places[((int)kind * 7 + number) % Places.Length];
        if (place == Places[0]) place = "Marlgate";
        return number <= Places.Length ? $"{place} {row.TeamWords}" : $"{place} {row.TeamWords} {1 + ((number - 1) / Places.Length)}";
    }

    private static string Employer(DemoKind kind) => kind == DemoKind.MentalHealth ? "Marlshire Mental Health Partnership"
        : $"{DemoShape.Council} Council";

    /// <summary>The people of teams that end work in the team that follows.</summary>
    public static void JoinSuccessors(IReadOnlyList<DemoTeam> teams)
    {
        foreach (var team in teams)
            if (team.Successor is { } successor) successor.People.AddRange(team.People.Except(successor.People));
    }
}
