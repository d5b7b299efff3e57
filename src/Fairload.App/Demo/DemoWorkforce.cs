namespace Fairload.App.Demo;

/// <summary>Makes the teams and the people of a council, in numbers that fit the work each kind of team has.</summary>
internal sealed class DemoWorkforce(DemoSize size, DemoDice dice, DemoCouncil.Days days)
{
    private const decimal FullTime = 37m;

    private static readonly string[] Duties = ["Duty rota", "Student on placement", "Fostering panel",
        "Mentor of a newly qualified worker"];

    private static readonly string[] Reasons =
        ["Phased return", "Union facility time", "AMHP rota", "Best interests assessor training", "Subject lead"];

    private readonly DemoNames _names = new(dice);
    private int _staffNumber = 1_200;
    private int _agencyNumber = 2_040;
    private int _sweNumber = 61_000;

    public List<DemoTeam> Teams { get; } = new DemoTeams(size, dice, days).Make();
    public List<DemoWorker> Workers { get; } = [];

    public void Make()
    {
        var seniors = MakeSeniors();
        foreach (var team in Teams) Lead(team, seniors);
        Staff();
        MakeLeavers();
        foreach (var worker in Workers) worker.Written = [Writes(worker)];
    }

    /// <summary>Starters of the eight weeks: as many as it takes to have the council's number at work on the last day, where people
    /// went.</summary>
    public void Replace()
    {
        var gone = Workers.Where(w => w.HoldsCases && !w.IsAtWork(days.Third) && !(w.End < days.First.AddDays(-40))).Select(w => w.Team!)
            .ToList();
        for (var missing = size.Workers - Workers.Count(w => w.IsAtWork(days.Third)); missing > 0; missing--)
        {
            var team = gone.Count > 0 ? gone[missing % gone.Count] : dice.Pick(Teams.Where(t => t.From <= days.First).ToList());
            var starter = Person(team, "Social worker", "Social worker", 1m, dice.Chance(0.3) ? "Agency" : "Permanent", team.People[0],
                startsOn: days.First.AddDays(dice.Between(0, 42)));
            starter.Written = [Writes(starter)];
        }
    }

    private List<DemoWorker> MakeSeniors()
    {
        var director = Senior("Director of children's services", "Director", null, "");
        var adults = Senior("Director of adult social services", "Director", null, "");
        var seniors = new List<DemoWorker> { director, adults };
        foreach (var role in new[] { "Principal children and families social worker", "Principal social worker (adults)" })
            Senior(role, "Principal", role.Contains("adults", StringComparison.Ordinal) ? adults : director, "");
        foreach (var kind in Teams.Select(t => t.Kind).Distinct().ToList())
        {
            var row = DemoShape.Of(kind);
            if (row.OfForty == 1 && size.Teams < 100 && kind is not (DemoKind.MentalHealth or DemoKind.Access)) continue;
            seniors.Add(Senior($"Head of service, {row.Service}", "Senior manager", row.Area == Core.Caseload.Area.Adults ? adults
                : director, row.Service));
        }

        return seniors;
    }

    private DemoWorker Senior(string role, string level, DemoWorker? manager, string service)
    {
        var name = _names.New();
        var worker = new DemoWorker
        {
            StaffNumber = StaffNumber(),
            Name = name.Full,
            SweNumber = SweNumber(),
            Role = role,
            Level = level,
            EmploymentType = "Permanent",
            Service = service,
            Fte = 1,
            Hours = FullTime,
            Start = Ago(400, 4_000),
            Email = Email(name),
            Manager = manager,
            Qualified = true,
        };
        Workers.Add(worker);
        return worker;
    }

    private void Lead(DemoTeam team, List<DemoWorker> seniors)
    {
        if (team.From > days.First) return;
        var head = seniors.FirstOrDefault(s => s.Service == team.Service) ?? seniors[AdultsSide(team) ? 1 : 0];
        Person(team, "Team manager", "Manager", 1m, "Permanent", head).Duties.Clear();
    }

    private static bool AdultsSide(DemoTeam team) => DemoShape.Of(team.Kind).Area == Core.Caseload.Area.Adults;

