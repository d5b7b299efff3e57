namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>Something that was entered here by hand, as the script remembers it.</summary>
internal sealed class BookMark(string kind, string said)
{
    public string Kind { get; } = kind;

    /// <summary>What was entered, in words of the script's own.</summary>
    public string Said { get; } = said;

    /// <summary>What the latest extract said instead; empty while none contradicted.</summary>
    public string Theirs { get; set; } = "";

    /// <summary>Which is right for those words: null while nobody has settled it.</summary>
    public bool? KeepsOurs { get; set; }
    public bool IsContested => Theirs.Length > 0 && KeepsOurs is null;

    /// <summary>The extract says this. True where what was entered here stays.</summary>
    public bool Stays(string theirs)
    {
        if (Theirs != theirs) (Theirs, KeepsOurs) = (theirs, null);
        return KeepsOurs != false;
    }
}

/// <summary>Days away, as they stand here and as the HR system has them.</summary>
internal sealed class BookAbsence
{
    public required DateOnly From { get; init; }
    public required string Category { get; init; }

    /// <summary>As they stand here; null for no known end.</summary>
    public DateOnly? To { get; set; }
    public bool IsHere { get; set; }
    public bool IsThere { get; set; }
    public DateOnly? ToThere { get; set; }
    public BookMark? Mark { get; set; }

    public bool IsOn(DateOnly day) => IsHere && From <= day && (To is not { } to || day <= to);
}

/// <summary>A member of staff as the script keeps them.</summary>
internal sealed class BookPerson
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public string OtherNames { get; init; } = "";
    public required string Role { get; init; }
    public string Level { get; init; } = "";
    public string Service { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? Manager { get; init; }
    public string? Swe { get; init; }
    public string Approvals { get; init; } = "";
    public decimal? Fte { get; set; }
    public decimal? FteThere { get; set; }
    public decimal? Hours { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? Asye { get; init; }
    public DateOnly? End { get; set; }
    public DateOnly? EndThere { get; set; }
    public string Employer { get; set; } = "";
    public string EmployerThere { get; set; } = "";
    public bool IsHere { get; set; }
    public bool IsThere { get; set; }
    public BookMark? Mark { get; set; }

    /// <summary>Names of teams of today, each with the share of the person's time.</summary>
    public List<(string Team, decimal Share)> Teams { get; set; } = [];

    /// <summary>The first day in these teams; null for as long as they have been here.</summary>
    public DateOnly? TeamsFrom { get; init; }

    public IReadOnlyList<(string Team, decimal Share)> TeamsOn(DateOnly day) => TeamsFrom > day ? [] : Teams;

    /// <summary>Names by which the HR system knows the teams.</summary>
    public List<(string Team, decimal Share)> TeamsThere { get; set; } = [];
    public List<BookAbsence> Absences { get; } = [];

    public bool IsAgency => Kind == "Agency";

    /// <summary>By the made-up council's own words of level and role, not by the table of the program.</summary>
    public bool IsManager => Level is "Manager" or "Senior manager" or "Director" || Role.StartsWith("Head of", StringComparison.Ordinal);

    public bool HasLeft(DateOnly day) => End < day;

    public string Main => MainOf(Teams);

    public static string MainOf(IReadOnlyList<(string Team, decimal Share)> teams) =>
        teams.OrderByDescending(t => t.Share).ThenBy(t => t.Team, StringComparer.Ordinal).Select(t => t.Team)
        .FirstOrDefault("");

    /// <summary>Counted day by day, so that leave after leave is one.</summary>
    public bool IsOnLongLeave(DateOnly day)
    {
        if (!Absences.Any(a => a.IsOn(day))) return false;
        var (first, last) = (day, day);
        while (last.DayNumber - first.DayNumber < 60 && Absences.Any(a => a.IsOn(first.AddDays(-1)))) first = first.AddDays(-1);
        while (last.DayNumber - first.DayNumber < 60 && Absences.Any(a => a.IsOn(last.AddDays(1)))) last = last.AddDays(1);
        return last.DayNumber - first.DayNumber + 1 >= 28;
    }

    /// <summary>Why cases in their name are not held by anybody at work; empty where they are.</summary>
    public string WhyNotAtWork(DateOnly day)
    {
        if (HasLeft(day)) return IsAgency ? "ContractEnded" : "Left";
        if (Start > day) return "NotStarted";
        if (IsOnLongLeave(day)) return "LongLeave";
        return Fte == 0 ? "NoFte" : "";
    }

    public decimal? FteOn(DateOnly day) => HasLeft(day) || Start > day ? 0 : Fte ?? Hours / 37m;
}
