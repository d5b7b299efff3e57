using Fairload.Core.Workforce;

namespace Fairload.Core.HealthCheck.Cycles;

/// <summary>What kind of thing was found.</summary>
public enum FindingKind
{
    Concern,

    /// <summary>Something that works, and from which others could learn.</summary>
    Strength,

    /// <summary>Something that the figures raise and do not answer.</summary>
    Question,
}

/// <summary>Who is heard on a finding.</summary>
public enum VoiceSide
{
    Frontline,
    Managers,
    PeopleWhoUseServices,
}

/// <summary>How somebody stands to a finding. Stands are recorded and never averaged.</summary>
public enum Stance
{
    Agrees,
    AgreesInPart,
    Disagrees,

    /// <summary>Says something else that belongs to it.</summary>
    Adds,
}

/// <summary>What was said on a finding. It has no name of who said it.</summary>
/// <param name="HeardOn">In a forum, a meeting or a talk of that day.</param>
public sealed record Voice(Id<Voice> Id, Id<Finding> FindingId, VoiceSide Side, Stance Stance, string Says, DateOnly HeardOn)
{
    public const int MostText = 2000;

    public static Result<Voice> Hear(
        Id<Finding> finding, VoiceSide? side, Stance? stance, string says, DateOnly? on, IEnumerable<string> staff, DateOnly today)
    {
        var (said, problems) = (says.Trim(), new List<Problem>());
        if (side is null) problems.Add(new("Side", $"Choose who was heard"));
        if (stance is null) problems.Add(new("Stance", $"Choose how they stand to the finding"));
        if (said.Length == 0) problems.Add(new("Says", $"Enter what was said"));
        if (said.Length > MostText) problems.Add(new("Says", $"Shorten what was said to {MostText} characters or fewer"));
        if (on is null) problems.Add(new("HeardOn", $"Enter the day on which it was said"));
        if (on > today) problems.Add(new("HeardOn", $"Enter a day that has been"));
        if (Attribution.Named(said, staff) is { } name)
        {
            problems.Add(new("Says", $"This names {name}. Write what was said, and not who said it or of whom"));
        }

        return problems.Count > 0 ? problems : new Voice(Id<Voice>.New(), finding, side!.Value, stance!.Value, said, on!.Value);
    }
}

/// <summary>What somebody writes down as found.</summary>
/// <param name="Part">Code of the part of the framework.</param>
/// <param name="Measures">Codes of the measures that show it; may be empty.</param>
/// <param name="Unit">The service or team about which it is; empty for the council. An odd team has a note of its context here.</param>
/// <param name="Teach">Of a strength: which team or role could teach it to others.</param>
public sealed record FindingSaid(
    FindingKind? Kind, string Part, IReadOnlyList<string> Measures, string Unit, string Says, string Context, string Teach);

/// <summary>Something that was found in a year, with everything that was said on it. Each has a conversation; none has a colour.</summary>
public sealed class Finding
{
    public const int MostText = 2000;

    private readonly List<Voice> _voices = [];

    private Finding() { }

    public Id<Finding> Id { get; private init; }
    public Id<Cycle> CycleId { get; private init; }

    /// <summary>By which people call it: 1, 2, 3 … in its year.</summary>
    public int Number { get; private init; }
    public FindingKind Kind { get; private set; }
    public string Part { get; private set; } = "";

    /// <summary>Codes, with commas between.</summary>
    public string Measures { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public string Says { get; private set; } = "";
    public string Context { get; private set; } = "";
    public string Teach { get; private set; } = "";
    public string WrittenBy { get; private set; } = "";
    public DateOnly WrittenOn { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Voice> Voices => _voices;

    public IReadOnlyList<string> MeasureCodes => Measures.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Sides that have not been heard.</summary>
    public IReadOnlyList<VoiceSide> NotHeard => [.. Enum.GetValues<VoiceSide>().Except(_voices.Select(v => v.Side))];

    public bool IsTalkedAbout => NotHeard.Count == 0;

    /// <summary>Somebody disagrees and somebody else does not.</summary>
    public bool IsDisputed => _voices.Any(v => v.Stance == Stance.Disagrees)
        && _voices.Any(v => v.Stance is Stance.Agrees or Stance.AgreesInPart);

    public static Result<Finding> Write(Id<Cycle> cycle, int number, FindingSaid said, IReadOnlyCollection<string> parts,
        IReadOnlyCollection<string> measures, string by, DateOnly today)
    {
        if (Wrong(said, parts, measures) is { Count: > 0 } problems) return problems;
        var finding = new Finding { Id = Id<Finding>.New(), CycleId = cycle, Number = number };
        finding.Take(said, by, today);
        return finding;
    }

    /// <param name="seen">The version that the reader saw.</param>
    public Result<Finding> Rewrite(
        FindingSaid said, IReadOnlyCollection<string> parts, IReadOnlyCollection<string> measures, int seen, string by, DateOnly today)
    {
        if (seen != Version)
            return new Problem("", $"{WrittenBy} has changed this finding meanwhile. Their words stand below; what you entered is still here and not saved");
        if (Wrong(said, parts, measures) is { Count: > 0 } problems) return problems;
        Take(said, by, today);
        return this;
    }

    /// <summary>One voice more. Voices are not taken back: who thinks otherwise later is heard again.</summary>
    public void Hear(Voice voice)
    {
        if (voice.FindingId != Id) throw new ArgumentException("It is about another finding.", nameof(voice));
        _voices.Add(voice);
    }

    private void Take(FindingSaid said, string by, DateOnly today)
    {
        (Kind, Part, Measures, Unit) = (said.Kind!.Value, said.Part, string.Join(',', said.Measures.Distinct()), said.Unit.Trim());
        (Says, Context, Teach) = (said.Says.Trim(), said.Context.Trim(), said.Teach.Trim());
        (WrittenBy, WrittenOn) = (by, today);
        Version++;
    }

    private static List<Problem> Wrong(FindingSaid said, IReadOnlyCollection<string> parts, IReadOnlyCollection<string> measures)
    {
        var problems = new List<Problem>();
        if (said.Kind is null) problems.Add(new("Kind", $"Choose what kind of finding it is"));
        if (!parts.Contains(said.Part)) problems.Add(new("Part", $"Choose the part of the health check to which it belongs"));
        foreach (var code in said.Measures.Where(m => !measures.Contains(m)))
            problems.Add(new("Measures", $"There is no measure {code}. Choose measures of the list"));
        if (said.Says.Trim().Length == 0) problems.Add(new("Says", $"Enter what was found, in a sentence"));
        if (said.Says.Trim().Length > MostText) problems.Add(new("Says", $"Shorten what was found to {MostText} characters or fewer"));
        if (said.Context.Trim().Length > MostText) problems.Add(new("Context", $"Shorten the note to {MostText} characters or fewer"));
        if (said.Kind == FindingKind.Strength && said.Teach.Trim().Length == 0)
            problems.Add(new("Teach", $"Say which team or role could teach it to others"));
        if (said.Teach.Trim().Length > MostText)
        {
            problems.Add(new("Teach", $"Shorten who could teach it to {MostText} characters or fewer"));
        }

        return problems;
    }
}
