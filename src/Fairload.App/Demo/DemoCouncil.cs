using Fairload.Core.Access;

namespace Fairload.App.Demo;

/// <summary>
/// A council that does not exist: its teams, people and cases on three days, all from one seed. The same seed and size give
/// the same council everywhere and for ever. See <c>docs/methods/demo.md</c>.
/// </summary>
public sealed class DemoCouncil
{
    /// <summary>The days of the three extracts: eight weeks ago, four weeks ago, and the Friday before today.</summary>
    public sealed record Days(DateOnly Today, DateOnly First, DateOnly Second, DateOnly Third)
    {
        public static Days Of(int seed)
        {
            var today = DemoDays.TodayOf(seed);
            return new(today, today.AddDays(-56), today.AddDays(-28), today.AddDays(-3));
        }

        public IReadOnlyList<DateOnly> Extracts => [First, Second, Third];
    }

    private DemoCouncil(int seed, DemoSize size, DemoWorkforce workforce, List<DemoCase> cases, Days dates, DemoTraps traps)
    {
        (Seed, Size, Teams, Workers, Cases, Dates, Traps) = (seed, size, workforce.Teams, workforce.Workers, cases, dates, traps);
    }

    public int Seed { get; }
    public DemoSize Size { get; }
    public static string Name => DemoShape.Council;
    public Days Dates { get; }

    /// <summary>The Monday on which the demo takes place.</summary>
    public DateOnly Today => Dates.Today;

    public IReadOnlyList<DemoTeam> Teams { get; }
    public IReadOnlyList<DemoWorker> Workers { get; }
    public IReadOnlyList<DemoCase> Cases { get; }

    internal DemoTraps Traps { get; }

    /// <summary>What was planted, as the last extract shows it.</summary>
    public DemoPlanted Planted => PlantedOn(Dates.Third);

    /// <summary>What was planted, as the extract of that day shows it.</summary>
    public DemoPlanted PlantedOn(DateOnly day) => DemoPlanted.In(this, day);

    /// <summary>Who can be signed in as, one for each role.</summary>
    public IReadOnlyList<DemoPerson> People => DemoPerson.In(this);

    public static DemoCouncil From(int seed, DemoSize size)
    {
        if (size.Teams < 5 || size.Workers < size.Teams * 6 || size.ChildrensCases < 300 || size.AdultsCases < 100)
            throw new ArgumentOutOfRangeException(nameof(size), size, "A made-up council has five teams, six people a team and cases.");

        var dice = new DemoDice((ulong)(uint)seed * 0x9E3779B97F4A7C15);
        var days = Days.Of(seed);
        var workforce = new DemoWorkforce(size, dice, days);
        workforce.Make();
        var traps = new DemoTraps(size, dice, days, workforce);
        traps.MarkPeople();
        workforce.Replace();
        DemoTeams.JoinSuccessors(workforce.Teams);

        var cases = new List<DemoCase>();
        var casebook = new DemoCasebook(dice, days);
        var dealer = new DemoDealer(workforce.Teams, dice);
        var timeline = new DemoTimeline(size, dice, casebook, dealer, new(dice), cases);
        timeline.Begin(days.First);
        traps.GiveToManagers(cases, dealer, days.First);
        timeline.Step(days.First, days.Second, workforce.Workers);
        timeline.Step(days.Second, days.Third, workforce.Workers);
        traps.MarkCases(cases);
        return new(seed, size, workforce, cases, days, traps);
    }
}

/// <summary>Somebody to sign in as when trying the program out.</summary>
/// <param name="StaffNumber">Null for people who are not on the staff sheet.</param>
/// <param name="Team">The team that the role is held in; null for a service or the whole council.</param>
/// <param name="Service">The service that the role is held in.</param>
public sealed record DemoPerson(string Name, string? StaffNumber, Role Role, string What, string? Team = null, string? Service = null)
{
    internal static IReadOnlyList<DemoPerson> In(DemoCouncil council)
    {
        var day = council.Dates.Third;
        var staff = council.Workers.Where(w => w.IsAtWork(day) && w.Phantom is null && w.SecondTeam is null && !w.IsAgency).ToList();
        var home = council.Teams.First(t => t.Successor is not null);
        bool Near(DemoWorker w) => w.Team?.Service == home.Service;

        var practitioner = staff.Where(w => w.HoldsCases && w.Qualified).OrderByDescending(w => w.Role == "Social worker" && w.Fte == 1)
            .ThenByDescending(Near).First();
        var newly = staff.Where(w => w.IsNewlyQualified(day)).OrderByDescending(Near).First();
        var manager = staff.Where(w => w.IsManager).OrderByDescending(Near).First();
        var head = staff.Where(w => w.Level == "Senior manager").OrderByDescending(w => w.Service == home.Service).First();
        return
        [
            Of(practitioner, Role.Practitioner, "Social worker"),
            Of(newly, Role.Practitioner, "Newly qualified social worker"),
            Of(manager, Role.TeamManager, "Team manager") with { Team = manager.Team!.On(day).Name },
            Of(head, Role.HeadOfService, head.Role) with { Service = head.Service },
            Of(staff.First(w => w.Level == "Director"), Role.Director, "Director of children's services"),
            Of(staff.First(w => w.Level == "Principal"), Role.PrincipalSocialWorker, "Principal social worker"),
            new("Rosalind Thwaite", null, Role.HumanResources, "Human resources"),
            new("Councillor Idris Pennard", null, Role.ElectedMember, "Elected member, scrutiny"),
            new("Maureen Okoro-Bell", null, Role.UnionRepresentative, "Union representative"),
            new("Ingrid Vale", null, Role.Evaluator, "Independent evaluator"),
            new("Tomasz Lindqvist", null, Role.Analyst, "Performance analyst"),
            new("Jo Fennimore", null, Role.Administrator, "Administrator"),
        ];
    }

    private static DemoPerson Of(DemoWorker worker, Role role, string what) => new(worker.Name, worker.StaffNumber, role, what);
}