    /// <summary>Case holders go where the points are, so that no service is heavier than another by construction.</summary>
    private void Staff()
    {
        var open = Teams.Where(t => t.From <= days.First).ToList();
        var present = open.Select(t => t.Kind).ToHashSet();
        var expected = DemoDealer.ExpectedPoints(size, present);
        var parts = open.Select(t => expected[t.Kind] / open.Count(o => o.Kind == t.Kind) * dice.Bell(1, 0.06)).ToList();
        var holders = DemoShape.Split(size.Workers - Workers.Count, parts, 3);
        for (var i = 0; i < open.Count; i++)
        {
            for (var place = 0; place < holders[i]; place++) Holder(open[i], place);
        }
    }

    private void Holder(DemoTeam team, int place)
    {
        var adults = AdultsSide(team);
        var (role, level, qualified) = Post(team.Kind, place, adults);
        // A little over the share, because agency staff start none of the year's training posts.
        var employment = qualified && dice.Chance(DemoShape.AgencyShare + 0.01) ? "Agency"
            : dice.Chance(0.012) ? "Bank" : dice.Chance(0.04) ? "Fixed term" : "Permanent";
        var newly = role == "Social worker" && employment == "Permanent" && dice.Chance(0.11);
        if (newly) (role, level) = ("Newly qualified social worker", "Newly qualified");
        Person(team, role, level, Fte(employment, newly), employment, team.People[0], newly, qualified);
    }

    private (string Role, string Level, bool Qualified) Post(DemoKind kind, int place, bool adults) => kind switch
    {
        DemoKind.Leavers => place % 4 == 0 ? ("Social worker", "Social worker", true) : ("Personal adviser", "Assistant", false),
        _ when place == 0 => ("Advanced practitioner", "Senior practitioner", true),
        _ when place == 1 || dice.Chance(0.14) => ("Senior social worker", "Senior practitioner", true),
        _ when adults && (dice.Chance(0.12) || (place == 2 && kind is DemoKind.Locality or DemoKind.Hospital)) =>
            ("Occupational therapist", "Occupational therapist", true),
        _ when dice.Chance(adults ? 0.20 : 0.09) => adults ? ("Social care assistant", "Assistant", false)
            : ("Family support worker", "Assistant", false),
        _ => ("Social worker", "Social worker", true),
    };

    private decimal Fte(string employment, bool newly)
    {
        if (employment == "Bank") return dice.Pick([0.2m, 0.3m, 0.4m]);
        if (newly || employment == "Agency" || dice.Chance(0.72)) return 1m;
        return dice.Pick([0.4m, 0.5m, 0.6m, 0.6m, 0.7m, 0.8m, 0.8m, 0.8m, 0.9m]);
    }

    private DemoWorker Person(DemoTeam team, string role, string level, decimal fte, string employment, DemoWorker manager,
        bool newly = false, bool qualified = true,
        DateOnly? startsOn = null)
    {
        var name = _names.New();
        var agency = employment == "Agency";
        var adults = AdultsSide(team);
        var social = qualified && role != "Occupational therapist";
        var start = startsOn ?? (newly ? Ago(30, 330) : agency ? Ago(20, 500) : level == "Manager" ? Ago(300, 3_500) : Ago(60, 4_500));
        var worker = new DemoWorker
        {
            StaffNumber = agency ? $"AG{_agencyNumber += dice.Between(1, 4)}" : employment == "Bank"
                ? $"BK{_agencyNumber += dice.Between(1, 4)}" : StaffNumber(),
            Name = name.Full,
            SweNumber = social ? SweNumber() : null,
            Role = role,
            Level = level,
            EmploymentType = employment,
            Team = team,
            Service = team.Service,
            Fte = fte,
            Hours = Math.Round(fte * FullTime, 1),
            Start = start,
            End = agency ? days.Third.AddDays(dice.Between(20, 180)) : null,
            AsyeStart = newly ? start : null,
            Approvals = Approvals(team.Kind, social && !newly, adults),
            Languages = name.Language,
            Email = agency && dice.Chance(0.3) ? null : Email(name),
            Manager = manager,
            HoldsCases = level != "Manager",
            Qualified = qualified,
            Appetite = Math.Clamp(dice.Bell(1, 0.14), 0.7, 1.4),
        };
        TakeTimeOut(worker);
        Workers.Add(worker);
        team.People.Add(worker);
        return worker;
    }

