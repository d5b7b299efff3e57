namespace Fairload.App.Demo;

/// <summary>A team of the made-up council.</summary>
public sealed class DemoTeam
{
    internal DemoTeam(int index, DemoKind kind, string name, string employer, DateOnly from)
    {
        (Index, Kind, Name, Employer, From) = (index, kind, name, employer, from);
    }

    internal int Index { get; }
    internal DemoKind Kind { get; }
    public string Name { get; }
    public string Service => DemoShape.Of(Kind).Service;
    public string Employer { get; }
    public DateOnly From { get; }

    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? To { get; internal set; }
    public DemoTeam? Successor { get; internal set; }

    /// <summary>How much heavier than the council its people are loaded; 1 is the same.</summary>
    internal double Pressure { get; init; } = 1;

    internal List<DemoWorker> People { get; } = [];

    /// <summary>The team that does this team's work on a day: itself, or the one that followed it.</summary>
    public DemoTeam On(DateOnly day) => To < day && Successor is { } successor ? successor.On(day) : this;
}

/// <summary>Away from work.</summary>
public sealed record DemoAbsence(DateOnly From, DateOnly? To, string Category);

/// <summary>A part of the time given to something else.</summary>
public sealed record DemoReduction(string Reason, int Percent, DateOnly From, DateOnly? To);

/// <summary>Work beside cases, in points.</summary>
public sealed record DemoDuty(string Duty, decimal Points, DateOnly From, DateOnly? To);

/// <summary>Why cases in this person's name are held by nobody.</summary>
public enum DemoPhantomReason { Left, AgencyContractEnded, LongLeave, NoHours }

/// <summary>A member of staff of the made-up council.</summary>
public sealed class DemoWorker
{
    public required string StaffNumber { get; init; }
    public string Name { get; internal set; } = "";
    public string OtherNames { get; internal set; } = "";
    public string? SweNumber { get; init; }
    public required string Role { get; init; }
    public required string Level { get; init; }
    public string EmploymentType { get; internal set; } = "";

    /// <summary>Null where the person works for the whole council or a whole service.</summary>
    public DemoTeam? Team { get; init; }

    /// <summary>A second team, and the part of the time given to the first; 1 with one team.</summary>
    public DemoTeam? SecondTeam { get; internal set; }
    public decimal FirstShare { get; internal set; } = 1;

    public string Service { get; init; } = "";
    public decimal? Fte { get; internal set; }
    public decimal? Hours { get; internal set; }
    public DateOnly Start { get; internal set; }

    /// <summary>The last day at work, known to the staff sheet from four weeks before; of an agency contract from its start.</summary>
    public DateOnly? End { get; internal set; }
    public DateOnly? AsyeStart { get; internal set; }
    public string Approvals { get; init; } = "";
    public string Languages { get; init; } = "";
    public string? Email { get; init; }
    public DemoWorker? Manager { get; internal set; }

    public List<DemoAbsence> Absences { get; } = [];
    public List<DemoReduction> Reductions { get; } = [];
    public List<DemoDuty> Duties { get; } = [];

    /// <summary>As the case systems write the name: in one way, or in several.</summary>
    public IReadOnlyList<string> Written { get; internal set; } = [];

    /// <summary>Planted: cases stay in this person's name from <see cref="PhantomFrom"/>, though nobody works on them.</summary>
    public DemoPhantomReason? Phantom { get; internal set; }
    public DateOnly? PhantomFrom { get; internal set; }

    internal bool HoldsCases { get; init; }
    internal bool Qualified { get; init; }

    /// <summary>How much of a fair load this person ends up with; 1 is the fair part.</summary>
    internal double Appetite { get; set; } = 1;

    /// <summary>What the made-up managers have given this person so far.</summary>
    internal double Points { get; set; }

    /// <summary>Whoever would not have begun by then has been here for a year.</summary>
    internal void Leaves(DateOnly day)
    {
        End = day;
        if (Start < day) return;
        Start = day.AddYears(-1);
        if (AsyeStart is not null) AsyeStart = Start;
    }

    public bool IsAgency => EmploymentType == "Agency";

    public bool IsManager => Level == "Manager";

    public bool IsNewlyQualified(DateOnly day) => AsyeStart is { } start && start <= day && day < start.AddYears(1);

    public bool HasLeft(DateOnly day) => End < day;

    /// <summary>Away with no known end, or for four weeks and more.</summary>
    public bool IsOnLongLeave(DateOnly day) =>
        Absences.Any(a => a.From <= day && (a.To is not { } to || (day <= to && to.DayNumber - a.From.DayNumber >= 27)));

    public bool IsAtWork(DateOnly day) => Start <= day && !HasLeft(day) && !IsOnLongLeave(day) && Fte != 0;

    private DateOnly _roomDay;
    private double _room;

    /// <summary>The points a fair dealer would fill this person with; 0 for who is not at work or holds no cases. Asked very often for one
    /// day.</summary>
    internal double Room(DateOnly day)
    {
        if (_roomDay != day) (_roomDay, _room) = (day, HoldsCases && IsAtWork(day) ? Math.Max(1, Capacity(day) * Appetite) : 0);
        return _room;
    }

    /// <summary>Points there is room for: full time less fifteen for meetings and training, newly qualified ten less, less
    /// reductions.</summary>
    internal double Capacity(DateOnly day)
    {
        var fte = (double)(Fte ?? (Hours is { } hours ? hours / 37m : 1m));
        var reduced = Reductions.Where(r => r.From <= day && (r.To is null || day <= r.To)).Sum(r => r.Percent);
        return Math.Max(0, fte * ((IsNewlyQualified(day) ? 90 : 100) - 15 - reduced));
    }
}