    private string Approvals(DemoKind kind, bool may, bool adults)
    {
        if (!may || !adults) return "";
        var best = kind == DemoKind.Liberty || dice.Chance(0.15);
        var mental = kind == DemoKind.MentalHealth ? dice.Chance(0.7) : dice.Chance(0.06);
        return (mental, best) switch { (true, true) => "AMHP; BIA", (true, false) => "AMHP", (false, true) => "BIA", _ => "" };
    }

    private void TakeTimeOut(DemoWorker worker)
    {
        if (dice.Chance(0.12)) worker.Duties.Add(new(dice.Pick(Duties), dice.Pick([2m, 3m, 4m, 5m]), Ago(20, 200), null));
        if (dice.Chance(0.05))
        {
            DateOnly? until = dice.Chance(0.5) ? days.Third.AddDays(dice.Between(20, 150)) : null;
            worker.Reductions.Add(new(dice.Pick(Reasons), dice.Pick([5, 10, 20, 20]), Ago(10, 120), until));
        }

        if (dice.Chance(0.35)) Away(worker, "Annual leave", dice.Between(3, 12));
        if (dice.Chance(0.10)) Away(worker, "Sickness", dice.Between(1, 9));
        if (dice.Chance(0.03)) Away(worker, "Study leave", dice.Between(1, 4));
    }

    private void Away(DemoWorker worker, string category, int length)
    {
        var from = days.First.AddDays(dice.Between(-60, days.Third.DayNumber - days.First.DayNumber));
        worker.Absences.Add(new(from, from.AddDays(length), category));
    }

    /// <summary>People who left in the year before the first extract: the staff sheet still names them.</summary>
    private void MakeLeavers()
    {
        var homes = Teams.Where(t => t.From <= days.First).ToList();
        var count = (int)Math.Round(size.Workers * DemoShape.TurnoverShare * 0.8);
        for (var i = 0; i < count; i++)
        {
            var team = dice.Pick(homes);
            var gone = Person(team, "Social worker", "Social worker", 1m, "Permanent", team.People[0]);
            gone.Leaves(days.First.AddDays(-dice.Between(45, 300)));
        }
    }

    private string Writes(DemoWorker worker)
    {
        var part = dice.Part();
        if (worker.IsAgency && part < 0.5) return $"{worker.Name} (Agency)";
        var space = worker.Name.IndexOf(' ', StringComparison.Ordinal);
        var (given, family) = (worker.Name[..space], worker.Name[(space + 1)..]);
        return part switch
        {
            > 0.90 => $"{family}, {given}",
            > 0.86 => worker.Name.ToUpperInvariant(),
            > 0.72 => $"{given}\u00A0{family}",
            _ => worker.Name,
        };
    }

    /// <summary>A family name to have been born with.</summary>
    public string Maiden() => _names.Maiden();

    private DateOnly Ago(int least, int most) => days.First.AddDays(-dice.Between(least, most));

    /// <summary>Staff numbers begin with noughts, which a spreadsheet that takes them for numbers would lose.</summary>
    private string StaffNumber() => $"{_staffNumber += dice.Between(1, 9):000000}";

    private string SweNumber() => $"SW{_sweNumber += dice.Between(3, 40)}";

    private static string Email(DemoName name)
    {
        var plain = name.Full.Normalize(System.Text.NormalizationForm.FormD).Replace('ł', 'l').Replace('Ł', 'L').Replace('ı',
            'i').ToLowerInvariant();
        var letters = string.Concat(plain.Select(c => c is >= 'a' and <= 'z' or '-' ? c : c == ' ' ? '.' : '\0').Where(c => c != '\0'));
        return $"{letters}@marlshire.example";
    }
}
